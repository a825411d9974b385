import { FigureError } from "../errors.js";
import { Near } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText, type Period, period } from "../figure/period.js";
import type { RateBook } from "./book.js";
import { Rate } from "./rate.js";

/**
 * The day whose central parity China's customs apply in a month: the third Wednesday of the month before, or the
 * fourth where the third had no fixing (Order 124 of the General Administration of Customs, article 16).
 * @param month "2023-07"
 * @param hasFixing whether a central parity was published on a day
 * @throws FigureError "no-rate" where neither Wednesday had a fixing
 * @example customsFixingDay("2023-07", () => true) // 2023-06-21
 * @example customsFixingDay("2021-03", (day) => day !== "2021-02-17") // 2021-02-24
 */
export function customsFixingDay(month: string, hasFixing: (day: string) => boolean): string {
  const before = dayText(dayNumber(period(month).start) - 1).slice(0, 7);
  const first = dayNumber(`${before}-01`);
  // Day 0 of the count was a Thursday, so a Wednesday leaves a rest of 6.
  const wednesday = first + ((6 - (((first % 7) + 7) % 7) + 7) % 7);
  const days = [dayText(wednesday + 14), dayText(wednesday + 21)];
  const found = days.find(hasFixing);
  if (found === undefined) {
    throw new FigureError(
      "no-rate",
      `no central parity on the third or fourth Wednesday of ${before} (${days.join(", ")})`,
    );
  }
  return found;
}

/**
 * The mean of what customs applied in the months of a period, each made by the rule; undefined where a fixing is missing.
 */
export function customsMean(book: RateBook, pair: `${string}/${string}`, of: Period): Rate | undefined {
  const months: string[] = [];
  for (let day = of.start; day <= of.end && months.length <= MOST_MONTHS; ) {
    months.push(day.slice(0, 7));
    day = dayText(dayNumber(period(day.slice(0, 7)).end) + 1);
  }
  if (
    months.length === 0 ||
    months.length > MOST_MONTHS ||
    book.eitherWay(pair, "central-parity") === undefined
  )
    return undefined;
  try {
    const rates = months.map((month) => customsRate(book, pair, month));
    const [first] = rates;
    if (first === undefined) return undefined;
    const count = new Near(rates.length);
    return new Rate({
      base: first.base,
      quote: first.quote,
      value: rates.reduce((sum, one) => sum.plus(one.value), new Near(0)).dividedBy(count),
      interval: rates
        .map((one) => one.interval)
        .reduce((sum, one) => sum.plus(one))
        .dividedBy(Interval.point(count)),
      kind: "period-average",
      period: of,
      source: first.source,
      found: `mean of ${rates.length} months, each by the customs rule`,
      label: `mean of customs rates, ${of.text}`,
    });
  } catch (error) {
    if (FigureError.is(error) && error.code === "no-rate") return undefined;
    throw error;
  }
}

const MOST_MONTHS = 60;

/**
 * The rate that customs apply in a month, by the rule, from the central parities of a book. It is the rate of one
 * month's declarations, and does not fully account for the dollars that customs publish: China's trade with the world in
 * September 2023 implies 7.175 to 7.194 yuan a dollar, and the rule gives 7.1986.
 * @throws FigureError "no-rate" where the book lacks them
 */
export function customsRate(book: RateBook, pair: `${string}/${string}`, month: string): Rate {
  const series = book.eitherWay(pair, "central-parity");
  if (series === undefined) throw new FigureError("no-rate", `the book holds no central parity of ${pair}`);
  const day = customsFixingDay(month, (one) => series.has(one));
  const fixing = book.rate(pair, day, { kind: "central-parity" });
  const { base, quote, value, interval, per, source } = fixing;
  return new Rate({
    base,
    quote,
    value,
    interval,
    per,
    source,
    kind: "customs",
    period: period(month),
    found: `the central parity of ${day}`,
    working: {
      get formula() {
        return `customs rule for ${month}: the central parity of ${day}`;
      },
      inputs: [fixing],
    },
  });
}
