import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { FigureError, type FigureErrorCode } from "../../../errors.js";
import { period } from "../../../figure/period.js";
import { markdownDay, withoutEmphasis } from "../../../text/markdown.js";
import type { TextTable } from "../../../text/reading.js";
import type { Kind, Line, Settings, Task } from "../types.js";
import type { Content } from "./content.js";
import { decode } from "./decode.js";
import { htmlText } from "./html-text.js";
import { why } from "./inputs.js";

/** One text with its name, its place in an archive, and its day where the document gives one. */
export interface Document {
  readonly name: string;
  readonly text: string;
  readonly publishedOn?: string;
  readonly tables?: readonly TextTable[];
  readonly leftOut?: Readonly<Record<string, number>>;
  /** Of a piece of a long text the number of its first line; 1 otherwise. */
  readonly firstLine?: number;
  /** Whether its lines and columns are those of the file, so that an editor finds them. */
  readonly inPlace?: boolean;
}

/** The document is not to be had, with the reason. */
export interface NoDocument {
  readonly name: string;
  readonly code: FigureErrorCode;
  readonly failure: string;
}

/** The documents of a task, in order. Never throws for what is wrong with one of them. */
export async function* documentsOf(task: Task, settings: Settings): AsyncGenerator<Document | NoDocument> {
  if (task.kind === "missing") {
    yield { name: task.name, code: task.code, failure: task.message };
    return;
  }
  if (task.kind === "lines") {
    for (const line of task.lines)
      yield orFailure(`${task.name}:${line.number}`, () => ofLine(task.name, line, settings));
    return;
  }
  yield orFailure(task.name, async () => {
    const bytes = task.kind === "bytes" ? task.bytes : bytesOf(task.path, settings.maxBytes);
    const content = await contentOf(task.format, bytes, task.name, settings.maxBytes);
    const { text, publishedOn: own, tables, leftOut } = content;
    if (text.trim() === "") {
      const what = EMPTY[task.format];
      throw new FigureError(
        "bad-data",
        `${bytes.length === 0 || what === undefined ? "it is empty" : what}: there is nothing to read`,
      );
    }
    const said = own !== undefined && isDay(own) ? own : undefined;
    const day = settings.many === true ? (said ?? settings.publishedOn) : (settings.publishedOn ?? said);
    const firstLine = task.kind === "bytes" ? task.firstLine : undefined;
    return {
      name: task.name,
      text,
      ...(day === undefined ? {} : { publishedOn: day }),
      ...(tables === undefined ? {} : { tables }),
      ...(leftOut === undefined ? {} : { leftOut }),
      ...(firstLine === undefined ? {} : { firstLine }),
      inPlace: task.format === "text" || task.format === "csv",
    };
  });
}

const EMPTY: Readonly<Partial<Record<Kind, string>>> = {
  html: "the page has no text",
  docx: "the document has no text",
  ipynb: "the notebook has no Markdown",
  xlsx: "the workbook has no cells",
};

/** The text of a document. What reads each kind is loaded with the first of it. */
async function contentOf(kind: Kind, bytes: Uint8Array, name: string, maxBytes: number): Promise<Content> {
  switch (kind) {
    case "text": {
      const text = decode(bytes, name);
      return { text: withoutEmphasis(text), publishedOn: markdownDay(text) };
    }
    case "html":
      return htmlText(decode(bytes, name));
    case "csv": {
      const { csvContent } = await import("./kinds/csv.js");
      return csvContent(decode(bytes, name));
    }
    case "ipynb": {
      const { notebookContent } = await import("./kinds/ipynb.js");
      return notebookContent(decode(bytes, name));
    }
    case "docx": {
      const { docxContent } = await import("./kinds/docx.js");
      return docxContent(bytes, maxBytes);
    }
    case "xlsx": {
      const { workbookContent } = await import("./kinds/xlsx.js");
      return workbookContent(bytes, maxBytes);
    }
    case "eml": {
      const { emlContent } = await import("./kinds/eml.js");
      return emlContent(bytes);
    }
    case "pdf": {
      const { pdfContent } = await import("./kinds/pdf.js");
      return pdfContent(bytes);
    }
  }
}

async function orFailure(
  name: string,
  make: () => Document | Promise<Document>,
): Promise<Document | NoDocument> {
  try {
    return await make();
  } catch (error) {
    if (FigureError.is(error)) return { name, code: error.code, failure: error.message };
    if (typeof (error as NodeJS.ErrnoException).code === "string")
      return { name, code: "no-file", failure: why(error) };
    throw error;
  }
}

/** A whole file; of a pipe or a device as much as is allowed, so that one without an end is refused. */
function bytesOf(path: string, maxBytes: number): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const stat = fstatSync(handle);
    if (stat.isDirectory()) throw new FigureError("bad-data", "it is a folder");
    if (stat.isFile() && stat.size > maxBytes) throw tooLarge(stat.size, maxBytes);
    const pieces: Buffer[] = [];
    for (let size = 0; ; ) {
      const piece = Buffer.allocUnsafe(stat.isFile() ? Math.max(1, stat.size + 1 - size) : 65_536);
      const count = readSync(handle, piece, 0, piece.length, null);
      if (count === 0) return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
      size += count;
      if (size > maxBytes) throw tooLarge(size, maxBytes);
      pieces.push(piece.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}

export function tooLarge(size: number, maxBytes: number): FigureError {
  return new FigureError(
    "limit",
    `${size} bytes or more: at most ${maxBytes} are read as one document (--max-bytes)`,
  );
}

function ofLine(archive: string, line: Line, settings: Settings): Document {
  if (line.bytes === undefined) throw new FigureError("limit", `${line.failure} (--max-bytes)`);
  const row = parsed(decode(line.bytes, archive), line);
  const text = fieldOf(row, settings.field);
  if (typeof text !== "string") {
    const { field } = settings;
    if (text !== undefined)
      throw new FigureError("bad-data", `found ${typeOf(text)} in "${field}", expected a text`);
    const fields = Object.keys(row).slice(0, 8).join(", ");
    throw new FigureError(
      "bad-data",
      `no field "${field}"; --field names another: ${fields || "there is none"}`,
    );
  }
  const id = fieldOf(row, settings.idField);
  const named = typeof id === "string" || typeof id === "number" ? ` (${String(id)})` : "";
  const day = dayOf(row, settings) ?? settings.publishedOn;
  const name = `${archive}:${line.number}${named}`;
  return { name, text, inPlace: false, ...(day === undefined ? {} : { publishedOn: day }) };
}

function parsed(text: string, line: Line): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const cut = line.cut === true ? "the last line is cut off, or " : "";
    throw new FigureError("bad-data", `${cut}not JSON: ${(error as Error).message.slice(0, 120)}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new FigureError("bad-data", `found ${typeOf(value)}, expected an object such as {"text": "…"}`);
  }
  return value;
}

/** A field of its own, "a.b" also as b within a; what an object inherits is no field. */
function fieldOf(row: object, path: string): unknown {
  if (Object.hasOwn(row, path)) return (row as Record<string, unknown>)[path];
  let at: unknown = row;
  for (const key of path.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function dayOf(row: object, { dateField }: Settings): string | undefined {
  if (dateField === undefined) return undefined;
  const value = fieldOf(row, dateField);
  if (value === undefined || value === null || value === "") return undefined;
  const day = typeof value === "string" ? /^\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)/.exec(value)?.[0] : undefined;
  if (day !== undefined && isDay(day)) return day;
  throw new FigureError(
    "bad-data",
    `found ${JSON.stringify(value).slice(0, 40)} in "${dateField}", expected a day such as 2023-10-23`,
  );
}

/** Whether a day, a month or a year is one of the calendar. */
export function isDay(text: string): boolean {
  try {
    period(text);
    return true;
  } catch (error) {
    if (FigureError.is(error)) return false;
    throw error;
  }
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
