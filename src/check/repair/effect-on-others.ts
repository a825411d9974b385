import { once } from "../../language/once.js";
import type { Span } from "../../text/reading.js";
import type { Case } from "../case.js";
import { judgedCase } from "../cases.js";
import type { CheckOptions } from "../options.js";
import { type Edits, View } from "../view.js";
import { BREAKS_COST, type Effect, MENDS_GAIN } from "./repair.js";
import { turnedWord } from "./search.js";

/** At most so many other claims about one figure are judged again for an edit. */
const MAX_OTHERS = 12;

/**
 * What an edit does to the other claims about the same figure, or with the same verb: it may make one fail, or make a
 * failing one hold.
 */
export function elsewhereOf(
  all: readonly Case[],
  one: Case,
  options: CheckOptions,
): (edits: Edits) => Effect {
  const view = new View(options.rounding);
  const others = (shares: (other: Case) => boolean) =>
    once(() =>
      all
        .filter((other) => other !== one && shares(other))
        .slice(0, MAX_OTHERS)
        .map((other) => ({ case: other, failed: judgedCase(other, view)?.verdict === "inconsistent" })),
    );
  const ofFigures = others(({ figures }) => figures.some((figure) => one.figures.includes(figure)));
  const verbAt = (of: Case) => turnedWord(of.turns)?.span.start;
  const ofVerb = others((other) => verbAt(other) !== undefined && verbAt(other) === verbAt(one));
  return (edits) => {
    const edited = edits.figure?.of;
    const touched =
      edited === undefined ? ofVerb() : ofFigures().filter((other) => other.case.figures.includes(edited));
    let cost = 0;
    let breaks: Span | undefined;
    for (const { case: other, failed } of touched) {
      const fails = judgedCase(other, view.edited(edits))?.verdict === "inconsistent";
      if (!fails && failed) cost -= MENDS_GAIN;
      if (!fails || failed) continue;
      cost += BREAKS_COST;
      const { text, start, end } = other.claim;
      breaks ??= { text, start, end };
    }
    return { cost, breaks };
  };
}
