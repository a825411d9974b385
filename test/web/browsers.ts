import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import puppeteer, { type Browser } from "puppeteer-core";
import { PATIENCE } from "../notebook/chromium.js";

/** Firefox where it is installed, or undefined with a notice; in CI its absence is a failure. */
export function firefoxForTests(): string | undefined {
  const found = [process.env["FIREFOX_PATH"], "/usr/bin/firefox-esr", "/usr/bin/firefox"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found === undefined && process.env["CI"])
    throw new Error("CI needs Firefox for the tests of pages: apt-get install firefox-esr");
  if (found === undefined) console.log("No Firefox found: pages are tried in Chromium only.");
  return found;
}

/** A stock Firefox, driven by WebDriver BiDi: playwright-core drives its own build of Firefox only. */
export async function launchFirefox(executablePath: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
  });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (options) => {
    const page = await newPage(options);
    page.setDefaultTimeout(PATIENCE);
    return page;
  };
  return browser;
}

export const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page, which must be open in a context with `bypassCSP`. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: AXE });
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes[0].html))",
  );
}

/** Opens a page of a context; whatever goes wrong on it, and whatever it asks of a network, is put into `problems`. */
export async function watchedPage(context: BrowserContext, problems: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data|blob|about):/.test(request.url())) problems.push(request.url());
  });
  page.on("dialog", (dialog) => {
    problems.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return page;
}
