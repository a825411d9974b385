import { describe, expect, test } from "vitest";
import { check, read } from "../../src/index.js";

/** Revenue rose by 4.0 from 46.0 to 50.0, which is 8.7%, in the ways in which annual reports say it. */
const GREW = [
  "increased $4.0 million, or 8.7%,",
  "increased by 8.7% ($4.0 million)",
  "increased sharply by approximately $4.0 million (8.7%)",
  "was $4.0 million, or 8.7%, higher",
  "improved $4.0 million, an increase of 8.7%,",
];
const RISE = [
  "an increase of $4.0 million, or 8.7%,",
  "representing an increase of 8.7% or $4.0 million",
  "a $4.0 million, or 8.7%, increase",
  "up $4.0 million, or 8.7%,",
  "increasing by 8.7%, or $4.0 million,",
];
const THAN = [
  "compared to $46.0 million in 2018",
  "from 2018 revenue of $46.0 million",
  "as compared to revenue of $46.0 million for the year ended December 31, 2018",
  "against the prior year's $46.0 million",
];
const pairs = (all: readonly string[], than: readonly string[]) =>
  all.flatMap((one) => than.map((base) => [one, base] as const));
const SENTENCES = [
  ...pairs(GREW, THAN).flatMap(([grew, than]) => [
    `Revenue ${grew} to $50.0 million in 2019 ${than}.`,
    `Revenue ${grew} in 2019 to $50.0 million ${than}.`,
    `Revenue of $50.0 million in 2019 ${grew} ${than}.`,
  ]),
  ...GREW.map((grew) => `Revenue ${grew} from $46.0 million in 2018 to $50.0 million in 2019.`),
  ...pairs(RISE, THAN).flatMap(([rise, than]) => [
    `Net sales for the year ended December 31, 2019 totaled $50.0 million, ${rise} ${than}.`,
    `Revenue was $50.0 million in 2019 ${than}, ${rise.replace(/,$/, "")}.`,
  ]),
  ...RISE.map((rise) => rise.replace(/,$/, "")).flatMap((rise) => [
    `Revenue was $50.0 million and $46.0 million in 2019 and 2018, respectively, ${rise}.`,
    `Revenue was $46.0 million and $50.0 million for the years ended June 30, 2018 and 2019, respectively, ${rise}.`,
    `Revenue increased to $50.0 million in 2019 from $46.0 million in 2018, ${rise}.`,
  ]),
];

const claims = (text: string) => check(read(text)).claims;

describe("a change with its amount, rate, level and base", () => {
  test.each(SENTENCES)("%s", (text) => {
    const found = claims(text);
    expect(found.map((one) => one.verdict)).not.toContain("inconsistent");
    const figures = new Set(found.flatMap((one) => one.figures.map((figure) => figure.text)));
    expect([...figures].sort()).toEqual(["$4.0 million", "$46.0 million", "$50.0 million", "8.7%"]);
    for (const [printed, slip] of [
      ["$4.0", "$4.9"],
      ["8.7%", "7.8%"],
      ["$46.0", "$36.0"],
      ["$50.0", "$5.0"],
    ] as const) {
      const verdicts = claims(text.replace(printed, slip)).map((one) => one.verdict);
      expect([slip, verdicts]).toEqual([slip, expect.arrayContaining(["inconsistent"])]);
    }
  });
});

describe("what improves grows or shrinks by what it is", () => {
  const verdicts = (text: string) => claims(text).map((one) => one.verdict);

  test.each([
    "Net loss improved 20% to $4.0 million from $5.0 million in 2018.",
    "Net loss improved by $1.0 million, or 20%, to $4.0 million from $5.0 million in 2018.",
    "Our combined ratio improved 2.0 percentage points to 95.0% from 97.0% in 2018.",
    "Cost of sales, as a percentage of revenue, improved to 61.0% in 2019 from 63.0% in 2018.",
    "Cash used in operations improved to $4.0 million from $5.0 million.",
    "There was an operating loss of EUR 0.1m, a slight improvement from a loss of EUR 0.3m a year earlier.",
    "The operating margin improved to 14.3% in 2019 from 13.7% in 2018.",
    "Net sales improved $10.0 million, or 5.8%, to $181.7 million.",
  ])("holds: %s", (text) => {
    expect(verdicts(text)).toContain("consistent");
    expect(verdicts(text)).not.toContain("inconsistent");
  });

  test.each([
    "Net loss improved 30% to $4.0 million from $5.0 million in 2018.",
    "Earnings improved from $62.6 million in 2018 to $58.1 million in 2019.",
  ])("does not hold: %s", (text) => expect(verdicts(text)).toContain("inconsistent"));

  test("a loss that improved by an amount and a rate was larger before, which the digits alone do not say", () => {
    expect(verdicts("Cash used improved $1.0 million, or 20%, to $4.0 million.")).not.toContain(
      "inconsistent",
    );
  });
});

describe("a rate in other terms is not held against the amounts as reported", () => {
  test.each([
    "On a constant currency basis, revenue increased 5% to $52.9 million from $50.0 million.",
    "Organic revenue increased 5% to $52.9 million from $50.0 million.",
    "Revenue was $52.9 million, up 5% like-for-like from $50.0 million.",
    "Sales were $52.9m against $50.0m, up 4% in local currencies.",
    "Excluding acquisitions, revenue increased 5% to $52.9 million from $50.0 million in 2018.",
  ])("%s", (text) => {
    expect(read(text).growth.map(({ base }) => base)).toEqual([undefined]);
    expect(claims(text).map((one) => one.verdict)).not.toContain("inconsistent");
  });

  test("the last of several amounts is not the level of what follows", () => {
    const text = "Sales were $50m and $46m in the quarter and the month, respectively, an increase of 8%.";
    expect(read(text).growth.map(({ rate, level }) => [rate.text, level?.text])).toEqual([["8%", undefined]]);
  });
});

describe("an amount of another thing is no base", () => {
  test.each([
    "Exports increased by $4.0 billion, or 8.7%, to $50.0 billion compared with imports of $48.0 billion.",
    "Exports were $50 billion against imports of $46 billion, up 12%.",
    "Administrative expenses rose 8% to $30.0 million versus revenue of $50.0 million.",
    "Cost of sales increased 8% to $30.0 million compared to sales of $50.0 million.",
    "Shipments were 50,000 cars, against orders of 60,000, up 8% on the year.",
    "Cash increased $4.0 million to $50.0 million from proceeds of $30.0 million in 2019 and repayments of $26.0 million.",
    "Equity was $50.0 million, an increase of $4.0 million from net income of $6.0 million in 2019.",
    "Sales rose 8% to $50.0 million, above the $48.0 million consensus.",
    "Turnover grew 8% to $50.0 million, compared with the $48.0 million average of the forecasts.",
    "The fund grew 8% to $50.0 million, over the $48.0 million cap.",
    "Exports to Norway were $50 billion compared with $46 billion to Sweden, an increase of 12%.",
    "The smelter made 50,000 tonnes, against 46,000 tonnes at its sister plant, up 12% on the year.",
    "Our effective tax rate was 21.0% compared to the statutory rate of 25.0%, down 2.0 percentage points from 2018.",
    "The tax rate decreased 2.0 percentage points to 21.0%, compared to the federal rate of 25.0%.",
    "The list was at 45%, versus 40% for its rival, an increase of 3 points.",
    "Net loss was $4.0 million in 2019 compared to net income of $1.0 million in 2018, a decrease of $5.0 million.",
    "Income tax expense was $4.0 million compared to an income tax benefit of $6.0 million in 2018, an increase of $10.0 million.",
    "Other expense was $4.0 million in 2019 compared to other income of $6.0 million in 2018, a decrease of $10.0 million.",
  ])("%s", (text) => {
    const found = claims(text);
    expect(found.map((one) => one.verdict)).not.toContain("inconsistent");
    const { growth, changes } = read(text);
    expect([...growth.map(({ base }) => base), ...changes].filter((one) => one !== undefined)).toEqual([]);
  });

  test.each([
    "Exports to Norway rose 12% to $50 billion, compared with $46 billion to Norway in 2018.",
    "Net sales rose 12% to $50.0 million from revenue of $46.0 million in 2018.",
    "The deficit widened by 12% to $50 billion from a shortfall of $46 billion in 2018.",
    "General expenses increased 12% to $50.0 million, compared with general expenses of $46.0 million in 2018.",
    "Sales rose 12% to $50.0 million from $46.0 million on the back of higher prices.",
  ])("but one of the same thing is: %s", (text) => {
    expect(claims(text).map((one) => one.verdict)).toContain("inconsistent");
  });
});

describe("a change of another thing, of another time or in other terms is not held against the amounts beside it", () => {
  test.each([
    "Net income was $50.0 million versus $46.0 million in the previous quarter, up 25% year on year.",
    "The margin was 43.3% versus 42.0% in the third quarter, up 2.5 percentage points from a year earlier.",
    "Revenue was $50.0 million and $40.0 million in 2019 and 2017, respectively, an increase of 8.7% on 2018.",
    "Revenue was $50.0 million and $46.0 million in 2019 and 2018, respectively, an increase of $3.0 million in goods and $1.0 million in services.",
    "The two notes of $50.0 million and $46.0 million fall due in 2029 and 2028, respectively, up 0.5% in yield.",
    "Revenue rose 8.7% to $50.0 million (2017: $40.0 million).",
    "The margin rose 0.6 points to 12.3% in 2019 (2015: 9.8%).",
    "Research was $12.0 million, up $2.0 million, representing 24% of revenue of $50.0 million.",
    "Gross profit was $50.0 million on sales of $200 million, an increase of 8% from $46.3 million.",
    "On sales of $50.0 million net income rose $1.0 million from $4.0 million.",
    "Adjusted for disposals, revenue rose 3% to $52.9 million from $50.0 million.",
    "On a pro forma basis, revenue increased 3% to $52.9 million compared to $50.0 million.",
    "Net of currency effects, sales rose 3% to EUR 52.9 million from EUR 50.0 million.",
    "Revenue rose 12% in yen terms to $50.0 million from $46.0 million.",
    "Net 12.3 mln dlrs vs 11.1 mln, shares outstanding up 2 pct.",
    "With export sales flat, the trade gap improved to $4.0 billion from $5.0 billion.",
    "Employee turnover improved to 12.0% from 14.0%.",
    "Margins were stable and customer churn improved by 0.2 percentage points to 1.8% from 2.0%.",
  ])("%s", (text) => {
    expect(claims(text).map((one) => one.verdict)).not.toContain("inconsistent");
  });

  test.each([
    "Revenue rose 8.7% to $50.0 million in 2019 (2018: $40.0 million).",
    "Organic milk sales rose 8% to $50.0 million from $40.0 million in 2018.",
    "Exports excluding oil rose 8% to $50.0 billion from $40.0 billion in 2018.",
    "Revenue was $50.0 million compared to $40.0 million in 2018, an increase of 8.7% from a year earlier.",
    "The net loss improved to $6.0 million from $5.0 million in 2018.",
    "Net income from operations before interest expense improved to $4.0 million in 2019 from $5.0 million in 2018.",
  ])("but one of the same is: %s", (text) => {
    expect(claims(text).map((one) => one.verdict)).toContain("inconsistent");
  });

  test.each([
    "The combined ratio improved to 99.0% from 97.0% in 2018.",
    "The unemployment rate improved to 6.0% from 5.0%.",
  ])("a ratio that improved says no way: %s", (text) => {
    const verdicts = claims(text).map((one) => one.verdict);
    expect(verdicts).not.toContain("inconsistent");
    expect(verdicts).not.toContain("consistent");
  });
});
