import { createReadStream, type ReadStream, readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { parse } from "csv-parse";
import { isLosslessNumber, parse as parseJson } from "lossless-json";
import { FigureError } from "../../errors.js";
import { Column } from "../columns/column.js";
import { Keys } from "../columns/keys.js";
import { csvShape } from "../sql/csv-shape.js";
import { checkSignal } from "../sql/optional.js";
import { type Fields, LAYOUTS, type Layout, layoutOf } from "./layouts.js";
import { type CustomsRow, chapterOf } from "./row.js";

export interface LoadOptions {
  /** Digits of the commodity codes to keep: 2 for chapters; "total" for the rows of all commodities. */
  readonly level?: 2 | 4 | 6 | 8 | 10 | "total";
  /** Two countries as the files name them: only what each reports of its trade with the other is kept in memory. */
  readonly between?: readonly [string, string];
  /** Rows that are held in memory before the reading ends with an error (default 2,000,000, less than 2 GB). */
  readonly most?: number;
  /** Ends the reading with an error. */
  readonly signal?: AbortSignal;
}

/** Less than 2 GB. Which rows hold others is known only once all are there. */
const MOST_ROWS = 2_000_000;

/** Rows that were left out, so that nothing counts twice: how many, and why. */
export interface LeftOut {
  readonly why: string;
  readonly rows: number;
}

/** Customs rows that may be added: none is a part of another. */
export interface CustomsTable {
  readonly rows: readonly CustomsRow[];
  readonly leftOut: readonly LeftOut[];
  readonly form: string;
  /** Who reports in the files, kept or not. */
  readonly reporters: readonly string[];
}

/**
 * Customs rows from files of UN Comtrade (CSV or JSON), Eurostat Comext or SDMX-CSV, by its columns. Rows that are parts
 * or sums of other rows are left out, and listed: a second partner, a procedure, a mode of transport beside the row for
 * all; World beside its countries; a heading beside its chapter. Files that overlap count once: the same row in two of them
 * is an error, and a part in one of them is left out where another has the row for all.
 * @throws FigureError "bad-data" with file, line and column, and for rows that overlap without one holding the other;
 * "bad-option" where several levels of commodities are there and none is named
 */
export async function loadCustoms(
  paths: string | readonly string[],
  options: LoadOptions = {},
): Promise<CustomsTable> {
  const byLayout = new Map<Layout, CustomsRow[]>();
  const reporters = new Set<string>();
  const [one, other] = options.between ?? [];
  const wanted = (row: CustomsRow) => {
    reporters.add(row.reporter);
    return (
      options.between === undefined ||
      (row.reporter === one && row.partner === other) ||
      (row.reporter === other && row.partner === one)
    );
  };
  const most = options.most ?? MOST_ROWS;
  let held = 0;
  for (const path of typeof paths === "string" ? [paths] : paths) {
    const { layout, rows } = await rowsOf(path, wanted, most - held, options.signal);
    const before = byLayout.get(layout) ?? [];
    for (const row of rows) before.push(row);
    byLayout.set(layout, before);
    held += rows.length;
  }
  const counted = [...byLayout].map(([layout, rows]) => countedOnce(rows, layout, options));
  return {
    rows: counted.flatMap((one) => one.rows),
    leftOut: counted.flatMap((one) => one.leftOut),
    form: [...byLayout.keys()].map(({ name }) => name).join(", "),
    reporters: [...reporters].sort(),
  };
}

async function rowsOf(
  path: string,
  wanted: (row: CustomsRow) => boolean,
  most: number,
  signal: AbortSignal | undefined,
): Promise<{ layout: Layout; rows: CustomsRow[] }> {
  const records = /\.json$/i.test(path) ? jsonRecords(path) : csvRecords(path);
  let layout: Layout | undefined;
  const rows: CustomsRow[] = [];
  const shared = sharing();
  for await (const { fields, line } of records) {
    checkSignal(signal);
    layout ??= layoutOf(Object.keys(fields), path);
    const row = layout.row(fields, { file: path, line });
    if (row === undefined) continue;
    if (!/^-?\d+(\.\d+)?$/.test(row.value)) {
      throw new FigureError(
        "bad-data",
        `${path}, line ${line}: the value "${row.value.slice(0, 40)}" is not a plain amount`,
        { file: path, line },
      );
    }
    if (!wanted(row)) continue;
    if (rows.length >= most) {
      throw new FigureError(
        "bad-data",
        `${path}, line ${line}: here are more customs rows than are held in memory (most): load fewer files at a time, or the trade between two countries (between)`,
        { file: path, line },
      );
    }
    rows.push(shared(row));
  }
  checkSignal(signal);
  if (layout === undefined) throw new FigureError("bad-data", `${path} has no rows`, { file: path });
  return { layout, rows };
}

/** Rows say the same few codes again and again: each is held once. */
function sharing(): (row: CustomsRow) => CustomsRow {
  const texts = new Map<string, string>();
  const parts = new Map<string, CustomsRow["parts"]>();
  const once = (text: string) => {
    const before = texts.get(text);
    if (before === undefined) texts.set(text, text);
    return before ?? text;
  };
  return (row) => {
    const id = JSON.stringify(row.parts);
    const same = parts.get(id) ?? row.parts;
    parts.set(id, same);
    return {
      ...row,
      reporter: once(row.reporter),
      partner: once(row.partner),
      commodity: once(row.commodity),
      month: once(row.month),
      parts: same,
    };
  };
}

/** Leaves out what would count twice. */
function countedOnce(
  all: readonly CustomsRow[],
  layout: Layout,
  options: LoadOptions,
): { rows: readonly CustomsRow[]; leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  let rows = all;
  const keep = (why: string, test: (row: CustomsRow) => boolean) => {
    const kept = rows.filter(test);
    if (kept.length < rows.length) leftOut.push({ why, rows: rows.length - kept.length });
    rows = kept;
  };
  for (const [part, codes] of Object.entries(layout.totals)) {
    const isTotal = (row: CustomsRow) =>
      row.parts[part] === undefined || codes.includes(row.parts[part] as string);
    // As in most files: nothing to tell apart, and no name made for each row.
    if (rows.every(isTotal)) continue;
    const others = Object.keys(layout.totals).filter((one) => one !== part);
    const id = (row: CustomsRow) => [idOf(row), ...others.map((one) => row.parts[one] ?? "")].join("|");
    const whole = new Set(rows.filter(isTotal).map(id));
    keep(`${part}: the row for all is there`, (row) => isTotal(row) || !whole.has(id(row)));
    const wider = layout.wider?.[part];
    if (wider === undefined) continue;
    const coded = (code: string, row: CustomsRow) => `${code}|${id(row)}`;
    const there = new Set(rows.map((row) => coded(row.parts[part] ?? "", row)));
    keep(
      `${part}: the row that holds it is there`,
      (row) => isTotal(row) || !wider(row.parts[part] as string).some((code) => there.has(coded(code, row))),
    );
  }
  if (rows.some((row) => !layout.aggregatePartner(row.partner))) {
    keep("partners that are sums of others", (row) => !layout.aggregatePartner(row.partner));
  }
  const levels = new Set(rows.map(levelOf));
  if (options.level !== undefined) {
    const wanted = String(options.level);
    keep(`other levels than ${wanted}`, (row) => levelOf(row) === wanted);
  } else if (levels.size > 1) {
    throw new FigureError(
      "bad-option",
      `commodities of several levels are in one file (${[...levels].sort().join(", ")} digits): each holds the next; name one with level`,
    );
  }
  const seen = new Map<string, CustomsRow>();
  for (const row of rows) {
    const id = [idOf(row), ...Object.values(row.parts)].join("|");
    const before = seen.get(id);
    if (before !== undefined) {
      throw new FigureError(
        "bad-data",
        `${row.file}, line ${row.line}: the same row as ${before.file === row.file ? "" : `${before.file}, `}line ${before.line} (${row.reporter}, ${row.partner}, ${row.flow}, ${row.commodity}, ${row.month})`,
        { file: row.file, line: row.line },
      );
    }
    seen.set(id, row);
  }
  checkDisjoint(rows, layout);
  return { rows, leftOut };
}

/**
 * Of the rows of one trade, one by procedure and one by mode of transport hold the same goods, and neither holds the other.
 * Two rows are disjoint where both name the same part, by codes that are different and of which none holds the other.
 */
function checkDisjoint(rows: readonly CustomsRow[], layout: Layout): void {
  const names = (row: CustomsRow) =>
    Object.entries(layout.totals).flatMap(([part, totals]) => {
      const code = row.parts[part];
      return code === undefined || totals.includes(code) ? [] : [part];
    });
  // Where each row of a trade is by nothing, there is nothing to meet.
  const parted = new Set(rows.filter((row) => names(row).length > 0).map(idOf));
  const beside = parted.size === 0 ? [] : rows.filter((row) => parted.has(idOf(row)));
  for (const alike of groupedBy(beside, idOf).values()) {
    if (alike.length < 2) continue;
    const patterns = [...groupedBy(alike, (row) => names(row).join("|")).values()];
    for (const [i, some] of patterns.entries()) {
      for (const others of patterns.slice(i + 1)) {
        const [one, other] = [some[0] as CustomsRow, others[0] as CustomsRow];
        const both = names(one).filter((part) => names(other).includes(part));
        // The row's own codes first, then each with a code that holds it.
        const codes = (row: CustomsRow) =>
          both.reduce<string[]>(
            (before, part) => {
              const code = row.parts[part] as string;
              const all = [code, ...(layout.wider?.[part]?.(code) ?? [])];
              return all.flatMap((one) => before.map((text) => `${text}|${one}`));
            },
            [""],
          );
        const own = new Map(some.map((row) => [codes(row)[0] as string, row]));
        const held = new Map(some.flatMap((row) => codes(row).map((one) => [one, row] as const)));
        const meets = (row: CustomsRow) => {
          const all = codes(row);
          return (
            held.get(all[0] as string) ?? all.map((one) => own.get(one)).find((one) => one !== undefined)
          );
        };
        const twice = others.find((row) => meets(row) !== undefined);
        if (twice === undefined) continue;
        const first = meets(twice) as CustomsRow;
        throw new FigureError(
          "bad-data",
          `${twice.file}, line ${twice.line}: it is by ${names(twice).join(", ") || "nothing"}, and ${first.file === twice.file ? "" : `${first.file}, `}line ${first.line} by ${names(first).join(", ") || "nothing"}: both hold the same trade in part; keep rows of one kind`,
          { file: twice.file, line: twice.line },
        );
      }
    }
  }
}

function groupedBy<T>(rows: readonly T[], id: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(id(row));
    if (group === undefined) groups.set(id(row), [row]);
    else group.push(row);
  }
  return groups;
}

const idOf = (row: CustomsRow) => [row.reporter, row.partner, row.flow, row.commodity, row.month].join("|");

function levelOf(row: CustomsRow): string {
  return /^\d+$/.test(row.commodity) ? String(row.commodity.length) : "total";
}

/** The rows as columns, for conversion and sums. All must be of one currency. */
export function customsColumns(
  rows: readonly CustomsRow[],
  decimals = 3,
): { value: Column; keys: Record<string, Keys> } {
  const currencies = [...new Set(rows.map((row) => row.currency))];
  if (currencies.length !== 1) {
    throw new FigureError(
      "currency-mismatch",
      `rows in ${currencies.join(", ") || "no currency"}: one column has one`,
    );
  }
  const key = (name: string, of: (row: CustomsRow) => string) => Keys.of(name, rows.map(of));
  return {
    value: Column.of(
      currencies[0] as string,
      decimals,
      rows.map((row) => row.value),
    ),
    keys: {
      month: key("month", (row) => row.month),
      reporter: key("reporter", (row) => row.reporter),
      partner: key("partner", (row) => row.partner),
      flow: key("flow", (row) => row.flow),
      commodity: key("commodity", (row) => row.commodity),
      chapter: key("chapter", (row) => chapterOf(row.commodity)),
    },
  };
}

interface FieldsAt {
  readonly fields: Fields;
  readonly line: number;
}

async function* csvRecords(path: string): AsyncGenerator<FieldsAt> {
  let input: ReadStream | undefined;
  try {
    const { delimiter, skip } = await shapeOf(path);
    input = createReadStream(path);
    const parser = input.pipe(
      parse({ columns: true, bom: true, info: true, skip_empty_lines: true, delimiter, from_line: skip + 1 }),
    );
    input.on("error", (error) => parser.destroy(error));
    for await (const { record, info } of parser as AsyncIterable<{ record: Fields; info: { lines: number } }>)
      yield { fields: record, line: info.lines };
  } catch (error) {
    throw readError(path, error);
  } finally {
    input?.destroy();
  }
}

/** What separates the columns: one character, since "Swine; live" stands in a cell of Comtrade without quotes. */
async function shapeOf(path: string): Promise<{ readonly delimiter: string; readonly skip: number }> {
  for (const { needs } of LAYOUTS) {
    try {
      return await csvShape(path, needs);
    } catch (error) {
      if (!FigureError.is(error) || error.code !== "bad-option") throw error;
    }
  }
  return { delimiter: ",", skip: 0 };
}

/** Rows of JSON between two pauses: some ten milliseconds. */
const PAUSE = 4096;

/** Comtrade's JSON: the rows are in "data", its numbers keep their digits. */
async function* jsonRecords(path: string): AsyncGenerator<FieldsAt> {
  let found: unknown;
  try {
    found = parseJson(readFileSync(path, "utf8"));
  } catch (error) {
    throw readError(path, error);
  }
  const rows = Array.isArray(found) ? found : (found as { data?: unknown } | null)?.data;
  if (!Array.isArray(rows))
    throw new FigureError("bad-data", `${path}: expected rows in "data"`, { file: path });
  for (const [i, row] of rows.entries()) {
    // Nothing here waits: without a pause no timer and no signal is heard before the last row.
    if (i % PAUSE === 0) await setImmediate();
    const fields = Object.entries((row ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      value === null || value === undefined ? "" : isLosslessNumber(value) ? value.value : String(value),
    ]);
    yield { fields: Object.fromEntries(fields) as Fields, line: i + 1 };
  }
}

function readError(path: string, error: unknown): FigureError {
  if (FigureError.is(error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return new FigureError("no-file", `there is no ${path}`, { file: path });
  return code === "EISDIR"
    ? new FigureError("no-file", `${path} is a folder: name its files`, { file: path })
    : new FigureError("bad-data", `${path}: ${message.split("\n")[0]}`, { file: path });
}
