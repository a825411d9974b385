import { FigureError } from "../errors.js";
import type { Chart, ChartText, Drawing } from "./chart.js";
import { displayed } from "./displayed.js";
import { axisTitle, frame, sourceLine, words } from "./frame.js";
import { monthName, monthNumber, monthTicks } from "./month-axis.js";
import { showPrinted } from "./number-text.js";
import { plainHover, tidy } from "./plain-text.js";
import { coordinate, type Quantity } from "./quantity.js";
import { designWidth, type Layout, light, seriesColours, size } from "./style.js";
import { textWidth } from "./text-width.js";

/** One series of single months in the unit of the chart. */
export interface LineSeries {
  readonly name: string;
  readonly points: readonly { readonly period: string; readonly value: Quantity }[];
}

export interface SeriesLinesOptions extends ChartText {
  readonly unit: string;
}

const SYMBOLS = ["circle", "square", "diamond", "triangle-up"] as const;

/**
 * Figures of single months over time, one line a series. A month without a figure breaks the line; nothing is filled in.
 * The last point of each line carries its name and figure.
 * @throws FigureError "bad-option" where there is no figure, more than four series, or a period that is no month
 * @example seriesLinesChart([{ name: "Exports", points: [{ period: "2024-01", value }] }], { title, source, unit: "billion yen" })
 */
export function seriesLinesChart(series: readonly LineSeries[], options: SeriesLinesOptions): Chart {
  const unit = tidy(options.unit);
  const lines = series.map(({ name, points }) => ({
    name: tidy(name),
    points: points
      .map(({ period, value }) => ({
        month: monthNumber(period),
        y: coordinate(value.value, `the figure of ${tidy(period)}`),
        shown: showPrinted(value),
      }))
      .sort((a, b) => a.month - b.month),
  }));
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) throw new FigureError("bad-option", "there is no figure to draw");
  if (lines.length > SYMBOLS.length)
    throw new FigureError(
      "bad-option",
      `${lines.length} series: ${SYMBOLS.length} can be told apart in one chart`,
    );
  const first = Math.min(...all.map(({ month }) => month));
  const last = Math.max(...all.map(({ month }) => month));
  const said = lines.map(({ name, points }) => {
    const [from, to] = [points[0]!, points.at(-1)!];
    return `${name}: ${from.shown} in ${monthName(from.month)}, ${to.shown} in ${monthName(to.month)}`;
  });
  return displayed({
    kind: "series-lines",
    title: tidy(options.title),
    alt: `${tidy(options.title)}. By month, in ${unit}. ${said.join(". ")}.`,
    source: sourceLine(options.source),
    notes: (options.notes ?? []).map(tidy),
    table: {
      columns: ["Series", "Month", unit],
      rows: lines.flatMap(({ name, points }) =>
        points.map(({ month, shown }) => [name, monthName(month), shown]),
      ),
    },
    ...draw("wide"),
    narrow: draw("narrow"),
  });

  function draw(layout: Layout): Drawing {
    const left = 64;
    const labels = lines.map(
      ({ name, points }) => (lines.length === 1 ? "" : `${name}: `) + points.at(-1)!.shown,
    );
    const right = Math.max(...labels.map((label) => textWidth(label, size.label, 600))) + 22;
    const ticks = monthTicks(first, last, designWidth[layout] - left - right);
    const low = Math.min(0, ...all.map(({ y }) => y));
    const high = Math.max(0, ...all.map(({ y }) => y));
    return {
      data: lines.map(({ name, points }, at) => {
        const every = Array.from({ length: last - first + 1 }, (_, i) =>
          points.find((one) => one.month === first + i),
        );
        return {
          type: "scatter",
          mode: "lines+markers",
          name,
          x: every.map((_, i) => i),
          y: every.map((one) => one?.y ?? null),
          connectgaps: false,
          line: { color: light[seriesColours[at]!], width: 2 },
          marker: { symbol: SYMBOLS[at], size: 6, color: light[seriesColours[at]!] },
          hovertext: every.map((one) =>
            one === undefined ? "" : plainHover(`${name}, ${monthName(one.month)}: ${one.shown} ${unit}`),
          ),
          hovertemplate: "%{hovertext}<extra></extra>",
          cliponaxis: false,
        };
      }),
      layout: frame(options, {
        layout,
        plotHeight: layout === "wide" ? 300 : 260,
        left,
        right,
        below: 56,
        xaxis: {
          range: [-0.4, last - first + 0.4],
          tickvals: ticks.map(({ at }) => at),
          ticktext: ticks.map(({ text }) => text),
          showgrid: false,
          ticks: "outside",
          ticklen: 4,
        },
        yaxis: {
          title: axisTitle(unit, 8),
          range: [low * 1.06, high * 1.06 || 1],
          zeroline: true,
          zerolinecolor: light.axis,
          nticks: 6,
        },
        annotations: lines.map(({ points }, at) =>
          words(labels[at]!, {
            x: points.at(-1)!.month - first,
            y: points.at(-1)!.y,
            yanchor: "middle",
            xshift: 10,
            font: { size: size.label, color: light.ink, weight: 600 },
          }),
        ),
      }),
    };
  }
}
