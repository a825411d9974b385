import { Quantity as Computed } from "../figure/quantity.js";
import { scaled } from "../figure/show.js";
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

/** A value in the unit in which it is drawn, with that unit in words: billion yuan, %, yuan per US dollar. */
export function drawn(of: Drawable): Quantity {
  if (Rate.is(of)) {
    const { value, interval, base, quote } = of;
    return {
      unit: `${CURRENCY_WORDS[quote]?.[1] ?? quote} per ${CURRENCY_WORDS[base]?.[0] ?? base}`,
      value,
      interval,
    };
  }
  if (!Computed.is(of)) return of;
  const { unit, scale, interval } = of;
  const at = (x: Quantity["value"]) => scaled(x, unit, scale);
  const name = unit === "number" ? "" : (CURRENCY_WORDS[unit]?.[1] ?? unit);
  return {
    unit: RATIO_WORDS[unit] ?? `${SCALE_WORDS.get(scale) ?? `10^${scale} `}${name}`.trim(),
    value: at(of.value),
    interval: {
      lower: at(interval.lower),
      upper: at(interval.upper),
      lowerOpen: interval.lowerOpen,
      upperOpen: interval.upperOpen,
    },
  };
}
