import { Decimal } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { Quantity } from "../figure/quantity.js";
import { type Shown, scaled, showScale } from "../figure/show.js";
import { isRatio } from "../figure/units.js";
import type { AnyRate } from "../rate/rate.js";

/**
 * Amounts counted to the unit make quotients of ten and more digits. In a sentence seven are enough to redo it; the working
 * and the value keep all. Sums and differences keep theirs: each of their digits was printed.
 */
const MOST = 7;

const long = (text: string) =>
  (text.match(/\d[\d,.]*/g) ?? []).some((one) => one.replace(/\D/g, "").replace(/^0+/, "").length > MOST);

/** Value and range of what was computed by dividing or multiplying, in at most seven significant digits. */
export function briefly(of: Quantity): Shown {
  const { unit, value, interval } = of;
  // No percentage is in millions, however large it is.
  const plain = isRatio(unit) && of.scale !== 0 ? new Quantity({ unit, value, interval, scale: 0 }) : of;
  const full = plain.shown();
  if (!long(full.value) && !long(full.range)) return full;
  const scale = isRatio(unit) ? 0 : Math.max(of.scale, showScale(value));
  const made = new Quantity({
    unit,
    interval: coarse(interval),
    value: value.toSignificantDigits(MOST),
    scale,
  });
  const own = made.shown();
  if (!long(own.value) && !long(own.range)) return own;
  return made.shown(decimals(value, interval, (x) => scaled(x, unit, scale)));
}

/** Ends outwards to seven digits: of tens of millions of percent the last are zeros. */
function coarse({ lower, upper, lowerOpen, upperOpen }: Interval): Interval {
  const [low, high] = [
    lower.toSignificantDigits(MOST, Decimal.ROUND_FLOOR),
    upper.toSignificantDigits(MOST, Decimal.ROUND_CEIL),
  ];
  return new Interval(low, high, lowerOpen, upperOpen);
}

export function brief(of: Quantity): string {
  const { value, range } = briefly(of);
  return range === "" ? value : `${value}, ${range}`;
}

/** A rate with its bounds, in at most seven significant digits. */
export function briefRate(of: AnyRate): string {
  const full = of.show();
  return long(full) ? of.show(decimals(of.value, of.interval, (x) => x)) : full;
}

/** So many that the largest of value and ends has seven digits; 9.99… counts as the 10 that it rounds to. */
function decimals(value: Decimal, { lower, upper }: Interval, shown: (x: Decimal) => Decimal): number {
  const sizes = [value, lower, upper].filter((one) => one.isFinite()).map((one) => shown(one).abs());
  const largest = sizes.length === 0 ? new Decimal(0) : Decimal.max(...sizes);
  return largest.isZero()
    ? 0
    : Math.min(12, Math.max(0, MOST - 1 - largest.toSignificantDigits(MOST, Decimal.ROUND_UP).e));
}
