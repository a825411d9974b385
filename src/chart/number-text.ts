import type { Decimal } from "decimal.js";
import type { Interval, Quantity } from "./quantity.js";

/** Rounding modes of decimal.js by number, so that this layer imports its types alone. */
const halfUp = 4;
const towardsPlus = 2;
const towardsMinus = 3;

/** A figure as text with a real minus sign and grouped thousands; from the exact digits, never from a float. */
export function show(value: Decimal, places?: number, mode: 2 | 3 | 4 = halfUp): string {
  if (!value.isFinite()) return value.isNaN() ? "unknown" : value.isNegative() ? "−∞" : "∞";
  const digits = places === undefined ? value.toFixed() : value.toFixed(places, mode);
  const [whole = "", part] = digits.replace("-", "").split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const text = part === undefined ? grouped : `${grouped}.${part}`;
  return digits.startsWith("-") && /[1-9]/.test(digits) ? `−${text}` : text;
}

/** The same with its sign always said: a change of 71 is +71. */
export function showSigned(value: Decimal, places?: number): string {
  const text = show(value, places);
  return text.startsWith("−") || /^[0.,]*$/.test(text) ? text : `+${text}`;
}

/** An interval as "7.3067 to 7.3211". Ends are rounded outwards: a shown interval never claims more than the true one. */
export function showInterval(interval: Interval, places?: number): string {
  return `${show(interval.lower, places, towardsMinus)} to ${show(interval.upper, places, towardsPlus)}`;
}

/**
 * A printed figure with the places it was printed with: 42.60 stays 42.60. A Decimal forgets trailing zeros, the width
 * of the rounding interval does not.
 */
export function showPrinted({ value, interval }: Quantity): string {
  const width = interval.upper.minus(interval.lower);
  const places = Math.max(value.decimalPlaces(), width.isFinite() ? width.decimalPlaces() : 0);
  return show(value, Number.isFinite(places) ? places : undefined);
}
