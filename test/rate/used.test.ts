import { describe, expect, test } from "vitest";
import { openData, openRateBook } from "../../src/data/index.js";
import { convert, customsRate, figure, printedLike, RateBook, rate, rateUsed } from "../../src/index.js";
import { NEWS } from "./news-conversions.js";

const book = openRateBook();

test("the report's dollars are at the market rate of the day; three other kinds are ruled out", () => {
  const used = rateUsed(figure("42.64bn yuan"), figure("$5.83bn"), {
    book,
    printedOn: "2023-10-23",
    period: "2023-01/2023-09",
  });
  expect(used.answer).toBe("market");
  expect(used.best?.rate.kind).toBe("noon-buying");
  expect(used.best?.daysBack).toBe(0);
  expect([...used.ruledOut].sort()).toEqual(["average", "central-parity", "customs"]);
  const prints = new Map(used.candidates.map((one) => [one.family, one.prints]));
  expect(prints.get("central-parity")).toBe("USD 5.94bn");
  expect(prints.get("customs")).toBe("USD 6.11bn");
  expect(prints.get("average")).toBe("USD 6.06bn");
});

test.each([
  // The parity of the day, which the book lacks, may print 5.82 as well as the market does.
  ["$5.82tn", "undecided"],
  ["$5.88tn", "central-parity"],
  ["$5.94tn", "customs"],
] as const)("41.76tn yuan for 2023 printed as %s is explained by the %s rate", (dollars, family) => {
  const used = rateUsed(figure("41.76tn yuan"), figure(dollars, {}), {
    book,
    printedOn: "2024-01-12",
    period: "2023",
  });
  expect(used.answer).toBe(family);
});

test("of the ten printed conversions, the answers are these, and none is wrong about its publisher's habit", () => {
  const answers = openData()
    .table("conversions")
    .map((row) => {
      const own = figure(`${row.amount} ${row.scale} ${row.currency}`, {});
      const other = figure(`${row.foreign_amount} ${row.foreign_scale} ${row.foreign_currency}`, {});
      const pair = `USD/${row.currency}` as const;
      const stated =
        row.rate_stated === "" ? {} : { stated: rate(pair, row.rate_stated, { kind: "stated" }) };
      return `${row.id} ${rateUsed(own, other, { book, printedOn: row.printed_on, ...stated }).answer}`;
    });
  expect(answers).toEqual([
    "report-2023-10-23 market",
    "ru-2023 stated",
    "ru-2024 stated",
    "cn-2023-chinadaily undecided", // the market, or the parity of the day, which the book lacks
    "cn-2023-09-xinhua central-parity",
    "hlj-2023-02 undecided", // 7 billion dollars: one digit tells nothing
    "hlj-2023-03 undecided",
    "hlj-2023-05 central-parity",
    "hlj-2023-10 none", // fits neither the market nor the parity of its week
    "hlj-2023-12 none", // the book holds no parity of January 2024 after the 5th
  ]);
});

describe("conversions that the press printed", () => {
  test.each(NEWS.map((one) => [`${one.id}: ${one.amount} = ${one.foreign}`, one] as const))(
    "%s",
    (_, news) => {
      const [a, b] = [figure(news.amount, {}), figure(news.foreign, {})];
      const stated =
        news.stated === undefined ? {} : { stated: rate("USD/CNY", news.stated, { kind: "stated" }) };
      const ask = () => rateUsed(a, b, { book, printedOn: news.on, ...stated });
      if (news.answer === "refused") {
        expect(ask).toThrow(
          /holds no rate of CNY\/RUB .*; the ECB has published no rouble rate since 1 March 2022/,
        );
        return;
      }
      const used = ask();
      expect(used.answer).toBe(news.answer);
      const open = used.notTried.filter((one) => one.open).map((one) => one.family);
      if (news.open !== undefined) expect(open).toContain(news.open);
      // Whatever is uncertain names what it lacks, or what would decide.
      if (news.answer === "undecided" || news.answer === "none")
        expect(open.length > 0 || used.wouldDecide !== undefined).toBe(true);
      // A family that was ruled out must not hold the rate that the text itself states for a moment of that day's market.
      if (news.stated !== undefined && news.id.startsWith("Reuters"))
        expect(used.ruledOut).not.toContain("market");
      if (news.answer === "stated") expect(used.best?.family).toBe("stated");
    },
  );

  test("the market is ruled out where its rates lie further off than a day moves, and not where they lie nearer", () => {
    const used = (yuan: string, dollars: string, on: string) =>
      rateUsed(figure(yuan, {}), figure(dollars, {}), { book, printedOn: on });
    expect(used("193.44bn yuan", "$26.97bn", "2023-09-20").ruledOut).toContain("market");
    const near = used("241.94bn yuan", "$33.83bn", "2023-11-22");
    expect(near.ruledOut).toEqual(["central-parity"]);
    expect(near.says).toMatch(
      /the market at other hours of 2023-11-22: its rates about that day lie between 7\.1097 and/,
    );
  });
});

test("a stated rate explains its own conversion to the digit", () => {
  const stated = rate("USD/CNY", "7.1641", { kind: "stated", on: "2024-01-12" });
  const used = rateUsed(figure("1.69tn yuan"), figure("$235.90bn"), {
    book,
    printedOn: "2024-01-12",
    stated,
  });
  expect(used.answer).toBe("stated");
  expect(printedLike(figure("$235.90bn"), convert(figure("1.69tn yuan"), stated))).toBe("USD 235.90bn");
});

test("a book without a rate of those days is an error that says so", () => {
  expect(() => rateUsed(figure("5bn yuan"), figure("$1bn"), { book, printedOn: "1975-01-06" })).toThrow(
    /holds no rate of USD\/CNY on 1975-01-06/,
  );
});

test("the customs rate of July 2023 is the central parity of 21 June 2023", () => {
  const parity = new RateBook([
    { on: "2023-06-21", base: "USD", quote: "CNY", rate: "7.1795", kind: "central-parity" },
    { on: "2023-06-28", base: "USD", quote: "CNY", rate: "7.2101", kind: "central-parity" },
  ]);
  const found = customsRate(parity, "USD/CNY", "2023-07");
  expect(found.value.toFixed()).toBe("7.1795");
  expect(found.found).toBe("the central parity of 2023-06-21");
});

test("the rule gives the day that the data name, in every month", () => {
  for (const row of openData().table("customs_rates")) {
    const weekday = new Date(`${row.fixing_date}T00:00:00Z`).getUTCDay();
    const third = Math.ceil(Number(row.fixing_date.slice(8)) / 7);
    expect([weekday, row.month, third]).toEqual([3, row.month, row.rule === "third-wednesday" ? 3 : 4]);
  }
});
