/** What the package uses of `node:fs`, over the files that the page carries. Nothing can be written. */
import { fileAt, isFolder, namesIn } from "./files.js";
import { resolve } from "./path.js";

class FileProblem extends Error {
  readonly code: string;
  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

const opened: string[] = [];

function bytesOf(file: string | number): Uint8Array {
  const path = typeof file === "number" ? (opened[file] as string) : resolve(file);
  const found = fileAt(path);
  if (found === undefined) throw new FileProblem("ENOENT", path);
  return found;
}

export function readFileSync(file: string | number, encoding?: unknown): Uint8Array | string {
  const bytes = bytesOf(file);
  return encoding === undefined ? bytes : new TextDecoder().decode(bytes);
}

export function openSync(path: string, flags = "r"): number {
  if (flags !== "r") throw new FileProblem("EROFS", path);
  bytesOf(path);
  return opened.push(resolve(path)) - 1;
}

export function closeSync(_: number): void {}

const statOf = (path: string, size: number | undefined) => ({
  size: size ?? 0,
  mtimeMs: 0,
  isFile: () => size !== undefined,
  isDirectory: () => size === undefined && isFolder(path),
  isSymbolicLink: () => false,
});

export const fstatSync = (file: number) => statOf(opened[file] as string, bytesOf(file).length);

export function statSync(path: string) {
  const full = resolve(path);
  if (!existsSync(full)) throw new FileProblem("ENOENT", full);
  return statOf(full, fileAt(full)?.length);
}

export const lstatSync = statSync;

export function existsSync(path: string): boolean {
  const full = resolve(path);
  return fileAt(full) !== undefined || isFolder(full);
}

export const realpathSync = (path: string): string => resolve(path);
export const readdirSync = (path: string): string[] => namesIn(resolve(path));
