import { Decimal, Near } from "../exact/decimal.js";
import { roundingInterval } from "../exact/rounding.js";
import type { Figure } from "../figure/figure.js";
import type { Hedge } from "../figure/note.js";
import type { Quantity } from "../figure/quantity.js";
import { grouped, scaled } from "../figure/show.js";
import { isRatio } from "../figure/units.js";

/** The languages whose conventions figures can be said in. */
export type SayLanguage = "en" | "zh";

export interface SayOptions {
  readonly language?: SayLanguage;
  /** Decimals to print, in the scale of the figure; as many as are justified where this is left out. */
  readonly decimals?: number;
}

interface Conventions {
  readonly hedges: Readonly<Record<Hedge | "computed", string>>;
  money(digits: string, unit: string): string;
  ratio(digits: string, unit: string): string;
  /** The scale in which a size is said. */
  scale(size: Decimal, of: Quantity): { readonly exponent: number; readonly word: string };
}

const BEFORE: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£" };
const AFTER: Readonly<Record<string, string>> = {
  CNY: "yuan",
  JPY: "yen",
  KRW: "won",
  RUB: "roubles",
  INR: "rupees",
};
const ENGLISH_SCALES: Readonly<Record<number, string>> = { 0: "", 6: "m", 9: "bn", 12: "tn" };

/** The words of a hedge in English, each with the space that follows it. */
export const HEDGE_WORDS: Readonly<Record<Hedge, string>> = {
  about: "about ",
  below: "nearly ",
  above: "just over ",
  more: "more than ",
  atLeast: "at least ",
  less: "less than ",
  atMost: "at most ",
};

const ENGLISH: Conventions = {
  get hedges() {
    return { ...HEDGE_WORDS, computed: "about " };
  },
  money: (digits, unit) =>
    BEFORE[unit] !== undefined
      ? `${digits.startsWith("-") ? "-" : ""}${BEFORE[unit]}${digits.replace("-", "")}`
      : `${digits} ${AFTER[unit] ?? unit}`,
  ratio: (digits, unit) =>
    unit === "percent"
      ? `${digits}%`
      : `${digits} ${unit === "percentage-point" ? "percentage points" : "basis points"}`,
  scale: (size, of) => {
    const fits = [12, 9, 6].find((one) => size.greaterThanOrEqualTo(new Near(10).pow(one)));
    const exponent = "digits" in of && ENGLISH_SCALES[of.scale] !== undefined ? of.scale : (fits ?? 0);
    return { exponent, word: ENGLISH_SCALES[exponent] ?? "" };
  },
};

const CHINESE_MONEY: Readonly<Record<string, string>> = {
  CNY: "元",
  USD: "美元",
  EUR: "欧元",
  JPY: "日元",
  GBP: "英镑",
  RUB: "卢布",
  KRW: "韩元",
};
const CHINESE_SCALES: readonly { readonly exponent: number; readonly word: string }[] = [
  { exponent: 12, word: "万亿" },
  { exponent: 8, word: "亿" },
  { exponent: 4, word: "万" },
];

const CHINESE: Conventions = {
  hedges: {
    about: "约",
    computed: "约",
    below: "近",
    above: "略高于",
    more: "超过",
    atLeast: "至少",
    less: "不到",
    atMost: "至多",
  },
  money: (digits, unit) => `${digits}${CHINESE_MONEY[unit] ?? unit}`,
  ratio: (digits, unit) =>
    unit === "percent" ? `${digits}%` : `${digits}个${unit === "percentage-point" ? "百分点" : "基点"}`,
  scale: (size) =>
    CHINESE_SCALES.find((one) => size.greaterThanOrEqualTo(new Near(10).pow(one.exponent))) ?? {
      exponent: 0,
      word: "",
    },
};

/**
 * A figure as a sentence says it: with the digits that its interval justifies, its unit as the language writes it, and
 * the hedge that the interval demands. A printed figure keeps its digits and its hedge. A computed one gets the most
 * digits at which its whole interval rounds to them; where that leaves fewer than two, one more with "about".
 * @param options.decimals prints as many decimals, with "about" where the interval does not carry them
 * @example sayFigure(figure("42.64bn yuan")) // 42.64bn yuan
 * @example sayFigure(figure("42.64bn yuan"), { language: "zh" }) // 426.4亿元
 * @example sayFigure(baseline(figure("42.64bn yuan"), figure("82.3%"))) // 23.4bn yuan
 * @example sayFigure(baseline(figure("42.64bn yuan"), figure("82.3%")), { decimals: 2 }) // about 23.39bn yuan
 * @example sayFigure(figure("nearly 800")) // nearly 800
 */
export function sayFigure(of: Quantity, options: SayOptions = {}): string {
  const says = options.language === "zh" ? CHINESE : ENGLISH;
  const { exponent, word } = isRatio(of.unit) ? { exponent: 0, word: "" } : says.scale(of.value.abs(), of);
  const at = (x: Decimal) => scaled(x, of.unit, exponent);
  const { digits, hedge } = justified(of, exponent, options.decimals, at);
  const text = `${grouped(at(of.value), digits, Decimal.ROUND_HALF_UP)}${word}`;
  const whole = isRatio(of.unit)
    ? says.ratio(text, of.unit)
    : of.unit === "number"
      ? text
      : says.money(text, of.unit);
  return `${hedge === undefined ? "" : says.hedges[hedge]}${whole}`;
}

function justified(
  of: Quantity,
  exponent: number,
  decimals: number | undefined,
  at: (x: Decimal) => Decimal,
): { digits: number; hedge: Hedge | "computed" | undefined } {
  const print: { readonly digits?: string; readonly hedge?: Hedge | undefined } = of as Figure;
  if (print.digits !== undefined && decimals === undefined) {
    const printed = print.digits.includes(".") ? print.digits.length - print.digits.indexOf(".") - 1 : 0;
    // 42.64bn has its last digit at 10^7: as many decimals of 10^8 are 426.4.
    const last = (isRatio(of.unit) ? 0 : of.scale - exponent) - printed;
    return { digits: Math.max(0, -last), hedge: print.hedge };
  }
  if (!of.interval.isFinite)
    return { digits: decimals ?? Math.min(2, at(of.value).decimalPlaces()), hedge: openHedge(of) };
  const fits = (places: number) =>
    roundingInterval(at(of.value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP), -places, "halfExpand");
  const holds = (places: number) => {
    const { lower, upper } = of.interval;
    return fits(places).contains(at(lower)) && fits(places).contains(at(upper));
  };
  if (decimals !== undefined) return { digits: decimals, hedge: holds(decimals) ? undefined : "computed" };
  if (of.interval.isPoint) return { digits: Math.min(4, at(of.value).decimalPlaces()), hedge: undefined };
  const most = [6, 5, 4, 3, 2, 1, 0].find(holds);
  const significant = (places: number) => at(of.value).toDecimalPlaces(places).precision();
  if (most !== undefined && (significant(most) >= 2 || at(of.value).isZero()))
    return { digits: most, hedge: undefined };
  const width = at(of.interval.upper).minus(at(of.interval.lower));
  const near = [6, 5, 4, 3, 2, 1].find((places) =>
    width.lessThanOrEqualTo(new Near(10).pow(-places).times(2)),
  );
  return { digits: near ?? 0, hedge: "computed" };
}

function openHedge({ interval }: Quantity): Hedge {
  if (interval.lower.isFinite()) return interval.lowerOpen ? "more" : "atLeast";
  return interval.upperOpen ? "less" : "atMost";
}

/** What may stand in a sentence: a figure, or words. */
export type Sayable = Quantity | string | number | { show(decimals?: number): string };

/**
 * A sentence with figures from results, each said by `sayFigure`.
 * @example sentence()`Trade was ${figure("$21.18bn")}, up ${figure("21%")}.` // Trade was $21.18bn, up 21%.
 * @example sentence({ language: "zh" })`进口${figure("¥4.2tn")}。` // 进口4.2万亿元。
 */
export function sentence(
  options: SayOptions = {},
): (words: TemplateStringsArray, ...of: Sayable[]) => string {
  return (words, ...of) =>
    words.map((text, i) => text + (i < of.length ? said(of[i] as Sayable, options) : "")).join("");
}

/** One value as a sentence says it. */
export function said(of: Sayable, options: SayOptions = {}): string {
  if (typeof of === "string" || typeof of === "number") return String(of);
  if ("unit" in of && "interval" in of) return sayFigure(of, options);
  // A rate: its number, with four decimals as markets quote them.
  return (
    of
      .show(options.decimals ?? 4)
      .split(", ")[0]
      ?.replace(/^[A-Z]{3}\/[A-Z]{3} /, "") ?? ""
  );
}
