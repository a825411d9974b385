import { FigureError } from "../errors.js";
import { Quantity as Computed } from "../figure/quantity.js";
import { scaled, withUnit } from "../figure/show.js";
import { isRatio } from "../figure/units.js";
import { type AnyRate, Rate } from "../rate/rate.js";
import type { Quantity } from "./quantity.js";

/** What charts draw: figures and rates of the package, or anything with a unit, a value and an interval. */
export type Drawable = Quantity | Computed | AnyRate;

const CURRENCY_WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  CNY: ["yuan", "yuan"],
  USD: ["US dollar", "US dollars"],
  EUR: ["euro", "euros"],
  RUB: ["rouble", "roubles"],
  JPY: ["yen", "yen"],
};

const SCALE_WORDS: ReadonlyMap<number, string> = new Map([
  [0, ""],
  [3, "thousand "],
  [6, "million "],
  [9, "billion "],
  [12, "trillion "],
]);

const RATIO_WORDS: Readonly<Record<string, string>> = {
  percent: "%",
  "percentage-point": "percentage points",
  "basis-point": "basis points",
};

/**
 * A value in the unit in which it is drawn, with that unit in words: billion yuan, %, yuan per US dollar.
 * @param scale the power of ten in which it is drawn; the figure's own unless told otherwise
 * @example drawn(figure("42.64bn yuan")).unit // billion yuan
 */
export function drawn(of: Drawable, scale?: number): Quantity {
  if (Rate.is(of)) {
    const { value, interval, base, quote } = of;
    return {
      unit: `${CURRENCY_WORDS[quote]?.[1] ?? quote} per ${CURRENCY_WORDS[base]?.[0] ?? base}`,
      value,
      interval,
    };
  }
  if (!Computed.is(of)) return of;
  const { unit, interval } = of;
  const power = isRatio(unit) ? 0 : (scale ?? of.scale);
  const at = (x: Quantity["value"]) => scaled(x, unit, power);
  const name = unit === "number" ? "" : (CURRENCY_WORDS[unit]?.[1] ?? unit);
  return {
    unit: RATIO_WORDS[unit] ?? `${SCALE_WORDS.get(power) ?? `10^${power} `}${name}`.trim(),
    value: at(of.value),
    interval: {
      lower: at(interval.lower),
      upper: at(interval.upper),
      lowerOpen: interval.lowerOpen,
      upperOpen: interval.upperOpen,
    },
  };
}

/** The figures of one chart, all in one unit and at one scale, and how its axis says so. */
export interface OneScale {
  /** "billion yuan" */
  readonly unit: string;
  of(one: Drawable): Quantity;
  /** Digits with their unit as short as figures show it: "JPY 7,774.8bn". */
  short(digits: string): string;
}

const SCALE_IN_WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(trillions?|tn)\b/i, 12],
  [/\b(billions?|bn)\b/i, 9],
  [/\b(millions?|mn)\b/i, 6],
  [/\bthousands?\b/i, 3],
];

/**
 * One unit and one scale for all figures of a chart. Figures of the package are drawn at the scale that `unit` names
 * ("US$ billion"), or at the one of the largest of them; other quantities stay as they are, in the unit that they or
 * `unit` say.
 * @param unit the words of the axis; made from the figures unless told otherwise
 * @throws FigureError "unit-mismatch" for figures in different units, or for quantities beside figures of the package
 */
export function onOneScale(figures: readonly Drawable[], unit?: string): OneScale {
  const computed = figures.filter((one): one is Computed => Computed.is(one));
  const first = computed[0];
  if (first === undefined) {
    const units = [...new Set(figures.map((one) => drawn(one).unit))];
    if (unit === undefined && units.length > 1)
      throw new FigureError(
        "unit-mismatch",
        `one axis can't carry ${units.join(" and ")}; draw a chart for each`,
      );
    return { unit: unit ?? units[0] ?? "", of: (one) => drawn(one), short: (digits) => digits };
  }
  const other = figures.find((one) => !Computed.is(one) || one.unit !== first.unit);
  if (other !== undefined) {
    const found = Computed.is(other) ? other.unit : drawn(other).unit;
    throw new FigureError(
      "unit-mismatch",
      `one axis can't carry ${first.unit} and ${found}: convert one first, or draw a chart for each`,
    );
  }
  const said = unit === undefined ? undefined : SCALE_IN_WORDS.find(([word]) => word.test(unit))?.[1];
  const scale = said ?? largestScale(computed);
  const words = drawn(first, scale).unit;
  const title = unit === undefined ? words : said === undefined ? scaledWords(unit, scale, first.unit) : unit;
  return {
    unit: title,
    of: (one) => drawn(one, scale),
    short: (digits) => withUnit(first.unit, digits, isRatio(first.unit) ? 0 : scale),
  };
}

/** The scale of the figure that is largest: its own, as printed, wherever that leaves digits before the point. */
function largestScale(figures: readonly Computed[]): number {
  const largest = figures.reduce((a, b) => (b.value.abs().greaterThan(a.value.abs()) ? b : a));
  const size = largest.value.abs();
  const fits = size.isFinite() && size.gte(`1e${largest.scale}`) && size.lt(`1e${largest.scale + 5}`);
  return fits || !size.isFinite()
    ? largest.scale
    : ([12, 9, 6, 3].find((power) => size.gte(`1e${power}`)) ?? 0);
}

function scaledWords(unit: string, scale: number, of: string): string {
  return isRatio(of) ? unit : `${SCALE_WORDS.get(scale) ?? `10^${scale} `}${unit}`;
}
