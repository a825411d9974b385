import { readFileSync } from "node:fs";
import { FigureError } from "../../errors.js";
import { type DuckDb, duckdb } from "./duckdb.js";
import { optional } from "./optional.js";

interface Cell {
  readonly t: string;
  readonly v?: unknown;
}

/**
 * The first sheet of Excel files as a table of texts: DuckDB's own reader has to be downloaded, this one need not. Excel
 * keeps an amount as a double of at most 15 digits; its shortest digits are what was typed.
 */
export async function sheetRows(engine: DuckDb, files: readonly string[]): Promise<string> {
  const xlsx = await optional("@e965/xlsx", () => import("@e965/xlsx"));
  let head: readonly string[] | undefined;
  for (const file of files) {
    let sheet: Record<string, unknown> | undefined;
    try {
      const book = xlsx.read(readFileSync(file), { dense: true, cellDates: false });
      sheet = book.Sheets[book.SheetNames[0] as string] as Record<string, unknown> | undefined;
    } catch (error) {
      throw new FigureError("bad-data", `${file}: ${(error as Error).message}`, { file });
    }
    const rows = (sheet?.["!data"] ?? []) as readonly (readonly (Cell | undefined)[] | undefined)[];
    const names = (rows[0] ?? []).map((cell) => String(cell?.v ?? ""));
    if (names.length === 0) throw new FigureError("bad-data", `${file}: its first sheet is empty`, { file });
    if (head === undefined) {
      head = names;
      const columns = names.map((name) => `${duckdb.identifier(name)} VARCHAR`).join(", ");
      await engine.run(() =>
        engine.connection.run(`CREATE OR REPLACE TEMP TABLE sheet_rows (${columns}, filename VARCHAR)`),
      );
    } else if (names.join("\t") !== head.join("\t")) {
      throw new FigureError(
        "bad-data",
        `${file}: its columns are ${names.join(", ")}, not ${head.join(", ")}`,
        { file },
      );
    }
    await engine.run(async () => {
      const appender = await engine.connection.createAppender("sheet_rows");
      for (const row of rows.slice(1)) {
        for (let i = 0; i < names.length; i++) {
          const text = cellText(row?.[i]);
          if (text === null) appender.appendNull();
          else appender.appendVarchar(text);
        }
        appender.appendVarchar(file);
        appender.endRow();
      }
      appender.closeSync();
    });
  }
  return "sheet_rows";
}

function cellText(cell: Cell | undefined): string | null {
  if (cell?.v === undefined || cell.v === null || cell.t === "z") return null;
  if (cell.t === "e") return "#error";
  const { v } = cell;
  if (typeof v !== "number") return String(v);
  // 1e21 and above have no plain digits; no amount is so large.
  return Number.isInteger(v) && Math.abs(v) < 1e21 ? BigInt(v).toString() : String(v);
}
