import { FigureError } from "../errors.js";

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

/** Whether a remainder moves the quotient away from zero: above a half always, at a tie as the mode says. */
type Away = (negative: boolean, half: -1 | 0 | 1, odd: boolean) => boolean;

/** Every mode in one table. `half` compares twice the remainder with the divisor; the remainder is not zero. */
const AWAY: Readonly<Record<RoundingMode, Away>> = {
  ceil: (negative) => !negative,
  floor: (negative) => negative,
  expand: () => true,
  trunc: () => false,
  halfCeil: (negative, half) => half > 0 || (half === 0 && !negative),
  halfFloor: (negative, half) => half > 0 || (half === 0 && negative),
  halfExpand: (_, half) => half >= 0,
  halfTrunc: (_, half) => half > 0,
  halfEven: (_, half, odd) => half > 0 || (half === 0 && odd),
};

export const ROUNDING_MODES: readonly RoundingMode[] = Object.keys(AWAY) as RoundingMode[];

/** @throws FigureError "bad-option" for a mode that there is not; the message lists them */
export function checkedMode(mode: RoundingMode): RoundingMode {
  if (!Object.hasOwn(AWAY, mode)) {
    throw new FigureError("bad-option", `no rounding mode "${mode}"; there are ${ROUNDING_MODES.join(", ")}`);
  }
  return mode;
}

/** n ÷ d as a whole number, rounded once. `d` is above zero. */
export function wholeQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const whole = n / d;
  const rest = n - whole * d;
  if (rest === 0n) return whole;
  const negative = n < 0n;
  const twice = (negative ? -rest : rest) * 2n;
  const half = twice < d ? -1 : twice > d ? 1 : 0;
  if (!AWAY[mode](negative, half, (whole & 1n) === 1n)) return whole;
  return negative ? whole - 1n : whole + 1n;
}

const POWERS: bigint[] = [];

/** 10 to a whole power of at least zero. */
export function powerOfTen(exponent: number): bigint {
  if (exponent > 400) return 10n ** BigInt(exponent);
  POWERS[exponent] ??= 10n ** BigInt(exponent);
  return POWERS[exponent] as bigint;
}
