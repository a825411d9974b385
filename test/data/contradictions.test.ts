import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkData } from "../../src/data/index.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the data with edits: [table, text, other text]. */
function copy(...edits: readonly (readonly [string, string, string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-data-"));
  folders.push(folder);
  cpSync("data", folder, { recursive: true });
  for (const [table, from, to] of edits) {
    const path = join(folder, table);
    const text = readFileSync(path, "utf8");
    expect(text.split(from).length, `${from} in ${table}`).toBe(2);
    writeFileSync(path, text.replace(from, to));
  }
  return folder;
}
const unexplained = (folder: string) =>
  checkData(folder).unexplained.map(
    ({ identity, about }) => `${identity} ${about.flow} ${about.period.text}`,
  );

describe("the package's own data", () => {
  const own = checkData();

  test("every contradiction is on record with its reason, and every reason has its contradiction", () => {
    expect(own.unexplained.map((one) => one.says)).toEqual([]);
    expect(own.stale).toEqual([]);
    expect(new Set(own.onRecord.map(({ found }) => `${found.identity} ${found.about.period.text}`))).toEqual(
      new Set([
        "flows 2021-01/2021-05",
        "flows 2022-09",
        "part 2023-01/2023-09",
        "twice 2023-01/2023-09",
        "twice 2023",
        "flows 2016-12",
        "year-before 2015",
        "year-before 2016",
        "growth-between 2023-11",
        "flows 2025-01/2025-09",
        "year-before 2021-01/2021-06",
        "flow-growths 2018-01/2018-08",
      ]),
    );
  });

  test("an end that both sides only touch is no agreement: 50.65 was cut", () => {
    const cut = own.onRecord.find(({ found }) => found.about.period.text === "2021-01/2021-05");
    expect([cut?.found.gap.isZero(), cut?.found.says.includes("only touch")]).toEqual([true, true]);
  });

  test("revisions stay below the limits that separate them from errors, and are reported with their size", () => {
    const largest = (identity: string) =>
      own.found
        .filter((one) => one.identity === identity && one.finding === "revision")
        .map((one) => one.gap.toNumber())
        .reduce((a, b) => Math.max(a, b), 0)
        .toFixed(4);
    // The limits are 0.02 and 0.05; the docstring quotes these two.
    expect([largest("months"), largest("year-before")]).toEqual(["0.0073", "0.0326"]);
  });
});

test("June 2023 with exports and imports exchanged, as its page printed them, is found five times", () => {
  const swapped = copy(
    ["trade.csv", "CHN,RUS,exports,2023-06,,9.551", "CHN,RUS,exports,2023-06,,11.28"],
    ["trade.csv", "CHN,RUS,imports,2023-06,,11.28", "CHN,RUS,imports,2023-06,,9.551"],
  );
  expect(unexplained(swapped)).toEqual([
    "months exports 2023-06",
    "months imports 2023-06",
    "year-before exports 2023-06",
    "year-before imports 2023-06",
    "currencies exports 2023-06",
  ]);
});

test.each([
  [
    "a digit of a total",
    "CHN,RUS,total,2023-09,,21.18",
    "CHN,RUS,total,2023-09,,21.98",
    "flows total 2023-09",
  ],
  [
    "June's total, which its flows give as well",
    "CHN,RUS,total,2023-06,,20.831",
    "CHN,RUS,total,2023-06,,20.801",
    "flows total 2023-06",
  ],
  ["a growth", "52.284,billion,USD,78.1", "52.284,billion,USD,18.7", "growth-between total 2023-01/2023-06"],
  [
    "a scale",
    "exports,2023-01/2023-07,,62.545,billion",
    "exports,2023-01/2023-07,,62.545,million",
    "flows total 2023-01/2023-07",
  ],
])("%s that is changed is found, with the law it breaks", (_, from, to, law) => {
  expect(unexplained(copy(["trade.csv", from, to]))).toContain(law);
});

test("a reason whose contradiction is gone is named with its line", () => {
  const mended = copy(["trade.csv", "CHN,RUS,exports,2022-09,,7.99", "CHN,RUS,exports,2022-09,,8.000"]);
  expect(checkData(mended).stale).toEqual(["contradictions.csv line 3: flows, CHN with RUS, total, 2022-09"]);
});

test.each([
  [
    "rates.csv",
    "2023-03-16,USD,CNY,6.9149,",
    "2023-03-16,USD,CNY,0.0000,",
    /rates\.csv line 2: found the rate "0\.0000", expected one above zero/,
  ],
  [
    "trade.csv",
    "exports,2021-01/2021-03,,13.06,",
    `exports,2021-01/2021-03,,${"1".repeat(57)},`,
    /trade\.csv line 2: 57 digits: at most 50/,
  ],
  [
    "provinces.csv",
    "Liaoning,RUS,2023-01/2023-09,exports,",
    "Liaoning,RUS,2023-09/2023-01,exports,",
    /provinces\.csv line 2: the period "2023-09\/2023-01" ends before/,
  ],
] as const)(
  "what the patterns of %s allow and cannot be is named with file and line",
  (table, from, to, says) => {
    expect(() => checkData(copy([table, from, to]))).toThrow(says);
  },
);
