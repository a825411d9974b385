import { FigureError } from "../errors.js";

/** A column as datapackage.json describes it: the part of a Frictionless Table Schema that we read. */
export interface FieldSchema {
  readonly name: string;
  readonly type: "string" | "date";
  readonly example?: string;
  readonly required: boolean;
  /** The whole cell must match. */
  readonly pattern?: { readonly text: string; readonly test: RegExp };
  readonly values?: readonly string[];
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly table: string;
  readonly tableFields: readonly string[];
}

export interface TableSchema {
  readonly fields: readonly FieldSchema[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a Table Schema of a data package.
 * Types other than string and date are refused: a number type would lose the digits as printed.
 * @param where how messages name the schema: `data/datapackage.json, table "rates"`
 * @throws FigureError "bad-data" that names the part of the schema that is not as it should be
 */
export function tableSchema(json: unknown, where: string): TableSchema {
  const schema = object(json, `${where}: schema`);
  const fields = list(schema["fields"], `${where}: schema.fields`).map((item, index) =>
    fieldSchema(item, `${where}: schema.fields[${index}]`),
  );
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (fields.length === 0) bad(`${where}: schema.fields`, "an empty list", "at least one column");
  if (twice !== undefined) bad(`${where}: schema.fields`, `"${twice}" twice`, "each name once");
  const known = (value: unknown, place: string): readonly string[] =>
    fieldNames(value, place).map((name) =>
      names.includes(name) ? name : bad(place, `"${name}"`, "a column of the table"),
    );
  const keys = schema["foreignKeys"] ?? [];
  return {
    fields,
    primaryKey: schema["primaryKey"] === undefined ? [] : known(schema["primaryKey"], `${where}: primaryKey`),
    foreignKeys: list(keys, `${where}: foreignKeys`).map((item, index) => {
      const place = `${where}: foreignKeys[${index}]`;
      const key = object(item, place);
      const reference = object(key["reference"], `${place}.reference`);
      const mine = known(key["fields"], `${place}.fields`);
      const theirs = fieldNames(reference["fields"], `${place}.reference.fields`);
      if (mine.length !== theirs.length) bad(place, "lists of two lengths", "as many columns on both sides");
      return {
        fields: mine,
        table: word(reference["resource"], `${place}.reference.resource`),
        tableFields: theirs,
      };
    }),
  };
}

function fieldSchema(json: unknown, where: string): FieldSchema {
  const field = object(json, where);
  const type = field["type"];
  if (type !== "string" && type !== "date") {
    bad(
      `${where}.type`,
      JSON.stringify(type) ?? "nothing",
      '"string" or "date" (figures stay text as printed)',
    );
  }
  const constraints =
    field["constraints"] === undefined ? {} : object(field["constraints"], `${where}.constraints`);
  const { required, pattern, enum: values, ...others } = constraints;
  const other = Object.keys(others)[0];
  if (other !== undefined) bad(`${where}.constraints`, `"${other}"`, "required, pattern or enum");
  if (required !== undefined && typeof required !== "boolean") {
    bad(`${where}.constraints.required`, JSON.stringify(required), "true or false");
  }
  return {
    name: word(field["name"], `${where}.name`),
    type: type as FieldSchema["type"],
    required: required === true,
    ...(typeof field["example"] === "string" ? { example: field["example"] } : {}),
    ...(pattern === undefined ? {} : { pattern: patternOf(pattern, `${where}.constraints.pattern`) }),
    ...(values === undefined
      ? {}
      : {
          values: list(values, `${where}.constraints.enum`).map((value) =>
            word(value, `${where}.constraints.enum`),
          ),
        }),
  };
}

const LONGEST_PATTERN = 300;
const MOST_OPEN_ENDS = 3;
const WIDEST_COUNT = 20;

function patternOf(value: unknown, where: string): { text: string; test: RegExp } {
  const text = word(value, where);
  // A pattern comes with the data and may be anybody's: one that repeats a group, or has many open ends, can take
  // for ever on a short cell.
  const bare = text.replace(/\\./g, "_").replace(/\[[^\]]*\]/g, "_");
  // A wide range such as x{0,999} is as open as x*.
  const counted = [...bare.matchAll(/\{(\d+)(,(\d*))?\}/g)];
  const wide = counted.filter(([, low = "", range, high = ""]) =>
    range === undefined ? Number(low) > WIDEST_COUNT : high === "" || Number(high) > WIDEST_COUNT,
  );
  const openEnds = (bare.match(/[*+]/g)?.length ?? 0) + wide.length;
  if (text.length > LONGEST_PATTERN || /\)[*+{]/.test(bare) || openEnds > MOST_OPEN_ENDS) {
    bad(
      where,
      JSON.stringify(text.slice(0, 60)),
      `a pattern of at most ${LONGEST_PATTERN} signs, without repeated groups and with at most ${MOST_OPEN_ENDS} of * and +`,
    );
  }
  try {
    return { text, test: new RegExp(`^(?:${text})$`, "u") };
  } catch {
    return bad(where, JSON.stringify(text), "a regular expression");
  }
}

function object(value: unknown, where: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  return bad(where, kindOf(value), "an object");
}

function list(value: unknown, where: string): readonly unknown[] {
  return Array.isArray(value) ? value : bad(where, kindOf(value), "a list");
}

function word(value: unknown, where: string): string {
  return typeof value === "string" && value !== "" ? value : bad(where, kindOf(value), "a text");
}

function fieldNames(value: unknown, where: string): readonly string[] {
  return typeof value === "string" ? [value] : list(value, where).map((item) => word(item, where));
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || value === "") return JSON.stringify(value);
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

function bad(where: string, found: string, expected: string): never {
  throw new FigureError("bad-data", `${where}: found ${found}, expected ${expected}`);
}
