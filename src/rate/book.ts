import { FigureError, type MissingRate } from "../errors.js";
import { isCurrencyCode } from "../figure/currency.js";
import { dayNumber, type Period, period, weekday } from "../figure/period.js";
import { coverageOf, meanOf } from "./average.js";
import { cross } from "./convert.js";
import { entriesOfCsv } from "./csv.js";
import type { DatePolicy } from "./date-policy.js";
import type { RateEntry } from "./entry.js";
import { aboutCurrency, FOR_GOOD } from "./fixed.js";
import { RATE_KINDS, type RateKind } from "./kind.js";
import { missingRate } from "./missing-rate.js";
import { pairOf, type Rate } from "./rate.js";
import { DEFAULT_REACH, RateSeries, withProvenance } from "./series.js";

type Pair = `${string}/${string}`;

export interface RateQuery {
  /** Default: the first of reference, noon-buying, central-parity and spot that has the day. */
  readonly kind?: RateKind;
  /** Default: `exact`. */
  readonly policy?: DatePolicy;
  /** How far a fallback may reach. Default: 10 days. */
  readonly withinDays?: number;
  /** The shared currency of a cross. Default: EUR, then USD, for a pair that the book does not hold itself. */
  readonly via?: string;
}

export interface AverageQuery {
  readonly kind?: RateKind;
  readonly via?: string;
  /** The largest share of a period's working days that may be without a rate. Default: 0.2, holidays among them. */
  readonly maxMissing?: number;
}

/**
 * The kinds of rates of days, in the order in which they are looked for where none is named. What customs apply for a
 * month is no rate of a day: it is given by name only.
 */
const OF_DAYS: readonly RateKind[] = ["reference", "noon-buying", "central-parity", "spot"];
const OF_PERIODS: readonly RateKind[] = /* @__PURE__ */ OF_DAYS.concat("period-average");

/** The currencies that a cross is made over where none is named. */
export const PIVOTS = ["EUR", "USD"] as const;

/** Published rates by pair and kind, asked for a day or a period; every answer names its date, kind and source. */
export class RateBook {
  private readonly bySeries = new Map<string, RateSeries>();
  /** Each series under its pair and, where the book has none quoted so, the other way round. */
  private readonly byPair = new Map<RateKind, Map<string, RateSeries>>();

  /**
   * @param of entries, or series. Of series for one pair and kind, the one named first is taken where both have a day
   * @throws FigureError "bad-data" for what is no rate, and for two different rates of one pair, kind and day
   */
  constructor(of: Iterable<RateEntry | RateSeries>) {
    const entries = new Map<string, RateEntry[]>();
    const series = new Map<string, RateSeries[]>();
    for (const one of of) {
      if (isSeries(one)) add(series, `${one.pair} ${one.kind}`, one);
      else add(entries, keyOf(one), one);
    }
    for (const [key, group] of entries) series.set(key, [new RateSeries(group), ...(series.get(key) ?? [])]);
    for (const [key, [first, ...more]] of series)
      this.bySeries.set(key, RateSeries.merged([first as RateSeries, ...more]));
    for (const one of this.bySeries.values()) {
      const pairs = this.byPair.get(one.kind) ?? new Map<string, RateSeries>();
      this.byPair.set(one.kind, pairs);
      pairs.set(one.pair, one);
      const reversed = one.pair.split("/").reverse().join("/");
      if (!this.bySeries.has(`${reversed} ${one.kind}`)) pairs.set(reversed, one);
    }
  }

  /**
   * A book of one's own rates, from CSV: the columns on (or date), base, quote, rate and kind, and where wanted per and
   * publisher, in any order.
   * @throws FigureError "bad-data" that names the line and what is wrong with it
   * @example RateBook.fromCsv("on,base,quote,rate,kind\n2023-10-23,USD,CNY,7.3158,spot").rate("USD/CNY", "2023-10-23").show() // USD/CNY 7.3158, between 7.31575 and 7.31585
   */
  static fromCsv(text: string, name = "the rates"): RateBook {
    return new RateBook(entriesOfCsv(text, name));
  }

  /** Every series of the book. */
  contents(): readonly RateSeries[] {
    return [...this.bySeries.values()];
  }

  /** The rates of one pair and kind, as quoted, or undefined. */
  series(pair: Pair, kind: RateKind): RateSeries | undefined {
    return this.bySeries.get(`${pair} ${kind}`);
  }

  /** The rates of one pair and kind, quoted either way, or undefined. */
  eitherWay(pair: Pair, kind: RateKind): RateSeries | undefined {
    return this.byPair.get(kind)?.get(pair);
  }

  /**
   * The rate of a pair on a day. Inverse pairs are answered by inverting; pairs that the book does not hold by a cross
   * over EUR or USD, or over `via`; either is said in the working, each leg with its own day, kind and source.
   * @throws FigureError "no-rate" that says what the book holds, and which days near it have one
   */
  rate(pair: Pair, on: string, query: RateQuery = {}): Rate {
    const found = this.tryRate(pair, on, query);
    if (found !== undefined) return found;
    throw this.missing(pair, on, query.kind === undefined ? OF_DAYS : [query.kind], query);
  }

  /** As `rate`, and undefined where the book has none. */
  tryRate(pair: Pair, on: string, query: RateQuery = {}): Rate | undefined {
    const { crosses } = knownPair(pair);
    const day = dayNumber(on);
    const policy = query.policy ?? "exact";
    const reach = query.withinDays ?? DEFAULT_REACH;
    if (query.kind !== undefined && query.via === undefined) {
      // What comes first without a search: the pair's own rate of the day, or the only way to one.
      const series = this.eitherWay(pair, query.kind);
      const found = series?.find(day, policy, reach);
      if (series !== undefined && found !== undefined && (found.daysBack === 0 || crosses.length === 0))
        return asAsked(pair, series, withProvenance(found, on, policy));
    }
    // A rate of the day itself comes before one of another day, whatever its kind.
    for (const one of policy === "exact" ? [policy] : (["exact", policy] as const)) {
      for (const kind of query.kind === undefined ? OF_DAYS : [query.kind]) {
        const found = this.joined(pair, query.via, (leg) => this.find(leg, on, day, kind, one, reach));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /**
   * The mean rate over a period: of the days that have a rate, for daily rates; of the months, for monthly averages and
   * customs rates, each month counting once. The answer says how many days or months it is the mean of. A pair that the
   * book does not hold is the quotient of two means.
   * @throws FigureError "no-rate" where a month is missing, or more days than `maxMissing` allows
   */
  average(pair: Pair, over: string | Period, query: AverageQuery = {}): Rate {
    const of = typeof over === "string" ? period(over) : over;
    const found = this.tryAverage(pair, of, query);
    if (found !== undefined) return found;
    throw this.missing(pair, of, query.kind === undefined ? OF_PERIODS : [query.kind], query);
  }

  /** As `average`, and undefined where the book does not cover the period. */
  tryAverage(pair: Pair, over: string | Period, query: AverageQuery = {}): Rate | undefined {
    knownPair(pair);
    const of = typeof over === "string" ? period(over) : over;
    for (const kind of query.kind === undefined ? OF_PERIODS : [query.kind]) {
      const found = this.joined(pair, query.via, (leg) => this.mean(leg, of, kind, query.maxMissing ?? 0.2));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A pair as the book holds it, or as a cross of two legs over the named pivot, or over the first that has both. */
  private joined(
    pair: Pair,
    named: string | undefined,
    leg: (pair: Pair) => Rate | undefined,
  ): Rate | undefined {
    const { base, quote, crosses } = knownPair(pair);
    const inner = named !== undefined && named !== base && named !== quote;
    const direct = inner ? undefined : leg(pair);
    if (direct !== undefined) return direct;
    for (const one of inner ? [crossOver(named, base, quote)] : crosses) {
      const forQuote = leg(one.forQuote);
      const forBase = forQuote && leg(one.forBase);
      if (forQuote !== undefined && forBase !== undefined) return crossed(pair, forQuote, forBase);
    }
    return undefined;
  }

  private find(
    pair: Pair,
    on: string,
    day: number,
    kind: RateKind,
    policy: DatePolicy,
    reach: number,
  ): Rate | undefined {
    const series = this.eitherWay(pair, kind);
    const found = series?.find(day, policy, reach);
    if (series === undefined || found === undefined) return undefined;
    return asAsked(pair, series, withProvenance(found, on, policy));
  }

  private mean(pair: Pair, of: Period, kind: RateKind, maxMissing: number): Rate | undefined {
    const series = this.eitherWay(pair, kind);
    if (series === undefined) return undefined;
    const coverage = coverageOf(series, of);
    const allowed = coverage.unit === "months" ? 0 : coverage.expected * maxMissing;
    let mean: Rate | undefined;
    if (coverage.have > 0 && coverage.missing <= allowed) mean = meanOf(series, of, coverage);
    else {
      // One rate that holds for the whole period is its own mean: a euro that is fixed for good.
      const whole = series.find(of.start)?.rate;
      if (whole?.period?.end === FOR_GOOD) mean = whole;
    }
    return mean && asAsked(pair, series, mean);
  }

  /** Why there is no rate: what the book holds of the pair, what is near, and what would help. */
  private missing(
    pair: Pair,
    at: string | Period,
    kinds: readonly RateKind[],
    query: RateQuery & AverageQuery,
  ): FigureError {
    const [base, quote] = pairOf(pair);
    const isDay = typeof at === "string";
    const asked = {
      pair,
      ...(kinds.length === 1 ? { kind: kinds[0] as RateKind } : {}),
      ...(isDay ? { on: at } : { over: at.text }),
    };
    const [start, end] = isDay ? [at, at] : [at.start, at.end];
    const ways = this.waysOf(pair, kinds, query.via)
      .map((legs) => ({ legs, off: Math.max(...legs.map((one) => daysOff(one, start))) }))
      .sort((x, y) => x.off - y.off);
    if (ways.length === 0) {
      const says = this.others(pair, kinds, query.via);
      return missingRate({ ...asked, clauses: [{ about: "book", says }] });
    }
    const says = ways.slice(0, 2).map(({ legs }) =>
      legs
        .map((series) => {
          if (isDay) return `${series.pair} ${series.kind}: ${series.neighbours(at)}`;
          if (series.from > at.end) return `${series.pair} ${series.kind} begins ${series.from}`;
          if (series.to < at.start) return `${series.pair} ${series.kind} ends ${series.to}`;
          const { have, expected, unit } = coverageOf(series, at);
          return `${series.pair} ${series.kind} has ${have} of ${expected} ${unit}`;
        })
        .join(" with "),
    );
    const legs = ways.flatMap((one) => one.legs);
    const notes = [base, quote].flatMap((code) => {
      const outside = legs.some((one) => one.pair.includes(code) && (one.to < end || one.from > start));
      return (outside && aboutCurrency(code)) || [];
    });
    const reach = query.withinDays ?? DEFAULT_REACH;
    const near = (ways[0]?.off ?? 0) <= reach;
    const weekend = isWeekend(start, end);
    const byPolicy = near && (query.policy === undefined || query.policy === "exact");
    const ended = notes.length === 0 && ways.every((one) => one.legs.some((leg) => leg.to < start));
    const others = OF_DAYS.filter(
      (kind) =>
        !kinds.includes(kind) &&
        (isDay ? this.tryRate(pair, at, { kind }) : this.tryAverage(pair, at, { kind })) !== undefined,
    );
    const clauses: MissingRate["clauses"][number][] = [{ about: "book", says: says.join(", ") }];
    const tell = (about: (typeof clauses)[number]["about"], ...more: readonly string[]) =>
      clauses.push(...more.map((one) => ({ about, says: one })));
    if (weekend) tell("calendar", "no rates are published at weekends");
    tell("currency", ...notes);
    if (isDay && byPolicy) tell("policy", 'name a policy ("previous", "nearest") or another day');
    else if (isDay) tell("reach", `none within ${reach} days`);
    if (others.length > 0) tell("kinds", `the book has it as ${others.join(", ")}`);
    if (ended) tell("update", ...updates(legs.filter((one) => one.to < start).map((one) => one.kind)));
    return missingRate({ ...asked, clauses });
  }

  /** The series that an answer could be made of: one of the pair, or two legs over a pivot. */
  private waysOf(pair: Pair, kinds: readonly RateKind[], named?: string): (readonly RateSeries[])[] {
    const { base, quote, crosses } = knownPair(pair);
    const shares = named === base || named === quote;
    const over = named === undefined ? crosses : shares ? [] : [crossOver(named, base, quote)];
    return kinds.flatMap((kind) => {
      const direct = this.eitherWay(pair, kind);
      const ways: (readonly RateSeries[])[] = direct === undefined || named !== undefined ? [] : [[direct]];
      for (const one of over) {
        const forBase = this.eitherWay(one.forBase, kind);
        const forQuote = this.eitherWay(one.forQuote, kind);
        if (forBase !== undefined && forQuote !== undefined) ways.push([forBase, forQuote]);
      }
      return ways;
    });
  }

  private others(pair: Pair, kinds: readonly RateKind[], named?: string): string {
    const [base = "", quote = ""] = pair.split("/");
    const held = RATE_KINDS.filter(
      (kind) => !kinds.includes(kind) && this.waysOf(pair, [kind], named).length > 0,
    );
    if (held.length > 0) return `the book has it as ${held.join(", ")}`;
    const all = this.contents();
    if (all.length === 0) return "the book is empty";
    const currencies = new Set(all.flatMap((one) => one.pair.split("/")));
    const unknown = [base, quote].filter((code) => !currencies.has(code));
    const codes = [...currencies].sort();
    const list =
      codes.length > 24
        ? `${codes.length} currencies (trade-figures rates list shows them)`
        : codes.join(", ");
    if (unknown.length > 0) return `the book has no rate of ${unknown.join(" or ")}; it has ${list}`;
    if (named !== undefined) {
      const has = (code: string) => kinds.some((kind) => this.eitherWay(`${named}/${code}`, kind));
      const lacks = [base, quote].filter((code) => !has(code)).map((code) => `${named}/${code}`);
      return `over ${named} the book lacks ${lacks.join(" and ")}; leave the pivot out, or name another`;
    }
    return `the book has no ${kinds.length === 1 ? `${kinds[0]} ` : ""}rates that join the two; a cross needs via: the currency that two of its pairs share`;
  }
}

const UPDATES: Readonly<Partial<Record<RateKind, string>>> = {
  reference: "ecb-history",
  "noon-buying": "fred",
  "central-parity": "central-parity",
};

/** Whether a stretch is a Saturday, a Sunday or the two. */
function isWeekend(start: string, end: string): boolean {
  const days = dayNumber(end) - dayNumber(start);
  const first = weekday(start);
  return days === 0 ? first === "Saturday" || first === "Sunday" : days === 1 && first === "Saturday";
}

/** The command that fetches later rates of some kinds. */
function updates(kinds: readonly RateKind[]): string[] {
  const sources = [...new Set(kinds.flatMap((kind) => UPDATES[kind] ?? []))];
  return sources.length === 0 ? [] : [`"trade-figures update ${sources.join(" | ")}" fetches later ones`];
}

/** How far a day is from the nearest rate of a series. */
function daysOff(series: RateSeries, day: string): number {
  const found = series.find(day, "nearest", Number.POSITIVE_INFINITY);
  return found === undefined ? Number.POSITIVE_INFINITY : Math.abs(found.daysBack);
}

function isSeries(one: RateEntry | RateSeries): one is RateSeries {
  return typeof one === "object" && one !== null && "extremes" in one;
}

function add<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}

/** @throws FigureError "bad-data" that says what an entry needs */
function keyOf(entry: RateEntry): string {
  const { base, quote, kind, on, rate } = (entry ?? {}) as Partial<RateEntry>;
  for (const [name, value] of Object.entries({ on, base, quote, rate, kind })) {
    if (typeof value !== "string")
      throw new FigureError(
        "bad-data",
        `a rate needs on, base, quote, rate and kind as text; ${name} is ${value === undefined ? "missing" : String(value)}`,
      );
  }
  if (!RATE_KINDS.includes(kind as RateKind))
    throw new FigureError("bad-data", `"${kind}" is not a kind of rate; there are ${RATE_KINDS.join(", ")}`);
  const key = `${base}/${quote}`;
  if (!KNOWN_PAIRS.has(key)) {
    if (!isCurrencyCode(base as string) || !isCurrencyCode(quote as string) || base === quote)
      throw new FigureError("bad-data", `"${key}" is not a pair of two ISO 4217 codes`);
    knownPair(`${base}/${quote}`);
  }
  return `${key} ${kind}`;
}

/** The two pairs whose quotient leaves out `via`. */
interface Cross {
  readonly forQuote: Pair;
  readonly forBase: Pair;
}

interface KnownPair {
  readonly base: string;
  readonly quote: string;
  /** Its crosses over the pivots. */
  readonly crosses: readonly Cross[];
}

/** Pairs that were found to be two different codes: as many as there are codes, squared, at most. */
const KNOWN_PAIRS = new Map<string, KnownPair>();

/** @throws FigureError "bad-option" for what is no pair */
function knownPair(pair: Pair): KnownPair {
  const known = KNOWN_PAIRS.get(pair);
  if (known !== undefined) return known;
  const [base, quote] = pairOf(pair);
  const vias = PIVOTS.filter((via) => via !== base && via !== quote);
  const made = { base, quote, crosses: vias.map((via) => crossOver(via, base, quote)) };
  KNOWN_PAIRS.set(pair, made);
  return made;
}

function crossOver(via: string, base: string, quote: string): Cross {
  return { forQuote: `${via}/${quote}`, forBase: `${via}/${base}` };
}

/** A rate of a series, the way round that was asked for. */
function asAsked(pair: Pair, series: RateSeries, one: Rate): Rate {
  return series.pair === pair ? one : one.inverted();
}

/** The cross of two rates of one pivot, the way round that was asked for. */
function crossed(pair: Pair, forQuote: Rate, forBase: Rate): Rate {
  const made = cross(forQuote, forBase);
  return made.pair === pair ? made : made.inverted();
}
