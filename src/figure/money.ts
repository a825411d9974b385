import { FigureError } from "../errors.js";
import { type Decimal, type DecimalInput, decimal, Near } from "../exact/decimal.js";
import { quantize, type RoundingMode, roundedQuotient, shift } from "../exact/rounding.js";
import { type CurrencyCode, minorUnits } from "./currency.js";

// Sums and products stay exact up to this many digits; beyond it they are refused, never rounded.
const EXACT_DIGITS = 1000;
const Exact: Decimal.Constructor = /* @__PURE__ */ Near.clone({ precision: EXACT_DIGITS });

const inspect = Symbol.for("nodejs.util.inspect.custom");
const brand = Symbol.for("trade-figures.Money");

/** What `Money.convert` needs of a rate. */
export interface MoneyRate<B extends CurrencyCode, Q extends CurrencyCode> {
  readonly base: B;
  readonly quote: Q;
  readonly value: Decimal;
}

type Other<C, B, Q> = C extends B ? Q : C extends Q ? B : never;

/**
 * An exact amount of money, for tables and sums: no interval, no rounding but where a line names it.
 * @example money("12.34", "EUR").plus(money("0.66", "EUR")).toString() // EUR 13.00
 * @example money("100", "USD").allocate([1, 1, 1]).join(" ") // USD 33.34 USD 33.33 USD 33.33
 */
export class Money<C extends CurrencyCode = CurrencyCode> {
  readonly amount: Decimal;
  readonly currency: C;

  constructor(amount: Decimal, currency: C) {
    minorUnits(currency);
    if (amount.precision() > EXACT_DIGITS - 10) {
      throw new FigureError("limit", `an amount of ${amount.precision()} digits: round it before going on`);
    }
    this.amount = amount.isZero() ? new Exact(0) : amount;
    this.currency = currency;
  }

  /** Two builds of the package can meet in one program: `Money.is` knows both. */
  static is(value: unknown): value is Money {
    return typeof value === "object" && value !== null && brand in value;
  }

  get [brand](): true {
    return true;
  }

  /** @throws FigureError "currency-mismatch" */
  plus<D extends C>(other: Money<D>): Money<C> {
    return new Money(new Exact(this.amount).plus(this.same("add", other).amount), this.currency);
  }

  /** @throws FigureError "currency-mismatch" */
  minus<D extends C>(other: Money<D>): Money<C> {
    return new Money(new Exact(this.amount).minus(this.same("subtract", other).amount), this.currency);
  }

  /** Times a plain number, as text or bigint; exact. */
  times(factor: DecimalInput): Money<C> {
    return new Money(new Exact(this.amount).times(decimal(factor)), this.currency);
  }

  /**
   * Divided by a plain number, rounded once by a named mode.
   * @param scale decimals of the result; the currency's own where it is left out
   * @throws FigureError "interval-contains-zero" for a divisor of zero
   */
  dividedBy(
    divisor: DecimalInput,
    rounding: RoundingMode,
    scale: number = minorUnits(this.currency),
  ): Money<C> {
    return new Money(roundedQuotient(this.amount, decimal(divisor), -scale, rounding), this.currency);
  }

  /** Rounded to the currency's smallest unit, or to `scale` decimals. */
  round(rounding: RoundingMode, scale: number = minorUnits(this.currency)): Money<C> {
    return new Money(quantize(this.amount, -scale, rounding), this.currency);
  }

  /**
   * Split in proportion to whole weights, without losing a cent: each share is cut to the smallest unit in which the
   * amount is whole, and what is left goes, one unit each, to the shares that were cut most (largest remainder); of
   * equals, to the first.
   * @throws FigureError "bad-option" for no weights, a negative one, or none above zero
   */
  allocate(weights: readonly (number | bigint)[]): Money<C>[] {
    const whole = weights.map((weight) => {
      if (typeof weight === "number" && !Number.isSafeInteger(weight)) {
        throw new FigureError("bad-option", `weights are whole numbers, found ${weight}`);
      }
      return BigInt(weight);
    });
    const sum = whole.reduce((total, weight) => total + weight, 0n);
    if (sum <= 0n || whole.some((weight) => weight < 0n)) {
      throw new FigureError("bad-option", "allocate needs weights of zero or more, one at least above zero");
    }
    const scale = Math.max(minorUnits(this.currency), this.amount.decimalPlaces());
    const units = BigInt(shift(this.amount, scale).toFixed(0));
    const size = units < 0n ? -units : units;
    const shares = whole.map((weight, i) => ({ i, cut: (size * weight) / sum, rest: (size * weight) % sum }));
    const left = size - shares.reduce((total, share) => total + share.cut, 0n);
    const order = [...shares].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
    const lucky = new Set(order.slice(0, Number(left)).map((share) => share.i));
    return shares.map(({ i, cut }) => {
      const share = cut + (lucky.has(i) ? 1n : 0n);
      return new Money(new Exact(`${units < 0n ? -share : share}e-${scale}`), this.currency);
    });
  }

  /** −1, 0 or 1. @throws FigureError "currency-mismatch" */
  compare<D extends C>(other: Money<D>): number {
    return this.amount.comparedTo(this.same("compare", other).amount);
  }

  /**
   * In the other currency of a rate, rounded once to its smallest unit by a named mode. The rate's central value is
   * used: for what its digits allow, convert a figure.
   * @throws FigureError "currency-mismatch" for a rate without this currency
   * @example money("42.64", "CNY").convert(rate("USD/CNY", "7.1792", { kind: "central-parity" }), "halfExpand").toString() // USD 5.94
   */
  convert<B extends CurrencyCode, Q extends CurrencyCode>(
    rate: MoneyRate<B, Q> & (C extends B | Q ? unknown : `the rate ${B}/${Q} has no ${C}`),
    rounding: RoundingMode,
  ): Money<Other<C, B, Q>> {
    const { base, quote, value } = rate;
    const code: string = this.currency;
    if (code === base) {
      return new Money(
        quantize(new Exact(this.amount).times(value), -minorUnits(quote), rounding),
        quote,
      ) as never;
    }
    if (code === quote)
      return new Money(roundedQuotient(this.amount, value, -minorUnits(base), rounding), base) as never;
    throw new FigureError(
      "currency-mismatch",
      `cannot convert ${this} by a rate between ${base} and ${quote}`,
    );
  }

  /** As a locale prints it, through Intl, every digit kept. */
  format(locale = "en"): string {
    const decimals = Math.max(minorUnits(this.currency), this.amount.decimalPlaces());
    const style = {
      style: "currency",
      currency: this.currency,
      minimumFractionDigits: Math.min(100, decimals),
    } as const;
    // Intl rounds decimal text exactly and takes it where TypeScript's own types still say number.
    return formatOf(locale, style).format(this.amount.toFixed() as unknown as number);
  }

  toString(): string {
    const decimals = Math.max(minorUnits(this.currency), this.amount.decimalPlaces());
    return `${this.currency} ${this.amount.toFixed(decimals)}`;
  }

  toJSON(): { amount: string; currency: C } {
    return { amount: this.amount.toFixed(), currency: this.currency };
  }

  [inspect](): string {
    return this.toString();
  }

  private same<D extends C>(action: string, other: Money<D>): Money<D> {
    if ((other.currency as string) !== this.currency) {
      throw new FigureError(
        "currency-mismatch",
        `cannot ${action} ${other} and ${this}: currencies differ; convert one first`,
      );
    }
    return other;
  }
}

/**
 * An exact amount.
 * @throws FigureError "bad-option" for a code that is not ISO 4217; "unreadable" for anything but plain digits
 */
export function money<const C extends CurrencyCode>(amount: DecimalInput, currency: C): Money<C> {
  return new Money(decimal(amount), currency);
}

/**
 * An amount from text as a locale prints it ("1.234,50 €" in "de"): the locale's own separators, and the currency's sign
 * or code if there is one.
 * @throws FigureError "unreadable" with what was expected
 * @example parseMoney("-1.234,50 €", "EUR", "de").toString() // EUR -1234.50
 */
export function parseMoney<const C extends CurrencyCode>(text: string, currency: C, locale = "en"): Money<C> {
  minorUnits(currency);
  if (text.length > 200)
    throw new FigureError("limit", `an amount of ${text.length} characters: at most 200 are read`);
  const parts = formatOf(locale, { style: "currency", currency }).formatToParts(-12345.6);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  const [group, mark = ".", sign = ""] = [part("group"), part("decimal"), part("currency")];
  const digits = localDigits(locale);
  const cleaned = (of: string) =>
    [...of]
      .map((c) => digits.get(c) ?? c)
      .join("")
      .replace(/[\u2212\u2010-\u2014\ufe63\uff0d]/g, "-")
      .replace(/[\u200e\u200f\u061c]/g, "")
      .replace(/[\s\u00a0\u202f]/g, " ")
      .trim();
  const plain = cleaned(text);
  const separator = group === undefined ? "" : /\s/.test(group) ? " " : group;
  // A minus, a sign or a code stands before or behind the digits, each once and never among them.
  const names = [...new Set([cleaned(sign), currency])]
    .filter((one) => one !== "")
    .map(quoted)
    .join("|");
  const shape = new RegExp(`^(-?) ?(?:${names})? ?(-?) ?([^-]*?) ?(?:${names})? ?(-?)$`).exec(plain);
  const minuses = shape === null ? 2 : [shape[1], shape[2], shape[4]].filter((one) => one === "-").length;
  const negative = minuses === 1;
  const bare = minuses > 1 ? "" : (shape?.[3] ?? "");
  const [whole = "", fraction, ...more] = bare.split(mark);
  const groups = separator === "" ? [whole] : whole.split(separator);
  const grouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? "") &&
      groups.slice(1).every((one) => /^\d{2,3}$/.test(one)) &&
      groups.at(-1)?.length === 3);
  if (
    more.length > 0 ||
    !grouped ||
    !/^\d+$/.test(groups.join("")) ||
    (fraction !== undefined && !/^\d+$/.test(fraction))
  ) {
    const expected = new Intl.NumberFormat(locale, { style: "currency", currency }).format(1234.5);
    throw new FigureError(
      "unreadable",
      `"${text.slice(0, 40)}" is not a valid amount in locale ${locale}; expected one such as ${expected}`,
      { text },
    );
  }
  const value = `${negative ? "-" : ""}${groups.join("")}${fraction === undefined ? "" : `.${fraction}`}`;
  return money(value, currency);
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @throws FigureError "bad-option" for a locale that is none */
function formatOf(locale: string, style: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, style);
  } catch {
    throw new FigureError(
      "bad-option",
      `"${String(locale).slice(0, 40)}" is no locale: write en, de or zh-CN`,
    );
  }
}

/** The digits of a locale, for those that do not print 0 to 9. */
function localDigits(locale: string): ReadonlyMap<string, string> {
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  return new Map([...Array(10).keys()].map((digit) => [format.format(digit), String(digit)]));
}
