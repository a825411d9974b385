import type { Decimal } from "decimal.js";
import { groupedText } from "../figure/show.js";
import type { Interval, Quantity } from "./quantity.js";

/** Rounding modes of decimal.js by number, so that this layer imports its types alone. */
const halfUp = 4;
const towardsPlus = 2;
const towardsMinus = 3;

/** A figure as text with a real minus sign and grouped thousands; from the exact digits, never from a float. */
export function show(value: Decimal, places?: number, mode: 2 | 3 | 4 = halfUp): string {
  if (!value.isFinite()) return value.isNaN() ? "unknown" : value.isNegative() ? "−∞" : "∞";
  const digits = places === undefined ? value.toFixed() : value.toFixed(places, mode);
  const text = groupedText(digits.replace("-", ""));
  return digits.startsWith("-") && /[1-9]/.test(digits) ? `−${text}` : text;
}

/** The same with its sign always said: a change of 71 is +71. */
export function showSigned(value: Decimal, places?: number): string {
  const text = show(value, places);
  return text.startsWith("−") || /^[0.,]*$/.test(text) ? text : `+${text}`;
}

/**
 * An interval as "7.3067 to 7.3211". Ends are rounded outwards: a shown interval never claims more than the true one, and
 * with few decimals much less, so that it gets more where it would grow by over a quarter: 4.95 to 5.05 is not 4.9 to 5.1.
 */
export function showInterval(interval: Interval, wanted?: number): string {
  const most = placesOf(interval);
  let places = wanted ?? most;
  while (places !== undefined && most !== undefined && places < most && grows(interval, places)) places++;
  return `${show(interval.lower, places, towardsMinus)} to ${show(interval.upper, places, towardsPlus)}`;
}

function grows({ lower, upper }: Interval, places: number): boolean {
  const width = upper.minus(lower);
  if (!width.isFinite()) return false;
  const [low, high] = [
    lower.toDecimalPlaces(places, towardsMinus),
    upper.toDecimalPlaces(places, towardsPlus),
  ];
  return high.minus(low).greaterThan(width.times("1.25"));
}

/**
 * A figure with the digits that it justifies. A printed one keeps the places it was printed with: 42.60 stays 42.60,
 * for a Decimal forgets trailing zeros, but the width of the rounding interval does not. A computed one is cut where
 * its interval has three significant digits: what comes after says nothing.
 */
export function showPrinted({ value, interval }: Quantity): string {
  return show(value, justifiedPlaces({ value, interval }));
}

/** More digits than these come from a division, not from a print. */
const PRINTED_DIGITS = 12;

/** Decimal places that a figure justifies; none where its value is not finite. */
export function justifiedPlaces({
  value,
  interval,
}: Pick<Quantity, "value" | "interval">): number | undefined {
  if (!value.isFinite()) return undefined;
  const width = interval.upper.minus(interval.lower);
  if (!width.isFinite() || width.isZero()) {
    return value.precision() <= PRINTED_DIGITS ? value.decimalPlaces() : Math.max(0, 5 - value.e);
  }
  return Math.min(Math.max(value.decimalPlaces(), width.decimalPlaces()), Math.max(0, 2 - width.e));
}

/** The same for the ends of an interval. */
function placesOf({ lower, upper }: Interval): number | undefined {
  const width = upper.minus(lower);
  const ends = [lower, upper].filter((end) => end.isFinite());
  if (ends.length === 0) return undefined;
  if (width.isFinite() && !width.isZero())
    return Math.min(Math.max(...ends.map((end) => end.decimalPlaces())), Math.max(0, 2 - width.e));
  return Math.max(
    ...ends.map(
      (end) => justifiedPlaces({ value: end, interval: { lower: end, upper: end } as Interval }) ?? 0,
    ),
  );
}
