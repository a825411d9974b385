/** Whole tables: columns of exact amounts, their conversion, sums and growth. Engines are loaded when they are asked for. */

export { type ColumnTable, type Flechette, fromArrow, toArrow } from "./columns/arrow.js";
export {
  type Bounds,
  boundsOf,
  convertBounds,
  type GrowthBoundsRow,
  growthBounds,
  type PrintedOptions,
  type SumBounds,
  sumBounds,
} from "./columns/bounds.js";
export { Column } from "./columns/column.js";
export { type ConvertOptions, convertAndSum, convertColumn } from "./columns/convert.js";
export { type Arquero, type ExactTable, textRows, toArquero } from "./columns/frames.js";
export { type Generated, type GenerateOptions, generateTrade } from "./columns/generate.js";
export {
  contributionsBy,
  type GrowthOptions,
  growthBy,
  type RatioOptions,
  type RatioRow,
  shareOf,
} from "./columns/growth.js";
export { Keys } from "./columns/keys.js";
export { type QuotedRate, RatesByKey } from "./columns/rates.js";
export { type SumRow, Sums, sumBy } from "./columns/sums.js";
export type { BadRow, SetAside } from "./sql/bad-rows.js";
export { connect } from "./sql/connect.js";
export type { Dialect } from "./sql/dialect.js";
export { DuckDb, type DuckDbOptions } from "./sql/duckdb.js";
export type { Engine, TextRow } from "./sql/engine.js";
export { type FilesOptions, FileTable } from "./sql/files.js";
export type { SqlSource } from "./sql/plan.js";
export { type SummariseOptions, summarise } from "./sql/summarise.js";
export { type WriteOptions, type Written, writeConverted } from "./sql/write.js";
export {
  type CustomsTable,
  customsColumns,
  type LeftOut,
  type LoadOptions,
  loadCustoms,
} from "./trade-table/load.js";
export { type MirrorOptions, type MirrorRow, mirror } from "./trade-table/mirror.js";
export { type CustomsRow, chapterOf } from "./trade-table/row.js";
