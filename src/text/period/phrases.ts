import { INDEFINITE } from "../../language/en/amount-words.js";
import {
  AGO,
  BEFORE_COUNTED_TIME,
  BEFORE_LAST_MONTH,
  BEFORE_LENGTH_OF_TIME,
  BEFORE_PERIOD_UNIT,
  BEFORE_THE_MONTH,
  BEHIND_PERIOD_ARTICLES,
  BEHIND_PERIOD_OWNERS,
  COUNTED_TIME,
  ENDS_OF_PERIODS,
  LATER_ENDS,
  MONTHS_OF_LAST,
  ORDINALS_OF_PLANS,
  ORDINALS_OF_STAGES,
  PERIOD_OWNERS,
  PERIOD_STARTS,
  PERIOD_UNITS,
  SEASONS,
  SPANS,
  UNIT_BEFORE,
  UNIT_ENDED,
  UNITS_AGO,
  UNITS_OF_RATES,
  UNITS_OF_SPANS,
  UNITS_WITHIN,
  YEAR_AGO,
} from "../../language/en/period-words.js";
import { MONTHS, WEEKDAYS } from "../../language/en/words.js";
import { behindArticles, INDEFINITES, numberStarts, spelledAt } from "../amount/spelled.js";
import { Anchor, DIGITS } from "../scan/anchor.js";
import type { Sentence } from "../scan/sentence.js";
import type { Token } from "../scan/tokens.js";
import { CalendarYear, type Published } from "./calendar.js";
import { type Found, monthsAt, yearBehind } from "./dates.js";

/** "Q3 2023", "H1", "3Q23". */
export function codeAt(s: Sentence, i: number, published: Published): Found | undefined {
  const word = s.word(i);
  if ((word !== "q" && word !== "h") || !s.joined(i)) return undefined;
  const number = Number(s.text.slice(s.tokens[i + 1]?.start, s.tokens[i + 1]?.end));
  if (!(number >= 1 && number <= (word === "q" ? 4 : 2))) return undefined;
  return stageFound(s, i, i + 2, word === "q", number, published);
}

function stageFound(
  s: Sentence,
  first: number,
  next: number,
  quarter: boolean,
  number: number,
  published: Published,
): Found {
  const when = yearBehind(s, next, published);
  const months = quarter ? 3 : 6;
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
  const start = s.word(i) === "the" || s.word(i) === "its" || s.word(i) === "their" ? i + 1 : i;
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
  if (s.word(i) === "half" && s.word(i + 1) === "-" && s.word(i + 2) === "year")
    return { first, next: i + 3 };
  const ordinal = ORDINALS_OF_STAGES.get(s.word(i));
  if (ordinal === undefined) return undefined;
  const at = s.word(i + 1) === "-" ? i + 2 : i + 1;
  const unit = s.word(at);
  if (unit === "quarter") return stageFound(s, first, at + 1, true, ordinal, published);
  if (unit !== "half") return undefined;
  const next = s.word(at + 1) === "-" && s.word(at + 2) === "year" ? at + 3 : at + 1;
  return stageFound(s, first, next, false, Math.min(ordinal, 2), published);
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
  const units = s.word(unitAt);
  const unit = units.endsWith("s") ? units.slice(0, -1) : units;
  if (!COUNTED_TIME.has(unit)) return undefined;
  const count =
    token?.kind === "digits" ? Number(s.text.slice(token.start, token.end)) : Number(spelled?.digits ?? "0");
  if (!(count >= 1 && count <= 60)) return undefined;
  const when = yearBehind(s, unitAt + 1, published);
  const bounded = BEFORE_LAST_MONTH.has(s.word(unitAt + 1)) ? monthEnd(s, unitAt + 2, published) : undefined;
  if (bounded !== undefined && (unit === "month" || unit === "quarter")) {
    return { first, next: bounded.next, period: bounded.end?.(unit === "month" ? count : count * 3) };
  }
  const cumulative = s.word(i) === "first" || (!lead && when.next > unitAt + 1);
  if (!lead && when.next === unitAt + 1 && !BEFORE_LENGTH_OF_TIME.has(s.word(first - 1))) return undefined;
  const months = unit === "quarter" ? count * 3 : unit === "month" ? count : 0;
  const period =
    cumulative && months > 0 && months <= 12 ? published.months(1, months, when.year) : undefined;
  return { first, next: when.next, period };
}

function monthEnd(s: Sentence, i: number, published: Published) {
  const at = s.word(i) === "the" && s.word(i + 1) === "end" && s.word(i + 2) === "of" ? i + 3 : i;
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
  if (
    word === "year" &&
    s.word(i + 1) === "-" &&
    YEAR_AGO.has(s.word(i + 2)) &&
    PERIOD_UNITS.has(s.word(i + 3))
  ) {
    return { first, next: i + 4 };
  }
  if (word === "year" && s.word(i + 1) === "to" && s.word(i + 2) === "date") {
    return { first, next: i + 3, period: published.toDate() };
  }
  if (i > first && PERIOD_UNITS.has(word) && word !== "half" && word !== "day") {
    if (UNIT_BEFORE.has(s.word(i + 1))) return { first, next: i + 2 };
    if (UNIT_ENDED.has(s.word(i + 1))) {
      if (word === "week" && WEEKDAYS.has(s.word(i + 2))) return { first, next: i + 3 };
      const bounded = monthEnd(s, i + 2, published);
      if (bounded !== undefined)
        return { first, next: bounded.next, period: bounded.end?.(word === "year" ? 12 : 3) };
    }
    // "the quarter", "the year": the one under way, or the one that the report is about.
    if (word === "quarter" || word === "year") return { first, next: i + 1 };
    if (word === "month" && BEFORE_THE_MONTH.has(s.word(first - 1))) return { first, next: i + 1 };
    return undefined;
  }
  if (!BEFORE_PERIOD_UNIT.has(word) || word === "year") return undefined;
  let at = i + 1;
  if (s.word(at) === "fiscal" || s.word(at) === "calendar" || s.word(at) === "two") at++;
  const unit = s.word(at);
  if (!PERIOD_UNITS.has(unit) && !SEASONS.has(unit)) return undefined;
  if (unit === "time" && word !== "same" && word !== "this") return undefined;
  at++;
  const bare = { first, next: at };
  const possessive = /^['’]$/.test(s.word(at)) && s.word(at + 1) === "s";
  if (possessive) return { first, next: at + 2, period: published.relative(word, unit) };
  if (word === "same" || word === "corresponding" || word === "comparable" || unit === "period") {
    const when = yearBehind(s, at, published);
    if (when.next > at) return { first, next: when.next };
    const ago = agoAt(s, at);
    return ago === undefined ? bare : { first, next: ago.next };
  }
  // "the last quarter of 2023" is of the year that is named, not of the one under way.
  const when = yearBehind(s, at, published);
  if (when.next > at) {
    const months = word === "last" ? MONTHS_OF_LAST.get(unit) : undefined;
    const period = months === undefined ? undefined : published.months(13 - months, 12, when.year);
    return { first, next: when.next, period };
  }
  return { first, next: at, period: published.relative(word, unit) };
}

/** "a year earlier", "two years ago", "the month before", "a few months ago". */
function agoAt(s: Sentence, i: number): Found | undefined {
  const word = s.word(i);
  let at = i;
  if (word === "a" || word === "one" || word === "an") at = s.word(i + 1) === "few" ? i + 2 : i + 1;
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
  const word = s.word(i);
  if (i > first && word === "initial" && PERIOD_UNITS.has(s.word(i + 1))) return { first, next: i + 2 };
  const planned = i > first && ORDINALS_OF_PLANS.has(word) ? i + 1 : i;
  const count = s.tokens[planned];
  const behind =
    count?.kind === "word" ? spelledAt(s, planned)?.next : count?.kind === "digits" ? planned + 1 : undefined;
  if (behind === undefined) return undefined;
  if (s.word(first - 1) === "within" && s.word(behind) === "or") {
    const second = s.tokens[behind + 1]?.kind === "word" ? spelledAt(s, behind + 1)?.next : undefined;
    return second !== undefined && UNITS_WITHIN.has(s.word(second)) ? { first, next: second + 1 } : undefined;
  }
  const unit = s.word(behind) === "-" ? behind + 1 : behind;
  if (i === first || !UNITS_OF_SPANS.has(s.word(unit))) return undefined;
  return SPANS.has(s.word(unit + 1)) ? { first, next: unit + 2 } : undefined;
}

/** "since the start of the year", "the end of 1996", "earlier this year", "per year". */
function boundsAt(s: Sentence, i: number, published: Published): Found | undefined {
  const word = s.word(i);
  if (word === "annually" || word === "yesterday" || word === "today") {
    return { first: i, next: i + 1, period: published.today(word) };
  }
  if (word === "per" && UNITS_OF_RATES.has(s.word(i + 1))) return { first: i, next: i + 2 };
  const lead = word === "since" || word === "from" ? i + 1 : i;
  if (s.word(lead) === "the" && ENDS_OF_PERIODS.has(s.word(lead + 1)) && s.word(lead + 2) === "of") {
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
