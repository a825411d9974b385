import type { Decimal } from "decimal.js";
import { FigureError } from "../errors.js";
import { type AnyRate, Rate } from "../rate/rate.js";
import type { Chart, ChartText, Drawing, PlotlyTrace } from "./chart.js";
import { showDate } from "./date-text.js";
import { charted } from "./displayed.js";
import { type Drawable, drawn } from "./drawn.js";
import { axisTitle, frame, tickFormat, words } from "./frame.js";
import { show, showInterval } from "./number-text.js";
import { plainHover, tidy } from "./plain-text.js";
import { clipped, coordinate, type Interval } from "./quantity.js";
import { planRows, type RowName } from "./rows.js";
import { type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";

/** A rate that someone published, to be held against an implied one. */
export interface NamedRate {
  readonly label: string;
  readonly rate: Decimal | AnyRate;
  /** The day or month it is for, as ISO text. */
  readonly date?: string;
  /** central-parity, noon-buying, reference, period-average, … */
  readonly kind?: string;
}

export interface RateBandOptions extends ChartText {
  /** What the implied rate is implied by: "42.64bn yuan = $5.83bn". */
  readonly impliedBy?: string;
  /** Decimal places of the shown rates; 4 unless told otherwise. */
  readonly places?: number;
}

/** A rate of the package says its day and kind itself. */
function named(given: NamedRate) {
  const { rate } = given;
  if (!Rate.is(rate)) return { ...given, rate };
  const day = rate.period?.start === rate.period?.end ? rate.period?.start : undefined;
  return {
    kind: rate.kind.replace("-", " "),
    ...(day === undefined ? {} : { date: day }),
    ...given,
    rate: rate.value,
  };
}

function holds(interval: Interval, value: Decimal): boolean {
  const above = interval.lowerOpen ? value.gt(interval.lower) : value.gte(interval.lower);
  const below = interval.upperOpen ? value.lt(interval.upper) : value.lte(interval.upper);
  return above && below;
}

/**
 * An implied rate as a band, and named rates against it: which of them fall inside?
 * @param impliedRate the implied rate with its interval; its unit (say "yuan per dollar") becomes the axis title
 * @param rates in the order in which they are to be read
 * @returns a plain chart; inside is told by shape and words as well as by colour
 * @throws FigureError "bad-option" where there is no rate, or a rate isn't finite
 * @example rateBandChart(implied, [{ label: "Central parity", rate, date: "2023-10-23" }], { title, source })
 */
export function rateBandChart(
  impliedRate: Drawable,
  rates: readonly NamedRate[],
  options: RateBandOptions,
): Chart {
  const implied = drawn(impliedRate);
  if (rates.length === 0)
    throw new FigureError("bad-option", "a rate band needs at least one named rate beside it");
  const places = options.places ?? 4;
  const all = rates.map(named).map((rate) => ({
    ...rate,
    inside: holds(implied.interval, rate.rate),
    x: coordinate(rate.rate, `the rate "${tidy(rate.label)}"`),
    shown: show(rate.rate, Math.max(places, 0)),
  }));
  const band = `${show(implied.value, places)} ${tidy(implied.unit)}, ${showInterval(implied.interval, places)}`;
  const list = (inside: boolean) =>
    all
      .filter((rate) => rate.inside === inside)
      .map((rate) => `${tidy(rate.label)}${rate.date ? `, ${showDate(rate.date)}` : ""}: ${rate.shown}`)
      .join("; ");
  return charted(
    "rate-band",
    options,
    {
      alt: `The implied rate is ${band}. Inside that band: ${list(true) || "none"}. Outside: ${list(false) || "none"}.`,
      table: {
        columns: ["Rate", "Date", tidy(implied.unit), "Against the implied band"],
        rows: [
          ["Implied", "", `${show(implied.value, places)} (${showInterval(implied.interval, places)})`, ""],
          ...all.map((rate) => [
            tidy(rate.label),
            rate.date ? showDate(rate.date) : "",
            rate.shown,
            rate.inside ? "inside" : "outside",
          ]),
        ],
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const names: RowName[] = [
      { name: "Implied by the printed figures", ...(options.impliedBy ? { detail: options.impliedBy } : {}) },
      ...all.map((rate) => {
        const detail = [rate.kind, rate.date && showDate(rate.date)].filter(Boolean).join(", ");
        return { name: rate.label, ...(detail ? { detail } : {}) };
      }),
    ];
    const rows = planRows(names, layout, 30);
    const centre = coordinate(implied.value, "the implied rate");
    const ends = [implied.interval.lower, implied.interval.upper]
      .filter((end) => end.isFinite())
      .map((end) => end.toNumber());
    const xs = [...all.map((rate) => rate.x), centre, ...ends];
    const low = Math.min(...xs);
    const high = Math.max(...xs);
    const spread = high - low || Math.abs(high) * 0.01 || 1;
    const range = [low - spread * 0.08, high + spread * 0.08] as const;
    const { from, to } = clipped(implied.interval, range[0], range[1]);
    const plotWidth = (layout === "wide" ? 700 : 343) - rows.left - 16;
    const pixel = (x: number) => ((x - range[0]) / (range[1] - range[0])) * plotWidth;
    /** A label beside what reaches from one x to another: at the right where it fits, else at the left. */
    const beside = (
      start: number,
      end: number,
      gap: number,
      text: string,
      row: number,
      weight: 400 | 600 = 400,
    ) => {
      const right = pixel(end) + gap + textWidth(text, size.label, weight) < plotWidth;
      return words(text, {
        x: right ? end : start,
        y: rows.at(row),
        yref: "y",
        yanchor: "middle",
        xanchor: right ? "left" : "right",
        xshift: right ? gap : -gap,
        font: { size: size.label, color: light.ink, weight },
        bgcolor: light.paper,
      });
    };
    const impliedText = showInterval(implied.interval, places);
    const data: PlotlyTrace[] = [
      {
        type: "scatter",
        mode: "lines",
        name: "Implied",
        x: [from, to],
        y: [rows.at(0), rows.at(0)],
        line: { color: light.ink, width: 5 },
        hovertemplate: `${plainHover(`Implied: ${band}`)}<extra></extra>`,
      },
      ...[true, false].map((inside) => {
        const some = all
          .map((rate, index) => ({ ...rate, row: index + 1 }))
          .filter((rate) => rate.inside === inside);
        return {
          type: "scatter",
          mode: "markers",
          name: inside ? "Inside" : "Outside",
          x: some.map((rate) => rate.x),
          y: some.map((rate) => rows.at(rate.row)),
          marker: {
            symbol: inside ? "circle" : "diamond-open",
            size: inside ? 12 : 11,
            color: inside ? light.blue : light.orange,
            line: { width: inside ? 0 : 2, color: light.orange },
          },
          hovertext: some.map((rate) =>
            plainHover(
              `${tidy(rate.label)}: ${rate.shown} ${tidy(implied.unit)}, ${inside ? "inside" : "outside"} the band`,
            ),
          ),
          hovertemplate: "%{hovertext}<extra></extra>",
        };
      }),
    ];
    return {
      data,
      layout: frame(options, {
        layout,
        plotHeight: rows.plotHeight,
        left: rows.left,
        xaxis: {
          title: axisTitle(implied.unit),
          range: [...range],
          nticks: layout === "wide" ? 8 : 5,
          tickformat: tickFormat(range[1] - range[0], 6),
          showgrid: layout === "wide",
          ticks: "outside",
          ticklen: 4,
          zeroline: false,
        },
        yaxis: rows.yaxis,
        shapes: [
          ...rows.shapes,
          {
            type: "rect",
            layer: "below",
            xref: "x",
            yref: "paper",
            x0: from,
            x1: to,
            y0: 0,
            y1: 1,
            fillcolor: light.band,
            line: { width: 0 },
          },
        ],
        annotations: [
          ...rows.annotations,
          beside(from, to, 8, impliedText, 0, 600),
          ...all.map(({ x, shown, inside }, index) =>
            inside
              ? beside(from, to, 8, `${shown}  inside`, index + 1)
              : beside(x, x, 11, `${shown}  outside`, index + 1),
          ),
        ],
      }),
    };
  }
}
