import type { PrintRounding } from "../exact/rounding.js";
import type { Period } from "../figure/period.js";
import type { RateBook } from "../rate/book.js";
import type { PublishedFigures } from "./published/figures.js";

export interface CheckOptions {
  /** Published rates to compare conversions with. */
  readonly book?: RateBook;
  /** The day of publication, or its month or year: 2023-10-23, 2023-10, 2023. Rates of later days are never tried. */
  readonly publishedOn?: string;
  /** The period that the amounts are of, where the text does not say it. */
  readonly period?: string | Period;
  /** Published figures to compare the text's with: see {@link published}. */
  readonly published?: PublishedFigures;
  /**
   * How much work it may take to decide whether figures of many sentences can be true together; 1 is about a second, and the
   * same work on every machine. What takes more is undecided. Default: 5.
   */
  readonly effort?: number;
  /** The number of the first line, of a text that is a piece of another. Default: 1. */
  readonly firstLine?: number;
  /** How the publisher rounded, where it is known to be otherwise than half away from zero. */
  readonly rounding?: PrintRounding;
}
