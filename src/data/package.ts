import { existsSync, realpathSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { FigureError } from "../errors.js";
import { cellError, keyOf, type PlacedRow, type Row } from "./check.js";
import { type ReadLimits, readText, shownPath } from "./file/bytes.js";
import { placedRows } from "./read.js";
import { type ForeignKey, type TableSchema, tableSchema } from "./schema.js";

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: TableSchema;
}

/** The tables of a Frictionless data package, read and checked. */
export interface ReadPackage {
  readonly folder: string;
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  readonly schemas: ReadonlyMap<string, TableSchema>;
  /** Where a row stands: "trade.csv line 57". */
  readonly places: ReadonlyMap<Row, string>;
}

const DESCRIPTION = "datapackage.json";

/**
 * Reads datapackage.json in a folder and all its tables: each file, each cell, and each reference from one table to
 * another is checked before anything comes back.
 * @param only the tables to read, where not all are wanted; those that they refer to must be among them
 * @throws FigureError "bad-data", "no-file" or "limit" that names file, line and column
 */
export function readDataPackage(
  folder: string,
  limits: ReadLimits = {},
  only?: readonly string[],
): ReadPackage {
  const all = described(folder, limits);
  const resources = only === undefined ? all : all.filter(({ name }) => only.includes(name));
  const placed = new Map(
    resources.map(({ name, path, schema }) => [name, placedRows(path, schema, limits)] as const),
  );
  for (const { name, path, schema } of resources) {
    for (const key of schema.foreignKeys)
      checkReferences(shownPath(path), placed.get(name) ?? [], key, placed);
  }
  return {
    folder,
    tables: new Map([...placed].map(([name, rows]) => [name, rows.map(({ row }) => row)])),
    schemas: new Map(resources.map(({ name, schema }) => [name, schema])),
    places: new Map(
      resources.flatMap(({ name, path }) =>
        (placed.get(name) ?? []).map(({ line, row }) => [row, `${basename(path)} line ${line}`] as const),
      ),
    ),
  };
}

function described(folder: string, limits: ReadLimits): Resource[] {
  const path = join(folder, DESCRIPTION);
  const file = shownPath(path);
  const text = readText(path, limits);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FigureError("bad-data", `${file} is not JSON: ${(error as Error).message}`, { file });
  }
  const items = (json as { resources?: unknown } | null)?.resources;
  if (!Array.isArray(items) || items.length === 0) {
    throw new FigureError("bad-data", `${file}: found no list of resources, expected one with the tables`, {
      file,
    });
  }
  const resources = items.map((item: unknown, index) =>
    resource(item, `${file}: resources[${index}]`, folder),
  );
  for (const { name, schema } of resources) {
    if (resources.filter((other) => other.name === name).length > 1) {
      throw new FigureError(
        "bad-data",
        `${file}: found two tables called "${name}", expected each name once`,
        { file },
      );
    }
    for (const key of schema.foreignKeys) checkTarget(key, name, resources, file);
  }
  return resources;
}

function resource(json: unknown, where: string, folder: string): Resource {
  const { name, path, schema, encoding, dialect } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || !/^[a-z0-9][a-z0-9._-]*$/.test(name)) {
    throw new FigureError(
      "bad-data",
      `${where}: found the name ${JSON.stringify(name)}, expected a word in small letters`,
    );
  }
  const table = `${where} "${name}"`;
  if (encoding !== undefined && String(encoding).toLowerCase() !== "utf-8") {
    throw new FigureError(
      "bad-data",
      `${table}: found the encoding ${JSON.stringify(encoding)}, expected utf-8`,
    );
  }
  if (dialect !== undefined) {
    throw new FigureError(
      "bad-data",
      `${table}: found a dialect, expected plain CSV with commas and double quotes`,
    );
  }
  return { name, path: inside(folder, path, table), schema: tableSchema(schema, table) };
}

/** The full path of a table's file; refused where it leads out of the folder, also by a link. */
function inside(folder: string, path: unknown, table: string): string {
  const parts = typeof path === "string" ? path.split("/") : [];
  const plain =
    parts.length > 0 && parts.every((part) => /^[^\\:\0]+$/.test(part) && part !== "." && part !== "..");
  const full = plain ? join(folder, ...parts) : "";
  const escapes = plain && existsSync(full) && !realpathSync(full).startsWith(realpathSync(folder) + sep);
  if (plain && !escapes) return full;
  throw new FigureError(
    "bad-data",
    `${table}: found the path ${JSON.stringify(path)}, expected a file inside the folder of ${DESCRIPTION}`,
  );
}

function checkTarget(key: ForeignKey, name: string, resources: readonly Resource[], file: string): void {
  const target = resources.find((other) => other.name === key.table);
  const missing = key.tableFields.find(
    (field) => !target?.schema.fields.some((known) => known.name === field),
  );
  if (target === undefined || missing !== undefined) {
    const what =
      target === undefined ? `the table "${key.table}"` : `the column "${missing}" of "${key.table}"`;
    throw new FigureError("bad-data", `${file}: "${name}" refers to ${what}, which is not there`, { file });
  }
}

function checkReferences(
  file: string,
  rows: readonly PlacedRow[],
  key: ForeignKey,
  tables: ReadonlyMap<string, readonly PlacedRow[]>,
): void {
  const targets = new Set((tables.get(key.table) ?? []).map(({ row }) => keyOf(row, key.tableFields)));
  for (const { line, row } of rows) {
    // An empty reference is no reference; where one is needed the column says required.
    if (key.fields.every((field) => row[field] === "") || targets.has(keyOf(row, key.fields))) continue;
    const cell = key.fields.map((field) => row[field]).join(", ");
    const expected = `a row of the table "${key.table}" with that ${key.tableFields.join(", ")}`;
    throw cellError(file, line, key.fields.join(", "), cell, expected);
  }
}
