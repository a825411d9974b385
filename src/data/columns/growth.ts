/** Growth, shares and contributions of sums: exact fractions, rounded once where they are shown. */
import { FigureError } from "../../errors.js";
import { type Decimal, Near } from "../../exact/decimal.js";
import { type RoundingMode, shift } from "../../exact/rounding.js";
import { digitsOf } from "./column.js";
import { roundedRatio } from "./rounded-quotient.js";
import { idOf, type SumRow, Sums } from "./sums.js";

/** A ratio of two sums: exact as `top` ÷ `bottom`. */
export interface RatioRow {
  readonly keys: readonly string[];
  readonly top: bigint;
  readonly bottom: bigint;
  /** The ratio rounded once to the decimals that were asked for: growth of 4.2% is 0.042. */
  readonly value: Decimal;
  readonly text: string;
}

export interface RatioOptions {
  /** Decimals of the ratio (default 8). */
  readonly decimals?: number;
  readonly rounding?: RoundingMode;
}

export interface GrowthOptions extends RatioOptions {
  /** The key that is the month, "2023-09" (default "month"). */
  readonly month?: string;
  /** Each month against the same month a year before, or the year to that month against the year before to it. */
  readonly over?: "year" | "year-to-date";
}

/**
 * Growth on the year of each group: current ÷ base − 1. A month is there where both it and the month a year before have an
 * amount above zero in the base; year to date needs every month of both years so far.
 * @example growthBy(sumBy(Column.of("USD", 0, ["100", "182"]), [Keys.of("month", ["2022-09", "2023-09"])])).map((row) => row.text).join() // 0.82000000
 */
export function growthBy(sums: Sums, options: GrowthOptions = {}): RatioRow[] {
  const at = sums.place(options.month ?? "month");
  const amounts = options.over === "year-to-date" ? yearToDate(sums, at) : sums;
  const rows: RatioRow[] = [];
  for (const row of amounts.rows) {
    const base = amounts.unitsOf(...replaced(row.keys, at, yearEarlier(row.keys[at] as string)));
    if (base !== undefined && base > 0n) rows.push(ratioRow(row.keys, row.units - base, base, options));
  }
  return rows;
}

/** Each month's sum since January; a month is left out where one before it in the year has no amount. */
function yearToDate(sums: Sums, at: number): Sums {
  const rows: SumRow[] = [];
  const running = new Map<string, { readonly month: number; readonly row: SumRow }>();
  // Sorted by the month within a group, whatever the order of the keys.
  const ordered = [...sums.rows].sort((a, b) => ((a.keys[at] as string) < (b.keys[at] as string) ? -1 : 1));
  for (const row of ordered) {
    const month = monthOf(row.keys[at] as string);
    const id = idOf(replaced(row.keys, at, (row.keys[at] as string).slice(0, 4)));
    const before = running.get(id);
    if ((before?.month ?? 0) !== month - 1) continue;
    const summed = {
      keys: row.keys,
      units: (before?.row.units ?? 0n) + row.units,
      count: (before?.row.count ?? 0) + row.count,
    };
    running.set(id, { month, row: summed });
    rows.push(summed);
  }
  return new Sums(sums.currency, sums.scale, sums.by, rows);
}

/**
 * The share of each group in the sum of those that agree with it in the keys `within` (default: in all).
 * @example shareOf(sumBy(Column.of("USD", 0, ["1", "3"]), [Keys.of("province", ["A", "B"])])).map((row) => row.text).join(" ") // 0.25000000 0.75000000
 */
export function shareOf(sums: Sums, within: readonly string[] = [], options: RatioOptions = {}): RatioRow[] {
  const wholes = sums.over(...within);
  const places = within.map((name) => sums.place(name));
  return sums.rows.flatMap((row) => {
    const whole = wholes.unitsOf(...places.map((at) => row.keys[at] as string));
    return whole === undefined || whole <= 0n ? [] : [ratioRow(row.keys, row.units, whole, options)];
  });
}

/**
 * What each group adds to the growth of all on the year: (current − base) ÷ the base of all. The contributions of a month
 * add up to its growth; a group without an amount in a month counts as zero there, in the year to date too.
 */
export function contributionsBy(sums: Sums, options: GrowthOptions = {}): RatioRow[] {
  const name = options.month ?? "month";
  const at = sums.place(name);
  const toDate = options.over === "year-to-date";
  const monthly = sums.over(name);
  const wholes = toDate ? yearToDate(monthly, 0) : monthly;
  const groups = new Map(sums.rows.map((row) => [idOf(replaced(row.keys, at, "")), row.keys]));
  /** A group's amount in a month or in the year to it; undefined where there is none. */
  const amountOf = (group: readonly string[], month: string): bigint | undefined => {
    const months = toDate ? monthsTo(monthly, month) : [month];
    const found = months.flatMap((one) => sums.unitsOf(...replaced(group, at, one)) ?? []);
    return found.length === 0 ? undefined : found.reduce((a, b) => a + b);
  };
  const rows: RatioRow[] = [];
  for (const { keys } of wholes.rows) {
    const month = keys[0] as string;
    const base = wholes.unitsOf(yearEarlier(month));
    if (base === undefined || base <= 0n) continue;
    for (const group of groups.values()) {
      const current = amountOf(group, month);
      const before = amountOf(group, yearEarlier(month));
      if (current === undefined && before === undefined) continue;
      rows.push(ratioRow(replaced(group, at, month), (current ?? 0n) - (before ?? 0n), base, options));
    }
  }
  return rows;
}

/** The months of a year up to one of them. */
const monthsTo = ({ rows }: Sums, month: string): string[] =>
  rows
    .map((row) => row.keys[0] as string)
    .filter((one) => one.slice(0, 4) === month.slice(0, 4) && one <= month);

export function ratioRow(
  keys: readonly string[],
  top: bigint,
  bottom: bigint,
  { decimals = 8, rounding = "halfEven" }: RatioOptions,
): RatioRow {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 40) {
    throw new FigureError("bad-option", `a ratio is shown with 0 to 40 decimals, asked for ${decimals}`);
  }
  const units = roundedRatio(top, { num: 10n ** BigInt(decimals), den: bottom }, rounding);
  const text = digitsOf(units, decimals);
  return {
    keys,
    top,
    bottom,
    text,
    get value() {
      return shift(new Near(units.toString()), -decimals);
    },
  };
}

const replaced = (keys: readonly string[], at: number, key: string) =>
  keys.map((one, i) => (i === at ? key : one));

/** The number of the month of a key; 1 for a whole year. */
function monthOf(key: string): number {
  const found = /^\d{4}(?:-?(0[1-9]|1[0-2]))?$/.exec(key);
  if (found === null) {
    throw new FigureError(
      "bad-data",
      `"${key}" is not a month: growth on the year needs months written as 2023-09 or 202309, or years`,
    );
  }
  return Number(found[1] ?? "1");
}

/** The same month, or the year, a year before, written alike. */
export function yearEarlier(key: string): string {
  monthOf(key);
  return `${String(Number(key.slice(0, 4)) - 1).padStart(4, "0")}${key.slice(4)}`;
}
