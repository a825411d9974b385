import { nearOf } from "../../exact/near.js";
import type { Ratio } from "../../exact/ratio.js";
import { type Verdict, verdictOn } from "../../figure/verdict.js";
import type { AnyRate } from "../../rate/rate.js";

/**
 * Beyond this, relative to what is compared, the order of two quotients of floats is that of the fractions: each quotient
 * is off by at most three roundings of 2⁻⁵³, and what is made of two of them here by less than 2⁻⁴⁸.
 */
export const CLEAR = 2 ** -40;

/**
 * A rate with floats near its ends and its value. They only settle what is far apart, which is most of what is compared;
 * whatever they leave open is compared as fractions, so that no answer depends on them.
 */
export class Bounds {
  private readonly low: number;
  private readonly high: number;
  private readonly value: number;

  constructor(readonly rate: AnyRate) {
    this.low = nearOf(rate.interval.low);
    this.high = nearOf(rate.interval.high);
    this.value = nearOf(rate.exact);
  }

  /** The verdict on another rate. */
  verdict(other: Bounds): Verdict {
    if (isBelow(this.high, other.low) || isBelow(other.high, this.low)) return "inconsistent";
    return verdictOn(this.rate.interval, other.rate.interval, other.rate.exact);
  }

  /** Whether one rate is off this one by less than another is, each relative to itself. */
  isNearer(one: Bounds, other: Bounds): boolean {
    const [a, b] = [this.value / one.value, this.value / other.value];
    const gap = Math.abs(a - 1) - Math.abs(b - 1);
    const clear = (2 + Math.abs(a) + Math.abs(b)) * CLEAR;
    if (gap < -clear) return true;
    return gap > clear ? false : this.off(one).compare(this.off(other)) < 0;
  }

  private off({ rate: { exact } }: Bounds): Ratio {
    const gap = exact.sub(this.rate.exact).abs();
    return exact.sign === 0 ? gap : gap.div(exact).abs();
  }
}

/** Whether `a` is below `b` for certain; false for what is not a finite number. */
function isBelow(a: number, b: number): boolean {
  return b - a > (Math.abs(a) + Math.abs(b)) * CLEAR;
}

const known = new WeakMap<AnyRate, Bounds>();

/** The bounds of a rate that many are compared with; made once. */
export function boundsOf(rate: AnyRate): Bounds {
  const found = known.get(rate) ?? new Bounds(rate);
  known.set(rate, found);
  return found;
}
