import type { Chart, Drawing } from "../../chart/chart.js";
import { chromiumSvg } from "./chromium.js";
import type { DomElement } from "./dom.js";
import { drawn } from "./drawn.js";
import { roadFor } from "./needs-browser.js";
import { type PictureOptions, type SizedDrawing, sized } from "./options.js";
import { outlineText } from "./outlines.js";

const svgSpace = "http://www.w3.org/2000/svg";

/**
 * A chart as SVG text. Letters are outlines of the shipped font, and the chart's alt text is its description.
 * @returns the same text on every run; width and height in CSS pixels
 * @throws FigureError "missing-package" which names what to install
 * @example await toSvg(chart, { width: 375, theme: "dark" })
 */
export async function toSvg(chart: Chart | Drawing, options: PictureOptions = {}): Promise<string> {
  const drawing = sized(chart, options);
  const road = roadFor(drawing, options.renderer, ["fontkit"], "an SVG of a chart");
  return road === "chromium" ? chromiumSvg(drawing) : outlinedSvg(drawing);
}

// A notebook's output holds a chart wide, narrow and as PNG; the first and the last are the same drawing.
const KEPT = 2;
const kept = new Map<string, Promise<string>>();

/** The SVG of a drawing without a browser. */
export function outlinedSvg(drawing: SizedDrawing): Promise<string> {
  const key = JSON.stringify(drawing);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const svg = drawn(drawing, (element) => finished(element, drawing));
  kept.set(key, svg);
  svg.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return svg;
}

/** Plotly's SVG as it is handed out: with outlines for letters, and with its words. */
export function finished(svg: DomElement, drawing: SizedDrawing): string {
  outlineText(svg);
  describe(svg, drawing);
  return `${svg.xml}\n`;
}

/** Title and description, which screen readers read where the SVG stands by itself. */
function describe(root: DomElement, { title, alt }: SizedDrawing): void {
  if (title === "") return;
  root.setAttribute("role", "img");
  for (const [name, words] of [
    ["desc", alt],
    ["title", title],
  ] as const) {
    const element = root.ownerDocument.createElementNS(svgSpace, name);
    element.textContent = words;
    root.insertBefore(element, root.firstChild);
  }
}
