import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { connect } from "../../src/data/sql/connect.js";
import { DuckDb } from "../../src/data/sql/duckdb.js";
import { command } from "../support/command.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const run = (...args: string[]) => command(["table", ...args], { env: { NO_COLOR: "1" } });

writeFileSync(
  at("t.csv"),
  "month,province,value\n2022-09,Liaoning,100.00\n2023-09,Liaoning,182.30\n2022-09,Jilin,10.00\n2023-09,Jilin,\n",
);
writeFileSync(at("rates.csv"), "month,rate\n2022-09,7.0\n2023-09,7.2\n");

test("sums, growth and rows of a file, converted at a file's rates", async () => {
  const rates = ["--to", "USD", "--rates", at("rates.csv")];
  const summary = await run("summary", at("t.csv"), "--by", "province,month", ...rates, "--json");
  expect(JSON.parse(summary.out).rows.map((row: { sum: string }) => row.sum)).toEqual([
    "1.43",
    "14.29",
    "25.32",
  ]);
  const growth = await run("growth", at("t.csv"), "--by", "province");
  expect(growth.out).toContain("82.3000%");
  const convert = await run("convert", at("t.csv"), ...rates, "--out", at("usd.csv"));
  expect(convert.out).toContain("4 rows, amounts in USD in the column value_USD");
  expect(readFileSync(at("usd.csv"), "utf8")).toBe(
    "month,province,value,value_USD\n2022-09,Liaoning,100.00,14.29\n2023-09,Liaoning,182.30,25.32\n2022-09,Jilin,10.00,1.43\n2023-09,Jilin,,\n",
  );
});

test("customs rates come from the rate book", async () => {
  const { out } = await run("summary", at("t.csv"), "--to", "usd", "--rates", "customs", "--json");
  // 182.30 yuan at 7.1986, which customs applied in September 2023.
  expect(JSON.parse(out).rows.find((row: { month: string }) => row.month === "2023-09").sum).toBe("25.32");
});

test("broken rows end with exit code 3 and their place; set aside, they are counted", async () => {
  writeFileSync(at("bad.csv"), 'month,province,value\n2023-09,A,1.00\n2023-09,A,"1.234,56"\n');
  const bad = await run("summary", at("bad.csv"));
  expect(bad).toMatchObject({ code: 3, out: "" });
  expect(bad.err).toContain('bad.csv, line 3, column value: "1.234,56" is not a plain amount');
  const aside = await run("summary", at("bad.csv"), "--set-aside");
  expect(aside.code).toBe(0);
  expect(aside.err).toContain("1 row set aside, which no sum contains");
  expect(aside.out).toContain("1.00");
});

test("what is asked wrongly or is missing says the way out", async () => {
  const cases: [string[], number, string][] = [
    [["summary", at("t.csv"), "--to", "USD"], 2, "needs both --to and --rates"],
    [["summary", at("t.csv"), "--amount", "worth"], 2, 'no column "worth"'],
    [["summary", at("t.csv"), "--amount", "Value"], 2, 'is "value" meant?'],
    [["summary", at("t.csv"), "--to", "USD", "--rates", "custom"], 2, "--rates is customs, period-average"],
    [["summary", at("t.csv"), "--memory", "lots"], 2, 'does not take the memory "lots"'],
    [["summary", at("nowhere.csv")], 3, "there is no"],
    [["summary", at("t.csv"), "--decimals", "0"], 3, "has more decimals than were asked for (--decimals 1)"],
    [["mirror", folder, "--exporter", "CHN", "--importer", "RUS"], 3, "is a folder: name its files"],
    [["summary", "t", "--engine", "mysql://localhost"], 2, "no engine for"],
    [["summary", "t", "--engine", `duckdb:${at("none.db")}`], 3, "there is no"],
    [["summary", "t", "--engine", "sc://127.0.0.1:9"], 3, "Spark"],
    [["summary", "t", "--engine", "postgresql://127.0.0.1:9/x"], 3, "ECONNREFUSED"],
    [
      ["convert", at("t.csv"), "--to", "USD", "--rates", at("rates.csv"), "--out", "/dev/full"],
      3,
      "cannot write /dev/full: the disk is full",
    ],
  ];
  for (const [args, code, says] of cases) {
    const found = await run(...args);
    expect([args, found.code, found.err]).toEqual([args, code, expect.stringContaining(says)]);
    expect(found.err).not.toContain("    at ");
  }
});

test("growth of days is that of their months, and none is said", async () => {
  writeFileSync(
    at("days.csv"),
    "month,value\n2022-09-01,50.00\n2022-09-30,50.00\n2023-09-14,182.30\n20231001,1.00\n",
  );
  const growth = await run("growth", at("days.csv"));
  expect(growth.out).toMatch(/2023-09\s+82\.3000%/);
  const none = await run("growth", at("t.csv"), "--over", "year-to-date");
  expect(none.err).toContain("no growth: of no group");
});

test("without --by the sums are by the column that --month names", async () => {
  writeFileSync(at("named.csv"), "Monat,value\n2023-09,1.00\n");
  const { out } = await run("summary", at("named.csv"), "--month", "Monat");
  expect(out).toMatch(/Monat\s+CNY[\s\S]*2023-09\s+1\.00/);
});

test("a database of DuckDB is read and not written", async () => {
  const duck = await DuckDb.open({ path: at("trade.db") });
  await duck.rows("CREATE TABLE t AS SELECT '2023-09' AS month, CAST(1.5 AS DECIMAL(18,2)) AS value");
  await duck.close();
  const { out } = await run("summary", "t", "--engine", `duckdb:${at("trade.db")}`, "--json");
  expect(JSON.parse(out).rows[0].sum).toBe("1.50");
  await expect(
    connect(`duckdb:${at("trade.db")}`).then((one) => one.rows("CREATE TABLE u (x INT)")),
  ).rejects.toThrow(/read-only/);
});
