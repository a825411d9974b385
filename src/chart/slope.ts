import { FigureError } from "../errors.js";
import type { Chart, Drawing, PlotlyTrace } from "./chart.js";
import { charted } from "./displayed.js";
import { type Drawable, onOneScale } from "./drawn.js";
import { axisTitle, frame, words } from "./frame.js";
import { figureAt, type SeriesText, sourced } from "./given.js";
import { spread } from "./lines.js";
import { showInterval, showPrinted } from "./number-text.js";
import { plain, plainHover, tidy } from "./plain-text.js";
import { type NamedSeries, periodName } from "./points.js";
import { coordinate } from "./quantity.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";

/** What changed between two periods: a partner, a province, a good. */
export interface SlopeRow {
  readonly name: string;
  readonly from: Drawable;
  readonly to: Drawable;
}

export interface SlopeOptions extends SeriesText {
  /** The two periods: "2022", "2023"; for rows that are no series, any words for them. */
  readonly from: string;
  readonly to: string;
  readonly unit?: string;
}

/**
 * Two levels of each row, joined by a line: what rose, what fell and what changed places. A fall is dashed, so that it
 * is not told by its colour alone; whiskers are what the digits allow.
 * @param given rows with both levels, or series that have a figure for both periods
 * @throws FigureError "bad-option" where there is no row, "limit" above 12 of them
 * @example slopeChart([{ name: "Russia", from: figure("$190.27bn"), to: figure("$240.11bn") }], { from: "2022", to: "2023", title, source })
 */
export function slopeChart(given: readonly (SlopeRow | NamedSeries)[], options: SlopeOptions): Chart {
  const rows = given.map((row) =>
    "points" in row
      ? { name: row.name, from: figureAt(row, options.from), to: figureAt(row, options.to) }
      : row,
  );
  if (rows.length === 0) throw new FigureError("bad-option", "there is no row to draw");
  if (rows.length > 12)
    throw new FigureError("limit", `${rows.length} rows: 12 are the most that can be read`);
  const text = sourced(
    options,
    rows.flatMap(({ from, to }) => [from, to]),
  );
  const scale = onOneScale(
    rows.flatMap(({ from, to }) => [from, to]),
    options.unit,
  );
  const unit = tidy(scale.unit);
  const all = rows.map((row) => {
    const [from, to] = [scale.of(row.from), scale.of(row.to)];
    const name = tidy(row.name);
    return {
      name,
      fell: to.value.lt(from.value),
      ends: [from, to].map((one) => ({
        y: coordinate(one.value, name),
        shown: showPrinted(one),
        range: showInterval(one.interval),
        error:
          one.interval.lower.isFinite() && one.interval.upper.isFinite()
            ? [one.interval.upper.minus(one.value).toNumber(), one.value.minus(one.interval.lower).toNumber()]
            : [0, 0],
      })),
    };
  });
  const periods = [options.from, options.to].map(periodName);
  return charted(
    "slope",
    text,
    {
      alt: `From ${periods[0]} to ${periods[1]}, ${unit}. ${all
        .map(
          ({ name, ends, fell }) =>
            `${name}: ${fell ? "down" : "up"} from ${ends[0]!.shown} to ${ends[1]!.shown}.`,
        )
        .join(" ")}`,
      table: {
        columns: ["Row", "Period", unit, "What the digits allow"],
        rows: all.flatMap(({ name, ends }) =>
          ends.map(({ shown, range }, at) => [name, periods[at]!, shown, range]),
        ),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const texts = {
      left: all.map(({ ends }) => ends[0]!.shown),
      right: all.map(({ name, ends }) => `${ends[1]!.shown} ${name}`),
    };
    const room = (list: readonly string[]) =>
      Math.max(...list.map((text) => textWidth(text, size.label, 600)));
    const left = 26 + room(texts.left);
    const right = Math.min(22 + room(texts.right), designWidth[layout] * 0.5);
    const ys = all.flatMap(({ ends }) => ends.map(({ y }) => y));
    const [low, high] = [Math.min(...ys), Math.max(...ys)];
    const pad = (high - low || Math.abs(high) || 1) * 0.08;
    const plotHeight = Math.max(260, rows.length * 26);
    const apart = ((high - low + 2 * pad) / plotHeight) * 16;
    const [before, after] = [0, 1].map((end) =>
      spread(
        all.map(({ ends }) => ends[end]!.y),
        apart,
      ),
    );
    const data: PlotlyTrace[] = all.map(({ name, ends, fell }) => ({
      type: "scatter",
      mode: "lines+markers",
      name,
      x: [0, 1],
      y: ends.map(({ y }) => y),
      error_y: {
        type: "data",
        symmetric: false,
        array: ends.map(({ error }) => error[0]),
        arrayminus: ends.map(({ error }) => error[1]),
        color: light.ink,
        thickness: 1.5,
        width: 3,
      },
      line: { color: fell ? light.orange : light.blue, width: 2, dash: fell ? "dash" : "solid" },
      marker: { symbol: fell ? "square" : "circle", size: 8, color: fell ? light.orange : light.blue },
      hovertext: ends.map(({ shown, range }, at) =>
        plainHover(`${name}, ${periods[at]}: ${shown} ${unit} (${range})`),
      ),
      hovertemplate: "%{hovertext}<extra></extra>",
      cliponaxis: false,
    }));
    const label = (text: string, end: 0 | 1, y: number) =>
      words(text, {
        x: end,
        y,
        xanchor: end === 0 ? "right" : "left",
        yanchor: "middle",
        xshift: end === 0 ? -10 : 10,
        font: { size: size.label, color: light.ink, weight: 600 },
      });
    return {
      data,
      layout: frame(text, {
        layout,
        plotHeight,
        left,
        right,
        below: 50,
        xaxis: {
          title: axisTitle(unit, 8),
          range: [-0.02, 1.02],
          tickvals: [0, 1],
          ticktext: periods.map(plain),
          showgrid: true,
        },
        yaxis: { visible: false, range: [low - pad, high + pad] },
        annotations: all.flatMap((_, at) => [
          label(texts.left[at]!, 0, before![at]!),
          label(texts.right[at]!, 1, after![at]!),
        ]),
      }),
    };
  }
}
