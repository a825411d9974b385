import fc from "fast-check";
import { expect, test } from "vitest";
import { facts, openData, openRateBook } from "../../src/data/index.js";
import {
  compare,
  contributions,
  type Fact,
  figure,
  growthBridge,
  growthIn,
  indexed,
  monthsFromCumulative,
  rate,
} from "../../src/index.js";

const all = facts(openData());
const book = openRateBook();
const averages = (year: string) => book.average("USD/CNY", year, { kind: "period-average" });

test("82.3% in yuan is about 71% in dollars: eleven points are the exchange rate", () => {
  const bridge = growthBridge("USD", figure("82.3%"), {
    current: averages("2023-01/2023-09"),
    base: averages("2022-01/2022-09"),
  });
  expect(bridge.other.show(1)).toBe("71.2%, between 71.1% and 71.3%");
  expect(bridge.exchange.show(1)).toBe("-11.1 percentage points, between -11.2 and -11.1");
});

const published = (year: string, flow: string, currency: string) =>
  all.find(
    (one: Fact) =>
      one.area === "CHN" &&
      one.partner === "RUS" &&
      one.flow === flow &&
      one.period.text === year &&
      one.growthCurrency === currency,
  )?.growth;

test("yearly growth in dollars, made from the yuan growth, is near what was published", () => {
  const rows = (["2023", "2024"] as const).map((year) => {
    const own = published(year, "total", "CNY");
    const dollars = published(year, "total", "USD");
    if (own === undefined || dollars === undefined) throw new Error(`no growth for ${year}`);
    const made = growthIn("USD", own, { current: averages(year), base: averages(String(Number(year) - 1)) });
    return `${year}: ${made.show(1)}; published ${dollars.shown().value}, ${compare(dollars, made).verdict}`;
  });
  // Customs convert month by month at rates of their own, so the averages of the market come near, not to the digit.
  expect(rows).toEqual([
    "2023: 26.2%, between 26.1% and 26.3%; published 26.3%, inconsistent",
    "2024: 1.2%, between 1.1% and 1.3%; published 1.9%, inconsistent",
  ]);
});

test("bridging to dollars and back returns the growth", () => {
  const hundredths = fc.integer({ min: -9000, max: 30_000 });
  const rates = fc.integer({ min: 50_000, max: 90_000 });
  fc.assert(
    fc.property(hundredths, rates, rates, (g, now, before) => {
      const own = figure(`${(g / 100).toFixed(2)}%`, { rounding: "exact", unit: "percent" });
      const at = (n: number) =>
        rate("USD/CNY", (n / 10_000).toFixed(4), { kind: "period-average", rounding: "exact" });
      const there = growthIn("USD", own, { current: at(now), base: at(before) });
      const back = growthIn("CNY", there, { current: at(now), base: at(before) });
      return back.interval.contains(own.value) && back.value.minus(own.value).abs().lessThan("1e-50");
    }),
  );
});

test("contributions add up to the growth exactly, whatever the parts", () => {
  const cents = fc.bigInt({ min: 1n, max: 10n ** 14n });
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 8 }), (amounts) => {
      const yuan = (n: bigint) => figure(`${n}.00 yuan`, { unit: "CNY" });
      const made = contributions(
        amounts.map(([base, current], i) => ({
          label: `part ${i}`,
          base: yuan(base),
          current: yuan(current),
        })),
      );
      const sum = made.parts.reduce(
        (total, part) => total.plus(part.value),
        made.growth.value.minus(made.growth.value),
      );
      const base = amounts.reduce((total, [b]) => total + b, 0n);
      const current = amounts.reduce((total, [, c]) => total + c, 0n);
      // The growth, rounded half away from zero to 14 decimals, by integers alone.
      const scaled = (current - base) * 10n ** 14n * 2n;
      const half = scaled < 0n ? -base : base;
      const rounded = (scaled + half) / (2n * base);
      return (
        sum.equals(made.growth.value) && made.growth.value.times("1e14").toFixed() === rounded.toString()
      );
    }),
  );
});

const dollars = (text: string, period: string) => figure(`$${text}bn`, { period, unit: "USD" });

test("months from cumulative figures are implied, with revisions", () => {
  const made = monthsFromCumulative(
    [
      dollars("155.1", "2023-01/2023-08"),
      dollars("176.4", "2023-01/2023-09"),
      dollars("33.685", "2023-01/2023-02"),
    ],
    [dollars("21.18", "2023-09")],
  );
  expect(made.map((one) => one.period.text)).toEqual(["2023-01/2023-02", "2023-03/2023-08", "2023-09"]);
  expect(made[2]?.implied?.show()).toBe("USD 21.3bn, between 21.2bn and 21.4bn");
  expect(made[2]?.says).toContain("implied, with revisions");
  expect(made[2]?.published?.verdict).toBe("inconsistent");
});

test("a month that the rounding swamps is refused", () => {
  const made = monthsFromCumulative([dollars("155", "2023-01/2023-08"), dollars("156", "2023-01/2023-09")]);
  expect(made[1]?.implied).toBeUndefined();
  expect(made[1]?.says).toMatch(/refused/);
});

test("cumulative figures that do not begin together are refused", () => {
  expect(() =>
    monthsFromCumulative([dollars("155", "2023-01/2023-08"), dollars("156", "2022-01/2022-09")]),
  ).toThrow(/must begin together/);
});

test("an index is exactly 100 at its base", () => {
  const made = indexed([figure("$50bn"), figure("$100bn")], 1);
  expect(made.map((one) => one.interval.show(2))).toEqual(["(49.25, 50.76)", "[100.00, 100.00]"]);
});
