import { FigureError } from "../errors.js";
import { type Decimal, type DecimalInput, decimal } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { type PrintRounding, roundingInterval } from "../exact/rounding.js";
import { isCurrencyCode } from "../figure/currency.js";
import { display, type MimeBundle } from "../figure/display.js";
import { type Period, period } from "../figure/period.js";
import { type Source, sourceLine, type Working } from "../figure/quantity.js";
import { decimalsFor } from "../figure/show.js";
import { FOR_GOOD } from "./fixed.js";
import { RATE_KINDS, type RateKind } from "./kind.js";
import { LateWorking } from "./late-working.js";

export interface RateParts<B extends string, Q extends string> {
  readonly base: B;
  readonly quote: Q;
  readonly value: Decimal | Ratio;
  readonly interval: Interval;
  readonly per?: number;
  readonly kind: RateKind;
  readonly period?: Period | undefined;
  readonly source?: Source | undefined;
  readonly chain?: readonly AnyRate[];
  readonly working?: Working;
  readonly label?: string | undefined;
  /** How the answer was found where it is not the day that was asked for. */
  readonly found?: string | undefined;
  /** Decimals of the value where it is as printed. */
  readonly printedDecimals?: number | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: a rate of any pair; the pair is checked at run time.
export type AnyRate = Rate<any, any>;

const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");
const brand = Symbol.for("trade-figures.Rate");

/**
 * One unit of `base` is worth `value` units of `quote`. USD/CNY 7.1792: USD 1 = CNY 7.1792.
 * Quotes per 100 units (100 JPY = CNY 4.87) are divided by `per` on the way in; `per` says how they are printed.
 * The interval holds the rates that print so.
 */
export class Rate<B extends string = string, Q extends string = string> {
  readonly base: B;
  readonly quote: Q;
  /** The value as an exact fraction. */
  readonly exact: Ratio;
  readonly interval: Interval;
  /** How many units of base the publisher quotes: 1, or 100 for yen. */
  readonly per: number;
  readonly kind: RateKind;
  /** A day for a fixing, a month or longer for an average. */
  readonly period: Period | undefined;
  readonly source: Source | undefined;
  /** The rates that a cross was made of, in order. */
  readonly chain: readonly AnyRate[];
  readonly working: Working | undefined;
  readonly label: string | undefined;
  readonly found: string | undefined;
  private readonly printedDecimals: number | undefined;
  private decimalValue: Decimal | undefined;

  constructor(parts: RateParts<B, Q>) {
    this.base = parts.base;
    this.quote = parts.quote;
    const value = parts.value;
    this.exact = Ratio.is(value) ? value.bounded("halfExpand") : Ratio.fromDecimal(value);
    this.interval = parts.interval;
    this.per = parts.per ?? 1;
    this.kind = parts.kind;
    this.period = parts.period;
    this.source = parts.source;
    this.chain = parts.chain ?? [];
    this.working = parts.working;
    this.label = parts.label;
    this.found = parts.found;
    this.printedDecimals = parts.printedDecimals;
  }

  static is(value: unknown): value is AnyRate {
    return typeof value === "object" && value !== null && brand in value;
  }

  get [brand](): true {
    return true;
  }

  get pair(): `${B}/${Q}` {
    return `${this.base}/${this.quote}`;
  }

  /** The value as a Decimal, made when it is asked for: rounded half away from zero beyond 60 digits. */
  get value(): Decimal {
    this.decimalValue ??= this.exact.toDecimal("halfExpand");
    return this.decimalValue;
  }

  get midpoint(): Decimal {
    return this.interval.midpoint;
  }

  /** The same rate the other way round, asked for by name: 1 ÷ value. Never done in silence. */
  inverted(): Rate<Q, B> {
    return new Rate({
      base: this.quote,
      quote: this.base,
      value: Ratio.ONE.div(this.exact),
      interval: Interval.point(Ratio.ONE).dividedBy(this.interval),
      kind: this.kind,
      period: this.period,
      source: this.source,
      chain: this.chain,
      label: this.label,
      found: this.found,
      working: new LateWorking(() => `inverted: 1 ÷ ${this.quoted}`, [this]),
    });
  }

  /** The same rate with a note on how it was found. */
  foundAs(found: string): Rate<B, Q> {
    const { base, quote, exact: value, interval, per, kind, period, source, chain, label } = this;
    const { working, printedDecimals } = this;
    return new Rate({
      base,
      quote,
      value,
      interval,
      per,
      kind,
      period,
      source,
      chain,
      label,
      printedDecimals,
      found,
      ...(working === undefined ? {} : { working }),
    });
  }

  /** The value without its range, with the decimals that were printed: "USD/CNY 7.1792". */
  get quoted(): string {
    return `${this.pair} ${this.exact.toFixed(this.printedDecimals ?? this.places(), "halfExpand")}`;
  }

  /**
   * Value and bounds, rounded outwards.
   * @example impliedRate(figure("42.64bn yuan"), figure("$5.83bn")).show() // USD/CNY 7.3139, between 7.3067 and 7.3211
   */
  show(decimals?: number): string {
    if (this.interval.isPoint) return this.quoted;
    const places = this.places(decimals);
    const [low, high] = this.bounds(places);
    const value =
      decimals === undefined ? this.quoted : `${this.pair} ${this.exact.toFixed(places, "halfExpand")}`;
    if (!this.interval.high.isFinite) return `${value}, above ${low}`;
    return this.interval.low.isFinite ? `${value}, between ${low} and ${high}` : `${value}, below ${high}`;
  }

  private places(decimals?: number): number {
    return decimals ?? decimalsFor(this.interval, this.exact);
  }

  private bounds(places: number): readonly [string, string] {
    const { low, high } = this.interval;
    return [low.toFixed(places, "floor"), high.toFixed(places, "ceil")];
  }

  /** What the rate is and where it comes from: kind, day, source where it is wanted, and how it was found. */
  describe(withSource = true): string {
    const { kind, period, source } = this;
    return [
      kind.replace("-", " "),
      period?.end === FOR_GOOD ? `for good since ${period.start}` : period?.text,
      withSource && source !== undefined ? sourceLine(source) : undefined,
      this.found,
    ]
      .filter((part) => part !== undefined)
      .join(", ");
  }

  explain(): string {
    const lines = [`${this.label === undefined ? "" : `${this.label}: `}${this.show()} (${this.describe()})`];
    if (this.working !== undefined) {
      lines.push(`  = ${this.working.formula}`);
      for (const input of this.working.inputs) {
        lines.push(`    ${input.label === undefined ? "" : `${input.label}: `}${input.show()}`);
        if (input.source !== undefined) lines.push(`      [${sourceLine(input.source)}]`);
      }
    }
    return lines.join("\n");
  }

  toString(): string {
    return this.show();
  }

  toJSON(): Record<string, unknown> {
    return {
      base: this.base,
      quote: this.quote,
      value: this.value.toFixed(),
      interval: this.interval.toJSON(),
      per: this.per,
      kind: this.kind,
      shown: this.show(),
      ...(this.period === undefined ? {} : { period: this.period.text }),
      ...(this.source === undefined ? {} : { source: this.source }),
      ...(this.found === undefined ? {} : { found: this.found }),
      ...(this.chain.length === 0 ? {} : { chain: this.chain }),
    };
  }

  [inspect](): string {
    return this.show();
  }

  [rich](): MimeBundle {
    const range = this.interval.isPoint ? "" : this.show().split(", ").slice(1).join(", ");
    return display(this.show().split(", ")[0] as string, range, this.explain());
  }
}

export interface RateOptions {
  readonly kind: RateKind;
  /** The day or period that it holds for. */
  readonly on?: string | Period;
  readonly source?: Source;
  /** Units of base that the number is for: 100 for "100 JPY = 4.87 CNY". Default: 1. */
  readonly per?: 1 | 10 | 100 | 1000 | 10000;
  /** How the publisher rounded. Default: `halfExpand`; `exact` takes the digits as they are. */
  readonly rounding?: PrintRounding;
  readonly label?: string;
}

type BaseOfPair<P extends string> = P extends `${infer B}/${string}` ? B : string;
type QuoteOfPair<P extends string> = P extends `${string}/${infer Q}` ? Q : string;

/**
 * A rate as printed. The pair reads base/quote; the interval holds the rates that print so.
 * @param pair "USD/CNY": one unit of the first is worth so many of the second
 * @param printed the digits, as text
 * @throws FigureError "bad-option" for a pair that is not two ISO 4217 codes, a rate that is not above zero, or no kind
 * @example rate("USD/CNY", "7.1792", { kind: "central-parity", on: "2023-10-23" }).interval.show() // [7.17915, 7.17925)
 * @example rate("JPY/CNY", "4.8731", { kind: "central-parity", per: 100 }).value.toFixed() // 0.048731
 */
export function rate<const P extends `${string}/${string}`>(
  pair: P,
  printed: DecimalInput,
  options: RateOptions,
): Rate<BaseOfPair<P>, QuoteOfPair<P>> {
  const [base, quote] = pairOf(pair);
  const digits = decimal(printed);
  if (!digits.greaterThan(0)) {
    throw new FigureError("bad-option", `a rate is above zero, found ${pair} ${digits.toFixed()}`);
  }
  const text = typeof printed === "string" ? printed : digits.toFixed();
  const decimals = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  const per = options.per ?? 1;
  if (!RATE_KINDS.includes(options.kind))
    throw new FigureError(
      "bad-option",
      `"${String(options.kind)}" is no kind of rate; there are ${RATE_KINDS.join(", ")}`,
    );
  if (!/^10{0,4}$/.test(String(per)))
    throw new FigureError("bad-option", `per ${per} is not 1, 10, 100, 1000 or 10000`);
  const divisor = Ratio.of(BigInt(per));
  const exact = Ratio.fromDecimal(digits);
  const interval = roundingInterval(exact, -decimals, options.rounding ?? "halfExpand");
  return new Rate({
    base: base as BaseOfPair<P>,
    quote: quote as QuoteOfPair<P>,
    value: exact.div(divisor),
    printedDecimals: decimals + Math.round(Math.log10(per)),
    interval: per === 1 ? interval : interval.dividedBy(Interval.point(divisor)),
    per,
    kind: options.kind,
    period: typeof options.on === "string" ? period(options.on) : options.on,
    source: options.source,
    label: options.label,
  });
}

/** The two codes of "USD/CNY", checked. */
export function pairOf(pair: string): readonly [string, string] {
  const [base = "", quote = "", ...more] = pair.split("/");
  if (more.length > 0 || !isCurrencyCode(base) || !isCurrencyCode(quote) || base === quote) {
    throw new FigureError(
      "bad-option",
      `"${pair}" is not a pair: write two different ISO 4217 codes, as USD/CNY`,
    );
  }
  return [base, quote];
}
