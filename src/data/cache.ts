import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../data/file/write.js";
import type { Source } from "../figure/quantity.js";
import type { RateEntry } from "../rate/entry.js";
import type { RateKind } from "../rate/kind.js";
import { readText } from "./file/bytes.js";
import { readTable } from "./read.js";
import { type TableSchema, tableSchema } from "./schema.js";
import type { FlowEntry } from "./sources/flows.js";
import { toCsv } from "./to-csv.js";

/** What stands beside every cached table: where it came from, when, and which bytes. */
export interface Sidecar {
  readonly source: string;
  readonly publisher: string;
  readonly holds: "rates" | "flows";
  readonly url: string;
  readonly fetched: string;
  /** SHA-256 of the answer as it came. */
  readonly sha256: string;
  readonly rows: number;
}

const RATE_COLUMNS = ["on", "base", "quote", "rate", "per", "kind", "publisher", "title", "url"] as const;
const FLOW_COLUMNS = ["reporter", "partner", "flow", "period", "amount", "scale", "currency"] as const;

/**
 * The user's cache folder for trade-figures: TRADE_FIGURES_CACHE where it is set, otherwise where the system keeps
 * caches (the env-paths convention).
 */
export async function cacheFolder(): Promise<string> {
  const named = process.env["TRADE_FIGURES_CACHE"];
  if (named !== undefined && named !== "") return named;
  const { default: envPaths } = await import("env-paths");
  return envPaths("trade-figures", { suffix: "" }).cache;
}

type Row = Readonly<Record<string, string>>;

const rateRow = (entry: RateEntry): Row => ({
  on: entry.on,
  base: entry.base,
  quote: entry.quote,
  rate: entry.rate,
  per: String(entry.per ?? 1),
  kind: entry.kind,
  publisher: entry.source?.publisher ?? "",
  title: entry.source?.title ?? "",
  url: entry.source?.url ?? "",
});

/** New rows replace old ones of the same key; the others stay, so that a second range adds to the first. */
export function saveRates(folder: string, side: Sidecar, entries: readonly RateEntry[]): number {
  const key = (row: Row) => `${row["base"]}/${row["quote"]} ${row["kind"]} ${row["on"]}`;
  return save(folder, side, RATE_COLUMNS, entries.map(rateRow), key);
}

export function saveFlows(folder: string, side: Sidecar, entries: readonly FlowEntry[]): number {
  const key = (row: Row) => `${row["reporter"]} ${row["partner"]} ${row["flow"]} ${row["period"]}`;
  return save(
    folder,
    side,
    FLOW_COLUMNS,
    entries.map((entry) => ({ ...entry })),
    key,
  );
}

function save(
  folder: string,
  side: Sidecar,
  columns: readonly string[],
  rows: readonly Row[],
  key: (row: Row) => string,
): number {
  const path = join(folder, `${side.source}.csv`);
  const merged = new Map<string, Row>();
  if (existsSync(path))
    for (const row of readTable(path, schemaOf(columns), LARGE)) merged.set(key(row), row);
  for (const row of rows) merged.set(key(row), row);
  const sorted = [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
  mkdirSync(folder, { recursive: true });
  writeWhole(path, toCsv(sorted, { columns }));
  writeWhole(
    join(folder, `${side.source}.json`),
    `${JSON.stringify({ ...side, rows: sorted.length }, undefined, 2)}\n`,
  );
  return sorted.length;
}

/**
 * Every rate in a cache folder; none where there is no folder.
 * @throws FigureError "bad-data" for a table that was changed by hand into something else
 */
export function cachedRates(folder: string): RateEntry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const side = JSON.parse(readText(join(folder, name))) as Sidecar;
      if (side.holds !== "rates") return [];
      return readTable(join(folder, name.replace(/\.json$/, ".csv")), schemaOf(RATE_COLUMNS), LARGE).map(
        entryOf,
      );
    });
}

/** The whole history of a source is larger than the tables of a data package. */
const LARGE = { maxBytes: 256 * 1024 * 1024 };

function schemaOf(columns: readonly string[]): TableSchema {
  return tableSchema({ fields: columns.map((name) => ({ name, type: "string" })) }, "the cache");
}

function entryOf(cells: Row): RateEntry {
  const { on = "", base = "", quote = "", rate = "", per, kind, publisher = "", title, url } = cells;
  const source: Source = { publisher, ...(title ? { title } : {}), ...(url ? { url } : {}) };
  return {
    on,
    base,
    quote,
    rate,
    per: Number(per) as NonNullable<RateEntry["per"]>,
    kind: kind as RateKind,
    source,
  };
}
