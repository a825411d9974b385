import { inspect } from "node:util";
import type { Chart } from "../chart/chart.js";
import type { Result } from "../claim/statement.js";
import { Decimal } from "../exact/decimal.js";
import { display, escapeHtml, type MimeBundle } from "../figure/display.js";
import { Quantity } from "../figure/quantity.js";
import type { ExactFrame } from "../table/index.js";
import { columnOf, VERDICT_MARKS } from "./cells.js";
import { htmlTable, type TableOptions } from "./html-table.js";
import { chartBundle } from "./picture/bundle.js";
import { isChart } from "./picture/options.js";

/** The method by which a value says how a notebook shows it: Deno's kernel and ours ask for it. */
export const DISPLAY = Symbol.for("Jupyter.display");

/**
 * A value in every form that a notebook may choose from. Charts give a plotly figure, HTML, a picture and words; values
 * with the method `Symbol.for("Jupyter.display")` what it returns; statements, verdicts and intervals their words;
 * rows of plain objects, lists of figures and danfo frames a table; anything else the text that `console.log` prints.
 * @param options a table's caption
 */
export async function toMimeBundle(value: unknown, options: TableOptions = {}): Promise<MimeBundle> {
  if (isObject(value)) {
    if (isChart(value as unknown as Chart)) {
      return (await chartBundle(value as unknown as Chart)) as unknown as MimeBundle;
    }
    const own = value[DISPLAY];
    if (typeof own === "function") return own.call(value) as MimeBundle | Promise<MimeBundle>;
    if (isResult(value)) return resultBundle(value);
    if (isVerdict(value)) return verdictBundle(value.verdict, value.says);
    if (isInterval(value)) return display(value.show(), "", "");
    if (isFrame(value)) return rowTable(frameRows(value), options);
    if (isExactFrame(value)) return rowTable(exactRows(value), options);
  }
  if (Array.isArray(value) && value.length > 0) {
    const list: readonly unknown[] = value;
    if (list.every(Quantity.is)) return quantityTable(list, options);
    if (list.every(isResult)) return resultTable(list, options);
    if (list.every(isRow)) return rowTable(list, options);
  }
  return { "text/plain": typeof value === "string" ? value : inspect(value, { depth: 4 }) };
}

/** Whether the last expression of a cell is shown in more forms than text. */
export function isRich(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && (value.every(Quantity.is) || value.every(isResult));
  if (!isObject(value)) return false;
  return (
    DISPLAY in value ||
    isChart(value as unknown as Chart) ||
    isResult(value) ||
    isVerdict(value) ||
    isInterval(value) ||
    isFrame(value) ||
    isExactFrame(value)
  );
}

type Anything = Readonly<Record<string | symbol, unknown>>;

function isObject(value: unknown): value is Anything {
  return typeof value === "object" && value !== null;
}

function isRow(value: unknown): value is Anything {
  return isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}

/** A recomputed statement. */
function isResult(value: unknown): value is Result {
  return isObject(value) && isObject(value["statement"]) && "outcome" in value && "working" in value;
}

/** What `compare`, `reconcile` and `checkRecord` give. */
function isVerdict(value: unknown): value is { verdict: string; says: string } {
  return (
    isObject(value) &&
    typeof value["verdict"] === "string" &&
    VERDICT_MARKS.has(value["verdict"]) &&
    typeof value["says"] === "string" &&
    ("margin" in value || "findings" in value || "highest" in value)
  );
}

function isInterval(value: unknown): value is { show(): string } {
  return (
    isObject(value) &&
    Decimal.isDecimal(value["lower"]) &&
    typeof value["lowerOpen"] === "boolean" &&
    typeof value["show"] === "function"
  );
}

interface Frame {
  readonly columns: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

/** A frame of danfojs, whose own print shows its insides. */
function isFrame(value: unknown): value is Frame {
  return (
    isObject(value) &&
    Array.isArray(value["columns"]) &&
    Array.isArray(value["values"]) &&
    typeof value["groupby"] === "function"
  );
}

function frameRows({ columns, values }: Frame): Anything[] {
  return values.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}

/** What `toFrame` gives: its whole numbers are shown as the amounts that they stand for. */
function isExactFrame(value: unknown): value is ExactFrame {
  return isObject(value) && isFrame(value["frame"]) && typeof value["amount"] === "function";
}

function exactRows({ frame, scaled, amount }: ExactFrame): Anything[] {
  return frameRows(frame as Frame).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => {
        const places = Object.hasOwn(scaled, column) ? scaled[column] : undefined;
        return [column, places === undefined ? cell : amount(column, cell as number).toFixed(places)];
      }),
    ),
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
  return columnTable(
    [...(labels.some(Boolean) ? [["figure", labels] as const] : []), ["value", quantities]],
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
  const { "text/html": verdict, "text/plain": words } = verdictBundle(outcome, says);
  const steps = `<details><summary><small>working</small></summary><pre style="white-space:pre-wrap">${escapeHtml(working)}</pre></details>`;
  return {
    "text/plain": `${statement.statement}: ${words}`,
    "text/html": `<div>${escapeHtml(statement.statement)}</div>${verdict}${steps}`,
  };
}

function verdictBundle(verdict: string, says: string): MimeBundle {
  return {
    "text/plain": `${verdict}: ${says}`,
    "text/html": `<div><strong>${VERDICT_MARKS.get(verdict) ?? verdict}</strong><br>${escapeHtml(says)}</div>`,
  };
}
