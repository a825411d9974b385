import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundledRates, openData, openRateBook } from "../../src/data/index.js";
import { openPackedRates } from "../../src/data/rates-door.js";
import { Ratio } from "../../src/exact/ratio.js";
import {
  convert,
  dayText,
  decimal,
  figure,
  period,
  type Rate,
  RateBook,
  type RateKind,
} from "../../src/index.js";
import { fixedEuroRates } from "../../src/rate/fixed.js";

const book = openRateBook();
const history = new RateBook(bundledRates());

test("the bundled history prints what the tables print, on every day that both have", () => {
  let both = 0;
  for (const row of openData().table("rates")) {
    const found = history
      .series(`${row.base}/${row.quote}` as "USD/CNY", row.kind as RateKind)
      ?.find(row.date);
    if (found === undefined) continue;
    both++;
    // The tables have the ECB's rates without the zeros at their end.
    const bare = (text: string) => (row.kind === "reference" ? text.replace(/0+$/, "") : text);
    expect([row.date, bare(found.rate.quoted.split(" ")[1] as string)]).toEqual([row.date, bare(row.rate)]);
  }
  expect(both).toBeGreaterThan(200);
});

test("the monthly means of H.10 are those that the Board publishes, to the last printed digit", () => {
  const published = openData().table("average_rates");
  const far = published.filter((row) => {
    const mean = history.tryAverage("USD/CNY", row.month, { kind: "noon-buying", maxMissing: 0.4 });
    return mean !== undefined && mean.value.toFixed(4) !== row.rate;
  });
  expect(far.map((row) => row.month)).toEqual([]);
});

test.each([
  // As the Official Journal prints them: C 331 of 2 October 2019, C 131 of 7 May 2004.
  ["EUR/USD", "2019-10-01", "1.0898"],
  ["EUR/JPY", "2019-10-01", "118.00"],
  ["EUR/CZK", "2019-10-01", "25.740"],
  ["EUR/ZAR", "2019-10-01", "16.6700"],
  ["EUR/GBP", "2019-10-01", "0.88955"],
  ["EUR/PHP", "2019-10-01", "56.610"],
  ["EUR/HUF", "2004-05-06", "251.50"],
] as const)("%s of %s has the digits of the print: %s", (pair, on, digits) => {
  expect(history.series(pair, "reference")?.find(on)?.rate.quoted).toBe(`${pair} ${digits}`);
});

test("no rate of the dollar is printed to less than four decimals, and a year's mean is as narrow as that", () => {
  const rates = history.series("EUR/USD", "reference")?.within("1999-01-01", "2026-12-31") ?? [];
  expect(rates.filter((one) => !/\.\d{4}$/.test(one.quoted))).toEqual([]);
  const { interval } = history.average("USD/CNY", "2022", { kind: "reference" });
  expect(interval.width.lessThan("0.002")).toBe(true);
});

test("every series has rising days, as many as it says, and no day twice", () => {
  for (const series of bundledRates()) {
    const days = series.days("1900-01-01", "2199-12-31");
    expect(days.every((day, i) => i === 0 || day > (days[i - 1] as number))).toBe(true);
    expect([series.pair, days.length]).toEqual([series.pair, series.length]);
    expect([dayText(days[0] as number), series.pair]).toEqual([series.from, series.pair]);
  }
});

describe("the euro's irrevocable rates", () => {
  const nextDay = (day: string) => dayText(Date.parse(day) / 86_400_000 + 1);
  const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

  test.each(["SIT", "CYP", "MTL", "SKK", "EEK", "LVL", "LTL", "HRK", "BGN"] as const)(
    "of %s begin when its reference rates end",
    (code) => {
      const [fixed] = fixedEuroRates().filter((one) => one.quote === code);
      const daily = bundledRates().find((one) => one.pair === `EUR/${code}` && one.to < "2100");
      let day = nextDay(daily!.to);
      // The first of January, after a weekend in some years.
      while (weekend(day) && day < fixed!.on.slice(0, 10)) day = nextDay(day);
      expect(day).toBe(fixed!.on.slice(0, 10));
      // The market had come to the conversion rate by then.
      const last = daily!.find(daily!.to)!.rate.value.toNumber();
      expect(Math.abs(last / Number(fixed!.rate) - 1)).toBeLessThan(0.001);
    },
  );

  test.each([
    ["TRL", "TRY", "2004-12-31", "2005-01-03", 1_000_000],
    ["ROL", "RON", "2005-06-30", "2005-07-01", 10_000],
  ] as const)(
    "%s became %s between two days, at the ratio that is said",
    (old, young, last, first, units) => {
      expect(history.series(`EUR/${old}`, "reference")?.to).toBe(last);
      expect(history.series(`EUR/${young}`, "reference")?.from).toBe(first);
      const before = history.rate(`EUR/${old}`, last).value.toNumber();
      const after = history.rate(`EUR/${young}`, first).value.toNumber();
      expect(Math.abs(before / after / units - 1)).toBeLessThan(0.02);
    },
  );
});

describe("any pair, any day", () => {
  test.each([
    ["USD/RUB", "2019-05-06", "USD/RUB 65.16207"],
    ["EUR/TWD", "2020-03-16", "EUR/TWD 33.6286"],
    ["GBP/JPY", "2023-06-30", "GBP/JPY 183.1104"],
    ["USD/CNY", "1994-01-03", "USD/CNY 8.7217"],
    ["USD/DEM", "2004-06-14", "USD/DEM 1.629723"],
  ] as const)("%s on %s is %s", (pair, on, shown) => {
    expect(book.rate(pair, on).quoted).toBe(shown);
  });

  test.each([
    ["USD/RUB", "2023-05-08", /the ECB has published no rouble rate since 1 March 2022/],
    ["USD/CNY", "2023-10-21", /no rates are published at weekends; name a policy/],
    ["USD/AED", "2020-03-16", /no rate of AED/],
    [
      "USD/CNY",
      "2199-01-04",
      /"trade-figures update ecb-history | fred | central-parity" fetches later ones/,
    ],
  ] as const)("%s on %s is refused for a reason that is true", (pair, on, why) => {
    expect(() => book.rate(pair, on)).toThrow(why);
  });

  test("an average over a weekend is refused, and not a crash", () => {
    expect(() => book.average("USD/CNY", "2023-10-21")).toThrow(/has 0 of 0 days/);
  });
});

const codes = ["USD", "CNY", "JPY", "GBP", "CHF", "INR", "KRW"];
const pairs = fc
  .tuple(fc.constantFrom(...codes), fc.constantFrom(...codes))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => `${a}/${b}` as const);
// Working days from 2010 to 2025.
const days = fc.integer({ min: 14_610, max: 20_400 }).map((day) => dayText(day));

test("a rate and its inverse enclose one, and converting there and back encloses the start", () => {
  fc.assert(
    fc.property(pairs, days, (pair, on) => {
      const [base, quote] = pair.split("/") as [string, string];
      const there = book.tryRate(pair, on);
      const back = book.tryRate(`${quote}/${base}`, on);
      if (there === undefined || back === undefined) return;
      expect(there.interval.times(back.interval).contains(decimal("1"))).toBe(true);
      const start = figure("42.64bn", { unit: base });
      const returned = convert(convert(start as never, there) as never, back) as typeof start;
      expect(returned.interval.contains(start.value)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a mean lies between the lowest and the highest of its members, and encloses their plain mean", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("EUR/USD", "EUR/JPY", "EUR/CNY"),
      fc.integer({ min: 2010, max: 2025 }),
      (pair, year) => {
        const series = book.series(pair as "EUR/USD", "reference");
        const rates = series?.within(`${year}-01-01`, `${year}-12-31`) ?? [];
        const mean = book.average(pair as "EUR/USD", String(year), { kind: "reference" });
        const plain = rates
          .reduce((sum, one) => sum.plus(one.value), rates[0]!.value.times(0))
          .dividedBy(rates.length);
        expect(mean.interval.contains(plain)).toBe(true);
        const ends = series?.extremes(`${year}-01-01`, `${year}-12-31`);
        expect(
          mean.value.greaterThanOrEqualTo(ends!.low.value) && mean.value.lessThanOrEqualTo(ends!.high.value),
        ).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

/** A rate that would print as this one does: its lower end, its upper end, or between, by a share from 0 to 1. */
const member = (of: Rate, share: number) => {
  const { low, high } = of.interval;
  return low.add(high.sub(low).mul(Ratio.of(BigInt(Math.round(share * 1000)), 1001n)));
};
const lastOf = (month: string) => period(month).end;
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 });

test("a mean encloses the mean of whatever rates were printed so", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("EUR/USD", "EUR/KRW", "EUR/INR"),
      fc.integer({ min: 0, max: 180 }),
      shares,
      (pair, at, list) => {
        const month = `${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
        const rates =
          history.series(pair as "EUR/USD", "reference")?.within(`${month}-01`, lastOf(month)) ?? [];
        const sum = rates.reduce((all, one, i) => all.add(member(one, list[i] as number)), Ratio.ZERO);
        const mean = history.average(pair as "EUR/USD", month, { kind: "reference" });
        expect(mean.found).toContain(`mean of ${rates.length} days`);
        expect(mean.interval.contains(sum.div(Ratio.of(BigInt(rates.length))))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test("a cross encloses the quotient of whatever two rates were printed so", () => {
  fc.assert(
    fc.property(pairs, days, shares, (pair, on, [x, y]) => {
      const made = history.tryRate(pair, on, { kind: "reference", via: "EUR" });
      const [base, quote] = pair.split("/");
      const [top, bottom] = [quote, base].map((code) =>
        history.tryRate(`EUR/${code}` as "EUR/USD", on, { kind: "reference" }),
      );
      if (made === undefined || top === undefined || bottom === undefined) return;
      expect(made.interval.contains(member(top, x as number).div(member(bottom, y as number)))).toBe(true);
    }),
    { numRuns: 120 },
  );
});

describe("the files for browsers", () => {
  const file = (name: string) => new Uint8Array(readFileSync(`data/rates/${name}.bin`));

  test.each([
    ["ecb", 350_000],
    ["h10", 350_000],
    ["majors", 60_000],
  ] as const)("%s.bin takes at most %d bytes gzipped", (name, most) => {
    expect(gzipSync(file(name)).length).toBeLessThan(most);
  });

  test("say what the whole history says, one alone and two together", () => {
    const at = ["USD/CNY", "2023-10-23"] as const;
    expect(openPackedRates(file("majors")).rate(...at).quoted).toBe(history.rate(...at).quoted);
    const both = openPackedRates(file("ecb"), file("h10"));
    const list = (book: RateBook) => book.contents().map((one) => `${one.pair} ${one.kind} ${one.length}`);
    expect(list(both)).toEqual(list(history));
  });

  test("that are cut off or have a bit turned are refused, and never another rate", () => {
    const whole = file("majors");
    expect(() => openPackedRates(whole.subarray(0, 9000)).rate("USD/CNY", "2023-10-23")).toThrow(
      /the packed history of rates is broken/,
    );
    let [refused, same] = [0, 0];
    const start = 12 + new DataView(whole.buffer).getUint32(8, true);
    for (let i = start + 5; i < whole.length; i += 1997) {
      const turned = Uint8Array.from(whole);
      turned[i] = (whole[i] as number) ^ 4;
      try {
        const book = openPackedRates(turned);
        for (const series of book.contents()) {
          const sums = series.sums("2015-01-01", "2026-12-31");
          expect(sums?.units).toBe(
            openPackedRates(whole).series(series.pair, series.kind)?.sums("2015-01-01", "2026-12-31")?.units,
          );
        }
        same++;
      } catch (error) {
        expect(String(error)).toMatch(/the packed history of rates is broken/);
        refused++;
      }
    }
    expect([refused > 12, same]).toEqual([true, 0]);
  });
});

describe("rates of one's own", () => {
  const head = "date,base,quote,rate,kind\n";
  test("come from CSV", () => {
    const own = RateBook.fromCsv(`${head}2023-10-23,usd,CNY,7.3158,spot\n`);
    expect(own.rate("USD/CNY", "2023-10-23").quoted).toBe("USD/CNY 7.3158");
  });
  test.each([
    ["2023-10-23,USD,CNY,0,spot", /line 2: "0" is not a rate above zero/],
    ["2023-02-30,USD,CNY,7.3,spot", /line 2: "2023-02-30" is not a day/],
    ["2023-10-23,USD,YUN,7.3,spot", /line 2: "YUN" is not an ISO 4217 code/],
    ["2023-10-23,USD,CNY,7.3,sport", /line 2: "sport" is not a kind of rate/],
    ["2023-10-23,USD,CNY,7,3158,spot", /line 2: found 6 cells for 5 columns/],
  ])("%s is refused with its place", (row, why) => {
    expect(() => RateBook.fromCsv(head + row)).toThrow(why);
  });
  test("what is no rate is refused when the book is made", () => {
    expect(() => new RateBook([{ date: "2023-10-23" } as never])).toThrow(
      /a rate needs on, base, quote, rate and kind/,
    );
    const entry = { on: "2023-10-23", base: "USD", quote: "CNY", rate: "7.3", kind: "spot" } as const;
    expect(() => new RateBook([{ ...entry, per: 3 as never }])).toThrow(/per 3 is not 1, 10, 100/);
  });
});
