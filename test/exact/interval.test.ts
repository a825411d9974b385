import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { power, root } from "../../src/exact/root.js";
import { Decimal, decimal, Interval } from "../../src/index.js";
import { fromText, minus, order, over, plus, type Rational, rational, times } from "../support/rational.js";

interface Sample {
  readonly interval: Interval;
  /** A point of the interval, as a fraction. */
  readonly point: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

const texts = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
    fc.bigInt({ min: 1n, max: 10n ** 10n }),
    fc.integer({ min: 0, max: 1000 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([from, width, share, lowerOpen, upperOpen]): Sample => {
    const scale = 10n ** 6n;
    const to = from + width;
    const [low, high] = [rational(from, scale), rational(to, scale)];
    // Never an end itself, so that open ends hold it as well.
    const point = rational(from * 1002n + width * BigInt(share + 1), scale * 1002n);
    const text = (n: bigint) => {
      const size = (n < 0n ? -n : n).toString().padStart(7, "0");
      return `${n < 0n ? "-" : ""}${size.slice(0, -6)}.${size.slice(-6)}`;
    };
    return {
      interval: new Interval(decimal(text(from)), decimal(text(to)), lowerOpen, upperOpen),
      point,
      low,
      high,
    };
  });

/** Whether an end, given as a decimal, is at or outside the exact bound, and at most one unit of the 60th digit away. */
function sharp(end: Decimal, exact: Rational, side: -1 | 1): void {
  const given = fromText(end.toFixed());
  const gap = side < 0 ? minus(exact, given) : minus(given, exact);
  expect(order(gap, rational(0n))).toBeGreaterThanOrEqual(0);
  const unit = fromText(new Decimal(`1e${end.isZero() ? -60 : end.e - 59}`).toFixed());
  expect(order(gap, unit)).toBeLessThanOrEqual(0);
}

function extremes(
  a: Sample,
  b: Sample,
  operation: (x: Rational, y: Rational) => Rational,
): [Rational, Rational] {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => operation(x, y)));
  return [
    corners.reduce((x, y) => (order(y, x) < 0 ? y : x)),
    corners.reduce((x, y) => (order(y, x) > 0 ? y : x)),
  ];
}

const OPERATIONS = {
  plus: [plus, (a: Interval, b: Interval) => a.plus(b)],
  minus: [minus, (a: Interval, b: Interval) => a.minus(b)],
  times: [times, (a: Interval, b: Interval) => a.times(b)],
  dividedBy: [over, (a: Interval, b: Interval) => a.dividedBy(b)],
} as const;

describe.each(Object.entries(OPERATIONS))("%s", (name, [exact, operation]) => {
  test("encloses the exact result of any points, and is no wider than one unit of the last kept digit", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const reaches = order(b.low, rational(0n)) <= 0 && order(b.high, rational(0n)) >= 0;
        if (name === "dividedBy" && reaches) {
          expect(() => operation(a.interval, b.interval)).toThrow(/it reaches zero/);
          return;
        }
        const found = operation(a.interval, b.interval);
        const result = exact(a.point, b.point);
        expect(order(fromText(found.lower.toFixed()), result)).toBeLessThanOrEqual(0);
        expect(order(fromText(found.upper.toFixed()), result)).toBeGreaterThanOrEqual(0);
        const [low, high] = extremes(a, b, exact);
        sharp(found.lower, low, -1);
        sharp(found.upper, high, 1);
      }),
      { numRuns: 500 },
    );
  });
});

test("an end is closed only where it is attained", () => {
  const half = (low: string, high: string) => new Interval(decimal(low), decimal(high), false, true);
  expect(half("1", "2").plus(half("3", "4")).show()).toBe("[4, 6)");
  expect(half("1", "2").minus(half("3", "4")).show()).toBe("(-3, -1)");
  expect(half("1", "2").times(half("3", "4")).show()).toBe("[3, 8)");
  expect(half("-1", "2").times(half("-3", "4")).show()).toBe("(-6, 8)");
  expect(half("0", "2").times(half("0", "4")).show()).toBe("[0, 8)");
  expect(half("1", "2").dividedBy(half("4", "8")).show()).toBe("(0.125, 0.5)");
});

test("infinite ends", () => {
  const above = Interval.above(decimal("2"), true);
  expect(above.plus(Interval.point(decimal("1"))).show()).toBe("(3, ∞)");
  expect(above.times(Interval.point(decimal("0"))).show()).toBe("[0, 0]");
  expect(Interval.point(decimal("1")).dividedBy(above).show()).toBe("(0, 0.5)");
  expect(above.negated().show()).toBe("(-∞, -2)");
});

test("powers and roots enclose the exact result", () => {
  const wholes = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(wholes, fc.integer({ min: 1, max: 7 }), (n, k) => {
      const point = Interval.point(decimal(n));
      const exact = rational(n ** BigInt(k));
      const raised = power(point, k);
      expect(order(fromText(raised.lower.toFixed()), exact)).toBeLessThanOrEqual(0);
      expect(order(fromText(raised.upper.toFixed()), exact)).toBeGreaterThanOrEqual(0);
      const rooted = root(point, k);
      const [low, high] = [fromText(rooted.lower.toFixed()), fromText(rooted.upper.toFixed())];
      const to = (x: Rational) => rational(x.n ** BigInt(k), x.d ** BigInt(k));
      expect(order(to(low), rational(n))).toBeLessThanOrEqual(0);
      expect(order(to(high), rational(n))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test("comparison answers yes, no or undecided", () => {
  const i = (low: string, high: string, lo = false, hi = false) =>
    new Interval(decimal(low), decimal(high), lo, hi);
  expect(i("1", "2").isBelow(i("3", "4"))).toBe("yes");
  expect(i("1", "2", false, true).isBelow(i("2", "4"))).toBe("yes");
  expect(i("1", "2").isBelow(i("2", "4"))).toBe("undecided");
  expect(i("3", "4").isBelow(i("1", "2"))).toBe("no");
  expect(i("1", "2").equals(i("3", "4"))).toBe("no");
  expect(i("1", "1").equals(i("1", "1"))).toBe("yes");
});

test("an interval with its ends out of order is an error", () => {
  expect(() => new Interval(decimal("2"), decimal("1"))).toThrow(/lower end first/);
  expect(() => new Interval(decimal("1"), decimal("1"), true, false)).toThrow(/no amount lies between/);
});
