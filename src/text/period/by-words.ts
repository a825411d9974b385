import type { Language, RelativeWord } from "../../language/language.js";
import type { PeriodMention } from "../reading.js";
import type { Sentence } from "../scan/sentence.js";
import { CalendarYear, type Published } from "./calendar.js";
import type { Found } from "./dates.js";

/** The period that token `i` begins, by the words of a language. */
export function periodByWords(
  s: Sentence,
  i: number,
  language: Language,
  published: Published,
): Found | undefined {
  return (
    dayAt(s, i, language, published) ??
    monthsAt(s, i, language, published) ??
    stageAt(s, i, language, published) ??
    firstMonthsAt(s, i, language, published) ??
    relativeAt(s, i, language, published) ??
    yearAt(s, i)
  );
}

/** "15. Januar 2023" */
function dayAt(s: Sentence, i: number, language: Language, published: Published): Found | undefined {
  const day = numberAt(s, i);
  if (!(day >= 1 && day <= 31) || s.word(i + 1) !== ".") return undefined;
  const month = language.months.get(s.word(i + 2));
  if (month === undefined) return undefined;
  const { year, next } = yearBehind(s, i + 3, language, published);
  return { first: i, next, period: published.calendarDay(month, day, year) };
}

/** "September 2023", "Januar bis September 2023" */
function monthsAt(s: Sentence, i: number, language: Language, published: Published): Found | undefined {
  const month = language.months.get(s.word(i));
  if (month === undefined) return undefined;
  const to = language.range.to.has(s.word(i + 1)) ? language.months.get(s.word(i + 2)) : undefined;
  const last = to !== undefined && to > month ? to : month;
  const { year, next } = yearBehind(s, last === month ? i + 1 : i + 3, language, published);
  return { first: i, next, period: published.months(month, last, year) };
}

/** "ersten Quartal 2023", "1. Halbjahr" */
function stageAt(s: Sentence, i: number, language: Language, published: Published): Found | undefined {
  const dotted = s.tokens[i]?.kind === "digits" && s.word(i + 1) === ".";
  const count = dotted ? numberAt(s, i) : language.ordinals.get(s.word(i));
  const at = dotted ? i + 2 : i + 1;
  const months = language.stages.get(s.word(at));
  if (count === undefined || months === undefined || count * months > 12) return undefined;
  const { year, next } = yearBehind(s, at + 1, language, published);
  return { first: i, next, period: published.months((count - 1) * months + 1, count * months, year) };
}

/** "ersten neun Monaten 2023" */
function firstMonthsAt(s: Sentence, i: number, language: Language, published: Published): Found | undefined {
  if (language.ordinals.get(s.word(i)) !== 1) return undefined;
  const count = language.numbers.get(s.word(i + 1)) ?? numberAt(s, i + 1);
  if (!(count >= 2 && count <= 12) || !language.monthWords.has(s.word(i + 2))) return undefined;
  const { year, next } = yearBehind(s, i + 3, language, published);
  return { first: i, next, period: published.months(1, count, year) };
}

/** "Vorjahr", "vergangenen Jahr", "diesem Monat" */
function relativeAt(s: Sentence, i: number, language: Language, published: Published): Found | undefined {
  const own = language.relative.get(s.word(i));
  if (own !== undefined) return { first: i, next: i + 1, period: shifted(own.unit, own.shift, published) };
  // "годом ранее": the unit, and a word that makes it the one before.
  const before = language.units.get(s.word(i));
  if (before !== undefined && language.ago?.has(s.word(i + 1)))
    return { first: i, next: i + 2, period: undefined };
  const shift = language.shifts.get(s.word(i));
  const unit = language.units.get(s.word(i + 1));
  if (shift === undefined || unit === undefined) return undefined;
  return { first: i, next: i + 2, period: shifted(unit, shift, published) };
}

/** A year before is not a calendar year where the text speaks of months: only "last year" itself is resolved. */
function shifted(unit: RelativeWord["unit"], shift: number, published: Published): PeriodMention["period"] {
  return published.relative(Math.sign(shift), unit);
}

function yearAt(s: Sentence, i: number): Found | undefined {
  const year = yearOf(s, i);
  return year === undefined ? undefined : { first: i, next: i + 1, period: CalendarYear.year(year) };
}

function yearBehind(s: Sentence, i: number, language: Language, published: Published) {
  const year = yearOf(s, i);
  if (year !== undefined) return { year, next: i + 1 };
  const at = language.articles.has(s.word(i)) ? i + 1 : i;
  const relative = language.relative.get(s.word(at));
  const shift = relative?.unit === "year" ? relative.shift : language.shifts.get(s.word(at));
  const behind = relative === undefined ? at + 2 : at + 1;
  const isYear = relative?.unit === "year" || language.units.get(s.word(at + 1)) === "year";
  if (shift === undefined || !isYear) return { year: undefined, next: i };
  return { year: published.year === undefined ? undefined : published.year + shift, next: behind };
}

function numberAt(s: Sentence, i: number): number {
  const token = s.tokens[i];
  return token?.kind === "digits" && token.end - token.start < 3
    ? Number(s.text.slice(token.start, token.end))
    : Number.NaN;
}

function yearOf(s: Sentence, i: number): number | undefined {
  const token = s.tokens[i];
  if (token?.kind !== "digits" || token.end - token.start !== 4) return undefined;
  if (/[.,]\d/.test(s.text.slice(token.end, token.end + 2)) || /[.,]/.test(s.text[token.start - 1] ?? ""))
    return undefined;
  const year = Number(s.text.slice(token.start, token.end));
  return year >= 1900 && year < 2100 ? year : undefined;
}
