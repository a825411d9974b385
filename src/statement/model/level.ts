import { dayNumber, dayText, type Period, period, spanning, yearBefore } from "../../figure/period.js";

/** A stretch of time: day numbers, `to` the first day after it. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * What an unknown amount is about. `from` and `to` are day numbers, `to` the first day after the period. `vintage` names
 * the release that the amount is taken from; without one it is the amount as it stands in the latest figures.
 */
export interface Subject {
  readonly area: string;
  readonly partner: string;
  readonly flow: string;
  readonly from: number;
  readonly to: number;
  /** The currency or other unit: "CNY", "USD". */
  readonly currency: string;
  readonly vintage?: string | undefined;
}

/** An amount of a flow in a period: known or not, zero or more. */
export interface Level extends Subject {
  readonly index: number;
  readonly key: string;
}

export const keyOf = (of: Subject): string =>
  `${of.area}\u0000${of.partner}\u0000${of.flow}\u0000${of.from}\u0000${of.to}\u0000${of.currency}\u0000${of.vintage ?? ""}`;

/** Every amount that statements or relations mention, each once. */
export class Levels {
  private readonly byKey = new Map<string, Level>();

  /** The level of that subject, made where it is not there yet. */
  of(subject: Subject): Level {
    const key = keyOf(subject);
    const found = this.byKey.get(key);
    if (found !== undefined) return found;
    const { area, partner, flow, from, to, currency, vintage } = subject;
    const made: Level = {
      area,
      partner,
      flow,
      from,
      to,
      currency,
      ...(vintage === undefined ? {} : { vintage }),
      index: this.byKey.size,
      key,
    };
    this.byKey.set(key, made);
    return made;
  }

  find(subject: Subject): Level | undefined {
    return this.byKey.get(keyOf(subject));
  }

  get size(): number {
    return this.byKey.size;
  }

  all(): Level[] {
    return [...this.byKey.values()];
  }

  /** The levels that agree in all that `same` returns, in groups. */
  grouped(same: (of: Level) => readonly (string | number | undefined)[]): Level[][] {
    const groups = new Map<string, Level[]>();
    for (const level of this.byKey.values()) {
      const key = same(level).join("\u0000");
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [level]);
      else group.push(level);
    }
    return [...groups.values()];
  }
}

/** The days of a period: from its first to the one after its last. */
export const daysOf = (of: Period): Days => ({
  from: dayNumber(of.start),
  to: dayNumber(of.end) + 1,
});

/** Whether two stretches are as long, but for the few days by which months and quarters differ. */
export const asLong = (a: Days, b: Days): boolean => Math.abs(a.to - a.from - (b.to - b.from)) <= 3;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A period in words: "2023", "Sep 2023", "Jan–Sep 2023", "Nov 2022–Feb 2023".
 * @returns days where it does not begin and end with a month
 */
export function periodWords(from: number, to: number): string {
  const key = `${from} ${to}`;
  const known = wordsOf.get(key);
  if (known !== undefined) return known;
  const made = words(from, to);
  if (wordsOf.size > MANY) wordsOf.clear();
  wordsOf.set(key, made);
  return made;
}

// Every level of a period is named again and again.
const wordsOf = new Map<string, string>();
const MANY = 10_000;

/** The period of amounts that are not dated: those of one text that are told together. */
export const UNDATED = period("1000");
const UNDATED_FROM = dayNumber(UNDATED.start);

function words(from: number, to: number): string {
  if (from === UNDATED_FROM) return "one time";
  const [start, last] = [dayText(from), dayText(to - 1)];
  if (!start.endsWith("-01") || !dayText(to).endsWith("-01")) {
    return from === to - 1 ? start : `${start} to ${last}`;
  }
  const [year, lastYear] = [start.slice(0, 4), last.slice(0, 4)];
  const [month, lastMonth] = [start, last].map((day) => MONTHS[Number(day.slice(5, 7)) - 1] as string);
  if (month === "Jan" && lastMonth === "Dec") return year === lastYear ? year : `${year}–${lastYear}`;
  if (year !== lastYear) return `${month} ${year}–${lastMonth} ${lastYear}`;
  return month === lastMonth ? `${month} ${year}` : `${month}–${lastMonth} ${year}`;
}

/** The text of a period as tables write it: "2023", "2023-09", "2023-01/2023-09". */
export function periodText(from: number, to: number): string {
  const [start, last] = [dayText(from), dayText(to - 1)];
  if (!start.endsWith("-01") || !dayText(to).endsWith("-01"))
    return start === last ? start : `${start}/${last}`;
  const [first, end] = [start.slice(0, 7), last.slice(0, 7)];
  if (first === end) return first;
  if (first.endsWith("-01") && end.endsWith("-12") && first.slice(0, 4) === end.slice(0, 4))
    return first.slice(0, 4);
  return `${first}/${end}`;
}

const FLOW_WORDS: Readonly<Record<string, string>> = { total: "total trade" };

/** The same in words: "exports of Liaoning to RUS, Jan–Sep 2023". */
export function levelWords(of: Subject, { currency = false }: { currency?: boolean } = {}): string {
  const preposition = of.flow === "exports" ? "to" : of.flow === "imports" ? "from" : "with";
  const vintage = of.vintage === undefined ? "" : `, as compared with in ${of.vintage}`;
  const partner = of.partner === "" ? "" : ` ${preposition} ${of.partner}`;
  return `${FLOW_WORDS[of.flow] ?? of.flow} of ${of.area}${partner}, ${periodWords(of.from, of.to)}${currency ? `, in ${of.currency}` : ""}${vintage}`;
}

/** The days one year earlier, by the calendar: whole months stay whole. */
export function yearEarlier({ from, to }: Days): Days {
  return daysOf(yearBefore(spanning(dayText(from), dayText(to - 1))));
}
