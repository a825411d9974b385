import { type NumberCell, numberCell } from "./cell-figure.js";
import type { Cell, Grid } from "./grid.js";
import { isCalled, placeOf, says } from "./head.js";
import { type CellUnit, unitsOf } from "./units.js";

/** A number of a table with the unit that it, its heads or the caption say; without one where none or two are said. */
export interface Placed extends NumberCell {
  readonly unit: CellUnit | undefined;
  /** A percentage only by what the head is about ("growth"), so only where other figures bear it out. */
  readonly assumed: boolean;
}

/** The figures of a table between its heads and its labels. */
export interface Body {
  readonly numbers: readonly (readonly (Placed | undefined)[])[];
  /** Where a dash stands for nothing. */
  readonly nothing: readonly (readonly boolean[])[];
  readonly heads: readonly string[];
  readonly labels: readonly string[];
}

const MOST_HEADS = 10;
const MOST_LABELS = 3;
const NOTHING = /^[\p{Sc}\s]*[-–—―]{1,3}\s*%?$/u;

/** @returns undefined for a table without heads, or without figures below them */
export function bodyOf(grid: Grid, decimal: "." | ","): Body | undefined {
  const all = grid.rows.map((row) => row.map((cell) => numberCell(cell, decimal)));
  const first = all.findIndex((row) =>
    row.some((one, column) => column > 0 && one !== undefined && !isYear(one)),
  );
  if (first < 1 || first > MOST_HEADS) return undefined;
  const width = Math.max(...grid.rows.slice(first).map((row) => row.length));
  const labelled = labelColumns(all.slice(first), width);
  const texts = (row: readonly Cell[]) => row.map((cell) => cell.text);
  const headRows = grid.rows.slice(0, first).map(texts);
  const heads = Array.from({ length: width - labelled }, (_, i) =>
    joined(headRows.map((row) => row[i + labelled])),
  );
  const below = grid.rows.slice(first);
  const labels = below.map((row) => joined(texts(row).slice(0, labelled)));
  const figures = <T>(of: (r: number, c: number) => T) =>
    below.map((_, r) => heads.map((_, c) => of(r, c + labelled)));
  const rows = figures((r, c) => all[r + first]?.[c]);
  const nothing = figures((r, c) => NOTHING.test(below[r]?.[c]?.text ?? ""));
  // A line over the whole table is its caption; the corner says what holds for both ways.
  const corner = headRows.flatMap((row) => row.slice(0, labelled));
  const caption = [titleOf(grid), ...corner].map(withoutExceptions).join("; ");
  const units = unitsOf({ rows, heads, labels, sections: sectionsOf(labels, rows, nothing), caption });
  const ofRatios = (text: string) => says(text, "change") || says(text, "share");
  const [headsSay, labelsSay] = [heads.map(ofRatios), labels.map(ofRatios)];
  const numbers = rows.map((row, r) =>
    row.map((one, c) => {
      if (one === undefined) return undefined;
      const bare = one.printed.unit === "number" && one.printed.exponent === 0 && units.isUnsaid(r, c);
      const assumed = bare && (headsSay[c] === true || labelsSay[r] === true);
      return { ...one, unit: assumed ? { unit: "percent" } : units.of(r, c), assumed };
    }),
  );
  return { numbers: withAmounts(numbers, headsSay), nothing, heads, labels };
}

/** The same with rows for columns. */
export function turnedBody({ numbers, nothing, heads, labels }: Body): Body {
  return {
    numbers: heads.map((_, column) => numbers.map((row) => row[column])),
    nothing: heads.map((_, column) => nothing.map((row) => row[column] === true)),
    heads: labels,
    labels: heads,
  };
}

/** The line before a table; a row of another table says nothing of this one. */
function titleOf({ title }: Grid): string {
  const [only = "", ...others] = (title?.text ?? "").split("|").filter((one) => one.trim() !== "");
  return others.length === 0 ? only : "";
}

/** "(in millions, except per share data)" says millions. */
function withoutExceptions(text: string): string {
  const at = placeOf(text, "except");
  if (at < 0) return text;
  const end = text.indexOf(")", at);
  return text.slice(0, at) + (end < 0 ? "" : text.slice(end));
}

/** For each row the line without figures above it, up to a total. */
function sectionsOf(
  labels: readonly string[],
  rows: readonly (readonly unknown[])[],
  nothing: readonly (readonly boolean[])[],
): string[] {
  let section = "";
  return labels.map((label, r) => {
    const empty = rows[r]?.every((one, c) => one === undefined && nothing[r]?.[c] !== true);
    if (empty) section = label;
    const here = section;
    if (isCalled(label, "total")) section = "";
    return empty ? "" : here;
  });
}

/** A column called a change, without any sign: amounts where most of them are the difference of two amounts beside it. */
function withAmounts(
  numbers: readonly (readonly (Placed | undefined)[])[],
  headsSay: readonly boolean[],
): readonly (readonly (Placed | undefined)[])[] {
  const amounts = new Map<number, number>();
  headsSay.forEach((said, c) => {
    if (!said) return;
    const near = [c - 2, c - 1, c + 1, c + 2];
    for (const [a, b] of near.flatMap((a) => near.map((b) => [a, b] as const))) {
      if (a >= b || amounts.has(c)) continue;
      const rows = numbers.filter(
        (row) => row[c]?.assumed === true && isMoney(row[a]) && isMoney(row[b]) && row[c].value !== 0,
      );
      const fits = rows.filter((row) => {
        const [change, x, y] = [row[c], row[a], row[b]] as [Placed, Placed, Placed];
        return Math.abs(Math.abs(x.value - y.value) - Math.abs(change.value)) <= 3.1 * change.half;
      });
      if (fits.length >= 2 && fits.length >= 0.7 * rows.length) amounts.set(c, a);
    }
  });
  if (amounts.size === 0) return numbers;
  return numbers.map((row) =>
    row.map((one, c) => {
      const unit = row[amounts.get(c) ?? -1]?.unit;
      return one?.assumed === true && unit !== undefined ? { ...one, unit, assumed: false } : one;
    }),
  );
}

const isMoney = (one: Placed | undefined) =>
  one?.unit !== undefined && !one.assumed && one.unit.unit !== "percent";

function isYear({ printed }: NumberCell): boolean {
  return /^(?:1[89]|20|21)\d\d$/.test(printed.digits) && printed.unit === "number" && printed.exponent === 0;
}

/** How many columns at the left hold no figures, or years. */
function labelColumns(rows: readonly (readonly (NumberCell | undefined)[])[], width: number): number {
  let count = 0;
  while (count < Math.min(MOST_LABELS, width - 1)) {
    const figures = rows.filter(
      (row) => row[count] !== undefined && !isYear(row[count] as NumberCell),
    ).length;
    if (figures > 0) break;
    count++;
  }
  return count;
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text, i) => text !== undefined && text !== "" && text !== texts[i - 1])
    .join(" ")
    .trim();
}
