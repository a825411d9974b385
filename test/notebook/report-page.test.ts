import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { findChromium } from "../../src/notebook/picture/index.js";

const program = findChromium();
if (program === undefined && process.env["CI"] !== "true")
  console.log("Chromium is not installed, so the report's pages are not opened");

test.runIf(program !== undefined || process.env["CI"] === "true")(
  "the report is readable offline, without a request, an error or an accessibility violation",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "trade-figures-report-"));
    execFileSync(process.execPath, [resolve("dist/esm/cli/main.js"), "reproduce", "--out", folder], {
      stdio: "ignore",
    });
    const browser = await chromium.launch({ executablePath: program as string, args: ["--no-sandbox"] });
    try {
      for (const [name, width] of [
        ["index.html", 1280],
        ["index.html", 375],
        ["notebooks/01-yuan-and-dollars.html", 375],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const problems: string[] = [];
        page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
        page.on("pageerror", (error) => problems.push(error.message));
        page.on("request", (request) => /^https?:/.test(request.url()) && problems.push(request.url()));
        await page.goto(pathToFileURL(join(folder, name)).href);
        await page.waitForSelector(".main-svg");
        expect(problems).toEqual([]);
        // Nothing but tables and code may need scrolling sideways at the width of a phone.
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        await page.addScriptTag({
          content: readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
        });
        const violations = (await page.evaluate(
          "axe.run().then((found) => found.violations.map((one) => one.id + ': ' + one.nodes[0].html))",
        )) as string[];
        expect(violations).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
