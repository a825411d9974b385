import {
  BEFORE_BESIDE,
  BEFORE_CHANGED_THING,
  BEFORE_OTHER_THING,
  GOES_ON_BEHIND,
  HEAD_TERMS,
  IDIOMS,
  LEADS_TO_BASE,
  OF,
  ON_CONDITION,
  ONE_THING,
  OTHER_TERMS,
  PARTS_AMOUNTS,
  SAYS_NOTHING,
  SETS_ASIDE,
  SPLITS,
} from "../../language/en/likeness-words.js";
import {
  ARTICLES,
  BASIS_UNITS,
  BEFORE_LEVELS,
  OF_OR_AT,
  ON_OR_OVER,
} from "../../language/en/relation-words.js";
import { DOWN_VERBS, MONTHS, UP_VERBS } from "../../language/en/words.js";
import { sameNoun } from "../../language/same-noun.js";
import type { Amount } from "../amount/amount.js";
import type { Basis } from "../reading.js";
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
    if (SPLITS.has(line.word(i + 1)) || SPLITS.has(line.word(i + 2))) return true;
    if (GOES_ON_BEHIND.has(word) || PARTS_AMOUNTS.has(word) || UP_VERBS.has(word) || DOWN_VERBS.has(word))
      return false;
    if (!told(i) && !BEFORE_OTHER_THING.has(word)) return true;
  }
  return false;
}

/** "(2018: $46m)": the period of the base opens the bracket that it stands in. */
function isInBracket(line: Line, at: number): boolean {
  const when = line.word(at - 1) === ":" ? at - 2 : at - 1;
  return line.period(when) !== undefined && line.word(when - 1) === "(";
}

/** Whether the sentence names the year that follows the one in the bracket, before it; "last year" asks for none. */
function isYearBefore(line: Line, at: number): boolean {
  const years = line.items.slice(0, at).map(({ period }) => period?.says.words.find((one) => YEAR.test(one)));
  const own = years[line.word(at - 1) === ":" ? at - 2 : at - 1];
  return own === undefined || years.some((year) => Number(year) === Number(own) + 1);
}

/** "$12bn (2022: $10bn, +20%)": the change that ends at `last` stands in the bracket too. */
function isInOneBracket(line: Line, at: number, last: number): boolean {
  for (let i = at; i < last; i++) if (line.word(i) === ")") return false;
  return at < last;
}

const YEAR = /^\d{4}$/;

/** Whether the amount at `i` is told beside another one: "profit was $5m on sales of $9m, up 8%". */
export function isBeside(line: Line, i: number): boolean {
  let lead = i - 1;
  while (BEFORE_LEVELS.has(line.word(lead)) && !OF_OR_AT.has(line.word(lead))) lead--;
  if (BEFORE_BESIDE.has(line.word(lead))) return true;
  if (!OF.has(line.word(lead))) return false;
  for (let at = lead - 2; at >= lead - 3; at--) if (BEFORE_BESIDE.has(line.word(at))) return true;
  for (let at = lead - 4; at >= lead - 8 && !line.amount(at); at--)
    if (SETS_ASIDE.has(line.word(at)) && ARTICLES.has(line.word(at + 1))) return true;
  return false;
}

/**
 * Whether what a change is said of is not the amounts beside it: "an increase of 3% in tonnes", or one against another time,
 * "$50m, against $46m in the third quarter, up 25% from a year earlier". The last figure of the change stands at `last`.
 */
export function changesAnother(line: Line, last: number, base: Amount): boolean {
  if (line.language !== undefined || line.wide) return false;
  const at = line.placeOf(base);
  if (isInBracket(line, at) && !isYearBefore(line, at) && !isInOneBracket(line, at, last)) return true;
  const [own, said] = [at < last ? basisBehind(line, at) : undefined, basisBehind(line, last)];
  if (own !== undefined && said !== undefined && own !== said) return true;
  if (ON_CONDITION.has(line.word(last + 1))) return true;
  if (!BEFORE_CHANGED_THING.has(line.word(last + 1))) return false;
  for (let i = last + 2; i <= last + BEHIND; i++) {
    const word = line.word(i);
    if (line.items[i]?.kind !== "word" || IDIOMS.has(word)) return false;
    if (SAYS_NOTHING.has(word)) continue;
    // "Rose 8% in Germany": where, and not what.
    const place = /^\p{Lu}/u.test(line.sentence.slice(line.items[i]?.start ?? 0, line.items[i]?.end ?? 0));
    return !place && !isNamed(line, word, last);
  }
  return false;
}

/** What the period behind item `at` is measured against, or a growth that it says: "a year earlier", "year on year". */
function basisBehind(line: Line, at: number): Basis | undefined {
  for (let i = at + 1; i <= at + BEHIND && !PARTS_AMOUNTS.has(line.word(i)) && !line.amount(i); i++) {
    const basis = line.period(i)?.says.basis;
    if (basis !== undefined) return basis;
    const unit = BASIS_UNITS.get(line.word(i));
    if (unit !== undefined && ON_OR_OVER.has(line.word(i + 1))) return unit;
  }
  return undefined;
}

/** Whether a rate is in other terms than the amounts beside it. */
export function isInOtherTerms({ items, sentence, language }: Line, place: number): boolean {
  if (language !== undefined) return false;
  const [from, to] = [items[Math.max(0, place - 10)], items[place + 8] ?? items.at(-1)];
  return OTHER_TERMS.test(sentence.slice(from?.start ?? 0, to?.end ?? 0)) || HEAD_TERMS.test(sentence.text);
}
