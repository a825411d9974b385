import { isLetter } from "../../figure/parts.js";
import type { PeriodMention } from "../reading.js";
import { CalendarYear, type Published } from "./calendar.js";
import { chinesePeriodAt } from "./chinese.js";
import type { Sentence } from "./sentence.js";
import { spelledAt } from "./spelled.js";
import { MONTHS, WEEKDAYS } from "./words.js";

interface Found {
  readonly first: number;
  readonly next: number;
  readonly period?: PeriodMention["period"];
}

/** Finds the periods of a sentence, outside the amounts, and resolves them as far as text and date allow. */
export function readPeriods(s: Sentence, published: Published): void {
  let amount = 0;
  let i = 0;
  while (i < s.tokens.length) {
    const start = s.tokens[i]?.start as number;
    while (amount < s.amounts.length && (s.amounts[amount]?.end as number) <= start) amount++;
    const inside = s.amounts[amount];
    if (inside !== undefined && inside.start <= start && inside.kind !== "count") {
      i++;
      continue;
    }
    if (isChinese(s, start)) {
      const chinese = chinesePeriodAt(s, start, published);
      if (chinese !== undefined) {
        s.periods.push(chinese);
        i = s.tokenAt(chinese.end);
        continue;
      }
    }
    const found = periodAt(s, i, published);
    if (found === undefined) {
      i++;
      continue;
    }
    const from = s.tokens[found.first]?.start as number;
    const end = s.tokens[found.next - 1]?.end as number;
    s.periods.push({
      kind: "period",
      ...s.span(from, end),
      ...(found.period ? { period: found.period } : {}),
    });
    i = found.next;
  }
  drop(s);
}

function isChinese(s: Sentence, at: number): boolean {
  if (s.text.charCodeAt(at) > 0x2e7f) return /[今去前上下一二三四]/.test(s.text[at] as string);
  for (let i = at; i < at + 6; i++) {
    const c = s.text[i] as string;
    if (c === "年" || c === "月") return true;
    if (!/[\d至—~-]/.test(c ?? "")) return false;
  }
  return false;
}

/** A number that belongs to a period is no count, and is not left unread: "the first 10 months", "in 1996". */
function drop(s: Sentence): void {
  if (s.periods.length === 0) return;
  const starts = s.periods.map((one) => one.start);
  const within = (start: number, end: number) => {
    let last = starts.length - 1;
    while (last > 0 && (starts[last] as number) > start) last--;
    const period = s.periods[last] as PeriodMention;
    return period.start <= start && end <= period.end;
  };
  keep(s.amounts, (one) => one.kind !== "count" || !within(one.start, one.start + 1));
  keep(s.unread, (one) => !within(one.start, one.end));
}

/** Keeps in place what passes. */
function keep<T>(list: T[], passes: (one: T) => boolean): void {
  const kept = list.filter(passes);
  list.length = 0;
  for (const one of kept) list.push(one);
}

function periodAt(s: Sentence, i: number, published: Published): Found | undefined {
  const word = s.word(i);
  const token = s.tokens[i];
  if (token?.kind === "digits") return yearAt(s, i) ?? countOfMonths(s, i, i, published);
  if (MONTHS.has(word)) return monthsAt(s, i, published);
  if (WEEKDAYS.has(word)) return { first: i, next: i + 1, period: published.weekday(word) };
  const stage = codeAt(s, i, published);
  if (stage !== undefined) return stage;
  return phraseAt(s, i, published);
}

/** Four digits that are a year here: behind a word that leads to one, or in a range of years. */
function yearAt(s: Sentence, i: number): Found | undefined {
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

const BEFORE_YEAR = new Set(
  "in of for during since from to and by until through before after against over year than late early mid end fiscal ( - the with finished ended started began all".split(
    " ",
  ),
);
/** What a year stands before: "1996 sales". */
const NAMED_BY_YEAR = new Set(
  "sales profit profits revenue revenues turnover earnings net output results exports imports figures budget income deficit surplus level levels harvest crop dividend forecast growth gdp".split(
    " ",
  ),
);
const AFTER_YEAR = new Set("to and from was were , ) ; : sales exports imports results figures".split(" "));

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
function monthsAt(s: Sentence, i: number, published: Published): Found | undefined {
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
    at = /^(st|nd|rd|th)$/.test(s.word(at + 1)) ? at + 2 : at + 1;
    const behind = s.word(at) === "," ? at + 1 : at;
    const year = yearOf(s, behind);
    return {
      first: i,
      next: year === undefined ? at : behind + 1,
      period: published.calendarDay(month, day, year),
    };
  }
  const link = s.word(at);
  if (
    link === "-" ||
    link === "–" ||
    link === "to" ||
    link === "through" ||
    (link === "and" && s.word(i - 1) === "between")
  ) {
    const last = MONTHS.get(s.word(at + 1));
    if (last !== undefined && last > month) {
      const when = yearBehind(s, at + 2, published);
      return { first, next: when.next, period: published.months(month, last, when.year) };
    }
  }
  const before = dayBefore(s, i);
  if (before !== undefined) {
    const when = yearBehind(s, at, published);
    return { first: i - 1, next: when.next, period: published.calendarDay(month, before, when.year) };
  }
  if ((s.word(i) === "may" || s.word(i) === "march") && !isMonth(s, i, at)) return undefined;
  if (s.word(at) === "quarter") {
    return { first: s.word(i - 1) === "the" ? i - 1 : i, next: yearBehind(s, at + 1, published).next };
  }
  const when = yearBehind(s, at, published);
  const lead = /^(this|last|next)$/.test(s.word(i - 1)) ? i - 1 : i;
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
  return (
    yearOf(s, at) !== undefined ||
    /^(in|of|since|from|to|for|last|this|until|through|by|and|between|during|late|early|mid)$/.test(
      s.word(i - 1),
    )
  );
}

/** "between January and", "the period from January to": where the phrase begins. */
function leadIn(s: Sentence, i: number): number {
  const before = s.word(i - 1);
  if (before === "between") return i - 1;
  if (before === "from" && s.word(i - 2) === "period" && s.word(i - 3) === "the") return i - 3;
  return i;
}

function dayOf(s: Sentence, i: number): number | undefined {
  const token = s.tokens[i];
  if (token?.kind !== "digits" || token.end - token.start > 2) return undefined;
  const day = Number(s.text.slice(token.start, token.end));
  return day >= 1 && day <= 31 ? day : undefined;
}

/** A year behind a period: "1997", "of 1997", "of this year", "of the year", "last year". */
function yearBehind(
  s: Sentence,
  i: number,
  published: Published,
): { next: number; year: number | undefined } {
  let at = s.word(i) === "," && yearOf(s, i + 1) !== undefined ? i + 1 : i;
  if (s.word(at) === "of" || s.word(at) === "in") at++;
  const year = yearOf(s, at);
  if (year !== undefined) return { next: at + 1, year };
  const the = s.word(at) === "the" ? at + 1 : at;
  if (
    /^(this|last|next|current|previous|same|preceding|prior)$/.test(s.word(the)) &&
    s.word(the + 1) === "year"
  ) {
    const shift = /^(last|previous|preceding|prior)$/.test(s.word(the)) ? -1 : s.word(the) === "next" ? 1 : 0;
    return { next: the + 2, year: published.year === undefined ? undefined : published.year + shift };
  }
  if (at > i && s.word(at) === "the" && s.word(at + 1) === "year") return { next: at + 2, year: undefined };
  return { next: i, year: undefined };
}

/** "Q3 2023", "H1", "3Q23". */
function codeAt(s: Sentence, i: number, published: Published): Found | undefined {
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
const UNITS = new Set(
  "year month quarter week weekend weekends period day half decade session sessions months weeks quarters days date season holiday span".split(
    " ",
  ),
);
const RELATIVE = new Set(
  "this last next previous current same past prior preceding corresponding year following comparable that whole full entire".split(
    " ",
  ),
);

function phraseAt(s: Sentence, i: number, published: Published): Found | undefined {
  const start = s.word(i) === "the" || s.word(i) === "its" || s.word(i) === "their" ? i + 1 : i;
  return (
    stageAt(s, i, start, published) ??
    countOfMonths(s, i, start, published) ??
    relativeAt(s, i, start, published) ??
    agoAt(s, i) ??
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
function countOfMonths(s: Sentence, first: number, i: number, published: Published): Found | undefined {
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
  return { ...bare, period: published.relative(word, unit) };
}

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
