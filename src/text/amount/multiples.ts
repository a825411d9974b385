import {
  AFTER_PART,
  AFTER_PART_AS_SUBJECT,
  AFTER_TIMES,
  AFTER_TWICE,
  AS_MUCH,
  BEFORE_FACTOR_VERB,
  BEFORE_ORDINAL,
  FACTOR_BASE_FORMS,
  FACTOR_VERBS,
  FOLDS,
  MULTIPLE_STARTS,
} from "../../language/en/amount-words.js";
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
  ...FOLDS.keys(),
  ...MULTIPLE_STARTS,
  ...DOUBLED.slice(0, 1),
  ...numberStarts(),
];

/** "doubled", "more than tripled", "to double", "tenfold", "twice as much", "halved"; `undefined` for anything else. */
export function multipleAt(s: Sentence, i: number): Factor | undefined {
  const word = s.word(i);
  const factor =
    FACTOR_VERBS.get(word) ??
    FOLDS.get(word) ??
    (FACTOR_BASE_FORMS.has(word) && isVerb(s, i) ? FACTOR_BASE_FORMS.get(word) : undefined);
  if (factor !== undefined) {
    // "more than doubled" says of the verb what "more than" says of a number, so the words belong together.
    const more = FACTOR_VERBS.has(word) && s.word(i - 1) === "than" && s.word(i - 2) === "more";
    return made(s, more ? i - 2 : i, i, i + 1, { digits: String(factor), exponent: 0 }, "multiple");
  }
  if (word === "twice" && (AFTER_TWICE.has(s.word(i + 1)) || asMuch(s, i + 1))) {
    return made(s, i, i, i + 1, { digits: "2", exponent: 0 }, "multiple");
  }
  if (word === "halved" || word === "halving") {
    return made(s, i, i, i + 1, { digits: "0.5", exponent: 0 }, "multiple");
  }
  if (DOUBLED.every((one, k) => s.word(i + k) === one)) {
    return made(s, i, i, i + 4, { digits: "2", exponent: 0 }, "multiple");
  }
  const compound = spelledFold(s, i);
  return compound ?? fractionMention(s, i);
}

/** "as many", "as high": the first half of a comparison; "scored twice as the side won" is not one. */
function asMuch(s: Sentence, i: number): boolean {
  return s.word(i) === "as" && AS_MUCH.has(s.word(i + 1));
}

const HALF = { digits: "50", exponent: 0 };

/** "ten-fold", "two-fold". */
function spelledFold(s: Sentence, i: number): Factor | undefined {
  if (!beginsNumber(s.word(i))) return undefined;
  const n = spelledAt(s.tokens, i);
  return n === undefined ? undefined : timesOf(s, n, i);
}

/** "19-fold", "3 times as many", "1.5 times the level", "10x": the factor that number `n` begins at token `i`. */
export function timesOf(s: Sentence, n: WrittenNumber, i: number): Factor | undefined {
  const digits = { digits: n.digits, exponent: n.exponent };
  let at = n.next;
  if (s.word(at) === "-" || s.word(at) === "‑") at++;
  if (s.word(at) === "fold") return made(s, i, i, at + 1, digits, "multiple", undefined, n.start);
  const grew = UP_VERBS.has(s.word(i - 1)) || (s.word(i - 1) === "by" && UP_VERBS.has(s.word(i - 2)));
  if (at === n.next && s.word(at) === "times" && (grew || AFTER_TIMES.has(s.word(at + 1)))) {
    return made(s, i, i, at + 1, digits, "multiple", undefined, n.start);
  }
  return undefined;
}

function isVerb(s: Sentence, i: number): boolean {
  const before = s.word(i - 1);
  return before === "to" || FORECAST_WORDS.has(before) || BEFORE_FACTOR_VERB.has(before);
}

/** "half", "a third", "two-thirds" as a ratio. */
function fractionMention(s: Sentence, i: number): Factor | undefined {
  const found = fractionAt(s.tokens, i);
  if (found === undefined) return undefined;
  const before = s.word(i - 1);
  if (before === "and" && (s.tokens[i - 2]?.kind === "digits" || beginsNumber(s.word(i - 2))))
    return undefined;
  if (BEFORE_ORDINAL.has(before)) {
    return undefined;
  }
  const next = s.word(found.next);
  if (s.word(i) === "half") {
    const plain = AFTER_PART.has(next) || next === "the" || next === "their" || next === "its" || next === "";
    if (!plain || (next === "-" && s.joined(i))) return undefined;
    // "half of 1996", "half of the year" is a period.
    if (next === "of" && isTime(s, found.next + 1)) return undefined;
    if (before === "in" && next !== "of") return fraction(s, i, found, 1);
  } else {
    const verb = s.word(i) !== "a" && AFTER_PART_AS_SUBJECT.has(next);
    if (next !== "" && !verb && !AFTER_PART.has(next)) return undefined;
    if (found.denominator === 4 && next === "of" && isTime(s, found.next + 1)) return undefined;
  }
  return fraction(s, i, found, found.numerator);
}

function fraction(
  s: Sentence,
  i: number,
  found: NonNullable<ReturnType<typeof fractionAt>>,
  numerator: number,
): Factor {
  return made(s, i, i, found.next, HALF, "fraction", [numerator, found.denominator]);
}

function isTime(s: Sentence, i: number): boolean {
  const word =
    s.word(i) === "the" || s.word(i) === "this" || s.word(i) === "last" ? s.word(i + 1) : s.word(i);
  return s.tokens[i]?.kind === "digits" || word === "year" || word === "month" || MONTHS.has(word);
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
      ...(parts === undefined ? {} : { fraction: parts }),
      ...(hedged === from ? {} : { hedgedAt: s.tokens[hedged]?.start as number }),
    },
  };
}
