import { FigureError } from "../errors.js";
import type { Chart, Drawing } from "./chart.js";
import { designWidth } from "./style.js";

/**
 * The drawing that suits a width in pixels: below 700 the layout for phones, from there on the wide one.
 * @throws FigureError "bad-option" where the width is below 300 or above 4000
 * @example `forWidth(chart, 375).layout`
 */
export function forWidth(chart: Chart, width: number): Drawing {
  if (!(width >= 300 && width <= 4000)) {
    throw new FigureError("bad-option", `a chart of ${width} pixels: give a width from 300 to 4000`);
  }
  const { data, layout } = width < designWidth.wide ? chart.narrow : chart;
  return { data, layout: { ...layout, width } };
}
