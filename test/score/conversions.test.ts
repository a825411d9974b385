import { expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import * as built from "../../src/index.js";
// @ts-expect-error a program's module, without declarations
import { conversionsLine, scoreConversions, stretchOf } from "./conversions.mjs";

const row = (id: string, text: string, source: string, target: string, more: object = {}) => ({
  id,
  text,
  date: "1996-08/1997-08 (day not stored)",
  conversions: [
    {
      source_span: source,
      source_start: text.indexOf(source),
      target_span: target,
      target_start: text.indexOf(target),
      rate_unit: "CNY per USD",
      ...more,
    },
  ],
});

test("conversions are counted as judged where the book has a rate of their time, and wrong ones are named", () => {
  const rows = [
    row("right", "Output rose to 20.75 billion yuan ($2.5 billion).", "20.75 billion yuan", "$2.5 billion"),
    row("slip", "Output rose to 20.75 billion yuan ($2.5 million).", "20.75 billion yuan", "$2.5 million", {
      source_error: "billion",
    }),
    // Marked as right, and it is not: the scorer must say so.
    row("marked", "Output rose to 20.75 billion yuan ($9.5 billion).", "20.75 billion yuan", "$9.5 billion"),
    {
      ...row("unknown", "It paid 27.9 billion crowns ($1 billion).", "27.9 billion crowns", "$1 billion"),
      conversions: [
        {
          source_span: "27.9 billion crowns",
          source_start: 8,
          target_span: "$1 billion",
          target_start: 29,
          rate_unit: "CZK per USD",
        },
      ],
    },
  ];
  const found = scoreConversions(rows, built, openRateBook());
  expect([found.all, found.judged]).toEqual([4, 3]);
  expect(found.verdicts).toEqual({ consistent: 1, inconsistent: 2 });
  expect(found.wrong.map((one: { id: string }) => one.id)).toEqual(["marked"]);
  expect(found.without.map((one: { id: string }) => one.id)).toEqual(["unknown"]);
  expect(conversionsLine(found)).toMatch(/3 of 4 .*wrongly: 1, at most 0: FAIL/);
});

test.each([
  ["1996-08/1997-08 (day not stored)", "1996-08/1997-08"],
  ["2020-07 (set period)", "2020-07"],
  ["2021-12/2022 (set period)", "2021-12/2022"],
  ["not known", undefined],
])("the stretch of %j is %j", (date, stretch) => {
  expect(stretchOf(date)).toBe(stretch);
});
