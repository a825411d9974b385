export { type BundleOptions, type ChartBundle, chartBundle } from "./bundle.js";
export { findChromium } from "./chromium.js";
export { type HtmlOptions, libraryScript, toHtml } from "./html.js";
export { htmlPage } from "./html-page.js";
export type { PictureOptions } from "./options.js";
export { toPdf } from "./pdf.js";
export { toPng } from "./png.js";
export { save } from "./save.js";
export { toSvg } from "./svg.js";
