/** What the package asks of `process`. There is no `nextTick`, by which the compiler knows that this is not Node. */
import { HOME } from "./files.js";

(globalThis as unknown as Record<string, unknown>)["process"] ??= {
  cwd: () => HOME,
  env: {},
  platform: "browser",
  versions: {},
  stdout: { isTTY: false, write: () => true },
};
