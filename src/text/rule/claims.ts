import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import type { RelationRule, RuleLanguage } from "../../language/rule.js";
import { sameNoun } from "../../language/same-noun.js";
import type { Amount } from "../amount/amount.js";
import { inOrder } from "../in-order.js";
import type { Change, Conversion, FigureMention, GrowthClaim, ShareClaim, Sum } from "../reading.js";
import { comparable } from "../relation/changes.js";
import { isOfOtherTime } from "../relation/comparison-basis.js";
import { growthClaim } from "../relation/growth-claim.js";
import { isOpen, wayOf } from "../relation/improvement.js";
import { changesAnother, isBeside, isInOtherTerms, isOfAnother } from "../relation/likeness.js";
import { isListedBase } from "../relation/listed-bases.js";
import { isOneOfSeveral, ofOtherChange, opposed } from "../relation/opposed.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";
import type { RoleName } from "./element.js";
import { type TradeParts, tradeParts } from "./flows.js";
import { type Match, Matcher } from "./match.js";
import { BOUNDARY, compiledRules } from "./pattern.js";
import { periodsIn } from "./periods-in.js";

/** What the rules of a language read in a sentence, and the figures that they took. */
export interface RuleClaims {
  readonly growth: GrowthClaim[];
  readonly changes: Change[];
  readonly sums: Sum[];
  readonly shares: ShareClaim[];
  readonly conversions: Conversion[];
  readonly taken: ReadonlySet<Amount>;
}

/** What the rules read in most sentences: all that read nothing share it. */
const NONE: RuleClaims = { growth: [], changes: [], sums: [], shares: [], conversions: [], taken: new Set() };

/**
 * Tries every rule where it may begin. Of several that read the same figures the one that has the most is kept; a figure
 * takes part in one claim only.
 */
export function ruleClaims(line: Line, language: RuleLanguage): RuleClaims {
  const compiled = compiledRules(language);
  if (line.amounts.length < compiled.fewest) return NONE;
  const matches = new Matcher(line, compiled).matches().filter((one) => !isDenied(line, one, language));
  if (matches.length === 0) return NONE;
  const found: RuleClaims = {
    growth: [],
    changes: [],
    sums: [],
    shares: [],
    conversions: [],
    taken: new Set(),
  };
  // What only compares gives way to what says which way.
  const idle = ({ rule }: Match) => (rule.sign === 0 ? 1 : 0);
  const better = (a: Match, b: Match) =>
    b.size - a.size ||
    idle(a) - idle(b) ||
    a.to - a.from - (b.to - b.from) ||
    a.from - b.from ||
    a.way - b.way;
  const taken = found.taken as Set<Amount>;
  for (const match of inOrder(matches, better)) {
    // "$28.9 million, or 3.9% of sales": what is a share of something may have changed as well, and so may a growth that has parts.
    const growth = match.rule.only === "percent" && match.rule.bySize ? "TOTAL" : undefined;
    const figures = match.figures(match.figure("SHARE") ? "SHARE" : growth);
    if (figures.some((one) => taken.has(one)) || !claim(line, match, found, language)) continue;
    for (const one of figures) taken.add(one);
  }
  return found;
}

/** Makes a claim of a match. @returns false where its figures say nothing of each other after all */
function claim(line: Line, match: Match, found: RuleClaims, language: RuleLanguage): boolean {
  const { rule } = match;
  const one = (role: RoleName) => match.figure(role);
  const all = (role: RoleName) => match.figures(role);
  const figures = match.figures();
  const around = line.sentence.around(figures);
  const start = Math.min(around.start, line.items[match.from]?.start ?? 0);
  const { end } = around;
  const text = line.sentence.slice(start, end);
  const place = { text, start, end, rule: rule.name };
  const total = one("TOTAL");
  const mean = rule.mean ? one("PART") : undefined;
  if (total !== undefined && mean !== undefined) {
    const times = language.lengths && periodsIn(line, match, mean, total, language.lengths);
    if (times === undefined) return false;
    found.sums.push({ ...place, total, parts: [{ sign: 1, amount: mean, times }], mixed: true });
    return true;
  }
  if (total !== undefined) {
    const trade = all("LESS").length > 0 ? undefined : tradeParts(line, all("PART"), language);
    const parts = [
      ...all("PART").map((amount) => ({ sign: 1 as const, amount })),
      ...all("LESS").map((amount) => ({ sign: -1 as const, amount })),
    ].filter(({ amount }) => amount !== trade?.balance);
    // "Of this $276 million, $130 million was for": the total again.
    const again = parts.some(
      (part) => part.sign > 0 && part.amount.figure.exact.compare(total.figure.exact) === 0,
    );
    if (
      parts.length < 2 ||
      (again && all("LESS").length === 0) ||
      areOthers(total, parts) ||
      areGrowths(line, total, parts, language)
    )
      return false;
    if (isDealtOut(line, total, parts, match, language) || isOfOtherScale(total, parts)) return false;
    if (rule.largest && parts.some(({ amount }) => isMore(amount, total))) return false;
    if (areWhole(total, parts) || isEnumerated(line, figures)) return false;
    const cut = rule.exhaustive !== false && hasRest(line, figures, language);
    if (
      cut ||
      goesOn(line, figures, all("LESS").length > 0, language) ||
      isOwn(line, all("PART"), language)
    ) {
      line.sentence.leave(start, end, "a sum whose list does not end there");
      return false;
    }
    const exhaustive = rule.exhaustive === false ? { exhaustive: false } : {};
    // "84%, of which 70% are women and 34% are young": of these 84 in turn.
    const inTurn = total.kind === "percent" && rule.exhaustive === false;
    const overlapping =
      rule.overlapping || inTurn || isDifference(line, total, rule, language) ? { overlapping: true } : {};
    const mixed = rule.mixed ? { mixed: true } : {};
    const bySize = rule.bySize ? { bySize: true } : {};
    found.sums.push({ ...place, total, parts, ...exhaustive, ...overlapping, ...mixed, ...bySize });
    if (trade !== undefined) found.sums.push(balanceOf(line, trade, rule.name));
    return true;
  }
  const [amount, converted] = [one("AMOUNT"), one("CONVERTED")];
  if (amount !== undefined && converted !== undefined) {
    if (amount.currency === converted.currency) return false;
    found.conversions.push({ ...place, amount, converted });
    return true;
  }
  const share = one("SHARE");
  if (share !== undefined) {
    const [parts, shares, whole] = [all("PART"), all("SHARE"), one("WHOLE")];
    // "From 4.5 to 3.5 or 3.6 percent": the one or the other.
    if (
      parts.length !== shares.length ||
      parts.some((part) => part.kind === "percent" && BARE.test(part.text))
    )
      return false;
    for (const [i, each] of shares.entries()) {
      each.role = "share";
      const part = parts[i];
      const all = [each, part, whole].filter((one) => one !== undefined);
      const of = shares.length === 1 ? { text, start, end } : line.sentence.around(all);
      found.shares.push({ ...of, rule: rule.name, share: each, part, whole });
    }
    return true;
  }
  if (match.hasSeveral("LEVEL") || match.hasSeveral("BASE")) return dealt(line, match, found);
  const [inc, rate, points] = [one("INC"), one("RATE") ?? one("TIMES"), one("POINTS")];
  const base = one("BASE");
  // "Improved $1m, or 20%, to $4m": without a base there is no telling which way.
  const open =
    inc !== undefined && rate !== undefined && base === undefined && isOpen(line, match.from, match.to);
  // "$60m of operating loss, a decrease of $480m, or 114%": what is left is less than nothing.
  const below = match.sign < 0 && rate?.kind === "percent" && rate.figure.exact.compare(Ratio.ONE) > 0;
  const level = open || (below && base === undefined) ? undefined : one("LEVEL");
  if (level !== undefined && base !== undefined && !comparable(level, base)) {
    const [first, second] = level.start < base.start ? [level, base] : [base, level];
    line.sentence.leave(first.start, second.end, "two amounts too far apart to be one thing's change");
    return false;
  }
  if (level !== undefined && base !== undefined) {
    if (inc !== undefined && isOneOfSeveral(line, line.placeOf(inc))) return false;
    if (opposed(line, level, base) || ofOtherChange(line, level, base)) return false;
    if (isListedBase(line, base) || isOfAnother(line, base) || isBeside(line, line.placeOf(level)))
      return false;
    const known = [inc, rate, points].filter((one) => one !== undefined).map((one) => line.placeOf(one));
    if (known.length > 0 && changesAnother(line, Math.max(...known), base)) return false;
    const by = rate ?? inc;
    if (rate !== undefined && isInOtherTerms(line, line.placeOf(rate))) return false;
    if (by !== undefined && isOfOtherTime(line, line.placeOf(by), base)) return false;
  }
  if (level?.kind === "percent" && isRateOfChange(line, level, language)) return false;
  // "against a 50 tonne increase in supply": by how much another thing changed.
  if (
    level !== undefined &&
    base !== undefined &&
    language.differences !== undefined &&
    base.kind !== "percent" &&
    isRateOfChange(line, base, language)
  )
    return false;
  // "32.7 billion crowns, or 4.8 billion dollars, up from 30.9 billion": in crowns.
  if (level !== undefined && base?.implicit && isConverted(line, level)) return false;
  // Points are a slip for percent where the amounts say how much they moved themselves.
  if (rate?.kind === "percentage-point" && [level, base, inc].filter((one) => one !== undefined).length < 2)
    return false;
  if (rule.plainBase) base?.unhedged();
  if (inc === undefined && rate === undefined && points === undefined) {
    if (level === undefined || base === undefined) return false;
    found.changes.push(changed(line, match, start, end, base, level, undefined));
    return true;
  }
  // "5bn against 4bn (+25%)": the sign of the rate says which way.
  const sign = match.sign === 0 ? signOf(rate) : match.sign;
  // "Fell 1.4 times": whether the base is the level times 1.4, or less than nothing is left, languages say differently.
  if (sign === 0 || (sign < 0 && rate?.kind === "multiple")) return false;
  const said = { sign, from: match.from, to: match.to, form: "verb" as const };
  const make = (of: Amount, by?: Amount): GrowthClaim =>
    growthClaim(line, line.placeOf(of), said, level, base, { rule: rule.name, start, end, by });
  if (points?.kind === "count") points.asPoints();
  const main = rate ?? points;
  if (main !== undefined) {
    if (rate !== undefined) rate.role = "growth";
    if (inc !== undefined && (level !== undefined || base !== undefined)) found.growth.push(make(inc));
    found.growth.push(make(main, level === undefined && base === undefined ? inc : undefined));
  } else if (inc !== undefined && level !== undefined && base !== undefined) {
    found.changes.push(changed(line, match, start, end, base, level, inc));
  } else if (inc !== undefined) found.growth.push(make(inc));
  for (const each of [level, base]) if (each?.kind === "percent") each.role = "level";
  return true;
}

/** A percentage whose unit stands behind another one: "3.5 or 3.6 percent". */
const BARE = /^[\d.,\s]+$/;

const isMore = (part: FigureMention, total: Amount) => part.figure.exact.compare(total.figure.exact) > 0;

/** "Charges of $14m and $30m, of which $5m and $13m were for ships": of two years, in their order. */
function isDealtOut(
  line: Line,
  total: Amount,
  parts: Sum["parts"],
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

function addsUp(total: Amount, parts: Sum["parts"]): boolean {
  const sum = parts.reduce(
    (of, { sign, amount }) => of.plus(sign < 0 ? amount.figure.interval.negated() : amount.figure.interval),
    Interval.point(Ratio.ZERO),
  );
  return sum.meets(total.figure.interval);
}

/** "$5.0 billion, of which $3.5 billion in bonds and an $800.0 loan": what has no scale may be in millions. */
const isOfOtherScale = (total: Amount, parts: Sum["parts"]) =>
  parts.some(({ amount }) => {
    const { scaleWord } = (amount as Amount).parts;
    return (
      scaleWord === undefined && total.parts.scaleWord !== undefined && !comparable(total, amount as Amount)
    );
  });

/** "18% in shares, made up of 81% abroad and 19% at home": all of these 18. */
function areWhole(total: Amount, parts: Sum["parts"]): boolean {
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
function isDifference(
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
function areOthers(total: Amount, parts: Sum["parts"]): boolean {
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
function areGrowths(line: Line, total: Amount, parts: Sum["parts"], { up, down, by }: RuleLanguage): boolean {
  if (total.kind !== "percent") return false;
  const places = parts.map(({ amount }) => line.placeOf(amount as Amount));
  for (let i = Math.min(...places); i < Math.max(...places); i++)
    if (line.period(i) !== undefined) return true;
  const changes = [up.verbs, up.nouns, down.verbs, down.nouns, by];
  return places.some((place) => changes.some((words) => words?.has(line.word(place - 1))));
}

/** What exports are more than imports, or less, where the list that names all three does not say which. */
function balanceOf(line: Line, { exports, imports, balance }: TradeParts, rule: string): Sum {
  const parts = [
    { sign: 1 as const, amount: exports },
    { sign: -1 as const, amount: imports },
  ];
  return { rule, ...line.sentence.around([exports, imports, balance]), total: balance, parts, bySize: true };
}

/** "a 3.8% rise compared to a 17.8% contraction": two growths, of which neither became the other. */
function isRateOfChange(line: Line, amount: Amount, { up, down, differences }: RuleLanguage): boolean {
  const at = line.placeOf(amount);
  const ends = (i: number) => line.items[i]?.mark === true || line.word(i) === BOUNDARY;
  for (let i = at + 1; i <= at + 2 && !ends(i); i++)
    if ((up.nouns.has(line.word(i)) || down.nouns.has(line.word(i))) && !differences?.has(line.word(i)))
      return true;
  return false;
}

/** "32.7 billion crowns, or 4.8 billion dollars": what the amount before it is in another currency. */
function isConverted(line: Line, amount: Amount): boolean {
  const at = line.placeOf(amount);
  for (let i = at - 1; i >= at - 3; i--) {
    const before = line.amount(i);
    if (before !== undefined) return before.currency !== undefined && before.currency !== amount.currency;
  }
  return false;
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

function changed(
  line: Line,
  match: Match,
  start: number,
  end: number,
  from: Amount,
  to: Amount,
  by: Amount | undefined,
): Change {
  const { rule } = match;
  const sign = wayOf(line, match.sign, match.from, match.to, from, to, by !== undefined);
  return { text: line.sentence.slice(start, end), start, end, rule: rule.name, from, to, by, sign };
}

/** The sign that is printed before a rate. */
function signOf(rate: Amount | undefined): 1 | -1 | 0 {
  if (rate === undefined || !/^[+\uff0b\u2212-]/.test(rate.text)) return 0;
  return rate.parts.negative ? -1 : 1;
}

type Levels = readonly Amount[];

/** "rose 5% and 9%, respectively, to $42m and $5m from $40m and $4.6m": as many of each role, in their order. */
function dealt(line: Line, match: Match, found: RuleClaims): boolean {
  const [levels, bases, rates, incs] = (["LEVEL", "BASE", "RATE", "INC"] as const).map((role) =>
    match.figures(role),
  ) as [Levels, Levels, Levels, Levels];
  if ([bases, rates, incs].some((list) => list.length > 0 && list.length !== levels.length)) return false;
  const rows = levels.map((level, k) => ({ level, base: bases[k], rate: rates[k], inc: incs[k] }));
  const ofOne = ({ level, base }: (typeof rows)[number]) =>
    base === undefined ||
    (comparable(level, base) && level.kind === base.kind && level.currency === base.currency);
  if (!rows.every(ofOne)) return false;
  const { sign, from, to, rule } = match;
  for (const { level, base, rate, inc } of rows) {
    const of = [level, base, rate, inc].filter((one) => one !== undefined);
    const { start, end } = line.sentence.around(of);
    const main = rate ?? (base === undefined ? inc : undefined);
    if (main === undefined) {
      if (base !== undefined) found.changes.push(changed(line, match, start, end, base, level, inc));
      continue;
    }
    if (sign === 0) return false;
    if (main === rate) main.role = "growth";
    const said = { sign, from, to, form: "verb" as const };
    const by = { rule: rule.name, start, end, by: undefined };
    found.growth.push(growthClaim(line, line.placeOf(main), said, level, base, by));
    if (main === rate && inc !== undefined)
      found.growth.push(growthClaim(line, line.placeOf(inc), said, level, base, by));
  }
  return true;
}

/** "did not rise by $5m to $15m", and what the rule itself names. */
function isDenied(line: Line, match: Match, { negations, terms, past, soft }: RuleLanguage): boolean {
  const { from, to, rule } = match;
  const {
    unlessBefore,
    unlessBehind,
    unlessInside,
    unlessIn,
    onePeriod,
    samePeriod,
    inOrder,
    years,
    unlessYears,
    wholeYears,
  } = rule;
  const base = match.figure("BASE");
  if (rule.base === "bare" && base?.implicit !== true) return true;
  // "€1m (2021: €−2m)": from a loss to a profit there is no telling how much it grew.
  if (rule.base === "above zero" && (base?.parts.negative || match.figure("LEVEL")?.parts.negative))
    return true;
  if (unlessBehind !== undefined) {
    let lead = from - 1;
    while (soft.has(line.word(lead)) || line.period(lead) !== undefined) lead--;
    if (unlessBehind.has(line.word(lead))) return true;
  }
  const both = terms !== undefined && base !== undefined && match.figure("LEVEL") !== undefined;
  if (both && (match.figure("RATE") ?? match.figure("TIMES")) !== undefined)
    for (let i = from - 8; i <= to + 4; i++) if (terms.has(line.word(i))) return true;
  if (onePeriod) {
    const first = Math.min(...match.figures().map((one) => line.placeOf(one)));
    for (let i = first; i <= to; i++) if (line.period(i) !== undefined) return true;
  }
  if (unlessInside !== undefined)
    for (let i = from; i <= to; i++) if (unlessInside.has(line.word(i))) return true;
  if (years !== undefined && yearsOf(line, match.from, match.to) !== years) return true;
  // The last figure's own year stands behind it: "and $13 million in 2000".
  if (unlessYears !== undefined && yearsOf(line, match.from, match.to + 8) === unlessYears) return true;
  if (wholeYears && !line.items.slice(from, to + 1).every(isWholeYear)) return true;
  if (inOrder && !isInOrder(line, match, past)) return true;
  if (samePeriod && !isOfOnePeriod(line)) return true;
  if (unlessIn !== undefined)
    for (let i = from; i <= to + 8; i++) if (line.saysOne(i, unlessIn) > 0) return true;
  for (let i = from - 1; i >= 0 && from - i <= 8; i--) if (unlessBefore?.has(line.word(i))) return true;
  for (let i = from - 1; i >= 0 && from - i <= 3; i--) if (negations.has(line.word(i))) return true;
  return false;
}

/** No period, a calendar year, or what is told as the year before. */
const isWholeYear = ({ period }: Token) =>
  period === undefined ||
  (period.period === undefined && period.says.basis === "yoy") ||
  /^\d{4}$/.test(period.period?.text ?? "");

/** Whether all sentences of a passage are of the period of the first one, as far as they say. */
function isOfOnePeriod({ items }: Line): boolean {
  const first = new Set<string>();
  let later = false;
  for (const { word, period } of items) {
    later ||= word === BOUNDARY;
    if (period === undefined) continue;
    const key = period.period?.text ?? period.text;
    if (later && !first.has(key)) return false;
    if (!later && first.add(key).size > 1) return false;
  }
  return true;
}

/** "in 2019 and 2018": in which order the first two years of a match stand. */
function yearsOf({ items }: Line, from: number, to: number): RelationRule["years"] {
  const texts = items.slice(from, to + 1).map(({ period }) => period?.text ?? "");
  const dates = texts.flatMap((text) => text.match(/(?:\p{L}+\.? \d\d?,? )?\b(?:19|20)\d\d\b/gu) ?? []);
  const [first, second] = dates.map((date) => ({ year: Number(date.slice(-4)), day: date.slice(0, -4) }));
  // "At December 31, 2019 and June 30, 2018", "2019 and 2017": no year lies between the two.
  if (first === undefined || second === undefined || (second.day !== "" && second.day !== first.day))
    return undefined;
  if (first.year === second.year + 1) return "latest first";
  return second.year === first.year + 1 ? "latest last" : undefined;
}

/** Whether the base is of an earlier time than the level, by their sentences: by the years, or by a word like "the year before". */
function isInOrder(line: Line, match: Match, past: ReadonlySet<string> = new Set()): boolean {
  const [base, level] = [match.figure("BASE"), match.figure("LEVEL")].map((one) => {
    const texts = one === undefined ? [] : periodsAround(line, line.placeOf(one));
    const words = texts.flatMap((text) => text.toLowerCase().split(/\s+/));
    const years = words
      .filter((word) => /^(?:19|20)\d\d(?!\d)/.test(word))
      .map((word) => Number(word.slice(0, 4)));
    const isPast = words.some((word) => past.has(word)) || texts.some((text) => past.has(text));
    return { years: new Set(years), isPast };
  }) as [{ years: Set<number>; isPast: boolean }, { years: Set<number>; isPast: boolean }];
  if (base.years.size === 1 && level.years.size === 1)
    return Math.max(...base.years) < Math.max(...level.years);
  return base.isPast && !level.isPast;
}

/** The periods of the sentence that item `at` of a passage is in. */
function periodsAround(line: Line, at: number): string[] {
  const found: string[] = [];
  const take = (i: number) => {
    const text = line.period(i)?.text;
    if (text !== undefined) found.push(text);
  };
  for (let i = at; i >= 0 && line.word(i) !== BOUNDARY; i--) take(i);
  for (let i = at + 1; i < line.items.length && line.word(i) !== BOUNDARY; i++) take(i);
  return found;
}
