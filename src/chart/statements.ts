import type { Decimal } from "decimal.js";
import { FigureError } from "../errors.js";
import { Interval as ExactInterval } from "../exact/interval.js";
import { Quantity as Computed } from "../figure/quantity.js";
import type { Chart, ChartText, Drawing, PlotlyLayout, PlotlyTrace } from "./chart.js";
import { charted } from "./displayed.js";
import { type Drawable, drawn } from "./drawn.js";
import { axisTitle, frame, words } from "./frame.js";
import { showInterval, showPrinted, showSigned } from "./number-text.js";
import { plainHover, tidy } from "./plain-text.js";
import type { Interval, Quantity } from "./quantity.js";
import { planRows } from "./rows.js";
import { type ColourName, designWidth, type Layout, light, size } from "./style.js";

export type StatementVerdict = "consistent" | "inconsistent" | "undecided";

/** One printed statement, and what came out when it was computed again from other figures. */
export interface StatementRow {
  readonly label: string;
  readonly printed: Drawable;
  /** What other published figures allow it to be: a figure, or an interval in the unit of `printed`. */
  readonly recomputed: Interval | Drawable;
  readonly verdict: StatementVerdict;
  /** How it was computed again, in a few words. */
  readonly note?: string;
}

export interface StatementsOptions extends ChartText {
  /**
   * The axis ends at this many per cent either way; what lies beyond is an arrow with its number, and an interval that
   * goes on ends in an arrow. 10 at most by default.
   */
  readonly limit?: number;
  /** The most decimal places of the shown intervals; as exact as they are where this is left out. */
  readonly places?: number;
}

/** Told apart by shape, by fill and in words, not by colour alone. */
const marks: Readonly<Record<StatementVerdict, { symbol: string; colour: ColourName; words: string }>> = {
  consistent: { symbol: "circle", colour: "blue", words: "✓ consistent" },
  inconsistent: { symbol: "diamond", colour: "orange", words: "✗ inconsistent" },
  undecided: { symbol: "square", colour: "plum", words: "– undecided" },
};

const verdictRoom = 104;

interface Span {
  readonly from: Decimal;
  readonly to: Decimal;
}

function deviation(interval: Interval, printed: Decimal): Span {
  const percent = (end: Decimal) => end.minus(printed).div(printed.abs()).times(100);
  return { from: percent(interval.lower), to: percent(interval.upper) };
}

/** Print and recomputed interval at the scale of the print. */
function onScaleOfPrint({ printed, recomputed, label }: StatementRow): {
  printed: Quantity;
  recomputed: Interval;
} {
  const print = drawn(printed);
  if (!("interval" in recomputed)) {
    if (!Computed.is(printed)) return { printed: print, recomputed };
    const { lower, upper, lowerOpen, upperOpen } = recomputed;
    const interval = new ExactInterval(lower, upper, lowerOpen, upperOpen);
    const again = new Computed({ unit: printed.unit, value: printed.value, scale: printed.scale, interval });
    return { printed: print, recomputed: drawn(again).interval };
  }
  const again = Computed.is(printed) ? drawn(recomputed, printed.scale) : drawn(recomputed);
  if (again.unit === print.unit) return { printed: print, recomputed: again.interval };
  throw new FigureError(
    "unit-mismatch",
    `"${tidy(label)}" was printed in ${print.unit} and computed in ${again.unit}; convert one first`,
  );
}

/**
 * Printed statements against what other figures allow, as a forest plot: one row each, in per cent of the printed value.
 * @param statements in the order in which they are to be read
 * @returns a plain chart; the grey bar is what the printed digits allow, the mark what was computed again
 * @throws FigureError "bad-option" where there is no statement, or a printed value is zero (no per cent of it exists)
 * @example statementsChart([{ label: "$5.83bn", printed, recomputed, verdict: "consistent" }], { title, source })
 */
export function statementsChart(statements: readonly StatementRow[], options: StatementsOptions): Chart {
  if (statements.length === 0) throw new FigureError("bad-option", "there is no statement to draw");
  // As many places as the ends have, up to those asked for: 700 to 900, not 700.00 to 900.00.
  const placesOf = ({ lower, upper }: Interval) =>
    options.places === undefined || !lower.isFinite() || !upper.isFinite()
      ? options.places
      : Math.min(options.places, Math.max(lower.decimalPlaces(), upper.decimalPlaces()));
  const all = statements.map((statement) => {
    const { label } = statement;
    const { printed, recomputed } = onScaleOfPrint(statement);
    if (printed.value.isZero() || !printed.value.isFinite()) {
      const why = `"${tidy(label)}" was printed as ${printed.value.toString()}`;
      throw new FigureError(
        "bad-option",
        `${why}: a deviation in per cent needs a finite value other than zero`,
      );
    }
    const unit = tidy(printed.unit);
    return {
      ...statement,
      printed,
      recomputed,
      print: deviation(printed.interval, printed.value),
      again: deviation(recomputed, printed.value),
      detail:
        `printed ${showPrinted(printed)}, computed ${showInterval(recomputed, placesOf(recomputed))}${unit === "%" ? unit : ` ${unit}`}`.trim(),
    };
  });
  const limit = axisLimit(
    all.flatMap(({ print, again }) => [print.from, print.to, again.from, again.to]),
    options.limit,
  );
  const count = (verdict: StatementVerdict) => all.filter((row) => row.verdict === verdict).length;
  return charted(
    "statements",
    options,
    {
      alt:
        `${all.length} statements: ${count("consistent")} consistent, ${count("inconsistent")} inconsistent, ${count("undecided")} undecided. ` +
        all.map((row) => `${tidy(row.label)}: ${row.detail}, ${row.verdict}.`).join(" "),
      table: {
        columns: ["Statement", "Unit", "Printed", "Computed again", "Verdict"],
        rows: all.map((row) => [
          tidy(row.label),
          tidy(row.printed.unit),
          `${showPrinted(row.printed)} (${showInterval(row.printed.interval)})`,
          showInterval(row.recomputed, placesOf(row.recomputed)),
          row.verdict,
        ]),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const wide = layout === "wide";
    const rows = planRows(
      all.map((row) => ({
        name: row.label,
        detail: row.note ? `${row.detail}; ${tidy(row.note)}` : row.detail,
      })),
      layout,
      26,
      { aside: verdictRoom },
    );
    const data: PlotlyTrace[] = [];
    const annotations: PlotlyLayout[] = [...rows.annotations];
    for (const [index, row] of all.entries()) {
      const mark = marks[row.verdict];
      const y = rows.at(index);
      const hover = plainHover(`${tidy(row.label)}: ${row.detail}, ${row.verdict}`);
      const from = within(row.again.from, limit);
      const to = within(row.again.to, limit);
      const beyond = row.again.to.lt(-limit) ? -1 : row.again.from.gt(limit) ? 1 : 0;
      data.push(
        line(
          [within(row.print.from, limit), within(row.print.to, limit)],
          y,
          12,
          light.axis,
          "Printed",
          hover,
        ),
        line([from, to], y, 3, light[mark.colour], "Computed again", hover),
      );
      const at = beyond === 0 ? middle(row.again, limit) : limit * beyond;
      if (at !== undefined) {
        data.push({
          type: "scatter",
          mode: "markers",
          x: [at],
          y: [y],
          marker: {
            symbol: beyond === 0 ? mark.symbol : beyond < 0 ? "triangle-left" : "triangle-right",
            size: 12,
            // Hollow unless it fits: told apart without colour, and the line below doesn't shine through.
            color: row.verdict === "consistent" || beyond !== 0 ? light[mark.colour] : light.paper,
            line: { width: 2, color: light[mark.colour] },
          },
          name: row.verdict,
          hovertext: [hover],
          hovertemplate: "%{hovertext}<extra></extra>",
          cliponaxis: false,
        });
      }
      // An interval that goes on beyond the axis ends in an arrow: it must not look as if it ended there.
      const { from: start, to: end } = row.again;
      const arrows =
        beyond === 0 ? [...(start.lt(-limit) ? [-limit] : []), ...(end.gt(limit) ? [limit] : [])] : [];
      if (arrows.length > 0) {
        data.push({
          type: "scatter",
          mode: "markers",
          name: "goes on",
          x: arrows,
          y: arrows.map(() => y),
          marker: {
            symbol: arrows.map((side) => (side < 0 ? "triangle-left" : "triangle-right")),
            size: 10,
            color: light[mark.colour],
          },
          hovertext: arrows.map(() => hover),
          hovertemplate: "%{hovertext}<extra></extra>",
          cliponaxis: false,
        });
      }
      if (beyond !== 0) {
        annotations.push(
          words(beyondText(row.again), {
            x: limit * beyond,
            y,
            yref: "y",
            yanchor: "middle",
            xanchor: beyond < 0 ? "left" : "right",
            xshift: -12 * beyond,
          }),
        );
      }
      annotations.push(
        words(mark.words, {
          xref: "paper",
          yref: "y",
          x: 1,
          y: wide ? y : rows.top(index) + 7,
          yanchor: wide ? "middle" : "top",
          xanchor: wide ? "left" : "right",
          xshift: wide ? 16 : 0,
          font: { size: size.label, color: light.ink, weight: 600 },
        }),
      );
    }
    return {
      data,
      layout: frame(options, {
        layout,
        plotHeight: rows.plotHeight,
        left: rows.left,
        right: wide ? verdictRoom + 22 : 16,
        xaxis: {
          title: axisTitle(
            designWidth[layout] > 400
              ? "Deviation from the printed value, per cent"
              : "Deviation from print, per cent",
          ),
          range: [-limit * 1.04, limit * 1.04],
          nticks: wide ? 8 : 5,
          zeroline: wide,
          zerolinecolor: light.axis,
          showgrid: wide,
          ticks: "outside",
          ticklen: 4,
        },
        yaxis: rows.yaxis,
        shapes: [...rows.shapes, ...(wide ? [] : all.map((_, index) => printedLine(rows.at(index))))],
        annotations,
      }),
    };
  }
}

function line(
  x: readonly number[],
  y: number,
  width: number,
  color: string,
  name: string,
  hover: string,
): PlotlyTrace {
  return {
    type: "scatter",
    mode: "lines",
    name,
    x,
    y: [y, y],
    line: { color, width },
    hovertext: [hover, hover],
    hovertemplate: "%{hovertext}<extra></extra>",
  };
}

function within(value: Decimal, limit: number): number {
  return Math.max(-limit, Math.min(limit, value.toNumber()));
}

/** Where the mark of an interval is drawn: at its middle, where that is on the axis. */
function middle({ from, to }: Span, limit: number): number | undefined {
  const value = from.plus(to).div(2);
  return value.isFinite() && value.abs().lte(limit) ? value.toNumber() : undefined;
}

/** The largest deviation, but 10 % at most: one wild statement must not squeeze the others into a point. */
function axisLimit(deviations: readonly Decimal[], asked: number | undefined): number {
  if (asked !== undefined) {
    if (asked > 0 && Number.isFinite(asked)) return asked;
    throw new FigureError(
      "bad-option",
      `limit is ${asked}; give the per cent at which the axis ends, above zero`,
    );
  }
  const largest = Math.max(
    ...deviations.filter((value) => value.isFinite()).map((value) => Math.abs(value.toNumber())),
    0,
  );
  return largest > 0 ? Math.min(10, largest * 1.1) : 1;
}

/** A deviation beyond the axis, in words: "−100 to −66%". */
function beyondText({ from, to }: Span): string {
  const places = from.abs().lt(10) || to.abs().lt(10) ? 1 : 0;
  const [low, high] = [showSigned(from, places), showSigned(to, places)];
  return low === high ? `${low}%` : `${low} to ${high}%`;
}

/** The printed value, marked in one row: on a phone a line down the whole chart would run through the names. */
function printedLine(y: number): PlotlyLayout {
  return {
    type: "line",
    layer: "below",
    x0: 0,
    x1: 0,
    y0: y - 12,
    y1: y + 12,
    line: { color: light.axis, width: 1 },
  };
}
