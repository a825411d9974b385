import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as charts from "../src/chart/index.js";
import * as tables from "../src/data/index.js";
import * as columns from "../src/data/table.js";
import * as door from "../src/index.js";
import * as guessing from "../src/language/guess.js";
import * as onceMade from "../src/language/once.js";
import * as wordLists from "../src/language/word-list.js";
import * as order from "../src/text/in-order.js";

interface Example {
  readonly file: string;
  readonly code: string;
  readonly expected: string;
}

/** Every `@example expression // result` of the docstrings. */
function examples(): Example[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) =>
      [...readFileSync(`src/${name}`, "utf8").matchAll(/\* @example (.+?) \/\/ (.+)$/gm)].map((found) => ({
        file: name,
        code: found[1] as string,
        expected: (found[2] as string).replace(/ \*\/$/, ""),
      })),
    );
}

const found = examples();
const exported: Readonly<Record<string, unknown>> = {
  ...door,
  ...charts,
  ...tables,
  ...columns,
  ...guessing,
  ...onceMade,
  ...order,
  ...wordLists,
};
const names = Object.keys(exported);

test("the docstrings have examples", () => {
  expect(found.length).toBeGreaterThan(20);
});

test.each(found)("$file: $code", ({ code, expected }) => {
  const run = new Function(...names, `"use strict"; return (${code});`);
  expect(String(run(...names.map((name) => exported[name])))).toBe(expected);
});
