import { FigureError } from "../errors.js";
import { isCurrencyCode } from "../figure/currency.js";
import { period } from "../figure/period.js";
import { type SeriesOptions, series } from "../growth/series/read.js";
import type { Series } from "../growth/series/series.js";
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
};

/**
 * The series of a table as one pastes it: periods in the first column, and in each other column amounts, whose currency
 * and scale its heading names: "Exports (billion yen)", "USD bn". An empty cell is a month without a figure.
 * @throws FigureError "bad-data" that names line and column, and what to write
 */
export function seriesOfTable(text: string, file: string): TableSeries[] {
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
  const columns = heads.slice(1).map((head) => ({ head, ...unitOf(head, file) }));
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
      const amount = (cells[at + 1] ?? "")
        .trim()
        .replace(/(?<=\d),(?=\d{3}(?!\d))|(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "");
      if (amount === "" || /^(n\/?a|\.\.|-|—|…)$/i.test(amount)) return [];
      const [, hedge = "", digits] = /^(?:([a-z][a-z ]{0,20}) )?([-−]?\d+(?:\.\d+)?)$/i.exec(amount) ?? [];
      if (digits === undefined) {
        throw new FigureError(
          "bad-data",
          `${file} line ${line}, column ${head}: found "${amount.slice(0, 40)}", expected digits such as 8766.5, or with a hedge, about 8766`,
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

/** Currency and scale of a heading, and what is left of it. */
function unitOf(head: string, file: string): { currency: string; scale: string; rest: string } {
  const { currency, ...more } = headingUnit(head);
  if (currency === undefined) {
    throw new FigureError(
      "bad-data",
      `${file} line 1, column ${head}: found no currency, expected one in the heading: "${head} (billion yen)"`,
      { file, line: 1, column: head },
    );
  }
  return { currency, ...more };
}

/** As far as a heading says them: "amount (yen)", "Exports (billion yen)", "value_usd". */
export function headingUnit(head: string): {
  readonly currency: string | undefined;
  readonly scale: string;
  readonly rest: string;
} {
  let currency: string | undefined;
  let scale = "";
  const rest: string[] = [];
  for (const word of head.split(/[\s,;:()[\]_/]+/).filter((one) => one !== "")) {
    const plain = word.toLowerCase();
    if (SCALES[plain] !== undefined && scale === "") scale = SCALES[plain];
    else if (currency === undefined && currencyOf(word) !== undefined) currency = currencyOf(word);
    else if (!/^(us|in|of)$/i.test(word)) rest.push(word);
  }
  return { currency, scale, rest: rest.join(" ") };
}

/** Codes of currencies that are words as well: in small letters they are none. */
const WORDS = /^(all|bam|cup|gel|mad|pen|sos|top|try)$/i;

function currencyOf(word: string): string | undefined {
  const code = word.toUpperCase();
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
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The year of "Jan-22", as spreadsheets read it: 69 is 1969, and 68 is 2068. */
const fourDigits = (year: string | undefined) =>
  year?.length === 2 ? `${Number(year) < 69 ? 20 : 19}${year}` : year;

function periodOf(cell: string, file: string, line: number): string {
  const text = cell.trim();
  const numbers = /^(\d{4})[-/.年Mm]?(\d{1,2})月?$/.exec(text);
  const named = /^([A-Za-z]{3})[a-z]*\.?[ -]'?(\d{4}|\d\d)$/.exec(text);
  const month = numbers
    ? Number(numbers[2])
    : named
      ? MONTHS.indexOf((named[1] as string).toLowerCase()) + 1
      : 0;
  const year = numbers?.[1] ?? fourDigits(named?.[2]);
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
