/** The role of a figure in a pattern. */
export type RoleName =
  | "INC"
  | "RATE"
  | "POINTS"
  | "LEVEL"
  | "BASE"
  | "TOTAL"
  | "PART"
  | "LESS"
  | "SHARE"
  | "WHOLE"
  | "AMOUNT"
  | "CONVERTED"
  | "TIMES";

/** Phrases by the number of their first word: of many phrases few begin with the word that stands somewhere. */
export type Phrases = ReadonlyMap<number, readonly Int32Array[]>;

/**
 * A pattern's element, or its end. Words are numbers, so that a set of them is a table; all elements are of one shape, whatever they lack,
 * since the matcher goes over them most of its time.
 */
export interface Element {
  readonly kind: "word" | "class" | "change" | "period" | "figure" | "not" | "gap" | "end";
  /** By the number of a word: whether it is of a word's set, or begins a phrase of a class; of a change, `UPWARD` or `DOWNWARD`. */
  readonly has: Uint8Array;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** The set of words that a line must have one of, by its number; −1 for none. */
  readonly need: number;
  /** Of a class: its name and its phrases, of each first word the longest first. */
  readonly name: string;
  readonly phrases: Phrases;
  readonly role: RoleName;
  /** Of a figure: whether it is the first of several. */
  readonly list: boolean;
  /** Of a gap: how many words it passes over at most, and whether commas are among them. */
  readonly most: number;
  readonly commas: boolean;
  /** Of a gap: whether it passes over all but figures and the end of a sentence. */
  readonly any: boolean;
}

/** Which way a word of change goes. */
export const UPWARD = 1;
export const DOWNWARD = 2;

const NO_WORDS = new Uint8Array(0);
const NO_PHRASES: Phrases = new Map();

/** An element with all its properties, in one order. */
export const element = (of: Partial<Element> & Pick<Element, "kind">): Element => ({
  kind: of.kind,
  has: of.has ?? NO_WORDS,
  optional: of.optional ?? false,
  need: of.need ?? -1,
  name: of.name ?? "",
  phrases: of.phrases ?? NO_PHRASES,
  role: of.role ?? "AMOUNT",
  list: of.list ?? false,
  most: of.most ?? 0,
  commas: of.commas ?? false,
  any: of.any ?? false,
});
