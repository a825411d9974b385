import { FigureError } from "../../errors.js";
import type { Cell } from "./ipynb.js";

/**
 * The cells with one behind the cell that is tagged `parameters`, which sets the given values: papermill's convention.
 * @throws FigureError "bad-option" for a notebook without such a cell, and for what is no name of a variable
 */
export function withParameters(
  cells: readonly Cell[],
  parameters: Readonly<Record<string, string | number | boolean>>,
  path: string,
): Cell[] {
  const names = Object.keys(parameters);
  if (names.length === 0) return [...cells];
  const odd = names.find((name) => !/^[A-Za-z_$][\w$]*$/.test(name));
  if (odd !== undefined) throw new FigureError("bad-option", `"${odd}" is no name of a variable`);
  const at = cells.findIndex((cell) => cell.metadata.tags?.includes("parameters"));
  if (at < 0)
    throw new FigureError(
      "bad-option",
      `${path} has no cell tagged "parameters" after which to set ${names.join(", ")}`,
    );
  const source = names.map((name) => `const ${name} = ${JSON.stringify(parameters[name])};`).join("\n");
  const injected: Cell = {
    cell_type: "code",
    metadata: { tags: ["injected-parameters"] },
    source,
    outputs: [],
    execution_count: null,
  };
  return [...cells.slice(0, at + 1), injected, ...cells.slice(at + 1)];
}
