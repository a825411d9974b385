import {
  BEHIND_VERB,
  BESIDE_PENCE,
  CODES_THAT_ARE_WORDS,
  METRIC_WEIGHTS,
  MINUS_WORDS,
  MONEY_LETTERS,
  MONEY_OR_NAME,
  MONEY_OR_PLACE,
  MONEY_OR_VERB,
  MONEY_OR_WEIGHT,
  MONEY_OR_WEIGHTS,
  OF_ONE_POINT,
  ONE_POINT,
  PENCE,
  VERBS_OF_WEIGHT,
} from "../../language/en/amount-words.js";
import { BEFORE_WHOLE, DEFINITE } from "../../language/en/little-words.js";
import { MINOR_NAMES } from "../../language/lexicon.js";
import { MINUS, OVER } from "../../language/zh/words.js";
import { codeAt } from "../../notation/number.js";
import {
  currencyBefore,
  isLetter,
  MINUS_SIGNS,
  PLUS_SIGNS,
  type ScaleFound,
  scaleAt,
  type UnitFound,
  unitAt,
  wordsBeforeNumbers,
  wordsBehindNumbers,
} from "../../notation/parts.js";
import { Anchor, WIDE } from "../scan/anchor.js";
import type { Sentence } from "../scan/sentence.js";
import type { Token } from "../scan/tokens.js";
import type { WrittenNumber } from "./spelled.js";

/** What stands behind a number and belongs to it. */
export interface Tail {
  readonly scale?: ScaleFound | undefined;
  readonly unit?: UnitFound | undefined;
  readonly end: number;
}

/** What may stand behind a number that belongs to it; and before one, that is its currency. Most numbers have neither. */
const BEHIND = new Anchor(() => [...wordsBehindNumbers(), BEFORE_WHOLE, ...OF_ONE_POINT, PENCE]);
const BEFORE = new Anchor(wordsBeforeNumbers);

/** Hundreds are no scale of amounts: "5 hundred" is a number in words. */
const HUNDRED = 2;

/** Whether the token behind a number can be its scale or its unit. */
function mayFollow(token: Token | undefined): boolean {
  if (token === undefined) return false;
  // "U.S. dollars": the stops are left out of the word.
  const stopped =
    token.kind === "word" && (token.word.includes(".") || token.word.length < token.end - token.start);
  return stopped || (token.marks & (BEHIND.bit | WIDE)) !== 0;
}

/** Whether the token before a number can be its currency; of 人民币 that is its last character. */
const mayPrecede = (token: Token): boolean => BEFORE.in(token) || (token.marks & WIDE) !== 0;

/**
 * Scale and unit behind the number, as far as they stand in the sentence and make sense there.
 * @param owned whether the number has a currency before it
 */
export function tailOf(s: Sentence, n: WrittenNumber, i: number, owned = false): Tail {
  const { text } = s;
  if (!mayFollow(s.tokens[n.next])) return { scale: undefined, unit: undefined, end: n.end };
  let scale = scaleAt(text, n.end, owned);
  if (scale !== undefined && (scale.end > s.end || scale.exponent === HUNDRED)) scale = undefined;
  // "3亿多元": more than three hundred million yuan.
  const last = scale?.end ?? n.end;
  const at = codeAt(text, last) > 0x2e7f && OVER.test(text[last] as string) ? last + 1 : last;
  let unit = inside(s, ofPoint(s, at) ?? unitAt(text, at), at);
  if (scale !== undefined && unit === undefined) {
    // A scale word that also begins the name of a unit loses to the longer reading.
    const whole = inside(s, unitAt(text, n.end), n.end);
    if (whole !== undefined && whole.end > scale.end) {
      scale = undefined;
      unit = whole;
    }
  }
  if (unit !== undefined && !makesSense(s, n, i, scale, unit, owned)) unit = undefined;
  // "100m" without money is as likely metres.
  if (scale !== undefined && unit === undefined && scale.word.length === 1 && scale.word < "\u2e80") {
    if (isLetter(text[scale.end])) scale = undefined;
  }
  unit ??= penceBehind(s, n, scale);
  return { scale, unit, end: unit?.end ?? scale?.end ?? n.end };
}

/** "186p", where the sentence speaks of shares or of British money. */
function penceBehind(s: Sentence, n: WrittenNumber, scale: ScaleFound | undefined): UnitFound | undefined {
  if (scale !== undefined || n.spelled || s.text[n.end] !== PENCE || isLetter(s.text[n.end + 1]))
    return undefined;
  const british = s.tokens.some(({ word }) => BESIDE_PENCE.has(word));
  return british ? { unit: "GBP", word: PENCE, exponent: -2, start: n.end, end: n.end + 1 } : undefined;
}

/** The unit at `at`, as far as it stands in the sentence: "5 yuan" before a paragraph that begins with "Billions". */
function inside(s: Sentence, unit: UnitFound | undefined, at: number): UnitFound | undefined {
  return unit === undefined || unit.end <= s.end ? unit : unitAt(s.text.slice(0, s.end), at);
}

/** "0.75 of a percentage point", "half of one percent". */
function ofPoint(s: Sentence, end: number): UnitFound | undefined {
  const first = s.tokenAt(end);
  const part = s.word(first) === BEFORE_WHOLE;
  const at = part ? first + 1 : first;
  if (!(part ? OF_ONE_POINT : ONE_POINT).has(s.word(at))) return undefined;
  const start = s.tokens[at + 1]?.start;
  if (start === undefined) return undefined;
  const unit = unitAt(s.text, start);
  return unit !== undefined && !isMoney(unit) ? unit : undefined;
}

export function isMoney(unit: UnitFound): boolean {
  return unit.unit !== "percent" && unit.unit !== "percentage-point" && unit.unit !== "basis-point";
}

function makesSense(
  s: Sentence,
  n: WrittenNumber,
  i: number,
  scale: ScaleFound | undefined,
  unit: UnitFound,
  owned: boolean,
): boolean {
  if (!isMoney(unit)) return true;
  const behind = s.tokenAt(unit.end);
  // "$20 $30", "3 USD50": what a number follows may be the next one's.
  const next = s.tokens[behind];
  if (next?.kind === "digits" && (owned || next.start === unit.end)) return false;
  const plain = scale === undefined && n.exponent === 0;
  const word = unit.word;
  if (MONEY_OR_WEIGHTS.test(word) && plain) {
    if (VERBS_OF_WEIGHT.has(s.word(i - 1)) || inKilograms(s, behind)) return false;
    if (next?.word === BEFORE_WHOLE || (word === MONEY_OR_WEIGHT && s.text[n.end] === "-")) return false;
  }
  if (word === MONEY_OR_VERB && plain && (isYearLike(n) || BEHIND_VERB.has(s.word(behind)))) return false;
  if (word === MONEY_OR_PLACE && plain && (s.word(i - 1) === DEFINITE || s.word(behind) !== "")) return false;
  // "221 Franc Road" is an address.
  if (
    plain &&
    unit.sign === undefined &&
    isCapital(s.text[unit.start]) &&
    isCapital(s.text[next?.start ?? -1])
  ) {
    if (next?.kind === "word" && word.split(" ").length === 1 && word !== word.toUpperCase()) return false;
  }
  // "50 Cent" is a singer.
  if (word === MONEY_OR_NAME && s.text[unit.start] === "C" && next?.kind === "word") return false;
  if (CODES_THAT_ARE_WORDS.has(word) && s.tokens[behind]?.kind === "word") return false;
  return true;
}

/** "4 pounds (1.8 kg)". */
function inKilograms(s: Sentence, behind: number): boolean {
  if (s.word(behind) !== "(") return false;
  for (let k = behind + 1; k < behind + 6; k++) if (METRIC_WEIGHTS.has(s.word(k))) return true;
  return false;
}

function isCapital(c: string | undefined): boolean {
  return c !== undefined && c !== c.toLowerCase();
}

/** Four digits from 1800 to 2199: a year, where nothing says otherwise. */
export function isYearLike(n: WrittenNumber): boolean {
  if (n.spelled || n.grouping !== "none" || n.digits.length !== 4) return false;
  const year = Number(n.digits);
  return year >= 1800 && year < 2200;
}

export interface Head {
  readonly currency?: UnitFound | undefined;
  readonly negative: boolean;
  readonly start: number;
}

/** Sign and currency before the number, not before `floor`. */
export function headOf(s: Sentence, n: WrittenNumber, i: number, floor: number): Head {
  const { text } = s;
  let start = n.start;
  let sign = signBefore(text, start, floor);
  if (sign !== undefined) start = sign.start;
  let currency: UnitFound | undefined;
  const previous = s.tokens[i - (sign === undefined ? 1 : 2)];
  if (previous !== undefined && previous.start >= floor && mayPrecede(previous))
    currency = currencyBefore(text, start);
  currency ??= letterBefore(s, n, start);
  if (currency !== undefined) {
    const taken = currency.start < floor;
    const word = CODES_THAT_ARE_WORDS.has(currency.word) && s.tokens[n.next]?.kind === "word";
    const split = /[\p{L}\p{Nd}]/u.test(text[currency.start - 1] ?? "") && isLetter(text[currency.start]);
    if (taken || word || (split && codeAt(text, currency.start) < 0x2e80)) currency = undefined;
  }
  if (currency !== undefined) {
    start = currency.start;
    sign ??= signBefore(text, start, floor);
    if (sign !== undefined && sign.start < start) start = sign.start;
  }
  const minus = sign === undefined ? minusWord(s, start, floor) : undefined;
  return { currency, negative: sign?.negative === true || minus !== undefined, start: minus ?? start };
}

/** "minus 3%", "negative 3%", "负3亿元": where the word that turns the sign begins. */
function minusWord(s: Sentence, start: number, floor: number): number | undefined {
  if (s.text[start - 1] === MINUS && start - 1 >= floor) return start - 1;
  const at = s.tokenAt(start) - 1;
  const token = s.tokens[at];
  return token !== undefined && token.start >= floor && MINUS_WORDS.has(token.word) ? token.start : undefined;
}

/** "N200,000", "R3.8bn": naira and rand, where the number is one of money; "N95" is a mask. */
function letterBefore(s: Sentence, n: WrittenNumber, start: number): UnitFound | undefined {
  const word = s.text[start - 1] ?? "";
  const unit = MONEY_LETTERS.get(word);
  if (unit === undefined || n.spelled || /[\p{L}\p{Nd}&]/u.test(s.text[start - 2] ?? " ")) return undefined;
  if (n.grouping !== "thousands" && scaleAt(s.text, n.end) === undefined) return undefined;
  return { unit, word, exponent: 0, start: start - 1, end: start };
}

/** A plus or minus directly before `at`, with a space, a bracket or nothing before it. */
function signBefore(
  text: string,
  at: number,
  floor: number,
): { readonly negative: boolean; readonly start: number } | undefined {
  const c = text[at - 1];
  if (at - 1 < floor || c === undefined || c === " ") return undefined;
  const negative = MINUS_SIGNS.includes(c);
  if (!negative && !PLUS_SIGNS.includes(c)) return undefined;
  const before = text[at - 2];
  if (before !== undefined && !/[\s([{"'“‘（|$€£¥￥₽₹₩]/.test(before)) return undefined;
  return { negative, start: at - 1 };
}

/** Cents behind an amount in the main unit: "13 dollars and 45 cents". */
export function minorUnit(unit: UnitFound | undefined): boolean {
  return unit !== undefined && unit.exponent === -2 && (MINOR_NAMES.has(unit.word) || unit.word === "¢");
}
