import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { casesOf } from "../../src/check/cases.js";
import { Bounds, boundsOf } from "../../src/check/rates/bounds.js";
import { ratesOf } from "../../src/check/rates/known-rates.js";
import { View } from "../../src/check/view.js";
import { openRateBook } from "../../src/data/index.js";
import { Decimal, Near } from "../../src/exact/decimal.js";
import { Interval } from "../../src/exact/interval.js";
import { nearOf } from "../../src/exact/near.js";
import { Ratio } from "../../src/exact/ratio.js";
import { verdictOn } from "../../src/figure/verdict.js";
import type { RateBook } from "../../src/rate/book.js";
import { Rate } from "../../src/rate/rate.js";
import { read } from "../../src/text/read.js";
import { news } from "../bench/news.mjs";

/** A fraction near another as often as not: as close as a float can tell, closer, the same, or far away. */
const fraction = fc
  .tuple(
    fc.bigInt({ min: 1n, max: 10n ** 24n }),
    fc.bigInt({ min: 1n, max: 10n ** 24n }),
    fc.constantFrom(0n, 1n, 1000n),
  )
  .map(([num, den, off]) => Ratio.of(num + off, den));

const near = fraction.chain((one) =>
  fc.tuple(
    fc.constant(one),
    fc
      .constantFrom(0, 1e-30, 1e-16, 1e-13, 1e-11, 1e-3, 10)
      .chain((by) =>
        fc
          .constantFrom(1n, -1n)
          .map((sign) => one.add(one.mul(Ratio.of(sign * BigInt(Math.round(by * 1e36)), 10n ** 36n))).abs()),
      ),
  ),
);

const rate = (value: Ratio, width: Ratio): Rate =>
  new Rate({
    base: "USD",
    quote: "CNY",
    value,
    interval: new Interval(value.sub(value.mul(width)), value.add(value.mul(width))),
    kind: "implied",
  });

const width = fc
  .constantFrom(0, 1e-30, 1e-13, 1e-4, 0.5)
  .map((by) => Ratio.of(BigInt(Math.round(by * 1e36)), 10n ** 36n));

describe("what is settled before fractions are compared", () => {
  test("a float near a fraction is off by at most three roundings", () => {
    fc.assert(
      fc.property(fraction, (one) => {
        // Between these a float has at most a hundred decimals, which `toFixed` prints in full.
        if (nearOf(one) < 1e-5 || nearOf(one) > 1e20) return;
        const float = Ratio.fromText(nearOf(one).toFixed(100));
        const off = float.sub(one).abs().div(one);
        expect(off.compare(Ratio.of(3n, 2n ** 53n))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("the verdict on a rate, and which of two is nearer, are those of the fractions", () => {
    fc.assert(
      fc.property(near, near, width, width, ([a, b], [c], one, other) => {
        const [implied, first, second] = [rate(a, one), rate(b, other), rate(c, other)];
        const bounds = new Bounds(implied);
        for (const each of [first, second])
          expect(bounds.verdict(boundsOf(each))).toBe(verdictOn(implied.interval, each.interval, each.exact));
        if (b.sign === 0) return;
        const off = (x: Ratio) => x.sub(a).abs().div(x);
        const nearer = off(b).compare(off(c)) < 0;
        expect(bounds.isNearer(boundsOf(first), boundsOf(second))).toBe(nearer);
      }),
      { numRuns: 2000 },
    );
  });

  test("a claim whose figures cannot be loosened is judged the same by a loosened view", () => {
    const reading = read(news(60_000, 5).paragraphs.join("\n\n"));
    let [same, other] = [0, 0];
    for (const one of casesOf(reading, {})) {
      const view = new View();
      const strict = one.judge(view);
      if (strict?.verdict !== "inconsistent") continue;
      if (view.mayLoosen(one.figures)) other++;
      else {
        same++;
        expect(one.judge(view.loosened())?.verdict).toBe("inconsistent");
      }
    }
    expect(same).toBeGreaterThan(20);
    expect(other).toBeGreaterThan(0);
  });

  test("the lowest and the highest cross of a stretch are those of all its days", () => {
    const book = openRateBook();
    let seen = 0;
    for (const [base, quote] of [
      ["GBP", "JPY"],
      ["AUD", "SEK"],
      ["CHF", "INR"],
    ] as const) {
      for (const [from, to] of [
        ["2008-09-01", "2008-12-31"],
        ["2023-07-23", "2023-10-23"],
        ["2020-01-01", "2021-12-31"],
      ] as const) {
        const found = ratesOf(book, base, quote, from, to);
        if (found === undefined || found.ends.some(({ kind }) => kind !== "cross")) continue;
        const all = ["EUR", "USD"]
          .map((via) => crosses(book, via, base, quote, from, to))
          .find((one) => one.length > 0) as Decimal[];
        seen++;
        expect(found.count).toBe(all.length);
        expect(found.rates.lower.equals(Decimal.min(...all))).toBe(true);
        expect(found.rates.upper.equals(Decimal.max(...all))).toBe(true);
        expect(ratesOf(book, base, quote, from, to)).toBe(found);
      }
    }
    expect(seen).toBeGreaterThan(3);
  });
});

/** Every cross of the days that have both legs, each divided in full. */
function crosses(
  book: RateBook,
  via: string,
  base: string,
  quote: string,
  from: string,
  to: string,
): Decimal[] {
  return book.contents().flatMap(({ kind, pair }) => {
    if (pair !== `${via}/${quote}`) return [];
    const days = (code: string) => book.series(`${via}/${code}`, kind)?.within(from, to) ?? [];
    return days(quote).flatMap((top) => {
      const bottom = days(base).find((one) => one.period?.text === top.period?.text);
      return bottom === undefined ? [] : [new Near(top.value).dividedBy(bottom.value)];
    });
  });
}
