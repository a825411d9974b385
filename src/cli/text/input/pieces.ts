/** A stretch of a long text, and the number of its first line. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly firstLine: number;
}

const BREAK = 0x0a;
const LEAST = 262_144;
/** So many numbers are read at once in some hundred MB; a long report has a tenth of them. */
const MOST_NUMBERS = 60_000;
/** A shorter text has no more. */
export const LEAST_DENSE = 2 * MOST_NUMBERS;
/** The longest piece of a text that may have so many, where lines part it. */
export const DENSE_PIECE = LEAST;

/** Whether a text has more numbers than are to be held in memory together. */
export async function isDense(stream: AsyncIterable<Uint8Array>): Promise<boolean> {
  let numbers = 0;
  let within = false;
  for await (const part of stream) {
    for (const byte of part) {
      const digit = byte >= 0x30 && byte <= 0x39;
      if (digit && !within) numbers++;
      within = digit;
    }
    if (numbers > MOST_NUMBERS) return true;
  }
  return false;
}

/**
 * A long text as pieces that begin and end between paragraphs, where there are such, else between lines; memory holds one
 * piece, whatever the length of the text. A line that is longer than `most` is parted where it must.
 */
export async function* piecesOf(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Piece> {
  let kept: Uint8Array = new Uint8Array(0);
  let line = 1;
  for await (const part of stream) {
    kept = kept.length === 0 ? part : Buffer.concat([kept, part]);
    while (kept.length >= LEAST) {
      const end = endOf(kept, most);
      if (end === undefined) break;
      const bytes = Uint8Array.from(kept.subarray(0, end));
      yield { bytes, firstLine: line };
      line += breaksIn(bytes);
      kept = kept.subarray(end);
    }
  }
  if (kept.length > 0) yield { bytes: Uint8Array.from(kept), firstLine: line };
}

/** Where a piece ends: behind an empty line; where there is none, behind a line; undefined to wait for more. */
function endOf(bytes: Uint8Array, most: number): number | undefined {
  for (let at = bytes.length - 1; at > LEAST / 2; at--) {
    if (
      bytes[at] === BREAK &&
      (bytes[at - 1] === BREAK || (bytes[at - 1] === 0x0d && bytes[at - 2] === BREAK))
    )
      return at + 1;
  }
  if (bytes.length < most) return undefined;
  const last = bytes.lastIndexOf(BREAK);
  if (last > 0) return last + 1;
  // Not within a character of UTF-8.
  let end = bytes.length;
  while (end > 1 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end--;
  return end - 1 > 0 ? end - 1 : bytes.length;
}

function breaksIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(BREAK); at !== -1; at = bytes.indexOf(BREAK, at + 1)) count++;
  return count;
}
