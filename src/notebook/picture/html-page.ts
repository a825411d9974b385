import type { Chart, Drawing } from "../../chart/chart.js";
import { dark, fontFamily, light } from "../../chart/style.js";
import { fontFaces } from "./font.js";
import { type HtmlOptions, toHtml } from "./html.js";
import { htmlText } from "./html-text.js";
import { isChart } from "./options.js";
import { pagePolicy } from "./policy.js";

// Made when it is needed: fonts are files, and importing the package should read none.
const style = () =>
  `${fontFaces()}:root{color-scheme:light dark}` +
  `body{margin:16px;background:${light.paper};color:${light.ink};font:13px/1.5 ${fontFamily}}` +
  `@media(prefers-color-scheme:dark){body{background:${dark.paper};color:${dark.ink}}}` +
  "figure{margin-inline:auto!important}details{overflow-x:auto}";

/** A chart as a page of its own that needs no network. */
export async function htmlPage(chart: Chart | Drawing, options: HtmlOptions = {}): Promise<string> {
  const title = isChart(chart) ? chart.title : "Chart";
  const drawing = await toHtml(chart, options);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${htmlText(title)}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(drawing)}"><style>${style()}</style></head>` +
    `<body><main>${drawing}</main></body></html>\n`
  );
}
