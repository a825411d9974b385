import { inColumns } from "./columns.js";
import type { Cell, Grid, Laid } from "./grid.js";

/**
 * The tables of a text that marks them with tags and draws them with spaces, as filings of the 1990s do: cells stand two
 * spaces apart, and those below one another are a column.
 */
export function drawnTables(text: string): Grid[] {
  const found: Grid[] = [];
  for (let at = text.indexOf(OPEN); at >= 0; ) {
    const close = text.indexOf(CLOSE, at);
    if (close < 0) break;
    const lines = linesOf(text, at + OPEN.length, close);
    const rows = inColumns(lines.map(laidOf), FAR);
    if (rows !== undefined) found.push({ rows, start: at, end: close, title: titleBefore(text, at) });
    at = text.indexOf(OPEN, close);
  }
  return found;
}

const OPEN = "<TABLE>";
const CLOSE = "</TABLE>";
/** "$      5" has its sign as far from it as the column is wide. */
const FAR = 10;

interface Line {
  readonly text: string;
  readonly start: number;
  /** The words of the lines before, of which this goes on. */
  readonly before: string;
}

/** The lines with words or figures; without tags and rules. A label over several lines is that of its last. */
function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let before = "";
  for (let start = from; start < to; ) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 || stop > to ? to : stop;
    // What leads from a label to its figures is blank, and so are bars between columns, and tags.
    const line = text
      .slice(start, end)
      .replace(/<[A-Z/]+>|\.{2,}|(?:\. ){2,}\.?|\|/g, (leader) => " ".repeat(leader.length));
    const here = start;
    start = end + 1;
    if (!/[\p{L}\d]/u.test(line)) {
      before = "";
      continue;
    }
    const next = text.slice(start, start + LONGEST).split("\n", 1)[0] ?? "";
    const words = line.trim();
    // A line without figures, and a next one that begins with a small letter.
    if (!/\d/.test(line) && !/\S\s{2,}\S/.test(words) && /^[\s|]*\p{Ll}/u.test(next)) {
      before = `${before} ${words}`.trim();
      continue;
    }
    lines.push({ text: line, start: here, before });
    before = "";
  }
  return lines;
}

const LONGEST = 300;
const CELL = /\S+(?: \S+)*/g;

function laidOf({ text, start, before }: Line): Laid[] {
  return [...text.matchAll(CELL)].map(({ 0: found, index }, i) => {
    const bare = found.replace(/\{[\d,]+\}$/, "");
    const cell: Cell = {
      text: i === 0 && before !== "" ? `${before} ${bare}` : bare,
      start: start + index,
      end: start + index + bare.length,
    };
    return { cell, from: index, to: index + bare.length - 1 };
  });
}

function titleBefore(text: string, at: number): Cell | undefined {
  const lines = text.slice(Math.max(0, at - LONGEST), at).trimEnd();
  const line = lines.slice(lines.lastIndexOf("\n") + 1);
  return line === "" ? undefined : { text: line, start: at, end: at };
}
