import { FigureError } from "../../errors.js";
import type { Figure } from "../../figure/figure.js";
import { isCurrency } from "../../figure/units.js";
import { RATE_BEHIND, RATE_EQUATION, RATE_PER, RATE_USED } from "../../language/context.js";
import { figure } from "../../notation/figure.js";
import { impliedRate } from "../../rate/implied.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import type { FigureMention } from "../../text/reading.js";
import { remade } from "../view.js";
import { baseOf } from "./order.js";

/** A rate that the text prints. */
export interface StatedRate {
  readonly rate: AnyRate;
  readonly text: string;
  /** "$1 = 8.3 yuan" is printed for the reader's conversions; "8.3 to the dollar" may be news about the market. */
  readonly equation: boolean;
}

/**
 * The rate that a mention of kind "rate" prints, or undefined where its two currencies are not understood. The side
 * without digits is one unit; a side of 1, 100 or 1000 units is exact.
 */
export function statedRate(mention: FigureMention, whole = ""): StatedRate | undefined {
  const used = RATE_USED.test(whole.slice(Math.max(0, mention.start - 60), mention.start));
  const text = mention.text.replace(/^[\s(（[]+|[\s)）\]]+$/g, "").slice(0, 120);
  const equation = RATE_EQUATION.test(text);
  const sides = text.split(equation ? RATE_EQUATION : RATE_PER).filter((side) => side.trim() !== "");
  try {
    if (sides.length === 1) return ofOne(mention, used);
    if (sides.length !== 2) return undefined;
    const [a, b] = sides.map((side) => sideOf(side.trim(), mention)) as [
      ReturnType<typeof sideOf>,
      ReturnType<typeof sideOf>,
    ];
    return { rate: between(a, b, mention), text: mention.text, equation: equation || used };
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}

/** Where the rate of a conversion that ends at `end` would stand, and whether it is called a rate, so that a number will do. */
export function placeBehind(
  text: string,
  end: number,
): { readonly at: number; readonly named: boolean } | undefined {
  const found = RATE_BEHIND.exec(text.slice(end, end + 80));
  return found === null
    ? undefined
    : { at: end + found[0].length, named: found.groups?.["named"] !== undefined };
}

/** "at an exchange rate of 1.10": a number alone may be the price of either money in the other. */
export function bareRates(text: string, at: number, base: string, quote: string): StatedRate[] {
  const digits = /^\d{1,6}(?:\.\d{1,6})?(?![\d.,]*\d|\s?[\p{L}%$€£¥])/u.exec(text.slice(at, at + 20))?.[0];
  if (digits === undefined || Number(digits) === 0) return [];
  return [
    [base, quote],
    [quote, base],
  ].map(([of, per]) => {
    const one = figure("1", { unit: of as string, rounding: "exact" });
    const found = impliedRate(one, figure(digits, { unit: per as string }), { base }) as AnyRate;
    return {
      rate: new Rate({ ...pick(found), kind: "stated", label: `“${digits}”` }),
      text: digits,
      equation: true,
    };
  });
}

/** "7.31 yuan" of "7.31 yuan to the dollar", where the reader has found whose rate it is. */
function ofOne(mention: FigureMention, used: boolean): StatedRate | undefined {
  const unit = mention.currency ?? mention.figure.unit;
  if (!isCurrency(unit) || mention.per === undefined || !isCurrency(mention.per)) return undefined;
  const amount = mention.figure.unit === unit ? mention.figure : remade(mention.figure, { unit });
  if (amount === undefined) return undefined;
  const one = figure("1", { unit: mention.per, rounding: "exact" });
  return { rate: between(amount, one, mention), text: mention.text, equation: used };
}

function between(a: Figure, b: Figure, mention: FigureMention): AnyRate {
  const found = impliedRate(a, b, { base: baseOf(a.unit, b.unit) }) as AnyRate;
  return new Rate({ ...pick(found), kind: "stated", label: `“${mention.text}”` });
}

function sideOf(side: string, mention: FigureMention) {
  if (!/\d/.test(side)) return figure(`1 ${side}`, { rounding: "exact" });
  const plain = figure(side, {});
  const unit = isCurrency(plain.unit) ? plain.unit : (mention.currency ?? mention.figure.unit);
  const round = /^10*$/.test(plain.digits);
  return figure(side, {
    ...(isCurrency(plain.unit) ? {} : { unit }),
    rounding: round ? "exact" : "halfExpand",
  });
}

function pick(of: AnyRate) {
  const { base, quote, value, interval, working } = of;
  return { base, quote, value, interval, ...(working === undefined ? {} : { working }) };
}
