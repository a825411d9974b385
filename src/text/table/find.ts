import type { Span } from "../reading.js";
import { drawnTables } from "./fixed.js";
import { type Cell, type Grid, MOST_COLUMNS, MOST_ROWS } from "./grid.js";

interface Row extends Span {
  readonly cells: readonly Cell[];
}

/** The tables that a plain text draws: Markdown tables with their rule, lines parted by tabs, two or more together, and lines parted by spaces between tags. */
export function tablesIn(text: string): Grid[] {
  const drawn = drawnTables(text);
  if (drawn.length > 0) return drawn;
  if (!text.includes("\t") && !/\|[ \t]*:?-/.test(text)) return [];
  const found: Grid[] = [];
  let piped: Row[] = [];
  let tabbed: Row[] = [];
  const close = () => {
    const rule = piped.findIndex(isRule);
    if (rule === 1 && piped.length > 2) add(piped.filter((_, i) => i !== rule));
    if (tabbed.length > 1) add(tabbed);
    piped = [];
    tabbed = [];
  };
  const add = (rows: readonly Row[]) => {
    const [first, last] = [rows[0] as Row, rows.at(-1) as Row];
    if (rows.length > MOST_ROWS || first.cells.length > MOST_COLUMNS) return;
    const title = lineBefore(text, first.start);
    found.push({ rows: rows.map((row) => row.cells), title, start: first.start, end: last.end });
  };
  for (const line of linesOf(text)) {
    if (line.text.includes("\t")) {
      if (piped.length > 0) close();
      const cells = cellsOf(text, line, "\t");
      if (tabbed.length > 0 && tabbed[0]?.cells.length !== cells.length) close();
      tabbed.push({ ...line, cells });
    } else if (line.text.includes("|")) {
      if (tabbed.length > 0) close();
      piped.push({ ...line, cells: pipeCells(text, line) });
    } else close();
  }
  close();
  return found;
}

/** The table that a text of comma or semicolon separated values is; quotes hold separators and breaks. */
export function csvGrid(text: string): Grid | undefined {
  const separator = separatorOf(text);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at <= text.length) {
    if (rows.length > MOST_ROWS || row.length > MOST_COLUMNS) return undefined;
    const cell = csvCell(text, at, separator);
    row.push(cell.cell);
    const mark = text[cell.next];
    at = cell.next + (mark === "\r" && text[cell.next + 1] === "\n" ? 2 : 1);
    if (mark === separator) continue;
    if (row.length > 1 || row[0]?.text !== "") rows.push(row);
    row = [];
    if (mark === undefined) break;
  }
  return rows.length < 2 ? undefined : { rows, start: 0, end: text.length };
}

function csvCell(text: string, at: number, separator: string): { cell: Cell; next: number } {
  let start = at;
  while (text[start] === " ") start++;
  if (text[start] === '"') {
    let end = start + 1;
    for (; end < text.length; end++) {
      if (text[end] !== '"') continue;
      if (text[end + 1] !== '"') break;
      end++;
    }
    let next = Math.min(end + 1, text.length);
    while (next < text.length && text[next] !== separator && text[next] !== "\n" && text[next] !== "\r")
      next++;
    return { cell: trimmed(text, start + 1, Math.min(end, text.length)), next };
  }
  let next = at;
  while (next < text.length && text[next] !== separator && text[next] !== "\n" && text[next] !== "\r") next++;
  return { cell: trimmed(text, at, next), next };
}

/** Of comma, semicolon and tab the one that the first line has most of. */
function separatorOf(text: string): string {
  const first =
    text
      .slice(0, 5_000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== "") ?? "";
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).mark;
}

function* linesOf(text: string): Generator<Span> {
  let start = 0;
  while (start <= text.length) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    yield { text: text.slice(start, end), start, end };
    start = end + 1;
  }
}

function cellsOf(text: string, { start, end }: Span, separator: string): Cell[] {
  const cells: Cell[] = [];
  let at = start;
  for (;;) {
    const stop = text.indexOf(separator, at);
    const here = stop < 0 || stop > end ? end : stop;
    cells.push(trimmed(text, at, here));
    if (here === end) return cells;
    at = here + 1;
  }
}

/** The cells of "| a | b |": bars at the ends part nothing, "\|" is a bar of the text. */
function pipeCells(text: string, line: Span): Cell[] {
  const cells: Cell[] = [];
  let at = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && (text[i] !== "|" || text[i - 1] === "\\")) continue;
    cells.push(trimmed(text, at, i));
    at = i + 1;
  }
  if (cells[0]?.text === "") cells.shift();
  if (cells.at(-1)?.text === "" && text.slice(line.start, line.end).trimEnd().endsWith("|")) cells.pop();
  return cells;
}

function trimmed(text: string, from: number, to: number): Cell {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  // Markdown's bold and italics are no part of a figure.
  for (const mark of ["**", "__", "*", "_", "`"]) {
    const whole = text.startsWith(mark, start) && text.startsWith(mark, end - mark.length);
    if (!whole || end - start <= 2 * mark.length) continue;
    start += mark.length;
    end -= mark.length;
  }
  return { text: text.slice(start, end), start, end };
}

function isRule({ cells }: Row): boolean {
  return cells.length > 0 && cells.every(({ text }) => /^:?-+:?$/.test(text));
}

/** The line before a table, over one empty line; a table's unit often stands there. */
function lineBefore(text: string, start: number): Span | undefined {
  let end = start;
  for (let breaks = 0; end > 0 && /\s/.test(text[end - 1] as string) && breaks < 3; end--) {
    if (text[end - 1] === "\n") breaks++;
  }
  if (end === 0 || end === start) return undefined;
  const from = Math.max(text.lastIndexOf("\n", end - 1) + 1, end - 300);
  return { text: text.slice(from, end), start: from, end };
}
