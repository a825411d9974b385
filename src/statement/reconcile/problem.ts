import type { Print } from "../model/print.js";
import type { Clash } from "./conflict.js";

/** A printed figure, and how many of a problem's conflicts end where it is left out. */
export interface Suspect {
  readonly print: Print;
  readonly conflicts: number;
}

/** Conflicts that have figures in common: most likely one slip. */
export interface ClashGroup {
  readonly clashes: readonly Clash[];
  readonly suspects: readonly Suspect[];
}

/** Conflicts in groups that share no figure, each with its figures by the conflicts that they are in. */
export function grouped(clashes: readonly Clash[]): ClashGroup[] {
  const groups: { clashes: Clash[]; prints: Set<Print> }[] = [];
  for (const clash of clashes) {
    const touching = groups.filter(({ prints }) => clash.prints.some((print) => prints.has(print)));
    const merged = {
      clashes: [...touching.flatMap((one) => one.clashes), clash],
      prints: new Set([...touching.flatMap((one) => [...one.prints]), ...clash.prints]),
    };
    for (const one of touching) groups.splice(groups.indexOf(one), 1);
    groups.push(merged);
  }
  return groups.map(({ clashes: own }) => {
    const inOrder = clashes.filter((one) => own.includes(one));
    return { clashes: inOrder, suspects: suspectsOf(inOrder) };
  });
}

function suspectsOf(clashes: readonly Clash[]): Suspect[] {
  const counts = new Map<Print, number>();
  for (const { prints } of clashes)
    for (const print of prints) counts.set(print, (counts.get(print) ?? 0) + 1);
  return [...counts]
    .map(([print, conflicts]) => ({ print, conflicts }))
    .sort((a, b) => b.conflicts - a.conflicts);
}
