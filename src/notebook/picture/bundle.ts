import type { Chart, Drawing } from "../../chart/chart.js";
import { channel } from "../show/channel.js";
import type { BundleOptions, ChartBundle } from "./bundle-types.js";
import { toHtml } from "./html.js";
import { isChart } from "./options.js";
import { toPng } from "./png.js";

let embedded = false;

/**
 * A chart as one notebook output: the plotly figure as an object, progressive HTML, a PNG and the words.
 * The first bundle of a process embeds plotly and later ones reuse it; a caller who knows its notebook says `library`.
 * @throws FigureError "missing-package" which names what to install
 */
export async function chartBundle(chart: Chart | Drawing, options: BundleOptions = {}): Promise<ChartBundle> {
  const library = options.library ?? (embedded ? "reuse" : "embed");
  const make = channel()?.draw ?? draw;
  const bundle = await make(chart, { ...options, library });
  if (library === "embed") embedded = true;
  return bundle;
}

async function draw(chart: Chart | Drawing, options: BundleOptions): Promise<ChartBundle> {
  const [html, png] = [await toHtml(chart, options), await toPng(chart, options)];
  const { data, layout } = chart;
  return {
    "application/vnd.plotly.v1+json": { data, layout, config: { displayModeBar: false, typesetMath: false } },
    "text/html": html,
    "image/png": Buffer.from(png).toString("base64"),
    "text/plain": isChart(chart) ? `${chart.alt}\n${chart.source}` : `chart of ${chart.data.length} traces`,
  };
}
