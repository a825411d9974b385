import { type Budget, within } from "./budget.js";
import type { Proof } from "./certificate.js";
import type { Oracle } from "./oracle.js";

/** Sources that cannot all be true, why, and whether each of them was shown to be needed. */
export interface Core {
  readonly sources: ReadonlySet<number>;
  readonly proof: Proof;
  readonly minimal: boolean;
}

/**
 * Leaves out one source after the other for as long as the rest still clashes (a deletion filter; each proof found on
 * the way drops all that it does not use): at first among the rows of the proof alone, then with all definitions and
 * limits, which may make others superfluous. Where the work ends first, what was reached.
 */
export function minimal(oracle: Oracle, proof: Proof, budget: Budget): Core {
  const small = oracle.within(proof);
  const first = filtered(small.oracle, small.proof, budget);
  return filtered(oracle, small.lift(first.proof), budget);
}

function filtered(oracle: Oracle, proof: Proof, budget: Budget): Core {
  let core = { sources: oracle.usedBy(proof), proof };
  const needed = new Set<number>();
  for (;;) {
    const next = [...core.sources].find((source) => !needed.has(source));
    if (next === undefined) return { ...core, minimal: true };
    const rest = [...core.sources].filter((source) => source !== next);
    const answer = within(() => oracle.ask(rest, budget));
    if (!answer) return { ...core, minimal: false };
    if ("proof" in answer) core = { sources: oracle.usedBy(answer.proof), proof: answer.proof };
    else needed.add(next);
  }
}
