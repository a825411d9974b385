import { sameNoun } from "../language/same-noun.js";
import type { FigureMention } from "../text/reading.js";

/** Whether a level can take part in a check with that rate: points need percentages, amounts their own unit. */
export function comparable(
  level: FigureMention | undefined,
  rate: FigureMention,
  kind: "growth" | "points" | "multiple" | "increment",
): boolean {
  if (level === undefined || level.kind === "rate") return false;
  if (kind === "points") return level.kind === "percent" || level.kind === "count";
  if (kind === "increment") return level.kind === rate.kind && sameThing(level, rate);
  return true;
}

/** Whether two mentions count the same thing, as far as they say what they count. */
export function sameThing(a: FigureMention, b: FigureMention): boolean {
  return sameNoun(a.of, b.of) && sameNoun(a.per, b.per);
}
