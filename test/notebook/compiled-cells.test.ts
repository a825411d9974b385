import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notebookText, type RunResult, runAll } from "../../src/notebook/index.js";
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

/** Runs the cells of each notebook, all in one run. @returns of each the outputs, or what failed */
async function outcomes(...notebooks: string[][]): Promise<string[]> {
  const paths = notebooks.map((cells, at) => {
    const path = join(folder, `notebook-${at}.ipynb`);
    const made = cells.map((source) => ({ cell_type: "code" as const, metadata: {}, source }));
    writeFileSync(path, notebookText({ cells: made, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    return path;
  });
  const found = new Map<string, string>();
  for await (const { path, result } of runAll(paths)) {
    const { notebook, failure } = result as RunResult;
    const printed = notebook.cells
      .flatMap(({ outputs = [] }) => outputs.map((one) => ("text" in one ? one.text : "")))
      .join("");
    found.set(
      path,
      failure === undefined
        ? printed
        : `${failure.cell}, line ${failure.line}: ${failure.message.split("\n")[0]}`,
    );
  }
  return paths.map((path) => found.get(path) as string);
}

const outcome = async (...cells: string[]) => (await outcomes(cells))[0];

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
  const wrong = [CELLS[0] as string, "\nconst two: string = one;"];
  const told = "2, line 2: Type 'number' is not assignable to type 'string'.";
  for (let i = 0; i < 2; i++) expect(await outcomes(CELLS, wrong)).toEqual(["42\n", told]);
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
