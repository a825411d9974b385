import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  averageCommand,
  convertCommand,
  crossCommand,
  customsCommand,
  rateCommand,
} from "../../src/cli/convert.js";
import { growthInCommand, rateUsedCommand } from "../../src/cli/rates.js";
import { ratesCommand } from "../../src/cli/rates-list.js";
import { oneCommand } from "../../src/cli/typed-words.js";
import { bundledRates } from "../../src/data/index.js";
import { FigureError, type RateKind } from "../../src/index.js";

const home = mkdtempSync(join(tmpdir(), "trade-figures-rates-"));
beforeAll(() => vi.stubEnv("TRADE_FIGURES_CACHE", join(home, "cache")));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const COMMANDS: Readonly<Record<string, () => Command>> = {
  convert: convertCommand,
  rate: rateCommand,
  cross: crossCommand,
  average: averageCommand,
  customs: customsCommand,
  rates: ratesCommand,
  "rate-used": rateUsedCommand,
  "growth-in": growthInCommand,
};

/** What a command line prints, in this process; words with spaces in single quotes. */
async function run(line: string): Promise<string> {
  const [name = "", ...args] = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
    (one) => one[1] ?? (one[2] as string),
  );
  let out = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    out += String(chunk);
    return true;
  });
  try {
    await COMMANDS[name]?.().exitOverride().parseAsync(args, { from: "user" });
  } finally {
    write.mockRestore();
  }
  return out;
}

const series = bundledRates();

/** The plain mean of a series over a period, by adding its numbers up. */
function plainMean(pair: string, kind: RateKind, from: string, to: string): number {
  const found = series.find((one) => one.pair === pair && one.kind === kind && one.to < "2100");
  const values = found?.within(from, to).map((one) => Number(one.quoted.split(" ")[1])) ?? [];
  return values.reduce((a, b) => a + b) / values.length;
}

const ecb = (code: string, from: string, to = from) => plainMean(`EUR/${code}`, "reference", from, to);
const h10 = (pair: string, from: string, to = from) => plainMean(pair, "noon-buying", from, to);
const year = (n: number) => [`${n}-01-01`, `${n}-12-31`] as const;

describe("everyday commands answer with the number that plain arithmetic on the published rates gives", () => {
  // The rates of days are written out as the publishers printed them.
  test.each<[string, string, number]>([
    ["convert '500m roubles' USD --on 2019-05-06", "USD", (500 / 72.975) * 1.1199],
    [
      "convert '500m roubles' USD --on 2019",
      "USD",
      (500 / ecb("RUB", ...year(2019))) * ecb("USD", ...year(2019)),
    ],
    ["convert '¥4.2tn' EUR --on 2023", "EUR", 4.2 / ecb("CNY", ...year(2023))],
    ["convert '12,000 yen' usd --on 2023-10-21 --policy previous", "USD", (12_000 / 158.8) * 1.0591],
    ["convert '12,000 yen' euros --on 2023-10-22 --policy nearest", "EUR", 12_000 / ecb("JPY", "2023-10-23")],
    [
      "convert '£3.5bn' krw --on 2018-06",
      "KRW",
      (3.5 * ecb("KRW", "2018-06-01", "2018-06-30")) / ecb("GBP", "2018-06-01", "2018-06-30"),
    ],
    [
      "convert '₹1250bn' USD --on 2022-Q2",
      "USD",
      (1250 * ecb("USD", "2022-04-01", "2022-06-30")) / ecb("INR", "2022-04-01", "2022-06-30"),
    ],
    ["convert '€2.4bn' INR --on 2024-02-29", "INR", 2.4 * 89.7458],
    [
      "convert '1bn won' cny --on 2015-07-01/2015-09-30",
      "CNY",
      ecb("CNY", "2015-07-01", "2015-09-30") / ecb("KRW", "2015-07-01", "2015-09-30"),
    ],
    ["convert '42.64bn yuan' USD --on 2023-10-23 --kind central-parity", "USD", 42.64 / 7.1792],
    ["convert '42.64bn yuan' dollars --on 2023-10-23 --kind noon-buying", "USD", 42.64 / 7.3158],
    [
      "convert '100m DEM' USD --on 2004-06-12 --policy previous",
      "USD",
      (100 / 1.95583) * ecb("USD", "2004-06-11"),
    ],
    ["convert 'CHF 50bn' EUR --on 2023-03", "EUR", 50 / ecb("CHF", "2023-03-01", "2023-03-31")],
    ["convert '$1bn' CNY --on 1994", "CNY", h10("USD/CNY", ...year(1994))],
    ["rate usd/cny --on 1985", "USD/CNY", h10("USD/CNY", ...year(1985))],
    ["rate GBP/JPY --on 2023-06-30", "GBP/JPY", ecb("JPY", "2023-06-30") / ecb("GBP", "2023-06-30")],
    ["average eur/rub 2019", "EUR/RUB", ecb("RUB", ...year(2019))],
    ["average USD/JPY 1985-Q4 --kind noon-buying", "USD/JPY", h10("USD/JPY", "1985-10-01", "1985-12-31")],
    [
      "average USD/CNY 2023-01/2023-09",
      "USD/CNY",
      ecb("CNY", "2023-01-01", "2023-09-30") / ecb("USD", "2023-01-01", "2023-09-30"),
    ],
    ["cross GBP/KRW --on 2018-06-29", "GBP/KRW", ecb("KRW", "2018-06-29") / ecb("GBP", "2018-06-29")],
    ["cross USD/CNY --on 2023-10-23 --via eur", "USD/CNY", 7.7529 / 1.0597],
    ["customs USD/CNY 2023-07", "USD/CNY", 7.1795],
    // As people type them: without quotes, with the names that other commands have for a day, with the day behind.
    ["convert 42.64bn CNY --to USD --on 2023-10-23 --kind noon-buying", "USD", 42.64 / 7.3158],
    ["convert 42.64bn yuan to dollars --on 2023-10-23 --kind noon-buying", "USD", 42.64 / 7.3158],
    ["convert 42.64bn CNY USD 2023-10-23 --kind noon-buying", "USD", 42.64 / 7.3158],
    ["convert '$1bn' CNY --period 1994", "CNY", h10("USD/CNY", ...year(1994))],
    ["rate usd/cny --period 1985", "USD/CNY", h10("USD/CNY", ...year(1985))],
    ["rate usd cny 1985", "USD/CNY", h10("USD/CNY", ...year(1985))],
    ["rate 42.64bn yuan 5.83bn dollars", "USD/CNY", 42.64 / 5.83],
    ["average USD/CNY --period 1985", "USD/CNY", h10("USD/CNY", ...year(1985))],
    ["customs USD/CNY --on 2023-07", "USD/CNY", 7.1795],
    [
      "cross GBP/KRW --period 2018-06",
      "GBP/KRW",
      ecb("KRW", "2018-06-01", "2018-06-30") / ecb("GBP", "2018-06-01", "2018-06-30"),
    ],
    ["cross GBP/KRW 2018-06-29", "GBP/KRW", ecb("KRW", "2018-06-29") / ecb("GBP", "2018-06-29")],
  ])("%s", async (line, unit, plain) => {
    const [first = ""] = (await run(line)).split("\n");
    const found = /^(\S+) ([\d,]+(?:\.\d+)?)(?:bn|m|tn)?(?:, between|$)/.exec(first);
    expect([first, found?.[1]]).toEqual([first, unit]);
    const digits = (found?.[2] ?? "").replaceAll(",", "");
    // Equal as far as it is printed, which is half a unit of its last digit.
    const half = 0.5 / 10 ** (digits.split(".")[1]?.length ?? 0);
    expect(Math.abs(Number(digits) - plain), first).toBeLessThanOrEqual(half * 1.001);
  });
});

describe("everyday commands are refused for a reason that is true, with a way out", () => {
  test.each([
    [
      "convert '12,000 yen' USD --on 2023-10-21",
      /\(Saturday\).*no rates are published at weekends; add --policy previous/,
    ],
    [
      "convert '500m roubles' USD --on 2023-05-08",
      /last is 2022-03-01.*the ECB has published no rouble rate since 1 March 2022/,
    ],
    ["average eur/rub 2022", /has 42 of 260 days; the ECB has published no rouble rate since/],
    ["convert '100 dirhams' USD --on 2023-01-16", /the book has no rate of AED; .*rates list/],
    ["convert '100m DEM' USD --on 1995-06-12", /DEM became the euro on 1999-01-01, at 1.95583/],
    [
      "convert '5bn yuan' USD --on 2024-06-03 --kind central-parity",
      /last is 2024-01-05; none within 10 days; the book has it as reference, noon-buying; .*update central-parity/,
    ],
    ["convert '5bn yuan' USD --on 1979-05", /noon-buying begins 1981-01-02/],
    ["convert '5bn yuan' USD --on 2199-05", /ends 20\d\d-\d\d-\d\d.*"trade-figures update ecb-history/],
    ["convert '5bn yuan' USD", /which day\? name one with --on/],
    ["convert '5bn yuan' blorbs --on 2023-01-16", /"blorbs" is not a currency: write an ISO 4217 code/],
    ["convert '5bn yuan' CNY --on 2023-01-16", /is in CNY already/],
    ["convert '5bn' USD --on 2023-01-16", /has no currency/],
    ["convert '5bn yuan' USD --on 2023-13-01", /not a day: write it as/],
    ["convert '5bn yuan' USD --on yesterday", /not a period: write 2023-10-23, 2023-09, 2023-Q3/],
    [
      "cross EUR/USD --on 2023-01-16 --via RUB",
      /over RUB the book lacks RUB\/USD; leave the pivot out, or name another/,
    ],
    ["cross USD/EUR --on 2023-01-16 --via eur", /goes over a third currency, found EUR: name another/],
    [
      "average USD/CNY 2023-10-21/2023-10-22",
      /no average of USD\/CNY over 2023-10-21\/2023-10-22.*no rates are published at weekends$/,
    ],
    ["convert 42.64bn yuan", /"42.64bn" has no currency/],
    ["convert '42.64bn yuan' --on 2023-10-23", /to which currency\? Name it last/],
    ["convert 1bn yuan USD 2023 --on 2022", /found two days, "2023" and the one of the option: name one/],
    ["rate usd/cny tomorrow", /"tomorrow" is not a day or a period/],
    ["average USD/CNY", /over which period\? average USD\/CNY 2023-10/],
    ["average USD/CNY 2023 --on 2022", /found two days, "2023" and "2022": name one/],
    ["customs USD/CNY", /the rate of which month\? customs USD\/CNY 2023-07/],
    ["rate-used 42.64bn CNY 5.83bn --on 2023-10-23", /needs two figures, each in quotes/],
    ["rate-used '42.64bn yuan' '$5.83bn'", /printed on which day\? name it: --printed/],
    ["growth-in USD 82.3%", /growth over which period\? name it: --of 2023-01\/2023-09/],
    ["rates show usd/cny", /the rates of which period\? rates show USD\/CNY 2023-10/],
    ["rates average usd/cny 2023", /rates has no "average": .* "trade-figures average"/],
    ["rates show usd/cny 2199-05", /^no rates of USD\/CNY over 2199-05: .* ends/],
    ["rates show usd/cny 2199 --kind noon-buying", /^no noon-buying rates of USD\/CNY over 2199: /],
    ["rates show USD 2023", /not a pair: write two different ISO 4217 codes/],
    ["rates show usd/cny 2023-10-21", /no rate of USD\/CNY on 2023-10-21 \(Saturday\)/],
    ["rates list xyz", /no series with XYZ; there are ATS, AUD/],
    [
      "rates list gbp/try",
      /no series is quoted as GBP\/TRY; "trade-figures rate GBP\/TRY --on DAY" makes a cross/,
    ],
  ])("%s", async (line, why) => {
    const error = await run(line).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(FigureError.is(error), String(error)).toBe(true);
    expect((error as Error).message).toMatch(why);
  });
});

test("which rate was used is asked with the day under any of its names, as one command or two words", async () => {
  const all: string[] = [];
  for (const day of ["--printed 2023-10-23", "--on 2023-10-23", "--published-on 2023-10-23", "2023-10-23"])
    all.push(await run(`rate-used 42.64bn CNY 5.83bn USD ${day} --period 2023-01/2023-09`));
  expect(all[0]).toMatch(/the market rate reproduces the print, best USD\/CNY 7\.3158 of 2023-10-23/);
  expect(new Set(all).size).toBe(1);
  const quoted = ["42.64bn yuan", "$5.83bn"];
  for (const words of [["rates", "used"], ["rate", "used"], ["rate-used"]])
    expect(oneCommand([...words, ...quoted])).toEqual(["rate-used", ...quoted]);
  for (const words of [
    ["rates", "list"],
    ["rate", "usd/cny"],
  ])
    expect(oneCommand(words)).toEqual(words);
});

test("a conversion names each leg with its day and kind, and the publisher once", async () => {
  const lines = (await run("convert '500m roubles' USD --on 2019-05-06")).trim().split("\n");
  expect(lines).toEqual([
    "USD 7.6732m, between 7.6651m and 7.6812m",
    "at USD/RUB 65.16207, between 65.15911 and 65.16503 (cross, 2019-05-06)",
    "   EUR/RUB 72.9750 (reference, 2019-05-06)",
    "   EUR/USD 1.1199 (reference, 2019-05-06)",
    expect.stringMatching(/^European Central Bank, “Euro foreign exchange reference rates”, https:/),
  ]);
});

test("rates list says kinds, spans, gaps, the newest day and terms", async () => {
  const out = await run("rates list cny");
  expect(out).toMatch(
    /^USD\/CNY +central parity +2023-03-16 +2024-01-05 +58 +2023-03-24\/2023-04-13, .* more /m,
  );
  expect(out).toMatch(/^EUR\/CNY +reference +2005-04-01 /m);
  expect(out).toMatch(/^The newest: central parity 2024-01-05 \(\d+ days ago\), reference /m);
  expect(out).toContain("Terms: ECB rates name the European Central Bank");
  const json = JSON.parse(await run("rates list --json")) as { pair: string; gaps: string[] }[];
  expect(json.length).toBeGreaterThan(75);
  expect(json.find((one) => one.pair === "EUR/ISK")?.gaps[0]).toBe("2008-12-09/2018-02-01");
});

describe("rates show", () => {
  test("prints a month of a cross with equal decimals, a bar each, its ends and its mean", async () => {
    const out = await run("rates show usd/cny 2023-10");
    expect(out).toMatch(/^USD\/CNY, cross over EUR \(reference\), 2023-10: 22 rates\n/);
    const rows = [...out.matchAll(/^(2023-10-\d\d) {2}(\d\.\d+)/gm)];
    expect(rows).toHaveLength(22);
    expect(new Set(rows.map((row) => row[2]?.length))).toEqual(new Set([7]));
    expect(out).toMatch(/^lowest 7\.29124 on 2023-10-09, highest 7\.31898 on 2023-10-26/m);
  });

  test.each([
    ["2023-Q4 --kind central-parity", /central parity, 2023-Q4: 30 rates\n/],
    ["2023", /: 255 rates, every 7th shown\n/],
    ["2023-10-20/2023-10-24", /: 3 rates\n/],
    ["2023-10-23", /: 1 rate\n\ndate +rate *\n2023-10-23 +7\.316127/],
    ["2022 --kind customs", /customs, 2022: 12 rates\n\ndate +rate +above the lowest *\n2022-01 +6\.3716/],
  ])("takes %s as a period", async (period, what) => {
    expect(await run(`rates show USD/CNY ${period}`)).toMatch(what);
  });

  test("prints CSV that the book of one's own rates reads again", async () => {
    const { RateBook } = await import("../../src/index.js");
    const csv = await run("rates show jpy/cny 2019-03 --csv");
    expect(csv.split("\n")[0]).toBe("date,base,quote,rate,kind");
    const again = RateBook.fromCsv(csv);
    expect(again.series("JPY/CNY", "reference")?.length).toBe(21);
    const plain = ecb("CNY", "2019-03-01") / ecb("JPY", "2019-03-01");
    expect(again.rate("JPY/CNY", "2019-03-01").quoted).toBe(`JPY/CNY ${plain.toFixed(8)}`);
  });
});

describe("a file of one's own rates", () => {
  const file = (name: string, text: string) => {
    const path = join(home, name);
    writeFileSync(path, text);
    return path;
  };
  const head = "date,base,quote,rate,kind\n";

  test.each([
    ["plain", `${head}2023-10-23,USD,CNY,7.31,spot\n`],
    ["in quotes", '"kind","date","base","quote","rate"\n"spot","2023-10-23","usd","cny","7.31"\n'],
    [
      "with CRLF and a byte order mark",
      `\uFEFF${head}2023-10-23,USD,CNY,7.31,spot\n`.replaceAll("\n", "\r\n"),
    ],
  ])("goes before the tables: %s", async (name, text) => {
    const out = await run(
      `convert '7.31bn yuan' USD --on 2023-10-23 --kind spot --rates ${file(`${name.replaceAll(" ", "-")}.csv`, text)}`,
    );
    expect(out).toMatch(/^USD 1\.00000bn/);
  });

  test("goes before every kind where none is named, and only where it has the day", async () => {
    const path = file("spot.csv", `${head}2023-10-23,USD,CNY,7.31,spot\n`);
    expect(await run(`convert '7.31bn yuan' USD --on 2023-10-23 --rates ${path}`)).toMatch(/^USD 1\.00000bn/);
    expect(await run(`rate USD/CNY --on 2023-10-23 --rates ${path}`)).toContain("spot");
    expect(await run(`rate USD/CNY --on 2023-10-20 --rates ${path}`)).not.toContain("spot");
    expect(await run(`rate USD/CNY --on 2023-10-23 --kind central-parity --rates ${path}`)).toContain(
      "7.1792",
    );
  });

  test("is asked by rate-used as well", async () => {
    const path = file("used.csv", `${head}2023-10-23,USD,JPY,7.31,spot\n`);
    const out = await run(`rate-used '7.31m yen' '$1.00m' --printed 2023-10-23 --rates ${path}`);
    expect(out).toMatch(/the market rate reproduces the print, best USD\/JPY 7\.31 of 2023-10-23/);
  });

  test.each([
    ["a comma in a number", `${head}2023-10-23,USD,CNY,7,31,spot\n`, /line 2: found 6 cells for 5 columns/],
    [
      "no kind",
      "date,base,quote,rate\n2023-10-23,USD,CNY,7.31\n",
      /line 1: the column kind is missing; write date,/,
    ],
    [
      "semicolons",
      "date;base;quote;rate;kind\n2023-10-23;USD;CNY;7,31;spot\n",
      /line 1: cells stand between semicolons, expected commas/,
    ],
    [
      "two rates of a day",
      `${head}2023-10-23,USD,CNY,7.31,spot\n2023-10-23,USD,CNY,7.32,spot\n`,
      /line 3: a second spot rate of USD\/CNY for 2023-10-23: 7.32, after 7.31 in line 2/,
    ],
    ["nothing", "", /there are no rates in it; write date,/],
    ["a head alone", head, /there are no rates in it/],
  ])("is refused with its place: %s", async (name, text, why) => {
    const path = file(`bad-${name.replaceAll(" ", "-")}.csv`, text);
    await expect(run(`convert '5bn yuan' USD --on 2023-10-23 --rates ${path}`)).rejects.toThrow(why);
  });
});

test("a file of one's own goes first under every policy of days", async () => {
  const file = join(home, "mine.csv");
  writeFileSync(file, "date,base,quote,rate,kind\n2023-10-20,USD,CNY,9.9999,spot\n");
  const ask = (policy: string) => run(`convert '99.999m yuan' USD --rates ${file} --on 2023-10-21 ${policy}`);
  for (const policy of ["previous", "nearest"]) expect(await ask(`--policy ${policy}`)).toContain("9.9999");
  await expect(ask("")).rejects.toThrow("2023-10-21");
  await expect(run("convert '5bn yuan' USD --on 2023-10-22")).rejects.toThrow(
    "add --policy previous or --policy nearest, or name another day",
  );
});
