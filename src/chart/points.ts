import { FigureError } from "../errors.js";
import { dayNumber, type Period, period as readPeriod } from "../figure/period.js";
import { showDate } from "./date-text.js";
import { type Drawable, type OneScale, onOneScale } from "./drawn.js";
import { monthNumber } from "./month-axis.js";
import { justifiedPlaces, show, showInterval, showPrinted } from "./number-text.js";
import { tidy } from "./plain-text.js";
import { coordinate, type Quantity } from "./quantity.js";
import { light } from "./style.js";

/** A figure of a series: the stretch of time that it is for, and what was published or computed for it. */
export interface SeriesPoint {
  /** "2023-09", "2023-Q3", "2023", "2023-01/2023-09", or a period of the package. */
  readonly period: string | Period;
  readonly figure: Drawable;
}

/** Figures in time under one name. Months without a figure are left out: charts show the gap. */
export interface NamedSeries {
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

/** A point as charts draw it. */
export interface Point {
  readonly text: string;
  readonly name: string;
  /** The middle and the ends of its stretch on an axis of months. */
  readonly x: number;
  readonly start: string;
  readonly end: string;
  readonly quantity: Quantity;
  readonly y: number;
  readonly shown: string;
  /** "42.635 to 42.645"; empty for an exact figure. */
  readonly range: string;
  /** How many months of a series of months it stands for: it is drawn at their average. */
  readonly months: number;
  /** Finite ends, where there are such. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
}

/** How series are told apart: by colour, by the sign of their points and by their dashes. */
export const looks = [
  { colour: light.blue, symbol: "circle", dash: "solid" },
  { colour: light.orange, symbol: "square", dash: "dash" },
  { colour: light.teal, symbol: "diamond", dash: "dot" },
  { colour: light.plum, symbol: "triangle-up", dash: "dashdot" },
  { colour: light.grey, symbol: "x", dash: "longdash" },
] as const;

/**
 * Series at one scale, each in the order of time.
 * @throws FigureError "bad-option" where there is no figure, a period isn't one or comes twice; "limit" above five series
 */
export function readSeries(
  given: readonly NamedSeries[],
  unit?: string,
): { scale: OneScale; series: Series[] } {
  const full = given.filter(({ points }) => points.length > 0);
  if (full.length === 0) throw new FigureError("bad-option", "there is no figure to draw");
  if (full.length > looks.length) {
    throw new FigureError(
      "limit",
      `${full.length} series: ${looks.length} can be told apart in one chart; draw the others with smallMultiplesChart`,
    );
  }
  const scale = onOneScale(
    full.flatMap(({ points }) => points.map(({ figure }) => figure)),
    unit,
  );
  const series = full.map(({ name, points }) => ({
    name: tidy(name),
    points: averaged(
      apart(
        points
          .map((point) => readPoint(point, name, scale))
          .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0)),
      ),
      scale.unit,
    ),
  }));
  for (const { name, points } of series) {
    const twice = points.find((point, at) => at > 0 && points[at - 1]?.text === point.text);
    if (twice)
      throw new FigureError(
        "bad-option",
        `"${name}" has two figures for ${twice.name}; give each period once`,
      );
  }
  return { scale, series };
}

/** Stretches that overlap, sums from January on or of twelve months, stand at the month in which they end. */
function apart(points: readonly Point[]): Point[] {
  if (points.every((one, i) => i === 0 || one.start > (points[i - 1] as Point).end)) return [...points];
  return points.map((one) => {
    const start = `${one.end.slice(0, 7)}-01`;
    return { ...one, start, x: (place(start, 0) + place(one.end, 1)) / 2 };
  });
}

/**
 * Months that were published together stand among single ones at the average of a month: at their sum they would look
 * like a record.
 */
function averaged(points: readonly Point[], unit: string): Point[] {
  const counts = points.map(({ start, end }) => readPeriod(`${start}/${end}`).monthCount);
  const flows = !/^(%|percentage points|basis points|)$/.test(unit) && !/^Index,/.test(unit);
  if (!flows || !counts.includes(1)) return [...points];
  return points.map((one, i) => {
    const months = counts[i] ?? 1;
    const part = (value: number | undefined) => (value === undefined ? undefined : value / months);
    return { ...one, months, y: one.y / months, low: part(one.low), high: part(one.high) };
  });
}

/** What a chart says of months that were published together. */
export function jointNotes(series: readonly Series[]): string[] {
  return series.some(({ points }) => points.some(({ months }) => months > 1))
    ? ["Months that were published together are drawn at their average."]
    : [];
}

function readPoint({ period, figure }: SeriesPoint, series: string, scale: OneScale): Point {
  const { text, start, end } = typeof period === "string" ? readPeriod(period) : period;
  const quantity = scale.of(figure);
  const name = periodName(text);
  const finite = (value: Quantity["value"]) => (value.isFinite() ? value.toNumber() : undefined);
  const { lower, upper } = quantity.interval;
  return {
    text,
    name,
    start,
    end,
    x: (place(start, 0) + place(end, 1)) / 2,
    quantity,
    y: coordinate(quantity.value, `${tidy(series)}, ${name}`),
    shown: showPrinted(quantity),
    months: 1,
    range: lower.eq(upper) ? "" : showInterval(quantity.interval),
    low: finite(lower),
    high: finite(upper),
  };
}

/** The text of a point's period. */
export const periodText = (of: SeriesPoint["period"]): string => (typeof of === "string" ? of : of.text);

/** "2023-01/2023-09" as "January to September 2023". */
export function periodName(text: string): string {
  if (!/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/.test(text))
    return tidy(text.replace(/^(\d{4})-([QH]\d)$/, "$2 $1"));
  const [from = "", to] = text.split("/").map(showDate);
  if (to === undefined) return from;
  const year = / \d{4}$/.exec(to)?.[0];
  return `${year && from.endsWith(year) ? from.slice(0, -year.length) : from} to ${to}`;
}

/** A day's beginning (0) or end (1) on an axis of months. */
export function place(day: string, part: 0 | 1): number {
  const month = monthNumber(day.slice(0, 7));
  const next = `${String(Math.floor((month + 1) / 12)).padStart(4, "0")}-${String(((month + 1) % 12) + 1).padStart(2, "0")}-01`;
  const begin = dayNumber(`${day.slice(0, 7)}-01`);
  return month + (dayNumber(day) - begin + part) / (dayNumber(next) - begin);
}

/** Runs of points with nothing missing between them: a line joins no figures across a gap. */
export function runs(points: readonly Point[]): Point[][] {
  const found: Point[][] = [];
  for (const point of points) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (run && before && dayNumber(point.start) <= dayNumber(before.end) + 1) run.push(point);
    else found.push([point]);
  }
  return found;
}

/** A figure with its bounds, as words. */
export function saidPoint({ shown, range, months }: Point, unit: string): string {
  const together = months > 1 ? " together" : "";
  return `${shown}${unit === "%" ? "%" : unit ? ` ${unit}` : ""}${together}${range ? ` (${range})` : ""}`;
}

/** The rows of a chart's table: series, period, figure, bounds. */
export function pointRows(series: readonly Series[]): string[][] {
  return series.flatMap(({ name, points }) =>
    points.map((point) => [name, point.name, point.shown, bound(point, "lower"), bound(point, "upper")]),
  );
}

function bound({ quantity }: Point, end: "lower" | "upper"): string {
  const { interval, value } = quantity;
  const places = justifiedPlaces({ value: interval[end].isFinite() ? interval[end] : value, interval });
  return show(interval[end], places, end === "lower" ? 3 : 2);
}
