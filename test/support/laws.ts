/** The bounds of every public operation, against ranges that fractions of BigInt give: the oracle of the laws. */
import {
  add,
  annualised,
  baseline,
  compoundGrowth,
  contributions,
  convert,
  cross,
  FigureError,
  growth,
  growthBridge,
  growthIn,
  Interval,
  impliedRate,
  indexed,
  level,
  movedBy,
  pointsBetween,
  Quantity,
  Rate,
  Ratio,
  share,
  subtract,
  times as timesOf,
  total,
  wholeOf,
} from "../../src/index.js";
import { minus, order, over, plus, type Rational, rational, times } from "./rational.js";

/** An end that is infinite is this large here: what comes out of it as large or as small is infinite or nothing. */
const HUGE = rational(10n ** 60n);
const BEYOND = rational(10n ** 30n);
const NEAR = rational(1n, 10n ** 30n);
const ONE = rational(1n);
const ZERO = rational(0n);

interface End {
  readonly at: Rational;
  readonly closed: boolean;
  readonly infinite: boolean;
}

/** One variable: the ends, and a point between them. */
interface Box {
  readonly low: End;
  readonly high: End;
  readonly inside: Rational;
}

/** xorshift32: the same cases from the same seed, on every machine. */
export function random(seed: number): (below: number) => number {
  let x = seed | 0 || 1;
  return (below) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % below;
  };
}

type Draw = (below: number) => number;
type Kind = "any" | "positive" | "ratio";

/** A variable: a point, a print, a hedge without end, or any two ends, each open or closed. */
function box(draw: Draw, kind: Kind): Box {
  const places = draw(4);
  const unit = 10n ** BigInt(places);
  const size = BigInt(draw(4) === 0 ? draw(10) : draw(2000));
  const sign = kind === "any" && draw(2) === 0 ? -1n : 1n;
  const scale = kind === "ratio" ? 1000n : 1n;
  const shift = kind === "ratio" && draw(3) === 0 ? -1n : 1n;
  const middle = rational(sign * shift * (kind === "positive" ? size + 1n : size), unit * scale);
  const half = rational(1n, 2n * unit * scale);
  const form = draw(8);
  const end = (at: Rational, closed: boolean, infinite = false): End => ({
    at,
    closed: closed && !infinite,
    infinite,
  });
  if (form === 0) return { low: end(middle, true), high: end(middle, true), inside: middle };
  if (form === 1 && kind !== "ratio") {
    const upwards = kind === "positive" || draw(2) === 0;
    const near = end(middle, draw(2) === 0);
    const inside = upwards ? plus(middle, half) : minus(middle, half);
    return upwards
      ? { low: near, high: end(HUGE, false, true), inside }
      : { low: end(rational(-HUGE.n, HUGE.d), false, true), high: near, inside };
  }
  const width = form < 5 ? half : times(half, rational(BigInt(1 + draw(40))));
  let low = minus(middle, width);
  let high = plus(middle, width);
  if (kind === "positive" && order(low, ZERO) <= 0) low = rational(1n, 4n * unit);
  // Now and then an end lies on zero exactly.
  if (kind === "any" && draw(12) === 0) low = order(high, ZERO) > 0 ? ZERO : low;
  if (kind === "any" && draw(12) === 0) high = order(low, ZERO) < 0 ? ZERO : high;
  const share = rational(BigInt(1 + draw(998)), 1000n);
  return {
    low: end(low, draw(2) === 0),
    high: end(high, draw(2) === 0),
    inside: plus(low, times(share, minus(high, low))),
  };
}

const ratioOf = ({ n, d }: Rational): Ratio => Ratio.of(n, d);
const endOf = (one: End, side: -1 | 1): Ratio =>
  one.infinite ? (side < 0 ? Ratio.INFINITE.negated() : Ratio.INFINITE) : ratioOf(one.at);
const intervalOf = ({ low, high }: Box): Interval =>
  new Interval(endOf(low, -1), endOf(high, 1), !low.closed, !high.closed);
const quantity = (of: Box, unit: string): Quantity =>
  new Quantity({ unit, value: ratioOf(of.inside), interval: intervalOf(of) });
const rateOf = (of: Box, base: string, quote: string) =>
  new Rate({ base, quote, value: ratioOf(of.inside), interval: intervalOf(of), kind: "reference" });

interface Law {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** What the package gives. */
  readonly made: (boxes: readonly Box[]) => Interval;
  /** The formula, in which each variable rises or falls alone. */
  readonly exact: (x: readonly Rational[]) => Rational;
  /** What the package divides by: where it may be zero the package refuses. */
  readonly divisors?: readonly ((x: readonly Rational[]) => Rational)[];
  /** What the result is cut to. */
  readonly within?: readonly [Rational, Rational];
  /** Ends that are given as closed, whether they are attained or not, and may lie one unit of a kept digit beyond. */
  readonly loose?: Rational;
  /** Whether the operation asks for more than a divisor that is not zero. */
  readonly mayRefuse?: (boxes: readonly Box[]) => boolean;
}

const at = (x: readonly Rational[], i: number): Rational => x[i] as Rational;
const b = (boxes: readonly Box[], i: number): Box => boxes[i] as Box;
const touches = (one: Box, y: Rational) => order(one.low.at, y) <= 0 && order(one.high.at, y) >= 0;

export const LAWS: readonly Law[] = [
  {
    name: "Interval.plus",
    kinds: ["any", "any"],
    made: (x) => intervalOf(b(x, 0)).plus(intervalOf(b(x, 1))),
    exact: (x) => plus(at(x, 0), at(x, 1)),
  },
  {
    name: "Interval.minus",
    kinds: ["any", "any"],
    made: (x) => intervalOf(b(x, 0)).minus(intervalOf(b(x, 1))),
    exact: (x) => minus(at(x, 0), at(x, 1)),
  },
  {
    name: "Interval.times",
    kinds: ["any", "any"],
    made: (x) => intervalOf(b(x, 0)).times(intervalOf(b(x, 1))),
    exact: (x) => times(at(x, 0), at(x, 1)),
  },
  {
    name: "Interval.dividedBy",
    kinds: ["any", "any"],
    made: (x) => intervalOf(b(x, 0)).dividedBy(intervalOf(b(x, 1))),
    exact: (x) => over(at(x, 0), at(x, 1)),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "add",
    kinds: ["any", "any"],
    made: (x) => add(quantity(b(x, 0), "USD"), quantity(b(x, 1), "USD")).interval,
    exact: (x) => plus(at(x, 0), at(x, 1)),
  },
  {
    name: "total",
    kinds: ["any", "any", "any"],
    made: (x) => total(x.map((one) => quantity(one, "USD"))).interval,
    exact: (x) => x.reduce(plus),
  },
  {
    name: "subtract",
    kinds: ["any", "any"],
    made: (x) => subtract(quantity(b(x, 0), "USD"), quantity(b(x, 1), "USD")).interval,
    exact: (x) => minus(at(x, 0), at(x, 1)),
  },
  {
    name: "times",
    kinds: ["any", "any"],
    made: (x) => timesOf(quantity(b(x, 0), "USD"), quantity(b(x, 1), "USD")).interval,
    exact: (x) => over(at(x, 0), at(x, 1)),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "share",
    kinds: ["any", "any"],
    made: (x) => share(quantity(b(x, 0), "USD"), quantity(b(x, 1), "USD")).interval,
    exact: (x) => over(at(x, 0), at(x, 1)),
    divisors: [(x) => at(x, 1)],
    within: [ZERO, ONE],
  },
  {
    name: "wholeOf",
    kinds: ["any", "ratio"],
    made: (x) => wholeOf(quantity(b(x, 0), "USD"), quantity(b(x, 1), "percent") as never).interval,
    exact: (x) => over(at(x, 0), at(x, 1)),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "growth",
    kinds: ["any", "any"],
    made: (x) => growth(quantity(b(x, 0), "USD"), quantity(b(x, 1), "USD")).interval,
    exact: (x) => minus(over(at(x, 1), at(x, 0)), ONE),
    divisors: [(x) => at(x, 0)],
  },
  {
    name: "baseline",
    kinds: ["any", "ratio"],
    made: (x) => baseline(quantity(b(x, 0), "USD"), quantity(b(x, 1), "percent") as never).interval,
    exact: (x) => over(at(x, 0), plus(ONE, at(x, 1))),
    divisors: [(x) => plus(ONE, at(x, 1))],
  },
  {
    name: "level",
    kinds: ["any", "ratio"],
    made: (x) => level(quantity(b(x, 0), "USD"), quantity(b(x, 1), "percent") as never).interval,
    exact: (x) => times(at(x, 0), plus(ONE, at(x, 1))),
  },
  {
    name: "pointsBetween",
    kinds: ["ratio", "ratio"],
    made: (x) =>
      pointsBetween(quantity(b(x, 0), "percent") as never, quantity(b(x, 1), "percent") as never).interval,
    exact: (x) => minus(at(x, 1), at(x, 0)),
  },
  {
    name: "movedBy",
    kinds: ["ratio", "ratio"],
    made: (x) =>
      movedBy(quantity(b(x, 0), "percent") as never, quantity(b(x, 1), "percentage-point") as never).interval,
    exact: (x) => plus(at(x, 0), at(x, 1)),
  },
  {
    name: "indexed",
    kinds: ["any", "any"],
    made: (x) => (indexed([quantity(b(x, 0), "USD"), quantity(b(x, 1), "USD")], 0)[1] as Quantity).interval,
    exact: (x) => times(over(at(x, 1), at(x, 0)), rational(100n)),
    divisors: [(x) => at(x, 0)],
  },
  {
    name: "impliedRate",
    kinds: ["positive", "positive"],
    made: (x) => impliedRate(quantity(b(x, 0), "CNY"), quantity(b(x, 1), "USD")).interval,
    exact: (x) => over(at(x, 0), at(x, 1)),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "convert, base to quote",
    kinds: ["any", "positive"],
    made: (x) => convert(quantity(b(x, 0), "USD") as never, rateOf(b(x, 1), "USD", "CNY")).interval,
    exact: (x) => times(at(x, 0), at(x, 1)),
  },
  {
    name: "convert, quote to base",
    kinds: ["any", "positive"],
    made: (x) => convert(quantity(b(x, 0), "CNY") as never, rateOf(b(x, 1), "USD", "CNY")).interval,
    exact: (x) => over(at(x, 0), at(x, 1)),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "Rate.inverted",
    kinds: ["positive"],
    made: (x) => rateOf(b(x, 0), "USD", "CNY").inverted().interval,
    exact: (x) => over(ONE, at(x, 0)),
    divisors: [(x) => at(x, 0)],
  },
  {
    name: "cross",
    kinds: ["positive", "positive"],
    made: (x) => cross(rateOf(b(x, 0), "EUR", "CNY"), rateOf(b(x, 1), "EUR", "USD")).interval,
    exact: (x) => over(at(x, 0), at(x, 1)),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "growthIn",
    kinds: ["ratio", "positive", "positive"],
    made: (x) =>
      growthIn("USD", quantity(b(x, 0), "percent") as never, {
        current: rateOf(b(x, 1), "USD", "CNY"),
        base: rateOf(b(x, 2), "USD", "CNY"),
      }).interval,
    exact: (x) => minus(times(plus(ONE, at(x, 0)), over(at(x, 2), at(x, 1))), ONE),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "growthBridge, exchange rate",
    kinds: ["ratio", "positive", "positive"],
    made: (x) =>
      growthBridge("USD", quantity(b(x, 0), "percent") as never, {
        current: rateOf(b(x, 1), "USD", "CNY"),
        base: rateOf(b(x, 2), "USD", "CNY"),
      }).exchange.interval,
    exact: (x) => times(plus(ONE, at(x, 0)), minus(over(at(x, 2), at(x, 1)), ONE)),
    divisors: [(x) => at(x, 1)],
  },
  {
    name: "contributions",
    kinds: ["any", "any", "any", "any"],
    made: ([base, current, other, otherNow]) =>
      (
        contributions([
          { label: "a", base: quantity(base as Box, "USD"), current: quantity(current as Box, "USD") },
          { label: "b", base: quantity(other as Box, "USD"), current: quantity(otherNow as Box, "USD") },
        ]).parts[0] as Quantity
      ).interval,
    exact: (x) => over(minus(at(x, 1), at(x, 0)), plus(at(x, 0), at(x, 2))),
    divisors: [(x) => plus(at(x, 0), at(x, 2))],
    // Twelve decimals of a percentage point are kept, so that the central values add up.
    loose: rational(1n, 10n ** 14n),
  },
];

/** The formula at every corner of the boxes: bit i of the index says at which end variable i stands. */
function atCorners(boxes: readonly Box[], exact: (x: readonly Rational[]) => Rational): Rational[] {
  return Array.from({ length: 2 ** boxes.length }, (_, mask) =>
    exact(boxes.map((one, i) => (mask & (1 << i) ? one.high.at : one.low.at))),
  );
}

/**
 * Whether a value is attained: on some face of the box on which the formula is that value throughout, whose fixed
 * variables stand on closed ends and whose free ones are inside.
 */
function attained(values: readonly Rational[], boxes: readonly Box[], value: Rational): boolean {
  const hits = values.map((one) => order(one, value) === 0);
  // Which variables are free, and at which ends the others stand.
  for (let free = 0; free < hits.length; free++) {
    for (let ends = 0; ends < hits.length; ends++) {
      if ((ends & free) !== 0) continue;
      const open = boxes.some(({ low, high }, i) => {
        if (free & (1 << i)) return order(low.at, high.at) === 0;
        return !(ends & (1 << i) ? high : low).closed;
      });
      if (!open && hits.every((hit, mask) => hit || (mask & ~free) !== ends)) return true;
    }
  }
  return false;
}

export interface Tally {
  cases: number;
  refused: number;
  outside: string[];
  /** The largest distance of a bound beyond the exact one, relative to a unit of the last digit that is kept. */
  widest: number;
}

/** Tries one operation on drawn amounts; what is wrong is said. */
export function tried(law: Law, draw: Draw, tally: Tally): void {
  const boxes = law.kinds.map((kind) => box(draw, kind));
  tally.cases++;
  const say = (what: string) =>
    tally.outside.push(`${law.name} of ${boxes.map(boxText).join(", ")}: ${what}`);
  const zero = (law.divisors ?? []).some((divisor) => {
    const values = atCorners(boxes, divisor);
    return values.some((one) => order(one, ZERO) <= 0) && values.some((one) => order(one, ZERO) >= 0);
  });
  let made: Interval;
  try {
    made = law.made(boxes);
  } catch (error) {
    tally.refused++;
    if (!FigureError.is(error)) return void say(`threw ${String(error)}`);
    if (zero && error.code === "interval-contains-zero") return;
    if (law.within !== undefined && !zero && noneWithin(law, boxes)) return;
    return void say(`refused: ${error.message}`);
  }
  if (zero) return void say("a divisor that may be zero was taken");
  const point = law.exact(boxes.map((one) => one.inside));
  const [least, most] = law.within ?? [undefined, undefined];
  if (inRange(point, law.within) && !holds(made, point)) say(`${show(point)} lies outside ${made.show()}`);
  const values = atCorners(boxes, law.exact);
  let low = values.reduce((x, y) => (order(y, x) < 0 ? y : x));
  let high = values.reduce((x, y) => (order(y, x) > 0 ? y : x));
  const infinite = boxes.some((one) => one.low.infinite || one.high.infinite);
  let closed = law.loose === undefined ? [low, high].map((end) => attained(values, boxes, end)) : [];
  // Cut to what is possible: an end inside the range is attained.
  if (least !== undefined && order(low, least) < 0) [low, closed] = [least, [true, closed[1] as boolean]];
  if (most !== undefined && order(high, most) > 0) [high, closed] = [most, [closed[0] as boolean, true]];
  for (const [side, exact, end, open] of [
    [-1, low, made.low, made.lowerOpen],
    [1, high, made.high, made.upperOpen],
  ] as const) {
    const gap = beyond(exact, end, side, infinite);
    if (gap === undefined) {
      say(`the ${side < 0 ? "lower" : "upper"} end ${end.toString()} is not ${show(exact)}`);
      continue;
    }
    const unit = law.loose;
    const units =
      unit === undefined ? (order(gap, ZERO) === 0 ? 0 : Number.POSITIVE_INFINITY) : count(gap, unit);
    if (units < 0 || units > 1)
      say(`the end ${end.toString()} lies ${show(gap)} from the exact ${show(exact)}`);
    tally.widest = Math.max(tally.widest, units);
    if (law.loose === undefined && open === closed[side < 0 ? 0 : 1])
      say(
        `the ${side < 0 ? "lower" : "upper"} end ${show(exact)} is ${open ? "attained and open" : "closed and not attained"}`,
      );
  }
}

function noneWithin(law: Law, boxes: readonly Box[]): boolean {
  const values = atCorners(boxes, law.exact);
  const [least, most] = law.within as readonly [Rational, Rational];
  const low = values.reduce((x, y) => (order(y, x) < 0 ? y : x));
  const high = values.reduce((x, y) => (order(y, x) > 0 ? y : x));
  if (order(high, least) < 0 || order(low, most) > 0) return true;
  // They touch in one point that an open end leaves out.
  return (
    (order(high, least) === 0 && !attained(values, boxes, high)) ||
    (order(low, most) === 0 && !attained(values, boxes, low))
  );
}

const inRange = (x: Rational, range: readonly [Rational, Rational] | undefined): boolean =>
  range === undefined || (order(x, range[0]) >= 0 && order(x, range[1]) <= 0);

const holds = (of: Interval, x: Rational): boolean => of.contains(ratioOf(x));

/** How far an end lies beyond the exact one; undefined where one of them is infinite and the other is not. */
function beyond(exact: Rational, end: Ratio, side: -1 | 1, infinite: boolean): Rational | undefined {
  const size = exact.n < 0n ? rational(-exact.n, exact.d) : exact;
  if (infinite && order(size, BEYOND) > 0) {
    const sign = exact.n < 0n ? -1 : 1;
    return !end.isFinite && (end.num > 0n ? 1 : -1) === sign ? ZERO : undefined;
  }
  if (!end.isFinite) return undefined;
  const here = rational(end.num, end.den);
  const gap = side < 0 ? minus(exact, here) : minus(here, exact);
  const distance = gap.n < 0n ? rational(-gap.n, gap.d) : gap;
  // What an infinite end leaves of a quotient is nothing.
  return infinite && order(distance, NEAR) < 0 ? ZERO : gap;
}

const count = (gap: Rational, unit: Rational): number => {
  const { n, d } = over(gap, unit);
  return Number((n * 1_000_000n) / d) / 1_000_000;
};

const show = ({ n, d }: Rational): string => (d === 1n ? `${n}` : `${n}/${d}`);
const boxText = ({ low, high }: Box): string =>
  `${low.closed ? "[" : "("}${low.infinite ? "-∞" : show(low.at)}, ${high.infinite ? "∞" : show(high.at)}${high.closed ? "]" : ")"}`;

/** Powers and roots: the root is rounded outwards to fifty digits, which raising it to the power again proves. */
export function triedRoot(draw: Draw, tally: Tally): void {
  tally.cases++;
  const [from, to] = [box(draw, "positive"), box(draw, "positive")];
  const n = 2 + draw(11);
  const say = (what: string) =>
    tally.outside.push(`compoundGrowth of ${boxText(from)}, ${boxText(to)} over ${n}: ${what}`);
  if ([from, to].some((one) => one.high.infinite)) {
    // An end without bound: the other end is the exact one's still.
    tally.refused++;
    return;
  }
  let made: Interval;
  try {
    made = compoundGrowth(quantity(from, "USD"), quantity(to, "USD"), n).interval;
  } catch (error) {
    return void say(`threw ${String(error)}`);
  }
  const power = (x: Rational) => Array.from({ length: n }, () => x).reduce(times);
  for (const [side, end, ratio] of [
    [-1, made.low, over(to.low.at, from.high.at)],
    [1, made.high, over(to.high.at, from.low.at)],
  ] as const) {
    const factor = plus(rational(end.num, end.den), ONE);
    const sign = order(power(factor), ratio);
    if (side < 0 ? sign > 0 : sign < 0) say(`the end ${end.toString()} cuts the exact root off`);
    // One unit of the fiftieth digit further in, the exact root is passed.
    const digits = BigInt(factor.n / factor.d).toString().length;
    const leading = factor.n < factor.d ? leadingZeros(factor) : digits;
    const unit =
      leading - 50 >= 0 ? rational(10n ** BigInt(leading - 50)) : rational(1n, 10n ** BigInt(50 - leading));
    const further = side < 0 ? plus(factor, unit) : minus(factor, unit);
    const inner = order(power(further), ratio);
    if (side < 0 ? inner < 0 : inner > 0) say(`the end ${end.toString()} is more than one unit wide`);
    tally.widest = Math.max(tally.widest, sign === 0 ? 0 : 1);
  }
}

/** The place of the first digit of a number below one: 0 for 0.5, −1 for 0.05. */
function leadingZeros({ n, d }: Rational): number {
  let place = 0;
  for (let x = n * 10n; x < d; x *= 10n) place--;
  return place;
}

/** (1 + g)^n − 1: exact, whatever the sign. */
export function triedPower(draw: Draw, tally: Tally): void {
  tally.cases++;
  const rate = box(draw, "ratio");
  const n = 1 + draw(12);
  const made = annualised(quantity(rate, "percent") as never, n).interval;
  const power = (x: Rational) => Array.from({ length: n }, () => plus(ONE, x)).reduce(times);
  const ends = [rate.low, rate.high].map((end) => minus(power(end.at), ONE));
  const across = n % 2 === 0 && touches(rate, rational(-1n));
  const all = across ? [...ends, rational(-1n)] : ends;
  const low = all.reduce((x, y) => (order(y, x) < 0 ? y : x));
  const high = all.reduce((x, y) => (order(y, x) > 0 ? y : x));
  if (
    order(rational(made.low.num, made.low.den), low) !== 0 ||
    order(rational(made.high.num, made.high.den), high) !== 0
  )
    tally.outside.push(`annualised of ${boxText(rate)}, ${n}: ${made.show()}`);
  if (!holds(made, minus(power(rate.inside), ONE)))
    tally.outside.push(`annualised of ${boxText(rate)}, ${n}: a point lies outside ${made.show()}`);
}

/** So many cases, the operations in turn. */
export function lawTally(cases: number, seed: number): Tally {
  const draw = random(seed);
  const tally: Tally = { cases: 0, refused: 0, outside: [], widest: 0 };
  for (let i = 0; i < cases && tally.outside.length < 20; i++) {
    const which = i % (LAWS.length + 2);
    if (which === LAWS.length) triedRoot(draw, tally);
    else if (which === LAWS.length + 1) triedPower(draw, tally);
    else tried(LAWS[which] as Law, draw, tally);
  }
  return tally;
}
