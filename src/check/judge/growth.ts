import { Near, ONE, ZERO } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { add, nameOf, subtract, times, wholeOf } from "../../figure/arithmetic.js";
import { Quantity } from "../../figure/quantity.js";
import { isRatio } from "../../figure/units.js";
import { baseline, compoundGrowth, growth, level, movedBy, pointsBetween } from "../../growth/growth.js";
import { COUNT_WORDS, HALVES, SPAN_OF_YEARS } from "../../language/context.js";
import { sameNoun } from "../../language/same-noun.js";
import type { FigureMention, GrowthClaim } from "../../text/reading.js";
import { brief, briefly } from "../brief.js";
import { comparable } from "../comparable.js";
import { shortfall } from "../context-words.js";
import { asIfIn, mixedMoney, slipOfCurrency } from "../currency-slip.js";
import { BY_SIZE, capital, changeText, computedOnly, held, type Judgement, softened } from "../judgement.js";
import { altered, as, asPercent, negated, sameRatio } from "../operand.js";
import type { View } from "../view.js";

/** What a growth claim says by how much: in percent, in points, as a factor, as an amount. */
export type GrowthKind = "growth" | "points" | "multiple" | "increment";

export function growthKind(rate: FigureMention): GrowthKind | undefined {
  switch (rate.kind) {
    case "percent":
    case "fraction":
      return "growth";
    case "percentage-point":
    case "basis-point":
      return "points";
    case "multiple":
      return "multiple";
    case "money":
    case "count":
      return "increment";
    default:
      return undefined;
  }
}

const ONE_POINT = Interval.point(ONE);
const ZERO_POINT = Interval.point(ZERO);
const ALL_LOST = ONE_POINT.negated();

/**
 * A growth claim against its own level and base; where one of the two is not printed, what it must have been.
 * Percent: level ÷ base − 1. Points: level − base, both in percent. Multiples: level ÷ base. Amounts: level − base, or,
 * where the same level has a rate in percent (`beside`), amount ÷ (level − amount).
 * @returns undefined where there is nothing to compute
 */
export function judgeGrowth(
  claim: GrowthClaim,
  view: View,
  setting: {
    readonly beside?: FigureMention | undefined;
    /** Why the growth may be of something else; and the sentence around it. Few claims need them. */
    readonly aside: () => string | undefined;
    /** Whether the rate may be one of each year of several. */
    readonly yearly: () => boolean;
    readonly sentence: () => string;
  },
): Judgement | undefined {
  const kind = kindNow(claim, view);
  if (kind === undefined) return undefined;
  const sign = view.sign(claim.sign) as 1 | -1;
  const rate = signed(view.of(claim.rate), kind === "multiple" ? 1 : sign);
  if (kind === "points" && movesByPoints(claim)) return pointsForPercent(rate, { ...claim, sign }, view);
  let [reached, before] = [
    comparable(claim.level, claim.rate, kind) ? claim.level : undefined,
    comparable(claim.base, claim.rate, kind) ? claim.base : undefined,
  ].map((one) => one && view.of(one)) as [Quantity | undefined, Quantity | undefined];
  if (reached !== undefined && before !== undefined) {
    [reached, before] = sameRatio(reached, before);
    if (mixedMoney(reached, before)) {
      const inOne = JUDGES[kind](
        rate,
        reached,
        asIfIn(before, reached.unit),
        { ...claim, sign },
        view,
        undefined,
      );
      const slip = slipOfCurrency(inOne, [reached, before], `the printed ${claim.rate.text}`);
      if (slip !== undefined) return slip;
    }
    if (reached.unit !== before.unit || !sameCount(claim.level, claim.base)) before = undefined;
  }
  const way = JUDGES[kind];
  const found = way(rate, reached, before, { ...claim, sign }, view, setting.beside);
  if (found === undefined || found.against === "nothing") return found;
  // Of two losses the one is as many times the other by size as on the number line.
  const below = kind !== "multiple" && (isBelowZero(reached) || isBelowZero(before));
  if (below && shortfall(setting.sentence())) return softened(found, BY_SIZE);
  if (found.verdict !== "inconsistent") return found;
  // Neither a year nor prices make more than everything vanish; only a loss can.
  if (kind === "growth" && before === undefined) {
    return shortfall(setting.sentence()) ? softened(found, TO_A_PROFIT) : found;
  }
  const several = claim.basis === "multi-year" && mayBeYearly(rate, reached, before, setting.sentence());
  if (kind === "growth" && setting.yearly()) {
    const yearly = compounded(rate, reached, before, setting.sentence());
    if (yearly?.verdict === "consistent") return yearly;
  }
  const why = setting.aside() ?? (several ? SEVERAL_YEARS : undefined);
  return why === undefined ? found : softened(found, why);
}

/** Whether amounts are said to move by percentage points: money and what is counted move by percent. */
export function movesByPoints({ rate, level, base }: GrowthClaim): boolean {
  const isAmount = (one: FigureMention | undefined) =>
    one?.kind === "money" || (one?.kind === "count" && one.of !== undefined);
  return rate.kind === "percentage-point" && (isAmount(level) || isAmount(base));
}

/** Of amounts that moved by as many percent as they are said to move by points, the unit is a slip; of others nothing is known. */
function pointsForPercent(rate: Quantity, claim: GrowthClaim, view: View): Judgement | undefined {
  if (claim.level === undefined || claim.base === undefined) return undefined;
  const [reached, before] = [view.of(claim.level), view.of(claim.base)];
  if (reached.unit !== before.unit || before.exact.sign <= 0) return undefined;
  const found = JUDGES.growth(as(rate, "percent"), reached, before, claim, view, undefined);
  return found && unitSlip(found, claim.rate, () => change(before, reached, found.computed as Quantity));
}

/** @param found how the rate fits where it is taken for percent */
function unitSlip(found: Judgement, { text }: FigureMention, lead: () => string): Judgement | undefined {
  if (found.verdict !== "consistent") return undefined;
  const says = () =>
    `${capital(lead())}; an amount moves by percent, not by points as the printed “${text}” says.`;
  return { ...computedOnly(found.computed, says, found.working), verdict: "inconsistent", against: "text" };
}

/**
 * Whether a growth over several years may be a yearly one: compound, or the whole divided by the years. Where the sentence
 * does not name two years, or the amounts have no compound growth, it may.
 */
function mayBeYearly(
  rate: Quantity,
  reached: Quantity | undefined,
  before: Quantity | undefined,
  sentence: string,
): boolean {
  const apart = betweenYears(sentence);
  if (apart === undefined) return true;
  if (!before?.interval.lower.greaterThan(0) || !reached?.interval.lower.greaterThan(0)) return true;
  const printed = as(rate, "percent");
  const whole = growth(before, reached).interval;
  const mean = whole.dividedBy(Interval.point(new Near(apart)));
  const yearly = compoundGrowth(before, reached, apart).interval;
  return [mean, yearly].some((one) => one.intersect(printed.interval) !== undefined);
}

/** How many years lie between the two that a sentence names. */
function betweenYears(sentence: string): number | undefined {
  const years = [...new Set(sentence.match(/\b(?:19|20)\d\d\b/g) ?? [])].map(Number).sort((a, b) => a - b);
  const apart = (years[1] ?? 0) - (years[0] ?? 0);
  return years.length === 2 && apart >= 2 && apart <= 50 ? apart : undefined;
}

/** Over how many years a sentence says that something grew, where it says one number only. */
function spanOfYears(sentence: string): number | undefined {
  const said = [...sentence.matchAll(SPAN_OF_YEARS)].map(([, over, long]) =>
    (over ?? long ?? "").toLowerCase(),
  );
  const spans = new Set(said.map((one) => COUNT_WORDS.get(one) ?? Number(one)));
  const [years] = spans;
  return spans.size === 1 && years !== undefined && years >= 2 ? years : undefined;
}

/** "10% a year for three years, from $10.0bn to $13.3bn": (level ÷ base)^(1 ÷ years) − 1 against the printed rate. */
function compounded(
  rate: Quantity,
  reached: Quantity | undefined,
  before: Quantity | undefined,
  sentence: string,
): Judgement | undefined {
  const years = spanOfYears(sentence) ?? betweenYears(sentence);
  if (
    years === undefined ||
    !before?.interval.lower.greaterThan(0) ||
    !reached?.interval.lower.greaterThan(0)
  )
    return undefined;
  const computed = compoundGrowth(before, reached, years);
  return held(
    as(rate, "percent"),
    computed,
    () => `${change(before, reached, computed)} a year over ${years} years`,
  );
}

const isBelowZero = (of: Quantity | undefined): boolean => of !== undefined && of.exact.sign < 0;

const TO_A_PROFIT = "but a loss or a deficit may have turned into its opposite";
const SEVERAL_YEARS = "but the growth is over several years, and may be a yearly one";

/** The kind of a rate as edited: "2 percent" tried as "2 percentage points". */
function kindNow(claim: GrowthClaim, view: View): GrowthKind | undefined {
  const { unit } = view.printed(claim.rate).figure;
  if (claim.rate.kind !== "percent" && claim.rate.kind !== "percentage-point") return growthKind(claim.rate);
  return unit === "percent" ? "growth" : "points";
}

type Judge = (
  rate: Quantity,
  reached: Quantity | undefined,
  before: Quantity | undefined,
  claim: GrowthClaim,
  view: View,
  beside: FigureMention | undefined,
) => Judgement | undefined;

const JUDGES: Readonly<Record<GrowthKind, Judge>> = {
  growth: (rate, reached, before, { sign, rate: mention, by }, view) => {
    const printed = as(rate, "percent");
    if (reached !== undefined && before !== undefined) {
      if (before.exact.sign <= 0) return fromBelow(reached, before, sign);
      const computed = isRatio(reached.unit) ? ratioGrowth(before, reached) : growth(before, reached);
      return held(printed, computed, () => change(before, reached, computed));
    }
    // From a base below zero a percentage has no one meaning, and a level below zero may have had such a base.
    if (reached !== undefined && impossibleFall(printed, reached))
      return beyondAll(printed, reached, mention);
    const fallsBelow = printed.exact.add(Ratio.ONE).sign < 0;
    if (reached !== undefined && isBelowZero(reached) !== fallsBelow) return undefined;
    if (isBelowZero(before)) return undefined;
    if (reached !== undefined) return baseOnly(reached, baseline(reached, printed as Quantity<"percent">));
    if (by !== undefined && before === undefined)
      return baseOfIncrement(view.of(by), printed as Quantity<"percent">, sign);
    return before && levelOnly(level(before, printed as Quantity<"percent">));
  },
  points: (rate, reached, before) => {
    const printed = as(rate, "percentage-point");
    if (reached !== undefined && before !== undefined) {
      const computed = pointsBetween(percent(before), percent(reached));
      return held(printed, computed, () => change(before, reached, computed));
    }
    if (reached !== undefined) {
      return baseOnly(reached, movedBy(percent(reached), negated(printed) as Quantity<"percentage-point">));
    }
    return before && levelOnly(movedBy(percent(before), printed as Quantity<"percentage-point">));
  },
  multiple: (rate, reached, before, { sign, rate: mention }) => {
    const factor = factorOf(rate, mention);
    // "Fell threefold" counts how often the level goes into the base; "halved" says itself that it is less.
    const divides = sign < 0 && factor.exact.compare(Ratio.ONE) >= 0;
    if (reached !== undefined && before !== undefined) {
      const [to, from] = divides ? [before, reached] : [reached, before];
      const computed = times(to, from);
      return held(
        factor,
        computed,
        () =>
          `${nameOf(to)} is ${briefly(computed).value} times ${nameOf(from)} (${briefly(computed).range})`,
      );
    }
    if (reached === undefined) return undefined;
    const unit = { unit: reached.unit, scale: reached.scale };
    const parts = divides
      ? {
          value: reached.exact.mul(factor.exact),
          interval: reached.interval.times(factor.interval),
        }
      : {
          value: new Near(reached.value).dividedBy(factor.value),
          interval: dividedByFactor(reached.interval, factor.interval),
        };
    const formula = `baseline: ${nameOf(reached)} ${divides ? "×" : "÷"} ${nameOf(factor)}`;
    return baseOnly(
      reached,
      new Quantity({ ...unit, ...parts, working: { formula, inputs: [reached, factor] } }),
    );
  },
  increment: (rate, reached, before, { sign, rate: mention }, view, beside) => {
    if (reached !== undefined && before !== undefined && rate.unit === reached.unit) {
      const computed = subtract(reached, before);
      return held(rate, computed, () => change(before, reached, computed));
    }
    const [whole, start] = [reached, before].map((one) => (one?.unit === rate.unit ? one : undefined));
    const base = start?.value ?? whole?.value.minus(rate.value);
    // A rate over a base of zero or less has no one meaning.
    if (beside !== undefined && base?.greaterThan(0) === true) {
      const of = view.of(beside);
      const computed = ofIncrement(rate, whole, start, sign);
      const lead = () =>
        `a change of ${nameOf(view.of(mention))} ${side(whole, start)} is ${brief(computed)}`;
      const found = held(signed(as(of, "percent"), sign), computed, lead);
      if (of.unit !== "percentage-point") return found;
      const slip = unitSlip(found, beside, lead);
      if (slip !== undefined) return slip;
    }
    if (whole !== undefined) return baseOnly(whole, subtract(whole, rate));
    return start && levelOnly(add(start, rate));
  },
};

/**
 * The factor of a multiple. "More than halved" is a larger fall, so a smaller factor: the hedge reaches the other way,
 * as of the two that "halved" divides by: above 0.5 becomes 0.25 ÷ that, between 0 and 0.5.
 */
function factorOf(rate: Quantity, mention: FigureMention): Quantity {
  const factor = as(rate, "number");
  const { hedge } = mention.figure;
  // "Nearly doubled" is less than twice, and by no more than "doubled" itself would allow: 1.5 to 2 times.
  if (hedge === "below" && factor.exact.compare(Ratio.ONE) > 0) {
    const least = new Near(factor.value).times("0.75");
    const { lower, upper } = factor.interval;
    const interval = new Interval(lower.lessThan(least) ? least : lower, upper, false, true);
    return altered(factor, { interval });
  }
  if (!HALVES.test(mention.text)) return factor;
  // As wide as "doubled" the other way round: 1 ÷ 2.5 to 1 ÷ 1.5.
  if (hedge === undefined || hedge === "about") return altered(factor, { interval: HALVED });
  const square = new Near(factor.value).times(factor.value);
  const interval = factor.interval.lower.greaterThan(0)
    ? Interval.point(square).dividedBy(factor.interval)
    : new Interval(new Near(square).dividedBy(factor.interval.upper), new Near(Infinity));
  return altered(factor, { interval });
}

const HALVED = /* @__PURE__ */ ONE_POINT.dividedBy(
  /* @__PURE__ */ new Interval(new Near("1.5"), new Near("2.5")),
);

/** A factor of which only an upper end is known ("more than halved") leaves the quotient without one. */
function dividedByFactor(of: Interval, factor: Interval): Interval {
  if (!factor.lower.isZero()) return of.dividedBy(factor);
  const { lower, lowerOpen } = of.dividedBy(Interval.point(factor.upper));
  return new Interval(lower, new Near(Infinity), lowerOpen || factor.upperOpen, true);
}

/** "Rose $4.1m, or 9%": the level before, which the text does not print. */
function baseOfIncrement(by: Quantity, rate: Quantity<"percent">, sign: 1 | -1): Judgement | undefined {
  const size = rate.exact.sign < 0 ? negated(rate) : rate;
  if (!size.interval.lower.greaterThan(0)) return undefined;
  const base = wholeOf(by, size as Quantity<"percent">);
  return computedOnly(
    base,
    () =>
      `A ${sign > 0 ? "rise" : "fall"} by ${nameOf(by)} that is ${nameOf(size).replace(/^minus /, "")} means ${brief(base)} before it; the sentence prints no base or level.`,
  );
}

/** A fall of more than 100% ends below zero. */
function impossibleFall(rate: Quantity, reached: Quantity): boolean {
  return rate.interval.isBelow(ALL_LOST) === "yes" && ZERO_POINT.isBelow(reached.interval) === "yes";
}

function beyondAll(rate: Quantity, reached: Quantity, { hedge }: FigureMention): Judgement {
  const size = nameOf(rate).replace(/^minus “/, hedge === undefined ? "“" : `“${hedge.text} `);
  return {
    ...computedOnly(
      undefined,
      () => `A fall of ${size} would end below zero, and ${nameOf(reached)} does not.`,
      () => rate.explain(),
    ),
    verdict: "inconsistent",
    against: "text",
  };
}

/** A rate over a base of zero or less: only whether the level lies on the side of the base that the verb says. */
function fromBelow(reached: Quantity, before: Quantity, sign: 1 | -1): Judgement {
  const computed = subtract(reached, before);
  const [low, high] = sign > 0 ? [before, reached] : [reached, before];
  const contrary = high.interval.isBelow(low.interval) === "yes";
  const words = () => capital(change(before, reached, computed));
  const says = contrary
    ? () => `${words()}; the text says it is ${sign > 0 ? "a rise" : "a fall"}.`
    : () => `${words()}; no percentage applies to a base of zero or less.`;
  const found = computedOnly(computed, says);
  return contrary ? { ...found, verdict: "inconsistent", against: "text" } : found;
}

function side(reached: Quantity | undefined, before: Quantity | undefined): string {
  return before === undefined ? `to ${nameOf(reached as Quantity)}` : `from ${nameOf(before)}`;
}

/** The growth that an amount is: amount ÷ base, with the base printed or level − amount: 1 ÷ (level ÷ amount − 1). */
function ofIncrement(
  amount: Quantity,
  reached: Quantity | undefined,
  before: Quantity | undefined,
  sign: 1 | -1,
): Quantity<"percent"> {
  const working = {
    formula:
      before !== undefined
        ? `growth: ${nameOf(amount)} ÷ ${nameOf(before)}`
        : `growth: ${nameOf(amount)} ÷ (${nameOf(reached as Quantity)} − ${nameOf(amount)})`,
    inputs: [amount, (before ?? reached) as Quantity],
  };
  if (before !== undefined) {
    return new Quantity({
      unit: "percent",
      value: new Near(amount.value).dividedBy(before.value),
      interval: amount.interval.dividedBy(before.interval),
      working,
    });
  }
  const whole = reached as Quantity;
  // Each figure enters once, so the interval is as narrow as the digits allow.
  const size = sign > 0 ? amount : negated(amount);
  const rest = whole.interval.dividedBy(size.interval).plus(sign > 0 ? ONE_POINT.negated() : ONE_POINT);
  const growing = ONE_POINT.dividedBy(rest);
  const value = new Near(amount.value).dividedBy(new Near(whole.value).minus(amount.value));
  return new Quantity({ unit: "percent", value, interval: sign > 0 ? growing : growing.negated(), working });
}

/** By how much a percentage grew, relative to itself: "to 7.8% from 7.3%" is 6.8%. */
function ratioGrowth(before: Quantity, reached: Quantity): Quantity<"percent"> {
  const ratio = times(reached, before);
  return new Quantity({
    unit: "percent",
    value: ratio.value.minus(1),
    interval: ratio.interval.minus(ONE_POINT),
    working: { formula: `growth: ${nameOf(reached)} ÷ ${nameOf(before)} − 1`, inputs: [reached, before] },
  });
}

function change(before: Quantity, reached: Quantity, computed: Quantity): string {
  return `from ${nameOf(before)} to ${nameOf(reached)} is ${changeText(computed)}`;
}

function baseOnly(reached: Quantity, base: Quantity): Judgement {
  return computedOnly(
    base,
    () =>
      `${nameOf(reached)} after that change means ${brief(base)} before it; the sentence prints no base that was read as its own.`,
  );
}

function levelOnly(reached: Quantity): Judgement {
  return computedOnly(
    reached,
    () =>
      `That change from the printed base means ${brief(reached)} after it; no level is printed to compare it with.`,
  );
}

function percent(of: Quantity): Quantity<"percent"> {
  return asPercent(of) as Quantity<"percent">;
}

/** With the sign of the verb; a figure that is printed with a minus keeps it. */
function signed(of: Quantity, sign: number): Quantity {
  return sign < 0 && of.exact.sign >= 0 ? negated(of) : of;
}

function sameCount(a: FigureMention | undefined, b: FigureMention | undefined): boolean {
  return sameNoun(a?.of, b?.of);
}
