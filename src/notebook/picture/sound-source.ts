import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findPackage, missing } from "./package.js";

/** How the script begins that hands chart2music to a page, packed. */
export const SOUND = "window.__tradeFigures&&(window.__tradeFigures.sound=";

/** chart2music as the page script runs it. */
export const playing = (text: string): string =>
  `(function(){${text}\nwindow.__tradeFigures.play=c2mChart})()`;

/** The chart2music that is installed. */
export function installedSound(): (() => string)[] {
  return findPackage("chart2music") === undefined ? [] : [soundSource];
}

/**
 * The source of chart2music as a page runs it: read as text, never run here.
 * @throws FigureError "missing-package" which names what to install
 */
export function soundSource(): string {
  const file = findPackage("chart2music");
  if (file === undefined) throw missing(["chart2music"], "a chart that can be heard");
  return readFileSync(join(dirname(file), "index.js"), "utf8");
}
