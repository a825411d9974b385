import { expect, test } from "vitest";
import { Column } from "../../../src/data/columns/column.js";
import { convertAndSum, convertColumn } from "../../../src/data/columns/convert.js";
import { kernelLimit } from "../../../src/data/columns/kernel.js";
import { Keys } from "../../../src/data/columns/keys.js";
import { RatesByKey } from "../../../src/data/columns/rates.js";
import { ratioOf, roundedRatio } from "../../../src/data/columns/rounded-quotient.js";
import { ROUNDING_MODES } from "../../../src/index.js";
import { kernelAgainstIntegers } from "./oracle.js";

test("the kernel gives what integers give: 100,000 amounts, ties and the edges of its limits included", () => {
  const { cases, ties, wrong } = kernelAgainstIntegers(100_000, 20231023);
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(100_000);
  expect(ties).toBeGreaterThan(2_000);
});

test("every mode rounds as Intl.NumberFormat does", () => {
  for (const mode of ROUNDING_MODES) {
    const format = new Intl.NumberFormat("en", {
      maximumFractionDigits: 0,
      useGrouping: false,
      roundingMode: mode,
    } as Intl.NumberFormatOptions);
    for (let a = -400n; a <= 400n; a++) {
      // Hundredths, so that the decimal text is exact.
      const exact = `${a < 0n ? "-" : ""}${String(a < 0n ? -a : a)
        .padStart(3, "0")
        .replace(/(\d\d)$/, ".$1")}`;
      const expected = format.format(exact as unknown as number).replace(/^-0$/, "0");
      expect([mode, a, String(roundedRatio(a, ratioOf(1n, 100n), mode))]).toEqual([mode, a, expected]);
      const column = convertColumn(
        Column.fromUnits("CNY", 0, [a]),
        RatesByKey.of("CNY/USD", { m: "0.01" }),
        Keys.of("month", ["m"]),
        { rounding: mode },
      );
      expect([mode, a, String(column.unitsAt(0))]).toEqual([mode, a, expected]);
    }
  }
});

test("what the kernel may not do goes through integers, and gives the same digits", () => {
  const rates = RatesByKey.of("CNY/USD", { m: "0.123456789123456789" });
  expect(kernelLimit(ratioOf(123456789123456789n, 10n ** 18n))).toBe(-1);
  const amounts = [2n ** 53n - 1n, -(2n ** 53n), 2n ** 62n, 5n, null, -(2n ** 63n) + 1n];
  for (const rounding of ROUNDING_MODES) {
    const made = convertColumn(
      Column.fromUnits("CNY", 2, amounts),
      rates,
      Keys.of(
        "month",
        amounts.map(() => "m"),
      ),
      { rounding },
    );
    expect(amounts.map((_, i) => made.unitsAt(i))).toEqual(
      amounts.map((a) =>
        a === null ? null : roundedRatio(a, ratioOf(123456789123456789n, 10n ** 18n), rounding),
      ),
    );
  }
});

test("a missing rate, a rate of zero and a result beyond 2^63 are named with their row", () => {
  const column = Column.of("CNY", 2, ["1.00", "2.00"]);
  const months = Keys.of("month", ["2023-01", "2023-02"]);
  expect(() => convertColumn(column, RatesByKey.of("USD/CNY", { "2023-01": "7.1" }), months)).toThrow(
    "row 2: no rate for month 2023-02",
  );
  expect(() => RatesByKey.of("USD/CNY", { "2023-01": "0" })).toThrow(
    "the rate of 2023-01 must be above zero, found 0",
  );
  expect(() => RatesByKey.of("USD/CNY", { "2023-01": "7,1" })).toThrow("the rate of 2023-01: ");
  expect(() =>
    convertColumn(
      Column.fromUnits("CNY", 0, [2n ** 62n]),
      RatesByKey.of("CNY/USD", { m: "4" }),
      Keys.of("month", ["m"]),
    ),
  ).toThrow("row 1: 18446744073709551616 is beyond 2^63");
  expect(() => convertColumn(column as never, RatesByKey.of("EUR/USD", { a: "1" }), months)).toThrow(
    "amounts in CNY cannot be converted by rates of EUR/USD",
  );
});

test("a null without a rate stays null", () => {
  const made = convertColumn(
    Column.of("CNY", 2, [null, "7.10"]),
    RatesByKey.of("USD/CNY", { b: "7.1" }),
    Keys.of("month", ["a", "b"]),
  );
  expect([...made.texts()]).toEqual([null, "1.00"]);
});

test("one row to nine, and more rates than the kernel keeps at hand, give what integers give", () => {
  const many = 70_000;
  const digits = Object.fromEntries(Array.from({ length: many }, (_, i) => [`d${i}`, `7.${10_001 + i}`]));
  const rates = RatesByKey.of("USD/CNY", digits);
  const few = RatesByKey.of("USD/CNY", { d0: "7.1986", d1: "7.1984" });
  const place = Keys.of("place", ["a"]);
  for (const [length, of, some] of [
    ...Array.from({ length: 10 }, (_, i) => [i, few, 2] as const),
    [many, rates, many] as const,
  ]) {
    // Odd multiples of half a rate: exact halves.
    const amounts = Array.from({ length }, (_, i) => (i % 5 === 3 ? null : BigInt(i - 4) * 35_993n));
    const column = Column.fromUnits("CNY", 2, amounts);
    const days = Keys.of(
      "day",
      amounts.map((_, i) => `d${i % some}`),
    );
    const places = new Keys("place", place.values, new Uint16Array(length));
    const made = convertColumn(column, of, days);
    const both = convertAndSum(column, of, days, [places]);
    const paired = convertAndSum(column, of, days, [days, places]);
    const expected = amounts.map((a, i) => {
      const ratio = of.between("CNY", "USD", `d${i % some}`);
      return a === null || ratio === undefined ? null : roundedRatio(a, ratio, "halfEven");
    });
    const texts = expected.map(String).join(" ");
    for (const one of [made, both.column, paired.column])
      expect(Array.from({ length }, (_, i) => String(one.unitsAt(i))).join(" ")).toBe(texts);
    const sum = expected.reduce<bigint>((total, one) => total + (one ?? 0n), 0n);
    for (const { sums } of [both, paired])
      expect(sums.rows.reduce((total, row) => total + row.units, 0n)).toBe(sum);
  }
});
