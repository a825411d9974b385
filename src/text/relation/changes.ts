import { MOVES } from "../../language/en/amount-words.js";
import { BEFORE_BESIDE, SAYS_NOTHING, SETS_ASIDE } from "../../language/en/likeness-words.js";
import {
  BEFORE_BASE,
  BEFORE_DISTANCE,
  BEFORE_LEVEL,
  BEFORE_WHOLE,
  DEFINITE,
  JOINS_BOTH,
} from "../../language/en/little-words.js";
import {
  ARTICLES,
  BE,
  BEFORE_ASIDE,
  BEFORE_CHANGED,
  BEFORE_OTHER_TO,
  BEFORE_THRESHOLD,
  COMPARED,
  COMPARED_THINGS,
  COMPARED_WITH,
  COMPARES_ENDS,
  COMPARES_WITH_AMOUNT,
  COUNTED_SIDES,
  PARTS_CHANGES,
  PARTS_ENDS,
  REVISED,
  SAYS_BEFORE_LIST,
  UP_TO,
  WORSENING,
} from "../../language/en/relation-words.js";
import { DOWN_NOUNS, DOWN_VERBS, UP_NOUNS, UP_VERBS } from "../../language/en/words.js";
import { type Amount, sizeOf } from "../amount/amount.js";
import type { Change } from "../reading.js";
import type { Line } from "../scan/line.js";
import { wayOf } from "./improvement.js";
import { isBeside, isOfAnother } from "./likeness.js";
import { isChangeNoun, isOneOfSeveral, ofOtherChange, opposed } from "./opposed.js";

/**
 * Changes given by two amounts of one currency or of one thing counted, outside growth claims.
 * @param used      the amounts that other claims took
 * @param converted the amounts that are others in another currency
 */
export function changesOf(line: Line, used: ReadonlySet<Amount>, converted: ReadonlySet<Amount>): Change[] {
  const found: Change[] = [];
  const taken: Amount[] = [];
  for (let k = 0; k < line.amounts.length - 1; k++) {
    const place = line.amounts[k] as number;
    const to = line.amount(place) as Amount;
    if (!isAmount(to) || taken.includes(to)) continue;
    let lead = place - 1;
    while (BEFORE_CHANGED.has(line.word(lead))) lead--;
    if (isIncrement(line, lead) || BEFORE_ASIDE.has(line.word(lead))) continue;
    if (inBrackets(line, place - 12, place) || to.parts.high || BEFORE_THRESHOLD.has(line.word(lead)))
      continue;
    const other = otherEnd(line, place, line.amounts.slice(k + 1, k + 5), to, used);
    if (other === undefined) continue;
    const { next, change } = other;
    // "profit was 39m on sales of 5.14bn, against last year's 32m on 5.11bn"
    if (isBeside(line, place) && BEFORE_BESIDE.has(line.word(next + 1))) continue;
    // "5.04bn from 5.34bn in May and compared with 3.90bn": what is itself compared with did not become the next.
    if (!change.reversed && (isEnd(line, leadTo(line, place)) || isWithin(line, place))) continue;
    const from = line.amount(next) as Amount;
    // "14,231 million pesos, equal to $677 million, from 12,033 million": what has no currency of its own is in pesos.
    if (converted.has(to) && from.implicit) continue;
    if (used.has(to) && change.reversed) continue;
    if (!comparable(to, from)) {
      line.sentence.leave(to.start, from.end, "two amounts too far apart to be one thing's change");
      continue;
    }
    const [first, second] = change.reversed ? [to, from] : [from, to];
    const period = periodNear(line, place, next);
    const by = amountOf(line, place, next, to, used);
    taken.push(to, from);
    const [start, end] = [Math.min(to.start, from.start), Math.max(to.end, from.end)];
    const text = line.sentence.slice(start, end);
    const at = Math.min(place, next);
    const sign = wayOf(line, change.sign, at - 8, Math.max(place, next), first, second, by !== undefined);
    found.push({ rule: "two-amounts", text, start, end, from: first, to: second, by, sign, period });
  }
  return found;
}

/** Whether the word at `lead` makes a base of the amount behind it, or the end of a range: "ranged from 20 to 25 tonnes". */
function isEnd(line: Line, lead: number): boolean {
  const word = line.word(lead);
  if (word === BEFORE_LEVEL && line.amount(lead - 1) !== undefined) {
    let first = lead - 2;
    while (BEFORE_CHANGED.has(line.word(first))) first--;
    return line.word(first) === BEFORE_BASE;
  }
  return SAYS_BEFORE_LIST.has(word) || isCompared(line, lead);
}

/** "$39m, including gains of $11m from A and $7m from B, down from $41m": whether the amount is a part of one before it. */
function isWithin(line: Line, place: number): boolean {
  for (let i = place - 1; i >= 0 && place - i <= 20; i--)
    if (SETS_ASIDE.has(line.word(i))) return line.amounts.some((one) => one < i);
  return false;
}

/** "rose by $5", "rose $5": by how much, and not to what. */
export function isIncrement(line: Line, lead: number): boolean {
  const word = line.word(lead);
  return (
    word === BEFORE_DISTANCE || (directionOf(word) !== 0 && !UP_NOUNS.has(word) && !DOWN_NOUNS.has(word))
  );
}

/** The amount among `places` that the one at `place` changed from, or to; what stands beside it is passed over. */
function otherEnd(
  line: Line,
  place: number,
  places: readonly number[],
  to: Amount,
  used: ReadonlySet<Amount>,
) {
  for (const next of places) {
    const from = line.amount(next) as Amount;
    const alike =
      isAmount(from) &&
      from.kind === to.kind &&
      from.currency === to.currency &&
      (from.per === to.per || ((from.per === undefined || to.per === undefined) && comparable(from, to))) &&
      !from.parts.high;
    if (
      !alike ||
      used.has(from) ||
      (to.kind === "count" && from.of && from.of !== to.of && !isBareBefore(line, to, place, next))
    )
      continue;
    if (inBrackets(line, place, next) || opposed(line, to, from) || ofOtherChange(line, to, from)) continue;
    const change = between(line, place, next);
    if (change === undefined) continue;
    if (!isOfAnother(line, change.reversed ? to : from)) return { next, change };
  }
  return undefined;
}

/** "to 200 million from 100 million shares": what is counted is said once, behind the second. */
const isBareBefore = (line: Line, to: Amount, place: number, next: number) =>
  to.of === undefined && next === place + 2 && line.word(place + 1) === BEFORE_BASE;

/**
 * One is at most a thousand times the other: beyond that a scale word is missing, or they are different things. "$2.77 a
 * share, up from $1,785" are soon different, "$5 a barrel, up from $4" are not.
 */
export function comparable(a: Amount, b: Amount): boolean {
  return Math.abs(sizeOf(a.parts.low) - sizeOf(b.parts.low)) <= (a.per === b.per ? 3 : 1);
}

function isAmount(amount: Amount): boolean {
  return amount.kind === "money" || amount.kind === "count";
}

/** Whether item `i` stands in a bracket that opens behind `place`: a conversion, not the other end of a change. */
function inBrackets(line: Line, place: number, i: number): boolean {
  for (let at = i - 1; at > place && i - at < 12; at--) {
    if (line.word(at) === ")") return false;
    if (line.word(at) === "(") return true;
  }
  return false;
}

/** "from a loss of 48.9 billion won": the thing that is compared. */
function ofThing(line: Line, i: number): boolean {
  return COMPARED_THINGS.has(line.word(i));
}

/** "up from", "widening from", "an improvement from". */
function directionOf(word: string): 1 | -1 | 0 {
  if (UP_VERBS.has(word) || UP_NOUNS.has(word)) return 1;
  return DOWN_VERBS.has(word) || DOWN_NOUNS.has(word) || WORSENING.has(word) ? -1 : 0;
}

/** "A … from B", "A, up from B", "A compared with B", "A against B the previous year", "from B to A". */
function between(
  line: Line,
  a: number,
  b: number,
): { readonly sign: 1 | -1 | 0; readonly reversed: boolean } | undefined {
  const lead = leadTo(line, b);
  const word = line.word(lead);
  const before = line.word(lead - 1);
  const compares = isCompared(line, lead) || COMPARES_ENDS.has(word);
  const stop = stops(line, a, lead, compares);
  if (word === BEFORE_LEVEL && !BEFORE_OTHER_TO.has(before)) {
    let first = a - 1;
    while (BEFORE_CHANGED.has(line.word(first))) first--;
    if (line.word(first) !== BEFORE_BASE) return undefined;
    return stop ? undefined : { sign: verbBefore(line, first), reversed: true };
  }
  if (stop) return undefined;
  if (word === BEFORE_BASE) {
    // "240 jobseekers, vacancies having risen from 71,000 to 85,000": what it went to stands behind it.
    if (line.word(b + 1) === BEFORE_LEVEL && line.amount(b + 2) !== undefined) return undefined;
    const adverb = directionOf(before);
    let lead = a - 1;
    while (BEFORE_CHANGED.has(line.word(lead))) lead--;
    if (adverb === 0 && line.word(lead) === BEFORE_LEVEL)
      return { sign: verbBefore(line, a), reversed: false };
    const sign = adverb === 0 ? verbBefore(line, a) : adverb;
    // "bought it for 3bn from 2bn-dollar firm": a verb, an adverb or a period has to say that it is a change.
    return sign === 0 ? undefined : { sign, reversed: false };
  }
  if (!compares) return undefined;
  const timed = periodAfter(line, b) || line.period(lead + 1) !== undefined;
  return timed || isAgainst(line, a, b) ? { sign: 0, reversed: false } : undefined;
}

/** The item that leads to the amount at `b`: "from $5", "from this year's figure of $5". */
function leadTo(line: Line, b: number): number {
  let near = b - 1;
  while (BEFORE_CHANGED.has(line.word(near)) || ofThing(line, near)) near--;
  let far = near;
  while (b - far <= 8 && (SAYS_NOTHING.has(line.word(far)) || line.period(far) !== undefined)) far--;
  return SAYS_BEFORE_LIST.has(line.word(far)) || isCompared(line, far) ? far : near;
}

/** "2,300 tonnes against 1,800.": of the same thing, and nothing more is said. */
function isAgainst(line: Line, a: number, b: number): boolean {
  const [one, other] = [line.amount(a), line.amount(b)];
  const next = line.items[b + 1];
  return (
    b - a <= 4 &&
    SAYS_BEFORE_LIST.has(line.word(b - 1)) &&
    (next === undefined || (next.mark && next.word !== "(")) &&
    !COUNTED_SIDES.has(one?.of ?? "") &&
    (one?.of === other?.of || other?.of === undefined)
  );
}

const isCompared = (line: Line, lead: number) =>
  COMPARED_WITH.has(line.word(lead)) && COMPARED.has(line.word(lead - 1));

function stops(line: Line, from: number, to: number, and: boolean): boolean {
  for (let i = from + 1; i < to; i++) {
    const word = line.word(i);
    if (PARTS_ENDS.has(word) || (word === JOINS_BOTH && !and)) return true;
    const amount = line.amount(i);
    // "$31 million, or $0.84 a share, compared with": what is said beside an amount does not stop.
    const beside =
      amount !== undefined &&
      line.word(i - 1) !== BEFORE_LEVEL &&
      (amount.per !== undefined || isBase(line, i) || line.word(i - 1) === DEFINITE);
    if (amount !== undefined && isAmount(amount) && !beside && !inBrackets(line, from, i)) return true;
  }
  return to - from > 22;
}

function isBase(line: Line, i: number): boolean {
  return COMPARES_WITH_AMOUNT.has(line.word(i - 1));
}

function verbBefore(line: Line, at: number): 1 | -1 | 0 {
  let found: 1 | -1 | 0 = 0;
  for (let i = at - 1; i >= 0 && at - i <= 14 && line.word(i) !== ";"; i--) {
    const word = line.word(i);
    // "Was revised to 89,000 and the June gain to 118,000" says not which way, "was revised up to" does.
    if (REVISED.has(word) && BE.has(line.word(i - 1)))
      return found !== 0 && directionOf(line.word(i + 1)) === found ? found : 0;
    // "Revised down the gains from 157,000 to 133,000"
    if (REVISED.has(word)) return directionOf(line.word(i + 1));
    // "Shares rose as oil went from $80 to $70": the verb of motion is the one of the amounts.
    if (found === 0 && MOVES.has(word)) return 0;
    // "the contract prices": a noun.
    if (ARTICLES.has(line.word(i - 1)) && !isChangeNoun(word)) continue;
    // "exports of up to $5m", "so far up to $5m": a bound.
    if (line.says(i, UP_TO) && !BE.has(line.word(i - 1))) continue;
    if (found === 0 && at - i <= 8) found = UP_VERBS.has(word) ? 1 : DOWN_VERBS.has(word) ? -1 : 0;
  }
  return found;
}

/** "against 9.1bn yuan the previous year": the other amount is of another time. */
function periodAfter(line: Line, at: number): boolean {
  for (let i = at + 1; i <= at + 12 && line.word(i) !== ";"; i++)
    if (line.period(i) !== undefined) return true;
  return false;
}

/** "fell by $4bn to …", ", a drop of $4bn": the size of the change as an amount. */
function amountOf(
  line: Line,
  a: number,
  b: number,
  like: Amount,
  used: ReadonlySet<Amount>,
): Amount | undefined {
  const fits = (i: number) => {
    const one = line.amount(i);
    const alike =
      one !== undefined &&
      !used.has(one) &&
      one.kind === like.kind &&
      one.currency === like.currency &&
      one.per === like.per;
    return alike ? one : undefined;
  };
  const first = Math.min(a, b);
  for (let i = first - 1; i >= 0 && first - i <= 8; i--) {
    if (line.word(i) === ";") break;
    const one = fits(i);
    if (one === undefined) continue;
    const lead = line.word(i - 1);
    return lead === BEFORE_DISTANCE || UP_VERBS.has(lead) || DOWN_VERBS.has(lead) ? one : undefined;
  }
  const last = Math.max(a, b);
  for (let i = last + 1; i < line.items.length && i - last <= 9; i++) {
    if (PARTS_CHANGES.has(line.word(i))) return undefined;
    const one = fits(i);
    if (one === undefined) continue;
    const noun = line.word(i - 1) === BEFORE_WHOLE ? line.word(i - 2) : "";
    if (isOneOfSeveral(line, i)) return undefined;
    return UP_NOUNS.has(noun) || DOWN_NOUNS.has(noun) ? one : undefined;
  }
  return undefined;
}

function periodNear(line: Line, a: number, b: number) {
  for (let i = a + 1; i < b; i++) if (line.period(i) !== undefined) return line.period(i);
  for (let i = a - 1; i >= 0 && a - i < 12; i--) if (line.period(i) !== undefined) return line.period(i);
  return undefined;
}
