import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { readText } from "../../src/data/file/bytes.js";
import { parseNotebook } from "../../src/notebook/index.js";
import { livePage } from "../../src/notebook/page/live-page.js";
import { sourceOf } from "../../src/notebook/run/ipynb.js";
import { chromiumForTests, launch } from "../notebook/chromium.js";
import { firefoxForTests, launchFirefox, watchedPage } from "../web/browsers.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-live-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The project's notebooks that import nothing besides the package: their last cell asserts what they open with. */
const pages = readdirSync("notebooks")
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => ({ name, notebook: parseNotebook(readText(join("notebooks", name)), name) }))
  .filter(({ notebook }) => !notebook.cells.some((cell) => /from "(?!trade-figures)/.test(sourceOf(cell))))
  .map(({ name, notebook }) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, livePage(notebook, { folder: "notebooks", name }));
    return { name, address: pathToFileURL(file).href };
  });
const ALL = { timeout: 300_000 };

test("most notebooks are among them", () => {
  expect(pages.length).toBeGreaterThan(3);
});

test.runIf(chromiumForTests() !== undefined)(
  "every notebook runs to its last claim in Chromium, from a file",
  async () => {
    const browser = await launch(chromiumForTests() as string);
    try {
      for (const { name, address } of pages) {
        const problems: string[] = [];
        const page = await watchedPage(await browser.newContext(), problems);
        await page.goto(address);
        await page.waitForSelector("body[data-ready]");
        await page.click("#live-run");
        await page.waitForSelector("body[data-state=running]");
        await page.waitForSelector("body[data-state=idle]", ALL);
        const states = new Set(await page.locator(".bar span").allTextContents());
        expect([name, [...states], problems]).toEqual([name, ["done"], []]);
        await page.context().close();
      }
    } finally {
      await browser.close();
    }
  },
  600_000,
);

test.runIf(firefoxForTests() !== undefined)(
  "and in Firefox",
  async () => {
    const browser = await launchFirefox(firefoxForTests() as string);
    try {
      for (const { name, address } of pages) {
        const page = await browser.newPage();
        await page.goto(address);
        await page.waitForSelector("body[data-ready]", ALL);
        await page.click("#live-run");
        await page.waitForSelector("body[data-state=running]");
        await page.waitForSelector("body[data-state=idle]", ALL);
        const states = await page.$$eval(".bar span", (all) => all.map((one) => one.textContent));
        expect([name, [...new Set(states)]]).toEqual([name, ["done"]]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  },
  900_000,
);
