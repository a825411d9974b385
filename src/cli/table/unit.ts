/** What the amounts of a table are counted in: by --from, by the heading of their column, or taken for granted and said. */
import { headingUnit } from "../../data/table-series.js";
import { FigureError } from "../../errors.js";

export interface TableUnit {
  readonly currency: string;
  /** "million" where the heading says so: the sums are of the numbers in the file. */
  readonly scale: string;
  /** What was taken for granted; empty where somebody said it. */
  readonly taken: string;
}

/** @throws FigureError "bad-option" where the heading and --from name two currencies */
export function unitOfTable(
  amount: string,
  { from, to, rates }: { readonly from?: string; readonly to?: string; readonly rates?: string },
): TableUnit {
  const { currency, scale } = headingUnit(amount);
  if (from !== undefined && currency !== undefined && from !== currency)
    throw new FigureError(
      "bad-option",
      `the column "${amount}" is in ${currency} by its heading, and in ${from} by --from: leave --from out, or name another column with --amount`,
    );
  // China's customs convert into and out of yuan alone.
  const known = from ?? currency ?? (rates === "customs" && to !== "CNY" ? "CNY" : undefined);
  return {
    currency: known ?? "CNY",
    scale,
    taken: known === undefined ? `taken as CNY, since "${amount}" names no currency: --from names one` : "",
  };
}

/** Headings of a column that says what each amount is counted in. */
const CURRENCY_COLUMN = /^(?:currency|currency[ _-]?code|ccy|währung|валюта|币种|货币)$/i;

/**
 * Yuan are taken for granted only where no column says otherwise.
 * @throws FigureError "bad-option" where one does
 */
export function refuseMixed({ taken }: TableUnit, columns: readonly string[]): void {
  const column = taken === "" ? undefined : columns.find((one) => CURRENCY_COLUMN.test(one.trim()));
  if (column !== undefined)
    throw new FigureError(
      "bad-option",
      `the column "${column}" says what each amount is in, and a run counts all of them in one: keep the rows of one currency in a file, and name it with --from`,
    );
}
