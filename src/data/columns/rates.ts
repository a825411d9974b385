import { FigureError } from "../../errors.js";
import { type Decimal, decimal } from "../../exact/decimal.js";
import { type Ratio, ratioOf } from "./rounded-quotient.js";

/** What is taken from a rate of the rate room: one unit of base is worth `value` units of quote. */
export interface QuotedRate {
  readonly base: string;
  readonly quote: string;
  readonly value: Decimal;
}

/**
 * Rates of one pair by key: a month, a day, anything that rows carry. USD/CNY 7.1792 under "2023-09" says that in
 * September 2023 one dollar was worth 7.1792 yuan; amounts in yuan are divided by it, amounts in dollars multiplied.
 */
export class RatesByKey<B extends string = string, Q extends string = string> {
  readonly base: B;
  readonly quote: Q;
  readonly #find: (key: string) => Ratio | undefined;

  /** @param find the rate of a key as a fraction; undefined where none is known */
  constructor(base: B, quote: Q, find: (key: string) => Ratio | undefined) {
    this.base = base;
    this.quote = quote;
    this.#find = find;
  }

  /**
   * From the digits as published.
   * @param pair "USD/CNY"
   * @throws FigureError "bad-data" that names the key of a rate that is not a number above zero
   * @example RatesByKey.of("USD/CNY", { "2023-09": "7.1986" }).between("CNY", "USD", "2023-09")?.den.toString() // 35993
   */
  static of<B extends string, Q extends string>(
    pair: `${B}/${Q}`,
    rates: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
  ): RatesByKey<B, Q> {
    const [base, quote] = pair.split("/") as [B, Q];
    if (!base || !quote) throw new FigureError("bad-option", `"${pair}" is not a pair: write it as USD/CNY`);
    const entries = rates instanceof Map ? [...rates] : Object.entries(rates);
    const known = new Map(entries.map(([key, digits]) => [key, ratioOfDigits(digits, key)]));
    return new RatesByKey(base, quote, (key) => known.get(key));
  }

  /**
   * Rates that a rate book or anything else gives when it is asked for a key: base, quote and value.
   * @param find the rate of a key; a FigureError "no-rate" means that there is none
   */
  static from<B extends string, Q extends string>(
    pair: `${B}/${Q}`,
    find: (key: string) => QuotedRate,
  ): RatesByKey<B, Q> {
    const [base, quote] = pair.split("/") as [B, Q];
    return new RatesByKey(base, quote, (key) => {
      let found: QuotedRate;
      try {
        found = find(key);
      } catch (error) {
        if (FigureError.is(error) && error.code === "no-rate") return undefined;
        throw error;
      }
      const ratio = ratioOfDigits(found.value.toFixed(), key);
      if (found.base === base && found.quote === quote) return ratio;
      if (found.base === quote && found.quote === base) return { num: ratio.den, den: ratio.num };
      throw new FigureError("currency-mismatch", `asked for ${pair}, found ${found.base}/${found.quote}`);
    });
  }

  /** The currency that amounts in `from` are converted to. */
  other(from: string): string {
    if (from === this.base) return this.quote;
    if (from === this.quote) return this.base;
    throw new FigureError(
      "currency-mismatch",
      `amounts in ${from} cannot be converted by rates of ${this.base}/${this.quote}`,
    );
  }

  /** What one unit of `from` is worth in `to` under a key, as a fraction; undefined where no rate is known. */
  between(from: string, to: string, key: string): Ratio | undefined {
    if (this.other(from) !== to) {
      throw new FigureError(
        "currency-mismatch",
        `${from} to ${to} asked of rates of ${this.base}/${this.quote}`,
      );
    }
    const found = this.#find(key);
    if (found === undefined) return undefined;
    return from === this.base ? found : { num: found.den, den: found.num };
  }
}

function ratioOfDigits(digits: string, key: string): Ratio {
  let value: Decimal;
  try {
    value = decimal(digits);
  } catch (error) {
    throw new FigureError("bad-data", `the rate of ${key}: ${(error as Error).message}`);
  }
  if (!value.greaterThan(0))
    throw new FigureError("bad-data", `the rate of ${key} must be above zero, found ${digits}`);
  const places = value.decimalPlaces();
  return ratioOf(BigInt(value.times(`1e${places}`).toFixed(0)), 10n ** BigInt(places));
}

/** The fraction that takes whole numbers of 10^−from to whole numbers of 10^−to. */
export function scaledRatio({ num, den }: Ratio, from: number, to: number): Ratio {
  return to >= from
    ? ratioOf(num * 10n ** BigInt(to - from), den)
    : ratioOf(num, den * 10n ** BigInt(from - to));
}
