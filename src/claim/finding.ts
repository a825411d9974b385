import type { Checked } from "./check/check.js";
import type { Repair } from "./check/repair.js";
import type { Reading, Span } from "./reading.js";
import { figuresOf, relationsOf } from "./relations.js";
import type { Outcome } from "./statement.js";

/** What there is to say about a stretch of a text: a relation that was read, or a claim that was checked. */
export interface TextFinding extends Span {
  readonly kind: string;
  readonly figures: readonly Span[];
  readonly says: string;
  /** Of a checked claim; `computed` where nothing was there to hold it against. */
  readonly outcome?: Outcome;
  /** How far inside or outside: "31.4 percentage points outside". */
  readonly distance?: string;
  readonly working?: string;
  readonly repairs?: readonly Repair[];
}

/** The relations of a reading as findings without a verdict. */
export function relationFindings(reading: Reading): TextFinding[] {
  return relationsOf(reading);
}

/** The checked claims as findings; a relation of the reading that could not be computed stays, without a verdict. */
export function checkedFindings(reading: Reading, checked: Checked): TextFinding[] {
  const claims = new Set(checked.claims.map((one) => one.claim));
  return [
    ...checked.claims.map((one) => ({
      ...one.span,
      kind: one.kind,
      figures: figuresOf(one.claim),
      // A sentence may name figures that a line break of the text goes through.
      says: one.says.replace(/\s+/g, " "),
      outcome: one.verdict === "undecided" && one.against === "nothing" ? ("computed" as const) : one.verdict,
      distance: one.distance,
      working: one.working,
      repairs: one.repairs,
    })),
    ...relationsOf(reading).filter((one) => !claims.has(one.claim)),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}
