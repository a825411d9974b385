import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FigureError } from "../../errors.js";
import { destinationOf } from "../file/destination.js";
import { cannotWrite } from "../file/draft.js";
import { duckdb } from "./duckdb.js";
import type { FileTable } from "./files.js";
import { convertedSql } from "./plan.js";
import { prepare, type SummariseOptions } from "./summarise.js";

export interface WriteOptions extends Omit<SummariseOptions, "by"> {
  /** The amount column's name in the files; the new column is called by it and its currency: value_USD. */
  readonly amount?: string;
}

export interface Written {
  readonly rows: number;
  readonly column: string;
  readonly engine: string;
}

/**
 * The files' rows, all their columns, and each amount in the other currency, as one CSV or Parquet file (by its ending).
 * Rows go from the files to the file, so that it need not fit into memory. It is written whole or not at all.
 * @throws FigureError "no-rate", "bad-data", "no-file"
 */
export async function writeConverted(
  table: FileTable,
  path: string,
  options: WriteOptions,
): Promise<Written> {
  const { engine, source, columns } = table;
  const { rateKey = "month", rounding = "halfEven", signal } = options;
  if (options.rates === undefined) throw new FigureError("bad-option", "a conversion needs rates");
  const format = formatOf(path);
  const currency = options.rates.other(options.from);
  const column = `${options.amount ?? "value"}_${currency}`;
  if (columns.includes(column)) {
    throw new FigureError("bad-option", `the files have a column "${column}" already`);
  }
  // Own names for what is carried along, so that no column of a file can be taken for one of the plan's.
  const renamed = columns.map((name, i) => `${duckdb.identifier(name)} AS m${i}`);
  const keys = Object.fromEntries(Object.keys(source.keys).map((name, i) => [name, `key${i}`]));
  const from = `(SELECT ${[
    ...renamed,
    ...Object.keys(source.keys).map((name, i) => `${source.keys[name]} AS key${i}`),
    `${source.amount} AS amount0`,
  ].join(", ")} FROM ${source.from} f0)`;
  const { scale, ratios, division } = await prepare(engine, source, { ...options, by: [] });
  const inner = convertedSql(
    duckdb,
    { ...source, from, amount: "amount0", keys },
    { ratios, division, keys: [], rateKey, rounding, more: columns.map((_, i) => `m${i}`) },
  );
  const decimal =
    scale === 0
      ? "CAST(y AS DECIMAL(18,0))"
      : `CAST(y AS DECIMAL(18,0)) * CAST(${`0.${"0".repeat(scale - 1)}1`} AS DECIMAL(${scale},${scale}))`;
  const outer = `SELECT ${[...columns.map((name, i) => `m${i} AS ${duckdb.identifier(name)}`), `${decimal} AS ${duckdb.identifier(column)}`].join(", ")} FROM (${inner}) w0`;
  const [[rows] = []] = await copyWhole(path, (draft) =>
    engine.rows(`COPY (${outer}) TO ${duckdb.literal(draft)} (${format})`, signal),
  );
  return { rows: Number(rows), column, engine: engine.version };
}

function formatOf(path: string): string {
  if (/\.parquet$/i.test(path)) return "FORMAT parquet, COMPRESSION zstd";
  if (/\.csv$/i.test(path) || path.startsWith("/dev/")) return "FORMAT csv, HEADER true";
  throw new FigureError("bad-option", `"${basename(path)}" says no format: end it in .csv or .parquet`);
}

/** Lets another program write a file beside the one that is asked for, and gives it the name once it is whole. */
async function copyWhole<T>(path: string, write: (draft: string) => Promise<T>): Promise<T> {
  const to = destinationOf(path);
  const draft = to.through
    ? to.path
    : join(dirname(to.path), `.${basename(to.path)}.${randomBytes(6).toString("hex")}.part`);
  const drop = () => {
    if (!to.through) rmSync(draft, { force: true });
  };
  process.once("exit", drop);
  try {
    const said = await write(draft);
    if (!to.through) {
      synced(draft);
      renameSync(draft, to.path);
    }
    return said;
  } catch (error) {
    const code = codeOf(error, draft);
    throw code === undefined ? error : cannotWrite(path, code);
  } finally {
    drop();
    process.off("exit", drop);
  }
}

function synced(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const CODES = [
  ["No space left on device", "ENOSPC"],
  ["Disk quota exceeded", "EDQUOT"],
  ["File too large", "EFBIG"],
  ["No such file or directory", "ENOENT"],
  ["Permission denied", "EACCES"],
  ["Read-only file system", "EROFS"],
] as const;

/** The system's code of an error about the draft, which DuckDB tells in words. */
function codeOf(error: unknown, draft: string): string | undefined {
  if (!FigureError.is(error)) return (error as NodeJS.ErrnoException).code;
  const text = error.message.includes(`"${draft}"`) ? error.message : "";
  return CODES.find(([says]) => text.includes(says))?.[1];
}
