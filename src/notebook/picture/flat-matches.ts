/** A picture's bytes as DEFLATE has them: each a byte, or a length and a distance where the same bytes stood before. */
export interface Tokens {
  /** Below 256 a byte; otherwise see `matchOf`. */
  readonly list: Uint32Array;
  readonly count: number;
}

const MATCH = 0x80000000;
const LONGEST = 258;
const WINDOW = 32768;
/** How many earlier places are tried, and the length at which none is looked for any more. */
const [TRIES, GOOD, LONG] = [16, 32, 64];

/** The length and the distance of a token that isn't a byte. */
export const lengthOf = (token: number): number => ((token >>> 15) & 255) + 3;
export const distanceOf = (token: number): number => (token & 32767) + 1;

/**
 * Finds what repeats in a picture of flat colours. Most of it is the point before, or the line above: these two are
 * looked at first, and a table of four bytes finds letters again.
 * @param point bytes of a point
 * @param line bytes of a line, with its filter
 */
export function matches(bytes: Uint8Array, point: number, line: number): Tokens {
  const size = bytes.length;
  const list = new Uint32Array(size);
  const head = new Int32Array(WINDOW).fill(-1);
  const previous = new Int32Array(WINDOW);
  let count = 0;
  let distance = 0;

  const hash = (at: number) => {
    const four = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    return Math.imul(four, 0x9e3779b1) >>> 17;
  };
  const same = (at: number, back: number, most: number) => {
    let length = 0;
    while (length < most && bytes[at + length] === bytes[at - back + length]) length += 1;
    return length;
  };
  const remember = (at: number) => {
    if (at + 4 > size) return;
    const key = hash(at);
    previous[at & (WINDOW - 1)] = head[key]!;
    head[key] = at;
  };
  /** The longest match at a place; its distance is left in `distance`. */
  const longest = (at: number) => {
    const most = Math.min(LONGEST, size - at);
    let best = at >= point ? same(at, point, most) : 0;
    distance = point;
    if (best < most && at >= line && line <= WINDOW) {
      const length = same(at, line, most);
      if (length > best) {
        best = length;
        distance = line;
      }
    }
    if (best >= GOOD || at + 4 > size) return best;
    let from = head[hash(at)]!;
    for (let tries = TRIES; from >= 0 && at - from <= WINDOW && tries > 0; tries -= 1) {
      if (bytes[from + best] === bytes[at + best]) {
        const length = same(at, at - from, most);
        if (length > best) {
          best = length;
          distance = at - from;
        }
        if (best >= LONG) break;
      }
      const older = previous[from & (WINDOW - 1)]!;
      if (older >= from) break;
      from = older;
    }
    return best;
  };

  for (let at = 0; at < size; ) {
    let length = longest(at);
    const back = distance;
    remember(at);
    // A longer match that begins one later is worth a byte.
    if (length >= 3 && length < GOOD && longest(at + 1) > length) length = 0;
    if (length < 3 || (length === 3 && back > 4096)) {
      list[count++] = bytes[at]!;
      at += 1;
      continue;
    }
    list[count++] = MATCH | ((length - 3) << 15) | (back - 1);
    if (length <= GOOD) for (let next = at + 1; next < at + length; next += 1) remember(next);
    at += length;
  }
  return { list, count };
}
