import { describe, expect, test } from "vitest";
import { read } from "../../src/index.js";
import type { GrowthClaim, Mention, Reading, ReadTextOptions } from "../../src/text/reading.js";

const words = (one: Mention | undefined) => one?.text;

/** The pairs of a text: what is converted, and to what. */
const pairs = (text: string) => read(text).conversions.map((one) => [one.amount.text, one.converted.text]);

interface Said {
  readonly rate: string;
  readonly sign?: 1 | -1;
  readonly level?: string | undefined;
  readonly base?: string | undefined;
  readonly period?: string | undefined;
  readonly basis?: GrowthClaim["basis"];
  readonly forecast?: boolean;
}

function saidBy(claim: GrowthClaim): Said {
  const { sign, basis, forecast } = claim;
  return {
    rate: claim.rate.text,
    sign,
    level: words(claim.level),
    base: words(claim.base),
    period: words(claim.period),
    basis,
    forecast,
  };
}

/** Holds the growth claims of a text to what they should say; what is left out of `expected` is the plain case. */
function expectGrowth(text: string, expected: readonly Said[], options: ReadTextOptions = {}): void {
  const plain = {
    sign: 1,
    level: undefined,
    base: undefined,
    period: undefined,
    basis: "unsaid",
    forecast: false,
  };
  expect(read(text, options).growth.map(saidBy)).toEqual(expected.map((one) => ({ ...plain, ...one })));
}

const nothingSaid = (reading: Reading) => {
  const { conversions, growth, changes, sums, shares } = reading;
  expect([conversions, growth, changes, sums, shares]).toEqual([[], [], [], [], []]);
};

describe("conversions", () => {
  test.each([
    ["brackets", "A loan of 42.64bn yuan ($5.83bn) was repaid.", "42.64bn yuan", "$5.83bn"],
    [
      "words in brackets",
      "It lent 300 million marks (170 million dollars).",
      "300 million marks",
      "170 million dollars",
    ],
    [
      "about, in brackets",
      "It lent 300 million marks (about $170 million).",
      "300 million marks",
      "$170 million",
    ],
    ["full-width brackets", "合同金额为426亿元（58.3亿美元）。", "426亿元", "58.3亿美元"],
    ["or", "The loan of 300 million marks or $170 million was paid.", "300 million marks", "$170 million"],
    ["or about", "It is worth 5 billion zloty, or about $1.2 billion.", "5 billion zloty", "$1.2 billion"],
    [
      "equivalent to",
      "It is worth 5 billion zloty, equivalent to $1.2 billion.",
      "5 billion zloty",
      "$1.2 billion",
    ],
    [
      "apposition",
      "It is worth 5 billion zloty, roughly $1.2 billion, in all.",
      "5 billion zloty",
      "$1.2 billion",
    ],
    [
      "a noun between",
      "It made 13 million pounds in profit ($21 million).",
      "13 million pounds",
      "$21 million",
    ],
    [
      "wrapped in the amount",
      "It froze 195.2 billion ($23.52 billion) yuan of assets.",
      "195.2 billion ($23.52 billion) yuan",
      "$23.52 billion",
    ],
    ["ranges", "It costs 55-65 billion yuan ($6.6-7.6 billion).", "55-65 billion yuan", "$6.6-7.6 billion"],
  ])("%s", (_, text, amount, converted) => {
    expect(pairs(text)).toEqual([[amount, converted]]);
    const [pair] = read(text).conversions;
    expect(text.slice(pair?.start, pair?.end)).toBe(pair?.text);
    expect(pair?.text.startsWith(amount) && pair.text.includes(converted)).toBe(true);
  });

  test.each([
    ["It paid 5 million pounds ($6.3 million, 5.8 million euros)."],
    ["It paid 5 million pounds ($6.3 million; 5.8 million euros)."],
    ["It paid 5 million pounds ($6.3 million or 5.8 million euros)."],
  ])("three currencies make two pairs of the first: %s", (text) => {
    expect(pairs(text)).toEqual([
      ["5 million pounds", "$6.3 million"],
      ["5 million pounds", "5.8 million euros"],
    ]);
  });

  test("several pairs of a sentence stay apart", () => {
    expect(
      pairs("It sold 10 billion yuan ($1.2 billion) of bonds and 20 billion yuan ($2.4 billion) of notes."),
    ).toEqual([
      ["10 billion yuan", "$1.2 billion"],
      ["20 billion yuan", "$2.4 billion"],
    ]);
  });

  test.each([
    "It paid $5 million, or $4 million after tax.",
    "It paid $5 million for one and 4 million euros for the other.",
    "It paid $5 million. (The price was 4 million euros.)",
    "It has $5 million, and owes 4 million euros.",
    "It paid 40 yuan. ($1 = 8.3 yuan)",
  ])("no pair: %s", (text) => {
    expect(pairs(text)).toEqual([]);
  });

  test("two amounts in one currency are left out, with the reason", () => {
    const text = "It paid $5 million ($4 million).";
    const { conversions, unread } = read(text);
    expect(conversions).toEqual([]);
    expect(unread).toEqual([
      { text: "$5 million ($4 million", start: 8, end: 30, why: "two amounts in USD: no conversion" },
    ]);
  });
});

describe("growth: rate and sign", () => {
  test.each<[string, string, 1 | -1]>([
    ["Exports rose 5 percent.", "5 percent", 1],
    ["Exports rose by nearly 5 percent.", "5 percent", 1],
    ["Exports have been growing at least 5 percent.", "5 percent", 1],
    ["Exports fell 5 percent.", "5 percent", -1],
    ["Exports sharply declined by 5 percent.", "5 percent", -1],
    ["Exports, having fallen 5 percent, steadied.", "5 percent", -1],
    ["A rise of 5 percent was seen.", "5 percent", 1],
    ["A 5 percent drop was seen.", "5 percent", -1],
    ["It saw 5% growth.", "5%", 1],
    ["It saw 14% year-on-year growth.", "14%", 1],
    ["Growth of 5 percent was seen.", "5 percent", 1],
    ["Exports were 5 percent higher than last year.", "5 percent", 1],
    ["Exports were 5 percent lower than last year.", "5 percent", -1],
    ["Exports were 5 percent below last year's level.", "5 percent", -1],
    ["Exports rose between 5 and 7 percent.", "5 and 7 percent", 1],
    ["Exports rose 5-7 percent.", "5-7 percent", 1],
    ["The bank cut its rate by 25 basis points.", "25 basis points", -1],
    ["The share rose by 0.5 percentage points.", "0.5 percentage points", 1],
    ["The bank raised its rate by a quarter of a percentage point.", "a quarter of a percentage point", 1],
    ["Exports doubled.", "doubled", 1],
    ["Exports more than tripled.", "more than tripled", 1],
    ["Exports halved.", "halved", -1],
    ["Exports rose tenfold.", "tenfold", 1],
    ["Exports fell by a third.", "a third", -1],
    ["进口下降1.5%。", "1.5%", -1],
    ["出口增长5%。", "5%", 1],
  ])("%s", (text, rate, sign) => {
    const { growth } = read(text);
    expect(growth.map((one) => [one.rate.text, one.sign])).toEqual([[rate, sign]]);
    expect(growth[0]?.rate.role).toBe("growth");
  });

  test.each([
    ["Growth slowed to 4.5 percent.", "4.5 percent", 1],
    ["Growth was 4.5 percent.", "4.5 percent", 1],
  ] as const)("the growth itself is what was reached: %s", (text, rate, sign) => {
    expectGrowth(text, [{ rate, sign }]);
  });

  test.each([
    "Exports did not rise by 5 percent.",
    "Exports failed to grow 5 percent.",
    "Exports never rose 5 percent.",
  ])("what is denied is no growth, and is said so: %s", (text) => {
    const { growth, unread } = read(text);
    expect(growth).toEqual([]);
    expect(unread.map((one) => [one.text, one.why])).toEqual([
      ["5 percent", "a growth that the sentence denies"],
    ]);
  });

  test.each([
    ["Unemployment was 5 percent.", "level"],
    ["Unemployment stood at 5 percent.", "level"],
    ["It owns 5 percent of the bank.", "share"],
    ["It accounts for 5 percent of trade.", "share"],
    ["It sold a 5 percent stake.", "share"],
    ["It makes up three quarters of the total.", "share"],
  ])("a level or a share is no growth: %s", (text, role) => {
    const { growth, mentions } = read(text);
    expect(growth).toEqual([]);
    expect(mentions.map((one) => "role" in one && one.role)).toEqual([role]);
  });

  test.each([
    ["Exports will rise 5 percent.", true],
    ["Exports are expected to rise 5 percent.", true],
    ["Exports might fall 5 percent.", true],
    ["It forecast a rise of 5 percent.", true],
    ["Exports rose 5 percent.", false],
  ])("a forecast is told from a report: %s", (text, forecast) => {
    expect(read(text).growth.map((one) => one.forecast)).toEqual([forecast]);
  });
});

describe("growth: level and base", () => {
  test.each<[string, Said]>([
    ["Exports rose 5 percent to $3 billion.", { rate: "5 percent", level: "$3 billion" }],
    [
      "Exports rose 5 percent to $3 billion from $2.86 billion.",
      { rate: "5 percent", level: "$3 billion", base: "$2.86 billion" },
    ],
    [
      "Exports fell 5 percent to $3 billion, compared with $3.16 billion a year earlier.",
      { rate: "5 percent", sign: -1, level: "$3 billion", base: "$3.16 billion", basis: "yoy" },
    ],
    ["Exports increased sharply, by 5 percent, to $3 billion.", { rate: "5 percent", level: "$3 billion" }],
    ["Exports were $3 billion, up 5 percent.", { rate: "5 percent", level: "$3 billion" }],
    ["Exports were $3 billion, an increase of 5 percent.", { rate: "5 percent", level: "$3 billion" }],
    ["Exports reached $3 billion (+5%).", { rate: "+5%", level: "$3 billion" }],
    ["Exports reached $3 billion (-5% y/y).", { rate: "-5%", sign: -1, level: "$3 billion", basis: "yoy" }],
    ["At $3 billion, exports were 5 percent higher.", { rate: "5 percent", level: "$3 billion" }],
    [
      "Profit of 61.3bn yuan was 8.7 percent more than last year.",
      { rate: "8.7 percent", level: "61.3bn yuan", basis: "yoy" },
    ],
    [
      "A 5 percent drop in exports to $3 billion was seen.",
      { rate: "5 percent", sign: -1, level: "$3 billion" },
    ],
    ["Exports doubled to $3 billion.", { rate: "doubled", level: "$3 billion" }],
    [
      "Exports quadrupled to $8 million from $2 million.",
      { rate: "quadrupled", level: "$8 million", base: "$2 million" },
    ],
    ["Visits rose 4 percent to 12,500 tonnes.", { rate: "4 percent", level: "12,500 tonnes" }],
    ["The rate rose by 25 basis points to 3.25 percent.", { rate: "25 basis points", level: "3.25 percent" }],
    ["出口4.2万亿元，同比增长12.3%。", { rate: "12.3%", level: "4.2万亿元", basis: "yoy" }],
    ["出口增长5%，达到3亿美元。", { rate: "5%", level: "3亿美元" }],
    ["Exports rose 82.3% to 42.64bn yuan ($5.83bn).", { rate: "82.3%", level: "42.64bn yuan" }],
  ])("%s", (text, expected) => {
    expectGrowth(text, [expected]);
    const [claim] = read(text).growth;
    for (const one of [claim?.rate, claim?.level, claim?.base]) {
      expect(one === undefined || claim?.text.includes(one.text)).toBe(true);
    }
  });

  test("half a percent to a percentage takes half a point off", () => {
    const { growth } = read("The rate fell by half a percent to 4.9 percent.");
    expect(growth.map((one) => [one.rate.kind, one.sign, one.level?.text])).toEqual([
      ["percentage-point", -1, "4.9 percent"],
    ]);
  });
});

describe("growth: several rates of one sentence", () => {
  test.each<[string, readonly Said[]]>([
    [
      "Exports and imports reached $5bn and $3bn, up 5% and 7% respectively.",
      [
        { rate: "5%", level: "$5bn" },
        { rate: "7%", level: "$3bn" },
      ],
    ],
    [
      "出口和进口分别为5亿美元和3亿美元，同比分别增长5%和7%。",
      [
        { rate: "5%", level: "5亿美元", basis: "yoy" },
        { rate: "7%", level: "3亿美元", basis: "yoy" },
      ],
    ],
    [
      "Exports rose 5 percent and imports fell 3 percent to $2 billion and $4 billion, respectively.",
      [
        { rate: "5 percent", level: "$2 billion" },
        { rate: "3 percent", sign: -1, level: "$4 billion" },
      ],
    ],
    [
      "Exports and imports rose 5 percent and 7 percent, respectively.",
      [{ rate: "5 percent" }, { rate: "7 percent" }],
    ],
    [
      "Prices rose 0.3% month on month and 2.1% year on year.",
      [
        { rate: "0.3%", basis: "mom" },
        { rate: "2.1%", basis: "yoy" },
      ],
    ],
    [
      "Sales rose 5 percent to $10 million and profit 7 percent to $2 million.",
      [
        { rate: "5 percent", level: "$10 million" },
        { rate: "7 percent", level: "$2 million" },
      ],
    ],
    [
      "Sales rose 3 percent, while profit fell 2 percent.",
      [{ rate: "3 percent" }, { rate: "2 percent", sign: -1 }],
    ],
    [
      "Sales rose 5% in 2021 and 7% in 2022.",
      [
        { rate: "5%", period: "2021", basis: "yoy" },
        { rate: "7%", period: "2022", basis: "yoy" },
      ],
    ],
    [
      "Exports rose 5% to $5bn; imports fell 7% to $3bn.",
      [
        { rate: "5%", level: "$5bn" },
        { rate: "7%", sign: -1, level: "$3bn" },
      ],
    ],
  ])("%s", (text, expected) => {
    expectGrowth(text, expected);
  });
});

describe("growth: against what", () => {
  test.each<[string, GrowthClaim["basis"]]>([
    ["Exports rose 5% year on year.", "yoy"],
    ["Exports rose 5% y/y.", "yoy"],
    ["Exports rose 5% yoy.", "yoy"],
    ["Exports rose 5% from a year earlier.", "yoy"],
    ["Exports rose 5% from the same month last year.", "yoy"],
    ["Exports rose 5% on the year.", "yoy"],
    ["Exports were 5% higher than in the same period of last year.", "yoy"],
    ["An annual increase of 5% was seen.", "yoy"],
    ["出口同比增长5%。", "yoy"],
    ["Exports rose 5% quarter-on-quarter.", "qoq"],
    ["Exports rose 5% from the previous quarter.", "qoq"],
    ["Exports rose 5% month on month.", "mom"],
    ["Exports rose 5% from the previous month.", "mom"],
    ["Exports rose 5% from January.", "mom"],
    ["出口环比增长5%。", "mom"],
    ["Exports rose 5% week on week.", "wow"],
    ["Exports rose 5% from the previous day.", "dod"],
    ["Exports rose 5% since the start of the year.", "ytd"],
    ["Exports in 2022 rose 50% compared with 2012.", "multi-year"],
    ["Exports rose 5%.", "unsaid"],
  ])("%s", (text, basis) => {
    expect(read(text).growth.map((one) => one.basis)).toEqual([basis]);
  });

  test("the words that say so are mentioned", () => {
    const found = read("Exports rose 5% from a year earlier and imports 7% month on month.").mentions;
    expect(found.filter((one) => one.kind === "comparison").map((one) => [one.text, one.basis])).toEqual([
      ["from a year earlier", "yoy"],
      ["month on month", "mom"],
    ]);
  });
});

describe("changes given by two amounts", () => {
  test.each([
    ["Imports fell to 3.5 billion yuan from 4.6 billion yuan.", "4.6 billion yuan", "3.5 billion yuan", -1],
    ["The surplus widened from $3 billion to $4.5 billion.", "$3 billion", "$4.5 billion", 1],
    ["Sales climbed from $2 million to $3 million.", "$2 million", "$3 million", 1],
    ["Sales moved from $2 million to $3 million.", "$2 million", "$3 million", 0],
    ["Sales were $4 million against $3 million a year earlier.", "$3 million", "$4 million", 0],
    ["Income was 927 million yuan, up from 510 million.", "510 million", "927 million yuan", 1],
  ] as const)("%s", (text, from, to, sign) => {
    const { changes, growth } = read(text);
    expect(changes.map((one) => [one.from.text, one.to.text, one.sign])).toEqual([[from, to, sign]]);
    expect(growth).toEqual([]);
  });
});

describe("sums and differences", () => {
  test.each([
    [
      "Trade totalled $21.13 billion: exports of $9.6 billion and imports of $11.53 billion.",
      "$21.13 billion",
      ["+$9.6 billion", "+$11.53 billion"],
    ],
    [
      "Exports of $5 billion and imports of $3 billion gave total trade of $8 billion.",
      "$8 billion",
      ["+$5 billion", "+$3 billion"],
    ],
    [
      "Exports were $9 billion and imports $5 billion, leaving a surplus of $4 billion.",
      "$4 billion",
      ["+$9 billion", "-$5 billion"],
    ],
    [
      "The trade deficit was $2 billion: exports $3 billion, imports $5 billion.",
      "$2 billion",
      ["-$3 billion", "+$5 billion"],
    ],
  ])("%s", (text, total, parts) => {
    const { sums } = read(text);
    expect(sums.map((one) => one.total.text)).toEqual([total]);
    const signed = sums[0]?.parts.map(({ sign, amount }) => `${sign > 0 ? "+" : "-"}${amount.text}`);
    expect(signed).toEqual(parts);
  });

  test("amounts in two currencies are read as the sum that the words say: the checker calls the slip", () => {
    const [sum] = read(
      "Trade totalled $8 billion: exports of 5 billion yuan and imports of $3 billion.",
    ).sums;
    expect(sum?.parts.map(({ amount }) => amount.text)).toEqual(["5 billion yuan", "$3 billion"]);
  });
});

describe("shares", () => {
  test.each([
    ["Exports were 14.4bn yuan, or 26% of the total of 54.9bn yuan.", "26%", "14.4bn yuan", "54.9bn yuan"],
    ["It accounts for 26% of trade.", "26%", undefined, undefined],
    ["A fifth of 2,000 shops closed.", "A fifth", undefined, "2,000 shops"],
    ["A third of the 9,000 workers left.", "A third", undefined, "9,000 workers"],
    ["It holds 26% of its $3 billion debt.", "26%", undefined, "$3 billion"],
  ])("%s", (text, share, part, whole) => {
    const { shares } = read(text);
    expect(shares.map((one) => [one.share.text, one.part?.text, one.whole?.text])).toEqual([
      [share, part, whole],
    ]);
  });
});

describe("records", () => {
  test.each([
    [
      "It was $5 billion, the highest since February 2022.",
      "highest since February 2022",
      "highest",
      "February 2022",
    ],
    ["It was the highest since February 2022.", "highest since February 2022", "highest", "February 2022"],
    [
      "It was $5 billion, the lowest level since May 2019.",
      "lowest level since May 2019",
      "lowest",
      "May 2019",
    ],
    ["It was a record high of $5 billion.", "record high", "highest", undefined],
    ["It fell to an all-time low of $5 billion.", "all-time low", "lowest", undefined],
  ])("%s", (text, record, direction, since) => {
    const found = read(text).mentions.filter((one) => one.kind === "record");
    expect(found.map((one) => [one.text, one.direction, one.since?.text])).toEqual([
      [record, direction, since],
    ]);
  });

  test("the highest of other things is no record", () => {
    const { mentions } = read("The highest hill of the town is worth $5 million.");
    expect(mentions.filter((one) => one.kind === "record")).toEqual([]);
  });
});

describe("nothing is said where figures only stand beside each other", () => {
  test.each([
    "It has $5 million, 300 people and 12,500 tonnes of coal.",
    "Unemployment is 5 percent, inflation 3 percent.",
    "The bond pays 5 percent and costs $98.",
    "In 2022 it had 300 people; in 2023 it was sold.",
  ])("%s", (text) => {
    nothingSaid(read(text));
  });

  test("relations do not cross the end of a sentence", () => {
    const text =
      "Exports were $3 billion. Up 5 percent was the number of visits. (4 million euros) was spent.";
    const { growth, conversions } = read(text);
    expect(growth.map((one) => one.level)).toEqual([undefined]);
    expect(conversions).toEqual([]);
  });
});

test.each([
  ["Tariffs rise by 5% from June.", "unsaid"],
  ["Exports rose 5% from June.", "mom"],
  ["Tariffs rise by 5% from a month earlier.", "mom"],
])(
  "a month behind “from” is when a present verb begins, and what a past one compares with: %s",
  (text, basis) => {
    expect(read(text).growth.map((one) => one.basis)).toEqual([basis]);
  },
);
