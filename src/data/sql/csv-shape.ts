import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FigureError } from "../../errors.js";

/** How a CSV file is to be read: nothing is left to be guessed, row by row, from a sample. */
export interface CsvShape {
  readonly delimiter: string;
  /** Lines above the header: a title, a source. */
  readonly skip: number;
  readonly columns: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"];
const HEAD_BYTES = 2 ** 18;
/** So many lines may stand above the header. */
const ABOVE = 50;

/**
 * The header of a CSV file: the first line that has the wanted columns, and what separates them there. A file that is packed
 * is unpacked to its end, since of one that was cut off a reader sees shorter numbers and no error.
 * @throws FigureError "bad-option" for a column that is missing; "bad-data" for two of one name, a text that is not UTF-8,
 * an empty or a broken file
 */
export async function csvShape(path: string, wanted: readonly string[]): Promise<CsvShape> {
  const lines = textOf(path, await headOf(path))
    .split(/\r\n|\n|\r/)
    .slice(0, ABOVE);
  for (const [skip, line] of lines.entries()) {
    for (const delimiter of DELIMITERS) {
      const cells = cellsOf(line, delimiter);
      if (wanted.every((name) => cells.includes(name)))
        return { delimiter, skip, columns: distinctNames(cells, wanted, path, skip + 1) };
    }
  }
  // No line has them all: the fullest of the likely headers says best what is there.
  const first = lines.find((line) => line.trim() !== "");
  if (first === undefined)
    throw new FigureError("bad-data", `${path} is empty, expected a header line`, { file: path });
  const likely = DELIMITERS.map((one) => cellsOf(first, one)).reduce((a, b) => (b.length > a.length ? b : a));
  checkNames(likely, path, lines.indexOf(first) + 1);
  throw noColumn(path, wanted, likely);
}

/**
 * A NUL in a cell is read like any other character; in a name DuckDB takes it for the end of the statement.
 * @throws FigureError "bad-data" for a name with a NUL
 */
export function checkNames(names: readonly string[], path: string, line?: number): void {
  const at = names.findIndex((name) => name.includes("\0"));
  if (at < 0) return;
  const where = line === undefined ? "" : `, line ${line}`;
  throw new FigureError(
    "bad-data",
    `${path}${where}: the name of column ${at + 1}, ${JSON.stringify(names[at])}, has a NUL byte in it: take it out, or save a file that is in UTF-16 as UTF-8`,
    { file: path, ...(line === undefined ? {} : { line }) },
  );
}

export function noColumn(path: string, wanted: readonly string[], there: readonly string[]): FigureError {
  const missing = wanted.find((name) => !there.includes(name)) ?? wanted.join(", ");
  const meant = there.find((name) => name.toLowerCase() === missing.toLowerCase());
  return new FigureError(
    "bad-option",
    `no column "${missing}" in ${path}; there are ${there.join(", ")}${meant === undefined ? "" : `: is "${meant}" meant?`}`,
    { file: path, column: missing },
  );
}

async function headOf(path: string): Promise<Buffer> {
  if (/\.gz$/i.test(path)) {
    const parts: Buffer[] = [];
    let size = 0;
    try {
      await pipeline(createReadStream(path), createGunzip(), async (plain: AsyncIterable<Buffer>) => {
        for await (const part of plain) {
          if (size < HEAD_BYTES) parts.push(part);
          size += part.length;
        }
      });
    } catch (error) {
      throw new FigureError("bad-data", `${path} is broken or was cut off: ${(error as Error).message}`, {
        file: path,
      });
    }
    return Buffer.concat(parts).subarray(0, HEAD_BYTES);
  }
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function textOf(path: string, head: Buffer): string {
  try {
    // In a stream, so that a character cut by the end of the part is no error; a mark at the beginning goes.
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    throw notUtf8(path);
  }
}

export function notUtf8(path: string): FigureError {
  return new FigureError(
    "bad-data",
    `${path} is not encoded in UTF-8: save it so, or convert it with iconv -f LATIN1 -t UTF-8`,
    { file: path },
  );
}

/** The cells of a header, without the quotes and blanks around them. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string;
    if (c === '"' && quoted && line[i + 1] === '"') {
      cell += c;
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (c === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += c;
  }
  return [...cells, cell.trim()];
}

/**
 * Names for all columns: those without one, or with the name of another, get a number.
 * @param line that of the names in the file
 * @throws FigureError "bad-data" where one that was asked for is there twice, or one has a NUL
 */
export function distinctNames(
  cells: readonly string[],
  wanted: readonly string[],
  path: string,
  line: number,
): string[] {
  checkNames(cells, path, line);
  const lower = cells.map((one) => one.toLowerCase());
  const twice = wanted.find((name) => lower.filter((one) => one === name.toLowerCase()).length > 1);
  if (twice !== undefined) {
    throw new FigureError(
      "bad-data",
      `${path} has two columns "${twice}": which of them is meant cannot be told`,
      {
        file: path,
      },
    );
  }
  const used = new Set<string>();
  return cells.map((cell, i) => {
    let name = cell === "" ? `column${i}` : cell;
    for (let n = 1; used.has(name.toLowerCase()); n++) name = `${cell}_${n}`;
    used.add(name.toLowerCase());
    return name;
  });
}
