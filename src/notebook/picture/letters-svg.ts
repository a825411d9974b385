import { FigureError } from "../../errors.js";
import type { SizedDrawing } from "./options.js";
import { plotlySource } from "./plotly-source.js";
import { type PictureWindow, pictureWindow } from "./window.js";

/** The same numbers in the same order for each picture: plotly draws its element ids from Math.random. */
export const seeded = "(()=>{let s=1;Math.random=()=>(s=(s*16807)%2147483647)/2147483647})()";

/** Draws a figure and gives it back as a data address of an SVG. It runs inside a window, so it is kept as text. */
export const drawInWindow = `((figure) => {
  const { width, height } = figure.layout;
  // Straight from the figure: drawing it first and then asking for its image draws everything twice.
  return Plotly.toImage({ ...figure, config: { typesetMath: false } }, { format: "svg", width, height });
})`;

let last: Promise<unknown> = Promise.resolve();

/** One drawing after another: two at once would mix their seeded ids, and the bytes would differ from run to run. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

/** The SVG of a drawing as plotly writes it, its words as letters; without a browser. */
export function lettersSvg(drawing: SizedDrawing): Promise<{ svg: string; window: PictureWindow }> {
  return inTurn(async () => {
    const window = pictureWindow(plotlySource([drawing]));
    window.eval(seeded);
    const figure = window.JSON.parse(
      JSON.stringify({ data: drawing.data, layout: drawing.layout }),
    ) as unknown;
    const draw = window.eval(drawInWindow) as (figure: unknown) => Promise<string>;
    const address = await draw(figure);
    const svg = decodeURIComponent(address.replace(/^data:image\/svg\+xml,/, ""));
    if (!svg.startsWith("<svg")) throw new FigureError("bad-data", "plotly gave no SVG for this figure");
    return { svg, window };
  });
}
