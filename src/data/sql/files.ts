import { existsSync, statSync } from "node:fs";
import { FigureError } from "../../errors.js";
import { Column } from "../columns/column.js";
import { codesFor, Keys } from "../columns/keys.js";
import { DuckDb, type DuckDbOptions, duckdb } from "./duckdb.js";
import { guardSql, type SqlSource } from "./plan.js";
import { sheetRows } from "./sheet.js";

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

/** A row that could not be read: where it is, and what was found there. */
export interface BadRow {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string | undefined;
  readonly found: string;
  readonly why: string;
}

export interface SetAside {
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly BadRow[];
}

const LISTED = 1000;

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
      throw error;
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
  const from = await reader(engine, files, options.setAside === true);
  await engine.run(() =>
    engine.connection.run(`CREATE OR REPLACE TEMP VIEW ${VIEW} AS SELECT * FROM ${from}`),
  );
  const described = await engine.rows(`DESCRIBE ${VIEW}`);
  const types = new Map(described.map(([name, type]) => [name ?? "", type ?? ""]));
  const columns = [...types.keys()].filter((one) => one !== "filename");
  const amount = options.amount ?? "value";
  for (const name of [amount, ...options.keys]) {
    if (!types.has(name)) {
      throw new FigureError(
        "bad-option",
        `no column "${name}" in ${files[0]}; there are ${columns.join(", ")}`,
        {
          file: files[0] as string,
        },
      );
    }
  }
  const decimal = decimalOf(amount, types.get(amount) as string, decimals);
  const source: SqlSource = {
    from: VIEW,
    amount: decimal.expression,
    exact: true,
    decimals,
    keys: Object.fromEntries(options.keys.map((name) => [name, duckdb.identifier(name)])),
  };
  const setAside = await badRows(engine, amount, decimal.bad, options.setAside === true, files);
  const good =
    setAside.count === 0
      ? source
      : { ...source, from: `(SELECT * FROM ${VIEW} WHERE NOT COALESCE(${decimal.bad}, FALSE))` };
  return make(engine, good, setAside, files, columns);
}

/** The amount as a decimal, and the condition of a row that has something else there. */
function decimalOf(name: string, type: string, decimals: number): { expression: string; bad: string } {
  const column = duckdb.identifier(name);
  if (/^(DOUBLE|FLOAT|REAL)/.test(type)) {
    throw new FigureError(
      "bad-data",
      `column ${name} is ${type}: its amounts have lost digits already; store them as DECIMAL or as text`,
    );
  }
  const fixed = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (fixed !== null) {
    const scale = Number(fixed[2]);
    if (scale > decimals)
      throw new FigureError(
        "bad-option",
        `column ${name} has ${scale} decimals: say so, --decimals ${scale}`,
      );
    return { expression: column, bad: `(${duckdb.loses(column, decimals)})` };
  }
  const text = `CAST(${column} AS VARCHAR)`;
  const trimmed = `NULLIF(TRIM(${text}), '')`;
  // DECIMAL(18) is much faster than DECIMAL(38); what does not fit into it takes the wide one.
  const value = `TRY_CAST(${trimmed} AS DECIMAL(18,${decimals}))`;
  const wide = `TRY_CAST(${trimmed} AS DECIMAL(38,${decimals}))`;
  const fits = `LENGTH(${trimmed}) <= ${14 + (decimals > 0 ? 1 : 0)}`;
  const plain = `regexp_full_match(${trimmed}, '[+-]?[0-9]+([.][0-9]{0,${decimals}}0*)?')`;
  const largest = 2n ** 63n / 10n ** BigInt(decimals) - 1n;
  return {
    expression: `(CASE WHEN ${fits} THEN ${value} ELSE ${wide} END)`,
    bad: `(${trimmed} IS NOT NULL AND (NOT ${plain} OR (NOT ${fits} AND COALESCE(abs(${wide}) > ${largest}, TRUE))))`,
  };
}

async function badRows(
  engine: DuckDb,
  amount: string,
  bad: string,
  setAside: boolean,
  files: readonly string[],
): Promise<SetAside> {
  const [[first] = []] = await engine.rows(`SELECT COUNT(*) FROM ${VIEW} WHERE ${bad}`);
  const rejects = setAside ? await rejected(engine) : [];
  const count = Number(first);
  if (count === 0) return { count: rejects.length, rows: rejects };
  // Lines are counted only now that they are needed: rows in the order of their file, streamed.
  const listed: (readonly (string | null)[])[] = [];
  const within = await engine.rows(`SELECT DISTINCT filename FROM ${VIEW} WHERE ${bad} ORDER BY 1`);
  for (const [file] of within) {
    const name = duckdb.literal(file ?? "");
    const found = await engine.rows(
      `SELECT ${name}, line, found FROM (SELECT ROW_NUMBER() OVER () + 1 AS line, CAST(${duckdb.identifier(amount)} AS VARCHAR) AS found, ${bad} AS bad FROM (SELECT * FROM ${VIEW} WHERE filename = ${name}) f) r WHERE bad LIMIT ${LISTED - listed.length}`,
    );
    listed.push(...found);
    if (listed.length >= LISTED) break;
  }
  const rows = listed.map(([file, line, found]) => ({
    file: file ?? (files[0] as string),
    line: Number(line),
    column: amount,
    found: (found ?? "").slice(0, 60),
    why: /^[+-]?\d+\.\d+$/.test((found ?? "").trim())
      ? "has more decimals than were asked for, or is beyond 2^63"
      : "is not a plain amount such as -1234.50",
  }));
  if (setAside) return { count: count + rejects.length, rows: [...rejects, ...rows].slice(0, LISTED) };
  throw badRow(rows[0] as BadRow, count);
}

function badRow(row: BadRow, count: number): FigureError {
  const more = count > 1 ? ` (and ${(count - 1).toLocaleString("en")} more)` : "";
  return new FigureError(
    "bad-data",
    `${row.file}, line ${row.line}, column ${row.column}: "${row.found}" ${row.why}${more}; --set-aside leaves such rows out and counts them`,
    {
      file: row.file,
      ...(row.line === undefined ? {} : { line: row.line }),
      ...(row.column === undefined ? {} : { column: row.column }),
    },
  );
}

/** The rows that DuckDB's reader of CSV could not split into columns. */
async function rejected(engine: DuckDb): Promise<BadRow[]> {
  // The reader fills its table as it reads.
  await engine.rows(`SELECT COUNT(*) FROM (SELECT * FROM ${VIEW}) r`);
  const there = await engine.rows("SELECT COUNT(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'");
  if (there[0]?.[0] !== "1") return [];
  const found = await engine.rows(
    `SELECT DISTINCT s.file_path, e.line, e.column_name, e.csv_line, e.error_message FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id) ORDER BY 1, 2 LIMIT ${LISTED}`,
  );
  return found.map(([file, line, column, text, why]) => ({
    file: file ?? "",
    line: Number(line),
    column: column ?? undefined,
    found: (text ?? "").slice(0, 60),
    why: (why ?? "").split("\n")[0] as string,
  }));
}

/** Paths, globs and folders as files. */
async function filesOf(engine: DuckDb, paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (existsSync(path)) {
      if (statSync(path).isDirectory())
        files.push(...(await globbed(engine, `${path.replace(/\/+$/, "")}/*`)));
      else files.push(path);
    } else if (/[*?[]/.test(path)) files.push(...(await globbed(engine, path)));
    else throw new FigureError("no-file", `there is no ${path}`, { file: path });
  }
  const kinds = new Set(files.map(kindOf));
  if (files.length === 0) throw new FigureError("no-file", `no file matches ${paths.join(", ")}`);
  if (kinds.size > 1) {
    throw new FigureError(
      "bad-option",
      `the files are of several kinds (${[...kinds].join(", ")}): give one kind at a time`,
    );
  }
  return files;
}

async function globbed(engine: DuckDb, pattern: string): Promise<string[]> {
  const found = await engine.rows(`SELECT file FROM glob(${duckdb.literal(pattern)}) ORDER BY file`);
  return found.map(([file]) => file as string).filter((file) => ENDINGS.test(file));
}

const ENDINGS = /\.(csv|tsv|txt|csv\.gz|parquet|json|jsonl|ndjson|xlsx)$/i;

function kindOf(file: string): string {
  if (/\.parquet$/i.test(file)) return "Parquet";
  if (/\.(json|jsonl|ndjson)$/i.test(file)) return "JSON";
  return /\.xlsx$/i.test(file) ? "Excel" : "CSV";
}

/** The table function that reads the files; text stays text. */
async function reader(engine: DuckDb, files: readonly string[], setAside: boolean): Promise<string> {
  const list = `[${files.map((file) => duckdb.literal(file)).join(", ")}]`;
  const kind = kindOf(files[0] as string);
  if (kind === "Parquet") return `read_parquet(${list}, filename = true, union_by_name = true)`;
  if (kind === "JSON") {
    // Without a look at the columns DuckDB would make DOUBLE of 1.5: the names are taken, the types are text.
    const found = await engine.rows(`DESCRIBE SELECT * FROM read_json(${list}, union_by_name = true)`);
    const columns = found.map(([name]) => `${duckdb.literal(name ?? "")}: 'VARCHAR'`).join(", ");
    return `read_json(${list}, filename = true, columns = {${columns}})`;
  }
  if (kind === "Excel") return sheetRows(engine, files);
  // DuckDB cannot do both; where rows are set aside the files must have their columns in one order.
  const how = setAside ? "store_rejects = true" : "union_by_name = true";
  return `read_csv(${list}, all_varchar = true, header = true, filename = true, ${how})`;
}
