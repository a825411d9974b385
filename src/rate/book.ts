import { FigureError } from "../errors.js";
import { type DecimalInput, Near } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText, type Period, period, weekday } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import { cross } from "./convert.js";
import { pairOf, Rate, type RateKind, rate } from "./rate.js";

/** One published rate. `on` is a day, or the period of an average or of a customs rate. */
export interface RateEntry {
  readonly on: string;
  readonly base: string;
  readonly quote: string;
  /** The digits as printed. */
  readonly rate: string;
  readonly per?: 1 | 10 | 100 | 1000 | 10000;
  readonly kind: RateKind;
  readonly source?: Source;
}

/**
 * What to do on a day without a rate: `exact` is an error, `previous` takes the last day before it, at most
 * `withinDays` back, `nearest` the nearest day either side (the earlier of two). Nothing is interpolated.
 */
export type DatePolicy = "exact" | "previous" | "nearest";

export interface RateQuery {
  readonly kind: RateKind;
  /** Default: `exact`. */
  readonly policy?: DatePolicy;
  /** How far a fallback may reach. Default: 10 days. */
  readonly withinDays?: number;
  /** The shared currency of a cross, for a pair that the book does not hold itself. */
  readonly via?: string;
}

interface Series {
  readonly pair: string;
  readonly kind: RateKind;
  /** Sorted by first day. */
  readonly days: readonly number[];
  readonly entries: readonly RateEntry[];
}

const DEFAULT_REACH = 10;

/** Published rates by pair and kind, asked for a day or a period; every answer names its date, kind and source. */
export class RateBook {
  private readonly series: ReadonlyMap<string, Series>;

  /** @throws FigureError "bad-data" for two different rates of one pair, kind and day */
  constructor(entries: Iterable<RateEntry>) {
    const groups = new Map<string, RateEntry[]>();
    for (const entry of entries) {
      const key = keyOf(`${entry.base}/${entry.quote}`, entry.kind);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
    this.series = new Map([...groups].map(([key, group]) => [key, seriesOf(group)]));
  }

  /** What the book holds: pair, kind, first and last day, number of rates. */
  contents(): readonly { pair: string; kind: RateKind; from: string; to: string; rates: number }[] {
    return [...this.series.values()].map((one) => ({
      pair: one.pair,
      kind: one.kind,
      from: dayText(one.days[0] as number),
      to: period((one.entries[one.entries.length - 1] as RateEntry).on).end,
      rates: one.entries.length,
    }));
  }

  /**
   * The rate of a pair on a day. Inverse pairs are answered by inverting, said in the working; other pairs only
   * through a named pivot (`via`).
   * @throws FigureError "no-rate" that names the last and next day that have one
   */
  rate<const P extends `${string}/${string}`>(pair: P, on: string, query: RateQuery): Rate {
    const [base, quote] = pairOf(pair);
    if (query.via !== undefined && query.via !== base && query.via !== quote) {
      const first = this.rate(`${query.via}/${quote}`, on, withoutVia(query));
      const second = this.rate(`${query.via}/${base}`, on, withoutVia(query));
      const made = cross(first, second);
      return made.base === base ? made : made.inverted();
    }
    const direct = this.series.get(keyOf(pair, query.kind));
    if (direct !== undefined) return this.answer(direct, on, query);
    const inverse = this.series.get(keyOf(`${quote}/${base}`, query.kind));
    if (inverse !== undefined) return this.answer(inverse, on, query).inverted();
    throw new FigureError("no-rate", `no ${query.kind} rate of ${pair} in the book; ${this.others(pair)}`);
  }

  private answer(series: Series, on: string, query: RateQuery): Rate {
    const day = dayNumber(on);
    const found = entryOn(series, day);
    if (found !== undefined) return rateOf(found);
    const reach = query.withinDays ?? DEFAULT_REACH;
    const at = lastAtOrBefore(series.days, day);
    const before = series.entries[at];
    const after = series.entries[at + 1];
    const back = before === undefined ? Number.POSITIVE_INFINITY : day - dayNumber(period(before.on).end);
    const ahead = after === undefined ? Number.POSITIVE_INFINITY : dayNumber(period(after.on).start) - day;
    const policy = query.policy ?? "exact";
    const chosen =
      policy === "previous"
        ? back <= reach
          ? before
          : undefined
        : policy === "nearest"
          ? Math.min(back, ahead) > reach
            ? undefined
            : back <= ahead
              ? before
              : after
          : undefined;
    if (chosen !== undefined) {
      const rule = policy === "previous" ? "the last day before" : "the nearest day to";
      return rateOf(chosen, `${rule} ${on} (${weekday(on)})`);
    }
    const neighbours = [before && `last is ${before.on}`, after && `next is ${after.on}`]
      .filter(Boolean)
      .join(", ");
    const way =
      policy === "exact"
        ? 'name a policy ("previous", "nearest") or another day'
        : `none within ${reach} days`;
    throw new FigureError(
      "no-rate",
      `no ${series.pair} ${series.kind} rate on ${on} (${weekday(on)}); ${neighbours}; ${way}`,
    );
  }

  /**
   * The mean rate over a period. `method` says which: `daily` the mean of the days that the book holds in it, `months`
   * the mean of the publisher's own monthly averages (or of monthly customs rates), each month counting once.
   * @throws FigureError "no-rate" where the book holds none, or where months of the period are missing
   */
  average(pair: `${string}/${string}`, over: string | Period, query: AverageQuery): Rate {
    const [base, quote] = pairOf(pair);
    const of = typeof over === "string" ? period(over) : over;
    const series = this.series.get(keyOf(pair, query.kind));
    if (series === undefined) {
      throw new FigureError("no-rate", `no ${query.kind} rate of ${pair} in the book; ${this.others(pair)}`);
    }
    const inside = series.entries.filter((entry) => {
      const one = period(entry.on);
      return one.start >= of.start && one.end <= of.end;
    });
    const spans = inside.map((entry) => period(entry.on));
    const covered = spans.reduce((sum, one) => sum + dayNumber(one.end) - dayNumber(one.start) + 1, 0);
    const asked = dayNumber(of.end) - dayNumber(of.start) + 1;
    const monthly = spans.some((one) => one.start !== one.end);
    if (inside.length === 0 || (monthly && covered !== asked)) {
      throw new FigureError(
        "no-rate",
        `no ${query.kind} average of ${pair} over ${of.text}: the book holds ${inside.length} of its rates, ${covered} of ${asked} days`,
      );
    }
    const rates = inside.map((entry) => rateOf(entry));
    const count = new Near(rates.length);
    const sum = rates.reduce((total, one) => total.plus(one.value), new Near(0));
    const interval = rates.reduce((total, one) => total.plus(one.interval), Interval.point(new Near(0)));
    const unit = monthly ? "months" : "days";
    return new Rate({
      base,
      quote,
      value: sum.dividedBy(count),
      interval: interval.dividedBy(Interval.point(count)),
      kind: "period-average",
      period: of,
      source: inside[0]?.source,
      found: `mean of ${rates.length} ${unit}${monthly ? "" : ` that have a rate, of ${asked}`}`,
      label: `mean ${query.kind === "period-average" ? "of monthly averages" : query.kind.replace("-", " ")}, ${of.text}`,
    });
  }

  private others(pair: string): string {
    const kinds = [...this.series.values()].filter((one) => one.pair === pair).map((one) => one.kind);
    if (kinds.length > 0) return `it has these kinds: ${kinds.join(", ")}`;
    const pairs = [...new Set([...this.series.values()].map((one) => one.pair))];
    return pairs.length === 0
      ? "the book is empty"
      : `it has these pairs: ${pairs.join(", ")} (a cross needs via: a shared currency)`;
  }
}

export interface AverageQuery {
  readonly kind: RateKind;
}

const keyOf = (pair: string, kind: RateKind): string => `${pair} ${kind}`;

function withoutVia(query: RateQuery): RateQuery {
  const { via: _, ...rest } = query;
  return rest;
}

function seriesOf(group: readonly RateEntry[]): Series {
  const dated = group
    .map((entry) => ({ entry, day: dayNumber(period(entry.on).start) }))
    .sort((a, b) => a.day - b.day);
  const kept = dated.filter(({ entry, day }, i) => {
    const before = dated[i - 1];
    if (before === undefined || before.day !== day) return true;
    if (before.entry.rate === entry.rate && before.entry.on === entry.on) return false;
    throw new FigureError(
      "bad-data",
      `two ${entry.kind} rates of ${entry.base}/${entry.quote} for ${entry.on}: ${before.entry.rate} and ${entry.rate}`,
    );
  });
  const first = kept[0]?.entry as RateEntry;
  return {
    pair: `${first.base}/${first.quote}`,
    kind: first.kind,
    days: kept.map(({ day }) => day),
    entries: kept.map(({ entry }) => entry),
  };
}

/** The entry whose day or period holds `day`. */
function entryOn(series: Series, day: number): RateEntry | undefined {
  const entry = series.entries[lastAtOrBefore(series.days, day)];
  return entry !== undefined && dayNumber(period(entry.on).end) >= day ? entry : undefined;
}

/** Index of the last day that is not after `day`, −1 where there is none: binary search. */
function lastAtOrBefore(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function rateOf(entry: RateEntry, found?: string): Rate {
  const pair = `${entry.base}/${entry.quote}` as const;
  const made = rate(pair, entry.rate as DecimalInput, {
    kind: entry.kind,
    on: entry.on,
    ...(entry.per === undefined ? {} : { per: entry.per }),
    ...(entry.source === undefined ? {} : { source: entry.source }),
  });
  return found === undefined ? made : new Rate({ ...partsOf(made), found });
}

function partsOf(of: Rate) {
  const { base, quote, value, interval, per, kind, period, source, chain } = of;
  return { base, quote, value, interval, per, kind, period, source, chain };
}
