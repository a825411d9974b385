import type { Model } from "../model/compile.js";
import { type Budget, within } from "../solver/budget.js";
import { certificate, gapOf } from "../solver/certificate.js";
import { oraclesOf } from "../solver/known.js";
import { minimal } from "../solver/minimal.js";
import type { Oracle } from "../solver/oracle.js";
import type { Conflict, System } from "../solver/system.js";
import { ask } from "./ask.js";

/**
 * Minimal conflicts that have no statement in common, until what remains can all be true: one or more for each problem.
 * @returns `undecided` where the budget did not suffice
 */
export function disjoint(
  system: System,
  budget: Budget,
  /** Only these statements; default: all. */
  chosen?: ReadonlySet<string>,
  /** Of the parts of the system those to search; default: all. */
  oracles: readonly Oracle[] = oraclesOf(system),
): { conflicts: Conflict[]; undecided: boolean } {
  const found: Conflict[] = [];
  let undecided = false;
  for (const oracle of oracles) {
    let rest = oracle.sources.flatMap((source, i) => (chosen === undefined || chosen.has(source) ? [i] : []));
    for (;;) {
      const answer = within(() => ask(oracle, rest, budget));
      undecided ||= answer === undefined;
      if (answer === undefined || !("proof" in answer)) break;
      const core = minimal(oracle, answer.proof, budget);
      const written = certificate(system, oracle.component, core.proof);
      const sources = [...core.sources].sort((a, b) => a - b).map((at) => oracle.sources[at] as string);
      found.push({ sources, certificate: written, gap: gapOf(written), minimal: core.minimal });
      if (core.sources.size === 0) break;
      rest = rest.filter((source) => !core.sources.has(source));
    }
  }
  return { conflicts: found, undecided };
}

/** Enough for what contradicts what remains when the figures of a conflict are left out. */
const ROUNDS = 10;

/**
 * The figures to leave out so that the others of a model can all be true: every one that is in a conflict.
 * @param known figures that are left out from the start
 */
export function doubtedIn(
  { system, prints }: Model,
  budget: Budget,
  known: Iterable<string> = [],
): ReadonlySet<string> {
  const out = new Set(known);
  for (let round = 0; round < ROUNDS; round++) {
    const kept = new Set([...prints.keys()].filter((id) => !out.has(id)));
    const { conflicts, undecided } = disjoint(system, budget, kept);
    for (const { sources } of conflicts) for (const id of sources) out.add(id);
    if (conflicts.length === 0 || undecided) break;
  }
  return out;
}
