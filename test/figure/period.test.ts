import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayText, period, yearBefore } from "../../src/index.js";

test("day numbers are those of the Date object, for 10,000 years", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (number) => {
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

/** Years and months by the Date object's own arithmetic: the oracle of steps. */
const dateMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);

test("months step as the Date object's months do, over leap years and centuries", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1700, max: 2300 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 0, max: 500 }),
      (year, month, by) => {
        const of = period(dateMonth(year, month));
        expect(of.back(`${by} months`).text).toBe(dateMonth(year, month - by));
        expect(of.forward(`${by} months`).text).toBe(dateMonth(year, month + by));
        expect(of.back("1 year")).toEqual(yearBefore(of));
        expect(of.rolling().text).toBe(
          `${dateMonth(year, month - 11)}/${of.text}`.replace(/^(.{4})-01\/\1-12$/, "$1-01/$1-12"),
        );
        const days = period(`${of.text}-10/${of.text}-17`).back("7 days");
        expect(dayNumber(days.start)).toBe(dayNumber(`${of.text}-10`) - 7);
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  ["2023-Q1", "1 quarter", "2022-Q4"],
  ["2023-Q1", "1 month", "2022-12/2023-02"],
  ["2023-H1", "2 quarters", "2022-H2"],
  ["2023", "1 year", "2022"],
  ["2023", "1 quarter", "2022-10/2023-09"],
  ["2023-01/2023-09", "1 year", "2022-01/2022-09"],
  ["2024-02", "1 year", "2023-02"],
  ["2024-02-29", "1 year", "2023-02-28"],
  ["2025-02-01/2025-02-28", "1 year", "2024-02-01/2024-02-29"],
  ["2024-03-31", "1 month", "2024-02-29"],
  ["2023-01-02", "1 week", "2022-12-26"],
] as const)("%s back %s is %s", (from, step, to) => expect(period(from).back(step).text).toBe(to));

test("the periods that a month belongs to", () => {
  const of = period("2023-09");
  expect([of.quarter, of.year, of.yearToDate, of.rolling(), of.rolling(3)].map(String)).toEqual([
    "2023-Q3",
    "2023",
    "2023-01/2023-09",
    "2022-10/2023-09",
    "2023-07/2023-09",
  ]);
  expect(period("2023-01").yearToDate.text).toBe("2023-01");
  expect(period("2023-09-15").yearToDate.text).toBe("2023-01-01/2023-09-15");
});

test("what is no step, and what has none, is told", () => {
  expect(() => period("2023-09").back("a year" as "1 year")).toThrow(
    /is no step: write "1 year", "3 months"/,
  );
  expect(() => period("2023-09").back("3 days")).toThrow(/stepped by months, quarters or years, not by days/);
  expect(() => period("0000-01").back("1 month")).toThrow(/years run from 0000 to 9999/);
  expect(() => period("2023-09-15").months()).toThrow(/is not made of whole months/);
});
