import { Decimal, Near } from "../../exact/decimal.js";
import type { Interval } from "../../exact/interval.js";
import { grouped } from "../../figure/show.js";
import type { AnyRate } from "../../rate/rate.js";
import type { Conversion } from "../../text/reading.js";
import { briefRate } from "../brief.js";

/** A conversion, and its two amounts as they are printed or as an edit has them. */
export interface Pair {
  readonly claim: Conversion;
  readonly amount: string;
  readonly converted: string;
}

/** Whether the implied rates meet others that are widened by a factor. */
export function meets(implied: AnyRate, rates: Interval, by: Interval): boolean {
  return implied.interval.intersect(rates.times(by)) !== undefined;
}

/** How far a rate is from the implied one: in percent, or as a factor. */
export function timesText(implied: AnyRate, rate: AnyRate): string {
  const ratio = new Near(implied.value).dividedBy(rate.value);
  if (ratio.isZero() || !ratio.isFinite()) return "the two amounts cannot be one";
  const [size, way] = ratio.greaterThanOrEqualTo(1)
    ? ([ratio, "higher"] as const)
    : ([new Near(1).dividedBy(ratio), "lower"] as const);
  if (size.lessThan(2)) {
    const percent = ratio.minus(1).abs().times(100).toSignificantDigits(2);
    return `the implied rate is ${percent.toFixed()}% ${way}`;
  }
  const factor = size.toSignificantDigits(size.greaterThan(100) ? 2 : 3);
  const times = grouped(factor, factor.decimalPlaces(), Decimal.ROUND_HALF_UP);
  return way === "higher"
    ? `the implied rate is ${times} times as high`
    : `the implied rate is ${times} times too low`;
}

export function pairText(pair: Pair, implied: AnyRate): string {
  return `${pair.amount} and ${pair.converted} imply ${briefRate(implied)}`;
}
