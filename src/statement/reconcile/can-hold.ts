import { Budget, within } from "../solver/budget.js";
import { oraclesOf } from "../solver/known.js";
import type { System } from "../solver/system.js";
import { ask } from "./ask.js";

/**
 * Whether these statements of a system can all be true, together with all its definitions and limits; undefined where
 * `ms` did not suffice. What one question learns of a system serves the next.
 */
export function canHold(system: System, sources: ReadonlySet<string>, ms: number): boolean | undefined {
  const budget = new Budget({ ms }, ms);
  for (const oracle of oraclesOf(system)) {
    const chosen: number[] = [];
    oracle.sources.forEach((source, i) => {
      if (sources.has(source)) chosen.push(i);
    });
    if (chosen.length === 0) continue;
    const answer = within(() => ask(oracle, chosen, budget));
    if (answer === undefined) return undefined;
    if ("proof" in answer) return false;
  }
  return true;
}
