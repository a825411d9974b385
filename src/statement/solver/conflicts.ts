import { Budget, within } from "./budget.js";
import { certificate, gapOf } from "./certificate.js";
import { Enumeration } from "./enumerate.js";
import { oraclesOf } from "./known.js";
import type { Oracle } from "./oracle.js";
import type { Conflict, Conflicts, Limits, System } from "./system.js";

/**
 * The sets of statements that cannot all be true and of which none can be spared, up to `limits.conflicts` (20), the
 * smallest first. Those without a common statement are looked for first, so that a short time shows each problem once.
 * @throws FigureError "bad-option" for a name or an id that appears twice, or a variable that is not there
 */
export function conflicts(
  system: System,
  limits: Limits = {},
  /** Of the parts of the system those to search; default: all. */
  oracles: readonly Oracle[] = oraclesOf(system),
  budget: Budget = new Budget(limits, 10),
): Conflicts {
  const most = limits.conflicts ?? 20;
  const place = new Map<string, number>();
  for (const { source } of system.constraints) if (!place.has(source)) place.set(source, place.size);
  const list: Conflict[] = [];
  let more = false;
  const searches = oracles.map((oracle) => new Enumeration(oracle, most));
  // One kind of search after the other, so that the first part of the system does not use up the time of all.
  for (const kind of ["disjoint", "around", "everywhere"] as const) {
    for (const search of searches) within(() => search[kind](budget));
  }
  for (const { oracle, cores, complete } of searches) {
    more ||= !complete;
    for (const { sources, proof, minimal } of cores) {
      const written = certificate(system, oracle.component, proof);
      const names = [...sources].map((source) => oracle.sources[source] as string);
      names.sort((a, b) => (place.get(a) as number) - (place.get(b) as number));
      list.push({ sources: names, certificate: written, gap: gapOf(written), minimal });
    }
  }
  list.sort((a, b) => a.sources.length - b.sources.length || b.gap.compare(a.gap));
  const kept: Conflict[] = [];
  for (const conflict of list) {
    // A source with constraints in two parts of the system can be a conflict of its own in one of them.
    const holds = (smaller: Conflict): boolean =>
      smaller.sources.every((source) => conflict.sources.includes(source));
    if (!kept.some(holds)) kept.push(conflict);
  }
  return { conflicts: kept.slice(0, most), more: more || kept.length > most };
}
