import type { PrintRounding } from "../exact/rounding.js";
import type { Figure } from "../figure/figure.js";
import type { Quantity } from "../figure/quantity.js";
import { ratioExponent } from "../figure/units.js";
import { figureFrom } from "../notation/figure.js";
import type { FigureMention } from "../text/reading.js";
import {
  convertedInterval,
  exponentOf,
  mayBeRounded,
  operand,
  type Printed,
  quantityOf,
  unitOf,
} from "./operand.js";

/** One change of the printed text, tried on: figures replaced, or a direction turned. */
export interface Edits {
  readonly figure?: { readonly of: FigureMention; readonly printed: Printed };
  /** Whether the verb is turned: rose for fell. */
  readonly turned?: boolean;
}

/** The figures of a text as a check sees them: as printed, or with one edit; zeros as digits, or as rounding. */
export class View {
  readonly edits: Edits;
  readonly loose: boolean;
  private readonly rounding: PrintRounding | undefined;
  private made: Map<FigureMention, Quantity> | undefined;
  private zeros = false;

  constructor(rounding?: PrintRounding, edits: Edits = {}, loose = false) {
    this.rounding = rounding;
    this.edits = edits;
    this.loose = loose;
  }

  edited(edits: Edits): View {
    return new View(this.rounding, edits, this.loose);
  }

  loosened(): View {
    return new View(this.rounding, this.edits, true);
  }

  printed(mention: FigureMention): Printed {
    const edit = this.edits.figure;
    if (edit !== undefined && edit.of === mention) return edit.printed;
    const { text, figure, to } = mention;
    // A fraction or a multiple in words was rounded by nobody's rule.
    if (mention.kind === "fraction" || mention.kind === "multiple") return { text, figure, to };
    return { text, figure: this.rounded(figure), to: to && this.rounded(to) };
  }

  /** A mention as one quantity, a range as its hull. */
  of(mention: FigureMention): Quantity {
    const known = this.made?.get(mention);
    if (known !== undefined) return known;
    const printed = this.printed(mention);
    this.notice(printed);
    const made = quantityOf(mention, printed, this.loose);
    this.made ??= new Map();
    this.made.set(mention, made);
    return made;
  }

  /** A mention as the sides of a conversion: one quantity, or the two ends of a range. */
  ends(mention: FigureMention): readonly Quantity[] {
    const printed = this.printed(mention);
    this.notice(printed);
    const { figure, to, text } = printed;
    const unit = unitOf(mention, figure);
    const side = (one: Figure, label: string) =>
      operand(one, { unit, interval: convertedInterval(one, this.loose), label });
    if (to === undefined) return [side(figure, `“${text}”`)];
    return [side(figure, `lower end of “${text}”`), side(to, `upper end of “${text}”`)];
  }

  /** Whether zeros of these figures, or of any that it was asked for, may be rounding: a loosened view may differ. */
  mayLoosen(figures: readonly FigureMention[]): boolean {
    for (const one of figures) if (!this.zeros) this.notice(this.printed(one));
    return this.zeros;
  }

  private notice({ figure, to }: Printed): void {
    this.zeros ||= mayBeRounded(figure) || (to !== undefined && mayBeRounded(to));
  }

  sign<S extends 1 | -1 | 0>(sign: S): 1 | -1 | 0 {
    return this.edits.turned === true ? (-sign as 1 | -1 | 0) : sign;
  }

  private rounded(figure: Figure): Figure {
    if (this.rounding === undefined || figure.rounding === this.rounding) return figure;
    return remade(figure, { rounding: this.rounding }) ?? figure;
  }
}

export interface Remade {
  readonly digits?: string;
  /** Added to the power of ten of the figure. */
  readonly shift?: number;
  readonly unit?: string;
  readonly rounding?: PrintRounding;
}

/**
 * The figure that other digits, another scale, unit or rounding would have made; undefined where the value of the
 * figure is not its digits times a power of ten ("a third").
 * @throws FigureError "limit"
 */
export function remade(figure: Figure, change: Remade): Figure | undefined {
  const exponent = exponentOf(figure);
  if (exponent === undefined) return undefined;
  const unit = change.unit ?? figure.unit;
  return figureFrom(
    {
      text: figure.text,
      digits: change.digits ?? figure.digits,
      negative: figure.exact.sign < 0,
      exponent: exponent - ratioExponent(figure.unit) + (change.shift ?? 0),
      unit,
      word: undefined,
      hedge: figure.hedge,
      notes: [],
    },
    { rounding: change.rounding ?? figure.rounding },
  );
}
