import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { FigureError } from "../../errors.js";

export interface ReadLimits {
  /** The largest file that is read, in bytes. Default: 16 MiB. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

/** A file's name for people: relative where it lies under the working folder, with slashes. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  const shown = near === "" || near.startsWith("..") || isAbsolute(near) ? path : near;
  return shown.split(sep).join("/");
}

/**
 * The text of a UTF-8 file, without a byte order mark.
 * @throws FigureError "no-file", "limit" for a file over the limit (it is not read), "bad-data" for text in
 *   another encoding, with the line of the first byte that does not fit
 */
export function readText(path: string, limits: ReadLimits = {}): string {
  const file = shownPath(path);
  const bytes = readBytes(path, file, limits.maxBytes ?? DEFAULT_MAX_BYTES);
  // Byte order marks of UTF-16: such text is valid UTF-8 now and then, so it is looked for by name.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new FigureError("bad-data", `${file} is in UTF-16; save it as UTF-8`, { file });
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const line = lineAt(bytes, nul);
    throw new FigureError(
      "bad-data",
      `${file} line ${line}: found a NUL byte, expected text in UTF-8 (a binary file, or UTF-16 without its mark?)`,
      { file, line },
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const line = firstBadLine(bytes);
    throw new FigureError(
      "bad-data",
      `${file} line ${line}: found bytes that are not UTF-8 (GBK or another older encoding?); save it as UTF-8`,
      { file, line },
    );
  }
}

/** The bytes of a plain file, within the limit. @throws FigureError "no-file", "limit", "bad-data" */
export function readBytes(path: string, file = shownPath(path), maxBytes = DEFAULT_MAX_BYTES): Buffer {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === "ENOENT" || code === "ENOTDIR" ? "there is no such file" : `it cannot be opened (${code})`;
    throw new FigureError("no-file", `cannot read ${file}: ${why}`, { file });
  }
  try {
    // The size is asked of the open file, so that it cannot be another file by the time it is read.
    const stat = fstatSync(handle);
    if (!stat.isFile()) {
      throw new FigureError("bad-data", `cannot read ${file}: it is not a plain file`, { file });
    }
    if (stat.size > maxBytes) {
      throw new FigureError(
        "limit",
        `cannot read ${file}: it has ${stat.size} bytes and the limit is ${maxBytes}; raise maxBytes if it is meant to be so large`,
        { file },
      );
    }
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let index = 0; index < end; index += 1) if (bytes[index] === 0x0a) line += 1;
  return line;
}

function firstBadLine(bytes: Buffer): number {
  // A line break byte is never part of a longer UTF-8 character: each line can be tried by itself.
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
