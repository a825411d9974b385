import { RateBook } from "../rate/book.js";
import type { RateKind } from "../rate/rate.js";
import type { RateEntry } from "../rate/series.js";
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

/** The rate book of a data package: by default of the one that comes with the package. */
export function openRateBook(folder?: string): RateBook {
  return new RateBook(rateEntries(openData(folder)));
}
