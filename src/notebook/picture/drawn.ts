import { FigureError } from "../../errors.js";
import type { DomElement } from "./dom.js";
import type { SizedDrawing } from "./options.js";
import { plotlySource } from "./plotly-source.js";
import { pictureWindow } from "./window.js";

let last: Promise<unknown> = Promise.resolve();

/** One drawing after another: two at once would mix their seeded ids, and the bytes would differ from run to run. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

/** Draws without a browser and gives back what is made of plotly's svg element, whose words are letters. */
export function drawn<T>(drawing: SizedDrawing, take: (svg: DomElement) => T): Promise<T> {
  return inTurn(async () => {
    const { data, layout } = JSON.parse(JSON.stringify(drawing)) as SizedDrawing;
    const made = await pictureWindow(plotlySource([drawing])).draw({ data, layout }, take);
    if (made === undefined) throw new FigureError("bad-data", "plotly gave no SVG for this figure");
    return made;
  });
}
