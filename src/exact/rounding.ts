import { FigureError } from "../errors.js";
import { Decimal, Near, tenTo } from "./decimal.js";
import { Interval } from "./interval.js";

/**
 * How a publisher rounds, by the names that `Intl.NumberFormat` uses: `halfExpand` is rounding half away from
 * zero (the usual "half up" of statistics), `halfEven` banker's rounding, `trunc` cutting digits off.
 */
export type RoundingMode =
  | "ceil"
  | "floor"
  | "expand"
  | "trunc"
  | "halfCeil"
  | "halfFloor"
  | "halfExpand"
  | "halfTrunc"
  | "halfEven";

/** A rounding mode, or `unknown` (any of them), or `exact` (nothing was rounded). */
export type PrintRounding = RoundingMode | "unknown" | "exact";

const MODES: Record<RoundingMode, Decimal.Rounding> = {
  ceil: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
  expand: Decimal.ROUND_UP,
  trunc: Decimal.ROUND_DOWN,
  halfCeil: Decimal.ROUND_HALF_CEIL,
  halfFloor: Decimal.ROUND_HALF_FLOOR,
  halfExpand: Decimal.ROUND_HALF_UP,
  halfTrunc: Decimal.ROUND_HALF_DOWN,
  halfEven: Decimal.ROUND_HALF_EVEN,
};

// Shifts and remainders are exact: no operand has nearly so many digits.
const Exact: Decimal.Constructor = Near.clone({ precision: 1000, modulo: Decimal.ROUND_DOWN });

export const ROUNDING_MODES: readonly RoundingMode[] = Object.keys(MODES) as RoundingMode[];

function modeOf(mode: RoundingMode): Decimal.Rounding {
  const found = Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
  if (found === undefined) {
    throw new FigureError("bad-option", `no rounding mode "${mode}"; there are ${ROUNDING_MODES.join(", ")}`);
  }
  return found;
}

/**
 * `x` rounded to `10^exponent`: `quantize(x, -2, "halfEven")` keeps two decimals, `quantize(x, 3, …)` thousands.
 * @example quantize(decimal("2.345"), -2, "halfEven").toFixed() // 2.34
 * @example quantize(decimal("1250"), 2, "halfExpand").toFixed() // 1300
 */
export function quantize(x: Decimal, exponent: number, mode: RoundingMode): Decimal {
  const rounding = modeOf(mode);
  // Shifting by a power of ten only changes the exponent, so the one rounding is the last step.
  const shifted = shift(x, -exponent).toDecimalPlaces(0, rounding);
  return new Near(shift(shifted, exponent));
}

/** `x` × 10^places, exactly, whatever the number of digits. */
export function shift(x: Decimal, places: number): Decimal {
  return new Exact(x).times(tenTo(places));
}

/**
 * a ÷ b rounded once to `10^exponent`, whatever the length of the quotient: the remainder decides, so no digit
 * is rounded twice.
 * @throws FigureError "interval-contains-zero" for b = 0
 * @example roundedQuotient(decimal("1"), decimal("3"), -4, "ceil").toFixed() // 0.3334
 */
export function roundedQuotient(a: Decimal, b: Decimal, exponent: number, mode: RoundingMode): Decimal {
  if (b.isZero()) throw new FigureError("interval-contains-zero", "cannot divide by zero");
  const dividend = new Exact(shift(a, -exponent));
  const divisor = new Exact(b);
  const whole = dividend.dividedToIntegerBy(divisor);
  const rest = dividend.minus(whole.times(divisor)).abs();
  const size = divisor.abs();
  // Half of a unit, less or more, stands for the remainder: only its side of the tie and its sign matter.
  const side = rest.isZero() ? "0" : ["0.25", "0.5", "0.75"][rest.times(2).comparedTo(size) + 1];
  const sign = dividend.isNegative() === divisor.isNegative() ? 1 : -1;
  const exact = whole.plus(new Exact(side as string).times(sign));
  return quantize(shift(exact, exponent), exponent, mode);
}

/**
 * The amounts that print as `printed` when rounded to `10^exponent` by `mode`: its rounding interval, with
 * open and closed ends. With unit u = 10^exponent and h = u/2, for a positive figure x:
 * halfExpand [x−h, x+h), halfTrunc (x−h, x+h], halfEven [x−h, x+h] where x/u is even and open where it is odd,
 * trunc and floor [x, x+u), ceil and expand (x−u, x]. Negative figures mirror the modes that look at zero.
 * `unknown` is the hull of them all, `exact` the point itself.
 * @example roundingInterval(decimal("42.64"), -2, "halfExpand").show() // [42.635, 42.645)
 * @example roundingInterval(decimal("42.64"), -2, "trunc").show() // [42.64, 42.65)
 */
export function roundingInterval(printed: Decimal, exponent: number, mode: PrintRounding): Interval {
  if (mode === "exact") return Interval.point(printed);
  const u = tenTo(exponent);
  const h = u.dividedBy(2);
  const x = new Near(printed);
  const around = (lowerOpen: boolean, upperOpen: boolean) =>
    new Interval(x.minus(h), x.plus(h), lowerOpen, upperOpen);
  const above = () => new Interval(x, x.plus(u), false, true);
  const below = () => new Interval(x.minus(u), x, true, false);
  const sign = x.isZero() ? 0 : x.isNegative() ? -1 : 1;
  switch (mode) {
    case "unknown":
      return new Interval(x.minus(u), x.plus(u), true, true);
    case "floor":
      return above();
    case "ceil":
      return below();
    case "trunc":
      return sign === 0 ? new Interval(x.minus(u), x.plus(u), true, true) : sign > 0 ? above() : below();
    case "expand":
      return sign === 0 ? Interval.point(x) : sign > 0 ? below() : above();
    case "halfCeil":
      return around(false, true);
    case "halfFloor":
      return around(true, false);
    case "halfExpand":
      return sign === 0 ? around(true, true) : sign > 0 ? around(false, true) : around(true, false);
    case "halfTrunc":
      return sign === 0 ? around(false, false) : sign > 0 ? around(true, false) : around(false, true);
    case "halfEven": {
      const odd = !x.dividedBy(u).modulo(2).isZero();
      return around(odd, odd);
    }
    default:
      modeOf(mode);
      throw new FigureError("bad-option", `no rounding mode "${String(mode)}"`);
  }
}
