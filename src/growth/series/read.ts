import { FigureError } from "../../errors.js";
import { type CalendarPeriod, type Period, samePeriod } from "../../figure/period.js";
import { Quantity, type Source } from "../../figure/quantity.js";
import type { Unit, UnitOf } from "../../figure/units.js";
import { figure } from "../../notation/figure.js";
import { isFrame, rowsOfFrame } from "./frame.js";
import { asPeriod, Series } from "./series.js";
import type { Every } from "./timeline.js";

/** What goes into a series: a figure of the package, or the text of one. */
type Given = string | Quantity;

export interface SeriesOptions {
  /** Keeps the periods of one kind where there are several: months, say, of a table that has years as well. */
  readonly every?: Every;
  /** Where figures that are given as text were read. */
  readonly source?: Source;
}

/**
 * A series from its figures by period, or from a list of periods and figures. A text is read as `figure` reads it.
 * @throws FigureError "bad-option" for no figure or two of one period; "period-mismatch"; as `figure` for a text
 * @example series("Exports", { "2023-08": "$9.3bn", "2023-09": "$9.6bn" }).growth("1 month").last.figure.show(1) // 3.2%, between 2.1% and 4.4%
 */
export function series<T extends Given>(
  name: string,
  given: Readonly<Record<string, T>> | Iterable<{ readonly period: string | Period; readonly figure: T }>,
  options: SeriesOptions = {},
): Series<T extends Quantity<infer U> ? U : UnitOf<T & string>> {
  const list =
    typeof (given as Iterable<unknown>)[Symbol.iterator] === "function"
      ? [...(given as Iterable<{ period: string | Period; figure: T }>)]
      : Object.entries(given as Record<string, T>).map(([when, one]) => ({ period: when, figure: one }));
  const entries = list.map((one) => ({ period: asPeriod(one.period), figure: one.figure }));
  return made(name, entries, options) as never;
}

/** How a table's rows become a series. */
export interface RowOptions<R> extends SeriesOptions {
  readonly name?: string;
  /** The column of periods, or a function from the row to its period. */
  readonly period: string | ((row: R) => string);
  /**
   * The column of amounts, as printed digits, or a function from the row to a text such as "9.6bn dollars" or a figure.
   * A row without an amount ("", "..", "n/a") leaves a gap.
   */
  readonly figure: string | ((row: R) => Given | undefined);
  /** What follows the digits of a column: "billion yen", "%". */
  readonly unit?: string;
  /** How many decimals were printed, where a column holds numbers: they have lost their trailing zeros. */
  readonly decimals?: number;
}

type AnyRow = Readonly<Record<string, unknown>>;

/**
 * A series from rows of a CSV file, from a danfo frame, or from what `toFrame` gives.
 * @throws FigureError "bad-data" that names row and column; as `series`
 * @example seriesOf([{ month: "2024-01", value: "7332.7" }], { name: "Exports", period: "month", figure: "value", unit: "billion yen" }).first.figure.show() // JPY 7,332.7bn, between 7,332.65bn and 7,332.75bn
 */
export function seriesOf<R extends AnyRow>(table: readonly R[] | object, options: RowOptions<R>): Series {
  const rows = (isFrame(table) ? rowsOfFrame(table) : table) as readonly R[];
  if (!Array.isArray(rows))
    throw new FigureError("bad-option", "a series is made of rows or of a danfo frame");
  const entries = rows.flatMap((row, i) => {
    const given =
      typeof options.figure === "string" ? cell(row, options.figure, options, i) : options.figure(row);
    if (given === undefined || given === "") return [];
    const when = typeof options.period === "string" ? textOf(row, options.period, i) : options.period(row);
    return [{ period: asPeriod(when), figure: given }];
  });
  const name = options.name ?? (typeof options.figure === "string" ? options.figure : "series");
  if (entries.length === 0) throw new FigureError("bad-data", `"${name}": no row of the table has a figure`);
  return made(name, entries, options);
}

function made(
  name: string,
  given: readonly { readonly period: CalendarPeriod; readonly figure: Given }[],
  options: SeriesOptions,
): Series<Unit> {
  const { every, source } = options;
  const kept = every === undefined ? given : given.filter((one) => isKind(one.period, every));
  const entries = kept.map(({ period, figure: one }) => ({
    period,
    figure: Quantity.is(one)
      ? one
      : (figure(one, {
          label: `${name} ${period.text}`,
          period: period.text,
          ...(source === undefined ? {} : { source }),
        }) as Quantity),
  }));
  if (kept.length === 0 && given.length > 0)
    throw new FigureError("bad-option", `"${name}" has no figure of the kind ${every}`);
  return new Series(name, entries, every);
}

/** Whether a period is of a kind; a month may be one of two that were published together. */
function isKind(of: CalendarPeriod, every: Every): boolean {
  const { monthCount } = of;
  switch (every) {
    case "day":
      return of.start === of.end;
    case "month":
      return monthCount === 1 || (monthCount === 2 && /-01-01$/.test(of.start));
    case "quarter":
      return samePeriod(of, of.quarter);
    case "half-year":
      return monthCount === 6 && /-0[17]-/.test(of.start);
    case "year":
      return samePeriod(of, of.year);
    case "year-to-date":
      return monthCount !== undefined && samePeriod(of, of.yearToDate);
    case "rolling":
      return monthCount !== undefined && monthCount > 1;
  }
}

const MISSING = /^(|n\/?a|nan|null|\.\.\.?|[-–—…:])$/i;

function cell(
  row: AnyRow,
  column: string,
  options: { unit?: string; decimals?: number },
  i: number,
): Given | undefined {
  const value = rawOf(row, column, i);
  if (Quantity.is(value)) return value;
  if (value === undefined || value === null || (typeof value === "number" && Number.isNaN(value)))
    return undefined;
  const text =
    typeof value === "number" ? digitsOf(value, options.decimals, column, i) : String(value).trim();
  if (MISSING.test(text)) return undefined;
  return options.unit === undefined ? text : `${text} ${options.unit}`.replace(/ %$/, "%");
}

function digitsOf(value: number, decimals: number | undefined, column: string, row: number): string {
  const at = `row ${row + 1}, column ${column}`;
  if (decimals === undefined)
    throw new FigureError(
      "bad-data",
      `${at}: found the number ${value}, which no longer knows its printed digits (42.60 became 42.6): read the column as text, or name its decimals, decimals: 2`,
    );
  const text = value.toFixed(decimals);
  if (Number(text) === value) return text;
  throw new FigureError("bad-data", `${at}: ${value} has more than ${decimals} decimals`);
}

function textOf(row: AnyRow, column: string, i: number): string {
  const value = rawOf(row, column, i);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function rawOf(row: AnyRow, column: string, i: number): unknown {
  if (Object.hasOwn(row, column)) return row[column];
  throw new FigureError(
    "bad-data",
    `row ${i + 1} has no column "${column}"; there are ${Object.keys(row).slice(0, 20).join(", ")}`,
  );
}
