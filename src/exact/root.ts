import { Decimal, Near } from "./decimal.js";
import { Interval } from "./interval.js";

const DIGITS = 50;

/** x^n for amounts of zero or more and a whole n of at least 1, each product rounded outwards. */
export function power(x: Interval, n: number): Interval {
  let result = x;
  for (let i = 1; i < n; i++) result = result.times(x);
  return result;
}

/** The n-th root of amounts above zero, rounded outwards to 50 digits. */
export function root(x: Interval, n: number): Interval {
  if (n === 1) return x;
  return new Interval(
    bound(x.lower, n, Decimal.ROUND_FLOOR),
    x.upper.isFinite() ? bound(x.upper, n, Decimal.ROUND_CEIL) : x.upper,
    x.lowerOpen,
    x.upperOpen,
  );
}

/** A bound of x^(1/n) on the asked side, proven by raising it to the n-th power again. */
function bound(x: Decimal, n: number, side: Decimal.Rounding): Decimal {
  const guess = new Near(x).pow(new Near(1).dividedBy(n)).toSignificantDigits(DIGITS, side);
  const unit = new Near(`1e${guess.e - DIGITS + 1}`);
  const wrong = (y: Decimal) => {
    const order = exactPower(y, n, x);
    return side === Decimal.ROUND_FLOOR ? order > 0 : order < 0;
  };
  let y = guess;
  // decimal.js rounds pow to within one unit of 60 digits, so at most one step of the 50th digit is taken.
  while (wrong(y)) y = side === Decimal.ROUND_FLOOR ? y.minus(unit) : y.plus(unit);
  return y;
}

/** The sign of y^n − x, decided with as many digits as that takes. */
function exactPower(y: Decimal, n: number, x: Decimal): number {
  const low = power(Interval.point(y), n);
  if (low.lower.greaterThan(x)) return 1;
  if (low.upper.lessThan(x)) return -1;
  const Exact = Near.clone({ precision: Math.min(100_000, y.precision() * n + 10) });
  let result = new Exact(1);
  for (let i = 0; i < n; i++) result = result.times(y);
  return result.comparedTo(x);
}
