import type { Decimal } from "../../exact/decimal.js";
import type { Verdict } from "../../figure/verdict.js";
import type { Span } from "../../text/reading.js";

/** One kind of slip. */
export type RepairKind =
  | "scale" // million for billion, 亿 for 万; or the word left out
  | "unit" // percent for percentage points, or the other way
  | "direction" // rose for fell
  | "point" // the decimal point moved
  | "swap" // two neighbouring digits exchanged
  | "currency" // US$ for HK$
  | "digit" // one digit changed
  | "drop" // a digit too many
  | "double" // the same digit twice
  | "insert"; // a digit that is missing

/** The nearest single edit of the printed text that makes a claim hold. */
export interface Repair {
  readonly kind: RepairKind;
  /** What to replace in the text. */
  readonly span: Span;
  readonly from: string;
  readonly to: string;
  /** The verdict after the edit, by the same check. */
  readonly verdict: Verdict;
  /** What the check says after the edit. */
  readonly says: string;
  /** How far the edit is: see `COSTS`. */
  readonly cost: number;
  /** Another claim of the text that fails after the edit, and did not before. */
  readonly breaks?: Span;
}

/** Those to be offered for a click: one that makes another claim fail only where there is no other. */
export function offered(repairs: readonly Repair[]): readonly Repair[] {
  const clean = repairs.filter((one) => one.breaks === undefined);
  return clean.length > 0 ? clean : repairs;
}

/** What is to be said behind a repair that makes another claim fail: ", but “rose 8% to $50bn” would not". */
export function caveatOf({ breaks }: Pick<Repair, "breaks">): string {
  if (breaks === undefined) return "";
  const line = breaks.text.replace(/\s+/g, " ");
  return `, but “${line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`}” would not`;
}

/**
 * How far an edit is, smaller is nearer. One word for its neighbour (a scale of a thousand either way, a unit, the
 * direction) costs 1: a whole thousand is rarely anything else. The point by one place, two digits exchanged,
 * a currency, a scale by two steps or left out cost 2: a slip of the hand that keeps every digit. A digit that is another,
 * missing or too many costs 3, as does the point by more places: many such edits exist, so one that fits says less.
 * An edit after which the claim only may hold (`undecided`) costs 2 more, of one word 1 more; one that makes another claim about the same
 * figure fail costs 3 more and comes after all that do not, and one that makes another hold that failed costs 1 less: a slip is in one place. At the same cost, the edit after which the
 * computed and the printed figure are closest comes first; then the converted amount or the rate before what it is of.
 */
export const COSTS: Readonly<Record<RepairKind, number>> = {
  scale: 1,
  unit: 1,
  direction: 1,
  point: 2,
  swap: 2,
  currency: 2,
  digit: 3,
  drop: 3,
  double: 3,
  insert: 3,
};

/** What an edit costs more after which the claim only may hold: true figures are often no closer than that. */
export const undecidedCost = (cost: number): number => (cost === 1 ? 1 : 2);

export const BREAKS_COST = 3;
export const MENDS_GAIN = 1;

/** What an edit does to other claims. */
export interface Effect {
  readonly cost: number;
  /** The first that did not fail, and does after the edit. */
  readonly breaks: Span | undefined;
}

/** What the search found about one edit. */
export interface Trial {
  readonly cost: number;
  /** Whether another claim fails after it. */
  readonly breaks: boolean;
  readonly offset: Decimal;
  readonly order: number;
  /** Place and text: two edits that print the same are one repair. */
  readonly key: string;
  readonly repair: () => Repair;
}

/** Nearest first; what makes another claim fail last. */
export function nearer(a: Trial, b: Trial): number {
  return (
    Number(a.breaks) - Number(b.breaks) ||
    a.cost - b.cost ||
    a.offset.comparedTo(b.offset) ||
    a.order - b.order
  );
}
