// npm run bench:runner: ten notebooks in the runner beside `jupyter nbconvert --execute`, on the project's kernel.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { machine, median } from "./measure.mjs";

const COUNT = 10;
const ROUNDS = 3;
const NOTEBOOKS = {
  "figures alone": "notebooks/00-start-here.ipynb",
  "three charts each": "notebooks/01-yuan-and-dollars.ipynb",
};
const root = resolve(".");
/** Where the runner keeps cells that it compiled, and charts that it drew. */
const kept = ["cells", "drawings"].map((name) => join(root, "node_modules/.cache/trade-figures", name));

machine();
for (const [title, path] of Object.entries(NOTEBOOKS)) beside(title, path);

function beside(title, path) {
  // Inside the project, where a notebook finds the package by its name.
  const folder = mkdtempSync(join(root, "notebooks/.bench-"));
  const out = mkdtempSync(join(tmpdir(), "trade-figures-bench-"));
  const names = Array.from({ length: COUNT }, (_, i) => `n${i}.ipynb`);
  const timed = (program, args, env = {}) => {
    const start = performance.now();
    const done = spawnSync(program, args, { encoding: "utf8", env: { ...process.env, ...env }, cwd: folder });
    assert.equal(done.status, 0, done.stderr || done.stdout);
    return performance.now() - start;
  };
  const command = join(root, "dist/esm/cli/main.js");
  const convert = ["nbconvert", "--to", "notebook", "--execute", ...names, "--output-dir"];
  const run = () => timed(process.execPath, [command, "run", ...names, "--out", join(out, "ours")]);
  const tasks = {
    "trade-figures run, the first time": () => {
      for (const one of kept) rmSync(one, { recursive: true, force: true });
      return run();
    },
    "trade-figures run": run,
    "jupyter nbconvert --execute": () =>
      timed(
        join(root, ".venv/bin/jupyter"),
        [...convert, join(out, "theirs"), "--ExecutePreprocessor.kernel_name=trade-figures"],
        { JUPYTER_PATH: join(root, ".jupyter") },
      ),
  };
  const outputs = (place, name) =>
    JSON.parse(readFileSync(join(out, place, name), "utf8")).cells.flatMap((cell) =>
      (cell.outputs ?? []).map((one) => [].concat(one.text ?? one.data["text/plain"]).join("")),
    );
  try {
    for (const name of names) copyFileSync(path, join(folder, name));
    for (const place of ["ours", "theirs"]) mkdirSync(join(out, place));
    for (const task of Object.values(tasks)) task();
    for (const name of names) assert.deepEqual(outputs("ours", name), outputs("theirs", name));
    const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, task] of Object.entries(tasks)) times[name].push(task());
    }
    console.log(`\n${COUNT} notebooks, ${title}: equal outputs`);
    for (const [name, all] of Object.entries(times)) {
      const [middle, low, high] = [median(all), Math.min(...all), Math.max(...all)].map((ms) =>
        (ms / 1000).toFixed(2),
      );
      console.log(`  ${name.padEnd(34)} ${middle} s  (${low} to ${high})`);
    }
    const [first, again, peer] = Object.values(times).map(median);
    const ratios = [peer / first, peer / again].map((ratio) => ratio.toFixed(1));
    console.log(`  ${ratios[0]} times as fast the first time, ${ratios[1]} times with the cells compiled`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
}
