import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseNotebook, sourceOf } from "../../src/notebook/run/ipynb.js";
import { type Converter, loadTslab, tslabEntry } from "../../src/notebook/tslab/tslab.js";
import { LONG } from "../support/long.js";

// tslab as it comes, which makes a program anew for each cell: what the one with a kept program is held against.
const entry = tslabEntry(false) as string;
const load = createRequire(entry);
const stock = load(join(dirname(entry), "converter.js"));
for (const path of Object.keys(load.cache)) if (path.startsWith(dirname(entry))) delete load.cache[path];
const { createConverter } = loadTslab();

// Inside the project, where a notebook finds the package by its name.
const folder = mkdtempSync(resolve("notebooks/.test-"));
const before = process.cwd();
process.chdir(folder);
writeFileSync(
  "helper.ts",
  "export const twice = (n: number) => 2 * n;\nexport interface Pair { a: string }\n",
);
writeFileSync("table.json", '{ "rows": 3 }\n');
const own = createConverter(folder);
const theirs: Converter = stock.createConverter({ isJS: false, isBrowser: false });
afterAll(() => {
  own.close();
  theirs.close();
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

/** A converter's answers to the cells of a notebook, one after the other. */
function answers(converter: Converter, cells: readonly string[]) {
  let declarations = "";
  return cells.map((source) => {
    const {
      lines: _,
      declOutput,
      diagnostics,
      ...rest
    } = converter.convert(declarations, source) as ReturnType<Converter["convert"]>;
    if (diagnostics.length === 0) declarations = declOutput ?? "";
    const plain = diagnostics.map((one) => ({ ...one, allowed: undefined }));
    // TypeScript lists the members of a union in the order in which it met them, which differs.
    const declared = declOutput?.match(/"[^"]*"|[\w$]+|\S/g)?.sort();
    return { source, ...rest, diagnostics: plain, declared };
  });
}

const same = (cells: readonly string[]) => expect(answers(own, cells)).toEqual(answers(theirs, cells));

const NOTEBOOKS: Readonly<Record<string, readonly string[]>> = {
  "names declared again, and taken from cells before": [
    "const a = 1;\nlet b = 'x';\nvar c: number | undefined;\nfunction f(n: number) { return n + a; }\nclass K<T> { constructor(private x: T, readonly y = a) {} get() { return this.x; } }\nenum E { A, B }\ninterface I { a: string }\ntype T = I | number;\nnamespace N { export const deep = 5; }",
    "const a = 'now text';\nf(1) + N.deep",
    "interface I { b: number }\nconst i: I = { b: 2 };\na.toUpperCase()",
    "class L extends K<string> { both() { return this.get() + this.y + E.B; } }\nnew L('s').both()",
    "const { x, ...rest } = { x: 1, y: [2, 3], z: { w: 'q' } };\nconst [p, , q = 4] = rest.y;",
    "let t: T = 5;\nt = { b: 1 };\nx + p + q + rest.z.w",
    "const fetch = 3, name = 'own', process = 'mine';\n[fetch, name, process]",
    "const pick = Math.random() > 2 ? 'left' : 'right';\nlet picked = pick;\nconst tuple = ['a', 1] as const;",
    "picked = 'left';\nconst [first] = tuple;\nconst made = () => ({ pick, tuple, then: undefined });",
  ],
  "what is wrong, and what comes after it": [
    "const n: number = 'a';",
    "const kept: 'one' | 'two' = 'one';\nunknownName + 1;",
    "const ok = 1;",
    "ok = 2;\nconst s: 'one' | 'two' = 'three';\n({ a: 1 }).b;",
    "const broken = ;",
    "function g( {",
    "// @ts-expect-error for once\nconst m: number = 'a';\n// @ts-expect-error not here\nconst fine = 1;",
    "// @ts-nocheck\nconst u: number = 'a';",
    "import { nothing } from 'nowhere-at-all';",
    "import { figure, noSuchName } from 'trade-figures';",
    "import { figure } from 'trade-figures';\nfigure(5, 6, 7);",
    "const half = await Promise.resolve(ok);\nhalf.length",
    "ok",
  ],
  "await, imports of every kind, modules": [
    "import { readFileSync as readText } from 'fs';\nimport * as path from 'node:path';\nimport type { Figure } from 'trade-figures';\nimport Decimal from 'decimal.js';\nimport table from './table.json';",
    "import { figure } from 'trade-figures';\nimport { show } from 'trade-figures/notebook';\nconst of: Figure = figure('5bn yuan');\nawait show(of);\nof",
    "import { twice, type Pair } from './helper';\nconst pair: Pair = { a: path.join('x', String(twice(table.rows))) };\npair",
    "const later = async () => { for await (const one of [1, 2]) await one; };\nconst { twice: again } = await import('./helper');\nagain(2)",
    "const fs = require('fs');\nfs.existsSync(readText.name)",
    "export const shown = new Decimal(1).plus(2);\nexport default class Own {}",
    "shown.times(3)",
    "function* steps() { yield 1; }\n[...steps()].map((x) => x * 2)",
    "const decorated = (target: any) => target;\n@decorated class D { #secret = 1; static s = 2; get v() { return this.#secret; } }\nnew D().v + D.s",
    "label: for (const i of [1]) { continue label; }\nvoid 0;",
  ],
  "what a cell says to all files": [
    "declare global { interface Array<T> { third(): T } var everywhere: number; }\nArray.prototype.third = function () { return this[2]; };",
    "[1, 2, 3].third() + everywhere",
    "/// <reference types='node' />\nconst here = __dirname;",
    "here.length",
    "declare module 'trade-figures' { interface Figure { own: string } }",
    "const after = 1;\nafter",
  ],
};

test.each(Object.entries(NOTEBOOKS))("tslab's answers: %s", (_, cells) => same(cells));

// In the long run: their cells are of the kinds that are listed above.
const names = LONG ? readdirSync("..").filter((name) => name.endsWith(".ipynb")) : [];

test.each(names)("tslab's answers for the cells of %s", (name) => {
  const { cells } = parseNotebook(readFileSync(join("..", name), "utf8"), name);
  same(cells.filter(({ cell_type }) => cell_type === "code").map(sourceOf));
});

test.each([
  "import { readFile } from 'fs';\nreadFile",
  "import { Readable } from 'node:stream';\nnew Readable().destroy",
  "import { figure } from 'trade-figures';\nfigure",
  "import { figure } from 'trade-figures';\nfigure('5bn yuan').interval.lower",
  "import Decimal from 'decimal.js';\nnew Decimal(1).toFixed",
  "process.cwd",
  "setTimeout",
  "new URL('a:b').href",
  "[1].map",
  "new Map<string, number>().forEach",
  "/** Of its own. */\nconst noted = 1;\nnoted",
  "escape",
  "new Buffer",
])("tslab's help and completions: %s", (source) => {
  for (const ask of ["inspect", "complete"] as const) {
    const [ours, stock] = [own, theirs].map((one) => one[ask]("", source, source.length));
    expect(ours).toEqual(stock);
  }
});

test("a file that changes is read again, as it is for tslab", async () => {
  const changed = (text: string) => {
    writeFileSync("helper.ts", text);
    utimesSync("helper.ts", new Date(), new Date(Date.now() + 5000));
  };
  changed("export const twice = (n: string) => n + n;\nexport interface Pair { a: string }\n");
  // The compiler looks at files four times a second.
  await new Promise((done) => setTimeout(done, 1500));
  const use = [
    "import { twice } from './helper';\ntwice(2)",
    "import { twice } from './helper';\ntwice('2')",
  ];
  // tslab itself forgets to send the code of a file again that no cell used for a while.
  const [first, second] = answers(own, use);
  const bare = (all: readonly object[]) => all.map((one) => ({ ...one, sideOutputs: undefined }));
  expect(bare([first, second] as object[])).toEqual(bare(answers(theirs, use)));
  expect([first?.diagnostics.length, second?.sideOutputs?.[0]?.data.includes("n + n")]).toEqual([1, true]);
});
