import type { Chart, Drawing } from "../../chart/chart.js";
import { FigureError } from "../../errors.js";
import { chromiumPng } from "./chromium.js";
import { roadFor } from "./needs-browser.js";
import { type PictureOptions, sized } from "./options.js";
import { loadPackages } from "./package.js";
import { opaquePng } from "./png-bytes.js";
import { outlinedSvg } from "./svg.js";

interface Resvg {
  readonly Resvg: new (
    svg: string,
    options: object,
  ) => {
    render(): {
      readonly width: number;
      readonly height: number;
      readonly pixels: Uint8Array;
      asPng(): Uint8Array;
    };
  };
}

/**
 * A chart as PNG, `scale` (2 unless told otherwise) picture points for each CSS pixel.
 * @throws FigureError "missing-package" which names what to install
 * @example await toPng(chart, { width: 1280, theme: "dark", scale: 1 })
 */
export async function toPng(chart: Chart | Drawing, options: PictureOptions = {}): Promise<Uint8Array> {
  const drawing = sized(chart, options);
  const scale = options.scale ?? 2;
  if (!(scale > 0 && scale <= 8))
    throw new FigureError("bad-option", `scale is ${scale}; give a number up to 8`);
  const packages = ["@resvg/resvg-js", "fontkit"] as const;
  if (roadFor(drawing, options.renderer, packages, "a PNG of a chart") === "chromium")
    return chromiumPng(drawing, scale);
  const [{ Resvg }] = loadPackages(packages, "a PNG of a chart") as [Resvg];
  const svg = await outlinedSvg(drawing);
  const picture = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font: { loadSystemFonts: false } });
  const drawn = picture.render();
  return opaquePng(drawn.width, drawn.height, drawn.pixels) ?? new Uint8Array(drawn.asPng());
}
