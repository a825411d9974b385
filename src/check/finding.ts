import type { Certificate } from "../statement/solver/system.js";
import type { Outcome } from "../statement/statement.js";
import type { Reading, Span } from "../text/reading.js";
import { figuresOf, type Relation, relationsOf } from "../text/relations.js";
import type { Checked } from "./check.js";
import type { CheckedClaim, CheckKind } from "./checked-claim.js";
import type { Repair } from "./repair/repair.js";

/** What there is to say about a stretch of a text: a relation that was read, or a claim that was checked. */
export interface TextFinding extends Span {
  readonly kind: CheckKind;
  readonly figures: readonly Span[];
  readonly says: string;
  /** The rule of the language that read it. */
  readonly rule: string;
  /** Of a checked claim; `computed` where nothing was there to compare it with. */
  readonly outcome?: Outcome;
  /** How far inside or outside: "31.4 percentage points outside". */
  readonly distance?: string;
  readonly working?: string;
  readonly repairs?: readonly Repair[];
  /** Of statements that cannot all be true. */
  readonly proof?: Certificate | undefined;
}

/** The words of a finding, with the bracket that closes behind them: "42.64bn yuan ($5.83bn)". */
export function wordsOfFinding({ text, end }: Span, whole: string): string {
  return whole[end] === ")" && text.lastIndexOf("(") > text.lastIndexOf(")") ? `${text})` : text;
}

/** The relations of a reading as findings without a verdict. */
export function relationFindings(reading: Reading): TextFinding[] {
  return relationsOf(reading).map(named);
}

/** The checked claims as findings; a relation of the reading that could not be computed stays, without a verdict. */
export function checkedFindings(reading: Reading, checked: Checked): TextFinding[] {
  const claims = new Set(checked.claims.map((one) => one.claim));
  return [
    ...checked.claims.map(findingOf),
    ...relationsOf(reading)
      .filter((one) => !claims.has(one.claim))
      .map(named),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The relation itself, so that its sentence is still made when it is asked for: a spread would make it. */
const named = (one: Relation): TextFinding => Object.assign(one, { rule: one.claim.rule });

/** Sentences, workings and repairs are made when they are asked for: an archive prints few of them. */
function findingOf(one: CheckedClaim): TextFinding {
  return {
    ...one.span,
    kind: one.kind,
    rule: one.claim.rule,
    figures: figuresOf(one.claim),
    outcome: one.verdict === "undecided" && one.against === "nothing" ? "computed" : one.verdict,
    get says() {
      // A sentence may name figures that a line break of the text goes through.
      return one.says.replace(/\s+/g, " ");
    },
    get distance() {
      return one.distance;
    },
    get working() {
      return one.working;
    },
    get repairs() {
      return one.repairs;
    },
    get proof() {
      return one.proof;
    },
  };
}
