import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { casesOf } from "../../src/check/cases.js";
import { Bounds, boundsOf } from "../../src/check/rates/bounds.js";
import { View } from "../../src/check/view.js";
import { Interval } from "../../src/exact/interval.js";
import { nearOf } from "../../src/exact/near.js";
import { Ratio } from "../../src/exact/ratio.js";
import { verdictOn } from "../../src/figure/verdict.js";
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
});
