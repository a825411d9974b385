import type { Source } from "../figure/quantity.js";
import type { RateEntry } from "./entry.js";

const SOURCE: Source = {
  publisher: "Council of the European Union",
  title: "Irrevocable conversion rates of the euro (Regulation (EC) No 2866/98 and its amendments)",
  url: "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:31998R2866",
};

/**
 * Units for one euro, and the day from which they hold. They hold for good: old amounts are converted by them still.
 * The digits are those of Article 1 of the consolidated regulation, zeros included. The days: of the eleven first, its
 * Article 2; of the drachma, Banca d'Italia's list of the conversion rates; of all later ones, the day after the ECB's own
 * series ends (test/rate/history.test.ts compares them), and for the lev also the Council's decision of 8 July 2025.
 */
const FIXED: Readonly<Record<string, readonly [rate: string, from: string]>> = {
  ATS: ["13.7603", "1999-01-01"],
  BEF: ["40.3399", "1999-01-01"],
  DEM: ["1.95583", "1999-01-01"],
  ESP: ["166.386", "1999-01-01"],
  FIM: ["5.94573", "1999-01-01"],
  FRF: ["6.55957", "1999-01-01"],
  IEP: ["0.787564", "1999-01-01"],
  ITL: ["1936.27", "1999-01-01"],
  LUF: ["40.3399", "1999-01-01"],
  NLG: ["2.20371", "1999-01-01"],
  PTE: ["200.482", "1999-01-01"],
  GRD: ["340.750", "2001-01-01"],
  SIT: ["239.640", "2007-01-01"],
  CYP: ["0.585274", "2008-01-01"],
  MTL: ["0.429300", "2008-01-01"],
  SKK: ["30.1260", "2009-01-01"],
  EEK: ["15.6466", "2011-01-01"],
  LVL: ["0.702804", "2014-01-01"],
  LTL: ["3.45280", "2015-01-01"],
  HRK: ["7.53450", "2023-01-01"],
  BGN: ["1.95583", "2026-01-01"],
};

export const FOR_GOOD = "2199-12-31";

/** The euro's irrevocable conversion rates, as entries of the ECB's kind. */
export function fixedEuroRates(): RateEntry[] {
  return Object.entries(FIXED).map(([quote, [rate, from]]) => ({
    on: `${from}/${FOR_GOOD}`,
    base: "EUR",
    quote,
    rate,
    kind: "reference",
    source: SOURCE,
  }));
}

// The rouble: the ECB's notice on its page of reference rates. The lira and the leu: the ECB's series of the old and the
// new unit meet on these days, at these ratios.
const ENDED: Readonly<Record<string, string>> = {
  RUB: "the ECB has published no rouble rate since 1 March 2022",
  TRL: "the Turkish lira became TRY on 1 January 2005, at 1,000,000 to 1",
  ROL: "the Romanian leu became RON on 1 July 2005, at 10,000 to 1",
};

/** What is known of a currency that has no rate on a day: that it ended, became another or was not quoted yet. */
export function aboutCurrency(code: string): string | undefined {
  const fixed = FIXED[code];
  if (fixed !== undefined) return `${code} became the euro on ${fixed[1]}, at ${fixed[0]} for EUR 1`;
  return ENDED[code];
}
