import {
  BEFORE_CHANGED,
  COMPARED,
  COMPARED_WITH,
  JOINS_LIST,
  SAYS_BEFORE_LIST,
} from "../../language/en/relation-words.js";
import type { Amount } from "../amount/amount.js";
import type { GrowthClaim } from "../reading.js";
import type { Line } from "../scan/line.js";
import { isIncrement } from "./changes.js";

/**
 * "A rose to $49bn and B fell to $38bn, from $45bn and $40bn": the items of the amounts that several levels before them are
 * compared with, in their order. No one of them is the base of whatever stands next to it.
 */
export function listedBases(line: Line): readonly (readonly number[])[] {
  if (line.amounts.length < 4) return NONE;
  if (line.listedBases !== undefined) return line.listedBases;
  const found: number[][] = [];
  line.listedBases = found;
  for (let k = 2; k < line.amounts.length - 1; k++) {
    const list = listFrom(line, k);
    if (list.length < 2 || levelsBefore(line, list[0] as number).length < 2) continue;
    found.push(list);
    k += list.length - 1;
  }
  return found;
}

const NONE: readonly (readonly number[])[] = [];

/** Whether an amount is one of such a list. */
export function isListedBase(line: Line, amount: Amount): boolean {
  return listedBases(line).some((list) => list.some((place) => line.amount(place) === amount));
}

/** Gives each growth its base of such a list, where there are as many growths before it as it has amounts. */
export function pairListed(line: Line, claims: GrowthClaim[], lists: readonly (readonly number[])[]): void {
  for (const list of lists) {
    const first = list[0] as number;
    const like = line.amount(first) as Amount;
    const own = claims.filter(
      ({ rate, level }) =>
        rate.kind === "percent" &&
        level !== undefined &&
        alike(level as Amount, like) &&
        line.placeOf(level as Amount) < first,
    );
    if (own.length !== list.length || new Set(own.map(({ level }) => level)).size !== list.length) continue;
    if (levelsBefore(line, first).length !== list.length) continue;
    for (const [k, claim] of own.entries()) {
      const base = line.amount(list[k] as number) as Amount;
      claims[claims.indexOf(claim)] = { ...claim, ...line.sentence.span(claim.start, base.end), base };
    }
  }
}

/** The items of the amounts from the `k`th on that stand in one list behind a word that compares; empty for no such list. */
function listFrom(line: Line, k: number): number[] {
  const first = line.amounts[k] as number;
  let lead = first - 1;
  while (BEFORE_CHANGED.has(line.word(lead))) lead--;
  const compares =
    SAYS_BEFORE_LIST.has(line.word(lead)) ||
    (COMPARED_WITH.has(line.word(lead)) && COMPARED.has(line.word(lead - 1)));
  if (!compares) return [];
  const list = [first];
  for (let n = k + 1; n < line.amounts.length; n++) {
    const next = line.amounts[n] as number;
    let joined = false;
    for (let i = (list.at(-1) as number) + 1; i < next; i++) {
      if (JOINS_LIST.has(line.word(i))) joined = true;
      else if (!BEFORE_CHANGED.has(line.word(i))) return list;
    }
    if (!joined || !alike(line.amount(first) as Amount, line.amount(next) as Amount)) return list;
    list.push(next);
  }
  return list;
}

/** The items of the amounts before item `at` that may be levels of what is compared. */
function levelsBefore(line: Line, at: number): number[] {
  const like = line.amount(at) as Amount;
  return line.amounts.filter((place) => {
    if (place >= at || !alike(line.amount(place) as Amount, like) || line.word(place - 1) === "(")
      return false;
    let lead = place - 1;
    while (BEFORE_CHANGED.has(line.word(lead))) lead--;
    return !isIncrement(line, lead) && !SAYS_BEFORE_LIST.has(line.word(lead));
  });
}

function alike(a: Amount, b: Amount): boolean {
  const of = a.kind === "money" || a.kind === "count";
  return of && a.kind === b.kind && a.currency === b.currency && a.per === b.per && !a.parts.high;
}
