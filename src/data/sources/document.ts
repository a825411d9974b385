import { parse } from "csv-parse/sync";
import { parse as parseExact } from "lossless-json";
import { FigureError } from "../../errors.js";

/** What a loader gets: the bytes of one document, and how messages name it. */
export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** False where nothing in the answer said how long it is: its end has to show that it is one. */
  readonly measured?: boolean;
}

export function broken(of: Document, problem: string): FigureError {
  return new FigureError("bad-data", `${of.name}: ${problem}; the cache stays as it was`);
}

/**
 * The document as text, checked: not empty, UTF-8, and no page of HTML where none was asked for (error pages come with
 * status 200 as well).
 */
export function textOf(of: Document, expected: "csv" | "json" | "html"): string {
  if (of.bytes.length === 0) throw broken(of, "the answer is empty");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(of.bytes);
  } catch {
    throw broken(of, "the answer is not UTF-8");
  }
  if (text.trim() === "") throw broken(of, "the answer is empty");
  if (expected !== "html" && /^\s*<(!doctype|html|\?xml)/i.test(text)) {
    throw broken(of, `a page of HTML or XML came back where ${expected.toUpperCase()} was asked for`);
  }
  if (expected === "csv" && of.measured === false && !text.endsWith("\n"))
    throw broken(
      of,
      "the answer ends in the middle of a line, and nothing said how long it is: perhaps cut off",
    );
  return text;
}

export type CsvRecord = Readonly<Record<string, string>>;

/** CSV rows by column name; the columns may stand in any order, but all of `needed` must be there. */
export function csvOf(of: Document, needed: readonly string[]): CsvRecord[] {
  const text = textOf(of, "csv");
  let records: string[][];
  try {
    records = parse(text, { bom: true, relax_column_count: false, max_record_size: 1_000_000 }) as string[][];
  } catch (error) {
    throw broken(of, `the CSV is broken (${(error as Error).message})`);
  }
  const head = (records[0] ?? []).map((name) => name.trim());
  const twice = head.find((name, i) => name !== "" && head.indexOf(name) !== i);
  if (twice !== undefined) throw broken(of, `the column ${twice} is there twice`);
  const missing = needed.filter((name) => !head.includes(name));
  if (missing.length > 0)
    throw broken(of, `the columns ${missing.join(", ")} are missing; found ${head.slice(0, 12).join(", ")}`);
  return records.slice(1).map((record) => Object.fromEntries(head.map((name, i) => [name, record[i] ?? ""])));
}

/** JSON with every number kept as its digits (`LosslessNumber`), since a float would lose some. */
export function jsonOf(of: Document): unknown {
  const text = textOf(of, "json");
  try {
    return parseExact(text);
  } catch (error) {
    throw broken(of, `the JSON is broken, perhaps cut off (${(error as Error).message})`);
  }
}

/** The member of an object, checked. */
export function member(of: Document, value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !(name in value))
    throw broken(of, `there is no "${name}" in the answer`);
  return (value as Record<string, unknown>)[name];
}

export function listOf(of: Document, value: unknown, name: string): readonly unknown[] {
  const list = member(of, value, name);
  if (!Array.isArray(list)) throw broken(of, `"${name}" is no list`);
  return list;
}
