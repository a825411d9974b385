import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { builtRates } from "../../src/data/built-rates.js";
import { openData, openRateBook, packageFolder, rateEntries } from "../../src/data/index.js";
import { RateBook } from "../../src/rate/book.js";

const root = mkdtempSync(join(tmpdir(), "built-"));
afterAll(() => rmSync(root, { recursive: true }));

const all = (book: RateBook) =>
  book
    .contents()
    .map((one) => [
      one.pair,
      one.kind,
      one.from,
      one.to,
      one.length,
      one.source,
      one.gaps,
      one.within(one.from, one.to).map((rate) => rate.toJSON()),
    ]);

test("the rates that the build packed are those of the tables, each with its source", () => {
  const built = builtRates(packageFolder());
  expect(built?.length).toBeGreaterThan(5);
  const read = new RateBook(rateEntries(openData()));
  expect(all(new RateBook(built ?? []))).toEqual(all(read));
  expect(all(openRateBook(undefined, { history: false }))).toEqual(all(read));
});

test("a table that was changed is read again, and so is one that was never packed", () => {
  const from = packageFolder();
  mkdirSync(join(root, "dist"));
  cpSync(join(from, "data"), join(root, "data"), { recursive: true });
  expect(builtRates(root)).toBe(undefined);
  cpSync(join(from, "dist", "rates.json"), join(root, "dist", "rates.json"));
  expect(builtRates(root)?.length).toBeGreaterThan(5);
  for (const name of [
    "datapackage.json",
    "rates.csv",
    "average_rates.csv",
    "customs_rates.csv",
    "sources.csv",
  ]) {
    appendFileSync(join(root, "data", name), "\n");
    expect(builtRates(root), name).toBe(undefined);
    cpSync(join(from, "data", name), join(root, "data", name));
    expect(builtRates(root), name).toBeDefined();
  }
  rmSync(join(root, "data", "sources.csv"));
  expect(builtRates(root)).toBe(undefined);
});
