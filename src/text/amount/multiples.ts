import {
  AFTER_HALF,
  AFTER_PART,
  AFTER_PART_AS_SUBJECT,
  AFTER_TIMES,
  BEFORE_FACTOR_VERB,
  BEFORE_ORDINAL,
  BEFORE_UNIT_OF_TIME,
  FACTOR_BASE_FORMS,
  FACTOR_VERBS,
  FACTOR_WORDS,
  FOLD,
  HALF,
  MORE_THAN,
  MULTIPLE_STARTS,
  TIMES,
  TWICE,
  UNITS_WITH_PARTS,
} from "../../language/en/amount-words.js";
import {
  BEFORE_DISTANCE,
  BEFORE_WHOLE,
  INDEFINITE_BEFORE_CONSONANT,
  JOINS_BOTH,
} from "../../language/en/little-words.js";
import { FORECAST_WORDS, MONTHS, UP_VERBS } from "../../language/en/words.js";
import { DOUBLED } from "../../language/zh/words.js";
import type { Sentence } from "../scan/sentence.js";
import type { AmountParts } from "./amount.js";
import { beginsNumber, fractionAt, numberStarts, spelledAt, type WrittenNumber } from "./spelled.js";

export interface Factor {
  readonly parts: AmountParts;
  readonly next: number;
}

/** The words that a multiple or a fraction begins with, to be put into larger sets. */
export const multipleStarts = (): string[] => [
  ...FACTOR_VERBS.keys(),
  ...FACTOR_BASE_FORMS.keys(),
  ...FACTOR_WORDS.keys(),
  ...MULTIPLE_STARTS,
  ...DOUBLED.slice(0, 1),
  ...numberStarts(),
];

/** "doubled", "more than tripled", "to double", "tenfold", "twice as much", "halved"; `undefined` for anything else. */
export function multipleAt(s: Sentence, i: number): Factor | undefined {
  const word = s.word(i);
  const factor =
    FACTOR_VERBS.get(word) ??
    FACTOR_WORDS.get(word) ??
    (FACTOR_BASE_FORMS.has(word) && isVerb(s, i) ? FACTOR_BASE_FORMS.get(word) : undefined);
  if (factor !== undefined) {
    // "more than doubled" says of the verb what "more than" says of a number, so the words belong together.
    const lead = i - MORE_THAN.length;
    const from = FACTOR_VERBS.has(word) && s.says(lead, MORE_THAN) ? lead : i;
    return made(s, from, i, i + 1, { digits: String(factor), exponent: 0 }, "multiple");
  }
  if (s.saysOne(i, TWICE) > 0) return made(s, i, i, i + 1, { digits: "2", exponent: 0 }, "multiple");
  if (s.says(i, DOUBLED)) return made(s, i, i, i + DOUBLED.length, { digits: "2", exponent: 0 }, "multiple");
  const compound = spelledFold(s, i);
  return compound ?? fractionMention(s, i);
}

const FIFTY = { digits: "50", exponent: 0 };

/** "ten-fold", "two-fold". */
function spelledFold(s: Sentence, i: number): Factor | undefined {
  if (!beginsNumber(s.word(i))) return undefined;
  const n = spelledAt(s, i);
  return n === undefined ? undefined : timesOf(s, n, i);
}

/** "19-fold", "3 times as many", "1.5 times the level", "10x": the factor that number `n` begins at token `i`. */
export function timesOf(s: Sentence, n: WrittenNumber, i: number): Factor | undefined {
  const digits = { digits: n.digits, exponent: n.exponent };
  let at = n.next;
  if (s.word(at) === "-" || s.word(at) === "‑") at++;
  if (s.word(at) === FOLD) return made(s, i, i, at + 1, digits, "multiple", undefined, n.start);
  const grew =
    UP_VERBS.has(s.word(i - 1)) || (s.word(i - 1) === BEFORE_DISTANCE && UP_VERBS.has(s.word(i - 2)));
  if (at === n.next && s.word(at) === TIMES && (grew || AFTER_TIMES.has(s.word(at + 1)))) {
    return made(s, i, i, at + 1, digits, "multiple", undefined, n.start);
  }
  return undefined;
}

function isVerb(s: Sentence, i: number): boolean {
  const before = s.word(i - 1);
  return FORECAST_WORDS.has(before) || BEFORE_FACTOR_VERB.has(before);
}

/** "half", "a third", "two-thirds" as a ratio. */
function fractionMention(s: Sentence, i: number): Factor | undefined {
  const found = fractionAt(s, i);
  if (found === undefined) return undefined;
  const before = s.word(i - 1);
  if (before === JOINS_BOTH && (s.tokens[i - 2]?.kind === "digits" || beginsNumber(s.word(i - 2))))
    return undefined;
  if (BEFORE_ORDINAL.has(before)) {
    return undefined;
  }
  const next = s.word(found.next);
  if (s.word(i) === HALF) {
    const plain = AFTER_PART.has(next) || AFTER_HALF.has(next) || next === "";
    if (!plain || (next === "-" && s.joined(i))) return undefined;
    // "half of 1996", "half of the year" is a period.
    if (next === BEFORE_WHOLE && isTime(s, found.next + 1)) return undefined;
  } else {
    const verb = s.word(i) !== INDEFINITE_BEFORE_CONSONANT && AFTER_PART_AS_SUBJECT.has(next);
    if (next !== "" && !verb && !AFTER_PART.has(next)) return undefined;
    if (found.denominator === 4 && next === BEFORE_WHOLE && isTime(s, found.next + 1)) return undefined;
  }
  const { numerator, denominator } = found;
  return made(s, i, i, found.next, FIFTY, "fraction", [numerator, denominator]);
}

function isTime(s: Sentence, i: number): boolean {
  const word = s.word(BEFORE_UNIT_OF_TIME.has(s.word(i)) ? i + 1 : i);
  return s.tokens[i]?.kind === "digits" || UNITS_WITH_PARTS.has(word) || MONTHS.has(word);
}

function made(
  s: Sentence,
  from: number,
  hedged: number,
  next: number,
  low: AmountParts["low"],
  kind: "multiple" | "fraction",
  parts?: readonly [number, number],
  start = s.tokens[from]?.start as number,
): Factor {
  return {
    next,
    parts: {
      kind,
      start,
      end: s.tokens[next - 1]?.end as number,
      low,
      negative: false,
      unit: kind === "fraction" ? "percent" : "number",
      fraction: parts,
      hedgedAt: hedged === from ? undefined : s.tokens[hedged]?.start,
    },
  };
}
