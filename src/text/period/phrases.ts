import {
  ARTICLES,
  PERIOD_BEHIND_ARTICLES,
  PERIOD_BEHIND_OWNERS,
  PERIOD_OWNERS,
  PERIOD_STARTS,
  PHRASES_PLAN_ORDINALS as PLAN_ORDINALS,
  PHRASES_RELATIVE as RELATIVE,
  PHRASES_UNITS as UNITS,
} from "../../language/en/lists.js";
import { MONTHS, WEEKDAYS } from "../../language/en/words.js";
import { behindArticles, numberStarts, spelledAt } from "../amount/spelled.js";
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

const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 1, second: 2, third: 3, fourth: 4, final: 4, "1st": 1, "2nd": 2 }),
);

/** The words that a period in words begins with, to be put into larger sets. */
export const phraseStarts = (): string[] => [
  ...ORDINALS.keys(),
  ...RELATIVE,
  ...PERIOD_STARTS,
  ...numberStarts(),
];

/** Words that many other things begin with as well, and what must stand behind them for a period. */
const OWNERS = new Anchor(() => PERIOD_OWNERS);
const OWNED = new Anchor(() => [
  ...ORDINALS.keys(),
  ...PLAN_ORDINALS,
  ...RELATIVE,
  ...UNITS,
  ...numberStarts(),
  ...ARTICLES,
  ...PERIOD_BEHIND_OWNERS,
]);
const ONE = new Anchor(() => ARTICLES);
const COUNTED = new Anchor(() => [...UNITS, ...behindArticles(), ...PERIOD_BEHIND_ARTICLES]);

/** Whether the word behind token `i` lets a period begin there. */
function mayBegin(s: Sentence, i: number): boolean {
  const token = s.tokens[i] as Token;
  const next = s.tokens[i + 1];
  if (OWNERS.in(token)) return next !== undefined && (next.marks & (OWNED.bit | DIGITS)) !== 0;
  return !ONE.in(token) || (next !== undefined && COUNTED.in(next));
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
  const ordinal = ORDINALS.get(s.word(i));
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
  const lead = /^(first|last|past|previous|preceding|prior|opening|initial|latest|next|coming|final)$/.test(
    s.word(i),
  );
  const at = lead ? i + 1 : i;
  const token = s.tokens[at];
  const spelled = token?.kind === "word" ? spelledAt(s.tokens, at) : undefined;
  const count =
    token?.kind === "digits" ? Number(s.text.slice(token.start, token.end)) : Number(spelled?.digits ?? "0");
  const unitAt = token?.kind === "digits" ? at + 1 : (spelled?.next ?? at);
  const unit = s.word(unitAt).replace(/s$/, "");
  if (!(count >= 1 && count <= 60) || !/^(month|quarter|week|year|day|session)$/.test(unit)) return undefined;
  const when = yearBehind(s, unitAt + 1, published);
  const bounded = /^(to|ended|ending|through)$/.test(s.word(unitAt + 1))
    ? monthEnd(s, unitAt + 2, published)
    : undefined;
  if (bounded !== undefined && (unit === "month" || unit === "quarter")) {
    return { first, next: bounded.next, period: bounded.end?.(unit === "month" ? count : count * 3) };
  }
  const cumulative = s.word(i) === "first" || (!lead && when.next > unitAt + 1);
  if (!lead && when.next === unitAt + 1 && !/^(over|in|during|for|within)$/.test(s.word(first - 1)))
    return undefined;
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
    /^(ago|earlier)$/.test(s.word(i + 2)) &&
    UNITS.has(s.word(i + 3))
  ) {
    return { first, next: i + 4 };
  }
  if (word === "year" && s.word(i + 1) === "to" && s.word(i + 2) === "date") {
    return { first, next: i + 3, period: published.toDate() };
  }
  if (i > first && UNITS.has(word) && word !== "half" && word !== "day") {
    if (/^(before|earlier)$/.test(s.word(i + 1))) return { first, next: i + 2 };
    if (/^(ended|ending|to)$/.test(s.word(i + 1))) {
      if (word === "week" && WEEKDAYS.has(s.word(i + 2))) return { first, next: i + 3 };
      const bounded = monthEnd(s, i + 2, published);
      if (bounded !== undefined)
        return { first, next: bounded.next, period: bounded.end?.(word === "year" ? 12 : 3) };
    }
    // "the quarter", "the year": the one under way, or the one that the report is about.
    if (word === "quarter" || word === "year") return { first, next: i + 1 };
    if (word === "month" && /^(over|on|for|in)$/.test(s.word(first - 1))) return { first, next: i + 1 };
    return undefined;
  }
  if (!RELATIVE.has(word) || word === "year") return undefined;
  let at = i + 1;
  if (s.word(at) === "fiscal" || s.word(at) === "calendar" || s.word(at) === "two") at++;
  const unit = s.word(at);
  if (!UNITS.has(unit) && !/^(spring|summer|autumn|fall|winter|time)$/.test(unit)) return undefined;
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
    const months = word === "last" ? LAST_MONTHS[unit] : undefined;
    const period = months === undefined ? undefined : published.months(13 - months, 12, when.year);
    return { first, next: when.next, period };
  }
  return { ...bare, period: published.relative(word, unit) };
}

const LAST_MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6 };

/** "a year earlier", "two years ago", "the month before", "a few months ago". */
function agoAt(s: Sentence, i: number): Found | undefined {
  const word = s.word(i);
  let at = i;
  if (word === "a" || word === "one" || word === "an") at = s.word(i + 1) === "few" ? i + 2 : i + 1;
  else {
    const n = s.tokens[i]?.kind === "word" ? spelledAt(s.tokens, i) : undefined;
    if (n === undefined) return undefined;
    at = n.next;
  }
  if (!/^(year|month|quarter|week|day|decade)s?$/.test(s.word(at))) return undefined;
  return /^(ago|earlier|before|previously)$/.test(s.word(at + 1)) ? { first: i, next: at + 2 } : undefined;
}

/** "the two-day period", "the ninth five-year plan", "within one or two years", "the initial year". */
function spanAt(s: Sentence, first: number, i: number): Found | undefined {
  const word = s.word(i);
  if (i > first && word === "initial" && UNITS.has(s.word(i + 1))) return { first, next: i + 2 };
  const planned = i > first && PLAN_ORDINALS.has(word) ? i + 1 : i;
  const count = s.tokens[planned];
  const behind =
    count?.kind === "word"
      ? spelledAt(s.tokens, planned)?.next
      : count?.kind === "digits"
        ? planned + 1
        : undefined;
  if (behind === undefined) return undefined;
  if (s.word(first - 1) === "within" && s.word(behind) === "or") {
    const second = s.tokens[behind + 1]?.kind === "word" ? spelledAt(s.tokens, behind + 1)?.next : undefined;
    return second !== undefined && /^(year|month|week)s$/.test(s.word(second))
      ? { first, next: second + 1 }
      : undefined;
  }
  const unit = s.word(behind) === "-" ? behind + 1 : behind;
  if (i === first || !/^(day|week|month|year)$/.test(s.word(unit))) return undefined;
  return /^(period|plan|span|stretch)$/.test(s.word(unit + 1)) ? { first, next: unit + 2 } : undefined;
}

/** "since the start of the year", "the end of 1996", "earlier this year", "per year". */
function boundsAt(s: Sentence, i: number, published: Published): Found | undefined {
  const word = s.word(i);
  if (word === "annually" || word === "yesterday" || word === "today") {
    return { first: i, next: i + 1, period: published.today(word) };
  }
  if (word === "per" && /^(year|annum|month)$/.test(s.word(i + 1))) return { first: i, next: i + 2 };
  const lead = word === "since" || word === "from" ? i + 1 : i;
  if (
    s.word(lead) === "the" &&
    /^(start|beginning|end|turn|close)$/.test(s.word(lead + 1)) &&
    s.word(lead + 2) === "of"
  ) {
    const when = yearBehind(s, lead + 2, published);
    if (when.next > lead + 3) {
      const started = s.word(lead + 1) !== "end" && s.word(lead + 1) !== "close";
      return {
        first: i,
        next: when.next,
        period: started && lead > i ? published.toDate(when.year) : undefined,
      };
    }
  }
  return undefined;
}
