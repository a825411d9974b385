import { ABBREVIATIONS, LETTERS_THAT_ARE_WORDS } from "../../language/en/words.js";
import type { Language } from "../../language/language.js";
import { digitAt } from "../../notation/number.js";
import { isLetter, isSpace } from "../../notation/parts.js";
import { lexemeOf } from "./anchor.js";

/** A stretch of text that is read by itself: no relation crosses its ends. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Whether it begins in the middle of a run without spaces, which was too long for one sentence. */
  readonly cut: boolean;
}

/** What a language says of its full stops. */
type Stops = Pick<Language, "abbreviations" | "afterOrdinal" | "endings">;

/** Longer sentences than this are cut at a space: no real one is so long, and memory stays bounded. */
const LONGEST = 5_000;

const ENDS = ".!?。！？";

/** Which of the first 64 characters may end a sentence: a line break, a full stop, an exclamation or question mark. */
const MAY_END = Uint8Array.from({ length: 64 }, (_, c) =>
  c === 10 || c === 33 || c === 46 || c === 63 ? 1 : 0,
);

const CLOSERS = "\"'”’)]）」』»";

/**
 * The sentences of a text, or of a stretch of it, in order: they end at a full stop, at a blank line, or after 5,000
 * characters. Asked for one by one, and no generator: V8 takes several times as long to compile one.
 */
export class Sentences {
  private cut = false;

  constructor(
    private readonly text: string,
    private readonly language?: Stops,
    private start = 0,
    private readonly to = text.length,
  ) {}

  /** The next sentence; undefined behind the last. */
  next(): Stretch | undefined {
    const { text, start, to, cut } = this;
    if (start >= to) return undefined;
    const reach = Math.min(to, start + LONGEST);
    for (let i = start; i < to; i++) {
      // Most characters end nothing.
      while (i < reach && endsNothing(text.charCodeAt(i))) i++;
      if (i >= to) break;
      const end = this.endAt(i);
      if (end < 0) continue;
      this.cut = end === i && text[i] !== "\n" && !isBoundary(text, end);
      this.start = end;
      return { start, end, cut };
    }
    this.start = to;
    return { start, end: to, cut };
  }

  /** Where the sentence ends if the character at `i` ends it; −1 where it goes on. */
  private endAt(i: number): number {
    const { text, start, to, language } = this;
    const c = text.charCodeAt(i);
    if (c === 10 && isBlankLine(text, i)) return i + 1;
    if (mayEnd(c, text, i) && endsSentence(text, i, language)) {
      let end = i + 1;
      while (end < to && CLOSERS.includes(text[end] as string)) end++;
      return end;
    }
    return i - start >= LONGEST ? cutBefore(text, start, i) : -1;
  }
}

const endsNothing = (c: number): boolean => (c < 64 ? MAY_END[c] === 0 : c < 0x3000);

const mayEnd = (c: number, text: string, i: number): boolean =>
  c === 46 || c === 33 || c === 63 || (c > 0x3000 && ENDS.includes(text[i] as string));

/** Whether the line break at `i` is followed by another with only blanks between. */
function isBlankLine(text: string, i: number): boolean {
  let j = i + 1;
  while (j < text.length && (text[j] === " " || text[j] === "\t" || text[j] === "\r") && j - i < 200) j++;
  return text[j] === "\n";
}

function endsSentence(text: string, i: number, language: Stops | undefined): boolean {
  if (text.charCodeAt(i) > 0x3000) return true;
  let next = i + 1;
  while (next < text.length && CLOSERS.includes(text[next] as string) && next - i < 4) next++;
  if (next >= text.length) return true;
  if (text.charCodeAt(next) > 32 && !isSpace(text, next)) return false;
  while (isSpace(text, next) && next - i < 40) next++;
  const after = text[next];
  if (after === undefined) return true;
  if (text[i] !== ".") return true;
  // "rose to 3 p.m. the": a sentence begins with a capital, a digit, a quotation mark or a sign.
  if (isLetter(after) && after === after.toLowerCase() && after !== after.toUpperCase()) return false;
  if (language !== undefined && isOrdinal(text, i, next, language)) return false;
  // "Их 54 тыс. Парк вырос": behind a unit a capital begins a sentence, but "долл. США".
  const capital = isLetter(after) && after !== after.toLowerCase();
  const ends =
    capital && text[next + 1] === text[next + 1]?.toLowerCase() && language?.endings?.has(wordAt(text, i));
  return ends === true || !isAbbreviation(text, i, language?.abbreviations);
}

/** The word that ends at `stop`. */
function wordAt(text: string, stop: number): string {
  let i = stop;
  while (i > 0 && stop - i < 8 && isLetter(text[i - 1])) i--;
  return text.slice(i, stop).toLowerCase();
}

/** "im 1. Quartal": digits before the stop, and a word behind it that is numbered. */
function isOrdinal(text: string, stop: number, next: number, { afterOrdinal }: Stops): boolean {
  if (digitAt(text, stop - 1) < 0) return false;
  let end = next;
  while (isLetter(text[end]) && end - next < 20) end++;
  return afterOrdinal.has(text.slice(next, end).toLowerCase());
}

function isAbbreviation(text: string, stop: number, known: ReadonlySet<string> = ABBREVIATIONS): boolean {
  let i = stop;
  while (i > 0 && stop - i < 8 && (isLetter(text[i - 1]) || text[i - 1] === ".")) i--;
  const { word } = lexemeOf(text.slice(i, stop));
  // "J. Smith"; "sales of $50m." ends with its scale.
  if (word.length === 1)
    return !LETTERS_THAT_ARE_WORDS.has(word) && isLetter(word) && digitAt(text, i - 1) < 0;
  return known.has(word) || (word.includes(".") && /^[a-z](\.[a-z])+$/.test(word));
}

const IN_RUN = /[\p{L}\p{Nd}.,]/u;

/** Whether a number or word may end at `i`. */
function isBoundary(text: string, i: number): boolean {
  return !IN_RUN.test(text[i - 1] as string) || !IN_RUN.test(text[i] as string);
}

/** The last space before `i`; where there is none, a place between a letter or digit and something else; or `i`. */
function cutBefore(text: string, start: number, i: number): number {
  for (let j = i; j > start + LONGEST / 2; j--) if (/\s/.test(text[j - 1] as string)) return j;
  for (let j = i; j > start + LONGEST / 2; j--) if (isBoundary(text, j)) return j;
  return i;
}
