/** The rates by which whole tables are converted: of the book, by month, or of a file. */
import { existsSync } from "node:fs";
import { type QuotedRate, RatesByKey } from "../../data/columns/rates.js";
import { parseCsv } from "../../data/csv.js";
import { readText, shownPath } from "../../data/file/bytes.js";
import { openRateBook } from "../../data/index.js";
import { FigureError } from "../../errors.js";
import type { RateBook } from "../../rate/book.js";
import { customsRate } from "../../rate/customs.js";
import { quotationOrder } from "../../rate/order.js";

export interface RateFlags {
  readonly to?: string;
  readonly rates?: string;
}

type Pair = `${string}/${string}`;

/** Rates by the months of a table, and why the last that was asked for in vain is not there. */
export interface TableRates {
  readonly by: RatesByKey;
  lacking(): string | undefined;
}

/** The rates that --to and --rates ask for; undefined where nothing is converted. */
export function ratesOf({ to, rates }: RateFlags, from: string): TableRates | undefined {
  if (to === undefined && rates === undefined) return undefined;
  if (to === undefined || rates === undefined)
    throw new FigureError("bad-option", "a conversion needs both --to and --rates");
  if (rates === "customs") {
    if (from !== "CNY" && to !== "CNY")
      throw new FigureError(
        "bad-option",
        `customs rates are those of China's customs, between the yuan and others, and not of ${from} and ${to}: --rates period-average, or a file`,
      );
    return ofBook(from, to, customsOf);
  }
  if (rates === "period-average") return ofBook(from, to, averageOf);
  if (!existsSync(rates)) {
    throw new FigureError(
      "bad-option",
      `--rates is customs, period-average, or a CSV file with the columns month,rate; there is no file ${rates}`,
    );
  }
  // China's currency is quoted per unit of others; otherwise a file says what one unit of --from is worth in --to.
  const pair: Pair = from === "CNY" ? `${to}/${from}` : `${from}/${to}`;
  return { by: RatesByKey.of(pair, ratesFile(rates)), lacking: () => undefined };
}

/** The pair as it is published: so the mean is one of printed digits, whichever way amounts are converted. */
function ofBook(
  from: string,
  to: string,
  rateOf: (book: RateBook, pair: Pair, month: string) => QuotedRate,
): TableRates {
  const book = openRateBook();
  const [base, quote] = from === "CNY" ? [to, from] : to === "CNY" ? [from, to] : quotationOrder(from, to);
  const pair: Pair = `${base}/${quote}`;
  let lack: string | undefined;
  const by = RatesByKey.from(pair, (key) => {
    try {
      return rateOf(book, pair, monthText(key));
    } catch (error) {
      if (FigureError.is(error) && error.code === "no-rate") lack = error.message;
      throw error;
    }
  });
  return { by, lacking: () => lack };
}

/** More than any rate is published with; every row of a month is converted by the same digits. */
const MEAN_DIGITS = 8;

/** Of a month the published average, or else the mean of its days, as the series have it, to eight digits. */
function averageOf(book: RateBook, pair: Pair, month: string): QuotedRate {
  const published = book.tryAverage(pair, month, { kind: "period-average" });
  if (published !== undefined) return published;
  const { base, quote, value } = book.average(pair, month);
  return { base, quote, value: value.toSignificantDigits(MEAN_DIGITS) };
}

/** Of a month the rate on record, or else by the rule, from the central parities. */
const customsOf = (book: RateBook, pair: Pair, month: string) =>
  book.tryAverage(pair, month, { kind: "customs" }) ?? customsRate(book, pair, month);

/** A CSV file of rates: the first column is the month or day, "rate" the digits as published. */
function ratesFile(path: string): ReadonlyMap<string, string> {
  const file = shownPath(path);
  const [head, ...rows] = parseCsv(readText(path), file);
  const at = head?.cells.indexOf("rate") ?? -1;
  if (at < 1) {
    throw new FigureError(
      "bad-data",
      `${file}: expected the columns month,rate; found ${head?.cells.join(",")}`,
      { file },
    );
  }
  const found = new Map<string, string>();
  for (const { cells, line } of rows) {
    const key = cells[0] as string;
    if (found.has(key))
      throw new FigureError("bad-data", `${file} line ${line}: a second rate for ${key}`, { file, line });
    found.set(key, cells[at] as string);
  }
  return found;
}

const DAY = /^(\d{4})-?(0[1-9]|1[0-2])-?\d{2}(?:[ T].*)?$/;

/** The month of a day; what is no day stays. */
export const ofDay = (key: string): string => key.replace(DAY, "$1-$2");

/** 202309 and 2023-09-14 lie in 2023-09. */
function monthText(key: string): string {
  const found = /^(\d{4})-?(\d{2})$/.exec(ofDay(key));
  if (found === null)
    throw new FigureError("bad-data", `"${key.slice(0, 40)}" is not a month such as 2023-09`);
  return `${found[1]}-${found[2]}`;
}
