import type { CheckKind } from "../../../check/checked-claim.js";
import type { TextFinding } from "../../../check/finding.js";
import type { Outcome } from "../../../statement/statement.js";

/** What a finding is called by programs: "growth-inconsistent". Sentences may be worded anew, codes stay. */
export function codeOf({ kind, outcome }: Pick<TextFinding, "kind" | "outcome">): string {
  return `${kind}-${outcome ?? "read"}`;
}

/** What a claim of each kind is about. */
const WHAT: Readonly<Record<CheckKind, string>> = {
  conversion: "An amount and what it is in another currency",
  growth: "A growth in percent and the amounts that it is between",
  points: "A change in percentage points and the percentages that it is between",
  multiple: "A multiple and the amounts that it is between",
  increment: "A change in amount, and the amounts or the percentage beside it",
  change: "A change from one amount to another, and the way that the verb says",
  sum: "A total and its parts, or a difference and its sides",
  share: "A share, its part and its whole",
  repeat: "A figure in a sentence and the same one in a table",
  together: "Figures of several sentences that have to be true together",
  published: "A figure and what is published of the same trade",
};

/** Every kind of claim, in the order of their description. */
export const KINDS = Object.keys(WHAT) as CheckKind[];

const VERDICT: Readonly<Record<Outcome | "read", string>> = {
  inconsistent: "do not agree",
  undecided: "agree only with lucky rounding, or for a reason that the text gives",
  consistent: "agree",
  computed: "are computed: nothing is printed to compare with",
  read: "are read, and cannot be computed",
};

/** What is open about figures that are compared with many others. */
const OPEN: Readonly<Partial<Record<CheckKind, string>>> = {
  together: "may all be true: to find that out took too much work",
  published:
    "may both be right: a revision may explain that they differ, or the text leaves open what its figure is of",
};

/** What a code means, in one sentence. */
export function meaningOf({ kind, outcome }: Pick<TextFinding, "kind" | "outcome">): string {
  const open = outcome === "undecided" ? OPEN[kind] : undefined;
  return `${WHAT[kind]} ${open ?? VERDICT[outcome ?? "read"]}.`;
}
