import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FigureError } from "../errors.js";
import { here } from "./here.js";

let found: string | undefined;

/**
 * The folder of this package: the one above the built files whose package.json says trade-figures.
 * @throws FigureError "no-file" for an installation that was taken apart
 */
export function packageFolder(): string {
  found ??= search(here());
  return found;
}

function search(from: string): string {
  let folder = from;
  while (!isOurs(folder)) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new FigureError(
        "no-file",
        `no package.json of trade-figures above ${from}; install the package again`,
      );
    }
    folder = parent;
  }
  return folder;
}

function isOurs(folder: string): boolean {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, "utf8")) as { name?: string }).name === "trade-figures";
}
