import { expect, test } from "vitest";
import { scorePlanted } from "../support/planted-score.js";

test("of slips planted in documents of eight forms most are seen, and nothing is said of the untouched ones", async () => {
  const { alarms, seen, planted, missed } = await scorePlanted(8);
  expect(alarms).toEqual([]);
  expect(planted).toBeGreaterThan(15);
  expect(seen / planted, missed.join("\n")).toBeGreaterThanOrEqual(0.8);
});
