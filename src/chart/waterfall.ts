import type { ChartText, Drawing, PlotlyLayout, PlotlyTrace } from "./chart.js";
import { axisTitle, frame, lines } from "./frame.js";
import { plain, plainHover, tidy } from "./plain-text.js";
import { type ColourName, designWidth, type Layout, light, lineHeight, size } from "./style.js";
import { wrap } from "./text-width.js";

/** One bar of a waterfall: it stands from `from` to `to`; `value` and `detail` are its label, made from exact digits. */
export interface WaterfallBar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly detail?: string;
  readonly colour: ColourName;
  /** What the printed digits allow for the bar's end. */
  readonly interval?: { readonly from: number; readonly to: number };
}

const detailLine = size.small * lineHeight;

/** Bars that carry a level from one to the next. Plain bars with a base, so that the small plotly bundle draws them. */
export function waterfall(
  text: ChartText,
  bars: readonly WaterfallBar[],
  unit: string,
  layout: Layout,
): Drawing {
  const left = 58;
  const right = 16;
  const step = (designWidth[layout] - left - right) / bars.length;
  const names = bars.map((bar) => wrap(tidy(bar.name), step - 8, size.label));
  const details = bars.map((bar) => (bar.detail ? wrap(tidy(bar.detail), step - 6, size.small) : []));
  const ends = bars.flatMap((bar) => [
    bar.from,
    bar.to,
    ...(bar.interval ? [bar.interval.from, bar.interval.to] : []),
  ]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const labelTall = Math.max(...details.map((detail) => 18 + detail.length * detailLine)) + 14;
  const plotHeight = layout === "wide" ? 300 : 290;
  // The highest bar's label needs its room inside the plot.
  const span = ((high - low) * plotHeight) / (plotHeight - labelTall - (low < 0 ? 10 : 0));
  const data: PlotlyTrace[] = [
    {
      type: "bar",
      x: bars.map((_, index) => index),
      y: bars.map((bar) => bar.to - bar.from),
      base: bars.map((bar) => bar.from),
      width: 0.62,
      marker: { color: bars.map((bar) => light[bar.colour]), line: { width: 0 } },
      hovertext: bars.map((bar) => plainHover([bar.name, bar.value, bar.detail].filter(Boolean).join(": "))),
      hovertemplate: "%{hovertext}<extra></extra>",
    },
  ];
  const links: PlotlyLayout[] = bars.slice(1).map((bar, index) => {
    const level = bars[index]!.to;
    return {
      type: "line",
      layer: "below",
      x0: index - 0.31,
      x1: index + 1.31,
      y0: level,
      y1: level,
      line: { color: bar ? light.axis : light.grid, width: 1, dash: "dot" },
    };
  });
  const whiskers: PlotlyLayout[] = bars.flatMap((bar, index) =>
    bar.interval
      ? [
          {
            type: "line",
            x0: index,
            x1: index,
            y0: bar.interval.from,
            y1: bar.interval.to,
            line: { color: light.ink, width: 2 },
          },
        ]
      : [],
  );
  const above = bars.flatMap((bar, index): PlotlyLayout[] => {
    const at = {
      x: index,
      y: Math.max(bar.from, bar.to, bar.interval?.to ?? bar.to),
      xanchor: "center",
      align: "center",
      bgcolor: light.paper,
    };
    const detail = details[index]!;
    return [
      lines([bar.value], {
        ...at,
        yanchor: "bottom",
        yshift: 4 + detail.length * detailLine + (detail.length ? 2 : 0),
        font: { size: size.text + 1, color: light.ink, weight: 600 },
      }),
      ...(detail.length
        ? [
            lines(detail, {
              ...at,
              yanchor: "bottom",
              yshift: 4,
              font: { size: size.small, color: light.muted },
            }),
          ]
        : []),
    ];
  });
  return {
    data,
    layout: frame(text, {
      layout,
      plotHeight,
      left,
      right,
      below: 12 + Math.max(...names.map((name) => name.length)) * size.label * lineHeight + 24,
      xaxis: {
        title: axisTitle("Step of the calculation", 8),
        range: [-0.5, bars.length - 0.5],
        tickvals: bars.map((_, index) => index),
        ticktext: names.map((name) => name.map(plain).join("<br>")),
        tickfont: { size: size.label, color: light.ink },
        showgrid: false,
      },
      yaxis: {
        title: axisTitle(unit, 8),
        range: [low === 0 ? 0 : low - (span * 10) / plotHeight, low + span],
        zeroline: true,
        zerolinecolor: light.axis,
        nticks: 6,
      },
      shapes: [...links, ...whiskers],
      annotations: above,
    }),
  };
}
