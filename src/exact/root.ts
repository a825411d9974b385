import { Decimal, Near } from "./decimal.js";
import { Interval } from "./interval.js";
import { Ratio } from "./ratio.js";

const DIGITS = 50;

/** x^n for a whole n of at least 1, exactly; an even power of amounts on both sides of zero begins at zero. */
export function power(x: Interval, n: number): Interval {
  if (n === 1) return x;
  const [low, high] = [raised(x.low, n), raised(x.high, n)];
  if (n % 2 === 1 || x.low.num >= 0n) return new Interval(low, high, x.lowerOpen, x.upperOpen);
  if (x.high.num <= 0n) return new Interval(high, low, x.upperOpen, x.lowerOpen);
  const order = low.compare(high);
  const open = order > 0 ? x.lowerOpen : order < 0 ? x.upperOpen : x.lowerOpen && x.upperOpen;
  return new Interval(Ratio.ZERO, order > 0 ? low : high, false, open);
}

function raised(x: Ratio, n: number): Ratio {
  if (x.isFinite) return x.pow(n);
  return n % 2 === 0 ? Ratio.INFINITE : x;
}

/** The n-th root of amounts above zero, rounded outwards to 50 digits: the only operation that is not exact. */
export function root(x: Interval, n: number): Interval {
  if (n === 1) return x;
  return new Interval(
    bound(x.low, n, "floor"),
    x.high.isFinite ? bound(x.high, n, "ceil") : x.high,
    x.lowerOpen,
    x.upperOpen,
  );
}

/** A bound of x^(1/n) on the asked side, proven by raising it to the n-th power again. */
function bound(x: Ratio, n: number, side: "floor" | "ceil"): Ratio {
  if (x.num === 0n) return x;
  const guess = new Near(x.toDecimal())
    .pow(new Near(1).dividedBy(n))
    .toSignificantDigits(DIGITS, side === "floor" ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL);
  const unit = Ratio.scaled(side === "floor" ? -1n : 1n, guess.e - DIGITS + 1);
  const wrong = (y: Ratio) => {
    const order = y.pow(n).compare(x);
    return side === "floor" ? order > 0 : order < 0;
  };
  let y = Ratio.fromDecimal(guess);
  // decimal.js rounds pow to within one unit of 60 digits, so at most one step of the 50th digit is taken.
  while (wrong(y)) y = y.add(unit);
  return y;
}
