import { Decimal } from "decimal.js";
import { FigureError } from "../errors.js";

export { Decimal };

/** Significant digits of a Decimal that is made from an exact fraction: rounded there, and only there. */
export const PRECISION = 60;

/** More digits than any statistic prints; beyond this a text is noise, and arithmetic on it would be slow. */
export const MAX_DIGITS = 50;

/** The largest power of ten, either way, that a figure may reach. */
export const MAX_EXPONENT = 60;

const settings = { defaults: true, precision: PRECISION, toExpNeg: -9e15, toExpPos: 9e15 } as const;

/** Rounds to nearest, half away from zero: for central values. */
export const Near: Decimal.Constructor = Decimal.clone({ ...settings, rounding: Decimal.ROUND_HALF_UP });

export const ZERO: Decimal = /* @__PURE__ */ new Near(0);
export const ONE: Decimal = /* @__PURE__ */ new Near(1);

/** 10 to a whole power, exactly. */
export function tenTo(exponent: number): Decimal {
  return new Near(`1e${exponent}`);
}

export type DecimalInput = Decimal | string | bigint;

/**
 * An exact decimal from text, a bigint or another Decimal. Numbers are refused: `0.1 + 0.2` has lost its
 * digits before it arrives here.
 * @throws FigureError "unreadable" for anything but plain decimal digits; "limit" beyond 50 digits
 */
export function decimal(input: DecimalInput): Decimal {
  if (Decimal.isDecimal(input)) return new Near(input as Decimal);
  const text = typeof input === "bigint" ? input.toString() : input;
  if (typeof text !== "string") {
    throw new FigureError(
      "bad-option",
      `expected a decimal as text, found the ${typeof input} ${String(input)}: write it in quotes, "${String(input)}", so that its digits stay exact`,
    );
  }
  if (text.length > 200) {
    throw new FigureError("limit", `a decimal of ${text.length} characters: at most 200 are read`);
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) {
    throw new FigureError("unreadable", `"${text}" is not a plain decimal such as "-1234.50"`, { text });
  }
  const value = new Near(text);
  if (value.precision() > MAX_DIGITS) {
    throw new FigureError("limit", `${value.precision()} digits: at most ${MAX_DIGITS} are read`, { text });
  }
  return value;
}
