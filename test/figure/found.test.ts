import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/figure/figure.js";
import {
  compare,
  contributions,
  dayNumber,
  dayText,
  decimal,
  figure,
  growth,
  money,
  parseMoney,
  period,
  printedLike,
  RateBook,
  rate,
  rateUsed,
  roundingInterval,
  share,
  yearBefore,
} from "../../src/index.js";
import { fromText, minus, order, over, plus, type Rational, rational } from "../support/rational.js";

describe("amounts that are none", () => {
  test.each(["1-2", "12 34", "12€34", "$5 $6", "--5", "-5-", "5 €€", "€5€6", "", "€", "1.2.3"])(
    "%s",
    (text) => {
      for (const currency of ["EUR", "USD"] as const)
        expect(() => parseMoney(text, currency)).toThrow(/expected/);
    },
  );
  test.each([
    ["-€5.50", "EUR -5.50"],
    ["€-5.50", "EUR -5.50"],
    ["5.50-", "EUR -5.50"],
    ["EUR 1,234.50", "EUR 1234.50"],
    ["1,234.50 EUR", "EUR 1234.50"],
    ["€ 5", "EUR 5.00"],
  ])("%s is one", (text, money) => expect(parseMoney(text, "EUR").toString()).toBe(money));
});

describe("a unit that the text contradicts is refused", () => {
  test.each([
    ["82.3%", "CNY", "unit-mismatch", /"82.3%" is in percent, not in CNY/],
    ["42.64bn yuan", "percent", "unit-mismatch", /is in CNY, not in percent/],
    ["42.64bn yuan", "USD", "currency-mismatch", /is in CNY, not in USD/],
    ["0.5 percentage points", "percent", "unit-mismatch", /percentage-point, not in percent/],
  ])("%s is not in %s", (text, unit, code, says) => {
    expect(() => figure(text, { unit })).toThrow(says);
    expect(() => figure(text, { unit })).toThrow(expect.objectContaining({ code }));
  });
  test("and one that it leaves open is taken", () => {
    expect(figure("82.3", { unit: "CNY" }).unit).toBe("CNY");
    expect(figure("82.3%", { unit: "percent" }).unit).toBe("percent");
    expect(figure("$5", { unit: "HKD" }).unit).toBe("HKD");
  });
});

describe("an amount is printed to the place of the figure's last digit, whatever its scale", () => {
  test.each([
    ["58.3亿美元", "USD 5.83bn", "USD 5.94bn"],
    ["58亿美元", "USD 5.8bn", "USD 5.9bn"],
    ["50.0亿美元", "USD 5.00bn", "USD 5.94bn"],
    ["$5829 thousand", "USD 5.829m", "USD 5,939.380m"],
    ["$5.829m", "USD 5.829m", "USD 5,939.380m"],
    ["$5.83bn", "USD 5.83bn", "USD 5.94bn"],
    ["$6bn", "USD 6bn", "USD 6bn"],
    ["60亿美元", "USD 6.0bn", "USD 5.9bn"],
  ])("%s", (text, own, other) => {
    const like = figure(text, {});
    expect(printedLike(like, like)).toBe(own);
    expect(printedLike(like, figure("$5,939,380,432.36"))).toBe(other);
  });

  test("a rate that prints other digits does not reproduce a figure in 亿", () => {
    const book = new RateBook([
      { on: "2023-10-20", base: "USD", quote: "CNY", rate: "7.35", kind: "noon-buying" },
    ]);
    const used = (dollars: string) =>
      rateUsed(figure("42.64bn yuan"), figure(dollars, {}), { book, printedOn: "2023-10-20" }).candidates[0];
    expect(used("58.3亿美元")?.reproduces).toBe(false);
    expect(used("58.0亿美元")?.reproduces).toBe(true);
    expect(used("58.0亿美元")?.prints).toBe(used("$5.80bn")?.prints);
  });
});

describe("periods", () => {
  test("the year before a leap day, in days and in text", () => {
    expect(yearBefore(period("2020-02-29"))).toEqual(period("2019-02-28"));
    expect(yearBefore(period("2021-01-01/2021-02-28"))).toEqual(period("2020-01-01/2020-02-29"));
    expect(period("0050-01").end).toBe("0050-01-31");
    expect(yearBefore(period("0001")).text).toBe("0000");
    expect(() => dayText(Number.NaN)).toThrow(/not the number of a day/);
  });

  test("every period's text reads back as the same days, and so does that of its year before", () => {
    const year = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, "0"));
    const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, "0"));
    const day = fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") }).map(dayText);
    const text = fc.oneof(
      year,
      day,
      fc.tuple(year, month).map((both) => both.join("-")),
      fc.tuple(year, fc.constantFrom("Q1", "Q2", "Q3", "Q4", "H1", "H2")).map((both) => both.join("-")),
      fc.tuple(day, day).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
      fc
        .tuple(year, month, month)
        .map(([y, a, b]) => (a < b ? `${y}-${a}/${y}-${b}` : `${y}-${b}/${y}-${a}`)),
    );
    fc.assert(
      fc.property(text, (one) => {
        const of = period(one);
        expect(period(of.text)).toEqual(of);
        const before = yearBefore(of);
        expect(period(before.text)).toEqual(before);
        expect(before.end >= before.start).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

test("a share of two figures that overlap in their rounding is at most the whole", () => {
  const of = share(figure("$100.03m"), figure("$100.0m"));
  expect(of.interval.contains(of.value)).toBe(true);
  expect(of.show()).toMatch(/^100/);
});

/** Bounds of contributions, against fractions of BigInt: any amounts that print so lie inside. */
describe("contributions enclose what the printed digits allow, whatever the signs", () => {
  const part = fc.record({
    base: fc.integer({ min: -300, max: 300 }),
    current: fc.integer({ min: -300, max: 300 }),
    at: fc.tuple(fc.integer({ min: -49, max: 49 }), fc.integer({ min: -49, max: 49 })),
  });
  const amount = (tenths: number) => figure(`${(tenths / 10).toFixed(1)}`, { unit: "USD" }) as Figure<"USD">;
  const point = (tenths: number, off: number): Rational => rational(BigInt(tenths * 100 + off), 1000n);

  test("2,000 sets of parts", () => {
    let tried = 0;
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const low = parts.reduce((sum, one) => sum + one.base - 0.5, 0);
        const high = parts.reduce((sum, one) => sum + one.base + 0.5, 0);
        if (low <= 0 && high >= 0) return;
        tried++;
        const made = contributions(
          parts.map(({ base, current }, i) => ({
            label: String(i),
            base: amount(base),
            current: amount(current),
          })),
        );
        const whole = parts.map(({ base, at }) => point(base, at[0])).reduce(plus);
        parts.forEach(({ base, current, at }, i) => {
          const exact = over(minus(point(current, at[1]), point(base, at[0])), whole);
          const { interval, value } = made.parts[i] as (typeof made.parts)[number];
          expect(order(fromText(interval.lower.toFixed()), exact)).toBeLessThanOrEqual(0);
          expect(order(fromText(interval.upper.toFixed()), exact)).toBeGreaterThanOrEqual(0);
          expect(interval.contains(value)).toBe(true);
        });
      }),
      { numRuns: 2000 },
    );
    expect(tried).toBeGreaterThan(1000);
  });
});

test("contributions of amounts without an end keep the ends that there are", () => {
  const part = (label: string, base: string, current: string) => ({
    label,
    base: figure(base, { unit: "USD" }),
    current: figure(current, { unit: "USD" }),
  });
  const [more] = contributions([
    part("a", "10.0bn", "more than 12.0bn"),
    part("b", "10.0bn", "10.0bn"),
  ]).parts;
  expect(more?.interval.show(4)).toBe("(0.0970, ∞)");
  const [of] = contributions([part("a", "more than 10.0bn", "12.0bn"), part("b", "10.0bn", "10.0bn")]).parts;
  // From growth by a fifth of the whole to the loss of all of it.
  expect(of?.interval.lower.toFixed()).toBe("-1");
});

test.each(["4mn元", "4bn元", "42.64bn人民币"])("%s: a scale and a currency of two scripts", (text) => {
  expect(figure(text, {}).unit).toBe("CNY");
});

test("a locale that is none is an error with the way out", () => {
  expect(() => money("5", "USD").format("xx-invalid-locale-zz")).toThrow(/is no locale: write en/);
  expect(() => parseMoney("5", "USD", "xx-invalid-locale-zz")).toThrow(/is no locale/);
});

test("exact amounts have a growth that holds itself", () => {
  const exact = (text: string) => figure(text, { unit: "USD", rounding: "exact" });
  const third = growth(exact("3"), exact("4"));
  expect(third.interval.contains(third.exact)).toBe(true);
  expect(compare(third, third).verdict).toBe("consistent");
});

test("a half-even print of many zeros has the ends of its last digit", () => {
  expect(roundingInterval(decimal(`7.${"0".repeat(150)}`), 0, "halfEven").show()).toBe("(6.5, 7.5)");
  expect(roundingInterval(decimal("8"), 0, "halfEven").show()).toBe("[7.5, 8.5]");
  expect(() => rate("USD/CNY", "7", { kind: "reference", per: 3 as never })).toThrow(/per 3 is not/);
});
