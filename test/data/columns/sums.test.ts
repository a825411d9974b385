import fc from "fast-check";
import { expect, test } from "vitest";
import { boundsOf, convertBounds, growthBounds, sumBounds } from "../../../src/data/columns/bounds.js";
import { Column } from "../../../src/data/columns/column.js";
import { convertColumn } from "../../../src/data/columns/convert.js";
import { generateTrade } from "../../../src/data/columns/generate.js";
import { contributionsBy, growthBy, shareOf } from "../../../src/data/columns/growth.js";
import { Keys } from "../../../src/data/columns/keys.js";
import { RatesByKey } from "../../../src/data/columns/rates.js";
import { sumBy } from "../../../src/data/columns/sums.js";
import { Decimal, roundingInterval } from "../../../src/index.js";
import { byDefinition } from "./oracle.js";

const unit = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n }),
  fc.constant(null),
);

test("sums are the sums of integers, whatever the size of the amounts and the number of groups", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(unit, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 })), {
        maxLength: 300,
      }),
      fc.option(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n })),
      (rows, beyond) => {
        const units = rows.map(([one]) => one).concat(beyond === null ? [] : [beyond]);
        const months = units.map((_, i) => `2023-0${(rows[i]?.[1] ?? 0) + 1}`);
        const provinces = units.map((_, i) => `P${rows[i]?.[2] ?? 0}`);
        const sums = sumBy(Column.fromUnits("CNY", 2, units), [
          Keys.of("month", months),
          Keys.of("province", provinces),
        ]);
        const expected = new Map<string, bigint>();
        units.forEach((one, i) => {
          const id = `${months[i]} ${provinces[i]}`;
          if (one !== null) expected.set(id, (expected.get(id) ?? 0n) + one);
        });
        expect(new Map(sums.rows.map((row) => [row.keys.join(" "), row.units]))).toEqual(expected);
      },
    ),
  );
});

test("conversion, sums and growth of generated trade are those of integers, ties, negatives and nulls included", () => {
  const made = generateTrade({ rows: 50_000, seed: 5 });
  const usd = convertColumn(made.value, made.rates, made.month);
  const sums = sumBy(usd, [made.month, made.province]);
  const expected = new Map<string, bigint>();
  let [ties, negatives, nulls] = [0, 0, 0];
  for (let i = 0; i < made.value.length; i++) {
    const a = made.value.unitsAt(i);
    if (a === null) {
      nulls += 1;
      expect(usd.unitsAt(i)).toBe(null);
      continue;
    }
    const den = BigInt((made.digits[made.month.at(i)] as string).replace(".", ""));
    const y = byDefinition(a * 10_000n, den, "halfEven");
    if (((a < 0n ? -a : a) * 20_000n) % (2n * den) === den) ties += 1;
    if (a < 0n) negatives += 1;
    if (usd.unitsAt(i) !== y) expect([i, usd.unitsAt(i)]).toEqual([i, y]);
    const id = `${made.month.at(i)} ${made.province.at(i)}`;
    expected.set(id, (expected.get(id) ?? 0n) + y);
  }
  // Of 50,000 rows about 2% lie on a tie, 0.5% are negative, 1% null.
  expect(ties).toBeGreaterThan(900);
  expect(negatives).toBeGreaterThan(150);
  expect(nulls).toBeGreaterThan(400);
  expect(new Map(sums.rows.map((row) => [row.keys.join(" "), row.units]))).toEqual(expected);
  for (const row of growthBy(sums)) {
    const [month, province] = row.keys as [string, string];
    const base = expected.get(`${Number(month.slice(0, 4)) - 1}${month.slice(4)} ${province}`) as bigint;
    const now = expected.get(`${month} ${province}`) as bigint;
    const units = byDefinition((now - base) * 10n ** 8n, base, "halfEven");
    expect(row.value.times(1e8).toFixed(0)).toBe(String(units));
  }
});

const sums = sumBy(Column.of("USD", 2, ["10.00", "30.00", "15.00", "27.00", "1.00", "2.00", "-1.00"]), [
  Keys.of("month", ["2022-01", "2022-01", "2023-01", "2023-01", "2022-02", "2023-02", "2023-02"]),
  Keys.of("province", ["A", "B", "A", "B", "A", "A", "B"]),
]);

test("growth on the year and of the year to date", () => {
  expect(growthBy(sums, { decimals: 4 }).map((row) => [...row.keys, row.text])).toEqual([
    ["2023-01", "A", "0.5000"],
    ["2023-01", "B", "-0.1000"],
    ["2023-02", "A", "1.0000"],
  ]);
  expect(growthBy(sums, { decimals: 4, over: "year-to-date" }).map((row) => [...row.keys, row.text])).toEqual(
    [
      ["2023-01", "A", "0.5000"],
      ["2023-01", "B", "-0.1000"],
      ["2023-02", "A", "0.5455"],
    ],
  );
});

test("shares add up to one, contributions to the growth of the whole", () => {
  const shares = shareOf(sums, ["month"], { decimals: 2 });
  expect(shares.filter((row) => row.keys[0] === "2023-01").map((row) => row.text)).toEqual(["0.36", "0.64"]);
  const parts = contributionsBy(sums, { decimals: 4 });
  expect(parts.map((row) => [...row.keys, row.text])).toEqual([
    ["2023-01", "A", "0.1250"],
    ["2023-01", "B", "-0.0750"],
    ["2023-02", "A", "1.0000"],
    ["2023-02", "B", "-1.0000"],
  ]);
  const whole = growthBy(sums.over("month"), { decimals: 4 });
  expect(whole.map((row) => row.text)).toEqual(["0.0500", "0.0000"]);
});

test("a key that is no month cannot be compared on the year", () => {
  const odd = sumBy(Column.of("USD", 0, ["1"]), [Keys.of("month", ["2023-13"])]);
  expect(() => growthBy(odd)).toThrow('"2023-13" is not a month');
  expect(() => growthBy(odd, { month: "date" })).toThrow('no key "date"; there are month');
});

test("bounds of printed figures contain every amount that prints so, in every mode", () => {
  for (const mode of ["halfExpand", "halfEven", "halfTrunc", "trunc", "expand", "floor", "ceil"] as const)
    for (const text of ["42.6", "-42.6", "0.0"]) {
      const { lower, upper } = boundsOf(Column.of("CNY", 1, [text]), { rounding: mode });
      const interval = roundingInterval(new Decimal(text), -1, mode);
      expect([mode, text, lower.at(0)?.toFixed(2)]).toEqual([mode, text, interval.lower.toFixed(2)]);
      expect([mode, text, upper.at(0)?.toFixed(2)]).toEqual([mode, text, interval.upper.toFixed(2)]);
    }
});

test("bounds go through conversion, sums and growth outwards", () => {
  const month = Keys.of("month", ["2022-09", "2022-09", "2023-09", "2023-09"]);
  const printed = boundsOf(Column.of("CNY", 2, ["10.00", "20.00", "24.00", "21.00"]), { decimals: 0 });
  const usd = convertBounds(printed, RatesByKey.of("USD/CNY", { "2022-09": "7", "2023-09": "7" }), month, {
    scale: 4,
  });
  expect(usd.lower.at(0)?.toFixed(4)).toBe("1.3571");
  expect(usd.upper.at(0)?.toFixed(4)).toBe("1.5000");
  const total = sumBounds(usd, [month]);
  // (23.5 + 20.5) / (10.5 + 20.5) − 1 and (24.5 + 21.5) / (9.5 + 19.5) − 1, widened by less than 0.0001 yuan a row.
  const [growth] = growthBounds(total, { decimals: 3 });
  expect(growth).toEqual({ keys: ["2023-09"], lower: "0.419", upper: "0.587" });
});

test("a row is a Decimal, a figure and a text; a slice copies nothing", () => {
  const column = Column.of("CNY", 2, ["1.00", "-12.50", null]);
  expect(column.figure(1)?.show()).toContain("-12.5");
  expect(column.figure(2)).toBe(null);
  expect([...column.slice(1).texts()]).toEqual(["-12.50", null]);
  expect(() => column.at(3)).toThrow("no row 3: there are 3");
  expect(() => Column.of("CNY", 2, ["1.234,56"])).toThrow('row 1: "1.234,56" is not a plain amount');
  expect(() => Column.of("CNY", 2, ["1.005"])).toThrow("row 1: 1.005 has more than 2 decimals");
  expect(() => Column.of("CNY", 2, ["92233720368547758.08"])).toThrow("beyond 2^63");
  expect(() => new Column("CNY", 2, Float64Array.of(1, 0.5))).toThrow("row 2: 0.5 is not a whole number");
  expect(() => new Column("CNY", 2, Float64Array.of(2 ** 53))).toThrow("row 1: 9007199254740992");
});

test("millions of large amounts in one group are the sum of integers", () => {
  const rows = 5_000_001;
  const unit = 2n ** 51n - 1n;
  const column = new Column("CNY", 0, new Float64Array(rows).fill(Number(unit)));
  expect(sumBy(column, []).unitsOf()).toBe(unit * BigInt(rows));
});

test("contributions to the year so far add up where a group has no amount in one of its months", () => {
  const month = ["2022-01", "2022-01", "2022-02", "2022-02", "2023-01", "2023-02", "2023-02"];
  const province = ["A", "B", "A", "B", "A", "A", "B"];
  const column = Column.of("CNY", 0, ["100", "50", "100", "50", "120", "130", "90"]);
  const sums = sumBy(column, [Keys.of("month", month), Keys.of("province", province)]);
  const rows = contributionsBy(sums, { over: "year-to-date", decimals: 4 });
  // By February: 250 + 90 against 300; B has no amount in January 2023 and counts as zero there.
  expect(rows.filter((row) => row.keys[0] === "2023-02").map((row) => [row.keys[1], row.text])).toEqual([
    ["A", "0.1667"],
    ["B", "-0.0333"],
  ]);
});
