import { expect, test } from "vitest";
import { bundledRates, openData } from "../../src/data/index.js";
import { RateBook, type RateEntry } from "../../src/index.js";
import { parityBand, parityWindow } from "../../src/rate/parity-window.js";
import { EURO_PARITIES, PARITIES } from "./parities.js";

const history = bundledRates();
const market = new RateBook(history);

const parity = (pair: "USD/CNY" | "EUR/CNY", on: string, rate: string): RateEntry => {
  const [base, quote] = pair.split("/") as [string, string];
  return { on, base, quote, rate, kind: "central-parity" };
};

/** The window of a day, from the parity before it and the market; whether it holds the parity that came. */
function holds(pair: "USD/CNY" | "EUR/CNY", on: string, came: string, before: RateEntry): boolean {
  const book = new RateBook([before, ...history]);
  const window = parityWindow(book, pair, on, 0);
  return window?.contains(new RateBook([parity(pair, on, came)]).rate(pair, on).value) === true;
}

test("the parity of a day lies in the window, on days that the margin was not chosen on", () => {
  const known = new Set(
    openData()
      .table("rates")
      .filter((row) => row.kind === "central-parity")
      .map((row) => row.date),
  );
  for (const [on, came, before] of PARITIES) {
    expect([on, known.has(on)]).toEqual([on, false]);
    const earlier = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
    expect([on, holds("USD/CNY", on, came, parity("USD/CNY", earlier, before))]).toEqual([on, true]);
  }
  for (const [on, came, earlier, before] of EURO_PARITIES)
    expect([on, holds("EUR/CNY", on, came, parity("EUR/CNY", earlier, before))]).toEqual([on, true]);
});

test("the window is narrow enough to rule a convention out: a parity one percent off lies outside", () => {
  const before = parity("USD/CNY", "2024-01-05", "7.1029");
  expect(holds("USD/CNY", "2024-01-12", "7.0303", before)).toBe(false);
  expect(holds("USD/CNY", "2024-01-12", "7.1050", before)).toBe(true);
});

test("no market rate of a day is further from its parity than the central bank's band allows", () => {
  const data = openData();
  const days = [
    ...data
      .table("rates")
      .filter((row) => row.kind === "central-parity")
      .map((row) => ({ ...row, on: row.date })),
    ...data.table("customs_rates").map((row) => ({ ...row, on: row.fixing_date })),
    ...PARITIES.map(([on, rate]) => ({ on, base: "USD", quote: "CNY", rate })),
  ];
  let compared = 0;
  for (const { on, base, quote, rate } of days) {
    const pair = `${base}/${quote}` as "USD/CNY";
    for (const kind of ["reference", "noon-buying"] as const) {
      const found = market.tryRate(pair, on, { kind });
      if (found === undefined) continue;
      compared++;
      const value = new RateBook([parity(pair, on, rate)]).rate(pair, on).value;
      expect([on, pair, kind, parityBand(pair, on, found.interval)?.contains(value)]).toEqual([
        on,
        pair,
        kind,
        true,
      ]);
    }
  }
  expect(compared).toBeGreaterThan(250);
});

test("of what no rule says, nothing is known", () => {
  const [rouble] = market.series("EUR/RUB", "reference")?.within("2021-06-01", "2021-06-02") ?? [];
  expect(parityBand("CNY/RUB", "2021-06-01", rouble!.interval)).toBeUndefined();
  expect(parityBand("USD/CNY", "1993-12-31", rouble!.interval)).toBeUndefined();
  expect(parityWindow(market, "USD/CNY", "2099-01-05", 1)).toBeUndefined();
});
