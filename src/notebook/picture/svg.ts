import { createHash } from "node:crypto";
import type { Chart, Drawing } from "../../chart/chart.js";
import { chromiumSvg } from "./chromium.js";
import { lettersSvg } from "./letters-svg.js";
import { roadFor } from "./needs-browser.js";
import { type PictureOptions, type SizedDrawing, sized } from "./options.js";
import { outlineText } from "./outlines.js";
import type { PictureDocument, PictureWindow } from "./window.js";

const svgSpace = "http://www.w3.org/2000/svg";

/**
 * A chart as SVG text. Letters are outlines of the shipped font, and the chart's alt text is its description.
 * @returns the same text on every run; width and height in CSS pixels
 * @throws FigureError "missing-package" which names what to install
 * @example await toSvg(chart, { width: 375, theme: "dark" })
 */
export async function toSvg(chart: Chart | Drawing, options: PictureOptions = {}): Promise<string> {
  const drawing = sized(chart, options);
  const road = roadFor(drawing, options.renderer, ["jsdom", "fontkit"], "an SVG of a chart");
  return road === "chromium" ? chromiumSvg(drawing) : outlinedSvg(drawing);
}

/** The last pictures: a notebook's output needs the same one as HTML and as PNG, a report the same chart on two pages. */
const drawnBefore = new Map<string, Promise<string>>();
const remembered = 24;

/** The SVG of a drawing without a browser. The same drawing gives the same text, so it is drawn once. */
export function outlinedSvg(drawing: SizedDrawing): Promise<string> {
  const key = createHash("sha256").update(JSON.stringify(drawing)).digest("hex");
  const known = drawnBefore.get(key);
  if (known !== undefined) return known;
  const made = lettersSvg(drawing).then(({ svg, window }) => finished(svg, window, drawing));
  drawnBefore.set(key, made);
  // What failed may succeed next time.
  made.catch(() => drawnBefore.delete(key));
  for (const oldest of drawnBefore.keys()) {
    if (drawnBefore.size <= remembered) break;
    drawnBefore.delete(oldest);
  }
  return made;
}

/** Plotly's SVG as it is handed out: with outlines for letters, and with its words. */
export function finished(svg: string, window: PictureWindow, drawing: SizedDrawing): string {
  const page = new window.DOMParser().parseFromString(svg, "image/svg+xml");
  outlineText(page);
  describe(page, drawing);
  return `${new window.XMLSerializer().serializeToString(page.documentElement)}\n`;
}

/** Title and description, which screen readers read where the SVG stands by itself. */
function describe(page: PictureDocument, { title, alt }: SizedDrawing): void {
  if (title === "") return;
  const root = page.documentElement;
  root.setAttribute("role", "img");
  for (const [name, words] of [
    ["desc", alt],
    ["title", title],
  ] as const) {
    const element = page.createElementNS(svgSpace, name);
    element.textContent = words;
    root.insertBefore(element, root.firstChild);
  }
}
