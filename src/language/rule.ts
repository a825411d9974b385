import type { NamedFlow } from "./story.js";

/**
 * A way in which a language says a relation between figures, as data. A pattern is a line of elements:
 *
 * * a word, or several to choose from: `from`, `to|at`; with a question mark it may be missing: `by?`
 * * `VERB`, `NOUN`, `MORE`: a word of the language that says that something grew or shrank
 * * a word behind an exclamation mark, that must not be next: `!of`
 * * any other word in capitals that is a class of the language: `COMPARED`, `CONSIST`
 * * `PERIOD`: words of a period in one piece; any of these words in capitals may be missing with a question mark
 * * a figure in a role: `INC` (by how much, an amount), `RATE` (in percent), `POINTS`, `TIMES` (by a
 *   factor), `LEVEL` (reached), `BASE` (before),
 *   `TOTAL`, `PART`, `LESS` (what is taken off), `SHARE`, `WHOLE`, `AMOUNT` and `CONVERTED`; `PARTS`, `LESSES`, `LEVELS`, `BASES`,
 *   `INCS`, `RATES` and `SHARES` are lists
 * * `~8`: up to eight words without a figure, within the clause; `~8,` passes over commas too
 * * `<grew>`: any of the forms that the language has under that name, which are written like patterns; and what is in
 *   square brackets may be missing: `<grew> [in PERIOD] to LEVEL`
 *
 * In rules for passages `//` is the end of a sentence, and `…` goes on to the next figure or the end of its sentence.
 * All figures of the sentences before the last one have to take part.
 *
 * Before a figure the language's soft words and phrases are passed over ("about", "more than"), behind it an aside in brackets.
 */
export interface RelationRule {
  readonly name: string;
  readonly patterns: readonly string[];
  /** Sentences that it reads; a test runs them. */
  readonly says: readonly string[];
  /** Sentences that it must not read. */
  readonly not: readonly string[];
  /** What the level and the base are, where they are not any of the two. */
  readonly only?: "percent" | "amount";
  /** Words that, among the eight before it, make it something else. */
  readonly unlessBefore?: ReadonlySet<string>;
  /** Words that, directly before it, make it something else; soft words and a period between them do not count. */
  readonly unlessBehind?: ReadonlySet<string>;
  /** Words that, between its figures, make it something else. */
  readonly unlessInside?: ReadonlySet<string>;
  /** Phrases that, within it or among the eight words behind it, make it something else. */
  readonly unlessIn?: readonly (readonly string[])[];
  /** Whether no period stands between its figures: "exports were 4bn in May, imports 3bn in June" are of two. */
  readonly onePeriod?: true;
  /** Whether the periods within it are whole years. */
  readonly wholeYears?: true;
  /** Of passages: whether the words about time have to say that the base is the earlier one. */
  readonly inOrder?: true;
  /** In which order the first two years behind its figures have to stand: "$5m and $4m in 2019 and 2018". */
  readonly years?: "latest first" | "latest last";
  /** The same, where that makes it something else. */
  readonly unlessYears?: "latest first" | "latest last";
  /** Whether the passage speaks of one period at most. */
  readonly samePeriod?: true;
  /** Of sums: whether the parts are said to be all there are. Default: true. */
  readonly exhaustive?: boolean;
  /** Of sums: whether the parts may be called otherwise than the whole: "27 vessels: 14 tugs and 13 dredgers". */
  readonly mixed?: true;
  /** Of sums: whether the parts may count something twice, so that even more than the total is no contradiction. */
  readonly overlapping?: true;
  /** Of changes: whether it is read only where it went the way that is said; else the two are as likely of two things. */
  readonly ifItHolds?: true;
  /** Of sums: whether the total may be a growth as well, whose parts these are: "fell by 12.3%, which included a decrease of 11.2% and …". */
  readonly ofGrowth?: true;
  /** Of sums: whether a part that is more than the total alone makes it something else: "4.7m (4.9m and 3.8m a year before)". */
  readonly largest?: true;
  /** Of sums: whether the total is a difference by its size, whichever of the two is larger. */
  readonly bySize?: true;
  /** Of sums: whether the part is a mean, which the total has once for each of its periods: "$30bn a month, or $360bn for the year". */
  readonly mean?: true;
  /** Whether the words before the base are the rule's own, and no hedge: "lower than $50m". */
  readonly plainBase?: true;
  /** What the base has to be: without a unit of its own, "EUR 105.8 (83.4) million"; or above zero, as the level. */
  readonly base?: "bare" | "above zero";
  /** Which way a change goes where no word of the pattern says it. */
  readonly sign?: 1 | -1 | 0;
}

/** Before what an amount is for one of: reports of every language that is read write it as English does, "€5 per tonne". */
export { BEFORE_UNIT } from "./en/little-words.js";

/** How a language says how long a period is. */
export interface PeriodLengths {
  /** The unit that a word means: "month", "monthly". */
  readonly units: ReadonlyMap<string, CountedUnit>;
  /** Whole periods, with how many months they have. */
  readonly months: readonly (readonly [says: RegExp, months: number])[];
  /** A number of units, in two groups: "the first nine months". */
  readonly counted: RegExp;
  readonly numbers: ReadonlyMap<string, number>;
}

export type CountedUnit = "day" | "week" | "month" | "quarter" | "year";

/** What the rules of a language go by. */
export interface RuleLanguage {
  readonly rules: readonly RelationRule[];
  /** Rules for two or three sentences of one paragraph, one behind the other. */
  readonly passages?: readonly RelationRule[];
  /** Classes of words or short phrases: each entry is a list of words in a row. */
  readonly classes: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Forms that patterns name: `<grew>` stands for each of `forms.grew`. */
  readonly forms?: Readonly<Record<string, readonly string[]>>;
  readonly up: {
    readonly verbs: ReadonlySet<string>;
    readonly nouns: ReadonlySet<string>;
    readonly more: ReadonlySet<string>;
  };
  readonly down: {
    readonly verbs: ReadonlySet<string>;
    readonly nouns: ReadonlySet<string>;
    readonly more: ReadonlySet<string>;
  };
  /** Words before a verb that say that it did not happen. */
  readonly negations: ReadonlySet<string>;
  /** Words by which a rate is not that of the amounts beside it: "real", "in constant currencies". */
  readonly terms?: ReadonlySet<string>;
  /** How long the periods of a language are, for means: a unit by its names, and what says how many of a unit there are. */
  readonly lengths?: PeriodLengths;
  /** Words of periods that are told from another: "the year before". */
  readonly past?: ReadonlySet<string>;
  readonly soft: ReadonlySet<string>;
  /** Phrases that may stand before a figure as soft words do: "more than", "higher than expected". */
  readonly softPhrases?: readonly (readonly string[])[];
  /** Words that mean percentage points behind a number that stands beside a percentage: "pts". */
  readonly points: ReadonlySet<string>;
  /** Words between an amount and what else it is: "$31 million, or $0.84 a share". */
  readonly or: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  /** Verbs by which an amount is said of a thing of its own, and no part of the list before it: "and imports were $5m". */
  readonly copulas?: ReadonlySet<string>;
  /** Names of flows of trade: exports and imports are parts of trade, and their balance is none. */
  readonly flows?: ReadonlyMap<string, NamedFlow>;
  /** Words directly before a figure that is no further part of a list: "$2bn and $1bn, to $12bn". */
  readonly ends?: ReadonlySet<string>;
  /** Words by which figures are dealt out to what is named in the same order: "$3m and $4m, respectively". */
  readonly deals?: ReadonlySet<string>;
  /** What the rest of a whole is called, which ends a list that does not name it all: "and the remainder". */
  readonly rests?: ReadonlySet<string>;
  /** Words that begin a clause behind a comma, which ends a list: "$6m interest, after they had sought $40m". */
  readonly clauses?: ReadonlySet<string>;
  /** Words before what is a difference, whose parts may be more than it is: "a profit of $8bn, of which $9bn came from". */
  readonly differences?: ReadonlySet<string>;
  /** Words before how much something changed: "rose by 5%". */
  readonly by?: ReadonlySet<string>;
  /** Words and marks between the parts of a list. */
  readonly joins: ReadonlySet<string>;
  /** Words that end a clause: no gap passes over them. */
  readonly stops: ReadonlySet<string>;
}
