import { readFileSync } from "node:fs";
import { FigureError } from "../../errors.js";
import { distinctNames, noColumn } from "./csv-shape.js";
import { type DuckDb, duckdb } from "./duckdb.js";
import { optional } from "./optional.js";

interface Cell {
  readonly t: string;
  readonly v?: unknown;
  /** The format of a number: a date is a number of days with the format of a date. */
  readonly z?: unknown;
}

/** What is used of @e965/xlsx to know a date. */
interface Formats {
  is_date(format: string): boolean;
  parse_date_code(days: number): { y: number; m: number; d: number } | null;
}

/**
 * The first sheet of Excel files as a table of texts, and how many rows stand above each header: DuckDB's own reader has to be downloaded, this one need not. Excel
 * keeps an amount as a double of at most 15 digits; its shortest digits are what was typed.
 */
export async function sheetRows(
  engine: DuckDb,
  files: readonly string[],
  wanted: readonly string[],
  from: string,
): Promise<{ readonly table: string; readonly above: ReadonlyMap<string, number> }> {
  const above = new Map<string, number>();
  const xlsx = await optional("@e965/xlsx", () => import("@e965/xlsx"));
  let head: readonly string[] | undefined;
  for (const file of files) {
    let sheet: Record<string, unknown> | undefined;
    try {
      const book = xlsx.read(readFileSync(file), { dense: true, cellDates: false, cellNF: true });
      sheet = book.Sheets[book.SheetNames[0] as string] as Record<string, unknown> | undefined;
    } catch (error) {
      throw new FigureError("bad-data", `${file}: ${(error as Error).message}`, { file });
    }
    const rows = (sheet?.["!data"] ?? []) as readonly (readonly (Cell | undefined)[] | undefined)[];
    // A title may stand above the header.
    const heads = Array.from(rows.slice(0, 50), (row) =>
      Array.from(row ?? [], (cell) => String(cell?.v ?? "").trim()),
    );
    const at = heads.findIndex((cells) => wanted.every((name) => cells.includes(name)));
    const first = heads.find((cells) => cells.length > 0);
    if (first === undefined) throw new FigureError("bad-data", `${file}: its first sheet is empty`, { file });
    if (at < 0) throw noColumn(file, wanted, first);
    const names = distinctNames(heads[at] as string[], wanted, file, at + 1);
    above.set(file, at);
    if (head === undefined) {
      head = names;
      const columns = names.map((name) => `${duckdb.identifier(name)} VARCHAR`).join(", ");
      await engine.run(() =>
        engine.connection.run(
          `CREATE OR REPLACE TEMP TABLE sheet_rows (${columns}, ${duckdb.identifier(from)} VARCHAR)`,
        ),
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
      for (const row of rows.slice(at + 1)) {
        for (let i = 0; i < names.length; i++) {
          const text = cellText(row?.[i], xlsx.SSF as Formats);
          if (text === null) appender.appendNull();
          else appender.appendVarchar(text);
        }
        appender.appendVarchar(file);
        appender.endRow();
      }
      appender.closeSync();
    });
  }
  return { table: "sheet_rows", above };
}

function cellText(cell: Cell | undefined, formats: Formats): string | null {
  if (cell?.v === undefined || cell.v === null || cell.t === "z") return null;
  if (cell.t === "e") return "#error";
  const { v } = cell;
  if (typeof v !== "number") return String(v);
  if (typeof cell.z === "string" && formats.is_date(cell.z)) {
    const day = formats.parse_date_code(v);
    if (day !== null) return [day.y, day.m, day.d].map((one) => String(one).padStart(2, "0")).join("-");
  }
  // 1e21 and above have no plain digits; no amount is so large.
  return Number.isInteger(v) && Math.abs(v) < 1e21 ? BigInt(v).toString() : String(v);
}
