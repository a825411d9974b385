import { FigureError } from "../errors.js";
import { dayNumber } from "../figure/period.js";
import type { CsvRecord } from "./csv-record.js";
import type { FieldSchema, TableSchema } from "./schema.js";

/** One row of a table: every cell as printed, under its column's name. */
export type Row = Readonly<Record<string, string>>;

/** A row with the physical line, from 1, that it begins on. */
export interface PlacedRow {
  readonly line: number;
  readonly row: Row;
}

const LONGEST_CELL = 10_000;
const LONGEST_MATCHED = 1_000;

/**
 * The rows of a parsed CSV, each cell checked against its column: required, pattern, list of values, date; no
 * primary key twice.
 * @throws FigureError "bad-data" with file, line and column, what was found and what was expected
 */
export function checkedRows(records: readonly CsvRecord[], schema: TableSchema, file: string): PlacedRow[] {
  checkHeader(records[0]?.cells ?? [], schema, file, records[0]?.line ?? 1);
  const rows = records.slice(1).map(({ line, cells }) => {
    // No prototype: a column may be called "constructor".
    const row: Record<string, string> = Object.create(null) as Record<string, string>;
    schema.fields.forEach((field, index) => {
      const cell = cells[index] ?? "";
      const expected = fault(cell, field);
      if (expected !== undefined) throw cellError(file, line, field.name, cell, expected);
      row[field.name] = cell;
    });
    return { line, row };
  });
  checkKey(rows, schema.primaryKey, file);
  return rows;
}

/** A row's cells in some columns as one text that no other cells give. */
export function keyOf(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column]));
}

export function cellError(
  file: string,
  line: number,
  column: string,
  cell: string,
  expected: string,
): FigureError {
  const found = cell === "" ? "an empty cell" : JSON.stringify(shortened(cell));
  return new FigureError(
    "bad-data",
    `${file} line ${line}, column ${column}: found ${found}, expected ${expected}`,
    { text: shortened(cell), expected, file, line, column },
  );
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function checkHeader(header: readonly string[], schema: TableSchema, file: string, line: number): void {
  const names = schema.fields.map(({ name }) => name);
  const complain = (column: string, problem: string): never => {
    throw new FigureError(
      "bad-data",
      `${file} line ${line}: ${problem}; expected the columns ${names.join(", ")}`,
      {
        file,
        line,
        column: shortened(column),
      },
    );
  };
  header.forEach((name, index) => {
    if (header.indexOf(name) !== index) complain(name, `found the column "${shortened(name)}" twice`);
  });
  for (const name of names) if (!header.includes(name)) complain(name, `found no column "${name}"`);
  header.forEach((name, index) => {
    if (!names.includes(name)) complain(name, `found the unknown column "${shortened(name)}"`);
    if (names[index] !== name) complain(name, `found the column "${name}" in place ${index + 1}`);
  });
}

/** What a cell should have been; nothing where it is right. */
function fault(cell: string, field: FieldSchema): string | undefined {
  if (cell === "") return field.required || field.type === "date" ? expectation(field) : undefined;
  if (cell.length > LONGEST_CELL) return `at most ${LONGEST_CELL} signs`;
  if (field.type === "date" && !isDay(cell)) return "a day of the calendar, such as 2023-10-23";
  if (field.values !== undefined && !field.values.includes(cell)) return expectation(field);
  if (field.pattern !== undefined) {
    if (cell.length > LONGEST_MATCHED) return `at most ${LONGEST_MATCHED} signs`;
    if (!field.pattern.test.test(cell)) return expectation(field);
  }
  return undefined;
}

function expectation(field: FieldSchema): string {
  if (field.type === "date") return "a day of the calendar, such as 2023-10-23";
  if (field.values !== undefined)
    return `${field.values.length > 1 ? "one of " : ""}${field.values.join(", ")}`;
  if (field.pattern === undefined) return "some text";
  return `${field.example === undefined ? "text" : `text like ${field.example}`} (pattern ${field.pattern.text})`;
}

function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

function checkKey(rows: readonly PlacedRow[], columns: readonly string[], file: string): void {
  if (columns.length === 0) return;
  const seen = new Map<string, number>();
  for (const { line, row } of rows) {
    const empty = columns.find((column) => row[column] === "");
    if (empty !== undefined) throw cellError(file, line, empty, "", "text, as it is part of the key");
    const key = keyOf(row, columns);
    const first = seen.get(key);
    if (first !== undefined) {
      const found = columns.map((column) => row[column]).join(", ");
      const expected = `another key than that of line ${first}: ${columns.join(", ")} name one row`;
      throw cellError(file, line, columns.join(", "), found, expected);
    }
    seen.set(key, line);
  }
}
