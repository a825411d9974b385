// Our pictures without a browser against Chromium's through playwright: the same figures, one run, both in turn.
// Run: node -e "import('vite').then((vite) => vite.runnerImport('./test/bench/pictures.ts'))"

import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { chromium } from "playwright-core";
import { findChromium } from "../../src/notebook/picture/chromium.js";
import { toPng, toSvg } from "../../src/notebook/picture/index.js";
import { sized } from "../../src/notebook/picture/options.js";
import { plotlySource } from "../../src/notebook/picture/plotly-source.js";
import { gallery } from "../gallery-charts.js";

const rounds = Number(process.env["ROUNDS"] ?? 7);
const executablePath = findChromium();
if (executablePath === undefined) throw new Error("this comparison needs a Chromium");
const figures = Object.values(gallery).map((make) => make());

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The usual way with a browser: start it once, load plotly once, then a picture for each figure. */
async function openPage() {
  const browser = await chromium.launch({
    executablePath: executablePath as string,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const page = await browser.newPage({ offline: true });
  await page.setContent("<!doctype html><body></body>");
  await page.addScriptTag({ content: plotlySource(figures).read() });
  return { browser, page };
}
type Page = Awaited<ReturnType<typeof openPage>>["page"];

const theirs = (page: Page, format: "svg" | "png") => async () => {
  for (const chart of figures) {
    const { data, layout, width, height } = sized(chart, {});
    const figure = JSON.stringify({ data, layout });
    await page.evaluate(
      `Plotly.toImage(${figure}, { format: "${format}", width: ${width}, height: ${height}, scale: ${format === "png" ? 2 : 1} })`,
    );
  }
};
const ours = (format: "svg" | "png") => async () => {
  for (const chart of figures) await (format === "svg" ? toSvg(chart) : toPng(chart));
};

const median = (times: number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const show = (times: number[]) => {
  const each = times.map((ms) => ms / figures.length);
  return `${median(each).toFixed(0)} ms (${Math.min(...each).toFixed(0)} to ${Math.max(...each).toFixed(0)})`;
};

const first = await time(() => toSvg(figures[0]!));
let opened: Awaited<ReturnType<typeof openPage>> | undefined;
const theirFirst = await time(async () => {
  opened = await openPage();
  const { data, layout } = sized(figures[0]!, {});
  await opened.page.evaluate(
    `Plotly.toImage(${JSON.stringify({ data, layout })}, { format: "svg", width: 800, height: 450 })`,
  );
});
const { browser, page } = opened!;
console.log(`node ${process.version}, ${cpus()[0]?.model} x ${cpus().length}, Chromium ${browser.version()}`);
const packages = ["plotly.js-basic-dist-min", "playwright-core", "jsdom", "@resvg/resvg-js"];
console.log(
  packages
    .map((name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version}`)
    .join(", "),
);
console.log(`first SVG from a cold start: ours ${first.toFixed(0)} ms, Chromium ${theirFirst.toFixed(0)} ms`);
for (const format of ["svg", "png"] as const) {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = [await time(ours(format)), await time(theirs(page, format))] as const;
    if (round === 0) continue; // warming up
    a.push(pair[0]);
    b.push(pair[1]);
  }
  console.log(
    `${format}, a figure of ${figures.length}: ours ${show(a)}, Chromium ${show(b)}; ours/Chromium ${(median(a) / median(b)).toFixed(2)}`,
  );
}
await browser.close();
