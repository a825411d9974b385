import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert, FigureError, figure, RateBook, type RateEntry, rate } from "../../src/index.js";

const usd = (on: string, rate: string, kind: RateEntry["kind"] = "reference"): RateEntry => ({
  on,
  base: "USD",
  quote: "CNY",
  rate,
  kind,
});

const week = new RateBook([
  usd("2024-02-08", "7.1063"),
  usd("2024-02-09", "7.1036"),
  usd("2024-02-19", "7.1032"),
  { on: "2024-02-08", base: "EUR", quote: "USD", rate: "1.0772", kind: "reference" },
  { on: "2024-02-08", base: "EUR", quote: "CNY", rate: "7.6562", kind: "reference" },
  { on: "2024-02-08", base: "JPY", quote: "CNY", rate: "4.8071", per: 100, kind: "reference" },
]);

test("a kind that there is not, and a conversion without a rate, say the way out", () => {
  expect(() => rate("USD/CNY", "7.1", { kind: "sport" as never })).toThrow(
    /"sport" is no kind of rate; there are central-parity, .*spot/,
  );
  expect(() => convert(figure("42bn yuan") as never, undefined as never)).toThrow(
    /needs a rate: rate\("USD\/CNY"/,
  );
});

describe("a day without a rate", () => {
  test("is an error that names the neighbours and the way out", () => {
    expect(() => week.rate("USD/CNY", "2024-02-10", { kind: "reference" })).toThrow(
      'no reference rate of USD/CNY on 2024-02-10 (Saturday): USD/CNY reference: last is 2024-02-09, next is 2024-02-19, EUR/USD reference: last is 2024-02-08 with EUR/CNY reference: last is 2024-02-08; no rates are published at weekends; name a policy ("previous", "nearest") or another day',
    );
  });

  test("takes the day before where that is asked for, and says so", () => {
    const found = week.rate("USD/CNY", "2024-02-12", { kind: "reference", policy: "previous" });
    expect(found.value.toFixed()).toBe("7.1036");
    expect(found.describe()).toContain("the last day before 2024-02-12 (Monday)");
  });

  test("never takes a later day but by name", () => {
    expect(() => week.rate("USD/CNY", "2024-02-07", { kind: "reference", policy: "previous" })).toThrow(
      /none within/,
    );
    expect(week.rate("USD/CNY", "2024-02-18", { kind: "reference", policy: "nearest" }).value.toFixed()).toBe(
      "7.1032",
    );
    expect(week.rate("USD/CNY", "2024-02-14", { kind: "reference", policy: "nearest" }).value.toFixed()).toBe(
      "7.1036",
    );
  });

  test("is refused beyond the reach", () => {
    expect(() => week.rate("USD/CNY", "2024-03-25", { kind: "reference", policy: "previous" })).toThrow(
      /none within 10 days/,
    );
  });
});

test("pairs are answered as quoted, inverted, per 100 or over a named pivot", () => {
  expect(week.rate("CNY/USD", "2024-02-08", { kind: "reference" }).show()).toMatch(/^CNY\/USD 0\.1407/);
  expect(week.rate("JPY/CNY", "2024-02-08", { kind: "reference" }).value.toFixed()).toBe("0.048071");
  const made = week.rate("USD/JPY", "2024-02-08", { kind: "reference", via: "CNY" });
  expect(made.pair).toBe("USD/JPY");
  expect(made.chain.length).toBe(2);
  expect(() => week.rate("JPY/USD", "2024-02-08", { kind: "reference" })).toThrow(/a cross needs via/);
});

test("an average is refused where days are missing, and says how many where it is given", () => {
  expect(() => week.average("USD/CNY", "2024-02", { kind: "reference" })).toThrow(/3 of 21 days/);
  const mean = week.average("USD/CNY", "2024-02-08/2024-02-09", { kind: "reference" });
  expect(mean.value.toFixed()).toBe("7.10495");
  expect(mean.found).toBe("mean of 2 days");
});

test("what is missing is told to programs in parts", () => {
  const missing = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      if (FigureError.is(error)) return error.details.missingRate;
    }
    throw new Error("nothing is missing");
  };
  expect(missing(() => week.rate("USD/CNY", "2024-02-10", { kind: "reference" }))).toMatchObject({
    pair: "USD/CNY",
    kind: "reference",
    on: "2024-02-10",
    clauses: [{ about: "book" }, { about: "calendar" }, { about: "policy" }],
  });
  const mean = missing(() => week.average("USD/CNY", "2024-02", { kind: "reference" }));
  expect([mean?.on, mean?.over, mean?.clauses[0]?.says]).toEqual([
    undefined,
    "2024-02",
    expect.stringContaining("3 of 21 days"),
  ]);
});

test("two rates for one day are broken data", () => {
  expect(() => new RateBook([usd("2024-02-08", "7.1063"), usd("2024-02-08", "7.1064")])).toThrow(
    "two reference rates of USD/CNY for 2024-02-08: 7.1063 and 7.1064",
  );
});

test("the average of an interval book encloses the average of any member", () => {
  const digits = fc.integer({ min: 60_000, max: 80_000 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(digits, fc.integer({ min: -50, max: 49 })), { minLength: 5, maxLength: 5 }),
      (days) => {
        const entries = days.map(([n], i) =>
          usd(`2024-03-${String(4 + i).padStart(2, "0")}`, (n / 10_000).toFixed(4)),
        );
        const mean = new RateBook(entries).average("USD/CNY", "2024-03-04/2024-03-08", { kind: "reference" });
        // A member of each printed rate, in millionths, and their mean as an exact fraction over 5,000,000.
        const sum = days.reduce((total, [n, shift]) => total + BigInt(n) * 100n + BigInt(shift), 0n);
        const low = BigInt(mean.interval.lower.times(5_000_000).toFixed(0));
        const high = BigInt(mean.interval.upper.times(5_000_000).toFixed(0));
        return low <= sum && sum <= high;
      },
    ),
  );
});

test("a look-up with the previous-day policy agrees with a search day by day", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 220 }),
      (days, asked) => {
        const text = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
        const series = new RateBook(days.map((day) => usd(text(day), `7.${1000 + day}`))).series(
          "USD/CNY",
          "reference",
        );
        let expected: string | undefined;
        for (let back = 0; back <= 10 && expected === undefined; back++) {
          if (days.includes(asked - back)) expected = `7.${1000 + asked - back}`;
        }
        return series?.find(text(asked), "previous")?.rate.value.toFixed(4) === expected;
      },
    ),
  );
});
