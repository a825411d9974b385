import { FigureError } from "../errors.js";
import { isCurrencyCode } from "../figure/currency.js";
import { period } from "../figure/period.js";
import { type SeriesOptions, series } from "../growth/series/read.js";
import type { Series } from "../growth/series/series.js";
import { sharedNames } from "../language/currency-names.js";
import { MONTHS as GERMAN_MONTHS } from "../language/de/words.js";
import { MONTHS as ENGLISH_MONTHS } from "../language/en/words.js";
import { guess } from "../language/guess.js";
import { once } from "../language/once.js";
import { MONTHS as RUSSIAN_MONTHS } from "../language/ru/words.js";
import { decimalMark } from "../notation/decimal-mark.js";
import { figure } from "../notation/figure.js";
import { parseCsv } from "./csv.js";

/** A column of a pasted table as a series of figures. */
export interface TableSeries {
  readonly name: string;
  readonly label: string;
  readonly currency: string;
  readonly scale: string;
  readonly points: readonly { readonly period: string; readonly hedge: string; readonly amount: string }[];
}

const SCALES: Readonly<Record<string, string>> = {
  k: "thousand",
  thousand: "thousand",
  thousands: "thousand",
  th: "thousand",
  m: "million",
  mn: "million",
  mio: "million",
  million: "million",
  millions: "million",
  bn: "billion",
  b: "billion",
  billion: "billion",
  billions: "billion",
  tn: "trillion",
  trn: "trillion",
  trillion: "trillion",
  trillions: "trillion",
  tsd: "thousand",
  tausend: "thousand",
  тыс: "thousand",
  millionen: "million",
  млн: "million",
  mrd: "billion",
  mia: "billion",
  milliarde: "billion",
  milliarden: "billion",
  млрд: "billion",
  bio: "trillion",
  billionen: "trillion",
  трлн: "trillion",
};

/** How a table is read where it does not say so itself. */
export interface TableReading {
  /** How numbers are written, as `read` has it: "en" (1,234.5), "de" (1.234,5); default: as the table shows, else by its language. */
  readonly locale?: string | undefined;
  /** The country whose dollars, pounds, francs a heading means: "AU", "CH". */
  readonly region?: string | undefined;
}

/**
 * The series of a table as one pastes it: periods in the first column, and in each other column amounts, whose currency
 * and scale its heading names: "Exports (billion yen)", "USD bn", "Ausfuhren (Mrd. Euro)". An empty cell is a month
 * without a figure.
 * @throws FigureError "bad-data" that names line and column, and what to write
 */
export function seriesOfTable(text: string, file: string, reading: TableReading = {}): TableSeries[] {
  const { locale, region } = reading;
  if (region !== undefined && !/^[A-Za-z]{2}$/.test(region))
    throw new FigureError("bad-option", `region "${region}" is not a country code: write AU or CH`);
  const separator = text.split("\n")[0]?.includes("\t")
    ? "\t"
    : text.split("\n")[0]?.includes(";")
      ? ";"
      : ",";
  const whole = `${text.replace(/^\uFEFF/, "").trimEnd()}\n`;
  const records = parseCsv(separator === "," ? whole : asCommas(whole, separator), file);
  const [header, ...rows] = records;
  const heads = (header?.cells ?? []).map((cell) => cell.trim());
  if (heads.length < 2 || rows.length === 0) {
    throw new FigureError(
      "bad-data",
      `${file}: expected a line of headings, then lines of a period and amounts: period,exports (billion yen)`,
      { file, line: 1 },
    );
  }
  const columns = heads.slice(1).map((head) => ({ head, ...unitOf(head, file, region?.toUpperCase()) }));
  const decimal = locale === undefined ? decimalShown(rows, text) : decimalMark(locale);
  const group = decimal === "." ? COMMAS : POINTS;
  const slugs = columns.map(({ rest }) => slugOf(rest));
  const names = slugs.map((slug, i) => {
    const { currency } = columns[i] as (typeof columns)[number];
    return slug === ""
      ? currency.toLowerCase()
      : slugs.filter((one) => one === slug).length > 1
        ? `${slug}-${currency.toLowerCase()}`
        : slug;
  });
  return columns.map(({ currency, scale, rest, head }, at) => ({
    name: names[at] as string,
    label: rest === "" ? head : inSentence(rest),
    currency,
    scale,
    points: rows.flatMap(({ line, cells }) => {
      const written = (cells[at + 1] ?? "").trim();
      const amount = written.replace(group, "").replace(/(?<=\d),(?=\d)/, decimal === "," ? "." : ",");
      if (amount === "" || /^(n\/?a|\.\.|-|—|…)$/i.test(amount)) return [];
      const [, hedge = "", digits] = /^(?:([a-z][a-z ]{0,20}) )?([-−]?\d+(?:\.\d+)?)$/i.exec(amount) ?? [];
      if (digits === undefined) {
        throw new FigureError(
          "bad-data",
          `${file} line ${line}, column ${head}: found "${written.slice(0, 40)}", expected digits such as ${decimal === "." ? "8766.5" : "8766,5"}, or with a hedge, about 8766${decimalHint(written, decimal)}`,
          { file, line, column: head },
        );
      }
      return [{ period: periodOf(cells[0] ?? "", file, line), hedge, amount: digits.replace("−", "-") }];
    }),
  }));
}

/**
 * Series from a table as one pastes it, with commas, semicolons or tabs: periods in the first column (2024-01, Jan 2024,
 * 2024-01/2024-02), and in each other column amounts, whose currency and scale its heading names: "Exports (billion
 * yen)", "USD bn". The digits stay as they are; an empty cell is a gap.
 * @param options where the table was read, for the charts and workings made of it
 * @throws FigureError "bad-data" that names line and column, and what to write
 * @example pastedSeries("month,Exports (billion yen)\n2024-01,7332.7\n2024-02,8249.2").map((one) => one.last.figure.show()).join() // JPY 8,249.2bn, between 8,249.15bn and 8,249.25bn
 */
export function pastedSeries(text: string, options: SeriesOptions = {}): Series[] {
  return seriesOfTable(text.trim(), "the table").map(({ label, currency, scale, points }) =>
    series(
      `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
      points.map(({ period: when, hedge, amount }) => ({
        period: when,
        figure: `${hedge} ${amount} ${scale} ${currency}`.trim(),
      })),
      options,
    ),
  );
}

/** Whether any line below the first begins with a period, as those of a table do. */
export function hasPeriods(text: string): boolean {
  return text
    .split("\n")
    .slice(1)
    .some((line) => {
      try {
        return periodOf((line.split(/[,;\t]/)[0] ?? "").replaceAll('"', ""), "", 0) !== "";
      } catch (error) {
        if (FigureError.is(error)) return false;
        throw error;
      }
    });
}

function asCommas(text: string, separator: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\r$/, ""))
    .map((line) =>
      line === ""
        ? ""
        : line
            .split(separator)
            .map((cell) => `"${cell.replace(/^"|"$/g, "").replaceAll('"', '""')}"`)
            .join(","),
    )
    .join("\n");
}

/** What parts thousands: a comma or a point before three digits, a space, an apostrophe. */
const COMMAS = /(?<=\d)[,’' \u00a0\u2009\u202f](?=\d{3}(?!\d))/g;
const POINTS = /(?<=\d)[.’' \u00a0\u2009\u202f](?=\d{3}(?!\d))/g;
/** Numbers that only one of the two marks explains: "126,4" and "1.234,5"; "7,332" may be either. */
const ONLY_COMMA =
  /^\D{0,24}(?:\d{1,3}(?:[.’' \u00a0\u2009\u202f]\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|(?:0|\d{4,}),\d+)$/;
const ONLY_POINT =
  /^\D{0,24}(?:\d{1,3}(?:[,’' \u00a0\u2009\u202f]\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|(?:0|\d{4,})\.\d+)$/;

/** The decimal mark that the amounts show, else that of the language in which the table seems to be. */
function decimalShown(rows: readonly { readonly cells: readonly string[] }[], text: string): "." | "," {
  const amounts = rows.flatMap(({ cells }) => cells.slice(1).map((cell) => cell.trim()));
  const [comma, point] = [ONLY_COMMA, ONLY_POINT].map((shape) => amounts.some((cell) => shape.test(cell)));
  return comma === point ? decimalMark(guess(text).code) : comma ? "," : ".";
}

function decimalHint(cell: string, decimal: "." | ","): string {
  const other = decimal === "." ? ONLY_COMMA : ONLY_POINT;
  return other.test(cell)
    ? `; ${cell.slice(0, 40)} is read with --locale ${decimal === "." ? "de" : "en"}`
    : "";
}

/** Currency and scale of a heading, and what is left of it. */
function unitOf(
  head: string,
  file: string,
  region: string | undefined,
): { currency: string; scale: string; rest: string } {
  const { currency, ...more } = headingUnit(head, region);
  if (currency === undefined) {
    throw new FigureError(
      "bad-data",
      `${file} line 1, column ${head}: found no currency, expected one in the heading: "${head} (billion yen)"`,
      { file, line: 1, column: head },
    );
  }
  return { currency, ...more };
}

/**
 * As far as a heading says them: "amount (yen)", "Exports (billion yen)", "value_usd".
 * @param region the country whose money a name or sign means that several countries share
 */
export function headingUnit(
  head: string,
  region?: string,
): {
  readonly currency: string | undefined;
  readonly scale: string;
  readonly rest: string;
} {
  let currency: string | undefined;
  let scale = "";
  const rest: string[] = [];
  // "$bn" are a sign and a scale; the stop of "Mrd." belongs to no word.
  const words = head.replace(/(?<=\p{Sc})(?=\p{L})/gu, " ").split(/[\s,;:()[\]_/]+/);
  for (const written of words.filter((one) => one !== "")) {
    const word = written.replace(/(?<=\p{L}{2})\.$/u, "");
    const plain = word.toLowerCase();
    const money = currencyOf(word, region) ?? currencyOf(written, region);
    if (Object.hasOwn(SCALES, plain) && scale === "") scale = SCALES[plain] as string;
    else if (currency === undefined && money !== undefined) currency = money;
    else if (!/^(us|in|of)$/i.test(word)) rest.push(written);
  }
  return { currency, scale, rest: rest.join(" ") };
}

/** Codes of currencies that are words as well: in small letters they are none. */
const WORDS = /^(all|bam|cup|gel|mad|pen|sos|top|try)$/i;

/** The names of signs that several countries share. */
const SIGNS: Readonly<Record<string, string>> = { $: "dollars", "£": "pounds" };

function currencyOf(word: string, region?: string): string | undefined {
  const code = word.toUpperCase();
  const shared = sharedNames().get(SIGNS[word] ?? word.toLowerCase());
  const own = region === undefined ? undefined : shared?.countries.get(region);
  if (own !== undefined) return own;
  if (region === "JP" && /^[¥￥]$/.test(word)) return "JPY";
  if (/^[A-Za-z]{3}$/.test(word) && isCurrencyCode(code) && (word === code || !WORDS.test(word))) return code;
  try {
    const { unit } = figure(`1 ${word}`, {});
    return isCurrencyCode(unit) ? unit : undefined;
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}

/** "Exports" in the middle of a sentence is "exports"; "USA" stays. */
const inSentence = (text: string) => text.replace(/^[A-Z](?=[a-z ]|$)/, (first) => first.toLowerCase());

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");

/** Months by their first three letters, in English, German and Russian. */
const months = /* @__PURE__ */ once(
  () =>
    new Map([
      ...[...GERMAN_MONTHS, ...RUSSIAN_MONTHS, ...ENGLISH_MONTHS].map(
        ([name, month]) => [name.slice(0, 3), month] as const,
      ),
    ]),
);

/** The year of "Jan-22", as spreadsheets read it: 69 is 1969, and 68 is 2068. */
const fourDigits = (year: string | undefined) =>
  year?.length === 2 ? `${Number(year) < 69 ? 20 : 19}${year}` : year;

function periodOf(cell: string, file: string, line: number): string {
  const text = cell.trim();
  const numbers = /^(\d{4})[-/.年Mm]?(\d{1,2})月?$/.exec(text);
  const turned = /^(\d{1,2})[./](\d{4})$/.exec(text);
  const named = /^(\p{L}{3})\p{L}*\.?[ -]'?(\d{4}|\d\d)$/u.exec(text);
  const month = Number(numbers?.[2] ?? turned?.[1] ?? months().get(named?.[1]?.toLowerCase() ?? "") ?? 0);
  const year = numbers?.[1] ?? turned?.[2] ?? fourDigits(named?.[2]);
  try {
    return period(month > 0 ? `${year}-${String(month).padStart(2, "0")}` : text).text;
  } catch (error) {
    if (!FigureError.is(error)) throw error;
    throw new FigureError(
      "bad-data",
      `${file} line ${line}, column 1: found "${text.slice(0, 40)}", expected a period such as 2024-01, Jan 2024 or 2024`,
      { file, line },
    );
  }
}
