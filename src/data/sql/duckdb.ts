import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { FigureError } from "../../errors.js";
import { type Dialect, doubleQuoted, standardLiteral } from "./dialect.js";
import type { Engine, TextRow } from "./engine.js";
import { checkSignal, engineError, optional } from "./optional.js";

/** An amount in a type with room for each whole number of 64 bits; null where it has none even there. */
export const wide = (x: string, decimals: number) => `TRY_CAST(${x} AS DECIMAL(38,${decimals}))`;

/** Whether an amount, in units of 10^-decimals, is within ±(2^63 − 1). */
export function within64(x: string, decimals: number): string {
  const digits = String(2n ** 63n - 1n);
  const largest = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${x} BETWEEN -${largest} AND ${largest}`;
}

/** `//` truncates on integers; an integer sum is HUGEINT by itself; overflow is an error. Division by zero is never asked. */
export const duckdb: Dialect = {
  name: "DuckDB",
  identifier: doubleQuoted,
  literal: standardLiteral,
  bigint: (x) => `CAST(${x} AS BIGINT)`,
  quotient: (a, b) => `(${a} // ${b})`,
  remainder: (a, b) => `(${a} % ${b})`,
  abs: (x) => `abs(${x})`,
  text: (x) => `CAST(${x} AS VARCHAR)`,
  wideSum: (x) => `SUM(${x})`,
  // DECIMAL(18) keeps its scale in a product: times 10^d it has room for 18 − 2d digits before the point. The wide type is
  // twenty times slower and only needed above that.
  scaled: (x, decimals) => {
    const narrow =
      decimals > 9
        ? ""
        : `WHEN ${x} > -${10n ** BigInt(18 - 2 * decimals)} AND ${x} < ${10n ** BigInt(18 - 2 * decimals)} THEN CAST(${x} * ${10n ** BigInt(decimals)} AS BIGINT) `;
    return `CASE ${narrow}WHEN ${within64(wide(x, decimals), decimals)} THEN CAST(${wide(x, decimals)} * ${10n ** BigInt(decimals)} AS BIGINT) END`;
  },
  loses: (x, decimals) =>
    `CASE WHEN ${within64(wide(x, decimals), decimals)} THEN ${x} <> ${wide(x, decimals)} ELSE ${x} IS NOT NULL END`,
  double: (x) => `CAST(${x} AS DOUBLE)`,
  unbounded: (x) => `(${x} | 0)`,
  overflows: /Overflow in multiplication of (?:INT64|DECIMAL\(18\))/,
  typeOf: (x) => `typeof(${x})`,
};

export interface DuckDbOptions {
  /** A database file; in memory unless given. */
  readonly path?: string;
  /** Opens the database file for reading alone. */
  readonly readOnly?: boolean;
  /** As DuckDB writes it, "200MB": above it, it spills to `temporary`. */
  readonly memory?: string;
  readonly threads?: number;
  /** A folder for what does not fit; DuckDB's own choice unless given. */
  readonly temporary?: string;
}

/** What does not fit into memory, and not onto the disk either, in words of this package. */
function withoutRoom(error: unknown): FigureError | undefined {
  const text = error instanceof Error ? error.message : "";
  if (/max_temp_directory_size|duckdb_temp\S*": No space left on device/.test(text))
    return new FigureError(
      "bad-data",
      "the disk is full: DuckDB keeps there what does not fit into its memory; with --memory it may use more",
    );
  return /^Out of Memory Error/.test(text)
    ? new FigureError(
        "bad-data",
        "DuckDB needs more memory than it may use: give it more with --memory, or fewer --threads",
      )
    : undefined;
}

/** DuckDB inside this process. It fetches no extension and reaches no network. */
export class DuckDb implements Engine {
  readonly dialect = duckdb;
  readonly version: string;
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  #signal: AbortSignal | undefined;
  readonly #connections: Set<DuckDBConnection>;

  /** Looked at before and after each statement: an error where what the engine reads is no longer what it was. */
  holds: () => void = () => {};

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, version: string) {
    this.#instance = instance;
    this.#connections = new Set([connection]);
    this.connection = connection;
    this.version = version;
  }

  static async open(options: DuckDbOptions = {}): Promise<DuckDb> {
    const { DuckDBInstance } = await optional("@duckdb/node-api", () => import("@duckdb/node-api"));
    try {
      const instance = await DuckDBInstance.create(options.path ?? ":memory:", {
        autoinstall_known_extensions: "false",
        ...(options.readOnly === true ? { access_mode: "READ_ONLY" } : {}),
        ...(options.memory === undefined ? {} : { memory_limit: options.memory }),
        ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
        ...(options.temporary === undefined ? {} : { temp_directory: options.temporary }),
      });
      const connection = await instance.connect();
      const found = await connection.runAndReadAll("SELECT version()");
      const version = `DuckDB ${String(found.getRows()[0]?.[0]).replace(/^v/, "")}`;
      return new DuckDb(instance, connection, version);
    } catch (error) {
      if (/Failed to set config/.test(String(error))) {
        const { memory, threads } = options;
        throw new FigureError(
          "bad-option",
          `DuckDB does not take ${[...(memory === undefined ? [] : [`the memory "${memory}" (write it as 500MB)`]), ...(threads === undefined ? [] : [`${threads} threads`])].join(" or ")}`,
        );
      }
      throw engineError("DuckDB", error);
    }
  }

  async rows(sql: string, signal?: AbortSignal): Promise<TextRow[]> {
    return this.run(async () => {
      const rows: TextRow[] = [];
      const result = await this.connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return rows;
        for (const row of chunk.getRows()) rows.push(row.map((one) => (one === null ? null : String(one))));
      }
    }, signal);
  }

  /** Work of several statements, each of which the signal ends. */
  async under<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    this.#signal = signal;
    try {
      return await work();
    } finally {
      this.#signal = undefined;
    }
  }

  /** Runs a statement that can be cancelled, with DuckDB's own message where it fails. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const signals = [signal, this.#signal].filter((one) => one !== undefined);
    const check = () => {
      signals.forEach(checkSignal);
      this.holds();
    };
    const stop = () => {
      for (const one of this.#connections) one.interrupt();
    };
    check();
    for (const one of signals) one.addEventListener("abort", stop);
    try {
      const done = await work();
      // Work that takes rows in between may end before it meets the interruption.
      check();
      return done;
    } catch (error) {
      check();
      throw withoutRoom(error) ?? engineError("DuckDB", error);
    } finally {
      for (const one of signals) one.removeEventListener("abort", stop);
    }
  }

  /** How much of the running statement is done, from 0 to 1; undefined where DuckDB cannot tell. */
  get progress(): number | undefined {
    const percent = this.connection.progress.percentage;
    return percent < 0 ? undefined : percent / 100;
  }

  /** Work over another connection to the same tables: each streams one answer at a time. */
  async beside<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#instance.connect();
    this.#connections.add(connection);
    try {
      return await work(connection);
    } finally {
      this.#connections.delete(connection);
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}
