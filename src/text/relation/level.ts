import { HALF_A_PERCENT } from "../../language/en/amount-words.js";
import {
  BEFORE_BASE,
  BEFORE_LEVEL,
  BEFORE_STAND,
  BEFORE_WHOLE,
  BEHIND_COMPARATIVE,
  JOINS_BOTH,
  JOINS_EITHER,
  POSSESSIVE,
} from "../../language/en/little-words.js";
import {
  BE,
  BEFORE_AT_LEVEL,
  BEFORE_BE,
  BEFORE_COSTS,
  BEFORE_EXCHANGED,
  BEFORE_GROWTH_PHRASE,
  BEFORE_HYPHEN,
  BEFORE_LEVELS,
  BEHIND_HYPHEN,
  BESIDE,
  BRINGS_OTHER,
  COMPARED,
  COMPARED_WITH,
  COMPARED_WITH_BASE,
  COMPARES_WITH_BASE,
  COMPARES_WITH_LEVEL,
  COSTS,
  GOES_ON,
  LEVEL_NOUNS,
  OF_OR_AT,
  PARTICIPLE_OF_COMPARISON,
  PARTS_BASE,
  PARTS_CLAUSES,
  PARTS_LEVEL,
  SETTLES,
  THRESHOLDS,
  UP_TO,
} from "../../language/en/relation-words.js";
import { CLAUSE_WORDS, DOWN_VERBS, REACH_WORDS, UP_VERBS } from "../../language/en/words.js";
import { BEFORE_LEVEL as BEFORE_CHINESE_LEVEL, FROM, TO } from "../../language/zh/words.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";
import { isIncrement } from "./changes.js";
import { isBeside } from "./likeness.js";
import type { Said } from "./phrase.js";
import { isPointsKind, isRateKind } from "./role.js";

interface Levels {
  readonly level: Amount | undefined;
  readonly base: Amount | undefined;
}

/** What a growth reached, and from where: behind it ("to X from Y"), or before it ("X, up 5% from Y"). */
export function levelOf(line: Line, place: number, said: Said, taken: ReadonlySet<Amount>): Levels {
  const rate = line.amount(place) as Amount;
  const behind = reached(line, Math.max(place, said.to), rate);
  if (behind?.level !== undefined) {
    return { level: behind.level, base: behind.base ?? baseAfter(line, behind.at, behind.level) };
  }
  const before =
    said.form === "verb"
      ? undefined
      : (stated(line, place, said, rate, taken) ?? subject(line, place, said, rate));
  if (before === undefined) return { level: undefined, base: behind?.base ?? comparedWith(line, said, rate) };
  const at = line.amounts.find((i) => line.amount(i) === before) as number;
  // "X, against Y last week, 5% down on last season's Z": what stands behind the comparative is compared with.
  const own = said.form === "comparative" ? comparedOn(line, said, rate) : undefined;
  if (own !== undefined) return { level: before, base: own };
  return {
    level: before,
    base:
      baseAfter(line, Math.max(place, said.to), before) ??
      baseAfter(line, at, before) ??
      baseBefore(line, at, before) ??
      comparedWith(line, said, rate),
  };
}

/** "from $5 billion in 2021 to $3 billion, a drop of 40 percent": the base stands before the level. */
function baseBefore(line: Line, at: number, level: Amount): Amount | undefined {
  const to = line.word(at - 1);
  if (to !== BEFORE_LEVEL && !TO.has(to)) return undefined;
  for (let i = at - 2; i >= 0 && at - i <= 10; i--) {
    const amount = line.amount(i);
    if (amount === undefined) continue;
    const fits = amount.kind === level.kind && amount.currency === level.currency;
    const from = line.word(i - 1);
    return fits && (from === BEFORE_BASE || FROM.has(from)) ? amount : undefined;
  }
  return undefined;
}

/** How many items behind the rate the level may stand. */
const FAR = 18;

/** Marks that part a phrase from what is before it. */
const STOPS = [",", ";", "(", "。"];

const SOFT = new Set([...BEFORE_LEVELS, ...BEFORE_CHINESE_LEVEL]);

function fits(rate: Amount, level: Amount): boolean {
  if (isPointsKind(rate)) {
    // A range of rates has no one level: "2.5-3.5 percent, down 60 basis points".
    if (level.parts.high !== undefined) return false;
    return level.kind === "percent" || (level.kind === "basis-point" && rate.kind === "basis-point");
  }
  if (level.kind === "percent") return HALF_A_PERCENT.test(rate.text);
  return level.kind === "money" || level.kind === "count";
}

/** "… to 42.64bn yuan", "reaching 140 billion", with "from X" before it where that stands first. */
function reached(
  line: Line,
  from: number,
  rate: Amount,
): { readonly level?: Amount; readonly base?: Amount | undefined; readonly at: number } | undefined {
  let base: Amount | undefined;
  let depth = 0;
  for (let i = from + 1; i < line.items.length && i - from <= FAR; i++) {
    const word = line.word(i);
    const amount = line.amount(i);
    if (word === "(") depth++;
    if (word === ")" && --depth < 0) break;
    if (depth > 0) continue;
    if (PARTS_LEVEL.has(word) || CLAUSE_WORDS.has(word)) {
      if (line.period(i + 1) !== undefined) continue;
      break;
    }
    // "and amounted to 12.5 billion", "and stood at $950": the same subject goes on.
    if (word === JOINS_BOTH && (REACH_WORDS.has(line.word(i + 1)) || GOES_ON.has(line.word(i + 1)))) continue;
    if (word === JOINS_BOTH && costs(line, i + 1)) continue;
    if (word === JOINS_BOTH && !line.period(i + 1)) break;
    // ", bringing its total to $54 million" is another thing's level.
    if (BRINGS_OTHER.has(word)) break;
    // ", with orders amounting to $365m": another thing's.
    if (BESIDE.has(word) && line.items[i - 1]?.mark) break;
    if (amount !== undefined) {
      let lead = i - 1;
      while (SOFT.has(line.word(lead))) lead--;
      // "grew by 18 percent, or 21.6 billion yuan, to …"
      if (line.word(lead) === JOINS_EITHER) continue;
      if (line.word(lead) !== BEFORE_BASE || !fits(rate, amount)) break;
      base = amount;
      continue;
    }
    if (UP_VERBS.has(word) || DOWN_VERBS.has(word)) {
      if (!line.says(i, UP_TO)) break;
      continue;
    }
    const leads =
      REACH_WORDS.has(word) || GOES_ON.has(word) || (word === BEFORE_STAND && plainBetween(line, from, i));
    if (!leads) continue;
    const at = skipSoft(line, i + 1);
    const level = line.amount(at);
    if (level === undefined) continue;
    const span = level.parts.high !== undefined && level.kind === "percent" && isPointsKind(rate);
    if (!fits(rate, level) && !span) break;
    return { level, at, ...(base === undefined ? {} : { base }) };
  }
  return base === undefined ? undefined : { base, at: from };
}

/** Whether only periods and comparisons stand before "at": "lower than a month earlier at 51,200 tonnes". */
function plainBetween(line: Line, from: number, at: number): boolean {
  for (let i = from + 1; i < at; i++) {
    if (line.period(i) === undefined && !BEFORE_AT_LEVEL.has(line.word(i))) {
      return false;
    }
  }
  return true;
}

/** "more expensive and will cost 89 euros". */
function costs(line: Line, i: number): boolean {
  const at = BEFORE_COSTS.has(line.word(i)) ? i + 1 : i;
  return COSTS.has(line.word(at));
}

function skipSoft(line: Line, from: number): number {
  let at = from;
  // "to close at HK$91.45"
  if (SETTLES.has(line.word(at)) && line.word(at + 1) === BEFORE_STAND) at += 2;
  while (at - from < 6 && (SOFT.has(line.word(at)) || REACH_WORDS.has(line.word(at)))) at++;
  return at;
}

/** "from 3.1 million euros" behind the level, over brackets and periods. */
function baseAfter(line: Line, from: number, level: Amount): Amount | undefined {
  let depth = 0;
  for (let i = from + 1; i < line.items.length && i - from <= 14; i++) {
    const word = line.word(i);
    if (word === "(") depth++;
    if (word === ")") depth--;
    if (depth > 0) continue;
    if (depth < 0 || PARTS_BASE.has(word) || (CLAUSE_WORDS.has(word) && !COMPARES_WITH_BASE.has(word)))
      return undefined;
    const amount = line.amount(i);
    if (amount === undefined) continue;
    // "X, or 1.1 percent of output, from Y"
    if (isRateKind(amount) && !isRateKind(level)) continue;
    let lead = i - 1;
    while (SOFT.has(line.word(lead))) lead--;
    // "to $261m from January's $129m"
    const own = line.word(lead) === POSSESSIVE ? lead - 2 : lead;
    const direct = !line.amounts.some((k) => k > from && k < i);
    if (direct && line.period(own) !== undefined && COMPARES_WITH_BASE.has(line.word(own - 1)))
      lead = own - 1;
    // "above the year-ago level of 39.4 percent"
    const ofLevel = line.word(i - 1) === BEFORE_WHOLE && LEVEL_NOUNS.test(line.word(i - 2)) && direct;
    const leads =
      ofLevel ||
      (OF_OR_AT.has(line.word(i - 1)) && comparedThing(line, i - 2, line.placeOf(level))) ||
      COMPARES_WITH_BASE.has(line.word(lead)) ||
      line.says(lead - 1, COMPARED_WITH_BASE);
    return leads && amount.kind === level.kind ? amount : undefined;
  }
  return undefined;
}

/** "sales were $7bn, a decrease of 41% compared to sales of $12bn": the thing at `i` was named before the level. */
function comparedThing(line: Line, i: number, level: number): boolean {
  const noun = line.word(i);
  let lead = i;
  while (i - lead < 4 && !COMPARED_WITH.has(line.word(lead)) && line.amount(lead) === undefined) lead--;
  if (!COMPARED_WITH.has(line.word(lead)) || !COMPARED.has(line.word(lead - 1)) || noun === "") return false;
  for (let at = 0; at < level; at++) if (line.word(at) === noun) return true;
  return false;
}

/** "8.7 percent more than the 310 million euros of 1995": what is compared with, where the level is not said. */
function comparedWith(line: Line, said: Said, rate: Amount): Amount | undefined {
  if (said.form !== "comparative") return undefined;
  for (let i = said.to + 1; i <= said.to + 5; i++) {
    const amount = line.amount(i);
    if (amount !== undefined)
      return fits(rate, amount) && line.word(said.to + 1) === BEHIND_COMPARATIVE ? amount : undefined;
  }
  return undefined;
}

/** "5% down on last season's $4bn". */
function comparedOn(line: Line, said: Said, rate: Amount): Amount | undefined {
  if (!COMPARES_WITH_BASE.has(line.word(said.to + 1))) return undefined;
  for (let i = said.to + 2; i <= said.to + 6 && !PARTS_BASE.has(line.word(i)) && line.word(i) !== ","; i++) {
    const amount = line.amount(i);
    if (amount !== undefined) return fits(rate, amount) ? amount : undefined;
  }
  return undefined;
}

/** "At 640 million euros, income was 14 percent higher", "profit of 41bn was 8.7 percent more than": in the subject. */
function subject(line: Line, place: number, said: Said, rate: Amount): Amount | undefined {
  if (said.form !== "comparative" && said.form !== "adverb") return undefined;
  let at = said.from - 1;
  while (at >= 0 && (SOFT.has(line.word(at)) || BEFORE_BE.has(line.word(at)))) at--;
  if (!BE.has(line.word(at))) return undefined;
  for (let i = at - 1; i >= 0 && place - i <= 24; i--) {
    const word = line.word(i);
    if (word === ";" || CLAUSE_WORDS.has(word) || UP_VERBS.has(word) || DOWN_VERBS.has(word))
      return undefined;
    const amount = line.amount(i);
    if (amount === undefined || line.word(i - 1) === "(") continue;
    let lead = i - 1;
    while (SOFT.has(line.word(lead)) && !OF_OR_AT.has(line.word(lead))) lead--;
    // "$15bn were 20% higher": the amount is itself the subject.
    const itself = i === at - 1;
    // "compared with a December figure of $15bn and were 25% below": what the subject is compared with.
    for (let k = lead - 1; k >= lead - 5; k--) if (COMPARED.has(line.word(k))) return undefined;
    const levels = (itself || OF_OR_AT.has(line.word(lead))) && !isBeside(line, i);
    return levels && fits(rate, amount) ? amount : undefined;
  }
  return undefined;
}

/** "X, up 5%", "X, an increase of 5%", "X (+5%)", "X, which is 5% more than": the amount that the phrase stands behind. */
function stated(
  line: Line,
  place: number,
  said: Said,
  rate: Amount,
  taken: ReadonlySet<Amount>,
): Amount | undefined {
  let at = said.from - 1;
  if (said.form === "comparative" && line.word(at) === BEFORE_EXCHANGED) return undefined;
  while (at >= 0 && (BEFORE_GROWTH_PHRASE.has(line.word(at)) || compoundHyphen(line, at))) at--;
  const text = line.sentence.text;
  // "4.2万亿元，同比增长12.3%": the words between are characters.
  while (
    at >= 0 &&
    text.charCodeAt(line.items[at]?.start ?? 0) > 0x2e7f &&
    !STOPS.includes(line.word(at)) &&
    !line.amount(at)
  )
    at--;
  const joint = line.word(at);
  const direct = said.form === "adverb" && (line.period(at) !== undefined || line.amount(at) !== undefined);
  const opened = joint === "," || joint === "(" || joint === "–" || joint === "—" || joint === "-" || direct;
  const coordinated = said.form === "adverb" && line.word(said.from - 1) === JOINS_BOTH;
  if (!opened && !coordinated) return undefined;
  if (BE.has(line.word(said.from - 1)) && !opened) return undefined;
  let depth = 0;
  for (let i = direct ? at : at - 1; i >= 0 && place - i <= 45; i--) {
    const word = line.word(i);
    if (word === ")") depth++;
    if (word === "(") depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (PARTS_CLAUSES.has(word)) break;
    const amount = line.amount(i);
    if (amount === undefined || !fits(rate, amount)) continue;
    if (
      isBase(line, i) ||
      isBeside(line, i) ||
      byHowMuch(line, i) ||
      taken.has(amount) ||
      amount.kind === "rate"
    )
      continue;
    // "below the mark of $30,000" is a threshold.
    if (THRESHOLDS.has(line.word(i - 2)) || THRESHOLDS.has(line.word(i + 1))) continue;
    return amount;
  }
  return undefined;
}

/** "rose by $5m", "increased a total of 184 GWh": by how much, and not to what. */
function byHowMuch(line: Line, i: number): boolean {
  let lead = i - 1;
  while (SOFT.has(line.word(lead)) || LEVEL_NOUNS.test(line.word(lead))) lead--;
  return isIncrement(line, lead);
}

/** The hyphens of "year-on-year"; a dash before a phrase sets it off. */
function compoundHyphen(line: Line, at: number): boolean {
  return (
    line.word(at) === "-" && (BEHIND_HYPHEN.has(line.word(at + 1)) || line.word(at - 1) === BEFORE_HYPHEN)
  );
}

/** Whether the amount at `i` is what something is compared with: "from 2.4bn yuan", "against 3bn". */
function isBase(line: Line, i: number): boolean {
  let lead = i - 1;
  while (SOFT.has(line.word(lead))) lead--;
  return (
    COMPARES_WITH_LEVEL.has(line.word(lead)) ||
    (COMPARED_WITH.has(line.word(lead)) && line.word(lead - 1) === PARTICIPLE_OF_COMPARISON)
  );
}
