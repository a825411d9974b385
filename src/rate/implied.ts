import { FigureError } from "../errors.js";
import { nameOf } from "../figure/arithmetic.js";
import { onePeriod, type PeriodOptions } from "../figure/period-checks.js";
import type { Quantity } from "../figure/quantity.js";
import { currencyOf } from "../figure/units.js";
import { type BaseOf, type QuoteOf, quotationOrder } from "./order.js";
import { Rate } from "./rate.js";

/**
 * The exchange rate that two printed figures of the same flow imply, as an interval:
 * lower = quote.lower ÷ base.upper, upper = quote.upper ÷ base.lower. The pair is quoted the way the market quotes it
 * (EUR, GBP, AUD, NZD, USD, CAD, CHF before all others), whichever figure comes first, so yuan and dollars give USD/CNY.
 * @param a one figure, above zero
 * @param b the same flow and period in another currency
 * @param options `base` names the base where the market's order is not wanted
 * @throws FigureError "currency-mismatch" for one and the same currency; "period-mismatch" for figures of different
 * periods, unless `periods` is "any"; "interval-contains-zero"
 * @example impliedRate(figure("42.64bn yuan"), figure("$5.83bn")).show() // USD/CNY 7.3139, between 7.3067 and 7.3211
 * @example impliedRate(figure("€12.5bn"), figure("$13.6bn")).interval.show(4) // (1.0796, 1.0964)
 */
export function impliedRate<A extends string, B extends string>(
  a: Quantity<A>,
  b: Quantity<B>,
  options?: PeriodOptions & { readonly base?: undefined },
): Rate<BaseOf<A, B>, QuoteOf<A, B>>;
export function impliedRate<A extends string, B extends string, const Base extends A | B>(
  a: Quantity<A>,
  b: Quantity<B>,
  options: PeriodOptions & { readonly base: Base },
): Rate<Base, Exclude<A | B, Base>>;
export function impliedRate(
  a: Quantity,
  b: Quantity,
  options: PeriodOptions & { readonly base?: string | undefined } = {},
): Rate {
  const codes = [currencyOf(a), currencyOf(b)] as const;
  if (codes[0] === codes[1]) {
    throw new FigureError(
      "currency-mismatch",
      `a rate needs two currencies, found ${a.show()} and ${b.show()}`,
    );
  }
  const shared = onePeriod("take the rate between", a, b, options);
  const oneHas = a.period === undefined || b.period === undefined;
  const wanted = options.base ?? quotationOrder(...codes)[0];
  if (!codes.includes(wanted)) {
    throw new FigureError("bad-option", `base ${wanted} is neither ${codes.join(" nor ")}`);
  }
  const [base, quote] = a.unit === wanted ? [a, b] : [b, a];
  if (base.interval.low.num <= 0n || quote.interval.low.num < 0n) {
    throw new FigureError(
      "interval-contains-zero",
      `a rate needs amounts above zero, found ${a.show()} and ${b.show()}`,
    );
  }
  return new Rate({
    base: base.unit,
    quote: quote.unit,
    value: quote.exact.div(base.exact),
    interval: quote.interval.dividedBy(base.interval),
    kind: "implied",
    period: oneHas ? (a.period ?? b.period) : shared,
    working: {
      get formula() {
        return `implied rate: ${nameOf(quote)} ÷ ${nameOf(base)}`;
      },
      inputs: [quote, base],
    },
  });
}
