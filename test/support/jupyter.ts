import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installKernels } from "../../src/notebook/kernel/install.js";
import { ensureVenv } from "../../src/notebook/kernel/venv.js";
import type { Got, Probe } from "./probes.js";

const root = join(import.meta.dirname, "../..");

/** A Python that has Jupyter, and the variables that it needs. */
export interface Jupyter {
  readonly python: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Jupyter's Python, from `.venv`, with both kernels installed. In CI its absence is a failure; elsewhere it is said in
 * one line and the caller goes without.
 */
export function jupyterNow(): Jupyter | undefined {
  try {
    const programs = ensureVenv(root, (text) => console.log(text));
    installKernels(join(root, ".jupyter"));
    return {
      python: join(programs, "python"),
      env: { ...process.env, JUPYTER_PATH: join(root, ".jupyter") },
    };
  } catch (error) {
    if (process.env["CI"] === "true") throw error;
    console.log(`Jupyter cannot be had here, so its tests are passed over: ${(error as Error).message}`);
    return undefined;
  }
}

/** Asks a kernel, one after the other on one kernel or each on a fresh one. @returns for each probe, what its cells gave */
export function probe(
  kernel: string,
  probes: readonly Probe[],
  found: Jupyter,
  options: { readonly fresh?: boolean; readonly seconds?: number } = {},
): Got[][] {
  const groups = probes.map(({ cells, together }) => ({ cells, together, ...options }));
  const code = readFileSync(join(import.meta.dirname, "probe.py"), "utf8");
  return python(code, [kernel, JSON.stringify(groups), "notebooks"], found) as Got[][];
}

/** Runs a Python program with arguments, and gives what it printed as JSON. */
export function python(code: string, args: string[], found: Jupyter): unknown {
  const out = execFileSync(found.python, ["-c", code, ...args], {
    cwd: root,
    env: found.env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  return JSON.parse(out.trim().split("\n").at(-1) as string);
}

const NBCLIENT = `
import json, sys, warnings
warnings.filterwarnings("ignore")
import nbformat
from nbclient import NotebookClient
nb = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(nb, timeout=240, kernel_name=sys.argv[2], resources={"metadata": {"path": "notebooks"}}).execute()
errors = [o["evalue"] for c in nb.cells for o in c.get("outputs", []) if o["output_type"] == "error"]
errors += [o["text"] for c in nb.cells for o in c.get("outputs", []) if o["output_type"] == "stream" and o["name"] == "stderr"]
shown = sum(1 for c in nb.cells for o in c.get("outputs", []) if o["output_type"] == "display_data")
last = "".join(o.get("text", "") or o["data"]["text/plain"] for o in nb.cells[-1]["outputs"])
print(json.dumps({"errors": errors, "shown": shown, "last": last.strip()}))
`;

/** Runs a whole notebook as Jupyter does. @returns errors and warnings, how much was shown, the last cell's words */
export function throughNbclient(
  path: string,
  kernel: string,
  found: Jupyter,
): { errors: string[]; shown: number; last: string } {
  return python(NBCLIENT, [path, kernel], found) as { errors: string[]; shown: number; last: string };
}
