import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FigureError } from "../errors.js";
import { isCurrencyCode } from "../figure/currency.js";
import { period } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import type { RateEntry } from "../rate/entry.js";
import { RATE_KINDS, type RateKind } from "../rate/kind.js";
import { cellError, checkedRows, type PlacedRow, type Row } from "./check.js";
import { parseCsv } from "./csv.js";
import { readText, shownPath } from "./file/bytes.js";
import { writeWhole } from "./file/draft.js";
import { withLock } from "./file/lock.js";
import { type TableSchema, tableSchema } from "./schema.js";
import type { FlowEntry } from "./sources/flows.js";
import { toCsv } from "./to-csv.js";

/** Where the rows of a cache file came from last, when, and which bytes: its first line, as JSON behind a number sign. */
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

const COLUMNS = {
  rates: ["on", "base", "quote", "rate", "per", "kind", "publisher", "title", "url"],
  flows: ["reporter", "partner", "flow", "period", "amount", "scale", "currency"],
} as const;

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
  return save(folder, side, entries.map(rateRow), key);
}

export function saveFlows(folder: string, side: Sidecar, entries: readonly FlowEntry[]): number {
  const key = (row: Row) => `${row["reporter"]} ${row["partner"]} ${row["flow"]} ${row["period"]}`;
  return save(
    folder,
    side,
    entries.map((entry) => ({ ...entry })),
    key,
  );
}

/** One file, under a lock, with one rename: two updates at once lose nothing, and a kill leaves the old file or the new. */
function save(folder: string, side: Sidecar, rows: readonly Row[], key: (row: Row) => string): number {
  mkdirSync(folder, { recursive: true });
  return withLock(folder, () => {
    const path = join(folder, `${side.source}.csv`);
    const merged = new Map<string, Row>();
    if (existsSync(path)) for (const { row } of readCache(path).rows) merged.set(key(row), row);
    for (const row of rows) merged.set(key(row), row);
    const sorted = [...merged.entries()]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, row]) => row);
    const head = `# ${JSON.stringify({ ...side, rows: sorted.length })}\n`;
    writeWhole(path, head + toCsv(sorted, { columns: COLUMNS[side.holds] }));
    // What an earlier version kept beside it.
    rmSync(join(folder, `${side.source}.json`), { force: true });
    return sorted.length;
  });
}

/**
 * Every rate in a cache folder; none where there is no folder.
 * @throws FigureError "bad-data" with file, line and column for a file that is broken, cut off or was changed by hand
 *   into something else
 */
export function cachedRates(folder: string): RateEntry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .flatMap((name) => {
      const { side, file, rows } = readCache(join(folder, name));
      if (side.holds !== "rates") return [];
      const known = new Set<string>();
      return rows.map((placed) => entryOf(placed, file, known));
    });
}

/** The whole history of a source is larger than the tables of a data package. */
const LARGE = { maxBytes: 256 * 1024 * 1024 };

interface CacheFile {
  readonly file: string;
  readonly side: Sidecar;
  readonly rows: readonly PlacedRow[];
}

function readCache(path: string): CacheFile {
  const file = shownPath(path);
  const text = readText(path, LARGE);
  const end = text.indexOf("\n") + 1;
  const side = sideOf(text.slice(0, end), file);
  const records = parseCsv(text.slice(end), file, 2);
  const rows = checkedRows(records, SCHEMAS[side.holds], file);
  if (rows.length !== side.rows) {
    throw broken(file, `has ${rows.length} rows, and ${side.rows} were written: it is not whole`);
  }
  return { file, side, rows };
}

function sideOf(line: string, file: string): Sidecar {
  let side: Partial<Sidecar> | undefined;
  try {
    side = line.startsWith("# ") ? JSON.parse(line.slice(2)) : undefined;
  } catch {}
  if (typeof side === "object" && side !== null) {
    if ((side.holds === "rates" || side.holds === "flows") && typeof side.rows === "number")
      return side as Sidecar;
  }
  throw broken(file, "line 1 does not say where its rows came from", 1);
}

function broken(file: string, what: string, line?: number): FigureError {
  return new FigureError(
    "bad-data",
    `${file} ${what}; remove the file and run trade-figures update again`,
    line === undefined ? { file } : { file, line },
  );
}

const SCHEMAS: Readonly<Record<Sidecar["holds"], TableSchema>> = {
  rates: schemaOf(COLUMNS.rates),
  flows: schemaOf(COLUMNS.flows),
};

function schemaOf(columns: readonly string[]): TableSchema {
  return tableSchema({ fields: columns.map((name) => ({ name, type: "string" })) }, "the cache");
}

const PERS: Readonly<Record<string, NonNullable<RateEntry["per"]>>> = {
  "1": 1,
  "10": 10,
  "100": 100,
  "1000": 1000,
  "10000": 10000,
};

/** A row as a rate; `known` holds the days that were found right before, since most rows share theirs. */
function entryOf({ line, row }: PlacedRow, file: string, known: Set<string>): RateEntry {
  const { on = "", base = "", quote = "", rate = "", per = "", kind = "", publisher = "", title, url } = row;
  const refuse = (column: string, cell: string, expected: string) =>
    cellError(file, line, column, cell, expected);
  if (!known.has(on)) {
    if (!isPeriod(on)) throw refuse("on", on, "a day or a month of the calendar, such as 2023-10-23");
    known.add(on);
  }
  for (const [column, code] of [
    ["base", base],
    ["quote", quote],
  ] as const) {
    if (!isCurrencyCode(code)) throw refuse(column, code, "a currency such as USD");
  }
  if (base === quote) throw refuse("quote", quote, "another currency than the base");
  if (!isRateText(rate)) throw refuse("rate", rate, "a rate above zero, such as 7.1792");
  const unit = Object.hasOwn(PERS, per) ? PERS[per] : undefined;
  if (unit === undefined) throw refuse("per", per, `one of ${Object.keys(PERS).join(", ")}`);
  if (!(RATE_KINDS as readonly string[]).includes(kind))
    throw refuse("kind", kind, `one of ${RATE_KINDS.join(", ")}`);
  const source: Source = { publisher, ...(title ? { title } : {}), ...(url ? { url } : {}) };
  return { on, base, quote, rate, per: unit, kind: kind as RateKind, source };
}

/** Digits above zero, of a length that a published rate can have. */
export function isRateText(text: string): boolean {
  return text.length <= 24 && /^\d+(\.\d+)?$/.test(text) && /[1-9]/.test(text);
}

function isPeriod(text: string): boolean {
  try {
    period(text);
    return true;
  } catch {
    return false;
  }
}
