import type { Chart, Drawing } from "./chart.js";
import { type ColourName, light, palettes, type Theme } from "./style.js";

/** The properties in which plotly keeps colours. Text is left alone, so a label that says "#ffffff" stays as it is. */
const colourKey = /(^|_)(\w*color)$/;

/**
 * The same chart in the colours of a theme. Charts are made in light colours; `themed(chart, "dark")` exchanges them.
 * @example `themed(chart, "dark").layout`
 */
export function themed<C extends Drawing>(chart: C, theme: Theme): C {
  if (theme === "light") return chart;
  const other = palettes[theme];
  const colours = new Map(
    Object.entries(light).map(([name, colour]) => [colour as string, other[name as ColourName]]),
  );
  const exchange = (value: unknown, isColour: boolean): unknown => {
    if (typeof value === "string") return isColour ? (colours.get(value) ?? value) : value;
    if (Array.isArray(value)) return value.map((item) => exchange(item, isColour));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, exchange(item, colourKey.test(key))]),
    );
  };
  const drawing = ({ data, layout }: Drawing) => exchange({ data, layout }, false) as Drawing;
  const narrow = (chart as Partial<Pick<Chart, "narrow">>).narrow;
  return { ...chart, ...drawing(chart), ...(narrow ? { narrow: drawing(narrow) } : {}) };
}
