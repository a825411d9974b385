import { describe, expect, test } from "vitest";
import { check, read } from "../../src/index.js";
import { goldFiles, goldOf, goldResult } from "./gold/gold.mjs";
import { predictionScore } from "./gold/predictions.mjs";

// Sentences of our own, written form by form before the rules were looked at; each figure is marked with its role.
describe.each(goldFiles())("%s", (name) => {
  test.each(goldOf(name).map((one) => [one.text, one] as const))("%s", (_, one) => {
    const { whole, extra, alarm, found } = goldResult(one, read, check, { language: name.slice(0, 2) });
    const result = { missed: whole.filter((each) => !each).length, extra, found };
    expect(alarm).toBeUndefined();
    const all = { missed: 0, extra: [], found: one.wrong };
    // What is marked as not read yet, and is read now, loses its mark.
    if (one.unread) expect(result).not.toEqual(all);
    else expect(result).toEqual(all);
  });
});

test("another reader's answers are scored by kind: what is missed, what is one too many, and each alarm", () => {
  const cases = goldOf("en-together.txt").map((one, at) => ({ id: `t-${at}`, ...one }));
  const perfect = cases.map(({ id, claims, wrong }) => ({ id, claims, wrong }));
  const all = predictionScore(cases, perfect);
  expect([all["together"]?.recall, all["together"]?.precision, all["false alarms"]?.read]).toEqual([
    "100.0%",
    "100.0%",
    0,
  ]);
  expect(all["wrong texts found"]?.recall).toBe("100.0%");
  const [first] = perfect;
  const shifted = first?.claims.map((claim) => ({ ...claim, figures: [] })) ?? [];
  const worse = predictionScore(cases, [{ id: "t-0", claims: shifted, wrong: true }, ...perfect.slice(1)]);
  const sums = all["together"]?.claims ?? 0;
  expect([worse["together"]?.read, worse["together"]?.answers]).toEqual([sums - 1, sums]);
  expect(worse["false alarms"]?.read).toBe(1);
});
