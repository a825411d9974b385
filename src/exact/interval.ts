import { FigureError } from "../errors.js";
import type { Decimal } from "./decimal.js";
import { Ratio } from "./ratio.js";

/** What a comparison of two intervals can say. */
export type Answer = "yes" | "no" | "undecided";

interface End {
  readonly at: Ratio;
  readonly open: boolean;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");

const asRatio = (x: Decimal | Ratio): Ratio => (Ratio.is(x) ? x : Ratio.fromDecimal(x));

/**
 * All amounts between two ends, each open (the end itself is left out) or closed. An end may be infinite, and is
 * then open. The ends are exact fractions, `low` and `high`, and stay exact through every operation; `lower` and
 * `upper` are Decimals made from them when they are asked for, rounded outwards to 60 digits where a fraction has no
 * last digit. Only a chain of computations whose terms would pass 768 bits is rounded, outwards, to 154 digits; such
 * an end is open, since the exact one lies strictly inside.
 * Source: IEEE 1788-2015 (interval arithmetic, outward rounding); open ends as in R's interval packages.
 */
export class Interval {
  /** The exact lower end; minus infinity where there is none. */
  readonly low: Ratio;
  /** The exact upper end; infinity where there is none. */
  readonly high: Ratio;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
  private lowerDecimal: Decimal | undefined;
  private upperDecimal: Decimal | undefined;

  /** @throws FigureError "bad-option" for ends out of order, NaN, or an empty interval such as (1, 1) */
  constructor(lower: Decimal | Ratio, upper: Decimal | Ratio, lowerOpen = false, upperOpen = false) {
    const [low, high] = [asRatio(lower), asRatio(upper)];
    const [lowIsOpen, highIsOpen] = [lowerOpen || !low.isFinite, upperOpen || !high.isFinite];
    const order = low.compare(high);
    if (order > 0 || (order === 0 && (lowIsOpen || highIsOpen))) {
      throw new FigureError(
        "bad-option",
        `no amount lies between ${endText(low, "floor")} and ${endText(high, "ceil")}: write the lower end first`,
      );
    }
    this.low = low.bounded("floor");
    this.high = high.bounded("ceil");
    // An end that was moved outwards is not attained.
    this.lowerOpen = lowIsOpen || !this.low.equals(low);
    this.upperOpen = highIsOpen || !this.high.equals(high);
  }

  /** The interval that holds one amount only. */
  static point(x: Decimal | Ratio): Interval {
    return new Interval(x, x);
  }

  static above(x: Decimal | Ratio, open: boolean): Interval {
    return new Interval(x, Ratio.INFINITE, open, true);
  }

  static below(x: Decimal | Ratio, open: boolean): Interval {
    return new Interval(Ratio.MINUS_INFINITE, x, true, open);
  }

  /** The smallest interval that holds all of `parts`. */
  static hull(parts: readonly Interval[]): Interval {
    const first = parts[0];
    if (first === undefined) throw new FigureError("bad-option", "the hull of no intervals is empty");
    return parts.reduce(
      (a, b) => between(outermost([lowEnd(a), lowEnd(b)], -1), outermost([highEnd(a), highEnd(b)], 1)),
      first,
    );
  }

  /** The lower end as a Decimal, rounded down where it has more than 60 digits. */
  get lower(): Decimal {
    this.lowerDecimal ??= this.low.toDecimal("floor");
    return this.lowerDecimal;
  }

  /** The upper end as a Decimal, rounded up where it has more than 60 digits. */
  get upper(): Decimal {
    this.upperDecimal ??= this.high.toDecimal("ceil");
    return this.upperDecimal;
  }

  get isPoint(): boolean {
    return this.low === this.high || this.low.equals(this.high);
  }

  get isFinite(): boolean {
    return this.low.isFinite && this.high.isFinite;
  }

  /** Half-way between the ends; the finite end of a half-line. */
  get midpoint(): Decimal {
    return this.middle.toDecimal();
  }

  /** The exact midpoint. */
  get middle(): Ratio {
    if (!this.low.isFinite) return this.high.isFinite ? this.high : Ratio.ZERO;
    if (!this.high.isFinite) return this.low;
    return this.low.add(this.high).mul(HALF);
  }

  get width(): Decimal {
    return this.high.sub(this.low).toDecimal("ceil");
  }

  contains(x: Decimal | Ratio): boolean {
    const at = asRatio(x);
    const low = at.compare(this.low);
    const high = at.compare(this.high);
    return (this.lowerOpen ? low > 0 : low >= 0) && (this.upperOpen ? high < 0 : high <= 0);
  }

  /** Whether every amount of `other` lies in this interval. */
  encloses(other: Interval): boolean {
    const low = other.low.compare(this.low);
    const high = other.high.compare(this.high);
    return (
      (low > 0 || (low === 0 && (!this.lowerOpen || other.lowerOpen))) &&
      (high < 0 || (high === 0 && (!this.upperOpen || other.upperOpen)))
    );
  }

  /** Whether any amount lies in both. */
  meets(other: Interval): boolean {
    const [above, below] = [this.low.compare(other.high), other.low.compare(this.high)];
    return (
      (above < 0 || (above === 0 && !this.lowerOpen && !other.upperOpen)) &&
      (below < 0 || (below === 0 && !other.lowerOpen && !this.upperOpen))
    );
  }

  /** The amounts that lie in both, or undefined where there are none. */
  intersect(other: Interval): Interval | undefined {
    const a = this.low.compare(other.low);
    const low = a >= 0 ? this.low : other.low;
    const lowerOpen = a === 0 ? this.lowerOpen || other.lowerOpen : a > 0 ? this.lowerOpen : other.lowerOpen;
    const b = this.high.compare(other.high);
    const high = b <= 0 ? this.high : other.high;
    const upperOpen = b === 0 ? this.upperOpen || other.upperOpen : b < 0 ? this.upperOpen : other.upperOpen;
    const order = low.compare(high);
    if (order > 0 || (order === 0 && (lowerOpen || upperOpen))) return undefined;
    return new Interval(low, high, lowerOpen, upperOpen);
  }

  negated(): Interval {
    return new Interval(this.high.negated(), this.low.negated(), this.upperOpen, this.lowerOpen);
  }

  plus(other: Interval): Interval {
    return new Interval(
      this.low.add(other.low),
      this.high.add(other.high),
      this.lowerOpen || other.lowerOpen,
      this.upperOpen || other.upperOpen,
    );
  }

  minus(other: Interval): Interval {
    return new Interval(
      this.low.sub(other.high),
      this.high.sub(other.low),
      this.lowerOpen || other.upperOpen,
      this.upperOpen || other.lowerOpen,
    );
  }

  times(other: Interval): Interval {
    if (this.low.num >= 0n && other.low.num >= 0n) {
      // Amounts of zero or more, by far the usual case: the ends multiply in order.
      return between(product(lowEnd(this), lowEnd(other)), product(highEnd(this), highEnd(other)));
    }
    return hullOfCorners(this, other, product);
  }

  /** @throws FigureError "interval-contains-zero" where the divisor may be zero or reaches it */
  dividedBy(divisor: Interval): Interval {
    if (divisor.low.num <= 0n && divisor.high.num >= 0n) {
      throw new FigureError(
        "interval-contains-zero",
        `cannot divide by ${divisor.show()}: it reaches zero, so the quotient has no bounds`,
      );
    }
    if (this.low.num >= 0n && divisor.low.num > 0n) {
      return between(quotient(lowEnd(this), highEnd(divisor)), quotient(highEnd(this), lowEnd(divisor)));
    }
    return hullOfCorners(this, divisor, quotient);
  }

  /** Whether every amount of this interval is below every amount of `other`. */
  isBelow(other: Interval): Answer {
    const gap = this.high.compare(other.low);
    if (gap < 0 || (gap === 0 && (this.upperOpen || other.lowerOpen))) return "yes";
    if (this.low.compare(other.high) >= 0) return "no";
    return "undecided";
  }

  /** "yes" for two equal points, "no" where nothing lies in both, otherwise "undecided". */
  equals(other: Interval): Answer {
    if (this.intersect(other) === undefined) return "no";
    return this.isPoint && other.isPoint ? "yes" : "undecided";
  }

  /**
   * The ends as text, rounded outwards to `decimals` places; without them in full, or, where an end has more than 30
   * decimals or no last one, with three significant digits of the width.
   * @example roundingInterval(decimal("7.1792"), -4, "halfExpand").show(3) // (7.179, 7.180)
   * @example Interval.point(decimal("1")).dividedBy(new Interval(decimal("2.5"), decimal("3.5"))).show() // (0.285, 0.4]
   */
  show(decimals?: number): string {
    const low = shownEnd(this.low, this.lowerOpen, "floor", decimals, this);
    const high = shownEnd(this.high, this.upperOpen, "ceil", decimals, this);
    return `${low.open ? "(" : "["}${low.text}, ${high.text}${high.open ? ")" : "]"}`;
  }

  toString(): string {
    return this.show();
  }

  /** Ends in full, rounded outwards to 60 digits where they have more. */
  toJSON(): { lower: string; upper: string; lowerOpen: boolean; upperOpen: boolean } {
    return {
      lower: endText(this.low, "floor"),
      upper: endText(this.high, "ceil"),
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

const HALF = Ratio.of(1n, 2n);

const lowEnd = (i: Interval): End => ({ at: i.low, open: i.lowerOpen });
const highEnd = (i: Interval): End => ({ at: i.high, open: i.upperOpen });
const between = (low: End, high: End) => new Interval(low.at, high.at, low.open, high.open);

/** The smallest interval that holds every combination of ends. */
function hullOfCorners(a: Interval, b: Interval, operation: (x: End, y: End) => End): Interval {
  const corners = [lowEnd(a), highEnd(a)].flatMap((x) => [lowEnd(b), highEnd(b)].map((y) => operation(x, y)));
  return between(outermost(corners, -1), outermost(corners, 1));
}

function product(a: End, b: End): End {
  // Zero times anything, an infinite end included, is zero; it is attained if the zero end is closed.
  if (a.at.num === 0n || b.at.num === 0n) {
    const open = (a.at.num === 0n ? a.open : true) && (b.at.num === 0n ? b.open : true);
    return { at: Ratio.ZERO, open };
  }
  return { at: a.at.mul(b.at), open: a.open || b.open };
}

function quotient(a: End, b: End): End {
  if (!b.at.isFinite) return { at: Ratio.ZERO, open: a.at.num !== 0n || a.open };
  return { at: a.at.div(b.at), open: a.at.num === 0n ? a.open : a.open || b.open };
}

/** The lowest of ends for a side of −1, the highest for 1; of two at one place the closed one. */
function outermost(ends: readonly End[], side: 1 | -1): End {
  return ends.reduce((a, b) => {
    const order = side * b.at.compare(a.at);
    return order > 0 || (order === 0 && a.open) ? b : a;
  });
}

/** More decimals than these come from a division, not from a print. */
const MAX_SHOWN = 30;

/** Decimals at which the width of an interval has three significant digits. */
export function decimalsOfWidth(of: Interval): number {
  const width = of.high.sub(of.low);
  if (width.num === 0n) return 12;
  return Math.max(0, 2 - width.exponent);
}

function endText(x: Ratio, side: "floor" | "ceil"): string {
  return x.isFinite ? x.toDecimal(side).toFixed() : x.toString();
}

function shownEnd(
  x: Ratio,
  open: boolean,
  side: "floor" | "ceil",
  decimals: number | undefined,
  of: Interval,
): { text: string; open: boolean } {
  if (!x.isFinite) return { text: x.toString(), open };
  const all = x.decimalPlaces();
  const places = decimals ?? (all !== undefined && all <= MAX_SHOWN ? all : decimalsOfWidth(of));
  // An end moved outwards is no longer attained.
  return { text: x.toFixed(places, side), open: open || all === undefined || all > places };
}
