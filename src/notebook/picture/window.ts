import { type Font, type FontWeight, openFonts } from "./font.js";
import { loadPackages } from "./package.js";
import type { PlotlySource } from "./plotly-source.js";
import { selectQuickly } from "./quick-selectors.js";
import { points, type SvgElement, TextBoxes } from "./text-boxes.js";

/** What is used of a jsdom window. */
export interface PictureWindow {
  readonly Element: { prototype: object };
  readonly SVGElement: { prototype: Record<string, unknown> };
  readonly URL: Record<string, unknown>;
  readonly JSON: JSON;
  readonly DOMParser: new () => { parseFromString(text: string, type: string): PictureDocument };
  readonly XMLSerializer: new () => { serializeToString(node: unknown): string };
  eval(source: string): unknown;
}

/** What is used of a document of jsdom. */
export interface PictureDocument {
  readonly documentElement: PictureElement;
  createElementNS(namespace: string, name: string): PictureElement;
  querySelectorAll(selector: string): ArrayLike<PictureElement>;
}

export interface PictureElement extends SvgElement {
  readonly firstChild: PictureElement | null;
  readonly ownerDocument: PictureDocument;
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  append(...nodes: (PictureElement | string)[]): void;
  insertBefore(node: PictureElement, before: PictureElement | null): void;
  replaceWith(node: PictureElement): void;
}

interface Jsdom {
  readonly JSDOM: new (html: string, options: object) => { readonly window: PictureWindow };
  readonly VirtualConsole: new () => object;
}

const windows = new Map<string, PictureWindow>();

/**
 * A window without a screen in which plotly runs: one for each bundle, kept for the next picture. Scripts of a page
 * don't run in it and nothing is fetched; plotly's own source alone is evaluated there.
 */
export function pictureWindow(plotly: PlotlySource): PictureWindow {
  const known = windows.get(plotly.name);
  if (known) return known;
  const [{ JSDOM, VirtualConsole }] = loadPackages(["jsdom", "fontkit"], "a picture of a chart") as [Jsdom];
  const { window } = new JSDOM("<!doctype html><body></body>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  measureWith(window, openFonts());
  selectQuickly(window.Element);
  // plotly makes a worker address while it loads; no worker is started for these charts.
  window.URL["createObjectURL"] = () => "";
  window.eval(plotly.read());
  windows.set(plotly.name, window);
  return window;
}

function measureWith(window: PictureWindow, fonts: Record<FontWeight, Font>): void {
  const boxes = new TextBoxes(fonts);
  const length = (path: string) => {
    const all = points(path);
    return all.slice(1).map(([x, y], index) => Math.hypot(x - all[index]![0], y - all[index]![1]));
  };
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgElement) {
      return boxes.own(this);
    },
    getBoundingClientRect(this: SvgElement) {
      return boxes.onPage(this);
    },
    getComputedTextLength(this: SvgElement) {
      return boxes.textWidth(this);
    },
    getTotalLength(this: SvgElement) {
      return length(this.getAttribute("d") ?? "").reduce((sum, part) => sum + part, 0);
    },
    getPointAtLength(this: SvgElement, at: number) {
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
    },
  });
}
