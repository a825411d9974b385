import { FigureError } from "../errors.js";
import { type Decimal, Near, ZERO } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { quantize, shift } from "../exact/rounding.js";
import { nameOf, subtract, sumOf } from "../figure/arithmetic.js";
import { likeLengths, type PeriodOptions } from "../figure/period-checks.js";
import { Quantity } from "../figure/quantity.js";
import { sameUnit, type Unit } from "../figure/units.js";
import { growth } from "./growth.js";

export interface Part<U extends Unit = Unit> {
  readonly label: string;
  readonly base: Quantity<U>;
  readonly current: Quantity<U>;
}

export interface Contributions<U extends Unit = Unit> {
  /** Percentage points of the whole's growth that each part brings, in the order given. */
  readonly parts: readonly Quantity<"percentage-point">[];
  /** The growth of the sum of the parts. */
  readonly growth: Quantity<"percent">;
  readonly base: Quantity<U>;
  readonly current: Quantity<U>;
}

/** Decimals of a percentage point to which contributions are cut before they are made to add up. */
const PLACES = 12;

/**
 * Contributions to growth: (current − base of a part) ÷ base of the whole, in percentage points. The central values add
 * up to the growth of the whole exactly: they are rounded to 12 decimals of a point and the remainders given to the
 * parts with the largest (largest remainder, Hamilton's method). The intervals are each part's own.
 * @throws FigureError "bad-option" for no parts; "currency-mismatch"; "interval-contains-zero"; "period-mismatch" as
 * `total` for the bases and for the current amounts, and as `growth`, unless `periods` is "any"
 */
export function contributions<U extends Unit>(
  parts: readonly Part<U>[],
  options: PeriodOptions = {},
): Contributions<U> {
  const first = parts[0];
  if (first === undefined) throw new FigureError("bad-option", "contributions need at least one part");
  for (const part of parts) {
    sameUnit("compare", first.base, part.base);
    sameUnit("compare", first.base, part.current);
    likeLengths("compute the contribution of", part.base, part.current, options);
  }
  const base = sumOf(
    parts.map((part) => part.base),
    options,
  );
  const current = sumOf(
    parts.map((part) => part.current),
    options,
  );
  const whole = growth(base, current, options);
  const exponent = -(PLACES + 2);
  const sum = quantize(whole.value, exponent, "halfExpand");
  const values = addingUp(
    parts.map((part) => new Near(part.current.value).minus(part.base.value).dividedBy(base.value)),
    sum,
    exponent,
  );
  return {
    base,
    current,
    growth: new Quantity({
      unit: "percent",
      value: sum,
      interval: whole.interval,
      period: whole.period,
      working: whole.working,
    }),
    parts: parts.map((part, i) => {
      const rest = parts.filter((other) => other !== part).map((other) => other.base);
      return new Quantity({
        unit: "percentage-point",
        value: values[i] as Decimal,
        // A value that was rounded so that all add up may lie beside a single exact one.
        interval: Interval.hull([contributionInterval(part, rest), Interval.point(values[i] as Decimal)]),
        label: part.label,
        period: whole.period,
        working: {
          get formula() {
            return `contribution: (${nameOf(part.current)} − ${nameOf(part.base)}) ÷ ${nameOf(base)}`;
          },
          inputs: [subtract(part.current, part.base, options), base],
        },
      });
    }),
  };
}

/**
 * (c − b) ÷ (b + r), with r the bases of the other parts. It rises or falls in each of the three alone as long as b + r
 * keeps its sign, so its ends lie among the eight corners, whatever the signs. They are given as closed.
 */
function contributionInterval({ base, current }: Part, rest: readonly Quantity[]): Interval {
  const others = rest.reduce((sum, one) => sum.plus(one.interval), Interval.point(ZERO));
  const [b, c] = [base.interval, current.interval];
  const whole = b.plus(others);
  // Refuses a whole that may be zero, as every division does.
  if (whole.low.sign <= 0 && whole.high.sign >= 0) return c.minus(b).dividedBy(whole);
  const corners = [c.low, c.high].flatMap((top) =>
    [b.low, b.high].flatMap((from) =>
      [others.low, others.high].flatMap((other) => corner(top, from, other) ?? []),
    ),
  );
  const lowest = corners.reduce((x, y) => (y.compare(x) < 0 ? y : x));
  const highest = corners.reduce((x, y) => (y.compare(x) > 0 ? y : x));
  return new Interval(lowest, highest, !lowest.isFinite, !highest.isFinite);
}

/** (c − b) ÷ (b + r) at one corner, in the limit where one of them is infinite; other corners bound it where two are. */
function corner(c: Ratio, b: Ratio, r: Ratio): Ratio | undefined {
  if (!c.isFinite) return b.isFinite && r.isFinite ? c.div(b.add(r)) : undefined;
  if (!b.isFinite) return r.isFinite ? MINUS_ONE : undefined;
  return r.isFinite ? c.sub(b).div(b.add(r)) : Ratio.ZERO;
}

const MINUS_ONE = /* @__PURE__ */ Ratio.of(-1n);

/** Values rounded to 10^exponent so that they add up to `sum`. */
function addingUp(values: readonly Decimal[], sum: Decimal, exponent: number): Decimal[] {
  const units = values.map((value) => shift(value, -exponent));
  const floors = units.map((unit) => unit.floor());
  const given = floors.reduce((a, b) => a.plus(b), new Near(0));
  const left = shift(sum, -exponent).minus(given).toNumber();
  const order = units
    .map((unit, i) => ({ i, rest: unit.minus(floors[i] as Decimal) }))
    .sort((a, b) => b.rest.comparedTo(a.rest) || a.i - b.i);
  const extra = new Set(order.slice(0, left).map(({ i }) => i));
  return floors.map((floor, i) => new Near(shift(extra.has(i) ? floor.plus(1) : floor, exponent)));
}
