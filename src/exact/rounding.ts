import { type Decimal, Near } from "./decimal.js";
import { checkedMode, type RoundingMode, wholeQuotient } from "./division.js";
import { Interval } from "./interval.js";
import { Ratio } from "./ratio.js";

export { ROUNDING_MODES, type RoundingMode } from "./division.js";

/** A rounding mode, or `unknown` (any of them), or `exact` (nothing was rounded). */
export type PrintRounding = RoundingMode | "unknown" | "exact";

/**
 * `x` rounded to `10^exponent`: `quantize(x, -2, "halfEven")` keeps two decimals, `quantize(x, 3, …)` thousands.
 * @example quantize(decimal("2.345"), -2, "halfEven").toFixed() // 2.34
 * @example quantize(decimal("1250"), 2, "halfExpand").toFixed() // 1300
 */
export function quantize(x: Decimal, exponent: number, mode: RoundingMode): Decimal {
  const { num, den } = Ratio.fromDecimal(x).shift(-exponent);
  return new Near(`${wholeQuotient(num, den, checkedMode(mode))}e${exponent}`);
}

/** `x` × 10^places, exactly, whatever the number of digits. */
export function shift(x: Decimal, places: number): Decimal {
  return places === 0 || !x.isFinite() ? x : new Near(`${x.toFixed()}e${places}`);
}

/**
 * a ÷ b rounded once to `10^exponent`, whatever the length of the quotient: the remainder decides, so no digit
 * is rounded twice.
 * @throws FigureError "interval-contains-zero" for b = 0
 * @example roundedQuotient(decimal("1"), decimal("3"), -4, "ceil").toFixed() // 0.3334
 */
export function roundedQuotient(a: Decimal, b: Decimal, exponent: number, mode: RoundingMode): Decimal {
  const { num, den } = Ratio.fromDecimal(a).div(Ratio.fromDecimal(b)).shift(-exponent);
  return new Near(`${wholeQuotient(num, den, checkedMode(mode))}e${exponent}`);
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
export function roundingInterval(printed: Decimal | Ratio, exponent: number, mode: PrintRounding): Interval {
  const x = Ratio.is(printed) ? printed : Ratio.fromDecimal(printed);
  if (mode === "exact") return Interval.point(x);
  const unit = () => Ratio.scaled(1n, exponent);
  const { sign } = x;
  switch (mode) {
    case "halfCeil":
      return around(x, exponent, false, true);
    case "halfFloor":
      return around(x, exponent, true, false);
    case "halfExpand":
      return around(x, exponent, sign <= 0, sign >= 0);
    case "halfTrunc":
      return around(x, exponent, sign > 0, sign < 0);
    case "halfEven": {
      const { num, den } = x.shift(-exponent);
      const odd = num % (2n * den) !== 0n;
      return around(x, exponent, odd, odd);
    }
    case "unknown":
      return new Interval(x.sub(unit()), x.add(unit()), true, true);
    case "floor":
      return new Interval(x, x.add(unit()), false, true);
    case "ceil":
      return new Interval(x.sub(unit()), x, true, false);
    case "trunc":
      return roundingInterval(x, exponent, sign === 0 ? "unknown" : sign > 0 ? "floor" : "ceil");
    case "expand":
      return roundingInterval(x, exponent, sign === 0 ? "exact" : sign > 0 ? "ceil" : "floor");
    default:
      throw checkedMode(mode); // which throws the error that lists them
  }
}

/** Half a unit of the last place either way. */
function around(x: Ratio, exponent: number, lowerOpen: boolean, upperOpen: boolean): Interval {
  const half = Ratio.scaled(5n, exponent - 1);
  return new Interval(x.sub(half), x.add(half), lowerOpen, upperOpen);
}
