import { FigureError } from "../errors.js";
import { dayNumber, dayText, type Period, samePeriod, spanning, wholeMonths } from "./period.js";
import type { Quantity } from "./quantity.js";

/** How a calculation treats the periods of its figures. Figures without a period are never refused for it. */
export interface PeriodOptions {
  /** `any`: compute whatever the periods are; the result then has none. Default: unlike periods are an error. */
  readonly periods?: "any" | undefined;
}

const WAY_OUT = 'pass { periods: "any" } to compute it all the same';

/**
 * The period of two figures that must share it: a share and its whole, two figures that are compared.
 * Undefined where one of them has none, or where any periods will do.
 */
export function onePeriod(
  doing: string,
  a: Quantity,
  b: Quantity,
  options: PeriodOptions = {},
): Period | undefined {
  const [x, y] = [a.period, b.period];
  if (x === undefined || y === undefined) return undefined;
  if (samePeriod(x, y)) return x;
  if (options.periods === "any") return undefined;
  throw mismatch(`cannot ${doing} ${named(a)} and ${named(b)}: the periods differ`);
}

/**
 * The period of a sum. Its parts are of one period, or of periods that follow one another: then the sum is of all of
 * them. Parts that overlap would be counted twice, and a gap would leave the sum short.
 */
export function summedPeriod(parts: readonly Quantity[], options: PeriodOptions = {}): Period | undefined {
  const known = parts.filter((one) => one.period !== undefined);
  if (known.length === 0) return undefined;
  const groups = grouped(known);
  if (groups.length < 2) return known.length === parts.length ? groups[0]?.of : undefined;
  if (options.periods === "any") return undefined;
  for (const [i, { of, parts: here }] of groups.entries()) {
    const next = groups[i + 1];
    if (next === undefined) break;
    const [a, b] = [named(here[0] as Quantity), named(next.parts[0] as Quantity)];
    const gap = dayNumber(next.of.start) - dayNumber(of.end);
    if (gap < 1) throw mismatch(`cannot add ${a} and ${b}: the periods overlap, so days would count twice`);
    if (gap > 1) {
      const left = spanning(dayText(dayNumber(of.end) + 1), dayText(dayNumber(next.of.start) - 1));
      throw mismatch(`cannot add ${a} and ${b}: ${left.text} between them is missing`);
    }
    if (here.length !== next.parts.length) {
      throw mismatch(
        `cannot add ${here.length} amounts of ${of.text} and ${next.parts.length} of ${next.of.text}: a sum over time needs the same parts in each period`,
      );
    }
  }
  const last = groups[groups.length - 1] as Group;
  return known.length === parts.length ? spanning((groups[0] as Group).of.start, last.of.end) : undefined;
}

interface Group {
  readonly of: Period;
  readonly parts: Quantity[];
}

/** Figures by their period, in the order of time. */
function grouped(known: readonly Quantity[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of known) {
    const of = one.period as Period;
    const key = `${of.start} ${of.end}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { of, parts: [one] });
    else group.parts.push(one);
  }
  return [...groups.values()].sort((a, b) => (a.of.start < b.of.start ? -1 : 1));
}

/**
 * The period of a difference a − b. Of one period: a balance, or what remains of a whole. With b at the start or end
 * of a: what is left of a, as a month from cumulative figures. Of like lengths: a change, which is of the later period.
 */
export function differencePeriod(a: Quantity, b: Quantity, options: PeriodOptions = {}): Period | undefined {
  const [x, y] = [a.period, b.period];
  if (x === undefined || y === undefined) return undefined;
  if (samePeriod(x, y)) return x;
  if (options.periods === "any") return undefined;
  if (x.start <= y.start && y.end <= x.end) {
    if (x.start === y.start) return spanning(dayText(dayNumber(y.end) + 1), x.end);
    if (x.end === y.end) return spanning(x.start, dayText(dayNumber(y.start) - 1));
    return undefined;
  }
  if (sameLength(x, y)) return x;
  throw mismatch(`cannot subtract ${named(b)} from ${named(a)}: ${against(y, x)}`);
}

/** Figures that are compared over time are of like lengths: nine months with nine months. */
export function likeLengths(doing: string, a: Quantity, b: Quantity, options: PeriodOptions = {}): void {
  const [x, y] = [a.period, b.period];
  if (x === undefined || y === undefined || options.periods === "any" || sameLength(x, y)) return;
  throw mismatch(`cannot ${doing} ${named(a)} and ${named(b)}: ${against(x, y)}`);
}

/** A growth runs from a period to a later one of like length. */
export function laterPeriod(doing: string, from: Quantity, to: Quantity, options: PeriodOptions = {}): void {
  likeLengths(doing, from, to, options);
  const [x, y] = [from.period, to.period];
  if (x === undefined || y === undefined || options.periods === "any" || x.start < y.start) return;
  throw mismatch(
    `cannot ${doing} ${named(from)} and ${named(to)}: ${samePeriod(x, y) ? "both are of one period" : `${y.text} is the earlier period; swap the two`}`,
  );
}

/** Whether two periods can be compared: as many whole months, as many days, or the same days of two years. */
export function sameLength(a: Period, b: Period): boolean {
  const months = [wholeMonths(a), wholeMonths(b)];
  if (months[0] !== undefined && months[1] !== undefined) return months[0] === months[1];
  return days(a) === days(b) || (ofYear(a.start) === ofYear(b.start) && ofYear(a.end) === ofYear(b.end));
}

/** The day without its year; the last of February is one day in every year. */
const ofYear = (day: string): string => day.slice(4).replace("-02-29", "-02-28");

const days = (of: Period): number => dayNumber(of.end) - dayNumber(of.start) + 1;

/** "9 months against 10 months". */
function against(a: Period, b: Period): string {
  const months = [wholeMonths(a), wholeMonths(b)];
  const inMonths = months[0] !== undefined && months[1] !== undefined;
  const counted = (of: Period, n: number | undefined) =>
    inMonths ? plural(n as number, "month") : plural(days(of), "day");
  return `${counted(a, months[0])} against ${counted(b, months[1])}`;
}

const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? "" : "s"}`;

const named = (of: Quantity): string => `${of.shown().value} of ${of.period?.text}`;

export function mismatch(says: string, wayOut = WAY_OUT): FigureError {
  return new FigureError("period-mismatch", `${says}; ${wayOut}`);
}
