import { FigureError } from "../errors.js";
import { Near } from "../exact/decimal.js";
import type { Chart, Drawing } from "./chart.js";
import { charted } from "./displayed.js";
import { axisTitle, frame, words } from "./frame.js";
import { figuresOf, type SeriesText, sourced } from "./given.js";
import { key } from "./key.js";
import { show, showInterval } from "./number-text.js";
import { plain, plainHover } from "./plain-text.js";
import { looks, type NamedSeries, type Point, readSeries } from "./points.js";
import type { Interval } from "./quantity.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth, wrap } from "./text-width.js";

/**
 * What share of the whole each part had, by period, stacked to 100%. Only periods for which every part has a figure are
 * drawn; the others are named. A share's bounds: its lower end over the upper ends of the others, and the reverse.
 * @throws FigureError "bad-option" where no period has all parts, or a part may be below zero
 * @example shareChart([{ name: "Exports", points: [{ period: "2023", figure: figure("$110.97bn") }] }, { name: "Imports", points: [{ period: "2023", figure: figure("$129.14bn") }] }], { title, source })
 */
export function shareChart(parts: readonly NamedSeries[], options: SeriesText): Chart {
  const { series } = readSeries(parts);
  const text = sourced(options, figuresOf(parts));
  const every = series.flatMap(({ points }) => points);
  const periods = [...new Map(every.map((point) => [point.text, point])).values()].sort((a, b) => a.x - b.x);
  const columns = periods.flatMap((period) => {
    const points = series.map(({ points: own }) => own.find(({ text }) => text === period.text));
    return points.every((point) => point !== undefined)
      ? [{ name: period.name, shares: sharesOf(points) }]
      : [];
  });
  const left = periods.filter(({ name }) => !columns.some((column) => column.name === name));
  if (columns.length === 0) {
    throw new FigureError("bad-option", "no period has a figure for every part; shares need all of them");
  }
  const notes = [
    ...(options.notes ?? []),
    ...(left.length > 0
      ? [`Not every part has a figure for ${left.map(({ name }) => name).join(", ")}.`]
      : []),
  ];
  return charted(
    "shares",
    { ...text, notes },
    {
      alt: `Shares in per cent. ${columns
        .map(
          ({ name, shares }) =>
            `${name}: ${series.map((one, at) => `${one.name} ${shares[at]!.shown}%`).join(", ")}.`,
        )
        .join(" ")}`,
      table: {
        columns: ["Period", "Part", "Share, %", "What the digits allow"],
        rows: columns.flatMap(({ name, shares }) =>
          series.map((one, at) => [name, one.name, shares[at]!.shown, shares[at]!.range]),
        ),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const leftRoom = 50;
    const step = (designWidth[layout] - leftRoom - 16) / columns.length;
    const ticks = columns.map(({ name }) => wrap(name, Math.max(30, step - 6), size.label));
    const skip = Math.max(1, Math.ceil(34 / step));
    const plotHeight = layout === "wide" ? 300 : 260;
    const legend = key(
      series.map(({ name }, at) => ({ sign: "■", colour: looks[at]!.colour, text: name })),
      layout,
      leftRoom,
    );
    const base = (column: (typeof columns)[number], at: number) =>
      column.shares.slice(0, at).reduce((sum, { y }) => sum + y, 0);
    return {
      data: series.map(({ name }, at) => ({
        type: "bar",
        name,
        x: columns.map((_, index) => index),
        y: columns.map(({ shares }) => shares[at]!.y),
        base: columns.map((column) => base(column, at)),
        width: 0.8,
        marker: { color: looks[at]!.colour, line: { color: light.paper, width: 1 } },
        hovertext: columns.map((column) =>
          plainHover(`${name}, ${column.name}: ${column.shares[at]!.shown}% (${column.shares[at]!.range})`),
        ),
        hovertemplate: "%{hovertext}<extra></extra>",
      })),
      layout: frame(
        { ...text, notes },
        {
          layout,
          plotHeight,
          left: leftRoom,
          above: legend.tall + 6,
          below: 30 + Math.max(...ticks.map((name) => name.length)) * size.label * 1.3,
          xaxis: {
            title: axisTitle("Period", 6),
            range: [-0.6, columns.length - 0.4],
            tickvals: columns.map((_, index) => index).filter((index) => index % skip === 0),
            ticktext: ticks
              .filter((_, index) => index % skip === 0)
              .map((name) => name.map(plain).join("<br>")),
            showgrid: false,
          },
          yaxis: { title: axisTitle("Share, %", 8), range: [0, 100], nticks: 6 },
          annotations: [
            ...legend.annotations,
            ...columns.flatMap((column, index) =>
              column.shares.flatMap(({ y, shown }, at) =>
                (y / 100) * plotHeight < 20 || textWidth(`${shown}%`, size.small) > step * 0.8 - 10
                  ? []
                  : [
                      words(`${shown}%`, {
                        x: index,
                        y: base(column, at) + y / 2,
                        xanchor: "center",
                        yanchor: "middle",
                        bgcolor: light.paper,
                        borderpad: 2,
                        font: { size: size.small, color: light.ink },
                      }),
                    ],
              ),
            ),
          ],
          more: { barmode: "overlay" },
        },
      ),
    };
  }
}

interface Share {
  readonly y: number;
  readonly shown: string;
  readonly range: string;
}

function sharesOf(points: readonly Point[]): Share[] {
  const ends = points.map(({ quantity: { value, interval }, name }) => {
    if (interval.lower.lt(0) || value.lte(0) || !interval.upper.isFinite())
      throw new FigureError("bad-option", `${name}: a share needs parts above zero with finite bounds`);
    return { value: new Near(value), lower: new Near(interval.lower), upper: new Near(interval.upper) };
  });
  const sum = (end: "value" | "lower" | "upper") =>
    ends.reduce((total, one) => total.plus(one[end]), new Near(0));
  const [values, lowers, uppers] = [sum("value"), sum("lower"), sum("upper")];
  return ends.map(({ value, lower, upper }) => {
    const share = value.div(values).times(100);
    const interval = {
      lower: lower.isZero() ? lower : lower.div(uppers.minus(upper).plus(lower)).times(100),
      upper: upper.div(lowers.minus(lower).plus(upper)).times(100),
      lowerOpen: true,
      upperOpen: true,
    } satisfies Interval;
    const width = interval.upper.minus(interval.lower);
    const places = width.isZero() ? 1 : Math.min(2, Math.max(0, -width.e));
    return { y: share.toNumber(), shown: show(share, places), range: showInterval(interval, places + 1) };
  });
}
