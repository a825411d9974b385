import type { PictureOptions } from "./options.js";

/** A chart in every form that a notebook front-end may choose from. */
export interface ChartBundle {
  readonly "application/vnd.plotly.v1+json": object;
  readonly "text/html": string;
  readonly "image/png": string;
  readonly "text/plain": string;
}

export interface BundleOptions extends PictureOptions {
  /** Whether this output carries plotly: see `toHtml`. Without it, the first bundle of a process does. */
  readonly library?: "embed" | "reuse";
}
