import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "../../src/index.js";
import type { PeriodMention, ReadTextOptions } from "../../src/text/reading.js";

// The oracle: days as Date counts them, in UTC, months from 1.
const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
const firstOf = (year: number, month: number) => day(year, month, 1);
const lastOf = (year: number, month: number) => day(year, month + 1, 0);
const months = (year: number, from: number, to: number) => `${firstOf(year, from)}/${lastOf(year, to)}`;
const single = (of: string) => `${of}/${of}`;

const shown = (of: PeriodMention["period"]) => (of === undefined ? undefined : `${of.start}/${of.end}`);

const periods = (text: string, options: ReadTextOptions = {}) =>
  read(text, options)
    .mentions.filter((one): one is PeriodMention => one.kind === "period")
    .map((one) => [one.text, shown(one.period)]);

/** The growth of "…, exports rose 5 percent from a year earlier": its period and the period of its base. */
function growth(text: string, options: ReadTextOptions = {}) {
  const [claim, ...others] = read(text, options).growth;
  expect(others).toEqual([]);
  return { period: claim?.period?.text, of: shown(claim?.period?.period), base: shown(claim?.basePeriod) };
}

describe("periods that say their year", () => {
  test.each([
    ["2022", months(2022, 1, 12)],
    ["February 2024", months(2024, 2, 2)],
    ["February 2023", months(2023, 2, 2)],
    ["Sept. 2023", months(2023, 9, 9)],
    ["January-September 2023", months(2023, 1, 9)],
    ["January to June 2023", months(2023, 1, 6)],
    ["the first nine months of 2023", months(2023, 1, 9)],
    ["the first 11 months of 2023", months(2023, 1, 11)],
    ["the first three quarters of 2023", months(2023, 1, 9)],
    ["Q3 2023", months(2023, 7, 9)],
    ["Q1 2024", months(2024, 1, 3)],
    ["H1 2023", months(2023, 1, 6)],
    ["H2 2023", months(2023, 7, 12)],
    ["the third quarter of 2022", months(2022, 7, 9)],
    ["the second half of 2022", months(2022, 7, 12)],
    ["the year to March 2023", months(2022, 4, 15)],
    ["the three months to August 2023", months(2023, 6, 8)],
    ["the three months to January 2023", months(2022, 11, 13)],
    ["the six months ended June 2023", months(2023, 1, 6)],
    ["the quarter ended June 2023", months(2023, 4, 6)],
    ["the month ended June 2023", months(2023, 6, 6)],
  ])("in %s", (printed, range) => {
    const text = `In ${printed}, exports rose 5 percent from a year earlier.`;
    expect(periods(text)).toContainEqual([printed, range]);
    const { of, base } = growth(text);
    expect(of).toBe(range);
    const [start = "", end = ""] = range.split("/");
    const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))];
    expect(base).toBe(`${Number(start.slice(0, 4)) - 1}${start.slice(4)}/${lastOf(year - 1, month)}`);
  });

  test.each([
    ["On March 3, 2021 the shares rose 5 percent.", "March 3, 2021", single(day(2021, 3, 3))],
    ["On 3 March 2021 the shares rose 5 percent.", "3 March 2021", single(day(2021, 3, 3))],
    ["On Feb. 29, 2024 the shares rose 5 percent.", "Feb. 29, 2024", single(day(2024, 2, 29))],
    ["2023年9月出口增长5%。", "2023年9月", months(2023, 9, 9)],
    ["2023年前9个月出口增长5%。", "2023年前9个月", months(2023, 1, 9)],
    ["2023年上半年出口增长5%。", "2023年上半年", months(2023, 1, 6)],
    ["2023年9月23日出口增长5%。", "2023年9月23日", single(day(2023, 9, 23))],
    ["2023年出口增长5%。", "2023年", months(2023, 1, 12)],
  ])("%s", (text, printed, range) => {
    expect(periods(text)).toEqual([[printed, range]]);
  });

  test.each([
    ["On February 29, 2023 it opened.", "February 29, 2023"],
    ["On 31 April 2021 it opened.", "31 April 2021"],
    ["2023年9月0日开业。", "2023年9月0日"],
    ["2023年9-1月出口增长5%。", "2023年9-1月"],
  ])("what the calendar does not have is not resolved: %s", (text, printed) => {
    expect(periods(text)).toEqual([[printed, undefined]]);
  });

  test.each([
    "the week ended June 30, 2023",
    "the weeks to June 2023",
    "the decade to June 2023",
    "the season to June 2023",
    "the period ended June 30, 2023",
  ])("an end without a length is not resolved: %s", (printed) => {
    expect(periods(`In ${printed}, it earned $5 million.`)).toEqual([[printed, undefined]]);
  });

  test("a decade is no year", () => {
    expect(periods("The 1990s were good.")).toEqual([]);
  });
});

describe("periods that the day of publication resolves", () => {
  const published = { publishedOn: "2023-10-25" }; // a Wednesday

  test.each([
    ["last month", months(2023, 9, 9)],
    ["this month", months(2023, 10, 10)],
    ["last year", months(2022, 1, 12)],
    ["this year", months(2023, 1, 12)],
    ["next year", months(2024, 1, 12)],
    ["last quarter", months(2023, 7, 9)],
    ["last week", `${day(2023, 10, 16)}/${day(2023, 10, 22)}`],
    ["this week", `${day(2023, 10, 23)}/${day(2023, 10, 29)}`],
    ["yesterday", single(day(2023, 10, 24))],
    ["today", single(day(2023, 10, 25))],
    ["on Wednesday", single(day(2023, 10, 25))],
    ["on Monday", single(day(2023, 10, 23))],
    ["on Friday", single(day(2023, 10, 20))],
    ["in September", months(2023, 9, 9)],
    ["in November", months(2022, 11, 11)],
    ["in January-September", months(2023, 1, 9)],
    ["in October-December", months(2022, 10, 12)],
    ["in the first nine months", months(2023, 1, 9)],
    ["in the first nine months of the year", months(2023, 1, 9)],
    ["in the first nine months of last year", months(2022, 1, 9)],
    ["in H1", months(2023, 1, 6)],
    ["in H2", months(2022, 7, 12)],
    ["in the third quarter", months(2023, 7, 9)],
    ["in the fourth quarter", months(2022, 10, 12)],
    ["in the year to March", months(2022, 4, 15)],
    ["in the year to December", months(2022, 1, 12)],
    ["in the three months to August", months(2023, 6, 8)],
    ["in the year to date", `${day(2023, 1, 1)}/${day(2023, 10, 25)}`],
    ["on October 3", single(day(2023, 10, 3))],
    ["on 3 October", single(day(2023, 10, 3))],
    ["on December 31", single(day(2022, 12, 31))],
  ])("%s", (phrase, range) => {
    const printed = phrase.replace(/^(in|on) /, "");
    expect(periods(`Exports rose 5 percent ${phrase}.`, published)).toEqual([[printed, range]]);
    const [first, ...rest] = phrase;
    expect(
      periods(`${first?.toUpperCase()}${rest.join("")}, exports rose.`, published).map(([, of]) => of),
    ).toEqual([range]);
  });

  test.each([
    ["前三季度", months(2023, 1, 9)],
    ["前五个月", months(2023, 1, 5)],
    // Printed on 23 October: the ten months are not over, so they are those of the year before.
    ["前10个月", months(2022, 1, 10)],
    ["1-9月", months(2023, 1, 9)],
    ["上半年", months(2023, 1, 6)],
    ["三季度", months(2023, 7, 9)],
    ["9月", months(2023, 9, 9)],
    ["9月份", months(2023, 9, 9)],
    ["9月23日", single(day(2023, 9, 23))],
    ["去年", months(2022, 1, 12)],
    ["今年", months(2023, 1, 12)],
  ])("%s", (printed, range) => {
    expect(periods(`${printed}出口增长5%。`, published)).toEqual([[printed, range]]);
  });

  test.each(["last month", "on Monday", "yesterday", "in H1", "in September", "in the year to March"])(
    "%s stays open without it",
    (phrase) => {
      expect(periods(`Exports rose 5 percent ${phrase}.`).map(([, range]) => range)).toEqual([undefined]);
    },
  );

  test("a month or a year of publication resolves as far as it goes", () => {
    const text = "Exports rose 5 percent last month, on Monday.";
    expect(periods(text, { publishedOn: "2023-10" }).map(([, range]) => range)).toEqual([
      months(2023, 9, 9),
      undefined,
    ]);
    expect(periods(text, { publishedOn: "2023" }).map(([, range]) => range)).toEqual([undefined, undefined]);
    expect(periods("Exports rose last year.", { publishedOn: "2023" })).toEqual([
      ["last year", months(2022, 1, 12)],
    ]);
  });

  test.each(["2023-02-30", "2023-13", "2023-00-01", "23 October 2023", "0000", ""])(
    "“%s” is refused as a day of publication",
    (publishedOn) => {
      expect(() => read("Exports rose yesterday.", { publishedOn })).toThrow(
        /is not a day: write 2023-10-23/,
      );
    },
  );
});

const dates = () =>
  fc
    .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2049, 11, 31) / 86_400_000 })
    .map((number) => new Date(number * 86_400_000));
const text = (date: Date) => date.toISOString().slice(0, 10);

describe("on any day of publication", () => {
  const NAMES = ["January", "February", "March", "April", "May", "June"].concat([
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ]);
  const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

  test("last month, and the same month of the year before", () => {
    fc.assert(
      fc.property(dates(), (date) => {
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
        const found = growth("Last month exports rose 5 percent from a year earlier.", {
          publishedOn: text(date),
        });
        expect(found).toEqual({
          period: "Last month",
          of: `${day(year, month - 1, 1)}/${day(year, month, 0)}`,
          base: `${day(year - 1, month - 1, 1)}/${day(year - 1, month, 0)}`,
        });
      }),
    );
  });

  test("the weekday is the last such day up to it", () => {
    fc.assert(
      fc.property(dates(), fc.integer({ min: 0, max: 6 }), (date, number) => {
        const back = (date.getUTCDay() - number + 7) % 7;
        const meant = new Date(date.getTime() - back * 86_400_000);
        const phrase = WEEKDAYS[number] as string;
        expect(periods(`On ${phrase} the shares rose.`, { publishedOn: text(date) })).toEqual([
          [phrase, single(text(meant))],
        ]);
      }),
    );
  });

  test("the week before runs from Monday to Sunday and ends before it", () => {
    fc.assert(
      fc.property(dates(), (date) => {
        const monday = date.getTime() - (((date.getUTCDay() + 6) % 7) + 7) * 86_400_000;
        const range = `${text(new Date(monday))}/${text(new Date(monday + 6 * 86_400_000))}`;
        expect(periods("Last week the shares rose.", { publishedOn: text(date) })).toEqual([
          ["Last week", range],
        ]);
      }),
    );
  });

  test("a month is the latest that has begun, with its own base", () => {
    fc.assert(
      fc.property(dates(), fc.integer({ min: 1, max: 12 }), (date, month) => {
        const year = date.getUTCFullYear() - (month > date.getUTCMonth() + 1 ? 1 : 0);
        const found = growth(`In ${NAMES[month - 1]} exports rose 5 percent from a year earlier.`, {
          publishedOn: text(date),
        });
        expect(found).toEqual({
          period: NAMES[month - 1],
          of: months(year, month, month),
          base: months(year - 1, month, month),
        });
      }),
    );
  });

  test("the year to a month has twelve months", () => {
    fc.assert(
      fc.property(dates(), fc.integer({ min: 1, max: 12 }), (date, month) => {
        const year = date.getUTCFullYear() - (month > date.getUTCMonth() + 1 ? 1 : 0);
        const printed = `the year to ${NAMES[month - 1]}`;
        expect(periods(`In ${printed} exports rose.`, { publishedOn: text(date) })).toEqual([
          [printed, `${day(year, month - 11, 1)}/${lastOf(year, month)}`],
        ]);
      }),
    );
  });

  test("a printed day is that day, whichever way it is written", () => {
    fc.assert(
      fc.property(dates(), (date) => {
        const [d, name, year] = [date.getUTCDate(), NAMES[date.getUTCMonth()], date.getUTCFullYear()];
        for (const printed of [`${name} ${d}, ${year}`, `${d} ${name} ${year}`]) {
          expect(periods(`It opened on ${printed}.`)).toEqual([[printed, single(text(date))]]);
        }
      }),
    );
  });
});

describe("what a growth is of, and what is only its base", () => {
  test("the period of the base is not the period of the growth", () => {
    const found = growth("In 2020, sales were $4 million, down 5% from 2019.");
    expect(found).toEqual({ period: "2020", of: months(2020, 1, 12), base: months(2019, 1, 12) });
  });

  test.each([
    ["Exports were three times as large as in 2010.", undefined],
    ["Exports rose 5 percent from a year earlier.", undefined],
    ["Exports rose 5 percent from January.", undefined],
  ])("no period is made up: %s", (sentence, period) => {
    expect(growth(sentence, { publishedOn: "2023-10-25" }).period).toBe(period);
  });

  test("against the month before there is no base period a year back", () => {
    const found = growth("In September exports rose 5 percent month on month.", {
      publishedOn: "2023-10-25",
    });
    expect([found.of, found.base]).toEqual([months(2023, 9, 9), undefined]);
  });

  test("each clause has its own", () => {
    const claims = read("Exports rose 5% in 2021 and 7% in 2022.").growth;
    expect(claims.map((one) => [shown(one.period?.period), shown(one.basePeriod)])).toEqual([
      [months(2021, 1, 12), months(2020, 1, 12)],
      [months(2022, 1, 12), months(2021, 1, 12)],
    ]);
  });
});
