import type { Chart, Drawing } from "./chart.js";
import { type ColourName, light, type Palette, palettes, type Theme } from "./style.js";

/** The properties in which plotly keeps colours. Text is left alone, so a label that says "#ffffff" stays as it is. */
const colourKey = /(^|_)(\w*color)$/;

/**
 * The same chart in the colours of a theme. Charts are made in light colours; `themed(chart, "dark")` exchanges them.
 * @param theme "light", "dark", or colours of one's own by the part that they play; parts left out stay as they are
 * @example themed(chart, { blue: "#005f73", orange: "#bb3e03" }).layout
 */
export function themed<C extends Drawing>(chart: C, theme: Theme | Partial<Palette>): C {
  if (theme === "light") return chart;
  const other: Palette = typeof theme === "string" ? palettes[theme] : { ...light, ...theme };
  const colours = new Map(
    Object.entries(light).map(([name, colour]) => [colour as string, other[name as ColourName]]),
  );
  const opaque = (value: string) => {
    const base = value.length === 9 ? colours.get(value.slice(0, 7)) : undefined;
    return base === undefined ? value : base + value.slice(7);
  };
  const exchange = (value: unknown, isColour: boolean): unknown => {
    if (typeof value === "string") {
      // "#1b4aa540" is a colour with its opacity.
      return isColour ? (colours.get(value) ?? opaque(value)) : value;
    }
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
