import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayText, period, yearBefore } from "../../src/index.js";

test("day numbers are those of the Date object, for 10,000 years", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
      const text = new Date(number * 86_400_000).toISOString().slice(0, 10);
      expect([dayNumber(text), dayText(number)]).toEqual([number, text]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  "2023-02-29",
  "2023-13-01",
  "2023-00-10",
  "2023-04-31",
  "2023-1-1",
  "20231023",
  "2023-10-2x",
  "",
  "2023-10-23T00",
])("%j is no day", (text) => expect(() => dayNumber(text)).toThrow(/is not a day: write it as 2023-10-23/));

test.each([
  ["2023-10-23", "2023-10-23", "2023-10-23"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2023-Q3", "2023-07-01", "2023-09-30"],
  ["2023-H1", "2023-01-01", "2023-06-30"],
  ["2023", "2023-01-01", "2023-12-31"],
  ["2023-01/2023-09", "2023-01-01", "2023-09-30"],
])("the period %s", (text, start, end) => expect(period(text)).toEqual({ text, start, end }));

test("the year before, leap days included", () => {
  expect(yearBefore(period("2023-01/2023-09"))).toEqual(period("2022-01/2022-09"));
  expect(yearBefore(period("2024-02"))).toEqual(period("2023-02"));
  expect(yearBefore(period("2025-02"))).toEqual(period("2024-02"));
  expect(() => period("2023-09/2023-01")).toThrow(/ends before it begins/);
  expect(() => period("September 2023")).toThrow(/is not a period/);
});
