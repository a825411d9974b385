import { FigureError } from "../errors.js";
import { Near } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, type Period, period, weekday } from "../figure/period.js";
import { cross } from "./convert.js";
import { pairOf, Rate, type RateKind } from "./rate.js";
import { type DatePolicy, DEFAULT_REACH, type RateEntry, RateSeries, withProvenance } from "./series.js";

type Pair = `${string}/${string}`;

export interface RateQuery {
  readonly kind: RateKind;
  /** Default: `exact`. */
  readonly policy?: DatePolicy;
  /** How far a fallback may reach. Default: 10 days. */
  readonly withinDays?: number;
  /** The shared currency of a cross, for a pair that the book does not hold itself. */
  readonly via?: string;
}

export interface AverageQuery {
  readonly kind: RateKind;
  readonly via?: string;
  /** The largest share of a period's working days that may be without a rate. Default: 0.2, holidays among them. */
  readonly maxMissing?: number;
}

/** Published rates by pair and kind, asked for a day or a period; every answer names its date, kind and source. */
export class RateBook {
  private readonly bySeries: ReadonlyMap<string, RateSeries>;

  /** @throws FigureError "bad-data" for two different rates of one pair, kind and day */
  constructor(entries: Iterable<RateEntry>) {
    const groups = new Map<string, RateEntry[]>();
    for (const entry of entries) {
      const key = `${entry.base}/${entry.quote} ${entry.kind}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
    this.bySeries = new Map([...groups].map(([key, group]) => [key, new RateSeries(group)]));
  }

  /** Every series of the book. */
  contents(): readonly RateSeries[] {
    return [...this.bySeries.values()];
  }

  /** The rates of one pair and kind, as quoted, or undefined. */
  series(pair: Pair, kind: RateKind): RateSeries | undefined {
    return this.bySeries.get(`${pair} ${kind}`);
  }

  /**
   * The rate of a pair on a day. Inverse pairs are answered by inverting, said in the working; other pairs only
   * through a named pivot (`via`).
   * @throws FigureError "no-rate" that names the last and next day that have one
   */
  rate(pair: Pair, on: string, query: RateQuery): Rate {
    const [base, quote] = pairOf(pair);
    if (query.via !== undefined && query.via !== base && query.via !== quote) {
      const { via, ...direct } = query;
      return crossed(pair, this.rate(`${via}/${quote}`, on, direct), this.rate(`${via}/${base}`, on, direct));
    }
    const { series, inverse } = this.oriented(pair, query.kind);
    const policy = query.policy ?? "exact";
    const reach = query.withinDays ?? DEFAULT_REACH;
    const found = series.find(on, policy, reach);
    if (found === undefined) {
      const way =
        policy === "exact"
          ? 'name a policy ("previous", "nearest") or another day'
          : `none within ${reach} days`;
      throw new FigureError(
        "no-rate",
        `no ${series.pair} ${series.kind} rate on ${on} (${weekday(on)}); ${series.neighbours(on)}; ${way}`,
      );
    }
    const answer = withProvenance(found, on, policy);
    return inverse ? answer.inverted() : answer;
  }

  /**
   * The mean rate over a period: of the days that have a rate, for daily rates; of the months, for monthly averages and
   * customs rates, each month counting once. The answer says how many days or months it is the mean of.
   * @throws FigureError "no-rate" where a month is missing, or more days than `maxMissing` allows
   */
  average(pair: Pair, over: string | Period, query: AverageQuery): Rate {
    const [base, quote] = pairOf(pair);
    const of = typeof over === "string" ? period(over) : over;
    if (query.via !== undefined && query.via !== base && query.via !== quote) {
      const { via, ...direct } = query;
      return crossed(
        pair,
        this.average(`${via}/${quote}`, of, direct),
        this.average(`${via}/${base}`, of, direct),
      );
    }
    const { series, inverse } = this.oriented(pair, query.kind);
    const rates = series.within(of.start, of.end);
    const coverage = coverageOf(rates, of);
    if (coverage.missing > coverage.expected * (coverage.unit === "months" ? 0 : (query.maxMissing ?? 0.2))) {
      throw new FigureError(
        "no-rate",
        `no ${query.kind} average of ${pair} over ${of.text}: the book has a rate for ${coverage.have} of ${coverage.expected} ${coverage.unit}`,
      );
    }
    const mean = meanOf(rates, of, coverage, query.kind);
    return inverse ? mean.inverted() : mean;
  }

  private oriented(pair: Pair, kind: RateKind): { series: RateSeries; inverse: boolean } {
    const [base, quote] = pairOf(pair);
    const direct = this.series(pair, kind);
    if (direct !== undefined) return { series: direct, inverse: false };
    const other = this.series(`${quote}/${base}`, kind);
    if (other !== undefined) return { series: other, inverse: true };
    throw new FigureError("no-rate", `no ${kind} rate of ${pair} in the book; ${this.others(pair)}`);
  }

  private others(pair: string): string {
    const all = this.contents();
    const kinds = all.filter((one) => one.pair === pair).map((one) => one.kind);
    if (kinds.length > 0) return `it has these kinds: ${kinds.join(", ")}`;
    const pairs = [...new Set(all.map((one) => one.pair))];
    if (pairs.length === 0) return "the book is empty";
    return `it has these pairs: ${pairs.join(", ")} (a cross needs via: the currency that two of them share)`;
  }
}

/** The cross of two rates of one pivot, the way round that was asked for. */
function crossed(pair: Pair, forQuote: Rate, forBase: Rate): Rate {
  const made = cross(forQuote, forBase);
  return made.pair === pair ? made : made.inverted();
}

interface Coverage {
  readonly unit: "days" | "months";
  readonly have: number;
  readonly expected: number;
  readonly missing: number;
}

function coverageOf(rates: readonly Rate[], of: Period): Coverage {
  const monthly = rates.some((one) => one.period !== undefined && one.period.start !== one.period.end);
  const expected = monthly ? monthsIn(of) : workingDays(of);
  return {
    unit: monthly ? "months" : "days",
    have: rates.length,
    expected,
    missing: Math.max(0, expected - rates.length),
  };
}

function monthsIn(of: Period): number {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(of.end) - month(of.start) + 1;
}

/** Days from Monday to Friday; public holidays are not known here, so a few of them always lack a rate. */
function workingDays(of: Period): number {
  let count = 0;
  for (let day = dayNumber(of.start); day <= dayNumber(of.end); day++) {
    const fromThursday = ((day % 7) + 7) % 7;
    if (fromThursday !== 2 && fromThursday !== 3) count++;
  }
  return count;
}

function meanOf(rates: readonly Rate[], of: Period, coverage: Coverage, kind: RateKind): Rate {
  const first = rates[0] as Rate;
  const count = new Near(rates.length);
  let value = new Near(0);
  let lower = new Near(0);
  let upper = new Near(0);
  let lowerOpen = false;
  let upperOpen = false;
  // Sums of printed rates are exact, so only the division rounds, and outwards.
  for (const one of rates) {
    value = value.plus(one.value);
    lower = lower.plus(one.interval.lower);
    upper = upper.plus(one.interval.upper);
    lowerOpen ||= one.interval.lowerOpen;
    upperOpen ||= one.interval.upperOpen;
  }
  const missing = coverage.unit === "days" ? `; ${coverage.missing} working days without one` : "";
  return new Rate({
    base: first.base,
    quote: first.quote,
    value: value.dividedBy(count),
    interval: new Interval(lower, upper, lowerOpen, upperOpen).dividedBy(Interval.point(count)),
    kind: "period-average",
    period: of,
    source: first.source,
    found: `mean of ${rates.length} ${coverage.unit}${missing}`,
    label:
      kind === "period-average"
        ? `mean of the publisher's monthly averages, ${of.text}`
        : `mean of ${coverage.unit === "days" ? "daily " : ""}${kind.replace("-", " ")} rates, ${of.text}`,
  });
}
