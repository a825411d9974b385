import { Ratio } from "../../exact/ratio.js";
import { Budget, within } from "./budget.js";
import { certificate } from "./certificate.js";
import type { Fraction } from "./fraction.js";
import { oraclesOf } from "./known.js";
import type { Decision, Limits, System } from "./system.js";

/**
 * Whether all constraints can be true: values with which they are, a certificate that they cannot, or that it was not
 * found out within the limits. Open ends count exactly; nothing is decided by a tolerance.
 * @throws FigureError "bad-option" for a name or an id that appears twice, or a variable that is not there
 */
export function decide(system: System, limits: Limits = {}): Decision {
  const budget = new Budget(limits, 10_000);
  const witness: Ratio[] = system.variables.map(() => Ratio.ZERO);
  let open = 0;
  for (const oracle of oraclesOf(system)) {
    const answer = within(() => oracle.ask(oracle.sources.keys(), budget));
    if (!answer) open++;
    else if ("proof" in answer) {
      return { verdict: "contradictory", certificate: certificate(system, oracle.component, answer.proof) };
    } else {
      oracle.component.variables.forEach((x, i) => {
        witness[x] = (answer.values[i] as Fraction).toRatio();
      });
    }
  }
  if (open === 0) return { verdict: "consistent", witness };
  const parts = open === 1 ? "one part of the system was" : `${open} parts of the system were`;
  return { verdict: "undecided", why: `${parts} not decided before ${budget.why}` };
}
