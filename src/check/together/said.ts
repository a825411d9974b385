import { dayNumber, dayText, type Period, period } from "../../figure/period.js";
import type { Quantity } from "../../figure/quantity.js";
import type { Fact, Flow } from "../../statement/fact.js";
import type { Print, PrintPart } from "../../statement/model/print.js";
import type { FigureMention, Telling } from "../../text/reading.js";
import { negated } from "../operand.js";
import type { View } from "../view.js";

/** What a figure of a text is about, as the statements of the engine have it. */
export interface About {
  readonly area: string;
  readonly partner: string;
  readonly flow: Flow;
  readonly period: Period;
  readonly vintage?: string;
}

/** One figure of a text as a statement: the level, the growth or the record of a telling. */
export interface Said {
  readonly id: string;
  readonly part: PrintPart;
  readonly telling: Telling;
  /** The figure; of a record the level that is one. */
  readonly mention: FigureMention;
  readonly about: About;
  /** The unit of the amount: a currency, or "number" for what is counted. */
  readonly unit: string;
  /** Line and column of the figure, as findings name it: "3:14". */
  readonly place: string;
}

/** The unit of a level as a name; undefined for what is no amount, or an amount for one of something. */
export function unitOf({ kind, currency, of, per }: FigureMention): string | undefined {
  if (per !== undefined) return undefined;
  return kind === "money" ? currency : kind === "count" && of !== undefined ? "number" : undefined;
}

/** What a count is about: of one thing in tonnes and in pieces there are two amounts. */
export const countedIn = (about: About, { kind, of }: FigureMention): About =>
  kind === "count" ? { ...about, area: `${about.area}, ${of}` } : about;

/** A growth in percent, above zero for a rise. */
export function growthIn({ growth }: Telling, view: View): Quantity<"percent"> | undefined {
  if (growth === undefined || growth.rate.kind !== "percent") return undefined;
  const rate = view.of(growth.rate);
  return (view.sign(growth.sign) < 0 ? negated(rate) : rate) as Quantity<"percent">;
}

/** The statement of a figure, as the view has it. */
export function printOf({ id, part, telling, mention, about, unit, place }: Said, view: View): Print {
  const own = { ...about, where: place, growthCurrency: unit };
  const growth = part === "growth" ? growthIn(telling, view) : undefined;
  const fact: Fact =
    part === "amount"
      ? { ...own, amount: view.of(mention) }
      : part === "growth" && growth !== undefined
        ? { ...own, growth }
        : { ...own, record: recordOf(telling) };
  return { id, part, fact };
}

/** "The highest since March": what is compared with begins behind March, which was higher. */
function recordOf({ record }: Telling): NonNullable<Fact["record"]> {
  const of = record?.direction ?? "highest";
  const since = record?.since?.period;
  return since === undefined ? { of } : { of, since: nextOf(since) };
}

const nextOf = (of: Period): Period => period(dayText(dayNumber(of.end) + 1));
