import { type NumberCell, numberCell } from "./cell-figure.js";
import type { Cell, Grid } from "./grid.js";
import { type HeadUnit, says, unitOfHead } from "./head.js";

/** A number of a table with the unit that it, its heads or the caption say; without one where none or two are said. */
export interface Placed extends NumberCell {
  readonly unit: (HeadUnit & { readonly unit: string }) | undefined;
  /** A percentage only by what the head is about ("growth"), so only where other figures bear it out. */
  readonly assumed: boolean;
}

/** The figures of a table between its heads and its labels. */
export interface Body {
  readonly numbers: readonly (readonly (Placed | undefined)[])[];
  readonly heads: readonly string[];
  readonly labels: readonly string[];
}

const MOST_HEADS = 6;
const MOST_LABELS = 3;

/** @returns undefined for a table without heads, or without figures below them */
export function bodyOf(grid: Grid, decimal: "." | ","): Body | undefined {
  const rows = grid.rows.map((row) => row.map((cell) => numberCell(cell, decimal)));
  const first = rows.findIndex((row) =>
    row.some((one, column) => column > 0 && one !== undefined && !isYear(one)),
  );
  if (first < 1 || first > MOST_HEADS) return undefined;
  const width = Math.max(...grid.rows.slice(first).map((row) => row.length));
  const labelled = labelColumns(rows.slice(first), width);
  const texts = (row: readonly Cell[]) => row.map((cell) => cell.text);
  const headRows = grid.rows.slice(0, first).map(texts);
  const heads = Array.from({ length: width - labelled }, (_, i) =>
    joined(headRows.map((row) => row[i + labelled])),
  );
  const labels = grid.rows.slice(first).map((row) => joined(texts(row).slice(0, labelled)));
  // A line over the whole table is its caption; the corner says what holds for both ways.
  const corner = headRows.flatMap((row) => row.slice(0, labelled));
  const caption = unitOfHead([grid.title?.text ?? "", ...corner].join("; "));
  const [byColumn, byRow] = [heads.map(unitOfHead), labels.map(unitOfHead)];
  const ofRatios = (text: string) => says(text, "change") || says(text, "share");
  const [headsSay, labelsSay] = [heads.map(ofRatios), labels.map(ofRatios)];
  const numbers = rows.slice(first).map((row, r) =>
    Array.from({ length: width - labelled }, (_, c) => {
      const one = row[c + labelled];
      if (one === undefined) return undefined;
      const units = { own: one, column: byColumn[c], row: byRow[r], caption };
      const unit = unitOf(units);
      const bare =
        one.printed.unit === "number" && byColumn[c]?.unit === undefined && byRow[r]?.unit === undefined;
      const assumed = bare && one.printed.exponent === 0 && (headsSay[c] === true || labelsSay[r] === true);
      return { ...one, unit: assumed ? { unit: "percent" } : unit, assumed };
    }),
  );
  return { numbers, heads, labels };
}

/** The same with rows for columns. */
export function turnedBody({ numbers, heads, labels }: Body): Body {
  return {
    numbers: heads.map((_, column) => numbers.map((row) => row[column])),
    heads: labels,
    labels: heads,
  };
}

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

interface Units {
  readonly own: NumberCell;
  readonly column: HeadUnit | undefined;
  readonly row: HeadUnit | undefined;
  readonly caption: HeadUnit | undefined;
}

/** The unit of a cell: its own, else of its column or its row, else of the caption; undefined where two contradict. */
function unitOf({ own, column, row, caption }: Units): Placed["unit"] {
  const { unit: printed, exponent } = own.printed;
  const headed = column?.exponent ?? row?.exponent;
  if (printed !== "number") {
    const money = /^[A-Z]{3}$/.test(printed);
    return {
      unit: printed,
      exponent: exponent !== 0 || !money ? exponent : (headed ?? caption?.exponent ?? 0),
    };
  }
  if (column === undefined || row === undefined) return undefined;
  if (column.unit !== undefined && row.unit !== undefined && column.unit !== row.unit) return undefined;
  const unit = column.unit ?? row.unit;
  if (unit !== undefined) {
    const money = /^[A-Z]{3}$/.test(unit);
    return {
      unit,
      exponent: exponent + (headed ?? (money ? (caption?.exponent ?? 0) : 0)),
      of: column.of ?? row.of,
    };
  }
  if (caption?.unit === undefined) return undefined;
  return { unit: caption.unit, exponent: exponent + (headed ?? caption.exponent ?? 0), of: caption.of };
}
