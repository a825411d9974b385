import { FigureError } from "../../../../errors.js";
import { type Content, counted } from "../content.js";

/** The Markdown of a notebook, cell after cell; its code and what that put out are counted, not read. */
export function notebookContent(json: string): Content {
  let book: unknown;
  try {
    book = JSON.parse(json);
  } catch (error) {
    throw new FigureError("bad-data", `the notebook is not JSON: ${(error as Error).message.slice(0, 120)}`);
  }
  const cells = (book as { cells?: unknown } | null)?.cells;
  if (!Array.isArray(cells)) throw new FigureError("bad-data", "the notebook has no list of cells");
  const texts: string[] = [];
  let [code, other] = [0, 0];
  for (const cell of cells as ({ cell_type?: unknown; source?: unknown } | null)[]) {
    const source = sourceOf(cell?.source);
    if (cell?.cell_type === "markdown" && source !== undefined) texts.push(source.replace(/\s+$/, ""));
    else if (cell?.cell_type === "code") code++;
    else other++;
  }
  return {
    text: texts.filter((text) => text !== "").join("\n\n"),
    leftOut: counted({ "cell of code": code, "cell of another kind": other }),
  };
}

function sourceOf(source: unknown): string | undefined {
  if (typeof source === "string") return source;
  return Array.isArray(source) && source.every((line) => typeof line === "string")
    ? source.join("")
    : undefined;
}
