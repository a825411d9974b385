import { FigureError } from "../errors.js";
import { period as readPeriod } from "../figure/period.js";
import { isRatio } from "../figure/units.js";
import { Series } from "../growth/series/series.js";
import type { Chart, Drawing, PlotlyLayout } from "./chart.js";
import { shortMonth } from "./date-text.js";
import { charted } from "./displayed.js";
import { type Drawable, drawn } from "./drawn.js";
import { axisTitle, frame, words } from "./frame.js";
import { type SeriesText, sourced } from "./given.js";
import { type show, showInterval, showSigned } from "./number-text.js";
import { plain, plainHover, tidy } from "./plain-text.js";
import { type NamedSeries, periodName, periodText } from "./points.js";
import { coordinate } from "./quantity.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth, wrap } from "./text-width.js";

/** The growth of one partner's trade by period, in per cent; what was not published is left out. */
export interface GrowthMapRow {
  readonly name: string;
  readonly cells: readonly { readonly period: string; readonly growth: Drawable }[];
}

/** How strongly a cell is coloured, from faint to strong: text stays at 4.5:1 on all of them. */
const strengths = ["1f", "38", "52", "6b"];

/**
 * Growth by month and partner as a map of cells: blue for a rise, orange for a fall, the stronger the larger, and the
 * signed number in each. A cell whose bounds hold zero is white: its sign is not known. × means no figure.
 * @param given rows of growth; or series, of growth or of amounts: of these the growth on the year before is drawn
 * @throws FigureError "bad-option" where there is no growth; "unit-mismatch" for a figure that isn't in per cent
 * @example growthMapChart([{ name: "Russia", cells: [{ period: "2023-08", growth: figure("16.3%") }] }], { title, source })
 */
export function growthMapChart(given: readonly (GrowthMapRow | NamedSeries)[], options: SeriesText): Chart {
  const all = given.map(rowOf);
  const text = sourced(
    options,
    all.flatMap(({ cells }) => cells.map(({ growth }) => growth)),
  );
  const rows = all.map(({ name, cells }) => ({
    name: tidy(name),
    cells: new Map(
      cells.map(({ period, growth }) => {
        const { value, interval, unit } = drawn(growth);
        if (unit !== "%" && unit !== "percentage points")
          throw new FigureError(
            "unit-mismatch",
            `${tidy(name)}, ${periodName(period)}: growth is in per cent, found ${unit}`,
          );
        const cell = {
          value,
          unit,
          y: coordinate(value, `${tidy(name)}, ${periodName(period)}`),
          range: showInterval(interval),
          unsure: interval.lower.lte(0) && interval.upper.gte(0),
        };
        return [readPeriod(period).text, cell] as const;
      }),
    ),
  }));
  const periods = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => {
    const [x, y] = [readPeriod(a), readPeriod(b)];
    return `${x.end} ${x.start}` < `${y.end} ${y.start}` ? -1 : 1;
  });
  // A difference of two growths is in points: one map is of one or of the other.
  const units = new Set(rows.flatMap(({ cells }) => [...cells.values()].map(({ unit }) => unit)));
  if (units.size > 1)
    throw new FigureError("unit-mismatch", "one map can't carry growth in per cent and percentage points");
  const points = units.has("percentage points");
  const [unit, heading] = points
    ? ["percentage points", "Percentage points"]
    : ["growth in per cent", "Growth, %"];
  if (periods.length === 0) throw new FigureError("bad-option", "there is no growth to draw");
  if (periods.length > 36 || rows.length > 24)
    throw new FigureError("limit", "a map of growth holds at most 36 periods and 24 rows");
  const largest =
    Math.max(...rows.flatMap(({ cells }) => [...cells.values()].map(({ y }) => Math.abs(y)))) || 1;
  const said = (cell: { y: number; value: Parameters<typeof show>[0] } | undefined) =>
    cell ? `${showSigned(cell.value, 1)}${points ? "" : "%"}` : "no figure";
  return charted(
    "growth-map",
    text,
    {
      alt: `${capital(unit)}. ${rows
        .map(
          ({ name, cells }) =>
            `${name}: ${periods.map((one) => `${periodName(one)} ${said(cells.get(one))}`).join(", ")}.`,
        )
        .join(" ")}`,
      table: {
        columns: ["Row", "Period", heading, "What the digits allow"],
        rows: rows.flatMap(({ name, cells }) =>
          periods.map((one) => [
            name,
            periodName(one),
            cells.has(one) ? showSigned(cells.get(one)!.value, 1) : "",
            cells.get(one)?.range ?? "",
          ]),
        ),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    // On a phone the periods run downwards and the rows across.
    const across = layout === "wide" ? periods.length : rows.length;
    const down = layout === "wide" ? rows.length : periods.length;
    const flat = (one: string) => plain(shortName(one).join(" ").replace("– ", "–"));
    const sideNames = layout === "wide" ? rows.map(({ name }) => plain(name)) : periods.map(flat);
    const left = Math.min(170, 24 + Math.max(...sideNames.map((name) => textWidth(name, size.label))));
    const step = (designWidth[layout] - left - 16) / across;
    const topNames =
      layout === "wide"
        ? periods.map((one) => shortName(one).map(plain).join("<br>"))
        : rows.map(({ name }) =>
            wrap(name, step - 4, size.label)
              .map(plain)
              .join("<br>"),
          );
    const cellTall = 30;
    // Tenths in all cells or in none.
    const tenths = rows.every(({ cells: own }) =>
      [...own.values()].every(({ value }) => textWidth(showSigned(value, 1), size.small) <= step - 4),
    );
    const cells = rows.flatMap(({ name, cells: own }, row) =>
      periods.map((one, column) => {
        const cell = own.get(one);
        const [x, y] = layout === "wide" ? [column, row] : [row, column];
        const colour =
          cell === undefined || cell.unsure
            ? light.paper
            : (cell.y < 0 ? light.orange : light.blue) +
              strengths[Math.min(3, Math.floor((Math.abs(cell.y) / largest) * 4))]!;
        const text = cell ? showSigned(cell.value, tenths ? 1 : 0) : "×";
        const hover = plainHover(
          `${name}, ${periodName(one)}: ${said(cell)}${cell ? ` (${cell.range})` : ""}`,
        );
        return { x, y, colour, text, hover };
      }),
    );
    const fits = cells.every(({ text }) => textWidth(text, size.small) <= step + 1);
    const annotations: PlotlyLayout[] = cells.map(({ x, y, text }) =>
      words(fits || text === "×" ? text : text.slice(0, 1), {
        x,
        y,
        xanchor: "center",
        yanchor: "middle",
        font: { size: size.small, color: light.ink },
      }),
    );
    const widest = Math.max(
      ...topNames.flatMap((name) => name.split("<br>").map((line) => textWidth(line, size.label))),
    );
    const narrowTicks = layout === "wide" ? Math.max(1, Math.ceil((widest + 2) / step)) : 1;
    return {
      data: [
        {
          type: "bar",
          name: "Growth",
          x: cells.map(({ x }) => x),
          y: cells.map(() => 0.94),
          base: cells.map(({ y }) => y - 0.47),
          width: 0.96,
          marker: { color: cells.map(({ colour }) => colour), line: { color: light.axis, width: 0.5 } },
          hovertext: cells.map(({ hover }) => hover),
          hovertemplate: "%{hovertext}<extra></extra>",
        },
      ],
      layout: frame(text, {
        layout,
        plotHeight: down * cellTall,
        left,
        below: 44 + size.label * 1.3 * Math.max(...topNames.map((name) => name.split("<br>").length)),
        xaxis: {
          title: axisTitle(layout === "wide" ? `Period; ${unit}` : capital(unit), 6),
          tickangle: 0,
          range: [-0.5, across - 0.5],
          tickvals: topNames.map((_, at) => at).filter((at) => at % narrowTicks === 0),
          ticktext: topNames.filter((_, at) => at % narrowTicks === 0),
          showgrid: false,
        },
        yaxis: {
          range: [down - 0.5, -0.5],
          tickvals: sideNames.map((_, at) => at),
          ticktext: sideNames,
          title: { text: "Row", font: { size: 1, color: light.paper }, standoff: 0 },
          showgrid: false,
        },
        annotations,
        more: { barmode: "overlay" },
      }),
    };
  }
}

/** A series of amounts is drawn as its growth on the year before. */
function rowOf(row: GrowthMapRow | NamedSeries): GrowthMapRow {
  if (!("points" in row)) return row;
  const { points } = Series.is(row) && !isRatio(row.unit) ? row.growth() : row;
  return {
    name: row.name,
    cells: points.map(({ period, figure }) => ({
      period: periodText(period),
      growth: figure,
    })),
  };
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A period in lines as short as a column: "Jan–", "Sep", "2023". */
function shortName(text: string): string[] {
  const month = (part: string) => shortMonth(Number(part.slice(5)));
  if (/^\d{4}-\d\d$/.test(text)) return [month(text), text.slice(0, 4)];
  const found = /^(\d{4})-(\d\d)\/(\d{4})-(\d\d)$/.exec(text);
  if (!found) return periodName(text).split(/ (?=\d{4}$)/);
  const [, year, first, lastYear, last] = found as unknown as [string, string, string, string, string];
  const [from, to] = [shortMonth(Number(first)), shortMonth(Number(last))];
  return year === lastYear ? [`${from}–`, to, year] : [from, `${year}–`, to, lastYear];
}
