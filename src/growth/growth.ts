import { FigureError } from "../errors.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { power, root } from "../exact/root.js";
import { nameOf, needsRatio } from "../figure/arithmetic.js";
import { monthIndex, wholeMonths } from "../figure/period.js";
import {
  laterPeriod,
  likeLengths,
  mismatch,
  onePeriod,
  type PeriodOptions,
} from "../figure/period-checks.js";
import { Quantity } from "../figure/quantity.js";
import { isRatio, sameUnit, type Unit } from "../figure/units.js";

const ONE_POINT = /* @__PURE__ */ Interval.point(Ratio.ONE);

/**
 * The growth between two amounts: to ÷ from − 1, in percent. Each amount enters once, so the interval is as narrow as
 * the printed digits allow: (to.lower ÷ from.upper − 1, to.upper ÷ from.lower − 1).
 * @throws FigureError "currency-mismatch"; "interval-contains-zero" for a base that may be zero; "period-mismatch" for
 * periods of unlike lengths, or in the wrong order, unless `periods` is "any"
 * @example growth(figure("18.656bn yuan"), figure("21.18bn yuan")).show() // 13.5292%, between 13.4993% and 13.5591%
 */
export function growth<U extends Unit, V extends U>(
  from: Quantity<U>,
  to: Quantity<V>,
  options: PeriodOptions = {},
): Quantity<"percent"> {
  sameUnit("compute the growth between", from, to);
  laterPeriod("compute the growth between", from, to, options);
  if (isRatio(from.unit)) {
    throw new FigureError(
      "unit-mismatch",
      `${from.show()} to ${to.show()} is a change of a percentage: use pointsBetween() for percentage points`,
    );
  }
  return new Quantity({
    unit: "percent",
    value: to.exact.div(from.exact).sub(Ratio.ONE),
    interval: to.interval.dividedBy(from.interval).minus(ONE_POINT),
    period: to.period,
    working: {
      get formula() {
        return `growth: ${nameOf(to)} ÷ ${nameOf(from)} − 1`;
      },
      inputs: [to, from],
    },
  });
}

/**
 * The level of the base period that a current level and its growth imply: current ÷ (1 + growth).
 * @param current what was reached
 * @param rate growth over the base, in percent; −100% or less has no base
 * @throws FigureError "unit-mismatch", "interval-contains-zero"; "period-mismatch" for a level and a growth of
 * different periods, unless `periods` is "any"
 * @example baseline(figure("42.64bn yuan"), figure("82.3%")).show() // CNY 23.3900bn, between 23.3808bn and 23.3992bn
 * @example baseline(figure("12.5"), figure("4.2%")).interval.show(4) // (11.9424, 12.0500)
 */
export function baseline<U extends Unit>(
  current: Quantity<U>,
  rate: Quantity<"percent">,
  options: PeriodOptions = {},
): Quantity<U> {
  needsGrowth(rate);
  onePeriod("compute the base of", current, rate, options);
  return new Quantity({
    unit: current.unit,
    value: current.exact.div(rate.exact.add(Ratio.ONE)),
    interval: current.interval.dividedBy(rate.interval.plus(ONE_POINT)),
    scale: current.scale,
    working: {
      get formula() {
        return `baseline: ${nameOf(current)} ÷ (1 + ${nameOf(rate)})`;
      },
      inputs: [current, rate],
    },
  });
}

/**
 * The current level that a base and its growth imply: base × (1 + growth). It is of the period that the growth is of.
 * @throws FigureError "period-mismatch" for a growth of an earlier period than its base or of another length, unless
 * `periods` is "any"
 * @example level(figure("$100bn"), figure("4.2%")).show() // USD 104.20bn, between 103.62bn and 104.78bn
 */
export function level<U extends Unit>(
  base: Quantity<U>,
  rate: Quantity<"percent">,
  options: PeriodOptions = {},
): Quantity<U> {
  needsGrowth(rate);
  laterPeriod("compute the level from", base, rate, options);
  return new Quantity({
    unit: base.unit,
    value: base.exact.mul(rate.exact.add(Ratio.ONE)),
    interval: base.interval.times(rate.interval.plus(ONE_POINT)),
    scale: base.scale,
    period: rate.period,
    working: {
      get formula() {
        return `level: ${nameOf(base)} × (1 + ${nameOf(rate)})`;
      },
      inputs: [base, rate],
    },
  });
}

function needsGrowth(rate: Quantity): void {
  needsRatio(rate);
  if (rate.unit !== "percent") {
    throw new FigureError("unit-mismatch", `a growth is given in percent, found ${rate.show()}`);
  }
}

/**
 * Compound growth a period: (to ÷ from)^(1/periods) − 1, in percent; a year's for yearly periods (CAGR).
 * @param periods how many periods lie between the two levels, a whole number of at least 1
 * @throws FigureError "bad-option" for other periods or amounts of zero or less; "period-mismatch" as `growth`, and
 * where the two levels lie apart by a time that does not part into so many steps, unless `periods` is "any"
 * @example compoundGrowth(figure("$107.76bn"), figure("$240.11bn"), 3).show() // 30.61234%, between 30.60941% and 30.61528%
 */
export function compoundGrowth<U extends Unit, V extends U>(
  from: Quantity<U>,
  to: Quantity<V>,
  periods: number,
  options: PeriodOptions = {},
): Quantity<"percent"> {
  sameUnit("compute the growth between", from, to);
  laterPeriod("compute the growth between", from, to, options);
  wholePeriods(periods);
  stepsApart(from, to, periods, options);
  const ratio = to.interval.dividedBy(from.interval);
  if (!ratio.lower.greaterThan(0)) {
    throw new FigureError(
      "bad-option",
      `compound growth needs amounts above zero, found ${from.show()} and ${to.show()}`,
    );
  }
  return new Quantity({
    unit: "percent",
    value: root(Interval.point(to.exact.div(from.exact)), periods).middle.sub(Ratio.ONE),
    interval: root(ratio, periods).minus(ONE_POINT),
    working: {
      get formula() {
        return `compound growth: (${nameOf(to)} ÷ ${nameOf(from)})^(1/${periods}) − 1`;
      },
      inputs: [to, from],
    },
  });
}

/**
 * The growth of one period as if it went on for `periods` of them: (1 + growth)^periods − 1. A quarter's growth at an
 * annual rate has 4 periods, a month's 12.
 * @example annualised(figure("1.5%"), 4).show() // 6.136%, between 5.927% and 6.346%
 */
export function annualised(rate: Quantity<"percent">, periods: number): Quantity<"percent"> {
  needsGrowth(rate);
  wholePeriods(periods);
  return new Quantity({
    unit: "percent",
    value: rate.exact.add(Ratio.ONE).pow(periods).sub(Ratio.ONE),
    interval: power(rate.interval.plus(ONE_POINT), periods).minus(ONE_POINT),
    working: {
      get formula() {
        return `annualised: (1 + ${nameOf(rate)})^${periods} − 1`;
      },
      inputs: [rate],
    },
  });
}

/**
 * The steps of a compound growth are months, quarters, half-years, years or whole numbers of them. A count of years
 * that is one too many, a common slip, parts the time between the levels into none of these.
 */
function stepsApart(from: Quantity, to: Quantity, periods: number, options: PeriodOptions): void {
  const [x, y] = [from.period, to.period];
  if (x === undefined || y === undefined || options.periods === "any") return;
  if (wholeMonths(x) === undefined || wholeMonths(y) === undefined) return;
  const apart = monthIndex(y.start) - monthIndex(x.start);
  const step = apart / periods;
  if (Number.isInteger(step) && (12 % step === 0 || step % 12 === 0)) return;
  throw mismatch(
    `cannot part the ${apart} months from ${x.text} to ${y.text} into ${periods} periods of growth${apart % 12 === 0 ? `: they are ${apart / 12} years` : ""}`,
  );
}

function wholePeriods(periods: number): void {
  if (!Number.isInteger(periods) || periods < 1 || periods > 1000) {
    throw new FigureError("bad-option", `periods must be a whole number from 1 to 1000, found ${periods}`);
  }
}

/**
 * The change from one percentage to another, in percentage points: to − from. Never in percent.
 * @throws FigureError "period-mismatch" for percentages of unlike periods, unless `periods` is "any"
 * @example pointsBetween(figure("7.3%"), figure("7.8%")).show() // 0.5 percentage points, between 0.4 and 0.6
 */
export function pointsBetween(
  from: Quantity<"percent">,
  to: Quantity<"percent">,
  options: PeriodOptions = {},
): Quantity<"percentage-point"> {
  for (const side of [from, to]) needsGrowth(side);
  likeLengths("compute the points between", from, to, options);
  return new Quantity({
    unit: "percentage-point",
    value: to.exact.sub(from.exact),
    interval: to.interval.minus(from.interval),
    working: {
      get formula() {
        return `points: ${nameOf(to)} − ${nameOf(from)}`;
      },
      inputs: [to, from],
    },
  });
}

/**
 * A percentage moved by percentage or basis points.
 * @example movedBy(figure("7.3%"), figure("25 basis points")).show() // 7.550%, between 7.495% and 7.605%
 */
export function movedBy(
  rate: Quantity<"percent">,
  points: Quantity<"percentage-point"> | Quantity<"basis-point">,
): Quantity<"percent"> {
  needsGrowth(rate);
  if (points.unit !== "percentage-point" && points.unit !== "basis-point") {
    throw new FigureError(
      "unit-mismatch",
      `expected percentage points or basis points, found ${(points as Quantity).show()}`,
    );
  }
  return new Quantity({
    unit: "percent",
    value: rate.exact.add(points.exact),
    interval: rate.interval.plus(points.interval),
    working: {
      get formula() {
        return `moved: ${nameOf(rate)} + ${nameOf(points as Quantity)}`;
      },
      inputs: [rate, points],
    },
  });
}
