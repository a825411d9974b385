import {
  BEFORE_IMPROVES,
  BEHIND_SUBJECT,
  BETTER_WITH_LESS,
  BETTER_WITH_MORE,
  IMPROVES,
  PARTS_CLAUSES,
} from "../../language/en/relation-words.js";
import { DOWN_NOUNS, DOWN_VERBS, UP_NOUNS, UP_VERBS } from "../../language/en/words.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";

const CHANGES = [UP_VERBS, UP_NOUNS, DOWN_VERBS, DOWN_NOUNS];

/** What improves is named so many words before. */
const SUBJECT = 20;

/** What merely improved may say no way. */
type NoWay<M extends boolean> = M extends true ? never : 0;

/**
 * Which way a change goes that is said in the words from item `from` to item `to`. Sales that improve grow; a loss, costs or
 * days of payment that improve shrink. Of a ratio or a rate only a change that is `measured` is held against the figures
 * before and after, either way; what merely improved says no way.
 */
export function wayOf<S extends 1 | -1 | 0, M extends boolean>(
  line: Line,
  sign: S,
  from: number,
  to: number,
  base: Amount | undefined,
  level: Amount | undefined,
  measured: M,
): S | 1 | -1 | NoWay<M> {
  const verb = improves(line, from, to);
  const better = verb === undefined ? 1 : betterWith(line, verb);
  if (better !== 0) return better === 1 ? sign : -1;
  if (!measured) return 0 as NoWay<M>;
  if (base === undefined || level === undefined) return sign;
  return level.figure.value.lt(base.figure.value) ? -1 : 1;
}

/** Whether the words say no more of a change than that something became better, and of what does not tell that it grew. */
export function isOpen(line: Line, from: number, to: number): boolean {
  const verb = improves(line, from, to);
  return verb !== undefined && betterWith(line, verb) !== 1;
}

/** The item that says that something became better, where no other word says which way. */
function improves(line: Line, from: number, to: number): number | undefined {
  let found: number | undefined;
  for (let i = Math.max(0, from); i <= to; i++) {
    const word = line.word(i);
    if (IMPROVES.has(word)) found ??= i;
    else if (!BETTER_WITH_LESS.has(word) && CHANGES.some((words) => words.has(word))) return undefined;
  }
  return found;
}

/**
 * Whether more or less of what improved is better, by the last noun of the phrase before: "net income from operations",
 * "cost of sales, as a percentage of revenue,". 0 where it does not tell, as of a rate or of "employee turnover".
 */
function betterWith(line: Line, verb: number): 1 | -1 | 0 {
  const [from, to] = phraseBefore(line, verb);
  for (let i = from; i <= to; i++) {
    if (i < to && !BEHIND_SUBJECT.has(line.word(i + 1))) continue;
    const noun = line.word(i);
    return BETTER_WITH_MORE.has(noun) ? 1 : BETTER_WITH_LESS.has(noun) ? -1 : 0;
  }
  return 0;
}

/** The phrase before the verb, back to where its clause begins; an aside between commas is passed over. */
function phraseBefore(line: Line, verb: number): readonly [number, number] {
  const starts = (i: number) => {
    const word = line.word(i);
    return word === "" || word === "," || word === "(" || word === ")" || PARTS_CLAUSES.has(word);
  };
  let to = verb - 1;
  const aside = line.word(to) === ",";
  while (to > 0 && (BEFORE_IMPROVES.has(line.word(to)) || line.period(to) !== undefined)) to--;
  if (aside) {
    let open = to;
    while (open > 0 && line.word(open) !== ",") open--;
    if (open > 0) to = open - 1;
  }
  let from = to;
  if (line.amount(to) !== undefined) from--;
  while (from > 0 && verb - from < SUBJECT && !starts(from - 1) && line.amount(from - 1) === undefined)
    from--;
  return [from, to];
}
