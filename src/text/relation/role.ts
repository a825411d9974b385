import { BEFORE_WHOLE } from "../../language/en/little-words.js";
import { BEHIND_SHARE, INTEREST_IN, SHARE_VERBS } from "../../language/en/relation-words.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";

const POINTS: ReadonlySet<Amount["kind"]> = new Set(["percentage-point", "basis-point"]);
const RATES: ReadonlySet<Amount["kind"]> = new Set([...POINTS, "percent", "multiple", "fraction"]);

export function isRateKind(amount: Amount): boolean {
  return RATES.has(amount.kind);
}

/** Whether an amount is the distance of two percentages. */
export function isPointsKind(amount: Amount): boolean {
  return POINTS.has(amount.kind);
}

/** What a percentage that is no growth is of: a share of something, or a level. */
export function roleOf(line: Line, place: number): "share" | "level" {
  const next = line.word(place + 1);
  if (next === BEFORE_WHOLE || (next === "," && line.word(place + 2) === BEFORE_WHOLE)) return "share";
  if (BEHIND_SHARE.has(next) || line.says(place + 1, INTEREST_IN)) return "share";
  for (let i = place - 1; i >= 0 && place - i <= 4; i--) {
    if (SHARE_VERBS.has(line.word(i))) {
      return "share";
    }
  }
  return "level";
}
