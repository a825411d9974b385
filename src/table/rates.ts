import { RateBook } from "../rate/book.js";
import type { RateKind } from "../rate/rate.js";
import type { RateEntry } from "../rate/series.js";
import { cachedRates } from "./cache.js";
import { type DataPackage, openData } from "./open.js";

/** Every published rate of the data package: daily, monthly averages, and by the customs rule. */
export function rateEntries(data: DataPackage): RateEntry[] {
  const rows = [...data.table("rates"), ...data.table("average_rates"), ...data.table("customs_rates")];
  return rows.map(({ on, base, quote, rate, per, kind, source }) => ({
    on,
    base,
    quote,
    rate,
    per: Number(per) as NonNullable<RateEntry["per"]>,
    kind: kind as RateKind,
    source: data.source(source),
  }));
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
