import type { Decimal } from "decimal.js";
import { FigureError } from "../errors.js";
import type { Chart, Drawing, PlotlyLayout } from "./chart.js";
import { charted } from "./displayed.js";
import { type Drawable, drawn } from "./drawn.js";
import { axisTitle, frame, tickFormat, words } from "./frame.js";
import { figureAt, type SeriesText, sourced } from "./given.js";
import { showInterval, showSigned } from "./number-text.js";
import { plainHover, tidy } from "./plain-text.js";
import type { NamedSeries } from "./points.js";
import { clipped, coordinate, type Quantity } from "./quantity.js";
import { planRows } from "./rows.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";

/** What one part adds to the growth of the whole, in percentage points. */
export interface Contribution {
  readonly label: string;
  readonly points: Drawable;
  readonly detail?: string;
}

export interface ContributionsOptions extends SeriesText {
  /** The period that is drawn, where the parts are series. */
  readonly at?: string;
  /** The growth of the whole, drawn as the last bar. */
  readonly total?: Contribution | NamedSeries;
  /** Decimal places of the shown contributions; 1 unless told otherwise. */
  readonly places?: number;
}

/**
 * What each part adds to growth, as bars from zero, with whiskers for what the printed digits allow.
 * @param given parts, or the series that `Series.contributions` gives with `at`, in the order in which they are to be read
 * @throws FigureError "bad-option" where there is no part, or a contribution isn't finite
 * @example contributionChart([{ label: "Exports", points }, { label: "Imports", points }], { title, source })
 */
export function contributionChart(
  given: readonly (Contribution | NamedSeries)[],
  options: ContributionsOptions,
): Chart {
  const parts = given.map((one) => partOf(one, options.at));
  const total = options.total && partOf(options.total, options.at);
  if (parts.length === 0) throw new FigureError("bad-option", "there is no contribution to draw");
  const text = sourced(
    options,
    parts.map(({ points }) => points),
  );
  const places = options.places ?? 1;
  const bars = [...parts, ...(total ? [total] : [])].map((part, index) => {
    const points = drawn(part.points);
    return {
      ...part,
      points,
      isTotal: index === parts.length,
      x: coordinate(points.value, `the contribution of "${tidy(part.label)}"`),
      shown: showSigned(points.value, places),
    };
  });
  const interval = ({ points }: { points: Quantity }) => showInterval(points.interval, places);
  return charted(
    "contributions",
    text,
    {
      alt: `${bars.map((bar) => `${tidy(bar.label)}: ${bar.shown} percentage points.`).join(" ")}`,
      table: {
        columns: ["Part", "Percentage points", "What the digits allow"],
        rows: bars.map((bar) => [tidy(bar.label), bar.shown, interval(bar)]),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const rows = planRows(
      bars.map(({ label, detail }) => ({ name: label, ...(detail ? { detail } : {}) })),
      layout,
      26,
    );
    const ends = bars.flatMap(({ x, points }) => [
      x,
      ...finite(points.interval.lower),
      ...finite(points.interval.upper),
    ]);
    const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    const span = high - low || 1;
    const plotWidth = designWidth[layout] - rows.left - 16;
    // A label stands beyond the end of its bar: its room is part of the axis.
    const label =
      ((Math.max(...bars.map((bar) => textWidth(bar.shown, size.text, 600))) + 22) / plotWidth) * span;
    const range = [low < 0 ? low - label : 0, high > 0 ? high + label : 0] as const;
    const whiskers: PlotlyLayout[] = bars.map((bar, row) => {
      const { from, to } = clipped(bar.points.interval, range[0], range[1]);
      const y = rows.at(row);
      return { type: "line", x0: from, x1: to, y0: y, y1: y, line: { color: light.ink, width: 2 } };
    });
    return {
      data: [
        {
          type: "bar",
          orientation: "h",
          x: bars.map((bar) => bar.x),
          y: bars.map((_, row) => rows.at(row)),
          width: bars.map(() => 18),
          marker: {
            color: bars.map((bar) => (bar.isTotal ? light.grey : bar.x < 0 ? light.orange : light.blue)),
          },
          hovertext: bars.map((bar) =>
            plainHover(`${tidy(bar.label)}: ${bar.shown} percentage points (${interval(bar)})`),
          ),
          hovertemplate: "%{hovertext}<extra></extra>",
        },
      ],
      layout: frame(text, {
        layout,
        plotHeight: rows.plotHeight,
        left: rows.left,
        xaxis: {
          title: axisTitle("Contribution to growth, percentage points"),
          range: [...range],
          zeroline: layout === "wide",
          zerolinecolor: light.axis,
          showgrid: layout === "wide",
          nticks: layout === "wide" ? 8 : 5,
          tickformat: tickFormat(range[1] - range[0], 6),
          ticks: "outside",
          ticklen: 4,
        },
        yaxis: rows.yaxis,
        shapes: [...rows.shapes, ...whiskers],
        annotations: [
          ...rows.annotations,
          ...bars.map((bar, row) => {
            const { from, to } = clipped(bar.points.interval, range[0], range[1]);
            const left = bar.x < 0;
            return words(bar.shown, {
              x: left ? Math.min(from, bar.x) : Math.max(to, bar.x),
              y: rows.at(row),
              yref: "y",
              yanchor: "middle",
              xanchor: left ? "right" : "left",
              xshift: left ? -8 : 8,
              font: { size: size.text, color: light.ink, weight: 600 },
              bgcolor: light.paper,
            });
          }),
        ],
      }),
    };
  }
}

function finite(value: Decimal): number[] {
  return value.isFinite() ? [value.toNumber()] : [];
}

function partOf(of: Contribution | NamedSeries, at: string | undefined): Contribution {
  if (!("name" in of)) return of;
  if (at === undefined)
    throw new FigureError(
      "bad-option",
      `"${tidy(of.name)}" is a series: say which period is drawn, at: "2023-09"`,
    );
  return { label: of.name.replace(/, contribution to growth$/, ""), points: figureAt(of, at) };
}
