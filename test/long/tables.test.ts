import { expect, test } from "vitest";
import { tried } from "../support/true-tables.js";

test("of thousands of true tables none raises an alarm, and of planted slips nine in ten are seen", () => {
  const { claims, alarms, seen, planted } = tried(3_000, 1_000);
  console.log(`tables: ${claims} claims, ${alarms.length} alarms, ${seen} of ${planted} slips seen`);
  expect(alarms).toEqual([]);
  expect(seen / planted).toBeGreaterThan(0.9);
});
