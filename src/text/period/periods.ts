import { STAGE_LETTERS, WORDS_OF_PERIODS } from "../../language/en/period-words.js";
import { MONTHS, WEEKDAYS } from "../../language/en/words.js";
import type { Language } from "../../language/language.js";
import { BETWEEN_MONTHS, MONTH, PERIOD_STARTS, YEAR } from "../../language/zh/words.js";
import type { Amount } from "../amount/amount.js";
import { chinesePeriodAt } from "../relation/chinese.js";
import { Anchor, DIGITS, WIDE } from "../scan/anchor.js";
import type { Sentence } from "../scan/sentence.js";
import type { Token } from "../scan/tokens.js";
import { periodByWords } from "./by-words.js";
import type { Published } from "./calendar.js";
import { type Found, monthsAt, yearAt } from "./dates.js";
import { codeAt, countOfMonths, phraseAt, phraseStarts } from "./phrases.js";
import { FoundPeriod } from "./said.js";

/** What a period begins with, and what every period in words has; months and days of the week are both. */
const STARTS = new Anchor(() => [...phraseStarts(), ...MONTHS.keys(), ...WEEKDAYS, ...STAGE_LETTERS.keys()]);
const UNITS = new Anchor(() => [...WORDS_OF_PERIODS, ...MONTHS.keys(), ...WEEKDAYS]);

/** Finds the periods of a sentence, outside the amounts, and resolves them as far as text and date allow. */
export function readPeriods(s: Sentence, published: Published, language?: Language): void {
  if (language === undefined && (s.marks & (UNITS.bit | DIGITS | WIDE)) === 0) return;
  const starts = STARTS.bit | DIGITS | WIDE;
  let amount = 0;
  let i = 0;
  while (i < s.tokens.length) {
    const token = s.tokens[i] as Token;
    if (token.kind === "mark" || (language === undefined && (token.marks & starts) === 0)) {
      i++;
      continue;
    }
    const { start } = token;
    while (amount < s.amounts.length && (s.amounts[amount] as Amount).end <= start) amount++;
    const inside = amount < s.amounts.length ? s.amounts[amount] : undefined;
    if (inside !== undefined && inside.start <= start && inside.kind !== "count") {
      i++;
      continue;
    }
    if (language === undefined && isChinese(s, start)) {
      const chinese = chinesePeriodAt(s, start, published);
      if (chinese !== undefined) {
        s.periods.push(chinese);
        i = s.tokenAt(chinese.end);
        continue;
      }
    }
    const found =
      language === undefined ? periodAt(s, i, published) : periodByWords(s, i, language, published);
    if (found === undefined) {
      i++;
      continue;
    }
    const from = (s.tokens[found.first] as Token).start;
    const end = (s.tokens[found.next - 1] as Token).end;
    s.periods.push(new FoundPeriod(s.text.slice(from, end), from, end, found.period));
    i = found.next;
  }
  drop(s);
}

function isChinese(s: Sentence, at: number): boolean {
  if (s.text.charCodeAt(at) > 0x2e7f) return PERIOD_STARTS.test(s.text[at] as string);
  if (!(s.text.charCodeAt(at) < 58)) return false;
  for (let i = at; i < at + 6; i++) {
    const c = s.text[i] as string;
    if (c === YEAR || c === MONTH) return true;
    if (!BETWEEN_MONTHS.test(c ?? "")) return false;
  }
  return false;
}

/** A number that belongs to a period is no count, and is not left unread: "the first 10 months", "in 1996". */
function drop(s: Sentence): void {
  if (s.periods.length === 0) return;
  if (s.amounts.length + s.unread.length === 0) return;
  const within = (start: number, end: number) => {
    let last = s.periods.length - 1;
    while (last > 0 && (s.periods[last] as FoundPeriod).start > start) last--;
    const period = s.periods[last] as FoundPeriod;
    return period.start <= start && end <= period.end;
  };
  keep(s.amounts, (one) => one.kind !== "count" || !within(one.start, one.start + 1));
  keep(s.unread, (one) => !within(one.start, one.end));
}

/** Keeps in place what passes. */
function keep<T>(list: T[], passes: (one: T) => boolean): void {
  let kept = 0;
  for (const one of list) if (passes(one)) list[kept++] = one;
  while (list.length > kept) list.pop();
}

function periodAt(s: Sentence, i: number, published: Published): Found | undefined {
  const token = s.tokens[i] as Token;
  const { word } = token;
  if (token.kind === "digits") return yearAt(s, i) ?? countOfMonths(s, i, i, published);
  if (MONTHS.has(word)) return monthsAt(s, i, published);
  if (WEEKDAYS.has(word)) return { first: i, next: i + 1, period: published.weekday(word) };
  return codeAt(s, i, published) ?? phraseAt(s, i, published);
}
