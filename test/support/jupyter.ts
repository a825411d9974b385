import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installKernels } from "../../src/notebook/kernel/install.js";
import { ensureVenv } from "../../src/notebook/kernel/venv.js";
import type { Got, Probe } from "./probes.js";

const root = join(import.meta.dirname, "../..");

/**
 * Jupyter's Python, from `.venv`, with both kernels installed. In CI its absence is a failure; elsewhere it is said in
 * one line and the caller goes without.
 */
export function jupyter(): { python: string; env: NodeJS.ProcessEnv } | undefined {
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
  found: NonNullable<ReturnType<typeof jupyter>>,
  options: { readonly fresh?: boolean; readonly seconds?: number } = {},
): Got[][] {
  const groups = probes.map(({ cells, together }) => ({ cells, together, ...options }));
  const code = readFileSync(join(import.meta.dirname, "probe.py"), "utf8");
  return python(code, [kernel, JSON.stringify(groups), "notebooks"], found) as Got[][];
}

/** Runs a Python program with arguments, and gives what it printed as JSON. */
export function python(
  code: string,
  args: string[],
  found: NonNullable<ReturnType<typeof jupyter>>,
): unknown {
  const out = execFileSync(found.python, ["-c", code, ...args], {
    cwd: root,
    env: found.env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  return JSON.parse(out.trim().split("\n").at(-1) as string);
}

export const hasFile = (path: string): boolean => existsSync(join(root, path));
