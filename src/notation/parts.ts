/**
 * What stands around a number: hedge, sign and currency before it; scale and unit behind it. Each function looks at
 * one place of a text and answers with the index where it stopped, so that `figure()` and the reader share them.
 */
import { currencies, isCurrencyCode } from "../figure/currency.js";
import type { Hedge } from "../figure/note.js";
import { currencyNames } from "../language/currency-names.js";
import {
  CURRENCY_CHARACTERS,
  CURRENCY_SIGNS,
  type CurrencySign,
  HEDGES,
  MINOR_NAMES,
  RATIO_SIGNS,
  RATIO_WORDS,
  SCALE_CHARACTERS,
  SCALES,
  TRAILING_HEDGES,
} from "../language/lexicon.js";
import { copied, once } from "../language/once.js";
import { phraseKeys } from "../language/word-list.js";
import { codeAt } from "./number.js";

/** Every glyph that is printed for minus: hyphen-minus, minus sign, hyphens, dashes, full-width and small forms. */
export const MINUS_SIGNS = "-\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d";
export const PLUS_SIGNS = "+\uff0b";

const SPACES = /\s/;

export function isSpace(text: string, i: number): boolean {
  const code = codeAt(text, i);
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return SPACES.test(text.charAt(i));
}

/** Skips at most eight white-space characters, line breaks included. */
export function skipSpaces(text: string, start: number): number {
  let i = start;
  while (i < text.length && i - start < 8 && isSpace(text, i)) i++;
  return i;
}

/** The index before which at most eight white-space characters stand, looking backwards from `end`. */
export function skipSpacesBack(text: string, end: number): number {
  let i = end;
  while (i > 0 && end - i < 8 && isSpace(text, i - 1)) i--;
  return i;
}

/** Where the blocks of Chinese characters begin. */
const CJK = 0x2e80;

const LETTER = /\p{L}/u;

export function isLetter(character: string | undefined): boolean {
  if (character === undefined) return false;
  const code = character.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return LETTER.test(character);
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const MAX_WORD = 20;

/** The word at `start`: letters, and full stops between letters ("U.S."), at most 20 characters. */
export function wordAt(text: string, start: number): Word | undefined {
  const plain = asciiEnd(text, start);
  if (plain > 0) return { word: lowerCase(text.slice(start, plain)), start, end: plain };
  let i = start;
  let stops = 0;
  const wide = isWide(text, start);
  while (i < text.length && i - start <= MAX_WORD) {
    // "4mn元": the word of one script ends where that of the other begins.
    if (isWide(text, i) !== wide && isLetterAt(text, i)) break;
    if (!isLetterAt(text, i)) {
      if (codeAt(text, i) !== STOP || !isLetterAt(text, i - 1)) break;
      if (!isLetterAt(text, i + 1) && !isAbbreviation(unstopped(text.slice(start, i)), text, i)) break;
      stops++;
    }
    i++;
  }
  if (i === start || i - start > MAX_WORD) return undefined;
  const word = text.slice(start, i);
  return { word: lowerCase(stops > 0 ? unstopped(word) : word), start, end: i };
}

const small = new Map<string, string>();
/** So many words are kept in lower case. */
const MOST_KNOWN = 5_000;

/**
 * A short word in lower case; the same word is one string, which tables find fast. Every word comes here: written out, since
 * reading took a tenth longer through `kept`.
 */
function lowerCase(word: string): string {
  const known = small.get(word);
  if (known !== undefined) return known;
  const made = copied(word.toLowerCase());
  if (small.size >= MOST_KNOWN) small.clear();
  small.set(copied(word), made);
  return made;
}

/** Where a word of plain letters ends that nothing but a plain mark or a space follows; 0 where it is none. */
function asciiEnd(text: string, start: number): number {
  let i = start;
  let code = codeAt(text, i);
  while (((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) && i - start <= MAX_WORD)
    code = codeAt(text, ++i);
  return i === start || i - start > MAX_WORD || code === STOP || code > 127 ? 0 : i;
}

/** Whether a Chinese or Japanese character stands there, or a letter of full width. */
const isWide = (text: string, at: number): boolean => codeAt(text, at) > 0x2e7f;

const STOP = 46;
const unstopped = (word: string): string => word.replaceAll(".", "");

function isLetterAt(text: string, i: number): boolean {
  const code = codeAt(text, i);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return LETTER.test(text.charAt(i));
}

// "U.S. dollars", "3.6 p.p.": the stop after the last letter of an abbreviation belongs to it.
function isAbbreviation(word: string, text: string, stop: number): boolean {
  return word === "US" || word === "us" || (word === "pp" && text[stop - 2] === ".");
}

/** The word that ends at `end`. */
export function wordBefore(text: string, end: number): Word | undefined {
  let i = end;
  let stops = 0;
  while (i > 0 && end - i <= MAX_WORD) {
    if (!isLetterAt(text, i - 1)) {
      if (codeAt(text, i - 1) !== STOP || !isLetterAt(text, i - 2)) break;
      if (i === end && text[i - 3] !== "." && !isStop(text, i)) break;
      stops++;
    }
    i--;
  }
  if (i === end || end - i > MAX_WORD) return undefined;
  const word = text.slice(i, end);
  return { word: lowerCase(stops > 0 ? unstopped(word) : word), start: i, end };
}

// "approx." and "c." may end in a stop.
function isStop(text: string, end: number): boolean {
  let i = end - 1;
  while (i > 0 && isLetter(text[i - 1]) && end - i < 8) i--;
  const word = text.slice(i, end - 1).toLowerCase();
  return word === "approx" || word === "c" || word === "ca";
}

interface Phrase<T> {
  readonly value: T;
  readonly phrase: string;
  readonly end: number;
}

interface Branch<T> {
  found: { readonly value: T; readonly phrase: string } | undefined;
  next: Map<string, Branch<T>> | undefined;
}

/** Phrases by their words, so that a place without one is seen at its first word. */
export class Phrases<T> {
  private root: Branch<T> | undefined;
  private letters: Uint8Array | undefined;

  /** @param phrases asked for when the first place is looked at */
  constructor(private readonly phrases: () => Iterable<readonly [phrase: string, value: T]>) {}

  /** The words that a phrase begins with. */
  get starts(): Iterable<string> {
    return this.branches().next?.keys() ?? [];
  }

  private branches(): Branch<T> {
    if (this.root !== undefined) return this.root;
    this.root = { found: undefined, next: undefined };
    for (const [phrase, value] of this.phrases()) {
      let branch = this.root;
      for (const word of phrase.split(" ")) {
        branch.next ??= new Map();
        const known = branch.next.get(word) ?? { found: undefined, next: undefined };
        branch.next.set(word, known);
        branch = known;
      }
      branch.found = { value, phrase };
    }
    return this.root;
  }

  /** Of the first 128 characters, those that a phrase may begin with; what lies beyond is neither set nor found. */
  private firstLetters(): Uint8Array {
    if (this.letters === undefined) {
      this.letters = new Uint8Array(128);
      // A full stop may stand within a word.
      this.letters[STOP] = 1;
      for (const word of this.starts)
        for (const either of [word, word.toUpperCase()]) this.letters[either.charCodeAt(0)] = 1;
    }
    return this.letters;
  }

  /** The longest phrase of up to `most` words at `start`; spaces and hyphens join words. */
  at(text: string, start: number, most: number): Phrase<T> | undefined {
    if ((this.letters ?? this.firstLetters())[codeAt(text, start)] === 0) return undefined;
    let found: Branch<T>["found"];
    let end = start;
    let i = start;
    let { next } = this.root ?? this.branches();
    for (let n = 0; n < most && next !== undefined; n++) {
      const word = wordAt(text, n === 0 ? i : skipJoint(text, i));
      if (word === undefined || (n > 0 && word.start === i)) break;
      const branch = next.get(word.word);
      if (branch === undefined) break;
      i = word.end;
      if (branch.found !== undefined) {
        found = branch.found;
        end = i;
      }
      next = branch.next;
    }
    return found && { value: found.value, phrase: found.phrase, end };
  }
}

/** The longest phrase of up to `most` words that ends at `end`. */
export function phraseBefore<T>(
  text: string,
  end: number,
  table: ReadonlyMap<string, T>,
  most: number,
): { readonly value: T; readonly phrase: string; readonly start: number } | undefined {
  let found: { value: T; phrase: string; start: number } | undefined;
  let phrase = "";
  let i = end;
  for (let n = 0; n < most; n++) {
    const at = n === 0 ? i : skipSpacesBack(text, i);
    if (n > 0 && at === i) break;
    const before = wordBefore(text, at);
    if (before === undefined) break;
    phrase = n === 0 ? before.word : `${before.word} ${phrase}`;
    i = before.start;
    const value = table.get(phrase);
    if (value !== undefined) found = { value, phrase, start: i };
  }
  return found;
}

function skipJoint(text: string, i: number): number {
  const c = text[i];
  if ((c === "-" || c === "\u2011" || c === "\u2010") && isLetter(text[i + 1])) return i + 1;
  return skipSpaces(text, i);
}

export interface ScaleFound {
  readonly exponent: number;
  readonly word: string;
  readonly end: number;
}

const SCALE_PHRASES = /* @__PURE__ */ new Phrases(() => SCALES);

/** Scale words that are printed with a full stop where a unit follows: "4,2 Mrd. Euro". */
const SHORTENED = new Set(["mrd", "mio", "tsd"]);

/**
 * The scale behind a number: "bn", " billion", "-billion", "万亿".
 * @param owned whether the number has a currency before it: "EUR 12 m" is no length
 */
export function scaleAt(text: string, start: number, owned = false): ScaleFound | undefined {
  const at = skipJoint(text, start);
  if (codeAt(text, at) >= CJK) {
    for (const [sign, exponent] of SCALE_CHARACTERS) {
      if (text.startsWith(sign, at)) return { exponent, word: sign, end: at + sign.length };
    }
  }
  const found = SCALE_PHRASES.at(text, at, 2);
  if (found === undefined) return undefined;
  // A single letter, or "mm", is a scale only when it stands against its digits: "12m" but not "12 m".
  const short = found.phrase.length === 1 || found.phrase === "mm" || found.phrase === "cr";
  if (short && at !== start && !(owned && "mbk".includes(found.phrase))) return undefined;
  const stopped = SHORTENED.has(found.phrase) && text[found.end] === "." && unitAt(text, found.end + 1);
  return { exponent: found.value, word: found.phrase, end: stopped ? found.end + 1 : found.end };
}

export interface UnitFound {
  readonly unit: string;
  /** As printed: a sign, a name, a code. */
  readonly word: string;
  /** Power of ten of a part of the unit: −2 for cents. */
  readonly exponent: number;
  readonly sign?: CurrencySign;
  readonly start: number;
  readonly end: number;
}

/** The unit behind a number and its scale: "%", " percentage points", " yuan", "元", " USD", "€". */
export function unitAt(text: string, start: number): UnitFound | undefined {
  // No unit begins with a space.
  const found = isSpace(text, start) ? undefined : unitHere(text, start);
  if (found !== undefined) return found;
  const at = skipJoint(text, start);
  return at === start ? undefined : unitHere(text, at);
}

function unitHere(text: string, at: number): UnitFound | undefined {
  const c = text[at];
  if (c === undefined) return undefined;
  if (isLetterAt(text, at) && c.charCodeAt(0) < 128) return wordUnit(text, at) ?? signAt(text, at);
  for (const [sign, unit] of RATIOS_FROM.get(c) ?? NO_RATIOS) {
    if (!text.startsWith(sign, at)) continue;
    const points = sign.length === 1 ? POINTS.at(text, skipJoint(text, at + 1), 1) : undefined;
    if (points !== undefined) {
      return {
        unit: "percentage-point",
        word: `${sign} ${points.phrase}`,
        exponent: 0,
        start: at,
        end: points.end,
      };
    }
    return { unit, word: sign, exponent: 0, start: at, end: at + sign.length };
  }
  if (c === "¢" || c === "￠") return { unit: "USD", word: c, exponent: -2, start: at, end: at + 1 };
  if (c.charCodeAt(0) >= CJK) {
    for (const [sign, unit] of CURRENCY_CHARACTERS) {
      if (text.startsWith(sign, at))
        return { unit, word: sign, exponent: 0, start: at, end: at + sign.length };
    }
  }
  return wordUnit(text, at) ?? signAt(text, at);
}

const NO_RATIOS: typeof RATIO_SIGNS = [];
/** Signs of ratios by their first character, in their order. */
const RATIOS_FROM: ReadonlyMap<string, typeof RATIO_SIGNS> = new Map(
  RATIO_SIGNS.map(([sign]) => [sign[0] as string, RATIO_SIGNS.filter(([one]) => one[0] === sign[0])]),
);

/** A unit in words or letters: "percentage points", "yuan", "cents", "USD", "MEUR". */
function wordUnit(text: string, at: number): UnitFound | undefined {
  const named = UNIT_NAMES.at(text, at, 4);
  if (named !== undefined) {
    const [unit, exponent] = named.value;
    return { unit, word: named.phrase, exponent, start: at, end: named.end };
  }
  const code = isLetter(text[at + 3]) ? undefined : codeOf(text.slice(at, at + 3));
  if (code !== undefined) {
    // "75 USD million": the scale behind the code.
    const scale = SCALE_PHRASES.at(text, skipSpaces(text, at + 3), 1);
    const scaled = scale !== undefined && scale.phrase.length > 4 ? scale : undefined;
    return {
      unit: code,
      word: text.slice(at, at + 3),
      exponent: scaled?.value ?? 0,
      start: at,
      end: scaled?.end ?? at + 3,
    };
  }
  return codeInMillions(text, at);
}

function signAt(text: string, at: number): UnitFound | undefined {
  for (const sign of signsFrom().get(text[at] as string) ?? []) {
    if (
      text.startsWith(sign.sign, at) &&
      !(isLetter(sign.sign.at(-1)) && isLetter(text[at + sign.sign.length]))
    ) {
      return {
        unit: sign.currency,
        word: sign.sign,
        exponent: 0,
        sign,
        start: at,
        end: at + sign.sign.length,
      };
    }
  }
  return undefined;
}

/** Every name of a unit in one table; a name of two units is that of the last. */
const UNIT_NAMES = /* @__PURE__ */ new Phrases<readonly [unit: string, exponent: number]>(() => [
  ...MINOR_NAMES,
  ...[...currencyNames()].map(([name, unit]) => [name, [unit, 0]] as const),
  ...[...RATIO_WORDS].map(([name, unit]) => [name, [unit, 0]] as const),
]);
/** Names of money. */
export const CURRENCY_PHRASES = /* @__PURE__ */ new Phrases(() => currencyNames());
/** Hedges behind an amount. */
export const TRAILING = /* @__PURE__ */ new Phrases(() => TRAILING_HEDGES);

const POINTS = /* @__PURE__ */ new Phrases(() => [
  ["point", true],
  ["points", true],
  ["pts", true],
]);

/** Signs by their first and by their last character, so that a place without one is seen at once. */
const signsFrom = /* @__PURE__ */ once(() => bySign((sign) => sign[0] as string));
const signsTo = /* @__PURE__ */ once(() => bySign((sign) => sign.at(-1) as string));

function bySign(key: (sign: string) => string): ReadonlyMap<string, readonly CurrencySign[]> {
  const found = new Map<string, CurrencySign[]>();
  for (const sign of CURRENCY_SIGNS) found.set(key(sign.sign), [...(found.get(key(sign.sign)) ?? []), sign]);
  return found;
}

/** Codes that are also written small, none of them an English word. */
const SMALL_CODES = new Set("usd eur gbp cny hkd aud chf nzd sgd inr jpy mxn krw".split(" "));

/** What may stand before "$", with a space or in small letters, and whose dollars it makes them. */
const DOLLARS: ReadonlyMap<string, string> = /* @__PURE__ */ phraseKeys({
  USD: "us",
  HKD: "hk",
  TWD: "nt",
  NZD: "nz",
  CAD: "c|cad",
  MXN: "mex",
});

/** The currency before a number: "$", "US$", "hk $", "RMB ", "CNY", "人民币"; with the index where it starts. */
export function currencyBefore(text: string, end: number): UnitFound | undefined {
  const at = skipSpacesBack(text, end);
  for (const sign of signsTo().get(text[at - 1] ?? "") ?? []) {
    const start = at - sign.sign.length;
    if (start < 0 || !text.startsWith(sign.sign, start)) continue;
    if (isLetter(sign.sign[0]) && isLetter(text[start - 1]) && text.charCodeAt(start) < 0x2e80) continue;
    return (
      (sign.sign === "$" ? dollarsBefore(text, start, at) : undefined) ?? {
        unit: sign.currency,
        word: sign.sign,
        exponent: 0,
        sign,
        start,
        end: at,
      }
    );
  }
  const code = text.slice(Math.max(0, at - 3), at);
  if (code.length === 3 && !isLetter(text[at - 4])) {
    const unit = codeOf(code);
    if (unit !== undefined) return { unit, word: code, exponent: 0, start: at - 3, end: at };
  }
  const million = codeInMillions(text, at - 4);
  if (million !== undefined && !isLetter(text[at - 5])) return { ...million, end: at };
  const name = phraseBefore(text, at, PREFIX_NAMES, 1);
  if (name !== undefined)
    return { unit: name.value, word: name.phrase, exponent: 0, start: name.start, end: at };
  return undefined;
}

/** "us $", "usd$": a word before the sign that says whose dollars they are. */
function dollarsBefore(text: string, sign: number, end: number): UnitFound | undefined {
  const before = wordBefore(text, skipSpacesBack(text, sign));
  if (before === undefined) return undefined;
  const unit =
    DOLLARS.get(before.word) ??
    (before.end === sign || before.word.length === 3 ? codeOf(before.word.toUpperCase()) : undefined);
  // "has given us $40 million" is not "us $40 million", unless a whole text is in small letters.
  const pronoun = text.slice(before.start, before.end) === "us" && before.end < sign;
  if (pronoun && /[A-Z]/.test(text.slice(Math.max(0, before.start - 80), before.start))) return undefined;
  const dollars = unit !== undefined && (DOLLARS.has(before.word) || SMALL_CODES.has(before.word));
  return dollars ? { unit, word: `${before.word}$`, exponent: 0, start: before.start, end } : undefined;
}

/** Codes of money long replaced that are words or abbreviations in a text of today: "SIT", "esp.", "Pte". */
const WORDS_AS_WELL: ReadonlySet<string> = new Set(["ESP", "PTE", "SIT", "LVL"]);

function codeOf(code: string): string | undefined {
  if (isCurrencyCode(code) && !WORDS_AS_WELL.has(code)) return code;
  if (code.toLowerCase() === "rmb") return "CNY";
  return SMALL_CODES.has(code) ? code.toUpperCase() : undefined;
}

/** "MUSD", "MEUR": millions of a currency, as companies write them. */
function codeInMillions(text: string, start: number): UnitFound | undefined {
  if (text[start] !== "M") return undefined;
  const code = text.slice(start + 1, start + 4);
  if (!isCurrencyCode(code) || isLetter(text[start + 4])) return undefined;
  return { unit: code, word: code, exponent: 6, start, end: start + 4 };
}

/** Names that stand before the amount in some house styles ("yuan 4.5 billion"). */
const PREFIX_NAMES: ReadonlyMap<string, string> = /* @__PURE__ */ phraseKeys({
  CNY: "renminbi|yuan",
  INR: "rupees",
  MYR: "ringgit",
  IDR: "rupiah",
});

/** A currency code in small letters, alone and behind the M of millions. */
const smallCodes = (): string[] =>
  [...currencies(), "rmb"].flatMap((code) => [code.toLowerCase(), `m${code.toLowerCase()}`]);

/** The letters at the end of a text, or its last character. */
const lastOf = (text: string): string =>
  (/\p{L}+$/u.exec(text)?.[0] ?? (text.at(-1) as string)).toLowerCase();
const firstOf = (text: string): string => (/^\p{L}+/u.exec(text)?.[0] ?? (text[0] as string)).toLowerCase();

/** What the word or mark directly before a number can be that has a currency before it, in lower case. */
export const wordsBeforeNumbers = (): string[] => [
  ...smallCodes(),
  ...PREFIX_NAMES.keys(),
  ...CURRENCY_SIGNS.map(({ sign }) => lastOf(sign)),
];

/** What the word or mark directly behind a number can be that has a scale or a unit behind it, in lower case. */
export const wordsBehindNumbers = (): string[] => [
  ...smallCodes(),
  ...SCALE_PHRASES.starts,
  ...UNIT_NAMES.starts,
  ...CURRENCY_SIGNS.map(({ sign }) => firstOf(sign)),
  ...RATIO_SIGNS.map(([sign]) => sign[0] as string),
  ..."¢￠-\u2010\u2011",
];

/** The hedge before an amount: "nearly ", "more than ", "~"; with the index where it starts. */
export function hedgeBefore(
  text: string,
  end: number,
  hedges: ReadonlyMap<string, Hedge> = HEDGES,
): { readonly hedge: Hedge; readonly word: string; readonly start: number } | undefined {
  const at = skipSpacesBack(text, end);
  for (const size of [3, 2, 1]) {
    const sign = text.slice(Math.max(0, at - size), at);
    const hedge = sign.length === size && !isLetter(sign[0]) ? HEDGES.get(sign) : undefined;
    if (hedge !== undefined) return { hedge, word: sign, start: at - sign.length };
    const characters = sign.charCodeAt(0) > 0x2e7f ? HEDGES.get(sign) : undefined;
    if (characters !== undefined) return { hedge: characters, word: sign, start: at - sign.length };
  }
  const article = phraseBefore(text, at, ARTICLES, 1);
  const found = phraseBefore(text, at, hedges, 5);
  if (found === undefined && article !== undefined) {
    const behind = phraseBefore(text, skipSpacesBack(text, article.start), hedges, 5);
    if (behind !== undefined) return { hedge: behind.value, word: behind.phrase, start: behind.start };
  }
  return found && { hedge: found.value, word: found.phrase, start: found.start };
}

/** Whether a hedge may end at `end`, by what stands there: false for nearly every number of a long text. */
export function mayHedge(text: string, end: number, hedges: ReadonlyMap<string, Hedge>): boolean {
  const at = skipSpacesBack(text, end);
  const letter = codeAt(text, at - 1) | 32;
  // Signs and characters that hedge are no English letters.
  if (!(letter >= 97 && letter <= 122)) return at > 0;
  const last = wordBefore(text, at)?.word;
  return last !== undefined && (ARTICLES.has(last) || lastWords(hedges).has(last));
}

const lastWordsOf = /* @__PURE__ */ new WeakMap<ReadonlyMap<string, Hedge>, ReadonlySet<string>>();

/** The last words of phrases: what does not end in one of them is none. */
function lastWords(phrases: ReadonlyMap<string, Hedge>): ReadonlySet<string> {
  const known = lastWordsOf.get(phrases);
  if (known !== undefined) return known;
  const made = new Set([...phrases.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(" ") + 1)));
  lastWordsOf.set(phrases, made);
  return made;
}

const ARTICLES: ReadonlyMap<string, true> = new Map([
  ["a", true],
  ["an", true],
]);
