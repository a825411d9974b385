import { POSSESSIVE } from "./en/little-words.js";

/** Which flow of a country's trade a word names; a balance is exports less imports. */
export type NamedFlow = "exports" | "imports" | "balance" | "trade";

/** Behind an owner in the words of a subject, whatever the language that names it: "China's". */
export const OWNS: readonly string[] = ["'", POSSESSIVE];

/** Whether two tokens say that what stands before them is an owner, with either apostrophe. */
export const saysOwner = (mark: string | undefined, word: string | undefined): boolean =>
  (mark === "'" || mark === "’") && word === POSSESSIVE;

/** What a language says by which sentences are joined: subjects, what is said of them, and what forbids to compare. */
export interface StoryLanguage {
  readonly flows: ReadonlyMap<string, NamedFlow>;
  /** Of the balances, those where exports are the larger, and those that do not say which is. */
  readonly surplus: ReadonlySet<string>;
  readonly gap: ReadonlySet<string>;
  /** Verbs between a subject and its level: "were", "came to". */
  readonly reach: ReadonlySet<string>;
  /** Between a verb of change and the level that it led to. */
  readonly to: ReadonlySet<string>;
  /** Words between such a verb and the amount. */
  readonly fill: ReadonlySet<string>;
  /** Words of a subject that say nothing: articles, "total". */
  readonly plain: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Subjects that stand for the one before: "they", "that". */
  readonly pronouns: ReadonlySet<string>;
  /** Words before which a clause ends. */
  readonly breaks: ReadonlySet<string>;
  /** Words of a period that is told from another: "a year earlier"; and those that make it more than one year. */
  readonly earlier: ReadonlySet<string>;
  readonly several: ReadonlySet<string>;
  readonly year: ReadonlySet<string>;
  /** Words by which a figure may be another one after all: estimates, revisions, terms. */
  readonly another: ReadonlySet<string>;
  /** Phrases at the start of a sentence that take up an amount: "of this". */
  readonly ofThis: readonly (readonly string[])[];
  /** Phrases that name the whole without its amount: "of the total". */
  readonly ofTotal: readonly (readonly string[])[];
  /** Words that stand for an amount in another currency: "that", and what makes it a conversion: "rate", "equivalent". */
  readonly that: ReadonlySet<string>;
  readonly converts: ReadonlySet<string>;
  /** What it takes to hold a text's figures of trade against published ones. */
  readonly trade?: TradeWords;
}

/** How a language says whose trade with whom a figure is of, and when. */
export interface TradeWords {
  /** Verbs that name a flow, with its noun: "exported". */
  readonly verbs: ReadonlyMap<string, readonly [flow: "exports" | "imports", noun: string]>;
  /** "Trade between China and Russia": the two words that stand around and between two names. */
  readonly between: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** Words before a source: "according". */
  readonly cited: ReadonlySet<string>;
  /** Words that name a source, and the name of the one whose figures are published: "said", "figures"; "customs". */
  readonly sources: ReadonlySet<string>;
  readonly customs: ReadonlySet<string>;
  /** Words about a figure that leave it what it is: "meanwhile"; and those with which another clause begins: "despite". */
  readonly neutral: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Verbs of what has come so far: a sum since January passes a mark in a month. */
  readonly passes: ReadonlySet<string>;
  /** "A record for May": the word that narrows a record. */
  readonly narrows: ReadonlySet<string>;
  /** "In dollar terms": the word for terms, which makes a figure another unless a currency stands before it. */
  readonly terms: ReadonlySet<string>;
  readonly money: ReadonlyMap<string, string>;
  /** Words between an amount and its period: "$111bn in 2023". */
  readonly during: ReadonlySet<string>;
  /** Words before which a period has no beginning, or no end: "since 2020". */
  readonly since: ReadonlySet<string>;
  /** Words of a subject that name all goods, or a place's rank: "goods", "province". */
  readonly allGoods: ReadonlySet<string>;
  /** Whether an owner stands behind its flow without a preposition: "die Exporte Chinas". */
  readonly genitive?: true;
  /** "Its imports": words that stand for the owner named before. */
  readonly possessives?: ReadonlySet<string>;
  /** "Taking the total to": verbs of a sum so far, and the noun of it. */
  readonly brings?: ReadonlySet<string>;
  readonly sums?: ReadonlySet<string>;
  /** Of the prepositions, which stands before whom: the partner of exports, of imports, of both; the owner of a flow. */
  readonly toward: Readonly<Record<"exports" | "imports" | "total" | "owner", ReadonlySet<string>>>;
}
