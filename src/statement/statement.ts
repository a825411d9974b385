import type { Figure } from "../figure/figure.js";
import type { Quantity, Source } from "../figure/quantity.js";
import type { Verdict } from "../figure/verdict.js";
import type { AnyRate } from "../rate/rate.js";

/** One statement of a report. */
export interface Statement {
  readonly id: string;
  /** What the report says, or what is asked of its figures, in our own words. */
  readonly statement: string;
  /** The figure as printed; empty where the statement is a computation of ours. */
  readonly printed: string;
  readonly method: string;
  /** What the method is given, as written, with semicolons between. */
  readonly inputs: string;
  /** The verdict on record, where there is one. */
  readonly verdict: Outcome | undefined;
  /** What was found, on record. */
  readonly finding: string;
  readonly source?: Source;
}

/** A verdict, or `computed` where there is no print to compare with. */
export type Outcome = Verdict | "computed";

export interface Result {
  readonly statement: Statement;
  readonly printed: Figure | undefined;
  /** What was recomputed: an amount, a growth or a rate. */
  readonly computed: Quantity | AnyRate | undefined;
  /** Where rates were tested: what the first that fits turns the figure into. */
  readonly converted?: { readonly amount: Quantity; readonly rate: AnyRate };
  readonly outcome: Outcome;
  /** Whether the outcome is the one on record; where none is, whether it is no contradiction. */
  readonly asRecorded: boolean;
  /** How far inside (or, below zero, outside) the printed interval. */
  readonly margin: string;
  /** The finding in one sentence. */
  readonly says: string;
  /** Every step, for a reader with a pencil. */
  readonly working: string;
}
