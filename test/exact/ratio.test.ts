import fc from "fast-check";
import { expect, test } from "vitest";
import { Decimal, decimal, Ratio, ROUNDING_MODES } from "../../src/index.js";
import { fromText, minus, order, over, plus, type Rational, rational, times } from "../support/rational.js";

const wholes = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const unders = fc.bigInt({ min: 1n, max: 10n ** 40n });
const fractions = fc.tuple(wholes, unders).map(([n, d]) => [Ratio.of(n, d), rational(n, d)] as const);

const same = (found: Ratio, exact: Rational) =>
  expect(order(rational(found.num, found.den), exact), found.toString()).toBe(0);

test("sums, differences, products and quotients are exact, and compare as the fractions do", () => {
  fc.assert(
    fc.property(fractions, fractions, ([a, x], [b, y]) => {
      same(a.add(b), plus(x, y));
      same(a.sub(b), minus(x, y));
      same(a.mul(b), times(x, y));
      if (y.n !== 0n) same(a.div(b), over(x, y));
      expect(a.compare(b)).toBe(order(x, y));
      expect(a.equals(a.mul(Ratio.of(6n, 6n)))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("an infinite end stays infinite, on the side that the divisor's sign says", () => {
  const minusTwo = Ratio.of(-2n);
  expect(Ratio.INFINITE.div(minusTwo).compare(Ratio.MINUS_INFINITE)).toBe(0);
  expect(Ratio.MINUS_INFINITE.div(minusTwo).compare(Ratio.INFINITE)).toBe(0);
  expect(() => Ratio.ONE.div(Ratio.ZERO)).toThrow(/divide by zero/);
});

test("text goes in and comes out exactly", () => {
  fc.assert(
    fc.property(wholes, fc.integer({ min: 0, max: 30 }), (n, scale) => {
      const text = new Decimal(n.toString()).toFixed();
      same(Ratio.fromText(text), fromText(text));
      const shifted = Ratio.of(n, 10n ** BigInt(scale));
      same(Ratio.fromText(shifted.toFixed(scale, "trunc")), rational(n, 10n ** BigInt(scale)));
      same(Ratio.fromText(shifted.toString()), rational(n, 10n ** BigInt(scale)));
      same(Ratio.fromDecimal(decimal(shifted.toFixed(scale, "trunc"))), rational(n, 10n ** BigInt(scale)));
    }),
    { numRuns: 500 },
  );
  expect(() => Ratio.fromText("1e5")).toThrow(/"1e5" is not a number such as -12.50 or -3\/2/);
  expect(() => Ratio.fromText("1/0")).toThrow(/cannot divide by zero/);
  expect(() => Ratio.of(1n).div(Ratio.ZERO)).toThrow(/cannot divide by zero/);
});

test("a Decimal of a fraction, and its text, are rounded once to the side that was asked for", () => {
  fc.assert(
    fc.property(fractions, fc.integer({ min: 0, max: 20 }), ([a, x], decimals) => {
      const step = rational(1n, 10n ** BigInt(decimals));
      const floor = fromText(a.toFixed(decimals, "floor"));
      const ceil = fromText(a.toFixed(decimals, "ceil"));
      expect(order(floor, x) <= 0 && order(plus(floor, step), x) > 0).toBe(true);
      expect(order(ceil, x) >= 0 && order(minus(ceil, step), x) < 0).toBe(true);
      const [down, up] = [a.toDecimal("floor"), a.toDecimal("ceil")];
      expect(order(fromText(down.toFixed()), x)).toBeLessThanOrEqual(0);
      expect(order(fromText(up.toFixed()), x)).toBeGreaterThanOrEqual(0);
      expect(Math.max(down.precision(), up.precision())).toBeLessThanOrEqual(60);
      const unit = down.isZero() ? new Decimal(0) : new Decimal(`1e${down.e - 59}`);
      expect(up.minus(down).lessThanOrEqualTo(unit.times(10))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("long terms are rounded to the side that was asked for, and short ones kept", () => {
  const short = Ratio.fromText("42.64");
  expect(short.bounded("floor")).toBe(short);
  const long = Ratio.of(10n ** 400n + 7n, 3n ** 700n);
  const [low, high] = [long.bounded("floor"), long.bounded("ceil")];
  expect(low.compare(long)).toBe(-1);
  expect(high.compare(long)).toBe(1);
  const gap = high.sub(low).div(long);
  expect(gap.compare(Ratio.of(1n, 10n ** 150n))).toBe(-1);
});

test("fractions print as Intl rounds them, in every mode", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      fc.constantFrom(...ROUNDING_MODES),
      (n, mode) => {
        const text = Ratio.of(n, 1000n).toFixed(3, "trunc");
        const options = { maximumFractionDigits: 1, minimumFractionDigits: 1, useGrouping: false };
        const intl = new Intl.NumberFormat("en", {
          ...options,
          roundingMode: mode,
        } as Intl.NumberFormatOptions);
        const plain = (one: string) => one.replace(/^-(?=0\.0$)/, "");
        expect(plain(Ratio.of(n, 1000n).toFixed(1, mode))).toBe(
          plain(intl.format(text as unknown as number)),
        );
      },
    ),
    { numRuns: 500 },
  );
});
