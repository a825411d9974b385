import { lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Where what is written under a name goes. */
export interface Destination {
  readonly path: string;
  /** It is a pipe or a device: what is written goes through it, since a rename would put a file in its place. */
  readonly through: boolean;
}

/** A link is followed to what it names, so that it stays a link, there now or not. */
export function destinationOf(path: string): Destination {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile() && !stat.isDirectory()) return { path, through: true };
  if (stat === undefined) return { path: followed(path), through: false };
  try {
    return { path: realpathSync(path), through: false };
  } catch {
    // An open file without a name, as /dev/stdout may be.
    return { path, through: true };
  }
}

/** The end of a chain of links that leads to nothing yet; of one that leads back to itself, some link of it. */
function followed(path: string): string {
  let at = path;
  for (let links = 0; links < 40; links++) {
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return at;
    at = resolve(dirname(at), readlinkSync(at));
  }
  return at;
}
