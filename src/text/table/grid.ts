import type { Span, TextTable } from "../reading.js";

export type Cell = Span;
export type Grid = TextTable;

/** No larger table is read: laws are looked for between its columns and its rows. */
export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 60;
