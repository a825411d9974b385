import { describe, expect, test } from "vitest";
import { read } from "../../src/text/read.js";

// What a sentence does not say is worse read than left out: a false claim becomes a false alarm.
describe("no sum", () => {
  test.each([
    "Exports rose $4bn to $96bn and imports fell $1bn to $88bn, giving a deficit of $12bn.",
    "Exports were $40bn and imports $30bn; the surplus widened $2bn.",
    "Exports were $40bn and imports were $30bn in June, against a surplus of $14bn in May.",
    "Exports to Japan were $40bn, imports from Peru were $30bn, and the surplus with Chile was $2bn.",
    "Tax on exports was $4bn, duty on imports was $3bn and the budget gap was $6bn.",
    "Annual trade is $300bn, with exports of $7bn and imports of $6bn in May.",
    "Exports of cars were $4bn, imports of oil were $3bn and total trade was $90bn.",
  ])("%s", (text) => {
    expect(read(text).sums).toEqual([]);
  });
});

describe("no conversion", () => {
  test.each([
    "It paid $4bn (2bn euros in cash and the rest in shares).",
    "It lent 7bn yuan ($200m of it abroad).",
    "The ticket costs $90 (£50 for members).",
    "It asked for $60m (¥900m had been the old price).",
    "He bid $7m, or £2m less than his rival.",
    "It owes $4bn, or €1bn a year.",
  ])("%s", (text) => {
    expect(read(text).conversions).toEqual([]);
  });
});

describe("no growth, and said so", () => {
  test.each([
    "The firm denied that profits fell 15% to $3m.",
    "It is not true that exports rose 6% to $2bn.",
    "Exports stopped falling 4% a month.",
    "A 7% drop was avoided.",
    "出口未增长6%。",
  ])("%s", (text) => {
    const { growth, unread } = read(text);
    expect(growth).toEqual([]);
    expect(unread.map((one) => one.why)).toContain("a growth that the sentence denies");
  });
});

describe("no growth at all", () => {
  test.each([
    "The bond carries 4% interest.",
    "It fell short of $2bn by 6%.",
    "It holds a 5% interest in the bank.",
  ])("%s", (text) => {
    expect(read(text).growth).toEqual([]);
  });
});

describe("signs, hedges and parts of a number", () => {
  test.each([
    ["It lost $-6m.", "$-6m", "(-6500000, -5500000]"],
    ["It lost minus 3%.", "minus 3%", "(-0.035, -0.025]"],
    ["It made $3bn or more.", "$3bn", "[3000000000, ∞)"],
    ["It made $3bn+ again.", "$3bn", "[3000000000, ∞)"],
    ["达到3亿多元。", "3亿多元", "(300000000, ∞)"],
    ["It cost two-and-a-half million euros.", "two-and-a-half million euros", "[2450000, 2550000)"],
    ["It cost 1 234.56 euros.", "1 234.56 euros", "[1234.555, 1234.565)"],
  ])("%s", (text, span, interval) => {
    const [one] = read(text).mentions;
    if (one === undefined || !("figure" in one)) throw new Error(`no figure in ${text}`);
    expect(one.text).toBe(span);
    expect(one.figure.interval.show()).toBe(interval);
  });

  test("a hedge at the very start of a text is where it is", () => {
    const [one] = read("超过5%").mentions;
    expect(one).toMatchObject({ hedge: { text: "超过", start: 0, end: 2 } });
  });

  test("the decimal mark is the locale's own, and not its language's", () => {
    const value = (locale: string, text: string) => {
      const [one] = read(text, { locale }).mentions;
      return one !== undefined && "figure" in one ? one.figure.value.toFixed() : undefined;
    };
    expect(value("es-MX", "2,000.50 pesos")).toBe("2000.5");
    expect(value("es", "2.000,50 pesos")).toBe("2000.5");
    expect(value("de-CH", "1’234.50 CHF")).toBe("1234.5");
    // Of the languages that are read it is known beforehand; of their countries Intl is asked.
    for (const [language, country] of ["en-GB", "zh-CN", "de-DE", "ru-RU"].map((one) => [
      one.slice(0, 2),
      one,
    ]))
      for (const text of ["2,125 pesos", "2.125 pesos"])
        expect(value(language as string, text), `${language} ${text}`).toBe(value(country as string, text));
  });
});
