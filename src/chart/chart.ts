import type { Source } from "../figure/quantity.js";

/** One plotly trace as plain JSON. Charts of the house are made of `scatter` and `bar` alone. */
export interface PlotlyTrace {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A plotly layout as plain JSON. */
export interface PlotlyLayout {
  readonly [key: string]: unknown;
}

/** What plotly draws: traces and layout, nothing else. */
export interface Drawing {
  readonly data: readonly PlotlyTrace[];
  readonly layout: PlotlyLayout;
}

/** The figures behind a chart, as text, for readers who can't see it or want to copy them. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where the figures of a chart come from. `date` is the day of publication or of reading, as ISO text. */
export interface ChartSource {
  readonly text: string;
  readonly date: string;
}

/** A source as charts print it, or as figures carry it. */
export type AnySource = ChartSource | Source;

export type ChartKind =
  | "rate-band"
  | "baseline"
  | "growth-bridge"
  | "monthly-trade"
  | "cumulative-trade"
  | "statements"
  | "contributions"
  | "route-map"
  | "timeline"
  | "small-multiples"
  | "lines"
  | "bars"
  | "slope"
  | "shares"
  | "growth-map";

/**
 * A chart as plain data: `data` and `layout` are a plotly figure, `narrow` the same chart laid out for a phone.
 * Nothing here needs plotly: any plotly front-end draws it, and `trade-figures/notebook` makes pictures of it.
 */
export interface Chart extends Drawing {
  readonly kind: ChartKind;
  readonly title: string;
  /** What the chart shows, in words made from its figures: for screen readers and for text output. */
  readonly alt: string;
  /** The source line, as printed under the chart. */
  readonly source: string;
  readonly notes: readonly string[];
  readonly table: ChartTable;
  /** The drawing for widths below 700 pixels. */
  readonly narrow: Drawing;
}

/** What every chart function takes besides its figures. */
export interface ChartText {
  /** A sentence that says what the chart shows. */
  readonly title: string;
  readonly subtitle?: string;
  readonly source: AnySource | readonly AnySource[];
  readonly notes?: readonly string[];
}
