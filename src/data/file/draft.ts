import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FigureError } from "../../errors.js";
import { shownPath } from "./bytes.js";
import { type Destination, destinationOf } from "./destination.js";

const OPEN = new Set<Draft>();

// However the process ends short of a signal that cannot be caught: no half of a file stays behind.
const dropAll = () => {
  for (const draft of OPEN) draft.drop();
};

/**
 * A file that is written piece by piece and has its name only once it is whole: what `writeWhole` is for a content that
 * need not fit into memory. A draft that is not kept when the process exits is removed. What is written to a pipe or a
 * device goes there at once.
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
    this.#draft = join(dirname(end), `.${basename(end)}.${randomBytes(6).toString("hex")}.part`);
    this.#handle = this.#tried(() => (through ? openSync(end, "w") : openSync(this.#draft, "wx")));
    if (OPEN.size === 0) process.on("exit", dropAll);
    OPEN.add(this);
  }

  /** @throws FigureError "no-file", for a disk that is full, say */
  write(text: string): void {
    const handle = this.#handle;
    if (handle === undefined)
      throw new FigureError("bad-option", `${shownPath(this.path)} is closed already`);
    this.#tried(() => {
      // One call may write a part of it only.
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    });
  }

  /** Puts the file under its name. */
  keep(): void {
    const handle = this.#handle;
    if (handle === undefined) return;
    this.#tried(() => {
      if (!this.#to.through) fsyncSync(handle);
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
    if (OPEN.size === 0) process.off("exit", dropAll);
  }

  #tried<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (OPEN.has(this)) this.drop();
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      const why = code === "ENOENT" ? "its folder is not there" : code === "EISDIR" ? "it is a folder" : code;
      throw new FigureError("no-file", `cannot write ${shownPath(this.path)}: ${why}`, {
        file: shownPath(this.path),
      });
    }
  }
}
