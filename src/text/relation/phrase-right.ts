import { BEFORE_WHOLE, BEHIND_COMPARATIVE, POSSESSIVE } from "../../language/en/little-words.js";
import { NAMES_DAY, ORDINALS_OF_QUARTERS } from "../../language/en/period-words.js";
import {
  BEFORE_BARE_ORDINAL,
  BEFORE_BOUND,
  BEFORE_COMPARED_TIME,
  COMPARES_WITHOUT_THAN,
  NAMED_BY_GROWTH,
  OFF,
  SAYS_HOW_MUCH,
} from "../../language/en/relation-words.js";
import {
  DOWN_NOUNS,
  DOWN_VERBS,
  FILLERS_BEHIND_RATE,
  LESS_WORDS,
  MORE_WORDS,
  UP_NOUNS,
} from "../../language/en/words.js";
import type { Line } from "../scan/line.js";
import type { Said } from "./phrase.js";

/** "a 7 percent rise", "14% year-on-year growth", "28% more than", "0.3% lower", "30 basis points shaved off". */
export function rightOf(line: Line, place: number): Said | undefined {
  let at = place + 1;
  let skipped = 0;
  if (line.word(at) === BEFORE_WHOLE) return undefined;
  while (skipped < 6 && FILLERS_BEHIND_RATE.has(line.word(at)) && !isComparative(line, at)) {
    at++;
    skipped++;
  }
  const word = line.word(at);
  if (line.amount(at) !== undefined) return undefined;
  if (UP_NOUNS.has(word)) return nounForm(line, place, at, 1);
  if (DOWN_NOUNS.has(word)) return nounForm(line, place, at, -1);
  if (isComparative(line, at)) {
    const sign = MORE_WORDS.has(line.word(at)) ? 1 : -1;
    if (!comparesTime(line, at)) return undefined;
    return { sign, from: place, to: at, form: "comparative" };
  }
  if (line.word(at + 1) === OFF && DOWN_VERBS.has(word))
    return { sign: -1, from: place, to: at, form: "verb" };
  return undefined;
}

function nounForm(line: Line, place: number, at: number, sign: 1 | -1): Said | undefined {
  // "a 10 percent cut in" is a growth, "growth stocks" and "rise above" are not nouns of it.
  if (line.items[at + 1]?.mark === false && line.word(at + 1) === NAMED_BY_GROWTH) return undefined;
  return { sign, from: place, to: at, form: "noun" };
}

function isComparative(line: Line, at: number): boolean {
  const word = line.word(at);
  return (MORE_WORDS.has(word) || LESS_WORDS.has(word)) && !BEFORE_BOUND.has(word);
}

/** "28% more than last year": a comparison in time; "40 basis points more than a bond" is not one. */
function comparesTime(line: Line, at: number): boolean {
  let than = at + 1;
  while (than < at + 5 && line.word(than) !== BEHIND_COMPARATIVE) than++;
  const word = line.word(at);
  if (line.word(than) === BEHIND_COMPARATIVE) {
    // "11 percent fewer than in the second": the quarter is left out.
    const stage = line.says(than + 1, BEFORE_BARE_ORDINAL) && ORDINALS_OF_QUARTERS.has(line.word(than + 3));
    return stage || timeWithin(line, than + 1, 10);
  }
  // "12 per cent below surveyors' estimates", "31 percent above Friday's price"
  if (COMPARES_WITHOUT_THAN.has(word)) {
    let next = at + 1;
    while (BEFORE_COMPARED_TIME.has(line.word(next))) next++;
    return timeWithin(line, next, 1);
  }
  return !SAYS_HOW_MUCH.has(word) || line.word(at + 1) !== BEFORE_WHOLE;
}

export function timeWithin(line: Line, from: number, most: number): boolean {
  for (let i = from; i < from + most; i++) {
    const period = line.period(i);
    // "31 percent above Friday's price" is a premium, "lower than on Monday" a change.
    const possessive = /^['’]$/.test(line.word(i + 1));
    if (period !== undefined)
      return !NAMES_DAY.test(period.text) || (!possessive && !period.text.endsWith(POSSESSIVE));
  }
  return false;
}
