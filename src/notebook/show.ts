import { createRequire } from "node:module";
import { join } from "node:path";
import type { MimeBundle } from "../figure/display.js";
import { packageFolder } from "../table/folder.js";
import type { TableOptions } from "./html-table.js";
import { toMimeBundle } from "./mime.js";

/** Where our kernel and runner leave their own way of showing. */
export const CHANNEL = Symbol.for("trade-figures.channel");

interface TslabMessages {
  lastWriteDisplayData?: (message: object, update: boolean) => void;
}

/**
 * Shows a value in a notebook: one message with every form of it, so that the reader's program picks the richest that
 * it knows. Works on the project's kernel and runner, on stock tslab, and prints plain text anywhere else. Wait for it:
 * `await show(chart)`.
 * @param options for a table, its caption
 * @example await show([{ rate: "H.10", value: noon }, { rate: "central parity", value: parity }], { caption: "23 October 2023" })
 */
export async function show(value: unknown, options: TableOptions = {}): Promise<void> {
  const bundle = await toMimeBundle(value, options);
  const own = (globalThis as { [CHANNEL]?: (bundle: MimeBundle) => void })[CHANNEL];
  if (own !== undefined) {
    own(bundle);
    return;
  }
  const tslab = stockTslab();
  if (tslab?.lastWriteDisplayData) {
    tslab.lastWriteDisplayData({ data: bundle, metadata: {}, transient: {} }, false);
    return;
  }
  process.stdout.write(`${String(bundle["text/plain"])}\n`);
}

/** tslab's own message writer, where this runs inside its kernel. Its public display sends one form only. */
function stockTslab(): TslabMessages | undefined {
  const { cache } = createRequire(join(packageFolder(), "package.json"));
  const path = Object.keys(cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  return path === undefined ? undefined : (cache[path]?.exports as TslabMessages);
}

/** Forgets the loaded build of this package, so that the next import in a cell loads a new one without a restart. */
export function reload(): void {
  const { cache } = createRequire(join(packageFolder(), "package.json"));
  const dist = join(packageFolder(), "dist");
  for (const name of Object.keys(cache)) if (name.startsWith(dist)) delete cache[name];
}
