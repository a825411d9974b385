import { describe, expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import { type CheckedClaim, type CheckOptions, check, RateBook, rate, read } from "../../src/index.js";
import type { GrowthClaim } from "../../src/text/reading.js";
import { ByHand } from "../support/by-hand.js";

const book = openRateBook();

function pair(text: string, amount: string, converted: string, options: CheckOptions = {}): CheckedClaim {
  const hand = new ByHand(text);
  const [a, b] = [hand.money(amount), hand.money(converted)];
  const found = check(
    hand.reading({ conversions: [{ ...hand.around(a, b), amount: a, converted: b }] }),
    options,
  );
  expect(found.claims).toHaveLength(1);
  return found.claims[0] as CheckedClaim;
}

const first = (of: CheckedClaim) => of.repairs.map((one) => `${one.kind}: ${one.from} -> ${one.to}`)[0];
const all = (of: CheckedClaim) => of.repairs.map((one) => `${one.kind}: ${one.from} -> ${one.to}`);

describe("conversion pairs", () => {
  test("the running example is at the market rate of the day, and the other kinds are ruled out", () => {
    const hand = new ByHand(
      "From January to September the shipments of the province rose to 42.64bn yuan ($5.83bn).",
    );
    const when = hand.period("January to September", "2023-01/2023-09");
    const [a, b] = [hand.money("42.64bn yuan"), hand.money("$5.83bn")];
    const { claims, summary } = check(
      hand.reading({ conversions: [{ ...hand.around(a, b), amount: a, converted: b }] }),
      { book, publishedOn: "2023-10-23" },
    );
    const [found] = claims as [CheckedClaim];
    expect(found.verdict).toBe("consistent");
    expect(found.against).toBe("rates");
    expect(found.used?.answer).toBe("market");
    expect([...(found.used?.ruledOut ?? [])].sort()).toEqual(["average", "central-parity", "customs"]);
    expect(found.says).toContain("USD/CNY 7.3139, between 7.3067 and 7.3211");
    expect(found.says).toMatch(/the market rate\.$/);
    expect(found.margin?.greaterThan(0)).toBe(true);
    expect(found.working).toContain("implied rate");
    expect(found.span.text).toBe("42.64bn yuan ($5.83bn");
    expect(summary).toMatchObject({ claims: 1, consistent: 1, inconsistent: 0, undecided: 0, coverage: "1" });
    expect(when.period?.end).toBe("2023-09-30");
  });

  test("without a book, a day or another pair, a conversion is computed and stays undecided", () => {
    const found = pair(
      "It sold 50 billion zloty ($1.8 billion) of bonds.",
      "50 billion zloty",
      "$1.8 billion",
      {},
    );
    expect(found.verdict).toBe("undecided");
    expect(found.against).toBe("nothing");
    expect(found.says).toContain("no rate to compare it with");
    expect(found.repairs).toEqual([]);
  });

  test("without a day, a rate a factor of three from all known is inconsistent, and a scale word repairs it", () => {
    const found = pair(
      "Assets of 620 billion yuan ($74.7 million) moved.",
      "620 billion yuan",
      "$74.7 million",
      { book },
    );
    expect(found.verdict).toBe("inconsistent");
    expect(first(found)).toBe("scale: $74.7 million -> $74.7 billion");
    expect(found.repairs[0]?.verdict).not.toBe("inconsistent");
  });

  test.each([
    [{}, "undecided"],
    [{ publishedOn: "2023-10-23" }, "consistent"],
  ] as const)("7.31 yen a dollar are yuan, whatever the day: %j", (when, verdict) => {
    const found = pair("Sales were 731 million yen ($100 million).", "731 million yen", "$100 million", {
      book,
      ...when,
    });
    expect(found.verdict).toBe("inconsistent");
    expect(first(found)).toBe("currency: 731 million yen -> 731 million yuan");
    expect(found.repairs[0]?.verdict).toBe(verdict);
  });

  test("years before the book begins, only a factor is held against a pair", () => {
    const options = { book, publishedOn: "1975-03-04" };
    expect(
      pair("A plant of 830 million yuan ($100 million) opened.", "830 million yuan", "$100 million", options)
        .verdict,
    ).toBe("undecided");
    expect(
      pair("A plant of 830 million yuan ($100,000) opened.", "830 million yuan", "$100,000", options).verdict,
    ).toBe("inconsistent");
  });

  test("a rate of the wrong year is inconsistent on a known day", () => {
    const found = pair("It paid 770 million yuan ($100 million).", "770 million yuan", "$100 million", {
      book,
      publishedOn: "2023-10-23",
    });
    expect(found.verdict).toBe("undecided"); // both may be rounded to two digits: 7.28 to 8.16
    const exact = pair("It paid 838 million yuan ($101 million).", "838 million yuan", "$101 million", {
      book,
      publishedOn: "2023-10-23",
    });
    expect(exact.verdict).toBe("inconsistent");
    expect(exact.says).toMatch(/implied rate is \d+(\.\d)?% higher/);
  });

  test("where no rate of the time fits, the nearest is named as that, with the time that was looked through", () => {
    const text = "Shipments in January-September 2023 came to 42.64bn yuan ($5.03bn).";
    const [found] = check(read(text), { book, publishedOn: "2023-10-23" }).claims;
    expect(found?.verdict).toBe("inconsistent");
    expect(found?.says).toContain(
      "; the nearest rate from 2023-01-01 to 2023-10-23, USD/CNY 7.3430 (noon buying, 2023-09-08, Board of Governors of the Federal Reserve System), does not fit: the implied rate is 15% higher.",
    );
  });

  test("a month of publication tries every day of it", () => {
    const found = pair("It was 42.64bn yuan ($5.83bn).", "42.64bn yuan", "$5.83bn", {
      book,
      publishedOn: "2023-10",
    });
    expect(found.verdict).toBe("consistent");
  });

  test("a publication day that is none is an error of the caller", () => {
    expect(() =>
      pair("It was 42.64bn yuan ($5.83bn).", "42.64bn yuan", "$5.83bn", { book, publishedOn: "last week" }),
    ).toThrow(/publishedOn "last week" is not a day/);
  });

  test("the rate that the text states decides", () => {
    const hand = new ByHand("The loan was 620 billion yuan ($74.7 million). ($1 = 8.3 yuan)");
    const [a, b] = [hand.money("620 billion yuan"), hand.money("$74.7 million")];
    hand.figure("rate", "$1 = 8.3 yuan", { as: "8.3 yuan" });
    const { claims } = check(
      hand.reading({ conversions: [{ ...hand.around(a, b), amount: a, converted: b }] }),
    );
    const [found] = claims as [CheckedClaim];
    expect(found.verdict).toBe("inconsistent");
    expect(found.against).toBe("text");
    expect(all(found).slice(0, 2)).toEqual([
      "scale: $74.7 million -> $74.7 billion",
      "scale: 620 billion yuan -> 620 million yuan",
    ]);
    expect(found.repairs[0]).toMatchObject({ verdict: "consistent", cost: 1 });
  });

  test("both ends of a range must imply one rate; a scale word is repaired in both", () => {
    const hand = new ByHand("The road costs 50-60 billion yuan ($6.0-7.2 million). ($1 = 8.3 yuan)");
    const a = hand.money("50-60 billion yuan", { ends: ["50 billion yuan", "60 billion yuan"] });
    const b = hand.money("$6.0-7.2 million", { ends: ["$6.0 million", "$7.2 million"] });
    hand.figure("rate", "$1 = 8.3 yuan", { as: "8.3 yuan" });
    const { claims } = check(
      hand.reading({ conversions: [{ ...hand.around(a, b), amount: a, converted: b }] }),
    );
    const [found] = claims as [CheckedClaim];
    expect(found.verdict).toBe("inconsistent");
    expect(first(found)).toBe("scale: $6.0-7.2 million -> $6.0-7.2 billion");
  });

  test("ends that were converted at different rates are inconsistent without any book", () => {
    const hand = new ByHand("Between 55 and 66 billion yuan ($6.63-9.95 billion) is needed.");
    const a = hand.money("55 and 66 billion yuan", { ends: ["55 billion yuan", "66 billion yuan"] });
    const b = hand.money("$6.63-9.95 billion", { ends: ["$6.63 billion", "$9.95 billion"] });
    const { claims } = check(
      hand.reading({ conversions: [{ ...hand.around(a, b), amount: a, converted: b }] }),
    );
    expect(claims[0]?.verdict).toBe("inconsistent");
    expect(claims[0]?.says).toContain("not converted at one rate");
    expect(claims[0]?.against).toBe("text");
  });

  test("of three pairs, the one that does not meet the others is the outlier", () => {
    const hand = new ByHand(
      "First 27.6bn crowns ($1.0bn), then 55.4bn crowns ($2.0bn), then 41.5bn crowns ($15.0bn).",
    );
    const pairs = [
      ["27.6bn crowns", "$1.0bn"],
      ["55.4bn crowns", "$2.0bn"],
      ["41.5bn crowns", "$15.0bn"],
    ].map(([a, b]) => {
      const amount = hand.money(a as string, { as: (a as string).replace("crowns", "CZK") });
      const converted = hand.money(b as string);
      return { ...hand.around(amount, converted), amount, converted };
    });
    const { claims } = check(hand.reading({ conversions: pairs }));
    expect(claims.map((one) => one.verdict)).toEqual(["consistent", "consistent", "inconsistent"]);
    expect(all(claims[2] as CheckedClaim)).toContain("point: $15.0bn -> $1.50bn");
  });

  test("a currency is tried where signs are shared", () => {
    const found = pair("The tower cost US$7.8 billion ($1.0 billion).", "US$7.8 billion", "$1.0 billion", {
      book,
      publishedOn: "2023-10-23",
    });
    expect(found.verdict).toBe("undecided"); // "$" may be other dollars than it was read as
    const dollars = new RateBook([
      { on: "2023-10-23", base: "USD", quote: "CNY", rate: "7.3158", kind: "noon-buying" },
      { on: "2023-10-23", base: "HKD", quote: "CNY", rate: "0.9350", kind: "spot" },
    ]);
    const other = pair(
      "The tower cost US$7.83 billion (7.32 billion yuan).",
      "US$7.83 billion",
      "7.32 billion yuan",
      { book: dollars, publishedOn: "2023-10-23" },
    );
    expect(other.verdict).toBe("inconsistent");
    expect(all(other)).toContain("currency: US$7.83 billion -> HK$7.83 billion");
  });

  test("options that mean nothing are errors of the caller, whatever the text", () => {
    const empty = { text: "No figures." };
    expect(check(empty).summary.says).toBe(
      "0 claims: 0 consistent, 0 inconsistent, 0 undecided; 0 figures read, 0 seen and not read.",
    );
    expect(() => check(empty, { publishedOn: "yesterday" })).toThrow(/publishedOn "yesterday"/);
    expect(() => check(empty, { period: "last year" })).toThrow(/not a period/);
    expect(() => check(empty, { rounding: "up" as never })).toThrow(/no rounding mode "up"/);
  });

  test("a book of other pairs says nothing", () => {
    const empty = new RateBook([
      { on: "2023-10-23", base: "EUR", quote: "USD", rate: "1.0597", kind: "reference" },
    ]);
    expect(
      pair("It was 42.64bn yuan ($5.83bn).", "42.64bn yuan", "$5.83bn", {
        book: empty,
        publishedOn: "2023-10-23",
      }).verdict,
    ).toBe("undecided");
  });
});

interface Growth {
  readonly rate: [
    kind: "percent" | "percentage-point" | "basis-point" | "multiple" | "fraction" | "money" | "count",
    words: string,
    as?: string,
  ];
  readonly level?: string;
  readonly base?: string;
  readonly sign?: 1 | -1;
  readonly kind?: "money" | "count" | "percent";
  readonly basis?: GrowthClaim["basis"];
}

function growth(text: string, of: Growth): CheckedClaim {
  const hand = new ByHand(text);
  const [kind, words, as] = of.rate;
  const rate = hand.figure(kind, words, as === undefined ? {} : { as });
  const [level, base] = [of.level, of.base].map((one) => one && hand.figure(of.kind ?? "money", one));
  const claim: GrowthClaim = {
    ...hand.whole,
    rate,
    sign: of.sign ?? 1,
    ...(level ? { level } : {}),
    ...(base ? { base } : {}),
    basis: of.basis ?? "yoy",
    forecast: false,
  };
  const { claims } = check(hand.reading({ growth: [claim] }));
  expect(claims).toHaveLength(1);
  return claims[0] as CheckedClaim;
}

describe("growth", () => {
  test("111% from 11.3m to 20.2m does not hold: it is 78.8%", () => {
    const found = growth("Sales rose 111% to $20.2m from $11.3m.", {
      rate: ["percent", "111%"],
      level: "$20.2m",
      base: "$11.3m",
    });
    expect(found.verdict).toBe("inconsistent");
    expect(found.kind).toBe("growth");
    expect(found.says).toContain("78.76%");
    expect(found.distance).toMatch(/percentage points outside/);
    expect(found.margin?.toFixed(3)).toMatch(/^-0\.3/);
  });

  test("a rate that its level and base give is consistent", () => {
    const found = growth("Sales rose 78.8% to $20.2m from $11.3m.", {
      rate: ["percent", "78.8%"],
      level: "$20.2m",
      base: "$11.3m",
    });
    expect(found.verdict).toBe("consistent");
    expect(found.working).toContain("growth: “$20.2m” ÷ “$11.3m” − 1");
  });

  test("two digits that were swapped are put back", () => {
    const found = growth("Sales rose 87.8% to $20.20m from $11.30m.", {
      rate: ["percent", "87.8%"],
      level: "$20.20m",
      base: "$11.30m",
    });
    expect(found.verdict).toBe("inconsistent");
    expect(first(found)).toBe("swap: 87.8% -> 78.8%");
  });

  test("the wrong direction is turned", () => {
    const found = growth("Sales fell 78.8% to $20.2m from $11.3m.", {
      rate: ["percent", "78.8%"],
      level: "$20.2m",
      base: "$11.3m",
      sign: -1,
    });
    expect(found.verdict).toBe("inconsistent");
    expect(first(found)).toBe("direction: fell -> rose");
  });

  test("without a base, the base is computed and nothing is decided", () => {
    const found = growth("Sales rose 82.3% to 42.64bn yuan.", {
      rate: ["percent", "82.3%"],
      level: "42.64bn yuan",
    });
    expect(found.verdict).toBe("undecided");
    expect(found.against).toBe("nothing");
    expect(found.says).toContain("CNY 23.3900bn, between 23.3808bn and 23.3992bn");
    expect(found.margin).toBeUndefined();
  });

  test("points are a difference of percentages, and percent for points is repaired", () => {
    const up = growth("The share was up 2 points to 35 percent from 32.8.", {
      rate: ["percentage-point", "2 points", "2 percentage points"],
      level: "35 percent",
      base: "32.8",
      kind: "percent",
    });
    expect(up.kind).toBe("points");
    expect(up.verdict).toBe("consistent");
    const wrong = growth("The rate rose 0.5 percent to 7.8 percent from 7.3 percent.", {
      rate: ["percent", "0.5 percent"],
      level: "7.8 percent",
      base: "7.3 percent",
      kind: "percent",
    });
    expect(wrong.verdict).toBe("inconsistent");
    expect(first(wrong)).toBe("unit: 0.5 percent -> 0.5 percentage points");
    expect(wrong.repairs[0]?.verdict).toBe("consistent");
  });

  test("basis points are hundredths of a point", () => {
    const found = growth("The yield rose 25 basis points to 4.50 percent from 4.25 percent.", {
      rate: ["basis-point", "25 basis points"],
      level: "4.50 percent",
      base: "4.25 percent",
      kind: "percent",
    });
    expect(found.verdict).toBe("consistent");
  });

  test("doubled to 4 from 2.1 holds as far as words are exact; tripled does not", () => {
    const doubled = growth("Net profit doubled to $4.0m from $2.1m.", {
      rate: ["multiple", "doubled", "2"],
      level: "$4.0m",
      base: "$2.1m",
    });
    expect(doubled.kind).toBe("multiple");
    expect(doubled.verdict).toBe("consistent");
    const tripled = growth("Net profit tripled to $4.0m from $2.1m.", {
      rate: ["multiple", "tripled", "3"],
      level: "$4.0m",
      base: "$2.1m",
    });
    expect(tripled.verdict).toBe("inconsistent");
  });

  test("a fall by a third", () => {
    const found = growth("Orders fell by a third to $10.0m from $14.9m.", {
      rate: ["fraction", "a third", "33%"],
      level: "$10.0m",
      base: "$14.9m",
      sign: -1,
    });
    expect(found.verdict).toBe("consistent");
    const half = growth("Orders fell by a half to $10.0m from $14.9m.", {
      rate: ["fraction", "a half", "50%"],
      level: "$10.0m",
      base: "$14.9m",
      sign: -1,
    });
    expect(half.verdict).toBe("inconsistent");
  });

  test("an increase by an amount is a difference", () => {
    const right = growth("Sales rose by $1.9m to $4.0m from $2.1m.", {
      rate: ["money", "$1.9m"],
      level: "$4.0m",
      base: "$2.1m",
    });
    expect(right.kind).toBe("increment");
    expect(right.verdict).toBe("consistent");
    const wrong = growth("Sales fell by $1.9m to $4.0m from $2.1m.", {
      rate: ["money", "$1.9m"],
      level: "$4.0m",
      base: "$2.1m",
      sign: -1,
    });
    expect(wrong.verdict).toBe("inconsistent");
    expect(first(wrong)).toBe("direction: fell -> rose");
  });

  test("an amount and a percentage beside it agree on one level", () => {
    const hand = new ByHand(
      "The harvest reached 29.85 million tonnes, an increase of 1.12 million tonnes or 3.9%.",
    );
    const level = hand.figure("count", "29.85 million tonnes", { as: "29.85 million", of: "tonnes" });
    const amount = hand.figure("count", "1.12 million tonnes", { as: "1.12 million", of: "tonnes" });
    const percent = hand.percent("3.9%");
    const base = { ...hand.whole, level, sign: 1, basis: "yoy", forecast: false } as const;
    const { claims } = check(
      hand.reading({
        growth: [
          { ...base, rate: amount },
          { ...base, rate: percent },
        ],
      }),
    );
    expect(claims.map((one) => [one.kind, one.verdict, one.against])).toEqual([
      ["increment", "consistent", "text"],
      ["growth", "undecided", "nothing"],
    ]);
    expect(claims[0]?.says).toContain("3.8984%");
  });

  test("an amount and a percentage beside it say nothing of each other where the base is below zero", () => {
    const hand = new ByHand("Profit rose by $2m, or 40%, from -$5m.");
    const [amount, percent, base] = [hand.money("$2m"), hand.percent("40%"), hand.money("-$5m")];
    const parts = { ...hand.whole, base, sign: 1, basis: "yoy", forecast: false } as const;
    const growth = [
      { ...parts, rate: amount },
      { ...parts, rate: percent },
    ];
    const { claims } = check(hand.reading({ growth }));
    expect(claims.map((one) => [one.kind, one.against])).toEqual([["increment", "nothing"]]);
    expect(claims[0]?.computed?.value.toFixed()).toBe("-3000000");
  });

  test("real growth of amounts at current prices decides nothing", () => {
    const found = growth("GDP rose 5.2% in real terms to $20.2m from $18.1m.", {
      rate: ["percent", "5.2%"],
      level: "$20.2m",
      base: "$18.1m",
    });
    expect(found.verdict).toBe("undecided");
    expect(found.says).toContain("in real terms");
  });

  test("a yearly growth over several years is not held against both ends", () => {
    const found = growth("Sales rose 8% a year to $20.2m from $10.1m.", {
      rate: ["percent", "8%"],
      level: "$20.2m",
      base: "$10.1m",
      basis: "multi-year",
    });
    expect(found.verdict).toBe("undecided");
  });

  test.each([
    ["Sales grew by 10% a year over three years, from $10.0bn to $13.3bn.", "consistent"],
    ["Sales grew at a compound annual rate of 10% from $10.0bn in 2019 to $13.3bn in 2022.", "consistent"],
    ["Sales fell 10% a year for two years, to $8.10bn from $10.00bn.", "consistent"],
    ["Sales grew by 12% a year over three years, from $10.0bn to $13.3bn.", "undecided"],
    ["Sales grew by 10% a year over three or five years, from $10.0bn to $13.3bn.", "undecided"],
    ["Sales grew by 10% a year, from $10.0bn to $13.3bn.", "undecided"],
  ])("a yearly rate may compound to the two amounts: %s", (text, verdict) => {
    expect(check(read(text)).claims.map((one) => one.verdict)).toEqual([verdict]);
  });

  test.each([
    ["Imports averaged $30bn a month, or $360bn for the year.", ["consistent"]],
    ["Imports averaged $30bn a month, or $380bn for the year.", ["inconsistent"]],
    ["Exports were $180bn in the first half, a monthly average of $30bn.", ["consistent"]],
    ["Sales averaged 91,700 units a month last year, for a total of 1.1 million units.", ["consistent"]],
    ["Imports came to $200bn in the year to August, an average of $25bn a month.", []],
    ["It costs $10 a month, or $100 for the year.", []],
  ])("a mean times its count is held against the total: %s", (text, verdicts) => {
    const { claims } = check(read(text));
    expect(claims.map((one) => one.verdict)).toEqual(verdicts);
    for (const one of claims) expect(one.says).toMatch(/^\d+ × “/);
  });

  test("hedges are respected: more than 70% holds for 78.8%, more than 80% does not", () => {
    const claim = (words: string) => {
      const hand = new ByHand(`Sales rose more than ${words} to $20.2m from $11.3m.`);
      const rate = hand.percent(words, { hedge: "more than" });
      const [level, base] = [hand.money("$20.2m"), hand.money("$11.3m")];
      return check(
        hand.reading({
          growth: [{ ...hand.whole, rate, level, base, sign: 1, basis: "yoy", forecast: false }],
        }),
      ).claims[0]?.verdict;
    };
    expect(claim("70%")).toBe("consistent");
    expect(claim("80%")).toBe("inconsistent");
  });

  test("an amount in another currency is no base", () => {
    const found = growth("Sales rose 20% to $12m from €9m.", {
      rate: ["percent", "20%"],
      level: "$12m",
      base: "€9m",
    });
    expect(found.against).toBe("nothing");
  });

  test("two currencies whose digits agree as if they were one are a slip of the currency", () => {
    const found = growth("Sales rose 20% to $12.0m from €10.0m.", {
      rate: ["percent", "20%"],
      level: "$12.0m",
      base: "€10.0m",
    });
    expect(found.verdict).toBe("inconsistent");
    expect(found.says).toContain("holds only if they are in one");
    expect(found.repairs[0]).toMatchObject({ kind: "currency", verdict: "consistent" });
  });

  test("round numbers are not counted to the unit", () => {
    const found = growth("Output rose 8% to $5,000 from $4,600.", {
      rate: ["percent", "8%"],
      level: "$5,000",
      base: "$4,600",
    });
    expect(found.verdict).toBe("undecided");
    expect(found.says).toContain("only if the zeros");
  });
});

test("a working shows printed figures with the digits that were printed, whatever the arithmetic does to them", () => {
  const worked = (text: string) =>
    check(read(text))
      .claims.map((one) => one.working)
      .join("\n");
  for (const [text, ...shown] of [
    [
      "Sales fell 7% to 93m yuan from 100m yuan. Costs rose 5% to 105m yuan from 100m yuan.",
      "minus “7%”: -7%, between -7.5% and -6.5%",
      "“93m yuan”: CNY 93m, between 92.5m and 93.5m",
      "“5%”: 5%, between 4.5% and 5.5%",
    ],
    [
      "The share of exports was 26.3% of 42.64bn yuan, or 11.21bn yuan.",
      "“26.3%”: 26.3%, between 26.25% and 26.35%",
      "“42.64bn yuan”: CNY 42.64bn, between 42.635bn and 42.645bn",
      "26.2899%, between 26.2750% and 26.3047%",
    ],
    [
      "The share was up 2 points to 35 percent.",
      "minus “2 points”: -2 percentage points",
      "“35 percent”: 35%,",
    ],
    ["It was 42.60bn yuan ($5.83bn).", "“42.60bn yuan”: CNY 42.60bn, between 42.595bn and 42.605bn"],
  ] as const)
    for (const one of shown) expect(worked(text)).toContain(one);
});

describe("changes", () => {
  function change(text: string, from: string, to: string, sign: 1 | -1 | 0): CheckedClaim {
    const hand = new ByHand(text);
    const [a, b] = [hand.money(from), hand.money(to)];
    return check(hand.reading({ changes: [{ ...hand.whole, from: a, to: b, sign }] }))
      .claims[0] as CheckedClaim;
  }

  test("a fall to more is inconsistent, and the word is turned", () => {
    const found = change("Exports fell to $5.0bn from $4.0bn.", "$4.0bn", "$5.0bn", -1);
    expect(found.verdict).toBe("inconsistent");
    expect(found.says).toContain("25.00%");
    expect(first(found)).toBe("direction: fell -> rose");
    expect(found.repairs[0]?.verdict).toBe("consistent");
  });

  test("a rise within the rounding is not decided", () => {
    expect(change("Exports rose to $5bn from $5bn.", "$5bn", "$5bn", 1).verdict).toBe("undecided");
    expect(change("Exports rose to $5.1bn from $5bn.", "$5bn", "$5.1bn", 1).verdict).toBe("consistent");
  });

  test("a change that the text gives no direction is computed", () => {
    const found = change("Exports were $5.0bn, against $4.0bn.", "$4.0bn", "$5.0bn", 0);
    expect([found.verdict, found.against]).toEqual(["undecided", "nothing"]);
  });

  test("a profit after a larger loss has fallen from neither", () => {
    const found = change("It rose to a profit of $5m from a loss of $9m.", "$9m", "$5m", 1);
    expect(found.verdict).toBe("undecided");
  });
});

describe("sums and shares", () => {
  function sum(text: string, total: string, parts: readonly (readonly [1 | -1, string])[]): CheckedClaim {
    const hand = new ByHand(text);
    const whole = hand.money(total);
    const found = parts.map(([sign, words]) => ({ sign, amount: hand.money(words) }));
    return check(hand.reading({ sums: [{ ...hand.whole, total: whole, parts: found }] }))
      .claims[0] as CheckedClaim;
  }

  test("exports and imports add up, or do not", () => {
    const text = "Trade was $21.13bn: exports $9.60bn, imports $11.53bn.";
    expect(
      sum(text, "$21.13bn", [
        [1, "$9.60bn"],
        [1, "$11.53bn"],
      ]).verdict,
    ).toBe("consistent");
    const wrong = sum("Trade was $21.73bn: exports $9.60bn, imports $11.53bn.", "$21.73bn", [
      [1, "$9.60bn"],
      [1, "$11.53bn"],
    ]);
    expect(wrong.verdict).toBe("inconsistent");
    expect(all(wrong)).toContain("digit: $21.73bn -> $21.13bn");
  });

  test("a deficit is printed by its size, a surplus that is a deficit does not hold", () => {
    const text = (word: string) => `A ${word} of $1.93bn: exports $9.60bn, imports $11.53bn.`;
    const deficit = sum(text("deficit"), "$1.93bn", [
      [-1, "$9.60bn"],
      [1, "$11.53bn"],
    ]);
    const surplus = sum(text("surplus"), "$1.93bn", [
      [1, "$9.60bn"],
      [-1, "$11.53bn"],
    ]);
    expect([deficit.verdict, surplus.verdict]).toEqual(["consistent", "inconsistent"]);
  });

  test.each([
    ["Exports were $5.0bn, imports were $7.0bn, leaving a surplus of $2.0bn.", "inconsistent"],
    ["Exports were $5.0bn, imports were $7.0bn, leaving a deficit of $2.0bn.", "consistent"],
    ["Exports were $5.0bn, imports were $7.0bn, leaving a gap of $2.0bn.", "consistent"],
    ["Exports to China were $5.0bn, imports were $7.0bn, leaving China a surplus of $2.0bn.", "consistent"],
  ])("the word says which flow is the larger, unless it is the partner's: %s", (text, verdict) => {
    expect(check(read(text)).claims.map((one) => one.verdict)).toEqual([verdict]);
  });

  test("a share of its whole", () => {
    const share = (words: string) => {
      const hand = new ByHand(`Exports were 14.4bn yuan, or ${words} of the total of 54.9bn yuan.`);
      const [part, whole, printed] = [
        hand.money("14.4bn yuan"),
        hand.money("54.9bn yuan"),
        hand.percent(words, { role: "share" }),
      ];
      return check(hand.reading({ shares: [{ ...hand.whole, share: printed, part, whole }] }))
        .claims[0] as CheckedClaim;
    };
    expect(share("26%").verdict).toBe("consistent");
    expect(share("62%").verdict).toBe("inconsistent");
    expect(first(share("62%"))).toBe("swap: 62% -> 26%");
  });
});

test("claims come in the order of the text, as JSON, and the summary counts them and what was not read", () => {
  const hand = new ByHand(
    "Sales rose 111% to $20.2m from $11.3m. Exports fell to $5.0bn from $4.0bn, 7 things unread.",
  );
  const [r, l, b] = [hand.percent("111%"), hand.money("$20.2m"), hand.money("$11.3m")];
  const [to, from] = [hand.money("$5.0bn"), hand.money("$4.0bn")];
  const { claims, summary } = check(
    hand.reading({
      changes: [{ ...hand.around(to, from), from, to, sign: -1 }],
      growth: [{ ...hand.around(r, b), rate: r, level: l, base: b, sign: 1, basis: "yoy", forecast: false }],
      unread: [{ ...hand.span("7 things"), why: "not known" }],
    }),
  );
  expect(claims.map((one) => one.kind)).toEqual(["growth", "change"]);
  expect(summary).toMatchObject({
    claims: 2,
    inconsistent: 2,
    figures: 5,
    inClaims: 5,
    unread: 1,
    coverage: "0.83",
  });
  const json = JSON.parse(JSON.stringify(claims[0]));
  expect(json).toMatchObject({ kind: "growth", verdict: "inconsistent", start: 11, against: "text" });
  expect(hand.text.slice(json.start, json.end)).toBe(json.text);
  expect(rate("USD/CNY", "7.3", { kind: "stated" }).pair).toBe("USD/CNY");
});
