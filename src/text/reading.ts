import type { Figure } from "../figure/figure.js";
import type { Period } from "../figure/period.js";
import type { Language } from "../language/language.js";
import type { RelationRule } from "../language/rule.js";
import type { NamedFlow } from "../language/story.js";

/** A stretch of a text: JavaScript string indices, so that `text.slice(start, end)` is `span.text`. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type MentionKind =
  | "money"
  | "percent"
  | "percentage-point"
  | "basis-point"
  | "multiple" // "doubled", "tenfold", "three times as many": the factor
  | "fraction" // "a third of", "by half": the ratio
  | "count"
  | "rate" // "8.3 yuan to the dollar", "$1 = 8.3 yuan"
  | "period"
  | "comparison" // "from a year earlier", "month on month"
  | "record"; // "the highest since February 2022"

/** What a percentage is of: only `growth` says how much something changed. */
export type Role = "growth" | "share" | "level";

/** A figure in a text. The span holds the number with its sign, scale and unit, without the hedge before it. */
export interface FigureMention extends Span {
  readonly kind: Exclude<MentionKind, "period" | "comparison" | "record">;
  /** The figure as printed, with its interval; of a range the lower one. Made when it is first asked for. */
  readonly figure: Figure;
  /** The upper figure of a range ("3 to 4 billion euros"). */
  readonly to?: Figure | undefined;
  /** The word that moves the figure off its digits ("nearly"), where one stands before it. */
  readonly hedge?: Span | undefined;
  /** ISO 4217 code; undefined for money whose currency the text does not say, and for what is not money. */
  readonly currency?: string | undefined;
  /** Whether the currency stands at another amount of the sentence: "from 510 million" behind "927 million yuan". */
  readonly implicit?: true | undefined;
  /** What is counted: "tonnes". */
  readonly of?: string | undefined;
  /** What the amount is for one of: "share", "tonne". */
  readonly per?: string | undefined;
  readonly role?: Role | undefined;
  /** Whether it is a cell of a table, whose unit may stand in a head. */
  readonly headed?: true | undefined;
}

/** A period, resolved to days where the text or the day of publication allows. */
export interface PeriodMention extends Span {
  readonly kind: "period";
  readonly period?: Period | undefined;
}

/** Words that say what a change is measured against. */
export interface ComparisonMention extends Span {
  readonly kind: "comparison";
  readonly basis: Basis;
}

export interface RecordMention extends Span {
  readonly kind: "record";
  readonly direction: "highest" | "lowest";
  /** Since when, where the text says so. */
  readonly since?: PeriodMention | undefined;
}

export type Mention = FigureMention | PeriodMention | ComparisonMention | RecordMention;

/** What a growth is measured against: year on year, quarter, month, week, day, the start of the year, several years. */
export type Basis = "yoy" | "qoq" | "mom" | "wow" | "dod" | "ytd" | "multi-year" | "unsaid";

/** A stretch of a text in which a rule of its language read a relation. */
export interface Claimed extends Span {
  /** The name of the rule. */
  readonly rule: string;
}

/** One amount given in two currencies: "42.64bn yuan ($5.83bn)". */
export interface Conversion extends Claimed {
  readonly amount: FigureMention;
  /** The amount in parentheses or apposition. */
  readonly converted: FigureMention;
}

/** "rose 82.3% to 42.64bn yuan": how much something changed, with what it reached and from where. */
export interface GrowthClaim extends Claimed {
  /** Percent, points, a multiple, a fraction, or an amount by which it changed. */
  readonly rate: FigureMention;
  /** +1 for a rise, −1 for a fall, by the verb and its negation. */
  readonly sign: 1 | -1;
  /** What was reached, where it is printed. */
  readonly level?: FigureMention | undefined;
  /** The level before, where it is printed. */
  readonly base?: FigureMention | undefined;
  /** By how much as an amount, where neither level nor base is printed: "rose $4.1m, or 9%". */
  readonly by?: FigureMention | undefined;
  readonly period?: PeriodMention | undefined;
  /** The period of the base: one year before for `yoy`, where the period is resolved. */
  readonly basePeriod?: Period | undefined;
  readonly basis: Basis;
  /** Whether it is expected, not reported. */
  readonly forecast: boolean;
}

/** A change given by two amounts: "fell to 2.1bn yuan from 2.4bn yuan". */
export interface Change extends Claimed {
  readonly from: FigureMention;
  readonly to: FigureMention;
  /** By how much, where the text says it as an amount: "fell by 1bn to 9bn from 10bn", ", a drop of 1bn". */
  readonly by?: FigureMention | undefined;
  /** What the verb says: +1, −1, or 0 where it says neither. */
  readonly sign: 1 | -1 | 0;
  readonly period?: PeriodMention | undefined;
}

/** Amounts that the text says add up, or whose difference it gives. */
export interface Sum extends Claimed {
  readonly total: FigureMention;
  /** Whether the total is a difference that no word gives a sign: "a gap of $2bn". */
  readonly bySize?: boolean;
  /** False where the parts are named, but not said to be all: "of which $3m and $1m". */
  readonly exhaustive?: boolean;
  /** Whether the parts may count something twice: "including $3m and $1m". */
  readonly overlapping?: boolean;
  /** Whether the parts may be called otherwise than the whole: "27 vessels: 14 tugs and 13 dredgers". */
  readonly mixed?: boolean;
  readonly parts: readonly {
    readonly sign: 1 | -1;
    readonly amount: FigureMention;
    /** How many of it the total has: twelve of "an average of $30bn a month" are those of a year. */
    readonly times?: number;
  }[];
}

/** "14.4bn yuan, or 26% of the total of 54.9bn": a part, its whole, the share. */
export interface ShareClaim extends Claimed {
  readonly share: FigureMention;
  readonly part?: FigureMention | undefined;
  readonly whole?: FigureMention | undefined;
}

/** One figure that is printed twice: in a sentence and in a table of the same text. */
export interface Repeat extends Claimed {
  readonly figure: FigureMention;
  readonly again: FigureMention;
}

/** Of what a sentence speaks: "China's exports of steel to Russia". */
export interface TellingSubject {
  /** Whether it stands for the subject before: "they". */
  readonly pronoun: boolean;
  readonly owner: string;
  /** What stands before the noun, the noun, and what stands behind it, without small words. */
  readonly prefix: string;
  readonly head: string;
  readonly partner: string;
  readonly flow: NamedFlow | undefined;
  /** Of a balance, which side is the larger, where its name says so. */
  readonly balance?: "surplus" | "deficit" | "gap" | undefined;
  /** All its words in lower case, in order, with hyphens and apostrophes. */
  readonly words: readonly string[];
}

/** What a sentence says of its subject: the level that it reached, by how much it grew, or both, and that it is a record. */
export interface Telling extends Span {
  readonly subject: TellingSubject;
  /** Of the text, both from 1. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly level?: FigureMention | undefined;
  readonly growth?: GrowthClaim | undefined;
  readonly period?: PeriodMention | undefined;
  readonly record?: RecordMention | undefined;
  /** Whether the period is told from another: "a year earlier". */
  readonly earlier: boolean;
  /** Whether words say that it may be another figure after all: an estimate, other terms. */
  readonly another: boolean;
  /** The words that name a source, where the sentence does: "to customs data". */
  readonly cited?: readonly string[] | undefined;
  /** The words about every word that names a source: "U.S. Commerce Department said". */
  readonly sources?: readonly string[] | undefined;
  /** Whether every word about it is understood: nothing narrows it ("in oil alone", "each month", "of machinery"). */
  readonly plain: boolean;
  /** The currency that the sentence says a growth is measured in: "in dollar terms". */
  readonly terms?: string | undefined;
}

/** Figures of several sentences that have to be true together, by what holds between the amounts that they are about. */
export interface Together extends Claimed {
  readonly told: readonly FigureMention[];
}

/** Digits, or a relation, that the reader saw and did not read, with the reason. */
export interface Unread extends Span {
  readonly why: string;
}

/** All that was read in a text, in the order of the text; and what was not. */
export interface Reading {
  readonly text: string;
  /** The language that it was read by: "en", "zh", "de", "ru", or the code of your own. */
  readonly language?: string | undefined;
  /** The language that the text seems to be in, where it is none of these; then nothing of it is read. */
  readonly unsupported?: string | undefined;
  readonly mentions: readonly Mention[];
  readonly conversions: readonly Conversion[];
  readonly growth: readonly GrowthClaim[];
  readonly changes: readonly Change[];
  readonly sums: readonly Sum[];
  readonly shares: readonly ShareClaim[];
  readonly repeats: readonly Repeat[];
  readonly tellings: readonly Telling[];
  readonly unread: readonly Unread[];
}

/** The lists of a reading, to be filled. */
export type Lists = {
  -readonly [K in keyof Omit<Reading, "text" | "language" | "unsupported">]: Reading[K][number][];
};

/** A reading's lists with nothing in them. */
export function emptyLists(): Lists {
  return {
    mentions: [],
    conversions: [],
    growth: [],
    changes: [],
    sums: [],
    shares: [],
    repeats: [],
    tellings: [],
    unread: [],
  };
}

/** A table of a text: its cells with their places, rows from the top. A cell that spans several places stands in each. */
export interface TextTable {
  readonly rows: readonly (readonly Span[])[];
  /** What says what the table is of: its caption, or the line before it. */
  readonly title?: Span | undefined;
  /** The stretch of the text that the table takes. */
  readonly start: number;
  readonly end: number;
}

export interface ReadTextOptions {
  /** The day of publication, 2023-10-23 (or 2023-10, or 2023): "last month" is resolved from it. */
  readonly publishedOn?: string | undefined;
  /** The language to read by: "en", "zh", "de" or "ru", or one of your own; without it, what the text seems to be in. */
  readonly language?: "en" | "zh" | "de" | "ru" | Language | undefined;
  /** Rules of your own, tried beside those of the language; keep the list, it is compiled once. */
  readonly rules?: readonly RelationRule[] | undefined;
  /** How numbers are written: "en" (1,234.5) or "de", "fr", … (1.234,5). */
  readonly locale?: string | undefined;
  /** The country whose dollars, pounds, francs are meant where the text does not say: "AU", "CH". */
  readonly region?: string | undefined;
  /** Where the tables of the text are, in order; default: those that Markdown or tabs draw in it. */
  readonly tables?: readonly TextTable[] | undefined;
}
