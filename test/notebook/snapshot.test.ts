import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { notebookText, run } from "../../src/notebook/index.js";
import { makeSnapshot, snapshotPath } from "../../src/notebook/run/snapshot.js";
import { type Jupyter, throughNbclient } from "../support/jupyter.js";
import { jupyter } from "../support/once.js";

const found = await jupyter();
const blob = snapshotPath() as string;
const folder = mkdtempSync(resolve("notebooks/.test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function notebook(name: string, ...cells: string[]): string {
  const path = join(folder, name);
  const made = cells.map((source) => ({ cell_type: "code" as const, metadata: {}, source }));
  writeFileSync(path, notebookText({ cells: made, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

const BEGUN =
  'console.log("trade-figures.ground" in Object.fromEntries(Object.getOwnPropertySymbols(globalThis).map((one) => [String(one.description), 1])));';

test("a snapshot is made beside tslab, once it has served, and nothing else is left", () => {
  expect(existsSync(blob)).toBe(true);
  expect(makeSnapshot()).toBeUndefined();
});

test.runIf(found !== undefined)(
  "a kernel begins with it, and imports, modules of both kinds and threads work",
  () => {
    const path = notebook(
      "kernel.ipynb",
      'import { figure } from "trade-figures";\nimport { Worker } from "node:worker_threads";',
      `const { setTimeout: wait } = await import("node:timers/promises");
await wait(1);
const worker = new Worker("require('worker_threads').parentPort.postMessage(7)", { eval: true });
console.log(await new Promise((done) => worker.once("message", done)), figure("$5bn").unit);`,
      BEGUN,
    );
    const { errors, last } = throughNbclient(path, "trade-figures", found as Jupyter);
    expect(errors).toEqual([]);
    expect(last).toBe("true");
  },
);

test("the runner's compiler begins with it, and its cells do not see it", async () => {
  const { failure, notebook: done } = await run(
    notebook("run.ipynb", 'import { figure } from "trade-figures";', BEGUN),
  );
  expect(failure).toBeUndefined();
  expect(JSON.stringify(done.cells.at(-1)?.outputs)).toContain("false");
});

test.runIf(found !== undefined)(
  "a snapshot that does not serve is removed, and the kernel goes without",
  () => {
    // With another option of Node's another snapshot is asked for: other tests go on with theirs.
    const { NODE_OPTIONS } = process.env;
    process.env["NODE_OPTIONS"] = "--no-deprecation";
    const own = snapshotPath() as string;
    if (NODE_OPTIONS === undefined) delete process.env["NODE_OPTIONS"];
    else process.env["NODE_OPTIONS"] = NODE_OPTIONS;
    writeFileSync(own, "no snapshot");
    const { python, env } = found as Jupyter;
    const { errors, last } = throughNbclient(notebook("broken.ipynb", BEGUN), "trade-figures", {
      python,
      env: { ...env, NODE_OPTIONS: "--no-deprecation" },
    });
    expect([errors, last, existsSync(own)]).toEqual([[], "false", false]);
  },
);
