/** What the amounts of a table are counted in: by --from, by the heading of their column, or taken for granted and said. */
import type { FileTable } from "../../data/sql/files.js";
import { headingUnit } from "../../data/table-series.js";
import { FigureError } from "../../errors.js";
import { isCurrencyCode } from "../../figure/currency.js";

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
 * One run counts all amounts in one currency, so a column that says what each is in has to name that one alone. The
 * heading of the amounts comes before it: in what was converted, "value_USD" stands beside the currency it came from.
 * @throws FigureError "bad-option" where the column says otherwise
 */
export async function refuseMixed(
  { currency }: TableUnit,
  { amount, from }: { readonly amount: string; readonly from?: string },
  { columns, engine, source }: FileTable,
  signal: AbortSignal,
): Promise<void> {
  const column = columns.find((one) => CURRENCY_COLUMN.test(one.trim()));
  if (column === undefined || headingUnit(amount).currency !== undefined) return;
  const name = engine.dialect.identifier(column);
  const rows = await engine.rows(
    `SELECT DISTINCT CAST(${name} AS VARCHAR) FROM ${source.from} ORDER BY 1`,
    signal,
  );
  const cells = rows.map(([cell]) => (cell ?? "").trim()).filter((cell) => cell !== "");
  const found = new Set(cells.map((cell) => headingUnit(cell).currency ?? cell));
  const [only] = found;
  if (only === undefined || (found.size === 1 && only === currency)) return;
  // A spelling that is not known, as of 978, is for --from to say.
  if (found.size === 1 && from !== undefined && !isCurrencyCode(only)) return;
  const said = [...found].slice(0, 4).join(", ") + (found.size > 4 ? " and more" : "");
  throw new FigureError(
    "bad-option",
    found.size > 1
      ? `the column "${column}" says what each amount is in (${said}), and a run counts all of them in one: keep the rows of one currency in a file, and name it with --from`
      : from === undefined
        ? `the column "${column}" says that the amounts are in ${said}: name their currency with --from${isCurrencyCode(only) ? ` ${only}` : ""}`
        : `the amounts are in ${said} by the column "${column}", and in ${from} by --from`,
  );
}
