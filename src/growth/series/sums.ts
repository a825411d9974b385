import { FigureError } from "../../errors.js";
import { sumOf } from "../../figure/arithmetic.js";
import type { CalendarPeriod } from "../../figure/period.js";
import type { Unit } from "../../figure/units.js";
import { type Made, made, periodsOf } from "./made.js";
import type { Timeline } from "./timeline.js";

/** The sum of the entries that make up each stretch: the stretch of which some part is missing has none. */
function sumsOver<U extends Unit>(
  of: Timeline<U>,
  stretches: Iterable<CalendarPeriod>,
  every: "rolling" | "year-to-date" | "quarter" | "half-year" | "year",
): Made<U> {
  if (!of.tiles || of.every === "day") {
    throw new FigureError(
      "period-mismatch",
      `figures ${of.every === "day" ? "of days" : of.every === "rolling" ? "of stretches that overlap" : "from January on"} cannot be added up${of.every === "year-to-date" ? ": take months() first" : ""}`,
    );
  }
  return made(
    stretches,
    (stretch) => {
      const parts = of.parts(stretch);
      return typeof parts === "string" ? parts : sumOf(parts.map((one) => one.figure));
    },
    every,
  );
}

/** The sum of the months that end with each entry. */
export function rollingSums<U extends Unit>(of: Timeline<U>, months: number): Made<U> {
  return sumsOver(
    of,
    of.entries.map(({ period }) => period.rolling(months)),
    "rolling",
  );
}

/** From January to the end of each entry. */
export function sumsToDate<U extends Unit>(of: Timeline<U>): Made<U> {
  return sumsOver(
    of,
    periodsOf(of.entries).map((one) => one.yearToDate),
    "year-to-date",
  );
}

/** Months to quarters or years: those between the first entry and the last. */
export function sumsBy<U extends Unit>(of: Timeline<U>, every: "quarter" | "year"): Made<U> {
  const stretches = new Map(periodsOf(of.entries).map((one) => [one[every].text, one[every]]));
  return sumsOver(of, stretches.values(), every);
}
