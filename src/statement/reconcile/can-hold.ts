import { type Budget, within } from "../solver/budget.js";
import { oraclesOf } from "../solver/known.js";
import type { Oracle } from "../solver/oracle.js";
import type { System } from "../solver/system.js";
import { ask } from "./ask.js";

/**
 * Whether these statements of a system can all be true, together with all its definitions and limits; undefined where
 * the budget did not suffice. What one question learns of a system serves the next.
 */
export function canHold(system: System, sources: ReadonlySet<string>, budget: Budget): boolean | undefined {
  for (const [oracle, chosen] of chosenIn(system, sources)) {
    const answer = within(() => ask(oracle, chosen, budget));
    if (answer === undefined) return undefined;
    if ("proof" in answer) return false;
  }
  return true;
}

/** Where each source is, for systems that many questions are asked about. */
const places = new WeakMap<System, ReadonlyMap<string, readonly (readonly [Oracle, number])[]>>();

function placesOf(system: System): ReadonlyMap<string, readonly (readonly [Oracle, number])[]> {
  const known = places.get(system);
  if (known !== undefined) return known;
  const made = new Map<string, [Oracle, number][]>();
  for (const oracle of oraclesOf(system)) {
    oracle.sources.forEach((source, i) => {
      const own = made.get(source);
      if (own === undefined) made.set(source, [[oracle, i]]);
      else own.push([oracle, i]);
    });
  }
  places.set(system, made);
  return made;
}

/** The parts of the system that sources are in, each with those sources. */
function chosenIn(system: System, sources: ReadonlySet<string>): Map<Oracle, number[]> {
  const chosen = new Map<Oracle, number[]>();
  const known = placesOf(system);
  for (const source of sources) {
    for (const [oracle, i] of known.get(source) ?? []) {
      const own = chosen.get(oracle);
      if (own === undefined) chosen.set(oracle, [i]);
      else own.push(i);
    }
  }
  for (const own of chosen.values()) own.sort((a, b) => a - b);
  return chosen;
}
