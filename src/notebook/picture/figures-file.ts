import type { Chart } from "../../chart/chart.js";
import { toCsv } from "../../data/index.js";

const WHOLE_NUMBER = /^([−+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;

/** A number as programs read it: −1,234.5 becomes -1234.5. Other words stay as they are. */
export function computable(text: string): string {
  const [, sign = "", whole = "", part = ""] = WHOLE_NUMBER.exec(text) ?? [];
  return whole === "" ? text : `${sign === "−" ? "-" : ""}${whole.replaceAll(",", "")}${part}`;
}

/**
 * The figures of a chart as CSV, with the source in each row, since a row travels without its chart. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
export function chartCsv({ table, source }: Chart): string {
  const columns = [...table.columns, "Source"];
  const rows = table.rows.map((row) =>
    Object.fromEntries(
      columns.map((name, at) => [name, computable(row[at] ?? (name === "Source" ? source : ""))]),
    ),
  );
  return toCsv(rows, { columns: columns, forSpreadsheets: true });
}

/** The same as JSON, with title, source and notes. Figures are text: they keep the digits that were printed. */
export function chartJson({ title, alt, source, notes, table }: Chart): string {
  const figures = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((name, at) => [name, computable(row[at] ?? "")])),
  );
  return `${JSON.stringify({ title, description: alt, source, notes, figures }, undefined, 2)}\n`;
}
