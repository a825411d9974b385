import { ORDINAL_ENDINGS } from "../../language/en/amount-words.js";
import { BEFORE_BOTH_ENDS, DEFINITE, JOINS_BOTH } from "../../language/en/little-words.js";
import {
  AFTER_YEAR,
  BEFORE_MONTH,
  BEFORE_YEAR,
  BEFORE_YEAR_OF_PERIOD,
  BETWEEN_MONTHS,
  LEADS_TO_MONTHS,
  MONTH_LEADS,
  NAMED_BY_YEAR,
  ONE_BACK,
  ONE_ON,
  QUARTER,
  THE_YEAR,
  YEAR_TOLD,
} from "../../language/en/period-words.js";
import { MONTHS, MONTHS_THAT_ARE_VERBS } from "../../language/en/words.js";
import { isLetter } from "../../notation/parts.js";
import type { PeriodMention } from "../reading.js";
import type { Sentence } from "../scan/sentence.js";
import { CalendarYear, type Published } from "./calendar.js";

export interface Found {
  readonly first: number;
  readonly next: number;
  readonly period?: PeriodMention["period"];
}

/** Four digits that are a year here: behind a word that leads to one, or in a range of years. */
export function yearAt(s: Sentence, i: number): Found | undefined {
  const year = yearOf(s, i);
  if (year === undefined) return undefined;
  const next = s.word(i + 1);
  if ((next === "/" || next === "-" || next === "–") && s.joined(i) && s.joined(i + 1)) {
    const last = s.tokens[i + 2];
    const digits = last?.kind === "digits" ? s.text.slice(last.start, last.end) : "";
    const to =
      digits.length === 4 ? Number(digits) : digits.length === 2 ? year - (year % 100) + Number(digits) : 0;
    if (to > year && to - year < 60) {
      return { first: i, next: i + 3, period: next === "/" ? undefined : CalendarYear.years(year, to) };
    }
    return undefined;
  }
  const before = s.word(i - 1);
  if (i === 0 || NAMED_BY_YEAR.has(next)) return { first: i, next: i + 1, period: CalendarYear.year(year) };
  if (BEFORE_YEAR.has(before) || next === "," || next === "" || next === "." || AFTER_YEAR.has(next)) {
    return { first: i, next: i + 1, period: CalendarYear.year(year) };
  }
  return undefined;
}

function yearOf(s: Sentence, i: number): number | undefined {
  const token = s.tokens[i];
  if (token?.kind !== "digits" || token.end - token.start !== 4) return undefined;
  const year = Number(s.text.slice(token.start, token.end));
  if (!(year >= 1800 && year < 2200)) return undefined;
  const right = s.text[token.end];
  // "The 1990s" are not 1990.
  if (right !== undefined && isLetter(right) && right < "\u2e80") return undefined;
  if (right === "." && /\d/.test(s.text[token.end + 1] ?? "")) return undefined;
  return right === "," && /\d/.test(s.text[token.end + 1] ?? "") ? undefined : year;
}

/** "January", "Jan. 15, 1997", "January-September 2023", "from January to June of this year", "15 January 1997". */
export function monthsAt(s: Sentence, i: number, published: Published): Found | undefined {
  const own = s.text[s.tokens[i]?.start as number] as string;
  if (own === own.toLowerCase()) return undefined;
  const month = MONTHS.get(s.word(i)) as number;
  // The stop behind "Nov" belongs to it where a day or a year follows.
  let at =
    s.word(i + 1) === "." && s.word(i).length < 5 && s.tokens[i + 2]?.kind === "digits" ? i + 2 : i + 1;
  const first = leadIn(s, i);
  const taken = s.tokens[at]?.start;
  const day = s.amounts.some((one) => one.kind !== "count" && one.start === taken) ? undefined : dayOf(s, at);
  if (day !== undefined) {
    at = ORDINAL_ENDINGS.has(s.word(at + 1)) ? at + 2 : at + 1;
    const behind = s.word(at) === "," ? at + 1 : at;
    const year = yearOf(s, behind);
    return {
      first: i,
      next: year === undefined ? at : behind + 1,
      period: published.calendarDay(month, day, year),
    };
  }
  const link = s.word(at);
  if (BETWEEN_MONTHS.has(link)) {
    const last = MONTHS.get(s.word(at + 1));
    // "in January and February": months are published together, one behind the other.
    const joined = link !== JOINS_BOTH || s.word(i - 1) === BEFORE_BOTH_ENDS || last === month + 1;
    if (last !== undefined && last > month && joined) {
      const when = yearBehind(s, at + 2, published);
      return { first, next: when.next, period: published.months(month, last, when.year) };
    }
  }
  const before = dayBefore(s, i);
  if (before !== undefined) {
    const when = yearBehind(s, at, published);
    return { first: i - 1, next: when.next, period: published.calendarDay(month, before, when.year) };
  }
  if (MONTHS_THAT_ARE_VERBS.has(s.word(i)) && !isMonth(s, i, at)) return undefined;
  if (s.word(at) === QUARTER) {
    return { first: s.word(i - 1) === DEFINITE ? i - 1 : i, next: yearBehind(s, at + 1, published).next };
  }
  const when = yearBehind(s, at, published);
  const lead = MONTH_LEADS.has(s.word(i - 1)) ? i - 1 : i;
  return { first: lead, next: when.next, period: published.months(month, month, when.year) };
}

/** "15 January": the day before a month, where the number stands alone. */
function dayBefore(s: Sentence, i: number): number | undefined {
  const day = s.tokens[i - 1];
  if (day === undefined || !/[\s(]/.test(s.text[day.start - 1] ?? " ") || s.joined(i - 1)) return undefined;
  const taken = [...s.amounts.filter((one) => one.kind !== "count"), ...s.periods];
  return taken.some((one) => one.start <= day.start && day.start < one.end) ? undefined : dayOf(s, i - 1);
}

function isMonth(s: Sentence, i: number, at: number): boolean {
  return yearOf(s, at) !== undefined || BEFORE_MONTH.has(s.word(i - 1));
}

/** "between January and", "the period from January to": where the phrase begins. */
function leadIn(s: Sentence, i: number): number {
  const lead = LEADS_TO_MONTHS.find((phrase) => s.says(i - phrase.length, phrase));
  return i - (lead?.length ?? 0);
}

function dayOf(s: Sentence, i: number): number | undefined {
  const token = s.tokens[i];
  if (token?.kind !== "digits" || token.end - token.start > 2) return undefined;
  const day = Number(s.text.slice(token.start, token.end));
  return day >= 1 && day <= 31 ? day : undefined;
}

/** A year behind a period: "1997", "of 1997", "of this year", "of the year", "last year". */
export function yearBehind(
  s: Sentence,
  i: number,
  published: Published,
): { next: number; year: number | undefined } {
  let at = s.word(i) === "," && yearOf(s, i + 1) !== undefined ? i + 1 : i;
  if (BEFORE_YEAR_OF_PERIOD.has(s.word(at))) at++;
  const year = yearOf(s, at);
  if (year !== undefined) return { next: at + 1, year };
  const the = s.word(at) === DEFINITE ? at + 1 : at;
  if (s.says(the, YEAR_TOLD)) {
    const shift = shiftOf(s.word(the));
    return {
      next: the + YEAR_TOLD.length,
      year: published.year === undefined ? undefined : published.year + shift,
    };
  }
  return { next: at > i && s.says(at, THE_YEAR) ? at + THE_YEAR.length : i, year: undefined };
}

/** How far a word goes from the unit under way: −1 for "last", 1 for "next". */
export const shiftOf = (word: string): number => (ONE_BACK.has(word) ? -1 : ONE_ON.has(word) ? 1 : 0);
