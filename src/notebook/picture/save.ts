import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname } from "node:path";
import type { Chart, Drawing } from "../../chart/chart.js";
import { FigureError } from "../../errors.js";
import { htmlPage } from "./html-page.js";
import type { PictureOptions } from "./options.js";
import { toPdf } from "./pdf.js";
import { toPng } from "./png.js";
import { toSvg } from "./svg.js";

const makers: Readonly<
  Record<string, (chart: Chart | Drawing, options: PictureOptions) => Promise<string | Uint8Array>>
> = {
  ".svg": toSvg,
  ".png": toPng,
  ".pdf": toPdf,
  ".html": htmlPage,
};

/**
 * Saves a chart as a picture or a page; the ending of the path says which: svg, png, pdf or html.
 * The file is written whole or not at all, and its bytes are the same on every run.
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
  const make = makers[ending];
  if (make === undefined) {
    throw new FigureError(
      "bad-option",
      `can't save a chart as "${path}": its ending must be .svg, .png, .pdf or .html`,
    );
  }
  const content = await make(chart, options);
  const part = `${path}.part-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, content);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new FigureError("no-file", `can't write "${path}": ${(error as Error).message}`);
  }
  return path;
}
