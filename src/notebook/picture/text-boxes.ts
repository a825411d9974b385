import type { DomElement } from "./dom.js";
import type { Font, FontWeight } from "./font.js";

// A window without a screen has no layout: labels would overlap. These boxes come from the shipped font.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const nothing: Box = { x: 0, y: 0, width: 0, height: 0 };
const plotlyLineHeight = 1.3;

function inherited(element: DomElement, property: string): string {
  for (let at: DomElement | null = element; at !== null; at = at.parentNode) {
    const value = at.declared(property);
    if (value !== "") return value;
  }
  return "";
}

export function fontSize(element: DomElement): number {
  return Number.parseFloat(inherited(element, "font-size")) || 12;
}

export function fontWeight(element: DomElement): FontWeight {
  const weight = inherited(element, "font-weight");
  return weight === "bold" || Number.parseInt(weight, 10) >= 600 ? 600 : 400;
}

export function number(element: DomElement, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? "") || 0;
}

/** The lines of a text element: plotly writes each as a `tspan.line`, or puts a single line straight in. */
export function linesOf(element: DomElement): DomElement[] {
  const spans = element.children.filter(
    (child) => child.localName === "tspan" && child.getAttribute("class") === "line",
  );
  return spans.length > 0 ? spans : [element];
}

/** Measures SVG elements as a browser that has the shipped font would. */
export class TextBoxes {
  constructor(private readonly fonts: Record<FontWeight, Font>) {}

  lineWidth(line: DomElement): number {
    const font = this.fonts[fontWeight(line)];
    return (font.layout(line.textContent).advanceWidth * fontSize(line)) / font.unitsPerEm;
  }

  textWidth(element: DomElement): number {
    return Math.ceil(Math.max(...linesOf(element).map((line) => this.lineWidth(line))) * 64) / 64;
  }

  private text(element: DomElement): Box {
    const size = fontSize(element);
    const font = this.fonts[fontWeight(element)];
    const scale = size / font.unitsPerEm;
    // Chromium rounds both to whole pixels, and widths up to a 64th.
    const ascent = Math.round(font.ascent * scale);
    const descent = Math.round(-font.descent * scale);
    const width = this.textWidth(element);
    const anchor = inherited(element, "text-anchor") || element.getAttribute("text-anchor");
    const shift = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
    return {
      x: number(element, "x") - shift,
      y: number(element, "y") - ascent,
      width,
      height: ascent + descent + (linesOf(element).length - 1) * plotlyLineHeight * size,
    };
  }

  /** The box in the element's own coordinates, as `getBBox` gives it. */
  own(element: DomElement): Box {
    switch (element.localName) {
      case "text":
      case "tspan":
        return this.text(element);
      case "rect":
      case "image":
        return {
          x: number(element, "x"),
          y: number(element, "y"),
          width: number(element, "width"),
          height: number(element, "height"),
        };
      case "path":
        return around(points(element.getAttribute("d") ?? ""));
      case "defs":
      case "clipPath":
      case "style":
      case "title":
        return nothing;
    }
    const boxes = element.children
      .filter((child) => child.declared("display") !== "none")
      .map((child) => moved(child, this.own(child)))
      .filter(({ width, height }) => width > 0 || height > 0);
    return around(boxes.flatMap(corners));
  }

  /** The box on the page, as `getBoundingClientRect` gives it; the page begins at the outermost svg. */
  onPage(element: DomElement): Box & { left: number; top: number; right: number; bottom: number } {
    let box = this.own(element);
    for (let at: DomElement | null = element; at !== null && at.localName !== "svg"; at = at.parentNode) {
      box = moved(at, box);
    }
    return { ...box, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  }
}

type Point = readonly [number, number];

function corners({ x, y, width, height }: Box): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

function around(all: readonly Point[]): Box {
  if (all.length === 0) return nothing;
  let [left, top] = all[0]!;
  let [right, bottom] = all[0]!;
  for (const [x, y] of all) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The points of a path of M and L commands, which is what plotly draws lines with; of others, a rough hull. */
export function points(path: string): Point[] {
  const numbers = (path.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
  const all: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) all.push([numbers[at]!, numbers[at + 1]!]);
  return all;
}

/** A box after the element's own transform: translate, rotate and scale, from right to left. */
function moved(element: DomElement, box: Box): Box {
  const transform = element.getAttribute("transform");
  if (!transform) return box;
  let all = corners(box);
  for (const [, kind, list = ""] of [
    ...transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g),
  ].reverse()) {
    const [a = 0, b, c = 0] = list.split(/[ ,]+/).map(Number);
    if (kind === "translate") all = all.map(([x, y]) => [x + a, y + (b ?? 0)]);
    else if (kind === "scale") all = all.map(([x, y]) => [x * a, y * (b ?? a)]);
    else all = all.map((point) => turned(point, a, [b ?? 0, c]));
  }
  return around(all);
}

function turned([x, y]: Point, degrees: number, [cx, cy]: Point): Point {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
}
