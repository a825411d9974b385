/**
 * The two-step kernel: a × num ÷ den rounded once, in doubles, without an error.
 *
 *     q = a ÷ den, to the nearest even number
 *     r = a − q × den                exact, and |r| ≤ den + 2
 *     k = round(r × num ÷ den)       to nearest, ties to even
 *     y = q × num + k
 *
 * Adding and taking away 1.5 × 2^52 rounds to a whole number, ties to even; 1.5 × 2^53 rounds to an even one. As q is even,
 * half-even of the small part is half-even of the whole. It is exact where
 *
 *     |a| ≤ 2^53 − 2den − 2,   (den + 2) × num < 2^52,   |a| × num ÷ den < 2^53 − 1.
 *
 * For then q × den, r, r × num and q × num are whole numbers that a double holds; r × num ÷ den lies on a tie or at least
 * 1 ÷ 2den beside it, which is more than the rounding error of a quotient below 2^52 ÷ den; so the division, rounded, stays
 * on its side of the tie. All other modes correct k by the sign of what it left, r × num − k × den, which is exact too.
 */
import type { RoundingMode } from "../../exact/rounding.js";
import type { Ratio } from "./rounded-quotient.js";

const WHOLE = 1.5 * 2 ** 52;
const EVEN = 1.5 * 2 ** 53;
const SAFE = 2n ** 53n;

/** The largest |a| for which the kernel is exact at this ratio; −1 where it never is. */
export function kernelLimit({ num, den }: Ratio): number {
  if ((den + 2n) * num >= SAFE / 2n) return -1;
  const byResult = ((SAFE - 2n) * den) / num;
  const byAmount = SAFE - 2n * den - 2n;
  return Number(byResult < byAmount ? byResult : byAmount);
}

/**
 * The ratios of a conversion by code: 1 ÷ den, den, num and nothing, four doubles a code beside each other. A product is
 * faster than a quotient, and its error is inside the proof.
 */
export interface KernelTable {
  readonly ratios: Float64Array;
  /** The largest amount that each code can take. */
  readonly limit: Float64Array;
}

export function kernelTable(ratios: readonly (Ratio | undefined)[]): KernelTable {
  const limit = Float64Array.from(ratios, (one) => (one === undefined ? -1 : kernelLimit(one)));
  const packed = new Float64Array(4 * ratios.length);
  ratios.forEach((one, code) => {
    // A code that may not be used holds 1/1; its limit says that no row may have it.
    const used = one === undefined || (limit[code] as number) < 0 ? { num: 1n, den: 1n } : one;
    packed.set([1 / Number(used.den), Number(used.den), Number(used.num)], 4 * code);
  });
  return { ratios: packed, limit };
}

/** Two bytes a row, or four: loops that meet one kind of array run at full speed. */
export type Codes = Uint16Array | Uint32Array;

/**
 * The ratios in use, by code. Arrays of the module are constants to the compiler: their addresses and lengths stand in the
 * machine code, while an array that comes as an argument is looked at anew in every row.
 */
const CODES = 2 ** 16;
const INVERSE = /* @__PURE__ */ new Float64Array(CODES);
const DEN = /* @__PURE__ */ new Float64Array(CODES);
const NUM = /* @__PURE__ */ new Float64Array(CODES);

/** Whether the ratios of a table have a place among those in use. */
export const fits = ({ limit }: KernelTable): boolean => limit.length <= CODES;

function use({ ratios, limit }: KernelTable): void {
  for (let code = 0; code < limit.length; code++) {
    INVERSE[code] = ratios[4 * code] as number;
    DEN[code] = ratios[4 * code + 1] as number;
    NUM[code] = ratios[4 * code + 2] as number;
  }
}

function halfEven(x: number, code: number): number {
  const d = DEN[code] as number;
  const n = NUM[code] as number;
  const q = x * (INVERSE[code] as number) + EVEN - EVEN;
  return q * n + (((x - q * d) * n) / d + WHOLE - WHOLE);
}

/** Fills `out` by a mode; rows that are null (NaN) stay null. The caller has checked the limits. */
export function convertRows(
  a: Float64Array,
  codes: Codes,
  table: KernelTable,
  out: Float64Array,
  mode: RoundingMode,
): void {
  if (mode !== "halfEven" || !fits(table)) {
    convertByMode(a, codes, table.ratios, out, CORRECTIONS[mode]);
    return;
  }
  use(table);
  convertHalfEven(a, codes, out);
}

function convertHalfEven(a: Float64Array, codes: Codes, out: Float64Array): void {
  const fours = a.length - (a.length % 4);
  // Four rows between stores: after a store an array is looked at anew.
  for (let i = 0; i < fours; i += 4) {
    const y0 = halfEven(a[i] as number, codes[i] as number);
    const y1 = halfEven(a[i + 1] as number, codes[i + 1] as number);
    const y2 = halfEven(a[i + 2] as number, codes[i + 2] as number);
    const y3 = halfEven(a[i + 3] as number, codes[i + 3] as number);
    out[i] = y0;
    out[i + 1] = y1;
    out[i + 2] = y2;
    out[i + 3] = y3;
  }
  for (let i = fours; i < a.length; i++) out[i] = halfEven(a[i] as number, codes[i] as number);
}

/** Where and what `convertAndAdd` adds. */
export interface Adding {
  /** The group of a row is its code × stride + other. */
  readonly others: Codes;
  readonly stride: number;
  /** A sum and a count for each group. */
  readonly sums: Float64Array;
}

/**
 * Half-even, and sums by group in one pass over the memory, a block of rows after the other; no block can take a sum to
 * 2^53, and after each `taken` is called. The table must fit.
 */
export function convertAndAdd(
  a: Float64Array,
  codes: Codes,
  table: KernelTable,
  out: Float64Array,
  { others, stride, sums }: Adding,
  block: number,
  taken: () => void,
): void {
  use(table);
  for (let from = 0; from < a.length; from += block) {
    addBlock(a, codes, out, others, stride, sums, from, Math.min(from + block, a.length));
    taken();
  }
}

function addBlock(
  a: Float64Array,
  codes: Codes,
  out: Float64Array,
  others: Codes,
  stride: number,
  sums: Float64Array,
  from: number,
  to: number,
): void {
  const fours = to - ((to - from) % 4);
  for (let i = from; i < fours; i += 4) {
    const c0 = codes[i] as number;
    const c1 = codes[i + 1] as number;
    const c2 = codes[i + 2] as number;
    const c3 = codes[i + 3] as number;
    const g0 = (Math.imul(c0, stride) + (others[i] as number)) << 1;
    const g1 = (Math.imul(c1, stride) + (others[i + 1] as number)) << 1;
    const g2 = (Math.imul(c2, stride) + (others[i + 2] as number)) << 1;
    const g3 = (Math.imul(c3, stride) + (others[i + 3] as number)) << 1;
    const y0 = halfEven(a[i] as number, c0);
    const y1 = halfEven(a[i + 1] as number, c1);
    const y2 = halfEven(a[i + 2] as number, c2);
    const y3 = halfEven(a[i + 3] as number, c3);
    out[i] = y0;
    out[i + 1] = y1;
    out[i + 2] = y2;
    out[i + 3] = y3;
    add(sums, g0, y0);
    add(sums, g1, y1);
    add(sums, g2, y2);
    add(sums, g3, y3);
  }
  for (let i = fours; i < to; i++) {
    const code = codes[i] as number;
    const y = halfEven(a[i] as number, code);
    out[i] = y;
    add(sums, (Math.imul(code, stride) + (others[i] as number)) << 1, y);
  }
}

/** Adds an amount, and one to the count behind the sum; null adds nothing. */
function add(sums: Float64Array, g: number, y: number): void {
  if (Number.isNaN(y)) return;
  sums[g] = (sums[g] as number) + y;
  sums[g + 1] = (sums[g + 1] as number) + 1;
}

function convertByMode(
  a: Float64Array,
  codes: Codes,
  ratios: Float64Array,
  out: Float64Array,
  correct: Correction,
): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const c = (codes[i] as number) << 2;
    const d = ratios[c + 1] as number;
    const n = ratios[c + 2] as number;
    const q = x * (ratios[c] as number) + EVEN - EVEN;
    const p = (x - q * d) * n;
    const k = p / d + WHOLE - WHOLE;
    // Null stays null: NaN plus anything is NaN.
    out[i] = q * n + (k + correct(p - k * d, d, x));
  }
}

type Correction = (left: number, den: number, a: number) => number;

/** What to add to the nearest whole number, by what it left (|left| ≤ den/2) and by the sign of the amount. */
const CORRECTIONS: Readonly<Record<RoundingMode, Correction>> = {
  floor: (left) => (left < 0 ? -1 : 0),
  ceil: (left) => (left > 0 ? 1 : 0),
  trunc: (left, _, a) => (a > 0 ? (left < 0 ? -1 : 0) : left > 0 ? 1 : 0),
  expand: (left, _, a) => (a > 0 ? (left > 0 ? 1 : 0) : left < 0 ? -1 : 0),
  halfExpand: (left, den, a) => (a > 0 ? (2 * left === den ? 1 : 0) : 2 * left === -den ? -1 : 0),
  halfTrunc: (left, den, a) => (a > 0 ? (2 * left === -den ? -1 : 0) : 2 * left === den ? 1 : 0),
  halfCeil: (left, den) => (2 * left === den ? 1 : 0),
  halfFloor: (left, den) => (2 * left === -den ? -1 : 0),
  halfEven: () => 0,
};
