import { Near } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText } from "../figure/period.js";
import type { RateBook } from "./book.js";

// Of 44,000 noon rates of ten pairs from 2006 to 2024, about one in a thousand lay more than one percent outside the three
// fixings of the ECB about it, so that a rate further out is none of the day's market at any hour.
const REACH = /* @__PURE__ */ new Interval(
  /* @__PURE__ */ new Near("0.99"),
  /* @__PURE__ */ new Near("1.01"),
);

/**
 * The rates that the market of a day may have passed through: between its published rates of that day, of the last working
 * day before and the next one after, and a percent beyond. Undefined where the book has none of them.
 * @param back how many days before `on` the last working day may lie
 */
export function marketWindow(
  book: RateBook,
  pair: `${string}/${string}`,
  on: string,
  back: number,
): { readonly fixings: Interval; readonly reach: Interval } | undefined {
  const day = dayNumber(on);
  const found = Array.from({ length: back + 4 }, (_, i) => dayText(day - back + i)).flatMap((each) =>
    (["reference", "noon-buying", "spot"] as const).flatMap((kind) => {
      const rate = book.tryRate(pair, each, { kind });
      return rate === undefined ? [] : [rate.interval];
    }),
  );
  if (found.length === 0) return undefined;
  const fixings = Interval.hull(found);
  return { fixings, reach: fixings.times(REACH) };
}
