import { type Decimal, Near } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { nearOf } from "../../exact/near.js";
import type { RateBook } from "../../rate/book.js";
import { cross } from "../../rate/convert.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import type { RateSeries } from "../../rate/series.js";
import { CLEAR } from "./bounds.js";

/** All rates of a stretch of time, as their hull. */
export interface Window {
  readonly rates: Interval;
  readonly from: string;
  readonly to: string;
  /** How many rates that is. */
  readonly count: number;
  /** The lowest and the highest, where they are. */
  readonly ends: readonly AnyRate[];
}

const PIVOTS = ["EUR", "USD"];

const kept = new WeakMap<RateBook, Map<string, Window | undefined>>();

export function knownRates(book: RateBook, base: string, quote: string): Window | undefined {
  const pairs = kept.get(book) ?? new Map<string, Window | undefined>();
  kept.set(book, pairs);
  const key = `${base}/${quote}`;
  if (!pairs.has(key)) pairs.set(key, allRates(book, base, quote));
  return pairs.get(key);
}

const BEGIN = "0000-01-01";

const END = "9999-12-31";

function allRates(book: RateBook, base: string, quote: string): Window | undefined {
  const direct = directRates(book, base, quote, BEGIN, END);
  if (direct !== undefined) {
    const of = seriesOf(book, base, quote);
    return { ...direct, from: first(of), to: last(of) };
  }
  for (const via of PIVOTS) {
    // The hulls of the legs over all time make the cross wider than it ever was: no rate is missed.
    const [toQuote, toBase] = [quote, base].map((code) => directRates(book, via, code, BEGIN, END));
    if (toQuote === undefined || toBase === undefined) continue;
    const of = book.contents().filter(({ pair }) => pair === `${via}/${quote}` || pair === `${via}/${base}`);
    const rates = toQuote.rates.dividedBy(toBase.rates);
    const ends = [rates.lower, rates.upper].map(
      (value) =>
        new Rate({ base, quote, value, interval: Interval.point(value), kind: "cross", printedDecimals: 4 }),
    );
    return { rates, ends, count: Math.min(toQuote.count, toBase.count), from: first(of), to: last(of) };
  }
  return undefined;
}

const first = (of: readonly RateSeries[]) => of.map((one) => one.from).sort()[0] ?? BEGIN;

const last = (of: readonly RateSeries[]) =>
  of
    .map((one) => one.to)
    .sort()
    .at(-1) ?? END;

type Rates = Pick<Window, "rates" | "count" | "ends">;

const stretches = new WeakMap<RateBook, Map<string, Rates | undefined>>();

/** So many stretches are kept for a book: the documents of an archive ask for the same again and again. */
const MOST_STRETCHES = 2_000;

/** All rates of a pair in a stretch of time: quoted so, the other way round, or day by day over a pivot. */
export function ratesOf(
  book: RateBook,
  base: string,
  quote: string,
  from: string,
  to: string,
): Rates | undefined {
  let known = stretches.get(book);
  if (known === undefined || known.size >= MOST_STRETCHES) {
    known = new Map();
    stretches.set(book, known);
  }
  const key = `${base}/${quote} ${from} ${to}`;
  if (!known.has(key)) known.set(key, ratesWithin(book, base, quote, from, to));
  return known.get(key);
}

function ratesWithin(
  book: RateBook,
  base: string,
  quote: string,
  from: string,
  to: string,
): Rates | undefined {
  const direct = directRates(book, base, quote, from, to);
  if (direct !== undefined) return direct;
  for (const via of PIVOTS) {
    if (via === base || via === quote) continue;
    const made = crossEnds(book, via, base, quote, from, to);
    if (made !== undefined) return made;
  }
  return undefined;
}

interface Legs {
  readonly value: Decimal;
  readonly legs: readonly [AnyRate, AnyRate];
}

/** The lowest and the highest cross of the days that have both legs: values of all, rates of the two only. */
function crossEnds(
  book: RateBook,
  via: string,
  base: string,
  quote: string,
  from: string,
  to: string,
): Rates | undefined {
  let [low, high]: (Legs | undefined)[] = [];
  let [below, above] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let count = 0;
  for (const { kind, pair } of book.contents()) {
    if (pair !== `${via}/${quote}`) continue;
    const under = new Map(
      book
        .series(`${via}/${base}`, kind)
        ?.within(from, to)
        .map((one) => [one.period?.text, one]),
    );
    if (under.size === 0) continue;
    for (const top of book.series(`${via}/${quote}`, kind)?.within(from, to) ?? []) {
      const bottom = under.get(top.period?.text);
      if (bottom === undefined) continue;
      count++;
      // Floats tell the many that lie clearly between the ends from the few that are compared as fractions.
      const about = nearOf(top.exact) / nearOf(bottom.exact);
      if (about > below && about < above) continue;
      const one: Legs = { value: new Near(top.value).dividedBy(bottom.value), legs: [top, bottom] };
      if (low === undefined || one.value.lessThan(low.value)) {
        low = one;
        below = about * (1 + CLEAR);
      }
      if (high === undefined || one.value.greaterThan(high.value)) {
        high = one;
        above = about * (1 - CLEAR);
      }
    }
  }
  if (low === undefined || high === undefined) return undefined;
  const ends = [low, high].map(({ legs }) => {
    const made = cross(...legs) as AnyRate;
    return made.base === base ? made : made.inverted();
  });
  return { rates: new Interval(low.value, high.value), ends, count };
}

function directRates(
  book: RateBook,
  base: string,
  quote: string,
  from: string,
  to: string,
): Rates | undefined {
  let count = 0;
  const found = seriesOf(book, base, quote).flatMap((series): readonly AnyRate[] => {
    const extremes = series.extremes(from, to);
    if (extremes === undefined) return [];
    count += extremes.count;
    const ends = [extremes.low, extremes.high];
    return series.pair === `${quote}/${base}` ? ends.map((one) => one.inverted()) : ends;
  });
  const hull = hullOf(found);
  return hull && { ...hull, count };
}

/** The series of a pair, quoted either way. */
function seriesOf(book: RateBook, base: string, quote: string): readonly RateSeries[] {
  return book.contents().filter(({ pair }) => pair === `${base}/${quote}` || pair === `${quote}/${base}`);
}

/** The hull of the values of rates of one pair. */
function hullOf(rates: readonly AnyRate[]): Rates | undefined {
  const [start] = rates;
  if (start === undefined) return undefined;
  let [low, high] = [start, start];
  for (const one of rates) {
    if (one.value.lessThan(low.value)) low = one;
    if (one.value.greaterThan(high.value)) high = one;
  }
  return { rates: new Interval(low.value, high.value), ends: [low, high], count: rates.length };
}
