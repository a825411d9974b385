import { FigureError } from "../../errors.js";
import { add, share, subtract } from "../../figure/arithmetic.js";
import type { Period } from "../../figure/period.js";
import type { Quantity } from "../../figure/quantity.js";
import { currencyOf, type Unit } from "../../figure/units.js";
import type { AverageQuery, RateBook } from "../../rate/book.js";
import { convert } from "../../rate/convert.js";
import { quotationOrder } from "../../rate/order.js";
import type { AnyRate } from "../../rate/rate.js";
import { type Made, made, periodsOf } from "./made.js";
import type { Timeline } from "./timeline.js";

/** A figure for each period that two series share. */
function besides<U extends Unit, V extends Unit, W extends Unit>(
  a: Timeline<U>,
  b: Timeline<V>,
  make: (a: Quantity<U>, b: Quantity<V>) => Quantity<W>,
): Made<W> {
  return made(
    periodsOf(a.entries),
    (now) => {
      const [one, other] = [a.at(now), b.at(now)];
      return one === undefined || other === undefined ? b.why(now) : make(one.figure, other.figure);
    },
    a.every,
  );
}

export const sharesOf = <U extends Unit>(part: Timeline<U>, whole: Timeline<U>): Made<"percent"> =>
  besides(part, whole, (a, b) => share(a, b));

export const sumsOf = <U extends Unit>(a: Timeline<U>, b: Timeline<U>): Made<U> =>
  besides(a, b, (one, other) => add(one, other));

export const differencesOf = <U extends Unit>(a: Timeline<U>, b: Timeline<U>): Made<U> =>
  besides(a, b, (one, other) => subtract(one, other));

/** Rates by period: a book, or a function that names the rate of a period and gives none where there is none. */
export type RatesByPeriod = Pick<RateBook, "tryAverage"> | ((of: Period) => AnyRate | undefined);

/** Each amount at the rate of its own period: a flow at the mean of the days or months in it. */
export function convertedBy(
  of: Timeline,
  currency: string,
  rates: RatesByPeriod,
  query: AverageQuery,
): Made<Unit> {
  const from = currencyOf(of.entries[0]?.figure as Quantity);
  if (from === currency) throw new FigureError("bad-option", `the series is in ${currency} already`);
  const [base, quote] = quotationOrder(from, currency);
  const pair = `${base}/${quote}` as const;
  const rateOf = (when: Period) =>
    typeof rates === "function" ? rates(when) : rates.tryAverage(pair, when, query);
  return made(
    periodsOf(of.entries),
    (now) => {
      const found = rateOf(now);
      if (found === undefined) return `no rate of ${pair} over ${now.text}`;
      return convert(of.at(now)?.figure as never, found as never) as Quantity;
    },
    of.every,
  );
}
