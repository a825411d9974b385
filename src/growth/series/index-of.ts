import { FigureError } from "../../errors.js";
import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { nameOf, total } from "../../figure/arithmetic.js";
import type { CalendarPeriod } from "../../figure/period.js";
import { Quantity } from "../../figure/quantity.js";
import type { Unit } from "../../figure/units.js";
import { type Made, made, periodsOf } from "./made.js";
import type { Entry, Timeline } from "./timeline.js";

/**
 * Each amount ÷ the mean amount of the base × 100. An amount of the base is in the mean itself: with x that amount and
 * r the others of k, the index is 100·k·x ÷ (x + r), which rises with x and falls with r, so that x enters once.
 * @throws FigureError "bad-option" for a base that the series does not have
 */
export function indexOn<U extends Unit>(of: Timeline<U>, base: CalendarPeriod): Made<"number"> {
  const own = of.at(base);
  const parts = own === undefined ? (of.tiles ? of.parts(base) : of.why(base)) : [own];
  if (typeof parts === "string")
    throw new FigureError("bad-option", `${parts}, which is to be 100: choose a base that the series has`);
  const lengths = new Set(parts.map((one) => one.period.monthCount));
  if (lengths.size > 1)
    throw new FigureError(
      "period-mismatch",
      `${base.text} is made of periods of unlike lengths: an index compares months with months`,
    );
  const months = [...lengths][0];
  return made(
    periodsOf(of.entries),
    (now) => {
      if (of.every !== "year-to-date" && now.monthCount !== months)
        return `${now.text} covers ${now.monthCount} months, the base ${months}: an index compares periods of one length`;
      const entry = of.at(now) as Entry<U>;
      return indexed(entry, parts);
    },
    of.every,
  );
}

function indexed(entry: Entry, parts: readonly Entry[]): Quantity<"number"> {
  const { figure } = entry;
  const k = Ratio.of(BigInt(parts.length * 100));
  const base = total(parts.map((one) => one.figure));
  const rest = parts.filter((one) => one !== entry).map((one) => one.figure.interval);
  const scaled = Interval.point(k);
  return new Quantity({
    unit: "number",
    value: figure.exact.div(base.exact).mul(k),
    interval: (rest.length < parts.length
      ? shareOfSum(figure.interval, rest)
      : figure.interval.dividedBy(base.interval)
    ).times(scaled),
    scale: 0,
    working: {
      get formula() {
        const mean =
          parts.length === 1 ? nameOf(parts[0]?.figure as Quantity) : `mean of ${parts.length} periods`;
        return `index: ${nameOf(figure)} ÷ ${mean} × 100`;
      },
      inputs: [figure, base],
    },
  });
}

/** x ÷ (x + r) for amounts that are not below zero: lowest with the lowest x and the highest r. */
function shareOfSum(x: Interval, rest: readonly Interval[]): Interval {
  if (rest.length === 0) return Interval.point(Ratio.ONE);
  const r = rest.reduce((sum, one) => sum.plus(one));
  if (x.low.sign < 0 || r.low.sign < 0 || !x.isFinite || !r.isFinite) return x.dividedBy(x.plus(r));
  return new Interval(
    x.low.div(x.low.add(r.high)),
    x.high.div(x.high.add(r.low)),
    x.lowerOpen || r.upperOpen,
    x.upperOpen || r.lowerOpen,
  );
}
