import { statSync } from "node:fs";
import { FigureError } from "../../errors.js";
import type { Column } from "../columns/column.js";
import type { Keys } from "../columns/keys.js";
import { amountSql, badRows, type SetAside } from "./bad-rows.js";
import { probe } from "./connect.js";
import { noColumn } from "./csv-shape.js";
import { DuckDb, type DuckDbOptions, duckdb } from "./duckdb.js";
import { type LoadSource, loadColumns } from "./load.js";
import type { SqlSource } from "./plan.js";
import { csvError, FILE, filesOf, parquetParts, readerOf } from "./readers.js";

/** The name under which the rows of the files are a view. */
const VIEW = "trade_rows";

export interface FilesOptions extends DuckDbOptions {
  /** The column of the amounts (default "value"). */
  readonly amount?: string;
  /** Decimals of the amounts (default 2); more than that in a file is an error and not rounded. */
  readonly decimals?: number;
  /** The columns that are used as keys. */
  readonly keys: readonly string[];
  /** Rows whose amount cannot be read are set aside, counted and listed, instead of ending the work. */
  readonly setAside?: boolean;
  /** Ends the opening, and it alone: what is asked of the table later takes a signal of its own. */
  readonly signal?: AbortSignal;
}

/**
 * CSV, Parquet, JSON and Excel files of one shape as one table, by DuckDB: paths, globs, or a folder of monthly files. It
 * need not fit into memory. Amounts are read as text or decimals, never as floating point.
 */
export class FileTable {
  readonly engine: DuckDb;
  readonly source: SqlSource;
  readonly setAside: SetAside;
  readonly files: readonly string[];
  /** All columns of the files, in their order. */
  readonly columns: readonly string[];
  readonly #load: LoadSource;

  private constructor(
    engine: DuckDb,
    load: LoadSource,
    setAside: SetAside,
    files: readonly string[],
    columns: readonly string[],
  ) {
    this.engine = engine;
    this.source = load.source;
    this.#load = load;
    this.setAside = setAside;
    this.files = files;
    this.columns = columns;
  }

  /**
   * @throws FigureError "no-file"; "bad-data" with file, line and column of the first row that cannot be read;
   * "bad-option" for a column that is not there; "missing-package"
   */
  static async open(paths: readonly string[], options: FilesOptions): Promise<FileTable> {
    const engine = await DuckDb.open(options);
    try {
      return await engine.under(options.signal, async () => {
        await probe(engine);
        return openOver(engine, paths, options, (...parts) => new FileTable(...parts));
      });
    } catch (error) {
      await engine.close();
      throw csvError(error, paths);
    }
  }

  /**
   * Amounts and keys in memory: sixteen bytes a row and less, whole numbers within ±2^53 in doubles, others in 64-bit
   * integers. Amounts travel from DuckDB in its own arrays, without a detour through text.
   */
  async load<C extends string>(
    currency: C,
    signal?: AbortSignal,
  ): Promise<{ value: Column<C>; keys: Keys[] }> {
    return loadColumns(this.engine, this.#load, currency, signal);
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

/** A type whose values are written as text and read back as the same. */
const plainType = (type: string | undefined) =>
  /^(?:VARCHAR|DATE|U?(?:TINYINT|SMALLINT|INTEGER|BIGINT))$/.test(type ?? "") ? type : undefined;

/**
 * A look at files whose rows are read again with each statement, and whose amounts are looked at only once.
 * @throws FigureError "bad-data", from what comes back, once one of them was written to or replaced
 */
function unchanged(files: readonly string[]): () => void {
  const state = (file: string) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found === undefined ? "" : `${found.ino} ${found.size} ${found.mtimeMs}`;
  };
  const before = files.map(state);
  return () => {
    const file = files.find((one, i) => state(one) !== before[i]);
    if (file !== undefined)
      throw new FigureError("bad-data", `${file} changed since it was opened: open it again`, { file });
  };
}

type Make = (
  engine: DuckDb,
  load: LoadSource,
  setAside: SetAside,
  files: readonly string[],
  columns: readonly string[],
) => FileTable;

async function openOver(
  engine: DuckDb,
  paths: readonly string[],
  options: FilesOptions,
  make: Make,
): Promise<FileTable> {
  const decimals = options.decimals ?? 2;
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12) {
    throw new FigureError("bad-option", `amounts have 0 to 12 decimals, asked for ${decimals}`);
  }
  const files = await filesOf(engine, paths);
  engine.holds = unchanged(files);
  const amount = options.amount ?? "value";
  const wanted = [...new Set([amount, ...options.keys])];
  const reader = await readerOf(engine, files, wanted, options.setAside === true);
  await engine.run(() =>
    engine.connection.run(`CREATE OR REPLACE TEMP VIEW ${VIEW} AS SELECT * FROM ${reader.from}`),
  );
  const described = await engine.rows(`DESCRIBE ${VIEW}`);
  const types = new Map(described.map(([name, type]) => [name ?? "", type ?? ""]));
  const columns = [...types.keys()].filter((one) => one !== FILE);
  if (!wanted.every((name) => types.has(name))) throw noColumn(files[0] as string, wanted, columns);
  const decimal = amountSql(amount, types.get(amount) as string, decimals);
  const source: SqlSource = {
    from: VIEW,
    amount: decimal.units,
    ...(decimal.short === undefined ? {} : { short: decimal.short }),
    decimals,
    scaled: true,
    checked: true,
    keys: Object.fromEntries(options.keys.map((name) => [name, duckdb.identifier(name)])),
    types: Object.fromEntries(options.keys.map((name) => [name, plainType(types.get(name))])),
  };
  // The rows of a sheet and of JSON are in a table by now.
  if (reader.kind === "Excel" || reader.kind === "JSON") engine.holds = () => {};
  const { setAside, rows } = await badRows(engine, VIEW, reader, amount, decimal.bad, {
    columns,
    decimals,
    setAside: options.setAside === true,
  });
  const whole = setAside.count === 0;
  const from = whole ? VIEW : `(SELECT * FROM ${VIEW} WHERE NOT COALESCE(${decimal.bad}, FALSE))`;
  const parts =
    reader.kind === "Parquet" && decimal.bad === undefined ? await parquetParts(engine, files, columns) : [];
  return make(
    engine,
    { source: { ...source, from }, raw: decimal.raw, rows, parts },
    setAside,
    files,
    columns,
  );
}
