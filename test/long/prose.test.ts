import { expect, test } from "vitest";
import { alarmsIn, mutated } from "../text/prose/alarms.js";

test("a million words of true prose raise no alarm", () => {
  const { alarms, claims } = alarmsIn(1_000_000, 11);
  expect(alarms).toEqual([]);
  expect(claims).toBeGreaterThan(30_000);
});

test("of the changes that arithmetic excludes, at least nine in ten are found", () => {
  const { detectable, found, alarms } = mutated(400, 23);
  expect(alarms).toEqual([]);
  expect(detectable).toBeGreaterThan(2_000);
  expect(found / detectable).toBeGreaterThanOrEqual(0.9);
});
