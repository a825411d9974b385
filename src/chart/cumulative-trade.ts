import { FigureError } from "../errors.js";
import type { Chart, Drawing, PlotlyLayout } from "./chart.js";
import { longMonth, shortMonth } from "./date-text.js";
import { charted } from "./displayed.js";
import { type Drawable, onOneScale } from "./drawn.js";
import { axisTitle, frame, words } from "./frame.js";
import { type SeriesText, sourced } from "./given.js";
import { monthNumber } from "./month-axis.js";
import { showPrinted } from "./number-text.js";
import { plain, plainHover, tidy } from "./plain-text.js";
import { type NamedSeries, periodText } from "./points.js";
import { coordinate } from "./quantity.js";
import { type ColourName, designWidth, type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";
import { valueAxis } from "./value-axis.js";

/** The cumulative figures of one year, each from January to the end of a month, as published at the time. */
export interface CumulativeSeries {
  /** "2023". */
  readonly year: string;
  readonly points: readonly { readonly period: string; readonly value: Drawable }[];
}

export interface CumulativeTradeOptions extends SeriesText {
  /** The words of the axis; made from the figures unless told otherwise. */
  readonly unit?: string;
}

/** The latest year first. Years are told apart by the sign of their points as well as by colour. */
const looks: readonly { colour: ColourName; symbol: string }[] = [
  { colour: "blue", symbol: "circle" },
  { colour: "grey", symbol: "square" },
  { colour: "plum", symbol: "diamond" },
  { colour: "teal", symbol: "triangle-up" },
];

/**
 * Trade from January on, year beside year: how far each had come by the end of a month. The last point of each year
 * carries its name and figure. Months without a figure are passed over, not interpolated: only points are figures.
 * @param given years, each with its figures; or a series of figures from January on, of which each year is a line
 * @throws FigureError "bad-option" where there is no figure, a period does not begin in January, or years are too many
 * @example cumulativeTradeChart([{ year: "2023", points: [{ period: "2023-01/2023-09", value }] }], { title, source, unit: "US$ billion" })
 */
export function cumulativeTradeChart(
  given: readonly CumulativeSeries[] | NamedSeries,
  options: CumulativeTradeOptions,
): Chart {
  const series = Array.isArray(given) ? (given as readonly CumulativeSeries[]) : byYear(given as NamedSeries);
  const figures = series.flatMap(({ points }) => points.map(({ value }) => value));
  const text = sourced(options, figures);
  const scale = onOneScale(figures, options.unit);
  const unit = tidy(scale.unit);
  const years = series
    .filter(({ points }) => points.length > 0)
    .map(({ year, points }) => ({
      year: tidy(year),
      points: points
        .map(({ period, value: given }) => {
          const value = scale.of(given);
          return {
            month: lastMonth(period, year),
            y: coordinate(value.value, `the figure of ${tidy(period)}`),
            shown: showPrinted(value),
          };
        })
        .sort((a, b) => a.month - b.month),
    }))
    .sort((a, b) => (a.year < b.year ? 1 : -1));
  if (years.length === 0) throw new FigureError("bad-option", "there is no cumulative figure to draw");
  if (years.length > looks.length)
    throw new FigureError(
      "bad-option",
      `${years.length} years: ${looks.length} can be told apart in one chart`,
    );
  const until = (month: number) => longMonth(month + 1);
  const said = years.map(({ year, points }) => {
    const last = points.at(-1)!;
    return `${year}: ${last.shown} by the end of ${until(last.month)}`;
  });
  return charted(
    "cumulative-trade",
    text,
    {
      alt: `Trade from January on, in ${unit}. ${said.join(". ")}.`,
      table: {
        columns: ["Year", "January to", unit],
        rows: years.flatMap(({ year, points }) =>
          points.map(({ month, shown }) => [year, until(month), shown]),
        ),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const labels = years.map(({ year, points }) => `${year}: ${points.at(-1)!.shown}`);
    const right = Math.max(...labels.map((label) => textWidth(label, size.label, 600))) + 22;
    const every = years.flatMap(({ points }) => points);
    const last = Math.max(...every.map(({ month }) => month));
    const [low, high] = [Math.min(0, ...every.map(({ y }) => y)), Math.max(0, ...every.map(({ y }) => y))];
    const { left, yaxis } = valueAxis(unit, [low * 1.06, high * 1.06 || 1]);
    const step = (designWidth[layout] - left - right) / (last + 1) < 34 ? 2 : 1;
    const ticks = Array.from({ length: last + 1 }, (_, month) => month).filter(
      (month) => (last - month) % step === 0,
    );
    return {
      data: years.map(({ year, points }, at) => ({
        type: "scatter",
        mode: "lines+markers",
        name: year,
        x: points.map(({ month }) => month),
        y: points.map(({ y }) => y),
        line: { color: light[looks[at]!.colour], width: 2 },
        marker: { symbol: looks[at]!.symbol, size: 8, color: light[looks[at]!.colour] },
        hovertext: points.map(({ month, shown }) =>
          plainHover(`January to ${until(month)} ${year}: ${shown} ${unit}`),
        ),
        hovertemplate: "%{hovertext}<extra></extra>",
        cliponaxis: false,
      })),
      layout: frame(text, {
        layout,
        plotHeight: layout === "wide" ? 300 : 260,
        left,
        right,
        xaxis: {
          title: axisTitle("From January to the end of", 8),
          range: [-0.3, last + 0.3],
          tickvals: ticks,
          ticktext: ticks.map((month) => plain(shortMonth(month + 1))),
          showgrid: false,
          ticks: "outside",
          ticklen: 4,
        },
        yaxis: { ...yaxis, zeroline: true, zerolinecolor: light.axis },
        annotations: years.map(
          ({ points }, at): PlotlyLayout =>
            words(labels[at]!, {
              x: points.at(-1)!.month,
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

/** The month, from 0, with which a stretch from January on ends. */
function lastMonth(period: string, year: string): number {
  const [from = "", to = from] = period.split("/");
  const [first, last] = [monthNumber(from), monthNumber(to)];
  const january = monthNumber(`${year}-01`);
  if (first === january && last >= january && last < january + 12) return last - january;
  throw new FigureError(
    "bad-option",
    `"${tidy(period)}" does not run from January of ${tidy(year)} to one of its months`,
  );
}

function byYear({ points }: NamedSeries): CumulativeSeries[] {
  const years = new Map<string, { period: string; value: Drawable }[]>();
  for (const { period, figure } of points) {
    const text = periodText(period);
    const year = text.slice(0, 4);
    // A whole year is the figure from January to December.
    const stretch = text === year ? `${year}-01/${year}-12` : text;
    years.set(year, [...(years.get(year) ?? []), { period: stretch, value: figure }]);
  }
  return [...years].map(([year, own]) => ({ year, points: own }));
}
