import { expect, test } from "vitest";
import { parseCorpus } from "./corpus.mjs";
import { generated } from "./generated.mjs";
import { rowRow } from "./plain.mjs";

test("generated rows are a corpus: spans where they say, values that can be read, the same from the same seed", () => {
  const rows = generated(360, 4);
  expect(parseCorpus(rows.map((row: object) => JSON.stringify(row)).join("\n")).rows).toHaveLength(360);
  expect(generated(360, 4)).toEqual(rows);
  for (const row of rows) {
    expect(row.text).not.toMatch(/undefined|NaN|\.\.|null| {2}/);
    const truth = rowRow(row);
    for (const { kind, low, high } of truth.mentions) {
      if (kind !== "period") expect([low, high]).not.toContain(undefined);
    }
    for (const claim of truth.growth) expect([claim.low, claim.high]).not.toContain(undefined);
  }
});
