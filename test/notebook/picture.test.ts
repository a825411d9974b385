import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Chart, Drawing } from "../../src/chart/chart.js";
import { light } from "../../src/chart/style.js";
import { FigureError } from "../../src/errors.js";
import { chromiumSvg } from "../../src/notebook/picture/chromium.js";
import { chartBundle, save, toHtml, toPdf, toPng, toSvg } from "../../src/notebook/picture/index.js";
import { needsBrowser } from "../../src/notebook/picture/needs-browser.js";
import { sized } from "../../src/notebook/picture/options.js";
import { missing } from "../../src/notebook/picture/package.js";
import { finished, outlinedSvg } from "../../src/notebook/picture/svg.js";
import { gallery } from "../gallery-charts.js";
import { LONG } from "../support/long.js";
import { chromiumForTests, PATIENCE } from "./chromium.js";
import { svgTree } from "./svg-tree.js";

const executablePath = chromiumForTests();
/** In the long run every chart at both widths and in two processes; otherwise each at one, and two in two. */
const long = LONG;
const root = mkdtempSync(join(tmpdir(), "trade-figures-pictures-"));
afterAll(() => rmSync(root, { recursive: true }));

async function refusal(work: Promise<unknown>): Promise<FigureError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!FigureError.is(error)) throw new Error(`expected a FigureError, got ${String(error)}`);
  return error;
}

const FORMS = ["svg", "png", "pdf", "html", "csv", "json"];

test("two runs in two processes write the same bytes, whatever the form", async () => {
  const [one, two] = [join(root, "one"), join(root, "two")];
  const every = long ? 1 : 8;
  const charts = Object.entries(gallery)
    .filter((_, at) => at % every === 0)
    .map(([name, make]) => [name, make()] as const);
  const list = join(root, "charts.json");
  writeFileSync(list, JSON.stringify(charts));
  const run = `import { readFileSync } from "node:fs";
import { save } from "./dist/esm/notebook.js";
for (const [name, chart] of JSON.parse(readFileSync(${JSON.stringify(list)}, "utf8")))
  for (const form of ${JSON.stringify(FORMS)}) await save(chart, ${JSON.stringify(`${one}/`)} + name + "." + form);`;
  execFileSync(process.execPath, ["--input-type=module", "-e", run], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (const [name, chart] of charts)
    for (const form of FORMS) await save(chart, join(two, `${name}.${form}`));
  const files = readdirSync(one).sort();
  expect(files).toHaveLength(Math.ceil(Object.keys(gallery).length / every) * 6);
  expect(readdirSync(two).sort()).toEqual(files);
  const differing = files.filter(
    (file) => !readFileSync(join(one, file)).equals(readFileSync(join(two, file))),
  );
  expect(differing).toEqual([]);
});

test("drawing at the same time doesn't mix two charts' bytes", async () => {
  const alone = await toSvg(gallery["baseline"]!());
  const together = await Promise.all([
    toSvg(gallery["baseline"]!()),
    toSvg(gallery["rate-band"]!()),
    toSvg(gallery["baseline"]!()),
  ]);
  expect(together[0]).toBe(alone);
  expect(together[2]).toBe(alone);
});

test("an SVG needs no font: its letters are outlines, its alt text is its description", async () => {
  const chart = gallery["rate-band"]!();
  const svg = await toSvg(chart);
  expect(svg).not.toContain("<text");
  expect(svg).not.toMatch(/(?:href|src)="(?!#)/);
  expect(svg).toContain(`<desc>${chart.alt.replaceAll("&", "&amp;")}</desc>`);
});

test("a PDF holds letters that can be searched and the alt text of the figure", async () => {
  const pdf = Buffer.from(await toPdf(gallery["baseline"]!())).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf).toContain("/FontFile2");
  expect(pdf).toContain("/Figure");
  expect(pdf).not.toMatch(/D:20\d\d/);
});

test("a PNG has the asked size", async () => {
  const png = Buffer.from(await toPng(gallery["baseline"]!(), { width: 375, scale: 2 }));
  expect(png.readUInt32BE(16)).toBe(750);
});

test("dark pictures are dark", async () => {
  const svg = await toSvg(gallery["baseline"]!(), { theme: "dark" });
  expect(svg).toContain("rgb(20, 24, 29)");
  expect(svg).not.toContain("rgb(27, 74, 165)");
});

test("the static picture in HTML follows the reader's theme in every colour", async () => {
  const html = await toHtml(gallery["monthly-trade"]!(), { library: "reuse" });
  const svgs = [...html.matchAll(/data:image\/svg\+xml;base64,([^"]+)/g)].map(([, data = ""]) =>
    Buffer.from(data, "base64").toString(),
  );
  expect(svgs).toHaveLength(2);
  for (const svg of svgs) {
    const painted = svg.replace(/<style>.*?<\/style>/s, "");
    const fixed = Object.values(light).filter((hex) => {
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      return painted.includes(`rgb(${r}, ${g}, ${b})`) || painted.includes(`="${hex}"`);
    });
    expect(fixed).toEqual([]);
  }
});

test("plotly is embedded once: the first output carries it, later ones don't", async () => {
  const first = await chartBundle(gallery["baseline"]!());
  const second = await chartBundle(gallery["rate-band"]!());
  expect(first["text/html"].length).toBeGreaterThan(500_000);
  expect(second["text/html"].length).toBeLessThan(300_000);
  expect(second["text/plain"]).toContain("7.3139");
  expect(typeof second["application/vnd.plotly.v1+json"]).toBe("object");
});

test("an unknown ending is refused, and names those that work", async () => {
  const error = await refusal(save(gallery["baseline"]!(), join(root, "chart.gif")));
  expect(error.code).toBe("bad-option");
  expect(error.message).toContain(".svg, .png, .pdf, .html, .csv or .json");
});

test("a file that can't be written leaves nothing behind", async () => {
  const folder = join(root, "taken.svg");
  mkdirSync(folder);
  const error = await refusal(save(gallery["baseline"]!(), folder));
  expect(error.code).toBe("no-file");
  expect(readdirSync(root).filter((name) => name.includes(".part"))).toEqual([]);
});

test("what is missing is named with the command that installs it", () => {
  const error = missing(["@resvg/resvg-js", "fontkit"], "a PNG of a chart");
  expect(error.code).toBe("missing-package");
  expect(error.message).toContain("npm install @resvg/resvg-js@2.6.2 fontkit@2.0.4");
});

test("the versions that the error names are those that are tested here", () => {
  const { devDependencies } = createRequire(import.meta.url)("../../package.json") as {
    devDependencies: Record<string, string>;
  };
  const names = ["fontkit", "@resvg/resvg-js", "pdfkit", "svg-to-pdfkit", "playwright-core"] as const;
  for (const name of [...names, "plotly.js-basic-dist-min", "plotly.js-dist"] as const) {
    expect(missing([name], "a test").message).toContain(`${name}@${devDependencies[name]}`);
  }
});

test("a size that no page can bear is refused", async () => {
  expect((await refusal(toSvg(gallery["baseline"]!(), { width: 1e6 }))).code).toBe("bad-option");
  expect((await refusal(toPng(gallery["baseline"]!(), { scale: 100 }))).code).toBe("bad-option");
});

test("kinds that fail without a browser are known, and so are letters that the font lacks", () => {
  expect(needsBrowser({ data: [{ type: "scattergl" }], layout: {} })).toContain("scattergl");
  expect(needsBrowser({ data: [{ type: "choropleth" }], layout: {} })).toContain("choropleth");
  expect(needsBrowser({ data: [{ type: "bar", text: ["沈阳"] }], layout: {} })).toContain("沈");
  expect(needsBrowser({ data: [{ type: "bar", text: ["Шэньян → ¥5 ≤ €6"] }], layout: {} })).toBeUndefined();
});

test("a path in an environment variable that names no Chromium is an error, not a search", async () => {
  const before = process.env["CHROMIUM_PATH"];
  process.env["CHROMIUM_PATH"] = join(root, "no-chromium");
  try {
    const error = await refusal(toSvg(gallery["baseline"]!(), { renderer: "chromium" }));
    expect(error.code).toBe("no-file");
    expect(existsSync(join(root, "no-chromium"))).toBe(false);
  } finally {
    if (before === undefined) delete process.env["CHROMIUM_PATH"];
    else process.env["CHROMIUM_PATH"] = before;
  }
});

/** The picture points of an SVG at its own size. */
function points(svg: string): Uint8Array {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
}

/** One figure of the kinds that need the large plotly and no browser, each in its own cell. */
const largeKinds = (() => {
  const prices = { open: [1, 2, 3], close: [2, 1, 4], high: [3, 3, 5], low: [0, 1, 2] };
  const tree = { labels: ["r", "a", "b", "c"], parents: ["", "r", "r", "a"], values: [10, 6, 4, 3] };
  const data: Record<string, unknown>[] = [
    { type: "box", y: [1, 2, 3, 4, 9, 12], boxpoints: "all" },
    { type: "violin", y: [1, 2, 3, 4, 9, 12], box: { visible: true } },
    { type: "histogram", x: [1, 1, 2, 3, 3, 3, 4, 5, 5] },
    { type: "candlestick", ...prices },
    { type: "ohlc", ...prices },
    { type: "waterfall", x: ["a", "b", "c"], y: [10, -4, 6], measure: ["absolute", "relative", "total"] },
    { type: "funnel", y: ["a", "b", "c"], x: [10, 6, 3] },
    { type: "treemap", ...tree },
    { type: "sunburst", ...tree },
    { type: "icicle", ...tree },
    {
      type: "sankey",
      node: { label: ["A", "B", "C"] },
      link: { source: [0, 0, 1], target: [1, 2, 2], value: [8, 4, 2] },
    },
  ];
  const layout: Record<string, unknown> = {
    height: 900,
    showlegend: false,
    margin: { l: 40, r: 10, t: 10, b: 30 },
  };
  data.forEach((trace, index) => {
    const [column, row] = [index % 3, Math.floor(index / 3)];
    const [x, y] = [
      [column / 3 + 0.04, (column + 1) / 3 - 0.02],
      [row / 4 + 0.04, (row + 1) / 4 - 0.03],
    ];
    if (index >= 7) trace["domain"] = { x, y };
    else {
      const end = index === 0 ? "" : String(index + 1);
      Object.assign(trace, { xaxis: `x${end}`, yaxis: `y${end}` });
      layout[`xaxis${end}`] = { domain: x, anchor: `y${end}`, rangeslider: { visible: false } };
      layout[`yaxis${end}`] = { domain: y, anchor: `x${end}` };
    }
  });
  return { data, layout };
})();

describe.runIf(executablePath)("beside Chromium", () => {
  const every: Record<string, () => Chart | Drawing> = {
    ...gallery,
    "kinds of the large plotly": () => largeKinds,
  };
  const kinds = Object.keys(every);
  const widthsOf = (name: string) => (long ? [375, 800] : [[375, 800][kinds.indexOf(name) % 2] as number]);
  const theirsOf = new Map<string, string>();

  // All at once: they share one Chromium, whose start is the dearest part of a picture.
  beforeAll(async () => {
    const asked = Object.entries(every).flatMap(([name, make]) =>
      widthsOf(name).map(async (width) => {
        theirsOf.set(`${name} ${width}`, await chromiumSvg(sized(make(), { width })));
      }),
    );
    await Promise.all(asked);
  });

  test.each(Object.entries(every))("%s is laid out as Chromium lays it out", async (name, make) => {
    for (const width of widthsOf(name)) {
      const drawing = sized(make(), { width });
      // Chromium's letters become outlines too: what may differ is where it puts them, not how it smooths edges.
      const theirs = theirsOf.get(`${name} ${width}`)!.replace(/<style>@font-face.*?<\/style>/s, "");
      const [a, b] = [points(await outlinedSvg(drawing)), points(finished(svgTree(theirs), drawing))];
      expect(a.length).toBe(b.length);
      let off = 0;
      for (let at = 0; at < a.length; at += 4) {
        if ([0, 1, 2].some((channel) => Math.abs(a[at + channel]! - b[at + channel]!) > 16)) off += 1;
      }
      const share = off / (a.length / 4);
      if (process.env["TRADE_FIGURES_SHOW"])
        console.log(`${name} at ${width}: ${(share * 100).toFixed(3)}% of points differ`);
      // Most differ in no point; a label of several lines may stand one pixel higher, which is half a per cent.
      expect(share).toBeLessThan(0.0075);
    }
  });

  test("pictures one after the other share a Chromium and its pages, four at a time, and it ends after them", async () => {
    const started = vi.spyOn(chromium, "launch");
    try {
      // A module of its own, in which no Chromium runs yet.
      const own = "../../src/notebook/picture/chromium.js?own";
      const { chromiumSvg: draw } = (await import(own)) as { chromiumSvg: typeof chromiumSvg };
      const drawing = sized(gallery["baseline"]!(), { width: 300 });
      const first = await draw(drawing);
      const startedAs = (at: number) => started.mock.results[at]!.value as Promise<Browser>;
      const browser = await startedAs(0);
      const opened = vi.spyOn(browser, "newPage");
      for (let i = 0; i < 2; i++) expect(await draw(drawing)).toBe(first);
      expect(opened).toHaveBeenCalledTimes(0);
      expect(new Set(await Promise.all(Array.from({ length: 6 }, () => draw(drawing))))).toEqual(
        new Set([first]),
      );
      expect(opened).toHaveBeenCalledTimes(3);
      expect(started).toHaveBeenCalledTimes(1);
      await vi.waitFor(() => expect(browser.isConnected()).toBe(false), PATIENCE);
      // One that broke down is forgotten too.
      expect(await draw(drawing)).toBe(first);
      await (await startedAs(1)).close();
      expect(await draw(drawing)).toBe(first);
      expect(started).toHaveBeenCalledTimes(3);
    } finally {
      started.mockRestore();
    }
  });

  test("a map kind is drawn by Chromium", async () => {
    const png = await toPng(
      { data: [{ type: "scattergl", x: [1, 2], y: [1, 2] }], layout: {} },
      { width: 300, height: 300, scale: 1 },
    );
    expect(Buffer.from(png).readUInt32BE(16)).toBe(300);
  });
});
