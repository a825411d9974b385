import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FigureError, read } from "../../src/index.js";
import type { FigureMention, Mention, Reading, ReadTextOptions, Span } from "../../src/text/reading.js";
import { cases } from "../support/long.js";

const isFigure = (one: Mention): one is FigureMention => "figure" in one;
const figuresOf = (reading: Reading) => reading.mentions.filter(isFigure);

/** Every span of a reading, down to hedges and the members of relations. */
function spansOf(reading: Reading): Span[] {
  const spans: Span[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
      return;
    }
    const { text, start, end } = value as Partial<Span>;
    if (typeof text === "string" && typeof start === "number" && typeof end === "number") {
      spans.push({ text, start, end });
    }
    for (const key of "hedge amount converted rate level base period from to total parts share part whole since".split(
      " ",
    )) {
      visit((value as Record<string, unknown>)[key]);
    }
  };
  for (const list of Object.values(reading)) visit(list);
  return spans;
}

/** The relations of a reading, each with its members. */
function relationsOf(reading: Reading): [Span, (Mention | undefined)[]][] {
  return [
    ...reading.conversions.map((one) => [one, [one.amount, one.converted]] as [Span, Mention[]]),
    ...reading.growth.map((one) => [one, [one.rate, one.level, one.base]] as [Span, Mention[]]),
    ...reading.changes.map((one) => [one, [one.from, one.to]] as [Span, Mention[]]),
    ...reading.sums.map(
      (one) => [one, [one.total, ...one.parts.map((part) => part.amount)]] as [Span, Mention[]],
    ),
    ...reading.shares.map((one) => [one, [one.share, one.part, one.whole]] as [Span, Mention[]]),
  ];
}

const POWERS: Readonly<Record<string, number>> = {
  "": 0,
  k: 3,
  thousand: 3,
  lakh: 5,
  m: 6,
  mn: 6,
  mln: 6,
  million: 6,
  crore: 7,
  bn: 9,
  bln: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
  千: 3,
  万: 4,
  百万: 6,
  亿: 8,
  万亿: 12,
};

/** An amount as a whole number of 10^-12: digits × scale, of texts in the plainest form only. It knows no decimal.js. */
function exactly(text: string): bigint | undefined {
  const plain = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const form =
    /^([-−+]?)(?:US\$|[$€£¥₽₹]|(?:USD|EUR|CNY|RMB|GBP) ?)?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,12}))?\s?(k|thousand|lakh|m|mn|mln|million|crore|bn|bln|billion|tn|trillion|万亿|百万|千|万|亿|)(?:\s?(%|元|美元|卢布)|\s(percent|per cent|yuan|euros|euro|roubles|dollars|yen|pounds)|)$/.exec(
      plain,
    );
  if (form === null) return undefined;
  const [, sign = "", whole = "", fraction = "", scale = "", mark, word] = form;
  const ratio = /^(percent|per cent|%)$/.test(mark ?? word ?? "") ? -2 : 0;
  const places = 12 - fraction.length + (POWERS[scale] as number) + ratio;
  const size = BigInt(whole.replaceAll(",", "") + fraction) * 10n ** BigInt(places);
  return /[-−]/.test(sign) ? -size : size;
}

/** A printed decimal as a whole number of 10^-12; `undefined` where it is finer. */
function scaled(decimal: string): bigint | undefined {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  if (fraction.length > 12) return undefined;
  const size = BigInt(whole + fraction.padEnd(12, "0"));
  return decimal.startsWith("-") ? -size : size;
}

/** @param points whether the decimal mark is a point, as the oracle takes it to be */
function expectLawful(reading: Reading, text: string, points = true): void {
  expect(reading.text).toBe(text);
  for (const { text: words, start, end } of spansOf(reading)) {
    if (!(start >= 0 && start < end && end <= text.length && text.slice(start, end) === words)) {
      throw new Error(`[${start}, ${end}) is not ${JSON.stringify(words)}`);
    }
  }
  for (const [k, one] of reading.mentions.entries()) {
    const before = reading.mentions[k - 1];
    expect(before === undefined || before.start <= one.start).toBe(true);
  }
  const known = new Set<Mention>(reading.mentions);
  for (const [span, members] of relationsOf(reading)) {
    for (const one of members) {
      if (one === undefined) continue;
      if (!known.has(one)) throw new Error(`"${one.text}" is part of a relation and no mention`);
      if (one.start < span.start || one.end > span.end) {
        throw new Error(`"${one.text}" lies outside of its relation "${span.text}"`);
      }
    }
  }
  for (const one of figuresOf(reading)) {
    const { value, interval } = one.figure;
    if (one.hedge === undefined && !interval.contains(value)) {
      throw new Error(`${value.toFixed()} of "${one.text}" lies outside of ${interval.show()}`);
    }
    expect(one.to === undefined || one.to.interval.contains(one.to.value)).toBe(true);
    expect(one.kind !== "money" || one.currency === undefined || /^[A-Z]{3}$/.test(one.currency)).toBe(true);
    if (one.currency !== undefined && one.kind === "money") expect(one.figure.unit).toBe(one.currency);
    // "To 12 cents from 3": the other end of the change says how large the unit is.
    const shared = one.implicit === true && /^[\d.,]+$/.test(one.text);
    const exact =
      points && !shared && one.to === undefined && !/count|rate/.test(one.kind)
        ? exactly(one.text)
        : undefined;
    if (exact !== undefined && scaled(value.toFixed()) !== exact) {
      throw new Error(`"${one.text}" is read as ${value.toFixed()}`);
    }
  }
  expect(typeof JSON.stringify(reading)).toBe("string");
}

const TOKENS = (
  "5|42.64|1,234|1,23,456|12 500 000|0.5|.5|007|1997|2023|24/7|3-2|9.6.1|４２.６|1e9|bn|tn|m|k|million|billion|trillion|" +
  "lakh|crore|万|亿|万亿|percent|%|percentage points|basis points|bps|times|fold|doubled|tripled|halved|a third|half|$|" +
  "US$|€|£|¥|RMB|CN¥|CZK|yuan|euros|U.S. dollars|roubles|crowns|francs|cents|元|美元|卢布|tonnes|barrels|people|(|)|[|]|" +
  "（|）|,|，|.|。|;|:|-|–|—|+|−|~|/|'|\"|rose|fell|grew|cut|up|down|an increase of|a drop of|growth|higher than|less than|" +
  "more than|nearly|about|up to|at least|or|and|to|from|of|by|in|on|between|respectively|not|will|expected to|compared with|" +
  "a year earlier|year on year|y/y|month on month|同比增长|下降|前三季度|前十个月|1-9月|9-1月|9月|0日|31日|2023年|January|September|May|Monday|last month|" +
  "last year|the first nine months|H1|Q3|the year to March|year to date|since|the highest|record high|exports|imports|" +
  "total|surplus|it|the|share of|No.|flight|COVID-19|G20|https://example.org/5m|www.x.example|\n|\n\n|\t|\u00a0|\u202f|\u200b|" +
  "\ud800|\udc00|😀|é|Ω|١٢|\u0000"
).split("|");

const soup = () =>
  fc
    .array(fc.tuple(fc.constantFrom(...TOKENS), fc.constantFrom(" ", " ", " ", "")), { maxLength: 40 })
    .map((tokens) => tokens.flat().join(""));

const anyText = () =>
  fc.oneof(
    { weight: 4, arbitrary: soup() },
    fc.string({ maxLength: 80 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    // Single code units: halves of pairs among them.
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((codes) => String.fromCharCode(...codes)),
    fc.string({ unit: fc.constantFrom(..."0123456789.,-–/:() $%"), maxLength: 60 }),
  );

const anyOptions = (): fc.Arbitrary<ReadTextOptions> =>
  fc.record(
    {
      publishedOn: fc.constantFrom("2023-10-23", "1997-03", "2024-02-29", "1873"),
      locale: fc.constantFrom("en", "de", "fr-CH", "zh-CN"),
      region: fc.constantFrom("AU", "CH", "jp", "ZZ"),
    },
    { requiredKeys: [] },
  );

describe("any text at all", () => {
  test("is read without an error, in spans that slice to their words and figures that hold their values", () => {
    fc.assert(
      fc.property(anyText(), anyOptions(), (text, options) => {
        expectLawful(read(text, options), text, !/de|fr/.test(options.locale ?? ""));
      }),
      { numRuns: cases(600, 3000) },
    );
  });

  test("is read the same way again", () => {
    fc.assert(
      fc.property(anyText(), anyOptions(), (text, options) => {
        expect(JSON.stringify(read(text, options))).toBe(JSON.stringify(read(text, options)));
      }),
      { numRuns: cases(60, 300) },
    );
  });

  test.each([
    ["digits", "7".repeat(20_000)],
    ["digits and commas", "1,".repeat(10_000)],
    ["grouped digits", `1${",234".repeat(5_000)}`],
    ["open brackets", "($5m ".repeat(4_000)],
    ["scales", "5 billion ".repeat(3_000)],
    ["scales only", "billion ".repeat(3_000)],
    ["signs", "$-+".repeat(8_000)],
    ["growth", "rose 5% and ".repeat(2_000)],
    ["full stops", "a.b.".repeat(5_000)],
    ["months", "May to ".repeat(3_000)],
    ["亿", "5万亿".repeat(5_000)],
    ["halves of pairs", "\ud83d5\udc00%".repeat(4_000)],
  ])("a long run of %s is lawful", (_, text) => {
    expectLawful(read(text), text);
  });

  test.each([[undefined], [null], [42], [["5%"]]])("%j is no text", (wrong) => {
    expect(() => read(wrong as never)).toThrow(FigureError);
  });

  test.each([
    [{ locale: "english" }, /no locale "english": write it as en, de or zh-CN/],
    [{ publishedOn: "23.10.2023" }, /"23\.10\.2023" is not a day: write 2023-10-23/],
    [{ region: "Australia" }, /"Australia" is not a country code: write AU or CH/],
  ])("the option %j is refused with a way out", (options, message) => {
    expect(() => read("5%", options)).toThrow(message);
  });
});

// Amounts that are made, not found: the digits, the grouping and the scale are known before they are printed.

const grouped = new Intl.NumberFormat("en-GB", { useGrouping: true, maximumFractionDigits: 0 });
const indian = new Intl.NumberFormat("en-IN", { useGrouping: true, maximumFractionDigits: 0 });
const german = new Intl.NumberFormat("de-DE", { useGrouping: true, maximumFractionDigits: 0 });

interface Made {
  readonly text: string;
  readonly currency: string;
  /** The whole amount × 10^-places. */
  readonly units: bigint;
  readonly places: number;
}

const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

/** An amount of money in one of the known forms. */
const amounts = (): fc.Arbitrary<Made> =>
  fc
    .record({
      whole: fc.oneof(
        fc.bigInt({ min: 1n, max: 999n }),
        // Not the years: "$1997" is money, but "1997 yuan" is left to the traps.
        fc.bigInt({ min: 2200n, max: 999_999_999n }),
      ),
      decimals: fc.integer({ min: 0, max: 4 }),
      fraction: fc.integer({ min: 0, max: 9999 }),
      style: fc.constantFrom("plain", "grouped"),
      scale: fc.constantFrom(
        "",
        " thousand",
        " million",
        " mn",
        "mln",
        "m",
        " billion",
        "bn",
        " bln",
        "tn",
        " trillion",
      ),
      form: fc.constantFrom<[string, string, string]>(
        ["$", "", "USD"],
        ["US$", "", "USD"],
        ["€", "", "EUR"],
        ["£", "", "GBP"],
        ["RMB ", "", "CNY"],
        ["CN¥", "", "CNY"],
        ["HK$", "", "HKD"],
        ["CZK ", "", "CZK"],
        ["", " yuan", "CNY"],
        ["", " U.S. dollars", "USD"],
        ["", " roubles", "RUB"],
        ["", " euros", "EUR"],
        ["", " USD", "USD"],
        ["", " Australian dollars", "AUD"],
      ),
    })
    .map(({ whole, decimals, fraction, style, scale, form: [before, behind, currency] }) => {
      const tail = String(fraction).padStart(4, "0").slice(0, decimals);
      const digits = style === "grouped" ? grouped.format(whole) : String(whole);
      const printed = decimals === 0 ? digits : `${digits}.${tail}`;
      const exponent = POWERS[scale.trim()] as number;
      return {
        text: `${before}${printed}${scale}${behind}`,
        currency,
        units: BigInt(`${whole}${tail}`) * 10n ** BigInt(exponent),
        places: decimals,
      };
    });

/** An amount of money in Chinese: 4.2万亿元, ８５万美元. */
const chineseAmounts = (): fc.Arbitrary<Made> =>
  fc
    .record({
      whole: fc.bigInt({ min: 1n, max: 9_999n }),
      decimals: fc.integer({ min: 0, max: 2 }),
      fraction: fc.integer({ min: 0, max: 99 }),
      scale: fc.constantFrom("万", "亿", "万亿", "百万"),
      form: fc.constantFrom<[string, string]>(
        ["元", "CNY"],
        ["美元", "USD"],
        ["卢布", "RUB"],
        ["欧元", "EUR"],
        ["日元", "JPY"],
      ),
      wide: fc.boolean(),
    })
    .map(({ whole, decimals, fraction, scale, form: [unit, currency], wide }) => {
      const tail = String(fraction).padStart(2, "0").slice(0, decimals);
      const printed = decimals === 0 ? String(whole) : `${whole}.${tail}`;
      return {
        text: `${wide ? fullWidth(printed) : printed}${scale}${unit}`,
        currency,
        units: BigInt(`${whole}${tail}`) * 10n ** BigInt(POWERS[scale] as number),
        places: decimals,
      };
    });

function expectReadBack(made: Made, before: string, behind: string, options: ReadTextOptions = {}): void {
  const text = `${before}${made.text}${behind}`;
  const money = figuresOf(read(text, options)).filter((one) => one.kind === "money");
  const [found] = money;
  expect(money.map((one) => [one.start, one.end])).toEqual([
    [before.length, before.length + made.text.length],
  ]);
  expect(found?.currency).toBe(made.currency);
  // value × 10^places is a whole number, compared as one.
  const value = found?.figure.value.toFixed() ?? "";
  const [whole = "", fraction = ""] = value.split(".");
  expect(fraction.length <= made.places).toBe(true);
  expect(BigInt(whole + fraction.padEnd(made.places, "0"))).toBe(made.units);
}

describe("an amount that was printed in a known form is read back to the digit, at its place", () => {
  test("in an English sentence", () => {
    fc.assert(
      fc.property(
        amounts(),
        fc.constantFrom("The plant cost ", "It paid ", "A sum of ", "They lent (", "Of "),
        fc.constantFrom(".", " in all.", ", it said.", ") there.", " was spent."),
        (made, before, behind) => expectReadBack(made, before, behind),
      ),
      { numRuns: cases(300, 1500) },
    );
  });

  test("in a Chinese sentence", () => {
    fc.assert(
      fc.property(
        chineseAmounts(),
        fc.constantFrom("合同金额为", "总额达", "花费了"),
        fc.constantFrom("。", "，另有余款。", "的合同"),
        (made, before, behind) => expectReadBack(made, before, behind),
      ),
      { numRuns: cases(100, 500) },
    );
  });

  test("with Indian grouping and with points and a comma", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 100_000n, max: 99_999_999_999n }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          expectReadBack(
            { text: `Rs ${indian.format(whole)}`, currency: "INR", units: whole, places: 0 },
            "It paid ",
            " for it.",
          );
          const tail = String(cents).padStart(2, "0");
          expectReadBack(
            {
              text: `${german.format(whole)},${tail} Euro`,
              currency: "EUR",
              units: whole * 100n + BigInt(cents),
              places: 2,
            },
            "Das Werk kostete ",
            " im Mai.",
            { locale: "de" },
          );
        },
      ),
      { numRuns: cases(60, 200) },
    );
  });

  test("percentages, with every sign", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 99_999n }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom("%", " percent", " per cent", " pct"),
        fc.constantFrom("", "-", "−", "+"),
        (digits, decimals, unit, sign) => {
          const padded = String(digits).padStart(decimals + 1, "0");
          const cut = padded.length - decimals;
          const number = decimals === 0 ? padded : `${padded.slice(0, cut)}.${padded.slice(cut)}`;
          const text = `The rate was ${sign}${number}${unit} then.`;
          const found = figuresOf(read(text)).filter((one) => one.kind === "percent");
          expect(found.map((one) => one.text)).toEqual([`${sign}${number}${unit}`]);
          const value = found[0]?.figure.value.toFixed() as string;
          expect(scaled(value)).toBe(digits * 10n ** BigInt(10 - decimals) * (/[-−]/.test(sign) ? -1n : 1n));
        },
      ),
      { numRuns: cases(80, 400) },
    );
  });
});

// Sentences that stand for themselves, so that what is around them must not matter.

const SENTENCES = [
  "Exports rose 82.3% to 42.64bn yuan ($5.83bn).",
  "Imports fell to 3.5 billion yuan from 4.6 billion yuan.",
  "The deal is worth 5 billion zloty, or about $1.2 billion.",
  "Sales were $3 billion, up 5 percent from a year earlier.",
  "In the first nine months of 2023, output grew 4.25 percent year on year.",
  "Trade totalled $21.13 billion: exports of $9.6 billion and imports of $11.53 billion.",
  "The bank cut its rate by 25 basis points to 3.25 percent.",
  "Prices did not rise by 5 percent.",
  "It sold 12,500 tonnes of copper and nearly 800 million barrels of oil.",
  "Profit more than doubled to between $3 million and $4 million.",
  "Exports and imports reached $5bn and $3bn, up 5% and 7% respectively.",
  "A third of the loans, some €5 to €10 million, were repaid last month.",
  "Revenue was $5 billion, the highest since February 2022.",
  "It earned 40 yuan ($1 = 8.3 yuan).",
  "They won 3-2 at 14:30 on flight 3272.",
  "The stake, 14.4bn yuan, or 26% of the total of 54.9bn yuan, was sold.",
  "Sales are expected to fall 5 to 7 percent in Q3 2023.",
] as const;

const sentence = () => fc.constantFrom(...SENTENCES);
const paragraph = () => fc.array(sentence(), { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
const options = { publishedOn: "2023-10-23" };
/** What a text says of its language is told from the whole of it: two parts may be of two. */
const english = { language: "en" } as const;

/** A reading as data: places less `shift`, white space as one space. */
function plain(reading: Reading, shift = 0): unknown {
  const { text: _, language: __, ...lists } = reading;
  return JSON.parse(JSON.stringify(lists), (key, value) => {
    if (key === "start" || key === "end") return typeof value === "number" ? value - shift : value;
    if (key === "sentence" || key === "paragraph") return undefined;
    return typeof value === "string" ? value.replace(/\s/g, " ") : value;
  });
}

/** Data without places. */
const wordsOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, one) => {
    if (key === "start" || key === "end" || key === "sentence" || key === "paragraph") return undefined;
    return typeof one === "string" ? one.replace(/ +/g, " ") : one;
  });

const merged = (a: Record<string, unknown[]>, b: Record<string, unknown[]>) =>
  Object.fromEntries(Object.keys(a).map((key) => [key, [...(a[key] ?? []), ...(b[key] ?? [])]]));

describe("what is around a sentence does not change how it is read", () => {
  test.each(SENTENCES)("%s is lawful, and says something", (text) => {
    const reading = read(text, options);
    expectLawful(reading, text);
    expect(reading.mentions.length + reading.unread.length).toBeGreaterThan(0);
  });

  test("sentences before and behind it shift its places and nothing else", () => {
    fc.assert(
      fc.property(
        paragraph(),
        fc.constantFrom(
          "",
          "It was quiet in the hall. ",
          "Nobody spoke.\n",
          "“So be it,” she said.\n\n",
          "Who knows? ",
        ),
        fc.constantFrom("", " Nobody spoke after that.", "\n\nMore follows.", " (More follows.)"),
        (text, before, behind) => {
          expect(plain(read(before + text + behind, options), before.length)).toEqual(
            plain(read(text, options)),
          );
        },
      ),
      { numRuns: cases(60, 300) },
    );
  });

  test("a line may break at any space", () => {
    fc.assert(
      fc.property(paragraph(), fc.nat(), fc.constantFrom("\n", "\t", "\u00a0"), (text, pick, space) => {
        const spaces = [...text.matchAll(/ /g)].map((found) => found.index);
        const at = spaces[pick % spaces.length] as number;
        const broken = `${text.slice(0, at)}${space}${text.slice(at + 1)}`;
        expect(plain(read(broken, options))).toEqual(plain(read(text, options)));
      }),
      { numRuns: cases(120, 600) },
    );
  });

  test("spaces may be wider, but for the places", () => {
    fc.assert(
      fc.property(paragraph(), fc.constantFrom("  ", " \n", "\r\n", "\t "), (text, space) => {
        const wide = plain(read(text.replaceAll(" ", space), options));
        expect(wordsOf(wide)).toEqual(wordsOf(plain(read(text, options))));
      }),
      { numRuns: 100 },
    );
  });

  test("lines may break at every space, or be indented", () => {
    fc.assert(
      fc.property(paragraph(), (text) => {
        expect(plain(read(text.replaceAll(" ", "\n"), options))).toEqual(plain(read(text, options)));
        expect(plain(read(`    ${text}`, options), 4)).toEqual(plain(read(text, options)));
      }),
      { numRuns: 100 },
    );
  });

  test("two paragraphs read as the one and then the other", () => {
    fc.assert(
      fc.property(paragraph(), paragraph(), (a, b) => {
        const first = plain(read(a, options)) as Record<string, unknown[]>;
        const gap = `${a}\n\n`.length;
        const second = plain(read(b, options), -gap) as Record<string, unknown[]>;
        expect(plain(read(`${a}\n\n${b}`, options))).toEqual(merged(first, second));
      }),
      { numRuns: cases(60, 300) },
    );
  });

  test("two paragraphs of anything read as the one and then the other", () => {
    fc.assert(
      fc.property(soup(), soup(), (a, b) => {
        // Whose cents are meant is told by the money that the text named before them.
        fc.pre(!b.includes("cents"));
        const first = plain(read(a, english)) as Record<string, unknown[]>;
        const gap = `${a}\n\n`.length;
        const second = plain(read(b, english), -gap) as Record<string, unknown[]>;
        expect(plain(read(`${a}\n\n${b}`, english))).toEqual(merged(first, second));
      }),
      { numRuns: cases(100, 500) },
    );
  });

  test("a line may break at any space of anything, but within a number", () => {
    const oneLine = soup().map((text) => text.replace(/[\n\t\u00a0\u202f]/g, ""));
    fc.assert(
      fc.property(oneLine, fc.nat(), (text, pick) => {
        const spaces = [...text.matchAll(/(?<=\S) (?=\S)(?<!\d (?=\d))/g)].map((found) => found.index);
        fc.pre(spaces.length > 0);
        const at = spaces[pick % spaces.length] as number;
        const broken = `${text.slice(0, at)}\n${text.slice(at + 1)}`;
        expect(plain(read(broken, options))).toEqual(plain(read(text, options)));
      }),
      { numRuns: cases(140, 700) },
    );
  });
});
