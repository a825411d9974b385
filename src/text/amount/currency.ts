import { countryOf, sharedNames } from "../../language/currency-names.js";
import { MONEY_BEFORE_EURO, PLACES_OF_COUNTRIES, SHARED_MONEY } from "../../language/en/amount-words.js";
import type { UnitFound } from "../../notation/parts.js";
import { Anchor } from "../scan/anchor.js";
import type { Sentence } from "../scan/sentence.js";

/** What a text and its reader know about whose money is meant. */
export interface Whose {
  /** Upper case ISO 3166 code of the reader's country, where it was named. */
  readonly region: string | undefined;
  /** The year of publication, where it is known. */
  readonly year: number | undefined;
  /** The countries that earlier sentences named, the latest first. */
  readonly seen: string[];
  /** The dollars or euros that were named last. */
  dollars: string | undefined;
}

/**
 * Names whose first owner is not what most texts mean, so that a country named near by decides. "Dollar" and "pound" are
 * not among them: a text about exports to Egypt still counts in British pounds.
 */
const BY_CONTEXT = SHARED_MONEY;

const EURO_NOTES = 2002;

/** Money that is gone, with the year from which no text means it any more. */
const GONE: ReadonlyMap<string, number> = new Map([
  ["FRF", EURO_NOTES],
  ["BEF", EURO_NOTES],
  ["LUF", EURO_NOTES],
  ["ITL", EURO_NOTES],
  ["DEM", EURO_NOTES],
  ["SKK", 2009],
  ["EEK", 2011],
]);

/** Money that took another's name, with the year in which it did and the code of the older one. */
const RENAMED: ReadonlyMap<string, readonly [year: number, older: string]> = new Map([
  ["TRY", [2005, "TRL"]],
  ["VES", [2008, "VEB"]],
  ["RON", [2005, "ROL"]],
  ["BGN", [1999, "BGL"]],
  ["GHS", [2007, "GHC"]],
]);

const DOLLARS: Readonly<Record<string, string>> = {
  AU: "AUD",
  CA: "CAD",
  HK: "HKD",
  NZ: "NZD",
  SG: "SGD",
  TW: "TWD",
};

/** The currency of a sign or name that several countries share: by region, by a country named near by, by the year. */
export function whoseMoney(found: UnitFound, sentence: Sentence, whose: Whose): string {
  const code = ofName(found, sentence, whose);
  const [year, older] = RENAMED.get(code) ?? [0, code];
  return whose.year !== undefined && whose.year < year ? older : code;
}

function ofName(found: UnitFound, sentence: Sentence, whose: Whose): string {
  const { region } = whose;
  if (found.sign !== undefined) {
    if (found.sign.others === undefined) return found.unit;
    if (found.word === "$") return (region && DOLLARS[region]) || found.unit;
    if (found.word === "¥" || found.word === "￥") {
      const country = region === "JP" || region === "CN" ? region : nearest(sentence, whose, ["JP", "CN"]);
      return country === "JP" ? "JPY" : found.unit;
    }
    return found.unit;
  }
  const owners = sharedNames().get(found.word);
  if (owners === undefined) return found.unit;
  const ofRegion = region && owners.countries.get(region);
  if (ofRegion) return ofRegion;
  if (!BY_CONTEXT.has(found.word)) return found.unit;
  const country = nearest(sentence, whose, [...owners.countries.keys()]);
  const named = country === undefined ? undefined : owners.countries.get(country);
  const year = whose.year ?? Number.POSITIVE_INFINITY;
  const gone = named === undefined ? undefined : GONE.get(named);
  if (named !== undefined && (gone === undefined || year < gone)) return named;
  return (year < EURO_NOTES ? MONEY_BEFORE_EURO.get(found.word) : undefined) ?? found.unit;
}

/** The country among `wanted` that the sentence names, or the one that was named last before it. */
function nearest(sentence: Sentence, whose: Whose, wanted: readonly string[]): string | undefined {
  for (const token of sentence.tokens) {
    const country = countryOf().get(token.word) ?? PLACES_OF_COUNTRIES.get(token.word);
    if (country !== undefined && wanted.includes(country)) return country;
  }
  return whose.seen.find((country) => wanted.includes(country));
}

const COUNTRIES = new Anchor(() => [...countryOf().keys()].filter((word) => word.length > 3));

/** Notes the countries that a sentence names, for the sentences behind it. */
export function remember(sentence: Sentence, whose: Whose): void {
  if (!COUNTRIES.in(sentence)) return;
  for (const token of sentence.tokens) {
    if (!COUNTRIES.in(token)) continue;
    const country = token.word.length > 3 ? countryOf().get(token.word) : undefined;
    if (country === undefined) continue;
    const at = whose.seen.indexOf(country);
    if (at === 0) continue;
    if (at > 0) whose.seen.splice(at, 1);
    whose.seen.unshift(country);
    if (whose.seen.length > 8) whose.seen.pop();
  }
}
