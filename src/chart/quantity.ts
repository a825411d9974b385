import type { Decimal } from "decimal.js";
import { FigureError } from "../errors.js";

/** An interval of exact ends; an end may be infinite. */
export interface Interval {
  readonly lower: Decimal;
  readonly upper: Decimal;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

/** A published or computed figure as charts need it: its value, and what the printed digits allow. */
export interface Quantity {
  readonly unit: string;
  readonly value: Decimal;
  readonly interval: Interval;
}

/** A coordinate for drawing. The only place where an exact figure becomes a float; labels never do. */
export function coordinate(value: Decimal, what: string): number {
  const number = value.toNumber();
  if (Number.isFinite(number)) return number;
  throw new FigureError("bad-option", `${what} is ${value.toString()}, which has no place on an axis`);
}

/** An interval's ends as coordinates, cut to what the axis shows where they are infinite or lie outside it. */
export function clipped(interval: Interval, low: number, high: number): { from: number; to: number } {
  const from = interval.lower.toNumber();
  const to = interval.upper.toNumber();
  if (Number.isNaN(from) || Number.isNaN(to)) {
    throw new FigureError("bad-option", "an interval without ends can't be drawn");
  }
  return { from: Math.min(high, Math.max(low, from)), to: Math.max(low, Math.min(high, to)) };
}
