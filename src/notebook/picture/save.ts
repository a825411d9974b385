import { mkdirSync } from "node:fs";
import { dirname, extname } from "node:path";
import type { Chart, Drawing } from "../../chart/chart.js";
import { writeWhole } from "../../data/index.js";
import { FigureError } from "../../errors.js";
import { chartCsv, chartJson } from "./figures-file.js";
import { htmlPage } from "./html-page.js";
import { isChart, type PictureOptions } from "./options.js";
import { toPdf } from "./pdf.js";
import { toPng } from "./png.js";
import { toSvg } from "./svg.js";

type Maker = (
  chart: Chart | Drawing,
  options: PictureOptions,
) => string | Uint8Array | Promise<string | Uint8Array>;

/** A bare plotly figure carries no table of what it shows. */
const figuresOf = (make: (chart: Chart) => string) => (chart: Chart | Drawing) => {
  if (isChart(chart)) return make(chart);
  throw new FigureError(
    "bad-option",
    "a plotly figure has no table to save; give a chart of trade-figures/chart",
  );
};

const makers: Readonly<Record<string, Maker>> = {
  ".svg": toSvg,
  ".png": toPng,
  ".pdf": toPdf,
  ".html": htmlPage,
  ".csv": figuresOf(chartCsv),
  ".json": figuresOf(chartJson),
};

/**
 * Saves a chart as a picture, a page, or its figures as a table; the ending of the path says which: svg, png, pdf, html,
 * csv or json. The file is written whole or not at all, and its bytes are the same on every run.
 * @returns the path
 * @throws FigureError "bad-option" for another ending, "missing-package" which names what to install
 * @example await save(chart, "report/rates.svg", { width: 375, theme: "dark" })
 */
export async function save(
  chart: Chart | Drawing,
  path: string,
  options: PictureOptions = {},
): Promise<string> {
  const ending = extname(path).toLowerCase();
  const make = Object.hasOwn(makers, ending) ? makers[ending] : undefined;
  if (make === undefined) {
    throw new FigureError(
      "bad-option",
      `can't save a chart as "${path}": its ending must be .svg, .png, .pdf, .html, .csv or .json`,
    );
  }
  const content = await make(chart, options);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new FigureError("no-file", `can't make the folder of "${path}": ${(error as Error).message}`);
  }
  writeWhole(path, content);
  return path;
}
