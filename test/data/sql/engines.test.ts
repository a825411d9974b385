import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type ClickhouseClient, clickhouseOver } from "../../../src/data/sql/clickhouse.js";
import { connect, probe } from "../../../src/data/sql/connect.js";
import { chdb, server, startClickhouse, startPostgresql, startSail } from "../../support/servers.js";
import { engineLaws, type Started } from "./engine-laws.js";
import { rowsFor, textRows, writeParquet } from "./trade.js";

const trade = rowsFor();
const rows = [...textRows(trade.made, trade.units)];
const folder = mkdtempSync(join(tmpdir(), "trade-figures-engines-"));
const parquet = join(folder, "t.parquet");

beforeAll(() => writeParquet(parquet, trade));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENGINES: Readonly<Record<string, () => Promise<Started | undefined>>> = {
  DuckDB: async () => ({
    engine: await connect("duckdb:"),
    table: `'${parquet}'`,
    inexact: "(SELECT CAST(1.5 AS DOUBLE) AS d, '1.5' AS s)",
  }),
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
    return {
      engine: await connect(at.url),
      table: "t",
      inexact: "(SELECT CAST(1.5 AS double precision) AS d, CAST('1.5' AS text) AS s)",
      server: at,
    };
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
    return {
      engine: await connect(at.url),
      table: "t",
      inexact: "(SELECT toFloat64(1.5) AS d, toString(1.5) AS s)",
      server: at,
    };
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
    return {
      engine,
      table: `file('${parquet}', Parquet)`,
      inexact: "(SELECT toFloat64(1.5) AS d, toString(1.5) AS s)",
    };
  },
  "Sail (Spark's dialect and protocol)": async () => {
    const at = await server("Sail", startSail);
    if (at === undefined) return undefined;
    return {
      engine: await connect(at.url),
      table: `parquet.\`${parquet}\``,
      inexact: "(SELECT CAST(1.5 AS DOUBLE) AS d, '1.5' AS s)",
      server: at,
    };
  },
};

for (const [name, start] of Object.entries(ENGINES)) engineLaws(name, start, trade);
