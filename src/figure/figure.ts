import type { PrintRounding } from "../exact/rounding.js";
import type { Hedge, Note } from "./note.js";
import { Quantity, type QuantityParts } from "./quantity.js";
import { type Shown, shown } from "./show.js";
import { ratioExponent, type Unit } from "./units.js";

const MAX_SHOWN = 30;

export interface FigureParts<U extends Unit> extends QuantityParts<U> {
  readonly text: string;
  readonly digits: string;
  readonly lastPlace?: number | undefined;
  readonly hedge: Hedge | undefined;
  readonly rounding: PrintRounding;
  readonly notes: readonly Note[];
}

/** A figure as it was printed: a quantity that still knows its text, digits, scale, hedge and rounding. */
export class Figure<U extends Unit = Unit> extends Quantity<U> {
  /** The text as printed. */
  readonly text: string;
  /** The digits as printed, without separators: "42.60" keeps its zero. */
  readonly digits: string;
  /** The power of ten of the last printed digit: 7 for "$5.83bn", -3 for "82.3%". Undefined for words, as "a third". */
  readonly lastPlace: number | undefined;
  readonly hedge: Hedge | undefined;
  readonly rounding: PrintRounding;
  /** What the text leaves open, and how it was read. */
  readonly notes: readonly Note[];

  constructor(parts: FigureParts<U>) {
    super(parts);
    this.text = parts.text;
    this.digits = parts.digits;
    this.lastPlace = parts.lastPlace;
    this.hedge = parts.hedge;
    this.rounding = parts.rounding;
    this.notes = parts.notes;
  }

  override in<V extends Unit>(unit: V): Figure<V> {
    super.in(unit);
    return this as unknown as Figure<V>;
  }

  /** How many decimals the printed digits have in the scale that is shown; of words as many as the value needs. */
  get decimals(): number | undefined {
    const point = this.digits.indexOf(".");
    const own = point === -1 ? 0 : this.digits.length - point - 1;
    const printed =
      this.lastPlace === undefined
        ? own
        : Math.max(0, this.scale + ratioExponent(this.unit) - this.lastPlace);
    const kept = this.exact.shift(-(this.scale + ratioExponent(this.unit))).decimalPlaces();
    // A third has no last digit: as many as its interval supports.
    return kept === undefined || kept > MAX_SHOWN ? undefined : Math.max(printed, kept);
  }

  /** The printed digits themselves, wherever the scale is the printed one. */
  override shown(decimals?: number): Shown {
    return shown(this.unit, this.exact, this.interval, this.scale, decimals, decimals ?? this.decimals);
  }

  override toJSON(): Record<string, unknown> {
    return {
      text: this.text,
      digits: this.digits,
      ...(this.hedge === undefined ? {} : { hedge: this.hedge }),
      rounding: this.rounding,
      ...(this.notes.length === 0 ? {} : { notes: this.notes }),
      ...super.toJSON(),
    };
  }
}
