import { FigureError } from "../../errors.js";
import type { Figure } from "../../figure/figure.js";
import { isCurrency } from "../../figure/units.js";
import { figureFrom } from "../../notation/figure.js";
import { type PrintedFigure, printedFigure } from "../../notation/printed.js";
import type { FigureMention } from "../reading.js";
import type { Cell } from "./grid.js";
import type { HeadUnit } from "./head.js";

/** A cell that holds one number, as it is printed. */
export interface NumberCell {
  readonly cell: Cell;
  readonly printed: PrintedFigure;
  /** For looking which columns belong together; what is said of the figures is computed from their digits. */
  readonly value: number;
  /** Half a unit of the last printed digit. */
  readonly half: number;
  /** Whether a note is said to it, which may say why it does not agree. */
  readonly noted: boolean;
}

const LONGEST = 40;
/** Marks of footnotes behind a figure. */
const NOTE = /[*†‡⁰¹²³⁴⁵⁶⁷⁸⁹]+$/;

/** The number of a cell; undefined for words, dates, codes, and what is left empty. */
export function numberCell(cell: Cell, decimal: "." | ","): NumberCell | undefined {
  const { text, whole = text } = cell;
  if (text.length === 0 || whole.length > LONGEST || !/\d/.test(text)) return undefined;
  const bare = text.replace(NOTE, "").trimEnd();
  // Codes such as 0101 are no amounts.
  if (/^0\d/.test(bare)) return undefined;
  let printed: PrintedFigure;
  try {
    printed = printedFigure(withinBrackets(whole.replace(NOTE, "").trimEnd()), {
      decimal,
      brackets: "negative",
    });
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
  if (printed.hedge !== undefined) return undefined;
  const decimals = printed.digits.includes(".") ? printed.digits.length - printed.digits.indexOf(".") - 1 : 0;
  const size = Number(printed.digits) * 10 ** printed.exponent;
  return {
    cell: { text: bare, start: cell.start, end: cell.start + bare.length },
    printed,
    value: printed.negative ? -size : size,
    half: 0.5 * 10 ** (printed.exponent - decimals),
    noted: NOTE.test(whole),
  };
}

/** "$(4)" and "(4)%" with all their signs between the brackets, as figures are read: "($4)", "(4%)". */
function withinBrackets(text: string): string {
  return text.replace(/^([^\d()]*)\(\s*([^()]+?)\s*\)\s*([^\d()]*)$/, "($1$2$3)");
}

/** A figure of a table: its digits from the cell, its unit from there or from a head. */
export class CellFigure implements FigureMention {
  readonly kind: FigureMention["kind"];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly currency?: string | undefined;
  readonly of?: string | undefined;
  /** The unit stands in a head of the table, and not at the figure. */
  readonly headed = true as const;
  readonly #printed: PrintedFigure;
  readonly #unit: string;
  readonly #exponent: number;
  #figure?: Figure;

  constructor({ cell, printed }: NumberCell, unit: HeadUnit & { readonly unit: string }) {
    this.text = cell.text;
    this.start = cell.start;
    this.end = cell.end;
    this.#printed = printed;
    this.#unit = unit.unit;
    this.#exponent = unit.exponent ?? 0;
    this.of = unit.of;
    if (isCurrency(unit.unit)) this.currency = unit.unit;
    this.kind =
      unit.unit === "percent" || unit.unit === "percentage-point" || unit.unit === "basis-point"
        ? unit.unit
        : this.currency === undefined
          ? "count"
          : "money";
  }

  get figure(): Figure {
    this.#figure ??= figureFrom({
      ...this.#printed,
      unit: this.#unit,
      exponent: this.#exponent,
    });
    return this.#figure;
  }

  toJSON(): Record<string, unknown> {
    const { kind, text, start, end, currency, of, figure } = this;
    return {
      kind,
      text,
      start,
      end,
      ...(currency === undefined ? {} : { currency }),
      ...(of === undefined ? {} : { of }),
      figure,
    };
  }
}
