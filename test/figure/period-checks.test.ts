import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/figure/figure.js";
import { spanning } from "../../src/figure/period.js";
import { sameLength } from "../../src/figure/period-checks.js";
import {
  add,
  baseline,
  compare,
  compoundGrowth,
  contributions,
  dayNumber,
  dayText,
  figure,
  growth,
  growthIn,
  impliedRate,
  indexed,
  level,
  period,
  pointsBetween,
  RateBook,
  rate,
  rateUsed,
  share,
  subtract,
  times,
  total,
  wholeOf,
} from "../../src/index.js";

const usd = (amount: string, of?: string) =>
  figure(amount, { unit: "USD", ...(of === undefined ? {} : { period: of }) }) as Figure<"USD">;
const percent = (text: string, of: string) => figure(text, { unit: "percent", period: of });
const any = { periods: "any" } as const;
const mean = (value: string, on: string) => rate("USD/CNY", value, { kind: "period-average", on });

/** Each refused for its periods, with the way out; computed where the caller takes it. */
const refused: readonly [string, (options?: typeof any) => unknown, RegExp][] = [
  [
    "nine months against ten",
    (o) => growth(usd("10.0bn", "2023-01/2023-09"), usd("12.0bn", "2023-01/2023-10"), o),
    /9 months against 10 months/,
  ],
  [
    "the later level first",
    (o) => growth(usd("12", "2023"), usd("10", "2022"), o),
    /2022 is the earlier period; swap/,
  ],
  [
    "a growth within one period",
    (o) => growth(usd("12", "2023"), usd("10", "2023"), o),
    /both are of one period/,
  ],
  [
    "a month and its cumulative figure",
    (o) => add(usd("14bn", "2023-01/2023-09"), usd("2bn", "2023-09"), o),
    /overlap, so days would count twice/,
  ],
  [
    "months with a gap",
    (o) => total([usd("1", "2023-01"), usd("2", "2023-02"), usd("3", "2023-05")], o),
    /2023-03\/2023-04 between them is missing/,
  ],
  [
    "exports of two months and imports of one",
    (o) => total([usd("1", "2023-01"), usd("2", "2023-01"), usd("3", "2023-02")], o),
    /2 amounts of 2023-01 and 1 of 2023-02/,
  ],
  [
    "a share across years",
    (o) => share(usd("1", "2022"), usd("4", "2023"), o),
    /of 2022 and .* of 2023: the periods differ/,
  ],
  [
    "a share of nine months in a year",
    (o) => share(usd("1", "2023-01/2023-09"), usd("4", "2023"), o),
    /differ/,
  ],
  ["figures of two months", (o) => compare(usd("1", "2023-08"), usd("1", "2023-09"), o), /differ/],
  [
    "a month from a quarter of another year",
    (o) => subtract(usd("9", "2023-Q1"), usd("1", "2022-03"), o),
    /1 month against 3 months/,
  ],
  [
    "the whole from its part",
    (o) => subtract(usd("1", "2023-03"), usd("9", "2023"), o),
    /12 months against 1 month/,
  ],
  [
    "a month in a year's multiple",
    (o) => times(usd("9", "2023"), usd("1", "2022-03"), o),
    /12 months against 1 month/,
  ],
  ["a share of another year", (o) => wholeOf(usd("9", "2023"), percent("10%", "2022"), o), /differ/],
  ["another year's growth", (o) => baseline(usd("9", "2023"), percent("10%", "2022"), o), /differ/],
  ["a growth before its base", (o) => level(usd("9", "2023"), percent("10%", "2022"), o), /earlier/],
  [
    "a year's growth and a quarter's",
    (o) => pointsBetween(percent("5%", "2022"), percent("6%", "2023-Q1"), o),
    /12 months against 3 months/,
  ],
  [
    "one year too many",
    (o) => compoundGrowth(usd("9", "2019"), usd("12", "2022"), 4, o),
    /the 36 months from 2019 to 2022 into 4 periods of growth: they are 3 years/,
  ],
  [
    "a quarter in a yearly index",
    (o) => indexed([usd("9", "2022"), usd("3", "2023-Q1")], 0, o),
    /12 months against 3/,
  ],
  [
    "contributions of parts of two years",
    (o) =>
      contributions(
        [
          { label: "a", base: usd("9", "2021"), current: usd("10", "2023") },
          { label: "b", base: usd("9", "2022-H1"), current: usd("10", "2023-H1") },
        ],
        o,
      ),
    /./,
  ],
  [
    "a rate of two periods",
    (o) => impliedRate(usd("5.83bn", "2023-09"), figure("42.64bn yuan", { period: "2023-08" }), o),
    /differ/,
  ],
  [
    "rates of another year than the growth",
    (o) =>
      growthIn(
        "USD",
        percent("82.3%", "2023"),
        { current: mean("6.7", "2022"), base: mean("6.6", "2021") },
        o,
      ),
    /the growth is of 2023, the current rate of 2022/,
  ],
  [
    "the rates the wrong way round",
    (o) =>
      growthIn(
        "USD",
        percent("82.3%", "2023"),
        { current: mean("7.05", "2023"), base: mean("7.1", "2024") },
        o,
      ),
    /not of an earlier period/,
  ],
];

describe("arithmetic refuses periods as it refuses currencies", () => {
  test.each(refused)("%s", (_, run, says) => {
    expect(() => run()).toThrow(says);
    expect(() => run()).toThrow(/periods: "any"/);
    try {
      run();
    } catch (error) {
      expect((error as { code: string }).code).toBe("period-mismatch");
    }
    expect(() => run(any)).not.toThrow();
  });

  test("rateUsed takes the period of its figures, and no other", () => {
    const book = new RateBook(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => ({
        on: `2023-0${month}`,
        base: "USD",
        quote: "CNY",
        rate: "7.0344",
        kind: "period-average",
      })),
    );
    const [yuan, dollars] = [
      figure("42.64bn yuan", { period: "2023-01/2023-09" }),
      figure("$6.06bn", { period: "2023-01/2023-09" }),
    ];
    expect(rateUsed(yuan, dollars, { book, printedOn: "2023-10-23" }).best?.family).toBe("average");
    const other = { book, printedOn: "2023-10-23", period: "2023-01/2023-10" };
    expect(() => rateUsed(yuan, dollars, other)).toThrow(/given as 2023-01\/2023-10, but CNY 42.64bn/);
  });
});

test("what is computed keeps the period that it is of", () => {
  const exports = usd("9.6bn", "2023-09");
  const of = (made: { period?: { text: string } | undefined }) => made.period?.text;
  expect(of(add(exports, usd("11.53bn", "2023-09")))).toBe("2023-09");
  expect(of(total(["2023-02", "2023-01", "2023-03"].map((one) => usd("1", one))))).toBe("2023-01/2023-03");
  expect(of(total([usd("1", "2022-H1"), usd("1", "2022-H2")]))).toBe("2022");
  expect(of(total([usd("1", "2022"), usd("1")]))).toBeUndefined();
  expect(of(subtract(usd("20", "2023-01/2023-09"), usd("18", "2023-01/2023-08")))).toBe("2023-09");
  expect(of(subtract(usd("20", "2023"), usd("18", "2023-01/2023-09")))).toBe("2023-10/2023-12");
  expect(of(subtract(usd("20", "2023"), usd("18", "2023-03")))).toBeUndefined();
  expect(of(subtract(usd("20", "2023-09"), usd("18", "2022-09")))).toBe("2023-09");
  expect(of(share(exports, usd("21.18bn", "2023-09")))).toBe("2023-09");
  expect(of(level(usd("9", "2022"), percent("10%", "2023")))).toBe("2023");
  expect(of(share(exports, usd("21.18bn", "2023"), any))).toBeUndefined();
});

test("like lengths are whole months, days, or the same days of two years", () => {
  const like = (a: string, b: string) => sameLength(period(a), period(b));
  expect(like("2024-02", "2023-02")).toBe(true);
  expect(like("2024-01-01/2024-03-14", "2023-01-01/2023-03-14")).toBe(true);
  expect(like("2024-02-29", "2023-02-28")).toBe(true);
  expect(like("2023-10-02/2023-10-08", "2023-09-25/2023-10-01")).toBe(true);
  expect(like("2023-09", "2023-09-01/2023-09-30")).toBe(true);
  expect(like("2023-09", "2023-Q3")).toBe(false);
  expect(like("2023-09-01/2023-09-14", "2022-09-01/2022-09-15")).toBe(false);
  expect(like("9999", "9998")).toBe(true);
});

test("a year parts into any adjoining stretches, whose sum is of the year and whose differences give them back", () => {
  const day = fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9998-01-01") });
  fc.assert(
    fc.property(
      day,
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 }),
      (from, lengths) => {
        let at = from;
        const parts = lengths.map((days) => {
          const one = spanning(dayText(at), dayText(at + days - 1));
          at += days;
          return usd("1.0bn", one.text);
        });
        const whole = spanning(dayText(from), dayText(at - 1));
        const sum = total([...parts].reverse());
        expect(sum.period).toEqual(whole);
        const cut = parts.slice(0, -1);
        expect(subtract(sum, total(cut)).period).toEqual(parts.at(-1)?.period);
        if (parts.length > 2)
          expect(() => total([parts[0] as Figure<"USD">, ...parts.slice(2)])).toThrow(/is missing/);
        expect(() => add(sum, parts[0] as Figure<"USD">)).toThrow(/overlap/);
      },
    ),
    { numRuns: 500 },
  );
});
