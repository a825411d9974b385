// npm run probes: what stock tslab, the project's kernel and Deno's do with the same cells, each on a fresh kernel.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Table from "cli-table3";
import { jupyterNow, probe } from "./support/jupyter.js";
import { deed, PROBES } from "./support/probes.js";

const root = join(import.meta.dirname, "..");
const DENO = "2.9.6";

function findProgram(place: string): string | undefined {
  const scope = join(place, "node_modules/@deno");
  const [name] = existsSync(scope) ? readdirSync(scope) : [];
  return name === undefined ? undefined : join(scope, name, "deno");
}

/** Deno's kernel beside the others, installed at the first call and kept; `deno jupyter --install` ignores our folder. */
function denoKernel(): string | undefined {
  const place = join(root, "node_modules/.cache/deno");
  // The program itself: npm's little starter would take the interrupts.
  const program = () => findProgram(place) as string;
  try {
    mkdirSync(place, { recursive: true });
    if (findProgram(place) === undefined) {
      console.log(`installing deno@${DENO} for the comparison (92 MB, once)`);
      const npm = ["install", "--prefix", place, "--no-save", "--silent", `deno@${DENO}`];
      execFileSync("npm", npm, { stdio: "ignore" });
    }
    execFileSync(program(), ["--version"], { stdio: "ignore" });
  } catch (error) {
    console.log(`Deno can't be installed here, so it has no column: ${(error as Error).message}`);
    return undefined;
  }
  const kernel = join(root, ".jupyter/kernels/deno-probe");
  mkdirSync(kernel, { recursive: true });
  const argv = [program(), "jupyter", "--kernel", "--conn", "{connection_file}"];
  writeFileSync(
    join(kernel, "kernel.json"),
    JSON.stringify({ argv, display_name: "Deno", language: "typescript" }),
  );
  return "deno-probe";
}

const found = jupyterNow();
if (found === undefined) throw new Error("the probes need Jupyter: python3 with venv");
const kernels = { "stock tslab": "tslab", "trade-figures": "trade-figures", Deno: denoKernel() };
const columns = Object.entries(kernels).flatMap(([title, kernel]) => {
  if (kernel === undefined) return [];
  console.log(`asking ${title}`);
  return [{ title, got: probe(kernel, PROBES, found, { fresh: true, seconds: 20 }) }];
});
const table = new Table({
  head: ["", ...columns.map(({ title }) => title)],
  style: { head: [], border: [] },
});
for (const [i, asked] of PROBES.entries()) {
  const answers = columns.map(({ got }) => {
    const answered = got[i] ?? [];
    return `${asked.right(answered) ? "✓" : "✗"} ${deed(asked, answered)}`;
  });
  table.push([asked.title, ...answers]);
}
console.log(table.toString());
const right = columns.map(({ title, got }) => {
  return `${title} ${PROBES.filter((asked, i) => asked.right(got[i] ?? [])).length}`;
});
console.log(`right of ${PROBES.length}: ${right.join(", ")}`);
