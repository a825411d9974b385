import { FigureError } from "../../errors.js";
import { Near } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { dayNumber, dayText, type Period, period } from "../../figure/period.js";
import { RATE_OF_ITS_TIME } from "../../language/context.js";
import { figure } from "../../notation/figure.js";
import type { RateBook } from "../../rate/book.js";
import type { AnyRate } from "../../rate/rate.js";
import { candidatesFor, type RateUsedOptions } from "../../rate/used.js";
import type { Conversion, FigureMention, Reading } from "../../text/reading.js";
import type { Times } from "./claim-periods.js";
import { knownRates, ratesOf, type Window } from "./known-rates.js";
import { bareRates, placeBehind, type StatedRate, statedRate } from "./stated.js";

/** What can be held against a pair of amounts in two currencies. */
export interface Evidence {
  /** Rates of the pair that the text prints. */
  readonly stated: readonly StatedRate[];
  /** Published rates of the days of printing, and averages of the period. */
  readonly tested: readonly AnyRate[];
  /** The rates of the quarter before publication, and of every period that the text names. */
  readonly windows: readonly Window[];
  /** All rates of the pair that the book holds, whenever. */
  readonly known: Window | undefined;
  /** Whether publication is known to the day, or to a month at most; a rate of a longer stretch may be of any day of it. */
  readonly dated: boolean;
  /** Whether the book has the rates of the time: of the day of publication, or of most days of the stretch. */
  readonly current: boolean;
  /** Holds every rate that can speak for a pair: what misses it is inconsistent. Undefined where other pairs decide. */
  readonly reach: Interval | undefined;
}

// Wider than what any of the rules allows beyond the rates that it names.
const BEYOND = new Interval(new Near("0.8"), new Near("1.25"));

function reachOf(rates: readonly Interval[]): Interval | undefined {
  return rates.length === 0 ? undefined : Interval.hull(rates).times(BEYOND);
}

export interface EvidenceOptions {
  readonly book?: RateBook | undefined;
  readonly publishedOn?: string | undefined;
  readonly period?: string | Period | undefined;
}

const MAX_PERIODS = 8;

/** Every trial of every repair compares with each of them. */
const MAX_STATED = 16;

const YEAR = 365;

// Amounts of an older time come with a period in the text, and then its rates are looked at too.
const QUARTER = 92;

/** Rates for the pairs of one text, each pair and period looked up once. */
export class EvidenceOf {
  private readonly options: EvidenceOptions;
  private readonly published: Period | undefined;
  private readonly stretches: readonly (readonly [number, number])[];
  private readonly rates: readonly FigureMention[];
  private readonly text: string;
  private readonly statedRates: (StatedRate | undefined)[] = [];
  private readonly found = new Map<string, Evidence>();
  private readonly covered = new Map<string, boolean>();

  /** @throws FigureError "bad-option" for a `publishedOn` or `period` that is none */
  constructor(reading: Reading, options: EvidenceOptions) {
    this.options = options;
    this.published = options.publishedOn === undefined ? undefined : publicationOf(options.publishedOn);
    this.stretches = stretchesOf(reading, this.published, options.period);
    this.rates = reading.mentions.filter((one): one is FigureMention => one.kind === "rate");
    this.text = reading.text;
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

  /** The evidence about the pair of a claim: where a rate stands directly behind the two amounts, they were made by that one. */
  of({ amount, converted }: Conversion, base: string, quote: string, of: Period | undefined): Evidence {
    const end = Math.max(...[amount, converted].map((one) => one.start + one.text.length));
    const about = this.about(base, quote, of);
    // "£400m ($512m at the time)": by none of the rates that the text converts at elsewhere.
    const own = RATE_OF_ITS_TIME.test(this.text.slice(end, end + 60));
    const evidence = own
      ? { ...about, stated: about.stated.map((one) => ({ ...one, equation: false })) }
      : about;
    const place = placeBehind(this.text, end);
    if (place === undefined) return evidence;
    const at = this.rates.findIndex(({ start }) => start === place.at);
    const found = at < 0 ? undefined : this.statedAt(at);
    const behind =
      found === undefined || found.rate.base !== base || found.rate.quote !== quote ? [] : [found];
    if (behind.length === 0 && at < 0 && place.named)
      behind.push(...bareRates(this.text, place.at, base, quote));
    if (behind.length === 0) return evidence;
    const stated = behind.map((one) => ({ ...one, equation: true }));
    return { ...evidence, stated, reach: reachOf(stated.map(({ rate }) => rate.interval)) };
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

  /**
   * Whether the amounts of a claim may be of a time whose rates are not known: a period without any rate in the book, or
   * one that the text leaves open. Periods that begin after publication are forecasts, at the rates of the day.
   */
  blind(base: string, quote: string, times: Times): boolean {
    const { book } = this.options;
    if (book === undefined) return false;
    if (times.unresolved) return true;
    const last = this.published?.end;
    return times.named.some((one) => {
      if (last !== undefined && one.start > last) return false;
      const key = `${base}/${quote} ${one.start} ${one.end}`;
      let covered = this.covered.get(key);
      if (covered === undefined) {
        covered = ratesOf(book, base, quote, one.start, this.until(one)) !== undefined;
        this.covered.set(key, covered);
      }
      return !covered;
    });
  }

  /** Figures of a period are printed within the quarter after it. */
  private until(of: Period): string {
    const after = dayText(dayNumber(of.end) + QUARTER);
    const last = this.published?.end;
    return last !== undefined && last < after ? last : after;
  }

  private look(base: string, quote: string, of: Period | undefined): Evidence {
    const stated = this.statedOf(base, quote);
    const { book } = this.options;
    const said = stated.map(({ rate }) => rate.interval);
    if (book === undefined) {
      const equations = stated.some((one) => one.equation);
      return {
        stated,
        tested: [],
        windows: [],
        known: undefined,
        dated: this.dated,
        current: false,
        reach: equations ? reachOf(said) : undefined,
      };
    }
    const query = this.query(of);
    const windows = this.stretches.flatMap(([first, last]) => {
      const rates = ratesOf(book, base, quote, dayText(first), dayText(last));
      return rates === undefined ? [] : [{ ...rates, from: dayText(first), to: dayText(last) }];
    });
    const tested = query === undefined ? [] : testedRates(base, quote, query);
    const near = [...tested.map((one) => one.interval), ...windows.map((one) => one.rates)];
    const reach = near.length === 0 ? undefined : reachOf([...near, ...said]);
    const known = knownRates(book, base, quote);
    const current = this.isCurrent(tested, windows);
    return { stated, tested, windows, known, dated: this.dated, current, reach: current ? reach : undefined };
  }

  /** The rates of a pair that the text prints, each once, and the first few of a text that prints hundreds. */
  private statedOf(base: string, quote: string): readonly StatedRate[] {
    const seen = new Set<string>();
    const found: StatedRate[] = [];
    for (const at of this.rates.keys()) {
      if (found.length >= MAX_STATED) break;
      const one = this.statedAt(at);
      if (one === undefined) continue;
      const { rate, equation } = one;
      if (rate.base !== base || rate.quote !== quote) continue;
      const key = `${rate.interval.show()} ${equation}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(one);
    }
    return found;
  }

  /** A rate of the text, understood when it is first looked at: a long text has more than are needed. */
  private statedAt(at: number): StatedRate | undefined {
    if (!(at in this.statedRates))
      this.statedRates[at] = statedRate(this.rates[at] as FigureMention, this.text);
    return this.statedRates[at];
  }

  /** A publication of one month at most; without one, a text is of any day. */
  private get dated(): boolean {
    const { published } = this;
    return published !== undefined && dayNumber(published.end) - dayNumber(published.start) <= 31;
  }

  private isCurrent(tested: readonly AnyRate[], windows: readonly Window[]): boolean {
    const { published } = this;
    if (published === undefined || this.dated) return published === undefined || tested.length > 0;
    const [first] = windows;
    if (first === undefined || first.to < published.end) return false;
    const days = dayNumber(first.to) - dayNumber(first.from) + 1;
    // Five days of seven have a rate, and some of those are holidays.
    return first.count > days * 0.6;
  }
}

/** The day, month, year or stretch of publication. @throws FigureError "bad-option" for anything else */
export function publicationOf(text: string): Period {
  if (!/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/.test(text)) {
    throw new FigureError(
      "bad-option",
      `publishedOn "${text.slice(0, 40)}" is not a day: write 2023-10-23, 2023-10, 2023 or a stretch (2023-08/2023-10)`,
    );
  }
  return period(text);
}

/** The quarter before publication and the periods that the text names, as day numbers; none after publication. */
function stretchesOf(reading: Reading, published: Period | undefined, own: EvidenceOptions["period"]) {
  const last = published && dayNumber(published.end);
  const begin = published && dayNumber(published.start);
  const stretches: (readonly [number, number])[] =
    last === undefined || begin === undefined ? [] : [[Math.min(begin - 7, last - QUARTER), last]];
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
    // A period is written about in the quarter after it; without a day of publication, within the year.
    const end = Math.min(
      dayNumber(one.end) + (last === undefined ? YEAR : QUARTER),
      last ?? Number.POSITIVE_INFINITY,
    );
    if (start <= end) stretches.push([start, end]);
  }
  return stretches;
}

/** Every published rate that `rateUsed` would try for the pair: the day of printing first, averages last. */
function testedRates(base: string, quote: string, query: RateUsedOptions): AnyRate[] {
  const one = (code: string) => figure("1", { unit: code, rounding: "exact" });
  const back = (days: number | undefined) => days ?? YEAR;
  return [...candidatesFor(one(base), one(quote), query)]
    .sort((a, b) => back(a.daysBack) - back(b.daysBack))
    .map(({ rate }) => rate);
}
