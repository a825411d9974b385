import { BEFORE_LEVEL, BEFORE_WHOLE, JOINS_BOTH } from "../../language/en/little-words.js";
import {
  ARTICLES,
  BE,
  BEFORE_CHANGED,
  BEGINS_CHANGE,
  COMPARED_THINGS,
  GAINS,
  LEADS_TO_OTHER_CHANGE,
  LOSSES,
  PARTS_CLAUSES,
} from "../../language/en/relation-words.js";
import { DOWN_NOUNS, UP_NOUNS } from "../../language/en/words.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";

/**
 * A loss against a profit, a deficit against a surplus: what lies between them is no percentage of either.
 * "Profit fell to $5m from a loss of $6m" names both sides, "the loss narrowed to $5m from $6m" one for both.
 */
export function opposed(line: Line, one: Amount, other: Amount): boolean {
  const [a, b] = placesOf(line, one, other);
  const own = sideBehind(line, b) || sideOf(line, b, Math.max(a, b - 5));
  // "The result was a loss of $6m, down from a loss of $5m" went down by becoming larger.
  if (own < 0 && isResult(line, a)) return true;
  return own !== 0 && own !== (sideBehind(line, a) || sideOf(line, a, a - 15) || 1);
}

/** "was a loss of $6m", "fell to a net loss of $6m": what became a loss is something else. */
function isResult(line: Line, i: number): boolean {
  if (line.word(i - 1) !== BEFORE_WHOLE || !LOSSES.has(line.word(i - 2))) return false;
  let lead = i - 3;
  while (COMPARED_THINGS.has(line.word(lead)) || ARTICLES.has(line.word(lead))) lead--;
  return lead < i - 3 && (BE.has(line.word(lead)) || line.word(lead) === BEFORE_LEVEL);
}

/** "a $375m (£195m) profit", "a 1.4 billion shilling deficit". */
function sideBehind(line: Line, i: number): 1 | -1 | 0 {
  let at = i + 1;
  if (line.word(at) === "(") while (at - i < 8 && line.word(at - 1) !== ")") at++;
  for (const word of [line.amount(i)?.of ?? "", line.word(at)]) {
    if (GAINS.has(word)) return 1;
    if (LOSSES.has(word)) return -1;
  }
  return 0;
}

/** The items of two amounts, the earlier one first. */
function placesOf(line: Line, one: Amount, other: Amount): readonly [number, number] {
  const [i, j] = [line.placeOf(one), line.placeOf(other)];
  return i < j ? [i, j] : [j, i];
}

/** "Fell to $38bn, less than the drop from $45bn to $40bn": the later of two amounts is where another change begins. */
export function ofOtherChange(line: Line, one: Amount, other: Amount): boolean {
  const [a, b] = placesOf(line, one, other);
  let lead = b - 1;
  while (BEFORE_CHANGED.has(line.word(lead)) || line.period(lead) !== undefined) lead--;
  if (!BEGINS_CHANGE.has(line.word(lead))) return false;
  for (let i = lead - 1; i > a && lead - i <= 5; i--) {
    if (!isChangeNoun(line.word(i))) continue;
    for (let k = i - 1; k > a && i - k <= 5; k--) if (LEADS_TO_OTHER_CHANGE.has(line.word(k))) return true;
  }
  return false;
}

/** "a rise of $19m from sales and a rise of $4m from prices": the amount at `i` is one of several that make up a change. */
export function isOneOfSeveral(line: Line, i: number): boolean {
  for (let at = i + 1; at <= i + 16 && at < line.items.length; at++) {
    if (line.word(at) === ";") return false;
    if (line.amount(at) === undefined) continue;
    const noun = line.word(at - 1) === BEFORE_WHOLE ? line.word(at - 2) : "";
    const alike = line.amount(at)?.kind === line.amount(i)?.kind;
    if (alike && isChangeNoun(noun))
      for (let k = i + 1; k < at; k++) if (line.word(k) === JOINS_BOTH) return true;
    return false;
  }
  return false;
}

export const isChangeNoun = (word: string) => UP_NOUNS.has(word) || DOWN_NOUNS.has(word);

/** Whether the word behind the amount at `i`, or those before it and behind `floor`, say that it is a gain or a loss. */
function sideOf(line: Line, i: number, floor: number): 1 | -1 | 0 {
  // "from a $3m gain to a $5m loss", "$5m of operating loss"
  const most = line.word(i + 1) === BEFORE_WHOLE ? i + 4 : i + 1;
  for (let at = i + 1; at <= most && !line.items[at]?.mark; at++) if (LOSSES.has(line.word(at))) return -1;
  for (let at = i + 1; at <= most && !line.items[at]?.mark; at++) if (GAINS.has(line.word(at))) return 1;
  for (let at = i - 1; at >= 0 && at > floor && !PARTS_CLAUSES.has(line.word(at)); at--) {
    if (GAINS.has(line.word(at))) return 1;
    if (LOSSES.has(line.word(at))) return -1;
  }
  return 0;
}
