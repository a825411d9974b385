import { compileFunction } from "node:vm";
import { DomDocument, DomElement } from "./dom.js";
import { type Font, type FontWeight, openFonts } from "./font.js";
import type { PlotlySource } from "./plotly-source.js";
import { points, TextBoxes } from "./text-boxes.js";

/** The plotly of a window without a screen. */
export interface PictureWindow {
  /** Draws a figure and returns what is made of its finished svg element; the same on every call. */
  draw<T>(figure: { data: unknown; layout: object }, take: (svg: DomElement) => T): Promise<T>;
}

interface Plotly {
  toImage(figure: object, options: object): Promise<string>;
}

const windows = new Map<string, PictureWindow>();

/**
 * A window without a screen in which plotly runs: one for each bundle, kept for the next picture. Scripts of a page
 * don't run in it and nothing is fetched; plotly's own source alone is evaluated there.
 */
export function pictureWindow(plotly: PlotlySource): PictureWindow {
  let window = windows.get(plotly.name);
  if (window === undefined) {
    window = opened(plotly.read());
    windows.set(plotly.name, window);
  }
  return window;
}

/** What plotly finds in a window. */
const names = [
  "window",
  "self",
  "document",
  "navigator",
  "getComputedStyle",
  "XMLSerializer",
  "URL",
  "Math",
  "DOMParser",
  "Element",
  "HTMLElement",
  "console",
  "location",
  "requestAnimationFrame",
  "cancelAnimationFrame",
] as const;

function opened(source: string): PictureWindow {
  let take: (svg: DomElement) => unknown = () => undefined;
  let taken: unknown;
  let random = 1;
  const document = new DomDocument(measured(openFonts()));
  const parts: Record<string, unknown> = {
    document,
    navigator: { userAgent: "", platform: "", maxTouchPoints: 0 },
    location: { href: "about:blank", search: "" },
    innerWidth: 1024,
    innerHeight: 768,
    devicePixelRatio: 1,
    getComputedStyle: (element: DomElement) => element.style,
    // Plotly would write the picture as text for us to read again: its elements are taken here instead.
    XMLSerializer: class {
      serializeToString(svg: DomElement): string {
        taken = take(svg);
        return "";
      }
    },
    // Buttons alone are read with it, and a picture has none.
    DOMParser: class {},
    console: {
      log: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      trace: () => undefined,
      error: () => undefined,
    },
    // Plotly makes a worker's address while it loads; no worker is started for these charts.
    URL: { createObjectURL: () => "", revokeObjectURL: () => undefined },
    // The same numbers in the same order for each picture: plotly draws its element ids from Math.random.
    Math: Object.create(Math, {
      random: {
        value: () => {
          random = (random * 16807) % 2147483647;
          return random / 2147483647;
        },
      },
    }),
    requestAnimationFrame: (work: () => void) => setTimeout(work, 0),
    cancelAnimationFrame: clearTimeout,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    HTMLElement: DomElement,
    SVGElement: document.svgElement,
    Element: DomElement,
  };
  parts["window"] = parts["self"] = document.defaultView = parts;
  compileFunction(source, [...names])(...names.map((name) => parts[name]));
  const plotly = parts["Plotly"] as Plotly;
  return {
    async draw<T>(figure: { data: unknown; layout: object }, use: (svg: DomElement) => T): Promise<T> {
      random = 1;
      take = use;
      // Straight from the figure: drawing it first and then asking for its image draws everything twice.
      await plotly.toImage({ ...figure, config: { typesetMath: false } }, { format: "svg" });
      return taken as T;
    },
  };
}

/** Elements of an SVG that know their size: the shipped font measures their letters. */
function measured(fonts: Record<FontWeight, Font>): typeof DomElement {
  const boxes = new TextBoxes(fonts);
  const length = (path: string) => {
    const all = points(path);
    return all.slice(1).map(([x, y], index) => Math.hypot(x - all[index]![0], y - all[index]![1]));
  };
  return class extends DomElement {
    getBBox() {
      return boxes.own(this);
    }
    override getBoundingClientRect() {
      return boxes.onPage(this);
    }
    getComputedTextLength() {
      return boxes.textWidth(this);
    }
    getTotalLength() {
      return length(this.getAttribute("d") ?? "").reduce((sum, part) => sum + part, 0);
    }
    getPointAtLength(at: number) {
      const path = this.getAttribute("d") ?? "";
      const all = points(path);
      let rest = at;
      for (const [index, part] of length(path).entries()) {
        if (rest <= part) {
          const share = part > 0 ? rest / part : 0;
          const [from, to] = [all[index]!, all[index + 1]!];
          return { x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share };
        }
        rest -= part;
      }
      const [x, y] = all.at(-1) ?? [0, 0];
      return { x, y };
    }
  };
}
