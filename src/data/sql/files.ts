import { FigureError } from "../../errors.js";
import { Column } from "../columns/column.js";
import { codesFor, Keys } from "../columns/keys.js";
import { badRows, decimalOf, type SetAside } from "./bad-rows.js";
import { noColumn } from "./csv-shape.js";
import { DuckDb, type DuckDbOptions, duckdb } from "./duckdb.js";
import { guardSql, type SqlSource } from "./plan.js";
import { csvError, FILE, filesOf, readerOf } from "./readers.js";

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

  private constructor(
    engine: DuckDb,
    source: SqlSource,
    setAside: SetAside,
    files: readonly string[],
    columns: readonly string[],
  ) {
    this.engine = engine;
    this.source = source;
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
      return await openOver(engine, paths, options, (...parts) => new FileTable(...parts));
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
    const { engine, source } = this;
    const guard = await engine.rows(guardSql(duckdb, source, undefined), signal);
    const [, count, , low, high] = guard[0] ?? [];
    const rows = Number(count ?? 0);
    const size = [low, high].map((one) => BigInt(one ?? "0")).map((one) => (one < 0n ? -one : one));
    const narrow = size.every((one) => one <= BigInt(Number.MAX_SAFE_INTEGER));
    const names = Object.keys(source.keys);
    // One after the other: a connection streams one answer at a time.
    const dictionaries: string[][] = [];
    for (const name of names) dictionaries.push(await this.#distinct(name, signal));
    const unit = duckdb.scaled(source.amount, source.decimals);
    // A whole number within 2^53 is the same number as a double.
    const amount = narrow
      ? `COALESCE(CAST(${unit} AS DOUBLE), CAST('nan' AS DOUBLE))`
      : `COALESCE(${unit}, CAST(-9223372036854775808 AS BIGINT))`;
    const units = narrow ? new Float64Array(rows) : new BigInt64Array(rows);
    const codes = dictionaries.map((one) => codesFor(one.length, rows));
    await engine.run(async () => {
      for (const [i, values] of dictionaries.entries()) {
        const list = values.map((one) => duckdb.literal(one)).join(", ");
        await engine.connection.run(`CREATE OR REPLACE TEMP TYPE key${i} AS ENUM (${list || "''"})`);
      }
      const picked = names.map((name, i) => `CAST(${keyText(source, name)} AS key${i})`);
      const result = await engine.connection.stream(
        `SELECT ${[amount, ...picked].join(", ")} FROM ${source.from} s0`,
      );
      let at = 0;
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) break;
        const { rowCount } = chunk;
        if (at + rowCount > rows) throw new FigureError("bad-data", "the files changed while they were read");
        units.set(itemsOf(chunk.getColumnVector(0), rowCount) as never, at);
        codes.forEach((one, i) => {
          one.set(itemsOf(chunk.getColumnVector(i + 1), rowCount) as never, at);
        });
        at += rowCount;
      }
      if (at !== rows) throw new FigureError("bad-data", "the files changed while they were read");
    }, signal);
    return {
      value: new Column(currency, source.decimals, units),
      keys: names.map((name, i) => new Keys(name, dictionaries[i] as string[], codes[i] as Uint16Array)),
    };
  }

  async #distinct(name: string, signal: AbortSignal | undefined): Promise<string[]> {
    const found = await this.engine.rows(
      `SELECT DISTINCT ${keyText(this.source, name)} AS k FROM ${this.source.from} s0 ORDER BY k`,
      signal,
    );
    return found.map(([key]) => key ?? "");
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

const keyText = (source: SqlSource, name: string) => `COALESCE(CAST(${source.keys[name]} AS VARCHAR), '')`;

function itemsOf(vector: unknown, length: number): ArrayLike<number> | ArrayLike<bigint> {
  const { items } = vector as { items: Float64Array };
  return items.length === length ? items : items.subarray(0, length);
}

type Make = (
  engine: DuckDb,
  source: SqlSource,
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
  const decimal = decimalOf(amount, types.get(amount) as string, decimals);
  const source: SqlSource = {
    from: VIEW,
    amount: decimal.expression,
    exact: true,
    decimals,
    keys: Object.fromEntries(options.keys.map((name) => [name, duckdb.identifier(name)])),
  };
  const setAside = await badRows(engine, VIEW, reader, amount, decimal.bad, {
    columns,
    setAside: options.setAside === true,
  });
  const good =
    setAside.count === 0
      ? source
      : { ...source, from: `(SELECT * FROM ${VIEW} WHERE NOT COALESCE(${decimal.bad}, FALSE))` };
  return make(engine, good, setAside, files, columns);
}
