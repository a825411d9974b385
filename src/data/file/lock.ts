import { randomBytes } from "node:crypto";
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { FigureError } from "../../errors.js";
import { shownPath } from "./bytes.js";
import { isRunning } from "./draft.js";

/** How long another process is waited for. */
const PATIENCE_MS = 15_000;
const STEP_MS = 20;
/** Longer than any work under a lock takes: its process was stopped, or its number is another's now. */
const ABANDONED_MS = 120_000;

/**
 * Does something to a folder while no other process does. The lock of a process that was killed is taken from it.
 * @throws FigureError "no-file" where the folder may not be written, or another process does not let go of it
 */
export function withLock<T>(folder: string, act: () => T): T {
  const path = join(folder, ".lock");
  for (const until = Date.now() + PATIENCE_MS; !taken(path); ) {
    if (Date.now() > until) {
      throw new FigureError(
        "no-file",
        `another process is writing in ${shownPath(folder)}; if none is, remove ${shownPath(path)}`,
      );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP_MS);
  }
  try {
    return act();
  } finally {
    rmSync(path, { force: true });
  }
}

function taken(path: string): boolean {
  try {
    const handle = openSync(path, "wx");
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new FigureError("no-file", `cannot write ${shownPath(path)}: ${code}`);
    free(path);
    return false;
  }
}

/** Removes a lock whose process is gone. */
function free(path: string): void {
  const [owner, age] = ownerOf(path);
  if (!isAbandoned(owner, age)) return;
  // Moved away first: where another process was faster, its new lock is seen and given back.
  const aside = `${path}-${randomBytes(6).toString("hex")}`;
  try {
    renameSync(path, aside);
    if (ownerOf(aside)[0] !== owner) linkSync(aside, path);
  } catch {
    // It was gone, or there is a newer one.
  } finally {
    rmSync(aside, { force: true });
  }
}

function isAbandoned(owner: string | undefined, age: number): boolean {
  if (owner === undefined) return false;
  // Between its making and its first byte a lock is empty.
  if (owner === "") return age > 1000;
  return age > ABANDONED_MS || !/^\d+$/.test(owner) || !isRunning(Number(owner));
}

function ownerOf(path: string): [owner: string | undefined, age: number] {
  try {
    return [readFileSync(path, "utf8"), Date.now() - statSync(path).mtimeMs];
  } catch {
    return [undefined, 0];
  }
}
