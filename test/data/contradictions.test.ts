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
describe("the package's own data", () => {
  const own = checkData();

  test("without the figures on record all can be true, and each of them contradicts the others", () => {
    expect(own.unexplained.map(({ says }) => says)).toEqual([]);
    expect([own.stale, own.decided]).toEqual([[], true]);
    expect(own.onRecord.map(({ reason }) => reason)).toHaveLength(15);
  });

  test("an end that both sides only touch is no agreement: 50.65 was cut", () => {
    const cut = own.onRecord.find(({ reason }) => reason.startsWith("The total of 50.65"));
    expect([cut?.clash.gap.sign, cut?.clash.says.includes("Only the rounding rule decides")]).toEqual([
      0,
      true,
    ]);
  });

  test("a total in yuan is held against exports and imports in dollars", () => {
    const october = own.onRecord.find(({ reason }) => reason.includes("the 3.4 is misprinted"));
    expect(october?.clash.says).toBe(
      "CNY 3.4tn is less than 3450bn, but USD 274.827040bn for exports of Oct 2023 (trade.csv line 525) and USD 218.298927bn for imports of Oct 2023 (trade.csv line 526), even with rates 1% beside those of customs, need at least 3501.8938bn of total trade of CHN with WLD, Oct 2023.",
    );
  });

  test("revisions stay below the limits, also where the limits were not chosen", () => {
    // The limits, 2% and 5%, were chosen on China's trade with Russia in dollars.
    const chosenOn = ({ level }: (typeof own.revisions)[number]) =>
      level.area === "CHN" && level.partner === "RUS" && level.currency === "USD";
    const largest = (kind: string, on: boolean) => {
      const sizes = own.revisions.filter((one) => one.kind === kind && chosenOn(one) === on);
      return `${sizes.length}, the largest ${sizes[0]?.size.abs().shift(2).toFixed(2, "floor")}%`;
    };
    expect([largest("period", true), largest("base", true)]).toEqual([
      "54, the largest 0.98%",
      "92, the largest 3.26%",
    ]);
    expect([largest("period", false), largest("base", false)]).toEqual([
      "12, the largest 0.33%",
      "48, the largest 4.94%",
    ]);
    // That one is Jilin's, whose own print is in doubt; all others are below 3%.
    const others = own.revisions.filter((one) => one.kind === "base" && !chosenOn(one)).slice(1);
    expect(others[0]?.size.abs().toFixed(4, "floor")).toBe("0.0297");
  });
});

test("changed figures are found with what they clash with, and a reason that outlived its cause is named", () => {
  const { unexplained, stale } = checkData(
    copy(
      ["trade.csv", "CHN,RUS,exports,2023-06,,9.551", "CHN,RUS,exports,2023-06,,11.28"],
      ["trade.csv", "CHN,RUS,imports,2023-06,,11.28", "CHN,RUS,imports,2023-06,,9.551"],
      ["trade.csv", "CHN,RUS,total,2023-09,,21.18", "CHN,RUS,total,2023-09,,21.98"],
      ["trade.csv", "62.545,billion", "62.545,million"],
      ["trade.csv", "CHN,RUS,exports,2022-09,,7.99", "CHN,RUS,exports,2022-09,,8.000"],
    ),
  );
  const holding = (text: string) =>
    unexplained.filter(({ prints }) =>
      prints.some(({ fact, part }) => `${fact.flow} ${fact.period.text} ${part}` === text),
    );
  // June's exports and imports, exchanged as its page printed them; a digit of a total; a scale.
  expect(holding("exports 2023-06 amount")).not.toEqual([]);
  expect(holding("imports 2023-06 amount")).not.toEqual([]);
  expect(holding("total 2023-09 amount")).not.toEqual([]);
  expect(holding("exports 2023-01/2023-07 amount")).not.toEqual([]);
  // The exports of September 2022 were 8.000, as the total says: nothing contradicts them any more.
  expect(stale).toEqual(["contradictions.csv line 3: amount of CHN with RUS, exports, 2022-09"]);
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
