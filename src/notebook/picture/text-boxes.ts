import type { Font, FontWeight } from "./font.js";

// jsdom has no layout: it knows no text widths, so that labels would overlap. These boxes come from the shipped font.

/** What is used of an SVG element of jsdom. */
export interface SvgElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly firstElementChild: SvgElement | null;
  readonly nextElementSibling: SvgElement | null;
  readonly parentNode: SvgElement | null;
  readonly style?: { fontSize: string; fontWeight: string; textAnchor: string; display: string };
  getAttribute(name: string): string | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const nothing: Box = { x: 0, y: 0, width: 0, height: 0 };
const plotlyLineHeight = 1.3;

function inherited(element: SvgElement, read: (style: NonNullable<SvgElement["style"]>) => string): string {
  for (let at: SvgElement | null = element; at?.style; at = at.parentNode) {
    const value = read(at.style);
    if (value) return value;
  }
  return "";
}

export function fontSize(element: SvgElement): number {
  return Number.parseFloat(inherited(element, (style) => style.fontSize)) || 12;
}

export function fontWeight(element: SvgElement): FontWeight {
  const weight = inherited(element, (style) => style.fontWeight);
  return weight === "bold" || Number.parseInt(weight, 10) >= 600 ? 600 : 400;
}

export function number(element: SvgElement, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? "") || 0;
}

/** The lines of a text element: plotly writes each as a `tspan.line`, or puts a single line straight in. */
export function linesOf(element: SvgElement): SvgElement[] {
  const spans = childrenOf(element).filter(
    (child) => child.tagName.toLowerCase() === "tspan" && child.getAttribute("class") === "line",
  );
  return spans.length > 0 ? spans : [element];
}

/** Step by step: a selector takes jsdom ten times as long. */
function childrenOf(element: SvgElement): SvgElement[] {
  const found: SvgElement[] = [];
  for (let at = element.firstElementChild; at !== null; at = at.nextElementSibling) found.push(at);
  return found;
}

/** Measures SVG elements as a browser that has the shipped font would. */
export class TextBoxes {
  constructor(private readonly fonts: Record<FontWeight, Font>) {}

  lineWidth(line: SvgElement): number {
    const font = this.fonts[fontWeight(line)];
    return (font.layout(line.textContent ?? "").advanceWidth * fontSize(line)) / font.unitsPerEm;
  }

  textWidth(element: SvgElement): number {
    return Math.ceil(Math.max(...linesOf(element).map((line) => this.lineWidth(line))) * 64) / 64;
  }

  private text(element: SvgElement): Box {
    const size = fontSize(element);
    const font = this.fonts[fontWeight(element)];
    const scale = size / font.unitsPerEm;
    // Chromium rounds both to whole pixels, and widths up to a 64th.
    const ascent = Math.round(font.ascent * scale);
    const descent = Math.round(-font.descent * scale);
    const width = this.textWidth(element);
    const anchor = inherited(element, (style) => style.textAnchor) || element.getAttribute("text-anchor");
    const shift = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
    return {
      x: number(element, "x") - shift,
      y: number(element, "y") - ascent,
      width,
      height: ascent + descent + (linesOf(element).length - 1) * plotlyLineHeight * size,
    };
  }

  /** The box in the element's own coordinates, as `getBBox` gives it. */
  own(element: SvgElement): Box {
    switch (element.tagName.toLowerCase()) {
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
      case "clippath":
      case "style":
      case "title":
        return nothing;
    }
    const boxes = childrenOf(element)
      .filter((child) => child.style?.display !== "none")
      .map((child) => moved(child, this.own(child)))
      .filter(({ width, height }) => width > 0 || height > 0);
    return around(boxes.flatMap(corners));
  }

  /** The box on the page, as `getBoundingClientRect` gives it; the page begins at the outermost svg. */
  onPage(element: SvgElement): Box & { left: number; top: number; right: number; bottom: number } {
    let box = this.own(element);
    for (
      let at: SvgElement | null = element;
      at?.tagName && at.tagName.toLowerCase() !== "svg";
      at = at.parentNode
    ) {
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
function moved(element: SvgElement, box: Box): Box {
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
