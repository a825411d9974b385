import { expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import { randomFrom } from "../support/random.js";
import { agreeing, outcomeOf, putError } from "./put-errors.js";

/** A sample; test/long/errors.test.ts puts in 125. */
test.each(["exchange", "scale"] as const)("an error put into figures that agree is found: %s", (kind) => {
  const options = { book: openRateBook(), limits: { moreEffort: 0, repairEffort: 60 } };
  const outcome = outcomeOf(putError(kind, agreeing(), randomFrom(7)), options);
  expect(outcome).toMatchObject({ found: true, culpritInside: true, place: 1 });
});
