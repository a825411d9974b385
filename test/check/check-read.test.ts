import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import { type CheckOptions, check, figuresOf, read, relationsOf } from "../../src/index.js";
import { fromText, minus, over, type Rational, rational, times } from "../support/rational.js";

const book = openRateBook();
const found = (text: string, options: CheckOptions = {}) =>
  check(read(text, options.publishedOn ? { publishedOn: options.publishedOn } : {}), options);
const outcome = (text: string, options: CheckOptions = {}) =>
  found(text, options).claims.map((one) => `${one.kind} ${one.verdict}`);

/** What a text prints after the nearest repair of its first inconsistent claim. */
function repaired(text: string, options: CheckOptions = {}): string | undefined {
  const repair = found(text, options).claims.find((one) => one.verdict === "inconsistent")?.repairs[0];
  return repair && text.slice(0, repair.span.start) + repair.to + text.slice(repair.span.end);
}

describe("texts, read and checked", () => {
  test("the ends of a range are round: a rate that fits one of them proves nothing against both", () => {
    const text = (scale: string) => `Plans cost 55-65 billion yuan ($6.6-7.6 ${scale}). ($1 = 8.3 yuan)`;
    expect(outcome(text("billion"))).toEqual(["conversion undecided"]);
    expect(outcome(text("million"))).toEqual(["conversion inconsistent"]);
    expect(repaired(text("million"))).toBe(text("billion"));
  });

  test.each([
    ["a point that moved", "Revenue was 42.64bn yuan ($58.3bn).", "Revenue was 42.64bn yuan ($5.83bn)."],
    ["two digits exchanged", "Revenue was 42.64bn yuan ($5.38bn).", "Revenue was 42.64bn yuan ($5.83bn)."],
    ["a Chinese scale", "营业额达到426.4亿元（58.3万美元）。", "营业额达到426.4亿元（58.3亿美元）。"],
    [
      "a scale word left out",
      "Revenue was 42.64 billion yuan ($5.83).",
      "Revenue was 42.64 billion yuan ($5.83 billion).",
    ],
  ])("%s is put back by the rate of the day", (_, wrong, right) => {
    const options = { book, publishedOn: "2023-10-23" };
    expect(repaired(wrong, options)).toBe(right);
    expect(outcome(right, options)).toEqual(["conversion consistent"]);
  });

  test("an amount of another year is held against the rates of that year", () => {
    const options = { book, publishedOn: "2023-10-23" };
    const text = (dollars: string, year: string) =>
      `In ${year} trade reached 40.12 trillion yuan ($${dollars} trillion).`;
    expect(outcome(text("5.96", "2022"), options)).toEqual(["conversion consistent"]);
    expect(outcome(text("5.69", "2022"), options)).toEqual(["conversion undecided"]); // a rate of the autumn of 2022
    expect(outcome(text("6.95", "2022"), options)).toEqual(["conversion inconsistent"]);
    expect(outcome(text("5.76", "2019"), options)).toEqual(["conversion undecided"]); // 6.965: a rate of that summer
    expect(outcome(text("6.95", "2019"), options)).toEqual(["conversion inconsistent"]); // 5.77 was none of 2019
    expect(outcome(text("69.5", "2019"), options)).toEqual(["conversion inconsistent"]);
  });

  test("a slip in a figure of two claims is sought where both of them hold again", () => {
    const text = (level: string) =>
      `Exports rose 78.8% to ${level} billion yuan ($2.434 billion) from 11.3 billion yuan. ($1 = 8.3 yuan)`;
    expect(outcome(text("20.2")).filter((one) => one.endsWith("inconsistent"))).toEqual([]);
    // A base of 11.7 would make the growth hold as well, but not the dollars.
    expect(repaired(text("20.9"))).toBe(text("20.2"));
  });

  test("real terms excuse an amount of money, not an amount of tonnes", () => {
    const text = (what: string) =>
      `In real terms output rose 15.2% to 30.4 million ${what} from 29.1 million ${what}.`;
    expect(outcome(text("dollars"))).toEqual(["growth undecided"]);
    expect(outcome(text("tonnes"))).toEqual(["growth inconsistent"]);
  });

  test.each([
    ["Sales rose 78.4 percent to 22.3 million pounds from 12.5 million pounds.", ["growth consistent"]],
    ["Sales rose 111 percent to 22.3 million pounds from 12.5 million pounds.", ["growth inconsistent"]],
    ["Exports fell to $9.0bn from $10.0bn, a drop of $1.0bn.", ["change consistent"]],
    ["Exports fell by $4.0bn to $9.0bn from $10.0bn.", ["change inconsistent"]],
    ["Sales rose from $10bn to $15bn, up 20%.", ["growth inconsistent"]],
    ["Exports fell to 2.1bn yuan from 2.4bn yuan.", ["change consistent"]],
    ["Exports fell to 4.7 billion yuan from 3.3 billion yuan.", ["change inconsistent"]],
    ["It lent 620 billion yuan ($74.7 billion). ($1 = 8.3 yuan)", ["conversion consistent"]],
    ["It lent 620 billion yuan ($74.7 million). ($1 = 8.3 yuan)", ["conversion inconsistent"]],
    ["Exports rose 82.3% to 42.64bn yuan.", ["growth undecided"]],
    ["Exports were 14.4bn yuan, or 26% of the total of 54.9bn yuan.", ["share consistent"]],
    ["Exports were 14.4bn yuan, or 62% of the total of 54.9bn yuan.", ["share inconsistent"]],
    ["Exports fell 120% to $3bn.", ["growth inconsistent"]],
    ["Exports fell more than 100% to $3bn.", ["growth inconsistent"]],
    ["Exports fell 100% to $3bn.", []],
    ["Exports fell 120% in real terms to $3bn.", ["growth inconsistent"]],
    ["Exports rose 120% to $3bn.", ["growth undecided"]],
    ["The loss fell 120% to $3bn.", ["growth undecided"]],
    ["Imports halved to 4m tonnes from 8m tonnes.", ["multiple consistent"]],
    ["Imports halved to $4m from $2m.", ["multiple inconsistent"]],
    ["Imports more than halved to $3.1m from $8.2m.", ["multiple consistent"]],
    ["Imports more than halved to $5.1m from $8.2m.", ["multiple inconsistent"]],
    ["Imports nearly halved to $5.1m from $9.2m.", ["multiple consistent"]],
    ["Imports nearly halved to $3.1m from $9.2m.", ["multiple inconsistent"]],
    ["Imports fell threefold to $2m from $6m.", ["multiple consistent"]],
  ])("%s", (text, expected) => {
    expect(outcome(text)).toEqual(expected);
  });

  test.each([
    "Sales rose by 5% a year to $10bn from $8bn in 2018.",
    "Sales grew an average of 10% per year from $1m to $3m.",
    "Average annual growth of 5% took sales to $10bn from $8bn.",
    "Sales rose 5% annually to $10bn from $8bn.",
    "Sales doubled every year to $8m from $1m.",
    "Sales rose 5% to $10bn, from $8bn the year before last.",
    "In 2022 sales rose 5% to $10bn from $8bn in 2018.",
  ])("a rate of each year is not held against both ends of several: %s", (text) => {
    const [claim] = found(text).claims;
    expect(claim?.verdict).toBe("undecided");
    expect(claim?.says).toMatch(/; but .* year/);
  });

  test.each([
    "Sales rose 5% to $10bn from $8bn a year earlier.",
    "Sales rose 5% a year earlier, to $10bn from $8bn.",
    "Sales rose 5% year on year to $10bn from $8bn.",
    "Annual sales rose 5% to $10bn from $8bn.",
  ])("a rate of one year is: %s", (text) => {
    expect(found(text).claims[0]?.verdict).toBe("inconsistent");
  });

  test.each([
    ["Profit fell to -$5m from -$3m.", "consistent", "a fall of USD 2m"],
    ["Profit fell to -$3m from -$5m.", "inconsistent", "a rise of USD 2m"],
    ["Profit rose to -$3m from -$5m.", "consistent", "a rise of USD 2m"],
    ["The loss narrowed to -$3m from -$5m.", "undecided", "by its size"],
    ["The deficit widened to -$5m from -$3m.", "undecided", "by its size"],
    ["Profit rose 40% to -$3m from -$5m.", "undecided", "a rise of USD 2m"],
    ["Profit fell 40% to -$3m from -$5m.", "inconsistent", "a rise of USD 2m"],
    ["The loss doubled to -$8m from -$4m.", "consistent", "2.000 times"],
    ["The loss doubled to -$8m from -$2m.", "inconsistent", "4.00 times"],
    ["Profit fell to -$5m from $3m.", "consistent", "a fall of 266.7"],
  ])("below zero the number line decides, and no percentage is given: %s", (text, verdict, says) => {
    const [claim] = found(text).claims;
    expect(claim?.verdict).toBe(verdict);
    expect(claim?.says).toContain(says);
    if (!text.includes("from $")) expect(claim?.says).not.toMatch(/is a .*%/);
  });

  test("a fall of more than all to a level below zero has a base; a smaller fall to one is left out", () => {
    const text = (rate: string) => `Profit fell ${rate}% to -$3.0m.`;
    expect(found(text("150")).claims[0]?.computed?.value.toFixed()).toBe("6000000");
    expect(found(text("50")).claims).toEqual([]);
  });

  test.each([
    "Profit doubled to $2m from $4m.",
    "Sales rose more than 10% to $30.0bn from $29.9bn.",
    "Sales rose 87.8% to $20.20m from $11.30m.",
  ])("every repair is a text that, read again, says as much and holds: %s", (text) => {
    const [claim] = found(text).claims;
    expect(claim?.repairs.length).toBeGreaterThan(0);
    for (const { span, to, verdict } of claim?.repairs ?? []) {
      const mended = text.slice(0, span.start) + to + text.slice(span.end);
      expect([mended, found(mended).claims[0]?.verdict]).toEqual([mended, verdict]);
    }
  });

  test("a percentage of millions is one", () => {
    const says = (text: string) => found(text).claims[0]?.says;
    expect(says("Sales rose 123% to $39,567,792,191 from $18,560.")).toContain(
      "a rise of 213,188,400%, between 213,182,600% and 213,194,200%",
    );
  });

  test.each([
    ["Sales halved from $7,123,457 to $3,456,789.", "0.4852685 times"],
    ["Sales rose 5% to $10,234,567,890 from $9,123,456,789.", "12.17862%, between 12.17861% and 12.17862%"],
    ["Exports rose 5.25% to $1,234,567,890.", "USD 1.172986bn, between 1.172930bn and 1.173042bn"],
    ["Exports were 1,234,567,891 yuan, or 26.12% of the total of 7,234,567,891 yuan.", "17.06485%"],
    [
      "It lent 6,212,345,678 yuan ($1,747,123,456). ($1 = 8.3 yuan)",
      "3.555757, between 3.555756 and 3.555757",
    ],
  ])("a quotient is said in seven digits at most: %s", (text, says) => {
    const [claim] = found(text).claims;
    expect(claim?.says).toContain(says);
    const own = (claim?.says ?? "").replace(/“[^”]*”/g, "").match(/\d[\d,.]*/g) ?? [];
    for (const one of own) expect(one.replace(/\D|^[0.]+/g, "").length).toBeLessThanOrEqual(7);
    expect(claim?.computed?.value.precision()).toBeGreaterThan(7);
  });

  test("each relation that was read is there in one form, with its figures", () => {
    const reading = read("Sales rose 111% to $20.2m from $11.3m. Exports fell to $2.1bn from $2.4bn.");
    const relations = relationsOf(reading);
    expect(relations.map((one) => one.kind)).toEqual(["growth", "change"]);
    expect(relations[0]?.says).toBe("A rise of “111%” to “$20.2m” from “$11.3m”.");
    expect(check(reading).claims.map((one) => figuresOf(one.claim))).toEqual(
      relations.map((one) => one.figures),
    );
  });

  test("what halved to a level was twice that; more than halved, more", () => {
    const base = (text: string) => found(text).claims[0]?.computed;
    expect(base("Imports halved to $4m.")?.value.toFixed()).toBe("8000000");
    expect(found("Imports halved to $4m.").claims[0]?.says).toContain("USD 8");
    expect(found("Imports more than halved to $4.00m.").claims[0]?.says).toContain("USD 8.00m, above 7.99m");
  });

  test("the running example, by the day of its print", () => {
    const { claims } = found(
      "In the first nine months of 2023 outbound shipments of the province rose 82.3% to 42.64bn yuan ($5.83bn).",
      { book, publishedOn: "2023-10-23" },
    );
    const pair = claims.find((one) => one.kind === "conversion");
    expect(pair?.verdict).toBe("consistent");
    expect(pair?.used?.answer).toBe("market");
    const growth = claims.find((one) => one.kind === "growth");
    expect(growth?.says).toContain("CNY 23.3900bn, between 23.3808bn and 23.3992bn");
  });

  test.each([
    [
      "A road of 50-60 billion yuan ($6.0-7.2 million) is planned. ($1 = 8.3 yuan)",
      "A road of 50-60 billion yuan ($6.0-7.2 billion) is planned. ($1 = 8.3 yuan)",
    ],
    [
      "It lent 620 billion yuan ($74.7 million). ($1 = 8.3 yuan)",
      "It lent 620 billion yuan ($74.7 billion). ($1 = 8.3 yuan)",
    ],
    ["Sales fell 78.8% to $20.20m from $11.30m.", "Sales rose 78.8% to $20.20m from $11.30m."],
    [
      "Exports fell to 4.7 billion yuan from 3.3 billion yuan.",
      "Exports rose to 4.7 billion yuan from 3.3 billion yuan.",
    ],
    ["Sales rose 87.8% to $20.20m from $11.30m.", "Sales rose 78.8% to $20.20m from $11.30m."],
  ])("%s", (text, expected) => {
    expect(repaired(text)).toBe(expected);
    // The repaired text, read afresh, has no claim that does not hold.
    expect(outcome(expected).filter((one) => one.endsWith("inconsistent"))).toEqual([]);
  });

  test("spans are places in the text", () => {
    const text = "Sales rose 111 percent to 22.3 million pounds from 12.5 million pounds.";
    for (const one of found(text).claims) {
      expect(text.slice(one.span.start, one.span.end)).toBe(one.span.text);
      for (const { span } of one.repairs) expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });
});

/** x of at least zero, with so many decimals, half away from zero. */
function printed(x: Rational, decimals: number): string {
  const units = (2n * x.n * 10n ** BigInt(decimals) + x.d) / (2n * x.d);
  const text = units.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

const truths = () =>
  fc
    .tuple(
      fc.integer({ min: 10_000, max: 99_999 }),
      fc.integer({ min: 1050, max: 1900 }),
      fc.integer({ min: 61_000, max: 84_000 }),
    )
    .map(([base, factor, rate]) => {
      const before = rational(BigInt(base), 1000n);
      const level = times(before, rational(BigInt(factor), 1000n));
      const growth = times(minus(over(level, before), rational(1n)), rational(100n));
      const stated = printed(rational(BigInt(rate), 10_000n), 4);
      return {
        growth: printed(growth, 1),
        level: printed(level, 2),
        before: printed(before, 2),
        dollars: printed(over(level, fromText(stated)), 2),
        stated,
      };
    });

const sentence = (
  of: ReturnType<typeof truths> extends fc.Arbitrary<infer T> ? T : never,
  scale = "billion",
  verb = "rose",
) =>
  `Exports ${verb} ${of.growth}% to ${of.level} billion yuan ($${of.dollars} ${scale}) from ${of.before} billion yuan. ($1 = ${of.stated} yuan)`;

test("a true sentence raises no alarm", () => {
  fc.assert(
    fc.property(truths(), (of) => {
      expect(outcome(sentence(of)).filter((one) => one.endsWith("inconsistent"))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("a wrong scale word or verb is always found, and the true one is the nearest repair", () => {
  fc.assert(
    fc.property(truths(), fc.constantFrom("scale", "verb"), (of, slip) => {
      // Where the true sentence agrees by its rounding only, a point moved may agree better: 10.00 as 100.0.
      fc.pre(outcome(sentence(of)).every((one) => one.endsWith(" consistent")));
      const wrong = slip === "scale" ? sentence(of, "million") : sentence(of, "billion", "fell");
      expect(repaired(wrong)).toBe(sentence(of));
    }),
    { numRuns: 100 },
  );
});

test("most single wrong digits are found, and the true digits are among the nearest repairs of most", () => {
  let tried = 0;
  let seen = 0;
  let restored = 0;
  fc.assert(
    fc.property(
      truths(),
      fc.constantFrom("growth", "level", "before", "dollars"),
      fc.nat({ max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      (of, field, at, by) => {
        const digits = of[field as keyof typeof of];
        fc.pre(at < digits.length && digits[at] !== ".");
        const other = `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;
        fc.pre(!other.startsWith("0") && other !== digits);
        const wrong = sentence({ ...of, [field]: other });
        tried++;
        const bad = found(wrong).claims.filter((one) => one.verdict === "inconsistent");
        if (bad.length === 0) return;
        seen++;
        const texts = bad.flatMap((one) =>
          one.repairs.map(
            (repair) => wrong.slice(0, repair.span.start) + repair.to + wrong.slice(repair.span.end),
          ),
        );
        if (texts.includes(sentence(of))) restored++;
      },
    ),
    { numRuns: 300, seed: 7 },
  );
  // What is not found is a last digit that stays within the rounding of the rest.
  expect(seen / tried).toBeGreaterThan(0.8);
  expect(restored / seen).toBeGreaterThan(0.6);
});

describe("wrong readings that were found in other people's prose", () => {
  test.each([
    ["Revenue nearly doubled to $11.6 billion from $9.4 billion.", ["inconsistent"]],
    ["Revenue nearly doubled to $11.6 billion from $6.1 billion.", ["consistent"]],
    ["Trade was $11.6bn in 2023, up 23.4% from $10.9bn in 2021.", ["inconsistent"]],
    ["Trade was $11.6bn in 2023, up 3.2% a year from $10.9bn in 2021.", ["consistent"]],
    ["Net sales rose by $5m, from $10m to $15m.", ["consistent"]],
    ["Net sales rose by $5m, from $10m to $16m.", ["undecided"]],
    ["Net sales rose by $5.0m, from $10.0m to $16.0m.", ["inconsistent"]],
    ["Sales increased $9.6m to $24.9m compared to $14.8m.", ["inconsistent"]],
    ["Revenue rose $8.6m, or 64.9%, to $24.4m from $14.8m.", ["inconsistent", "consistent"]],
    ["Sales rose to $24.4m, compared with $34.8m.", ["inconsistent"]],
    [
      "Profit was up 3.5 percent or 2.2 million dollars to 65.1 million dollars.",
      ["undecided", "consistent"],
    ],
    ["It bought back shares at $43, a 14% discount to the market price of $50.", []],
    ["出口额比上年同期的233.9亿元增长28.3%,达到300.1亿元。", ["consistent"]],
    ["出口额比上年同期的233.9亿元增长48.3%,达到300.1亿元。", ["inconsistent"]],
  ])("%s", (text, verdicts) => {
    expect(check(read(text)).claims.map((one) => one.verdict)).toEqual(verdicts);
  });

  test("periods: the last quarter of a year that is named, and a month that something starts from", () => {
    const periods = read("In the last quarter of 2023 sales were $5bn.", {
      publishedOn: "2024-07-10",
    }).mentions;
    expect(periods.map((one) => (one.kind === "period" ? one.period?.text : one.text))).toEqual([
      "2023-Q4",
      "$5bn",
    ]);
    const basis = (text: string) => read(text, { publishedOn: "2023-08-10" }).growth.map((one) => one.basis);
    expect(basis("Prices will rise 5% from June.")).toEqual(["unsaid"]);
    expect(basis("Tariffs were cut by 5% from June.")).toEqual(["unsaid"]);
    expect(basis("Sales rose 5% in July from June.")).toEqual(["mom"]);
  });
});
