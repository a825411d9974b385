import { describe, expect, test } from "vitest";
import { check, read } from "../../src/index.js";

const options = { publishedOn: "2024-06-10" };
const outcome = (text: string) =>
  check(read(text, options), options).claims.map((one) => `${one.kind} ${one.verdict}`);

/** Sentences as they stand in trade news, each with what is found in it; where one is true, another has a wrong figure. */
describe("several figures before what they are compared with", () => {
  test.each([
    [
      "Steel rose 8% to $48.6bn and grain fell 5% to $38.0bn, from $45.0bn and $40.0bn respectively.",
      ["growth consistent", "growth consistent"],
    ],
    [
      "Steel rose 8% to $48.6bn and grain fell 5% to $38.0bn, from $40.0bn and $45.0bn respectively.",
      ["growth inconsistent", "growth inconsistent"],
    ],
    [
      "Cars rose 8% to $10.8bn, wine fell 4% to $4.8bn and oil rose 10% to $2.2bn, against $10.0bn, $5.0bn and $2.0bn.",
      ["growth consistent", "growth consistent", "growth consistent"],
    ],
    // Which of them the bases are of is not said twice.
    ["Cars rose to $10.8bn and wine fell to $4.8bn, against $10.0bn and $5.0bn a year earlier.", []],
    ["Cars rose 8% to $10.8bn and wine to $4.8bn, against $10.0bn and $5.0bn.", ["growth undecided"]],
    // Two years before one level.
    [
      "Revenue increased 10% to $110m in 2019 compared to $100m and $95m in 2018 and 2017.",
      ["growth consistent"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("another change that a change is compared with", () => {
  test.each([
    [
      "Exports fell 5% to $38.0bn, less than the drop from $45.0bn to $40.0bn a year ago.",
      ["growth undecided", "change consistent"],
    ],
    [
      "Exports fell to $38.0bn, compared with a drop from $45.0bn to $40.0bn a year ago.",
      ["change consistent"],
    ],
    ["Exports fell to $38.0bn, a drop from $40.0bn a year ago.", ["change consistent"]],
    ["Exports fell to $41.0bn, a drop from $40.0bn a year ago.", ["change inconsistent"]],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("a balance beside exports and imports is no part of trade", () => {
  test.each([
    ["Trade was $190bn: exports $110bn, imports $80bn, balance $30bn.", ["sum consistent", "sum consistent"]],
    [
      "Trade was $190bn (exports $110bn, imports $80bn, surplus $30bn).",
      ["sum consistent", "sum consistent"],
    ],
    [
      "Trade was $190bn: exports $110bn, imports $80bn, with a positive balance of $30bn.",
      ["sum consistent", "sum consistent"],
    ],
    [
      "Trade was $190bn, consisting of $110bn of exports, $80bn of imports and a surplus of $30bn.",
      ["sum consistent", "sum consistent"],
    ],
    [
      "Trade was $190bn: exports $110bn, imports $80bn, balance $40bn.",
      ["sum consistent", "sum inconsistent"],
    ],
    [
      "Trade was $197.2bn: exports $111.1bn, imports $81.1bn, balance $30.0bn.",
      ["sum inconsistent", "sum consistent"],
    ],
    ["Sales were $190bn: cars $110bn, wine $50bn, oil $30bn.", ["sum consistent"]],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });
});

describe("what compares behind a rate hedges nothing", () => {
  test.each([
    [
      "Exports totaled 6.2 trillion won, 1.24 times more than 5.0 trillion won a year ago.",
      ["multiple consistent"],
    ],
    [
      "Exports totaled 6.2 trillion won, 1.34 times more than 5.0 trillion won a year ago.",
      ["multiple inconsistent"],
    ],
  ])("%s", (text, found) => {
    expect(outcome(text)).toEqual(found);
  });

  test("a hedge that stands elsewhere stays one", () => {
    const hedges = (text: string) =>
      read(text).mentions.flatMap((one) => ("figure" in one ? [one.hedge?.text] : []));
    expect(hedges("They were 1.24 times more than 5 trillion won.")).toEqual([undefined, undefined]);
    expect(hedges("Exports rose 20% to more than $5bn.")).toEqual([undefined, "more than"]);
    expect(hedges("Exports rose 20%, more than $5bn going to Japan.")).toEqual([undefined, "more than"]);
  });
});
