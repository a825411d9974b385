import { Oracle } from "./oracle.js";
import { components } from "./rows.js";
import type { System } from "./system.js";

/** What was prepared for a system, kept as long as the system itself: questions after the first are quick. */
const known = new WeakMap<System, readonly Oracle[]>();

/** One oracle for each part of the system. */
export function oraclesOf(system: System): readonly Oracle[] {
  let oracles = known.get(system);
  if (!oracles) {
    oracles = components(system).map((component) => new Oracle(component));
    known.set(system, oracles);
  }
  return oracles;
}
