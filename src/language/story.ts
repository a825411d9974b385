/** Which flow of a country's trade a word names; a balance is exports less imports. */
export type NamedFlow = "exports" | "imports" | "balance" | "trade";

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
  /** Words by which a figure may be another one after all: estimates, revisions, sources, terms. */
  readonly another: ReadonlySet<string>;
  /** Phrases at the start of a sentence that take up an amount: "of this". */
  readonly ofThis: readonly (readonly string[])[];
  /** Phrases that name the whole without its amount: "of the total". */
  readonly ofTotal: readonly (readonly string[])[];
  /** Words that stand for an amount in another currency: "that", and what makes it a conversion: "rate", "equivalent". */
  readonly that: ReadonlySet<string>;
  readonly converts: ReadonlySet<string>;
}
