import { describe, expect, test } from "vitest";
import { type Fact, type Flow, figure, period, reconcile } from "../../src/index.js";

const fact = (flow: Flow, of: string, amount: string): Fact => ({
  area: "Liaoning",
  partner: "RUS",
  flow,
  period: period(of),
  amount: figure(amount, {}),
});

describe("a whole is tested against its parts, and a part against its whole", () => {
  test.each([
    ["a total below published exports", fact("total", "2023", "10.0bn yuan"), "inconsistent"],
    ["a total above them", fact("total", "2023", "54.9bn yuan"), "consistent"],
    ["a total that only rounding brings below", fact("total", "2023", "14.4bn yuan"), "consistent"],
    [
      "exports of a longer period below those of a shorter",
      fact("exports", "2022/2023", "14.0bn yuan"),
      "inconsistent",
    ],
    [
      "exports of nine months above those of the year",
      fact("exports", "2023-01/2023-09", "42.64bn yuan"),
      "inconsistent",
    ],
    [
      "exports of nine months within the year",
      fact("exports", "2023-01/2023-09", "10.0bn yuan"),
      "consistent",
    ],
    ["imports, of which exports say nothing", fact("imports", "2023", "1.0bn yuan"), "undecided"],
    ["dollars, of which yuan say nothing", fact("total", "2023", "$1.0bn"), "undecided"],
  ] as const)("%s", (_, claim, verdict) => {
    expect(reconcile(claim, [fact("exports", "2023", "14.4bn yuan")]).verdict).toBe(verdict);
  });

  test("the sentence names both figures", () => {
    const found = reconcile(fact("total", "2023", "10.0bn yuan"), [fact("exports", "2023", "14.4bn yuan")]);
    expect(found.says).toBe(
      "CNY 10.0bn (Liaoning with RUS, total, 2023) cannot hold: CNY 10.0bn is less than CNY 14.4bn, the exports of 2023.",
    );
    expect(found.findings.map((one) => one.rule)).toEqual(["whole of the parts"]);
    expect(found.relabel).toEqual([]);
  });

  test("the label of October 2023: nine months of exports are more than the year's, and fit as the total", () => {
    const found = reconcile(fact("exports", "2023-01/2023-09", "42.64bn yuan"), [
      fact("exports", "2023", "14.4bn yuan"),
      fact("imports", "2023", "40.5bn yuan"),
      fact("total", "2023", "54.9bn yuan"),
    ]);
    expect(found.verdict).toBe("inconsistent");
    expect(found.relabel).toEqual(["total"]);
  });
});
