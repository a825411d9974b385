import { Decimal, ONE, ZERO } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText, type Period, samePeriod, yearBefore } from "../figure/period.js";
import type { Quantity } from "../figure/quantity.js";
import type { Unit } from "../figure/units.js";
import type { RateBook } from "../rate/book.js";
import { aboutFact, covers, type Fact, type Flow } from "./fact.js";

/** A law that published figures of one trade obey. */
export type Identity =
  | "flows" // exports + imports = total
  | "flow-growths" // the bases that the flows' growths imply add up to that of the total
  | "growth-between" // the growth of a total lies between those of its flows
  | "months" // a cumulative figure = the one before + the month
  | "year-before" // growth × the level of a year before = the level
  | "part" // a part of a period, or a flow, is not larger than the whole
  | "share" // share × the whole = the amount
  | "currencies" // yuan ÷ dollars = a rate that customs applied in the period
  | "twice"; // one figure, printed twice

/**
 * What an identity finds. `holds`: the intervals meet. `revision`: they do not, by no more than published figures are
 * known to be revised. `contradiction`: they do not, by more, or where nothing is ever revised.
 */
export type IdentityFinding = "holds" | "revision" | "contradiction";

export interface Identified {
  readonly identity: Identity;
  readonly finding: IdentityFinding;
  readonly facts: readonly Fact[];
  /** The figure that the law is about: the total, the month, the later level, the part. */
  readonly about: Fact;
  /** How far apart the two sides are, relative to the larger figure: 0 where they meet or only touch. */
  readonly gap: Decimal;
  /** One sentence with both sides. */
  readonly says: string;
}

export interface IdentityOptions {
  readonly book?: RateBook;
  /**
   * How much of a cumulative figure a revision may be. Default: 0.02. Of 53 steps in this package's data the largest is
   * 0.0070; the smallest that was an error (June 2023, exports and imports exchanged) is 0.030.
   */
  readonly revision?: Decimal;
  /**
   * How much the base of a growth may have been revised. Default: 0.05. Of 84 growths in this package's data the largest
   * revision is 0.0326; the smallest that is an error is 0.074.
   */
  readonly baseRevision?: Decimal;
  /**
   * How far an implied rate may lie outside the rates that customs applied in the period. Default: 0.01: customs convert
   * each consignment at rates of its own, and published world trade of a month lies up to half a percent outside.
   */
  readonly rateTolerance?: Decimal;
}

const PERCENT = new Decimal("0.01");
const DEFAULTS = {
  revision: PERCENT.times(2),
  baseRevision: PERCENT.times(5),
  rateTolerance: PERCENT,
};

/**
 * Every identity that a set of published figures allows, tried. Each side is an interval; where the two have no amount
 * in common, the size of what is missing decides between a revision and a contradiction. Nothing is left out in silence:
 * what is revised is reported with its size.
 * @returns findings in the order of the facts, one for each identity and set of figures
 */
export function identities(facts: readonly Fact[], options: IdentityOptions = {}): Identified[] {
  const limits = { ...DEFAULTS, ...options };
  const groups = grouped(facts);
  return [
    ...[...groups.values()].flatMap((group) => [
      ...flows(group),
      ...growthBetween(group),
      ...flowGrowths(group),
      ...months(group, limits.revision),
      ...yearsBefore(group, limits.baseRevision),
      ...parts(group),
      ...twice(group),
    ]),
    ...shares(facts),
    ...(options.book === undefined ? [] : currencies(facts, options.book, limits.rateTolerance)),
  ];
}

type Levelled = Fact & { readonly amount: Quantity };
type Grown = Fact & { readonly growth: Quantity<"percent"> };

const hasAmount = (fact: Fact): fact is Levelled => fact.amount !== undefined;
const hasGrowth = (fact: Fact): fact is Grown => fact.growth !== undefined;
const currencyOf = (fact: Fact): string => String(fact.amount?.unit ?? fact.growthCurrency ?? "");

/** Figures of one reporter and partner in one currency. */
function grouped(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.area} ${fact.partner} ${currencyOf(fact)}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
}

/** Two sides compared: whether they meet, and how far apart they are, relative to the second. */
function gapBetween(a: Interval, b: Interval): Decimal | undefined {
  if (a.intersect(b) !== undefined) return undefined;
  const apart = Decimal.max(a.lower.minus(b.upper), b.lower.minus(a.upper), ZERO);
  const size = Decimal.max(b.upper.abs(), b.lower.abs());
  return size.isZero() ? apart : apart.dividedBy(size);
}

function compared(
  identity: Identity,
  about: Fact,
  facts: readonly Fact[],
  left: Interval,
  right: Interval,
  says: (gap: string) => string,
  revision: Decimal = ZERO,
): Identified {
  const gap = gapBetween(left, right);
  const finding =
    gap === undefined
      ? "holds"
      : gap.greaterThan(revision) || revision.isZero()
        ? "contradiction"
        : "revision";
  const text =
    gap === undefined
      ? ""
      : gap.isZero()
        ? "the two sides only touch at an end that neither reaches"
        : `${percent(gap)} apart`;
  return { identity, finding, about, facts, gap: gap ?? ZERO, says: says(text) };
}

const percent = (ratio: Decimal): string => `${ratio.times(100).toSignificantDigits(2).toFixed()}%`;

function shown(of: Interval, like: Quantity): string {
  const scale = new Decimal(10).pow(like.scale);
  const text = (end: Decimal, rounding: Decimal.Rounding) =>
    end.dividedBy(scale).toSignificantDigits(6, rounding).toFixed();
  const unit = like.scale === 12 ? "tn" : like.scale === 9 ? "bn" : like.scale === 6 ? "m" : "";
  return `${String(like.unit)} ${text(of.lower, Decimal.ROUND_FLOOR)} to ${text(of.upper, Decimal.ROUND_CEIL)}${unit}`;
}

const name = (fact: Fact): string =>
  `${aboutFact(fact)}${fact.where === undefined ? "" : ` (${fact.where})`}`;

/** exports + imports = total, for one period. Never revised: the three are of one print. */
function flows(group: readonly Fact[]): Identified[] {
  return group.filter(hasAmount).flatMap((total) => {
    if (total.flow !== "total") return [];
    return pairsOf(group.filter(hasAmount), total.period).map(([out, into]) => {
      const sum = out.amount.interval.plus(into.amount.interval);
      return compared("flows", total, [out, into, total], sum, total.amount.interval, (gap) =>
        sentence(
          `exports and imports of ${total.period.text} make ${shown(sum, total.amount)}, the total is ${total.amount.show()}`,
          gap,
        ),
      );
    });
  });
}

function pairsOf<F extends Fact>(facts: readonly F[], of: Period): [F, F][] {
  const pick = (flow: Flow) => facts.filter((fact) => fact.flow === flow && samePeriod(fact.period, of));
  return pick("exports").flatMap((out) => pick("imports").map((into): [F, F] => [out, into]));
}

/** The growth of a total lies between those of exports and imports. */
function growthBetween(group: readonly Fact[]): Identified[] {
  const grown = group.filter(hasGrowth);
  return grown.flatMap((total) => {
    if (total.flow !== "total") return [];
    return pairsOf(grown, total.period).map(([out, into]) => {
      const hull = Interval.hull([out.growth.interval, into.growth.interval]);
      return compared("growth-between", total, [out, into, total], total.growth.interval, hull, (gap) =>
        sentence(
          `the total of ${total.period.text} grew ${total.growth.show()}, exports ${out.growth.show()} and imports ${into.growth.show()}`,
          gap,
        ),
      );
    });
  });
}

/** level ÷ (1 + growth) of both flows add up to that of the total. All are of one print, so nothing was revised between. */
function flowGrowths(group: readonly Fact[]): Identified[] {
  const both = group.filter(hasAmount).filter(hasGrowth) as (Levelled & Grown)[];
  const one = Interval.point(ONE);
  const base = (fact: Levelled & Grown) => fact.amount.interval.dividedBy(fact.growth.interval.plus(one));
  return both.flatMap((total) => {
    if (total.flow !== "total") return [];
    return pairsOf(both, total.period).map(([out, into]) => {
      const sum = base(out).plus(base(into));
      return compared("flow-growths", total, [out, into, total], sum, base(total), (gap) =>
        sentence(
          `the growths of ${total.period.text} imply a base of ${shown(sum, total.amount)} from exports and imports, and of ${shown(base(total), total.amount)} from the total`,
          gap,
        ),
      );
    });
  });
}

/** A cumulative figure is the one before it and the month between, but for revisions of the earlier months. */
function months(group: readonly Fact[], revision: Decimal): Identified[] {
  const levels = group.filter(hasAmount);
  return levels.flatMap((later) =>
    levels.flatMap((earlier) => {
      if (earlier.flow !== later.flow || earlier.period.start !== later.period.start) return [];
      if (!earlier.period.start.endsWith("-01-01") || earlier.period.end >= later.period.end) return [];
      const between = { start: dayText(dayNumber(earlier.period.end) + 1), end: later.period.end };
      return levels
        .filter((month) => month.flow === later.flow)
        .filter(({ period }) => period.start === between.start && period.end === between.end)
        .map((month) => {
          const sum = earlier.amount.interval.plus(month.amount.interval);
          return compared(
            "months",
            month,
            [earlier, month, later],
            sum,
            later.amount.interval,
            (gap) =>
              sentence(
                `${later.flow} of ${earlier.period.text} and ${month.period.text} make ${shown(sum, later.amount)}, those of ${later.period.text} are ${later.amount.show()}`,
                gap,
              ),
            revision,
          );
        });
    }),
  );
}

/** level = base × (1 + growth), where the base was published a year before; it may have been revised since. */
function yearsBefore(group: readonly Fact[], revision: Decimal): Identified[] {
  const levels = group.filter(hasAmount);
  const one = Interval.point(ONE);
  return (levels.filter(hasGrowth) as (Levelled & Grown)[]).flatMap((now) => {
    const before = yearBefore(now.period);
    return levels
      .filter((base) => base.flow === now.flow && samePeriod(base.period, before))
      .map((base) => {
        const implied = now.amount.interval.dividedBy(now.growth.interval.plus(one));
        return compared(
          "year-before",
          now,
          [now, base],
          implied,
          base.amount.interval,
          (gap) =>
            sentence(
              `${now.flow} of ${now.period.text}, ${now.amount.show()} after a growth of ${now.growth.show()}, imply ${shown(implied, now.amount)} a year before, where ${base.amount.show()} was published`,
              gap,
            ),
          revision,
        );
      });
  });
}

/** Flows are not negative: a part of a period, or one of two flows, is at most the whole. */
function parts(group: readonly Fact[]): Identified[] {
  const levels = group.filter(hasAmount).filter((one) => !one.amount.interval.lower.isNegative());
  return levels.flatMap((part) =>
    levels.flatMap((whole) => {
      const longer = covers(whole.period, part.period) && !samePeriod(whole.period, part.period);
      const wider = whole.flow === "total" && part.flow !== "total" && covers(whole.period, part.period);
      if (part === whole || !(wider || (longer && whole.flow === part.flow))) return [];
      const [low, high] = [part.amount.interval, whole.amount.interval];
      if (
        low.lower.lessThan(high.upper) ||
        (low.lower.equals(high.upper) && !low.lowerOpen && !high.upperOpen)
      ) {
        // Of the many that hold nothing is said: every month lies in its year.
        return [];
      }
      const gap = low.lower.minus(high.upper).dividedBy(low.lower);
      const says = `${part.flow} of ${part.period.text} are ${part.amount.show()}, ${whole.flow} of ${whole.period.text} only ${whole.amount.show()}`;
      return [
        {
          identity: "part" as const,
          finding: "contradiction" as const,
          about: part,
          facts: [part, whole],
          gap,
          says,
        },
      ];
    }),
  );
}

/** One figure in two rows. */
function twice(group: readonly Fact[]): Identified[] {
  const same = (a: Fact, b: Fact) => a.flow === b.flow && samePeriod(a.period, b.period);
  return group.flatMap((a, i) =>
    group.slice(i + 1).flatMap((b) => {
      if (!same(a, b)) return [];
      const found: Identified[] = [];
      const pair = (x: Quantity<Unit> | undefined, y: Quantity<Unit> | undefined, what: string) => {
        if (x === undefined || y === undefined) return;
        found.push(
          compared("twice", a, [a, b], x.interval, y.interval, (gap) =>
            sentence(`${what} of ${aboutFact(a)} is ${x.show()} in one row and ${y.show()} in another`, gap),
          ),
        );
      };
      pair(a.amount, b.amount, "the amount");
      pair(a.growth, b.growth, "the growth");
      return found;
    }),
  );
}

/** share × what the area traded with the world = the amount. */
function shares(facts: readonly Fact[]): Identified[] {
  return facts.flatMap((fact) => {
    const { share } = fact;
    if (share === undefined) return [];
    const same = (other: Fact): other is Levelled =>
      hasAmount(other) &&
      other.area === fact.area &&
      other.flow === fact.flow &&
      samePeriod(other.period, fact.period);
    const parts = facts.filter(same).filter((one) => one.partner === fact.partner);
    return facts
      .filter(same)
      .filter((one) => one.partner === "WLD")
      .flatMap((whole) =>
        parts
          .filter((part) => part.amount.unit === whole.amount.unit)
          .map((part) => {
            const implied = whole.amount.interval.times(share.interval);
            return compared("share", fact, [fact, part, whole], implied, part.amount.interval, (gap) =>
              sentence(
                `${share.show()} of ${whole.amount.show()} is ${shown(implied, part.amount)}, ${name(part)} is ${part.amount.show()}`,
                gap,
              ),
            );
          }),
      );
  });
}

/** One flow and period in yuan and in dollars: the rate between them is one that customs applied in these months. */
function currencies(facts: readonly Fact[], book: RateBook, tolerance: Decimal): Identified[] {
  const levels = facts.filter(hasAmount);
  return levels
    .filter((one) => one.amount.unit === "CNY")
    .flatMap((yuan) =>
      levels
        .filter((one) => one.amount.unit === "USD" && one.area === yuan.area && one.partner === yuan.partner)
        .filter((one) => one.flow === yuan.flow && samePeriod(one.period, yuan.period))
        .flatMap((dollars) => {
          const applied = customsRates(book, yuan.period);
          if (applied === undefined) return [];
          const implied = yuan.amount.interval.dividedBy(dollars.amount.interval);
          return [
            compared(
              "currencies",
              yuan,
              [yuan, dollars],
              implied,
              applied,
              (gap) =>
                sentence(
                  `${yuan.amount.show()} and ${dollars.amount.show()} for ${yuan.flow} of ${yuan.period.text} imply ${rateText(implied)} yuan a dollar, customs applied ${rateText(applied)}`,
                  gap,
                ),
              tolerance,
            ),
          ];
        }),
    );
}

const rateText = (of: Interval): string =>
  of.lower.toDecimalPlaces(4, Decimal.ROUND_FLOOR).equals(of.upper.toDecimalPlaces(4, Decimal.ROUND_CEIL))
    ? of.lower.toFixed(4)
    : `${of.lower.toFixed(4, Decimal.ROUND_FLOOR)} to ${of.upper.toFixed(4, Decimal.ROUND_CEIL)}`;

/** From the lowest to the highest rate that customs applied in a period; undefined where a month is not held. */
function customsRates(book: RateBook, of: Period): Interval | undefined {
  const rates = book.series("USD/CNY", "customs")?.within(of.start, of.end) ?? [];
  const [from, to] = [of.start, of.end].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  if (rates.length !== (to as number) - (from as number) + 1) return undefined;
  return Interval.hull(rates.map((rate) => rate.interval));
}

const sentence = (says: string, gap: string): string => (gap === "" ? says : `${says}: ${gap}`);
