import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumForTests, launch } from "../notebook/chromium.js";
import { axeProblems, watchedPage } from "../web/browsers.js";

const site = mkdtempSync(join(tmpdir(), "trade-figures-site-"));
beforeAll(() => {
  execFileSync(process.execPath, ["src/web/site.mjs", site], { stdio: "ignore" });
}, 600_000);
afterAll(() => rmSync(site, { recursive: true, force: true }));

const htmlFiles = () =>
  readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));

test("every link between pages leads to a page, and no page is beyond its budget", () => {
  for (const name of htmlFiles()) {
    const html = readFileSync(join(site, name), "utf8");
    expect([name, statSync(join(site, name)).size < 5_000_000]).toEqual([name, true]);
    for (const [, href] of html.matchAll(/<a href="([^"#:]+\.html)[^"]*"/g))
      expect([name, href, existsSync(join(site, dirname(name), href as string))]).toEqual([name, href, true]);
  }
});

test("the reference has every name that a door exports", async () => {
  for (const door of ["index", "chart", "table", "notebook"]) {
    const html = readFileSync(join(site, "reference", `${door}.html`), "utf8");
    const exported = Object.keys(await import(`../../dist/esm/${door}.js`));
    expect(exported.filter((name) => !html.includes(`<h3 id="${name}">`))).toEqual([]);
  }
});

test.runIf(chromiumForTests() !== undefined)(
  "pages open without a request or an error, and axe finds nothing in those that are the site's own",
  async () => {
    const browser = await launch(chromiumForTests() as string);
    try {
      const problems: string[] = [];
      const context = await browser.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true });
      for (const name of ["index.html", "reference/index.html", "reference/chart.html", "checker.html"]) {
        const page = await watchedPage(context, problems);
        await page.goto(pathToFileURL(join(site, name)).href);
        expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, 360]);
        expect([name, await axeProblems(page)]).toEqual([name, []]);
        await page.close();
      }
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
