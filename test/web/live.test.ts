import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { parseNotebook } from "../../src/notebook/index.js";
import { livePage } from "../../src/notebook/page/live-page.js";
import { chromiumForTests, launch, PATIENCE } from "../notebook/chromium.js";
import { axeProblems, watchedPage } from "./browsers.js";
import { CELLS, notebook } from "./live-cells.js";

const chromium = chromiumForTests();
let browser: Browser;
let folder: string;
let address: string;
const problems: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "trade-figures-live-"));
  const file = join(folder, "small.html");
  writeFileSync(file, livePage(parseNotebook(notebook(CELLS), "small.ipynb")));
  address = pathToFileURL(file).href;
  if (chromium !== undefined) browser = await launch(chromium);
});
afterEach(() => {
  // Chromium tells of a handler that the policy refuses when it reads one, before it is taken out.
  const refused = (one: string) => one.startsWith("Executing inline event handler violates");
  expect(problems.splice(0).filter((one) => !refused(one))).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(at = address, options: object = {}): Promise<Page> {
  const page = await watchedPage(await browser.newContext(options), problems);
  await page.goto(at);
  await page.waitForSelector("body[data-ready]");
  return page;
}

const cell = (page: Page, number: number) => page.locator(`section[data-cell="${number}"]`);
const ran = (page: Page, number: number, state: string) =>
  cell(page, number).locator(".bar span", { hasText: state }).waitFor();

test("a page carries what its cells ask for, within its budget, and nothing may be fetched or evaluated", () => {
  const html = readFileSync(join(folder, "small.html"), "utf8");
  expect(html.length).toBeLessThan(3_050_000);
  expect(gzipSync(html).length).toBeLessThan(2_100_000);
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll("&#39;", "'");
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+' blob:; worker-src blob:; style-src/);
  expect(policy).not.toMatch(/unsafe-eval|connect-src|https?:/);
  expect(html).toContain("A &lt;b&gt;live&lt;/b&gt; notebook");
  const withoutCharts = livePage(parseNotebook(notebook(["1 + 1"]), "two.ipynb"));
  expect(withoutCharts).not.toContain('id="plotly"');
});

test("what no page carries is refused before a page is written", () => {
  const other = parseNotebook(notebook([`import * as dfd from "danfojs-node";`]), "x.ipynb");
  expect(() => livePage(other, { name: "x.ipynb" })).toThrow(
    "x.ipynb imports danfojs-node, and in a page cells import trade-figures and its doors alone; export it without --live",
  );
});

/** One page for the tests that follow, each from where the one before left it: its compiler takes seconds to start. */
let shared: Promise<Page> | undefined;
const sharedPage = (): Promise<Page> => {
  shared ??= opened(address, { bypassCSP: true });
  return shared;
};

test.runIf(chromium !== undefined)(
  "cells share what they declare, await, draw, and show HTML that cannot run",
  async () => {
    const page = await sharedPage();
    for (const number of [1, 2, 3, 4]) await cell(page, number).getByRole("button").click();
    await ran(page, 4, "done");
    expect(await cell(page, 1).locator(".out").textContent()).toContain(
      "USD/CNY 7.3139between 7.3067 and 7.3211",
    );
    expect(await cell(page, 2).locator("pre.stdout").textContent()).toBe("43 x\n");
    await cell(page, 3).locator(".chart .main-svg").first().waitFor();
    const shown = cell(page, 4).locator(".out");
    expect(await shown.locator("b").textContent()).toBe("bold");
    expect(await shown.locator("script, [onerror], a[href]").count()).toBe(0);
    expect(await page.evaluate("globalThis.ran")).toBeUndefined();
    // Values of a cell that runs again are those of its last run.
    await cell(page, 2).getByRole("button").click();
    await ran(page, 2, "done");
    await cell(page, 2).locator("pre.stdout", { hasText: "44 x" }).waitFor();
    for (const [width, colorScheme] of [
      [1280, "light"],
      [360, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      // A chart is drawn again for the width.
      await expect
        .poll(() => page.evaluate("document.documentElement.scrollWidth"), { timeout: PATIENCE })
        .toBe(width);
      expect([width, await axeProblems(page)]).toEqual([width, []]);
    }
  },
);

test.runIf(chromium !== undefined)("errors of types and at run time name the cell and the line", async () => {
  const page = await sharedPage();
  await page.click("#live-run");
  await ran(page, 5, "failed");
  const error = await cell(page, 5).locator(".stderr").textContent();
  expect(error).toMatch(/^Type error: line 2: Type 'Figure<"CNY">' is not assignable to type 'number'/);
  await cell(page, 5).locator(".cm-lintRange-error").waitFor();
  expect(await cell(page, 6).locator(".bar span").textContent()).toBe("not run");
  await cell(page, 6).getByRole("button").click();
  await ran(page, 6, "failed");
  expect(await cell(page, 6).locator(".stderr").textContent()).toBe(
    'RangeError: on purpose\n  at cell 6, line 2: throw new RangeError("on purpose");\n  at cell 6, line 4: fails();',
  );
});

test.runIf(chromium !== undefined)(
  "an editor completes, explains, and marks an error while one types",
  async () => {
    const page = await sharedPage();
    const editor = cell(page, 5).locator(".cm-content");
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("yuan.expl");
    await page.locator(".cm-tooltip-autocomplete li", { hasText: "explain" }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("const text: string = yuan;");
    await cell(page, 5).locator(".cm-lintRange-error").first().waitFor();
    await cell(page, 1)
      .locator(".cm-line", { hasText: "impliedRate(yuan" })
      .hover({ position: { x: 30, y: 8 } });
    const hover = page.locator(".cm-tooltip .hover");
    await hover.waitFor();
    expect(await hover.textContent()).toMatch(/impliedRate.*The exchange rate/s);
  },
);

test.runIf(chromium !== undefined)("a loop without end is stopped, and then nothing has run", async () => {
  const page = await sharedPage();
  await cell(page, 7).getByRole("button").click();
  await ran(page, 7, "running");
  await page.waitForTimeout(100);
  await page.click("#live-stop");
  await page.locator("#live-status", { hasText: "Ready" }).waitFor();
  await cell(page, 2).getByRole("button").click();
  await ran(page, 2, "failed");
  expect(await cell(page, 2).locator(".stderr").textContent()).toContain(
    "this uses names of cell 1, which has not run yet: run it first",
  );
  await cell(page, 1).locator(".cm-content").focus();
  await page.keyboard.press("Shift+Enter");
  await ran(page, 1, "done");
});

test.runIf(chromium !== undefined)(
  "a notebook of the project runs from its saved page to its last claim",
  async () => {
    const cli = [resolve("dist/esm/cli/main.js"), "notebook", "export", "--live", "--out", folder];
    execFileSync(process.execPath, [...cli, "notebooks/01-yuan-and-dollars.ipynb"]);
    const file = join(folder, "01-yuan-and-dollars.live.html");
    expect(statSync(file).size).toBeLessThan(4_200_000);
    const page = await opened(pathToFileURL(file).href);
    await page.click("#live-run");
    await page.waitForSelector("body[data-state=running]");
    await page.waitForSelector("body[data-state=idle]");
    expect(new Set(await page.locator(".bar span").allTextContents())).toEqual(new Set(["done"]));
  },
);
