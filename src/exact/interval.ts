import { FigureError } from "../errors.js";
import { Decimal, Down, INFINITE, Near, PRECISION, Up, ZERO } from "./decimal.js";

/** What a comparison of two intervals can say. */
export type Answer = "yes" | "no" | "undecided";

interface End {
  readonly at: Decimal;
  readonly open: boolean;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");

/**
 * All amounts between two ends, each open (the end itself is left out) or closed. An end may be infinite, and is
 * then open. Operations enclose every exact result: lower ends are rounded down, upper ends up, at 60 digits, and
 * an end that had to be rounded becomes open, since the exact end lies strictly inside.
 * Source: IEEE 1788-2015 (interval arithmetic, outward rounding); open ends as in R's interval packages.
 */
export class Interval {
  readonly lower: Decimal;
  readonly upper: Decimal;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;

  /** @throws FigureError "bad-option" for ends out of order, NaN, or an empty interval such as (1, 1) */
  constructor(lower: Decimal, upper: Decimal, lowerOpen = false, upperOpen = false) {
    if (lower.isNaN() || upper.isNaN()) throw new FigureError("bad-option", "an interval needs two numbers");
    const order = lower.comparedTo(upper);
    if (order > 0 || (order === 0 && (lowerOpen || upperOpen))) {
      throw new FigureError(
        "bad-option",
        `no amount lies between ${lower.toFixed()} and ${upper.toFixed()}: write the lower end first`,
      );
    }
    // decimal.js knows a minus zero; an end of an interval does not.
    this.lower = lower.isZero() ? ZERO : lower;
    this.upper = upper.isZero() ? ZERO : upper;
    this.lowerOpen = lowerOpen || !lower.isFinite();
    this.upperOpen = upperOpen || !upper.isFinite();
  }

  /** The interval that holds one amount only. */
  static point(x: Decimal): Interval {
    return new Interval(x, x);
  }

  static above(x: Decimal, open: boolean): Interval {
    return new Interval(x, INFINITE, open, true);
  }

  static below(x: Decimal, open: boolean): Interval {
    return new Interval(INFINITE.negated(), x, true, open);
  }

  /** The smallest interval that holds all of `parts`. */
  static hull(parts: readonly Interval[]): Interval {
    const first = parts[0];
    if (first === undefined) throw new FigureError("bad-option", "the hull of no intervals is empty");
    return parts.reduce((a, b) => {
      const low = lowest([
        { at: a.lower, open: a.lowerOpen },
        { at: b.lower, open: b.lowerOpen },
      ]);
      const high = highest([
        { at: a.upper, open: a.upperOpen },
        { at: b.upper, open: b.upperOpen },
      ]);
      return new Interval(low.at, high.at, low.open, high.open);
    }, first);
  }

  get isPoint(): boolean {
    return this.lower.equals(this.upper);
  }

  get isFinite(): boolean {
    return this.lower.isFinite() && this.upper.isFinite();
  }

  /** Half-way between the ends; the finite end of a half-line. */
  get midpoint(): Decimal {
    if (!this.lower.isFinite()) return this.upper.isFinite() ? this.upper : new Near(0);
    if (!this.upper.isFinite()) return this.lower;
    return new Near(this.lower).plus(this.upper).dividedBy(2);
  }

  get width(): Decimal {
    return new Up(this.upper).minus(this.lower);
  }

  contains(x: Decimal): boolean {
    const low = x.comparedTo(this.lower);
    const high = x.comparedTo(this.upper);
    return (this.lowerOpen ? low > 0 : low >= 0) && (this.upperOpen ? high < 0 : high <= 0);
  }

  /** Whether every amount of `other` lies in this interval. */
  encloses(other: Interval): boolean {
    const low = other.lower.comparedTo(this.lower);
    const high = other.upper.comparedTo(this.upper);
    return (
      (low > 0 || (low === 0 && (!this.lowerOpen || other.lowerOpen))) &&
      (high < 0 || (high === 0 && (!this.upperOpen || other.upperOpen)))
    );
  }

  /** The amounts that lie in both, or undefined where there are none. */
  intersect(other: Interval): Interval | undefined {
    const a = this.lower.comparedTo(other.lower);
    const lower = a >= 0 ? this.lower : other.lower;
    const lowerOpen = a === 0 ? this.lowerOpen || other.lowerOpen : a > 0 ? this.lowerOpen : other.lowerOpen;
    const b = this.upper.comparedTo(other.upper);
    const upper = b <= 0 ? this.upper : other.upper;
    const upperOpen = b === 0 ? this.upperOpen || other.upperOpen : b < 0 ? this.upperOpen : other.upperOpen;
    const order = lower.comparedTo(upper);
    if (order > 0 || (order === 0 && (lowerOpen || upperOpen))) return undefined;
    return new Interval(lower, upper, lowerOpen, upperOpen);
  }

  negated(): Interval {
    return new Interval(this.upper.negated(), this.lower.negated(), this.upperOpen, this.lowerOpen);
  }

  plus(other: Interval): Interval {
    const low = rounded(Down, (D) => new D(this.lower).plus(other.lower), this.lowerOpen || other.lowerOpen);
    const high = rounded(Up, (D) => new D(this.upper).plus(other.upper), this.upperOpen || other.upperOpen);
    return new Interval(low.at, high.at, low.open, high.open);
  }

  minus(other: Interval): Interval {
    return this.plus(other.negated());
  }

  times(other: Interval): Interval {
    if (!this.lower.isNegative() && !other.lower.isNegative()) {
      // Amounts of zero or more, by far the usual case: the ends multiply in order.
      const low = product(Down, lowerEnd(this), lowerEnd(other));
      const high = product(Up, upperEnd(this), upperEnd(other));
      return new Interval(low.at, high.at, low.open, high.open);
    }
    const corners = (D: Decimal.Constructor) =>
      [lowerEnd(this), upperEnd(this)].flatMap((a) =>
        [lowerEnd(other), upperEnd(other)].map((b) => product(D, a, b)),
      );
    const low = lowest(corners(Down));
    const high = highest(corners(Up));
    return new Interval(low.at, high.at, low.open, high.open);
  }

  /** @throws FigureError "interval-contains-zero" where the divisor may be zero or reaches it */
  dividedBy(divisor: Interval): Interval {
    if (!divisor.lower.greaterThan(0) && !divisor.upper.lessThan(0)) {
      throw new FigureError(
        "interval-contains-zero",
        `cannot divide by ${divisor.show()}: it reaches zero, so the quotient has no bounds`,
      );
    }
    if (!this.lower.isNegative() && divisor.lower.greaterThan(0)) {
      const low = quotient(Down, lowerEnd(this), upperEnd(divisor));
      const high = quotient(Up, upperEnd(this), lowerEnd(divisor));
      return new Interval(low.at, high.at, low.open, high.open);
    }
    const corners = (D: Decimal.Constructor) =>
      [lowerEnd(this), upperEnd(this)].flatMap((a) =>
        [lowerEnd(divisor), upperEnd(divisor)].map((b) => quotient(D, a, b)),
      );
    const low = lowest(corners(Down));
    const high = highest(corners(Up));
    return new Interval(low.at, high.at, low.open, high.open);
  }

  /** Whether every amount of this interval is below every amount of `other`. */
  isBelow(other: Interval): Answer {
    const gap = this.upper.comparedTo(other.lower);
    if (gap < 0 || (gap === 0 && (this.upperOpen || other.lowerOpen))) return "yes";
    if (this.lower.greaterThanOrEqualTo(other.upper)) return "no";
    return "undecided";
  }

  /** "yes" for two equal points, "no" where nothing lies in both, otherwise "undecided". */
  equals(other: Interval): Answer {
    if (this.intersect(other) === undefined) return "no";
    return this.isPoint && other.isPoint ? "yes" : "undecided";
  }

  /**
   * The ends as text, rounded outwards to `decimals` places, or in full.
   * @example roundingInterval(decimal("7.1792"), -4, "halfExpand").show(3) // (7.179, 7.180)
   */
  show(decimals?: number): string {
    const low = shownEnd(this.lower, this.lowerOpen, decimals, Decimal.ROUND_FLOOR);
    const high = shownEnd(this.upper, this.upperOpen, decimals, Decimal.ROUND_CEIL);
    return `${low.open ? "(" : "["}${low.text}, ${high.text}${high.open ? ")" : "]"}`;
  }

  toString(): string {
    return this.show();
  }

  toJSON(): { lower: string; upper: string; lowerOpen: boolean; upperOpen: boolean } {
    return {
      lower: endText(this.lower),
      upper: endText(this.upper),
      lowerOpen: this.lowerOpen,
      upperOpen: this.upperOpen,
    };
  }

  /** Notebooks show the ends alone: an interval has no unit. */
  [rich](): { readonly "text/plain": string; readonly "text/html": string } {
    return { "text/plain": this.toString(), "text/html": `<strong>${this.toString()}</strong>` };
  }

  [inspect](): string {
    return this.show();
  }
}

const lowerEnd = (i: Interval): End => ({ at: i.lower, open: i.lowerOpen });
const upperEnd = (i: Interval): End => ({ at: i.upper, open: i.upperOpen });

// A rounded end lies strictly outside the exact one, so leaving it out loses nothing and keeps the bound sharp.
function rounded(D: Decimal.Constructor, compute: (D: Decimal.Constructor) => Decimal, open: boolean): End {
  const at = compute(D);
  if (open || at.precision() < PRECISION) return { at, open };
  const other = compute(D === Down ? Up : Down);
  return { at, open: !at.equals(other) };
}

function product(D: Decimal.Constructor, a: End, b: End): End {
  // Zero times anything, an infinite end included, is zero; it is attained if the zero end is closed.
  if (a.at.isZero() || b.at.isZero()) {
    const open = (a.at.isZero() ? a.open : true) && (b.at.isZero() ? b.open : true);
    return { at: new D(0), open };
  }
  return rounded(D, (R) => new R(a.at).times(b.at), a.open || b.open);
}

function quotient(D: Decimal.Constructor, a: End, b: End): End {
  if (!b.at.isFinite()) return { at: new D(0), open: !a.at.isZero() || a.open };
  return rounded(D, (R) => new R(a.at).dividedBy(b.at), a.at.isZero() ? a.open : a.open || b.open);
}

function lowest(ends: readonly End[]): End {
  return ends.reduce((a, b) => {
    const order = b.at.comparedTo(a.at);
    return order < 0 || (order === 0 && a.open) ? b : a;
  });
}

function highest(ends: readonly End[]): End {
  return ends.reduce((a, b) => {
    const order = b.at.comparedTo(a.at);
    return order > 0 || (order === 0 && a.open) ? b : a;
  });
}

function endText(x: Decimal): string {
  return x.isFinite() ? x.toFixed() : x.isNegative() ? "-∞" : "∞";
}

function shownEnd(x: Decimal, open: boolean, decimals: number | undefined, rounding: Decimal.Rounding) {
  if (decimals === undefined || !x.isFinite()) return { text: endText(x), open };
  const at = x.toDecimalPlaces(decimals, rounding);
  // toFixed would round again, to the same digits; an end moved outwards is no longer attained.
  return { text: at.toFixed(decimals), open: open || !at.equals(x) };
}
