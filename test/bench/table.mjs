// npm run bench:table [-- ROWS]: whole columns, beside what users run today. Equal results are asserted first; then medians
// of rounds in turn, with their range, and ratios within each round. Wrong cents of the others are counted.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBDecimalValue, DuckDBInstance } from "@duckdb/node-api";
import * as aq from "arquero";
import { Decimal } from "decimal.js";
import {
  Column,
  convertAndSum,
  convertColumn,
  DuckDb,
  FileTable,
  generateTrade,
  Keys,
  sumBy,
  summarise,
} from "trade-figures/table";
import { machine, median } from "./measure.mjs";

const large = Number(process.argv[2] ?? 10_000_000);
const rounds = Number(process.env.ROUNDS ?? 5);
machine();

const ms = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
function row(name, times, note = "") {
  console.log(
    `  ${name.padEnd(74)} ${ms(median(times)).padStart(9)}  (${ms(Math.min(...times))} to ${ms(Math.max(...times))})  ${note}`,
  );
}
/** The median over rounds of b's time in a's. */
const ratio = (a, b) => median(a.map((one, i) => b[i] / one));

async function inTurn(tasks, count = rounds) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  const processor = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -2; round < count; round++)
    for (const [name, task] of Object.entries(tasks)) {
      globalThis.gc?.();
      const before = process.cpuUsage();
      const start = performance.now();
      await task();
      const clock = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      if (round < 0) continue;
      times[name].push(clock);
      processor[name].push((user + system) / 1000);
    }
  return { times, processor };
}

const sumsOf = (sums) => new Map(sums.rows.map((one) => [one.keys.join(" "), one.units]));

/** A task of table-rows.mjs in processes of its own, by turns with the other, so that both meet the same machine. */
function aside(tasks, turns) {
  const found = Object.fromEntries(
    Object.keys(tasks).map((name) => [name, { clock: [], processor: [], hash: "" }]),
  );
  for (let turn = 0; turn < turns; turn++)
    for (const [name, count] of Object.entries(tasks)) {
      const file = join(import.meta.dirname, "table-rows.mjs");
      const said = execFileSync(
        process.execPath,
        ["--expose-gc", "--max-old-space-size=8192", file, name, String(count)],
        { encoding: "utf8" },
      );
      const { clock, processor, hash } = JSON.parse(said);
      found[name].clock.push(...clock);
      found[name].processor.push(...processor);
      found[name].hash = hash;
    }
  return found;
}

// One million rows beside a loop of decimal.js, as one writes it with care: 40 digits, half-even.
{
  const { columns, decimals } = aside({ columns: 40, decimals: 2 }, Number(process.env.TURNS ?? 3));
  assert.equal(columns.hash, decimals.hash);
  console.log("\n1,000,000 rows converted, equal row by row; each in processes of its own");
  for (const [kind, said] of [
    ["clock", "by the clock"],
    ["processor", "processor time"],
  ]) {
    const [one, other] = [columns[kind], decimals[kind]];
    row(`columns, ${said}`, one);
    row(
      `decimal.js, precision 40, ${said}`,
      other,
      `× ${(median(other) / median(one)).toFixed(0)} of columns; × ${(Math.min(...other) / Math.min(...one)).toFixed(0)} fastest to fastest`,
    );
  }
}

// What users run, and how many of their amounts are not the cents that half-even, or half away from zero, gives.
{
  const made = generateTrade({ rows: 1_000_000, seed: 1 });
  const amounts = Array.from({ length: made.value.length }, (_, i) => made.value.at(i)?.toFixed(2) ?? null);
  const months = Array.from({ length: amounts.length }, (_, i) => made.month.at(i));
  const exact = convertColumn(made.value, made.rates, made.month);
  const truth = Array.from({ length: amounts.length }, (_, i) => exact.unitsAt(i));
  const away = convertColumn(made.value, made.rates, made.month, { rounding: "halfExpand" });
  console.log("\nWrong cents in 1,000,000 rows, against half-even / against half away from zero");
  const count = (name, cents) => {
    let [even, other] = [0, 0];
    for (let i = 0; i < truth.length; i++) {
      if (truth[i] === null) continue;
      const one = BigInt(cents(i));
      if (one !== truth[i]) even += 1;
      if (one !== away.unitsAt(i)) other += 1;
    }
    console.log(
      `  ${name.padEnd(74)} ${even.toLocaleString("en").padStart(9)} / ${other.toLocaleString("en")}`,
    );
  };
  const floats = amounts.map((text) => (text === null ? Number.NaN : Number(text)));
  const floatRates = Object.fromEntries(
    Object.entries(made.digits).map(([month, digits]) => [month, Number(digits)]),
  );
  count("columns", (i) => exact.unitsAt(i));
  count("Math.round(100 * value / rate)", (i) => Math.round((100 * floats[i]) / floatRates[months[i]]));
  count("decimal.js as it comes", (i) =>
    new Decimal(amounts[i]).dividedBy(made.digits[months[i]]).times(100).toFixed(0),
  );
  const table = aq
    .table({ value: floats, rate: months.map((month) => floatRates[month]) })
    .derive({ usd: (d) => aq.op.round((d.value / d.rate) * 100) });
  const usd = table.array("usd");
  count("arquero, op.round(value / rate * 100)", (i) => usd[i]);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("CREATE TABLE t (i INTEGER, value DECIMAL(18,2), rate DECIMAL(9,4))");
  const appender = await connection.createAppender("t");
  for (let i = 0; i < truth.length; i++) {
    if (truth[i] === null) continue;
    appender.appendInteger(i);
    appender.appendDecimal(new DuckDBDecimalValue(made.value.unitsAt(i), 18, 2));
    appender.appendDecimal(new DuckDBDecimalValue(BigInt(made.digits[months[i]].replace(".", "")), 9, 4));
    appender.endRow();
  }
  appender.closeSync();
  for (const call of ["round", "round_even"]) {
    const found = await connection.runAndReadAll(
      `SELECT i, CAST(CAST(${call}(value / rate, 2) * 100 AS BIGINT) AS VARCHAR) FROM t ORDER BY i`,
    );
    const cents = new Map(found.getRows());
    count(`DuckDB, ${call}(value / rate, 2)`, (i) => cents.get(i));
  }
  connection.closeSync();
  try {
    const danfo = await import("danfojs-node");
    const some = 100_000;
    const frame = new danfo.DataFrame({
      value: floats.slice(0, some),
      rate: months.slice(0, some).map((month) => floatRates[month]),
    });
    const start = performance.now();
    const cents = frame.value.div(frame.rate).mul(100).round(0).values;
    const spent = performance.now() - start;
    let wrong = 0;
    for (let i = 0; i < some; i++) if (truth[i] !== null && BigInt(cents[i]) !== truth[i]) wrong += 1;
    console.log(
      `  ${"danfojs, round(value / rate), of 100,000 rows".padEnd(74)} ${wrong.toLocaleString("en").padStart(9)}  in ${ms(spent)}`,
    );
  } catch (error) {
    console.log(`  danfojs could not be run: ${error.message.split("\n")[0]}`);
  }
}

// The large table: conversion and sums by month and province.
{
  const made = generateTrade({ rows: large, seed: 2 });
  const keys = [made.month, made.province];
  const into = new Float64Array(large);
  const copy = new Float64Array(large);
  const units = Float64Array.from({ length: large }, (_, i) => i);
  const ours = () => convertAndSum(made.value, made.rates, made.month, keys, { into });
  const duck = await DuckDb.open({ threads: 2 });
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-bench-"));
  try {
    const connection = duck.connection;
    await connection.run("CREATE TABLE t (month VARCHAR, province VARCHAR, fen BIGINT)");
    const appender = await connection.createAppender("t");
    for (let i = 0; i < large; i++) {
      appender.appendVarchar(made.month.at(i));
      appender.appendVarchar(made.province.at(i));
      const one = made.value.unitsAt(i);
      if (one === null) appender.appendNull();
      else appender.appendBigInt(one);
      appender.endRow();
      if (i % 500_000 === 499_999) appender.flushSync();
    }
    appender.closeSync();
    const file = join(folder, "t.parquet");
    await connection.run(
      `COPY (SELECT month, province, CAST(CAST(fen AS DECIMAL(18,0)) * CAST(0.01 AS DECIMAL(2,2)) AS DECIMAL(18,2)) AS value FROM t) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    const source = {
      from: "t",
      amount: "fen",
      decimals: 2,
      scaled: true,
      keys: { month: "month", province: "province" },
    };
    const asked = { from: "CNY", by: ["month", "province"], rates: made.rates };
    // The plan as it is written for every engine, and as an engine is asked that may wrap without a word.
    const plan = (engine, overflows) => ({
      dialect: { ...engine.dialect, double: undefined, unbounded: undefined, overflows },
      version: engine.version,
      rows: (sql, signal) => engine.rows(sql, signal),
    });
    const guarded = (engine) => plan(engine, undefined);
    const sql = () => summarise(guarded(duck), source, asked);
    const parquetSums = async (engineOf, over = {}) => {
      const table = await FileTable.open([file], { keys: ["month", "province"], threads: 2 });
      const sums = await summarise(engineOf(table.engine), { ...table.source, ...over }, asked);
      await table.close();
      return sums;
    };
    const parquetSql = () => parquetSums((engine) => engine);
    const parquetPlan = () =>
      parquetSums((engine) => plan(engine, engine.dialect.overflows), { short: undefined });
    const parquetGuarded = () => parquetSums(guarded);
    const parquetColumns = async () => {
      const table = await FileTable.open([file], { keys: ["month", "province"], threads: 2 });
      const { value, keys: loaded } = await table.load("CNY");
      await table.close();
      return convertAndSum(value, made.rates, loaded[0], loaded).sums;
    };
    const expected = sumsOf(ours().sums);
    // The reference adds BigInts, row by row.
    const reference = new Map();
    for (let i = 0; i < large; i += 1) {
      const a = made.value.unitsAt(i);
      if (a === null) continue;
      const den = BigInt(made.digits[made.month.at(i)].replace(".", ""));
      const [twice, size] = [2n * a * 10_000n, 2n * den];
      let y = (twice + den) / size;
      if ((twice + den) % size < 0n) y -= 1n;
      if ((twice + den) % size === 0n && y % 2n !== 0n) y -= 1n;
      const id = `${made.month.at(i)} ${made.province.at(i)}`;
      reference.set(id, (reference.get(id) ?? 0n) + y);
    }
    for (const [name, found] of Object.entries({
      columns: expected,
      sql: sumsOf(await sql()),
      parquetSql: sumsOf(await parquetSql()),
      parquetPlan: sumsOf(await parquetPlan()),
      parquetGuarded: sumsOf(await parquetGuarded()),
      parquetColumns: sumsOf(await parquetColumns()),
    })) {
      assert.equal(found.size, reference.size, name);
      for (const [id, sum] of reference) assert.equal(found.get(id), sum, `${name} ${id}`);
    }
    console.log(
      `\n${large.toLocaleString("en")} rows converted and summed by month and province, equal to integers`,
    );
    const { times, processor } = await inTurn({
      copy: () => copy.set(units),
      ours,
      separate: () => sumBy(convertColumn(made.value, made.rates, made.month, { into }), keys),
      sql,
      parquetColumns,
      parquetSql,
      parquetPlan,
      parquetGuarded,
    });
    row("memory copy of the column", times.copy);
    row(
      "columns, one thread",
      times.ours,
      `${(large / median(times.ours) / 1000).toFixed(0)} M rows/s, × ${ratio(times.copy, times.ours).toFixed(1)} of the copy, × ${(Math.min(...times.ours) / Math.min(...times.copy)).toFixed(1)} fastest to fastest`,
    );
    row("columns, conversion and sums apart", times.separate);
    row(
      "DuckDB, the exact plan, two threads, guard included",
      times.sql,
      `× ${ratio(times.ours, times.sql).toFixed(1)} of columns, × ${(Math.min(...times.sql) / Math.min(...times.ours)).toFixed(1)} fastest to fastest`,
    );
    for (const [name, all] of [
      ["as table summary does", "parquetSql"],
      ["the plan of every engine, no guard", "parquetPlan"],
      ["the plan of every engine, its guard first", "parquetGuarded"],
      ["by way of columns", "parquetColumns"],
    ])
      for (const [said, kind] of [
        ["by the clock", times],
        ["processor time", processor],
      ])
        row(
          `Parquet to sums, ${name}, ${said}`,
          kind[all],
          `× ${ratio(kind.parquetGuarded, kind[all]).toFixed(2)} of guard and plan, × ${ratio(kind.parquetPlan, kind[all]).toFixed(2)} of the plan alone`,
        );
    const bytes = [
      Column.units(made.value).byteLength,
      into.byteLength,
      ...keys.map((one) => one.codes.byteLength),
    ].reduce((a, b) => a + b, 0);
    console.log(
      `  ${"bytes a row: amounts, result, two keys".padEnd(74)} ${(bytes / large).toFixed(1).padStart(9)}`,
    );
    console.log(
      `  ${"the Parquet file".padEnd(74)} ${(statSync(file).size / 1e6).toFixed(0).padStart(6)} MB`,
    );
    assert.ok(keys[0] instanceof Keys);
  } finally {
    await duck.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
