import { FigureError } from "../../errors.js";
import type { CalendarPeriod } from "../../figure/period.js";
import type { Quantity } from "../../figure/quantity.js";
import type { Unit } from "../../figure/units.js";
import { type Entry, type Every, keyOf } from "./timeline.js";

/** What an operation on a series gives: entries, and why some periods have none. */
export interface Made<U extends Unit = Unit> {
  readonly every: Every | undefined;
  readonly entries: readonly Entry<U>[];
  readonly reasons: ReadonlyMap<string, string>;
}

/**
 * A figure for each period where `make` gives one. A text is the reason why there is none; so is the message of an
 * error about the figures themselves, a base that may be zero, say.
 */
export function made<U extends Unit>(
  periods: Iterable<CalendarPeriod>,
  make: (of: CalendarPeriod) => Quantity<U> | string,
  every?: Every,
): Made<U> {
  const entries: Entry<U>[] = [];
  const reasons = new Map<string, string>();
  for (const of of periods) {
    const result = attempt(() => make(of));
    if (typeof result === "string") reasons.set(keyOf(of), result);
    else entries.push({ period: of, figure: result });
  }
  return { every, entries, reasons };
}

function attempt<T>(make: () => T): T | string {
  try {
    return make();
  } catch (error) {
    if (FigureError.is(error) && (error.code === "interval-contains-zero" || error.code === "no-rate"))
      return error.message;
    throw error;
  }
}

/** The periods of entries. */
export const periodsOf = (entries: readonly Entry[]): CalendarPeriod[] => entries.map((one) => one.period);
