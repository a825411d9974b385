/** Random numbers from a seed: the same on every machine. Marsaglia's xorshift of 32 bits, enough for made data. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0 || 1;
    for (let i = 0; i < 8; i++) this.next();
  }

  /** A whole number from 0 to 2^32 − 1. */
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state;
  }

  /** A whole number from 0 up to `count`, below 2^53. */
  below(count: number): number {
    return Math.floor(((this.next() & 0x1fffff) * 0x100000000 + this.next()) * 2 ** -53 * count);
  }

  /** A whole number from 0 up to `count`, for counts up to 2^16: one draw, biased by less than one in 2^16. */
  small(count: number): number {
    return Math.floor((this.next() * count) / 0x100000000);
  }
}
