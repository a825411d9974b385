import { FigureError } from "../errors.js";
import { MAX_DIGITS, MAX_EXPONENT } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { type PrintRounding, roundingInterval } from "../exact/rounding.js";
import { isCurrencyCode } from "../figure/currency.js";
import { Figure } from "../figure/figure.js";
import type { Hedge } from "../figure/note.js";
import { type Period, period } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import { ratioExponent, type UnitOf } from "../figure/units.js";
import { type PrintedFigure, printedFigure, type ReadOptions } from "./printed.js";

export interface FigureOptions extends ReadOptions {
  /** How the publisher rounded. Default: `halfExpand`, half away from zero. */
  readonly rounding?: PrintRounding;
  /** Trailing zeros of whole numbers (3,400): `significant` as printed (default), or `loose`: may be rounding. */
  readonly trailingZeros?: "significant" | "loose";
  readonly label?: string;
  readonly period?: string | Period;
  readonly source?: Source;
}

const MAX_TEXT = 200;
const NAMED_SCALES = [0, 6, 9, 12];
const LARGEST = Ratio.scaled(1n, MAX_EXPONENT);

/**
 * A printed figure from its text: money in the forms that news and tables use, percent, percentage points, basis
 * points, plain counts. The interval holds the amounts that print so: half a unit of the last digit either way by
 * default, moved by a hedge. The unit is part of the static type where the text is a literal.
 *
 * Defaults where a text is ambiguous, each noted in `notes` and each an option: "$" is USD, "¥" CNY, "kr" SEK
 * (`signs: { "¥": "JPY" }`); billion is 10^9 (`longScale: true`); trailing zeros count (`trailingZeros: "loose"`);
 * brackets are an aside (`brackets: "negative"`); the decimal mark is a point (`decimal: ","`).
 *
 * @throws FigureError "unreadable" with the place and what was expected; "currency-mismatch" or "unit-mismatch" where
 * the text states another unit than `unit`; "limit" for texts beyond 200 characters, 50 digits or 10^60
 * @example figure("42.64bn yuan").interval.show() // [42635000000, 42645000000)
 * @example figure("$5.83 billion").show() // USD 5.83bn, between 5.825bn and 5.835bn
 * @example figure("nearly 800").interval.show() // (700, 800)
 * @example figure("0.5 percentage points").unit // percentage-point
 * @example figure("12.50").interval.show() // [12.495, 12.505)
 */
export function figure<const T extends string>(text: T): Figure<UnitOf<T>>;
export function figure<const T extends string>(
  text: T,
  options: FigureOptions & { readonly unit?: undefined; readonly signs?: undefined },
): Figure<UnitOf<T>>;
export function figure<const V extends string>(
  text: string,
  options: FigureOptions & { readonly unit: V },
): Figure<V>;
export function figure(text: string, options: FigureOptions): Figure;
export function figure(text: string, options: FigureOptions = {}): Figure {
  if (typeof text !== "string") {
    throw new FigureError(
      "unreadable",
      `expected a figure as text, found ${typeof text}: write it in quotes`,
    );
  }
  if (text.length > MAX_TEXT) {
    throw new FigureError(
      "limit",
      `a text of ${text.length} characters: one figure has at most ${MAX_TEXT}; read() finds the figures of a longer text`,
      { text: `${text.slice(0, 40)}…` },
    );
  }
  return figureFrom(printedFigure(text, options), options);
}

/** The figure that a printed form stands for. */
export function figureFrom(printed: PrintedFigure, options: FigureOptions = {}): Figure {
  const unit = options.unit ?? printed.unit;
  if (options.unit !== undefined && printed.word !== undefined && options.unit !== printed.unit) {
    throw new FigureError(
      isCurrencyCode(printed.unit) && isCurrencyCode(options.unit) ? "currency-mismatch" : "unit-mismatch",
      `"${printed.text}" is in ${printed.unit}, not in ${options.unit}: leave out the unit, or correct it`,
    );
  }
  const { digits } = printed;
  const point = digits.indexOf(".");
  const bare = point < 0 ? digits : digits.slice(0, point) + digits.slice(point + 1);
  if (bare.length > MAX_DIGITS) {
    throw new FigureError("limit", `${digits.length} digits: at most ${MAX_DIGITS} are read`, {
      text: `${digits.slice(0, 40)}…`,
    });
  }
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const exponent = printed.exponent + ratioExponent(unit);
  const whole = wholeOf(bare);
  const value = Ratio.scaled(printed.negative ? -whole : whole, exponent - decimals);
  // Fewer digits than the limit has cannot pass it.
  if (exponent + digits.length > MAX_EXPONENT && value.abs().compare(LARGEST) >= 0) {
    throw new FigureError("limit", `"${printed.text}" is beyond 10^${MAX_EXPONENT}`, { text: printed.text });
  }
  const rounding = options.rounding ?? "halfExpand";
  const last = exponent - decimals;
  const step = last + trailingZeros(digits);
  const loose = options.trailingZeros === "loose";
  const interval =
    hedged(value, printed.hedge, step) ?? roundingInterval(value, loose ? step : last, rounding);
  let { notes } = printed;
  if (printed.hedge === undefined && decimals === 0 && step > last && rounding !== "exact") {
    const says = loose
      ? `the zeros of ${digits} may come from rounding`
      : `the zeros of ${digits} are read as digits, not as rounding`;
    notes = [...notes, { about: "trailing-zeros", says, others: [loose ? "significant" : "loose"] }];
  }
  const of = typeof options.period === "string" ? period(options.period) : options.period;
  return new Figure({
    unit,
    value,
    interval,
    // Scales that have a short name are shown as printed; others (万, lakh) in the nearest that has one.
    scale: NAMED_SCALES.includes(printed.exponent) ? printed.exponent : undefined,
    label: options.label,
    period: of,
    source: options.source,
    text: printed.text,
    digits,
    lastPlace: last,
    hedge: printed.hedge,
    rounding,
    notes,
  });
}

/** A few digits are added up sooner than a text is read. */
function wholeOf(digits: string): bigint {
  if (digits.length > 15) return BigInt(digits);
  let whole = 0;
  for (let i = 0; i < digits.length; i++) whole = whole * 10 + digits.charCodeAt(i) - 48;
  return BigInt(whole);
}

/** How many zeros end the digits of a whole number; none count where a decimal part shows that they were meant. */
function trailingZeros(digits: string): number {
  if (digits.includes(".")) return 0;
  let zeros = 0;
  while (zeros < digits.length - 1 && digits[digits.length - 1 - zeros] === "0") zeros++;
  return zeros;
}

function hedged(value: Ratio, hedge: Hedge | undefined, step: number): Interval | undefined {
  if (hedge === undefined) return undefined;
  const size = value.abs();
  const w = Ratio.scaled(1n, step);
  const plain = (() => {
    switch (hedge) {
      case "below":
        return new Interval(size.sub(w), size, true, true);
      case "above":
        return new Interval(size, size.add(w), true, true);
      case "about":
        return new Interval(size.sub(w), size.add(w));
      case "more":
        return Interval.above(size, true);
      case "atLeast":
        return Interval.above(size, false);
      case "less":
        return size.sign > 0 ? new Interval(Ratio.ZERO, size, false, true) : Interval.below(size, true);
      case "atMost":
        return new Interval(Ratio.ZERO, size, false, false);
    }
  })();
  return value.sign < 0 ? plain.negated() : plain;
}
