import { FigureError } from "../../errors.js";
import type { CalendarPeriod } from "../../figure/period.js";
import { period } from "../../figure/period.js";
import type { Unit } from "../../figure/units.js";
import { monthsFromCumulative } from "../cumulative.js";
import type { Made } from "./made.js";
import { type Entry, keyOf, type Timeline } from "./timeline.js";

/**
 * Figures from January on to what lies between each two: months, or stretches where a month is missing. The first of a
 * year stands as it was published; a difference that its rounding swamps is refused, and is a gap that says so.
 */
export function monthsOf<U extends Unit>(of: Timeline<U>): Made<U> {
  if (of.every !== "year-to-date")
    throw new FigureError(
      "period-mismatch",
      `months() takes figures from January on (2023-01/2023-09), found ${of.entries[0]?.period.text}`,
    );
  const years = new Map<string, Entry<U>[]>();
  for (const entry of of.entries) {
    const year = entry.period.start.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  const entries: Entry<U>[] = [];
  const reasons = new Map<string, string>();
  for (const own of years.values()) {
    for (const { period: when, implied, says } of monthsFromCumulative(own.map((one) => one.figure))) {
      const stretch: CalendarPeriod = period(when.text);
      if (implied !== undefined) entries.push({ period: stretch, figure: implied });
      else for (const month of stretch.months()) reasons.set(keyOf(month), says);
    }
  }
  return { every: "month", entries, reasons };
}
