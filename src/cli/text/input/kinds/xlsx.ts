import { optional } from "../../../../data/sql/optional.js";
import { FigureError } from "../../../../errors.js";
import type { Span, TextTable } from "../../../../text/reading.js";
import { type Content, counted, firstLine, TextOf } from "../content.js";
import { guardedNames } from "../zip-guard.js";

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;

interface SheetCell {
  readonly w?: string;
  readonly v?: unknown;
  readonly t?: string;
}

/** The cells of a workbook as they are shown, a table between empty rows; formulas are not computed, macros never run. */
export async function workbookContent(bytes: Uint8Array, maxBytes: number): Promise<Content> {
  const names = guardedNames(bytes, maxBytes);
  const xlsx = await optional("@e965/xlsx", () => import("@e965/xlsx"));
  let book: ReturnType<typeof xlsx.read>;
  try {
    book = xlsx.read(bytes, {
      type: "array",
      dense: true,
      sheetRows: MOST_ROWS,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (error) {
    throw new FigureError("bad-data", `the workbook cannot be read: ${firstLine(error)}`);
  }
  const text = new TextOf();
  const tables: TextTable[] = [];
  let hidden = 0;
  for (const [i, name] of book.SheetNames.entries()) {
    if ((book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0) {
      hidden++;
      continue;
    }
    text.add(`${text.length === 0 ? "" : "\n\n"}${name}\n`);
    const rows = (book.Sheets[name] as { "!data"?: SheetCell[][] } | undefined)?.["!data"] ?? [];
    addSheet(rows, text, tables);
  }
  return {
    text: text.whole(),
    tables,
    publishedOn: undefined,
    leftOut: counted({
      "hidden sheet": hidden,
      picture: names.filter((one) => one.startsWith("xl/media/")).length,
      chart: names.filter((one) => /^xl\/charts\/chart\d*\.xml$/.test(one)).length,
      macro: names.filter((one) => one.endsWith("vbaProject.bin")).length,
    }),
  };
}

function addSheet(rows: readonly (readonly SheetCell[])[], text: TextOf, tables: TextTable[]): void {
  let block: Span[][] = [];
  let title: Span | undefined;
  const close = () => {
    const [first, last] = [block[0]?.[0], block.at(-1)?.at(-1)];
    if (block.length > 1 && first !== undefined && last !== undefined) {
      tables.push({ rows: block, title, start: first.start, end: last.end });
    }
    block = [];
  };
  for (let r = 0; r < rows.length; r++) {
    const cells = Array.from(rows[r] ?? [], shownOf).slice(0, MOST_COLUMNS);
    while (cells.at(-1) === "") cells.pop();
    const filled = cells.filter((one) => one !== "").length;
    text.add("\n");
    if (filled === 0) {
      close();
      continue;
    }
    if (filled === 1 && block.length === 0) {
      // A line over a table: its title, or a note.
      title = text.add(cells.find((one) => one !== "") as string);
      continue;
    }
    block.push(
      cells.map((cell, column) => {
        if (column > 0) text.add("\t");
        return text.add(cell);
      }),
    );
  }
  close();
}

/** A cell as the sheet shows it, on one line. */
function shownOf(cell: SheetCell | undefined): string {
  if (cell === undefined || cell.t === "e" || cell.t === "z") return "";
  const shown = cell.w ?? (cell.v === undefined || cell.v === null ? "" : String(cell.v));
  return shown.replace(/\s+/g, " ").trim().slice(0, 2_000);
}
