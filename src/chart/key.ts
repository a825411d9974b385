import type { PlotlyLayout } from "./chart.js";
import { words } from "./frame.js";
import { tidy } from "./plain-text.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";

/** One entry of a key: a sign in the colour of what it stands for, and its name. */
export interface KeyEntry {
  readonly sign: string;
  readonly colour: string;
  readonly text: string;
}

const lineTall = 19;
const edge = 16;

/** A key in lines above the plot, for series that can't be named beside their marks; `left` is the plot's margin. */
export function key(
  entries: readonly KeyEntry[],
  layout: Layout,
  left: number,
): { tall: number; annotations: PlotlyLayout[] } {
  const room = designWidth[layout] - 2 * edge;
  let x = 0;
  let line = 0;
  const places = entries.map((entry) => {
    const signWidth = textWidth(entry.sign, size.text, 600) + 6;
    const width = signWidth + textWidth(tidy(entry.text), size.label) + 18;
    if (x > 0 && x + width - 18 > room) {
      x = 0;
      line += 1;
    }
    const place = { entry, x, line, signWidth };
    x += width;
    return place;
  });
  const tall = (line + 1) * lineTall;
  const annotations = places.flatMap(({ entry, x: from, line: at, signWidth }) => {
    const place = {
      xref: "paper",
      yref: "paper",
      x: 0,
      y: 1,
      yanchor: "middle",
      yshift: tall + 6 - (at + 0.5) * lineTall,
    };
    return [
      words(entry.sign, {
        ...place,
        xshift: edge - left + from,
        font: { size: size.text, color: entry.colour, weight: 600 },
      }),
      words(entry.text, {
        ...place,
        xshift: edge - left + from + signWidth,
        font: { size: size.label, color: light.ink },
      }),
    ];
  });
  return { tall: tall + 14, annotations };
}
