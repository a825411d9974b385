import fc from "fast-check";
import { expect, test } from "vitest";
import {
  figure,
  monthsFromCumulative,
  period,
  type Quantity,
  RateBook,
  rate,
  Series,
  series,
  seriesOf,
} from "../../src/index.js";
import { fromText, minus, order, over, plus, type Rational, rational, times } from "../support/rational.js";

/** A printed amount as the oracle knows it: digits in units of the last decimal, and half of that unit to either side. */
interface Printed {
  readonly text: string;
  readonly at: Rational;
  readonly ends: readonly [Rational, Rational];
}

const printed = (tenths: number): Printed => {
  const half = rational(1n, 20n);
  const at = rational(BigInt(tenths), 10n);
  return { text: `${(tenths / 10).toFixed(1)} dollars`, at, ends: [minus(at, half), plus(at, half)] };
};

const HUNDRED = rational(100n);
const ONE = rational(1n);

/** The least and the greatest of a formula over all corners of its inputs: right wherever it rises or falls in each. */
function corners(
  inputs: readonly Printed[],
  formula: (of: readonly Rational[]) => Rational,
): [Rational, Rational] {
  let found: [Rational, Rational] | undefined;
  for (let mask = 0; mask < 2 ** inputs.length; mask++) {
    const value = formula(inputs.map(({ ends }, i) => ends[(mask >> i) & 1] as Rational));
    if (found === undefined) found = [value, value];
    else if (order(value, found[0]) < 0) found[0] = value;
    else if (order(value, found[1]) > 0) found[1] = value;
  }
  return found as [Rational, Rational];
}

const asRational = (of: { num: bigint; den: bigint }) => rational(of.num, of.den);

function expectSame(
  figureOf: Quantity,
  inputs: readonly Printed[],
  formula: (of: readonly Rational[]) => Rational,
) {
  const [low, high] = corners(inputs, formula);
  const at = formula(inputs.map((one) => one.at));
  expect(order(asRational(figureOf.exact), at), "the value").toBe(0);
  expect(order(asRational(figureOf.interval.low), low), "the lower end").toBe(0);
  expect(order(asRational(figureOf.interval.high), high), "the upper end").toBe(0);
}

const MONTHS = period("2022-01/2023-12").months();
const amounts = (count: number) =>
  fc.array(fc.integer({ min: 100, max: 99_999 }), { minLength: count, maxLength: count });
const of = (values: readonly number[], name = "Exports") =>
  series(
    name,
    values.map((value, i) => ({
      period: MONTHS[i] as { text: string; start: string; end: string },
      figure: printed(value).text,
    })),
  );
const RUNS = { numRuns: 20 };

test("growth on the year and on the month before is the oracle's, with its bounds", () => {
  fc.assert(
    fc.property(amounts(24), fc.integer({ min: 12, max: 23 }), (values, at) => {
      const all = of(values);
      const when = MONTHS[at]?.text as string;
      for (const [step, back] of [
        ["1 year", 12],
        ["1 month", 1],
      ] as const) {
        const inputs = [printed(values[at] as number), printed(values[at - back] as number)];
        expectSame(all.growth(step).at(when), inputs, ([to, from]) =>
          minus(over(to as Rational, from as Rational), ONE),
        );
      }
    }),
    RUNS,
  );
});

const sum = (of: readonly Rational[]) => of.reduce(plus);

test("rolling sums, quarters and years to date add what the oracle adds", () => {
  fc.assert(
    fc.property(amounts(24), fc.integer({ min: 2, max: 11 }), (values, at) => {
      const all = of(values);
      const own = values.map(printed);
      const when = MONTHS[at]?.text as string;
      expectSame(all.rolling(3).at(period(when).rolling(3)), own.slice(at - 2, at + 1), sum);
      expectSame(all.toDate().at(period(when).yearToDate), own.slice(0, at + 1), sum);
      const quarter = Math.floor(at / 3) * 3;
      expectSame(all.quarters().at(period(when).quarter), own.slice(quarter, quarter + 3), sum);
    }),
    RUNS,
  );
});

test("growth in the year to date is that of the two sums, each amount once", () => {
  fc.assert(
    fc.property(amounts(24), fc.integer({ min: 0, max: 3 }), (values, at) => {
      const found = of(values)
        .growth("year to date")
        .at(`2023-01/${MONTHS[12 + at]?.text}`.replace(/^(2023-01)\/\1$/, "$1"));
      const inputs = [...values.slice(12, 13 + at), ...values.slice(0, 1 + at)].map(printed);
      expectSame(found, inputs, (all) => minus(over(sum(all.slice(0, at + 1)), sum(all.slice(at + 1))), ONE));
    }),
    RUNS,
  );
});

test("months from the year to date give back the months, and their sums the year to date", () => {
  fc.assert(
    fc.property(amounts(24), (values) => {
      const toDate = of(values).toDate();
      const months = toDate.months();
      for (const { period: when, figure: month } of months)
        expect(month.exact.equals(of(values).at(when).exact), when.text).toBe(true);
      // Where the rounding swamps a month there is a gap that says so.
      expect(months.length + months.gaps.length).toBeGreaterThanOrEqual(22);
      for (const { why } of months.gaps) expect(why).toContain("swamps");
    }),
    RUNS,
  );
});

test("an index on one month, and on the mean of several, with the base's own amounts once", () => {
  fc.assert(
    fc.property(amounts(6), fc.integer({ min: 0, max: 5 }), (values, at) => {
      const all = of(values);
      const when = MONTHS[at]?.text as string;
      const onFirst = all.index("2022-01").at(when);
      if (at === 0) expect(onFirst.show()).toBe("100");
      else
        expectSame(onFirst, [values[at] as number, values[0] as number].map(printed), ([x, base]) =>
          times(over(x as Rational, base as Rational), HUNDRED),
        );
      const base = [0, 1, 2];
      const others = base.filter((one) => one !== at);
      const inputs = [at, ...others].map((one) => printed(values[one] as number));
      expectSame(all.index("2022-01/2022-03").at(when), inputs, ([x, ...rest]) => {
        const whole = base.includes(at) ? sum([x as Rational, ...rest]) : sum(rest);
        return times(over(x as Rational, whole), rational(300n));
      });
    }),
    RUNS,
  );
});

test("contributions add up to the growth of the sum; shares, sums and balances are the oracle's", () => {
  fc.assert(
    fc.property(amounts(13), amounts(13), (one, other) => {
      const [a, b] = [of(one, "A"), of(other, "B")];
      const found = Series.contributions([a, b]);
      const now = "2023-01";
      const points = found.parts.map((part) => part.at(now));
      expect(points[0]?.value.plus(points[1]?.value ?? 0).eq(found.growth.at(now).value)).toBe(true);
      const inputs = [one[12], one[0], other[12], other[0]].map((value) => printed(value as number));
      const grown = ([a1, a0, b1, b0]: readonly Rational[]) =>
        minus(over(plus(a1 as Rational, b1 as Rational), plus(a0 as Rational, b0 as Rational)), ONE);
      const [low, high] = corners(inputs, grown);
      expect(order(asRational(found.growth.at(now).interval.low), low)).toBe(0);
      expect(order(asRational(found.growth.at(now).interval.high), high)).toBe(0);
      expectSame(a.plus(b).at(now), [inputs[0], inputs[2]] as Printed[], sum);
      expectSame(a.minus(b).at(now), [inputs[0], inputs[2]] as Printed[], ([x, y]) =>
        minus(x as Rational, y as Rational),
      );
      const whole = of(
        one.map((value, i) => value + 2 * (other[i] as number)),
        "Whole",
      );
      const inWhole = [one[12] as number, (one[12] as number) + 2 * (other[12] as number)].map(printed);
      expectSame(a.shareOf(whole).at(now), inWhole, ([x, y]) => over(x as Rational, y as Rational));
    }),
    RUNS,
  );
});

test("each period is converted at the mean of the rates in it", () => {
  const book = RateBook.fromCsv(
    [
      "on,base,quote,rate,kind",
      "2022-01,USD,CNY,6.3588,period-average",
      "2022-02,USD,CNY,6.3470,period-average",
    ].join("\n"),
  );
  const yuan = of([93, 96, 99]).convert("CNY", book, { kind: "period-average" });
  expect(
    yuan
      .at("2022-02")
      .exact.equals(
        figure("9.6 dollars").exact.mul(book.average("USD/CNY", "2022-02", { kind: "period-average" }).exact),
      ),
  ).toBe(true);
  expect(yuan.get("2022-03")).toBeUndefined();
  const back = yuan.convert("USD", () => rate("USD/CNY", "6.3470", { kind: "period-average" }));
  expect(back.unit).toBe("USD");
});

const WITH_GAPS = series("Trade", {
  "2022-01/2022-02": "$26.4bn",
  "2022-03": "$11.7bn",
  "2022-04": "$12.2bn",
  "2022-06": "$13.6bn",
  "2023-01/2023-02": "$33.7bn",
  "2023-03": "$20.1bn",
  "2023-04": "$19.2bn",
  "2023-05": "$20.5bn",
});

test("a gap is shown with its reason and never filled", () => {
  expect(WITH_GAPS.every).toBe("month");
  expect(WITH_GAPS.gaps.map((one) => one.period.text)).toEqual([
    "2022-05",
    ...period("2022-07/2022-12")
      .months()
      .map((one) => one.text),
  ]);
  const growth = WITH_GAPS.growth();
  expect(growth.points.map((one) => one.period.text)).toEqual(["2023-01/2023-02", "2023-03", "2023-04"]);
  const monthly = WITH_GAPS.growth("1 month");
  expect(monthly.get("2022-03")).toBeUndefined();
  expect(monthly.gaps.find((one) => one.period.text === "2023-03")?.why).toBe(
    "2023-02 is published only within 2023-01/2023-02",
  );
  expect(() => monthly.at("2023-03")).toThrow(
    /"Trade, growth on the month before": no figure for 2023-03; it has 2022-04 to 2023-05/,
  );
  const sums = WITH_GAPS.toDate();
  expect(sums.points.map((one) => one.period.text)).toContain("2022-01/2022-04");
  expect(sums.get("2022-01/2022-06")).toBeUndefined();
  expect(sums.gaps.find((one) => one.period.text === "2022-01/2022-06")?.why).toBe("no figure for 2022-05");
  expect(() => WITH_GAPS.years()).toThrow(/"Trade, by year" would have no figure: no figure for 2022-05/);
  expect(WITH_GAPS.quarters().points.map((one) => one.period.text)).toEqual(["2022-Q1", "2023-Q1"]);
  expect(WITH_GAPS.show()).toContain("2022-05          no figure for 2022-05");
});

test("the month before one that was published jointly is told", () => {
  const why = WITH_GAPS.growth("1 month").gaps.map((one) => `${one.period.text}: ${one.why}`);
  expect(why).toContain("2022-06: no figure for 2022-05");
  const joint = series("A", {
    "2022-12": "5.0",
    "2023-01/2023-02": "9.0",
    "2023-03": "6.0",
    "2023-04": "5.0",
  });
  expect(joint.growth("1 month").points.map((one) => one.period.text)).toEqual(["2023-04"]);
});

test("quarters of months that straddle no stretch are sums; those that do are gaps", () => {
  const straddling = series("A", {
    "2023-02/2023-04": "9.0",
    "2023-05": "3.0",
    "2023-06": "3.0",
    "2023-07": "1",
    "2023-08": "1",
    "2023-09": "1",
  });
  expect(straddling.quarters().points.map((one) => one.period.text)).toEqual(["2023-Q3"]);
});

test.each([
  [{}, /a series needs at least one figure/],
  [
    { "2023-09": "9.6bn", "2023": "110bn" },
    /periods of one kind, found 2023-09 beside 2023: name the kind to keep, every: "month"/,
  ],
  [{ "2023-09": "$9.6bn", "2023-08": "9.6bn yuan" }, /currencies differ/],
  [{ "2023-09": "$9.6bn", "2023-09/2023-09": "$9.7bn" }, /two figures for 2023-09/],
  [{ "2023-13": "$9.6bn" }, /is not a period/],
] as [Record<string, string>, RegExp][])("%j is no series", (given, error) => {
  expect(() => series("A", given)).toThrow(error);
});

test("a figure of another period is refused", () => {
  const other = figure("$9.6bn", { period: "2023-08" });
  expect(() => series("A", [{ period: "2023-09", figure: other }])).toThrow(
    /the figure for 2023-09 of "A" is of 2023-08/,
  );
});

test("rows keep their digits, and numbers that lost theirs are refused with the way out", () => {
  const rows = [
    { when: "2023-08", value: "42.60", years: "no" },
    { when: "2023-09", value: "..", years: "no" },
    { when: "2023", value: "500.1", years: "yes" },
  ];
  const options = {
    name: "Exports",
    period: "when",
    figure: "value",
    unit: "billion yuan",
    every: "month",
  } as const;
  const found = seriesOf(rows, options);
  expect(found.points.map((one) => one.figure.show())).toEqual([
    "CNY 42.60bn, between 42.595bn and 42.605bn",
  ]);
  expect(
    seriesOf(rows, { ...options, figure: (row) => `about ${row.value}bn yuan`.replace(/.*\.\..*/, "") })
      .length,
  ).toBe(1);
  const numbers = [{ when: "2023-08", value: 42.6 }];
  expect(() => seriesOf(numbers, options)).toThrow(
    /row 1, column value: found the number 42.6, which no longer knows its printed digits/,
  );
  expect(seriesOf(numbers, { ...options, decimals: 2 }).first.figure.show()).toBe(
    "CNY 42.60bn, between 42.595bn and 42.605bn",
  );
  expect(() => seriesOf(numbers, { ...options, decimals: 0 })).toThrow(/42.6 has more than 0 decimals/);
  expect(() => seriesOf(rows, { ...options, figure: "amount" })).toThrow(
    /row 1 has no column "amount"; there are when, value, years/,
  );
});

test("figures from January on become months as monthsFromCumulative makes them", () => {
  const given = ["2023-01/2023-02", "2023-01/2023-03", "2023-01/2023-05"].map((when, i) =>
    figure(["$33.7bn", "$53.8bn", "$93.8bn"][i] as string, { period: when }),
  );
  const months = series(
    "Trade",
    given.map((one) => ({ period: one.period?.text as string, figure: one })),
  ).months();
  expect(months.points.map((one) => [one.period.text, one.figure.show()])).toEqual(
    monthsFromCumulative(given).map((one) => [one.period.text, one.implied?.show()]),
  );
  expect(fromText("40.0").n).toBe(400n);
});

test("a danfo frame gives the same series as its rows, and a scaled one its exact amounts", () => {
  const values = [
    ["2023-08", "42.60"],
    ["2023-09", "43.1"],
  ];
  const frame = { columns: ["when", "value"], values, groupby: () => undefined };
  const options = { name: "Exports", period: "when", figure: "value", unit: "billion yuan" } as const;
  const rows = values.map(([when, value]) => ({ when, value }));
  expect(seriesOf(frame, options).show()).toBe(seriesOf(rows, options).show());
  const scaled = {
    frame: { ...frame, values: [["2023-08", 4260]] },
    scaled: { value: 2 },
    amount: (_: string, units: number) => ({ toFixed: (places: number) => (units / 100).toFixed(places) }),
  };
  expect(seriesOf(scaled, options).first.figure.show()).toBe("CNY 42.60bn, between 42.595bn and 42.605bn");
  expect(() => seriesOf("table", options as never)).toThrow(/made of rows or of a danfo frame/);
});
