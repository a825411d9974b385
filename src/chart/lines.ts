import type { Chart, Drawing, PlotlyLayout, PlotlyTrace } from "./chart.js";
import { charted } from "./displayed.js";
import { axisTitle, frame, words } from "./frame.js";
import { figuresOf, indexOf, listOf, type OneOrMore, type SeriesText, sourced } from "./given.js";
import { monthTicks } from "./month-axis.js";
import { plainHover, tidy } from "./plain-text.js";
import {
  jointNotes,
  looks,
  type NamedSeries,
  type Point,
  periodName,
  pointRows,
  readSeries,
  runs,
  type Series,
  saidPoint,
} from "./points.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";
import { valueAxis } from "./value-axis.js";

export interface LineOptions extends SeriesText {
  /** The words of the axis; made from the figures unless told otherwise. */
  readonly unit?: string;
  /** The period whose figure, or the mean of whose figures, is 100: every series is drawn as an index. */
  readonly base?: string;
  /** Whether the axis begins at zero; it does not unless told so, since lines show change and not size. */
  readonly fromZero?: boolean;
}

/**
 * Figures in time as lines, each with the band that its digits allow. A missing period breaks the line.
 * @param given a series or several, up to five; each is told apart by colour, sign and dash, and named at its last point
 * @throws FigureError "bad-option" where there is no figure, or a series has none for the base; "limit" above five series
 * @example lineChart([{ name: "Exports", points: [{ period: "2023-08", figure: figure("$9.3bn") }, { period: "2023-09", figure: figure("$9.6bn") }] }], { title, source })
 */
export function lineChart(given: OneOrMore<NamedSeries>, options: LineOptions): Chart {
  const { base } = options;
  const all = listOf(given);
  const drawnSeries = base === undefined ? all : all.map((one) => indexOf(one, base));
  const { scale, series } = readSeries(
    drawnSeries,
    base === undefined ? options.unit : `Index, ${periodName(base)} = 100`,
  );
  const own = sourced(options, figuresOf(all));
  const text = { ...own, notes: [...(own.notes ?? []), ...jointNotes(series)] };
  const unit = tidy(scale.unit);
  const saidUnit = base === undefined ? unit : "";
  const gaps = series.filter(({ points }) => runs(points).length > 1).map(({ name }) => name);
  return charted(
    "lines",
    text,
    {
      alt:
        `Lines, ${unit}. ${series.map((one) => saidSeries(one, saidUnit)).join(" ")}` +
        (gaps.length > 0 ? ` ${gaps.join(", ")}: some periods have no figure.` : ""),
      table: { columns: ["Series", "Period", unit, "At least", "At most"], rows: pointRows(series) },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const last = series.map(({ name, points }) => ({ name, shown: points.at(-1)!.shown }));
    const plain = last.map(({ name, shown }) => `${name}: ${shown}`);
    const full = last.map(({ name, shown }) => `${name}: ${scale.short(shown)}`);
    const widthOf = (texts: readonly string[]) =>
      Math.max(...texts.map((text) => textWidth(text, size.label, 600)));
    // A phone has no room beside the plot: the names stand above, as a key.
    const beside = layout === "wide" && widthOf(plain) < MOST_BESIDE;
    const ends = widthOf(full) < (beside ? MOST_BESIDE : designWidth[layout] - 50) ? full : plain;
    const widest = widthOf(ends);
    const right = beside ? widest + 22 : 16;
    const every = series.flatMap(({ points }) => points);
    const from = Math.floor(Math.min(...every.map(({ x }) => x)));
    const until = Math.ceil(Math.max(...every.map(({ x }) => x)));
    const values = every.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]);
    const zero = options.fromZero ? [0] : base === undefined ? [] : [100];
    const [low, high] = [Math.min(...values, ...zero), Math.max(...values, ...zero)];
    const pad = (high - low || Math.abs(high) || 1) * 0.06;
    const range = [options.fromZero && low === 0 ? 0 : low - pad, high + pad] as const;
    const { left, yaxis } = valueAxis(unit, range);
    const plotHeight = layout === "wide" ? 300 : 260;
    const ticks = monthTicks(from, until, designWidth[layout] - left - right);
    const keyLines = beside ? 0 : series.length;
    const places = spread(
      series.map(({ points }) => points.at(-1)!.y),
      ((range[1] - range[0]) / plotHeight) * 15,
    );
    const names: PlotlyLayout[] = series.map((_, at) =>
      beside
        ? words(ends[at]!, {
            xref: "paper",
            x: 1,
            y: places[at]!,
            yanchor: "middle",
            xshift: 8,
            font: { size: size.label, color: light.ink, weight: 600 },
          })
        : words(`${sign(at)} ${ends[at]!}`, {
            xref: "paper",
            yref: "paper",
            x: 0,
            y: 1,
            yanchor: "bottom",
            yshift: 6 + (keyLines - 1 - at) * 17,
            font: { size: size.label, color: looks[at]!.colour, weight: 600 },
          }),
    );
    return {
      data: [
        ...series.map((one, at) => band(one, at, from)),
        ...series.map((one, at) => line(one, at, from, saidUnit)),
      ],
      layout: frame(text, {
        layout,
        plotHeight,
        left,
        right,
        above: beside ? 14 : 12 + keyLines * 17,
        below: 62,
        xaxis: {
          title: axisTitle("Month", 6),
          range: [-0.4, until - from + 0.4],
          tickvals: ticks.map(({ at }) => at + 0.5),
          ticktext: ticks.map(({ text }) => text),
          showgrid: false,
          ticks: "outside",
          ticklen: 4,
        },
        yaxis,
        shapes: base === undefined ? [] : [levelLine(100)],
        annotations: names,
      }),
    };
  }
}

/** The widest name that stands beside the plot, in pixels. */
const MOST_BESIDE = 220;
const SIGNS = ["●", "■", "◆", "▲", "✕"];
const sign = (at: number) => SIGNS[at] ?? "●";

function saidSeries({ name, points }: Series, unit: string): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  const single = points.filter(({ months }) => months === 1);
  const highest = single.reduce((a, b) => (b.quantity.value.gt(a.quantity.value) ? b : a));
  const from = first === last ? "" : `${first.name}: ${saidPoint(first, unit)}, `;
  return `${name}: ${from}${last.name}: ${saidPoint(last, unit)}; highest ${highest.shown} in ${highest.name}.`;
}

function line({ name, points }: Series, at: number, from: number, unit: string): PlotlyTrace {
  const joined = runs(points).flatMap((run, index): (Point | undefined)[] =>
    index === 0 ? run : [undefined, ...run],
  );
  const look = looks[at]!;
  return {
    type: "scatter",
    mode: "lines+markers",
    name,
    x: joined.map((point) => (point ? point.x - from : null)),
    y: joined.map((point) => (point ? point.y : null)),
    connectgaps: false,
    line: { color: look.colour, width: 2, dash: look.dash },
    marker: { symbol: look.symbol, size: points.length > 60 ? 4 : 7, color: look.colour },
    hovertext: joined.map((point) =>
      point ? plainHover(`${name}, ${point.name}: ${saidPoint(point, unit)}`) : "",
    ),
    hovertemplate: "%{hovertext}<extra></extra>",
    cliponaxis: false,
  };
}

/** What the digits allow, as an area around the line; where an end is infinite there is none. */
function band({ name, points }: Series, at: number, from: number): PlotlyTrace {
  const x: (number | null)[] = [];
  const y: (number | null)[] = [];
  for (const run of runs(points)) {
    const ends = run.filter(({ low, high }) => low !== undefined && high !== undefined);
    if (ends.length === 0) continue;
    if (x.length > 0) {
      x.push(null);
      y.push(null);
    }
    x.push(...ends.map((one) => one.x - from), ...ends.map((one) => one.x - from).reverse());
    y.push(...ends.map(({ low }) => low!), ...ends.map(({ high }) => high!).reverse());
  }
  return {
    type: "scatter",
    mode: "lines",
    name: `${name}, what the digits allow`,
    x,
    y,
    fill: "toself",
    fillcolor: `${looks[at]!.colour}38`,
    line: { color: looks[at]!.colour, width: 0.5 },
    hoverinfo: "skip",
  };
}

function levelLine(level: number): PlotlyLayout {
  const line = { color: light.axis, width: 1, dash: "dot" };
  return { type: "line", layer: "below", xref: "paper", x0: 0, x1: 1, y0: level, y1: level, line };
}

/** Places at least `apart` from each other, as near to those asked for as their order allows. */
export function spread(wanted: readonly number[], apart: number): number[] {
  const order = wanted.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y);
  for (let pass = 0; pass < 50; pass++) {
    let moved = false;
    for (const [i, upper] of order.slice(1).entries()) {
      const lower = order[i]!;
      const lack = apart - (upper.y - lower.y);
      if (lack <= apart * 1e-6) continue;
      lower.y -= lack / 2;
      upper.y += lack / 2;
      moved = true;
    }
    if (!moved) break;
  }
  const places = [...wanted];
  for (const { y, at } of order) places[at] = y;
  return places;
}
