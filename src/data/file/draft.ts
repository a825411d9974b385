import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { FigureError } from "../../errors.js";
import { shownPath } from "./bytes.js";
import { type Destination, destinationOf } from "./destination.js";

const OPEN = new Set<Draft>();

/** Removes what is half written: as the process exits, and before a signal ends it. */
export function dropDrafts(): void {
  for (const draft of OPEN) draft.drop();
}

/**
 * A file that is written piece by piece and has its name only once it is whole, for a content that need not fit into
 * memory. A draft that is not kept when the process exits is removed; what a killed process left is removed by the next
 * that writes there. A link stays, and what it names is written; what is written to a pipe or a device goes there at once.
 */
export class Draft {
  readonly path: string;
  readonly #to: Destination;
  readonly #draft: string;
  #handle: number | undefined;

  /** @throws FigureError "no-file" where the folder is missing or may not be written */
  constructor(path: string) {
    this.path = path;
    this.#to = this.#tried(() => destinationOf(path));
    const { path: end, through } = this.#to;
    // In the same folder: a rename is whole within one file system only. A name of its own, since that of the file may
    // be as long as names can be.
    this.#draft = join(dirname(end), `.trade-figures-${process.pid}-${randomBytes(6).toString("hex")}.part`);
    if (!through) sweep(dirname(end));
    this.#handle = this.#tried(() => (through ? openSync(end, "w") : openSync(this.#draft, "wx")));
    if (OPEN.size === 0) process.on("exit", dropDrafts);
    OPEN.add(this);
  }

  /** @throws FigureError "no-file", for a disk that is full, say */
  write(content: string | Uint8Array): void {
    const handle = this.#handle;
    if (handle === undefined)
      throw new FigureError("bad-option", `${shownPath(this.path)} is closed already`);
    this.#tried(() => {
      // One call may write a part of it only.
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    });
  }

  /**
   * Puts the file under its name.
   * @param lasting whether to wait until it lies on the disk, so that not even a power cut leaves less than the whole
   */
  keep(lasting = true): void {
    const handle = this.#handle;
    if (handle === undefined) return;
    this.#tried(() => {
      if (lasting && !this.#to.through) fsyncSync(handle);
      closeSync(handle);
      this.#handle = undefined;
      if (!this.#to.through) renameSync(this.#draft, this.#to.path);
    });
    this.#closed();
  }

  /** Leaves nothing behind; a file of that name stays as it was. */
  drop(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
    rmSync(this.#draft, { force: true });
    this.#closed();
  }

  #closed(): void {
    OPEN.delete(this);
    if (OPEN.size === 0) process.off("exit", dropDrafts);
  }

  #tried<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (OPEN.has(this)) this.drop();
      throw cannotWrite(this.path, (error as NodeJS.ErrnoException).code ?? String(error));
    }
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "its folder is not there",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "it grows beyond the size that a file may have here (ulimit -f)",
  EACCES: "its folder may not be written",
  EROFS: "its disk may only be read",
};

/** What keeps a file from being written, by the code of the system. */
export function cannotWrite(path: string, code: string): FigureError {
  const file = shownPath(path);
  return new FigureError("no-file", `cannot write ${file}: ${WHY[code] ?? code}`, { file });
}

/**
 * Writes a file whole or not at all: a reader sees the old content or the new, and a failure leaves the old one and
 * nothing else.
 * @throws FigureError "no-file" where the folder is missing or may not be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = new Draft(path);
  draft.write(content);
  draft.keep();
}

/**
 * The same for JSON that a program keeps for its next run and makes again where it is gone: without waiting for the
 * disk, which takes as long as the rest. What a power cut leaves of it is no JSON.
 */
export function keepJson(path: string, value: unknown): void {
  const draft = new Draft(path);
  draft.write(JSON.stringify(value));
  draft.keep(false);
}

const SWEPT = new Set<string>();
const PART = /^\.trade-figures-(\d+)-[0-9a-f]{12}\.part$/;
const ABANDONED_MS = 60_000;

/** Removes the drafts of processes that were killed, once for a folder. */
function sweep(folder: string): void {
  const whole = resolve(folder);
  if (SWEPT.has(whole)) return;
  SWEPT.add(whole);
  try {
    for (const name of readdirSync(whole)) {
      const pid = PART.exec(name)?.[1];
      const path = join(whole, name);
      // A process of another machine may write into a shared folder: its draft is young.
      if (pid === undefined || isRunning(Number(pid)) || Date.now() - statSync(path).mtimeMs < ABANDONED_MS)
        continue;
      rmSync(path, { force: true });
    }
  } catch {
    // A folder that cannot be listed may be written all the same.
  }
}

/** Whether a process of that number runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
