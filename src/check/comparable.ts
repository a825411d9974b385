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
  return same(a.of, b.of) && same(a.per, b.per);
}

function same(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return plain(a) === plain(b);
}

/** "Tonnes" and "tonne" are one thing. */
function plain(of: string): string {
  return of.toLowerCase().replace(/s$/, "");
}
