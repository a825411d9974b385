import { Near } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText } from "../figure/period.js";
import type { RateBook } from "./book.js";

/**
 * How far the onshore market may trade from the central parity of its day, by the first day of each rule, newest first.
 * Against the dollar: People's Bank of China, public announcement [2014] No 5 (two percent); Xinhua, 14 April 2012 (one
 * percent); announcement of 18 May 2007 (half a percent); 0.3 percent since 1994. Against other currencies: circular of
 * 23 September 2005 (three percent). The ringgit and the rouble have five percent, younger pairs other bands: for those
 * nothing is said.
 */
const BANDS: Readonly<Record<string, readonly (readonly [from: string, share: string])[]>> = {
  USD: [
    ["2014-03-17", "0.02"],
    ["2012-04-16", "0.01"],
    ["2007-05-21", "0.005"],
    ["1994-01-01", "0.003"],
  ],
  EUR: [["2005-09-23", "0.03"]],
  JPY: [["2005-09-23", "0.03"]],
  HKD: [["2005-09-23", "0.03"]],
};

type Pair = `${string}/${string}`;

/**
 * The parities of a day that its market allows: with a band of b, a parity P and a market rate M, |M ÷ P − 1| ≤ b, so P
 * lies between M ÷ (1 + b) and M ÷ (1 − b). For rates quoted from the yuan the same band holds to the second order.
 * @param pair as it is quoted, one side of it the yuan
 */
export function parityBand(pair: Pair, on: string, market: Interval): Interval | undefined {
  const [base = "", quote = ""] = pair.split("/");
  const share = BANDS[base === "CNY" ? quote : base]?.find(([from]) => on >= from)?.[1];
  if (share === undefined) return undefined;
  const one = new Near(1);
  const [above, below] = [one.plus(share), one.minus(share)];
  return base === "CNY"
    ? market.times(new Interval(below, above))
    : market.dividedBy(new Interval(below, above));
}

// A parity lies between the one before it and the market of its day, or a little outside: chosen on the 58 days of 2023
// in the data package, where no USD/CNY parity lay further out than 0.54% and no EUR/CNY parity further than 0.95%.
// test/rate/parity-window.test.ts holds it against 47 other days, 2011 to 2026: none lay further out than 0.23%.
const MARGIN: Readonly<Record<string, Interval>> = {
  "USD/CNY": /* @__PURE__ */ new Interval(
    /* @__PURE__ */ new Near("0.9925"),
    /* @__PURE__ */ new Near("1.0075"),
  ),
  other: /* @__PURE__ */ new Interval(/* @__PURE__ */ new Near("0.985"), /* @__PURE__ */ new Near("1.015")),
};
const REACH = 10;

/**
 * Where the parity that a paper of a day could have used must lie: within the band that the onshore market of those days
 * has about it, and where an earlier parity is known, between that one and the market and a little beyond. Undefined
 * where the book has no market rate of those days.
 * @param back how many days before `on` the parity may be of
 */
export function parityWindow(book: RateBook, pair: Pair, on: string, back: number): Interval | undefined {
  const last = dayNumber(on);
  const days = Array.from({ length: back + 1 }, (_, i) => dayText(last - i));
  const markets = days.flatMap((day) =>
    (["reference", "noon-buying"] as const).flatMap((kind) => {
      const rate = book.tryRate(pair, day, { kind });
      return rate === undefined ? [] : [{ day, interval: rate.interval }];
    }),
  );
  if (markets.length === 0) return undefined;
  const allowed = markets.map((one) => parityBand(pair, one.day, one.interval));
  const band = allowed.every((one) => one !== undefined) ? Interval.hull(allowed) : undefined;
  const query = { policy: "previous", withinDays: REACH, kind: "central-parity" } as const;
  const before = book.tryRate(pair, dayText(last - 1), query);
  if (before === undefined) return band;
  const between = Interval.hull([before.interval, ...markets.map((one) => one.interval)]).times(
    (MARGIN[pair] ?? MARGIN["other"]) as Interval,
  );
  // Where the two exclude each other, one of them is wrong: then nothing is known.
  return band === undefined ? between : band.intersect(between);
}
