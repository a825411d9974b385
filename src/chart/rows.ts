import type { PlotlyLayout } from "./chart.js";
import { lines } from "./frame.js";
import { tidy } from "./plain-text.js";
import { designWidth, type Layout, light, lineHeight, size } from "./style.js";
import { wrap } from "./text-width.js";

/** The name of one row of a chart whose rows run downwards, and what is said below the name. */
export interface RowName {
  readonly name: string;
  readonly detail?: string;
}

/** How rows are laid out: names beside the plot where there is room, above each row on a phone. */
export interface RowPlan {
  readonly left: number;
  readonly plotHeight: number;
  /** The y axis: hidden, since the names are words; its range in rows. */
  readonly yaxis: PlotlyLayout;
  readonly annotations: readonly PlotlyLayout[];
  /** Hairlines between rows, where names and marks are stacked and must not be mixed up. */
  readonly shapes: readonly PlotlyLayout[];
  /** Where the names of a row begin on the y axis. */
  top(row: number): number;
  /** Where the marks of a row are on the y axis. */
  at(row: number): number;
}

const wideColumn = 236;
const nameLine = size.label * lineHeight;
const detailLine = size.small * lineHeight;
const edge = 16;

/** Lays out the names of rows. The y axis counts pixels from the top, so that rows may differ in height. */
export function planRows(
  rows: readonly RowName[],
  layout: Layout,
  markRoom: number,
  options: { /** Room kept free at the right of the names, on a phone. */ readonly aside?: number } = {},
): RowPlan {
  const narrow = layout === "narrow";
  const room = narrow ? designWidth.narrow - 2 * edge - (options.aside ?? 0) : wideColumn - edge - 12;
  const texts = rows.map((row) => ({
    names: wrap(tidy(row.name), room, size.label, 600),
    details: row.detail ? wrap(tidy(row.detail), room, size.small) : [],
  }));
  const wordsTall = texts.map(({ names, details }) =>
    Math.ceil(names.length * nameLine + details.length * detailLine),
  );
  const heights = wordsTall.map((tall) =>
    narrow ? tall + 10 + markRoom : Math.max(tall + 14, markRoom + 6),
  );
  const tops: number[] = [];
  let total = 0;
  for (const height of heights) {
    tops.push(total);
    total += height;
  }
  const beside = { xref: "paper", x: 0, yref: "y", xshift: narrow ? 0 : edge - wideColumn };
  const annotations = texts.flatMap(({ names, details }, row) => {
    const top = narrow ? tops[row]! + 10 : tops[row]! + (heights[row]! - wordsTall[row]!) / 2;
    const bold = { size: size.label, color: light.ink, weight: 600 };
    const small = { size: size.small, color: light.muted };
    return [
      lines(names, { ...beside, y: top - 3, yanchor: "top", font: bold }),
      ...(details.length
        ? [lines(details, { ...beside, y: top - 3 + names.length * nameLine, yanchor: "top", font: small })]
        : []),
    ];
  });
  return {
    left: narrow ? edge : wideColumn,
    plotHeight: total,
    yaxis: { visible: false, range: [total, 0], showgrid: false },
    annotations,
    shapes: narrow ? tops.slice(1).map((top) => hairline(top)) : [],
    top: (row) => tops[row]!,
    at: (row) => tops[row]! + (narrow ? heights[row]! - markRoom / 2 : heights[row]! / 2),
  };
}

function hairline(y: number): PlotlyLayout {
  return {
    type: "line",
    layer: "below",
    xref: "paper",
    yref: "y",
    x0: 0,
    x1: 1,
    y0: y,
    y1: y,
    line: { color: light.grid, width: 1 },
  };
}
