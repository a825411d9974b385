import { createHash } from "node:crypto";
import { FigureError } from "../../errors.js";
import type { Output } from "./session.js";

export interface Cell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id?: string;
  readonly metadata: { readonly tags?: readonly string[]; readonly [name: string]: unknown };
  readonly source: string | readonly string[];
  readonly outputs?: readonly Output[];
  readonly execution_count?: number | null;
}

export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

export const sourceOf = (cell: Cell): string =>
  typeof cell.source === "string" ? cell.source : cell.source.join("");

/** @throws FigureError "bad-data" for text that is not a notebook of format 4 */
export function parseNotebook(text: string, name: string): Notebook {
  let parsed: Notebook;
  try {
    parsed = JSON.parse(text) as Notebook;
  } catch (error) {
    throw new FigureError("bad-data", `${name} is not JSON: ${(error as Error).message}`, { file: name });
  }
  if (parsed?.nbformat !== 4 || !Array.isArray(parsed.cells)) {
    throw new FigureError("bad-data", `${name} is no Jupyter notebook of format 4`, { file: name });
  }
  return {
    ...parsed,
    metadata: parsed.metadata ?? {},
    cells: parsed.cells.map((cell, i) => checked(cell, i + 1, name)),
  };
}

const KINDS: readonly unknown[] = ["code", "markdown", "raw"];

function checked(cell: Cell | null | undefined, number: number, name: string): Cell {
  const broken = (what: string) =>
    new FigureError("bad-data", `${name}, cell ${number}: ${what}`, { file: name });
  if (typeof cell !== "object" || cell === null || !KINDS.includes(cell.cell_type)) {
    throw broken("is no cell: its cell_type is code, markdown or raw");
  }
  const { source, metadata } = cell;
  if (
    typeof source !== "string" &&
    !(Array.isArray(source) && source.every((one) => typeof one === "string"))
  ) {
    throw broken("has no source: a text, or a list of lines");
  }
  if (
    metadata !== undefined &&
    (typeof metadata !== "object" || metadata === null || Array.isArray(metadata))
  ) {
    throw broken("its metadata is no object");
  }
  const tags = metadata?.tags;
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((one) => typeof one === "string"))) {
    throw broken("its tags are no list of words");
  }
  return { ...cell, metadata: metadata ?? {} };
}

/**
 * A notebook as text that is the same on every run and machine: no clocks, identifiers from the content, machine paths
 * left out, one-space indents and a last line break as Jupyter writes.
 */
export function notebookText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell, i) => {
    const source = sourceOf(cell);
    const id = createHash("sha256").update(`${i} ${source}`).digest("hex").slice(0, 8);
    const { execution: _, ...metadata } = cell.metadata;
    const base = { cell_type: cell.cell_type, id, metadata, source: lines(source) };
    if (cell.cell_type !== "code") return base;
    return {
      cell_type: cell.cell_type,
      execution_count: cell.execution_count ?? null,
      id,
      metadata,
      outputs: (cell.outputs ?? []).map(cleanOutput),
      source: lines(source),
    };
  });
  const { kernelspec } = notebook.metadata;
  const metadata = {
    kernelspec,
    language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

const lines = (text: string): string[] => text.split(/(?<=\n)/);

/** Long texts are kept as lines, as nbformat does; paths of the machine become the name of the file. */
function cleanOutput(output: Output): object {
  // A notebook that was read has its texts as lines already.
  if (output.output_type === "stream")
    return { ...output, text: lines(withoutPaths([output.text].flat().join(""))) };
  if (output.output_type === "error") {
    return { ...output, evalue: withoutPaths(output.evalue), traceback: output.traceback.map(withoutPaths) };
  }
  const data = Object.fromEntries(
    Object.entries(output.data).map(([mime, value]) => [
      mime,
      typeof value === "string" && mime.startsWith("text/") ? lines(value) : value,
    ]),
  );
  return { ...output, data };
}

function withoutPaths(text: string): string {
  return text.replace(/(file:\/\/)?(\/[\w.@+-]+){2,}\/([\w.@+-]+)/g, "$3");
}
