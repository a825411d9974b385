import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseline, FigureError, type FigureOptions, figure } from "../../src/index.js";

describe("the forms that are printed", () => {
  test.each([
    ["42.64bn yuan", "CNY", "[42635000000, 42645000000)"],
    ["$5.83 billion", "USD", "[5825000000, 5835000000)"],
    ["82.3%", "percent", "[0.8225, 0.8235)"],
    ["US$1.2tn", "USD", "[1150000000000, 1250000000000)"],
    ["RMB 1.08 trillion", "CNY", "[1075000000000, 1085000000000)"],
    ["¥4.2万亿", "CNY", "[4150000000000, 4250000000000)"],
    ["HK$ 3,400 million", "HKD", "[3399500000, 3400500000)"],
    ["€12.50", "EUR", "[12.495, 12.505)"],
    ["nearly 800", "number", "(700, 800)"],
    ["just over 5bn roubles", "RUB", "(5000000000, 6000000000)"],
    ["about US$5", "USD", "[4, 6]"],
    ["up to 3,000 yuan", "CNY", "[0, 3000]"],
    ["more than 40 percent", "percent", "(0.4, ∞)"],
    ["40% or more", "percent", "[0.4, ∞)"],
    ["800+", "number", "[800, ∞)"],
    ["0.5 percentage points", "percentage-point", "[0.0045, 0.0055)"],
    ["25 basis points", "basis-point", "[0.00245, 0.00255)"],
    ["5.2 lakh crore rupees", "INR", "[5150000000000, 5250000000000)"],
    ["Rs 1,23,456", "INR", "[123455.5, 123456.5)"],
    ["1,234,567 yuan", "CNY", "[1234566.5, 1234567.5)"],
    ["1 234 567 euros", "EUR", "[1234566.5, 1234567.5)"],
    ["1'234'567", "number", "[1234566.5, 1234567.5)"],
    ["４２.６４亿元", "CNY", "[4263500000, 4264500000)"],
    ["241.94亿元人民币", "CNY", "[24193500000, 24194500000)"],
    ["50 cents", "USD", "[0.495, 0.505)"],
    ["5 U.S. dollars", "USD", "[4.5, 5.5)"],
    ["5.5 Hong Kong dollars", "HKD", "[5450000000e-9, 5.55)"],
    ["yuan 42.64 billion", "CNY", "[42635000000, 42645000000)"],
    ["5.83bn USD", "USD", "[5825000000, 5835000000)"],
    ["($5.83 billion)", "USD", "[5825000000, 5835000000)"],
  ] as const)("%s", (text, unit, interval) => {
    const read = figure(text, {});
    expect([read.unit, read.interval.show()]).toEqual([unit, interval.replace("5450000000e-9", "5.45")]);
    expect(read.text).toBe(text);
  });

  test.each(["-", "\u2212", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\ufe63", "\uff0d"])(
    "the minus sign %s",
    (sign) => {
      expect(figure(`${sign}5.2%`, {}).interval.show()).toBe("(-0.0525, -0.0515]");
      expect(figure(`${sign}$5`, {}).interval.show()).toBe("(-5.5, -4.5]");
      expect(figure(`$${sign}5`, {}).interval.show()).toBe("(-5.5, -4.5]");
    },
  );
});

describe("what is ambiguous has a default, is noted, and is an option", () => {
  test.each([
    ["$5", {}, "USD", /"\$" is read as USD/],
    ["$5", { signs: { $: "HKD" } }, "HKD", /"\$" is read as HKD/],
    ["¥5", {}, "CNY", /"¥" is read as CNY/],
    ["¥5", { unit: "JPY" }, "JPY", /"¥" is read as JPY/],
    ["kr 5", {}, "SEK", /"kr" is read as SEK/],
    ["5 dollars", { unit: "AUD" }, "AUD", /"dollars" is read as AUD/],
    ["3,400", {}, "number", /zeros of 3400 are read as digits/],
    ["3,400", { trailingZeros: "loose" }, "number", /may come from rounding/],
    ["2 trillion yen", { longScale: true }, "JPY", /trillion is read as 10\^18/],
    ["(5.83)", { brackets: "negative" }, "number", /brackets are read as a minus/],
  ] as [string, FigureOptions, string, RegExp][])("%s with %o", (text, options, unit, note) => {
    const read = figure(text, options);
    expect(read.unit).toBe(unit);
    expect(read.notes.map((one) => one.says).join("; ")).toMatch(note);
    expect(read.notes.every((one) => one.others.length > 0)).toBe(true);
  });

  test("the options change the interval", () => {
    expect(figure("3,400", { trailingZeros: "loose" }).interval.show()).toBe("[3350, 3450)");
    expect(figure("(5.83)", { brackets: "negative" }).interval.show()).toBe("(-5.835, -5.825]");
    expect(figure("1.234.567,89", { decimal: "," }).interval.show()).toBe("[1234567.885, 1234567.895)");
    expect(figure("9.6", { rounding: "trunc" }).interval.show()).toBe("[9.6, 9.7)");
    expect(figure("1,23,456", { grouping: "indian" }).value.toFixed()).toBe("123456");
  });
});

describe("what cannot be read is an error with its place", () => {
  test.each([
    ["", /text is empty/, 0],
    ["   ", /text is empty/, 0],
    ["5 6", /a second number/, 2],
    ["4２.6", /full-width and plain digits/, 0],
    ["٤٢", /of another script/, 0],
    ["42.64bn yaun", /"yaun" is no unit/, 8],
    ["$5bn yuan", /yuan after an amount in USD/, 5],
    ["10^400", /expected one figure/, 2],
    ["1e400", /expected one figure/, 1],
    ["NaN", /no digits/, 0],
    ["Infinity", /no digits/, 0],
    ["1,23,456", /Indian places/, 0],
    ["12,34", /separators out of place/, 0],
    ["1.234.567,89", /a second "\."/, 5],
    ["5\u200b6", /after the figure|second number/, 1],
    ["\u202e5", /before the number/, 0],
    ["\ud8005", /before the number/, 0],
  ] as const)("%j", (text, message, at) => {
    let error: unknown;
    try {
      figure(text, {});
    } catch (caught) {
      error = caught;
    }
    if (!FigureError.is(error)) throw new Error(`expected a FigureError, found ${String(error)}`);
    expect([error.code, error.details.at]).toEqual(["unreadable", at]);
    expect(error.message).toMatch(message);
  });

  test("too long, too many digits, too large", () => {
    expect(() => figure("9".repeat(10_000), {})).toThrow(/at most 200/);
    expect(() => figure("9".repeat(60), {})).toThrow(/60 digits: at most 50/);
    expect(() => figure(`${"9".repeat(49)} quadrillion`, {})).toThrow(/beyond 10\^60/);
    expect(() => figure("x".repeat(1_000_000), {})).toThrow(/a text of 1000000 characters/);
  });

  test("a JavaScript number has lost its digits before it arrives", () => {
    expect(() => figure(42.64 as never)).toThrow(/expected a figure as text, found number/);
  });
});

test("any text is read or is a FigureError", () => {
  const bits = fc.constantFrom(
    "42.6",
    "1,000",
    "bn",
    " ",
    "yuan",
    "$",
    "%",
    "-",
    "(",
    ")",
    "nearly ",
    "万",
    "亿",
    "元",
    "¥",
    ".",
    ",",
    "５",
    "\u00a0",
    "percentage points",
    "€",
  );
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.array(bits, { maxLength: 12 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(anything, (text) => {
      try {
        const read = figure(text, {});
        expect(read.interval.lower.lessThanOrEqualTo(read.interval.upper)).toBe(true);
      } catch (error) {
        if (!FigureError.is(error)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
});

test("parse and print are inverse: a printed amount reads back with the same digits and value", () => {
  const amounts = fc.tuple(
    fc.bigInt({ min: 0n, max: 10n ** 12n }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom("", "m", "bn", "tn"),
    fc.constantFrom("CNY", "USD", "EUR", "INR", "KWD"),
  );
  fc.assert(
    fc.property(amounts, ([n, decimals, scale, currency]) => {
      const size = n.toString().padStart(decimals + 1, "0");
      const digits = decimals === 0 ? size : `${size.slice(0, -decimals)}.${size.slice(-decimals)}`;
      const read = figure(`${currency} ${digits}${scale}`, {});
      const again = figure(read.shown().value, {});
      expect(again.digits).toBe(read.digits);
      expect([again.unit, again.interval.show()]).toEqual([read.unit, read.interval.show()]);
    }),
    { numRuns: 500 },
  );
});

test("a computed value with an open end has six significant digits, what was printed keeps its own", () => {
  expect(baseline(figure("more than $90m"), figure("5%")).show()).toBe("USD 85.7143m, above 85.3080m");
  expect(baseline(figure("$60 or more"), figure("70%")).show()).toBe("USD 35.2941, above 35.1906");
  expect(figure("more than 12,345,678.25 yuan").show()).toBe("CNY 12,345,678.25, above 12,345,678.25");
  expect(figure("40% or more").show()).toBe("40%, at least 40%");
  expect(baseline(figure("more than $3.2bn"), figure("less than 5%")).show()).not.toContain("0.0bn");
  expect(figure("above 0%").show()).toBe("0%, above 0%");
});
