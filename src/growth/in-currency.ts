import { FigureError } from "../errors.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { nameOf } from "../figure/arithmetic.js";
import { mismatch, type PeriodOptions, sameLength } from "../figure/period-checks.js";
import { Quantity } from "../figure/quantity.js";
import { FOR_GOOD } from "../rate/fixed.js";
import type { AnyRate } from "../rate/rate.js";

export interface PeriodRates {
  /** The rate of the current period, for a flow its average. */
  readonly current: AnyRate;
  /** The rate of the base period. */
  readonly base: AnyRate;
}

/** Growth in one currency taken apart into trade and exchange rate; the three add up. */
export interface GrowthBridge {
  /** The growth as given, in its own currency. */
  readonly own: Quantity<"percent">;
  /** What the exchange rate adds or takes away. */
  readonly exchange: Quantity<"percentage-point">;
  /** The growth in the other currency: own + exchange. */
  readonly other: Quantity<"percent">;
}

/**
 * A growth that was measured in one currency, as growth in another: (1 + g) × r − 1, where r is the value of the first
 * currency in the other, current period over base period. For yuan growth in dollars with USD/CNY rates,
 * r = base rate ÷ current rate. The growth and the two rates enter once each, as intervals.
 * @param currency the currency to state the growth in; it must be in both rates
 * @param own the growth in the rates' other currency
 * @throws FigureError "currency-mismatch" for rates of different pairs or without `currency`; "period-mismatch" for
 * rates of unlike periods, in the wrong order, or of a period outside that of the growth, unless `periods` is "any"
 * @example growthIn("USD", figure("82.3%"), { current: rate("USD/CNY", "7.0344", { kind: "period-average" }), base: rate("USD/CNY", "6.6068", { kind: "period-average" }) }).show(1) // 71.2%, between 71.1% and 71.3%
 */
export function growthIn(
  currency: string,
  own: Quantity<"percent">,
  rates: PeriodRates,
  options: PeriodOptions = {},
): Quantity<"percent"> {
  const { current, base } = rates;
  if (options.periods !== "any") ratesFit(own, rates);
  if (current.pair !== base.pair || (current.base !== currency && current.quote !== currency)) {
    throw new FigureError(
      "currency-mismatch",
      `growth in ${currency} needs two rates of one pair with ${currency}, found ${current.pair} and ${base.pair}`,
    );
  }
  const other = current.base === currency ? [base, current] : [current, base];
  const [top, bottom] = other as [AnyRate, AnyRate];
  const from = current.base === currency ? current.quote : current.base;
  return new Quantity({
    unit: "percent",
    value: own.exact.add(Ratio.ONE).mul(top.exact.div(bottom.exact)).sub(Ratio.ONE),
    interval: own.interval
      .plus(Interval.point(Ratio.ONE))
      .times(top.interval.dividedBy(bottom.interval))
      .minus(Interval.point(Ratio.ONE)),
    label: `growth in ${currency}`,
    period: own.period,
    working: {
      get formula() {
        return `growth in ${currency}: (1 + ${nameOf(own)}, in ${from}) × ${top.quoted} ÷ ${bottom.quoted} − 1`;
      },
      inputs: [own, current, base],
    },
  });
}

/** The rates are of like periods, the base before the current one, and the current one's meets that of the growth. */
function ratesFit(own: Quantity, { current, base }: PeriodRates): void {
  const [now, before] = [current.period, base.period];
  if (now === undefined) return;
  const of = own.period;
  if (of !== undefined && (now.end < of.start || now.start > of.end)) {
    throw mismatch(
      `the growth is of ${of.text}, the current rate of ${now.text}: take the rate of the growth's own period`,
    );
  }
  if (before === undefined || [now.end, before.end].includes(FOR_GOOD)) return;
  if (!sameLength(now, before)) {
    throw mismatch(`the rates are of unlike periods, ${before.text} and ${now.text}: take like ones`);
  }
  if (before.start >= now.start) {
    throw mismatch(
      `the base rate of ${before.text} is not of an earlier period than the current one of ${now.text}`,
    );
  }
}

/**
 * The bridge between the two growths, in percentage points. exchange = (1 + g) × (r − 1): the current level's change
 * of value, over the base; g enters once, so the points are not wider than the digits say.
 * @throws FigureError as `growthIn`
 */
export function growthBridge(
  currency: string,
  own: Quantity<"percent">,
  rates: PeriodRates,
  options: PeriodOptions = {},
): GrowthBridge {
  const other = growthIn(currency, own, rates, options);
  const [top, bottom] =
    rates.current.base === currency ? [rates.base, rates.current] : [rates.current, rates.base];
  const drift = top.interval.dividedBy(bottom.interval).minus(Interval.point(Ratio.ONE));
  const exchange = new Quantity({
    unit: "percentage-point",
    value: other.exact.sub(own.exact),
    interval: own.interval.plus(Interval.point(Ratio.ONE)).times(drift),
    label: "exchange rate",
    period: own.period,
    working: {
      get formula() {
        return `exchange rate: (1 + ${nameOf(own)}) × (${top.quoted} ÷ ${bottom.quoted} − 1)`;
      },
      inputs: [own, rates.current, rates.base],
    },
  });
  return { own, exchange, other };
}
