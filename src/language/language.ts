import type { Hedge } from "../figure/note.js";
import type { RuleLanguage } from "./rule.js";
import type { StoryLanguage } from "./story.js";

/** What a change is measured against, as a language names it. */
export type BasisWord = "yoy" | "qoq" | "mom" | "wow";

/** A word for a period that is told from the day of publication: "Vorjahr" is the year before. */
export interface RelativeWord {
  readonly unit: "year" | "quarter" | "month" | "week";
  readonly shift: 0 | -1 | 1;
}

/**
 * What a language knows, as data; the engines of `text` know no word of it. A language that is given so is read by its
 * rules alone. English and Chinese are read by engines of their own besides.
 */
export interface Language {
  readonly code: string;
  readonly decimal: "." | ",";
  /** What shows that a text has the other decimal mark: Swiss German prints "5.3%" and "1'234.5 Mio." */
  readonly otherDecimal?: { readonly other: RegExp; readonly own: RegExp };
  /** Whether plain spaces part the thousands: "1 234,5". */
  readonly spaces?: true;
  /** Whether nouns are written with capitals, so that a word in small letters behind a number is none. */
  readonly capitalNouns: boolean;
  /** Words whose full stop does not end a sentence, in lower case without the stop. */
  readonly abbreviations: ReadonlySet<string>;
  /** Of these, units and scales behind which a capital begins a sentence. */
  readonly endings?: ReadonlySet<string>;
  /** Words before which "1." is an ordinal: "im 1. Quartal". */
  readonly afterOrdinal: ReadonlySet<string>;
  readonly hedges: ReadonlyMap<string, Hedge>;
  /** Scale words that mean another power than in English: how much is added to the exponent. */
  readonly longer: ReadonlyMap<string, number>;
  /** Between the two numbers of a range. */
  readonly range: { readonly to: ReadonlySet<string>; readonly between: string; readonly and: string };
  /**
   * Around two numbers of which only the second has its unit: "von 2,0 auf 2,1 Mrd. Euro", "2,0 und 2,1 Mrd. Euro"; a
   * ratio behind one of `by` may be in points.
   */
  readonly shared?: {
    readonly from: ReadonlySet<string>;
    readonly to: ReadonlySet<string>;
    readonly and: ReadonlySet<string>;
    readonly by: ReadonlySet<string>;
    readonly of: ReadonlySet<string>;
  };
  /** Factors in words ("verdoppelte"), and the words around those in digits: "das 3,5-Fache", "в 1,5 раза". */
  readonly times?: {
    readonly words: ReadonlyMap<string, number>;
    readonly before: ReadonlySet<string>;
    readonly behind: ReadonlySet<string>;
  };
  /** What is counted: adjectives before it, words that it is not, lengths of time; and words beside a number that counts without it: "31 von 118". */
  readonly counted?: {
    readonly adjective: RegExp;
    readonly not: ReadonlySet<string>;
    readonly times: ReadonlySet<string>;
    readonly before: ReadonlySet<string>;
    readonly behind: ReadonlySet<string>;
  };
  readonly months: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Parts of a year behind an ordinal, by their months; and the word for months that are counted. */
  readonly stages: ReadonlyMap<string, number>;
  readonly monthWords: ReadonlySet<string>;
  readonly relative: ReadonlyMap<string, RelativeWord>;
  /** Words that may stand before a relative unit: "im vergangenen Jahr", with their shift; and the units. */
  readonly shifts: ReadonlyMap<string, 0 | -1 | 1>;
  readonly units: ReadonlyMap<string, RelativeWord["unit"]>;
  /** Words behind such a unit that make it the one before: "a year ago". */
  readonly ago?: ReadonlySet<string>;
  /** Words that say that the period behind them is compared with; articles between the two are passed over. */
  readonly compares: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Words that name the basis by themselves: "im Jahresvergleich". */
  readonly bases: ReadonlyMap<string, BasisWord>;
  readonly forecast: ReadonlySet<string>;
  /** Words that may stand before the amount in another currency: "(umgerechnet rund". */
  readonly conversionLeads: ReadonlySet<string>;
  /** Of these, what makes an amount behind a comma a conversion. */
  readonly conversionWords: ReadonlySet<string>;
  /** Words between an amount and the comma before its conversion: "50 Mrd. Yuan wert, umgerechnet". */
  readonly conversionBehind?: ReadonlySet<string>;
  readonly rules: RuleLanguage;
  readonly story: StoryLanguage;
}

/** A language with all that it need not say. */
export type WholeLanguage = Language & Required<Pick<Language, "shared" | "times" | "counted">>;

const NO_WORDS: ReadonlySet<string> = /* @__PURE__ */ new Set();
const UNSAID = {
  shared: { from: NO_WORDS, to: NO_WORDS, and: NO_WORDS, by: NO_WORDS, of: NO_WORDS },
  times: { words: /* @__PURE__ */ new Map<string, number>(), before: NO_WORDS, behind: NO_WORDS },
  counted: { adjective: /(?!)/, not: NO_WORDS, times: NO_WORDS, before: NO_WORDS, behind: NO_WORDS },
};
const wholes = /* @__PURE__ */ new WeakMap<Language, WholeLanguage>();

/** The language, with no words where it leaves a part out. */
export function wholeLanguage(language: Language): WholeLanguage {
  const known = wholes.get(language);
  if (known !== undefined) return known;
  const whole = { ...UNSAID, ...language };
  wholes.set(language, whole);
  return whole;
}
