// Our pictures without a browser against Chromium's through playwright: the same figures, one run, both in turn. First
// both must draw the same: their outlines are compared point by point.
// Run: node -e "import('vite').then((vite) => vite.runnerImport('./test/bench/pictures.ts'))"

import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { Resvg } from "@resvg/resvg-js";
import { chromium } from "playwright-core";
import type { Chart } from "../../src/chart/index.js";
import { findChromium } from "../../src/notebook/picture/chromium.js";
import { fontFaces } from "../../src/notebook/picture/font.js";
import { toPng, toSvg } from "../../src/notebook/picture/index.js";
import { sized } from "../../src/notebook/picture/options.js";
import { plotlySource } from "../../src/notebook/picture/plotly-source.js";
import { finished, outlinedSvg } from "../../src/notebook/picture/svg.js";
import { gallery } from "../gallery-charts.js";
import { svgTree } from "../notebook/svg-tree.js";

const rounds = Number(process.env["ROUNDS"] ?? 7);
const executablePath = findChromium();
if (executablePath === undefined) throw new Error("this comparison needs a Chromium");
const figures = Object.values(gallery).map((make) => make());
/** A picture is drawn once and remembered: each round gets figures that look the same and are not the same. */
const inRound = (round: number): Chart[] =>
  figures.map((chart) => ({ ...chart, layout: { ...chart.layout, meta: round } }));

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The usual way with a browser: start it once, load plotly and the font once, then a picture for each figure. */
async function openPage() {
  const browser = await chromium.launch({
    executablePath: executablePath as string,
    args: ["--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  const viewport = { width: 800, height: Math.max(...figures.map((chart) => sized(chart, {}).height)) };
  const page = await browser.newPage({ offline: true, viewport, deviceScaleFactor: 2 });
  await page.setContent(
    `<!doctype html><style>${fontFaces()}body{margin:0}svg{display:block}</style><body><div id="box"></div></body>`,
  );
  await page.addScriptTag({ content: plotlySource(figures).read() });
  await page.evaluate(`Promise.all([400, 600].map((weight) => document.fonts.load(weight + " 12px Inter")))`);
  return { browser, page };
}
type Page = Awaited<ReturnType<typeof openPage>>["page"];

// Both hand out the same: an SVG that carries what its letters need, and a PNG in the chart's own font. Plotly's own
// toImage makes no such PNG: it draws the SVG as an image, to which the page's fonts are unknown, in another font.
const theirSvg = async (page: Page, chart: Chart): Promise<string> => {
  const { data, layout, width, height } = sized(chart, {});
  const address = (await page.evaluate(
    `Plotly.toImage(${JSON.stringify({ data, layout })}, { format: "svg", width: ${width}, height: ${height} })`,
  )) as string;
  const svg = decodeURIComponent(address.replace(/^data:image\/svg\+xml,/, ""));
  return svg.replace(/^<svg[^>]*>/, (start) => `${start}<style>${fontFaces()}</style>`);
};
const theirPng = async (page: Page, chart: Chart): Promise<Uint8Array> => {
  const { data, layout, width, height } = sized(chart, {});
  const figure = JSON.stringify({ data, layout });
  await page.evaluate(
    `((figure) => Plotly.newPlot("box", figure.data, figure.layout, { staticPlot: true, typesetMath: false }).then(() => 0))(${figure})`,
  );
  return page.screenshot({ clip: { x: 0, y: 0, width, height } });
};
const theirs = (page: Page, format: "svg" | "png", charts: readonly Chart[]) => async () => {
  for (const chart of charts) await (format === "svg" ? theirSvg : theirPng)(page, chart);
};
const ours = (format: "svg" | "png", charts: readonly Chart[]) => async () => {
  for (const chart of charts) await (format === "svg" ? toSvg(chart) : toPng(chart));
};

const median = (times: number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const show = (times: number[]) => {
  const each = times.map((ms) => ms / figures.length);
  return `${median(each).toFixed(0)} ms (${Math.min(...each).toFixed(0)} to ${Math.max(...each).toFixed(0)})`;
};

/** Both ways draw the same: all but three in four hundred points, since a label may stand one point higher. */
async function assertEqual(page: Page): Promise<void> {
  const points = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
  for (const chart of figures) {
    const drawing = sized(chart, {});
    const svg = (await theirSvg(page, chart)).replace(/<style>@font-face.*?<\/style>/s, "");
    const [a, b] = [points(await outlinedSvg(drawing)), points(finished(svgTree(svg), drawing))];
    let off = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
    for (let at = 0; at < a.length; at += 4) {
      if ([0, 1, 2].some((channel) => Math.abs(a[at + channel]! - b[at + channel]!) > 16)) off += 4;
    }
    if (off / a.length > 0.0075) throw new Error(`${chart.kind}: the two ways do not draw the same`);
  }
  console.log(`${figures.length} figures: both ways draw the same`);
}

const first = await time(() => toSvg(figures[0]!));
let opened: Awaited<ReturnType<typeof openPage>> | undefined;
const theirFirst = await time(async () => {
  opened = await openPage();
  await theirSvg(opened.page, figures[0]!);
});
const { browser, page } = opened!;
console.log(`node ${process.version}, ${cpus()[0]?.model} x ${cpus().length}, Chromium ${browser.version()}`);
const packages = ["plotly.js-basic-dist-min", "playwright-core", "@resvg/resvg-js"];
console.log(
  packages
    .map((name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version}`)
    .join(", "),
);
console.log(`first SVG from a cold start: ours ${first.toFixed(0)} ms, Chromium ${theirFirst.toFixed(0)} ms`);
await assertEqual(page);
for (const format of ["svg", "png"] as const) {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const charts = inRound(round + (format === "svg" ? 0 : 1000));
    const pair = [await time(ours(format, charts)), await time(theirs(page, format, charts))] as const;
    if (round === 0) continue; // warming up
    a.push(pair[0]);
    b.push(pair[1]);
  }
  console.log(
    `${format}, a figure of ${figures.length}: ours ${show(a)}, Chromium ${show(b)}; ours/Chromium ${(median(a) / median(b)).toFixed(2)}`,
  );
}
await browser.close();
