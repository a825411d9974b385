import {
  BEFORE_OTHER_THING,
  GOES_ON_BEHIND,
  LEADS_TO_BASE,
  ONE_THING,
  PARTS_AMOUNTS,
  SAYS_NOTHING,
} from "../../language/en/likeness-words.js";
import { OF_OR_AT } from "../../language/en/relation-words.js";
import { MONTHS } from "../../language/en/words.js";
import { sameNoun } from "../../language/same-noun.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";

/** So many words before and behind an amount say what it is of. */
const BEFORE = 10;
const BEHIND = 6;

/**
 * Whether the words around the base say that it is of another thing than the level: "revenue rose to $50m against costs of
 * $46m", "exports to China were $50bn, compared with $46bn to Japan". What is said of the base has to be named before it.
 */
export function isOfAnother(line: Line, base: Amount): boolean {
  if (line.language !== undefined || line.wide) return false;
  const at = line.placeOf(base);
  const lead = leadOf(line, at);
  if (lead < 0) return false;
  const told = (i: number) =>
    saysNothing(line, i) || line.word(i) === base.per || isNamed(line, line.word(i), lead);
  for (let i = lead + 1; i < at; i++) if (!told(i)) return true;
  return saysOtherBehind(line, at, told);
}

/** The word by which an amount is compared; −1 where none stands before it. */
function leadOf(line: Line, at: number): number {
  for (let i = at - 1; i >= 0 && at - i <= BEFORE; i--) {
    if (LEADS_TO_BASE.has(line.word(i))) return i;
    if (line.amount(i) !== undefined || PARTS_AMOUNTS.has(line.word(i))) return -1;
  }
  return -1;
}

function saysNothing(line: Line, i: number): boolean {
  const word = line.word(i);
  // "Bil- lion": a line broke.
  const rest = line.word(i - 1) === "-";
  return rest || line.items[i]?.kind !== "word" || SAYS_NOTHING.has(word) || MONTHS.has(word);
}

/** Whether a noun, or another for the same, stands before item `until`; "cost of sales" names no sales. */
function isNamed(line: Line, noun: string, until: number): boolean {
  const thing = ONE_THING.get(noun);
  for (let i = 0; i < until; i++) {
    const word = line.word(i);
    const same = thing === undefined ? sameNoun(word, noun) : ONE_THING.get(word) === thing;
    if (same && !(OF_OR_AT.has(line.word(i - 1)) && ONE_THING.has(line.word(i - 2)))) return true;
  }
  return false;
}

/** "$46bn to Japan", "the $48m consensus": what stands directly behind the amount, up to its period. */
function saysOtherBehind(line: Line, at: number, told: (i: number) => boolean): boolean {
  for (let i = at + 1; i <= at + BEHIND; i++) {
    const word = line.word(i);
    if (line.items[i] === undefined || line.amount(i) || line.period(i)) return false;
    if (GOES_ON_BEHIND.has(word) || PARTS_AMOUNTS.has(word)) return false;
    if (!told(i) && !BEFORE_OTHER_THING.has(word)) return true;
  }
  return false;
}
