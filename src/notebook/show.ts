import { createRequire } from "node:module";
import { join } from "node:path";
import { packageFolder } from "../table/folder.js";
import { channel } from "./channel.js";
import { toMimeBundle } from "./mime.js";
import { stockTslab } from "./stock-tslab.js";

interface DenoMessages {
  broadcast?(kind: string, content: object): Promise<void>;
}

/**
 * Shows a value in a notebook: one message with every form of it, so that the reader's program picks the richest that
 * it knows. Works on the project's kernel and runner, on stock tslab and on Deno's kernel, and prints plain text
 * anywhere else. Wait for it: `await show(chart)`.
 */
export async function show(value: unknown): Promise<void> {
  const bundle = await toMimeBundle(value);
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
  const deno = (globalThis as { Deno?: { jupyter?: DenoMessages } }).Deno?.jupyter;
  if (deno?.broadcast) {
    await deno.broadcast("display_data", { data: bundle, metadata: {}, transient: {} });
    return;
  }
  process.stdout.write(`${String(bundle["text/plain"])}\n`);
}

/** Forgets the loaded build of this package, so that the next import in a cell loads a new one without a restart. */
export function reload(): void {
  const { cache } = createRequire(join(packageFolder(), "package.json"));
  const dist = join(packageFolder(), "dist");
  for (const name of Object.keys(cache)) if (name.startsWith(dist)) delete cache[name];
}
