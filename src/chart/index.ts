export { type BarOptions, barChart } from "./bars.js";
export { type BaselineOptions, baselineChart } from "./baseline.js";
export type {
  AnySource,
  Chart,
  ChartKind,
  ChartSource,
  ChartTable,
  ChartText,
  Drawing,
  PlotlyLayout,
  PlotlyTrace,
} from "./chart.js";
export { type Contribution, type ContributionsOptions, contributionChart } from "./contributions.js";
export {
  type CumulativeSeries,
  type CumulativeTradeOptions,
  cumulativeTradeChart,
} from "./cumulative-trade.js";
export { type Drawable, drawn } from "./drawn.js";
export { forWidth } from "./for-width.js";
export type { OneOrMore, SeriesText } from "./given.js";
export { type GrowthBridge, type GrowthBridgeOptions, growthBridgeChart } from "./growth-bridge.js";
export { type GrowthMapRow, growthMapChart } from "./growth-map.js";
export { type LineOptions, lineChart } from "./lines.js";
export {
  type FlowSeries,
  type MonthlyTrade,
  type MonthlyTradeOptions,
  monthlyTradeChart,
} from "./monthly-trade.js";
export type { NamedSeries, SeriesPoint } from "./points.js";
export type { Interval, Quantity } from "./quantity.js";
export { type NamedRate, type RateBandOptions, rateBandChart } from "./rate-band.js";
export { type Place, type Route, type RouteMode, routeMapChart } from "./route-map.js";
export { shareChart } from "./shares.js";
export { type SlopeOptions, type SlopeRow, slopeChart } from "./slope.js";
export { type Panel, type SmallMultiplesOptions, smallMultiplesChart } from "./small-multiples.js";
export { checkedRows, statementRows } from "./statement-rows.js";
export {
  type StatementRow,
  type StatementsOptions,
  type StatementVerdict,
  statementsChart,
} from "./statements.js";
export { dark, fontFamily, light, type Palette, palettes, type Theme } from "./style.js";
export { themed } from "./themed.js";
export { type TimelineEvent, timelineChart } from "./timeline.js";
