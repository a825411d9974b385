import { FigureError } from "../errors.js";
import { nameOf } from "../figure/arithmetic.js";
import type { Period } from "../figure/period.js";
import { Quantity } from "../figure/quantity.js";
import { FOR_GOOD } from "./fixed.js";
import { LateWorking } from "./late-working.js";
import { quotationOrder } from "./order.js";
import { type AnyRate, Rate } from "./rate.js";

/** The other side of a pair, for the compiler. */
type Other<C extends string, B extends string, Q extends string> = C extends B ? Q : C extends Q ? B : never;

/**
 * An amount in the other currency of a rate: × rate from base to quote, ÷ rate from quote to base. Interval in,
 * interval out: the rounding of the amount and of the rate are both carried.
 * @throws FigureError "currency-mismatch" for an amount that is in neither currency of the pair
 * @example convert(figure("42.64bn yuan"), rate("USD/CNY", "7.1792", { kind: "central-parity" })).show(4) // USD 5.9394bn, between 5.9386bn and 5.9402bn
 */
export function convert<C extends string, B extends string, Q extends string>(
  amount: Quantity<C> & (C extends B | Q ? unknown : `the rate ${B}/${Q} has no ${C}`),
  by: Rate<B, Q>,
): Quantity<Other<C, B, Q>>;
export function convert(amount: Quantity, by: AnyRate): Quantity<never> {
  if (!Rate.is(by)) {
    throw new FigureError(
      "bad-option",
      `converting ${amount.show()} needs a rate: rate("USD/CNY", "7.1792", { kind: "central-parity" }), or one of openRateBook()`,
    );
  }
  const forward = amount.unit === by.base;
  if (!forward && amount.unit !== by.quote) {
    throw new FigureError(
      "currency-mismatch",
      `cannot convert ${amount.show()} by ${by.quoted}: the rate is between ${by.base} and ${by.quote}`,
    );
  }
  return new Quantity({
    unit: (forward ? by.quote : by.base) as never,
    value: forward ? amount.exact.mul(by.exact) : amount.exact.div(by.exact),
    interval: forward ? amount.interval.times(by.interval) : amount.interval.dividedBy(by.interval),
    scale: amount.scale,
    period: amount.period,
    working: new LateWorking(
      () => `converted: ${nameOf(amount)} ${forward ? "×" : "÷"} ${by.quoted}`,
      [amount, by],
    ),
  });
}

/**
 * Two rates that share a currency, made into one: the pivot drops out and the chain is kept.
 * @throws FigureError "currency-mismatch" where they share none or both
 * @example cross(rate("EUR/CNY", "7.7529", { kind: "reference" }), rate("EUR/USD", "1.0597", { kind: "reference" })).show() // USD/CNY 7.316127, between 7.315734 and 7.316520
 */
export function cross(a: AnyRate, b: AnyRate): Rate {
  const shares = (code: string) => code === b.base || code === b.quote;
  const pivot: string | undefined = shares(a.base) ? a.base : shares(a.quote) ? a.quote : undefined;
  if (pivot === undefined || shares(other(a, pivot))) {
    throw new FigureError(
      "currency-mismatch",
      `${a.pair} and ${b.pair} must share exactly one currency to make a cross`,
    );
  }
  // Both as amounts of one unit of the pivot: the quotient leaves the pivot out.
  const [base, quote] = quotationOrder(other(a, pivot), other(b, pivot));
  const [forQuote, forBase] = other(a, pivot) === quote ? [a, b] : [b, a];
  const top = perPivot(forQuote, pivot);
  const bottom = perPivot(forBase, pivot);
  const shared = sharedPeriod(a.period, b.period);
  return new Rate({
    base,
    quote,
    value: top.exact.div(bottom.exact),
    interval: top.interval.dividedBy(bottom.interval),
    kind: "cross",
    period: shared,
    source: a.source?.publisher === b.source?.publisher ? a.source : undefined,
    chain: [a, b],
    working: new LateWorking(() => `cross over ${pivot}: ${a.quoted} and ${b.quoted}`, [a, b]),
  });
}

/** The period of both: a rate that is fixed for good holds on the other's day as well. */
function sharedPeriod(a: Period | undefined, b: Period | undefined): Period | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.start === b.start && a.end === b.end) return a;
  const within = (inner: Period, outer: Period) =>
    outer.end === FOR_GOOD && inner.start >= outer.start && inner.end <= outer.end;
  return within(a, b) ? a : within(b, a) ? b : undefined;
}

const other = (of: AnyRate, pivot: string): string => (of.base === pivot ? of.quote : of.base);

function perPivot(of: AnyRate, pivot: string): AnyRate {
  return of.base === pivot ? of : of.inverted();
}
