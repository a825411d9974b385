import { expect, test } from "vitest";
import { check, read } from "../../src/index.js";
import { PIECES } from "../bench/hostile.mjs";

// How long each takes as it grows is measured by `npm run bench:text -- slow`.
test.each(Object.entries(PIECES))("%s, over and over, is read and checked to its end", (_, piece) => {
  const text = piece.repeat(Math.ceil(12_000 / piece.length));
  const reading = read(text);
  expect(reading.text).toBe(text);
  expect(check(reading).claims.length).toBeLessThanOrEqual(text.length);
});
