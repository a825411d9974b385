import { expect, test } from "vitest";
import { lawTally } from "../support/laws.js";

test("the bounds of every public operation are those of the rational oracle, in 10,000 cases", () => {
  const { cases, outside, widest, refused } = lawTally(10_000, 20_231_023);
  expect(outside).toEqual([]);
  expect(cases).toBe(10_000);
  expect(refused).toBeLessThan(5_000);
  expect(widest).toBeLessThanOrEqual(1);
});
