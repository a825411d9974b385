import type { Line } from "../types.js";

const BREAK = 0x0a;

/**
 * The lines of a stream as they come, with their numbers from 1; empty ones are left out. A line over `maxBytes` is
 * counted, not kept: memory holds one line and one piece of the stream, however large the file is.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (piece: Uint8Array) => {
    size += piece.length;
    if (size > maxBytes) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const line = (cut: boolean): Line | undefined => {
    const [bytes, length] = [joined(pieces), size];
    const here = number++;
    pieces = [];
    size = 0;
    if (length > maxBytes) {
      return { number: here, failure: `a line of ${length} bytes: at most ${maxBytes} are read` };
    }
    if (isBlank(bytes)) return undefined;
    return cut ? { number: here, bytes, cut } : { number: here, bytes };
  };
  for await (const piece of stream) {
    let start = 0;
    for (let at = piece.indexOf(BREAK); at !== -1; at = piece.indexOf(BREAK, start)) {
      take(piece.subarray(start, at));
      start = at + 1;
      const found = line(false);
      if (found !== undefined) yield found;
    }
    take(piece.subarray(start));
  }
  const last = size > 0 ? line(true) : undefined;
  if (last !== undefined) yield last;
}

/** A copy of its own: the pieces are views of a buffer that the stream uses again, and it goes to another thread. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
