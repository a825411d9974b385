import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Notebook, notebookText, type RunOptions, type RunResult } from "../../src/notebook/index.js";
import { runWith } from "../../src/notebook/run/run.js";
import { Workshops } from "../../src/notebook/run/workshops.js";
import { LONG } from "../support/long.js";

// Inside the project, where a notebook finds the package by its name.
const folder = mkdtempSync(resolve("notebooks/.test-"));
const workshops = new Workshops();
afterAll(() => {
  workshops.close();
  rmSync(folder, { recursive: true, force: true });
});

const CASES: Readonly<Record<string, readonly string[]>> = {
  chart: [
    'import { baseline, figure } from "trade-figures";\nimport { baselineChart } from "trade-figures/chart";',
    'import { show } from "trade-figures/notebook";\nconst [now, rise] = [figure("42.64bn yuan"), figure("82.3%")];',
    'const chart = baselineChart(baseline(now, rise), rise, now, { title: "t", basePeriod: "2022", currentPeriod: "2023", source: { text: "s", date: "2023" } });\nawait show(chart);',
    "(globalThis as any).left = 1;\nArray.prototype.at = () => 0;",
  ],
  after: [
    "[typeof (globalThis as any).left, [5].at(0)].join()",
    'import { twice } from "./helper";\nconsole.log(twice(2));',
  ],
  helper: ['import { twice } from "./helper";\nconsole.log(twice(4));'],
  module: ["/** @module own */\nexport const own = 5;", 'import { own } from "./own";\nconsole.log(own);'],
  thrown: [
    "const deep = (n: number) => {\n\n  throw new RangeError('boom ' + n);\n};",
    "\ninterface A {\n  a: number;\n}\n\ndeep(1);",
  ],
  typed: ['// a note\nconst n: number = "a";'],
  rejected: ['\nPromise.reject(new Error("lost"));'],
  exit: ["console.log(1);", "process.exit(4);"],
};

// What both ways of running must agree on: outputs and an end of the process; imports and types too in the long run.
const BOTH = LONG ? ["chart", "module", "typed", "exit"] : ["chart", "exit"];

const results = new Map<string, RunResult>();
const isolated = new Map<string, RunResult>();

beforeAll(async () => {
  writeFileSync(join(folder, "helper.ts"), "export const twice = (n: number) => 2 * n;\n");
  for (const [name, cells] of Object.entries(CASES)) write(name, cells);
  await runInto(results, Object.keys(CASES), {});
  await runInto(isolated, BOTH, { isolated: true });
});

const place = (name: string) => join(folder, `${name}.ipynb`);

function write(name: string, cells: readonly string[]): void {
  const made: Notebook = {
    cells: cells.map((source) => ({ cell_type: "code", metadata: {}, source })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(place(name), notebookText(made));
}

async function runInto(into: Map<string, RunResult>, names: readonly string[], options: RunOptions) {
  for await (const { path, result } of runWith(workshops, names.map(place), options))
    if (result !== undefined) into.set(basename(path, ".ipynb"), result);
}

const text = (name: string): string =>
  (results.get(name)?.notebook.cells ?? [])
    .flatMap((cell) => cell.outputs ?? [])
    .map((one) => ("text" in one ? one.text : ""))
    .join("");

test("a notebook finds nothing of the notebook before it", () => {
  expect(results.get("chart")?.failure).toBeUndefined();
  expect(text("after")).toBe("undefined,5\n4\n");
});

test("a source file and a module cell are imported by each notebook", () => {
  expect([text("helper"), text("module")]).toEqual(["8\n", "5\n"]);
});

test("a failure names the cell and its line as written", () => {
  const failure = (name: string) => {
    const { cell, line, text: code, name: kind, message } = results.get(name)?.failure ?? {};
    return [cell, line, code, kind, message];
  };
  expect(failure("thrown")).toEqual([2, 6, "deep(1);", "RangeError", "boom 1"]);
  expect(failure("typed").slice(0, 3)).toEqual([1, 2, 'const n: number = "a";']);
  expect(failure("rejected")).toEqual([1, 2, 'Promise.reject(new Error("lost"));', "Error", "lost"]);
  expect(failure("exit")).toEqual([
    2,
    undefined,
    "process.exit(4);",
    "ProcessExit",
    "the cell ended the process (exit code 4)",
  ]);
});

test("a cell that hangs is stopped", async () => {
  write("slow", ["while (true) {}"]);
  const done = new Map<string, RunResult>();
  await runInto(done, ["slow"], { timeout: 2 });
  expect(done.get("slow")?.failure?.message).toBe("the cell took more than 2 s and was stopped");
});

test("isolated or not, outputs and failures are the same", () => {
  for (const name of BOTH) {
    const [one, other] = [results.get(name), isolated.get(name)] as [RunResult, RunResult];
    expect(other.failure, name).toEqual(one.failure);
    expect(notebookText(other.notebook), name).toBe(notebookText(one.notebook));
  }
  expect(JSON.stringify(isolated.get("chart")?.notebook)).toContain("application/vnd.plotly.v1+json");
});
