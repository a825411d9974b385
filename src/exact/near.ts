import type { Ratio } from "./ratio.js";

/** The quotient of two whole numbers up to this, other than zero, is a float of full precision. */
const LARGEST_FLOAT = 1e150;

/**
 * A float near a fraction, to tell apart what is far apart: off by at most three roundings, relative to it. NaN where a
 * term is beyond what a float holds.
 */
export function nearOf({ num, den }: Ratio): number {
  const [over, under] = [Number(num), Number(den)];
  return Math.abs(over) <= LARGEST_FLOAT && under <= LARGEST_FLOAT ? over / under : Number.NaN;
}
