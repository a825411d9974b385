import { expect, test } from "vitest";
import { kernelAgainstIntegers } from "../data/columns/oracle.js";

test("ten million amounts through the kernel, none unlike integers", () => {
  const { cases, ties, wrong } = kernelAgainstIntegers(10_000_000, 42);
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(10_000_000);
  expect(ties).toBeGreaterThan(200_000);
});
