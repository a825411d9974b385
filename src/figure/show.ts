/** Amounts as text: scaled, and with the digits that their interval supports. */
import { Decimal } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { shift } from "../exact/rounding.js";
import { isCurrency, ratioExponent, type Unit } from "./units.js";

const SUFFIXES: ReadonlyMap<number, string> = new Map([
  [0, ""],
  [3, "k"],
  [6, "m"],
  [9, "bn"],
  [12, "tn"],
]);

/** The power of ten in which to show an amount: of 0, 6, 9 and 12 the largest that leaves a digit before the point. */
export function showScale(value: Decimal): number {
  const size = value.abs();
  if (!size.isFinite()) return 0;
  return [12, 9, 6].find((exponent) => size.greaterThanOrEqualTo(`1e${exponent}`)) ?? 0;
}

// More digits than these come from a division, not from a print.
const PRINTED_DIGITS = 12;
const OPEN_DIGITS = 6;

/**
 * Decimals to show, so that the width of the interval has three significant digits: what lies behind them says
 * nothing. A point is shown in full, up to twelve decimals. Where an end is open to infinity there is no width to go
 * by: digits that end are kept, as they were printed, and others are cut to six that are significant in the value.
 */
export function decimalsFor(interval: Interval, value: Decimal): number {
  if (!interval.isFinite) {
    const ends = [value, interval.lower, interval.upper].filter((one) => one.isFinite());
    const needed = Math.min(12, Math.max(0, ...ends.map((one) => one.decimalPlaces())));
    if (ends.every((one) => one.precision() <= PRINTED_DIGITS)) return needed;
    return Math.min(needed, Math.max(0, OPEN_DIGITS - 1 - (value.isFinite() ? value.e : 0)));
  }
  const width = interval.width;
  if (width.isZero()) return Math.min(12, value.decimalPlaces());
  const needed = Math.max(interval.lower.decimalPlaces(), interval.upper.decimalPlaces());
  return Math.min(needed, Math.max(0, 2 - width.e));
}

/** A decimal with grouped digits: 1,234,567.80. */
export function grouped(x: Decimal, decimals: number, rounding: Decimal.Rounding): string {
  const text = x.toFixed(decimals, rounding);
  const [whole = "", fraction] = text.split(".");
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? shown : `${shown}.${fraction}`;
}

const RATIO_SHOWN: Readonly<Record<string, string>> = {
  percent: "%",
  "percentage-point": " percentage points",
  "basis-point": " basis points",
};

/** A text with its unit: CNY 42.64bn, 82.3%, 0.5 percentage points, 800. */
export function withUnit(unit: Unit, scaled: string, scale: number): string {
  const suffix = SUFFIXES.get(scale) ?? `e${scale}`;
  if (isCurrency(unit)) return `${unit} ${scaled}${suffix}`;
  if (Object.hasOwn(RATIO_SHOWN, unit)) return `${scaled}${RATIO_SHOWN[unit]}`;
  return unit === "number" ? `${scaled}${suffix}` : `${scaled}${suffix} ${unit}`;
}

/** The amount in the unit that is shown: billions for scale 9, percent for ratios. */
export function scaled(x: Decimal, unit: Unit, scale: number): Decimal {
  return shift(x, -(scale + ratioExponent(unit)));
}

export interface Shown {
  readonly value: string;
  /** "between 23.3808bn and 23.3992bn", "above 800", or empty for an exact amount. */
  readonly range: string;
}

/** Value and interval as text, ends rounded outwards. */
export function shown(
  unit: Unit,
  value: Decimal,
  interval: Interval,
  scale: number,
  decimals?: number,
  valueDecimals = decimals,
): Shown {
  const at = (x: Decimal) => scaled(x, unit, scale);
  const inUnit = new Interval(at(interval.lower), at(interval.upper), interval.lowerOpen, interval.upperOpen);
  const places = decimals ?? decimalsFor(inUnit, at(value));
  const text = (x: Decimal, rounding: Decimal.Rounding) =>
    `${grouped(at(x), places, rounding)}${SUFFIXES.get(scale) ?? `e${scale}`}${unit === "percent" ? "%" : ""}`;
  // "above 0" and not "above 0.0bn": an end that is nothing has no digits and no scale.
  const alone = (x: Decimal, rounding: Decimal.Rounding) =>
    x.isZero() ? (unit === "percent" ? "0%" : "0") : text(x, rounding);
  const low = interval.lower.isFinite() ? text(interval.lower, Decimal.ROUND_FLOOR) : undefined;
  const high = interval.upper.isFinite() ? text(interval.upper, Decimal.ROUND_CEIL) : undefined;
  return {
    value: withUnit(unit, grouped(at(value), valueDecimals ?? places, Decimal.ROUND_HALF_UP), scale),
    range: interval.isPoint
      ? ""
      : low !== undefined && high !== undefined
        ? `between ${low} and ${high}`
        : low !== undefined
          ? `${interval.lowerOpen ? "above" : "at least"} ${alone(interval.lower, Decimal.ROUND_FLOOR)}`
          : high !== undefined
            ? `${interval.upperOpen ? "below" : "at most"} ${alone(interval.upper, Decimal.ROUND_CEIL)}`
            : "any amount",
  };
}
