// Whether printed figures can all be true at once: exact ratios, apart from the package.
import { dividedBy, exact, minus, order, plus, times } from "../rational.mjs";
import { interval } from "./slot.mjs";

const ONE = exact("1");
const sum = (a, b) => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) });
const less = (a, b) => ({ low: minus(a.low, b.high), high: minus(a.high, b.low) });
const product = (a, b) => {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => times(x, y)));
  return hull(corners);
};
export const quotient = (a, b) => {
  if (order(b.low, exact("0")) <= 0) return undefined;
  return hull([a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => dividedBy(x, y))));
};
function hull(corners) {
  const sorted = [...corners].sort(order);
  return { low: sorted[0], high: sorted.at(-1) };
}
export const point = (value) => ({ low: value, high: value });
const factor = (rate, sign) =>
  sign > 0
    ? { low: plus(ONE, rate.low), high: plus(ONE, rate.high) }
    : { low: minus(ONE, rate.high), high: minus(ONE, rate.low) };

/** "apart" where two intervals share nothing, "together" where they overlap, "edge" where they only touch. */
export function meeting(a, b) {
  if (a === undefined || b === undefined) return "edge";
  const [one, other] = [order(a.low, b.high), order(b.low, a.high)];
  if (one > 0 || other > 0) return "apart";
  return one === 0 || other === 0 ? "edge" : "together";
}

/** Each relation of slots, as what is compared; `units` are slots that must be in one currency. */
export const RELATIONS = {
  growth: {
    units: [["level", "base"]],
    sides: ({ level, base, rate }, { sign }) => [level, product(base, factor(rate, sign))],
  },
  sum: { units: [["total", "one", "other"]], sides: ({ total, one, other }) => [total, sum(one, other)] },
  difference: {
    units: [["rest", "one", "other"]],
    sides: ({ rest, one, other }) => [rest, less(one, other)],
  },
  share: { units: [["part", "whole"]], sides: ({ part, whole, rate }) => [rate, quotient(part, whole)] },
  multiple: {
    units: [["level", "base"]],
    sides: ({ level, base }, { factor }) => [level, product(base, factor)],
  },
  direction: {
    units: [["to", "from"]],
    sides: ({ to, from }, { sign }) => [
      sign > 0 ? less(to, from) : less(from, to),
      { low: exact("0"), high: exact("1e40") },
    ],
  },
  "pair and its rate": {
    units: [],
    sides: ({ amount, converted, stated }) => [quotient(amount, converted), stated],
  },
  "two pairs": {
    units: [],
    sides: ({ amount, converted, second, secondConverted }) => [
      quotient(amount, converted),
      quotient(second, secondConverted),
    ],
  },
  "pair of a corpus": {
    units: [],
    sides: ({ amount, converted }, { implied }) => [quotient(amount, converted), implied],
  },
  "pair and the market": {
    units: [],
    sides: ({ amount, converted }, { market }) => [quotient(amount, converted), market],
  },
};

/** Units of each currency for a dollar in October 2023, roughly: for pairs whose currency was changed. */
const MARKET = { USD: "1", CNY: "7.3", EUR: "0.94", JPY: "149.5" };
const band = (by) => ({ low: dividedBy(ONE, exact(by)), high: exact(by) });
// Where the day is known, within three percent of the market; a pair of an invented year within half as much again.
const ROUGHLY = {
  "pair and the market": band("1.03"),
  "pair and its rate": band("1.5"),
  "two pairs": band("1.5"),
};

/** A pair in other currencies than it was made in, against the market. */
function againstMarket(relation, amount, converted) {
  const cross = point(dividedBy(exact(MARKET[amount.unit]), exact(MARKET[converted.unit])));
  return meeting(quotient(interval(amount), interval(converted)), product(cross, ROUGHLY[relation]));
}
const turned = (amount, converted) => amount.unit !== "CNY" || converted.unit !== "USD";

/**
 * @returns "apart" (arithmetically inconsistent), "together", "edge", or "units": amounts in different currencies, which
 * cannot be added or compared
 */
export function verdict(relation, slots, facts) {
  const { amount, converted, second, secondConverted } = slots;
  if (relation in ROUGHLY && turned(amount, converted)) return againstMarket(relation, amount, converted);
  if (second && turned(second, secondConverted)) return againstMarket(relation, second, secondConverted);
  // Which rate of those days a pair in other currencies would have is not in the corpus.
  if (facts.units && (facts.units[0] !== amount.unit || facts.units[1] !== converted.unit)) return "edge";
  const { units, sides } = RELATIONS[relation];
  if (units.some((names) => new Set(names.map((name) => slots[name].unit)).size > 1)) return "units";
  const intervals = Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, interval(slot)]));
  const [a, b] = sides(intervals, facts);
  return meeting(a, b);
}
