import {
  ADJECTIVES_OF_COUNTED,
  BEFORE_IMPLIED_MONEY,
  BEFORE_UNIT_OF_BOTH,
  BETWEEN_ENDS,
  COMPARES_IMPLIED_MONEY,
  COUNTED_POINTS,
  LENGTHS_OF_TIME,
  MEASURES,
  NAMES_OF_COUNTS,
  PARTS_ENDS_OF_UNIT,
  POINTING_WORDS,
  RANGE_OPENERS,
} from "../../language/en/amount-words.js";
import { BEFORE_BASE, BEFORE_LEVEL, BEFORE_STAND, DEFINITE, PLURAL } from "../../language/en/little-words.js";
import {
  ARTICLES,
  COMPARED,
  COMPARED_WITH,
  GAINS,
  JOINS_LIST,
  LOSSES,
  SAYS_BEFORE_LIST,
} from "../../language/en/relation-words.js";
import {
  DOWN_NOUNS,
  DOWN_VERBS,
  FUNCTION_WORDS,
  LESS_WORDS,
  MONTHS,
  MORE_WORDS,
  UP_NOUNS,
  UP_VERBS,
} from "../../language/en/words.js";
import { CURRENCY_PHRASES, type UnitFound } from "../../notation/parts.js";
import { inOrder } from "../in-order.js";
import { measureAt } from "../relation/chinese.js";
import type { Sentence } from "../scan/sentence.js";
import { isYearLike } from "./affixes.js";
import { Amount, type AmountParts, sizeOf } from "./amount.js";
import { whoseMoney } from "./currency.js";
import { isLess, moved, movedBy } from "./ranges.js";
import { aboutRates } from "./rates.js";
import type { Bare, Settings } from "./types.js";
import { behindPoint } from "./written-number.js";

/** Reads the numbers that state no unit: money whose currency stands elsewhere, counts; the rest is left with a reason. */
export function readBare(s: Sentence, bare: readonly Bare[], settings: Settings): void {
  if (bare.length === 0) return;
  const money = s.amounts.filter((one) => one.kind === "money");
  const starts = bare.filter((one) => startsChange(s, one));
  for (const one of bare) {
    if (starts.includes(one)) continue;
    const found =
      wrapped(s, one, money, settings) ??
      bracketed(s, one) ??
      implied(s, one, money) ??
      otherEnd(s, one) ??
      indexed(s, one) ??
      counted(s, one);
    if (typeof found === "string") s.leave(one.number.start, one.end, found);
    else s.amounts.push(found);
  }
  for (const one of starts) {
    const found = inUnitOfEnd(s, one) ?? implied(s, one, money) ?? counted(s, one);
    if (typeof found === "string") s.leave(one.number.start, one.end, found);
    else s.amounts.push(found);
  }
  inOrder(s.amounts, (a, b) => a.start - b.start);
}

/** "rose from 2.1 to 2.4 million tonnes": a number that a change begins with, and that states no unit. */
function startsChange(s: Sentence, one: Bare): boolean {
  const next = s.tokenAt(one.end);
  return (
    one.high === undefined &&
    s.word(one.token - 1) === BEFORE_BASE &&
    s.word(next) === BEFORE_LEVEL &&
    moved(s, one.token - 1)
  );
}

/** The start of a change in the unit of its end, and in its scale where it has none and is of the same size. */
function inUnitOfEnd(s: Sentence, one: Bare): Amount | undefined {
  const at = s.tokens[s.tokenAt(one.end) + 1]?.start;
  const end = s.amounts.find((each) => each.start === at);
  if (end === undefined || end.parts.high !== undefined) return undefined;
  const { kind, parts } = end;
  if (kind !== "money" && kind !== "count" && kind !== "percent") return undefined;
  const own = plain(one);
  const shared = { digits: own.digits, exponent: own.exponent === 0 ? parts.low.exponent : own.exponent };
  const apart = (low: AmountParts["low"]) => Math.abs(sizeOf(low) - sizeOf(parts.low));
  const low = apart(shared) <= apart(own) ? shared : own;
  if (apart(low) > 1) return undefined;
  // What "fell from 3 to 8 percent" may have fallen by so much.
  const verb = movedBy(s, one.token - 1);
  if (verb !== undefined && DOWN_VERBS.has(verb) && isLess(low, parts.low)) return undefined;
  return madeOf(s, one, { ...unitOf(end), low });
}

/** What another amount is measured in, for one that does not say it. */
function unitOf({ kind, parts, currency, of, per }: Amount): Partial<AmountParts> {
  return {
    kind,
    unit: parts.unit,
    implicit: true,
    found: parts.found,
    currency,
    of,
    per,
  };
}

/**
 * The other end of a change in the unit of the one beside it: "to $1.51 from 1.62", "fell 30 francs to 460",
 * "to 12.20 from 12.75 percent".
 */
function otherEnd(s: Sentence, one: Bare): Amount | undefined {
  const { number, scale, high } = one;
  if (high !== undefined || scale !== undefined || number.spelled || number.exponent > 0) return undefined;
  const [next, lead] = [s.tokenAt(one.end), s.word(one.token - 1)];
  if (isYearLike(number)) return undefined;
  const compares =
    SAYS_BEFORE_LIST.has(lead) || (COMPARED_WITH.has(lead) && COMPARED.has(s.word(one.token - 2)));
  if (!compares && lead !== BEFORE_LEVEL) return undefined;
  // A number with decimals counts no things.
  if (!endsThere(s, next) && (!number.digits.includes(".") || isCounted(s, next))) return undefined;
  if (!compares && s.word(next) === BEFORE_BASE && moved(s, one.token - 1)) {
    const at = s.tokens[next + 1]?.start;
    return inUnitOf(
      s,
      one,
      s.amounts.find((each) => each.start === at),
    );
  }
  let end: Amount | undefined;
  for (const each of s.amounts) if (each.end <= number.start && each.end > (end?.end ?? 0)) end = each;
  if (end === undefined) return undefined;
  const last = s.tokenAt(end.end);
  if (one.token - last > 8) return undefined;
  for (let i = last; i < one.token; i++)
    if (PARTS_ENDS_OF_UNIT.has(s.word(i)) || isNumber(s, i)) return undefined;
  // "178 and 210 million tonnes, against 160 and 167 million"
  if (s.tokens[next + 1]?.kind === "digits" && JOINS_LIST.has(s.word(next))) return undefined;
  const first = s.tokenAt(end.start);
  const rated = end.kind === "percent" || end.of === COUNTED_POINTS;
  // "Rose 3.5 percent from 120.5": of percentages only a level has a unit for the other end.
  if (rated && !(compares && BEFORE_UNIT_OF_BOTH.has(s.word(first - 1)))) return undefined;
  if (!compares && !(UP_VERBS.has(s.word(first - 1)) || DOWN_VERBS.has(s.word(first - 1)))) return undefined;
  return inUnitOf(s, one, end);
}

/** Whether digits at token `i` are no year. */
function isNumber(s: Sentence, i: number): boolean {
  const token = s.tokens[i];
  return token?.kind === "digits" && !/^(?:1[5-9]|20)\d\d$/.test(s.text.slice(token.start, token.end));
}

/** The number in the unit of another amount, where the two are of one size and as exact as each other. */
function inUnitOf(s: Sentence, one: Bare, end: Amount | undefined): Amount | undefined {
  if (end === undefined || end.parts.high !== undefined || end.parts.negative) return undefined;
  const { kind, parts } = end;
  if (kind !== "money" && kind !== "percent" && (kind !== "count" || end.of === undefined)) return undefined;
  const low = { digits: one.number.digits, exponent: parts.low.exponent };
  const decimals = (of: string) => (of.includes(".") ? of.length - of.indexOf(".") : 0);
  const alike = decimals(low.digits) === decimals(parts.low.digits);
  if (Math.abs(sizeOf(low) - sizeOf(parts.low)) > 1 || (parts.low.exponent !== 0 && !alike)) return undefined;
  return madeOf(s, one, { ...unitOf(end), low });
}

/** "fell 12.4 points, or 0.3%, to 4,120.5": what an index reached, in points. */
function indexed(s: Sentence, one: Bare): Amount | undefined {
  const { number, scale, high, token } = one;
  if (high !== undefined || scale !== undefined || number.spelled || isYearLike(number)) return undefined;
  const lead = s.word(token - 1);
  if ((lead !== BEFORE_LEVEL && lead !== BEFORE_STAND) || !endsThere(s, s.tokenAt(one.end))) return undefined;
  for (const points of s.amounts) {
    if (points.kind !== "count" || points.of !== COUNTED_POINTS || points.end > number.start) continue;
    const first = s.tokenAt(points.start);
    const verb = s.word(first - 1);
    if (token - first < 14 && (UP_VERBS.has(verb) || DOWN_VERBS.has(verb)))
      return madeOf(s, one, { of: COUNTED_POINTS });
  }
  return undefined;
}

function plain(one: Bare): AmountParts["low"] {
  return { digits: one.number.digits, exponent: one.number.exponent + (one.scale?.exponent ?? 0) };
}

function madeOf(s: Sentence, one: Bare, parts: Partial<AmountParts>): Amount {
  return new Amount(s.text, {
    kind: "count",
    start: one.number.start,
    end: one.end,
    low: plain(one),
    high: one.high,
    negative: false,
    unit: "number",
    scaleWord: one.scale?.word,
    ...parts,
  });
}

/** "84.1 billion ($11.5 billion) yuan": the other currency stands between the number and its own. */
function wrapped(s: Sentence, one: Bare, money: readonly Amount[], settings: Settings): Amount | undefined {
  const open = s.tokenAt(one.end);
  if (s.word(open) !== "(") return undefined;
  const inner = money.find((each) => each.start >= one.end && s.tokens[open + 1]?.start === each.start);
  if (inner === undefined) return undefined;
  const close = s.tokenAt(inner.end);
  const start = s.tokens[close + 1]?.start;
  if (s.word(close) !== ")" || start === undefined) return undefined;
  const name = CURRENCY_PHRASES.at(s.text, start, 3);
  if (name === undefined) return undefined;
  const found: UnitFound = { unit: name.value, word: name.phrase, exponent: 0, start, end: name.end };
  const currency = whoseMoney(found, s, settings.whose);
  return madeOf(s, one, { kind: "money", end: name.end, unit: currency, currency, found });
}

/**
 * "EUR 105.8 million (83.4)", "12.1% (11.3)": what it was a year before, in brackets behind the figure and in its unit. It is
 * printed with as many decimals and is of the same size; "(1)" is a footnote.
 */
function bracketed(s: Sentence, one: Bare): Amount | undefined {
  const { digits } = one.number;
  if (one.high !== undefined || s.word(one.token - 1) !== "(" || s.word(s.tokenAt(one.end)) !== ")")
    return undefined;
  const end = s.tokens[one.token - 2]?.end;
  const before = s.amounts.find((each) => each.end === end);
  if (before === undefined || before.parts.high !== undefined || before.parts.negative) return undefined;
  const { low, kind } = before.parts;
  // "$587 $ (364)" is a row of a table, with a loss in brackets.
  if (!/[\p{L}\p{Nd}%.]/u.test(s.text[before.end - 1] as string)) return undefined;
  if (kind !== "money" && kind !== "percent") return undefined;
  const exponent = one.scale === undefined ? low.exponent : plain(one).exponent;
  const decimals = (of: string) => (of.includes(".") ? of.length - of.indexOf(".") : 0);
  if (
    digits.length < (exponent > 0 ? 2 : 3) ||
    one.number.spelled ||
    decimals(digits) !== decimals(low.digits)
  )
    return undefined;
  if (Math.abs(digits.length - low.digits.length) > 1 || isYearLike(one.number)) return undefined;
  if (exponent !== low.exponent) return undefined;
  return madeOf(s, one, { ...impliedParts(before), kind, low: { digits, exponent } });
}

/**
 * Money whose currency stands at another amount of the sentence: "36 million euros from 31 million a year before",
 * "4,150 ($570) … from 3,900 yuan ($535)".
 */
function implied(s: Sentence, one: Bare, money: readonly Amount[]): Amount | undefined {
  const large = one.scale !== undefined || one.number.exponent > 0 || one.number.grouping === "thousands";
  if (!large && s.word(one.token - 1) !== BEFORE_STAND) return undefined;
  const next = s.tokenAt(one.end);
  const inner =
    s.word(next) === "(" ? money.find((each) => each.start === s.tokens[next + 1]?.start) : undefined;
  if (inner !== undefined) {
    const other = money.find((each) => each.currency !== inner.currency);
    return other === undefined ? undefined : madeOf(s, one, impliedParts(other));
  }
  // "above the 3.6 billion that was expected": the article says that it is the same kind of thing.
  // "from a 1.9 billion surplus a year before": what is above or below zero is money.
  const article = s.word(one.token - 1);
  const side = ARTICLES.has(article) && (GAINS.has(s.word(next)) || LOSSES.has(s.word(next)));
  const the = article === DEFINITE || side;
  const link = s.word(the ? one.token - 2 : one.token - 1);
  // "the number of moviegoers was 129 million"
  for (let k = one.token - 1; k > 0 && one.token - k < 8; k--) {
    if (s.saysOne(k, NAMES_OF_COUNTS) > 0) return undefined;
  }
  const amount = money.find((each) => each.start === s.tokens[next + 1]?.start);
  if (BETWEEN_ENDS.has(s.word(next)) && amount !== undefined && RANGE_OPENERS.has(link)) {
    // "from 41,300 to 46,900 roubles"
    return madeOf(s, one, impliedParts(amount));
  }
  const scaled = one.scale !== undefined || one.number.exponent > 0;
  // "closed up 12 francs at 486": a price in the money just named.
  const priced =
    link === BEFORE_STAND ? money.find((each) => each.end === s.tokens[one.token - 2]?.end) : undefined;
  if (priced !== undefined && endsThere(s, next)) return madeOf(s, one, impliedParts(priced));
  if (
    !scaled &&
    (!BEFORE_IMPLIED_MONEY.has(link) || link === BEFORE_STAND || one.number.digits.includes("."))
  )
    return undefined;
  if (!endsThere(s, next) && !(COMPARES_IMPLIED_MONEY.has(link) && (the || !isCounted(s, next))))
    return undefined;
  // What stands in brackets is another currency's: the amount itself decides.
  const main = money.filter((each) => each.end <= one.number.start && s.text[each.start - 1] !== "(");
  const before = main.at(-1);
  if (before === undefined || s.amounts.some((each) => each.kind === "count" && each.start > before.start)) {
    return undefined;
  }
  // The same order of size: "from 510 million", not "in 1,200 shops".
  return !scaled && before.parts.low.exponent > 0 ? undefined : madeOf(s, one, impliedParts(before));
}

/** Whether a plural or a measure follows: then it is that which is counted. */
function isCounted(s: Sentence, next: number): boolean {
  const word = s.word(next);
  return (
    (word.endsWith(PLURAL) && !FUNCTION_WORDS.has(word)) ||
    MEASURES.has(word) ||
    ADJECTIVES_OF_COUNTED.has(word)
  );
}

function impliedParts(other: Amount): Partial<AmountParts> {
  return {
    kind: "money",
    unit: other.parts.unit,
    ...(other.currency === undefined ? {} : { currency: other.currency }),
    ...(other.parts.found === undefined ? {} : { found: other.parts.found }),
    implicit: true,
  };
}

/** Whether no noun follows: the end of the sentence, a mark, or a word that cannot be what is counted. */
function endsThere(s: Sentence, next: number): boolean {
  const token = s.tokens[next];
  if (token === undefined || token.kind === "mark") return token?.word !== "-";
  return token.kind === "word" && (FUNCTION_WORDS.has(token.word) || MONTHS.has(token.word));
}

/** "22.62 million tonnes", "20 Chinese companies", "9,457 units"; a reason where it is no count. */
function counted(s: Sentence, one: Bare): Amount | string {
  const { number: n } = one;
  const large = one.scale !== undefined || n.exponent > 0 || n.grouping === "thousands";
  const next = s.tokenAt(one.end);
  const measure = measureAt(s.text, one.end);
  // "1,200家" but not "5个百分点"
  if (measure !== undefined) return madeOf(s, one, { end: one.end + measure.length, of: measure });
  const behind = behindPoint(s, next);
  if (behind !== undefined)
    return madeOf(s, one, { end: s.tokens[behind - 1]?.end as number, of: COUNTED_POINTS });
  const noun = nounAt(s, next);
  if (noun !== undefined) {
    if (LENGTHS_OF_TIME.has(noun.of) && !large) return "a length of time";
    const the = POINTING_WORDS.has(s.word(one.token - 1));
    if (n.spelled && n.exponent === 0 && (the || !noun.of.endsWith(PLURAL))) return "a number in words";
    return madeOf(s, one, { end: noun.end, of: noun.of });
  }
  if (large && !n.digits.includes(".")) return madeOf(s, one, {});
  if (one.scale !== undefined || n.exponent > 0) return madeOf(s, one, {});
  if (/\.\d{3,}$/.test(n.digits) && aboutRates(s)) return madeOf(s, one, { kind: "rate" });
  return n.spelled ? "a number in words" : "a number without a unit";
}

/** What is counted: the next noun, with at most two words before it. */
function nounAt(s: Sentence, next: number): { readonly end: number; readonly of: string } | undefined {
  let at = next;
  const words: number[] = [];
  while (words.length < 4) {
    const token = s.tokens[at];
    if (token === undefined || token.kind !== "word" || !isNounLike(token.word)) break;
    if (words.length > 0 && stops(token.word)) break;
    words.push(at);
    const own = s.text[token.start] as string;
    const capital = own !== own.toLowerCase();
    // "MW" is a measure, with or without capitals: "1,950 MW already" is no thing of that name.
    if (MEASURES.has(token.word) || (!capital && token.word.endsWith(PLURAL))) break;
    // Only words that can stand before a noun lead on to the next one.
    if (!capital && !ADJECTIVES_OF_COUNTED.has(token.word)) break;
    at++;
  }
  const last = words.at(-1);
  if (last === undefined) return undefined;
  return { end: s.tokens[last]?.end as number, of: s.word(last) };
}

function isNounLike(word: string): boolean {
  return (
    word.length > 1 &&
    !FUNCTION_WORDS.has(word) &&
    !MONTHS.has(word) &&
    !UP_VERBS.has(word) &&
    !DOWN_VERBS.has(word) &&
    !UP_NOUNS.has(word) &&
    !DOWN_NOUNS.has(word) &&
    !MORE_WORDS.has(word) &&
    !LESS_WORDS.has(word)
  );
}

function stops(word: string): boolean {
  return word.length < 2 || FUNCTION_WORDS.has(word);
}
