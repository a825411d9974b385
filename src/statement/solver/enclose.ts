import { Budget } from "./budget.js";
import { oraclesOf } from "./known.js";
import type { Enclosure, Limits, System } from "./system.js";

/**
 * What is known of every variable, quickly: an interval that holds all that the constraints allow, in most cases the
 * narrowest, by propagation from constraint to constraint; `range` finds the narrowest. Undefined for variables of whose
 * constraints this already shows that they cannot all be true.
 */
export function propagate(system: System, limits: Limits = {}): readonly (Enclosure | undefined)[] {
  const budget = new Budget(limits, Number.POSITIVE_INFINITY);
  const found: (Enclosure | undefined)[] = system.variables.map(() => ({}));
  for (const oracle of oraclesOf(system)) {
    const bounds = oracle.enclosed(budget)?.bounds;
    oracle.component.variables.forEach((variable, x) => {
      const [lower, upper] = [bounds?.end(x, false), bounds?.end(x, true)];
      found[variable] = bounds && {
        ...(lower && { lower: { value: lower.value.toRatio(), open: lower.open } }),
        ...(upper && { upper: { value: upper.value.toRatio(), open: upper.open } }),
      };
    });
  }
  return found;
}
