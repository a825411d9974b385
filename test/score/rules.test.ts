import { expect, test } from "vitest";
import { perfect, row } from "./fixtures.js";
import { rulesTable, scoreRules } from "./rules.mjs";

const counts = (reading = perfect(), rows = [row()]) => scoreRules(rows, () => reading);

// biome-ignore lint/suspicious/noExplicitAny: readings bent out of shape
const ruled = (bend: (reading: any) => void = () => {}) => {
  // biome-ignore lint/suspicious/noExplicitAny: the same
  const reading: any = { sums: [], shares: [], changes: [], ...perfect() };
  for (const one of reading.growth) one.rule = "some-rule";
  bend(reading);
  return counts(reading)["some-rule"];
};

test("what the corpus has as well is right", () => {
  const found = ruled();
  expect(found?.hits).toBeGreaterThan(0);
  expect(found).toMatchObject({ right: found?.hits, wrong: 0, open: 0 });
});

test("what the corpus does not have is wrong", () => {
  const found = ruled((reading) => {
    for (const one of reading.growth) one.sign = -one.sign;
  });
  expect(found).toMatchObject({ right: 0, wrong: found?.hits });
});

test("a kind that the corpus does not annotate is neither", () => {
  const found = ruled((reading) => {
    const [one] = reading.growth;
    reading.growth = [];
    reading.shares = [{ rule: "some-rule", share: one.rate }];
  });
  expect(found).toEqual({ hits: 1, right: 0, wrong: 0, open: 1 });
});

test("the table has a line a rule", () => {
  expect(rulesTable({ "by-from-to": { hits: 3, right: 2, wrong: 1, open: 0 } })).toBe(
    "rule          hits   right   wrong    open\nby-from-to       3       2       1       0",
  );
});
