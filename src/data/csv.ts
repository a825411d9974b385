import { CsvError, parse } from "csv-parse/sync";
import { FigureError } from "../errors.js";
import type { CsvRecord } from "./csv-record.js";

/**
 * The records of a CSV text (RFC 4180: commas, double quotes, LF or CRLF), the first one the header. Cells stay text.
 * @param file the name for messages
 * @param first the line of the file that the text begins on, where something stands before it
 * @throws FigureError "bad-data" for an empty text, an unclosed or misplaced quote, a text that was cut off, or a
 *   record with more or fewer cells than the header
 */
export function parseCsv(text: string, file: string, first = 1): CsvRecord[] {
  if (text.trim() === "")
    throw new FigureError("bad-data", `${file} is empty, expected a header line`, { file });
  const records = parsed(text, file, first);
  const width = records[0]?.cells.length ?? 0;
  for (const { line, cells } of records) {
    if (cells.length === width) continue;
    const found = cells.length === 1 && cells[0] === "" ? "an empty line" : `${cells.length} cells`;
    throw new FigureError(
      "bad-data",
      `${file} line ${line}: found ${found}, expected ${width} cells as in the header (a comma too many or too few, or a cell with a comma and no quotes?)`,
      { file, line },
    );
  }
  // Without its last line break a file may have lost the end of its last row, and no other check would see it.
  if (!text.endsWith("\n")) {
    const line = records[records.length - 1]?.line ?? first;
    throw new FigureError(
      "bad-data",
      `${file} line ${line}: the file ends in the middle of a line and may be cut off; if it is whole, end it with a line break`,
      { file, line },
    );
  }
  return records;
}

function parsed(text: string, file: string, first: number): CsvRecord[] {
  if (!text.includes("\n") && text.includes("\r")) {
    throw new FigureError(
      "bad-data",
      `${file} line ${first}: found lines that end in CR alone, expected LF or CRLF; save it with one of these`,
      { file, line: first },
    );
  }
  let next = first;
  try {
    return recordsOf(text).map((cells) => {
      const line = next;
      // A quoted cell may run over several lines; the parser's own count takes CRLF in a cell for two.
      next += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
      return { line, cells };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const trouble = quoteTrouble(text);
    const { found } = trouble;
    const line = trouble.line + first - 1;
    throw new FigureError(
      "bad-data",
      `${file} line ${line}: found ${found}; close the quote, or write a quote inside a quoted cell twice`,
      { file, line },
    );
  }
}

/**
 * A line without a quote is a record and is cut at its commas: the parser takes twenty times as long for it. It reads
 * what the quotes of one line leave open, with the lines after it until as many are closed as were opened.
 */
function recordsOf(text: string): string[][] {
  const lines = text.split("\n");
  const ends = lines[lines.length - 1] === "";
  if (ends) lines.pop();
  const records: string[][] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    let quotes = quotesIn(line);
    if (quotes === 0) {
      records.push((line.endsWith("\r") ? line.slice(0, -1) : line).split(","));
      continue;
    }
    if (line.length < LONG_LINE && WELL_QUOTED.test(line)) {
      records.push(cellsOf(line.endsWith("\r") ? line.slice(0, -1) : line));
      continue;
    }
    const start = i;
    while (quotes % 2 === 1 && i + 1 < lines.length) quotes += quotesIn(lines[++i] as string);
    const end = i + 1 < lines.length || ends ? "\n" : "";
    const quoted = parse(lines.slice(start, i + 1).join("\n") + end, {
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true, // the count is checked above, with a message of our own
      skip_empty_lines: false,
    }) as string[][];
    records.push(...quoted);
  }
  return records;
}

/** A pattern remembers each step of a quoted cell; the parser does not. */
const LONG_LINE = 10_000;

/** A record on one line whose quotes open at the start of a cell and close at its end. */
const WELL_QUOTED = /^(?:"(?:[^"]|"")*"|[^",]*)(?:,(?:"(?:[^"]|"")*"|[^",]*))*\r?$/;

/** The cells of such a record. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (let at = 0, end = 0; ; at = end + 1) {
    if (line[at] === '"') {
      for (end = line.indexOf('"', at + 1); line[end + 1] === '"'; end = line.indexOf('"', end + 2)) {
        // A doubled quote is one quote of the cell.
      }
      cells.push(line.slice(at + 1, end).replaceAll('""', '"'));
      end += 1;
    } else {
      end = line.indexOf(",", at);
      if (end < 0) end = line.length;
      cells.push(line.slice(at, end));
    }
    if (end >= line.length) return cells;
  }
}

const quotesIn = (text: string) => text.split('"').length - 1;

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Where the quotes of a text that the parser refused go wrong: the parser names the end of the file instead. */
function quoteTrouble(text: string): { line: number; found: string } {
  let opened = -1;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    if (opened === -1) {
      if (at > 0 && text[at - 1] !== "," && text[at - 1] !== "\n") {
        return { line: 1 + breaksIn(text.slice(0, at)), found: "a quote in the middle of a cell" };
      }
      opened = at;
    } else if (text[at + 1] === '"') {
      at += 1;
    } else if (/^(?:,|\r?\n|$)/.test(text.slice(at + 1, at + 3))) {
      opened = -1;
    } else {
      return { line: 1 + breaksIn(text.slice(0, at)), found: "text after a closing quote" };
    }
  }
  return {
    line: 1 + breaksIn(text.slice(0, Math.max(opened, 0))),
    found: "a cell that opens with a quote and never closes it",
  };
}
