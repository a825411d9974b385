import { createRequire } from "node:module";
import { join } from "node:path";
import { packageFolder } from "../../data/file/folder.js";

interface TslabMessages {
  lastWriteDisplayData?: (message: object, update: boolean) => void;
}

/** tslab's own message writer, where this runs inside its kernel. Its public display sends one form only. */
export function stockTslab(): TslabMessages | undefined {
  const { cache } = createRequire(join(packageFolder(), "package.json"));
  const path = Object.keys(cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  return path === undefined ? undefined : (cache[path]?.exports as TslabMessages);
}
