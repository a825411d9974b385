import { expect, test } from "vitest";
import { alarmsIn, mutated } from "./prose/alarms.js";

// A million words: test/long/prose.test.ts.
test("fifteen thousand words of true prose raise no alarm", () => {
  const { alarms, claims } = alarmsIn(15_000, 5);
  expect(alarms).toEqual([]);
  expect(claims).toBeGreaterThan(450);
});

test("of the changes that arithmetic excludes, at least nine in ten are found", () => {
  const { detectable, found, alarms } = mutated(8, 21);
  expect(alarms).toEqual([]);
  expect(detectable).toBeGreaterThan(50);
  expect(found / detectable).toBeGreaterThanOrEqual(0.9);
});
