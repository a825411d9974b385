import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FigureError } from "../../errors.js";

const NAME = "trade-figures";
// Nothing of it is left where another bundler took this file into a single script.
const here = import.meta.dirname ?? process.cwd();

/**
 * The package's own root folder: the one with its package.json and `data`, in a checkout or in node_modules.
 * @throws FigureError "no-file" where the code was bundled away from its package
 */
export function packageFolder(): string {
  found ??= searched();
  return found;
}

let found: string | undefined;

function searched(): string {
  for (let folder = here; ; folder = dirname(folder)) {
    // dist/cjs has a package.json too, without a name: it only says which kind of module lies there.
    if (nameIn(join(folder, "package.json")) === NAME) return folder;
    if (dirname(folder) === folder) {
      throw new FigureError(
        "no-file",
        `the folder of ${NAME} was not found above ${here}: give the data folder yourself`,
        { file: here },
      );
    }
  }
}

function nameIn(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof content === "object" && content !== null ? (content as { name?: unknown }).name : undefined;
  } catch {
    return undefined; // somebody else's broken file on the way up
  }
}
