import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import { connect } from "../../src/data/sql/connect.js";
import { DuckDb } from "../../src/data/sql/duckdb.js";
import { convert, figure } from "../../src/index.js";
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

test("a NUL in a cell is read as it is, and one in a name is an error with its place", async () => {
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const sums = ["--by", "country"];
  const cell = file("cell.csv", "month,country,value\n2023-01,Chi\0na,1.5\n2023-01,China,2.5\n");
  const { out } = await run("summary", cell, ...sums);
  expect(out).toMatch(/^Chi\\u0000na +1\.50 +1 *$/m);
  expect(out).toMatch(/^China +2\.50 +1 *$/m);
  for (const [name, content, says] of [
    [
      "name.csv",
      "Trade\nmonth,country,va\0t,value\n2023-01,China,1,1.5\n",
      'line 2: the name of column 3, "va\\u0000t", has a NUL byte',
    ],
    ["wide.csv", "m\0o\0n\0t\0h\0,\0v\0a\0l\0u\0e\0\n", "line 1: the name of column 1, "],
    [
      "name.jsonl",
      '{"month":"2023-01","coun\\u0000try":"x","country":"y","value":1.5}\n',
      'the name of column 2, "coun\\u0000try", has a NUL byte',
    ],
  ] as const) {
    const done = await run("summary", file(name, content), ...sums);
    expect([name, done.code, done.err]).toEqual([name, 3, expect.stringContaining(says)]);
    expect(done.err).not.toContain("DuckDB");
  }
});

test("what is asked wrongly or is missing says the way out", async () => {
  const cases: [string[], number, string][] = [
    [["summary", at("t.csv"), "--to", "USD"], 2, "needs both --to and --rates"],
    [["summary", at("t.csv"), "--amount", "worth"], 2, "--amount names the column of the amounts"],
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

test("monthly means of any pair that the book can make; else why, and what is known", async () => {
  writeFileSync(at("yen.csv"), "month,amount (billion yen)\n2023-09,8701.40\n2022-01,100.00\n");
  const yen = ["summary", at("yen.csv"), "--amount", "amount (billion yen)"];
  const found = await run(...yen, "--to", "USD", "--rates", "period-average", "--json");
  const rate = openRateBook().average("USD/JPY", "2023-09");
  const exact = Number(
    JSON.parse(found.out).rows.find((row: { month: string }) => row.month === "2023-09").sum,
  );
  expect(exact).toBe(Number(convert(figure("8701.40bn yen"), rate).value.div(1e9).toFixed(2)));
  const customs = await run(...yen, "--to", "USD", "--rates", "customs");
  expect([customs.code, customs.err]).toEqual([2, expect.stringContaining("between the yuan and others")]);
  writeFileSync(at("old.csv"), "month,amount (yen)\n1901-09,1.00\n");
  const old = await run(
    "summary",
    at("old.csv"),
    "--amount",
    "amount (yen)",
    "--to",
    "USD",
    "--rates",
    "period-average",
  );
  expect(old.err).toMatch(
    /no rate for 1901-09, which has 1 amounts: no average of USD\/JPY over 1901-09: .*--rates takes a CSV file/,
  );
});

test("the heading of the amounts says their currency and scale; against it --from is an error; without both it is said", async () => {
  writeFileSync(at("yen.csv"), "month,amount (billion yen)\n2023-09,8701.40\n");
  const yen = ["summary", at("yen.csv"), "--amount", "amount (billion yen)"];
  expect((await run(...yen)).out).toMatch(/month\s+JPY billion\s+rows[\s\S]*8,?701\.40/);
  writeFileSync(at("mio.csv"), "month,Ausfuhr (Mio. EUR),Einfuhr (Mrd. Euro)\n2023-09,1120.50,2.50\n");
  for (const [column, unit] of [
    ["Ausfuhr (Mio. EUR)", "EUR million"],
    ["Einfuhr (Mrd. Euro)", "EUR billion"],
  ] as const)
    expect((await run("summary", at("mio.csv"), "--amount", column)).out).toContain(unit);
  const other = await run(...yen, "--from", "USD");
  expect([other.code, other.err]).toEqual([
    2,
    expect.stringContaining("in JPY by its heading, and in USD by --from"),
  ]);
  expect((await run("summary", at("t.csv"))).out).toContain('taken as CNY, since "value" names no currency');
  expect((await run("summary", at("t.csv"), "--from", "CNY")).out).not.toContain("taken as");
});

test("amounts whose currency stands in a column of its own are not taken for yuan", async () => {
  writeFileSync(at("mixed.csv"), "month,value,currency\n2023-09,100.00,EUR\n2023-09,9000.00,JPY\n");
  for (const command of ["summary", "convert"]) {
    const more =
      command === "convert" ? ["--out", at("mixed-out.csv"), "--to", "USD", "--rates", "period-average"] : [];
    const { code, err } = await run(command, at("mixed.csv"), ...more);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('the column "currency" says what each amount is in'),
    ]);
  }
  for (const more of [
    ["--from", "EUR"],
    ["--to", "USD", "--rates", "customs"],
  ]) {
    const { code, err } = await run("summary", at("mixed.csv"), ...more);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("(EUR, JPY), and a run counts all of them in one"),
    ]);
  }
});

test("a column of one currency names it: --from has to agree, and the heading of what was converted comes before it", async () => {
  writeFileSync(
    at("euros.csv"),
    "month,value,currency,value_USD\n2023-09,100.00,EUR,106.00\n2023-10,90.00,€,95.00\n",
  );
  const said = async (...more: string[]) => {
    const { code, err } = await run("summary", at("euros.csv"), ...more);
    return code === 0 ? "" : err;
  };
  expect(await said()).toContain("says that the amounts are in EUR: name their currency with --from EUR");
  expect(await said("--from", "JPY")).toContain('are in EUR by the column "currency", and in JPY by --from');
  expect(await said("--from", "EUR")).toBe("");
  expect(await said("--amount", "value_USD")).toBe("");
  writeFileSync(at("codes.csv"), "month,value,currency\n2023-09,100.00,978\n2023-10,90.00,\n");
  expect((await run("summary", at("codes.csv"))).err).toContain("name their currency with --from");
  expect((await run("summary", at("codes.csv"), "--from", "EUR")).code).toBe(0);
});

test("mirror says its currency, groups digits, and which side is missing", async () => {
  const head = "reporterCode,flowCode,partnerCode,cmdCode,period,primaryValue,reporterISO,partnerISO\n";
  writeFileSync(
    at("mirror.csv"),
    `${head}156,X,643,TOTAL,2022,76122000,CHN,RUS\n643,M,156,TOTAL,2022,79000000,RUS,CHN\n156,X,643,TOTAL,2024,1,CHN,RUS\n643,M,156,TOTAL,2021,70000000,RUS,CHN\n`,
  );
  const { out } = await run("mirror", at("mirror.csv"), "--exporter", "CHN", "--importer", "RUS");
  expect(out).toMatch(/exports, USD\s+imports, USD/);
  expect(out).toMatch(/2022\s+all\s+76,122,000\s+79,000,000\s+71,592,741 to 83,734,200\s+✓ explained/);
  expect(out).toContain("? no exports that CHN reports");
  expect(out).toContain("? no imports that RUS reports");
});
