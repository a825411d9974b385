import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FigureError } from "../../src/errors.js";

/** A fresh folder with files in it, and what takes it away again. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "tables-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The error that a call gives; a call without one, or with another kind of error, fails the test. */
export function errorOf(call: () => unknown): FigureError {
  try {
    call();
  } catch (error) {
    if (FigureError.is(error)) return error;
    throw error;
  }
  throw new Error("expected a FigureError, but there was no error");
}
