import { FigureError } from "../errors.js";
import { dayNumber } from "../figure/period.js";
import type { CsvFile, CsvRow } from "./csv.js";

/** The part of a Frictionless Table Schema that the project uses: text and dates, with constraints. */
export interface TableSchema {
  readonly fields: readonly TableField[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export interface TableField {
  readonly name: string;
  readonly type: "string" | "date";
  readonly description?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly pattern?: string;
    readonly enum?: readonly string[];
  };
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** Throws FigureError "bad-data", naming file, line and column, for the first cell that breaks the schema. */
export function checkTable(file: CsvFile, schema: TableSchema, name: string): void {
  checkColumns(file, schema, name);
  const fields = schema.fields.map((field) => ({ field, pattern: patternOf(field, name) }));
  for (const row of file.rows) {
    for (const { field, pattern } of fields) checkCell(row, field, pattern, name);
  }
  if (schema.primaryKey !== undefined) checkKey(file.rows, schema.primaryKey, name);
}

function checkColumns(file: CsvFile, schema: TableSchema, name: string): void {
  const wanted = schema.fields.map((field) => field.name);
  const missing = wanted.filter((column) => !file.columns.includes(column));
  const extra = file.columns.filter((column) => !wanted.includes(column));
  if (missing.length === 0 && extra.length === 0) return;
  const parts = [
    missing.length > 0 ? `it lacks ${missing.join(", ")}` : "",
    extra.length > 0 ? `it has ${extra.map((column) => `"${column}"`).join(", ")} besides` : "",
  ].filter((part) => part !== "");
  throw new FigureError(
    "bad-data",
    `${name} line 1: ${parts.join("; ")}; expected the columns ${wanted.join(", ")}`,
    {
      file: name,
      line: 1,
    },
  );
}

function patternOf(field: TableField, name: string): RegExp | undefined {
  const pattern = field.constraints?.pattern;
  if (pattern === undefined) return undefined;
  try {
    return new RegExp(pattern, "u");
  } catch {
    throw new FigureError(
      "bad-data",
      `the schema of ${name}: column ${field.name} has a broken pattern ${pattern}`,
    );
  }
}

function checkCell(row: CsvRow, field: TableField, pattern: RegExp | undefined, name: string): void {
  const text = row.cells[field.name] as string;
  const constraints = field.constraints ?? {};
  const problem = (expected: string) =>
    new FigureError(
      "bad-data",
      `${name} line ${row.line}, column ${field.name}: found ${text === "" ? "nothing" : `"${text.slice(0, 60)}"`}, expected ${expected}`,
      { file: name, line: row.line, column: field.name, text: text.slice(0, 60), expected },
    );
  if (text === "") {
    if (constraints.required) throw problem(field.description ?? "a value");
    return;
  }
  if (constraints.enum !== undefined && !constraints.enum.includes(text)) {
    throw problem(`one of ${constraints.enum.join(", ")}`);
  }
  // The longest cell that a pattern is tried on: what is longer is no figure, date or code.
  if (pattern !== undefined && (text.length > 500 || !pattern.test(text))) {
    throw problem(`${field.description ?? "text"} (pattern ${constraints.pattern})`);
  }
  if (field.type === "date" && !isDay(text)) throw problem("a day of the calendar, as 2023-10-23");
}

function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

function checkKey(rows: readonly CsvRow[], key: readonly string[], name: string): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const value = JSON.stringify(key.map((column) => row.cells[column]));
    const before = seen.get(value);
    if (before !== undefined) {
      throw new FigureError(
        "bad-data",
        `${name} line ${row.line}: ${key.join(", ")} ${value} stand already on line ${before}`,
        { file: name, line: row.line, column: key.join(", ") },
      );
    }
    seen.set(value, row.line);
  }
}

/** Every value of the foreign key must stand in the table that it refers to. */
export function checkReferences(
  rows: readonly CsvRow[],
  key: ForeignKey,
  known: readonly CsvRow[],
  name: string,
): void {
  const tuple = (row: CsvRow, columns: readonly string[]) =>
    JSON.stringify(columns.map((column) => row.cells[column]));
  const values = new Set(known.map((row) => tuple(row, key.reference.fields)));
  for (const row of rows) {
    if (values.has(tuple(row, key.fields))) continue;
    const found = key.fields.map((column) => row.cells[column]).join(", ");
    throw new FigureError(
      "bad-data",
      `${name} line ${row.line}, column ${key.fields.join(", ")}: found "${found}", which is no ${key.reference.fields.join(", ")} of ${key.reference.resource}`,
      { file: name, line: row.line, column: key.fields.join(", ") },
    );
  }
}
