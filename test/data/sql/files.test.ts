import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { convertAndSum } from "../../../src/data/columns/convert.js";
import type { Keys } from "../../../src/data/columns/keys.js";
import { RatesByKey } from "../../../src/data/columns/rates.js";
import { DuckDb } from "../../../src/data/sql/duckdb.js";
import { FileTable } from "../../../src/data/sql/files.js";
import { summarise } from "../../../src/data/sql/summarise.js";
import { writeConverted } from "../../../src/data/sql/write.js";
import { FigureError } from "../../../src/errors.js";
import { decimal } from "../../../src/exact/decimal.js";
import { heard } from "../../support/heard-engine.js";
import { byDefinition } from "../columns/oracle.js";
import { expected, rowsFor, textRows } from "./trade.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const { made, units } = rowsFor();
const rows = [...textRows(made, units)];
const head = "month,province,value,fen";
const lines = rows.map((row) => row.map((cell) => cell ?? "").join(","));
writeFileSync(at("t.csv"), `${head}\n${lines.join("\n")}\n`);
mkdirSync(at("months"));
for (let i = 0; i < 4; i++)
  writeFileSync(at(`months/${i}.csv`), `${head}\n${lines.slice(i * 2500, (i + 1) * 2500).join("\n")}\n`);
writeFileSync(
  at("t.json"),
  `${rows.map(([month, province, value]) => `{"month":"${month}","province":"${province}","value":${value}}`).join("\n")}\n`,
);
const keys = ["month", "province"];
const sumsOf = async (path: string, options = {}) => {
  const table = await FileTable.open([path], { keys, ...options });
  try {
    const sums = await summarise(table.engine, table.source, { from: "CNY", by: keys, rates: made.rates });
    return new Map(sums.rows.map((row) => [row.keys.join(" "), String(row.units)]));
  } finally {
    await table.close();
  }
};
const right = expected(made, units, "halfEven");

test("CSV, a folder of monthly files, JSON, Parquet and Excel give the sums of integers", async () => {
  expect(await sumsOf(at("t.csv"))).toEqual(right);
  expect(await sumsOf(at("months"))).toEqual(right);
  expect(await sumsOf(at("months/*.csv"))).toEqual(right);
  expect(await sumsOf(at("t.json"))).toEqual(right);
  const duck = await DuckDb.open();
  await duck.rows(
    `COPY (SELECT month, province, CAST(value AS DECIMAL(18,2)) AS value FROM read_csv('${at("t.csv")}', all_varchar = true)) TO '${at("t.parquet")}' (FORMAT parquet)`,
  );
  await duck.close();
  expect(await sumsOf(at("t.parquet"))).toEqual(right);
});

test("the guard is asked only where an amount times its rate leaves 64 bits, or a key has no rate", async () => {
  const two = RatesByKey.of("USD/CNY", { "2023-01": "7.1986", "2023-02": "7" });
  const asked = async (text: string, rates: RatesByKey = two) => {
    const table = await FileTable.open([written("guard.csv", text)], { keys: ["month"] });
    const { engine, statements } = heard(table.engine);
    try {
      const sums = await summarise(engine, table.source, { from: "CNY", by: ["month"], rates });
      return [statements.some((sql) => sql.includes("MIN(a)")), sums.rows.map((row) => sums.text(row))];
    } finally {
      await table.close();
    }
  };
  const narrow = "month,value\n2023-01,182.30\n2023-02,0.07\n";
  expect(await asked(narrow)).toEqual([false, ["25.32", "0.01"]]);
  // 10^12 yuan times 5000 is beyond 2^52 fen, where one double is not enough, and within 64 bits.
  const middle = (2n * 10n ** 14n * 5000n + 35993n) / (2n * 35993n) + 2532n;
  expect(await asked(`${narrow}2023-01,1000000000000.00\n`)).toEqual([
    false,
    [`${middle / 100n}.${middle % 100n}`, "0.01"],
  ]);
  // 10^16 yuan times 5000 is beyond 2^63 fen; a month without a rate is none to miss while it has no amount.
  const large = "10000000000000000.00";
  const units = (2n * 10n ** 18n * 5000n + 35993n) / (2n * 35993n);
  expect(await asked(`${narrow}2023-01,${large}\n`)).toEqual([
    true,
    [`${(units + 2532n) / 100n}.${(units + 2532n) % 100n}`, "0.01"],
  ]);
  expect(await asked(`${narrow}2023-03,\n`)).toEqual([true, ["25.32", "0.01"]]);
  // Nor is what is no month, as the month of a line below the rows.
  const book = RatesByKey.from("USD/CNY", (key) => {
    if (key !== "Total") return { base: "USD", quote: "CNY", value: decimal("7") };
    throw new FigureError("bad-data", '"Total" is not a month');
  });
  expect(await asked(`${narrow}Total,\n`, book)).toEqual([true, ["26.04", "0.01"]]);
  await expect(asked(`${narrow}Total,182.37\n`, book)).rejects.toThrow('"Total" is not a month');
  await expect(asked(`${narrow}2023-03,1.00\n`)).rejects.toThrow("no rate for 2023-03, which has 1 amounts");
});

test("decimals of Parquet: by one division of doubles, and by whole numbers where one has eighteen digits", async () => {
  const sums = async (values: readonly string[]) => {
    const duck = await DuckDb.open();
    await duck.rows(
      `COPY (SELECT '2023-01' AS month, CAST(v AS DECIMAL(18,2)) AS value FROM (VALUES ${values.map((one) => `(${one})`).join(", ")}) r(v)) TO '${at("digits.parquet")}' (FORMAT parquet)`,
    );
    await duck.close();
    const table = await FileTable.open([at("digits.parquet")], { keys: ["month"] });
    const { engine, statements } = heard(table.engine);
    const rates = RatesByKey.of("USD/CNY", { "2023-01": "7.1986" });
    const found = await summarise(engine, table.source, { from: "CNY", by: ["month"], rates });
    await table.close();
    return [
      found.rows[0]?.units,
      found.rows[0]?.count,
      statements.filter((sql) => sql.includes("den")).length,
    ];
  };
  const cents = (a: bigint) => byDefinition(a * 5000n, 35993n, "halfEven");
  const small = ["'182.30'", "'-0.07'", "NULL"];
  expect(await sums(small)).toEqual([cents(18230n) + cents(-7n), 2, 1]);
  const largest = 10n ** 18n - 1n;
  const text = `'${largest / 100n}.${largest % 100n}'`;
  expect(await sums([...small, text])).toEqual([cents(18230n) + cents(-7n) + cents(largest), 3, 3]);
});

test("keys that are whole numbers, days, empty or none are those of their texts", async () => {
  const duck = await DuckDb.open();
  const cells = ["202301, DATE '2023-01-31', 'a'", "202302, NULL, ''", "NULL, DATE '2023-02-28', NULL"];
  await duck.rows(
    `COPY (SELECT * FROM (VALUES ${cells.map((row, i) => `(${row}, CAST(${i + 1}.35 AS DECIMAL(18,2)))`).join(", ")}) r(month, day, place, value)) TO '${at("kinds.parquet")}' (FORMAT parquet)`,
  );
  await duck.close();
  const table = await FileTable.open([at("kinds.parquet")], { keys: ["month", "day", "place"] });
  const { source } = table;
  const sums = async (key: string, rates: Record<string, string>) => {
    const options = { from: "CNY", by: [key], rateKey: key, rates: RatesByKey.of("USD/CNY", rates) };
    // Without the rows that have no key the look-up is by the key's own type.
    const from = "" in rates ? source.from : `(SELECT * FROM ${source.from} WHERE ${key} IS NOT NULL)`;
    const { rows } = await summarise(table.engine, { ...source, from }, options);
    return rows.map((row) => [row.keys[0], row.units, row.count]);
  };
  // 1.35, 2.35 and 3.35 at 2 end in halves; without a key, and with an empty one, is one group.
  expect(await sums("month", { "202301": "2", "202302": "4", "": "1" })).toEqual([
    ["", 335n, 1],
    ["202301", 68n, 1],
    ["202302", 59n, 1],
  ]);
  expect(await sums("day", { "2023-01-31": "2", "2023-02-28": "4", "": "1" })).toEqual([
    ["", 235n, 1],
    ["2023-01-31", 68n, 1],
    ["2023-02-28", 84n, 1],
  ]);
  expect(await sums("place", { a: "2", "": "1" })).toEqual([
    ["", 570n, 2],
    ["a", 68n, 1],
  ]);
  expect(await sums("month", { "202301": "2", "202302": "4" })).toEqual([
    ["202301", 68n, 1],
    ["202302", 59n, 1],
  ]);
  expect(await sums("day", { "2023-01-31": "2", "2023-02-28": "4" })).toEqual([
    ["2023-01-31", 68n, 1],
    ["2023-02-28", 84n, 1],
  ]);
  const lacks = {
    from: "CNY",
    by: ["month"],
    rates: RatesByKey.of("USD/CNY", { "202301": "2", "202302": "4" }),
  };
  await expect(summarise(table.engine, source, lacks)).rejects.toThrow(
    "no rate for an empty key, which has 1 amounts",
  );
  const plain = await summarise(table.engine, source, { from: "CNY", by: ["place"] });
  expect(plain.rows.map((row) => [row.keys[0], row.units, row.count])).toEqual([
    ["", 570n, 2],
    ["a", 135n, 1],
  ]);
  await table.close();
});

test("a Parquet file that is wrong about its greatest amount gives right sums all the same", async () => {
  const units = 1234567890123456n;
  const duck = await DuckDb.open();
  await duck.rows(
    `COPY (SELECT '2023-01' AS month, CAST(v AS DECIMAL(18,2)) AS value FROM (VALUES ('1.00'), ('12345678901234.56')) r(v)) TO '${at("wrong.parquet")}' (FORMAT parquet)`,
  );
  const bytes = readFileSync(at("wrong.parquet"));
  const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
  const [greatest, said] = [Buffer.alloc(8), Buffer.alloc(8)];
  greatest.writeBigInt64LE(units);
  said.writeBigInt64LE(200n);
  for (let i = bytes.indexOf(greatest, footer); i >= 0; i = bytes.indexOf(greatest, i)) said.copy(bytes, i);
  writeFileSync(at("wrong.parquet"), bytes);
  expect(
    await duck.rows(
      `SELECT stats_max_value FROM parquet_metadata('${at("wrong.parquet")}') WHERE path_in_schema = 'value'`,
    ),
  ).toEqual([["2.00"]]);
  await duck.close();
  const table = await FileTable.open([at("wrong.parquet")], { keys: ["month"] });
  const rates = RatesByKey.of("USD/CNY", { "2023-01": "7.1986" });
  const sums = await summarise(table.engine, table.source, { from: "CNY", by: ["month"], rates });
  await table.close();
  const cents = (a: bigint) => byDefinition(a * 5000n, 35993n, "halfEven");
  expect(sums.unitsOf("2023-01")).toBe(cents(100n) + cents(units));
});

test("an Excel sheet keeps amounts of fifteen digits", async () => {
  const xlsx = await import("@e965/xlsx");
  const book = xlsx.utils.book_new();
  const cells = [
    ["month", "value"],
    ["2023-01", 1234567890123.45],
    ["2023-01", -0.1],
    ["2023-01", "0.20"],
    ["2023-01", null],
  ];
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells), "a");
  writeFileSync(at("t.xlsx"), xlsx.write(book, { type: "buffer", bookType: "xlsx" }));
  const table = await FileTable.open([at("t.xlsx")], { keys: ["month"] });
  const sums = await summarise(table.engine, table.source, { from: "CNY", by: ["month"] });
  expect(sums.get("2023-01")?.toFixed(2)).toBe("1234567890123.55");
  await table.close();
});

test("what is loaded into memory is what is in the files, beyond 2^53 too", async () => {
  for (const [file, wide] of [
    ["t.csv", true],
    ["small.csv", false],
  ] as const) {
    writeFileSync(at("small.csv"), `${head}\n${lines.slice(0, 7).join("\n")}\n`);
    const table = await FileTable.open([at(file)], { keys });
    const { value, keys: loaded } = await table.load("CNY");
    const [month, province] = loaded as [Keys, Keys];
    for (let i = 0; i < value.length; i++)
      expect([value.unitsAt(i), month.at(i), province.at(i)]).toEqual([units[i], rows[i]?.[0], rows[i]?.[1]]);
    expect(value.length).toBe(wide ? rows.length : 7);
    const { sums } = convertAndSum(value, made.rates, month, [month, province]);
    if (wide) expect(new Map(sums.rows.map((row) => [row.keys.join(" "), String(row.units)]))).toEqual(right);
    await table.close();
  }
});

test("converted files hold every row in its order, written whole", async () => {
  const table = await FileTable.open([at("t.csv")], { keys });
  for (const ending of ["csv", "parquet"]) {
    const out = at(`out.${ending}`);
    const written = await writeConverted(table, out, { from: "CNY", rates: made.rates });
    expect(written).toMatchObject({ rows: 10_000, column: "value_USD" });
    const duck = await DuckDb.open();
    const back = await duck.rows(
      ending === "csv" ? `SELECT * FROM read_csv('${out}', all_varchar = true)` : `SELECT * FROM '${out}'`,
    );
    await duck.close();
    expect(back.map((row) => row.slice(0, 2))).toEqual(rows.map((row) => row.slice(0, 2)));
    const sums = new Map<string, bigint>();
    for (const [month, province, , , usd] of back)
      if (usd !== null && usd !== undefined && usd !== "") {
        const id = `${month} ${province}`;
        sums.set(id, (sums.get(id) ?? 0n) + BigInt(usd.replace(".", "")));
      }
    expect(
      new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, sum]) => [id, String(sum)])),
    ).toEqual(right);
  }
  await table.close();
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

const bad = (text: string, name = "bad.csv") => {
  writeFileSync(at(name), text);
  return FileTable.open([at(name)], { keys: ["month"] });
};

test("a row that cannot be read is named with file, line and column", async () => {
  await expect(bad('month,value\n2023-01,1.50\n2023-02,"1.234,56"\n')).rejects.toThrow(
    'bad.csv, line 3, column value: "1.234,56" is not a plain amount such as -1234.50',
  );
  await expect(bad("month,value\n2023-01,1.005\n2023-02,2.00\n")).rejects.toThrow(
    'line 2, column value: "1.005" has more decimals than were asked for',
  );
  await expect(bad("month,value\n2023-01,1e3\n")).rejects.toThrow(
    'line 2, column value: "1e3" is not a plain amount',
  );
  await expect(bad("month,value\n2023-01,92233720368547758.08\n")).rejects.toThrow("beyond 2^63");
  // DuckDB takes no tab from the ends of an amount.
  await expect(bad("month,value\n2023-01,5.10\t\n")).rejects.toThrow('"5.10\t" is not a plain amount');
  for (const amount of [" 92233720368547758.07 ", "-92233720368547758.07", "92233720368547757.99"]) {
    const table = await bad(`month,value\n2023-01,${amount}\n`);
    const { rows } = await summarise(table.engine, table.source, { from: "CNY", by: [] });
    expect(String(rows[0]?.units)).toBe(amount.trim().replace(".", ""));
    await table.close();
  }
  await expect(bad("month,amount\n2023-01,1\n")).rejects.toThrow('no column "value" in');
  await expect(FileTable.open([at("nowhere.csv")], { keys: [] })).rejects.toThrow("there is no");
});

test("rows are set aside only where that was asked for, counted and listed", async () => {
  writeFileSync(at("mixed.csv"), 'month,value\n2023-01,1.50\n2023-02,"1.234,56"\n2023-03,2.50\n2023-04,x\n');
  const table = await FileTable.open([at("mixed.csv")], { keys: ["month"], setAside: true });
  expect(table.setAside.count).toBe(2);
  expect(table.setAside.rows.map((row) => [row.line, row.found])).toEqual([
    [3, "1.234,56"],
    [5, "x"],
  ]);
  const sums = await summarise(table.engine, table.source, { from: "CNY", by: [] });
  expect(sums.get()?.toFixed(2)).toBe("4.00");
  await table.close();
});

test("floating-point columns and broken files are refused", async () => {
  const duck = await DuckDb.open();
  await duck.rows(
    `COPY (SELECT '2023-01' AS month, CAST(0.1 AS DOUBLE) AS value) TO '${at("double.parquet")}'`,
  );
  await duck.close();
  await expect(FileTable.open([at("double.parquet")], { keys: ["month"] })).rejects.toThrow(
    "column value is DOUBLE: its amounts have lost digits already",
  );
  truncateSync(at("t.parquet"), 4000);
  await expect(FileTable.open([at("t.parquet")], { keys })).rejects.toThrow(/t\.parquet/);
});

test("a failure leaves the old file and nothing beside it", async () => {
  writeFileSync(at("kept.csv"), "old\n");
  const table = await FileTable.open([at("t.csv")], { keys });
  const one = RatesByKey.of("USD/CNY", { "2022-01": "7" });
  await expect(writeConverted(table, at("kept.csv"), { from: "CNY", rates: one })).rejects.toThrow(
    /no rate for/,
  );
  await expect(
    writeConverted(table, at("kept.csv"), { from: "CNY", rates: made.rates, scale: 12 }),
  ).rejects.toThrow("leave 64 bits");
  await expect(writeConverted(table, "/dev/full", { from: "CNY", rates: made.rates })).rejects.toThrow(
    "cannot write /dev/full: the disk is full",
  );
  const stopped = AbortSignal.abort();
  await expect(
    writeConverted(table, at("kept.csv"), { from: "CNY", rates: made.rates, signal: stopped }),
  ).rejects.toThrow("cancelled");
  await table.close();
  expect(readFileSync(at("kept.csv"), "utf8")).toBe("old\n");
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

const sumOf = async (paths: readonly string[], options = {}) => {
  const table = await FileTable.open(paths, { keys: ["month"], ...options });
  try {
    const sums = await summarise(table.engine, table.source, { from: "CNY", by: ["month"] });
    return Object.fromEntries(sums.rows.map((row) => [row.keys[0], sums.text(row)]));
  } finally {
    await table.close();
  }
};
const written = (name: string, text: string | Uint8Array) => {
  writeFileSync(at(name), text);
  return at(name);
};

test("a large amount with many decimals is added and not left out", async () => {
  for (const [decimals, amount] of [
    [5, "12345678901234"],
    [6, "1234567890123"],
    [12, "1234567"],
  ] as const) {
    const path = written("large.csv", `month,value\n2023-01,${amount}\n2023-01,1\n`);
    const [sum] = Object.values(await sumOf([path], { decimals }));
    expect(sum).toBe(`${BigInt(amount) + 1n}.${"0".repeat(decimals)}`);
  }
});

test("a decimal of 64 bits is added whatever its decimals", async () => {
  const duck = await DuckDb.open();
  const largest = "92233720368547758.07";
  for (const [type, ...amounts] of [
    ["DECIMAL(18,4)", "12345678901.2345", "99999999999999.9999", "-99999999999999.9999"],
    ["DECIMAL(18,6)", "1234567.123456", "999999.999999", "1000000.000000"],
    ["DECIMAL(18,12)", "123456.123456789012", "-0.000000000001"],
    ["DECIMAL(38,2)", largest, `-${largest}`, "92233720368547757.99"],
  ] as const) {
    const decimals = Number(/(\d+)\)/.exec(type)?.[1]);
    const units = (text: string) => BigInt(text.replace(".", ""));
    const wanted = amounts.reduce((sum, one) => sum + units(one), 0n);
    const rows = amounts.map((one) => `SELECT '2023-01' AS month, CAST('${one}' AS ${type}) AS value`);
    await duck.rows(`COPY (${rows.join(" UNION ALL ")}) TO '${at("fixed.parquet")}'`);
    // As a file, whose type says that nothing is lost, and as a table, of which the engine is asked.
    expect([
      type,
      units(Object.values(await sumOf([at("fixed.parquet")], { decimals }))[0] as string),
    ]).toEqual([type, wanted]);
    await duck.rows(`CREATE OR REPLACE TABLE fixed AS FROM '${at("fixed.parquet")}'`);
    const source = { from: "fixed", amount: "value", decimals, keys: {} };
    const [row] = (await summarise(duck, source, { from: "CNY", by: [] })).rows;
    expect([type, row?.units]).toEqual([type, wanted]);
  }
  await duck.rows(
    "CREATE OR REPLACE TABLE fixed AS SELECT CAST('92233720368547758.08' AS DECIMAL(38,2)) AS value",
  );
  await expect(
    summarise(duck, { from: "fixed", amount: "value", decimals: 2, keys: {} }, { from: "CNY", by: [] }),
  ).rejects.toThrow("lie beyond 2^63");
  await duck.close();
});

test("files that change after they were opened are refused, whoever asks", async () => {
  const text = "month,value\n2023-01,5.00\n2023-01,6.00\n";
  const path = written("race.csv", text);
  const table = await FileTable.open([path], { keys: ["month"] });
  const sum = () => summarise(table.engine, table.source, { from: "CNY", by: ["month"] });
  expect((await sum()).rows.map((row) => row.units)).toEqual([1100n]);
  writeFileSync(path, `${text.replace("6.00", "oops")}2023-01,1.005\n`);
  const says = `${path} changed since it was opened: open it again`;
  await expect(sum()).rejects.toThrow(says);
  await expect(table.load("CNY")).rejects.toThrow(says);
  const rates = RatesByKey.of("USD/CNY", { "2023-01": "7" });
  await expect(writeConverted(table, at("race-usd.csv"), { from: "CNY", rates })).rejects.toThrow(says);
  expect(readdirSync(folder).filter((name) => name.includes("race-usd"))).toEqual([]);
  await table.close();
  // The rows of JSON were taken when it was opened.
  const json = written("race.json", '[{"month":"2023-01","value":5}]');
  const taken = await FileTable.open([json], { keys: ["month"] });
  rmSync(json);
  const sums = await summarise(taken.engine, taken.source, { from: "CNY", by: [] });
  expect(sums.rows.map((row) => row.units)).toEqual([500n]);
  await taken.close();
});

test("the signal of opening is of opening alone", async () => {
  const stop = new AbortController();
  const table = await FileTable.open([at("t.csv")], { keys, signal: stop.signal });
  stop.abort();
  const sums = await summarise(table.engine, table.source, { from: "CNY", by: keys, rates: made.rates });
  expect(new Map(sums.rows.map((row) => [row.keys.join(" "), String(row.units)]))).toEqual(right);
  await table.close();
});

test("a file without the column is named, and its amounts are not missing from the sum", async () => {
  const [a, b] = [
    written("a.csv", "month,value\n2023-01,1.00\n"),
    written("b.csv", "month,amount\n2023-02,2.00\n"),
  ];
  await expect(sumOf([a, b])).rejects.toThrow('no column "value" in');
  await expect(sumOf([a, b], { setAside: true })).rejects.toThrow("b.csv; there are month, amount");
  const [c, d] = [
    written("c.json", '[{"month":"2023-01","value":1}]'),
    written("d.json", '[{"month":"2023-02","amount":2}]'),
  ];
  await expect(sumOf([c, d])).rejects.toThrow("d.json; there are month, amount");
  const duck = await DuckDb.open();
  for (const name of ["value", "amount"])
    await duck.rows(
      `COPY (SELECT '2023-01' AS month, CAST(1 AS DECIMAL(18,2)) AS ${name}) TO '${at(`${name}.parquet`)}'`,
    );
  await duck.close();
  await expect(sumOf([at("value.parquet"), at("amount.parquet")])).rejects.toThrow(
    "amount.parquet; there are",
  );
});

test("files of one table may differ in order, separator, title and line ends, rows set aside or not", async () => {
  const files = [
    written("1.csv", "\ufeffmonth,value\r\n2023-01,1.00\r\n"),
    written("2.csv", "Source: customs\n\nvalue;month\n2.00;2023-02\n"),
    written("3.csv", 'month\tvalue\tnote\n2023-03\t3.00\t"a\tb"\n\n2023-03\t1.00\tc'),
  ];
  for (const setAside of [false, true])
    expect(await sumOf(files, { setAside })).toEqual({
      "2023-01": "1.00",
      "2023-02": "2.00",
      "2023-03": "4.00",
    });
  // Named twice it counts once; a quote that comes late, a mark of a comment and a column of one's own name are data.
  const late = written(
    "late.csv",
    `month,filename,value\n${"2023-01,a,1.00\n".repeat(30_000)}2023-01,"b,c",1.00\n#1,d,1.00\n`,
  );
  expect(await sumOf([late, late])).toEqual({ "#1": "1.00", "2023-01": "30001.00" });
});

test("what is wrong with a CSV file is said with its line, in words of this package", async () => {
  const cases: [string, string | Uint8Array, RegExp][] = [
    [
      "ragged.csv",
      "month,value\n2023-01,1\n2023-02,2,3\n",
      /ragged\.csv, line 3: "2023-02,2,3": Expected .* Found: 3/,
    ],
    ["short.csv", "month,value\n2023-01,1\n2023-02\n", /short\.csv, line 3: "2023-02"/],
    ["open.csv", 'month,value\n2023-01,"1\n2023-02,2\n', /open\.csv, line 2: .*unterminated quote/],
    [
      "latin.csv",
      Buffer.from("month,value,p\n2023-01,1,M\u00fcnchen\n", "latin1"),
      /latin\.csv is not encoded in UTF-8/,
    ],
    [
      "wide.csv",
      Buffer.from("\ufeffmonth,value\n2023-01,1\n", "utf16le"),
      /wide\.csv is not encoded in UTF-8/,
    ],
    ["none.csv", "", /none\.csv is empty/],
    ["twice.csv", "month,value,value\n2023-01,1,2\n", /twice\.csv has two columns "value"/],
    [
      "lines.csv",
      'month,note,value\n2023-01,"a\nb",1\n2023-02,c,x\n',
      /lines\.csv, line 4, column value: "x"/,
    ],
    ["title.csv", "A title\nmonth,value\n2023-02,x\n", /title\.csv, line 3, column value: "x"/],
    [
      "cut.csv.gz",
      gzipSync("month,value\n".padEnd(50_000, "2023-01,1234.00\n")).subarray(0, -20),
      /was cut off/,
    ],
  ];
  for (const [name, text, says] of cases) {
    const error = await sumOf([written(name, text)]).catch((one: unknown) => one as Error);
    expect([name, String(error)]).toEqual([name, expect.stringMatching(says)]);
    expect(String(error)).not.toMatch(/ignore_errors|strict_mode|null_padding/);
  }
  mkdirSync(at("nothing"), { recursive: true });
  await expect(sumOf([at("nothing")])).rejects.toThrow("has no files of rows");
});

test("all rows that are set aside are counted, also where the list of them ends", async () => {
  const text = `month,value\n2023-01,1.00\n${"2023-02,2.00,3\n".repeat(3000)}${"2023-03,x\n".repeat(2000)}`;
  const table = await FileTable.open([written("many.csv", text)], { keys: ["month"], setAside: true });
  expect(table.setAside.count).toBe(5000);
  expect(table.setAside.rows.length).toBe(1000);
  await table.close();
});

test("numbers of JSON keep their digits, in arrays and line by line", async () => {
  const value = "12345678901234567.89";
  const rows = [
    `{"month":"2023-01","value":${value}}`,
    `{"value":"0.10","more":{"a":[1]},"month":"2023-01"}`,
  ];
  expect(await sumOf([written("n.json", `[${rows.join(",")}]`)])).toEqual({
    "2023-01": "12345678901234567.99",
  });
  expect(await sumOf([written("n.ndjson", rows.join("\n"))])).toEqual({ "2023-01": "12345678901234567.99" });
  await expect(sumOf([written("e.json", '[{"month":"2023-01","value":1e3}]')])).rejects.toThrow(
    'row 1, column value: "1e3" is not a plain amount',
  );
  await expect(sumOf([written("cut.json", '[{"month":"2023-01","value":1')])).rejects.toThrow(/cut\.json/);
});

test("Excel: a title above the header, dates and empty rows", async () => {
  const xlsx = await import("@e965/xlsx");
  const book = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet([
    ["Trade of Liaoning"],
    [],
    ["month", "value"],
    [new Date(Date.UTC(2023, 8, 1)), 1.5],
    [],
    ["2023-10", 2],
    ["2023-11", "x"],
  ]);
  xlsx.utils.book_append_sheet(book, sheet, "a");
  const path = written("titled.xlsx", xlsx.write(book, { type: "buffer", bookType: "xlsx" }));
  await expect(sumOf([path])).rejects.toThrow('titled.xlsx, row 7, column value: "x"');
  expect(await sumOf([path], { setAside: true })).toMatchObject({ "2023-09-01": "1.50", "2023-10": "2.00" });
});

test("Parquet files in parts: rows in their order, nulls, doubles until an amount needs 64 bits", async () => {
  const duck = await DuckDb.open();
  const csv = `(SELECT month, province, CAST(value AS DECIMAL(18,2)) AS value FROM read_csv('${at("t.csv")}', all_varchar = true))`;
  await duck.rows(`COPY (FROM ${csv} LIMIT 5000) TO '${at("p1.parquet")}' (ROW_GROUP_SIZE 2048)`);
  await duck.rows(`COPY (FROM ${csv} LIMIT 5000 OFFSET 5000) TO '${at("p2.parquet")}' (ROW_GROUP_SIZE 2048)`);
  await duck.rows(
    `COPY (SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE '2023-0' || (i % 3) END AS month, CAST(CASE WHEN i % 5 <> 0 THEN i - 2500 END AS DECIMAL(9,1)) AS value FROM range(5000) r(i)) TO '${at("narrow.parquet")}'`,
  );
  await duck.close();
  const table = await FileTable.open([at("p1.parquet"), at("p2.parquet")], { keys });
  const { value, keys: loaded } = await table.load("CNY");
  await table.close();
  const [month, province] = loaded as [Keys, Keys];
  expect(value.length).toBe(rows.length);
  for (let i = 0; i < value.length; i++)
    expect([value.unitsAt(i), month.at(i), province.at(i)]).toEqual([units[i], rows[i]?.[0], rows[i]?.[1]]);
  const narrow = await FileTable.open([at("narrow.parquet")], { keys: ["month"] });
  const found = await narrow.load("CNY");
  await narrow.close();
  for (let i = 0; i < 5000; i++) {
    const expectedUnits = i % 5 === 0 ? null : BigInt(i - 2500) * 100n;
    expect([found.value.unitsAt(i), found.keys[0]?.at(i)]).toEqual([
      expectedUnits,
      i % 3 === 0 ? "" : `2023-0${i % 3}`,
    ]);
  }
});

test("a key of thousands of texts keeps each of them", async () => {
  const duck = await DuckDb.open();
  await duck.rows(
    `COPY (SELECT 'K' || ((i * 7919) % 5000) AS code, CAST(i AS DECIMAL(18,2)) AS value FROM range(20000) r(i)) TO '${at("codes.parquet")}'`,
  );
  await duck.close();
  const table = await FileTable.open([at("codes.parquet")], { keys: ["code"] });
  const { value, keys: loaded } = await table.load("CNY");
  await table.close();
  for (let i = 0; i < 20_000; i++)
    expect([value.unitsAt(i), loaded[0]?.at(i)]).toEqual([BigInt(i) * 100n, `K${(i * 7919) % 5000}`]);
});
