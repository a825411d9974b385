import { dayNumber, type Period } from "../figure/period.js";
import type { Quantity } from "../figure/quantity.js";

/**
 * The direction of a trade flow, seen from the reporter: exports leave it, total is both together. A surplus is what exports
 * are more than imports, a deficit what they are less; a level is an amount of something else, which the area names.
 */
export type Flow = "exports" | "imports" | "total" | "surplus" | "deficit" | "level";

/** The flows of which others are made. */
export const FLOWS = ["exports", "imports", "total"] as const satisfies readonly Flow[];

/** Whether a flow is a difference of two: it can be any part of them, and its revisions are as large as theirs. */
export const isBalance = (flow: string): boolean => flow === "surplus" || flow === "deficit";

/** Whether amounts of parts add up to that of the whole: those of periods, of partners, of areas. */
export const addsUp = (flow: string): boolean => !isBalance(flow) && flow !== "level";

/** One published figure about a trade flow: whose, with whom, which way, when, how much, and its growth. */
export interface Fact {
  /** The reporter, or a part of it: "CHN", "Liaoning". */
  readonly area: string;
  readonly partner: string;
  readonly flow: Flow;
  readonly period: Period;
  readonly amount?: Quantity;
  /** Growth over the same period a year before. */
  readonly growth?: Quantity<"percent">;
  /** The currency that the growth was measured in. */
  readonly growthCurrency?: string;
  /** Share of the area's trade with the world. */
  readonly share?: Quantity<"percent">;
  /** That no earlier period of the same length, since `since` where it is given, was higher, or lower. */
  readonly record?: { readonly of: "highest" | "lowest"; readonly since?: Period };
  /** The release the figure is taken from, where figures of several are compared: "2024-01". */
  readonly vintage?: string;
  /** Where the figure is kept: "trade.csv line 57". */
  readonly where?: string;
}

/** What a fact is about, in a few words: "Liaoning with RUS, exports, 2023". */
export function aboutFact(of: Fact): string {
  return `${of.area} with ${of.partner}, ${of.flow}, ${of.period.text}`;
}

/** Whether `whole` covers every day of `part`. */
export function covers(whole: Period, part: Period): boolean {
  return dayNumber(whole.start) <= dayNumber(part.start) && dayNumber(part.end) <= dayNumber(whole.end);
}
