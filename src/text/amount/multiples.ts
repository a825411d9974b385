import {
  MULTIPLES_AFTER_PART as AFTER_PART,
  MULTIPLES_AS as AS,
  MULTIPLES_COMPARED as COMPARED,
  MULTIPLE_STARTS,
} from "../../language/en/lists.js";
import { FORECAST_WORDS, MONTHS, UP_VERBS } from "../../language/en/words.js";
import { DOUBLED } from "../../language/zh/words.js";
import type { Sentence } from "../scan/sentence.js";
import type { AmountParts } from "./amount.js";
import { beginsNumber, fractionAt, numberStarts, spelledAt, type WrittenNumber } from "./spelled.js";

export interface Factor {
  readonly parts: AmountParts;
  readonly next: number;
}

const FACTORS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    doubled: 2,
    doubling: 2,
    tripled: 3,
    tripling: 3,
    trebled: 3,
    trebling: 3,
    quadrupled: 4,
    quadrupling: 4,
    quintupled: 5,
    quintupling: 5,
    sextupled: 6,
    octupled: 8,
  }),
);

const BASE_FORMS: ReadonlyMap<string, number> = new Map(
  Object.entries({ double: 2, doubles: 2, triple: 3, treble: 3, quadruple: 4, quintuple: 5 }),
);

const FOLDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twofold: 2,
    threefold: 3,
    fourfold: 4,
    fivefold: 5,
    sixfold: 6,
    sevenfold: 7,
    eightfold: 8,
    ninefold: 9,
    tenfold: 10,
    hundredfold: 100,
  }),
);

/** The words that a multiple or a fraction begins with, to be put into larger sets. */
export const multipleStarts = (): string[] => [
  ...FACTORS.keys(),
  ...BASE_FORMS.keys(),
  ...FOLDS.keys(),
  ...MULTIPLE_STARTS,
  ...DOUBLED.slice(0, 1),
  ...numberStarts(),
];

/** "doubled", "more than tripled", "to double", "tenfold", "twice as much", "halved"; `undefined` for anything else. */
export function multipleAt(s: Sentence, i: number): Factor | undefined {
  const word = s.word(i);
  const factor =
    FACTORS.get(word) ??
    FOLDS.get(word) ??
    (BASE_FORMS.has(word) && isVerb(s, i) ? BASE_FORMS.get(word) : undefined);
  if (factor !== undefined) {
    // "more than doubled" says of the verb what "more than" says of a number, so the words belong together.
    const more = FACTORS.has(word) && s.word(i - 1) === "than" && s.word(i - 2) === "more";
    return made(s, more ? i - 2 : i, i, i + 1, { digits: String(factor), exponent: 0 }, "multiple");
  }
  if (word === "twice" && (/^(the|its|what|that|those)$/.test(s.word(i + 1)) || asMuch(s, i + 1))) {
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
  return s.word(i) === "as" && AS.has(s.word(i + 1));
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
  if (at === n.next && s.word(at) === "times" && (grew || COMPARED.has(s.word(at + 1)))) {
    return made(s, i, i, at + 1, digits, "multiple", undefined, n.start);
  }
  return undefined;
}

function isVerb(s: Sentence, i: number): boolean {
  const before = s.word(i - 1);
  return (
    before === "to" || FORECAST_WORDS.has(before) || /^(nearly|almost|roughly|than|about|more)$/.test(before)
  );
}

/** "half", "a third", "two-thirds" as a ratio. */
function fractionMention(s: Sentence, i: number): Factor | undefined {
  const found = fractionAt(s.tokens, i);
  if (found === undefined) return undefined;
  const before = s.word(i - 1);
  if (before === "and" && (s.tokens[i - 2]?.kind === "digits" || beginsNumber(s.word(i - 2))))
    return undefined;
  if (
    /^(first|second|third|last|past|next|fourth|other|latter|former|final|the|every|-|half)$/.test(before)
  ) {
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
    const verb = s.word(i) !== "a" && /^(is|are|was|were|will|would|had|has|have|came|went)$/.test(next);
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
