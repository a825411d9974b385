import { facts as factsOf } from "../data/evidence.js";
import { fromRow, openData } from "../data/open.js";
import { type ReadPackage, readDataPackage } from "../data/package.js";
import { dated, openRateBook, rateEntries } from "../data/rates.js";
import { FigureError } from "../errors.js";
import type { Figure } from "../figure/figure.js";
import { period } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import { figure } from "../notation/figure.js";
import { RateBook } from "../rate/book.js";
import type { RateEntry } from "../rate/entry.js";
import type { Fact } from "../statement/fact.js";

/** One row of a project's table of figures. */
export interface SeriesPoint {
  readonly series: string;
  readonly period: string;
  readonly amount: Figure | undefined;
  readonly growth: Figure<"percent"> | undefined;
}

/** What statements are recomputed from: facts about flows, series of figures, rates, sources. */
export interface Evidence {
  readonly facts: readonly Fact[];
  readonly series: ReadonlyMap<string, readonly SeriesPoint[]>;
  readonly book: RateBook;
  source(id: string): Source | undefined;
}

/** The columns of a project's own table of figures. */
export const FIGURE_COLUMNS = [
  "series",
  "period",
  "hedge",
  "amount",
  "scale",
  "currency",
  "growth_percent",
  "source",
  "note",
] as const;
const SOURCE_COLUMNS = ["id", "publisher", "title", "url", "published_on"] as const;

/**
 * Opens a data folder: the package's own tables (trade, provinces, rates) where the folder has them, a project's own
 * `figures`, `sources` and `rates` where it has those. Rates that it lacks are taken from the package.
 * @throws FigureError "bad-data", "no-file" with file, line and column
 */
export function openProjectData(folder: string): Evidence {
  const read = readDataPackage(folder);
  if (read.tables.has("trade")) {
    const data = openData(folder);
    const known = new Set(data.table("sources").map((row) => row.id));
    return {
      facts: factsOf(data),
      series: seriesOf(read, (id) => (known.has(id) ? data.source(id) : undefined)),
      book: new RateBook(rateEntries(data)),
      source: (id) => (known.has(id) ? data.source(id) : undefined),
    };
  }
  const sources = new Map(
    needs(read, "sources", SOURCE_COLUMNS).map((row) => [row["id"] ?? "", sourceOf(row)]),
  );
  const source = (id: string) => sources.get(id);
  return { facts: [], series: seriesOf(read, source), book: bookOf(read, source), source };
}

function seriesOf(
  read: ReadPackage,
  source: (id: string) => Source | undefined,
): ReadonlyMap<string, readonly SeriesPoint[]> {
  const found = new Map<string, SeriesPoint[]>();
  if (!read.tables.has("figures")) return found;
  const seen = new Set<string>();
  for (const row of needs(read, "figures", FIGURE_COLUMNS)) {
    const { series = "", period: when = "", amount = "", growth_percent: growth = "" } = row;
    const key = `${series} ${when}`;
    if (seen.has(key)) {
      throw new FigureError(
        "bad-data",
        `${read.folder}/figures.csv: found ${key} in two rows, expected one`,
        {},
      );
    }
    seen.add(key);
    const from = source(row["source"] ?? "");
    const about = { label: key, period: when, ...(from === undefined ? {} : { source: from }) };
    const point = fromRow(
      read,
      row,
      (): SeriesPoint => ({
        series,
        period: period(when).text,
        amount:
          amount === ""
            ? undefined
            : (figure(`${row["hedge"]} ${amount} ${row["scale"]} ${row["currency"]}`, about) as Figure),
        growth:
          growth === ""
            ? undefined
            : (figure(`${growth}%`, { ...about, label: `growth, ${key}` }) as Figure<"percent">),
      }),
    );
    const list = found.get(series);
    if (list === undefined) found.set(series, [point]);
    else list.push(point);
  }
  for (const list of found.values()) list.sort((a, b) => (a.period < b.period ? -1 : 1));
  return found;
}

function bookOf(read: ReadPackage, source: (id: string) => Source | undefined): RateBook {
  const own = (read.tables.get("rates") ?? []).map(
    (row): RateEntry => ({
      on: fromRow(read, row, () => dated(row["date"] ?? "", row["rate"] ?? "")),
      base: row["base"] ?? "",
      quote: row["quote"] ?? "",
      rate: row["rate"] ?? "",
      per: row["per"] === "100" ? 100 : 1,
      kind: row["kind"] as RateEntry["kind"],
      source: source(row["source"] ?? "") as Source,
    }),
  );
  if (own.length === 0) return openRateBook();
  return new RateBook(own);
}

function needs(read: ReadPackage, table: string, columns: readonly string[]) {
  const names = read.schemas.get(table)?.fields.map((field) => field.name) ?? [];
  const missing = columns.filter((one) => !names.includes(one));
  if (missing.length === 0) return read.tables.get(table) ?? [];
  throw new FigureError(
    "bad-data",
    `${read.folder}/datapackage.json: ${names.length === 0 ? `found no table "${table}"` : `the table "${table}" lacks ${missing.join(", ")}`}, expected the columns ${columns.join(", ")}`,
    { file: `${read.folder}/datapackage.json` },
  );
}

function sourceOf(row: Readonly<Record<string, string>>): Source {
  const { publisher = "", title = "", url = "", published_on: date = "" } = row;
  return {
    publisher,
    ...(title === "" ? {} : { title }),
    ...(url === "" ? {} : { url }),
    ...(date === "" ? {} : { date }),
  };
}
