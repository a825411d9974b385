import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
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
 * The mean of a series over a period that it covers: (sum of the rates) ÷ (their number), and the same of the ends of
 * their rounding. All three are exact fractions; the sums are of whole units, kept running where the digits allow it.
 */
export function meanOf(series: RateSeries, of: Period, coverage: Coverage): Rate {
  const { first, value, interval } =
    quickMean(series, of, coverage.have) ?? plainMean(series, of, coverage.have);
  const { missing } = coverage;
  const without = missing === 0 ? "" : `; ${missing} working ${missing === 1 ? "day" : "days"} without one`;
  const { kind } = series;
  return new Rate({
    base: first.base,
    quote: first.quote,
    value,
    interval,
    kind: "period-average",
    period: of,
    source: first.source,
    found: `mean of ${coverage.have} ${coverage.unit}${without}`,
    label:
      kind === "period-average"
        ? `mean of the publisher's monthly averages, ${of.text}`
        : `mean of ${coverage.unit === "days" ? "daily " : ""}${kind.replace("-", " ")} rates, ${of.text}`,
  });
}

interface Mean {
  readonly first: Rate;
  readonly value: Ratio;
  readonly interval: Interval;
}

function quickMean(series: RateSeries, of: Period, count: number): Mean | undefined {
  const sums = series.sums(of.start, of.end);
  if (sums === undefined) return undefined;
  const units = BigInt(sums.units);
  const widths = BigInt(sums.widths);
  const per = Ratio.scaled(BigInt(count * sums.per), sums.scale).num;
  // Rounded half up, the lower end of each print is one of its rates, and the upper end is not.
  return {
    first: sums.first,
    value: Ratio.of(units, per),
    interval: new Interval(
      Ratio.of(2n * units - widths, 2n * per),
      Ratio.of(2n * units + widths, 2n * per),
      false,
      true,
    ),
  };
}

function plainMean(series: RateSeries, of: Period, count: number): Mean {
  const rates = series.within(of.start, of.end);
  const mean = (end: (one: Rate) => Ratio) =>
    rates.reduce((sum, one) => sum.add(end(one)), Ratio.ZERO).div(Ratio.of(BigInt(count)));
  return {
    first: rates[0] as Rate,
    value: mean((one) => one.exact),
    interval: new Interval(
      mean((one) => one.interval.low),
      mean((one) => one.interval.high),
      rates.some((one) => one.interval.lowerOpen),
      rates.some((one) => one.interval.upperOpen),
    ),
  };
}
