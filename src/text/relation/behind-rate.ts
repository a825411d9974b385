import { LESS_WORDS, MORE_WORDS } from "../../language/en/words.js";
import type { Line } from "../scan/line.js";
import { isRateKind } from "./role.js";

/** "1.24 times more than $5bn", "20% above $5bn": the words directly behind a rate compare, and hedge nothing. */
export function compareBehindRates(line: Line): void {
  for (let k = 1; k < line.amounts.length; k++) {
    const place = line.amounts[k - 1] as number;
    const word = line.word(place + 1);
    if (!(MORE_WORDS.has(word) || LESS_WORDS.has(word))) continue;
    const rate = line.amount(place);
    const next = line.amount(line.amounts[k] as number);
    if (rate === undefined || next === undefined || !isRateKind(rate)) continue;
    if (next.hedge?.start === line.items[place + 1]?.start) next.unhedged();
  }
}
