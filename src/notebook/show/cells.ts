import { showDate } from "../../chart/date-text.js";
import { drawn } from "../../chart/drawn.js";
import type { Period } from "../../figure/period.js";
import { Quantity, type Source } from "../../figure/quantity.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import type { Column, TableCell } from "./html-table.js";

/** Verdicts are told apart by a mark as well as by a word. */
export const VERDICT_MARKS: ReadonlyMap<string, string> = new Map([
  ["consistent", "✓\u00a0consistent"],
  ["inconsistent", "✗\u00a0inconsistent"],
  ["undecided", "?\u00a0undecided"],
  ["computed", "=\u00a0computed"],
]);

const isFigure = (value: unknown): value is Quantity | AnyRate => Quantity.is(value) || Rate.is(value);

function isSource(value: unknown): value is Source {
  return typeof value === "object" && value !== null && typeof (value as Source).publisher === "string";
}

function isPeriod(value: unknown): value is Period {
  return typeof value === "object" && value !== null && "start" in value && "end" in value && "text" in value;
}

/** Where a series has no figure, and why. */
export interface GapCell {
  readonly gap: string;
}

const isGap = (value: unknown): value is GapCell =>
  typeof value === "object" && value !== null && "gap" in value;

/** "2023-01/2023-09" as "January to September 2023"; quarters and halves as they are. */
function inWords(text: string): string {
  if (!/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/.test(text)) return text;
  const [from = "", to] = text.split("/").map(showDate);
  if (to === undefined) return from;
  const year = / (\d{4})$/.exec(to)?.[0];
  return `${year && from.endsWith(year) ? from.slice(0, -year.length) : from} to ${to}`;
}

/** The unit of all figures of a column, in words, where they have one and the same. */
function commonUnit(values: readonly unknown[]): string | undefined {
  const figures = values.filter(
    (value) => value !== undefined && value !== null && value !== "" && !isGap(value),
  );
  if (figures.length === 0 || !figures.every(isFigure)) return undefined;
  const units = new Set(figures.map((one) => drawn(one).unit));
  return units.size === 1 ? [...units][0] || undefined : undefined;
}

/** A figure's value and bounds; without their unit where the header says it. */
function figureCell(of: Quantity | AnyRate, bare: boolean): TableCell {
  const [value = "", ...more] = of.show().split(/, (?=\D)/);
  const below = more.join(", ");
  if (!bare) return { text: value, below: below };
  const strip = (text: string) => text.replace(/(?<=\d)(?:k|m|bn|tn|%)/g, "");
  const digits = strip(value)
    .replace(/^[A-Z]{3}(?:\/[A-Z]{3})? /, "")
    .replace(/(?<=\d) \D+$/, "");
  return { text: digits, below: strip(below) };
}

function cellOf(value: unknown, bare: boolean): TableCell {
  if (isFigure(value)) return figureCell(value, bare);
  if (isSource(value)) {
    return {
      text: [value.publisher, value.date && inWords(value.date)].filter(Boolean).join(", "),
      href: value.url,
    };
  }
  if (isGap(value)) return { text: "", below: value.gap };
  if (value === undefined || value === null) return { text: "" };
  if (typeof value === "string") return { text: VERDICT_MARKS.get(value) ?? value };
  if (isPeriod(value)) return { text: inWords(value.text) };
  return { text: String(value) };
}

/** One column of values as header and cells. */
export function columnOf(name: string, values: readonly unknown[]): { column: Column; cells: TableCell[] } {
  const unit = commonUnit(values);
  return {
    column: unit === undefined ? { name: name } : { name: name, unit: unit },
    cells: values.map((value) => cellOf(value, unit !== undefined)),
  };
}
