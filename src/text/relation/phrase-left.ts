import {
  BEFORE_BASE,
  BEFORE_BOTH_ENDS,
  BEFORE_DISTANCE,
  BEFORE_LEVEL,
  BEFORE_STAND,
  BEFORE_WHOLE,
  BEHIND_COMPARATIVE,
  INDEFINITE,
  JOINS_EITHER,
} from "../../language/en/little-words.js";
import {
  ADVERBS_OF_CHANGE,
  BEFORE_OFF,
  BEFORE_PARTICIPLE,
  BEHIND_GIVES,
  BEHIND_NO,
  BEHIND_PUTS,
  COPULAS,
  ENDS_PARTICIPLE,
  GIVES,
  GROWTH_NEAR_BY,
  GROWTH_SUBJECTS,
  HEDGING_BEFORE_THAN,
  NO_OR_NOT,
  OFF,
  PARTICLES_OF_CHANGE,
  PARTS_SUBJECT,
  PLURAL_RATE_NOUNS,
  PREPOSITIONS_OF_TIME,
  PUTS,
  RATE_NOUNS,
  SHORT_OF,
  THE_GROWTH,
  UP_ADVERBS,
  UP_TO,
  VALUE_NOUNS,
} from "../../language/en/relation-words.js";
import { DOWN_NOUNS, DOWN_VERBS, FILLERS, MAKES_UP, UP_NOUNS, UP_VERBS } from "../../language/en/words.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";
import type { Said } from "./phrase.js";
import { isPointsKind, isRateKind } from "./role.js";

/** How far from the rate a word that governs it may stand, in items. */
const REACH = 12;

/** Verb, noun or sign before the rate. */
export function leftOf(line: Line, place: number, rate: Amount): Said | undefined {
  const signed = /^[+\uff0b\u2212-]/.test(rate.text);
  // "rose between 5 and 7 percent": the range begins at its first number.
  let at = rate.parts.high !== undefined && line.word(place - 1) === BEFORE_BOTH_ENDS ? place - 2 : place - 1;
  let by = false;
  while (at >= 0 && place - at < REACH) {
    const word = line.word(at);
    if (word === BEFORE_DISTANCE) by = true;
    else if (line.says(at - 1, UP_TO)) at--;
    // "put on nine percent"
    else if (word === BEHIND_PUTS && PUTS.has(line.word(at - 1))) break;
    else if (NO_OR_NOT.has(word) && BEHIND_NO.has(line.word(at + 1))) {
      // "rose no more than 10%"
    }
    // "more than 5 percent" is a hedge; "lower than 5 percent" compares.
    else if (word === BEHIND_COMPARATIVE && HEDGING_BEFORE_THAN.has(line.word(at - 1))) at--;
    else if (line.period(at) !== undefined && at > 0) {
      // "rose in May by 5 percent"
      if (PREPOSITIONS_OF_TIME.has(line.word(at - 1))) at--;
    } else if (!atRate(line, at) && (!FILLERS.has(word) || line.items[at]?.amount)) break;
    at--;
  }
  const word = line.word(at);
  if (signed && (word === "(" || word === "," || at < 0 || line.amount(at) !== undefined || word === "")) {
    const sign = rate.parts.negative ? -1 : 1;
    return { sign, from: place, to: place, form: "bracket" };
  }
  if (place - at >= REACH) return undefined;
  if (word === BEFORE_LEVEL) return ofGrowth(line, place, at);
  // "a rise of 5 percent": "of" was passed over as in "fell an average of".
  const noun =
    line.word(at + 1) === BEFORE_WHOLE || line.word(at + 2) === BEFORE_WHOLE
      ? nounBefore(line, at)
      : undefined;
  if (noun !== undefined) return { sign: noun.sign, from: noun.at, to: place, form: "noun" };
  const verb = directed(line, at);
  // "raised the price of 0.3 pct sulphur to $20": a kind of it.
  if (verb !== 0 && line.word(place - 1) === BEFORE_WHOLE && isKind(line, place)) return undefined;
  if (verb !== 0) {
    // "cut 15 percent of its staff" and "gain 5 percent of the vote" are shares.
    const ofValue = VALUE_NOUNS.has(line.word(place + 3));
    if (
      line.word(place + 1) === BEFORE_WHOLE &&
      !by &&
      (rate.kind === "percent" || rate.kind === "fraction") &&
      !ofValue
    )
      return undefined;
    const after = line.word(at - 1) === BEFORE_PARTICIPLE;
    const form = after || PARTICLES_OF_CHANGE.has(word) || word.endsWith(ENDS_PARTICIPLE) ? "adverb" : "verb";
    return { sign: verb, from: after ? at - 1 : at, to: place, form };
  }
  if (word === BEFORE_WHOLE || word === ":") {
    const noun = nounBefore(line, at - 1);
    if (noun !== undefined) return { sign: noun.sign, from: noun.at, to: place, form: "noun" };
  }
  if (UP_NOUNS.has(word) || DOWN_NOUNS.has(word)) {
    return { sign: UP_NOUNS.has(word) ? 1 : -1, from: at, to: place, form: "noun" };
  }
  if (word === JOINS_EITHER || word === ",") {
    const sum =
      line.amount(at - 1) ??
      (word === JOINS_EITHER && line.word(at - 1) === "," ? line.amount(--at - 1) : undefined);
    const moved = sum !== undefined && !isRateKind(sum);
    const noun = moved && line.word(at - 2) === BEFORE_WHOLE ? nounBefore(line, at - 3) : undefined;
    if (noun !== undefined)
      return { sign: noun.sign, from: noun.at, to: place, form: "noun", amount: at - 1 };
    if (moved && line.word(place + 1) !== BEFORE_WHOLE && !isKind(line, place)) {
      const verb = movedBy(line, at - 1);
      if (verb !== undefined) return { sign: verb.sign, from: verb.at, to: place, form: "verb" };
      // "climbed from $2 million to $3 million, or 50 percent"
      if (line.word(at - 2) === BEFORE_LEVEL && !isBesideBoth(line, place))
        return elided(line, place, at - 1, "noun");
    }
  }
  if (COPULAS.has(word)) return ofGrowth(line, place, at);
  if (by) return elided(line, place, at);
  if (word === BEFORE_BASE) return ofGrowth(line, place, at);
  return undefined;
}

/** "to 3.2m, or 11.7 pct, from 3.3m, 11.9 pct": each amount has a percentage beside it. */
function isBesideBoth(line: Line, place: number): boolean {
  const [base, other] = line.amounts.slice(line.amounts.indexOf(place) + 1);
  if (base === undefined || other === undefined || line.word(base - 1) !== BEFORE_BASE) return false;
  return other - base <= 3 && line.amount(other)?.kind === "percent";
}

/** Whether the word behind the rate has a price or an amount of its own: "0.3 pct sulphur to $20". */
function isKind(line: Line, place: number): boolean {
  return (
    line.items[place + 1]?.kind === "word" &&
    line.period(place + 1) === undefined &&
    !FILLERS.has(line.word(place + 1)) &&
    line.word(place + 2) === BEFORE_LEVEL &&
    line.amount(place + 3) !== undefined
  );
}

/** "grew at an annual rate of 2.1 percent", "shrank at an annualised 0.6%". */
function atRate(line: Line, at: number): boolean {
  const word = line.word(at);
  if (RATE_NOUNS.has(word)) return line.word(at + 1) === BEFORE_WHOLE;
  return word === BEFORE_STAND && INDEFINITE.has(line.word(at + 1));
}

/** The direction of the verb at item `at`: "rose", "off" behind a comma, "put on", "inched ahead". */
function directed(line: Line, at: number): 1 | -1 | 0 {
  const word = line.word(at);
  // "fell short of $3bn by 5%"
  if (line.says(at + 1, SHORT_OF)) return 0;
  if (MAKES_UP.has(line.word(at - 1)) && ADVERBS_OF_CHANGE.has(word)) return 0;
  if (word === BEHIND_GIVES && GIVES.has(line.word(at - 1))) return -1;
  if (UP_VERBS.has(word) || UP_ADVERBS.has(word)) return 1;
  if (word === BEHIND_PUTS && PUTS.has(line.word(at - 1))) return 1;
  if (word === OFF && BEFORE_OFF.has(line.word(at - 1))) return -1;
  return DOWN_VERBS.has(word) ? -1 : 0;
}

/** "an increase of", "growth rate of", "a sharp fall in exports of": the noun that governs "of", within a few words. */
function nounBefore(line: Line, at: number): { readonly at: number; readonly sign: 1 | -1 } | undefined {
  let i = at;
  if (PLURAL_RATE_NOUNS.has(line.word(i))) i--;
  const word = line.word(i);
  if (UP_NOUNS.has(word)) return { at: i, sign: 1 };
  if (DOWN_NOUNS.has(word)) return { at: i, sign: -1 };
  return undefined;
}

/** "growth eased to 5 percent", "growth was 5 percent": the growth itself is what was reached; it stays a growth. */
function ofGrowth(line: Line, place: number, at: number): Said | undefined {
  const rate = line.amount(place) as Amount;
  if (rate.kind !== "percent") return undefined;
  // "X, and the growth rate was 6.4%": it is said of the amount before.
  const subject = RATE_NOUNS.has(line.word(at - 1)) ? at - 2 : at - 1;
  if (COPULAS.has(line.word(at)) && line.says(subject - 1, THE_GROWTH)) {
    return { sign: rate.parts.negative ? -1 : 1, from: subject, to: place, form: "noun" };
  }
  for (let i = at - 1; i >= 0 && at - i <= 12; i--) {
    const word = line.word(i);
    if (PARTS_SUBJECT.has(word) || (word === "-" && line.word(i - 1) === "-")) return undefined;
    if (GROWTH_SUBJECTS.has(word)) {
      // Inflation is a growth where it is what moved: "the gap between rates and inflation will fall to 1 percent" is not.
      if (word === GROWTH_NEAR_BY && at - i > 5) return undefined;
      // "growth in exports to 5 percent of the total"
      if (line.word(place + 1) === BEFORE_WHOLE) return undefined;
      return { sign: rate.parts.negative ? -1 : 1, from: i, to: place, form: "itself" };
    }
    const one = line.amount(i);
    if (one !== undefined && one.kind !== "percent" && one.kind !== "count") return undefined;
  }
  return undefined;
}

/** "settled down $1.40, or 1.7%": a verb moved something by the amount at item `i`. */
function movedBy(line: Line, i: number): { readonly at: number; readonly sign: 1 | -1 } | undefined {
  let at = i - 1;
  while (i - at < 5 && (line.word(at) === BEFORE_DISTANCE || FILLERS.has(line.word(at)))) at--;
  const word = line.word(at);
  const sign = UP_VERBS.has(word) ? 1 : DOWN_VERBS.has(word) ? -1 : undefined;
  return sign === undefined ? undefined : { at, sign };
}

/** "rose to X in 2020, that is, by 22%", "its stock by 8 percent": the verb stands earlier in the clause. */
function elided(line: Line, place: number, at: number, form?: "noun"): Said | undefined {
  for (let i = at; i >= 0 && at - i <= 20; i--) {
    const word = line.word(i);
    if (word === ";") return undefined;
    const amount = line.amount(i);
    if (amount !== undefined && isRateKind(amount)) return undefined;
    const sign =
      UP_VERBS.has(word) || UP_NOUNS.has(word) ? 1 : DOWN_VERBS.has(word) || DOWN_NOUNS.has(word) ? -1 : 0;
    if (sign === 0 || line.says(i + 1, SHORT_OF)) continue;
    const rate = line.amount(place) as Amount;
    if (line.word(i - 1) === BEFORE_PARTICIPLE && !isPointsKind(rate)) {
      return { sign, from: i - 1, to: place, form: "adverb" };
    }
    return form === "noun" || line.word(at) === ","
      ? { sign, from: place, to: place, form: "noun" }
      : { sign, from: i, to: place, form: "verb" };
  }
  return undefined;
}
