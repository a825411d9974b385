import { dayNumber, dayText, type Period, period, yearBefore } from "../../figure/period.js";
import { DAYS_FROM_1970 } from "../../language/en/period-words.js";
import type { RelativeWord } from "../../language/language.js";
import { kept } from "../../language/once.js";

/** The period of a text that is one. */
const periodOf = /* @__PURE__ */ kept(1_000, (text): Period => period(text));

const before = new WeakMap<Period, Period>();

/** The same period a year before; that of one that is met again is made once. */
export function yearBeforeOf(of: Period): Period {
  const known = before.get(of);
  if (known !== undefined) return known;
  const made = yearBefore(of);
  before.set(of, made);
  return made;
}

/** Periods by their numbers. */
export const CalendarYear = {
  year: (year: number): Period => periodOf(String(year)),
  years: (from: number, to: number): Period => periodOf(`${from}/${to}`),
  /** `count` months, the last of them `month` of `year`. */
  endingIn(year: number, month: number, count: number): Period {
    const first = year * 12 + month - count;
    return monthsText(Math.floor(first / 12), (first % 12) + 1, year, month);
  },
};

function monthsText(fromYear: number, from: number, toYear: number, to: number): Period {
  const text = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`;
  if (fromYear === toYear) {
    if (from === 1 && to === 12) return periodOf(String(toYear));
    if (to - from === 2 && to % 3 === 0) return periodOf(`${toYear}-Q${to / 3}`);
    if (to - from === 5 && to % 6 === 0) return periodOf(`${toYear}-H${to / 6}`);
  }
  const [start, end] = [text(fromYear, from), text(toYear, to)];
  return periodOf(start === end ? start : `${start}/${end}`);
}

/** The day, month or year of publication, and the periods that a text of that time means. */
export class Published {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: string | undefined;

  constructor(date: string | undefined) {
    this.year = date === undefined ? undefined : Number(date.slice(0, 4));
    this.month = date === undefined || date.length < 7 ? undefined : Number(date.slice(5, 7));
    this.day = date?.length === 10 ? date : undefined;
  }

  /**
   * Months of a year. Without one, the latest such months: several of them have to be over by the day of publication,
   * but "in October", printed on the 23rd, is the month under way.
   */
  months(from: number, to: number, year: number | undefined): Period | undefined {
    if (from < 1 || to > 12 || from > to) return undefined;
    const underWay =
      from < to && to === this.month && this.day !== undefined && Number(this.day.slice(8)) < 28;
    const meant = year ?? (underWay ? (this.year as number) - 1 : this.#latest(to));
    return meant === undefined ? undefined : monthsText(meant, from, meant, to);
  }

  #latest(month: number): number | undefined {
    if (this.year === undefined || this.month === undefined) return undefined;
    return month <= this.month ? this.year : this.year - 1;
  }

  /** A day of a month; without a year, in the latest such month that has begun by the day of publication. */
  calendarDay(month: number, day: number, year: number | undefined): Period | undefined {
    const meant = year ?? this.#latest(month);
    if (meant === undefined) return undefined;
    const last = Number(monthsText(meant, month, meant, month).end.slice(8));
    if (day < 1 || day > last) return undefined;
    return periodOf(`${meant}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  }

  weekday(name: string): Period | undefined {
    if (this.day === undefined) return undefined;
    const number = dayNumber(this.day);
    const back = (((number - DAYS_FROM_1970.indexOf(name)) % 7) + 7) % 7;
    return periodOf(dayText(number - back));
  }

  /** The day of publication, or one so many days from it. */
  dayFromNow(shift: number): Period | undefined {
    return this.day === undefined ? undefined : periodOf(dayText(dayNumber(this.day) + shift));
  }

  /** From the start of the year of publication, or of another, to the day of publication. */
  toDate(year = this.year): Period | undefined {
    return this.day === undefined || year === undefined ? undefined : periodOf(`${year}-01-01/${this.day}`);
  }

  /** "last year", "this month", "the previous quarter": the unit under way, or one so many units from it. */
  relative(shift: number, unit: RelativeWord["unit"] | undefined): Period | undefined {
    if (this.year === undefined) return undefined;
    if (unit === "year") return CalendarYear.year(this.year + shift);
    if (this.month === undefined) return undefined;
    if (unit === "month") {
      const at = this.year * 12 + this.month - 1 + shift;
      return monthsText(Math.floor(at / 12), (at % 12) + 1, Math.floor(at / 12), (at % 12) + 1);
    }
    if (unit === "quarter") {
      const at = this.year * 4 + Math.floor((this.month - 1) / 3) + shift;
      const first = (at % 4) * 3 + 1;
      return monthsText(Math.floor(at / 4), first, Math.floor(at / 4), first + 2);
    }
    if (unit === "week" && this.day !== undefined) {
      const monday = dayNumber(this.day) - ((((dayNumber(this.day) - 4) % 7) + 7) % 7) + shift * 7;
      return periodOf(`${dayText(monday)}/${dayText(monday + 6)}`);
    }
    return undefined;
  }
}
