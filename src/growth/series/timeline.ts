import { FigureError } from "../../errors.js";
import {
  type CalendarPeriod,
  dayNumber,
  dayText,
  type Period,
  period,
  samePeriod,
} from "../../figure/period.js";
import type { Quantity } from "../../figure/quantity.js";
import { sameUnit, type Unit } from "../../figure/units.js";

/** A period and what was published or computed for it. */
export interface Entry<U extends Unit = Unit> {
  readonly period: CalendarPeriod;
  readonly figure: Quantity<U>;
}

/** A period without a figure, and why it has none. */
export interface Gap {
  readonly period: CalendarPeriod;
  readonly why: string;
}

/**
 * What the periods of a series are. Months may hold stretches that were published together (January and February);
 * `year-to-date` begins in January each time; `rolling` are stretches of one length that overlap.
 */
export type Every = "day" | "month" | "quarter" | "half-year" | "year" | "year-to-date" | "rolling";

/** Entries in the order of time, with what is asked of them: one at a period, those that make up a stretch, the gaps. */
export class Timeline<U extends Unit = Unit> {
  readonly entries: readonly Entry<U>[];
  readonly every: Every;
  private readonly byPeriod = new Map<string, Entry<U>>();
  private readonly byStart = new Map<string, Entry<U>>();

  /**
   * @throws FigureError "bad-option" for no entries or two of one period; "unit-mismatch", "currency-mismatch";
   * "period-mismatch" for periods of several kinds
   */
  constructor(given: readonly Entry<U>[], every?: Every) {
    const first = given[0];
    if (first === undefined) throw new FigureError("bad-option", "a series needs at least one figure");
    this.entries = [...given].sort((a, b) => order(a.period, b.period));
    for (const entry of this.entries) {
      sameUnit("put into one series", first.figure, entry.figure);
      const key = keyOf(entry.period);
      const other = this.byPeriod.get(key);
      if (other !== undefined)
        throw new FigureError(
          "bad-option",
          `two figures for ${entry.period.text}: ${other.figure.show()} and ${entry.figure.show()}; give each period once`,
        );
      this.byPeriod.set(key, entry);
      this.byStart.set(entry.period.start, entry);
    }
    this.every = every ?? kindOf(this.entries.map((entry) => entry.period));
  }

  at(of: Period): Entry<U> | undefined {
    return this.byPeriod.get(keyOf(of));
  }

  /** Whether entries can be laid end to end: cumulative and rolling ones overlap. */
  get tiles(): boolean {
    return this.every !== "year-to-date" && this.every !== "rolling";
  }

  /** The entries that make up a stretch exactly, or why there are none. */
  parts(stretch: Period): readonly Entry<U>[] | string {
    const found: Entry<U>[] = [];
    let from = stretch.start;
    while (from <= stretch.end) {
      const entry = this.byStart.get(from);
      if (entry === undefined || entry.period.end > stretch.end) return this.lack(from, stretch);
      found.push(entry);
      if (entry.period.end === stretch.end) break;
      from = dayAfter(entry.period.end);
    }
    return found;
  }

  /** Why there is no figure for a period: it lies outside, is published within another, or is missing. */
  why(of: Period): string {
    const within = this.entries.find(({ period: own }) => own.start <= of.start && own.end >= of.end);
    if (within !== undefined && this.tiles)
      return `${of.text} is published only within ${within.period.text}`;
    return `no figure for ${of.text}`;
  }

  /** Periods between the first and the last entry for which there is none. */
  gaps(reasons: ReadonlyMap<string, string> = new Map()): Gap[] {
    const [first, last] = [this.entries[0] as Entry<U>, this.entries.at(-1) as Entry<U>];
    return this.expected(first.period, last.period)
      .filter((of) => this.at(of) === undefined && !(this.tiles && this.covers(of)))
      .map((of) => ({ period: of, why: reasons.get(keyOf(of)) ?? `no figure for ${of.text}` }));
  }

  private covers(of: Period): boolean {
    return this.entries.some(({ period: own }) => own.start <= of.start && own.end >= of.end);
  }

  private lack(from: string, stretch: Period): string {
    const step = this.every === "year" ? from.slice(0, 4) : this.every === "day" ? from : from.slice(0, 7);
    return from < stretch.start ? `no figure for ${stretch.text}` : this.why(period(step));
  }

  private expected(first: CalendarPeriod, last: CalendarPeriod): CalendarPeriod[] {
    const { every } = this;
    if (every === "day") return [];
    if (every === "quarter") return steps(first, last, (of) => of.forward("1 quarter"));
    if (every === "half-year") return steps(first, last, (of) => of.forward("2 quarters"));
    if (every === "year") return steps(first, last, (of) => of.forward("1 year"));
    if (every === "month")
      return steps(first.rolling(first.monthCount).months()[0] ?? first, last, nextMonth);
    // The same month of each year is a series by years.
    const yearly = this.entries.every(({ period: own }) => own.end.slice(5, 7) === first.end.slice(5, 7));
    const ends = steps(first.month, last.month, (of) => of.forward(yearly ? "1 year" : "1 month"));
    return ends.map((end) => (every === "rolling" ? end.rolling(first.monthCount) : end.yearToDate));
  }
}

const nextMonth = (of: CalendarPeriod) => of.forward("1 month");

function steps(
  first: CalendarPeriod,
  last: CalendarPeriod,
  next: (of: CalendarPeriod) => CalendarPeriod,
): CalendarPeriod[] {
  const found: CalendarPeriod[] = [];
  for (let at = first; at.end <= last.end; at = next(at)) found.push(at);
  return found;
}

export const keyOf = ({ start, end }: Period): string => `${start}/${end}`;

const dayAfter = (day: string): string => dayText(dayNumber(day) + 1);

/** By their ends, the shorter first. */
function order(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  return a.start > b.start ? -1 : a.start < b.start ? 1 : 0;
}

function kindOf(periods: readonly CalendarPeriod[]): Every {
  const counts = periods.map((of) => of.monthCount);
  const all = (test: (of: CalendarPeriod, months: number | undefined) => boolean) =>
    periods.every((of, i) => test(of, counts[i]));
  const apart = periods.every((of, i) => i === 0 || (periods[i - 1] as Period).end < of.start);
  if (all((of, months) => months === undefined && of.start === of.end)) return "day";
  if (all((of) => samePeriod(of, of.year))) return "year";
  if (all((of) => samePeriod(of, of.quarter))) return "quarter";
  if (all((of, months) => months === 6 && /-0[17]-/.test(of.start))) return "half-year";
  // Months that were published together stand among single ones.
  if (apart && counts.includes(1) && all((_, months) => months !== undefined)) return "month";
  if (all((of, months) => months !== undefined && samePeriod(of, of.yearToDate))) return "year-to-date";
  const [length] = counts;
  if (length !== undefined && all((_, months) => months === length))
    return length === 1 ? "month" : "rolling";
  const longest = periods.reduce((a, b) => ((b.monthCount ?? 0) > (a.monthCount ?? 0) ? b : a));
  const shortest = periods.reduce((a, b) => ((b.monthCount ?? 0) < (a.monthCount ?? 0) ? b : a));
  throw new FigureError(
    "period-mismatch",
    `a series has periods of one kind, found ${shortest.text} beside ${longest.text}: name the kind to keep, every: "month" or "year-to-date", say`,
  );
}
