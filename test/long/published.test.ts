import { expect, test } from "vitest";
import { openPublished } from "../../src/data/index.js";
import { check, read } from "../../src/index.js";
import { tableSentences } from "../support/table-sentences.js";

const published = openPublished();
const verdictOf = (text: string) =>
  check(read(text), { published }).claims.find(({ kind }) => kind === "published")?.verdict;

test("every row of the trade tables as a sentence of its own: none is called wrong", () => {
  const all = tableSentences();
  expect(all.length).toBeGreaterThan(1_700);
  const verdicts = all.map(({ text }) => verdictOf(text));
  expect(all.filter((_, i) => verdicts[i] === "inconsistent").map(({ text }) => text)).toEqual([]);
  const consistent = verdicts.filter((one) => one === "consistent").length;
  console.log(`published: ${all.length} rows as sentences, none called wrong, ${consistent} consistent`);
  expect(consistent / all.length).toBeGreaterThan(0.98);
});

/** The first two neighbours that differ exchanged, as nobody would see. */
function swapped(digits: string): string {
  const signs = [...digits];
  for (let i = 0; i + 1 < signs.length; i++) {
    const j = signs[i + 1] === "." ? i + 2 : i + 1;
    const [a, b] = [signs[i] as string, signs[j]];
    if (a === "." || b === undefined || a === b || (b === "0" && i === 0)) continue;
    [signs[i], signs[j]] = [b, a];
    return signs.join("");
  }
  return "";
}

test("with two digits exchanged nine in ten are found", () => {
  const all = tableSentences("data", swapped).filter(({ digits }) => digits !== "");
  const found = all.filter(({ text }) => verdictOf(text) === "inconsistent").length;
  console.log(`published: with two digits exchanged ${found} of ${all.length} called wrong`);
  expect(found / all.length).toBeGreaterThan(0.9);
});
