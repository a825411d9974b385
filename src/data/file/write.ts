import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FigureError } from "../../errors.js";
import { shownPath } from "./bytes.js";
import { destinationOf } from "./destination.js";

/**
 * Writes a file whole or not at all: into a new file beside it, on the disk, then under its name. A reader sees the
 * old content or the new, and a failure leaves the old one and nothing else. A link stays, and what it names is written;
 * what is written to a pipe or a device goes there at once.
 * @throws FigureError "no-file" where the folder is missing or may not be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  let draft: string | undefined;
  try {
    const to = destinationOf(path);
    if (to.through) {
      writeFileSync(to.path, content);
      return;
    }
    // In the same folder: a rename is whole within one file system only.
    draft = join(dirname(to.path), `.${basename(to.path)}.${randomBytes(6).toString("hex")}.part`);
    const handle = openSync(draft, "wx");
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, to.path);
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const why = code === "ENOENT" ? "its folder is not there" : code === "EISDIR" ? "it is a folder" : code;
    throw new FigureError("no-file", `cannot write ${shownPath(path)}: ${why}`, { file: shownPath(path) });
  }
}
