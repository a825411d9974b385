import { execFile } from "node:child_process";
import { once as exitOf } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";
import { makeSnapshot } from "../../src/notebook/run/snapshot.js";
import { type Jupyter, jupyterNow } from "./jupyter.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run, which all test files share. */
    shared: string;
  }
}

/**
 * What several test files need is made once in a run: the first that asks makes it, and the others wait.
 * @returns its folder
 */
async function once(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(inject("shared"), name);
  const [done, failed] = [`${folder}.done`, `${folder}.failed`];
  try {
    mkdirSync(folder);
  } catch {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(`${name} could not be made: ${readFileSync(failed, "utf8")}`);
      await wait(100);
    }
    return folder;
  }
  try {
    await make(folder);
  } catch (error) {
    writeFileSync(failed, String(error));
    throw error;
  }
  writeFileSync(done, "");
  return folder;
}

/** The folder of the report of this package, as `trade-figures report` writes it: every notebook is run for it. */
export const builtReport = (): Promise<string> =>
  once("report", (folder) =>
    promisify(execFile)(process.execPath, [resolve("dist/esm/cli/main.js"), "report", "--out", folder]),
  );

/** What compilers and kernels begin with; where it cannot be made they go without. */
const begunSnapshot = (): Promise<unknown> =>
  once("snapshot", async () => {
    const making = makeSnapshot({ urgent: true });
    if (making !== undefined) await exitOf(making, "exit");
  });

/** Jupyter's Python: set up where it is not there, by the first file that asks for it, while others run on. */
export async function jupyter(): Promise<Jupyter | undefined> {
  await begunSnapshot();
  await once("jupyter", async () => jupyterNow());
  return jupyterNow();
}
