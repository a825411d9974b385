import { type Notebook, notebookText } from "./ipynb.js";
import type { Output } from "./session.js";

/**
 * An executed notebook as it is kept in version control: a site that runs no scripts shows all of it, and it is small.
 * A chart keeps its picture and its words; plotly's half megabyte comes back when the notebook is run.
 */
export function committedText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) =>
    cell.outputs === undefined ? cell : { ...cell, outputs: cell.outputs.map(still) },
  );
  return notebookText({ ...notebook, cells });
}

function still(output: Output): Output {
  if (!("data" in output) || output.data["image/png"] === undefined) return output;
  const kept = Object.entries(output.data).filter(([mime]) => mime === "image/png" || mime === "text/plain");
  return { ...output, data: Object.fromEntries(kept) as typeof output.data };
}
