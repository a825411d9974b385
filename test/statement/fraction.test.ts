import fc from "fast-check";
import { expect, test } from "vitest";
import { Fraction } from "../../src/statement/solver/fraction.js";
import { minus, order, over, plus, type Rational, rational, times } from "../support/rational.js";

const size = fc.integer({ min: 1, max: 40 });
const wholes = size.chain((digits) =>
  fc.bigInt({ min: -(10n ** BigInt(digits)), max: 10n ** BigInt(digits) }),
);
const unders = size.chain((digits) => fc.bigInt({ min: 1n, max: 10n ** BigInt(digits) }));
/** Some with a large common factor. */
const factors = fc.oneof(fc.constant(1n), unders);
const fractions = fc
  .tuple(wholes, unders, factors, factors)
  .map(([n, d, f, g]) => [Fraction.big(n * f * g, d * f), rational(n * g, d)] as const);

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));

function same(found: Fraction, exact: Rational): void {
  const [n, d] = [BigInt(found.n), BigInt(found.d)];
  expect(order(rational(n, d), exact), `${found}`).toBe(0);
  expect(divisor(n, d), `${found} in lowest terms`).toBe(1n);
  const small = (x: bigint) => x <= BigInt(Number.MAX_SAFE_INTEGER) && x >= -BigInt(Number.MAX_SAFE_INTEGER);
  expect(typeof found.n).toBe(small(n) && small(d) ? "number" : "bigint");
  expect(typeof found.d).toBe(typeof found.n);
}

test("sums, products and quotients are exact, in lowest terms, whichever way they are held", () => {
  fc.assert(
    fc.property(fractions, fractions, ([a, x], [b, y]) => {
      same(a.plus(b), plus(x, y));
      same(a.minus(b), minus(x, y));
      same(a.times(b), times(x, y));
      if (y.n !== 0n) same(a.over(b), over(x, y));
      expect(a.compare(b)).toBe(order(x, y));
      expect(a.sign).toBe(order(x, rational(0n)));
    }),
    { numRuns: 2000 },
  );
});

test("the whole number below, a shorter number on the side that is asked for, and the nearest double", () => {
  fc.assert(
    fc.property(fractions, fc.boolean(), ([a, x], down) => {
      const floor = a.floor();
      expect(order(rational(BigInt(floor.n), BigInt(floor.d)), x)).toBeLessThanOrEqual(0);
      expect(floor.d).toBe(typeof floor.n === "number" ? 1 : 1n);
      expect(floor.plus(Fraction.ONE).compare(a)).toBe(1);
      const short = a.shortened(100, down);
      expect(short.compare(a) * (down ? 1 : -1)).toBeLessThanOrEqual(0);
      if (!a.isZero) expect(Math.abs(short.over(a).toNumber() - 1)).toBeLessThan(2 ** -80);
      expect(short.length).toBeLessThanOrEqual(Math.max(100, a.length));
      const double = a.toNumber();
      expect(a.isZero ? double : Math.abs(Fraction.double(double).over(a).toNumber() - 1)).toBeLessThan(
        1e-15,
      );
    }),
    { numRuns: 1000 },
  );
});

test("a double is taken exactly", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(Fraction.double(x).toNumber()).toBe(x === 0 ? 0 : x);
    }),
  );
});
