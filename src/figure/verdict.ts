import { Decimal } from "../exact/decimal.js";
import type { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { quantize } from "../exact/rounding.js";
import { onePeriod, type PeriodOptions } from "./period-checks.js";
import type { Quantity } from "./quantity.js";
import { grouped, scaled, withUnit } from "./show.js";
import { ratioExponent, sameUnit, type Unit } from "./units.js";

/**
 * `consistent`: what was computed lies in the printed interval. `inconsistent`: nothing lies in both, so at least one
 * figure is wrong, or is about something else. `undecided`: the intervals overlap but the central value lies outside,
 * so that only an unlucky rounding makes them agree.
 */
export type Verdict = "consistent" | "inconsistent" | "undecided";

export interface Comparison<U extends Unit = Unit> {
  readonly verdict: Verdict;
  /**
   * Consistent: how far inside the printed interval the computed value lies. Undecided: how far outside, below zero.
   * Inconsistent: the gap between the intervals, below zero. In the unit of the figures.
   */
  readonly margin: Decimal;
  /** The margin as text, without its sign: "USD 0.005bn", "37.3 percentage points". */
  readonly distance: string;
  readonly printed: Quantity<U>;
  readonly computed: Quantity<U>;
  /** One sentence. */
  readonly says: string;
}

/**
 * Whether a printed figure and a computed one can both be right.
 * @throws FigureError "currency-mismatch" or "unit-mismatch"; "period-mismatch" for figures of different periods,
 * unless `periods` is "any"
 * @example compare(figure("$21.18bn"), add(figure("$9.6bn"), figure("$11.53bn"))).verdict // undecided
 * @example compare(figure("$21.18bn"), figure("$21.2bn")).verdict // undecided
 * @example compare(figure("$21.2bn"), figure("$21.18bn")).verdict // consistent
 */
export function compare<U extends Unit, V extends U>(
  printed: Quantity<U>,
  computed: Quantity<V>,
  options: PeriodOptions = {},
): Comparison<U> {
  sameUnit("compare", printed, computed);
  onePeriod("compare", printed, computed, options);
  const { verdict, margin } = judged(printed.interval, computed.interval, computed.exact);
  const distance = amount(printed, margin.abs());
  const says = {
    consistent: `${name(computed)} is ${range(printed)}, ${distance} from the nearer end`,
    undecided: `${name(computed)} is not ${range(printed)}, but ${distance} away; only rounding could explain it`,
    inconsistent: `${range(computed)} and ${range(printed)} do not overlap; the gap is ${distance}`,
  }[verdict];
  return { verdict, margin, distance, printed, computed: computed as Quantity as Quantity<U>, says };
}

/** The verdict on two intervals, with the central value of the second; its margin is made when it is asked for. */
export function judged(
  printed: Interval,
  computed: Interval,
  value: Decimal | Ratio,
): { readonly verdict: Verdict; readonly margin: Decimal } {
  const at = Ratio.is(value) ? value : Ratio.fromDecimal(value);
  const verdict = verdictOn(printed, computed, at);
  const margin = (): Ratio => {
    if (verdict !== "inconsistent") {
      const [fromLow, fromHigh] = [at.sub(printed.low), printed.high.sub(at)];
      return fromLow.compare(fromHigh) < 0 ? fromLow : fromHigh;
    }
    const below = printed.isBelow(computed) === "yes";
    return below ? printed.high.sub(computed.low) : computed.high.sub(printed.low);
  };
  let made: Decimal | undefined;
  return {
    verdict,
    get margin() {
      made ??= margin().toDecimal();
      return made;
    },
  };
}

/** The verdict without its margin, for the many of which only the best counts. */
export function verdictOn(printed: Interval, computed: Interval, value: Ratio): Verdict {
  if (!printed.meets(computed)) return "inconsistent";
  return printed.contains(value) ? "consistent" : "undecided";
}

function name(of: Quantity): string {
  return of.shown().value;
}

function range(of: Quantity): string {
  const { value, range } = of.shown();
  return range === "" ? value : `${range} (${of.label ?? value})`;
}

/** An amount in the unit and scale of a quantity, with three significant digits. */
function amount(like: Quantity, x: Decimal): string {
  if (!x.isFinite()) return "without bound";
  const at = scaled(x, like.unit, like.scale).toSignificantDigits(3);
  const unit = like.unit === "percent" ? "percentage-point" : like.unit;
  return withUnit(unit, grouped(at, at.decimalPlaces(), Decimal.ROUND_HALF_UP), like.scale);
}

/**
 * How an amount would have been printed in the manner of a figure: to the place of its last digit, half away from zero.
 * The scale of the print counts: 58.3亿 has its last digit in the tens of millions, though it is shown in billions.
 * @example printedLike(figure("$5.83bn"), figure("$5,939,380,432.36")) // USD 5.94bn
 * @example printedLike(figure("58.3亿美元"), figure("$5,939,380,432.36")) // USD 5.94bn
 * @example printedLike(figure("$5829 thousand"), figure("$5,939,380.43")) // USD 5.939m
 */
export function printedLike(
  like: Quantity & { readonly digits: string; readonly lastPlace?: number | undefined },
  amount: { readonly value: Decimal },
): string {
  const decimals = like.digits.includes(".") ? like.digits.length - like.digits.indexOf(".") - 1 : 0;
  const unitPlace = like.scale + ratioExponent(like.unit);
  const place = like.lastPlace ?? unitPlace - decimals;
  const rounded = scaled(quantize(amount.value, place, "halfExpand"), like.unit, like.scale);
  return withUnit(
    like.unit,
    grouped(rounded, Math.max(0, unitPlace - place), Decimal.ROUND_HALF_UP),
    like.scale,
  );
}
