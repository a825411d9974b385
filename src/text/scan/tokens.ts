import { digitAt } from "../../notation/number.js";
import { isLetter } from "../../notation/parts.js";

/** A word (lower case, full stops of an abbreviation dropped), a run of digits, or one other character. */
export interface Token {
  readonly kind: "word" | "digits" | "mark";
  readonly word: string;
  readonly start: number;
  readonly end: number;
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

const SPACE = /\s/;

function classAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
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

/** The tokens of `text` from `start` to `end`, in one pass. White space only separates. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let i = start;
  while (i < end) {
    const type = classAt(text, i);
    if (type === 1) {
      i++;
      continue;
    }
    const from = i++;
    if (type === 0) {
      const mark = text[from] as string;
      tokens.push({ kind: "mark", word: WIDE_MARKS.get(mark) ?? mark, start: from, end: i });
      continue;
    }
    if (type === 3) {
      while (i < end && classAt(text, i) === 3) i++;
      tokens.push({ kind: "digits", word: "", start: from, end: i });
      continue;
    }
    if (isIdeograph(text.charCodeAt(from))) {
      tokens.push({ kind: "word", word: text[from] as string, start: from, end: i });
      continue;
    }
    while (i < end && classAt(text, i) === 2 && !isIdeograph(text.charCodeAt(i))) i++;
    let word = text.slice(from, i).toLowerCase();
    // "U.S.", "a.m.": single letters with full stops between and behind them are one word.
    if (word.length === 1 && text[i] === ".") {
      let j = i;
      let letters = word;
      while (text[j] === "." && classAt(text, j + 1) === 2 && classAt(text, j + 2) !== 2 && j + 1 < end) {
        letters += (text[j + 1] as string).toLowerCase();
        j += 2;
      }
      if (letters.length > 1) {
        word = letters;
        i = text[j] === "." && j < end ? j + 1 : j;
      }
    }
    tokens.push({ kind: "word", word, start: from, end: i });
  }
  return tokens;
}
