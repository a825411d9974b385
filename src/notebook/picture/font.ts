import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../data/file/folder.js";
import { loadPackages } from "./package.js";

interface Layout {
  readonly advanceWidth: number;
  readonly glyphs: readonly { readonly id: number; readonly path: { toSVG(): string } }[];
  readonly positions: readonly {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }[];
}

/** What is used of a fontkit font. */
export interface Font {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  hasGlyphForCodePoint(code: number): boolean;
  layout(text: string): Layout;
}

export type FontWeight = 400 | 600;

/** A file of the shipped font, Inter (SIL Open Font Licence; see fonts/OFL.txt). */
export function fontFile(weight: FontWeight, kind: "ttf" | "woff2"): string {
  return join(packageFolder(), "dist/fonts", `Inter-${weight}.${kind}`);
}

let fonts: Record<FontWeight, Font> | undefined;

/** The shipped font, opened once for measuring and outlines. */
export function openFonts(): Record<FontWeight, Font> {
  if (fonts === undefined) {
    const [fontkit] = loadPackages(["fontkit"], "a picture of a chart") as [{ create(data: Buffer): Font }];
    const open = (weight: FontWeight) => remembering(fontkit.create(readFileSync(fontFile(weight, "ttf"))));
    fonts = { 400: open(400), 600: open(600) };
  }
  return fonts;
}

const MANY = 2000;

/** The font, which lays out a text once: plotly measures each label many times before it has its place. */
function remembering(font: Font): Font {
  const known = new Map<string, Layout>();
  const layout = font.layout.bind(font);
  font.layout = (text) => {
    let found = known.get(text);
    if (found === undefined) {
      if (known.size >= MANY) known.clear();
      found = layout(text);
      known.set(text, found);
    }
    return found;
  };
  return font;
}

/** The `@font-face` rules that carry the shipped font in a page, without a request. */
export function fontFaces(): string {
  return ([400, 600] as const)
    .map((weight) => {
      const data = readFileSync(fontFile(weight, "woff2")).toString("base64");
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    })
    .join("");
}
