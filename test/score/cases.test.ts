import { expect, test } from "vitest";
import { purpose, scoreCases } from "./cases.mjs";
import { exact } from "./rational.mjs";

const one = (input: string, expected: object[], more = {}) => ({
  id: "own",
  set: "own",
  kind: "money",
  input,
  expected,
  ...more,
});
const money = (start: number, end: number, value: string, currency?: string) => ({
  kind: "money",
  start,
  end,
  text: "",
  low: exact(value),
  high: exact(value),
  ...(currency === undefined ? {} : { currency }),
});
const held = (row: object, ...items: object[]) => scoreCases([row], [items]).sets["own"].all.held === 1;

test("a currency that a case leaves open fits any of its name, and no other", () => {
  const dollars = one("it paid 5 dollars", [
    { text: "5 dollars", kind: "money", currency: null, unit: "Dollar", value: "5" },
  ]);
  expect(held(dollars, money(8, 17, "5", "USD"))).toBe(true);
  expect(held(dollars, money(8, 17, "5", "AUD"))).toBe(true);
  expect(held(dollars, money(8, 17, "5", "EUR"))).toBe(false);
  expect(held(dollars, money(8, 17, "6", "USD"))).toBe(false);
  expect(held(dollars)).toBe(false);
});

test("cents may be given in cents or in dollars", () => {
  const cents = one("it paid 50 cents", [
    { text: "50 cents", kind: "money", currency: null, unit: "Cent", value: "50" },
  ]);
  expect(held(cents, money(8, 16, "0.5", "USD"))).toBe(true);
  expect(held(cents, money(8, 16, "50", "USD"))).toBe(true);
  expect(held(cents, money(8, 16, "5", "USD"))).toBe(false);
});

test("an amount that is not expected breaks a case", () => {
  expect(held(one("all 7 of us", []))).toBe(true);
  expect(held(one("all 7 of us", []), money(4, 11, "7", "USD"))).toBe(false);
});

test("a bound is held to its end, a range to both", () => {
  const range = one("10 to 20 dollars", [
    { text: "10 to 20 dollars", kind: "money", unit: "Dollar", low: "10", high: "20" },
  ]);
  expect(held(range, { ...money(0, 16, "10", "USD"), high: exact("20") })).toBe(true);
  expect(held(range, money(0, 16, "10", "USD"))).toBe(false);
  const bound = one("less than 9 EUR", [
    { text: "less than 9 EUR", kind: "money", currency: "EUR", high: "9" },
  ]);
  expect(held(bound, money(10, 15, "9", "EUR"))).toBe(true);
});

test("each rule of what differs on purpose takes its own, and leaves printed money alone", () => {
  const named = (text: string, more = {}, input = text) =>
    purpose(one(input, [{ text, kind: "money", value: "1", ...more }]))?.name;
  expect(named("eleven")).toBe("a bare number is not money");
  expect(named("dollar", { value: null })).toBe("a name without an amount is no figure");
  expect(named("seven quarters")).toBe("coins and slang are not printed money");
  expect(named("12 dollars and 40")).toBe("a second bare number is not the cents");
  expect(named("$8 25")).toBe("a second bare number is not the cents");
  expect(named("($9.99)", { value: "-9.99" })).toBe("brackets are an aside, not a minus");
  expect(named("percent of 40", { kind: "percent" })).toBe(
    "percent of a number is not that number in percent",
  );
  expect(named("one quarter of", { kind: "percent" })).toBe("a fraction stays a fraction");
  for (const text of [
    "$ 62 million",
    "a quarter million euros",
    "62 usd million",
    "EUR 17.0",
    "six million yen",
    "30 ringgit and 20 sen",
  ]) {
    expect([text, named(text)]).toEqual([text, undefined]);
  }
});
