import { type Budget, Stopped, within } from "./budget.js";
import type { Proof } from "./certificate.js";
import type { Exact } from "./exact.js";
import type { Fraction } from "./fraction.js";
import { margin } from "./margin.js";
import { Propagation } from "./propagate.js";
import { clashOf, keeps, proves } from "./proven.js";
import type { Component, Row } from "./rows.js";
import { provenGuess } from "./safe.js";
import { type Link, valuesOnTrees } from "./tree.js";
import { witness } from "./witness.js";

/** Why rows cannot all hold, or values with which they do: both proven with fractions. */
export type Answer = { readonly proof: Proof } | { readonly values: readonly Fraction[] };

/** Up to so many rows the exact simplex gets all the time there is. */
const FEW_ROWS = 1500;
/** Beyond them it gets so much work, about a second: sparse tables need less, dense ones would need minutes. */
const LAST_WORK = 6e5;

/** The exact simplex of a component, kept warm, and how much work it may do before the guesses of doubles. */
export interface Warm {
  readonly exact: () => Exact;
  /** Whether it is likely to be quicker than propagation. */
  readonly ready: boolean;
  /** The links between the variables where the rows form trees. */
  readonly links: () => readonly Link[] | undefined;
  readonly first: number;
  /** Hears whether that sufficed. */
  readonly learn: (sufficed: boolean) => void;
}

/**
 * Decides whether rows can all hold, the quicker ways first: on trees propagation alone; otherwise propagation for
 * contradictions, the exact simplex for a moment, doubles for a guess that fractions then prove, the exact simplex for
 * what remains.
 * @throws Stopped where the time was up or nothing decided
 */
export function search(component: Component, rows: readonly number[], warm: Warm, budget: Budget): Answer {
  for (const at of rows) {
    const proof = clashOf(component.rows[at] as Row, at);
    if (proof) return { proof };
  }
  const byExact = (): Answer | undefined => {
    const part = budget.part(warm.first);
    const answer = warm.first > 0 ? within(() => warm.exact().solve(rows, part)) : undefined;
    if (warm.first > 0) warm.learn(answer !== undefined);
    return answer;
  };
  const early = warm.ready ? byExact() : undefined;
  if (early) return early;
  const count = component.variables.length;
  const links = warm.links();
  const bounds = new Propagation(component, {
    ...(links
      ? { numbers: "exact", gain: 0, most: 50 * count + 1000 }
      : { numbers: "quick", gain: 0.01, most: 20 * count + 1000 }),
    rows,
  });
  if (!bounds.run(budget)) return { proof: proven(component, bounds.clash) };
  if (links) {
    const values = bounds.settled ? valuesOnTrees(count, links, bounds) : undefined;
    if (values && kept(component, rows, values)) return { values };
  }
  const answered = warm.ready ? undefined : byExact();
  if (answered) return answered;
  if (!links) {
    const found = margin(component, rows, bounds, budget);
    if (found?.side === "inside") {
      const values = witness(component, rows, found, budget);
      if (values) return { values };
    }
    if (found?.side === "outside") {
      const proof = provenGuess(component, found, bounds, budget);
      if (proof) return { proof };
    }
  }
  if (rows.length <= FEW_ROWS) return warm.exact().solve(rows, budget);
  const last = budget.part(LAST_WORK);
  const answer = within(() => warm.exact().solve(rows, last));
  if (answer) return answer;
  budget.check();
  throw new Stopped(
    "it is large, and neither the exact simplex nor doubles found a proof with reasonable work",
  );
}

const kept = (component: Component, rows: readonly number[], values: readonly Fraction[]): boolean =>
  rows.every((at) => keeps(component.rows[at] as Row, values));

/** Nothing that doubles have led to is believed before fractions have confirmed it. */
function proven(component: Component, proof: Proof): Proof {
  if (!proves(component, proof))
    throw new Error("a contradiction was found that its multipliers do not prove");
  return proof;
}
