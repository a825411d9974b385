import { Ratio } from "../../exact/ratio.js";
import type { RuleLanguage } from "../../language/rule.js";
import type { Amount } from "../amount/amount.js";
import { inOrder } from "../in-order.js";
import type { Change, Conversion, GrowthClaim, ShareClaim, Sum } from "../reading.js";
import { comparable } from "../relation/changes.js";
import { isOfOtherTime } from "../relation/comparison-basis.js";
import { growthClaim } from "../relation/growth-claim.js";
import { isOpen, wayOf } from "../relation/improvement.js";
import { changesAnother, isBeside, isInOtherTerms, isOfAnother } from "../relation/likeness.js";
import { isListedBase } from "../relation/listed-bases.js";
import { isOneOfSeveral, ofOtherChange, opposed } from "../relation/opposed.js";
import type { Line } from "../scan/line.js";
import { isDenied } from "./denied.js";
import type { RoleName } from "./element.js";
import { type TradeParts, tradeParts } from "./flows.js";
import { type Match, Matcher } from "./match.js";
import { BOUNDARY, compiledRules } from "./pattern.js";
import { periodsIn } from "./periods-in.js";
import { isDifference, isListCut, isMore, isNoSum } from "./sum-guards.js";

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
    const growth = match.rule.ofGrowth ? "TOTAL" : undefined;
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
    if (isNoSum(line, match, total, parts, language)) return false;
    if (isListCut(line, match, language)) {
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
  // "Its value fell by $110 billion, at $94.57": of the shares.
  if (
    level !== undefined &&
    base === undefined &&
    inc !== undefined &&
    !comparable(level, inc) &&
    isMore(inc, level)
  )
    return false;
  // A margin in basis points is a level that no points of change are taken from.
  if (level?.kind === "basis-point" || base?.kind === "basis-point") return false;
  if (level !== undefined && base !== undefined) {
    // "$20 a ton, or $2 a bag, up from $18 a ton"
    if (level.per !== undefined && base.per !== undefined && level.per !== base.per) return false;
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
  if (level !== undefined && base !== undefined && !line.wide && isRateOfChange(line, base, language))
    return false;
  // "32.7 billion crowns, or 4.8 billion dollars, up from 30.9 billion": in crowns.
  if (level !== undefined && base?.implicit && isConverted(line, level)) return false;
  // Points are a slip for percent where the amounts say how much they moved themselves.
  if (rate?.kind === "percentage-point" && [level, base, inc].filter((one) => one !== undefined).length < 2)
    return false;
  if (rule.plainBase) base?.unhedged();
  if (inc === undefined && rate === undefined && points === undefined) {
    if (level === undefined || base === undefined) return false;
    if (rule.ifItHolds && level.figure.exact.compare(base.figure.exact) !== match.sign) return false;
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
