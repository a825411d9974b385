import type { Period } from "../../figure/period.js";
import {
  COMPARED_BY_ITSELF,
  ENDS_IN_DAY,
  MONTH_OF_LAST_YEAR,
  PER_TIME,
  SAYS_AGO,
  SAYS_EARLIER,
  SAYS_LENGTH,
  SAYS_MONTH,
  SAYS_QUARTER,
  SAYS_SAME_OF_YEAR,
  SAYS_WEEK,
  SEVERAL_YEARS,
  SHORTER_UNIT_EARLIER,
  SINCE_START,
  THREE_MONTHS,
  YEAR_TO_DATE,
} from "../../language/en/period-words.js";
import { kept } from "../../language/once.js";
import { LAST_YEAR } from "../../language/zh/words.js";
import type { Basis, PeriodMention } from "../reading.js";

/** What the words of a period say by themselves, wherever it stands. */
export interface PeriodSays {
  /** In lower case; a line may break between its words. */
  readonly phrase: string;
  /** Its words, hyphens parting them too. */
  readonly words: readonly string[];
  /** "Since the start of the year". */
  readonly sinceStart: boolean;
  readonly toDate: boolean;
  /** "The same period", "the year-ago quarter". */
  readonly compared: boolean;
  /** "A year earlier". */
  readonly ago: boolean;
  /** "Last year", where "over" or "above" stands before it. */
  readonly earlier: boolean;
  /** "Per annum". */
  readonly per: boolean;
  /** "3 March": a day that something happened on. */
  readonly day: boolean;
  /** What is compared with it is measured against. */
  readonly basis: Basis | undefined;
}

/** A period of a sentence. */
export class FoundPeriod implements PeriodMention {
  readonly kind: "period";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly period: Period | undefined;
  #says: PeriodSays | undefined;

  constructor(text: string, start: number, end: number, period: Period | undefined) {
    this.kind = "period";
    this.text = text;
    this.start = start;
    this.end = end;
    this.period = period;
  }

  get says(): PeriodSays {
    this.#says ??= saysOf(this.text);
    return this.#says;
  }
}

/** What the words of a period say; looked at once. */
export const saysOf = /* @__PURE__ */ kept(1_000, lookedAt);

function lookedAt(text: string): PeriodSays {
  const phrase = text.toLowerCase().replace(/\s+/g, " ");
  return {
    phrase,
    words: phrase.split(/[ -]+/),
    sinceStart: SINCE_START.test(phrase),
    toDate: YEAR_TO_DATE.test(phrase),
    compared: COMPARED_BY_ITSELF.test(phrase),
    ago: SAYS_AGO.test(phrase),
    earlier: SAYS_LENGTH.test(phrase) && SAYS_EARLIER.test(phrase),
    per: PER_TIME.test(phrase),
    day: /^(\p{L}+\.? \d\d?|\d\d? \p{L}+)\b/u.test(phrase),
    basis: basisOf(phrase),
  };
}

function basisOf(phrase: string): Basis | undefined {
  if (SINCE_START.test(phrase)) return "ytd";
  if (MONTH_OF_LAST_YEAR.test(phrase)) return "yoy";
  if (THREE_MONTHS.test(phrase)) return "qoq";
  if ((SAYS_SAME_OF_YEAR.test(phrase) || LAST_YEAR.test(phrase)) && !SHORTER_UNIT_EARLIER.test(phrase)) {
    return SEVERAL_YEARS.test(phrase) ? "multi-year" : "yoy";
  }
  if (/\b(19|20)\d\d\b/.test(phrase)) return "yoy";
  if (SAYS_QUARTER.test(phrase)) return "qoq";
  if (SAYS_WEEK.test(phrase)) return "wow";
  if (SAYS_MONTH.test(phrase)) return "mom";
  return ENDS_IN_DAY.test(phrase) ? "dod" : undefined;
}
