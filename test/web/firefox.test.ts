import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { parseNotebook } from "../../src/notebook/index.js";
import { livePage } from "../../src/notebook/page/live-page.js";
import { firefoxForTests, launchFirefox } from "./browsers.js";
import { CELLS, notebook } from "./live-cells.js";

const program = firefoxForTests();

// One Firefox for both pages: to start it costs four times what a page does.
describe.runIf(program !== undefined)("in Firefox", () => {
  let firefox: Browser;
  let folder: string;
  const problems: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "trade-figures-firefox-"));
    firefox = await launchFirefox(program as string);
  });
  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await firefox?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(file: string): Promise<Page> {
    const page = await firefox.newPage();
    page.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector("body[data-ready]");
    return page;
  }

  test("the checker finds the same", async () => {
    const page = await opened(resolve("dist/checker.html"));
    await page.type(
      "#text",
      "Liaoning's shipments to Russia rose 82.3% in nine months to 42.64bn yuan ($5.83m).",
    );
    await page.$eval("#day", (box) => {
      (box as unknown as { value: string }).value = "2023-10-23";
    });
    await page.click("#check");
    await page.waitForSelector("body[data-state=done]");
    const found = await page.$eval("#findings", (list) => list.textContent);
    expect(found).toContain("USD/CNY 7313.9");
    expect(found).toContain("$5.83bn instead of $5.83m");
    await page.click("#link");
    expect(await page.$eval("html", (root) => root.lang)).toBe("en");
  });

  test("a notebook's page runs the same cells", async () => {
    const file = join(folder, "small.html");
    writeFileSync(file, livePage(parseNotebook(notebook(CELLS), "small.ipynb")));
    const page = await opened(file);
    await page.click("#live-run");
    await page.waitForSelector('section[data-cell="5"] .stderr');
    const texts = await page.$$eval(".out", (boxes) => boxes.map((one) => one.textContent));
    expect(texts[0]).toContain("USD/CNY 7.3139");
    expect(texts[1]).toBe("43 x\n");
    expect(texts[4]).toContain("Type error: line 2");
    await page.waitForSelector(".chart .main-svg");
    await page.click('section[data-cell="6"] button');
    await page.waitForSelector('section[data-cell="6"] .stderr');
    const failure = await page.$eval('section[data-cell="6"] .stderr', (one) => one.textContent);
    expect(failure).toContain("RangeError: on purpose\n  at cell 6, line 2");
  });
});
