import type { Chart } from "../../chart/chart.js";
import type { BundleOptions } from "./bundle-types.js";
import { toHtml } from "./html.js";
import { htmlPage } from "./html-page.js";
import { toPng } from "./png.js";
import { toSvg } from "./svg.js";

/** A chart in every form in which a report has it. */
export interface ChartFiles {
  readonly svg: string;
  /** In base64. */
  readonly png: string;
  /** A page of its own. */
  readonly html: string;
  /** A piece of the report's page, whose links take the place of the chart's buttons. */
  readonly piece: string;
}

/** @throws FigureError "missing-package" which names what to install */
export async function chartFiles(
  chart: Chart,
  { library = "embed" }: Pick<BundleOptions, "library">,
): Promise<ChartFiles> {
  const svg = await toSvg(chart);
  const png = Buffer.from(await toPng(chart)).toString("base64");
  return {
    svg,
    png,
    html: await htmlPage(chart),
    piece: await toHtml(chart, { library, downloads: false }),
  };
}
