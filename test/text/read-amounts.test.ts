import { describe, expect, test } from "vitest";
import { read } from "../../src/index.js";
import type { FigureMention, ReadTextOptions } from "../../src/text/reading.js";

function figures(text: string, options: ReadTextOptions = {}): FigureMention[] {
  const found = read(text, options).mentions.filter((one): one is FigureMention => "figure" in one);
  for (const one of found) expect(text.slice(one.start, one.end)).toBe(one.text);
  return found;
}

const only = (text: string, kind: FigureMention["kind"], options: ReadTextOptions = {}) => {
  const found = figures(text, options);
  expect(found.map((one) => one.kind)).toEqual([kind]);
  return found[0] as FigureMention;
};

/** What is printed, and what it is: the exact words, the value, the currency, the interval. */
const of = (one: FigureMention) => [
  one.text,
  one.figure.value.toFixed(),
  one.currency,
  one.figure.interval.show(),
];

describe("money, in the forms of the news", () => {
  test.each([
    // sign, code or name, before or behind
    ["$5.83 billion", "5830000000", "USD", "[5825000000, 5835000000)"],
    ["US$1.2tn", "1200000000000", "USD", "[1150000000000, 1250000000000)"],
    ["HK$ 3,400 million", "3400000000", "HKD", "[3399500000, 3400500000)"],
    ["C$17.05bn", "17050000000", "CAD", "[17045000000, 17055000000)"],
    ["€12.50", "12.5", "EUR", "[12.495, 12.505)"],
    ["12.50 €", "12.5", "EUR", "[12.495, 12.505)"],
    ["£750k", "750000", "GBP", "[749500, 750500)"],
    ["₽86bn", "86000000000", "RUB", "[85500000000, 86500000000)"],
    ["CN¥3.5bn", "3500000000", "CNY", "[3450000000, 3550000000)"],
    ["R3.8bn", "3800000000", "ZAR", "[3750000000, 3850000000)"],
    ["2-1/2 mln dlrs", "2500000", "USD", "[2450000, 2550000)"],
    ["RMB 1.08 trillion", "1080000000000", "CNY", "[1075000000000, 1085000000000)"],
    ["RMB640m", "640000000", "CNY", "[639500000, 640500000)"],
    ["CNY 7.20m", "7200000", "CNY", "[7195000, 7205000)"],
    ["EUR5.5 mln", "5500000", "EUR", "[5450000, 5550000)"],
    ["USD 12", "12", "USD", "[11.5, 12.5)"],
    ["5.83bn USD", "5830000000", "USD", "[5825000000, 5835000000)"],
    ["42.64bn yuan", "42640000000", "CNY", "[42635000000, 42645000000)"],
    ["42.60bn yuan", "42600000000", "CNY", "[42595000000, 42605000000)"],
    ["310 million U.S. dollars", "310000000", "USD", "[309500000, 310500000)"],
    ["5.5 Hong Kong dollars", "5.5", "HKD", "[5.45, 5.55)"],
    ["20 million Swiss francs", "20000000", "CHF", "[19500000, 20500000)"],
    ["3.4 mn euros", "3400000", "EUR", "[3350000, 3450000)"],
    ["12 bln roubles", "12000000000", "RUB", "[11500000000, 12500000000)"],
    ["12 trillion rubles", "12000000000000", "RUB", "[11500000000000, 12500000000000)"],
    ["1,234,567 yuan", "1234567", "CNY", "[1234566.5, 1234567.5)"],
    ["CZK 12 500 000", "12500000", "CZK", "[12499999.5, 12500000.5)"],
    ["12 500 000 roubles", "12500000", "RUB", "[12499999.5, 12500000.5)"],
    ["Rs 1,23,456", "123456", "INR", "[123455.5, 123456.5)"],
    ["Rs 5.2 lakh crore", "5200000000000", "INR", "[5150000000000, 5250000000000)"],
    ["47 crore rupees", "470000000", "INR", "[465000000, 475000000)"],
    ["3 lakh rupees", "300000", "INR", "[250000, 350000)"],
    ["three million dollars", "3000000", "USD", "[2500000, 3500000)"],
    // of one amount in two pieces
    ["2 trillion 784 billion roubles", "2784000000000", "RUB", "[2783500000000, 2784500000000)"],
    ["13 dollars and 45 cents", "13.45", "USD", "[13.445, 13.455)"],
    // parts of a currency
    ["45 cents", "0.45", "USD", "[0.445, 0.455)"],
    ["90 pence", "0.9", "GBP", "[0.895, 0.905)"],
    ["60 kopecks", "0.6", "RUB", "[0.595, 0.605)"],
  ])("%s", (printed, value, currency, interval) => {
    for (const [before, behind] of [
      ["It paid ", " in all."],
      ["It paid ", "."],
      ["", ", it said, was paid."],
      ["It paid a lot (", ") for it."],
      ["“It was ", ",” he said."],
    ] as const) {
      const found = only(`${before}${printed}${behind}`, "money");
      expect(of(found)).toEqual([printed, value, currency, interval]);
      expect(found.start).toBe(before.length);
    }
  });

  test.each([
    ["合同金额为4.2亿元。", "4.2亿元", "420000000", "CNY", "[415000000, 425000000)"],
    ["合同金额为3.15万亿元。", "3.15万亿元", "3150000000000", "CNY", "[3145000000000, 3155000000000)"],
    ["合同金额为85万美元。", "85万美元", "850000", "USD", "[845000, 855000)"],
    ["合同金额为126.5亿卢布。", "126.5亿卢布", "12650000000", "RUB", "[12645000000, 12655000000)"],
    ["合同金额为４２.６亿元。", "４２.６亿元", "4260000000", "CNY", "[4255000000, 4265000000)"],
    ["合同金额为8700元。", "8700元", "8700", "CNY", "[8699.5, 8700.5)"],
  ])("%s", (text, ...expected) => {
    expect(of(only(text, "money"))).toEqual(expected);
  });

  test.each([
    ["€5 to €10 billion", "5000000000", "10000000000", "EUR"],
    ["$5m-$7m", "5000000", "7000000", "USD"],
    ["$5-7 million", "5000000", "7000000", "USD"],
    ["5-10 billion marks", "5000000000", "10000000000", "DEM"],
    ["5–10 billion yuan", "5000000000", "10000000000", "CNY"],
    ["5 to 10 billion yuan", "5000000000", "10000000000", "CNY"],
    ["5 billion to 10 billion yen", "5000000000", "10000000000", "JPY"],
    ["900 million to 1.1 billion yen", "900000000", "1100000000", "JPY"],
  ])("a range: %s", (printed, low, high, currency) => {
    const found = only(`It costs ${printed} a year.`, "money");
    expect([found.text, found.figure.value.toFixed(), found.to?.value.toFixed(), found.currency]).toEqual([
      printed,
      low,
      high,
      currency,
    ]);
    expect(found.to?.interval.contains(found.to.value)).toBe(true);
  });

  test("the two ends behind “between” are one range", () => {
    const found = only("It costs between $3 billion and $4.5 billion.", "money");
    expect(found.text).toBe("$3 billion and $4.5 billion");
    expect(found.to?.interval.show()).toBe("[4450000000, 4550000000)");
  });

  test.each([
    ["nearly 800 million yuan", "nearly", "(700000000, 800000000)"],
    ["just under $5bn", "just under", "(4000000000, 5000000000)"],
    ["just over $5bn", "just over", "(5000000000, 6000000000)"],
    ["more than $40 billion", "more than", "(40000000000, ∞)"],
    ["over 30 million marks", "over", "(30000000, ∞)"],
    ["at least 25 million baht", "at least", "[25000000, ∞)"],
    ["less than $40 million", "less than", "[0, 40000000)"],
    ["up to 3,000 yuan", "up to", "[0, 3000]"],
    ["about $6 billion", "about", "[5000000000, 7000000000]"],
    ["roughly 1.8 million zloty", "roughly", "[1700000, 1900000]"],
  ])("a hedge moves the interval, not the span: %s", (printed, hedge, interval) => {
    const text = `The job cost ${printed} in all.`;
    const found = only(text, "money");
    expect([found.hedge?.text, found.text]).toEqual([hedge, printed.slice(hedge.length + 1)]);
    expect(text.slice(found.hedge?.start, found.hedge?.end)).toBe(hedge);
    expect(found.figure.interval.show()).toBe(interval);
  });

  test.each([
    ["约4.2亿元", "约", "[410000000, 430000000]"],
    ["超过4.2亿元", "超过", "(420000000, ∞)"],
  ])("a Chinese hedge: %s", (printed, hedge, interval) => {
    const found = only(`合同金额为${printed}。`, "money");
    expect([found.hedge?.text, found.text, found.figure.interval.show()]).toEqual([
      hedge,
      "4.2亿元",
      interval,
    ]);
  });

  test.each([
    ["About\n\n5 million dollars was paid.", undefined, "[4500000, 5500000)"],
    ["Not\n\nmore than 5 million dollars was paid.", "more than", "(5000000, ∞)"],
    ["It paid more  than\n5 million dollars.", "more  than", "(5000000, ∞)"],
    ["It paid more than a million dollars.", "more than", "(1000000, ∞)"],
  ])("a hedge is of its own paragraph, and as printed: %j", (text, hedge, interval) => {
    const found = only(text, "money");
    expect([found.hedge?.text, found.figure.interval.show()]).toEqual([hedge, interval]);
  });

  test("an amount takes the currency of the one it stands against", () => {
    const found = figures("Income was 927 million yuan, up from 510 million.");
    expect(found.map((one) => [one.text, one.currency, one.implicit])).toEqual([
      ["927 million yuan", "CNY", undefined],
      ["510 million", "CNY", true],
    ]);
  });

  test("an amount may hold its conversion", () => {
    const found = figures("Assets of 195.2 billion ($23.52 billion) yuan were frozen.");
    expect(found.map((one) => [one.text, one.start, one.currency])).toEqual([
      ["195.2 billion ($23.52 billion) yuan", 10, "CNY"],
      ["$23.52 billion", 25, "USD"],
    ]);
  });

  test.each([
    ["It earned $2.30 a share.", "$2.30", "share"],
    ["A $15-a-day pass was sold.", "$15", "day"],
    ["A $15-an-hour wage was paid.", "$15", "hour"],
    ["It pays 40 yuan per tonne.", "40 yuan", "tonne"],
  ])("what an amount is for one of: %s", (text, printed, per) => {
    const found = only(text, "money");
    expect([found.text, found.per]).toEqual([printed, per]);
  });

  test("a loss in front of its sign, and a minus in front of a number", () => {
    expect(only("The balance was -$5 million.", "money").figure.value.toFixed()).toBe("-5000000");
    expect(only("The balance was −5 million yuan.", "money").figure.value.toFixed()).toBe("-5000000");
  });
});

describe("whose money is meant", () => {
  test.each<[string, ReadTextOptions, string]>([
    ["It paid 5 million dollars.", {}, "USD"],
    ["It paid 5 million dollars.", { region: "AU" }, "AUD"],
    ["It paid $5 million.", { region: "AU" }, "AUD"],
    ["It paid $5 million.", { region: "nz" }, "NZD"],
    ["It paid US$5 million.", { region: "AU" }, "USD"],
    ["It paid 5 million U.S. dollars.", { region: "AU" }, "USD"],
    ["It paid 5 million francs.", {}, "CHF"],
    ["It paid 5 million francs.", { publishedOn: "1997-05-01" }, "FRF"],
    ["It paid 5 million francs.", { publishedOn: "2015-05-01" }, "CHF"],
    ["It paid 5 million francs.", { publishedOn: "1997-05-01", region: "CH" }, "CHF"],
    ["It paid 5 million francs in Belgium.", { publishedOn: "1997-05-01" }, "BEF"],
    ["It paid 5 million lira.", { publishedOn: "1997" }, "ITL"],
    ["It paid 5 million lira in Ankara, Turkey.", { publishedOn: "1997-05-01" }, "TRL"],
    ["It paid 5 million lira in Turkey.", { publishedOn: "2020-05-01" }, "TRY"],
    ["It paid 5 million Turkish lira.", { publishedOn: "2004-12-31" }, "TRL"],
    ["It paid 5 million Turkish lira.", { publishedOn: "2005-01-01" }, "TRY"],
    ["It paid 5 million crowns.", {}, "CZK"],
    ["Norway paid 5 million crowns.", {}, "NOK"],
    ["Denmark paid 5 million crowns.", { publishedOn: "2010-01-01" }, "DKK"],
    ["Slovakia paid 5 million crowns.", { publishedOn: "1998-01-01" }, "SKK"],
    ["It paid 5 million kronor.", {}, "SEK"],
    ["It paid ¥5 million.", {}, "CNY"],
    ["It paid ¥5 million in Osaka.", {}, "JPY"],
    ["It paid ¥5 million.", { region: "JP" }, "JPY"],
    ["It paid 5 million pounds in Egypt.", {}, "GBP"],
    ["It paid 5 million rupees in Pakistan.", {}, "PKR"],
  ])("%s %o", (text, options, currency) => {
    expect(only(text, "money", options).currency).toBe(currency);
  });

  test("a country that an earlier sentence named still counts", () => {
    const found = figures("Norway has a new bridge. It cost 5 million crowns.");
    expect(found.map((one) => one.currency)).toEqual(["NOK"]);
  });

  test("cents are those of the money that the text named before them", () => {
    const found = figures("The bond costs €5 million. It pays 45 cents a day.");
    expect(found.map((one) => [one.text, one.currency, one.figure.unit])).toEqual([
      ["€5 million", "EUR", "EUR"],
      ["45 cents", "EUR", "EUR"],
    ]);
    expect(only("It pays 45 cents a day.", "money").currency).toBe("USD");
  });

  test("a comma is the decimal mark where the locale says so", () => {
    expect(of(only("Der Preis stieg auf 1.234,56 Euro.", "money", { locale: "de" }))).toEqual([
      "1.234,56 Euro",
      "1234.56",
      "EUR",
      "[1234.555, 1234.565)",
    ]);
    expect(only("It cost 12,5 million euros.", "money", { locale: "fr-FR" }).figure.value.toFixed()).toBe(
      "12500000",
    );
    expect(only("It cost 1.234.567 euros.", "money", { locale: "de" }).figure.value.toFixed()).toBe(
      "1234567",
    );
    // In English the same digits are out of place, and are not guessed at.
    expect(figures("It cost 1.234.567 euros.").filter((one) => one.kind === "money")).toEqual([]);
  });
});

describe("what is no money", () => {
  test.each<[string, FigureMention["kind"], string, string, string]>([
    ["The rate was 4.25 percent.", "percent", "4.25 percent", "0.0425", "[0.04245, 0.04255)"],
    ["The rate was 4.25 per cent.", "percent", "4.25 per cent", "0.0425", "[0.04245, 0.04255)"],
    ["The rate was 4.25%.", "percent", "4.25%", "0.0425", "[0.04245, 0.04255)"],
    ["The rate was -0.4 pct.", "percent", "-0.4 pct", "-0.004", "(-0.0045, -0.0035]"],
    ["The rate was more than 40%.", "percent", "40%", "0.4", "(0.4, ∞)"],
    ["利率为４.２５％。", "percent", "４.２５％", "0.0425", "[0.04245, 0.04255)"],
    [
      "The gap is 0.5 percentage points.",
      "percentage-point",
      "0.5 percentage points",
      "0.005",
      "[0.0045, 0.0055)",
    ],
    [
      "The gap is one percentage point.",
      "percentage-point",
      "one percentage point",
      "0.01",
      "[0.005, 0.015)",
    ],
    ["差距为0.5个百分点。", "percentage-point", "0.5个百分点", "0.005", "[0.0045, 0.0055)"],
    ["The gap is 25 basis points.", "basis-point", "25 basis points", "0.0025", "[0.00245, 0.00255)"],
    ["The gap is 25bps.", "basis-point", "25bps", "0.0025", "[0.00245, 0.00255)"],
    ["Output doubled.", "multiple", "doubled", "2", "[1.5, 2.5)"],
    ["Output more than tripled.", "multiple", "more than tripled", "3", "(3, ∞)"],
    ["Output grew tenfold.", "multiple", "tenfold", "10", "[9.5, 10.5)"],
    ["Output is to triple.", "multiple", "triple", "3", "[2.5, 3.5)"],
    ["It is 2.5 times the norm.", "multiple", "2.5 times", "2.5", "[2.45, 2.55)"],
    ["It halved.", "multiple", "halved", "0.5", "[0.45, 0.55)"],
    ["It fell by half.", "fraction", "half", "0.5", "[0.475, 0.525]"],
    ["It fell by a fifth.", "fraction", "a fifth", "0.2", "[0.175, 0.225]"],
    ["It fell by three quarters.", "fraction", "three quarters", "0.75", "[0.725, 0.775]"],
    ["It mined 12,500 tonnes.", "count", "12,500 tonnes", "12500", "[12499.5, 12500.5)"],
    ["It mined nearly 12,500 tonnes.", "count", "12,500 tonnes", "12500", "(12400, 12500)"],
    ["It shipped 3.4 million barrels.", "count", "3.4 million barrels", "3400000", "[3350000, 3450000)"],
    ["It costs 8.3 yuan to the dollar.", "rate", "8.3 yuan", "8.3", "[8.25, 8.35)"],
    ["At $1 = 8.3 yuan it is cheap.", "rate", "$1 = 8.3 yuan", "8.3", "[8.25, 8.35)"],
  ])("%s", (text, kind, printed, value, interval) => {
    const found = only(text, kind);
    expect([found.text, found.figure.value.toFixed(), found.figure.interval.show()]).toEqual([
      printed,
      value,
      interval,
    ]);
  });

  test.each([
    ["It mined 12,500 tonnes of copper.", "tonnes"],
    ["It built 40,000 cars.", "cars"],
    ["It employs 3,100 people.", "people"],
    ["It shipped 3.4 million barrels of oil.", "barrels"],
  ])("a count says what is counted: %s", (text, what) => {
    expect(only(text, "count").of).toBe(what);
  });

  test.each([
    ["The rate was 8.3 roubles per yuan.", "RUB", "CNY"],
    ["It costs 8.3 yuan to the dollar.", "CNY", "USD"],
    ["At $1 = 8.3 yuan it is cheap.", "CNY", "USD"],
  ])("a rate says what it is of: %s", (text, quote, base) => {
    const found = only(text, "rate");
    expect([found.currency, found.per]).toEqual([quote, base]);
  });

  test("a minus before a sign of money is none of the percentage behind it", () => {
    const found = only("-$8%", "percent");
    expect([found.text, found.figure.value.toFixed()]).toEqual(["8%", "0.08"]);
    expect(only("It changed in yuan -8%.", "percent").figure.value.toFixed()).toBe("-0.08");
  });

  test("ranges of percentages", () => {
    const found = only("The rate is 5 to 7.5 percent.", "percent");
    expect([found.text, found.figure.value.toFixed(), found.to?.value.toFixed()]).toEqual([
      "5 to 7.5 percent",
      "0.05",
      "0.075",
    ]);
  });
});

describe("traps are no money, no growth and no pair", () => {
  test.each([
    "He arrived on 23 October 2023 at 7:45 am.",
    "The meeting began at 14:30 GMT and ended at 9 p.m. sharp.",
    "Call +1 212 555 0147 or 020-7946-0018.",
    "Flight 3272 landed late behind a Boeing 747 and an A320.",
    "The F-16, the M25, the T-72 and the iPhone 15 were there.",
    "They won 3-2 on Sunday, and 21-14 the week before.",
    "It is No. 1 in the world, open 24/7.",
    "The G20 met in Delhi; the Group of 7 did not.",
    "COVID-19 spread quickly.",
    "Maria Lopez, 54, was elected; a boy aged 7 and a 12-year-old dog were not.",
    "The index closed at 3,012.45.",
    "The gauge closed at 34,500 points.",
    "She lives at 10 Orchard Street, Room 101.",
    "See https://example.org/2023/10/5-million-dollars?id=42 for more.",
    "See www.example.com/12% for it, or mail info@mail24.example now.",
    "ISBN 978-3-16-148410-0 was printed.",
    "Version 2.11.3 runs on Windows 11.",
    "IP 192.168.10.1 was blocked.",
    "On 5/10/2023 it rained, and on 2023-10-05 too.",
    "Article 50, Chapter 7, Section 301 and Resolution 1441 apply.",
    "He came 3rd, in the 21st minute, in a 1-0 win.",
    "The 1990s, the class of '68 and the 2023-24 season were good.",
    "The magnitude 6.1 quake struck at a depth of 10 km.",
    "The odds were 5/1, then 100-1.",
    "Of them, 12 won an award and 3 won the prize.",
    "He bet on the May 7 game and the April 3, 1999 one.",
    "The ship, built in 1912, sank.",
  ])("%s", (text) => {
    const reading = read(text, { publishedOn: "2023-10-23" });
    const kinds = figures(text).map((one) => one.kind);
    expect(kinds.filter((kind) => kind !== "count")).toEqual([]);
    const { conversions, growth, changes, sums, shares } = reading;
    expect({ conversions, growth, changes, sums, shares }).toEqual({
      conversions: [],
      growth: [],
      changes: [],
      sums: [],
      shares: [],
    });
  });

  test.each([
    ["Flight 3272 landed.", "3272", /a name/],
    ["They won 3-2.", "3", /a score/],
    ["It began at 14:30.", "14", /a time/],
    ["The F-16 flew.", "16", /part of a name/],
    ["He came 3rd.", "3", /an ordinal/],
    ["The 12-year-old slept.", "12", /part of a compound/],
    ["Maria Lopez, 54, won.", "54", /without a unit/],
    [`It was ${"9".repeat(60)} dollars.`, "9".repeat(60), /more than 50 digits/],
    ["It cost 5,00,0 dollars.", "5,00,0", /separators out of place/],
    ["It cost 5６ dollars.", "5６", /full-width and plain digits/],
  ])("what is seen and not read is said with its reason: %s", (text, words, why) => {
    const [first] = read(text).unread;
    expect(first?.text).toBe(words);
    expect(text.slice(first?.start, first?.end)).toBe(words);
    expect(first?.why).toMatch(why);
  });
});

describe("fractions of agencies, and what stood there a year before", () => {
  test.each([
    ["The rate is 8-1/4 pct.", "percent", "8-1/4 pct", "0.0825"],
    ["The rate is 8 1/4 pct.", "percent", "8 1/4 pct", "0.0825"],
    ["It closed at $25-3/8.", "money", "$25-3/8", "25.375"],
    ["The share rose 0.3 share points.", "count", "0.3 share points", "0.3"],
  ] as const)("%s", (text, kind, printed, value) => {
    const one = only(text, kind);
    expect([one.text, one.figure.value.toFixed()]).toEqual([printed, value]);
  });

  test.each([
    "They won 3-1/2.",
    "On 8-11/4 it closed.",
    "It rose 8-1/3.",
    "Part 5-1/4/87 is missing.",
    "R2D2 cost R2.",
  ])("%s has no such fraction and no rand", (text) => {
    for (const one of figures(text)) expect(one.text).not.toMatch(/\/|^R/);
  });

  test("a number in brackets has the unit and the scale of the figure before it, and is no footnote", () => {
    const values = (text: string) =>
      figures(text).map((one) => [one.text, one.figure.value.toFixed(), one.currency]);
    const both = [
      ["105800000", "EUR"],
      ["83400000", "EUR"],
    ];
    for (const text of [
      "EUR 105.8 (83.4) million.",
      "EUR 105.8 million (83.4).",
      "EUR 105.8 million (83.4 million).",
    ])
      expect(
        values(text).map(([, ...rest]) => rest),
        text,
      ).toEqual(both);
    for (const text of [
      "EUR 105.8 million (1).",
      "EUR 105.8 million (2012).",
      "EUR 105.8 million (8 per cent).",
    ])
      expect(
        values(text).filter(([, , currency]) => currency === "EUR"),
        text,
      ).toHaveLength(1);
  });
});
