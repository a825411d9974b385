import { inspect } from "node:util";
import type { Chart, Drawing } from "../../chart/chart.js";
import { Decimal } from "../../exact/decimal.js";
import { display, escapeHtml, type MimeBundle } from "../../figure/display.js";
import { Quantity } from "../../figure/quantity.js";
import { isFrame, rowsOfFrame } from "../../growth/series/frame.js";
import { Series } from "../../growth/series/series.js";
import type { Result } from "../../statement/statement.js";
import { chartBundle } from "../picture/bundle.js";
import { isChart } from "../picture/options.js";
import { annotatedForm, isAnnotatedPage } from "./annotated-form.js";
import { columnOf, VERDICT_MARKS } from "./cells.js";
import { htmlTable, type TableOptions } from "./html-table.js";
import { resultRows } from "./results.js";
import { seriesForm } from "./series.js";

/** The method by which a value says how a notebook shows it: Deno's kernel and ours ask for it. */
export const DISPLAY = Symbol.for("Jupyter.display");

/** What JupyterLab's MathJax, and the older one of nbviewer, leave alone: "$9.6bn" plus "$11.53bn" is no mathematics. */
const NO_MATHEMATICS = "mathjax_ignore tex2jax_ignore";

/**
 * A value in every form that a notebook may choose from. In HTML a dollar sign is money, never mathematics; a value of
 * one's own that wants mathematics gives "text/latex" or "text/markdown". Charts give a plotly figure, HTML, a picture and words; values
 * with the method `Symbol.for("Jupyter.display")` what it returns; statements, verdicts and intervals their words;
 * rows of plain objects, lists of figures and danfo frames a table; anything else the text that `console.log` prints.
 * @param options a table's caption
 */
export async function toMimeBundle(value: unknown, options: TableOptions = {}): Promise<MimeBundle> {
  const bundle = (await formOf(value, options)?.()) ?? textForm(value);
  const html = bundle["text/html"];
  if (typeof html !== "string" || !html.includes("$")) return bundle;
  return { ...bundle, "text/html": `<div class="${NO_MATHEMATICS}">${html}</div>` };
}

/** Whether the last expression of a cell is shown in more forms than text. */
export function isRich(value: unknown): boolean {
  return formOf(value, {}) !== undefined;
}

function formOf(value: unknown, options: TableOptions): (() => MimeBundle | Promise<MimeBundle>) | undefined {
  if (Array.isArray(value)) return listForm(value, options);
  if (typeof value === "string") return isAnnotatedPage(value) ? () => annotatedForm(value) : undefined;
  if (!isObject(value)) return undefined;
  const chart = value as unknown as Chart;
  if (isChart(chart)) return () => chartBundle(chart) as unknown as Promise<MimeBundle>;
  if (Series.is(value)) return () => seriesBundle([value], options);
  const own = value[DISPLAY];
  if (typeof own === "function") return () => own.call(value) as MimeBundle | Promise<MimeBundle>;
  const ofPackage = packageForm(value, options);
  if (ofPackage !== undefined) return ofPackage;
  if (isResult(value)) return () => resultBundle(value);
  if (isJudged(value)) return () => judgedBundle(value.verdict ?? value.outcome ?? "", value.says);
  if (isInterval(value)) return () => display(value.show(), "", "");
  if (isPlotly(value)) return () => chartBundle(value) as unknown as Promise<MimeBundle>;
  if (isFrame(value)) return () => rowTable(rowsOfFrame(value), options);
  return undefined;
}

/** Series as a table and a chart; the figures of the chart are those of the table, which stays open. */
async function seriesBundle(all: readonly Series[], options: TableOptions): Promise<MimeBundle> {
  const { says, rows, chart } = seriesForm(all);
  const table = rowTable(rows, { caption: options.caption ?? says });
  if (chart === undefined) return table;
  const { "text/html": drawing, "text/plain": words, ...rest } = await chartBundle(chart);
  return {
    ...rest,
    "text/html": `${drawing}${table["text/html"]}`,
    "text/plain": `${words}\n${table["text/plain"]}`,
  };
}

/** A result of the package that is more than one figure: its rows as a table, what it says above. */
function packageForm(value: Anything, options: TableOptions): (() => MimeBundle) | undefined {
  const found = resultRows(value);
  if (found === undefined) return undefined;
  return () => {
    const table = found.rows.length > 0 ? rowTable(found.rows, options) : undefined;
    const text = [found.says, table?.["text/plain"]].filter(Boolean).join("\n");
    const says = found.says === "" ? "" : `<div style="margin-bottom:.5em">${escapeHtml(found.says)}</div>`;
    return { "text/plain": text, "text/html": `${says}${table?.["text/html"] ?? ""}` };
  };
}

function listForm(
  list: readonly unknown[],
  options: TableOptions,
): (() => MimeBundle | Promise<MimeBundle>) | undefined {
  if (list.length === 0) return undefined;
  if (list.every(Quantity.is)) return () => quantityTable(list, options);
  if (list.every(Series.is)) return () => seriesBundle(list, options);
  if (list.every(isResult)) return () => resultTable(list, options);
  return list.every(isRow) ? () => rowTable(list, options) : undefined;
}

function textForm(value: unknown): MimeBundle {
  return { "text/plain": typeof value === "string" ? value : inspect(value, { depth: 4 }) };
}

type Anything = Readonly<Record<string | symbol, unknown>>;

function isObject(value: unknown): value is Anything {
  return typeof value === "object" && value !== null;
}

function isRow(value: unknown): value is Anything {
  return isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}

/** A figure of plotly that somebody made: traces and a layout. */
function isPlotly(value: Anything): value is Anything & Drawing {
  const { data, layout } = value;
  return isRow(value) && Array.isArray(data) && data.every(isTrace) && data.length > 0 && isRow(layout);
}

/** Every trace has a type or coordinates: other data with a layout is left alone. */
function isTrace(trace: unknown): boolean {
  return (
    isRow(trace) &&
    (typeof trace["type"] === "string" || Array.isArray(trace["y"]) || Array.isArray(trace["x"]))
  );
}

/** A recomputed statement. */
function isResult(value: unknown): value is Result {
  return isObject(value) && isObject(value["statement"]) && "outcome" in value && "working" in value;
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

function isInterval(value: unknown): value is { show(): string } {
  return (
    isObject(value) &&
    Decimal.isDecimal(value["lower"]) &&
    typeof value["lowerOpen"] === "boolean" &&
    typeof value["show"] === "function"
  );
}

function rowTable(rows: readonly Anything[], options: TableOptions): MimeBundle {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return columnTable(
    names.map((name) => [name, rows.map((row) => row[name])]),
    options,
  );
}

function quantityTable(quantities: readonly Quantity[], options: TableOptions): MimeBundle {
  const labels = quantities.map((one) => one.label);
  // One and the same period is for the caption; months that differ tell the rows apart.
  const periods = new Set(quantities.flatMap(({ period }) => period?.text ?? []));
  return columnTable(
    [
      ...(labels.some(Boolean) ? [["figure", labels] as const] : []),
      ...(periods.size > 1 ? [["period", quantities.map((one) => one.period)] as const] : []),
      ["value", quantities],
    ],
    options,
  );
}

function resultTable(results: readonly Result[], options: TableOptions): MimeBundle {
  return columnTable(
    [
      ["statement", results.map((one) => one.statement.statement)],
      ["printed", results.map((one) => one.statement.printed)],
      ["recomputed", results.map((one) => one.converted ?? one.computed)],
      ["verdict", results.map((one) => one.outcome)],
      ["finding", results.map((one) => one.says)],
    ],
    options,
  );
}

function columnTable(
  given: readonly (readonly [name: string, values: readonly unknown[]])[],
  options: TableOptions,
): MimeBundle {
  const columns = given.map(([name, values]) => columnOf(name, values));
  const rows = (columns[0]?.cells ?? []).map((_, row) =>
    columns.map(({ cells }) => cells[row] ?? { text: "" }),
  );
  return htmlTable(
    columns.map(({ column }) => column),
    rows,
    options,
  );
}

function resultBundle({ statement, outcome, says, working }: Result): MimeBundle {
  const { "text/html": verdict, "text/plain": words } = judgedBundle(outcome, says);
  const steps = `<details><summary><small>working</small></summary><pre style="white-space:pre-wrap">${escapeHtml(working)}</pre></details>`;
  return {
    "text/plain": `${statement.statement}: ${words}`,
    "text/html": `<div>${escapeHtml(statement.statement)}</div>${verdict}${steps}`,
  };
}

function judgedBundle(verdict: string, says: string): MimeBundle {
  return {
    "text/plain": `${verdict}: ${says}`,
    "text/html": `<div><strong>${VERDICT_MARKS.get(verdict) ?? escapeHtml(verdict)}</strong><br>${escapeHtml(says)}</div>`,
  };
}
