import { places } from "../../language/places.js";
import { saysOwner } from "../../language/story.js";
import type { TradeLanguage } from "../../language/trade-languages.js";
import type { Flow } from "../../statement/fact.js";
import type { TellingSubject } from "../../text/reading.js";

/** Whose trade with whom, as tables name it. Where the words do not say which of two reports, both ways. */
export interface TradeKey {
  readonly area: string;
  readonly partner: string;
  readonly flow: Flow;
  readonly eitherWay: boolean;
}

type Named = Exclude<Flow, "level">;

type Part =
  | { readonly place: string; readonly owns: boolean }
  | { readonly flow: Named }
  | { readonly word: string };

/** The most words that name one place. */
const LONGEST = 5;

/**
 * A subject as a key, where every word of it is understood: "China's exports to Russia", "trade between China and Russia",
 * "Liaoning's imports". Otherwise why not: "exports of steel to Russia" are not exports to Russia.
 * @param places codes by their names in lower case
 */
export function tradeKey(
  subject: TellingSubject,
  words: TradeLanguage,
  places: ReadonlyMap<string, string>,
): TradeKey | string {
  const parts = partsOf(subject, words, places);
  if (typeof parts === "string") return parts;
  const flow = parts.find((one) => "flow" in one);
  if (flow === undefined || !("flow" in flow)) return "it is not about exports, imports or trade";
  const found = matched(parts, flow.flow, words);
  if (found === undefined) return "whose trade with whom it is about is not understood";
  const { area, partner, eitherWay = false } = found;
  return area === partner ? "it names one place twice" : { area, partner, flow: flow.flow, eitherWay };
}

function partsOf(
  { words: all, balance }: TellingSubject,
  words: TradeLanguage,
  places: ReadonlyMap<string, string>,
): Part[] | string {
  const parts: Part[] = [];
  const { trade } = words;
  for (let i = 0; i < all.length; ) {
    const place = placeAt(all, i, places);
    if (place !== undefined) {
      const end = i + place.length;
      const owns = saysOwner(all[end], all[end + 1]);
      parts.push({ place: place.code, owns });
      i = owns ? end + 2 : end;
      continue;
    }
    const word = all[i] as string;
    i++;
    const flow = words.flows.get(word);
    // "Trade deficit": the second of two names is the flow.
    if (flow === "trade" && words.flows.has(all[i] ?? "")) continue;
    if (flow !== undefined) {
      const named: Named | "gap" | undefined =
        flow === "trade" ? "total" : flow === "balance" ? balance : flow;
      if (named === "gap" || named === undefined) return `“${word}” does not say which side is the larger`;
      parts.push({ flow: named });
    } else if (words.prepositions.has(word) && trade.allGoods.has(all[i] ?? "")) {
      // "Worth of goods", "exports of goods to Russia": all of them.
      i++;
    } else if (words.prepositions.has(word) || trade.and.has(word) || word === "-" || word === "–")
      parts.push({ word });
    else if (!words.plain.has(word) && !trade.allGoods.has(word) && word !== "'" && word !== "’")
      return `it is of “${word}”`;
  }
  return parts;
}

function placeAt(all: readonly string[], at: number, places: ReadonlyMap<string, string>) {
  for (let length = Math.min(LONGEST, all.length - at); length > 0; length--) {
    const code = places.get(all.slice(at, at + length).join(" "));
    if (code !== undefined) return { code, length };
  }
  return undefined;
}

interface Sides {
  readonly area: string;
  readonly partner: string;
  readonly eitherWay?: boolean;
}

/** How the words between two names are used, as a letter: toward a partner, from an owner, or either. */
type Use = "P" | "F" | "b" | "&" | "-" | "t" | "o" | "to" | "?";

/** The shapes in which a flow is told: P a place, F the flow. The owner is named first, or the only one. */
const ALONE: ReadonlySet<string> = new Set(["P F", "F o P"]);
const WITH_PARTNER: ReadonlySet<string> = new Set([
  "P F t P",
  "P F to P",
  "F o P t P",
  "F to P t P",
  "F P t P",
  "F P to P",
]);
/** Where nothing tells whom a preposition leads to: "exports from China" but "imports from China". */
const OWNER_FIRST: ReadonlySet<string> = new Set(["F o P to P", "F to P to P"]);
const OWNER_ALONE: ReadonlySet<string> = new Set(["F to P"]);
/** Two places of which neither is said to report. */
const BOTH: ReadonlySet<string> = new Set(["F b P & P", "P - P F", "P & P F"]);

function matched(parts: readonly Part[], flow: Named, words: TradeLanguage): Sides | undefined {
  const { trade } = words;
  const use: Named = flow === "surplus" || flow === "deficit" ? "total" : flow;
  const symbol = (one: Part): Use => {
    if ("place" in one) return "P";
    if ("flow" in one) return "F";
    if (trade.between.has(one.word)) return "b";
    if (trade.and.has(one.word)) return "&";
    if (one.word === "-" || one.word === "–") return "-";
    const [toward, owner] = [trade.toward[use].has(one.word), trade.toward.owner.has(one.word)];
    return toward ? (owner ? "to" : "t") : owner ? "o" : "?";
  };
  const shape = parts.map(symbol).join(" ");
  const [first, second] = parts.filter((one) => "place" in one);
  const [area = "", partner = ""] = [first?.place, second?.place];
  // "China trade" may be trade with China: whose it is has to be said.
  if (use === "total" && shape === "P F" && first?.owns !== true) return undefined;
  if (ALONE.has(shape) || (use !== "imports" && OWNER_ALONE.has(shape))) return { area, partner: WORLD };
  if (WITH_PARTNER.has(shape) || (use !== "imports" && OWNER_FIRST.has(shape))) return { area, partner };
  return use === "total" && BOTH.has(shape) ? { area, partner, eitherWay: flow === "total" } : undefined;
}

export const WORLD = "WLD";

/** The names of the places that figures are about, as a text may write them: known ones in every language, and their own. */
export function placesOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map(places());
  // A code is no name: "usa" is in the list, "dom" is not a word for the Dominican Republic.
  for (const name of names) if (name !== name.toUpperCase()) found.set(name.toLowerCase(), name);
  return found;
}
