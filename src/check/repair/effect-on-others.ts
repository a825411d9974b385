import type { Case } from "../case.js";
import { judgedCase } from "../cases.js";
import type { CheckOptions } from "../options.js";
import { type Edits, View } from "../view.js";
import { BREAKS_COST, MENDS_GAIN } from "./repair.js";

/** At most so many other claims about one figure are judged again for an edit. */
const MAX_OTHERS = 4;

/** What an edit does to the other claims about the same figure: it may make one fail, or make a failing one hold. */
export function elsewhereOf(
  all: readonly Case[],
  one: Case,
  options: CheckOptions,
): (edits: Edits) => number {
  const view = new View(options.rounding);
  let sharing: { readonly case: Case; readonly failed: boolean }[] | undefined;
  return (edits) => {
    const edited = edits.figure?.of;
    if (edited === undefined) return 0;
    sharing ??= all
      .filter((other) => other !== one && other.figures.some((figure) => one.figures.includes(figure)))
      .slice(0, MAX_OTHERS)
      .map((other) => ({ case: other, failed: judgedCase(other, view)?.verdict === "inconsistent" }));
    let cost = 0;
    for (const other of sharing) {
      if (!other.case.figures.includes(edited)) continue;
      const fails = judgedCase(other.case, view.edited(edits))?.verdict === "inconsistent";
      if (fails && !other.failed) cost += BREAKS_COST;
      if (!fails && other.failed) cost -= MENDS_GAIN;
    }
    return cost;
  };
}
