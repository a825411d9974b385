import { FigureError } from "../../errors.js";

/**
 * The text of bytes in UTF-8, or in UTF-16 behind its byte order mark.
 * @throws FigureError "bad-data" for a binary file, or for another encoding with the byte that does not fit
 */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le", name);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be", name);
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    throw bad(
      name,
      `found a NUL byte at byte ${nul}: a binary file, or UTF-16 without its mark; expected text`,
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const at = firstBadByte(bytes);
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, "0");
    throw bad(name, `byte ${at} (0x${hex}) is not UTF-8: save it as UTF-8 (GBK or another older encoding?)`);
  }
}

function utf16(bytes: Uint8Array, encoding: string, name: string): string {
  if (bytes.length % 2 === 1) {
    throw bad(name, `UTF-16 with an odd number of bytes (${bytes.length}): it was cut off`);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw bad(name, "UTF-16 with half a character in it: save it as UTF-8");
  }
}

const CHUNK = 65_536;

/** The index of the first byte that is no part of a UTF-8 character, or of one that is cut off. */
function firstBadByte(bytes: Uint8Array): number {
  const fits = (end: number) => {
    try {
      // With `stream`, a character that goes on behind the end is not an error.
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let start = 0;
  let end = Math.min(CHUNK, bytes.length);
  while (end < bytes.length && fits(end)) {
    start = boundary(bytes, end);
    end = Math.min(start + CHUNK, bytes.length);
  }
  // The shortest beginning that does not fit ends with the byte that does not.
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle + 1)) low = middle + 1;
    else high = middle;
  }
  return low < bytes.length ? low : boundary(bytes, bytes.length);
}

/** The start of the character that the byte before `end` belongs to. */
function boundary(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (at > 0 && end - at < 4 && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  return at;
}

function bad(name: string, what: string): FigureError {
  return new FigureError("bad-data", what, { file: name });
}
