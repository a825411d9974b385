import { expect, test } from "vitest";
import { compromise } from "./peers/compromise.mjs";
import { unitNamed } from "./peers/names.mjs";
import { recognizers } from "./peers/recognizers.mjs";
import { trimmed } from "./peers/spans.mjs";
import { written } from "./rational.mjs";

const TEXT = "Exports rose 12.5 percent to 15 billion dollars, and 3 cents.";
// biome-ignore lint/suspicious/noExplicitAny: peers give what they give
const plain = (items: any[]) =>
  items.map(({ kind, text, low, currency, codes }) => [
    kind,
    text,
    written(low),
    currency ?? codes?.has("USD"),
  ]);

test("both npm peers are read with scale words, minor units and whole spans", () => {
  // It reads "3 cents" as three percent as well.
  expect(plain(recognizers().items(TEXT))).toEqual(
    expect.arrayContaining([
      ["money", "15 billion dollars", "15000000000", true],
      ["money", "3 cents", "0.03", true],
      ["percent", "12.5 percent", "12.5", undefined],
    ]),
  );
  expect(plain(compromise().items(TEXT))).toEqual(
    expect.arrayContaining([
      ["money", "15 billion dollars", "15000000000", true],
      ["percent", "12.5 percent", "12.5", undefined],
    ]),
  );
});

test("a name fits the currencies that bear it; coins are parts", () => {
  expect(unitNamed("Dollar").codes?.has("HKD")).toBe(true);
  expect(unitNamed("Finnish markka").codes?.has("FIM")).toBe(true);
  expect(unitNamed("dollar per hour").codes?.has("USD")).toBe(true);
  expect(unitNamed("Pence").part).toBe("1/100");
  expect(unitNamed("metre").codes).toBeUndefined();
});

test("spans lose brackets and approximators", () => {
  const span = (text: string) => trimmed(text, { start: 0, end: text.length }).text;
  expect(
    ["($5.83 billion)", "about 5 dollars", "from $3", "a US$4 billion", "less than 9€,"].map(span),
  ).toEqual(["$5.83 billion", "5 dollars", "$3", "US$4 billion", "9€"]);
});
