import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Danfo, toFrame } from "../../src/data/index.js";
import { Decimal } from "../../src/index.js";

// The package's own build is CommonJS and logs a banner on import in some versions: loaded once, here.
const dfd = createRequire(import.meta.url)("danfojs-node") as Danfo;

describe("what danfo gets wrong by itself", () => {
  test("a group sum of Decimals is text", () => {
    const frame = new dfd.DataFrame({ k: ["a", "a"], v: [new Decimal("0.1"), new Decimal("0.2")] });
    expect(String(frame.groupby(["k"]).col(["v"]).sum()["v_sum"].values[0])).toBe("0.10.2");
  });
});

describe("the adapter", () => {
  const rows = [
    { month: "007", flow: "exports", amount: "0.1" },
    { month: "007", flow: "exports", amount: "0.2" },
    { month: "008", flow: "imports", amount: "11.537" },
  ];

  test("adds decimals exactly, and keeps text as text", () => {
    const exact = toFrame(dfd, rows, { scaled: { amount: 3 } });
    expect([...exact.sum("amount", "flow")].map(([key, sum]) => `${key} ${sum.toFixed()}`)).toEqual([
      "exports 0.3",
      "imports 11.537",
    ]);
    expect(exact.frame.month.values).toEqual(["007", "007", "008"]);
    expect(exact.scaled).toEqual({ amount: 3 });
    expect(exact.frame.amount.values).toEqual([100, 200, 11_537]);
  });

  test("refuses what would be silently wrong", () => {
    expect(() => toFrame(dfd, [{ v: new Decimal("0.1") as never }])).toThrow(
      "row 1, column v: found a Decimal, which danfo adds as text; give the digits as text",
    );
    expect(() => toFrame(dfd, [{ v: 0.1 as never }])).toThrow(/a number, which may have lost digits/);
    expect(() => toFrame(dfd, rows, { scaled: { amount: 2 } })).toThrow(
      "row 3, column amount: 11.537 has more than 2 decimals",
    );
    expect(() => toFrame(dfd, [{ v: "9007199254740991" }, { v: "1" }], { scaled: { v: 0 } })).toThrow(
      /could pass 2\^53/,
    );
    expect(() => toFrame(dfd, rows).sum("amount", "flow")).toThrow(/"amount" is text/);
    expect(() => toFrame(dfd, rows, { scaled: { size: 1 } })).toThrow(/no column "size"/);
    expect(() => toFrame(dfd, [])).toThrow(/at least one row/);
  });

  test("group sums are those of whole numbers", () => {
    const list = fc.array(
      fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: -1_000_000, max: 1_000_000 })),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(list, (entries) => {
        const text = (n: number) =>
          `${n < 0 ? "-" : ""}${Math.floor(Math.abs(n) / 1000)}.${String(Math.abs(n) % 1000).padStart(3, "0")}`;
        const exact = toFrame(
          dfd,
          entries.map(([k, n]) => ({ k, v: text(n) })),
          { scaled: { v: 3 } },
        );
        const sums = exact.sum("v", "k");
        for (const key of new Set(entries.map(([k]) => k))) {
          const expected = entries.filter(([k]) => k === key).reduce((sum, [, n]) => sum + BigInt(n), 0n);
          expect(sums.get(key)?.times(1000).toFixed()).toBe(expected.toString());
        }
      }),
      { numRuns: 30 },
    );
  });
});
