import { Ratio } from "../../exact/ratio.js";

const LARGEST = Number.MAX_SAFE_INTEGER;
const LARGEST_BIG = BigInt(LARGEST);

/**
 * A fraction in lowest terms whose two terms are numbers while both are safe integers, and BigInts otherwise. The exact
 * simplex computes millions of them, most of them small: this takes about half the time of `Ratio`, which is the number
 * at the door.
 */
export class Fraction {
  /** Both numbers or both BigInts; `d` above zero. */
  private constructor(
    readonly n: number | bigint,
    readonly d: number | bigint,
  ) {}

  static readonly ZERO: Fraction = new Fraction(0, 1);
  static readonly ONE: Fraction = new Fraction(1, 1);
  static readonly MINUS_ONE: Fraction = new Fraction(-1, 1);

  /** Of two safe integers, `d` not zero. */
  static of(n: number, d = 1): Fraction {
    if (d < 0) return Fraction.of(-n, -d);
    if (d === 1) {
      if (n === 0) return Fraction.ZERO;
      return n === 1 ? Fraction.ONE : n === -1 ? Fraction.MINUS_ONE : new Fraction(n, 1);
    }
    const common = divisor(n, d);
    return new Fraction(n / common, d / common);
  }

  static big(n: bigint, d = 1n): Fraction {
    if (d < 0n) return Fraction.big(-n, -d);
    if (n <= LARGEST_BIG && n >= -LARGEST_BIG && d <= LARGEST_BIG) return Fraction.of(Number(n), Number(d));
    const common = bigDivisor(n < 0n ? -n : n, d);
    return common === 1n ? Fraction.lowest(n, d) : Fraction.lowest(n / common, d / common);
  }

  /** Of terms without a common factor, `d` above zero. */
  static lowest(n: bigint, d: bigint): Fraction {
    const short = n <= LARGEST_BIG && n >= -LARGEST_BIG && d <= LARGEST_BIG;
    return short ? Fraction.of(Number(n), Number(d)) : new Fraction(n, d);
  }

  static ratio(x: Ratio): Fraction {
    return Fraction.big(x.num, x.den);
  }

  /** Exactly what a finite double holds. */
  static double(x: number): Fraction {
    if (Number.isSafeInteger(x)) return Fraction.of(x);
    let [top, under] = [x, 1n];
    if (Math.abs(x) < 1) {
      const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(x))));
      // Two steps: 2 to the power of 1022 is the largest that a double holds.
      top = x * 2 ** -exponent;
      under = 1n << BigInt(-exponent);
    }
    while (!Number.isInteger(top)) {
      top *= 2;
      under *= 2n;
    }
    return Fraction.big(BigInt(top), under);
  }

  toRatio(): Ratio {
    return Ratio.terms(BigInt(this.n), BigInt(this.d));
  }

  /** The nearest double, or one next to it. */
  toNumber(): number {
    if (typeof this.n === "number") return this.n / (this.d as number);
    const [n, d] = [this.n, this.d as bigint];
    const shift = bits(n) - bits(d) - 64;
    const quotient = shift >= 0 ? n / (d << BigInt(shift)) : (n << BigInt(-shift)) / d;
    // In two steps, for what lies at the end of what a double holds.
    const half = Math.trunc(shift / 2);
    return Number(quotient) * 2 ** half * 2 ** (shift - half);
  }

  get sign(): -1 | 0 | 1 {
    return this.n > 0 ? 1 : this.n < 0 ? -1 : 0;
  }

  get isZero(): boolean {
    return this.n === 0;
  }

  /** Bits of the longer term. */
  get length(): number {
    return typeof this.n === "number" ? 53 : Math.max(bits(this.n), bits(this.d as bigint));
  }

  negated(): Fraction {
    return this.n === 0 ? this : new Fraction(-this.n, this.d);
  }

  abs(): Fraction {
    return this.n < 0 ? this.negated() : this;
  }

  plus(other: Fraction): Fraction {
    const { n: a, d: b } = this;
    const { n: p, d: q } = other;
    if (a === 0) return other;
    if (p === 0) return this;
    if (typeof a === "number" && typeof p === "number") {
      if (b === q) {
        const top = a + p;
        if (top <= LARGEST && top >= -LARGEST) return Fraction.of(top, b as number);
      } else {
        const left = a * (q as number);
        const right = p * (b as number);
        const under = (b as number) * (q as number);
        const top = left + right;
        if (within(left) && within(right) && within(top) && under <= LARGEST) return Fraction.of(top, under);
      }
    }
    const [A, B, P, Q] = [BigInt(a), BigInt(b), BigInt(p), BigInt(q)];
    if (B === Q) return Fraction.big(A + P, B);
    // With lowest terms on both sides only what the denominators share can be left to divide out (Knuth, 4.5.1).
    const shared = bigDivisor(B, Q);
    if (shared === 1n) return Fraction.lowest(A * Q + P * B, B * Q);
    const top = A * (Q / shared) + P * (B / shared);
    const left = bigDivisor(shared, top < 0n ? -top : top);
    return Fraction.lowest(top / left, (B / shared) * (Q / left));
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    const { n: a, d: b } = this;
    const { n: p, d: q } = other;
    // Most factors of sums are one, or minus one.
    if (q === 1 && (p === 1 || p === -1)) return p === 1 ? this : this.negated();
    if (b === 1 && (a === 1 || a === -1)) return a === 1 ? other : other.negated();
    if (typeof a === "number" && typeof p === "number") {
      if (a === 0 || p === 0) return Fraction.ZERO;
      const top = a * p;
      const under = (b as number) * (q as number);
      if (within(top) && under <= LARGEST) return Fraction.of(top, under);
    }
    const [A, B, P, Q] = [BigInt(a), BigInt(b), BigInt(p), BigInt(q)];
    if (A === 0n || P === 0n) return Fraction.ZERO;
    const f = bigDivisor(Q, A < 0n ? -A : A);
    const g = bigDivisor(B, P < 0n ? -P : P);
    return Fraction.lowest((A / f) * (P / g), (B / g) * (Q / f));
  }

  inverse(): Fraction {
    return this.n < 0 ? new Fraction(-this.d, -this.n) : new Fraction(this.d, this.n);
  }

  over(other: Fraction): Fraction {
    return this.times(other.inverse());
  }

  compare(other: Fraction): -1 | 0 | 1 {
    const { n: a, d: b } = this;
    const { n: p, d: q } = other;
    if (typeof a === "number" && typeof p === "number") {
      if (b === q) return a < p ? -1 : a > p ? 1 : 0;
      const left = a * (q as number);
      const right = p * (b as number);
      if (within(left) && within(right)) return left < right ? -1 : left > right ? 1 : 0;
    }
    const left = BigInt(a) * BigInt(q);
    const right = BigInt(p) * BigInt(b);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /**
   * The same where it has at most `most` bits; otherwise, if there is one, a shorter number below it (`down`) or above it,
   * so close that they agree in the first `most` − 16 bits.
   */
  shortened(most: number, down: boolean): Fraction {
    if (this.length <= most) return this;
    const [n, d] = [BigInt(this.n), BigInt(this.d)];
    const shift = most - 16 - (bits(n) - bits(d));
    const [top, under] = shift >= 0 ? [n << BigInt(shift), d] : [n, d << BigInt(-shift)];
    let quotient = top / under;
    if (quotient * under > top) quotient--;
    if (!down && quotient * under !== top) quotient++;
    const short =
      shift >= 0 ? Fraction.big(quotient, 1n << BigInt(shift)) : Fraction.big(quotient << BigInt(-shift));
    return short.length < this.length ? short : this;
  }

  /** The largest whole number that is not larger. */
  floor(): Fraction {
    if (typeof this.n === "number") {
      const near = Math.floor(this.n / (this.d as number));
      return Fraction.of(near * (this.d as number) > this.n ? near - 1 : near);
    }
    const [n, d] = [this.n, this.d as bigint];
    const quotient = n / d;
    return Fraction.big(quotient * d > n ? quotient - 1n : quotient);
  }

  toString(): string {
    return this.d === 1 || this.d === 1n ? `${this.n}` : `${this.n}/${this.d}`;
  }
}

const within = (x: number): boolean => x <= LARGEST && x >= -LARGEST;

function bits(n: bigint): number {
  const text = (n < 0n ? -n : n).toString(16);
  return 4 * (text.length - 1) + 32 - Math.clz32(Number.parseInt(text[0] as string, 16));
}

function divisor(n: number, d: number): number {
  let [a, b] = [Math.abs(n), d];
  if (a < 2147483648 && b < 2147483648) {
    a |= 0;
    b |= 0;
    while (b !== 0) {
      const rest = (a % b) | 0;
      a = b;
      b = rest;
    }
    return a;
  }
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/**
 * Euclid's algorithm, several steps at once on the leading digits (Lehmer). Each round multiplies both numbers with whole
 * numbers of determinant ±1, which keeps their common divisors whatever the doubles rounded away.
 */
function bigDivisor(n: bigint, d: bigint): bigint {
  let [a, b] = n > d ? [n, d] : [d, n];
  while (b > LARGEST_BIG) {
    let [x, y] = [Number(a), Number(b)];
    let [p, q, r, s] = [1, 0, 0, 1];
    while (y > 0 && Number.isFinite(x)) {
      const quotient = Math.floor(x / y);
      const [next, last] = [p - quotient * r, q - quotient * s];
      if (Math.abs(next) > LEHMER || Math.abs(last) > LEHMER) break;
      [p, q, r, s] = [r, s, next, last];
      [x, y] = [y, x - quotient * y];
    }
    if (q === 0) {
      [a, b] = [b, a % b];
      continue;
    }
    let [one, other] = [a * BigInt(p) + b * BigInt(q), a * BigInt(r) + b * BigInt(s)];
    if (one < 0n) one = -one;
    if (other < 0n) other = -other;
    [a, b] = one > other ? [one, other] : [other, one];
  }
  if (b === 0n) return a;
  const rest = Number(a % b);
  return BigInt(divisor(Number(b), rest));
}

const LEHMER = 2 ** 25;
