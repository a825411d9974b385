import { FigureError } from "../../errors.js";
import { Decimal, Near, ONE } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { figure } from "../../figure/figure.js";
import { dayNumber, dayText, type Period, period } from "../../figure/period.js";
import type { RateBook } from "../../rate/book.js";
import type { AnyRate } from "../../rate/rate.js";
import { type RateUsedOptions, rateUsed } from "../../rate/used.js";
import type { Reading } from "../reading.js";
import { type StatedRate, statedRate } from "./stated.js";

/** All rates of a stretch of time, as their hull. */
export interface Window {
  readonly rates: Interval;
  readonly from: string;
  readonly to: string;
  /** How many rates that is. */
  readonly count: number;
}

/** What can be held against a pair of amounts in two currencies. */
export interface Evidence {
  /** Rates of the pair that the text prints. */
  readonly stated: readonly StatedRate[];
  /** Published rates of the days of printing, and averages of the period. */
  readonly tested: readonly AnyRate[];
  /** The rates of the year before publication, and of every period that the text names. */
  readonly windows: readonly Window[];
  /** All rates of the pair that the book holds, whenever. */
  readonly known: Window | undefined;
}

export interface EvidenceOptions {
  readonly book?: RateBook | undefined;
  readonly publishedOn?: string | undefined;
  readonly period?: string | Period | undefined;
}

const MAX_PERIODS = 8;
const YEAR = 365;
const PIVOTS = ["EUR", "USD"];

/** Rates for the pairs of one text, each pair and period looked up once. */
export class EvidenceOf {
  private readonly options: EvidenceOptions;
  private readonly published: Period | undefined;
  private readonly stretches: readonly (readonly [number, number])[];
  private readonly statedRates: readonly StatedRate[];
  private readonly found = new Map<string, Evidence>();

  /** @throws FigureError "bad-option" for a `publishedOn` or `period` that is none */
  constructor(reading: Reading, options: EvidenceOptions) {
    this.options = options;
    this.published = options.publishedOn === undefined ? undefined : period(options.publishedOn);
    this.stretches = stretchesOf(reading, this.published, options.period);
    this.statedRates = reading.mentions.flatMap((one) =>
      one.kind === "rate" ? (statedRate(one) ?? []) : [],
    );
  }

  /** How `rateUsed` is to be asked about a pair, or undefined where neither day nor period is known. */
  query(of: Period | undefined): RateUsedOptions | undefined {
    const { book } = this.options;
    if (book === undefined) return undefined;
    const over = this.options.period ?? of;
    const about = over === undefined ? {} : { period: over };
    if (this.published !== undefined) {
      const { start, end } = this.published;
      const days = dayNumber(end) - dayNumber(start);
      // A day, or a month whose every day may be the one; a year alone names no day.
      if (days <= 31) return { book, printedOn: end, daysBack: 7 + days, ...about };
      return { book, printedOn: end, daysBack: 0, ...about };
    }
    if (over === undefined) return undefined;
    return { book, printedOn: (typeof over === "string" ? period(over) : over).end, ...about };
  }

  /** The evidence about a pair, quoted as the implied rate is. */
  about(base: string, quote: string, of: Period | undefined): Evidence {
    const key = `${base}/${quote} ${of?.start ?? ""} ${of?.end ?? ""}`;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const made = this.look(base, quote, of);
    this.found.set(key, made);
    return made;
  }

  private look(base: string, quote: string, of: Period | undefined): Evidence {
    const stated = this.statedRates.filter(({ rate }) => rate.base === base && rate.quote === quote);
    const { book } = this.options;
    if (book === undefined) return { stated, tested: [], windows: [], known: undefined };
    const query = this.query(of);
    const windows = this.stretches.flatMap(([first, last]) => {
      const rates = hullOf(book, base, quote, dayText(first), dayText(last));
      return rates === undefined ? [] : [{ ...rates, from: dayText(first), to: dayText(last) }];
    });
    return {
      stated,
      tested: query === undefined ? [] : testedRates(base, quote, query),
      windows,
      known: knownRates(book, base, quote),
    };
  }
}

/** The year before publication and the periods that the text names, as day numbers; none after publication. */
function stretchesOf(reading: Reading, published: Period | undefined, own: EvidenceOptions["period"]) {
  const last = published && dayNumber(published.end);
  const stretches: (readonly [number, number])[] = last === undefined ? [] : [[last - YEAR, last]];
  const periods = new Map<string, Period>();
  if (own !== undefined) {
    const one = typeof own === "string" ? period(own) : own;
    periods.set(one.text, one);
  }
  for (const one of reading.mentions) {
    if (periods.size >= MAX_PERIODS) break;
    if (one.kind === "period" && one.period !== undefined) periods.set(one.period.text, one.period);
  }
  for (const one of periods.values()) {
    const start = dayNumber(one.start);
    // Without a day of publication a period is written about within the year after it.
    const end = Math.min(
      dayNumber(one.end) + (last === undefined ? YEAR : 0),
      last ?? Number.POSITIVE_INFINITY,
    );
    if (start <= end) stretches.push([start, end]);
  }
  return stretches;
}

/** Every published rate that `rateUsed` would try for the pair. */
function testedRates(base: string, quote: string, query: RateUsedOptions): AnyRate[] {
  try {
    const one = (code: string) => figure("1", { unit: code, rounding: "exact" });
    return rateUsed(one(base), one(quote), query).candidates.map(({ rate }) => rate);
  } catch (error) {
    // A book without a rate of these days says nothing about them.
    if (FigureError.is(error) && error.code === "no-rate") return [];
    throw error;
  }
}

const kept = new WeakMap<RateBook, Map<string, Window | undefined>>();

function knownRates(book: RateBook, base: string, quote: string): Window | undefined {
  const pairs = kept.get(book) ?? new Map<string, Window | undefined>();
  kept.set(book, pairs);
  const key = `${base}/${quote}`;
  if (!pairs.has(key)) pairs.set(key, allRates(book, base, quote));
  return pairs.get(key);
}

const BEGIN = "0000-01-01";
const END = "9999-12-31";

function allRates(book: RateBook, base: string, quote: string): Window | undefined {
  const days: string[] = [];
  for (const series of book.contents()) {
    if (series.pair.includes(base) && series.pair.includes(quote)) days.push(series.from, series.to);
  }
  const direct = directHull(book, base, quote, BEGIN, END);
  if (direct !== undefined) return { ...direct, from: least(days), to: most(days) };
  for (const via of PIVOTS) {
    // The hulls of the legs over all time make the cross wider than it ever was: no rate is missed.
    const [toQuote, toBase] = [quote, base].map((code) => directHull(book, via, code, BEGIN, END));
    if (toQuote === undefined || toBase === undefined) continue;
    const legs = book
      .contents()
      .filter((one) => one.pair === `${via}/${quote}` || one.pair === `${via}/${base}`);
    return {
      rates: toQuote.rates.dividedBy(toBase.rates),
      count: Math.min(toQuote.count, toBase.count),
      from: least(legs.map((one) => one.from)),
      to: most(legs.map((one) => one.to)),
    };
  }
  return undefined;
}

const least = (days: readonly string[]) => [...days].sort()[0] ?? BEGIN;
const most = (days: readonly string[]) => [...days].sort().at(-1) ?? END;

/** The hull of all rates of a pair in a stretch of time: quoted so, the other way round, or day by day over a pivot. */
function hullOf(book: RateBook, base: string, quote: string, from: string, to: string): Rates | undefined {
  const direct = directHull(book, base, quote, from, to);
  if (direct !== undefined) return direct;
  let hull: Hull | undefined;
  for (const via of PIVOTS) {
    if (via === base || via === quote) continue;
    for (const { kind, pair } of book.contents()) {
      if (pair !== `${via}/${quote}`) continue;
      const bottom = new Map(
        book
          .series(`${via}/${base}`, kind)
          ?.within(from, to)
          .map((one) => [one.period?.text, one]),
      );
      for (const top of book.series(`${via}/${quote}`, kind)?.within(from, to) ?? []) {
        const under = bottom.get(top.period?.text);
        if (under !== undefined) hull = grown(hull, new Near(top.value).dividedBy(under.value));
      }
    }
    if (hull !== undefined) return ratesOf(hull);
  }
  return undefined;
}

interface Hull {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly count: number;
}

type Rates = Pick<Window, "rates" | "count">;

const ratesOf = ({ low, high, count }: Hull): Rates => ({ rates: new Interval(low, high), count });

function grown(hull: Hull | undefined, by: Decimal): Hull {
  if (hull === undefined) return { low: by, high: by, count: 1 };
  return { low: Decimal.min(hull.low, by), high: Decimal.max(hull.high, by), count: hull.count + 1 };
}

function directHull(
  book: RateBook,
  base: string,
  quote: string,
  from: string,
  to: string,
): Rates | undefined {
  const hulls: Rates[] = [];
  for (const series of book.contents()) {
    const turned = series.pair === `${quote}/${base}`;
    if (!turned && series.pair !== `${base}/${quote}`) continue;
    let hull: Hull | undefined;
    for (const one of series.within(from, to)) hull = grown(hull, one.value);
    if (hull === undefined) continue;
    const { rates, count } = ratesOf(hull);
    hulls.push({ rates: turned ? Interval.point(ONE).dividedBy(rates) : rates, count });
  }
  if (hulls.length === 0) return undefined;
  return {
    rates: Interval.hull(hulls.map((one) => one.rates)),
    count: hulls.reduce((sum, one) => sum + one.count, 0),
  };
}
