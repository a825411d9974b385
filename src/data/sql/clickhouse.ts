import { FigureError } from "../../errors.js";
import type { Dialect } from "./dialect.js";
import type { Engine, TextRow } from "./engine.js";
import { checkSignal, engineError, optional } from "./optional.js";

/**
 * intDiv truncates; 64-bit sums and products wrap without a word, so sums are 128 bits wide and the guard comes first.
 * Servers before 20 have no Int128: there sums are Decimal128.
 */
export function clickhouseDialect(version: string): Dialect {
  const old = Number(version.split(".")[0]) < 21;
  // A product of decimals is checked for overflow; a decimal times a whole number keeps its scale in every version.
  const power = (decimals: number) => 10n ** BigInt(decimals);
  return {
    name: "ClickHouse",
    identifier: (name) => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``,
    literal: (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
    bigint: (x) => `toInt64(${x})`,
    quotient: (a, b) => `intDiv(${a}, ${b})`,
    remainder: (a, b) => `(${a} % ${b})`,
    abs: (x) => `abs(${x})`,
    text: (x) => `toString(${x})`,
    wideSum: (x) => (old ? `sum(toDecimal128(${x}, 0))` : `sum(toInt128(${x}))`),
    scaled: (x, decimals) => `toInt64(${x} * ${power(decimals)})`,
    loses: (x, decimals) =>
      `toDecimal128(toInt64(${x} * ${power(decimals)}), 0) <> ${x} * ${power(decimals)}`,
    typeOf: (x) => `toTypeName(${x})`,
  };
}

/** What is used of a client of @clickhouse/client. */
export interface ClickhouseClient {
  query(params: {
    query: string;
    format: "TabSeparated";
    abort_signal?: AbortSignal;
  }): Promise<{ text(): Promise<string> }>;
  close(): Promise<void>;
}

/** A ClickHouse server by `clickhouse://user:password@host:8123/database` (`clickhouses:` for TLS). */
export async function openClickhouse(url: string): Promise<Engine> {
  const { createClient, ClickHouseLogLevel } = await optional(
    "@clickhouse/client",
    () => import("@clickhouse/client"),
  );
  const at = new URL(url.replace(/^clickhouse(s?):/, "http$1:"));
  const database = decodeURIComponent(at.pathname.slice(1));
  const client = createClient({
    url: `${at.protocol}//${at.host}`,
    ...(at.username === "" ? {} : { username: decodeURIComponent(at.username) }),
    ...(at.password === "" ? {} : { password: decodeURIComponent(at.password) }),
    ...(database === "" ? {} : { database }),
    request_timeout: 3_600_000,
    application: "trade-figures",
    // What goes wrong is told as an error, once.
    log: { level: ClickHouseLogLevel.OFF },
  });
  return clickhouseOver(client as unknown as ClickhouseClient);
}

/** An engine over a client that is there already. */
export async function clickhouseOver(client: ClickhouseClient): Promise<Engine> {
  let name = "ClickHouse";
  const rows = async (sql: string, signal?: AbortSignal): Promise<TextRow[]> => {
    checkSignal(signal);
    try {
      const result = await client.query({
        query: sql,
        format: "TabSeparated",
        ...(signal === undefined ? {} : { abort_signal: signal }),
      });
      return tabSeparated(await result.text());
    } catch (error) {
      checkSignal(signal);
      throw engineError(name, error);
    }
  };
  try {
    const version = (await rows("SELECT version()"))[0]?.[0] ?? "";
    name = `ClickHouse ${version}`;
    return { dialect: clickhouseDialect(version), version: name, rows, close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** Rows of ClickHouse's TabSeparated: every row ends in a line feed, \N is null. */
export function tabSeparated(text: string): TextRow[] {
  if (text === "") return [];
  if (!text.endsWith("\n") || /^Code: \d+/m.test(text.slice(-2000))) {
    throw new FigureError("bad-data", `the answer broke off: ${text.slice(-200).replace(/\s+/g, " ")}`);
  }
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => line.split("\t").map((cell) => (cell === "\\N" ? null : unescaped(cell))));
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "0": "\0" };

function unescaped(cell: string): string {
  return cell.replace(/\\(.)/gs, (_, c: string) => ESCAPES[c] ?? c);
}
