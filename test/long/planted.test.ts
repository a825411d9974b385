import { expect, test } from "vitest";
import { scorePlanted } from "../support/planted-score.js";

test("a folder of fifty documents with more than a hundred slips, and ten such folders", async () => {
  for (const [documents, first] of [
    [50, 1],
    [500, 1_000],
  ] as const) {
    const { alarms, seen, planted, kinds, missed } = await scorePlanted(documents, first);
    console.log(
      `planted: ${seen} of ${planted} seen in ${documents} documents, ${alarms.length} false alarms`,
      kinds,
      missed.slice(0, 10),
    );
    expect(alarms).toEqual([]);
    expect(planted).toBeGreaterThan(100);
    expect(seen / planted).toBeGreaterThanOrEqual(0.8);
  }
});
