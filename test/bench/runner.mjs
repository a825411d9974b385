// npm run bench:runner: ten notebooks in the runner beside `jupyter nbconvert --execute`, on the project's kernel.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { machine, median } from "./measure.mjs";

const COUNT = 10;
const root = resolve(".");
// Inside the project, where a notebook finds the package by its name.
const folder = mkdtempSync(join(root, "notebooks/.bench-"));
const out = mkdtempSync(join(tmpdir(), "trade-figures-bench-"));
const names = Array.from({ length: COUNT }, (_, i) => `n${i}.ipynb`);
try {
  for (const name of names) copyFileSync("notebooks/00-start-here.ipynb", join(folder, name));
  const timed = (program, args, env = {}) => {
    const start = performance.now();
    const done = spawnSync(program, args, { encoding: "utf8", env: { ...process.env, ...env }, cwd: folder });
    assert.equal(done.status, 0, done.stderr || done.stdout);
    return performance.now() - start;
  };
  mkdirSync(join(out, "ours"));
  mkdirSync(join(out, "theirs"));
  const ours = () =>
    timed(process.execPath, [
      join(root, "dist/esm/cli/main.js"),
      "run",
      ...names,
      "--out",
      join(out, "ours"),
    ]);
  const theirs = () =>
    timed(
      join(root, ".venv/bin/jupyter"),
      [
        "nbconvert",
        "--to",
        "notebook",
        "--execute",
        ...names,
        "--output-dir",
        join(out, "theirs"),
        "--ExecutePreprocessor.kernel_name=trade-figures",
      ],
      {
        JUPYTER_PATH: join(root, ".jupyter"),
      },
    );
  const [mine, peer] = [[], []];
  for (let round = 0; round < 3; round++) {
    mine.push(ours());
    peer.push(theirs());
  }
  const outputs = (place, name) =>
    JSON.parse(readFileSync(join(out, place, name), "utf8")).cells.flatMap((cell) =>
      (cell.outputs ?? []).map((one) => [].concat(one.text ?? one.data["text/plain"]).join("")),
    );
  for (const name of names) assert.deepEqual(outputs("ours", name), outputs("theirs", name));
  machine();
  const line = (what, all) =>
    console.log(
      `  ${what.padEnd(28)} ${(median(all) / 1000).toFixed(2)} s  (${(Math.min(...all) / 1000).toFixed(2)} to ${(Math.max(...all) / 1000).toFixed(2)})`,
    );
  console.log(`${COUNT} notebooks, equal outputs`);
  line("trade-figures run", mine);
  line("jupyter nbconvert --execute", peer);
  console.log(`  ${(median(peer) / median(mine)).toFixed(1)} times as fast`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
}
