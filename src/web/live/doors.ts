import * as chart from "../../chart/index.js";
import * as data from "../../data/index.js";
import * as rates from "../../data/rates-door.js";
import * as table from "../../data/table.js";
import * as core from "../../index.js";
import { DISPLAY, toMimeBundle } from "../../notebook/show/mime.js";
import { say } from "../../notebook/show/say.js";
import { show } from "../../notebook/show/show.js";

type Door = Readonly<Record<string, unknown>>;

const DOORS: Readonly<Record<string, Door>> = {
  "trade-figures": core,
  "trade-figures/chart": chart,
  "trade-figures/data": data,
  "trade-figures/rates": rates,
  "trade-figures/table": table,
  "trade-figures/notebook": { DISPLAY, say, show, toMimeBundle },
};

/** Doors by the name by which their modules find them. */
const KEY = "trade-figures doors";
(globalThis as unknown as Record<string, unknown>)[KEY] = DOORS;

/**
 * A door of the package as the code of a module: all cells share one class of each kind. What the door has in Node and
 * not here says so when it is called.
 * @param names everything that the door has in Node
 */
export function doorModule(name: string, names: readonly string[]): string | undefined {
  const door = DOORS[name];
  if (door === undefined) return undefined;
  const here = Object.keys(door).map((one) => `export const ${one} = door.${one};`);
  const missing = names
    .filter((one) => !(one in door))
    .map(
      (one) => `export function ${one}() { throw new Error("${one} needs Node: it is not in this page"); }`,
    );
  const open = `const door = globalThis[${JSON.stringify(KEY)}][${JSON.stringify(name)}];`;
  return [open, ...here, ...missing].join("\n");
}
