import type { Span, TextTable } from "../reading.js";

export interface Cell extends Span {
  /** The figure with the signs that stand in cells of their own beside it: "(4" and ")%" are "(4%)". */
  readonly whole?: string;
}

export interface Grid extends TextTable {
  readonly rows: readonly (readonly Cell[])[];
}

/** No larger table is read: laws are looked for between its columns and its rows. */
export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 60;

/** A cell with the places that it takes: columns of a page, or characters of a line. */
export interface Laid {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
}
