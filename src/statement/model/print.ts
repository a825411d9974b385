import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { Quantity } from "../../figure/quantity.js";
import type { Fact } from "../fact.js";
import { asLong, daysOf, type Level, type Levels, periodText, type Subject, yearEarlier } from "./level.js";

/** What one print says of a fact: its amount, its growth, its share, or that it is a record. */
export type PrintPart = "amount" | "growth" | "share" | "record";

/** One printed figure: it can be doubted by itself, though it stands in one row with others. */
export interface Print {
  /** Unique: "provinces.csv line 2, amount". */
  readonly id: string;
  readonly part: PrintPart;
  readonly fact: Fact;
}

/** What a fact is about, as the subject of an unknown. */
export function subjectOf(fact: Fact, part: PrintPart = "amount"): Subject {
  const currency =
    part === "growth"
      ? (fact.growthCurrency ?? unitOf(fact.amount) ?? "")
      : (unitOf(fact.amount) ?? fact.growthCurrency ?? "");
  const { area, partner, flow, vintage } = fact;
  return {
    area,
    partner,
    flow,
    ...daysOf(fact.period),
    currency,
    ...(vintage === undefined ? {} : { vintage }),
  };
}

const unitOf = (of: Quantity | undefined): string | undefined =>
  of === undefined ? undefined : String(of.unit);

/** The printed quantity that a part of a fact is; none for a record. */
export const quantityOf = (fact: Fact, part: PrintPart): Quantity | undefined =>
  part === "amount"
    ? fact.amount
    : part === "growth"
      ? fact.growth
      : part === "share"
        ? fact.share
        : undefined;

/** The base of a growth: the same a year before, as the release compared with it. */
export function baseOf(of: Subject): Subject {
  return { ...of, ...yearEarlier(of), vintage: periodText(of.from, of.to) };
}

/** The prints of facts, in their order, each under a name of its own. */
export function printsOf(facts: readonly Fact[]): Print[] {
  const used = new Set<string>();
  return facts.flatMap((fact, index) => {
    const place = fact.where ?? `statement ${index + 1}`;
    const parts: PrintPart[] = [
      ...(fact.amount === undefined ? [] : (["amount"] as const)),
      ...(fact.growth === undefined ? [] : (["growth"] as const)),
      ...(fact.share === undefined ? [] : (["share"] as const)),
      ...(fact.record === undefined ? [] : (["record"] as const)),
    ];
    return parts.map((part): Print => {
      let id = `${place}, ${part}`;
      for (let again = 2; used.has(id); again++) id = `${place} (${again}), ${part}`;
      used.add(id);
      return { id, part, fact };
    });
  });
}

/** Makes every level that a print is about. @returns the one that its figure is of, or grew to */
export function mention({ part, fact }: Print, levels: Levels): Level {
  const own = levels.of(subjectOf(fact, part));
  if (part === "growth") levels.of(baseOf(own));
  if (part === "share") levels.of(wholeOf(own));
  return own;
}

/** What a share is a share of: the same flow with the world. */
export const wholeOf = (of: Subject): Subject => ({ ...of, partner: "WLD" });

/**
 * The earlier months, quarters or years that a record is compared with: as long as its own period, within `since`. The same
 * of a year before is among them as the record's own release compares with it.
 */
export function earlierThan(own: Level, levels: Levels, since?: { readonly from: number }): Level[] {
  const base = baseOf(own).vintage;
  return levels
    .all()
    .filter(
      (other) =>
        (other.vintage === undefined || other.vintage === base) &&
        other.area === own.area &&
        other.partner === own.partner &&
        other.flow === own.flow &&
        other.currency === own.currency &&
        other.to <= own.from &&
        asLong(other, own) &&
        (since === undefined || other.from >= since.from),
    );
}

/** The same statement with its figure so many times as large, a growth as a change of the level; of a record its opposite. */
export function farFrom(print: Print, id: string, factor: Ratio): Print {
  const { part, fact } = print;
  const far = (of: Quantity, plus: Ratio) =>
    new Quantity({
      unit: of.unit,
      value: of.exact.add(plus).mul(factor).sub(plus),
      interval: of.interval
        .plus(Interval.point(plus))
        .times(Interval.point(factor))
        .minus(Interval.point(plus)),
    });
  const changed: Fact =
    part === "amount" && fact.amount !== undefined
      ? { ...fact, amount: far(fact.amount, Ratio.ZERO) }
      : part === "growth" && fact.growth !== undefined
        ? { ...fact, growth: far(fact.growth, Ratio.ONE) as Quantity<"percent"> }
        : { ...fact, record: { ...fact.record, of: fact.record?.of === "lowest" ? "highest" : "lowest" } };
  return { id, part, fact: changed };
}
