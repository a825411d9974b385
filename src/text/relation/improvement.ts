import { BETTER_WITH_LESS, BETTER_WITH_MORE, IMPROVES } from "../../language/en/relation-words.js";
import { DOWN_NOUNS, DOWN_VERBS, UP_NOUNS, UP_VERBS } from "../../language/en/words.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";

const CHANGES = [UP_VERBS, UP_NOUNS, DOWN_VERBS, DOWN_NOUNS];

/** What improves is named so many words before. */
const SUBJECT = 20;

/**
 * Which way a change goes that is said in the words from item `from` to item `to`. Sales that improve grow; a loss, a ratio
 * of costs or days of payment that improve shrink. Where the words leave it open, the figures before and after tell.
 */
export function wayOf<S extends 1 | -1 | 0>(
  line: Line,
  sign: S,
  from: number,
  to: number,
  base: Amount | undefined,
  level: Amount | undefined,
): S | 1 | -1 {
  if (!isOpen(line, from, to)) return sign;
  if (base !== undefined && level !== undefined) return level.figure.value.lt(base.figure.value) ? -1 : 1;
  return isAround(line, BETTER_WITH_LESS, from, to) ? -1 : sign;
}

/** Whether the words say no more of a change than that something became better, and of what does not tell which way. */
export function isOpen(line: Line, from: number, to: number): boolean {
  let found = false;
  for (let i = Math.max(0, from); i <= to; i++) {
    const word = line.word(i);
    if (IMPROVES.has(word)) found = true;
    else if (!BETTER_WITH_LESS.has(word) && CHANGES.some((words) => words.has(word))) return false;
  }
  const grows = found && isAround(line, BETTER_WITH_MORE, from, to);
  return found && !(grows && !isAround(line, BETTER_WITH_LESS, from, to));
}

function isAround(line: Line, words: ReadonlySet<string>, from: number, to: number): boolean {
  for (let i = Math.max(0, from - SUBJECT); i <= to; i++) if (words.has(line.word(i))) return true;
  return false;
}
