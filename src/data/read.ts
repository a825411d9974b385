import { checkedRows, type PlacedRow, type Row } from "./check.js";
import { parseCsv } from "./csv.js";
import { type ReadLimits, readText, shownPath } from "./file/bytes.js";
import type { TableSchema } from "./schema.js";

/**
 * The rows of a CSV file in UTF-8, every cell checked against the schema and kept as text.
 * @param path   the file
 * @param schema the columns in their order, from {@link tableSchema}
 * @throws FigureError "bad-data" that names file, line and column; "no-file"; "limit" for a file over 16 MiB
 *   (or `maxBytes`), which is not read
 */
export function readTable(path: string, schema: TableSchema, limits: ReadLimits = {}): readonly Row[] {
  return placedRows(path, schema, limits).map(({ row }) => row);
}

/** The same with the line of each row, for checks between tables. */
export function placedRows(path: string, schema: TableSchema, limits: ReadLimits): readonly PlacedRow[] {
  const file = shownPath(path);
  return checkedRows(parseCsv(readText(path, limits), file), schema, file);
}
