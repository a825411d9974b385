import { existsSync } from "node:fs";
import { FigureError } from "../../errors.js";
import { DuckDb } from "./duckdb.js";
import type { Engine } from "./engine.js";

/** Each engine by the beginning of its URL; its client is loaded when it is asked for. */
const ENGINES: Readonly<Record<string, (url: string) => Promise<Engine>>> = {
  "postgres:": async (url) => (await import("./postgresql.js")).openPostgresql(url),
  "postgresql:": async (url) => (await import("./postgresql.js")).openPostgresql(url),
  "clickhouse:": async (url) => (await import("./clickhouse.js")).openClickhouse(url),
  "clickhouses:": async (url) => (await import("./clickhouse.js")).openClickhouse(url),
  "sc:": async (url) => (await import("./spark.js")).openSpark(url),
  "duckdb:": async (url) => {
    const path = url.slice("duckdb:".length);
    if (path === "") return DuckDb.open();
    if (!existsSync(path)) throw new FigureError("no-file", `there is no ${path}`, { file: path });
    return DuckDb.open({ path, readOnly: true });
  },
};

/**
 * Connects to an engine by its URL and probes what the plan relies on.
 * @throws FigureError "bad-option" for an unknown URL; "missing-package"; "bad-data" where the engine computes otherwise
 */
export async function connect(url: string): Promise<Engine> {
  const scheme = /^[a-z]+:/.exec(url)?.[0] ?? "";
  const open = Object.hasOwn(ENGINES, scheme) ? ENGINES[scheme] : undefined;
  if (open === undefined) {
    throw new FigureError(
      "bad-option",
      `no engine for "${url.replace(/:\/\/.*/, "://…").slice(0, 60)}"; there are ${Object.keys(ENGINES).join(", ")}`,
    );
  }
  const engine = await open(url);
  try {
    await probe(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

/** Versions change what operators mean: the plan's own are asked before they are relied on. */
export async function probe(engine: Engine): Promise<void> {
  const d = engine.dialect;
  const whole = (n: string) => d.bigint(n);
  const half = (n: string, m: string) =>
    d.text(d.bigint(`${d.double?.(whole(n))} / ${d.double?.(whole(m))}`));
  const sum = `(SELECT ${whole("9223372036854775807")} AS x UNION ALL SELECT ${whole("9223372036854775807")} AS x) p`;
  const asked: readonly (readonly [string, string])[] = [
    [d.text(d.quotient(whole("-7"), whole("2"))), "-3"],
    [d.text(d.remainder(whole("-7"), whole("2"))), "-1"],
    [d.text(d.abs(whole("-7"))), "7"],
    ...(d.double === undefined
      ? []
      : ([
          [half("5", "2"), "2"],
          [half("-7", "2"), "-4"],
        ] as const)),
    [d.text(d.wideSum("x")), "18446744073709551614"],
  ];
  // Constants go through an aggregate, since the last column of the row is a sum.
  const columns = asked.map(([sql], i) => (i < asked.length - 1 ? `MIN(${sql})` : sql));
  const answer = (await engine.rows(`SELECT ${columns.join(", ")} FROM ${sum}`))[0];
  asked.forEach(([sql, expected], i) => {
    if (answer?.[i] !== expected) {
      throw new FigureError(
        "bad-data",
        `${engine.version} gives ${answer?.[i]} for ${sql}, not ${expected}: it is not used`,
      );
    }
  });
}
