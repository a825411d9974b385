import { codeAt, digitAt } from "../../notation/number.js";
import { isLetter } from "../../notation/parts.js";
import type { Amount } from "../amount/amount.js";
import type { FoundPeriod } from "../period/said.js";
import { DIGITS, lexemeAt, lexemeOf, lexemeOfMark } from "./anchor.js";

/**
 * A word (lower case, full stops of an abbreviation dropped), a run of digits, one other character; or, in a line, an
 * amount or a period in one piece. All are made alike: readers go over them often.
 */
export class Token {
  constructor(
    readonly kind: "word" | "digits" | "mark" | "piece",
    readonly word: string,
    readonly start: number,
    readonly end: number,
    /** The sets of words that it is in: see Anchor. */
    readonly marks: number,
    readonly amount: Amount | undefined = undefined,
    readonly period: FoundPeriod | undefined = undefined,
  ) {}

  get mark(): boolean {
    return this.kind === "mark";
  }
}

/** The Chinese and Japanese scripts write words without spaces: each character is a token of its own. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff);
}

/** 1 for white space, 2 for letters, 3 for digits, 0 for the rest; of the characters that English is written in. */
const CLASSES = new Uint8Array(128);
for (const c of " \t\n\r\v\f") CLASSES[c.charCodeAt(0)] = 1;
for (let i = 0; i < 26; i++) CLASSES[65 + i] = CLASSES[97 + i] = 2;
for (let i = 0; i < 10; i++) CLASSES[48 + i] = 3;

const STOP = 46;
const SPACE = /\s/;

function classAt(text: string, i: number): number {
  const code = codeAt(text, i);
  if (code < 128) return CLASSES[code] as number;
  const c = text[i] as string;
  if (SPACE.test(c)) return 1;
  if (digitAt(text, i) >= 0) return 3;
  return isLetter(c) ? 2 : 0;
}

/** Chinese punctuation and what it is in English. */
const WIDE_MARKS: ReadonlyMap<string, string> = new Map([
  ["，", ","],
  ["、", ","],
  ["；", ";"],
  ["：", ":"],
  ["（", "("],
  ["）", ")"],
]);

/** The tokens of a stretch, and what all of them are marked with. */
export function tokensOf(text: string, start: number, end: number): { tokens: Token[]; marks: number } {
  const tokens: Token[] = [];
  return { tokens, marks: tokenize(text, start, end, tokens) };
}

/**
 * Puts the tokens of `text` from `start` to `end` into a list, in one pass. White space only separates.
 * @returns what all of them are marked with
 */
function tokenize(text: string, start: number, end: number, tokens: Token[]): number {
  let all = 0;
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    const type = code < 128 ? (CLASSES[code] as number) : classAt(text, i);
    if (type === 1) {
      i++;
      continue;
    }
    const from = i++;
    if (type === 0) {
      const printed = text[from] as string;
      const { word, marks } =
        code < 128 ? lexemeOfMark(printed, code) : lexemeOf(WIDE_MARKS.get(printed) ?? printed);
      all |= marks;
      tokens.push(new Token("mark", word, from, i, marks));
      continue;
    }
    if (type === 3) {
      while (i < end && classAt(text, i) === 3) i++;
      all |= DIGITS;
      tokens.push(new Token("digits", "", from, i, DIGITS));
      continue;
    }
    // Most words: letters of English, and behind them a space or a mark.
    if (code < 128) {
      let hash = code;
      let next = 0;
      for (; i < end; i++) {
        next = text.charCodeAt(i);
        if (next > 127 || CLASSES[next] !== 2) break;
        hash = (hash * 31 + next) | 0;
      }
      if (i === end || (next < 128 && (next !== STOP || i - from > 1))) {
        const { word, marks } = lexemeAt(text, from, i, hash);
        all |= marks;
        tokens.push(new Token("word", word, from, i, marks));
        continue;
      }
    }
    const ideograph = isIdeograph(code);
    while (!ideograph && i < end && classAt(text, i) === 2 && !isIdeograph(text.charCodeAt(i))) i++;
    let printed = text.slice(from, i);
    // "U.S.", "a.m.": single letters with full stops between and behind them are one word.
    if (printed.length === 1 && !ideograph && text[i] === ".") {
      let j = i;
      let letters = printed;
      while (text[j] === "." && classAt(text, j + 1) === 2 && classAt(text, j + 2) !== 2 && j + 1 < end) {
        letters += text[j + 1] as string;
        j += 2;
      }
      if (letters.length > 1) {
        printed = letters;
        i = text[j] === "." && j < end ? j + 1 : j;
      }
    }
    const { word, marks } = lexemeOf(printed);
    all |= marks;
    tokens.push(new Token("word", word, from, i, marks));
  }
  return all;
}
