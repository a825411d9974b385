import { FigureError } from "../../../errors.js";

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

/** The index of the first byte that begins no UTF-8 character; it is asked for only where there is one. */
function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return bytes.length;
}

/** How many bytes the character at a place has; 0 where there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    // The second byte is narrower where the form would be too long, half of a pair, or beyond the last character.
    const low = i === 1 && first === 0xe0 ? 0xa0 : i === 1 && first === 0xf0 ? 0x90 : 0x80;
    const high = i === 1 && first === 0xed ? 0x9f : i === 1 && first === 0xf4 ? 0x8f : 0xbf;
    if (next < low || next > high) return 0;
  }
  return length;
}

function bad(name: string, what: string): FigureError {
  return new FigureError("bad-data", what, { file: name });
}
