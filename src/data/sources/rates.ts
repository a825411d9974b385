import { FigureError } from "../../errors.js";
import { type Decimal, decimal } from "../../exact/decimal.js";
import { isCurrencyCode } from "../../figure/currency.js";
import { dayNumber, period } from "../../figure/period.js";
import type { Source } from "../../figure/quantity.js";
import type { RateEntry } from "../../rate/entry.js";
import type { RateKind } from "../../rate/kind.js";
import { broken, csvOf, type Document, jsonOf, listOf, member } from "./document.js";

/** One rate as a loader found it, before it is checked. */
interface Raw {
  readonly on: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly per?: number;
}

const ECB: Source = {
  publisher: "European Central Bank",
  title: "Euro foreign exchange reference rates",
  url: "https://data.ecb.europa.eu/",
};

/**
 * The ECB's data API in SDMX CSV: daily reference rates, columns read by name since their order has changed before. A
 * day without a fixing has an empty value and the status H.
 */
export function parseEcbCsv(of: Document): RateEntry[] {
  const rows = csvOf(of, ["FREQ", "CURRENCY", "CURRENCY_DENOM", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"]);
  const raw = rows.flatMap((row): Raw[] => {
    if (row["FREQ"] !== "D") throw broken(of, `expected daily rates (FREQ D), found ${row["FREQ"]}`);
    if (row["OBS_VALUE"] === "" || row["OBS_VALUE"] === "NaN") return [];
    return [
      {
        on: row["TIME_PERIOD"] ?? "",
        base: row["CURRENCY_DENOM"] ?? "",
        quote: row["CURRENCY"] ?? "",
        rate: row["OBS_VALUE"] ?? "",
      },
    ];
  });
  return checkedRates(of, raw, "reference", ECB);
}

/** The ECB's wide history (eurofxref-hist.csv): a date column, one column a currency, N/A where there is none. */
export function parseEcbHistory(of: Document): RateEntry[] {
  const rows = csvOf(of, ["Date", "USD"]);
  const raw = rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, rate]): Raw[] =>
      column === "Date" || column === "" || rate === "N/A" || rate === ""
        ? []
        : [{ on: row["Date"] ?? "", base: "EUR", quote: column, rate }],
    ),
  );
  return checkedRates(of, raw, "reference", ECB);
}

/** What is known of a FRED series: its pair, its kind, and the decimals that the Federal Reserve prints. */
export interface FredSeries {
  readonly base: string;
  readonly quote: string;
  readonly kind: RateKind;
  readonly decimals: number;
  readonly monthly?: boolean;
}

const noon = (pair: string, decimals: number): FredSeries => {
  const [base = "", quote = ""] = pair.split("/");
  return { base, quote, kind: "noon-buying", decimals };
};

/** The daily series of H.10, those of data/rates/build.mjs among them, and the monthly mean of the yuan. */
export const FRED_SERIES: Readonly<Record<string, FredSeries>> = {
  DEXCHUS: noon("USD/CNY", 4),
  EXCHUS: { base: "USD", quote: "CNY", kind: "period-average", decimals: 4, monthly: true },
  DEXUSEU: noon("EUR/USD", 4),
  DEXJPUS: noon("USD/JPY", 2),
  DEXHKUS: noon("USD/HKD", 4),
  DEXKOUS: noon("USD/KRW", 2),
  DEXUSUK: noon("GBP/USD", 4),
  DEXUSAL: noon("AUD/USD", 4),
  DEXUSNZ: noon("NZD/USD", 4),
  DEXBZUS: noon("USD/BRL", 4),
  DEXCAUS: noon("USD/CAD", 4),
  DEXDNUS: noon("USD/DKK", 4),
  DEXINUS: noon("USD/INR", 2),
  DEXMAUS: noon("USD/MYR", 4),
  DEXMXUS: noon("USD/MXN", 4),
  DEXNOUS: noon("USD/NOK", 4),
  DEXSDUS: noon("USD/SEK", 4),
  DEXSFUS: noon("USD/ZAR", 4),
  DEXSIUS: noon("USD/SGD", 4),
  DEXSLUS: noon("USD/LKR", 2),
  DEXSZUS: noon("USD/CHF", 4),
  DEXTAUS: noon("USD/TWD", 2),
  DEXTHUS: noon("USD/THB", 2),
};

function fredRates(
  of: Document,
  id: string,
  observations: readonly { date: string; value: string }[],
): RateEntry[] {
  const series = FRED_SERIES[id];
  if (series === undefined) {
    throw new FigureError(
      "bad-option",
      `no FRED series ${id}; there are ${Object.keys(FRED_SERIES).join(", ")}`,
    );
  }
  const raw = observations.flatMap(({ date, value }): Raw[] => {
    // A holiday is an empty field in CSV and a full stop in JSON.
    if (value === "" || value === ".") return [];
    return [
      {
        on: series.monthly ? date.slice(0, 7) : date,
        base: series.base,
        quote: series.quote,
        rate: padded(value, series.decimals),
      },
    ];
  });
  const source: Source = {
    publisher: "Federal Reserve Board, via FRED",
    title: id,
    url: `https://fred.stlouisfed.org/series/${id}`,
  };
  return checkedRates(of, raw, series.kind, source);
}

/** FRED drops the trailing zeros that H.10 prints: 7.309 was printed as 7.3090. */
function padded(value: string, decimals: number): string {
  const [whole = "", fraction = ""] = value.split(".");
  return fraction.length >= decimals ? value : `${whole}.${fraction.padEnd(decimals, "0")}`;
}

/** FRED's CSV: a date column and one named after the series. */
export function parseFredCsv(of: Document, id: string): RateEntry[] {
  const rows = csvOf(of, [id]);
  const dates = ["observation_date", "DATE"].find((name) => rows[0] === undefined || name in rows[0]);
  if (dates === undefined) throw broken(of, "there is no column observation_date");
  return fredRates(
    of,
    id,
    rows.map((row) => ({ date: row[dates] ?? "", value: row[id] ?? "" })),
  );
}

/** FRED's JSON (series/observations). */
export function parseFredJson(of: Document, id: string): RateEntry[] {
  const list = listOf(of, jsonOf(of), "observations");
  return fredRates(
    of,
    id,
    list.map((one) => ({ date: String(member(of, one, "date")), value: String(member(of, one, "value")) })),
  );
}

/** The central parity from chinamoney.com.cn: pairs in data.head ("USD/CNY", "100JPY/CNY", "CNY/RUB"), days in records. */
export function parseChinamoney(of: Document): RateEntry[] {
  const answer = jsonOf(of);
  const code = String(member(of, member(of, answer, "head"), "rep_code"));
  if (code !== "200") throw broken(of, `the service says ${code} instead of 200`);
  const pairs = listOf(of, member(of, answer, "data"), "head").map((text) => parityPair(of, String(text)));
  const raw = listOf(of, answer, "records").flatMap((record) => {
    const on = String(member(of, record, "date"));
    const values = listOf(of, record, "values");
    if (values.length !== pairs.length)
      throw broken(of, `${on} has ${values.length} rates for ${pairs.length} pairs`);
    return pairs.flatMap((pair, i): Raw[] =>
      /^-*$/.test(String(values[i])) ? [] : [{ on, ...pair, rate: String(values[i]) }],
    );
  });
  return checkedRates(of, raw, "central-parity", CFETS);
}

const CFETS: Source = {
  publisher: "China Foreign Exchange Trade System",
  title: "RMB central parity rates",
  url: "https://www.chinamoney.com.cn/english/",
};

/** "USD/CNY", "100JPY/CNY", "CNY/RUB". */
function parityPair(of: Document, text: string): { per: number; base: string; quote: string } {
  const found = /^(\d*)([A-Z]{3})\/([A-Z]{3})$/.exec(text.trim());
  if (found === null) throw broken(of, `"${text}" is no pair`);
  return { per: found[1] === "" ? 1 : Number(found[1]), base: found[2] as string, quote: found[3] as string };
}

/** The same as a table saved from the site: a column of dates, then one a pair; "---" where there is no rate. */
export function parseChinamoneyCsv(of: Document): RateEntry[] {
  const rows = csvOf(of, []);
  const columns = Object.keys(rows[0] ?? {});
  const day = columns.find((one) => /^(date|日期)$/i.test(one));
  if (day === undefined) throw broken(of, "there is no column Date");
  const pairs = columns
    .filter((one) => /\//.test(one))
    .map((one) => ({ column: one, ...parityPair(of, one) }));
  const raw = rows.flatMap((row) =>
    pairs.flatMap(({ column, ...pair }): Raw[] => {
      const rate = row[column] ?? "";
      // The notes below the table have no day.
      return /^-*$/.test(rate) || !/^\d{4}-/.test(row[day] ?? "")
        ? []
        : [{ on: row[day] as string, ...pair, rate }];
    }),
  );
  return checkedRates(of, raw, "central-parity", CFETS);
}

/** How far a rate may lie from the median of its series before it is taken for a mistake. */
const PLAUSIBLE = 10;

function checkedRates(of: Document, raw: readonly Raw[], kind: RateKind, source: Source): RateEntry[] {
  if (raw.length === 0) throw broken(of, "it holds no rates");
  const entries = raw.map((one): RateEntry => {
    if (!isCurrencyCode(one.base) || !isCurrencyCode(one.quote))
      throw broken(of, `"${one.base}/${one.quote}" is no pair of currencies`);
    try {
      period(one.on);
    } catch {
      throw broken(of, `"${one.on}" is no date`);
    }
    if (!/^\d+(\.\d+)?$/.test(one.rate) || !decimal(one.rate).greaterThan(0))
      throw broken(of, `"${one.rate}" on ${one.on} is no rate`);
    const per = (one.per ?? 1) as NonNullable<RateEntry["per"]>;
    return { on: one.on, base: one.base, quote: one.quote, rate: one.rate, per, kind, source };
  });
  for (const [pair, group] of grouped(entries)) checkSeries(of, pair, group);
  return entries.sort((a, b) => dayNumber(period(a.on).start) - dayNumber(period(b.on).start));
}

function grouped(entries: readonly RateEntry[]): Map<string, RateEntry[]> {
  const groups = new Map<string, RateEntry[]>();
  for (const entry of entries) {
    const pair = `${entry.base}/${entry.quote}`;
    const group = groups.get(pair);
    if (group === undefined) groups.set(pair, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** Days in one direction, none twice, and no rate far from the others. */
function checkSeries(of: Document, pair: string, group: readonly RateEntry[]): void {
  const days = group.map((entry) => dayNumber(period(entry.on).start));
  const rising = days.every((day, i) => i === 0 || day > (days[i - 1] as number));
  const falling = days.every((day, i) => i === 0 || day < (days[i - 1] as number));
  if (!rising && !falling)
    throw broken(of, `the days of ${pair} are not in order, or one stands there twice`);
  // Money can lose more than that in decades: a long series is looked at in stretches of a year or so.
  for (let i = 0; i < group.length; i += STRETCH) checkStretch(of, pair, group.slice(i, i + STRETCH));
}

const STRETCH = 300;

function checkStretch(of: Document, pair: string, group: readonly RateEntry[]): void {
  const values = group.map((entry) => decimal(entry.rate));
  const median = [...values].sort((a, b) => a.comparedTo(b))[Math.floor(values.length / 2)] as Decimal;
  const odd = group.find((_, i) => {
    const ratio = (values[i] as Decimal).dividedBy(median);
    return ratio.greaterThan(PLAUSIBLE) || ratio.lessThan(1 / PLAUSIBLE);
  });
  if (odd !== undefined)
    throw broken(
      of,
      `${pair} ${odd.rate} on ${odd.on} is far from the median ${median.toFixed()}: a wrong unit?`,
    );
}
