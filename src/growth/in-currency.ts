import { FigureError } from "../errors.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { nameOf } from "../figure/arithmetic.js";
import { Quantity } from "../figure/quantity.js";
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
 * @throws FigureError "currency-mismatch" for rates of different pairs or without `currency`
 * @example growthIn("USD", figure("82.3%"), { current: rate("USD/CNY", "7.0344", { kind: "period-average" }), base: rate("USD/CNY", "6.6068", { kind: "period-average" }) }).show(1) // 71.2%, between 71.1% and 71.3%
 */
export function growthIn(
  currency: string,
  own: Quantity<"percent">,
  rates: PeriodRates,
): Quantity<"percent"> {
  const { current, base } = rates;
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
    working: {
      get formula() {
        return `growth in ${currency}: (1 + ${nameOf(own)}, in ${from}) × ${top.quoted} ÷ ${bottom.quoted} − 1`;
      },
      inputs: [own, current, base],
    },
  });
}

/**
 * The bridge between the two growths, in percentage points. exchange = (1 + g) × (r − 1): the current level's change
 * of value, over the base; g enters once, so the points are not wider than the digits say.
 * @throws FigureError as `growthIn`
 */
export function growthBridge(currency: string, own: Quantity<"percent">, rates: PeriodRates): GrowthBridge {
  const other = growthIn(currency, own, rates);
  const [top, bottom] =
    rates.current.base === currency ? [rates.base, rates.current] : [rates.current, rates.base];
  const drift = top.interval.dividedBy(bottom.interval).minus(Interval.point(Ratio.ONE));
  const exchange = new Quantity({
    unit: "percentage-point",
    value: other.exact.sub(own.exact),
    interval: own.interval.plus(Interval.point(Ratio.ONE)).times(drift),
    label: "exchange rate",
    working: {
      get formula() {
        return `exchange rate: (1 + ${nameOf(own)}) × (${top.quoted} ÷ ${bottom.quoted} − 1)`;
      },
      inputs: [own, rates.current, rates.base],
    },
  });
  return { own, exchange, other };
}
