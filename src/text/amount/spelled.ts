import {
  BEFORE_PART,
  BEFORE_SCALE,
  DECIMAL_POINT,
  HALF,
  HUNDRED,
  PARTS_BEHIND_NUMBER,
  PARTS_OF_A_SCALE,
  PARTS_OF_A_WHOLE,
  SCALES_IN_WORDS,
  SMALL_NUMBERS,
  TENS_OF_NUMBERS,
  WITHIN_NUMBER,
} from "../../language/en/amount-words.js";
import { BEFORE_WHOLE, INDEFINITE, INDEFINITE_BEFORE_CONSONANT } from "../../language/en/little-words.js";
import { Anchor } from "../scan/anchor.js";
import type { Sentence } from "../scan/sentence.js";
import type { Token } from "../scan/tokens.js";

/** A number as written: digits, or words that stand for digits ("two and a half": 2.5). */
export interface WrittenNumber {
  /** ASCII digits with at most one ".". */
  readonly digits: string;
  /** The power of ten of a scale word that belongs to it: 6 in "five million". */
  readonly exponent: number;
  readonly start: number;
  readonly end: number;
  /** Index of the first token behind it. */
  readonly next: number;
  readonly spelled: boolean;
  readonly grouping?: "none" | "thousands" | "indian" | "space";
}

const SMALL: ReadonlyMap<string, number> = new Map([...SMALL_NUMBERS].map((word, i) => [word, i] as const));

const TENS: ReadonlyMap<string, number> = new Map(
  [...TENS_OF_NUMBERS].map((word, i) => [word, (i + 2) * 10] as const),
);

const NUMBER_STARTS: ReadonlySet<string> = new Set([...SMALL.keys(), ...TENS.keys()]);

/** Words that begin a spelled number. */
export function beginsNumber(word: string): boolean {
  return NUMBER_STARTS.has(word);
}

/**
 * The spelled number at token `i`: "five", "twenty-five", "one hundred and two", "five million", "a billion",
 * "half a million", "two and a half", "one point three". Scale words go into the exponent, so that "five million" keeps
 * its one digit.
 */
export function spelledAt(s: Sentence, i: number): WrittenNumber | undefined {
  return partOfScale(s, i) ?? article(s, i) ?? cardinal(s, i);
}

/** "half a million", "a quarter million", "quarter of a billion". */
function partOfScale(s: Sentence, i: number): WrittenNumber | undefined {
  let at = BEFORE_PART.has(s.word(i)) ? i + 1 : i;
  const digits = PARTS_OF_A_SCALE.get(s.word(at));
  if (digits === undefined) return undefined;
  at++;
  if (s.word(at) === BEFORE_WHOLE) at++;
  if (BEFORE_SCALE.has(s.word(at))) at++;
  const exponent = SCALES_IN_WORDS.get(s.word(at));
  if (exponent === undefined) return undefined;
  return number(s, i, at + 1, digits, exponent);
}

/** "a million", "a hundred". */
function article(s: Sentence, i: number): WrittenNumber | undefined {
  if (s.word(i) !== INDEFINITE_BEFORE_CONSONANT) return undefined;
  const word = s.word(i + 1);
  if (word === HUNDRED) return number(s, i, i + 2, "100", 0);
  const exponent = SCALES_IN_WORDS.get(word);
  return exponent === undefined ? undefined : number(s, i, i + 2, "1", exponent);
}

function cardinal(s: Sentence, i: number): WrittenNumber | undefined {
  if (!beginsNumber(s.word(i))) return undefined;
  let at = i;
  let total = 0n;
  let group = 0;
  let scale = 0;
  let lowest = 13;
  for (;;) {
    const word = s.word(at);
    const small = SMALL.get(word);
    const tens = TENS.get(word);
    if (small !== undefined && fits(group, small)) group += small;
    else if (tens !== undefined && group % 100 === 0) group += tens;
    else if (word === HUNDRED && group > 0 && group < 10) group *= 100;
    else {
      const exponent = SCALES_IN_WORDS.get(word);
      // Each scale word is smaller than the one before it: "two million three thousand".
      if (exponent === undefined || exponent >= lowest || group === 0) break;
      total += BigInt(group) * 10n ** BigInt(exponent);
      group = 0;
      scale = exponent;
      lowest = exponent;
    }
    at++;
    if (WITHIN_NUMBER.has(s.word(at)) && continues(s.word(at + 1), group, total)) at++;
  }
  if (at === i) return undefined;
  const value = total + BigInt(group);
  if (total > 0n && group === 0) {
    return number(s, i, at, (value / 10n ** BigInt(scale)).toString(), scale);
  }
  const behind = fraction(s, at);
  return number(s, i, behind?.next ?? at, `${value}${behind?.digits ?? ""}`, 0, behind !== undefined);
}

/** Whether a word below twenty goes on with a group: "twenty" + "five", "hundred" + "twelve", but not "two" + "five". */
function fits(group: number, small: number): boolean {
  if (group === 0) return true;
  if (group % 100 === 0) return true;
  return group % 10 === 0 && group % 100 >= 20 && small > 0 && small < 10;
}

function continues(word: string, group: number, total: bigint): boolean {
  const small = SMALL.get(word);
  if (small !== undefined) return (group > 0 || total > 0n) && group !== 0 ? fits(group, small) : total > 0n;
  return TENS.has(word) && ((group > 0 && group % 100 === 0) || (group === 0 && total > 0n));
}

/** " and a half", " point three". */
function fraction(s: Sentence, at: number): { digits: string; next: number } | undefined {
  for (const [digits, phrase] of PARTS_BEHIND_NUMBER) {
    if (s.says(at, phrase)) return { digits, next: at + phrase.length };
  }
  const decimal = s.word(at) === DECIMAL_POINT ? SMALL.get(s.word(at + 1)) : undefined;
  return decimal === undefined || decimal > 9 ? undefined : { digits: `.${decimal}`, next: at + 2 };
}

function number(
  s: Sentence,
  from: number,
  next: number,
  digits: string,
  exponent: number,
  scaled = false,
): WrittenNumber {
  const behind = scaled ? SCALES_IN_WORDS.get(s.word(next)) : undefined;
  const last = behind === undefined ? next : next + 1;
  return {
    digits,
    exponent: behind ?? exponent,
    start: (s.tokens[from] as Token).start,
    end: (s.tokens[last - 1] as Token).end,
    next: last,
    spelled: true,
  };
}

export interface SpelledFraction {
  readonly numerator: number;
  readonly denominator: number;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The fraction at token `i`: "half", "a third", "one-third", "two thirds", "three-quarters". */
export function fractionAt(s: Sentence, i: number): SpelledFraction | undefined {
  const first = s.word(i);
  if (first === HALF) return part(s, i, i, 1);
  const numerator = INDEFINITE.has(first) ? 1 : SMALL.get(first);
  if (numerator === undefined || numerator === 0 || numerator > 9) return undefined;
  const at = s.word(i + 1) === "-" ? i + 2 : i + 1;
  if (first === INDEFINITE_BEFORE_CONSONANT && at === i + 2) return undefined;
  return part(s, i, at, numerator);
}

function part(s: Sentence, from: number, at: number, numerator: number): SpelledFraction | undefined {
  const denominator = PARTS_OF_A_WHOLE.get(s.word(at));
  if (denominator === undefined || numerator >= denominator) return undefined;
  return {
    numerator,
    denominator,
    start: (s.tokens[from] as Token).start,
    end: (s.tokens[at] as Token).end,
    next: at + 1,
  };
}

/** The words that begin a spelled number, to be put into larger sets. */
export const numberStarts = (): Iterable<string> => NUMBER_STARTS;

export const INDEFINITES = new Anchor(() => INDEFINITE);
/** What an article is a number or a fraction with: "a million", "a third", "an eighth". */
export const behindArticles = (): string[] => [
  ...SCALES_IN_WORDS.keys(),
  ...PARTS_OF_A_WHOLE.keys(),
  HUNDRED,
];
