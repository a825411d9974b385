import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as data from "../../dist/esm/data.js";
import * as core from "../../dist/esm/index.js";
import { fuzzed } from "../support/fuzzer.js";

const { check, FigureError, figure, parseMoney, period, read, yearBefore } = core;
const folder = mkdtempSync(join(tmpdir(), "trade-figures-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const seconds = Number(process.env["FUZZ_SECONDS"] ?? 60);

const TABLE = data.tableSchema(
  { fields: ["name", "value"].map((name) => ({ name, type: "string" })) },
  "fuzz.csv",
);

const SENTENCES = [
  "Shipments rose 82.3% to 42.64bn yuan ($5.83bn) in January-September 2023.",
  "Sales rose from $10.0m to $11.2m, or 12%, the highest since February 2022.",
  "Exports were $9.6bn, imports were $11.53bn, together $21.13bn.",
  "It made up 7.3 per cent of the total, up 0.5 percentage points (25 basis points).",
  "nearly 800 tonnes, more than doubled, about a third; (1 USD = 7.2 yuan)",
  "前九月辽宁对俄罗斯出口426.4亿元，同比增长82.3%，占12%。",
  "Die Ausfuhren sanken um 3,1 Prozent auf 126,4 Milliarden Euro.",
  "| 2022 | 2023 |\n| --- | --- |\n| 18.66 | 21.18 |",
];
const FIGURES = [
  "42.64bn yuan",
  "$5.83 billion",
  "82.3%",
  "-€1,234.50",
  "nearly 800",
  "58.3亿美元",
  "1,23,456 lakh",
  "(5.0)",
];

/** What is not understood is a FigureError; whatever else is thrown is a fault. */
const orFigureError = (act: () => void) => {
  try {
    act();
  } catch (error) {
    if (!FigureError.is(error)) throw error;
  }
};
const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(what);
};

const TARGETS: readonly [string, readonly string[], (text: string) => void][] = [
  [
    "read",
    SENTENCES,
    (text) => {
      for (const one of read(text).mentions)
        must(text.slice(one.start, one.end) === one.text, `the span of ${one.text} is another text`);
    },
  ],
  [
    "check",
    SENTENCES,
    (text) => {
      for (const one of check(read(text)).claims) {
        must(one.says.length > 0, "a claim without a sentence");
        JSON.stringify(one);
      }
    },
  ],
  [
    "figure",
    FIGURES,
    (text) =>
      orFigureError(() => {
        const one = figure(text, {});
        must(
          one.hedge !== undefined || one.interval.contains(one.exact),
          "the value lies outside its interval",
        );
        const again = figure(one.text, {});
        must(again.exact.equals(one.exact), "its text reads as another figure");
        JSON.stringify(one);
      }),
  ],
  [
    "parseMoney",
    ["€1.234,50", "1,234.50 EUR", "-5", "5.50-", "EUR 0.005"],
    (text) =>
      orFigureError(() => {
        const one = parseMoney(text, "EUR");
        must(parseMoney(one.format(), "EUR").amount.equals(one.amount), "it prints as another amount");
      }),
  ],
  [
    "period",
    ["2023-10-23", "2023-Q3", "2023-H1", "2023-01/2023-09", "0001", "9999-12"],
    (text) =>
      orFigureError(() => {
        const one = period(text);
        must(period(one.text).end === one.end, "its text is another period");
        must(one.start <= one.end, "it ends before it begins");
        const before = yearBefore(one);
        must(period(before.text).start === before.start, "its year before reads as another");
      }),
  ],
  [
    "csv",
    ['name,value\nDalian,1\n"a ""b""",2\n', "date,base,quote,rate,kind\n2023-10-23,USD,CNY,7.1792,spot\n"],
    (text) => {
      orFigureError(() => void core.RateBook.fromCsv(text, "fuzz.csv"));
      const path = join(folder, "fuzz.csv");
      writeFileSync(path, text);
      orFigureError(() => {
        for (const row of data.readTable(path, TABLE))
          must(Object.keys(row).length === 2, "a row has not its columns");
      });
    },
  ],
];

test.each(TARGETS)("%s: no text breaks it, in a run guided by coverage", (name, seeds, target) => {
  const { runs, seeded, blocks, kept, faults } = fuzzed(target, { seeds, seconds, seed: 20_231_023 });
  console.log(`${name}: ${runs} runs, ${blocks} blocks reached (${seeded} by the seeds), ${kept} texts kept`);
  expect(faults).toEqual([]);
  expect(runs).toBeGreaterThan(100);
  expect(blocks).toBeGreaterThanOrEqual(seeded);
});
