/** Amounts as text: scaled, and with the digits that their interval supports. */
import type { Decimal } from "../exact/decimal.js";
import type { RoundingMode } from "../exact/division.js";
import { decimalsOfWidth, Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
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
  return scaleOf(Ratio.fromDecimal(value));
}

/** The same of an exact amount. */
export function scaleOf({ num, den }: Ratio): number {
  if (den === 0n) return 0;
  const size = num < 0n ? -num : num;
  if (size < MILLION * den) return 0;
  return size >= MILLION * MILLION * den ? 12 : size >= THOUSAND * MILLION * den ? 9 : 6;
}

const THOUSAND = 1000n;
const MILLION = 1_000_000n;

// More digits than these come from a division, not from a print.
const PRINTED_DIGITS = 12;
const OPEN_DIGITS = 6;

/**
 * Decimals to show, so that the width of the interval has three significant digits: what lies behind them says
 * nothing. A point is shown in full, up to twelve decimals. Where an end is open to infinity there is no width to go
 * by: digits that end are kept, as they were printed, and others are cut to six that are significant in the value.
 */
export function decimalsFor(interval: Interval, value: Ratio): number {
  if (!interval.isFinite) {
    const ends = [value, interval.low, interval.high].filter((one) => one.isFinite);
    const needed = Math.min(12, Math.max(0, ...ends.map((one) => one.decimalPlaces() ?? 12)));
    if (ends.every((one) => one.toDecimal().precision() <= PRINTED_DIGITS)) return needed;
    return Math.min(needed, Math.max(0, OPEN_DIGITS - 1 - value.exponent));
  }
  if (interval.isPoint) return Math.min(12, value.decimalPlaces() ?? 12);
  const most = decimalsOfWidth(interval);
  // Fewer only where both ends are written in full with fewer.
  const inFull = ({ num, den }: Ratio) => den === 1n || (num * 10n ** BigInt(most)) % den === 0n;
  if (most === 0 || !inFull(interval.low) || !inFull(interval.high)) return most;
  return Math.max(interval.low.decimalPlaces() ?? most, interval.high.decimalPlaces() ?? most);
}

/** A decimal with grouped digits: 1,234,567.80. */
export function grouped(x: Decimal, decimals: number, rounding: Decimal.Rounding): string {
  return groupedText(x.toFixed(decimals, rounding));
}

/** The same of a text that is rounded already. */
export function groupedText(text: string): string {
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
  value: Ratio,
  interval: Interval,
  scale: number,
  decimals?: number,
  valueDecimals = decimals,
): Shown {
  const places = -(scale + ratioExponent(unit));
  const [at, low, high] = [value.shift(places), interval.low.shift(places), interval.high.shift(places)];
  const digits = decimals ?? decimalsFor(new Interval(low, high, interval.lowerOpen, interval.upperOpen), at);
  const end = (x: Ratio, mode: RoundingMode) =>
    `${groupedText(x.toFixed(digits, mode))}${SUFFIXES.get(scale) ?? `e${scale}`}${unit === "percent" ? "%" : ""}`;
  // "above 0" and not "above 0.0bn": an end that is nothing has no digits and no scale.
  const alone = (x: Ratio, mode: RoundingMode) =>
    x.num === 0n ? (unit === "percent" ? "0%" : "0") : end(x, mode);
  const range = () => {
    if (interval.isPoint) return "";
    if (low.isFinite && high.isFinite) return `between ${end(low, "floor")} and ${end(high, "ceil")}`;
    if (low.isFinite) return `${interval.lowerOpen ? "above" : "at least"} ${alone(low, "floor")}`;
    if (high.isFinite) return `${interval.upperOpen ? "below" : "at most"} ${alone(high, "ceil")}`;
    return "any amount";
  };
  return {
    value: withUnit(unit, groupedText(at.toFixed(valueDecimals ?? digits, "halfExpand")), scale),
    range: range(),
  };
}
