import { BEFORE_DAY } from "../../language/en/little-words.js";
import {
  ENDS_IN_DAY,
  LAST_YEAR,
  SAYS_HOLIDAY,
  SAYS_STAGE,
  SAYS_YEAR_TO_DATE,
  THIS_MONTH,
  THIS_YEAR,
  WEEK_ENDING,
  WHOLE_YEAR,
  YEAR_ENDING,
} from "../../language/en/period-words.js";
import {
  AS_OF,
  BASIS_ADJECTIVES,
  BASIS_NAMES,
  BASIS_UNITS,
  BEFORE_BASE_PERIOD,
  BEFORE_BEGINNING,
  BEFORE_COMPARED_PERIOD,
  BEFORE_EQUAL,
  BEFORE_ITS_YEAR,
  BEFORE_MULTIPLIED,
  BEFORE_START,
  BETWEEN_AMOUNT_AND_PERIOD,
  COMPARED_WITH,
  COMPARES_WITH_NAMED_PERIOD,
  COMPARES_WITH_PERIOD,
  COMPARISON_PREPOSITIONS,
  IN_TIME,
  LEADS_TO_AMOUNT,
  ON_OR_OVER,
  OVER_OR_ABOVE,
  OVER_THE,
  PARTS_CLAUSES,
  PARTS_RATES,
  SINCE,
  SO_FAR,
  VERB_OF_COMPARISON,
  WHOLE_PERIODS,
} from "../../language/en/relation-words.js";
import { DOWN_NOUNS, FORECAST_WORDS, MONTHS, PRESENT_VERBS, UP_NOUNS } from "../../language/en/words.js";
import { COMPARES } from "../../language/zh/words.js";
import type { Amount } from "../amount/amount.js";
import { yearBeforeOf } from "../period/calendar.js";
import type { FoundPeriod } from "../period/said.js";
import type { Basis, ComparisonMention } from "../reading.js";
import { Anchor } from "../scan/anchor.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";
import { chineseBasis } from "./chinese.js";
import { isForecast } from "./forecast.js";
import type { Said } from "./phrase.js";
import { isRateKind } from "./role.js";

interface Against {
  readonly basis: Basis;
  readonly period: FoundPeriod | undefined;
}

type Stretch = readonly [from: number, to: number];

/** Against what a growth is measured, and over which period, by the words near the rate. */
export function basisOf(line: Line, place: number, said: Said, base: Amount | undefined): Against {
  const around = clause(line, place);
  const near = own(line, place, around);
  const period = periodOf(line, near, around, said);
  const basis =
    saidBasis(line, place, near, said) ??
    chineseBasis(line.sentence, line.items[said.from]?.start ?? 0) ??
    comparedBasis(line, place, near, around, said, base, period) ??
    yearApart(line, period) ??
    fromPeriod(line, place, near, said, period);
  return { basis, period };
}

/** The items around the rate that belong to it alone: up to the rates beside it, and the "and" between them. */
function own(line: Line, place: number, clause: Stretch): Stretch {
  let [from, to] = clause;
  const rate = (i: number) => {
    const amount = line.amount(i);
    return i !== place && amount !== undefined && isRateKind(amount);
  };
  for (let i = place - 1; i >= from; i--) if (rate(i)) from = afterLink(line, i, place);
  for (let i = place + 1; i <= to; i++) if (rate(i)) to = beforeLink(line, place, i);
  return [from, to];
}

function afterLink(line: Line, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (PARTS_RATES.has(line.word(i))) return i;
  return from + 1;
}

function beforeLink(line: Line, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (PARTS_RATES.has(line.word(i))) return i;
  return to - 1;
}

/** The stretch of items around the rate: to the semicolons and "while"s on both sides. */
function clause(line: Line, place: number): Stretch {
  let from = place;
  while (from > 0 && place - from < 40 && !splits(line, from - 1)) from--;
  let to = place;
  while (to < line.items.length - 1 && to - place < 25 && !splits(line, to + 1)) to++;
  return [from, to];
}

function splits(line: Line, i: number): boolean {
  return PARTS_CLAUSES.has(line.word(i));
}

/** "year-on-year", "y/y", "an annual gain", "over the month", the nearest to the rate. */
function saidBasis(
  line: Line,
  place: number,
  [from, to]: Stretch,
  said: Pick<Said, "from">,
): Basis | undefined {
  let best: Basis | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const found = wordsAt(line, i);
    if (found === undefined) continue;
    const away = i > place ? i - place : Math.min(place - found.to, Math.abs(said.from - found.to));
    if (away < distance) {
      distance = away;
      best = found.basis;
    }
  }
  return best;
}

/**
 * "Rose 5% month on month to 105 tonnes from 90 tonnes a year earlier": the words around the rate at `place` say that it is
 * measured against another time than that of the base.
 */
export function isOfOtherTime(line: Line, place: number, base: Amount): boolean {
  if (line.language !== undefined) return false;
  const [from, to] = own(line, place, clause(line, place));
  const at = line.placeOf(base);
  const said = saidBasis(line, place, [from, to], { from: place }) ?? monthOf(line, place, at);
  if (said === undefined) return false;
  // Behind the base, or in brackets before it: "(a year earlier: $9m)".
  let i = line.word(at - 1) === ":" ? at - 2 : at + 1;
  while (i - at < 7 && line.period(i) === undefined && line.amount(i) === undefined) i++;
  const when = line.period(i)?.says;
  const basis = when?.basis;
  if (when === undefined || basis === undefined || basis === said) return false;
  // "in June, up 70% year on year, from $5bn in May"
  if (said === "yoy" && isOtherMonth(line, at, when.phrase)) return true;
  // "from $5bn in May" may be May of last year.
  return basis === "yoy" || (said === "yoy" && !MONTHS.has(when.phrase.split(" ")[0] as string));
}

/** Whether the item before the base at `at` that names a month names another one than `phrase`. */
function isOtherMonth(line: Line, at: number, phrase: string): boolean {
  for (let i = at - 1; i >= 0 && at - i <= 20; i--) {
    const own = line.period(i)?.text.toLowerCase();
    if (own !== undefined && MONTHS.has(own)) return MONTHS.has(phrase) && own !== phrase;
  }
  return false;
}

/** "Reserves rose by $9m in February to $17bn, compared with $14bn a year before": by so much in that month. */
function monthOf(line: Line, place: number, base: number): Basis | undefined {
  const month = line.period(place + 2);
  const text = month?.text.toLowerCase() ?? "";
  const inMonth = IN_TIME.has(line.word(place + 1)) && (MONTHS.has(text) || text === THIS_MONTH);
  return inMonth && place < base && !isRateKind(line.amount(place) as Amount) ? "mom" : undefined;
}

interface Found {
  readonly basis: Basis;
  readonly from: number;
  readonly to: number;
}

const NAMES_BASIS = new Anchor(() => [
  ...BASIS_UNITS.keys(),
  ...BASIS_NAMES.keys(),
  ...BASIS_ADJECTIVES.keys(),
]);

/** Words that name the basis themselves. */
function wordsAt(line: Line, i: number): Found | undefined {
  const item = line.items[i];
  if (item === undefined || (item.period === undefined && !NAMES_BASIS.in(item))) return undefined;
  const { word } = item;
  const unit = BASIS_UNITS.get(word);
  if (unit !== undefined) {
    let at = i + 1;
    while (ON_OR_OVER.has(line.word(at)) && at - i < 5) at++;
    if (at > i + 1 && line.word(at) === word) return { basis: unit, from: i, to: at };
  }
  const named = BASIS_NAMES.get(word);
  if (named !== undefined) return { basis: named, from: i, to: i };
  const noun = line.word(i + 1);
  const adjective = BASIS_ADJECTIVES.get(word);
  if (adjective !== undefined && (UP_NOUNS.has(noun) || DOWN_NOUNS.has(noun))) {
    return { basis: adjective, from: i, to: i };
  }
  if (OVER_THE.has(line.word(i - 1))) {
    const whole = WHOLE_PERIODS.get(item.period?.says.phrase ?? "");
    if (whole !== undefined) return { basis: whole, from: i - 1, to: i };
  }
  return undefined;
}

/** "from a year earlier", "than last year", "compared with 2019": by the period that stands behind such a word. */
function comparedBasis(
  line: Line,
  place: number,
  [from, to]: Stretch,
  [first, last]: Stretch,
  said: Said,
  base: Amount | undefined,
  period: FoundPeriod | undefined,
): Basis | undefined {
  for (let i = Math.max(from, said.from); i <= to; i++) {
    const when = line.period(i);
    if (when === undefined || !isBase(line, i) || isStart(line, i, said)) continue;
    const basis = when.says.basis;
    const starts =
      base === undefined && line.word(i - 1) === BEFORE_START && PRESENT_VERBS.has(line.word(said.from));
    if (basis === "mom" && starts && line.period(i)?.text.split(" ").length === 1) continue;
    if (basis !== undefined) return basis === "yoy" && years(when, period) > 1 ? "multi-year" : basis;
  }
  for (let i = said.from; i <= to; i++) {
    if (line.word(i - 1) === SINCE && /^(19|20)\d\d$/.test(line.period(i)?.text ?? "")) return "multi-year";
  }
  // "Since the start of 2023 prices have risen 3 percent"; what stands before "added 25% in the last two days" is not of it.
  const start = nearestPeriod(line, [from, to], said) === undefined ? first : from;
  for (let i = start; i <= last; i++) if (isToDate(line.period(i))) return "ytd";
  // "from 18.4 percent in the second quarter": the period of the base amount.
  for (
    let i = Math.max(0, place - 30);
    base !== undefined && i <= Math.min(line.items.length, place + 30);
    i++
  ) {
    if (line.amount(i) !== base) continue;
    for (let k = i + 1; k <= i + 9; k++) {
      const when = line.period(k);
      if (when === undefined) continue;
      const basis = when.says.basis;
      return basis === "yoy" && years(when, period) > 1 ? "multi-year" : basis;
    }
  }
  return undefined;
}

/** "prices will rise 5% from June", "tariffs were cut by 5% from June": since when, not compared with what. */
function isStart(line: Line, i: number, said: Said): boolean {
  if (line.word(i - 1) !== BEFORE_START || !MONTHS.has(line.period(i)?.says.phrase.split(" ")[0] as string))
    return false;
  for (let k = said.from - 1; k >= 0 && said.from - k <= 4; k--) {
    if (BEFORE_BEGINNING.has(line.word(k)) || FORECAST_WORDS.has(line.word(k))) return true;
    if (line.items[k]?.mark) return false;
  }
  return false;
}

/** How many years lie between two periods, 1 where their texts do not name them. */
function years(a: FoundPeriod, b: FoundPeriod | undefined): number {
  const year = (of: FoundPeriod | undefined) => /\b(1[89]|20)\d\d\b/.exec(of?.text ?? "")?.[0];
  const [x, y] = [year(a), year(b)];
  return x === undefined || y === undefined ? 1 : Math.abs(Number(x) - Number(y));
}

/** The period that a growth is of: the nearest that is not what it is compared with; else the sentence's first. */
function periodOf(line: Line, near: Stretch, around: Stretch, said: Said): FoundPeriod | undefined {
  // "to 2.5% in June from 4.3% in March": a rate that is compared with has the period behind it.
  const own = said.form === "itself" ? line.period(said.to + 2) : undefined;
  if (own !== undefined && IN_TIME.has(line.word(said.to + 1))) return own;
  const period = nearestPeriod(line, near, said) ?? nearestPeriod(line, around, said);
  if (period !== undefined) return stageOf(line, period) ?? period;
  for (let i = 0; i < around[0]; i++) {
    const when = line.period(i);
    if (when !== undefined && !isBase(line, i) && !notOwn(line, i)) return when;
  }
  return undefined;
}

/** "the first-quarter harvest of 2020": the part of the year that a year behind it is of. */
function stageOf(line: Line, year: FoundPeriod): FoundPeriod | undefined {
  if (!/^\d{4}$/.test(year.text)) return undefined;
  const at = line.items.findIndex((item) => item.period === year);
  if (line.word(at - 1) !== BEFORE_ITS_YEAR) return undefined;
  for (let i = at - 2; i >= 0 && at - i <= 5; i--) {
    const when = line.period(i);
    if (when !== undefined) return SAYS_STAGE.test(when.text) ? when : undefined;
    if (line.items[i]?.mark || line.amount(i) !== undefined) return undefined;
  }
  return undefined;
}

function nearestPeriod(line: Line, [from, to]: Stretch, said: Said): FoundPeriod | undefined {
  let period: FoundPeriod | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const when = line.period(i);
    if (when === undefined) continue;
    if (isToDate(when)) return when;
    // "rose 5% (3% in August)": what stands in brackets is not of it.
    if (i > said.to && opened(line, said.to, i)) continue;
    if (isBase(line, i) || notOwn(line, i) || ofBase(line, i)) continue;
    // Those behind the rate come first.
    const away = i > said.from ? i - said.from : (said.from - i) * 1.5;
    if (away < distance) {
      distance = away;
      period = when;
    }
  }
  return period;
}

function opened(line: Line, from: number, to: number): boolean {
  let depth = 0;
  for (let i = from + 1; i < to; i++) depth += line.word(i) === "(" ? 1 : line.word(i) === ")" ? -1 : 0;
  return depth > 0;
}

/** "since the start of the year". */
function isToDate(period: FoundPeriod | undefined): boolean {
  return period?.says.toDate === true;
}

/** "the highest since February 2022", "per annum" are no period of a growth. */
function notOwn(line: Line, i: number): boolean {
  const says = line.period(i)?.says;
  return (
    (line.word(i - 1) === SINCE && says?.phrase.startsWith(SINCE) !== true) ||
    says?.per === true ||
    wordsAt(line, i) !== undefined
  );
}

/** "from 11.3 million in 1995": the period of an amount that is a base. */
function ofBase(line: Line, i: number): boolean {
  let at = i - 1;
  while (at > 0 && i - at < 9 && line.amount(at) === undefined) {
    if (!BETWEEN_AMOUNT_AND_PERIOD.has(line.word(at)) || line.period(at)) return false;
    at--;
  }
  while (line.word(at - 1) === "(") at -= 2;
  let lead = at - 1;
  while (at - lead < 6 && line.word(lead) !== "" && !LEADS_TO_AMOUNT.has(line.word(lead))) lead--;
  return line.amount(at) !== undefined && COMPARISON_PREPOSITIONS.has(line.word(lead));
}

/** Whether a period is what is compared with: behind "from", "than", "over", "compared with". */
function isBase(line: Line, i: number): boolean {
  const says = line.period(i)?.says;
  if (says === undefined) return false;
  if (says.sinceStart || says.compared) return true;
  let at = i - 1;
  while (BEFORE_BASE_PERIOD.has(line.word(at)) && i - at < 5) at--;
  const word = line.word(at);
  // "twice those of last year"
  if (line.amount(at)?.kind === "multiple" && line.word(i - 1) === BEFORE_MULTIPLIED) return true;
  if (COMPARES_WITH_PERIOD.has(word)) return true;
  // "three times as many as in 2010"; "as of 2010" is no comparison.
  if (word === BEFORE_EQUAL && !line.says(at, AS_OF)) return true;
  if (COMPARED_WITH.has(word) && VERB_OF_COMPARISON.test(line.word(at - 1))) return true;
  if (VERB_OF_COMPARISON.test(word) || COMPARES.has(word)) return true;
  // "On March 3, 2021 the shares rose": that is when, and not against what.
  if (word === BEFORE_DAY && says.day) return false;
  return OVER_OR_ABOVE.has(word) ? says.earlier : says.ago;
}

/** "in January 1997 … against a deficit in January 1996": the sentence names the same months of the year before. */
function yearApart(line: Line, period: FoundPeriod | undefined): Basis | undefined {
  const before = period?.period === undefined ? undefined : yearBeforeOf(period.period).text;
  if (before === undefined) return undefined;
  const named = line.items.some((item, i) => item.period?.period?.text === before && isNamedBase(line, i));
  return named ? "yoy" : undefined;
}

/** "against a deficit of $938 million in January 1996": a period that belongs to an amount that is compared with. */
function isNamedBase(line: Line, i: number): boolean {
  for (let at = i - 1; at >= 0 && i - at <= 10; at--) {
    const word = line.word(at);
    if (COMPARES_WITH_NAMED_PERIOD.has(word)) return true;
    if (word === ";" || line.period(at) !== undefined) return false;
  }
  return false;
}

/** Without a comparison in words: whole years are compared with years, this year with its start. */
function fromPeriod(
  line: Line,
  place: number,
  near: Stretch,
  said: Said,
  period: FoundPeriod | undefined,
): Basis {
  const text = period?.says.phrase ?? "";
  const { kind } = line.amount(place) as Amount;
  // "shrank 26 percent last year, with one of them cutting by half": the year is the other rate's.
  const words = kind === "fraction" || kind === "multiple";
  if (words && text === LAST_YEAR && nearestPeriod(line, near, said) === undefined) return "unsaid";
  if (period?.says.sinceStart || SAYS_YEAR_TO_DATE.test(text)) return "ytd";
  if (WHOLE_YEAR.test(text)) return "yoy";
  if (YEAR_ENDING.test(text)) return "yoy";
  if (WEEK_ENDING.test(text)) return "wow";
  if (text === THIS_YEAR && line.items.some((_, i) => line.says(i, SO_FAR))) return "ytd";
  // "if it raises rates this year by half a point" says when, and not since when.
  if (text === THIS_YEAR) return kind === "percent" ? "yoy" : isForecast(line, said.from) ? "unsaid" : "ytd";
  if (/^\d{4}[-/]/.test(text)) return "multi-year";
  const possessive = /^['’]$/.test(line.word(line.items.findIndex((item) => item.period === period) + 1));
  return ENDS_IN_DAY.test(text) && !SAYS_HOLIDAY.test(text) && !possessive ? "dod" : "unsaid";
}

/** The comparisons that a sentence names, as mentions. */
export function comparisonsOf(line: Line): ComparisonMention[] {
  const found: ComparisonMention[] = [];
  if (line.sentence.periods.length === 0 && !NAMES_BASIS.in(line.sentence)) return found;
  for (let i = 0; i < line.items.length; i++) {
    const item = line.items[i] as Token;
    if (item.period === undefined && !NAMES_BASIS.in(item)) continue;
    const one = wordsAt(line, i) ?? comparedAt(line, i);
    if (one === undefined) continue;
    const start = line.items[one.from]?.start as number;
    const end = line.items[one.to]?.end as number;
    const text = line.sentence.slice(start, end);
    found.push({ kind: "comparison", text, start, end, basis: one.basis });
    i = Math.max(i, one.to);
  }
  return found;
}

function comparedAt(line: Line, i: number): Found | undefined {
  const when = line.period(i);
  if (when === undefined || !isBase(line, i)) return undefined;
  const basis = when.says.basis;
  if (basis === undefined) return undefined;
  const from = BEFORE_COMPARED_PERIOD.has(line.word(i - 1)) ? i - 1 : i;
  return { basis, from, to: i };
}
