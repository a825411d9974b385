import type { Client } from "pg";
import { type Dialect, doubleQuoted, standardLiteral } from "./dialect.js";
import type { Engine, TextRow } from "./engine.js";
import { checkSignal, engineError, optional } from "./optional.js";

/** `/` truncates on integers; the sum of bigint is numeric by itself; overflow is an error. */
export const postgresql: Dialect = {
  name: "PostgreSQL",
  identifier: doubleQuoted,
  // E'' where a backslash is inside, so that standard_conforming_strings does not matter.
  literal: (text) =>
    text.includes("\\") ? `E${standardLiteral(text.replaceAll("\\", "\\\\"))}` : standardLiteral(text),
  bigint: (x) => `CAST(${x} AS BIGINT)`,
  quotient: (a, b) => `(${a} / ${b})`,
  remainder: (a, b) => `(${a} % ${b})`,
  abs: (x) => `ABS(${x})`,
  text: (x) => `CAST(${x} AS TEXT)`,
  wideSum: (x) => `SUM(${x})`,
  scaled: (x, decimals) => `CAST(${x} * ${10n ** BigInt(decimals)} AS BIGINT)`,
  loses: (x, decimals) => `${x} * ${10n ** BigInt(decimals)} <> TRUNC(${x} * ${10n ** BigInt(decimals)})`,
  typeOf: (x) => `CAST(pg_typeof(${x}) AS TEXT)`,
};

/** A PostgreSQL server, by `postgresql://user@host:port/database`. Nothing is written to it. */
export async function openPostgresql(url: string): Promise<Engine> {
  const { default: pg } = await optional("pg", () => import("pg"));
  const client: Client = new pg.Client({ connectionString: url, application_name: "trade-figures" });
  // A connection that drops while nothing runs is told to the next statement.
  let broken: Error | undefined;
  client.on("error", (error: Error) => {
    broken = error;
  });
  try {
    await client.connect();
    await client.query("SET default_transaction_read_only = on");
    const found = await client.query<{ v: string }>("SELECT current_setting('server_version') AS v");
    const version = `PostgreSQL ${(found.rows[0]?.v ?? "").split(" ")[0]}`;
    return {
      dialect: postgresql,
      version,
      async rows(sql, signal) {
        checkSignal(signal);
        const cancel = () => void client.end().catch(() => {});
        signal?.addEventListener("abort", cancel);
        try {
          if (broken !== undefined) throw broken;
          const result = await client.query<(string | null)[]>({ text: sql, rowMode: "array" });
          return result.rows as TextRow[];
        } catch (error) {
          checkSignal(signal);
          throw engineError(version, error);
        } finally {
          signal?.removeEventListener("abort", cancel);
        }
      },
      close: () => client.end().catch(() => {}),
    };
  } catch (error) {
    await client.end().catch(() => {});
    throw engineError("PostgreSQL", error);
  }
}
