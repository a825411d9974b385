import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notebookText, run } from "../../src/notebook/index.js";
import { CompiledCells } from "../../src/notebook/run/compiled-cells.js";

// A project of its own, with a package of its own.
const home = mkdtempSync(join(tmpdir(), "trade-figures-cells-"));
const folder = join(home, "notebooks");
const types = join(home, "node_modules/own/index.d.ts");
const place = join(home, "node_modules/.cache/trade-figures/cells");

beforeAll(() => {
  mkdirSync(join(types, ".."), { recursive: true });
  mkdirSync(folder);
  writeFileSync(join(home, "node_modules/own/package.json"), '{ "name": "own", "types": "index.d.ts" }');
  writeFileSync(join(home, "node_modules/own/index.js"), "exports.one = 1;\n");
  writeFileSync(types, "export declare const one: number;\n");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs cells as a notebook. @returns the outputs, or what failed */
async function outcome(...cells: string[]): Promise<string> {
  const path = join(folder, "notebook.ipynb");
  const made = cells.map((source) => ({ cell_type: "code" as const, metadata: {}, source }));
  writeFileSync(path, notebookText({ cells: made, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  const { notebook, failure } = await run(path);
  if (failure !== undefined)
    return `${failure.cell}, line ${failure.line}: ${failure.message.split("\n")[0]}`;
  return notebook.cells
    .flatMap(({ outputs = [] }) => outputs.map((one) => ("text" in one ? one.text : "")))
    .join("");
}

const kept = () => readdirSync(place).filter((name) => !name.startsWith("ground-"));
const CELLS = ['import { one } from "own";', "const two: number = one + 1;\ntwo"];

test("a cell that was compiled is found by the next run; one with an error is compiled and told each time", async () => {
  expect(await outcome(...CELLS)).toBe("2\n");
  expect(kept()).toHaveLength(2);
  // That the second run takes what was kept shows in an output that only the kept cell has.
  for (const name of kept()) {
    const text = readFileSync(join(place, name), "utf8");
    writeFileSync(join(place, name), text.replace("exports.one + 1", "exports.one + 41"));
  }
  expect(await outcome(...CELLS)).toBe("42\n");
  for (let i = 0; i < 2; i++)
    expect(await outcome(CELLS[0] as string, "\nconst two: string = one;")).toBe(
      "2, line 2: Type 'number' is not assignable to type 'string'.",
    );
  expect(kept()).toHaveLength(2);
});

test("other types, other settings and other cells before are other cells", async () => {
  const [declared] = kept()
    .map(
      (name) => JSON.parse(readFileSync(join(place, name), "utf8")).compiled.converted.declOutput as string,
    )
    .filter((text) => !text.includes("two"));
  const find = (declarations = declared as string) =>
    new CompiledCells(folder).find(declarations, CELLS[1] as string) !== undefined;
  expect(find()).toBe(true);
  expect(find(`${declared}declare const other: number;\n`)).toBe(false);
  // A file that was written again with the same content is the same.
  writeFileSync(types, "export declare const one: number;\n");
  expect(find()).toBe(true);
  writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
  expect(find()).toBe(false);
  rmSync(join(folder, "tsconfig.json"));
  mkdirSync(join(folder, "node_modules"));
  expect(find()).toBe(false);
  rmSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(types, "export declare const one: string;\n");
  expect(find()).toBe(false);
  expect(await outcome(...CELLS)).toBe("2, line 1: Type 'string' is not assignable to type 'number'.");
});

test("what is broken, or of another shape, is compiled again", async () => {
  writeFileSync(types, "export declare const one: number;\n");
  for (const name of readdirSync(place))
    writeFileSync(join(place, name), name.startsWith("ground") ? "{}" : "[");
  expect(await outcome(...CELLS)).toBe("2\n");
});

test("settings are also those of the files that they extend", async () => {
  const base = join(home, "base.json");
  writeFileSync(base, '{ "compilerOptions": { "strict": false } }');
  writeFileSync(join(folder, "tsconfig.json"), '{ "extends": "../base.json" }');
  const loose = ["const f = (x) => x;\nf(1)"];
  expect(await outcome(...loose)).toBe("1\n");
  writeFileSync(base, '{ "compilerOptions": { "strict": true } }');
  expect(await outcome(...loose)).toBe("1, line 1: Parameter 'x' implicitly has an 'any' type.");
});
