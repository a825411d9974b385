import type { Budget } from "./budget.js";
import { hittingSet } from "./hitting.js";
import { type Core, minimal } from "./minimal.js";
import type { Oracle } from "./oracle.js";

/** Conflicts found so far; a search adds to them, so that they outlive a time that ends. */
export interface Found {
  readonly cores: Core[];
  /** Everything there is was found. */
  complete: boolean;
}

/**
 * All minimal conflicts of a component, up to `most`: at first such as have no source in common; then those around each
 * of them, without the others; then all (Liffiton, Previti, Malik & Marques-Silva, Fast, flexible MUS enumeration,
 * Constraints 2016, as a dialogue with minimal hitting sets: what remains without one either holds or has a conflict
 * that was not known). @throws Stopped
 */
export function enumerate(oracle: Oracle, found: Found, most: number, budget: Budget): void {
  const all = oracle.sources.map((_, i) => i);
  const { cores } = found;
  let rest = all;
  for (;;) {
    const answer = oracle.ask(rest, budget);
    if (!("proof" in answer)) break;
    const core = minimal(oracle, answer.proof, budget);
    cores.push(core);
    if (core.sources.size === 0) {
      found.complete = true;
      return;
    }
    if (cores.length >= most) return;
    rest = rest.filter((source) => !core.sources.has(source));
  }
  const disjoint = [...cores];
  if (disjoint.length > 1) {
    for (const { sources } of disjoint) {
      if (!dialogue(oracle, cores, new Set([...rest, ...sources]), most, budget)) return;
    }
  }
  found.complete = dialogue(oracle, cores, new Set(all), most, budget);
}

/** Finds the conflicts among some sources; false where `most` were found first. */
function dialogue(
  oracle: Oracle,
  cores: Core[],
  among: ReadonlySet<number>,
  most: number,
  budget: Budget,
): boolean {
  const mended: Set<number>[] = [];
  const inside = ({ sources }: Core): boolean => [...sources].every((source) => among.has(source));
  for (;;) {
    // What is not shown to be minimal is no set that must be hit: a smaller one may be inside it, but hitting that hits it.
    const sets = cores.filter(inside).map(({ sources }) => sources);
    const out = hittingSet(sets, mended, budget);
    if (!out) return true;
    if (cores.length >= most) return false;
    const answer = oracle.ask(
      [...among].filter((source) => !out.has(source)),
      budget,
    );
    if ("proof" in answer) cores.push(minimal(oracle, answer.proof, budget));
    else if (out.size === 0) return true;
    else mended.push(out);
  }
}
