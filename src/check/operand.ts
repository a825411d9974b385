import { Near, tenTo } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { roundingInterval } from "../exact/rounding.js";
import type { Figure } from "../figure/figure.js";
import { Quantity, type QuantityParts } from "../figure/quantity.js";
import { type Shown, shown } from "../figure/show.js";
import { isRatio } from "../figure/units.js";
import type { FigureMention } from "../text/reading.js";

/** The two figures of a mention, or one: what is printed, as it takes part in arithmetic. */
export interface Printed {
  readonly text: string;
  readonly figure: Figure;
  readonly to?: Figure | undefined;
}

/** A printed figure in arithmetic, with another interval or sign: what is shown of it are still the digits printed. */
class Operand extends Quantity {
  private readonly print: Figure;

  constructor(parts: QuantityParts<string>, print: Figure) {
    super(parts);
    this.print = print;
  }

  override shown(decimals?: number): Shown {
    const { unit, exact, interval, scale } = this;
    return shown(unit, exact, interval, scale, decimals, decimals ?? this.print.decimals);
  }

  altered(parts: Partial<QuantityParts<string>>): Operand {
    return new Operand(partsOf(this, parts), this.print);
  }
}

const partsOf = (of: Quantity, parts: Partial<QuantityParts<string>>): QuantityParts<string> => {
  const { unit, exact: value, interval, scale, label } = of;
  return { unit, value, interval, scale, label, ...parts };
};

/** A printed figure as it takes part in arithmetic. */
export function operand(figure: Figure, parts: Partial<QuantityParts<string>>): Quantity {
  return new Operand(partsOf(figure, parts), figure);
}

/** The same quantity with some of its parts replaced; of a printed one the digits printed stay. */
export function altered(of: Quantity, parts: Partial<QuantityParts<string>>): Quantity {
  return of instanceof Operand ? of.altered(parts) : new Quantity(partsOf(of, parts));
}

/**
 * A mention as one quantity: of a range the hull of both ends, with its middle as the value.
 * @param loose whether the zeros that end a whole number may be rounded, down to two significant digits
 */
export function quantityOf(mention: FigureMention, printed: Printed, loose = false): Quantity {
  const { figure, to } = printed;
  const label = `“${printed.text}”`;
  const interval = loose ? loosely(figure) : figure.interval;
  if (to === undefined || to.unit !== figure.unit) {
    return operand(figure, { unit: unitOf(mention, figure), interval, label });
  }
  const whole = Interval.hull([interval, loose ? loosely(to) : to.interval]);
  const value = whole.isFinite ? new Near(figure.value).plus(to.value).dividedBy(2) : figure.value;
  return new Quantity({ unit: unitOf(mention, figure), value, interval: whole, scale: to.scale, label });
}

/** The unit of a figure; an amount in a currency that the sentence says elsewhere is in that currency. */
export function unitOf(mention: FigureMention, figure: Figure): string {
  return figure.unit === "number" && mention.kind === "money" && mention.currency !== undefined
    ? mention.currency
    : figure.unit;
}

/** Whether zeros at the end of a figure may come from rounding. */
export function mayBeRounded({ digits, hedge, exact }: Figure): boolean {
  return hedge === undefined && digits.endsWith("0") && !digits.includes(".") && exact.sign !== 0;
}

/**
 * The interval of a figure whose final zeros may come from rounding: 3,400 stays as it is, 3,000 and 700 are taken for
 * rounded to two significant digits. Nobody counts 700 billion to the unit, but ten percent is not five to fifteen.
 */
function loosely(figure: Figure): Interval {
  const { digits, interval } = figure;
  if (!mayBeRounded(figure)) return interval;
  const zeros = digits.length - digits.replace(/0+$/, "").length;
  const beyond = digits.replace(/^0+/, "").length - 2;
  const free = Math.min(zeros, beyond);
  if (free <= 0) return interval;
  const last = exponentOf(figure);
  if (last === undefined) return interval;
  return Interval.hull([interval, roundingInterval(figure.exact, last + free, "halfExpand")]);
}

/** The power of ten between the printed digits and the value; undefined where the value is not these digits. */
export function exponentOf(figure: Figure): number | undefined {
  if (figure.lastPlace !== undefined && figure.exact.sign !== 0) {
    const point = figure.digits.indexOf(".");
    return figure.lastPlace + (point < 0 ? 0 : figure.digits.length - point - 1);
  }
  const digits = new Near(figure.digits === "" ? "0" : figure.digits);
  if (digits.isZero() || figure.value.isZero() || !figure.value.isFinite()) return undefined;
  const factor = figure.value.abs().dividedBy(digits);
  return factor.equals(tenTo(factor.e)) ? factor.e : undefined;
}

/**
 * A figure as the converted amount of a pair: what was converted is the amount behind the words or the digits
 * themselves, so a hedge reaches one unit of the last digit that is not a zero, at most a tenth of the amount, and the
 * digits stay in. "More than 5 billion" may be 5.3 billion, but nobody converts infinity.
 */
export function convertedInterval(figure: Figure, loose: boolean): Interval {
  const { hedge, exact } = figure;
  if (hedge === undefined) return loose ? loosely(figure) : figure.interval;
  const last = exponentOf(figure);
  if (last === undefined) return figure.interval;
  const decimals = figure.digits.includes(".") ? figure.digits.length - figure.digits.indexOf(".") - 1 : 0;
  const digits = roundingInterval(exact, last - decimals, "halfExpand");
  const zeros = decimals > 0 ? 0 : figure.digits.length - figure.digits.replace(/0+$/, "").length;
  const unit = Ratio.scaled(1n, last - decimals + zeros);
  const tenth = exact.abs().shift(-1);
  const reach = unit.compare(tenth) < 0 ? unit : tenth;
  const outwards = () => new Interval(exact, exact.add(reach));
  const inwards = () => new Interval(exact.sub(reach), exact);
  switch (hedge) {
    case "below":
    case "less":
    case "atMost":
      return Interval.hull([digits, inwards()]);
    case "above":
    case "more":
    case "atLeast":
      return Interval.hull([digits, outwards()]);
    case "about":
      return Interval.hull([digits, inwards(), outwards()]);
  }
}

/** A ratio printed without its sign beside one that has it: "to 35 percent from 32.8". */
export function sameRatio(a: Quantity, b: Quantity): readonly [Quantity, Quantity] {
  if (a.unit === "percent" && b.unit === "number") return [a, asPercent(b)];
  if (b.unit === "percent" && a.unit === "number") return [asPercent(a), b];
  return [a, b];
}

/** A plain number as a percentage: 32.8 as 32.8%. */
export function asPercent(of: Quantity): Quantity {
  if (of.unit !== "number") return as(of, "percent");
  const hundred = Interval.point(new Near(100));
  const value = new Near(of.value).dividedBy(100);
  return altered(of, { unit: "percent", value, interval: of.interval.dividedBy(hundred), scale: 0 });
}

/** The same quantity in another unit of ratio, or as a ratio: its value stays. */
export function as(of: Quantity, unit: string): Quantity {
  return altered(of, { unit, scale: isRatio(unit) ? 0 : of.scale });
}

export function negated(of: Quantity): Quantity {
  return altered(of, {
    value: of.exact.negated(),
    interval: of.interval.negated(),
    label: of.label === undefined ? undefined : `minus ${of.label}`,
  });
}
