import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { FigureError } from "../errors.js";
import { packageFolder } from "../table/folder.js";

/** The version whose internals are used; a test asserts that they are there. */
export const TSLAB_VERSION = "1.0.22";

export interface Executor {
  execute(source: string): Promise<boolean>;
  interrupt(): void;
  close(): void;
}

export interface Tslab {
  readonly createConverter: (options: { isJS: boolean; isBrowser: boolean }) => { close(): void };
  readonly createExecutor: (
    folder: string,
    converters: { node: unknown; close(): void },
    output: { log(value: unknown): void; error(...parts: unknown[]): void },
  ) => Executor;
  // biome-ignore lint/suspicious/noExplicitAny: tslab's kernel classes have no public types.
  readonly jupyter: any;
}

/** @throws FigureError "missing-package" that names the command which installs tslab */
export function loadTslab(): Tslab {
  for (const from of [packageFolder(), process.cwd()]) {
    const load = createRequire(join(from, "package.json"));
    let entry: string;
    try {
      entry = load.resolve("tslab");
    } catch {
      continue;
    }
    const part = (name: string) => load(join(dirname(entry), name));
    return { ...part("converter.js"), ...part("executor.js"), jupyter: part("jupyter.js") } as Tslab;
  }
  throw new FigureError(
    "missing-package",
    `notebooks need tslab, which is not installed; run: npm install tslab@${TSLAB_VERSION}`,
  );
}
