import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumForTests, launch } from "../notebook/chromium.js";
import { firefoxForTests, launchFirefox } from "../web/browsers.js";
import { serve } from "../web/static-server.js";

const work = mkdtempSync(join(tmpdir(), "trade-figures-lite-"));
const site = join(work, "site");
const own = join(work, "own.ipynb");
const cell = (source: string, at: number) => ({
  cell_type: "code",
  id: `c${at}`,
  metadata: {},
  source,
  outputs: [],
  execution_count: null,
});
const notebook = (...sources: string[]) =>
  JSON.stringify({
    cells: sources.map(cell),
    metadata: { kernelspec: { name: "trade-figures", display_name: "TypeScript", language: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
const ALL = readdirSync("notebooks")
  .filter((name) => /^0[0-24-9].*\.ipynb$/.test(name))
  .map((name) => `notebooks/${name}`);

let host: Awaited<ReturnType<typeof serve>>;
let browser: Awaited<ReturnType<typeof launch>>;

describe.runIf(chromiumForTests() !== undefined)("JupyterLite with the core of live notebooks", () => {
  beforeAll(async () => {
    writeFileSync(
      own,
      notebook(
        'import { figure, impliedRate } from "trade-figures";\nlet yuan = figure("42.64bn yuan");\nawait Promise.resolve(1);',
        'const dollars = figure("$5.83bn");\nimpliedRate(yuan, dollars)',
        "const wrong: number = yuan;",
        'throw new Error("on purpose");',
        'console.log("one", 2); yuan = figure("1bn yuan"); yuan.show()',
        "while (true) {}",
      ),
    );
    const run = `import { buildLab } from "./src/web/lite.mjs"; await buildLab(${JSON.stringify(site)}, ${JSON.stringify([...ALL, own])});`;
    execFileSync(process.execPath, ["--input-type=module", "-e", run], { stdio: "ignore" });
    host = await serve(site);
    browser = await launch(chromiumForTests() as string);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    host?.close();
    rmSync(work, { recursive: true, force: true });
  });

  /** Opens a notebook, and waits until its kernel is idle. */
  async function open(name: string, problems: string[]): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(host.address) && !/^(data|blob):/.test(request.url()))
        problems.push(request.url());
    });
    await page.goto(`${host.address}/lab/index.html?path=${name}`);
    await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 120_000 });
    return page;
  }

  /** Runs the cell that is selected, and goes on to the next. */
  async function runNext(page: Page, at: number): Promise<string> {
    const one = page.locator(".jp-CodeCell").nth(at);
    await one.locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    const selector = `.jp-CodeCell >> nth=${at} >> .jp-InputPrompt >> text=/\\[\\d+\\]/`;
    await page.waitForSelector(selector, { timeout: 60_000 });
    return (await one.locator(".jp-OutputArea").textContent()) ?? "";
  }

  test("cells share what they declare, say their type errors by line, and go on after an error", async () => {
    const problems: string[] = [];
    const page = await open("own.ipynb", problems);
    expect(await runNext(page, 0)).toBe("1");
    expect(await runNext(page, 1)).toContain("USD/CNY 7.3139");
    expect(await runNext(page, 2)).toMatch(/line 1: Type 'Figure<"CNY">' is not assignable to type 'number'/);
    expect(await runNext(page, 3)).toMatch(/Error: on purpose[\s\S]*cell \d+, line 1/);
    const last = await runNext(page, 4);
    expect(last).toContain("one 2");
    expect(last).toContain("CNY 1bn, between 0.5bn and 1.5bn");
    expect(problems).toEqual([]);
    await page.close();
  });

  test("a loop without an end is ended by a restart, and cells run again", async () => {
    const page = await open("own.ipynb", []);
    await runNext(page, 0);
    await page.locator(".jp-CodeCell").nth(5).locator(".cm-content").click();
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="busy"]');
    await page.getByText("Kernel", { exact: true }).click();
    await page.getByText("Restart Kernel…", { exact: true }).click();
    await page.locator(".jp-Dialog button.jp-mod-warn").click();
    await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 60_000 });
    expect(await runNext(page, 1)).toMatch(/Cannot find name 'yuan'/);
    await runNext(page, 0);
    expect(await runNext(page, 1)).toContain("USD/CNY 7.3139");
    await page.close();
  });

  test("names are completed, with what the cells above declare", async () => {
    const page = await open("own.ipynb", []);
    await runNext(page, 0);
    const cell = page.locator(".jp-CodeCell").nth(1).locator(".cm-content");
    await cell.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("yuan.expl");
    await page.keyboard.press("Tab");
    const list = page.locator(".jp-Completer");
    await list.waitFor({ timeout: 30_000 });
    expect(await list.textContent()).toContain("explain");
    await page.close();
  });

  test.each(ALL)("%s runs to its last claim", async (path) => {
    const problems: string[] = [];
    const page = await open(path.replace("notebooks/", ""), problems);
    await page.getByText("Run", { exact: true }).click();
    await page.getByText("Run All Cells", { exact: true }).click();
    await page.waitForFunction(
      () => {
        const last = [...document.querySelectorAll(".jp-CodeCell")].at(-1);
        const ran = /\[\d+\]/.test(last?.querySelector(".jp-InputPrompt")?.textContent ?? "");
        return ran || document.querySelector('.jp-OutputArea [data-mime-type*="error"]') !== null;
      },
      undefined,
      { timeout: 300_000 },
    );
    const errors = await page.locator('.jp-OutputArea [data-mime-type*="error"]').allTextContents();
    expect([...errors, ...problems]).toEqual([]);
    const last = await page.locator(".jp-CodeCell .jp-OutputArea").last().textContent();
    expect(last).toMatch(/holds/);
    if (/01-/.test(path)) expect(await page.locator(".js-plotly-plot").count()).toBeGreaterThan(0);
    await page.close();
  });

  test.runIf(firefoxForTests() !== undefined)("it runs in Firefox", async () => {
    const firefox = await launchFirefox(firefoxForTests() as string);
    try {
      const page = await firefox.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`${host.address}/lab/index.html?path=own.ipynb`);
      await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 120_000 });
      for (const at of [0, 1]) {
        await (await page.$$(".jp-CodeCell .cm-content"))[at]?.click();
        await page.keyboard.down("Shift");
        await page.keyboard.press("Enter");
        await page.keyboard.up("Shift");
        await page.waitForFunction(
          (at: number) =>
            /\[\d+\]/.test(document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")[at]?.textContent ?? ""),
          { timeout: 60_000 },
          at,
        );
      }
      const shown = await page.$$eval(".jp-OutputArea", (all) => all.map((one) => one.textContent).join());
      expect(shown).toContain("USD/CNY 7.3139");
    } finally {
      await firefox.close();
    }
  });

  test("it has at most 40 MB, and what it asks for is there", () => {
    const size = readdirSync(site, { recursive: true, encoding: "utf8" })
      .map((name) => statSync(join(site, name)))
      .reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
    console.log(
      `JupyterLite: ${(size / 1e6).toFixed(1)} MB; asked for and not there: ${host.missing.join(", ")}`,
    );
    expect(size).toBeLessThan(40_000_000);
    expect(host.missing.filter((one) => /trade-figures|\.js$/.test(one))).toEqual([]);
  });
});
