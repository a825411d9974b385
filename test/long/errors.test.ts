import { expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import { agreeing, ERRORS, outcomeOf, putError, tally } from "../statement/put-errors.js";
import { randomFrom } from "../support/random.js";

/** Errors of each kind; the seed is fixed, so that the numbers are the same on every machine that is quick enough. */
const EACH = 25;

test("of errors put one by one into figures that agree, most are found, and the true repair is the nearest", () => {
  const facts = agreeing();
  const options = { book: openRateBook(), limits: { moreEffort: 0, repairEffort: 60 } };
  const next = randomFrom(20231023);
  const outcomes = ERRORS.flatMap((kind) =>
    Array.from({ length: EACH }, () => {
      const outcome = outcomeOf(putError(kind, facts, next), options);
      if (process.env["SHOW_ERRORS"]) console.log(JSON.stringify(outcome));
      return outcome;
    }),
  );
  const { all, kinds } = tally(outcomes);
  console.log(JSON.stringify({ all, kinds }, undefined, 1));
  expect(all.found / all.put).toBeGreaterThanOrEqual(0.8);
  expect(all.inside).toBe(all.found);
  expect(all.top / all.found).toBeGreaterThanOrEqual(0.8);
}, 3_600_000);
