import { Decimal } from "../../exact/decimal.js";
import type { Interval } from "../../exact/interval.js";
import { Quantity } from "../../figure/quantity.js";
import { type Shown, scaled, showScale } from "../../figure/show.js";
import { isRatio } from "../../figure/units.js";
import type { AnyRate } from "../../rate/rate.js";

/**
 * Amounts counted to the unit make quotients of ten and more digits. In a sentence seven are enough to redo it; the working
 * and the value keep all. Sums and differences keep theirs: each of their digits was printed.
 */
const MOST = 7;

const long = (text: string) =>
  (text.match(/\d[\d,.]*/g) ?? []).some((one) => one.replace(/\D/g, "").replace(/^0+/, "").length > MOST);

/** Value and range of what was computed by dividing or multiplying, in at most seven significant digits. */
export function briefly(of: Quantity): Shown {
  const full = of.shown();
  if (!long(full.value) && !long(full.range)) return full;
  const { unit, value, interval } = of;
  const scale = isRatio(unit) ? 0 : Math.max(of.scale, showScale(value));
  const made = new Quantity({ unit, value, interval, scale });
  const own = made.shown();
  if (!long(own.value) && !long(own.range)) return own;
  return made.shown(decimals(value, interval, (x) => scaled(x, unit, scale)));
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

/** So many that the largest of value and ends has seven digits; ends are rounded outwards, and 9.99… may become 10. */
function decimals(value: Decimal, { lower, upper }: Interval, shown: (x: Decimal) => Decimal): number {
  const sizes = [value, lower, upper].filter((one) => one.isFinite()).map((one) => shown(one).abs());
  const largest = sizes.length === 0 ? new Decimal(0) : Decimal.max(...sizes);
  return largest.isZero() ? 0 : Math.min(12, Math.max(0, MOST - 1 - largest.e));
}
