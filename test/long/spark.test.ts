/** Spark itself; its dialect and protocol run on Sail in the ordinary tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { connect } from "../../src/data/sql/connect.js";
import { engineLaws, type Started } from "../data/sql/engine-laws.js";
import { rowsFor, writeParquet } from "../data/sql/trade.js";
import { type Server, server, startSpark } from "../support/servers.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-spark-"));
const sizes = [10_000, 1_000_000].map((rows) => ({
  rows,
  trade: rowsFor(rows),
  parquet: join(folder, `${rows}.parquet`),
}));
let spark: Server | undefined;

beforeAll(async () => {
  for (const { parquet, trade } of sizes) await writeParquet(parquet, trade);
  spark = await server("Spark", startSpark);
});

afterAll(async () => {
  await spark?.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const { rows, trade, parquet } of sizes) {
  // Without ANSI what overflows is null or wraps; one size tells.
  for (const ansi of rows > 10_000 ? [true] : [true, false]) {
    const start = async (): Promise<Started | undefined> => {
      if (spark === undefined) return undefined;
      const engine = await connect(spark.url);
      await engine.rows(`SET spark.sql.ansi.enabled = ${ansi}`);
      // Stopped here, once all are done.
      return {
        engine,
        table: `parquet.\`${parquet}\``,
        inexact: "(SELECT CAST(1.5 AS DOUBLE) AS d, '1.5' AS s)",
        server: { ...spark, stop: async () => {} },
      };
    };
    engineLaws(`Spark, ${rows} rows, ${ansi ? "ANSI" : "without ANSI"}`, start, trade);
  }
}
