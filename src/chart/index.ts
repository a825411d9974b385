export { type BaselineOptions, baselineChart } from "./baseline.js";
export type {
  Chart,
  ChartKind,
  ChartSource,
  ChartTable,
  ChartText,
  Drawing,
  PlotlyLayout,
  PlotlyTrace,
} from "./chart.js";
export { forWidth } from "./for-width.js";
export type { Interval, Quantity } from "./quantity.js";
export { type NamedRate, type RateBandOptions, rateBandChart } from "./rate-band.js";
export {
  type StatementRow,
  type StatementsOptions,
  type StatementVerdict,
  statementsChart,
} from "./statements.js";
export { dark, fontFamily, light, type Palette, palettes, type Theme } from "./style.js";
export { themed } from "./themed.js";
