import { FigureError } from "../errors.js";
import type { Decimal } from "../exact/decimal.js";
import type { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { display, type MimeBundle } from "./display.js";
import type { Period } from "./period.js";
import { type Shown, scaleOf, shown } from "./show.js";
import { isRatio, type Unit } from "./units.js";

/** Where a figure was read. */
export interface Source {
  readonly publisher: string;
  readonly title?: string;
  readonly url?: string;
  /** The day of publication, as far as it is known: 2023-10-23, or 2023-10. */
  readonly date?: string;
}

/** Anything that can stand in a working. */
export interface Explained {
  readonly label?: string | undefined;
  readonly source?: Source | undefined;
  readonly working?: Working | undefined;
  show(): string;
}

/** How a value came about: a formula in words, and what went in. */
export interface Working {
  readonly formula: string;
  readonly inputs: readonly Explained[];
}

export interface QuantityParts<U extends Unit> {
  readonly unit: U;
  /** The central value, as a Decimal or an exact fraction. */
  readonly value: Decimal | Ratio;
  readonly interval: Interval;
  readonly scale?: number | undefined;
  readonly label?: string | undefined;
  readonly period?: Period | undefined;
  readonly source?: Source | undefined;
  readonly working?: Working | undefined;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");
const brand = Symbol.for("trade-figures.Quantity");

/**
 * An amount that is known as an interval: read from a print, or computed from such.
 * `value` is the central value: the printed digits, or what they give when the formula is applied to them.
 * Ratios are held as ratios (82.3% is 0.823); `show` puts them back into their unit.
 */
export class Quantity<U extends Unit = Unit> {
  readonly unit: U;
  /** The central value as an exact fraction; beyond 768 bits rounded to 154 digits. */
  readonly exact: Ratio;
  readonly interval: Interval;
  /** The power of ten in which the amount is shown: 9 for billions. */
  readonly scale: number;
  readonly label: string | undefined;
  readonly period: Period | undefined;
  readonly source: Source | undefined;
  readonly working: Working | undefined;
  private decimalValue: Decimal | undefined;

  constructor(parts: QuantityParts<U>) {
    this.unit = parts.unit;
    const value = parts.value;
    this.exact = Ratio.is(value) ? value.bounded("halfExpand") : Ratio.fromDecimal(value);
    this.interval = parts.interval;
    // A percentage of millions is still said in percent.
    this.scale = parts.scale ?? (isRatio(parts.unit) ? 0 : scaleOf(this.exact));
    this.label = parts.label;
    this.period = parts.period;
    this.source = parts.source;
    this.working = parts.working;
  }

  /** Two builds of the package can meet in one program: `Quantity.is` knows both, `instanceof` does not. */
  static is(value: unknown): value is Quantity {
    return typeof value === "object" && value !== null && brand in value;
  }

  get [brand](): true {
    return true;
  }

  /** The central value as a Decimal, made when it is asked for: rounded half away from zero beyond 60 digits. */
  get value(): Decimal {
    this.decimalValue ??= this.exact.toDecimal("halfExpand");
    return this.decimalValue;
  }

  /** Half-way between the ends of the interval. */
  get midpoint(): Decimal {
    return this.interval.midpoint;
  }

  /** This quantity, if it is in `unit`; for text that the compiler cannot see into. */
  in<V extends Unit>(unit: V): Quantity<V> {
    if ((this.unit as Unit) !== unit) {
      throw new FigureError("unit-mismatch", `expected ${unit}, found ${this.show()}`);
    }
    return this as unknown as Quantity<V>;
  }

  /**
   * The value, and the bounds rounded outwards; as many decimals as the interval supports, or `decimals`.
   * @example baseline(figure("42.64bn yuan"), figure("82.3%")).show() // CNY 23.3900bn, between 23.3808bn and 23.3992bn
   */
  show(decimals?: number): string {
    const { value, range } = this.shown(decimals);
    return range === "" ? value : `${value}, ${range}`;
  }

  /** Value and range apart, as text. */
  shown(decimals?: number): Shown {
    return shown(this.unit, this.exact, this.interval, this.scale, decimals);
  }

  /** The whole working: each step with its formula, down to printed figures and their sources. */
  explain(): string {
    return explanation(this, 0).join("\n");
  }

  toString(): string {
    return this.show();
  }

  toJSON(): Record<string, unknown> {
    return {
      unit: this.unit,
      value: this.value.toFixed(),
      interval: this.interval.toJSON(),
      shown: this.show(),
      ...(this.label === undefined ? {} : { label: this.label }),
      ...(this.period === undefined ? {} : { period: this.period.text }),
      ...(this.source === undefined ? {} : { source: this.source }),
      ...(this.working === undefined ? {} : { formula: this.working.formula }),
    };
  }

  [inspect](): string {
    return this.show();
  }

  /** What a notebook shows: the value, its bounds as a second line. */
  [rich](): MimeBundle {
    const { value, range } = this.shown();
    return display(value, range, this.explain());
  }
}

/** Each input once, then what was made of it. */
function explanation(of: Explained, depth: number): string[] {
  const pad = "  ".repeat(depth);
  const name = of.label === undefined ? "" : `${of.label}: `;
  const source = of.source === undefined ? "" : ` [${sourceLine(of.source)}]`;
  const lines = [`${pad}${name}${of.show()}${source}`];
  if (of.working !== undefined && depth < 12) {
    lines.push(`${pad}  = ${of.working.formula}`);
    for (const input of of.working.inputs) lines.push(...explanation(input, depth + 2));
  }
  return lines;
}

/** A source in one line: publisher, title, date, address. */
export function sourceLine(source: Source): string {
  return [source.publisher, source.title && `“${source.title}”`, source.date, source.url]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
}
