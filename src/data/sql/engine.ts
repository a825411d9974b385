import type { Dialect } from "./dialect.js";

/** A row as text, null as null. */
export type TextRow = readonly (string | null)[];

/** An engine that is connected. Results are texts: no number is parsed on the way. */
export interface Engine {
  readonly dialect: Dialect;
  /** The engine's own name and version, for the record: "PostgreSQL 15.18". */
  readonly version: string;
  /** All rows of a statement. @throws FigureError "bad-data" with the engine's message */
  rows(sql: string, signal?: AbortSignal): Promise<TextRow[]>;
  close(): Promise<void>;
}
