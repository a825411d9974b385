import { FigureError } from "../errors.js";
import { dayNumber, period } from "../figure/period.js";
import type { Chart, ChartText, Drawing, PlotlyTrace } from "./chart.js";
import { showDate } from "./date-text.js";
import { charted } from "./displayed.js";
import { axisTitle, frame } from "./frame.js";
import { monthTicks } from "./month-axis.js";
import { plainHover, tidy } from "./plain-text.js";
import { place } from "./points.js";
import { planRows } from "./rows.js";
import { designWidth, type Layout, light } from "./style.js";

/** Something that happened on a day or within a stretch of time. */
export interface TimelineEvent {
  /** "2023-10-23", "2023-06", "2023-01/2023-09": as exactly as it is known. */
  readonly period: string;
  readonly text: string;
  /** Where it happened, or who says so. */
  readonly detail?: string;
}

/**
 * Events in time, one row each, in the order of their beginning: a point for a day, a bar as long as the time within
 * which it is known to lie.
 * @throws FigureError "bad-option" where there is no event or a period isn't one
 * @example timelineChart([{ period: "2023-06", text: "Goods may go by way of Vladivostok" }], { title, source })
 */
export function timelineChart(events: readonly TimelineEvent[], options: ChartText): Chart {
  if (events.length === 0) throw new FigureError("bad-option", "there is no event to draw");
  const all = events
    .map((event) => {
      const { start, end } = period(event.period);
      return {
        text: tidy(event.text),
        detail: event.detail === undefined ? "" : tidy(event.detail),
        when: event.period.split("/").map(showDate).join(" to "),
        from: place(start, 0),
        to: place(end, 1),
        days: dayNumber(end) - dayNumber(start) + 1,
      };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  return charted(
    "timeline",
    options,
    {
      alt: `${all.map(({ when, text }) => `${when}: ${text}.`).join(" ")}`,
      table: {
        columns: ["When", "What", "Where or who"],
        rows: all.map(({ when, text, detail }) => [when, text, detail]),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const rows = planRows(
      all.map(({ when, text, detail }) => ({
        name: text,
        detail: [when, detail].filter(Boolean).join("; "),
      })),
      layout,
      22,
    );
    const first = Math.floor(Math.min(...all.map(({ from }) => from)));
    const last = Math.ceil(Math.max(...all.map(({ to }) => to))) - 1;
    const ticks = monthTicks(first, last, designWidth[layout] - rows.left - 16);
    const data: PlotlyTrace[] = all.map(({ from, to, days, when, text }, row) => {
      const day = days === 1;
      const hover = plainHover(`${when}: ${text}`);
      const x = day ? [(from + to) / 2 - first] : [from - first, to - first];
      return {
        type: "scatter",
        mode: day ? "markers" : "lines",
        name: text,
        x,
        y: x.map(() => rows.at(row)),
        ...(day
          ? { marker: { symbol: "circle", size: 11, color: light.blue } }
          : { line: { color: light.blue, width: 9 } }),
        hovertext: x.map(() => hover),
        hovertemplate: "%{hovertext}<extra></extra>",
        cliponaxis: false,
      };
    });
    return {
      data,
      layout: frame(options, {
        layout,
        plotHeight: rows.plotHeight,
        left: rows.left,
        below: 62,
        xaxis: {
          title: axisTitle("Month", 6),
          range: [0, last - first + 1],
          // A month's name stands below its middle.
          tickvals: ticks.map(({ at }) => at + 0.5),
          ticktext: ticks.map(({ text }) => text),
          showgrid: layout === "wide",
          ticks: "outside",
          ticklen: 4,
        },
        yaxis: rows.yaxis,
        shapes: [...rows.shapes],
        annotations: [...rows.annotations],
      }),
    };
  }
}
