import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { FigureError } from "../errors.js";

/** One row: its cells by column, and the line of the file on which it ends. */
export interface CsvRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
}

export interface CsvFile {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvOptions {
  /** The largest file that is read, in bytes. Default: 64 MB. */
  readonly maxBytes?: number;
  /** How messages name the file. Default: its path. */
  readonly name?: string;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_RECORD = 1024 * 1024;

/**
 * A CSV file in UTF-8, cells as text, nothing converted.
 * @throws FigureError "no-file"; "bad-data" with line and column for a file that is too large, empty, not UTF-8, cut
 * off, or has ragged rows
 */
export function readCsv(path: string, options: CsvOptions = {}): CsvFile {
  const name = options.name ?? path;
  return parseCsv(readText(path, name, options.maxBytes ?? MAX_BYTES), name);
}

/** A text file in UTF-8, checked before it is used. */
export function readText(path: string, name: string, maxBytes = MAX_BYTES): string {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : (error as Error).message;
    throw new FigureError("no-file", `cannot open ${name}: ${reason}`, { file: name });
  }
  try {
    const { size } = fstatSync(file);
    if (size > maxBytes) {
      throw new FigureError("bad-data", `${name} has ${size} bytes: at most ${maxBytes} are read`, {
        file: name,
      });
    }
    return decoded(readFileSync(file), name);
  } catch (error) {
    if (FigureError.is(error)) throw error;
    throw new FigureError("no-file", `cannot read ${name}: ${(error as Error).message}`, { file: name });
  } finally {
    closeSync(file);
  }
}

/** Bytes as UTF-8 text, without a byte order mark. */
export function decoded(bytes: Uint8Array, name: string): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  let text: string;
  try {
    if (wide) throw new TypeError("UTF-16");
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FigureError("bad-data", `${name} is not UTF-8${wide ? " but UTF-16" : ""}: save it as UTF-8`, {
      file: name,
    });
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const line = text.slice(0, nul).split("\n").length;
    throw new FigureError("bad-data", `${name} line ${line} holds a NUL byte: it is not a text file`, {
      file: name,
      line,
    });
  }
  return text;
}

/** CSV text taken apart; the first line names the columns. */
export function parseCsv(text: string, name: string): CsvFile {
  if (text.trim() === "")
    throw new FigureError("bad-data", `${name} is empty: expected a line of column names`, {
      file: name,
      line: 1,
    });
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD,
    }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    const reason =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "a quote is opened and never closed: is the file cut off?"
        : error.code === "CSV_MAX_RECORD_SIZE"
          ? `a row has more than ${MAX_RECORD} characters`
          : error.message;
    throw new FigureError("bad-data", `${name} line ${line}: ${reason}`, { file: name, line });
  }
  const [head, ...body] = records;
  const columns = head?.record ?? [];
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) {
    throw new FigureError("bad-data", `${name} line 1: the column ${twice} stands there twice`, {
      file: name,
      line: 1,
      column: twice,
    });
  }
  const rows = body.map(({ record, info }) => {
    if (record.length !== columns.length) {
      throw new FigureError(
        "bad-data",
        `${name} line ${info.lines} has ${record.length} cells, the header ${columns.length}: ${columns.join(", ")}`,
        { file: name, line: info.lines },
      );
    }
    return {
      cells: Object.fromEntries(columns.map((column, i) => [column, record[i] as string])),
      line: info.lines,
    };
  });
  return { columns, rows };
}

/**
 * Rows as CSV (RFC 4180), lines ended by "\n". A cell that a spreadsheet would run as a formula (it begins with =, +, @,
 * or with - before anything but a number) gets an apostrophe, as OWASP advises.
 * @example toCsv(["a", "b"], [{ a: "1,5", b: "=x" }]).split("\n")[1] // "1,5",'=x
 */
export function toCsv<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string>>[],
): string {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(",");
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column])))]
    .map((text) => `${text}\n`)
    .join("");
}

function csvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.]+%?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}
