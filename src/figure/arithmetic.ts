import { FigureError } from "../errors.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import {
  differencePeriod,
  likeLengths,
  onePeriod,
  type PeriodOptions,
  summedPeriod,
} from "./period-checks.js";
import { Quantity } from "./quantity.js";
import { isRatio, type OneUnit, sameUnit, type Unit } from "./units.js";

/**
 * a + b: [a.lower + b.lower, a.upper + b.upper]. Amounts of one period, or of two that follow one another.
 * @throws FigureError "currency-mismatch" or "unit-mismatch"; different currencies do not compile either;
 * "period-mismatch" for periods that overlap or leave a gap, unless `periods` is "any"
 * @example add(figure("$9.6bn"), figure("$11.53bn")).show() // USD 21.130bn, between 21.075bn and 21.185bn
 */
export function add<U extends Unit, V extends U>(
  a: Quantity<U>,
  b: Quantity<V>,
  options: PeriodOptions = {},
): Quantity<U> {
  return sumOf([a, b as Quantity<U>], options);
}

/**
 * a − b: [a.lower − b.upper, a.upper − b.lower]. Amounts of one period (a balance), of a period and its beginning or
 * end (what is left: a month from two cumulative figures), or of two periods of like length (a change).
 * @throws FigureError "currency-mismatch" or "unit-mismatch"; "period-mismatch" for periods of unlike lengths, unless
 * `periods` is "any"
 * @example subtract(figure("$21.18bn"), figure("$11.53bn")).show() // USD 9.65bn, between 9.64bn and 9.66bn
 */
export function subtract<U extends Unit, V extends U>(
  a: Quantity<U>,
  b: Quantity<V>,
  options: PeriodOptions = {},
): Quantity<U> {
  sameUnit("subtract", a, b);
  const period = differencePeriod(a, b, options);
  return new Quantity({
    unit: a.unit,
    value: a.exact.sub(b.exact),
    interval: a.interval.minus(b.interval),
    scale: Math.max(a.scale, b.scale),
    period,
    working: {
      get formula() {
        return `difference: ${nameOf(a)} − ${nameOf(b)}`;
      },
      inputs: [a, b],
    },
  });
}

/**
 * The sum of amounts in one unit: of one period, or of periods that follow one another, each with as many parts.
 * @throws FigureError "bad-option" for no amounts; as `add`
 * @example total([figure("1.5bn yuan"), figure("2.5bn yuan")]).show() // CNY 4.0bn, between 3.9bn and 4.1bn
 */
export function total<U extends Unit>(
  parts: readonly Quantity<U>[] & OneUnit<U>,
  options: PeriodOptions = {},
): Quantity<U> {
  return sumOf(parts, options);
}

/** As `total`, where the compiler cannot know that the unit is one. */
export function sumOf<U extends Unit>(
  parts: readonly Quantity<U>[],
  options: PeriodOptions = {},
): Quantity<U> {
  const first = parts[0];
  if (first === undefined) throw new FigureError("bad-option", "a sum needs at least one amount");
  let value = Ratio.ZERO;
  let interval = Interval.point(Ratio.ZERO);
  for (const part of parts) {
    sameUnit("add", first, part);
    value = value.add(part.exact);
    interval = interval.plus(part.interval);
  }
  const period = summedPeriod(parts, options);
  return new Quantity({
    unit: first.unit,
    value,
    interval,
    scale: Math.max(...parts.map((part) => part.scale)),
    period,
    working: {
      get formula() {
        return `sum: ${parts.map(nameOf).join(" + ")}`;
      },
      inputs: parts,
    },
  });
}

/**
 * part ÷ whole, in percent, where the part lies within the whole: never above 100%.
 * With rest = whole − part of at least zero, the share of two figures that overlap in their rounding is cut at 100%.
 * @throws FigureError "interval-contains-zero" for a whole that may be zero; "period-mismatch" for a part and a whole
 * of different periods, unless `periods` is "any"
 * @example share(figure("14.4bn yuan"), figure("54.9bn yuan")).show() // 26.230%, between 26.114% and 26.345%
 */
export function share<U extends Unit, V extends U>(
  part: Quantity<U>,
  whole: Quantity<V>,
  options: PeriodOptions = {},
): Quantity<"percent"> {
  sameUnit("take the share of", part, whole);
  const period = onePeriod("take the share of", part, whole, options);
  const plain = part.interval.dividedBy(whole.interval);
  const possible = plain.intersect(new Interval(Ratio.ZERO, Ratio.ONE));
  if (possible === undefined) {
    throw new FigureError(
      "bad-option",
      `${part.show()} is no part of ${whole.show()}: a share lies between 0% and 100%`,
    );
  }
  return new Quantity({
    unit: "percent",
    // Two figures that overlap in their rounding: at most the whole, and never outside the interval.
    value: within(part.exact.div(whole.exact), possible),
    interval: possible,
    period,
    working: {
      get formula() {
        return `share: ${nameOf(part)} ÷ ${nameOf(whole)}`;
      },
      inputs: [part, whole],
    },
  });
}

/** The value itself, or the end of the interval that it lies beyond. */
function within(value: Ratio, { low, high }: Interval): Ratio {
  if (value.compare(low) < 0) return low;
  return value.compare(high) > 0 ? high : value;
}

/**
 * How many times `b` goes into `a`: a plain number.
 * @throws FigureError "period-mismatch" for periods of unlike lengths, unless `periods` is "any"
 * @example times(figure("54.9bn yuan"), figure("14.4bn yuan")).show() // 3.8125, between 3.7958 and 3.8293
 */
export function times<U extends Unit, V extends U>(
  a: Quantity<U>,
  b: Quantity<V>,
  options: PeriodOptions = {},
): Quantity<"number"> {
  sameUnit("compare", a, b);
  likeLengths("compute the ratio of", a, b, options);
  return new Quantity({
    unit: "number",
    value: a.exact.div(b.exact),
    interval: a.interval.dividedBy(b.interval),
    working: {
      get formula() {
        return `ratio: ${nameOf(a)} ÷ ${nameOf(b)}`;
      },
      inputs: [a, b],
    },
  });
}

/**
 * What a share of a known size says about the whole: part ÷ share.
 * @throws FigureError "period-mismatch" for a part and a share of different periods, unless `periods` is "any"
 * @example wholeOf(figure("42.64bn yuan"), figure("7.3%")).show() // CNY 584.11bn, between 580.06bn and 588.21bn
 */
export function wholeOf<U extends Unit>(
  part: Quantity<U>,
  of: Quantity<"percent">,
  options: PeriodOptions = {},
): Quantity<U> {
  needsRatio(of);
  const period = onePeriod("compute the whole from", part, of, options);
  return new Quantity({
    unit: part.unit,
    value: part.exact.div(of.exact),
    interval: part.interval.dividedBy(of.interval),
    scale: part.scale,
    period,
    working: {
      get formula() {
        return `whole: ${nameOf(part)} ÷ ${nameOf(of)}`;
      },
      inputs: [part, of],
    },
  });
}

export function needsRatio(of: Quantity): void {
  if (!isRatio(of.unit)) {
    throw new FigureError(
      "unit-mismatch",
      `expected a percentage, found ${of.show()}: write it with its sign, as “82.3%”`,
    );
  }
}

/** What a formula calls a quantity: its label, or the value itself. */
export function nameOf(of: Quantity): string {
  return of.label ?? of.shown().value;
}
