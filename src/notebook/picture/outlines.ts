import type { DomElement } from "./dom.js";
import { type Font, type FontWeight, openFonts } from "./font.js";
import { fontSize, fontWeight, linesOf, number } from "./text-boxes.js";

const svgSpace = "http://www.w3.org/2000/svg";

/**
 * Turns letters into outlines of the shipped font, so that a picture is the same where the font is not installed and
 * where fonts are blocked. Each letter's shape is stored once and used many times.
 */
export function outlineText(svg: DomElement): void {
  const fonts = openFonts();
  const shapes = new Map<string, string>();
  for (const text of Array.from(svg.querySelectorAll("text"))) {
    const group = svg.ownerDocument.createElementNS(svgSpace, "g");
    const transform = text.getAttribute("transform");
    if (transform) group.setAttribute("transform", transform);
    group.setAttribute("style", paint(text.getAttribute("style") ?? ""));
    const anchor =
      /text-anchor:\s*(\w+)/.exec(text.getAttribute("style") ?? "")?.[1] ?? text.getAttribute("text-anchor");
    for (const [index, line] of linesOf(text).entries()) {
      const weight = fontWeight(line);
      const letters = lineOf(svg, line, weight, fonts[weight], shapes, anchor ?? "start");
      const down = number(text, "y") + offset(line, index) * fontSize(line);
      letters.setAttribute("transform", place(letters, number(text, "x"), down));
      group.append(letters);
    }
    text.replaceWith(group);
  }
  if (shapes.size === 0) return;
  const defs = svg.ownerDocument.createElementNS(svgSpace, "defs");
  for (const [id, path] of shapes) {
    const shape = svg.ownerDocument.createElementNS(svgSpace, "path");
    shape.setAttribute("id", id);
    shape.setAttribute("d", path);
    defs.append(shape);
  }
  svg.insertBefore(defs, svg.firstChild);
}

/** Of a text's style only what outlines need: its colour. */
function paint(style: string): string {
  return (style.match(/(?:^|;)\s*(?:fill|fill-opacity|opacity|display|visibility):[^;]*/g) ?? [])
    .map((part) => part.replace(/^;?\s*/, ""))
    .join(";");
}

/** A line's distance from the first, in its font size: plotly writes it as `dy` of the line's tspan. */
function offset(line: DomElement, index: number): number {
  const dy = /^(-?[\d.]+)em$/.exec(line.getAttribute("dy") ?? "")?.[1];
  return dy === undefined ? index * 1.3 : Number(dy);
}

function lineOf(
  svg: DomElement,
  line: DomElement,
  weight: FontWeight,
  font: Font,
  shapes: Map<string, string>,
  anchor: string,
): DomElement {
  const group = svg.ownerDocument.createElementNS(svgSpace, "g");
  const { glyphs, positions, advanceWidth } = font.layout(line.textContent);
  const scale = fontSize(line) / font.unitsPerEm;
  let x = anchor === "middle" ? -advanceWidth / 2 : anchor === "end" ? -advanceWidth : 0;
  for (const [index, glyph] of glyphs.entries()) {
    const path = outline(glyph);
    const { xAdvance, xOffset } = positions[index]!;
    if (path !== "") {
      const id = `g${weight}-${glyph.id}`;
      shapes.set(id, path);
      const use = svg.ownerDocument.createElementNS(svgSpace, "use");
      use.setAttribute("href", `#${id}`);
      use.setAttribute("x", `${Math.round(x + xOffset)}`);
      group.append(use);
    }
    x += xAdvance;
  }
  group.setAttribute("data-scale", `${scale}`);
  return group;
}

type Glyph = ReturnType<Font["layout"]>["glyphs"][number];

const outlines = new WeakMap<Glyph, string>();

/** A letter's shape in whole units of its font. */
function outline(glyph: Glyph): string {
  const known = outlines.get(glyph);
  if (known !== undefined) return known;
  const path = glyph.path.toSVG().replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))));
  outlines.set(glyph, path);
  return path;
}

function place(letters: DomElement, x: number, y: number): string {
  const scale = Number(letters.getAttribute("data-scale"));
  letters.removeAttribute("data-scale");
  const short = (value: number) => String(Math.round(value * 1e4) / 1e4);
  const tiny = String(Math.round(scale * 1e7) / 1e7);
  return `translate(${short(x)},${short(y)}) scale(${tiny},-${tiny})`;
}
