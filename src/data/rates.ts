import { RateBook } from "../rate/book.js";
import type { RateKind } from "../rate/rate.js";
import type { RateEntry } from "../rate/series.js";
import { cachedRates } from "./cache.js";
import { type DataPackage, openData } from "./open.js";

/** Every rate of the data, daily, monthly and of customs, with its source: what a RateBook is made from. */
export function rateEntries(data: DataPackage): RateEntry[] {
  const entry = (
    on: string,
    row: { base: string; quote: string; rate: string; per: string; kind: string; source: string },
  ): RateEntry => ({
    on,
    base: row.base,
    quote: row.quote,
    rate: row.rate,
    per: row.per === "100" ? 100 : 1, // the schema allows no third
    kind: row.kind as RateKind,
    source: data.source(row.source),
  });
  return [
    ...data.table("rates").map((row) => entry(row.date, row)),
    ...data.table("average_rates").map((row) => entry(row.month, row)),
    ...data.table("customs_rates").map((row) => entry(row.month, row)),
  ];
}

/**
 * The rate book of a data package, by default of the one that comes with the package, and of a cache folder that
 * `update` wrote. Where both hold a rate, the data package's is taken.
 */
export function openRateBook(folder?: string, cache?: string): RateBook {
  const own = rateEntries(openData(folder));
  if (cache === undefined) return new RateBook(own);
  const key = (entry: RateEntry) => `${entry.base}/${entry.quote} ${entry.kind} ${entry.on}`;
  const known = new Set(own.map(key));
  return new RateBook([...own, ...cachedRates(cache).filter((entry) => !known.has(key(entry)))]);
}
