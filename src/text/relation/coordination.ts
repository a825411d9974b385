import { BEFORE_BASE, BEFORE_DISTANCE, BEFORE_LEVEL, BEFORE_WHOLE } from "../../language/en/little-words.js";
import {
  ADVERBS_OF_CHANGE,
  ARTICLES,
  ARTICLES_AND_HEDGES,
  BEFORE_EARLIER_RATE,
  BEFORE_SHARED_LEVEL,
  BETWEEN_RATES,
  DEALS_OUT,
  HAS_OWN_VERB,
  JOINS_LIST,
  JOINS_RATES,
  PARTS_LEVELS,
} from "../../language/en/relation-words.js";
import { DOWN_VERBS, FILLERS, UP_VERBS } from "../../language/en/words.js";
import { AND, EACH } from "../../language/zh/words.js";
import type { Amount } from "../amount/amount.js";
import type { GrowthClaim } from "../reading.js";
import type { Line } from "../scan/line.js";
import type { Said } from "./phrase.js";

/** A growth that was read earlier in the sentence. */
export interface Earlier {
  readonly place: number;
  readonly said: Said;
  readonly level: Amount | undefined;
  readonly base: Amount | undefined;
}

/** Words that may stand between two rates of one verb. */
const BETWEEN = new Set([...BETWEEN_RATES, AND]);

/**
 * A rate that shares the verb of the one before it: "rose 1.1% m/m and 20.4% y/y", "fell 4 percent in 1995 and
 * 2 percent in 1996", "up 18.6% and 24.2%, respectively"; and one whose verb is left out: "sales rose 5 percent to X and
 * profit 7 percent to Y".
 */
export function besides(line: Line, place: number, earlier: readonly Earlier[]): Said | undefined {
  const last = earlier.at(-1);
  if (last === undefined || last.said.form === "itself") return undefined;
  const rate = line.amount(place) as Amount;
  const before = line.amount(last.place) as Amount;
  if (rate.kind !== before.kind || rate.text.startsWith("-")) return undefined;
  // "and 60 percent of it went abroad" is a share.
  if (line.word(place + 1) === BEFORE_WHOLE) return undefined;
  if (place - last.place > 24) return undefined;
  const shared = { sign: last.said.sign, from: place, to: place, beside: true } as const;
  if (listed(line, last.place, place)) return { ...shared, form: "adverb" };
  if (byAgain(line, place)) return { ...shared, form: "verb" };
  if (afterwards(line, last.place, place)) return { ...shared, form: "itself" };
  return gapped(line, last.place, place) ? { ...shared, form: "verb" } : undefined;
}

/** "climbed 1.0 percent in April after a slow 1.4 percent in March", "rose 5.6 percent, easing from the 6.2 percent in July". */
function afterwards(line: Line, from: number, place: number): boolean {
  let at = place - 1;
  if (/^[a-z]+$/.test(line.word(at)) && ARTICLES.has(line.word(at - 1))) at--;
  while (ARTICLES_AND_HEDGES.has(line.word(at))) at--;
  if (line.word(at) === BEFORE_EARLIER_RATE) return at - from < 8;
  return (
    line.word(at) === BEFORE_BASE &&
    at - from < 10 &&
    (UP_VERBS.has(line.word(at - 1)) || DOWN_VERBS.has(line.word(at - 1)))
  );
}

/** "(by 37%) … (by almost 28%)": the same verb again. */
function byAgain(line: Line, place: number): boolean {
  let at = place - 1;
  while (place - at < 6 && FILLERS.has(line.word(at)) && line.word(at) !== BEFORE_DISTANCE) at--;
  return line.word(at) === BEFORE_DISTANCE;
}

/**
 * "reached $5bn and $3bn, up 5% and 7% respectively": deals the amounts before the rates out to them, one each in their
 * order, where there are as many of the one as of the other.
 */
export function deal(line: Line, claims: GrowthClaim[]): void {
  const said = line.items.findIndex(
    (item, i) => DEALS_OUT.has(item.word) || (item.word === EACH[0] && line.word(i + 1) === EACH[1]),
  );
  if (said < 0) return;
  const end = DEALS_OUT.has(line.word(said)) ? said : line.items.length;
  const rates: number[] = [];
  for (const place of line.amounts) {
    const one = line.amount(place) as Amount;
    if (place < end && claims.some((claim) => claim.rate === one)) rates.push(place);
  }
  const first = rates[0];
  if (first === undefined || rates.length < 2) return;
  const listed = (from: number, to: number) =>
    line.amounts
      .filter((place) => place > from && place < to && line.word(place - 1) !== "(")
      .map((place) => line.amount(place) as Amount)
      .filter((one) => (one.kind === "money" || one.kind === "count") && one.parts.high === undefined);
  // "rose 5% and 7% to $5bn and $3bn, respectively": before the rates, or behind them all.
  const before = listed(-1, first).slice(-rates.length);
  const levels = before.length === 0 ? listed(rates.at(-1) as number, end) : before;
  if (levels.length !== rates.length) return;
  for (const [k, place] of rates.entries()) {
    const at = claims.findIndex((claim) => claim.rate === line.amount(place));
    const { level: _, base: __, ...rest } = claims[at] as GrowthClaim;
    const level = levels[k] as Amount;
    const [start, end] = [Math.min(rest.start, level.start), Math.max(rest.end, level.end)];
    claims[at] = { ...rest, ...line.sentence.span(start, end), level };
  }
  const dealt = rates.map((place) => claims.findIndex((claim) => claim.rate === line.amount(place)));
  share(claims, dealt);
}

/** Rates of one list are measured alike: what one of them says holds for those that say nothing. */
export function share(claims: GrowthClaim[], list: readonly number[]): void {
  const told = list.map((at) => claims[at] as GrowthClaim).find((claim) => claim.basis !== "unsaid");
  if (told === undefined) return;
  for (const at of list) {
    const claim = claims[at] as GrowthClaim;
    if (claim.basis === "unsaid") claims[at] = { ...claim, basis: told.basis };
  }
}

/** Whether only "and", periods and what is compared with stand between two rates. */
function listed(line: Line, from: number, to: number): boolean {
  let and = false;
  for (let i = from + 1; i < to; i++) {
    const word = line.word(i);
    if (line.period(i) !== undefined) continue;
    if (!BETWEEN.has(word)) return false;
    if (JOINS_RATES.has(word) || word === AND) and = true;
  }
  return and && to - from < 14;
}

/** "and profit 7 percent to 388 million", "and personnel expenses, the largest item, 4.9 percent, to 2.05 billion". */
function gapped(line: Line, from: number, place: number): boolean {
  const to = line.word(place + 1) === "," ? place + 2 : place + 1;
  if (line.word(to) !== BEFORE_LEVEL || line.amount(to + 1) === undefined) return false;
  let and = false;
  for (let i = place - 1; i > from; i--) {
    const word = line.word(i);
    if (UP_VERBS.has(word) || DOWN_VERBS.has(word) || HAS_OWN_VERB.has(word)) return and;
    if (JOINS_LIST.has(word)) and = true;
    if (line.amount(i) !== undefined) return and;
  }
  return and;
}

/** The level that a rate shares with the one before it: "up by 13.9% y/y but only 2.5% m/m". */
export function levelBeside(
  line: Line,
  place: number,
  said: Said,
  earlier: readonly Earlier[],
): { readonly level: Amount | undefined; readonly base: Amount | undefined } | undefined {
  const last = earlier.at(-1);
  if (last?.level === undefined || said.form === "verb" || place - last.place > 24) return undefined;
  for (let i = last.place + 1; i < place; i++) {
    const amount = line.amount(i);
    if (PARTS_LEVELS.has(line.word(i)) || (amount !== undefined && amount !== last.level)) return undefined;
    // A verb between the two has a subject of its own.
    const verb = UP_VERBS.has(line.word(i)) || DOWN_VERBS.has(line.word(i));
    if (i < said.from && verb && !ADVERBS_OF_CHANGE.has(line.word(i))) return undefined;
  }
  let at = said.from - 1;
  const { text } = line.sentence;
  while (
    BEFORE_SHARED_LEVEL.has(line.word(at)) ||
    (text.charCodeAt(line.items[at]?.start ?? 0) > 0x2e7f &&
      !line.items[at]?.mark &&
      line.amount(at) === undefined)
  ) {
    at--;
  }
  if (!JOINS_RATES.has(line.word(at))) return undefined;
  return { level: last.level, base: undefined };
}
