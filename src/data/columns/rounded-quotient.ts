/** a × num ÷ den for whole numbers, rounded once: with BigInts the truth, with doubles the speed. */
import { FigureError } from "../../errors.js";
import { ROUNDING_MODES, type RoundingMode } from "../../exact/rounding.js";

/** A positive fraction in lowest terms: one unit of what is converted is worth num/den units of the result. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * The fraction in lowest terms.
 * @throws FigureError "bad-data" unless both are above zero
 */
export function ratioOf(num: bigint, den: bigint): Ratio {
  if (num <= 0n || den <= 0n) {
    throw new FigureError("bad-data", `a rate must be above zero, found ${num}/${den}`);
  }
  let [a, b] = [num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}

/** @throws FigureError "bad-option" for a name that is no rounding mode */
export function checkMode(mode: RoundingMode): void {
  if (!ROUNDING_MODES.includes(mode)) {
    throw new FigureError("bad-option", `no rounding mode "${mode}"; there are ${ROUNDING_MODES.join(", ")}`);
  }
}

/** a × num ÷ den rounded to a whole number by `mode`, whatever the size. `num` and `den` are above zero. */
export function roundedRatio(a: bigint, { num, den }: Ratio, mode: RoundingMode): bigint {
  const product = a * num;
  const whole = product / den;
  const rest = product % den;
  if (rest === 0n) return whole;
  const away = rest < 0n ? -1n : 1n;
  const twice = 2n * rest * away;
  const side = twice < den ? -1 : twice > den ? 1 : 0;
  return whole + (goesAway(mode, away > 0n, side, whole % 2n !== 0n) ? away : 0n);
}

/** Whether what lies between two whole numbers goes to the one further from zero. */
function goesAway(mode: RoundingMode, positive: boolean, side: number, odd: boolean): boolean {
  switch (mode) {
    case "trunc":
      return false;
    case "expand":
      return true;
    case "floor":
      return !positive;
    case "ceil":
      return positive;
    default:
      if (side !== 0) return side > 0;
      if (mode === "halfEven") return odd;
      if (mode === "halfExpand") return true;
      if (mode === "halfTrunc") return false;
      return mode === "halfCeil" ? positive : !positive;
  }
}
