import { dirname, isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";

/** A line of a stack trace that names this file: "at here (file:///a/b/here.js:12:3)". */
const frame = /^ *at (?:[\w$.]+ \()?(.+[\\/]here\.[cm]?[jt]s)(?:\?[^:]*)?:\d+:\d+\)?$/m;

/**
 * The folder of this file. One source makes both builds: CommonJS knows `__dirname`, and since `import.meta` doesn't
 * compile to CommonJS, the ES module reads its own address from a stack trace. `node -e` sets a global `__dirname` of
 * ".", which is not this file's.
 */
export function here(): string {
  if (typeof __dirname === "string" && isAbsolute(__dirname)) return __dirname;
  const found = frame.exec(new Error("here").stack ?? "")?.[1];
  if (found === undefined) throw new Error("the folder of trade-figures can't be found");
  return dirname(found.startsWith("file:") ? fileURLToPath(found) : found);
}
