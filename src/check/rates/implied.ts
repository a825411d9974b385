import { FigureError } from "../../errors.js";
import { Near } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { Quantity } from "../../figure/quantity.js";
import { impliedRate } from "../../rate/implied.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import { baseOf } from "./order.js";

/** The implied rate of a conversion; two where the ends of its ranges disagree. */
export function impliedOf(
  sides: readonly [readonly Quantity[], readonly Quantity[]],
): AnyRate | readonly [AnyRate, AnyRate] {
  const [a, b] = sides;
  if (a.length === 2 && b.length === 2) {
    const ends = [0, 1].map((i) => rateOf(a[i] as Quantity, b[i] as Quantity)) as [AnyRate, AnyRate];
    const both = ends[0].interval.intersect(ends[1].interval);
    if (both === undefined) return ends;
    return bothEnds(ends, both);
  }
  return rateOf(hull(a), hull(b));
}

/** The rates that either end of two ranges implies; the implied rate itself where there are no two ranges. */
export function wideOf(
  sides: readonly [readonly Quantity[], readonly Quantity[]],
  implied: AnyRate,
): AnyRate {
  const [a, b] = sides;
  if (a.length !== 2 || b.length !== 2) return implied;
  const ends = [0, 1].map((i) => rateOf(a[i] as Quantity, b[i] as Quantity).interval);
  const { base, quote, value, working } = implied;
  return new Rate({
    base,
    quote,
    value,
    interval: Interval.hull(ends),
    kind: "implied",
    ...(working === undefined ? {} : { working }),
  });
}

/** Quoted one way whichever amount comes first, so that all pairs of a text can be compared. */
function rateOf(a: Quantity, b: Quantity): AnyRate {
  if (![a, b].every((one) => one.exact.sign > 0 && one.interval.isFinite)) {
    throw new FigureError(
      "interval-contains-zero",
      `a rate needs amounts above zero, found ${a.show()} and ${b.show()}`,
    );
  }
  return impliedRate(a, b, { base: baseOf(a.unit, b.unit) }) as AnyRate;
}

function hull(side: readonly Quantity[]): Quantity {
  const [low, high] = side;
  if (high === undefined) return low as Quantity;
  const { unit, scale, label } = low as Quantity;
  const interval = Interval.hull([(low as Quantity).interval, high.interval]);
  const value = new Near((low as Quantity).value).plus(high.value).dividedBy(2);
  return new Quantity({ unit, scale, value, interval, label: label?.replace(/^(lower|upper) end of /, "") });
}

/** The rates that both ends of two ranges imply. */
function bothEnds(ends: readonly [AnyRate, AnyRate], interval: Interval): AnyRate {
  const [low, high] = ends;
  return new Rate({
    base: low.base,
    quote: low.quote,
    value: interval.contains(low.value)
      ? low.value
      : interval.contains(high.value)
        ? high.value
        : interval.midpoint,
    interval,
    kind: "implied",
    working: { formula: `both ends: ${low.quoted} and ${high.quoted}`, inputs: ends },
  });
}
