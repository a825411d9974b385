import { copied, interned } from "../../language/once.js";
/**
 * A set of words that an engine looks for in every sentence. A word that has been met before knows in which of the sets it
 * is, a bit for each, and a sentence what all its words know: what has nothing of a set is passed over at once. It only
 * saves time: an engine reads the same without it, which a test holds all of them to.
 */
export class Anchor {
  readonly bit: number;

  /** @param words made when the first word is met: a program that reads no text makes none */
  constructor(words: () => Iterable<string>) {
    this.bit = 1 << (sets.length + RESERVED);
    sets.push(words);
    if (sets.length + RESERVED > 31) throw new Error("an integer has no more bits");
    forget();
  }

  /** Whether a token, or any token of a sentence, is of the set. */
  in({ marks }: { readonly marks: number }): boolean {
    return (marks & this.bit) !== 0;
  }
}

/** What digits are marked with, and what begins with a Chinese or Japanese character. */
export const DIGITS = 1;
export const WIDE = 2;
const RESERVED = 2;

/** A word in lower case, and the sets that have it. */
export interface Lexeme {
  readonly word: string;
  readonly marks: number;
}

let open = false;

/** Runs something with every gate open, so that nothing is passed over: to show that no gate hides what is there. */
export function ungated<T>(run: () => T): T {
  open = true;
  forget();
  try {
    return run();
  } finally {
    open = false;
    forget();
  }
}

/** Whether all gates stand open. */
export const isUngated = (): boolean => open;

const sets: (() => Iterable<string>)[] = [];
/** The words of all sets, with a bit for each set that they are in; made when the first word is met. */
let marked: ReadonlyMap<string, number> | undefined;
const known = new Map<string, Lexeme>();

/** So many words are kept: more than a long text has, and little memory. */
const MOST = 20_000;
/** Longer words are not kept. */
const LONGEST = 24;

/** Words that were met last, by a number that is made of their letters. */
const near: (Lexeme | undefined)[] = new Array(1 << 13).fill(undefined);
const printedNear: string[] = new Array(1 << 13).fill("");

/**
 * What is known of the word that stands in a text from one place to another, without a string of its own for it.
 * @param hash a number made of its letters
 */
export function lexemeAt(text: string, start: number, end: number, hash: number): Lexeme {
  const slot = (hash ^ (hash >>> 13)) & ((1 << 13) - 1);
  const printed = printedNear[slot] as string;
  if (printed.length === end - start) {
    let i = 0;
    while (i < printed.length && printed.charCodeAt(i) === text.charCodeAt(start + i)) i++;
    if (i === printed.length) return near[slot] as Lexeme;
  }
  const own = text.slice(start, end);
  const lexeme = lexemeOf(own);
  if (own.length <= LONGEST) {
    near[slot] = lexeme;
    printedNear[slot] = copied(own);
  }
  return lexeme;
}

const marksNear: (Lexeme | undefined)[] = new Array(128).fill(undefined);

/** What is known of a mark. @param code its number, below 128 */
export function lexemeOfMark(mark: string, code: number): Lexeme {
  const found = marksNear[code] ?? lexemeOf(mark);
  marksNear[code] = found;
  return found;
}

/** Forgets all words: what is asked of them is another now. */
function forget(): void {
  marked = undefined;
  known.clear();
  near.fill(undefined);
  marksNear.fill(undefined);
  printedNear.fill("");
}

/** What is known of a word as it is printed. The same word is one string, so that sets and maps find it fast. */
export function lexemeOf(printed: string): Lexeme {
  return known.get(printed) ?? met(printed);
}

function met(printed: string): Lexeme {
  const word = printed.toLowerCase();
  // A piece of a long string keeps all of it in memory: these are copies.
  if (word.length > LONGEST) return { word: copied(word), marks: marksOf(word) };
  const lexeme = { word: interned(word), marks: marksOf(word) };
  if (known.size >= MOST) known.clear();
  known.set(copied(printed), lexeme);
  return lexeme;
}

function marksOf(word: string): number {
  if (open) return -1;
  marked ??= markedWords();
  return (word.charCodeAt(0) > 0x2e7f ? WIDE : 0) | (marked.get(word) ?? 0);
}

function markedWords(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, words] of sets.entries())
    for (const word of words()) found.set(word, (found.get(word) ?? 0) | (1 << (at + RESERVED)));
  return found;
}
