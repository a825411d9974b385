import { FigureError } from "../errors.js";

/**
 * A stretch of days, both ends included, with the text that names it: "2023-10-23", "2023-09", "2023",
 * "2023-Q3", "2023-H1", "2023-01/2023-09".
 */
export interface Period {
  readonly text: string;
  readonly start: string;
  readonly end: string;
}

const DAY_MS = 86_400_000;
/** 0000-01-01 and 9999-12-31. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

/**
 * The number of a day: days since 1970-01-01, from "YYYY-MM-DD".
 * @throws FigureError "bad-option" for text that is not a day of the calendar
 * @example dayNumber("1970-02-01") // 31
 */
export function dayNumber(day: string): number {
  const [year, month, date] = [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)];
  const wellFormed =
    day.length === 10 && day[4] === "-" && day[7] === "-" && year >= 0 && month >= 1 && month <= 12;
  if (!wellFormed || date < 1 || date > daysIn(year, month)) {
    throw new FigureError("bad-option", `"${day.slice(0, 40)}" is not a day: write it as 2023-10-23`);
  }
  // Days since 1970-01-01 with years that begin in March, so that the leap day is their last.
  const from = month > 2 ? year : year - 1;
  const era = Math.floor(from / 400);
  const ofEra = from - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** The number that the ASCII digits from `start` to `end` make, −1 for anything else. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function daysIn(year: number, month: number): number {
  return month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

/** The day with that number, as "YYYY-MM-DD". */
export function dayText(number: number): string {
  if (!Number.isSafeInteger(number) || number < FIRST_DAY || number > LAST_DAY) {
    throw new FigureError("bad-option", `${number} is not the number of a day from 0000-01-01 to 9999-12-31`);
  }
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

const WEEKDAYS = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"] as const;

/** @example weekday("2023-10-23") // Monday */
export function weekday(day: string): (typeof WEEKDAYS)[number] {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[((dayNumber(day) % 7) + 7) % 7] as (typeof WEEKDAYS)[number];
}

/**
 * A period from its text, with steps to others: `back`, `forward`, `quarter`, `yearToDate`, `rolling`.
 * @throws FigureError "bad-option" that names the forms
 * @example period("2023-Q3").end // 2023-09-30
 * @example period("2023-01/2023-09").start // 2023-01-01
 * @example period("2023-09").back("1 year") // 2022-09
 */
export function period(text: string): CalendarPeriod {
  const parts = text.split("/");
  const first = parts[0] ?? "";
  const last = parts[parts.length - 1] ?? "";
  if (parts.length > 2) throw unreadable(text);
  const start = bounds(first, text)[0];
  const end = bounds(last, text)[1];
  if (dayNumber(end) < dayNumber(start)) {
    throw new FigureError("bad-option", `the period "${text}" ends before it begins`);
  }
  return new CalendarPeriod(text, start, end);
}

function bounds(part: string, whole: string): readonly [string, string] {
  if (/^\d{4}-\d\d-\d\d$/.test(part)) {
    dayNumber(part);
    return [part, part];
  }
  const found = /^(\d{4})(?:-(\d\d)|-Q([1-4])|-H([12]))?$/.exec(part);
  if (!found) throw unreadable(whole);
  const [, year, month, quarter, half] = found;
  if (month) return months(year as string, Number(month), Number(month), whole);
  if (quarter) return months(year as string, Number(quarter) * 3 - 2, Number(quarter) * 3, whole);
  if (half) return months(year as string, Number(half) * 6 - 5, Number(half) * 6, whole);
  return months(year as string, 1, 12, whole);
}

function months(year: string, first: number, last: number, whole: string): readonly [string, string] {
  if (first < 1 || last > 12) throw unreadable(whole);
  const month = (of: number) => `${year}-${String(of).padStart(2, "0")}`;
  return [`${month(first)}-01`, `${month(last)}-${daysIn(Number(year), last)}`];
}

function unreadable(text: string): FigureError {
  return new FigureError(
    "bad-option",
    `"${text}" is not a period: write 2023-10-23, 2023-09, 2023-Q3, 2023-H1, 2023, or two of them with a slash (2023-01/2023-09)`,
    { text },
  );
}

/** The same stretch one year earlier: the usual base of a growth. */
export function yearBefore(of: Period): Period {
  if (Number(of.start.slice(0, 4)) === 0) {
    throw new FigureError("bad-option", `there is no year before ${of.text}: years run from 0000 to 9999`);
  }
  const back = (day: string) => {
    const year = earlier(day.slice(0, 4));
    const rest = day.slice(4);
    return rest === "-02-29" ? `${year}-02-28` : `${year}${rest}`;
  };
  // A stretch that ends with February ends with it in a leap year too; the single day 28 February stays that day.
  const end =
    of.end.endsWith("-02-28") && of.start !== of.end && isLeap(Number(of.end.slice(0, 4)) - 1)
      ? "-02-29"
      : undefined;
  const start = back(of.start);
  const last = end === undefined ? back(of.end) : `${earlier(of.end.slice(0, 4))}${end}`;
  // Days are named by their days: a leap day has no day of its name a year before. Months and longer keep their form.
  const text = /^\d{4}-\d\d-\d\d/.test(of.text)
    ? of.text.includes("/")
      ? `${start}/${last}`
      : start
    : of.text.replace(/\d{4}(?=-|$|\/)/g, earlier);
  return { text, start, end: last };
}

const earlier = (year: string): string => String(Number(year) - 1).padStart(4, "0");

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The period from one day to another, in its shortest text: a year, a month, months, or days. */
export function spanning(start: string, end: string): Period {
  if (start.endsWith("-01") && endsMonth(end)) {
    const [from, to] =
      start.endsWith("-01-01") && end.endsWith("-12-31")
        ? [start.slice(0, 4), end.slice(0, 4)]
        : [start.slice(0, 7), end.slice(0, 7)];
    return period(from === to ? from : `${from}/${to}`);
  }
  return period(start === end ? start : `${start}/${end}`);
}

/** Whether a day is the last of its month. */
export function endsMonth(day: string): boolean {
  return Number(day.slice(8)) === daysIn(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** How many months a period has, undefined where it begins or ends within one. */
export function wholeMonths(of: Period): number | undefined {
  if (!of.start.endsWith("-01") || !endsMonth(of.end)) return undefined;
  return monthIndex(of.end) - monthIndex(of.start) + 1;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}

/** How far a step goes: "1 year", "3 months", "2 quarters", "7 days". */
export type Step = `${number} ${"day" | "week" | "month" | "quarter" | "year"}${"s" | ""}`;

const STEP = /^(\d{1,5}) (day|week|month|quarter|year)s?$/;
const MONTHS_OF: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * A period that knows its neighbours. Months and what is made of them step as whole months ("2024-02" one year back is
 * "2023-02"); days step as days, and a day that a month lacks becomes its last.
 */
export class CalendarPeriod implements Period {
  readonly text: string;
  readonly start: string;
  readonly end: string;

  constructor(text: string, start: string, end: string) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /**
   * The period so far back.
   * @throws FigureError "bad-option" for what is no step, for days from whole months, or before the year 0
   * @example period("2023-01/2023-09").back("1 year") // 2022-01/2022-09
   * @example period("2023-Q1").back("1 quarter") // 2022-Q4
   * @example period("2024-03-31").back("1 month") // 2024-02-29
   */
  back(step: Step): CalendarPeriod {
    return this.moved(step, -1);
  }

  /** @example period("2023-12").forward("1 month") // 2024-01 */
  forward(step: Step): CalendarPeriod {
    return this.moved(step, 1);
  }

  /** The month in which it ends. */
  get month(): CalendarPeriod {
    return period(this.end.slice(0, 7));
  }

  /** The quarter in which it ends. @example period("2023-09").quarter // 2023-Q3 */
  get quarter(): CalendarPeriod {
    return period(`${this.end.slice(0, 4)}-Q${Math.ceil(Number(this.end.slice(5, 7)) / 3)}`);
  }

  /** The year in which it ends. */
  get year(): CalendarPeriod {
    return period(this.end.slice(0, 4));
  }

  /** From the first of January to its end. @example period("2023-09").yearToDate // 2023-01/2023-09 */
  get yearToDate(): CalendarPeriod {
    const year = this.end.slice(0, 4);
    if (this.monthCount === undefined) return period(`${year}-01-01/${this.end}`);
    return ofMonths(monthIndex(`${year}-01`), monthIndex(this.end), this.text);
  }

  /**
   * The months that end with it, twelve unless told otherwise.
   * @throws FigureError "bad-option" where it is not made of whole months
   * @example period("2023-09").rolling() // 2022-10/2023-09
   */
  rolling(months = 12): CalendarPeriod {
    const last = this.wholeMonths("a stretch of months")[1];
    if (!Number.isInteger(months) || months < 1 || months > 1200)
      throw new FigureError("bad-option", `a stretch has 1 to 1200 months, found ${months}`);
    return ofMonths(last - months + 1, last, this.text);
  }

  /**
   * Its months.
   * @throws FigureError "bad-option" where it is not made of whole months
   * @example period("2023-Q3").months().join(" ") // 2023-07 2023-08 2023-09
   */
  months(): CalendarPeriod[] {
    const [first, last] = this.wholeMonths("months");
    return Array.from({ length: last - first + 1 }, (_, i) => ofMonths(first + i, first + i, ""));
  }

  /** How many months it is made of; undefined where it does not begin and end with a month. */
  get monthCount(): number | undefined {
    return wholeMonths(this);
  }

  toString(): string {
    return this.text;
  }

  [inspect](): string {
    return this.text;
  }

  private wholeMonths(what: string): readonly [number, number] {
    if (this.monthCount !== undefined) return [monthIndex(this.start), monthIndex(this.end)];
    throw new FigureError("bad-option", `${this.text} is not made of whole months: it has no ${what}`);
  }

  private moved(step: string, sign: 1 | -1): CalendarPeriod {
    const found = STEP.exec(step);
    if (!found)
      throw new FigureError(
        "bad-option",
        `"${String(step).slice(0, 40)}" is no step: write "1 year", "3 months", "1 quarter" or "7 days"`,
      );
    const count = Number(found[1]) * sign;
    const unit = found[2] as string;
    const months = MONTHS_OF[unit];
    const ofDays = /^\d{4}-\d\d-\d\d/.test(this.text);
    if (months === undefined) {
      if (!ofDays)
        throw new FigureError(
          "bad-option",
          `${this.text} is stepped by months, quarters or years, not by ${unit}s`,
        );
      const by = count * (unit === "week" ? 7 : 1);
      return ofDayNumbers(dayNumber(this.start) + by, dayNumber(this.end) + by);
    }
    if (!ofDays)
      return ofMonths(
        monthIndex(this.start) + count * months,
        monthIndex(this.end) + count * months,
        this.text,
      );
    // A stretch of days that ends with a month goes on ending with one; the day 28 February stays that day.
    const toLast = this.start !== this.end && endsMonth(this.end);
    const start = movedDay(this.start, count * months, false);
    const end = movedDay(this.end, count * months, toLast);
    return period(start === end ? start : `${start}/${end}`);
  }
}

/** Months since January of the year 0000. */
export const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function monthText(index: number): string {
  if (index < 0 || index >= 120_000)
    throw new FigureError("bad-option", "a step leaves the calendar: years run from 0000 to 9999");
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function movedDay(day: string, months: number, toLast: boolean): string {
  const month = monthText(monthIndex(day) + months);
  const last = daysIn(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(toLast ? last : Math.min(last, Number(day.slice(8)))).padStart(2, "0")}`;
}

function ofDayNumbers(first: number, last: number): CalendarPeriod {
  return period(first === last ? dayText(first) : `${dayText(first)}/${dayText(last)}`);
}

/** Months from one to another, written as `like` is: quarters stay quarters, years stay years. */
function ofMonths(first: number, last: number, like: string): CalendarPeriod {
  const [from, to] = [monthText(first), monthText(last)];
  const length = last - first + 1;
  const year = from.slice(0, 4);
  if (/Q/.test(like) && length === 3 && first % 3 === 0) return period(`${year}-Q${(first % 12) / 3 + 1}`);
  if (/H/.test(like) && length === 6 && first % 6 === 0) return period(`${year}-H${(first % 12) / 6 + 1}`);
  if (/^\d{4}(\/\d{4})?$/.test(like) && first % 12 === 0 && length % 12 === 0)
    return period(length === 12 ? year : `${year}/${to.slice(0, 4)}`);
  return period(first === last ? from : `${from}/${to}`);
}
