import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { FigureError } from "../errors.js";
import { period } from "../figure/period.js";
import { RateBook } from "../rate/book.js";
import { entriesOfCsv } from "../rate/csv.js";
import type { RateEntry } from "../rate/entry.js";
import { fixedEuroRates } from "../rate/fixed.js";
import type { RateKind } from "../rate/kind.js";
import { RateSeries } from "../rate/series.js";
import { builtRates } from "./built-rates.js";
import { cachedRates } from "./cache.js";
import { readBytes, readText, shownPath } from "./file/bytes.js";
import { packageFolder } from "./file/folder.js";
import { type DataPackage, openTables } from "./open.js";
import { packedRates } from "./packed-rates.js";

/** Every rate of the data, daily, monthly and of customs, with its source: what a RateBook is made from. */
export function rateEntries(data: DataPackage): RateEntry[] {
  const entry = (
    on: string,
    row: { base: string; quote: string; rate: string; per: string; kind: string; source: string },
  ): RateEntry => ({
    on: data.from(row, () => dated(on, row.rate)),
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

/** The day or month of a rate. The schema's patterns allow a rate of zero, which none is. */
export function dated(on: string, rate: string): string {
  if (!/[1-9]/.test(rate))
    throw new FigureError("bad-data", `found the rate "${rate}", expected one above zero`);
  return period(on).text;
}

const RATE_TABLES = ["rates", "average_rates", "customs_rates", "sources"] as const;

/** Which bundled history a book holds beside its tables. */
export interface RateBookOptions {
  /** Default: true. Without it the book holds the tables of the data package, and the cache. */
  readonly history?: boolean;
  /** A CSV file of one's own rates, taken before all others: see `RateBook.fromCsv`. */
  readonly own?: string;
  /** A cache folder that `update` wrote. */
  readonly cache?: string;
}

/**
 * The rate book of a data package, by default of the one that comes with the package: its tables, a cache folder that
 * `update` wrote, and the bundled history (the ECB's reference rates since 1999, H.10 from 1971 to November 2024, the
 * irrevocable euro rates). Where several hold a rate, the table's is taken, then the cache's. Opening takes some
 * milliseconds; a series is unpacked when it is first asked for.
 */
export function openRateBook(folder?: string, options: RateBookOptions | string = {}): RateBook {
  const {
    own,
    cache,
    history = true,
  }: RateBookOptions = typeof options === "string" ? { cache: options } : options;
  return new RateBook([
    ...(own === undefined ? [] : seriesOf(entriesOfCsv(readText(own), shownPath(own)))),
    ...((folder === undefined ? builtRates(packageFolder()) : undefined) ??
      seriesOf(rateEntries(openTables(RATE_TABLES, folder)))),
    ...(cache === undefined ? [] : seriesOf(cachedRates(cache))),
    ...(history ? bundledRates() : []),
  ]);
}

const MOST_UNPACKED = 4 * 1024 * 1024;

/** The bundled history: every series packed. */
export function bundledRates(): RateSeries[] {
  const inflate = (packed: Uint8Array) => inflateRawSync(packed, { maxOutputLength: MOST_UNPACKED });
  const of = (name: string) => packedRates(readBytes(join(packageFolder(), "data", "rates", name)), inflate);
  return [...of("ecb.bin"), ...of("h10.bin"), ...seriesOf(fixedEuroRates())];
}

function seriesOf(entries: readonly RateEntry[]): RateSeries[] {
  const groups = new Map<string, RateEntry[]>();
  for (const entry of entries) {
    const key = `${entry.base}/${entry.quote} ${entry.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].map((group) => new RateSeries(group));
}
