import { createRequire } from "node:module";
import { join } from "node:path";
import { packageFolder } from "../../data/file/folder.js";
import { stockTslab } from "../tslab/stock-tslab.js";
import { channel } from "./channel.js";
import type { TableOptions } from "./html-table.js";
import { toMimeBundle } from "./mime.js";

interface DenoMessages {
  broadcast?(kind: string, content: object): Promise<void>;
}

/**
 * Shows a value in a notebook: one message with every form of it, so that the reader's program picks the richest that
 * it knows. Works on the project's kernel and runner, on stock tslab and on Deno's kernel, and prints plain text
 * anywhere else. Wait for it: `await show(chart)`.
 * @param options for a table, its caption
 * @example await show([{ rate: "H.10", value: noon }, { rate: "central parity", value: parity }], { caption: "23 October 2023" })
 */
export async function show(value: unknown, options: TableOptions = {}): Promise<void> {
  const bundle = await toMimeBundle(value, options);
  const own = channel();
  if (own !== undefined) {
    own.show(bundle);
    return;
  }
  const tslab = stockTslab();
  if (tslab?.lastWriteDisplayData) {
    tslab.lastWriteDisplayData({ data: bundle, metadata: {}, transient: {} }, false);
    return;
  }
  const deno = denoKernel();
  if (deno?.broadcast) {
    await deno.broadcast("display_data", { data: bundle, metadata: {}, transient: {} });
    return;
  }
  process.stdout.write(`${String(bundle["text/plain"])}\n`);
}

/** Deno's own messages, inside its kernel; elsewhere in Deno, asking for them throws. */
function denoKernel(): DenoMessages | undefined {
  try {
    return (globalThis as { Deno?: { jupyter?: DenoMessages } }).Deno?.jupyter;
  } catch {
    return undefined;
  }
}

/** Forgets the loaded build of this package, so that the next import in a cell loads a new one without a restart. */
export function reload(): void {
  const { cache } = createRequire(join(packageFolder(), "package.json"));
  const dist = join(packageFolder(), "dist");
  for (const name of Object.keys(cache)) if (name.startsWith(dist)) delete cache[name];
}
