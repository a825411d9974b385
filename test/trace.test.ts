import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known, trace } from "../src/check/trace.js";
import { tracedFile } from "../src/cli/trace.js";
import { knownTo as knownNumbers } from "../src/report/known.js";

const TEXTS = [
  "README.md",
  "data/README.md",
  ...readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => `notebooks/${name}`),
];
const lost = (from: ReturnType<typeof knownNumbers>, texts = TEXTS) =>
  texts.flatMap((file) =>
    tracedFile(file, from)
      .figures.filter((one) => one.from === undefined)
      .map((one) => `${file}: ${one.text}: ${one.sentence}`),
  );

test("every figure of the project's own texts follows from its data", () => {
  expect(lost(knownNumbers())).toEqual([]);
});

describe("a figure that changes in the data is named with its sentence", () => {
  const CHANGES = [
    ["trade.csv", "RUS,total,2023-09,,21.18,", "RUS,total,2023-09,,21.15,", "21.18"],
    ["provinces.csv", ",exports,,14.4,", ",exports,,14.3,", "14.4bn"],
    ["rates.csv", "2023-10-23,USD,CNY,7.1792,", "2023-10-23,USD,CNY,7.1592,", "7.1792"],
  ] as const;
  let folder: string;
  let changed: ReturnType<typeof knownNumbers>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "trade-figures-trace-"));
    cpSync("data", folder, { recursive: true });
    for (const [table, from, to] of CHANGES) {
      const path = join(folder, table);
      const text = readFileSync(path, "utf8");
      expect(text).toContain(from);
      writeFileSync(path, text.replaceAll(from, to));
    }
    changed = knownNumbers(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(CHANGES)("%s: %s", (_, __, ___, figure) => {
    const naming = TEXTS.filter((file) => readFileSync(file, "utf8").includes(figure));
    expect(
      lost(changed, naming).filter((one) => one.includes(`: ${figure}`) || one.includes(`$${figure}`)),
    ).not.toEqual([]);
  });
});

describe("what a figure follows from", () => {
  const at = (text: string, ...numbers: Parameters<typeof known>[]) =>
    trace(
      text,
      numbers.map((one) => known(...one)),
    ).map((one) => one.from?.where);

  test("a number that rounds to its digits, in its unit, at any scale", () => {
    expect(at("Trade was $21.18bn.", ["21184000000", "USD", "a"])).toEqual(["a"]);
    expect(at("Trade was $21.18bn.", ["21184000000", "CNY", "a"])).toEqual([undefined]);
    expect(at("Trade was $21.18bn.", ["21.19e9", "USD", "a"])).toEqual([undefined]);
    expect(at("It grew 71%.", ["0.712", "percent", "a"])).toEqual(["a"]);
    expect(
      at("Between 7.3067 and 7.3211.", ["7.30674", undefined, "a"], ["7.32106", undefined, "b"]),
    ).toEqual(["a", "b"]);
  });

  test("the ends of a hedged figure follow from it; code, links and versions are no figures", () => {
    expect(at("Nearly $800m came: between $700m and $800m.", ["800e6", "USD", "a"])).not.toContain(undefined);
    expect(at("Run `x 1.5` on Node 20.19, see [it](a/1.25), version 0.1.")).toEqual([]);
  });
});
