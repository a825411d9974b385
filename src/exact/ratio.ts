import { FigureError } from "../errors.js";
import { type Decimal, Near, PRECISION } from "./decimal.js";
import { powerOfTen, type RoundingMode, wholeQuotient } from "./division.js";

// Below this a common factor costs less than looking for it.
const REDUCE_BEYOND = 1n << 256n;

/** The bits beyond which `bounded` rounds: far more than printed figures and their quotients need. */
const LONGEST = 1n << 768n;

/** Significant digits that `bounded` keeps: 512 bits. */
const KEPT_DIGITS = 154;

/**
 * A fraction of two whole numbers, exact under + − × ÷: `num / den` with `den` above zero. Common factors are
 * divided out only where the terms have grown long, so that two equal fractions may have different terms: compare
 * with `compare`, print with `toFixed` or `toString`. A `den` of 0 is the infinite end of an interval.
 * @example Ratio.fromText("42.64").div(Ratio.fromText("5.83")).toFixed(4, "halfExpand") // 7.3139
 * @example Ratio.of(1n, 3n).add(Ratio.fromText("0.5")).toString() // 5/6
 */
export class Ratio {
  static readonly ZERO: Ratio = new Ratio(0n, 1n);
  static readonly ONE: Ratio = new Ratio(1n, 1n);
  static readonly INFINITE: Ratio = new Ratio(1n, 0n);
  static readonly MINUS_INFINITE: Ratio = new Ratio(-1n, 0n);

  readonly num: bigint;
  readonly den: bigint;

  /** Terms as they are; `of` and `fromText` check them. */
  private constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }

  /** Two builds of the package can meet in one program: `Ratio.is` knows the fractions of both. */
  static is(value: Decimal | Ratio): value is Ratio {
    return value instanceof Ratio || "den" in value;
  }

  /** The terms as they are: `den` at least 0. */
  static terms(num: bigint, den: bigint): Ratio {
    return new Ratio(num, den);
  }

  /**
   * num ÷ den.
   * @throws FigureError "interval-contains-zero" for a `den` of 0
   * @example Ratio.of(6n, -4n).toString() // -3/2
   */
  static of(num: bigint, den = 1n): Ratio {
    if (den === 0n) throw new FigureError("interval-contains-zero", "cannot divide by zero");
    return den < 0n ? made(-num, -den) : made(num, den);
  }

  /**
   * From "-12.50" or "-3/2".
   * @throws FigureError "unreadable" for anything else
   * @example Ratio.fromText("-12.50").toString() // -25/2
   */
  static fromText(text: string): Ratio {
    const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:\/(\d+))?$/.exec(text.length > 10_000 ? "" : text);
    const [, sign, whole = "", fraction = "", under] = found ?? [];
    if (whole + fraction === "" || (under !== undefined && text.includes("."))) {
      throw new FigureError("unreadable", `"${text.slice(0, 40)}" is not a number such as -12.50 or -3/2`);
    }
    const size = BigInt(whole + fraction);
    return Ratio.of(sign === "-" ? -size : size, under ? BigInt(under) : powerOfTen(fraction.length));
  }

  /** n × 10^exponent. */
  static scaled(n: bigint, exponent: number): Ratio {
    return exponent >= 0
      ? new Ratio(exponent === 0 ? n : n * powerOfTen(exponent), 1n)
      : new Ratio(n, powerOfTen(-exponent));
  }

  /** Exactly what a Decimal holds; infinite for an infinite one. */
  static fromDecimal(x: Decimal): Ratio {
    // decimal.js keeps its digits in words of seven, of which `e` places the first.
    const words = x.d as number[] | null;
    if (words === null || words === undefined) {
      if (x.isNaN()) throw new FigureError("bad-option", "expected a number, found NaN");
      return x.s < 0 ? Ratio.MINUS_INFINITE : Ratio.INFINITE;
    }
    let digits: bigint;
    if (words.length <= 2) {
      digits = BigInt(
        words.length === 1 ? (words[0] as number) : (words[0] as number) * 1e7 + (words[1] as number),
      );
    } else {
      digits = 0n;
      for (const word of words) digits = digits * 10_000_000n + BigInt(word);
    }
    let exponent = 7 * (Math.floor(x.e / 7) - words.length + 1);
    // The zeros that fill the last word up would only make the terms longer.
    let last = words[words.length - 1] as number;
    let zeros = 0;
    while (last !== 0 && last % 10 === 0) {
      last /= 10;
      zeros++;
    }
    if (zeros > 0 && exponent < 0) {
      const cut = Math.min(zeros, -exponent);
      digits /= powerOfTen(cut);
      exponent += cut;
    }
    return Ratio.scaled(x.s < 0 ? -digits : digits, exponent);
  }

  get isFinite(): boolean {
    return this.den !== 0n;
  }

  /** −1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.num > 0n ? 1 : this.num < 0n ? -1 : 0;
  }

  add(other: Ratio): Ratio {
    const [a, b] = [this.den, other.den];
    if (a === b) return made(this.num + other.num, a);
    // Powers of ten and multiples of one another keep the larger of the two.
    if (a === 1n) return made(this.num * b + other.num, b);
    if (b === 1n) return made(this.num + other.num * a, a);
    if (a > b && b !== 0n && a % b === 0n) return made(this.num + other.num * (a / b), a);
    if (b > a && a !== 0n && b % a === 0n) return made(this.num * (b / a) + other.num, b);
    return made(this.num * b + other.num * a, a * b);
  }

  sub(other: Ratio): Ratio {
    return this.add(other.negated());
  }

  mul(other: Ratio): Ratio {
    return made(this.num * other.num, this.den * other.den);
  }

  /** @throws FigureError "interval-contains-zero" for a divisor of zero */
  div(other: Ratio): Ratio {
    const by = other.num;
    if (by > 0n) return made(this.num * other.den, this.den * by);
    if (by === 0n) throw new FigureError("interval-contains-zero", "cannot divide by zero");
    // An infinite end has a denominator of zero, and keeps it.
    return made(-this.num * other.den, -this.den * by);
  }

  negated(): Ratio {
    return new Ratio(-this.num, this.den);
  }

  abs(): Ratio {
    return this.num < 0n ? this.negated() : this;
  }

  /** To a whole power of at least zero. */
  pow(n: number): Ratio {
    return new Ratio(this.num ** BigInt(n), this.den ** BigInt(n));
  }

  /** × 10^places. */
  shift(places: number): Ratio {
    if (places === 0 || this.den === 0n) return this;
    return places > 0
      ? made(this.num * powerOfTen(places), this.den)
      : made(this.num, this.den * powerOfTen(-places));
  }

  /** −1, 0 or 1. */
  compare(other: Ratio): -1 | 0 | 1 {
    if (this.den === other.den && this.den !== 0n) {
      return this.num < other.num ? -1 : this.num > other.num ? 1 : 0;
    }
    if (this.den === 0n || other.den === 0n) {
      const gap = (this.den === 0n ? this.sign : 0) - (other.den === 0n ? other.sign : 0);
      return gap < 0 ? -1 : gap > 0 ? 1 : 0;
    }
    const left = this.num * other.den;
    const right = other.num * this.den;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Ratio): boolean {
    return this === other || this.compare(other) === 0;
  }

  /** The same fraction in lowest terms. */
  reduced(): Ratio {
    if (this.den === 0n) return this.num > 0n ? Ratio.INFINITE : Ratio.MINUS_INFINITE;
    const common = greatestDivisor(this.num < 0n ? -this.num : this.num, this.den);
    return common === 1n ? this : new Ratio(this.num / common, this.den / common);
  }

  /**
   * The same where its terms have at most 768 bits; beyond that 154 significant digits, rounded by `mode`, so that a
   * long chain of computations stays quick.
   */
  bounded(mode: RoundingMode): Ratio {
    const { num, den } = this;
    if (den < LONGEST && num < LONGEST && num > -LONGEST) return this;
    const least = this.reduced();
    if (least.den < LONGEST && least.num < LONGEST && least.num > -LONGEST) return least;
    const { digits, exponent } = least.significant(KEPT_DIGITS, mode);
    return Ratio.scaled(digits, exponent);
  }

  /** The power of ten of the first digit: 2 for 123, −3 for 0.001; 0 for nothing. */
  get exponent(): number {
    if (this.num === 0n || this.den === 0n) return 0;
    const size = this.num < 0n ? -this.num : this.num;
    const most = size.toString().length - this.den.toString().length;
    const reached = most >= 0 ? size >= this.den * powerOfTen(most) : size * powerOfTen(-most) >= this.den;
    return reached ? most : most - 1;
  }

  /** The nearest number of `count` significant digits on the side that `mode` says: digits × 10^exponent. */
  private significant(count: number, mode: RoundingMode): { digits: bigint; exponent: number } {
    if (this.num === 0n) return { digits: 0n, exponent: 0 };
    const exponent = this.exponent + 1 - count;
    const up = exponent < 0 ? this.num * powerOfTen(-exponent) : this.num;
    const under = exponent > 0 ? this.den * powerOfTen(exponent) : this.den;
    return { digits: wholeQuotient(up, under, mode), exponent };
  }

  /** As a Decimal of at most 60 significant digits; exact where those suffice, otherwise rounded by `mode`. */
  toDecimal(mode: RoundingMode = "halfExpand"): Decimal {
    if (this.den === 0n) return new Near(this.num > 0n ? Infinity : -Infinity);
    if (this.den === 1n && this.num < SAFE && this.num > -SAFE) return new Near(Number(this.num));
    const { digits, exponent } = this.significant(PRECISION, mode);
    return new Near(`${digits}e${exponent}`);
  }

  /**
   * Decimal text with so many decimals, rounded once.
   * @example Ratio.of(2n, 3n).toFixed(3, "floor") // 0.666
   * @example Ratio.of(-2n, 3n).toFixed(3, "floor") // -0.667
   */
  toFixed(decimals: number, mode: RoundingMode): string {
    if (this.den === 0n) return this.num > 0n ? "∞" : "-∞";
    const whole = wholeQuotient(decimals === 0 ? this.num : this.num * powerOfTen(decimals), this.den, mode);
    return textOf(whole, decimals);
  }

  /** The decimals that it takes to write it in full, or undefined where it has no last decimal. */
  decimalPlaces(): number | undefined {
    if (this.den === 1n) return 0;
    let { den } = this.reduced();
    let [twos, fives] = [0, 0];
    for (; den > 1n && (den & 1n) === 0n; twos++) den >>= 1n;
    for (; den > 1n && den % 5n === 0n; fives++) den /= 5n;
    return den === 1n ? Math.max(twos, fives) : undefined;
  }

  /** In lowest terms: "22/7", "-3". */
  toString(): string {
    if (this.den === 0n) return this.num > 0n ? "∞" : "-∞";
    const { num, den } = this.reduced();
    return den === 1n ? num.toString() : `${num}/${den}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** num ÷ den, with common factors divided out where the terms have grown long. */
function made(num: bigint, den: bigint): Ratio {
  return den < REDUCE_BEYOND ? Ratio.terms(num, den) : Ratio.terms(num, den).reduced();
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** A whole number of 10^−decimals as text. */
export function textOf(whole: bigint, decimals: number): string {
  if (decimals === 0) return whole.toString();
  const size = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, "0");
  return `${whole < 0n ? "-" : ""}${size.slice(0, -decimals)}.${size.slice(-decimals)}`;
}
