import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { baselineChart } from "../../src/chart/index.js";
import { notebookToHtml } from "../../src/notebook/index.js";
import { chartCsv, chartJson, htmlPage, toHtml, toSvg } from "../../src/notebook/picture/index.js";
import { gallery, printed } from "../gallery-charts.js";
import { LONG } from "../support/long.js";
import { chromiumForTests, isLook, launch, Tab } from "./chromium.js";

const executablePath = chromiumForTests();
/** In the long run each chart of the gallery; otherwise a few of kinds that no other test here opens. */
const FEW = ["timeline", "route-map", "shares"];

describe.runIf(executablePath)("a chart's page in Chromium", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-page-"));
  beforeAll(async () => {
    browser = await launch(executablePath as string);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  let requests: string[] = [];
  let complaints: string[] = [];

  async function newTab(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      offline: true,
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (!/^(file|data|blob|about):/.test(request.url())) requests.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    return page;
  }
  const tab = new Tab(() => newTab());

  async function open(html: string, options: BrowserContextOptions = {}) {
    const file = join(folder, "page.html");
    writeFileSync(file, html);
    const address = `file://${file}`;
    requests = [];
    complaints = [];
    if (isLook(options)) return { page: await tab.visit(address, options), requests, complaints };
    const page = await newTab(options);
    await page.goto(address);
    return { page, requests, complaints };
  }

  test.each(Object.entries(gallery).filter(([name]) => LONG || FEW.includes(name)))(
    "%s is drawn offline, without a request or a complaint",
    async (_name, make) => {
      const { page, requests, complaints } = await open(await htmlPage(make()));
      await page.waitForSelector(".main-svg .annotation");
      expect(await page.locator("img").isVisible()).toBe(false);
      expect(await page.locator(".js-plotly-plot").getAttribute("aria-label")).toBe(make().alt);
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test("the pointer brings up the exact figure", async () => {
    const { page } = await open(await htmlPage(gallery["monthly-trade"]!()));
    await page.waitForSelector(".bars .point");
    const bar = await page.locator(".bars .point").last().boundingBox();
    if (bar === null) throw new Error("the last bar has no box");
    await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2, { steps: 3 });
    await page.waitForSelector(".hoverlayer .hovertext");
    expect(await page.locator(".hoverlayer .hovertext").textContent()).toContain("US$ billion, exports");
  });

  test("the arrow keys go through the points, from series to series, and say what the pointer says", async () => {
    const { page, complaints } = await open(await htmlPage(gallery["lines"]!()));
    await page.waitForSelector(".main-svg .annotation");
    await page.locator(".js-plotly-plot").focus();
    const said = page.locator(".trade-figure-said");
    await page.keyboard.press("ArrowRight");
    const first = await said.textContent();
    expect(first).toMatch(/: [\d.,−]+ .*\. 1 of \d+, /);
    await page.waitForSelector(".hoverlayer .hovertext");
    await page.keyboard.press("ArrowRight");
    expect(await said.textContent()).toContain(". 2 of ");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await said.textContent()).toMatch(/\. (\d+) of \1, /);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    expect(await said.textContent()).not.toBe(first);
    await page.keyboard.press("Escape");
    expect(await said.textContent()).toBe("");
    expect(await page.locator(".hoverlayer .hovertext").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("a chart that was asked for with sound plays its points by chart2music, without a request", async () => {
    const html = await htmlPage(gallery["bars"]!(), { sound: true });
    const { page, requests, complaints } = await open(html);
    await page.waitForSelector(".main-svg .annotation");
    await page.evaluate(
      "window.tones = 0; const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (...of) { window.tones++; return start.apply(this, of); }",
    );
    await page.getByRole("button", { name: /^Listen to the chart/ }).click();
    await page.waitForSelector('.js-plotly-plot[data-heard="yes"]');
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction("window.tones > 0");
    expect(await page.locator(".trade-figure-said").textContent()).toMatch(/\d/);
    await page.waitForSelector(".hoverlayer .hovertext");
    expect([requests, complaints]).toEqual([[], []]);
    expect(await htmlPage(gallery["bars"]!())).not.toContain("__tradeFigures.sound=");
  });

  test("with scripts off the picture stands, with its words and its table", async () => {
    const chart = gallery["rate-band"]!();
    const { page, complaints } = await open(await htmlPage(chart), { javaScriptEnabled: false });
    const image = page.locator("img");
    expect(await image.isVisible()).toBe(true);
    expect(await image.getAttribute("alt")).toBe(chart.alt);
    const box = await image.boundingBox();
    expect(box?.height).toBeGreaterThan(300);
    expect(await page.locator("table").textContent()).toContain("7.1792");
    // Only the blocked scripts may be mentioned.
    expect(complaints.filter((text) => !/script/i.test(text))).toEqual([]);
  });

  test("a phone gets the narrow layout, and a dark reader the dark colours", async () => {
    const { page } = await open(await htmlPage(gallery["statements"]!()), {
      viewport: { width: 375, height: 800 },
      colorScheme: "dark",
    });
    await page.waitForSelector(".main-svg .annotation");
    const paper = await page
      .locator(".main-svg")
      .first()
      .evaluate((svg) => svg.style.background);
    expect(paper).toBe("rgb(20, 24, 29)");
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBe(375);
  });

  test("colours of one's own are those of the picture and of the page, narrow and wide", async () => {
    const theme = { blue: "#005f73" };
    expect(await toSvg(gallery["bars"]!(), { theme })).toContain("rgb(0, 95, 115)");
    const html = await htmlPage(gallery["bars"]!(), { theme });
    expect(html.match(/#005f73/g)?.length).toBeGreaterThan(1);
    expect(html.slice(html.indexOf("__tradeFigures.show("))).not.toContain("#1b4aa5");
  });

  test("the chart is drawn again when the window narrows", async () => {
    const chart = gallery["statements"]!();
    const { page } = await open(await htmlPage(chart));
    await page.waitForSelector(".main-svg .annotation");
    await page.setViewportSize({ width: 375, height: 800 });
    const height = String(chart.narrow.layout["height"]);
    await page.waitForSelector(`.main-svg[height="${height}"][width="343"]`);
  });

  test("its buttons save the figures and the picture, with no network and in light colours", async () => {
    const chart = gallery["growth-bridge"]!();
    const { page, complaints } = await open(await htmlPage(chart), { colorScheme: "dark" });
    await page.waitForSelector(".main-svg .annotation");
    const saved: Record<string, Buffer> = {};
    for (const kind of ["CSV", "JSON", "SVG", "PNG"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: `${kind}: ${chart.title}` }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^in-dollars-the-.*\\.${kind.toLowerCase()}$`));
      saved[kind] = readFileSync(await download.path());
    }
    expect(String(saved["CSV"])).toBe(chartCsv(chart));
    expect(String(saved["JSON"])).toBe(chartJson(chart));
    // The static picture with its colours settled: the file that save() writes.
    expect(String(saved["SVG"])).not.toContain("var(");
    expect(String(saved["SVG"])).toContain("#1b4aa5");
    expect(saved["PNG"]?.readUInt32BE(16)).toBe(1600);
    expect(complaints).toEqual([]);
  });

  test("on paper the static picture stands, as wide as the sheet", async () => {
    const { page } = await open(await htmlPage(gallery["growth-bridge"]!()));
    await page.waitForSelector(".main-svg .annotation");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("img").isVisible()).toBe(true);
    expect(await page.locator(".js-plotly-plot").isVisible()).toBe(false);
    expect(await page.getByRole("button").first().isVisible()).toBe(false);
  });

  test("the second chart of a page reuses the library of the first", async () => {
    const first = await toHtml(gallery["rate-band"]!());
    const second = await toHtml(gallery["baseline"]!(), { library: "reuse" });
    expect(second.length).toBeLessThan(200_000);
    const { page, complaints } = await open(`<!doctype html><body>${first}${second}</body>`);
    await page.waitForFunction("document.querySelectorAll('.js-plotly-plot .infolayer').length === 2");
    expect(complaints).toEqual([]);
  });

  test("hostile words run nowhere in the page", async () => {
    const evil = `</script><script>window.hacked=1</script><img src=x onerror="window.hacked=2">"><b>&lt;b&gt;`;
    const chart = baselineChart(printed("1", evil), printed("100", "%"), printed("2", evil), {
      title: evil,
      basePeriod: evil,
      currentPeriod: evil,
      source: { text: evil, date: "2023" },
    });
    const { page } = await open(await htmlPage(chart));
    await page.waitForSelector(".main-svg .annotation");
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.locator("img").count()).toBe(1);
    expect(await page.locator("svg a").count()).toBe(0);
  });

  test("a notebook's page draws its chart, runs no other script and fetches no picture", async () => {
    const cell = (html: string) => ({
      cell_type: "code" as const,
      metadata: {},
      source: "x",
      outputs: [{ output_type: "display_data" as const, data: { "text/html": html }, metadata: {} }],
    });
    const hostile = `<script>window.hacked=1</script><img src="data:," onerror="window.hacked=2"><img src="https://example.org/x.png">`;
    const { page, complaints } = await open(
      notebookToHtml({
        cells: [cell(await toHtml(gallery["baseline"]!())), cell(hostile)],
        metadata: {},
        nbformat: 4,
        nbformat_minor: 5,
      }),
    );
    await page.waitForFunction("document.querySelectorAll('.js-plotly-plot .infolayer').length === 1");
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    const refused = complaints.filter((text) => /Content Security Policy/.test(text)).join(" ");
    for (const what of ["https://example.org/x.png", "inline script", "inline event handler"])
      expect(refused).toContain(what);
  });

  test("the same chart twice in one page is drawn twice", async () => {
    const html = await toHtml(gallery["baseline"]!());
    const { page } = await open(`<!doctype html><body>${html}${html}</body>`);
    await page.waitForFunction("document.querySelectorAll('.js-plotly-plot .infolayer').length === 2");
  });
});
