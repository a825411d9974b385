import { expect, test } from "vitest";
import { lawTally } from "../support/laws.js";

test("the bounds of every public operation are those of the rational oracle, in a million cases", () => {
  const { cases, refused, outside, widest } = lawTally(1_000_000, 20_231_023);
  console.log(`${cases} cases, ${refused} refused, ${outside.length} outside; widest bound ${widest} units`);
  expect(outside).toEqual([]);
  expect(cases).toBe(1_000_000);
  expect(widest).toBeLessThanOrEqual(1);
});
