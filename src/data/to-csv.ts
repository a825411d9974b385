import { FigureError } from "../errors.js";

export interface CsvOptions {
  /** The columns in their order. Default: those of the first row. */
  readonly columns?: readonly string[];
  /**
   * For files that people open in a spreadsheet and that hold text from elsewhere: a cell that a spreadsheet would
   * run as a formula (it begins with = + - @, also of full width, a tab or a line break and is no plain number) gets an apostrophe in
   * front. Default: false, since such a file does not read back as it was.
   */
  readonly forSpreadsheets?: boolean;
}

/**
 * Rows as CSV (RFC 4180: commas, double quotes where needed, LF, the last line ended). It reads back as the same
 * texts.
 * @throws FigureError "bad-option" for a row with other columns, and for text that UTF-8 or CSV cannot hold
 */
export function toCsv(rows: readonly Readonly<Record<string, string>>[], options: CsvOptions = {}): string {
  const columns = options.columns ?? Object.keys(rows[0] ?? {});
  if (columns.length === 0)
    throw new FigureError("bad-option", "a CSV needs columns: name them, or give a row");
  const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(cell, cells.length)).join(",")}\n`;
  const body = rows.map((row, index) => {
    const other = Object.keys(row).find((name) => !columns.includes(name));
    if (other !== undefined) {
      throw new FigureError(
        "bad-option",
        `row ${index + 1} has the column "${other}", which the CSV has not`,
      );
    }
    return line(
      columns.map((name) => {
        const cell = Object.hasOwn(row, name) ? row[name] : undefined;
        if (cell === undefined)
          throw new FigureError("bad-option", `row ${index + 1} has no column "${name}"`);
        return options.forSpreadsheets === true ? tamed(cell) : cell;
      }),
    );
  });
  return line(columns) + body.join("");
}

function quoted(cell: string, width: number): string {
  if (/[\0\p{Surrogate}]/u.test(cell)) {
    throw new FigureError("bad-option", "a CSV cannot hold a NUL or half a character", {
      text: cell.slice(0, 60),
    });
  }
  // A lone blank cell without quotes would be an empty line, and a leading U+FEFF a byte order mark.
  const needed = /[",\r\n\uFEFF]/.test(cell) || (cell.trim() === "" && width === 1);
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function tamed(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}
