/** Whole tables: columns of exact amounts, their conversion, sums and growth. Engines are loaded when they are asked for. */

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
