import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Known, trace } from "../src/check/trace.js";
import { numbersIn } from "../src/data/known.js";
import { Decimal } from "../src/index.js";
import { blocksOf, shows, typescriptOf } from "./guides/blocks.js";
import { programOf } from "./guides/program.js";
import { pages, runPage } from "./guides/run.js";
import { LONG } from "./support/long.js";

// Inside the project, so that "trade-figures" is found as a notebook finds it.
const folder = resolve("test/types/.generated/guides");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// It runs notebooks and draws: the long run takes it.
const heavy = (path: string) => path.endsWith("from-notebook-to-report.md") && !LONG;

describe("every block of a guide runs and gives what the page says", () => {
  test.concurrent.each(pages().filter((path) => !heavy(path)))("%s", async (path) => {
    const { found, written } = await runPage(path);
    expect(found, `${path} is stale: npm run guides`).toBe(written);
  });
});

test("the TypeScript of the guides compiles", () => {
  mkdirSync(folder, { recursive: true });
  const files = pages().map((path) => {
    const own = typescriptOf(blocksOf(readFileSync(path, "utf8")));
    const target = join(folder, `${basename(path, ".md")}.ts`);
    writeFileSync(target, programOf(own).typed);
    return target;
  });
  const flags = "--noEmit --strict --ignoreConfig --target es2022 --lib es2023 --types node".split(" ");
  const done = spawnSync(
    process.execPath,
    ["node_modules/typescript/bin/tsc", ...flags, "--module", "nodenext", ...files],
    { encoding: "utf8" },
  );
  expect(`${done.stdout}${done.stderr}`.trim()).toBe("");
});

test("every link of a guide leads to a file", () => {
  for (const path of pages()) {
    const text = readFileSync(path, "utf8").replace(/^```[\s\S]*?^```/gm, "");
    for (const [, href = ""] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|#)/.test(href)) continue;
      expect([path, href, existsSync(join(dirname(path), href.split("#")[0] as string))]).toEqual([
        path,
        href,
        true,
      ]);
    }
  }
});

test("every figure in the words of a guide follows from a block of its page", () => {
  // The comparison is written by a script, figures and all: see compare.test.ts.
  const lost = pages()
    .filter((path) => !path.endsWith("comparison.md"))
    .flatMap((path) => {
      const page = readFileSync(path, "utf8");
      const code = blocksOf(page).map((block) => block.code);
      const own = numbersIn(code.join("\n")).map(
        (number): Known => ({ value: new Decimal(number), kind: "text", where: path }),
      );
      return trace(page, own).flatMap(({ from, text }) => (from === undefined ? [`${path}: ${text}`] : []));
    });
  expect(lost).toEqual([]);
});

test("what is left out of a result is passed over, and nothing else", () => {
  expect(shows("a … c", "a b c")).toBe(true);
  expect(shows("a … b", "b a")).toBe(false);
  expect(shows("a", "a b")).toBe(false);
  const [block] = blocksOf("```ts\n1 + 1; // 2\nconst x = 1; // one\n```\n");
  expect(programOf(block ? [block] : []).results.map((one) => one.shown)).toEqual(["2"]);
});
