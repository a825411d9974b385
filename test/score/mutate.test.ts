import * as fc from "fast-check";
import { expect, test } from "vitest";
import { claim, KINDS } from "./mutate/claims.mjs";
import { meeting, verdict } from "./mutate/oracle.mjs";
import { seeded } from "./mutate/random.mjs";
import { mutations, ownClaims } from "./mutate/run.mjs";
import { interval, printed } from "./mutate/slot.mjs";
import { dividedBy, exact, order, rounded, times, written } from "./rational.mjs";

const slot = (digits: string, scale: number, unit: string) => ({ digits, scale, unit });

test("a sentence made true is never excluded by arithmetic", () => {
  const random = seeded(7);
  for (const kind of KINDS) {
    for (let i = 0; i < 100; i++) {
      const { slots, facts } = claim(kind, random);
      expect([kind, verdict(kind, slots, facts)]).not.toEqual([kind, "apart"]);
    }
  }
});

test("a digit within rounding is allowed, one beyond it is not", () => {
  const claimed = (level: string) =>
    verdict(
      "growth",
      { rate: slot("12.5", 0, "percent"), base: slot("37.9", 9, "CNY"), level: slot(level, 9, "CNY") },
      { sign: 1 },
    );
  // 37.85 × 1.1245 = 42.562…; 37.95 × 1.1255 = 42.712…
  expect(claimed("42.57")).toBe("together");
  expect(claimed("42.55")).toBe("apart");
  expect(claimed("42.72")).toBe("apart");
});

test("amounts in different currencies are told from amounts that do not fit", () => {
  const slots = { one: slot("1", 9, "CNY"), other: slot("2", 9, "CNY"), total: slot("3", 9, "USD") };
  expect(verdict("sum", slots, {})).toBe("units");
});

test("intervals that only touch are neither", () => {
  const [a, b] = [interval(slot("5", 0, "CNY")), interval(slot("6", 0, "CNY"))];
  expect(meeting(a, b)).toBe("edge");
});

test("a judge that knows all finds all and raises no alarm; one that says nothing finds nothing", () => {
  const claims = ownClaims(5, 3);
  expect(claims.map(({ parts }) => parts.length > 1).every(Boolean)).toBe(true);
  const silent = mutations(() => [], claims);
  const eager = mutations(() => ["inconsistent"], claims);
  for (const kind of KINDS) {
    for (const counts of Object.values(silent.changed[kind]) as Record<string, number>[]) {
      expect(counts["made"]).toBe(
        (counts["detectable"] ?? 0) + (counts["allowed"] ?? 0) + (counts["edge"] ?? 0),
      );
      expect([counts["found"], counts["flagged"]]).toEqual([0, 0]);
    }
    expect(eager.untouched[kind]).toMatchObject({
      judged: eager.untouched[kind].claims,
      flagged: eager.untouched[kind].claims,
    });
  }
  // Twice the same draw.
  expect(mutations(() => [], claims)).toEqual(silent);
});

test("slots print as news does", () => {
  expect(printed({ ...slot("5.83", 9, "USD"), sign: true, short: true })).toBe("$5.83bn");
  expect(printed(slot("42.64", 9, "CNY"))).toBe("42.64 billion yuan");
  expect(printed({ ...slot("82.3", 0, "percent"), short: true })).toBe("82.3%");
});

test("exact ratios: a product divided again is the same, and prints round half away from zero", () => {
  const numbers = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -8, max: 8 }))
    .map(([digits, power]) => exact(`${digits}e${power}`));
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      fc.pre(b.over !== 0n);
      expect(order(dividedBy(times(a, b), b), a)).toBe(0);
      expect(order(exact(written(a)), a)).toBe(0);
    }),
  );
  expect([rounded(exact("2.345"), 2), rounded(exact("-2.345"), 2), rounded(exact("1/3"), 4)]).toEqual([
    "2.35",
    "-2.35",
    "0.3333",
  ]);
});
