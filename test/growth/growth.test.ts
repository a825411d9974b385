import fc from "fast-check";
import { expect, test } from "vitest";
import {
  annualised,
  baseline,
  compoundGrowth,
  convert,
  figure,
  growth,
  type Interval,
  impliedRate,
  level,
  rate,
  share,
  wholeOf,
} from "../../src/index.js";
import { fromText, minus, order, over, plus, type Rational, rational, times } from "../support/rational.js";

/** A printed amount: n hundredths, and the exact ends of what prints so. */
interface Print {
  readonly text: string;
  readonly low: Rational;
  readonly high: Rational;
}

const prints = (min: bigint, max: bigint) =>
  fc.bigInt({ min, max }).map((n): Print => {
    const size = (n < 0n ? -n : n).toString().padStart(3, "0");
    return {
      text: `${n < 0n ? "-" : ""}${size.slice(0, -2)}.${size.slice(-2)}`,
      low: rational(2n * n - 1n, 200n),
      high: rational(2n * n + 1n, 200n),
    };
  });
const amounts = prints(1n, 10n ** 12n);
const percents = prints(-9_000n, 100_000n);
const one = rational(1n);
const hundredth = (x: Rational) => over(x, rational(100n));

/** The interval is the exact range of a formula over the ends, to the last of 60 digits. */
function isRange(found: Interval, low: Rational, high: Rational): void {
  for (const [end, exact, side] of [
    [found.lower, low, -1],
    [found.upper, high, 1],
  ] as const) {
    const gap = side < 0 ? minus(exact, fromText(end.toFixed())) : minus(fromText(end.toFixed()), exact);
    expect(order(gap, rational(0n))).toBeGreaterThanOrEqual(0);
    // Intermediate results are rounded at 60 digits as well: two units of the 58th are allowed.
    const size = plus(one, exact.n < 0n ? rational(-exact.n, exact.d) : exact);
    expect(order(gap, times(rational(2n, 10n ** 57n), size))).toBeLessThanOrEqual(0);
  }
}

const yuan = (print: Print) => figure(`CNY ${print.text}`, { unit: "CNY" });
const dollars = (print: Print) => figure(`USD ${print.text}`, { unit: "USD" });
const percent = (print: Print) => figure(`${print.text}%`, { unit: "percent" });

test("growth, baseline and level are the exact ranges of their formulas", () => {
  fc.assert(
    fc.property(amounts, amounts, percents, (a, b, g) => {
      isRange(
        growth(yuan(a), yuan(b)).interval,
        minus(over(b.low, a.high), one),
        minus(over(b.high, a.low), one),
      );
      const [slow, fast] = [plus(one, hundredth(g.low)), plus(one, hundredth(g.high))];
      isRange(baseline(yuan(a), percent(g)).interval, over(a.low, fast), over(a.high, slow));
      isRange(level(yuan(a), percent(g)).interval, times(a.low, slow), times(a.high, fast));
    }),
    { numRuns: 300 },
  );
});

test("implied rates, conversions and shares are the exact ranges of theirs", () => {
  const shares = prints(1n, 10_000n);
  fc.assert(
    fc.property(amounts, amounts, shares, (a, b, s) => {
      isRange(impliedRate(yuan(a), dollars(b)).interval, over(a.low, b.high), over(a.high, b.low));
      const quoted = rate("USD/CNY", b.text, { kind: "spot" });
      isRange(convert(yuan(a), quoted).interval, over(a.low, b.high), over(a.high, b.low));
      isRange(convert(dollars(a), quoted).interval, times(a.low, b.low), times(a.high, b.high));
      isRange(
        wholeOf(yuan(a), percent(s)).interval,
        over(a.low, hundredth(s.high)),
        over(a.high, hundredth(s.low)),
      );
    }),
    { numRuns: 300 },
  );
});

test("a share never passes 100%", () => {
  expect(share(figure("100.00 yuan"), figure("100.00 yuan")).interval.show(6)).toBe("(0.999900, 1.000000]");
  // Nor does its central value, where the two overlap in their rounding.
  const over = share(figure("100.03 yuan"), figure("100.0 yuan"));
  expect([over.value.toFixed(), over.interval.contains(over.value)]).toEqual(["1", true]);
  expect(() => share(figure("5 yuan"), figure("3 yuan"))).toThrow(/is no part of/);
});

test("compound growth and its annual rate, against whole powers", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 100n, max: 10_000n }),
      fc.bigInt({ min: 100n, max: 10_000n }),
      fc.integer({ min: 1, max: 9 }),
      (from, to, n) => {
        const exact = { rounding: "exact", unit: "CNY" } as const;
        const made = compoundGrowth(figure(`CNY ${from}`, exact), figure(`CNY ${to}`, exact), n).interval;
        const power = (end: string) => {
          const base = plus(one, fromText(end));
          return rational(base.n ** BigInt(n), base.d ** BigInt(n));
        };
        expect(order(power(made.lower.toFixed()), rational(to, from))).toBeLessThanOrEqual(0);
        expect(order(power(made.upper.toFixed()), rational(to, from))).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 200 },
  );
  expect(annualised(figure("1%", { rounding: "exact" }), 12).value.toFixed()).toBe(
    "0.126825030131969720661201",
  );
  expect(() => compoundGrowth(figure("5 yuan"), figure("6 yuan"), 0)).toThrow(/whole number from 1 to 1000/);
});

test("going to the level and back holds the start", () => {
  fc.assert(
    fc.property(amounts, percents, (a, g) => {
      const there = level(yuan(a), percent(g));
      expect(baseline(there, percent(g)).interval.contains(yuan(a).value)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
