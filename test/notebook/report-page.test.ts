import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Parser } from "htmlparser2";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebookPages } from "../../src/report/site.js";
import { LONG } from "../support/long.js";
import { builtReport } from "../support/once.js";
import { AXE } from "../web/browsers.js";
import { chromiumForTests, launch, PATIENCE, Tab } from "./chromium.js";

const program = chromiumForTests();
const pages = ["index.html", ...notebookPages().map(({ name }) => `notebooks/${name}.html`)];

/**
 * In the long run every page, in both schemes at both widths. Otherwise the report, a notebook of tables and charts in light
 * on a desk, and one of maps in dark on a phone: the others are of the same template.
 */
const SAMPLE = ["index.html", "notebooks/01-yuan-and-dollars.html", "notebooks/03-the-trade-picture.html"];
const opened = LONG ? pages : SAMPLE;
const schemes = (name: string, width: number): ("light" | "dark")[] => {
  if (LONG || name === "index.html") return ["light", "dark"];
  const desk = name === SAMPLE[1];
  return desk === width > 400 ? [desk ? "light" : "dark"] : [];
};

describe.runIf(program)("the report", () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await builtReport();
    browser = await launch(program as string);
  });
  afterAll(() => browser.close());

  let problems: string[] = [];

  async function newTab(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({ offline: true, viewport: { width: 1280, height: 900 }, ...options });
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => /^https?:/.test(request.url()) && problems.push(request.url()));
    return page;
  }
  const tab = new Tab(() => newTab());
  const withoutScripts = new Tab(() => newTab({ javaScriptEnabled: false }));

  async function open(name: string, using = tab): Promise<{ page: Page; problems: string[] }> {
    problems = [];
    return { page: await using.visit(pathToFileURL(join(folder, name)).href), problems };
  }

  test("holds tables, charts and the executed notebooks, and fetches nothing", () => {
    const files = [
      "statements.csv",
      "statements.json",
      "statements.md",
      "index.html",
      "charts/implied-rate.svg",
      "charts/implied-rate.html",
      "charts/implied-rate.png",
      "notebooks/01-yuan-and-dollars.html",
    ];
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    const page = readFileSync(join(folder, "index.html"), "utf8");
    // Sources are linked to; nothing is fetched.
    expect(page).not.toMatch(/\bsrc="https?:|<link[^>]*"https?:|url\(["']?https?:|@import/);
  });

  test.each(opened)(
    "%s: no request, no error, no violation, light and dark, desk and phone",
    async (name) => {
      const { page, problems } = await open(name);
      await page.waitForFunction(
        "[...document.querySelectorAll('[data-trade-figure]')].every((box) => box.querySelector('.main-svg .annotation'))",
      );
      // The page runs no script but its own: axe comes in by the debugger.
      await page.evaluate(AXE);
      for (const width of [1280, 375]) {
        await page.setViewportSize({ width, height: 900 });
        // Nothing but tables may need scrolling sideways, once the charts are drawn anew.
        await expect
          .poll(() => page.evaluate("document.documentElement.scrollWidth"), { timeout: PATIENCE })
          .toBeLessThanOrEqual(width);
        for (const colorScheme of schemes(name, width)) {
          await page.emulateMedia({ colorScheme });
          const violations = await page.evaluate(
            "axe.run().then((found) => found.violations.map((one) => one.id + ': ' + one.nodes[0].html))",
          );
          expect(violations, `${width} ${colorScheme}`).toEqual([]);
        }
      }
      expect(problems).toEqual([]);
    },
  );

  test("without scripts every chart is a picture", async () => {
    for (const name of opened) {
      const { page, problems } = await open(name, withoutScripts);
      const heights = await page
        .locator("[data-trade-figure] img")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(
        heights.filter((height) => height <= 150),
        name,
      ).toEqual([]);
      expect(problems.filter((text) => !/script/i.test(text))).toEqual([]);
    }
  });

  test("every link leads to a file", () => {
    for (const name of pages) {
      const links: string[] = [];
      const parser = new Parser({
        onopentag: (element, { href = "" }) => element === "a" && links.push(href),
      });
      parser.end(readFileSync(join(folder, name), "utf8"));
      expect(links).not.toEqual([]);
      const dead = links
        .filter((href) => !/^(https?:|data:|#)/.test(href))
        .filter((href) => !existsSync(join(folder, dirname(name), href.replace(/#.*/, ""))));
      expect(dead, name).toEqual([]);
    }
  });

  test("the keyboard comes to the text first, and reaches the files of a chart and of a table", async () => {
    const { page } = await open("index.html");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the text");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    const csv = page.locator(".files a", { hasText: "CSV" });
    expect(await csv.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
      "statements.csv",
      ...["implied-rate", "baseline", "growth-dollars", "statements", "months"].map(
        (name) => `charts/${name}.csv`,
      ),
    ]);
  });
});
