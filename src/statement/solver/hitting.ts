import type { Budget } from "./budget.js";

/**
 * A set that shares an element with each of `sets` and holds none of `known` wholly, with no element to spare; undefined
 * where there is none. Depth first, in the worst case as many steps as there are choices. @throws Stopped
 */
export function hittingSet(
  sets: readonly ReadonlySet<number>[],
  known: readonly ReadonlySet<number>[],
  budget: Budget,
): Set<number> | undefined {
  const chosen = new Set<number>();
  const barred = new Set<number>();
  const holds = (set: ReadonlySet<number>): boolean => [...set].every((x) => chosen.has(x));
  const search = (): boolean => {
    budget.spend(1 + sets.length / 4);
    // The set with the fewest choices left: with none at all, this way is closed.
    let open: number[] | undefined;
    for (const set of sets) {
      if ([...set].some((x) => chosen.has(x))) continue;
      const choices = [...set].filter((x) => !barred.has(x));
      if (!open || choices.length < open.length) open = choices;
      if (open.length === 0) return false;
    }
    if (!open) return true;
    const tried: number[] = [];
    for (const x of open) {
      chosen.add(x);
      if (!known.some((set) => set.has(x) && holds(set)) && search()) return true;
      chosen.delete(x);
      // Every set with x was looked at: from here on without it.
      barred.add(x);
      tried.push(x);
    }
    for (const x of tried) barred.delete(x);
    return false;
  };
  if (!search()) return undefined;
  for (const x of [...chosen]) {
    chosen.delete(x);
    if (!sets.every((set) => [...set].some((y) => chosen.has(y)))) chosen.add(x);
  }
  return chosen;
}
