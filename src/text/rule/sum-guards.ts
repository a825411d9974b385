import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import type { RelationRule, RuleLanguage } from "../../language/rule.js";
import { sameNoun } from "../../language/same-noun.js";
import type { Amount } from "../amount/amount.js";
import type { FigureMention, Sum } from "../reading.js";
import { comparable } from "../relation/changes.js";
import type { Line } from "../scan/line.js";
import type { Match } from "./match.js";

type Parts = Sum["parts"];

/** Whether the figures of a match are no total and its parts after all. */
export function isNoSum(
  line: Line,
  match: Match,
  total: Amount,
  parts: Parts,
  language: RuleLanguage,
): boolean {
  return (
    parts.length < 2 ||
    areOthers(total, parts) ||
    areGrowths(line, total, parts, language) ||
    isDealtOut(line, total, parts, match, language) ||
    isOfOtherScale(total, parts) ||
    (match.rule.largest === true && parts.some(({ amount }) => isMore(amount, total))) ||
    areWhole(total, parts) ||
    isEnumerated(line, match.figures())
  );
}

/** Whether more belongs to the list than the match has. */
export function isListCut(line: Line, match: Match, language: RuleLanguage): boolean {
  const figures = match.figures();
  return (
    (match.rule.exhaustive !== false && hasRest(line, figures, language)) ||
    goesOn(line, figures, match.figures("LESS").length > 0, language) ||
    isOwn(line, match.figures("PART"), language)
  );
}

export const isMore = (part: FigureMention, total: Amount) =>
  part.figure.exact.compare(total.figure.exact) > 0;

/**
 * "Charges of $14m and $30m, of which $5m and $13m were for ships": of two years, in their order. Behind "respectively"
 * figures are of two years or of two names; where they add up, they are taken to be the total's.
 */
function isDealtOut(
  line: Line,
  total: Amount,
  parts: Parts,
  match: Match,
  { deals, joins }: RuleLanguage,
): boolean {
  const at = line.placeOf(total);
  // "$4.6, $5.3, and $6.5, of which": a comma before the last.
  const before = line.amount(line.items[at - 2]?.mark ? at - 3 : at - 2);
  if (line.items[at - 1]?.kind === "word" && joins.has(line.word(at - 1)) && before?.kind === total.kind)
    return before.currency === total.currency;
  let dealt = false;
  for (let i = match.from; i <= match.to + 12; i++) dealt ||= deals?.has(line.word(i)) === true;
  // "$4.4bn, consisting of what A and B have, of $4.0bn and $0.4bn, respectively": to names, where they add up.
  return dealt && !addsUp(total, parts);
}

function addsUp(total: Amount, parts: Parts): boolean {
  const sum = parts.reduce(
    (of, { sign, amount }) => of.plus(sign < 0 ? amount.figure.interval.negated() : amount.figure.interval),
    Interval.point(Ratio.ZERO),
  );
  return sum.meets(total.figure.interval);
}

/** "$5.0 billion, of which $3.5 billion in bonds and an $800.0 loan": what has no scale may be in millions. */
const isOfOtherScale = (total: Amount, parts: Parts) =>
  parts.some(({ amount }) => {
    const { scaleWord } = (amount as Amount).parts;
    return (
      scaleWord === undefined && total.parts.scaleWord !== undefined && !comparable(total, amount as Amount)
    );
  });

/** "18% in shares, made up of 81% abroad and 19% at home": all of these 18. */
function areWhole(total: Amount, parts: Parts): boolean {
  if (total.kind !== "percent") return false;
  const sum = parts.reduce((of, { amount }) => of.add(amount.figure.exact), Ratio.ZERO);
  return isHundred(sum) && !isHundred(total.figure.exact);
}

/** A hundred percent, up to what rounding leaves. */
const isHundred = (of: Ratio) =>
  of.compare(Ratio.of(99n, 100n)) >= 0 && of.compare(Ratio.of(101n, 100n)) <= 0;

/** "(i) $12bn, consisting of $11bn and $1bn, (ii) $3bn": the next of an enumeration is no part of the one before. */
function isEnumerated(line: Line, figures: readonly Amount[]): boolean {
  const places = figures.map((one) => line.placeOf(one));
  for (let i = Math.min(...places); i < Math.max(...places); i++)
    if (line.word(i) === "(" && line.word(i + 2) === ")" && /^(?:[ivx]+|[a-z])$/.test(line.word(i + 1)))
      return true;
  return false;
}

/** "$4bn to Spain, $3bn to Italy, and the remainder to others": the list is not whole. */
function hasRest(line: Line, figures: readonly Amount[], { rests, joins }: RuleLanguage): boolean {
  const last = Math.max(...figures.map((one) => line.placeOf(one)));
  for (let i = last + 1; i <= last + 14 && line.amount(i) === undefined; i++)
    if (rests?.has(line.word(i)) && (joins.has(line.word(i - 1)) || joins.has(line.word(i - 2)))) return true;
  return false;
}

/** "A profit of $8bn, of which $9bn came from": the rest may be a loss, so that parts that are not all may be more. */
export function isDifference(
  line: Line,
  total: Amount,
  { exhaustive }: RelationRule,
  { differences }: RuleLanguage,
): boolean {
  if (exhaustive !== false || differences === undefined) return false;
  const at = line.placeOf(total);
  for (let i = at - 1; i >= 0 && at - i <= 6 && line.amount(i) === undefined; i--)
    if (differences.has(line.word(i))) return true;
  return false;
}

/** "three plants: 400 workers in Lyon and 300 in Lille": one thing by another name, or more of it than the whole. */
function areOthers(total: Amount, parts: Parts): boolean {
  const others = parts.filter(({ amount }) => !sameNoun(amount.of, total.of));
  const [first] = others;
  // "In four provinces: 31,000 in the north, 27,000 in the east": what has no name is not of the four.
  if (first === undefined)
    return (
      total.of !== undefined &&
      parts.every(({ amount, sign }) => sign > 0 && amount.of === undefined && isMore(amount, total))
    );
  if (others.some(({ amount, sign }) => sign > 0 && isMore(amount, total))) return true;
  return others.length === parts.length && others.every(({ amount }) => sameNoun(amount.of, first.amount.of));
}

/** "3.4%, of which A grew 8.1% and B 9.3%", "3.8% in the quarter and 9.6% in the year": percentages that do not add up. */
function areGrowths(line: Line, total: Amount, parts: Parts, { up, down, by }: RuleLanguage): boolean {
  if (total.kind !== "percent") return false;
  const places = parts.map(({ amount }) => line.placeOf(amount as Amount));
  for (let i = Math.min(...places); i < Math.max(...places); i++)
    if (line.period(i) !== undefined) return true;
  const changes = [up.verbs, up.nouns, down.verbs, down.nouns, by];
  return places.some((place) => changes.some((words) => words?.has(line.word(place - 1))));
}

/** "$9m of steel and $8m of grain and imports were $2m": the last is said of a thing of its own. */
function isOwn(line: Line, parts: readonly Amount[], { copulas, soft }: RuleLanguage): boolean {
  const said = parts.map((one) => {
    let lead = line.placeOf(one) - 1;
    while (soft.has(line.word(lead))) lead--;
    return copulas?.has(line.word(lead)) === true;
  });
  return said[0] === false && said.includes(true);
}

const APOSTROPHE = /^['’]$/;

/** "a charge of $9m, offset by a benefit of $2m from A and a benefit of $1m": what is far behind is of the list too. */
function goesOn(line: Line, figures: readonly Amount[], less: boolean, { joins }: RuleLanguage): boolean {
  const last = Math.max(...figures.map((one) => line.placeOf(one)));
  const like = line.amount(last) as Amount;
  let joined = false;
  // "less fees of $3m, and shares of $27m": behind what is taken off more may come.
  const ends = (i: number) =>
    line.items[i]?.mark === true &&
    !APOSTROPHE.test(line.word(i)) &&
    !(less && joins.has(line.word(i)) && joins.has(line.word(i + 1)));
  for (let i = last + 1; i < line.items.length && !ends(i); i++) {
    const one = line.amount(i);
    const other = one?.kind !== like.kind || one.currency !== like.currency;
    if (one !== undefined && !(less && other)) return joined && !other;
    joined ||= joins.has(line.word(i));
  }
  return false;
}
