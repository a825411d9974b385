// npm run bench:hundred [-- MILLIONS]: a hundred million rows in a Parquet file, converted and summed by month and province
// by the command, with 200 MB for DuckDB; every sum is held to whole numbers of any length. The rows are a million made ones,
// a hundred times over, so that the sums are known without a second engine.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { generateTrade } from "trade-figures/table";
import { machine } from "./measure.mjs";

const copies = Number(process.argv[2] ?? 100);
const made = generateTrade({ rows: 1_000_000, seed: 9 });
const folder = mkdtempSync(join(tmpdir(), "trade-figures-hundred-"));
try {
  // The rows, and their sums as integers: a fen over the rate, rounded half to even.
  const lines = ["month,province,value"];
  const sums = new Map();
  for (let i = 0; i < made.value.length; i++) {
    const [month, province, fen] = [made.month.at(i), made.province.at(i), made.value.unitsAt(i)];
    lines.push(`${month},${province},${fen === null ? "" : made.value.at(i).toFixed(2)}`);
    if (fen === null) continue;
    const den = BigInt(made.digits[month].replace(".", ""));
    const [twice, size] = [2n * fen * 10_000n, 2n * den];
    let cents = (twice + den) / size;
    if ((twice + den) % size < 0n) cents -= 1n;
    if ((twice + den) % size === 0n && cents % 2n !== 0n) cents -= 1n;
    const key = `${month} ${province}`;
    sums.set(key, (sums.get(key) ?? 0n) + cents);
  }
  const [csv, file, rates] = ["rows.csv", "rows.parquet", "rates.csv"].map((name) => join(folder, name));
  writeFileSync(csv, lines.join("\n"));
  writeFileSync(
    rates,
    ["month,rate", ...Object.entries(made.digits).map((pair) => pair.join(",")), ""].join("\n"),
  );
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`COPY (SELECT month, province, CAST(value AS DECIMAL(18,2)) AS value
    FROM read_csv([${Array(copies).fill(`'${csv}'`).join(", ")}], all_varchar = true)) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  machine();
  const rows = (copies * made.value.length).toLocaleString("en");
  console.log(`${rows} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB of Parquet`);

  const asked = ["table", "summary", file, "--by", "month,province", "--to", "USD", "--rates", rates];
  const peak =
    'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const start = performance.now();
  const done = spawnSync(
    process.execPath,
    ["--import", peak, "dist/esm/cli/main.js", ...asked, "--memory", "200MB", "--json"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  assert.equal(done.status, 0, done.stderr);
  const { rows: found } = JSON.parse(done.stdout);
  assert.equal(found.length, sums.size);
  for (const { month, province, sum } of found)
    assert.equal(BigInt(sum.replace(".", "")), BigInt(copies) * sums.get(`${month} ${province}`));
  console.log(`${found.length} sums, each equal to that of the integers`);
  console.log(
    `${seconds.toFixed(0)} s, ${(Number(done.stderr.trim().split("\n").at(-1)) / 1000).toFixed(0)} MB at most`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
