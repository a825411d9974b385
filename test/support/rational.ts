/** Exact fractions of whole numbers: the oracle that the tests hold the package to. It knows no decimal.js. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export function rational(n: bigint, d = 1n): Rational {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** From decimal text: "-12.50" is −1250/100. */
export function fromText(text: string): Rational {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const n = BigInt(whole + fraction);
  return rational(text.startsWith("-") ? -n : n, 10n ** BigInt(fraction.length));
}

export const plus = (a: Rational, b: Rational) => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational) => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Rational, b: Rational) => rational(a.n * b.n, a.d * b.d);
export const over = (a: Rational, b: Rational) => rational(a.n * b.d, a.d * b.n);

/** −1, 0 or 1. */
export function order(a: Rational, b: Rational): number {
  const gap = a.n * b.d - b.n * a.d;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}
