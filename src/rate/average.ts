import { Near } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, type Period } from "../figure/period.js";
import { Rate } from "./rate.js";
import type { RateSeries } from "./series.js";

/** How much of a period a series covers. */
export interface Coverage {
  readonly unit: "days" | "months";
  readonly have: number;
  readonly expected: number;
  readonly missing: number;
}

export function coverageOf(series: RateSeries, of: Period): Coverage {
  const unit = series.ofPeriods ? "months" : "days";
  const have = series.countWithin(of.start, of.end);
  const expected = unit === "months" ? monthsIn(of) : workingDays(of);
  return { unit, have, expected, missing: Math.max(0, expected - have) };
}

function monthsIn(of: Period): number {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(of.end) - month(of.start) + 1;
}

/** Days from Monday to Friday; public holidays are not known here, so a few of them always lack a rate. */
function workingDays(of: Period): number {
  // Day 0 was a Thursday: counted from the Monday before it, whole weeks have five working days each.
  const before = (day: number) => {
    const fromMonday = day + 3;
    const weeks = Math.floor(fromMonday / 7);
    return weeks * 5 + Math.min(5, fromMonday - weeks * 7);
  };
  return before(dayNumber(of.end) + 1) - before(dayNumber(of.start));
}

/**
 * The mean of a series over a period that it covers: (sum of the rates) ÷ (their number). The sum is exact, by running
 * sums of whole units where the digits allow it, so only the division rounds, and outwards.
 */
export function meanOf(series: RateSeries, of: Period, coverage: Coverage): Rate {
  const count = new Near(coverage.have);
  const { first, value, interval } = quickSum(series, of) ?? plainSum(series, of);
  const missing = coverage.unit === "days" ? `; ${coverage.missing} working days without one` : "";
  const { kind } = series;
  return new Rate({
    base: first.base,
    quote: first.quote,
    value: value.dividedBy(count),
    interval: interval.dividedBy(Interval.point(count)),
    kind: "period-average",
    period: of,
    source: first.source,
    found: `mean of ${coverage.have} ${coverage.unit}${missing}`,
    label:
      kind === "period-average"
        ? `mean of the publisher's monthly averages, ${of.text}`
        : `mean of ${coverage.unit === "days" ? "daily " : ""}${kind.replace("-", " ")} rates, ${of.text}`,
  });
}

interface Sum {
  readonly first: Rate;
  readonly value: InstanceType<typeof Near>;
  readonly interval: Interval;
}

function quickSum(series: RateSeries, of: Period): Sum | undefined {
  const sums = series.sums(of.start, of.end);
  if (sums === undefined) return undefined;
  const unit = new Near(10).pow(sums.scale).times(sums.per);
  const value = new Near(sums.units).dividedBy(unit);
  const half = new Near(sums.widths).dividedBy(unit.times(2));
  // Rounded half up, the lower end of each print is one of its rates, and the upper end is not.
  return {
    first: sums.first,
    value,
    interval: new Interval(value.minus(half), value.plus(half), false, true),
  };
}

function plainSum(series: RateSeries, of: Period): Sum {
  const rates = series.within(of.start, of.end);
  let value = new Near(0);
  let lower = new Near(0);
  let upper = new Near(0);
  let lowerOpen = false;
  let upperOpen = false;
  for (const one of rates) {
    value = value.plus(one.value);
    lower = lower.plus(one.interval.lower);
    upper = upper.plus(one.interval.upper);
    lowerOpen ||= one.interval.lowerOpen;
    upperOpen ||= one.interval.upperOpen;
  }
  return { first: rates[0] as Rate, value, interval: new Interval(lower, upper, lowerOpen, upperOpen) };
}
