import { FigureError } from "../../../errors.js";
import { Ratio } from "../../../exact/ratio.js";
import type { RateBook } from "../../../rate/book.js";
import type { TradeRelation } from "../relation.js";
import { balances, flows } from "./flows.js";
import { partners } from "./parts.js";
import { periods } from "./periods.js";
import { rates } from "./rates.js";
import { releases } from "./releases.js";

/** A share of one as "2%", "0.02" or a fraction. */
export type Tolerance = string | Ratio;

export interface UsualOptions {
  /** How much of an earlier figure may have been revised when a longer period is published. Default: "2%". */
  readonly revision?: Tolerance;
  /** How much the base of a growth may differ from what was published a year before. Default: "5%". */
  readonly baseRevision?: Tolerance;
  /** Rates that customs applied: with them, yuan and dollars of one flow are compared. */
  readonly book?: RateBook;
  /** How far the rate between two figures may lie outside what customs applied. Default: "1%". */
  readonly rateTolerance?: Tolerance;
}

/** What holds for published trade figures: flows, periods with revisions, releases, partners, and rates where a book is given. */
export function usualRelations(options: UsualOptions = {}): TradeRelation[] {
  const { revision = "2%", baseRevision = "5%", rateTolerance = "1%", book } = options;
  return [
    flows(),
    balances(),
    periods({ revision: toleranceOf(revision, "revision") }),
    releases({ revision: toleranceOf(baseRevision, "baseRevision") }),
    partners(),
    ...(book === undefined ? [] : [rates(book, { tolerance: toleranceOf(rateTolerance, "rateTolerance") })]),
  ];
}

/**
 * A tolerance as a fraction, from 0 to below 1.
 * @throws FigureError "bad-option"
 */
export function toleranceOf(of: Tolerance, name: string): Ratio {
  const found = typeof of === "string" ? read(of) : of;
  if (found !== undefined && found.sign >= 0 && found.compare(Ratio.ONE) < 0) return found;
  throw new FigureError(
    "bad-option",
    `${name} is a share of the figure such as 2% or 0.02, from 0 to below 100%; found "${String(of).slice(0, 40)}"`,
  );
}

function read(text: string): Ratio | undefined {
  const found = /^(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(%?)$/.exec(text.trim());
  if (found === null) return undefined;
  const value = Ratio.fromText(found[1] as string);
  return found[2] === "%" ? value.shift(-2) : value;
}
