import { FigureError } from "../../errors.js";
import type { CalendarPeriod, Step } from "../../figure/period.js";
import type { Quantity } from "../../figure/quantity.js";
import type { Unit } from "../../figure/units.js";
import { type Contributions, contributions } from "../contributions.js";
import { growth } from "../growth.js";
import { type Made, made, periodsOf } from "./made.js";
import type { Entry, Timeline } from "./timeline.js";

/** The growth of each entry over the one a step before it. */
export function growthOver<U extends Unit>(of: Timeline<U>, step: Step): Made<"percent"> {
  needsLike(of, step);
  return made(
    periodsOf(of.entries),
    (now) => {
      const base = of.at(now.back(step));
      const current = of.at(now);
      if (base === undefined || current === undefined) return of.why(now.back(step));
      return growth(base.figure, current.figure);
    },
    of.every,
  );
}

/** What each part brings to the growth of their sum, and that growth, wherever all parts have both figures. */
export function contributionsOver<U extends Unit>(
  parts: readonly Timeline<U>[],
  step: Step,
): { readonly parts: readonly Made<"percentage-point">[]; readonly growth: Made<"percent"> } {
  const first = parts[0];
  if (first === undefined) throw new FigureError("bad-option", "contributions need at least one series");
  for (const part of parts) needsLike(part, step);
  const whole = new Map<CalendarPeriod, Contributions<U>>();
  const found = made(
    periodsOf(first.entries),
    (now) => {
      const base = now.back(step);
      const lacking = parts.find((part) => part.at(base) === undefined || part.at(now) === undefined);
      if (lacking !== undefined) return lacking.why(lacking.at(now) === undefined ? now : base);
      const both = contributionsAt(parts, step, now);
      whole.set(now, both);
      return both.growth;
    },
    first.every,
  );
  return {
    growth: found,
    parts: parts.map((_, i) => ({
      every: first.every,
      reasons: found.reasons,
      entries: [...whole].map(([period, { parts }]) => ({
        period,
        figure: parts[i] as Quantity<"percentage-point">,
      })),
    })),
  };
}

/** Where every part has both figures. */
function contributionsAt<U extends Unit>(
  parts: readonly Timeline<U>[],
  step: Step,
  now: ReturnType<typeof periodsOf>[number],
) {
  const at = (part: Timeline<U>, of: typeof now) => (part.at(of) as Entry<U>).figure;
  return contributions(
    parts.map((part) => ({
      label: at(part, now).label ?? "",
      base: at(part, now.back(step)),
      current: at(part, now),
    })),
  );
}

function needsLike(of: Timeline, step: Step): void {
  if (of.every !== "year-to-date" || /year/.test(step)) return;
  throw new FigureError(
    "period-mismatch",
    `figures from January on have no growth over ${step}: take months() first, or growth("1 year")`,
  );
}
