import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClickhouseClient, clickhouseOver } from "../../../src/data/sql/clickhouse.js";
import { connect, probe } from "../../../src/data/sql/connect.js";
import { DuckDb } from "../../../src/data/sql/duckdb.js";
import type { Engine } from "../../../src/data/sql/engine.js";
import type { SqlSource } from "../../../src/data/sql/plan.js";
import { summarise } from "../../../src/data/sql/summarise.js";
import { cuttingProxy } from "../../support/cutting-proxy.js";
import {
  chdb,
  type Server,
  server,
  startClickhouse,
  startPostgresql,
  startSail,
} from "../../support/servers.js";
import { expected, MODES, rowsFor, textRows } from "./trade.js";

const { made, units } = rowsFor();
const rows = [...textRows(made, units)];
const folder = mkdtempSync(join(tmpdir(), "trade-figures-engines-"));
const csv = join(folder, "t.csv");
const parquet = join(folder, "t.parquet");

interface Started {
  readonly engine: Engine;
  readonly table: string;
  readonly server?: Server;
}

beforeAll(async () => {
  writeFileSync(
    csv,
    `month,province,value,fen\n${rows.map((row) => row.map((cell) => cell ?? "").join(",")).join("\n")}\n`,
  );
  const duck = await DuckDb.open();
  await duck.rows(
    `COPY (SELECT * FROM read_csv('${csv}', columns = {'month': 'VARCHAR', 'province': 'VARCHAR', 'value': 'DECIMAL(18,2)', 'fen': 'BIGINT'}, header = true)) TO '${parquet}' (FORMAT parquet)`,
  );
  await duck.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENGINES: Readonly<Record<string, () => Promise<Started | undefined>>> = {
  DuckDB: async () => ({ engine: await connect("duckdb:"), table: `'${parquet}'` }),
  PostgreSQL: async () => {
    const at = await server("PostgreSQL", startPostgresql);
    if (at === undefined) return undefined;
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: at.url });
    await client.connect();
    await client.query("CREATE TABLE t (month text, province text, value numeric(18,2), fen bigint)");
    for (let i = 0; i < rows.length; i += 2000) {
      const cells = rows
        .slice(i, i + 2000)
        .map((row) => `(${row.map((one) => (one === null ? "NULL" : `'${one}'`)).join(",")})`);
      await client.query(
        `INSERT INTO t SELECT m, p, CAST(v AS numeric), CAST(f AS bigint) FROM (VALUES ${cells.join(",")}) r(m, p, v, f)`,
      );
    }
    await client.end();
    return { engine: await connect(at.url), table: "t", server: at };
  },
  "ClickHouse (Debian's, for the wire)": async () => {
    const at = await server("ClickHouse", startClickhouse);
    if (at === undefined) return undefined;
    const http = at.url.replace("clickhouse:", "http:").replace("default@", "").replace("/default", "/");
    const post = async (query: string, body = "") => {
      const answer = await fetch(`${http}?query=${encodeURIComponent(query)}`, { method: "POST", body });
      if (!answer.ok) throw new Error(await answer.text());
    };
    await post(
      "CREATE TABLE t (month String, province String, value Nullable(Decimal(18,2)), fen Nullable(Int64)) ENGINE = Memory",
    );
    await post(
      "INSERT INTO t FORMAT TabSeparated",
      rows.map((row) => `${row.map((one) => one ?? "\\N").join("\t")}\n`).join(""),
    );
    return { engine: await connect(at.url), table: "t", server: at };
  },
  "ClickHouse (today's, in process)": async () => {
    const at = await server("chdb", async () => ({ url: chdb(), kill() {}, stop: async () => {} }));
    if (at === undefined) return undefined;
    // The client of the folder that chdb was installed to, which knows chdb's connection.
    const require = createRequire(join(at.url, "package.json"));
    const { createChdbConnection } = require("chdb/connection");
    const { createClient } = require("@clickhouse/client");
    const client: ClickhouseClient = createClient({ connection: createChdbConnection({ path: ":memory:" }) });
    const engine = await clickhouseOver(client);
    await probe(engine);
    return { engine, table: `file('${parquet}', Parquet)` };
  },
  "Sail (Spark's dialect and protocol)": async () => {
    const at = await server("Sail", startSail);
    if (at === undefined) return undefined;
    return { engine: await connect(at.url), table: `parquet.\`${parquet}\``, server: at };
  },
};

describe.each(Object.keys(ENGINES))("%s", (name) => {
  let started: Started | undefined;
  beforeAll(async () => {
    started = await (ENGINES[name] as () => Promise<Started | undefined>)();
    if (started !== undefined) console.log(`${name}: ${started.engine.version}`);
  });
  afterAll(async () => {
    await started?.engine.close();
    await started?.server?.stop();
  });

  const source = (over: Partial<SqlSource> = {}): SqlSource => ({
    from: (started as Started).table,
    amount: "value",
    decimals: 2,
    keys: { month: "month", province: "province" },
    ...over,
  });
  const options = { from: "CNY", by: ["month", "province"], rates: made.rates } as const;
  const texts = async (over: Partial<SqlSource>, rounding: (typeof MODES)[number]) => {
    const sums = await summarise((started as Started).engine, source(over), { ...options, rounding });
    return new Map(sums.rows.map((row) => [row.keys.join(" "), String(row.units)]));
  };

  test("sums of converted decimals are those of integers", async ({ skip }) => {
    if (started === undefined) return skip("its server is not here, as said above");
    expect(await texts({}, "halfEven")).toEqual(expected(made, units, "halfEven"));
  });

  test("so are sums of whole numbers, in every mode", async ({ skip }) => {
    if (started === undefined) return skip("its server is not here, as said above");
    for (const mode of MODES)
      expect([mode, await texts({ amount: "fen", scaled: true }, mode)]).toEqual([
        mode,
        expected(made, units, mode),
      ]);
  });

  test("what would leave 64 bits, or has no rate, or more decimals, is refused before it is computed", async ({
    skip,
  }) => {
    if (started === undefined) return skip("its server is not here, as said above");
    const { engine } = started;
    await expect(summarise(engine, source(), { ...options, scale: 12 })).rejects.toThrow(
      "leave 64 bits: keep fewer decimals",
    );
    await expect(summarise(engine, source({ decimals: 1 }), { from: "CNY", by: [] })).rejects.toThrow(
      "have more than 1 decimals",
    );
    const some = { ...options, rateKey: "province" };
    await expect(summarise(engine, source(), some)).rejects.toThrow(/no rate for P\d\d/);
    await expect(summarise(engine, source({ amount: "nothing" }), options)).rejects.toThrow(/nothing/);
  });

  test("a connection that drops in the middle of an answer is an error, and not a shorter answer", async ({
    skip,
  }) => {
    if (started === undefined) return skip("its server is not here, as said above");
    const { server: at } = started;
    if (at === undefined) return skip("it runs inside this process and has no connection");
    const port = Number(/:(\d+)(\/|$)/.exec(at.url)?.[1]);
    const proxy = await cuttingProxy(port);
    const engine = await connect(at.url.replace(`:${port}`, `:${proxy.port}`));
    try {
      const all = `SELECT month, province FROM ${started.table}`;
      expect((await engine.rows(all)).length).toBe(rows.length);
      proxy.cutAfter(3000);
      await expect(engine.rows(all)).rejects.toMatchObject({ code: "bad-data" });
    } finally {
      proxy.close();
      await engine.close();
    }
  });
});
