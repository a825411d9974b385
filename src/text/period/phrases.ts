import { INDEFINITE, JOINS_EITHER } from "../../language/en/little-words.js";
import {
  AGO,
  ANY_UNIT,
  AT_ITS_END,
  BEFORE_BEGINNING_OF_PERIOD,
  BEFORE_COUNTED_TIME,
  BEFORE_DEADLINE,
  BEFORE_LAST_MONTH,
  BEFORE_LENGTH_OF_TIME,
  BEFORE_PERIOD_UNIT,
  BEHIND_PERIOD_ARTICLES,
  BEHIND_PERIOD_OWNERS,
  BETWEEN_WORD_AND_UNIT,
  COUNTED_TIME,
  DAYS_TOLD,
  END_OF_PERIOD,
  ENDS_OF_PERIODS,
  FROM_ITS_BEGINNING,
  HALF_YEAR,
  INITIAL_UNIT,
  LATER_ENDS,
  MONTHS_ENDED,
  MONTHS_OF_LAST,
  ONE_AGO,
  ORDINALS_OF_PLANS,
  ORDINALS_OF_STAGES,
  PERIOD_DETERMINERS,
  PERIOD_OWNERS,
  PERIOD_STARTS,
  PERIOD_UNITS,
  RATES_IN_TIME,
  SAME_BEFORE,
  SAME_TIME,
  SEASONS,
  SPANS,
  STAGE_LETTERS,
  STAGES,
  THE_END_OF,
  THE_MONTH,
  UNIT_BEFORE,
  UNIT_ENDED,
  UNITS_AGO,
  UNITS_KNOWN,
  UNITS_OF_SPANS,
  UNITS_TOLD,
  UNITS_UNDER_WAY,
  UNITS_WITHIN,
  WEEK_TO_DAY,
  YEAR_AGO_PERIOD,
  YEAR_TO_DATE_WORDS,
} from "../../language/en/period-words.js";
import { MONTHS } from "../../language/en/words.js";
import { saysOwner } from "../../language/story.js";
import { behindArticles, INDEFINITES, numberStarts, spelledAt } from "../amount/spelled.js";
import { Anchor, DIGITS } from "../scan/anchor.js";
import type { Sentence } from "../scan/sentence.js";
import type { Token } from "../scan/tokens.js";
import { CalendarYear, type Published } from "./calendar.js";
import { type Found, monthsAt, shiftOf, yearBehind } from "./dates.js";

/** "Q3 2023", "H1", "3Q23". */
export function codeAt(s: Sentence, i: number, published: Published): Found | undefined {
  const months = STAGE_LETTERS.get(s.word(i));
  if (months === undefined || !s.joined(i)) return undefined;
  const number = Number(s.text.slice(s.tokens[i + 1]?.start, s.tokens[i + 1]?.end));
  if (!(number >= 1 && number <= 12 / months)) return undefined;
  return stageFound(s, i, i + 2, months, number, published);
}

/** The part of a year that is so many months long, by its number. */
function stageFound(
  s: Sentence,
  first: number,
  next: number,
  months: number,
  number: number,
  published: Published,
): Found {
  const when = yearBehind(s, next, published);
  return {
    first,
    next: when.next,
    period: published.months((number - 1) * months + 1, number * months, when.year),
  };
}

/** The words that a period in words begins with, to be put into larger sets. */
export const phraseStarts = (): string[] => [
  ...ORDINALS_OF_STAGES.keys(),
  ...BEFORE_PERIOD_UNIT,
  ...PERIOD_STARTS,
  ...numberStarts(),
];

/** Words that many other things begin with as well, and what must stand behind them for a period. */
const OWNERS = new Anchor(() => PERIOD_OWNERS);
const OWNED = new Anchor(() => [
  ...ORDINALS_OF_STAGES.keys(),
  ...ORDINALS_OF_PLANS,
  ...BEFORE_PERIOD_UNIT,
  ...PERIOD_UNITS,
  ...BEFORE_COUNTED_TIME,
  ...ENDS_OF_PERIODS,
  ...numberStarts(),
  ...INDEFINITE,
  ...BEHIND_PERIOD_OWNERS,
]);
const COUNTED = new Anchor(() => [
  ...PERIOD_UNITS,
  ...UNITS_AGO,
  ...behindArticles(),
  ...BEHIND_PERIOD_ARTICLES,
]);

/** Whether the word behind token `i` lets a period begin there. */
function mayBegin(s: Sentence, i: number): boolean {
  const token = s.tokens[i] as Token;
  const next = s.tokens[i + 1];
  if (OWNERS.in(token)) return next !== undefined && (next.marks & (OWNED.bit | DIGITS)) !== 0;
  return !INDEFINITES.in(token) || (next !== undefined && COUNTED.in(next));
}

/** A period in words. */
export function phraseAt(s: Sentence, i: number, published: Published): Found | undefined {
  if (!mayBegin(s, i)) return undefined;
  const start = PERIOD_DETERMINERS.has(s.word(i)) ? i + 1 : i;
  return (
    stageAt(s, i, start, published) ??
    countOfMonths(s, i, start, published) ??
    relativeAt(s, i, start, published) ??
    agoAt(s, i) ??
    spanAt(s, i, start) ??
    boundsAt(s, i, published)
  );
}

/** "the first quarter of 1996", "first-quarter", "the second half". */
function stageAt(s: Sentence, first: number, i: number, published: Published): Found | undefined {
  if (s.says(i, HALF_YEAR)) return { first, next: i + HALF_YEAR.length };
  const ordinal = ORDINALS_OF_STAGES.get(s.word(i));
  if (ordinal === undefined) return undefined;
  const at = s.word(i + 1) === "-" ? i + 2 : i + 1;
  const months = STAGES.get(s.word(at));
  if (months === undefined) return undefined;
  const next = s.says(at, HALF_YEAR) ? at + HALF_YEAR.length : at + 1;
  return stageFound(s, first, next, months, Math.min(ordinal, 12 / months), published);
}

/** "the first nine months of the year", "10 months of 2021", "the last two sessions", "the six months to Nov. 30". */
export function countOfMonths(
  s: Sentence,
  first: number,
  i: number,
  published: Published,
): Found | undefined {
  const lead = BEFORE_COUNTED_TIME.has(s.word(i));
  const at = lead ? i + 1 : i;
  const token = s.tokens[at];
  const spelled = token?.kind === "word" ? spelledAt(s, at) : undefined;
  const unitAt = token?.kind === "digits" ? at + 1 : (spelled?.next ?? at);
  const length = COUNTED_TIME.get(s.word(unitAt));
  if (length === undefined) return undefined;
  const count =
    token?.kind === "digits" ? Number(s.text.slice(token.start, token.end)) : Number(spelled?.digits ?? "0");
  if (!(count >= 1 && count <= 60)) return undefined;
  const when = yearBehind(s, unitAt + 1, published);
  const bounded = BEFORE_LAST_MONTH.has(s.word(unitAt + 1)) ? monthEnd(s, unitAt + 2, published) : undefined;
  const months = count * length;
  if (bounded !== undefined && months > 0) {
    return { first, next: bounded.next, period: bounded.end?.(months) };
  }
  const cumulative = s.word(i) === FROM_ITS_BEGINNING || (!lead && when.next > unitAt + 1);
  if (!lead && when.next === unitAt + 1 && !BEFORE_LENGTH_OF_TIME.has(s.word(first - 1))) return undefined;
  const period =
    cumulative && months > 0 && months <= 12 ? published.months(1, months, when.year) : undefined;
  return { first, next: when.next, period };
}

function monthEnd(s: Sentence, i: number, published: Published) {
  const at = s.says(i, THE_END_OF) ? i + THE_END_OF.length : i;
  const month = MONTHS.get(s.word(at));
  if (month === undefined) return undefined;
  const found = monthsAt(s, at, published);
  if (found === undefined) return undefined;
  const year = Number(found.period?.end.slice(0, 4) ?? "NaN");
  return {
    next: found.next,
    end: Number.isNaN(year) ? undefined : (count: number) => CalendarYear.endingIn(year, month, count),
  };
}

/** "last year", "this year's", "the previous week", "the same period of 1995", "the year-ago period", "the quarter". */
function relativeAt(s: Sentence, first: number, i: number, published: Published): Found | undefined {
  const word = s.word(i);
  if (s.says(i, YEAR_AGO_PERIOD)) return { first, next: i + YEAR_AGO_PERIOD.length };
  if (s.says(i, YEAR_TO_DATE_WORDS)) {
    return { first, next: i + YEAR_TO_DATE_WORDS.length, period: published.toDate() };
  }
  if (i > first && UNITS_KNOWN.has(word)) {
    if (UNIT_BEFORE.has(s.word(i + 1))) return { first, next: i + 2 };
    if (UNIT_ENDED.has(s.word(i + 1))) {
      if (s.says(i, WEEK_TO_DAY)) return { first, next: i + WEEK_TO_DAY.length };
      const bounded = monthEnd(s, i + 2, published);
      const months = MONTHS_ENDED.get(word);
      const period = months === undefined ? undefined : bounded?.end?.(months);
      if (bounded !== undefined) return { first, next: bounded.next, period };
    }
    // "the quarter", "the year": the one under way, or the one that the report is about.
    if (UNITS_UNDER_WAY.has(word)) return { first, next: i + 1 };
    return s.says(first - 1, THE_MONTH) ? { first, next: i + 1 } : undefined;
  }
  if (!BEFORE_PERIOD_UNIT.has(word)) return undefined;
  let at = i + 1;
  if (BETWEEN_WORD_AND_UNIT.has(s.word(at))) at++;
  const unit = s.word(at);
  if (!PERIOD_UNITS.has(unit) && !SEASONS.has(unit) && !s.says(at - 1, SAME_TIME)) return undefined;
  at++;
  const bare = { first, next: at };
  const relative = () => published.relative(shiftOf(word), UNITS_TOLD.get(unit));
  if (saysOwner(s.word(at), s.word(at + 1))) return { first, next: at + 2, period: relative() };
  if (SAME_BEFORE.has(word) || unit === ANY_UNIT) {
    const when = yearBehind(s, at, published);
    if (when.next > at) return { first, next: when.next };
    const ago = agoAt(s, at);
    return ago === undefined ? bare : { first, next: ago.next };
  }
  // "the last quarter of 2023" is of the year that is named, not of the one under way.
  const when = yearBehind(s, at, published);
  if (when.next > at) {
    const months = word === AT_ITS_END ? MONTHS_OF_LAST.get(unit) : undefined;
    const period = months === undefined ? undefined : published.months(13 - months, 12, when.year);
    return { first, next: when.next, period };
  }
  return { first, next: at, period: relative() };
}

/** "a year earlier", "two years ago", "the month before", "a few months ago". */
function agoAt(s: Sentence, i: number): Found | undefined {
  let at = i;
  if (ONE_AGO.has(s.word(i))) at = BEHIND_PERIOD_ARTICLES.has(s.word(i + 1)) ? i + 2 : i + 1;
  else {
    const n = s.tokens[i]?.kind === "word" ? spelledAt(s, i) : undefined;
    if (n === undefined) return undefined;
    at = n.next;
  }
  if (!UNITS_AGO.has(s.word(at))) return undefined;
  return AGO.has(s.word(at + 1)) ? { first: i, next: at + 2 } : undefined;
}

/** "the two-day period", "the ninth five-year plan", "within one or two years", "the initial year". */
function spanAt(s: Sentence, first: number, i: number): Found | undefined {
  if (i > first && s.says(i, INITIAL_UNIT)) return { first, next: i + INITIAL_UNIT.length };
  const planned = i > first && ORDINALS_OF_PLANS.has(s.word(i)) ? i + 1 : i;
  const count = s.tokens[planned];
  const behind =
    count?.kind === "word" ? spelledAt(s, planned)?.next : count?.kind === "digits" ? planned + 1 : undefined;
  if (behind === undefined) return undefined;
  if (s.word(first - 1) === BEFORE_DEADLINE && s.word(behind) === JOINS_EITHER) {
    const second = s.tokens[behind + 1]?.kind === "word" ? spelledAt(s, behind + 1)?.next : undefined;
    return second !== undefined && UNITS_WITHIN.has(s.word(second)) ? { first, next: second + 1 } : undefined;
  }
  const unit = s.word(behind) === "-" ? behind + 1 : behind;
  if (i === first || !UNITS_OF_SPANS.has(s.word(unit))) return undefined;
  return SPANS.has(s.word(unit + 1)) ? { first, next: unit + 2 } : undefined;
}

/** "since the start of the year", "the end of 1996", "earlier this year", "per year". */
function boundsAt(s: Sentence, i: number, published: Published): Found | undefined {
  const shift = DAYS_TOLD.get(s.word(i));
  if (shift !== undefined) return { first: i, next: i + 1, period: published.dayFromNow(shift) };
  const rate = s.saysOne(i, RATES_IN_TIME);
  if (rate > 0) return { first: i, next: i + rate };
  const lead = BEFORE_BEGINNING_OF_PERIOD.has(s.word(i)) ? i + 1 : i;
  if (s.says(lead, END_OF_PERIOD)) {
    const when = yearBehind(s, lead + 2, published);
    if (when.next > lead + 3) {
      const started = !LATER_ENDS.has(s.word(lead + 1));
      return {
        first: i,
        next: when.next,
        period: started && lead > i ? published.toDate(when.year) : undefined,
      };
    }
  }
  return undefined;
}
