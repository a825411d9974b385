import { JOINS_EITHER } from "../../language/en/little-words.js";
import type { Amount } from "../amount/amount.js";
import type { Change } from "../reading.js";
import type { Line } from "../scan/line.js";
import { comparable } from "./changes.js";

/**
 * "$1.5m, or 23 cents a share, up from $0.8m, or 12 cents a share": what the ends of a change come to for one of something,
 * which need not go the same way.
 */
export function besideChanges(line: Line, changes: readonly Change[]): Change[] {
  const found: Change[] = [];
  for (const { from, to, rule } of changes) {
    const [one, other] = [besideOf(line, from as Amount), besideOf(line, to as Amount)];
    if (one === undefined || other === undefined || one.per !== other.per || one.currency !== other.currency)
      continue;
    if (comparable(one, other))
      found.push({
        ...line.sentence.around([one, other]),
        rule,
        from: one,
        to: other,
        by: undefined,
        sign: 0,
      });
  }
  return found;
}

/** ", or 23 cents a share" behind an amount that is not itself for one of something. */
function besideOf(line: Line, amount: Amount): Amount | undefined {
  let i = line.placeOf(amount) + 1;
  if (line.word(i) === ",") i++;
  if (amount.kind !== "money" || amount.per !== undefined || line.word(i) !== JOINS_EITHER) return undefined;
  const beside = line.amount(i + 1);
  return beside?.kind === "money" && beside.per !== undefined && beside.parts.high === undefined
    ? beside
    : undefined;
}
