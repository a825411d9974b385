import type { Drawing } from "../../chart/chart.js";
import { openFonts } from "./font.js";
import { loadPackages, type OptionalPackage } from "./package.js";

/** Kinds whose pictures without a browser were compared with Chromium's, pixel by pixel. */
const compared = new Set(
  "scatter bar pie box histogram candlestick ohlc waterfall funnel sankey treemap sunburst icicle violin".split(
    " ",
  ),
);

/** How a picture is drawn: in a window without a screen, or by an installed Chromium. */
export type Road = "window" | "chromium";

/**
 * Chooses the road. All packages that the road without a browser needs are asked for at once, so that one error names
 * them all.
 */
export function roadFor(
  drawing: Drawing,
  renderer: "auto" | "chromium" | undefined,
  packages: readonly OptionalPackage[],
  purpose: string,
): Road {
  if (renderer === "chromium" || foreignPart(drawing)) return "chromium";
  loadPackages(packages, purpose);
  return unknownLetter([drawing.data, drawing.layout]) ? "chromium" : "window";
}

/**
 * Why a drawing can't be drawn without a browser, or undefined where it can. Maps and gl kinds fail there in silence,
 * so only kinds that were compared are let through.
 */
export function needsBrowser(drawing: Drawing): string | undefined {
  const part = foreignPart(drawing);
  if (part !== undefined) return part;
  const letter = unknownLetter([drawing.data, drawing.layout]);
  return letter === undefined ? undefined : `the letter "${letter}", which the shipped font lacks,`;
}

function foreignPart({ data, layout }: Drawing): string | undefined {
  for (const trace of data) {
    const type = typeof trace.type === "string" ? trace.type : "scatter";
    if (!compared.has(type)) return `plotly's "${type}"`;
  }
  return Array.isArray(layout["images"]) && layout["images"].length > 0
    ? "an image inside a chart"
    : undefined;
}

/** The first letter that the shipped font can't show. */
function unknownLetter(value: unknown): string | undefined {
  if (typeof value === "string") {
    const [font] = Object.values(openFonts());
    for (const letter of value) {
      const code = letter.codePointAt(0) ?? 0;
      if (code > 126 && !font?.hasGlyphForCodePoint(code)) return letter;
    }
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const item of Object.values(value)) {
    const letter = unknownLetter(item);
    if (letter !== undefined) return letter;
  }
  return undefined;
}
