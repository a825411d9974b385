import { FigureError } from "../errors.js";
import { isCurrencyCode } from "./currency.js";

/** What a quantity is counted in: an ISO 4217 code, a ratio unit, or a plain number. */
export type Unit = string;

/**
 * What a list of amounts in `U` must be besides: anything where `U` is one unit or not known before the program runs,
 * else a sentence that nothing is, for the compiler to say.
 */
export type OneUnit<U extends Unit> = [U] extends [Joint<U>]
  ? unknown
  : "amounts in several units do not add up: convert them first, with a rate";

type Joint<U> = (U extends unknown ? (unit: U) => void : never) extends (unit: infer I) => void ? I : never;

export function isCurrency(unit: Unit): boolean {
  return isCurrencyCode(unit);
}

/** Power of ten of a ratio unit: one percent is 10^−2, one basis point 10^−4; 0 for everything else. */
export function ratioExponent(unit: Unit): number {
  return unit === "percent" || unit === "percentage-point" ? -2 : unit === "basis-point" ? -4 : 0;
}

export function isRatio(unit: Unit): boolean {
  return ratioExponent(unit) !== 0;
}

/** Refuses to mix units, with the way out. */
export function sameUnit(
  action: string,
  a: { unit: Unit; show(): string },
  b: { unit: Unit; show(): string },
) {
  if (a.unit === b.unit) return;
  if (isCurrency(a.unit) && isCurrency(b.unit)) {
    throw new FigureError(
      "currency-mismatch",
      `cannot ${action} ${a.show()} and ${b.show()}: currencies differ; convert one first, with a rate`,
    );
  }
  throw new FigureError("unit-mismatch", `cannot ${action} ${a.show()} and ${b.show()}: units differ`);
}

/** Refuses anything that is not an amount of money. */
export function currencyOf(of: { unit: Unit; show(): string }): string {
  if (!isCurrency(of.unit)) {
    throw new FigureError("unit-mismatch", `expected an amount of money, found ${of.show()}`);
  }
  return of.unit;
}

/**
 * The unit that a literal text states, for the compiler: the first entry of the table whose pattern the text contains.
 * The reader's word list decides at run time; a test holds both to the same answers. `string` where the compiler
 * cannot tell.
 */
export type UnitOf<T extends string> = string extends T ? string : UnitIn<Lowercase<T>, UnitTable>;

type UnitIn<T extends string, Table extends readonly unknown[]> = Table extends readonly [
  readonly [infer Pattern extends string, infer Name],
  ...infer Rest,
]
  ? T extends `${string}${Pattern}${string}`
    ? Name
    : UnitIn<T, Rest>
  : Uppercase<Bare<T>> extends Lowercase<Bare<T>>
    ? "number"
    : string;

/** The text without the words that say nothing about the unit. */
type Bare<T extends string, Words extends readonly unknown[] = PlainWords> = Words extends readonly [
  infer Word extends string,
  ...infer Rest,
]
  ? Bare<T extends `${infer Before}${Word}${infer After}` ? `${Before}${After}` : T, Rest>
  : T;

type PlainWords = [
  "nearly",
  "almost",
  "more than",
  "less than",
  "about",
  "around",
  "just over",
  "just under",
  "over",
  "under",
  "at least",
  "up to",
  "thousand",
  "million",
  "billion",
  "trillion",
  "bn",
  "tn",
  "mn",
];

type UnitTable = [
  ["percentage point", "percentage-point"],
  ["percent point", "percentage-point"],
  ["% point", "percentage-point"],
  ["%pt", "percentage-point"],
  ["%-pt", "percentage-point"],
  ["百分点", "percentage-point"],
  ["basis point", "basis-point"],
  ["bps", "basis-point"],
  ["percent", "percent"],
  ["per cent", "percent"],
  ["pct", "percent"],
  ["%", "percent"],
  ["％", "percent"],
  ["hk$", "HKD"],
  ["hong kong dollar", "HKD"],
  ["nt$", "TWD"],
  ["taiwan dollar", "TWD"],
  ["nz$", "NZD"],
  ["new zealand dollar", "NZD"],
  ["mx$", "MXN"],
  ["australian dollar", "AUD"],
  ["canadian dollar", "CAD"],
  ["singapore dollar", "SGD"],
  ["us$", "USD"],
  ["u.s.$", "USD"],
  ["au$", "AUD"],
  ["ca$", "CAD"],
  ["a$", "AUD"],
  ["c$", "CAD"],
  ["s$", "SGD"],
  ["r$", "BRL"],
  ["cn¥", "CNY"],
  ["jp¥", "JPY"],
  ["yuan", "CNY"],
  ["renminbi", "CNY"],
  ["rmb", "CNY"],
  ["cny", "CNY"],
  ["人民币", "CNY"],
  ["美元", "USD"],
  ["欧元", "EUR"],
  ["日元", "JPY"],
  ["港元", "HKD"],
  ["卢布", "RUB"],
  ["元", "CNY"],
  ["usd", "USD"],
  ["hkd", "HKD"],
  ["dollar", "USD"],
  ["€", "EUR"],
  ["euro", "EUR"],
  ["eur", "EUR"],
  ["£", "GBP"],
  ["sterling", "GBP"],
  ["gbp", "GBP"],
  ["₽", "RUB"],
  ["russian ruble", "RUB"],
  ["rub", "RUB"],
  ["₹", "INR"],
  ["inr", "INR"],
  ["yen", "JPY"],
  ["jpy", "JPY"],
  ["₩", "KRW"],
  ["krw", "KRW"],
  ["chf", "CHF"],
  ["$", "USD"],
  ["＄", "USD"],
  ["¥", "CNY"],
  ["￥", "CNY"],
];
