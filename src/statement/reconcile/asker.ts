import { Budget, within } from "../solver/budget.js";
import { oraclesOf } from "../solver/known.js";
import type { System } from "../solver/system.js";
import { ask } from "./ask.js";

/** Answers, for one system and many choices of its statements, whether they can all be true. */
export class Asker {
  constructor(private readonly system: System) {}

  /** Whether these statements can all be true, together with all definitions and limits; undefined where `ms` did not suffice. */
  holds(sources: ReadonlySet<string>, ms: number): boolean | undefined {
    const budget = new Budget({ ms }, ms);
    for (const oracle of oraclesOf(this.system)) {
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
}
