import { CENTS } from "../../language/en/amount-words.js";
import type { Sentence } from "../scan/sentence.js";
import type { Amount } from "./amount.js";
import type { Settings } from "./types.js";

const DOLLARS = new Set(["USD", "CAD", "AUD", "HKD", "NZD", "SGD", "TWD"]);

/** Whose cents they are: those of the dollars, or euros, that the text names nearest before them. */
export function nameCents(s: Sentence, settings: Settings): void {
  const { whose } = settings;
  for (let k = 0; k < s.amounts.length; k++) {
    const one = s.amounts[k] as Amount;
    if (one.kind !== "money") continue;
    const { found, currency } = one.parts;
    const bare = found !== undefined && CENTS.has(found.word);
    if (!bare && currency !== undefined && (DOLLARS.has(currency) || currency === "EUR"))
      whose.dollars = currency;
    if (!bare || whose.dollars === undefined) continue;
    const later = s.amounts.slice(k + 1).find((each) => DOLLARS.has(each.currency ?? ""));
    const earlier = s.amounts.slice(0, k).some((each) => DOLLARS.has(each.currency ?? ""));
    one.inMoney(earlier ? whose.dollars : (later?.currency ?? whose.dollars));
  }
}
