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
 * How many rows a call of a loop takes. A loop over millions of rows is compiled while it runs, and then looks at its arrays
 * anew for every row; a function that is called often is compiled for its next call, and looks once: twice as fast.
 */
const CALL = 8192;

/** Fills `out` by a mode; rows that are null (NaN) stay null. The caller has checked the limits. */
export function convertRows(
  a: Float64Array,
  codes: Codes,
  ratios: Float64Array,
  out: Float64Array,
  mode: RoundingMode,
): void {
  for (let from = 0; from < a.length; from += CALL) {
    const to = Math.min(from + CALL, a.length);
    if (mode === "halfEven") convertHalfEven(a, codes, ratios, out, from, to);
    else convertByMode(a, codes, ratios, out, CORRECTIONS[mode], from, to);
  }
}

function convertHalfEven(
  a: Float64Array,
  codes: Codes,
  ratios: Float64Array,
  out: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const x = a[i] as number;
    const c = (codes[i] as number) << 2;
    const d = ratios[c + 1] as number;
    const n = ratios[c + 2] as number;
    const q = x * (ratios[c] as number) + EVEN - EVEN;
    out[i] = q * n + (((x - q * d) * n) / d + WHOLE - WHOLE);
  }
}

/**
 * Half-even, and sums by group in one pass over the memory: the group of a row is `code × stride + other`. `sums` holds a
 * sum and a count for each group; rows from `from` to `to` must not be able to take a sum to 2^53.
 */
export function convertAndAdd(
  a: Float64Array,
  codes: Codes,
  ratios: Float64Array,
  out: Float64Array,
  others: Codes,
  stride: number,
  sums: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const x = a[i] as number;
    const code = codes[i] as number;
    const c = code << 2;
    const d = ratios[c + 1] as number;
    const n = ratios[c + 2] as number;
    const q = x * (ratios[c] as number) + EVEN - EVEN;
    const y = q * n + (((x - q * d) * n) / d + WHOLE - WHOLE);
    out[i] = y;
    if (!Number.isNaN(y)) {
      const g = (Math.imul(code, stride) + (others[i] as number)) << 1;
      sums[g] = (sums[g] as number) + y;
      sums[g + 1] = (sums[g + 1] as number) + 1;
    }
  }
}

function convertByMode(
  a: Float64Array,
  codes: Codes,
  ratios: Float64Array,
  out: Float64Array,
  correct: Correction,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
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
const CORRECTIONS: Readonly<Record<Exclude<RoundingMode, "halfEven">, Correction>> = {
  floor: (left) => (left < 0 ? -1 : 0),
  ceil: (left) => (left > 0 ? 1 : 0),
  trunc: (left, _, a) => (a > 0 ? (left < 0 ? -1 : 0) : left > 0 ? 1 : 0),
  expand: (left, _, a) => (a > 0 ? (left > 0 ? 1 : 0) : left < 0 ? -1 : 0),
  halfExpand: (left, den, a) => (a > 0 ? (2 * left === den ? 1 : 0) : 2 * left === -den ? -1 : 0),
  halfTrunc: (left, den, a) => (a > 0 ? (2 * left === -den ? -1 : 0) : 2 * left === den ? 1 : 0),
  halfCeil: (left, den) => (2 * left === den ? 1 : 0),
  halfFloor: (left, den) => (2 * left === -den ? -1 : 0),
};
