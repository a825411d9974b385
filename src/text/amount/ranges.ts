import { Near } from "../../exact/decimal.js";
import {
  BEFORE_RANGE,
  BETWEEN_RANGES,
  CURRENCY_PREFIXES,
  MOVES,
  NO_RANGE_BEHIND,
  RANGE_FROM,
  RANGE_VERB,
} from "../../language/en/amount-words.js";
import {
  BEFORE_BASE,
  BEFORE_BOTH_ENDS,
  BEFORE_DISTANCE,
  BEFORE_LEVEL,
  JOINS_BOTH,
  JOINS_EITHER,
} from "../../language/en/little-words.js";
import { DOWN_VERBS, UP_VERBS } from "../../language/en/words.js";
import { TO } from "../../language/zh/words.js";
import { MINUS_SIGNS } from "../../notation/parts.js";
import type { Sentence } from "../scan/sentence.js";
import { type Head, headOf, isMoney, isYearLike, type Tail, tailOf } from "./affixes.js";
import type { Amount, Digits } from "./amount.js";
import { digitsOf, made } from "./build.js";
import type { WrittenNumber } from "./spelled.js";
import type { Bare, Settings } from "./types.js";
import { numberAtWord, numberOf } from "./written-number.js";

const DASHES = `${MINUS_SIGNS}~～`;

/** "3 to 4 billion euros", "$1.2-$1.4 billion", "2.5-3.5 percent", "between $3 and $4 billion". */
export function rangeFrom(
  s: Sentence,
  n: WrittenNumber,
  i: number,
  head: Head,
  tail: Tail,
  settings: Settings,
): Amount | Bare | undefined {
  const at = s.tokenAt(tail.end);
  const link = linkAt(s, at, i);
  if (link === undefined) return undefined;
  let second = link.next;
  // A currency sign before the second number: "$3-$4".
  for (
    let k = 0;
    k < 4 && s.tokens[second]?.kind !== "digits" && numberAtWord(s, second, settings) === undefined;
    k++
  ) {
    second++;
  }
  const m = numberOf(s, second, settings);
  if (m === undefined || "skip" in m) return undefined;
  const head2 = headOf(s, m, second, s.tokens[link.next]?.start ?? m.start);
  if (second !== link.next && head2.start !== s.tokens[link.next]?.start) return undefined;
  const tail2 = tailOf(s, m, second);
  const unit1 = tail.unit ?? head.currency;
  const unit2 = tail2.unit ?? head2.currency;
  const unit = unit2 ?? unit1;
  if (unit === undefined) return countRange(s, n, m, i, tail, tail2, link.between);
  if (unit1 !== undefined && unit2 !== undefined && unit1.unit !== unit2.unit) return undefined;
  // "in 2023 to 20 million euros": the year is no end of the range.
  if (unit1 === undefined && !link.dash && isYearLike(n)) return undefined;
  if (unit2 === undefined && (tail.unit !== undefined || !link.dash)) return undefined;
  if (!link.dash && !link.between && !isRange(s, unit1 !== undefined, head.start)) return undefined;
  if (n.spelled !== m.spelled && m.spelled && unit2 === undefined) return undefined;
  const high = digitsOf(m, tail2);
  const own = digitsOf(n, tail);
  const scaled =
    tail.scale === undefined && n.exponent === 0 && (tail.unit === undefined || !isMoney(tail.unit));
  const inherited = scaled ? { digits: own.digits, exponent: high.exponent } : own;
  const low = ordered(inherited, high) ? inherited : ordered(own, high) ? own : undefined;
  if (low === undefined) return undefined;
  const single = { ...tail2, unit: tail2.unit ?? tail.unit };
  return made(s, settings, {
    head:
      head.currency === undefined && head2.currency !== undefined
        ? { ...head, currency: head2.currency }
        : head,
    tail: single,
    low,
    high,
    end: tail2.end,
    scaleWord: tail2.scale?.word,
  });
}

/** "7 to 9 million": both ends in the scale behind the second. */
function countRange(
  s: Sentence,
  n: WrittenNumber,
  m: WrittenNumber,
  token: number,
  tail: Tail,
  tail2: Tail,
  between: boolean,
): Bare | undefined {
  const both = n.grouping === "thousands" && m.grouping === "thousands" && s.word(token - 1) !== BEFORE_BASE;
  if (both && ordered(digitsOf(n, tail), digitsOf(m, tail2))) {
    return { number: { ...n, next: m.next }, scale: undefined, token, end: m.end, high: digitsOf(m, tail2) };
  }
  if (tail2.scale === undefined) return undefined;
  const high = digitsOf(m, tail2);
  const range: Bare = { number: { ...n, next: m.next }, scale: tail2.scale, token, end: tail2.end, high };
  if (tail.scale !== undefined) {
    // "9.5 mln to 9.8 mln tonnes", where nothing says that something moved by the first or from it
    if (
      tail.scale.exponent !== tail2.scale.exponent ||
      NO_RANGE_BEHIND.has(s.word(token - 1)) ||
      moved(s, token)
    )
      return undefined;
    return ordered(digitsOf(n, tail), high) ? range : undefined;
  }
  if (isYearLike(n)) return undefined;
  // "Between three and 3.3 million" says that it is a range, "two to 3.3 million" may be of two things.
  if (n.spelled && !between) return undefined;
  // "rose from 2.1 to 2.4 million tonnes": two ends of a change, but not behind a range: "2.3 to 2.6, down from 2.4 to 2.7".
  const second = s.amounts.at(-1)?.parts.high !== undefined && BETWEEN_RANGES.has(s.word(token - 2));
  if (s.word(token - 1) === BEFORE_BASE && !second && moved(s, token - 1)) return undefined;
  return ordered({ digits: n.digits, exponent: high.exponent }, high) ? range : undefined;
}

interface Link {
  readonly dash: boolean;
  /** "between 3 and 4": nothing but a range. */
  readonly between: boolean;
  readonly next: number;
}

function linkAt(s: Sentence, at: number, first: number): Link | undefined {
  const word = s.word(at);
  if (word !== "" && DASHES.includes(word)) {
    // A dash with a space on one side only, or two of them, is punctuation.
    const tight = s.joined(at - 1) && s.joined(at);
    const loose = !s.joined(at - 1) && !s.joined(at) && word !== "-" && word !== "—";
    return tight || loose ? { dash: true, between: false, next: at + 1 } : undefined;
  }
  if (word === BEFORE_LEVEL || TO.has(word)) return { dash: false, between: false, next: at + 1 };
  const between = word === JOINS_BOTH && s.word(before(s, first)) === BEFORE_BOTH_ENDS;
  return between ? { dash: false, between, next: at + 1 } : undefined;
}

/** The token before an amount and its currency sign. */
export function before(s: Sentence, i: number): number {
  let at = i - 1;
  while (at > 0 && i - at < 4 && (s.tokens[at]?.kind === "mark" || CURRENCY_PREFIXES.has(s.word(at)))) at--;
  return at;
}

/**
 * Whether "A to B" is a range: not where a verb says that something moved by A, or from A, to B ("rose $5 to $20",
 * "rose from 12 to 14 billion").
 */
function isRange(s: Sentence, unitSaid: boolean, start: number): boolean {
  let at = s.tokenAt(start) - 1;
  while (at >= 0 && BEFORE_RANGE.has(s.word(at))) at--;
  const word = s.word(at);
  if (word === BEFORE_BASE) {
    // "gone from 2,100 naira to 2,400 naira" is a change, "range from 12 to 14 billion dollars" is not.
    if (RANGE_VERB.test(s.word(at - 1)) || RANGE_FROM.has(s.word(at - 1))) return true;
    return !unitSaid && !moved(s, at);
  }
  // "up 3.5 percent or 2.2 million dollars to 65.1 million dollars": by one or the other, to the last.
  if (word === JOINS_EITHER && unitSaid && moved(s, at)) return false;
  // "rose from $40m and $4m to $50m and $5m, respectively": the second of the amounts that it rose from.
  const first = word === JOINS_BOTH ? s.amounts.at(-1) : undefined;
  if (first !== undefined && s.word(s.tokenAt(first.start) - 1) === BEFORE_BASE) return false;
  const verb = UP_VERBS.has(word) || DOWN_VERBS.has(word);
  // "raised its stake by 5% to 30%"
  const by = s.word(s.tokenAt(start) - 1) === BEFORE_DISTANCE;
  return !((verb || by) && unitSaid);
}

/** The verb of change or of motion before token `from`: "rose from", "went in the year from". */
export function movedBy(s: Sentence, from: number): string | undefined {
  for (let at = from - 1; at >= 0 && from - at <= 6; at--) {
    const word = s.word(at);
    if (word === "," || word === ";") return undefined;
    if (UP_VERBS.has(word) || DOWN_VERBS.has(word) || MOVES.has(word)) return word;
  }
  return undefined;
}

export const moved = (s: Sentence, from: number): boolean => movedBy(s, from) !== undefined;

export const isLess = (one: Digits, other: Digits): boolean => !ordered(other, one);

function ordered(low: Digits, high: Digits): boolean {
  const value = (of: Digits) => new Near(`${of.digits}e${of.exponent}`);
  return value(low).lessThanOrEqualTo(value(high));
}
