import type { Chart, Drawing, PlotlyLayout } from "./chart.js";
import { charted } from "./displayed.js";
import { axisTitle, frame, words } from "./frame.js";
import { figuresOf, listOf, type OneOrMore, type SeriesText, sourced } from "./given.js";
import { key } from "./key.js";
import { plain, plainHover, tidy } from "./plain-text.js";
import { jointNotes, looks, type NamedSeries, pointRows, readSeries, saidPoint } from "./points.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth, wrap } from "./text-width.js";
import { valueAxis } from "./value-axis.js";

export interface BarOptions extends SeriesText {
  /** The words of the axis; made from the figures unless told otherwise. */
  readonly unit?: string;
}

/**
 * Figures of any series as bars from zero, with whiskers for what the digits allow. Several series stand side by side;
 * a period that one of them lacks stays empty and says so.
 * @param given a series or several: what `series()` makes, or a name with points
 * @throws FigureError "bad-option" where there is no figure; "limit" above five series
 * @example barChart([{ name: "Exports", points: [{ period: "2022", figure: figure("$76.12bn") }, { period: "2023", figure: figure("$110.97bn") }] }], { title, source })
 */
export function barChart(given: OneOrMore<NamedSeries>, options: BarOptions): Chart {
  const all = listOf(given);
  const { scale, series } = readSeries(all, options.unit);
  const own = sourced(options, figuresOf(all));
  const text = { ...own, notes: [...(own.notes ?? []), ...jointNotes(series)] };
  const unit = tidy(scale.unit);
  const every = series.flatMap(({ points }) => points);
  const periods = [...new Map(every.map((point) => [point.text, point])).values()].sort((a, b) => a.x - b.x);
  return charted(
    "bars",
    text,
    {
      alt: `Bars, ${unit}. ${series
        .map(({ name, points }) => `${name}: ${points.map((one) => `${one.name} ${one.shown}`).join(", ")}.`)
        .join(" ")}`,
      table: { columns: ["Series", "Period", unit, "At least", "At most"], rows: pointRows(series) },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const ends = every.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]);
    const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    const span = high - low || 1;
    const { left, yaxis } = valueAxis(unit, [
      low < 0 ? low - span * 0.1 : 0,
      high > 0 ? high + span * 0.1 : 0,
    ]);
    const step = (designWidth[layout] - left - 16) / periods.length;
    const wide = 0.8 / series.length;
    const at = (text: string, index: number) =>
      periods.findIndex((one) => one.text === text) - 0.4 + (index + 0.5) * wide;
    // A figure stands above its bar where all of them fit; the table and the hover have them anyhow.
    const labelled = every.every(({ shown }) => textWidth(shown, size.small) < step * wide - 2);
    const every2 = Math.max(1, Math.ceil(34 / step));
    // A name has the room of the bars whose names are left out after it.
    const names = periods.map(({ name }) => wrap(name, Math.max(30, step * every2 - 6), size.label));
    const legend = key(
      series.map(({ name }, index) => ({ sign: "■", colour: looks[index]!.colour, text: name })),
      layout,
      left,
    );
    const keyed = series.length > 1;
    const missing = series.flatMap(({ points }, index) =>
      periods
        .filter(({ text }) => !points.some((point) => point.text === text))
        .map(({ text }) => at(text, index)),
    );
    const whiskers: PlotlyLayout[] = series.flatMap(({ points }, index) =>
      points.flatMap(({ text, low: from, high: to }) =>
        from === undefined || to === undefined || from === to
          ? []
          : [
              {
                type: "line",
                x0: at(text, index),
                x1: at(text, index),
                y0: from,
                y1: to,
                line: { color: light.ink, width: 2 },
              },
            ],
      ),
    );
    return {
      data: [
        ...series.map(({ name, points }, index) => ({
          type: "bar",
          name,
          x: points.map(({ text }) => at(text, index)),
          y: points.map(({ y }) => y),
          width: wide * 0.94,
          marker: { color: looks[index]!.colour },
          hovertext: points.map((point) => plainHover(`${name}, ${point.name}: ${saidPoint(point, unit)}`)),
          hovertemplate: "%{hovertext}<extra></extra>",
        })),
        {
          type: "scatter",
          mode: "markers",
          name: "No figure found",
          x: missing,
          y: missing.map(() => span * 0.02),
          marker: { symbol: "x-thin", size: 7, line: { width: 1.5, color: light.muted } },
          hovertext: missing.map(() => "no figure found"),
          hovertemplate: "%{hovertext}<extra></extra>",
        },
      ],
      layout: frame(text, {
        layout,
        plotHeight: layout === "wide" ? 300 : 260,
        left,
        above: keyed ? legend.tall + 6 : 20,
        below: 30 + Math.max(...names.map((name) => name.length)) * size.label * 1.3,
        xaxis: {
          title: axisTitle("Period", 6),
          range: [-0.6, periods.length - 0.4],
          tickvals: periods.map((_, index) => index).filter((index) => index % every2 === 0),
          ticktext: names
            .filter((_, index) => index % every2 === 0)
            .map((name) => name.map(plain).join("<br>")),
          showgrid: false,
        },
        yaxis: { ...yaxis, zeroline: true, zerolinecolor: light.axis },
        shapes: whiskers,
        annotations: [
          ...(keyed ? legend.annotations : []),
          ...(labelled
            ? series.flatMap(({ points }, index) =>
                points.map(({ text, y, low: from, high: to, shown }) =>
                  words(shown, {
                    x: at(text, index),
                    y: y < 0 ? (from ?? y) : (to ?? y),
                    xanchor: "center",
                    yanchor: y < 0 ? "top" : "bottom",
                    yshift: y < 0 ? -3 : 3,
                    font: { size: size.small, color: light.ink },
                  }),
                ),
              )
            : []),
        ],
        more: { barmode: "overlay" },
      }),
    };
  }
}
