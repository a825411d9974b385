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
  const budget = new Budget(limits, 10);
  const witness: Ratio[] = system.variables.map(() => Ratio.ZERO);
  const open: string[] = [];
  for (const oracle of oraclesOf(system)) {
    const { component, sources } = oracle;
    const answer = within(
      () => oracle.ask([...sources.keys()], budget),
      (why) => {
        const size = `${sources.length} statements on ${component.variables.length} quantities`;
        open.push(`a part with ${size} was not decided: ${why}`);
      },
    );
    if (!answer) continue;
    if ("proof" in answer) {
      return { verdict: "contradictory", certificate: certificate(system, component, answer.proof) };
    }
    component.variables.forEach((x, i) => {
      witness[x] = (answer.values[i] as Fraction).toRatio();
    });
  }
  if (open.length === 0) return { verdict: "consistent", witness };
  const [first, ...others] = open;
  return {
    verdict: "undecided",
    why: `${first}${others.length > 0 ? ` (and ${others.length} more parts)` : ""}`,
  };
}
