import { afterAll, expect, test } from "vitest";
import { Random } from "../../../src/data/columns/random.js";
import { RatesByKey } from "../../../src/data/columns/rates.js";
import { connect, probe } from "../../../src/data/sql/connect.js";
import { DuckDb } from "../../../src/data/sql/duckdb.js";
import type { SqlSource } from "../../../src/data/sql/plan.js";
import { summarise } from "../../../src/data/sql/summarise.js";
import { heard } from "../../support/heard-engine.js";
import { byDefinition } from "../columns/oracle.js";

const duck = await DuckDb.open({ threads: 2 });
afterAll(() => duck.close());

const LIMIT = 2n ** 52n;
/** Rates as printed: num ÷ den is 10^decimals ÷ digits. */
const RATES = [
  "7.1986",
  "6.3010",
  "7.3",
  "2",
  "3",
  "1",
  "4553",
  "999999937",
  "0.00007",
  "149.38",
  "1.000001",
  "4503599627370495",
];

/** An amount whose quotient is a tie, or the whole number beside one, and next to a power of two or anywhere. */
function hard(random: Random, num: bigint, den: bigint, largest: bigint): bigint {
  const bits = 1 + random.below(52);
  const some = (BigInt(random.below(2 ** 26)) << 26n) | BigInt(random.below(2 ** 26));
  const size = random.below(4) === 0 ? 2n ** BigInt(bits) : some & (2n ** BigInt(bits) - 1n);
  const kth = (2n * size + 1n) * den;
  let a = random.below(3) === 0 ? size : kth / (2n * num) + BigInt(random.below(3) - 1);
  if (a > largest) a = largest - BigInt(random.below(3));
  return random.below(4) === 0 ? -a : a;
}

interface Row {
  readonly rate: string;
  readonly units: bigint | null;
}

/** Sums of a table of which every row is a group of its own. */
async function oneByOne(rows: readonly Row[]) {
  await duck.rows("CREATE OR REPLACE TEMP TABLE hard (id INTEGER, rate VARCHAR, a BIGINT)");
  const appender = await duck.connection.createAppender("hard");
  rows.forEach(({ rate, units }, id) => {
    appender.appendInteger(id);
    appender.appendVarchar(rate);
    if (units === null) appender.appendNull();
    else appender.appendBigInt(units);
    appender.endRow();
  });
  appender.closeSync();
  const source: SqlSource = {
    from: "hard",
    amount: "a",
    decimals: 2,
    scaled: true,
    checked: true,
    keys: { id: "id", rate: "rate" },
  };
  const { engine, statements } = heard(duck);
  const rates = RatesByKey.of("USD/CNY", Object.fromEntries(RATES.map((one) => [one, one])));
  const sums = await summarise(engine, source, { from: "CNY", by: ["id"], rateKey: "rate", rates });
  const wrong = rows.filter(({ rate, units }, id) => {
    const found = sums.unitsOf(String(id));
    if (units === null) return found !== undefined;
    const [num, den] = ratioOf(rate);
    return found !== byDefinition(units * num, den, "halfEven");
  });
  return { wrong, statements };
}

function ratioOf(rate: string): [bigint, bigint] {
  const [num, den] = [10n ** BigInt((rate.split(".")[1] ?? "").length), BigInt(rate.replace(".", ""))];
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const g = gcd(num, den);
  return [num / g, den / g];
}

const rowsWithin = (count: number, limit: bigint, seed: number): Row[] => {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => {
    const rate = RATES[i % RATES.length] as string;
    const [num, den] = ratioOf(rate);
    return { rate, units: i % 97 === 0 ? null : hard(random, num, den, (limit - 1n) / num) };
  });
};

test("one division of doubles gives what integers give: ties, what lies beside them, and the edge of 2^52", async () => {
  const { wrong, statements } = await oneByOne(rowsWithin(60_000, LIMIT, 52));
  expect(wrong).toEqual([]);
  expect(statements.length).toBe(2);
  expect(statements[1]).toContain("CAST(CAST(a * num AS DOUBLE) / den AS BIGINT)");
});

test("an amount beyond that edge goes by whole numbers, and so do all of its table", async () => {
  const some = rowsWithin(500, LIMIT, 7);
  for (const sign of [1n, -1n]) {
    const { wrong, statements } = await oneByOne([
      ...some,
      { rate: "7.3", units: sign * (LIMIT / 10n + 1n) },
    ]);
    expect(wrong).toEqual([]);
    expect(statements.length).toBe(3);
    expect(statements[2]).not.toContain("DOUBLE");
  }
  const { wrong, statements } = await oneByOne(rowsWithin(60_000, 2n ** 63n, 63));
  expect(wrong).toEqual([]);
  expect(statements.at(-1)).not.toContain("DOUBLE");
});

test("an engine that rounds its doubles otherwise is not used", async () => {
  const engine = await connect("duckdb:");
  const bigint = (x: string) =>
    x.includes("DOUBLE") ? `CAST(TRUNC(${x}) AS BIGINT)` : `CAST(${x} AS BIGINT)`;
  const other = { ...heard(engine).engine, dialect: { ...engine.dialect, bigint } };
  await expect(probe(other)).rejects.toThrow(/gives -3 for .*, not -4: it is not used/);
  await engine.close();
});
