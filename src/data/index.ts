/** Reading and writing tables. This door needs Node: it opens files. */
import type { Updated, UpdateOptions } from "./update.js";

export { writeWhole } from "../data/file/draft.js";
export { cachedRates, cacheFolder, type Sidecar } from "./cache.js";
export type { Row } from "./check.js";
export { checkData, type DataCheck } from "./contradictions.js";
export { type Danfo, type ExactFrame, type FrameOptions, toFrame } from "./danfo.js";
export { facts } from "./evidence.js";
export type { ReadLimits } from "./file/bytes.js";
export { packageFolder } from "./file/folder.js";
export { type DataPackage, openData } from "./open.js";
export { type ReadPackage, readDataPackage } from "./package.js";
export { openPublished } from "./published.js";
export { bundledRates, openRateBook, type RateBookOptions, rateEntries } from "./rates.js";
export { readTable } from "./read.js";
export {
  type AverageRateRow,
  COLUMNS,
  type ConversionRow,
  type CustomsRateRow,
  type EventRow,
  type PlaceRow,
  type ProvinceRow,
  type RateRow,
  type RowOf,
  type SourceRow,
  type TableName,
  type TradeRow,
} from "./rows.js";
export { type FieldSchema, type ForeignKey, type TableSchema, tableSchema } from "./schema.js";
export { pastedSeries } from "./table-series.js";
export { type CsvOptions, toCsv } from "./to-csv.js";
export type { Updated, UpdateOptions } from "./update.js";

/** Fetches an official source into a cache folder: see `update.ts`. What it needs is loaded when it is asked for. */
export async function update(id: string, options: UpdateOptions): Promise<Updated> {
  return (await import("./update.js")).update(id, options);
}
