import { add } from "../figure/arithmetic.js";
import { samePeriod } from "../figure/period.js";
import type { Quantity } from "../figure/quantity.js";
import { compare, type Verdict } from "../figure/verdict.js";
import { aboutFact, covers, type Fact, FLOWS, type Flow } from "./fact.js";

/** One rule applied to a claim and what else was published. */
export interface Finding {
  readonly rule:
    | "same figure"
    | "part of the whole"
    | "part of the year"
    | "whole of the parts"
    | "exports + imports"
    | "growth";
  readonly verdict: Verdict;
  /** One sentence, with the figures. */
  readonly says: string;
  readonly against: readonly Fact[];
}

export interface Reconciliation {
  readonly claim: Fact;
  readonly findings: readonly Finding[];
  /** `inconsistent` if any finding about the amount is; `consistent` if at least one is and none is not. */
  readonly verdict: Verdict;
  /** Other flows under which no amount contradicts the claim: what its label should say. */
  readonly relabel: readonly Flow[];
  readonly says: string;
}

/**
 * Holds a claim against what else was published about the same area and partner. Rules, each on intervals:
 * the same flow and period must overlap; a flow is no larger than the total of its period, a period no larger than a
 * longer period that covers it, and the whole no smaller than either; exports and imports add up to the total; growths of the same flow and period agree.
 * Where the amounts contradict the claim as labelled, the other flows are tried.
 */
export function reconcile(claim: Fact, facts: readonly Fact[]): Reconciliation {
  const known = facts.filter(
    (one) => one.area === claim.area && one.partner === claim.partner && !sameFact(one, claim),
  );
  const findings = findingsFor(claim, known);
  const verdict = overall(amountsOf(findings));
  const relabel =
    verdict === "inconsistent"
      ? FLOWS.filter((flow) => flow !== claim.flow).filter(
          (flow) => overall(amountsOf(findingsFor({ ...claim, flow }, known))) === "consistent",
        )
      : [];
  return { claim, findings, verdict, relabel, says: sentence(claim, findings, verdict, relabel) };
}

const amountsOf = (findings: readonly Finding[]) => findings.filter((one) => one.rule !== "growth");

function sentence(
  claim: Fact,
  findings: readonly Finding[],
  verdict: Verdict,
  relabel: readonly Flow[],
): string {
  const what = `${claim.amount?.shown().value ?? "the growth"} (${aboutFact(claim)})`;
  if (verdict === "inconsistent") {
    const reasons = amountsOf(findings)
      .filter((one) => one.verdict === "inconsistent")
      .map((one) => one.says);
    const label =
      relabel.length === 1
        ? ` It fits as ${relabel[0] === "total" ? "exports and imports together" : relabel[0]}: the label is wrong, not the amount.`
        : "";
    return `${what} cannot hold: ${reasons.join("; ")}.${label}`;
  }
  if (findings.length === 0) return `${what}: nothing published to hold it against.`;
  return `${what}: ${findings.map((one) => one.says).join("; ")}.`;
}

function overall(findings: readonly Finding[]): Verdict {
  if (findings.some((one) => one.verdict === "inconsistent")) return "inconsistent";
  return findings.some((one) => one.verdict === "consistent") ? "consistent" : "undecided";
}

/** The same print of the same thing: a figure cannot confirm itself. */
function sameFact(a: Fact, b: Fact): boolean {
  return (
    a.flow === b.flow && samePeriod(a.period, b.period) && a.amount === b.amount && a.growth === b.growth
  );
}

function findingsFor(claim: Fact, facts: readonly Fact[]): Finding[] {
  return [
    ...sameFigure(claim, facts),
    ...wholes(claim, facts),
    ...sums(claim, facts),
    ...growths(claim, facts),
  ];
}

function sameUnits(claim: Fact, other: Fact): other is Fact & { amount: Quantity } {
  return claim.amount !== undefined && other.amount !== undefined && claim.amount.unit === other.amount.unit;
}

function sameFigure(claim: Fact, facts: readonly Fact[]): Finding[] {
  return facts
    .filter((one) => one.flow === claim.flow && samePeriod(one.period, claim.period) && sameUnits(claim, one))
    .map((one) => {
      const found = compare(claim.amount as Quantity, one.amount as Quantity);
      return { rule: "same figure", verdict: found.verdict, says: found.says, against: [one] };
    });
}

/** The whole and its part, whichever of the two the claim is. */
function wholes(claim: Fact, facts: readonly Fact[]): Finding[] {
  return facts.flatMap((one): Finding[] => {
    if (!sameUnits(claim, one)) return [];
    const same = samePeriod(one.period, claim.period);
    if (isPart(claim, one)) {
      return [
        { rule: same ? "part of the whole" : "part of the year", ...partOf(claim, one, one), against: [one] },
      ];
    }
    return isPart(one, claim)
      ? [{ rule: "whole of the parts", ...partOf(one, claim, one), against: [one] }]
      : [];
  });
}

/** Whether a figure is of a part of what another is of: a flow of the total, or a stretch of the period. */
function isPart(part: Fact, whole: Fact): boolean {
  const flowFits = whole.flow === part.flow || whole.flow === "total";
  const same = samePeriod(whole.period, part.period);
  return flowFits && covers(whole.period, part.period) && !(same && whole.flow === part.flow);
}

/** A part is at most its whole, so only a part that is certainly larger contradicts. `known` is the published one. */
function partOf(part: Fact, whole: Fact, known: Fact): { verdict: Verdict; says: string } {
  const [of, all] = [part.amount as Quantity, whole.amount as Quantity];
  const larger = all.interval.isBelow(of.interval) === "yes";
  const fits = all.interval.high.compare(of.interval.high) >= 0;
  const verdict = larger ? "inconsistent" : fits ? "consistent" : "undecided";
  const what = `the ${known.flow} of ${known.period.text}`;
  const [x, y] = [of.shown().value, all.shown().value];
  const says =
    known === whole
      ? `${x} ${larger ? "is more than" : "is within"} ${y}, ${what}`
      : `${y} ${larger ? "is less than" : "leaves room for"} ${x}, ${what}`;
  return { verdict, says };
}

function sums(claim: Fact, facts: readonly Fact[]): Finding[] {
  if (claim.flow !== "total") return [];
  const find = (flow: Flow) =>
    facts.find((one) => one.flow === flow && samePeriod(one.period, claim.period) && sameUnits(claim, one));
  const [exports, imports] = [find("exports"), find("imports")];
  if (exports?.amount === undefined || imports?.amount === undefined) return [];
  const found = compare(claim.amount as Quantity, add(exports.amount, imports.amount));
  return [
    { rule: "exports + imports", verdict: found.verdict, says: found.says, against: [exports, imports] },
  ];
}

function growths(claim: Fact, facts: readonly Fact[]): Finding[] {
  const growth = claim.growth;
  if (growth === undefined) return [];
  return facts.flatMap((one) => {
    if (one.growth === undefined || one.flow !== claim.flow || !samePeriod(one.period, claim.period))
      return [];
    const found = compare(growth, one.growth);
    return [{ rule: "growth" as const, verdict: found.verdict, says: found.says, against: [one] }];
  });
}
