import { inspect } from "node:util";
import type { Chart } from "../chart/chart.js";
import { escapeHtml, type MimeBundle } from "../figure/display.js";
import { Quantity } from "../figure/quantity.js";
import { chartBundle } from "./picture/bundle.js";
import { isChart } from "./picture/options.js";

/** The method by which a value says how a notebook shows it: Deno's kernel and ours ask for it. */
export const DISPLAY = Symbol.for("Jupyter.display");

/**
 * A value in every form that a notebook may choose from. Charts give a plotly figure, HTML, a picture and words; values
 * with the method `Symbol.for("Jupyter.display")` what it returns; verdicts their words; rows of plain objects and lists
 * of figures a table; anything else the text that `console.log` prints.
 */
export async function toMimeBundle(value: unknown): Promise<MimeBundle> {
  return formOf(value)?.() ?? textForm(value);
}

/** Whether the last expression of a cell is shown in more forms than text. */
export function isRich(value: unknown): boolean {
  return formOf(value) !== undefined;
}

function formOf(value: unknown): (() => MimeBundle | Promise<MimeBundle>) | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isChart(value as Chart)) return () => chartBundle(value as Chart) as unknown as Promise<MimeBundle>;
  const own = (value as { [DISPLAY]?: () => MimeBundle | Promise<MimeBundle> })[DISPLAY];
  if (typeof own === "function") return () => own.call(value);
  if (isJudged(value)) return () => judgedForm(value);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (value.every(Quantity.is)) return () => quantityTable(value);
  return value.every(isRow) ? () => rowTable(value as Row[]) : undefined;
}

function textForm(value: unknown): MimeBundle {
  return { "text/plain": typeof value === "string" ? value : inspect(value, { depth: 4 }) };
}

/** What comparing, reconciling and recomputing a claim give: a verdict, or an outcome, and the sentence that says it. */
interface Judged {
  readonly verdict?: string;
  readonly outcome?: string;
  readonly says: string;
}

function isJudged(value: object): value is Judged {
  const { verdict, outcome, says } = value as Partial<Record<keyof Judged, unknown>>;
  return typeof (verdict ?? outcome) === "string" && typeof says === "string";
}

function judgedForm({ verdict, outcome, says }: Judged): MimeBundle {
  const word = verdict ?? outcome ?? "";
  return {
    "text/plain": `${word}: ${says}`,
    "text/html": `<div><strong>${escapeHtml(word)}</strong>: ${escapeHtml(says)}</div>`,
  };
}

type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function cellText(value: unknown): string {
  return typeof value === "string" ? value : value === undefined || value === null ? "" : String(value);
}

function rowTable(rows: readonly Row[]): MimeBundle {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => cellText(row[column])));
  return table(
    columns,
    cells.map((row) => row.map((text) => ({ text }))),
  );
}

function quantityTable(quantities: readonly Quantity[]): MimeBundle {
  const rows = quantities.map((one) => {
    const { value, range } = one.shown();
    return [{ text: one.label ?? "" }, { text: value, below: range }];
  });
  return table(["figure", "value"], rows);
}

interface Cell {
  readonly text: string;
  readonly below?: string;
}

const NUMERIC = /^([A-Z]{3} |[A-Z]{3}\/[A-Z]{3} )?[-−+]?[\d.,]+( ?%|bn|tn|m|k| [a-z ]+)?$/;

/** An accessible table: scopes, figures to the right, bounds as a quieter second line. */
function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): MimeBundle {
  const right = columns.map((_, i) => rows.every((row) => NUMERIC.test(row[i]?.text ?? "")));
  const align = (i: number) =>
    ` style="text-align:${right[i] ? "right" : "left"};padding:.25em .75em;vertical-align:top"`;
  const head = columns.map((name, i) => `<th scope="col"${align(i)}>${escapeHtml(name)}</th>`).join("");
  const body = rows
    .map((row) => {
      const cells = row.map((cell, i) => {
        const below = cell.below ? `<br><small style="opacity:.75">${escapeHtml(cell.below)}</small>` : "";
        const content = `${escapeHtml(cell.text)}${below}`;
        return i === 0 ? `<th scope="row"${align(i)}>${content}</th>` : `<td${align(i)}>${content}</td>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("\n");
  return {
    "text/html": `<table style="border-collapse:collapse"><thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table>`,
    "text/plain": plainTable(columns, rows),
  };
}

function plainTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [
    columns,
    ...rows.map((row) => row.map((cell) => [cell.text, cell.below].filter(Boolean).join(", "))),
  ];
  const widths = columns.map((_, i) => Math.max(...texts.map((row) => (row[i] ?? "").length)));
  return texts
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
