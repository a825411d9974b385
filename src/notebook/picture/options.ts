import type { Chart, Drawing } from "../../chart/chart.js";
import { forWidth } from "../../chart/for-width.js";
import type { Palette, Theme } from "../../chart/style.js";
import { themed } from "../../chart/themed.js";
import { FigureError } from "../../errors.js";

/** How a picture is made. Lengths are CSS pixels. */
export interface PictureOptions {
  /** 800 unless told otherwise; below 700 a chart takes its layout for phones. */
  readonly width?: number;
  /** The chart's own height unless told otherwise. */
  readonly height?: number;
  /** "light", "dark", or colours of one's own by the part that they play: { blue: "#005f73" }. */
  readonly theme?: Theme | Partial<Palette>;
  /** Pixels of a PNG for each CSS pixel: 2 unless told otherwise. */
  readonly scale?: number;
  /**
   * For an HTML page: a button that lets the chart be heard, by chart2music. A rise of the figures is a rise of the tone;
   * the arrow keys go from tone to tone. False unless told otherwise: it adds 80 kB.
   */
  readonly sound?: boolean;
  /** "auto" draws without a browser where the chart allows it; "chromium" always asks an installed Chromium. */
  readonly renderer?: "auto" | "chromium";
}

/** A drawing whose size is settled. */
export interface SizedDrawing extends Drawing {
  readonly width: number;
  readonly height: number;
  /** Words for readers who can't see it; empty for a figure that isn't a chart of the house. */
  readonly title: string;
  readonly alt: string;
}

export function isChart(picture: Chart | Drawing): picture is Chart {
  return "alt" in picture && "narrow" in picture;
}

/** Settles width, height and colours, within bounds that a page and a memory can bear. */
export function sized(picture: Chart | Drawing, options: PictureOptions): SizedDrawing {
  const width = options.width ?? 800;
  const chosen = themed(picture, options.theme ?? "light");
  const { data, layout } = isChart(chosen) ? forWidth(chosen, width) : chosen;
  const own = layout["height"];
  const height = options.height ?? (typeof own === "number" ? own : 450);
  for (const [name, value] of [
    ["width", width],
    ["height", height],
  ] as const) {
    if (!(value >= 100 && value <= 8000)) {
      throw new FigureError("bad-option", `a picture with a ${name} of ${value}: give 100 to 8000 pixels`);
    }
  }
  const words = isChart(picture) ? { title: picture.title, alt: picture.alt } : { title: "", alt: "" };
  return { data, layout: { ...layout, width, height }, width, height, ...words };
}
