import { Near } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText, type Period, weekday } from "../figure/period.js";
import type { RateBook } from "./book.js";
import type { RateFamily } from "./family.js";
import type { RateKind } from "./kind.js";
import { parityWindow } from "./parity-window.js";
import type { AnyRate } from "./rate.js";

/** A convention that could not be tried: what the book lacks, or what the question leaves out. */
export interface NotTried {
  readonly family: RateFamily;
  /** "the central parity of 2024-01-29: the book has USD/CNY until 2024-01-05". */
  readonly says: string;
  /** Whether its rate could still have been the one: then an answer of another family is not sure. */
  readonly open: boolean;
}

/** What was tried of a question: families, and of daily ones how many days before the day of printing. */
export interface Attempt {
  readonly family: RateFamily;
  readonly daysBack: number | undefined;
  readonly rate: AnyRate;
}

export interface Question {
  readonly book: RateBook;
  readonly printedOn: string;
  readonly period: Period | undefined;
}

type Pair = `${string}/${string}`;

// The onshore market may trade two percent either side of the day's parity, and a day moves it little more.
const BAND = /* @__PURE__ */ new Interval(
  /* @__PURE__ */ new Near("0.975"),
  /* @__PURE__ */ new Near("1.025"),
);

/** What could not be tried of the conventions in use for a pair. */
export function notTried(implied: AnyRate, attempts: readonly Attempt[], question: Question): NotTried[] {
  const { book, printedOn, period } = question;
  const pair = implied.pair as Pair;
  const yuan = implied.base === "CNY" || implied.quote === "CNY";
  const tried = (family: RateFamily) => attempts.filter((one) => one.family === family);
  const found: NotTried[] = [];
  // At weekends the last working day's rate is the day's.
  const latest = recent(printedOn);
  const near = (family: RateFamily) =>
    tried(family).some((one) => one.daysBack !== undefined && one.daysBack <= latest);
  if (!near("market")) {
    found.push({
      family: "market",
      says: `the market rate of ${printedOn}: ${held(book, pair, ["reference", "noon-buying", "spot"], printedOn)}`,
      open: couldFit(implied, around(question, printedOn, printedOn)),
    });
  }
  if (yuan && !near("central-parity")) {
    found.push({
      family: "central-parity",
      says: `the central parity of ${printedOn}: ${held(book, pair, ["central-parity"], printedOn)}`,
      open: couldFit(implied, (one) => parityWindow(book, one, printedOn, latest)),
    });
  }
  if (period === undefined) {
    found.push({ family: "average", says: "averages: no period of the flow is given", open: false });
    return found;
  }
  const long = period.start !== period.end;
  if (long && tried("average").length === 0) {
    found.push({
      family: "average",
      says: `the average of ${period.text}: the book does not cover it`,
      open: couldFit(implied, around(question, period.start, period.end)),
    });
  }
  if (yuan && long && tried("customs").length === 0) {
    const early = dayText(dayNumber(period.start) - 45);
    found.push({
      family: "customs",
      says: `the rates that customs applied in ${period.text}: ${held(book, pair, ["customs", "central-parity"], period.end)}`,
      open: couldFit(implied, around(question, early, period.end)),
    });
  }
  return found;
}

/** How many days before a day its last working day may lie, and one more: papers print at night what was fixed by day. */
export function recent(day: string): number {
  const back: Partial<Record<string, number>> = { Monday: 3, Sunday: 2, Saturday: 1 };
  return back[weekday(day)] ?? 1;
}

/** What the book holds of a pair near a day. */
function held(book: RateBook, pair: Pair, kinds: readonly RateKind[], day: string): string {
  const series = kinds.flatMap((kind) => book.eitherWay(pair, kind) ?? []);
  if (series.length === 0) return `the book has none of ${pair}`;
  const [first] = [...series].sort((x, y) => (x.to < y.to ? 1 : -1));
  if (first === undefined) return `the book has none of ${pair}`;
  if (first.to < day) return `the book has ${first.pair} until ${first.to}`;
  if (first.from > day) return `the book has ${first.pair} from ${first.from} on`;
  return `the book has none of ${first.pair} on that day (${first.neighbours(day)})`;
}

/** The market's rates of a stretch, and a week about it; undefined where the book has none. */
function around({ book }: Question, from: string, to: string) {
  return (pair: Pair): Interval | undefined => {
    const [first, last] = [dayText(dayNumber(from) - 7), dayText(dayNumber(to) + 7)];
    const ends = (["reference", "noon-buying"] as const).flatMap((kind) => {
      const series = book.eitherWay(pair, kind);
      const extremes = series?.extremes(first, last);
      if (series === undefined || extremes === undefined) return crossEnds(book, pair, kind, first, last);
      const both = [extremes.low, extremes.high];
      return series.pair === pair ? both : both.map((one) => one.inverted());
    });
    return ends.length === 0 ? undefined : Interval.hull(ends.map((one) => one.interval)).times(BAND);
  };
}

function crossEnds(book: RateBook, pair: Pair, kind: RateKind, from: string, to: string): AnyRate[] {
  const found: AnyRate[] = [];
  const days = (dayNumber(to) - dayNumber(from)) / 7;
  for (let week = 0; week <= Math.min(days, 160); week += 0.2) {
    const rate = book.tryRate(pair, dayText(dayNumber(from) + Math.round(week * 7)), { kind });
    if (rate !== undefined) found.push(rate);
  }
  return found;
}

/** Whether a rate of a stretch could lie in the implied interval; it could where nothing is known of it. */
function couldFit(implied: AnyRate, near: (pair: Pair) => Interval | undefined): boolean {
  const rates = near(implied.pair as Pair);
  return rates === undefined || implied.interval.intersect(rates) !== undefined;
}
