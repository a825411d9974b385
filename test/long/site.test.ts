import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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

test("every page of words is on the site, and the front page leads to each guide", () => {
  const front = readFileSync(join(site, "index.html"), "utf8");
  for (const name of readdirSync("notebooks/guides").map((file) => file.replace(/\.md$/, ""))) {
    if (name === "README") continue;
    expect([name, existsSync(join(site, `guides/${name}.html`))]).toEqual([name, true]);
    expect(front).toContain(`<a href="guides/${name}.html">`);
  }
  for (const name of htmlFiles())
    expect([
      name,
      readFileSync(join(site, name), "utf8").includes('http-equiv="Content-Security-Policy"'),
    ]).toEqual([name, true]);
});

test("places within a page that are linked to are there", () => {
  for (const name of htmlFiles().filter((one) => one.startsWith("guides"))) {
    const html = readFileSync(join(site, name), "utf8");
    for (const [, path = "", anchor] of html.matchAll(/<a href="([^"#:]*)#([^"]+)"/g)) {
      const target = path === "" ? name : join(dirname(name), path);
      const there = readFileSync(join(site, target), "utf8").includes(`id="${anchor}"`);
      expect([name, path, anchor, there]).toEqual([name, path, anchor, true]);
    }
  }
});

test("SHA256SUMS has every file, and says which one was changed", () => {
  const check = () =>
    spawnSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: site, encoding: "utf8" });
  const listed = readFileSync(join(site, "SHA256SUMS"), "utf8").trim().split("\n");
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(site, name)).isFile(),
  );
  expect(listed.length).toBe(files.length - 1);
  expect([check().status, check().stdout]).toEqual([0, ""]);
  const page = join(site, "checker.html");
  const whole = readFileSync(page);
  writeFileSync(page, Buffer.concat([whole, Buffer.from(" ")]));
  expect(check().stdout).toContain("checker.html: FAILED");
  writeFileSync(page, whole);
});

test("a second build is the same, byte for byte", () => {
  const again = mkdtempSync(join(tmpdir(), "trade-figures-site-"));
  try {
    execFileSync(process.execPath, ["src/web/site.mjs", again], { stdio: "ignore" });
    const sums = (folder: string) => readFileSync(join(folder, "SHA256SUMS"), "utf8");
    expect(sums(again)).toBe(sums(site));
  } finally {
    rmSync(again, { recursive: true, force: true });
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
      const context = await browser.newContext({ viewport: { width: 320, height: 800 }, bypassCSP: true });
      const guides = htmlFiles().filter((name) => name.startsWith("guides"));
      for (const name of [
        "index.html",
        "reference/index.html",
        "reference/chart.html",
        "checker.html",
        ...guides,
      ])
        for (const colorScheme of ["light", "dark"] as const) {
          const page = await watchedPage(context, problems);
          await page.emulateMedia({ colorScheme });
          await page.goto(pathToFileURL(join(site, name)).href);
          expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, 320]);
          expect([name, colorScheme, await axeProblems(page)]).toEqual([name, colorScheme, []]);
          await page.close();
        }
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
