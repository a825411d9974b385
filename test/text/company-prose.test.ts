import { describe, expect, test } from "vitest";
import { check, figure, read } from "../../src/index.js";

/** What is claimed of a text: kind, verdict and figures of each claim. */
const claims = (text: string) =>
  check(read(text)).claims.map(
    ({ kind, verdict, figures }) => `${kind} ${verdict}: ${figures.map((one) => one.text).join(", ")}`,
  );

describe("forms of company reports that were read wrongly", () => {
  test("millions as a letter behind a space, where a currency stands before the number", () => {
    expect(figure("EUR 59.6 m").value.toString()).toBe("59600000");
    expect(() => figure("59.6 m")).toThrow(/no unit/);
    const [level] = read("Sales rose by 25% to EUR 59.6 m, as the cable grew by 59.6 m.").mentions.slice(1);
    expect(level?.text).toBe("EUR 59.6 m");
    expect(claims("Profit fell to $500,000 from $1.2 m a year before.")).toEqual([
      "change consistent: $500,000, $1.2 m",
    ]);
  });

  test.each([
    ["a result that was a loss", "The operating result rose to EUR 46m from a loss of EUR 167m in 2009."],
    [
      "a loss against a profit",
      "The loss for the period was EUR 15.6m, compared to a profit of EUR 6.3m in 2008.",
    ],
    [
      "a loss against a profit, by a rule",
      "The net loss was $5m, compared with a profit of $6m in the prior year.",
    ],
    ["a profit behind a loss", "The firm swung from a loss of $5m to a profit of $6m."],
  ])("%s are no two ends of a change", (_, text) => {
    expect(claims(text)).toEqual([]);
  });

  test("a loss that was one before is a change; so is a profit", () => {
    expect(claims("The net loss narrowed to EUR 2m in 2008 from a loss of EUR 57m a year earlier.")).toEqual([
      "change consistent: EUR 2m, EUR 57m",
    ]);
    expect(claims("The loss narrowed to EUR 7m in 2008 from EUR 5m a year earlier.")).toEqual([
      "change inconsistent: EUR 7m, EUR 5m",
    ]);
    expect(claims("Net income rose to EUR 5m in 2008 from a profit of EUR 7m a year earlier.")).toEqual([
      "change inconsistent: EUR 5m, EUR 7m",
    ]);
  });

  test("a rise out of a loss is the rise, with the loss before it", () => {
    const [claim, ...more] = check(read("Income grew by $14.9m to $3.1m from a loss of $11.8m.")).claims;
    expect(more).toEqual([]);
    expect(claim?.computed?.value.toString()).toBe("-11800000");
  });

  test("a list that goes on far behind, or into a clause of its own, is no sum of its first parts", () => {
    const offset =
      "A loss of $382m comprised of a charge of $783m, offset by a benefit of $266m related to the closing of the two old mills in the north of the country and a tax benefit of $135m.";
    expect(claims(offset)).toEqual([]);
    const list = "Exports of $30m consisted of $10m of steel, $12m of copper and $8m of grain";
    expect(claims(`${list}.`)).toEqual(["sum consistent: $30m, $10m, $12m, $8m"]);
    expect(claims(`${list} and imports were $12m.`)).toEqual([]);
  });

  test("a share behind a participle is the level's, not the base's", () => {
    const text = "Profit rose to EUR 21.1m from EUR 18.6m in 2007, representing 9.7% of net sales.";
    expect(claims(text)).toContain("share undecided: 9.7%, EUR 21.1m");
    const or = "Profit rose to EUR 21.1m from EUR 18.6m, or 9.7% of net sales.";
    expect(claims(or)).not.toContain("share undecided: 9.7%, EUR 21.1m");
  });

  test("a rate is of its own subject: no number of a name, no increment, no other thing's amount", () => {
    expect(claims("The Harbour 25 index was up 0.92% at 2,518.67.")).toEqual([]);
    expect(claims("Usage increased a total of 184 gwh compared to 2007, an increase of 4%.")).toEqual([]);
    expect(
      claims(
        "Orders stood at EUR 1.5bn in May, up by 24.2% on the year, with exports amounting to EUR 365m.",
      ),
    ).toEqual(["growth undecided: 24.2%, EUR 1.5bn"]);
  });

  test("the base behind the thing that is named again", () => {
    expect(
      claims("Net sales were $7.1bn, a decrease of 41% compared to net sales of $12.1bn in 2008."),
    ).toEqual(["growth consistent: 41%, $7.1bn, $12.1bn"]);
    expect(
      claims("Net sales were $7.1bn, a decrease of 41% compared to a market of $62.1bn in 2008."),
    ).toEqual(["growth undecided: 41%, $7.1bn"]);
  });

  test("two growths that are compared are no change from one to the other", () => {
    expect(claims("Imports grew again, with a 3.8% rise compared to a 17.8% contraction in August.")).toEqual(
      [],
    );
    expect(claims("The margin of 39.7% fell compared with 40.5% in the prior year.")).toEqual([
      "change consistent: 39.7%, 40.5%",
    ]);
  });

  test("a Chinese share is of the amount, not of its growth", () => {
    expect(claims("出口机电产品7.57万亿元，同比增长10.1%，占出口总值13.37万亿元的56.6%。")).toContain(
      "share consistent: 56.6%, 7.57万亿元, 13.37万亿元",
    );
  });
});
