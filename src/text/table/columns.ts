import { isCurrency } from "../../figure/units.js";
import { type Cell, type Grid, type Laid, MOST_COLUMNS, MOST_ROWS } from "./grid.js";

/**
 * A table as it is meant: accounts print "$", ")" and "%" in cells of their own, leave columns blank, and let heads and
 * figures take several columns. Each figure gets the signs beside it, figures below one another are one column, and the
 * words of a head stand over each column that it reaches.
 */
export function tidied(grid: Grid): Grid {
  const rows = grid.rows.map(laidOf);
  const marks = rows.some((row) => row.some((one) => one.to > one.from || isMark(one.cell.text)));
  return marks || hasBlank(grid) ? { ...grid, rows: inColumns(rows) ?? grid.rows } : grid;
}

/** A figure or words of a row, with the signs beside it. */
interface Item extends Laid {
  /** As far as its signs reach. */
  readonly first: number;
  readonly last: number;
  readonly kind: "figure" | "nothing" | "year" | "words";
}

interface Column {
  from: number;
  to: number;
  first: number;
  last: number;
  /** The rows that have a figure in it, or a sign for nothing. */
  readonly rows: Set<number>;
  figures: boolean;
}

/** The rows with a cell for the label and one for each column of figures; undefined where there are no figures. */
export function inColumns(rows: readonly (readonly Laid[])[], far = FAR): Cell[][] | undefined {
  if (rows.length > MOST_ROWS) return undefined;
  const items = rows.map((row) => withSigns(row, far));
  const top = items.findIndex((row) => row.some((one) => one.kind === "figure" && one.from > 0));
  if (top < 0) return undefined;
  const columns = columnsOf(items, top);
  if (columns.length === 0 || columns.length > MOST_COLUMNS) return undefined;
  const left = Math.min(...columns.map((one) => one.first));
  const made: Cell[][] = [];
  for (const [r, row] of items.entries()) {
    if (row.length === 0) continue;
    made.push(r < top ? headRow(row, columns, left) : bodyRow(row, columns, left));
  }
  return made;
}

const BLANK: Cell = { text: "", start: 0, end: 0 };

function headRow(row: readonly Item[], columns: readonly Column[], left: number): Cell[] {
  const over = row.map((one) => {
    // What begins over the labels and goes on is of the whole table.
    if (one.from < left) return [];
    const reached = columns.filter((column) => overlaps(one, column));
    return reached.length > 0 ? reached : columns.filter((column) => isBeside(one, column)).slice(0, 1);
  });
  const cells = columns.map((column) => joined(row.filter((_, i) => over[i]?.includes(column))));
  return [joined(row.filter((one) => one.from < left)), ...cells];
}

function bodyRow(row: readonly Item[], columns: readonly Column[], left: number): Cell[] {
  const words = row.filter((one) => one.kind === "words" && one.from < left);
  const rest = row.filter((one) => !words.includes(one));
  return [
    joined(words),
    ...columns.map((column) => {
      const here = rest.filter((one) => one.from <= column.to && one.to >= column.from);
      const one = here.find((item) => item.kind !== "words") ?? here[0];
      return one?.cell ?? BLANK;
    }),
  ];
}

function joined(items: readonly Item[]): Cell {
  const [first] = items;
  if (first === undefined) return BLANK;
  return { ...first.cell, text: items.map((one) => one.cell.text).join(" ") };
}

const overlaps = (one: Item, column: Column) => one.first <= column.last && one.last >= column.first;
const isBeside = (one: Item, column: Column) =>
  one.first - column.last === 1 || column.first - one.last === 1;

/** A table whose figures stand in more places than these has no columns to find. */
const MOST_SPANS = 2_000;

/** The columns of the figures below the heads; figures are of one column where they overlap, and of two where a row has both. */
function columnsOf(items: readonly (readonly Item[])[], top: number): Column[] {
  const spans = new Map<string, Column>();
  for (let r = top; r < items.length; r++) {
    for (const { from, to, first, last, kind } of items[r] as readonly Item[]) {
      if (kind === "words") continue;
      const key = `${from} ${to}`;
      const known = spans.get(key);
      const figures = kind !== "nothing";
      if (known === undefined) spans.set(key, { from, to, first, last, rows: new Set([r]), figures });
      else {
        known.rows.add(r);
        known.figures ||= figures;
        known.first = Math.min(known.first, first);
        known.last = Math.max(known.last, last);
      }
    }
  }
  if (spans.size > MOST_SPANS) return [];
  // The narrow and frequent ones say where the columns are.
  const sorted = [...spans.values()].sort(
    (a, b) => a.to - a.from - (b.to - b.from) || b.rows.size - a.rows.size,
  );
  let columns: Column[] = [];
  for (const span of sorted) {
    const near = columns.filter((one) => span.from <= one.to && span.to >= one.from);
    const all = [span, ...near];
    const count = all.reduce((sum, one) => sum + one.rows.size, 0);
    const rows = new Set(all.flatMap((one) => [...one.rows]));
    // A figure over two columns belongs to neither alone.
    if (near.length > 0 && rows.size < count) continue;
    columns = columns.filter((one) => !near.includes(one));
    columns.push({
      from: Math.min(...all.map((one) => one.from)),
      to: Math.max(...all.map((one) => one.to)),
      first: Math.min(...all.map((one) => one.first)),
      last: Math.max(...all.map((one) => one.last)),
      rows,
      figures: all.some((one) => one.figures),
    });
  }
  return columns.filter((one) => one.figures).sort((a, b) => a.from - b.from);
}

const FIGURE =
  /^[(\s]*(?:[A-Z]{1,3})?\p{Sc}?[A-Z]{0,3}[\s(+−–-]*[.,]?\d[\d,.\s]*[)%\s]*(?:[*†‡⁰¹²³⁴⁵⁶⁷⁸⁹\s]*)$/u;
const YEAR = /^(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?[*†⁰¹²³⁴⁵⁶⁷⁸⁹\s]*$/;
const NOTHING = /^[\p{Sc}\s]*[-–—―]{1,3}\s*%?$/u;
const BEFORE = /^(?:[A-Z]{0,3}\p{Sc}\s*\(?|\()$/u;
const BEHIND = /^(?:\)\s*%?|%\s*\)?)/;

const isBefore = (text: string) => BEFORE.test(text) || (text.length === 3 && isCurrency(text));
const isMark = (text: string) =>
  text.length < 8 && (isBefore(text) || (BEHIND.test(text) && !/\d/.test(text)));

/** Signs may stand a blank cell away from their figure. */
const FAR = 2;

function withSigns(row: readonly Laid[], far: number): Item[] {
  const items: Item[] = [];
  let before: Laid | undefined;
  for (const [i, one] of row.entries()) {
    const { text } = one.cell;
    const next = row[i + 1];
    if (
      isBefore(text) &&
      next !== undefined &&
      next.from - one.to <= far &&
      kindOf(next.cell.text) !== "words"
    ) {
      before = one;
      continue;
    }
    const last = items.at(-1);
    const behind = text.length < 8 ? BEHIND.exec(text)?.[0] : undefined;
    if (behind !== undefined && last !== undefined && last.kind !== "words" && one.from - last.last <= far) {
      items[items.length - 1] = { ...last, ...signed(last.cell, "", behind), last: one.to };
      continue;
    }
    const kind = kindOf(one.cell.whole ?? text);
    const own = { ...one, kind, first: one.from, last: one.to };
    items.push(
      before === undefined ? own : { ...own, ...signed(one.cell, before.cell.text, ""), first: before.from },
    );
    before = undefined;
  }
  return items;
}

function signed(cell: Cell, before: string, behind: string): { cell: Cell; kind: Item["kind"] } {
  const whole = `${before}${cell.whole ?? cell.text}${behind}`;
  return { cell: { ...cell, whole }, kind: NOTHING.test(whole) ? "nothing" : "figure" };
}

function kindOf(text: string): Item["kind"] {
  if (YEAR.test(text)) return "year";
  if (NOTHING.test(text)) return "nothing";
  return FIGURE.test(text) ? "figure" : "words";
}

/** The cells of a row, each once, without the empty ones. */
function laidOf(row: readonly Cell[]): Laid[] {
  const laid: Laid[] = [];
  for (const [column, one] of row.entries()) {
    const { text, start } = one;
    const blanks = text.length - text.trimStart().length;
    const cell = { ...one, text: text.trim(), start: start + blanks };
    if (cell.text === "") continue;
    const last = laid.at(-1);
    if (
      last !== undefined &&
      last.to === column - 1 &&
      last.cell.start === cell.start &&
      last.cell.end === cell.end
    )
      laid[laid.length - 1] = { ...last, to: column };
    else laid.push({ cell, from: column, to: column });
  }
  return laid;
}

function hasBlank({ rows }: Grid): boolean {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, i) => i).some((i) =>
    rows.every((row) => (row[i]?.text ?? "").trim() === ""),
  );
}
