import { FigureError } from "../errors.js";
import type { Chart, Drawing, PlotlyLayout, PlotlyTrace } from "./chart.js";
import { showDate } from "./date-text.js";
import { charted } from "./displayed.js";
import { type Drawable, type OneScale, onOneScale } from "./drawn.js";
import { axisTitle, frame, words } from "./frame.js";
import { type SeriesText, sourced } from "./given.js";
import { type KeyEntry, key } from "./key.js";
import { monthName, monthNumber, monthTicks } from "./month-axis.js";
import { showPrinted } from "./number-text.js";
import { plainHover, tidy } from "./plain-text.js";
import { type NamedSeries, periodText } from "./points.js";
import { coordinate, type Quantity } from "./quantity.js";
import { designWidth, type Layout, light, size } from "./style.js";
import { textWidth } from "./text-width.js";
import { valueAxis } from "./value-axis.js";

/** The trade of one month, or of two that were published together. What was not published is left out. */
export interface MonthlyTrade {
  /** "2023-03", or "2023-01/2023-02" for months published jointly. */
  readonly period: string;
  readonly exports?: Drawable;
  readonly imports?: Drawable;
  readonly total?: Drawable;
}

/** The flows as series of months. */
export interface FlowSeries {
  readonly exports?: NamedSeries;
  readonly imports?: NamedSeries;
  readonly total?: NamedSeries;
}

export interface MonthlyTradeOptions extends SeriesText {
  /** The words of the axis; made from the figures unless told otherwise. */
  readonly unit?: string;
  /** The month to mark; the highest single month unless told otherwise. */
  readonly record?: string;
  /** What the mark says before the figure: "Highest" unless told otherwise. */
  readonly recordWord?: string;
}

interface Month {
  readonly period: string;
  readonly exports: Quantity | undefined;
  readonly imports: Quantity | undefined;
  readonly total: Quantity | undefined;
  readonly first: number;
  readonly count: number;
  readonly name: string;
}

function read(row: MonthlyTrade, scale: OneScale): Month {
  const [from = "", to = from] = row.period.split("/");
  const first = monthNumber(from);
  const count = monthNumber(to) - first + 1;
  if (count < 1 || count > 12) {
    throw new FigureError("bad-option", `"${row.period}" is not a month nor a run of months in order`);
  }
  const name = count === 1 ? showDate(from) : `${showDate(from)} to ${showDate(to)} together`;
  const of = (one: Drawable | undefined) => (one === undefined ? undefined : scale.of(one));
  const flows = { exports: of(row.exports), imports: of(row.imports), total: of(row.total) };
  return { period: row.period, ...flows, first, count, name };
}

/**
 * Trade by month: exports and imports stacked, months published jointly as one bar as wide as its months and as high as
 * their average, the record marked, and months without a figure shown as such.
 * @param given rows in any order, a month once; or the flows as series
 * @throws FigureError "bad-option" where there is no row, a period isn't one, or a month appears twice
 * @example monthlyTradeChart([{ period: "2023-01/2023-02", total }, { period: "2023-03", exports, imports, total }], options)
 */
export function monthlyTradeChart(
  given: readonly MonthlyTrade[] | FlowSeries,
  options: MonthlyTradeOptions,
): Chart {
  const rows = Array.isArray(given) ? (given as readonly MonthlyTrade[]) : rowsOf(given as FlowSeries);
  const figures = rows.flatMap((row) =>
    [row.exports, row.imports, row.total].filter((one) => one !== undefined),
  );
  const sources = sourced(options, figures);
  const scale = onOneScale(figures, options.unit);
  const months = rows
    .map((row) => read(row, scale))
    .filter((row) => row.exports || row.imports || row.total)
    .sort((a, b) => a.first - b.first);
  const start = months[0];
  const end = months.at(-1);
  if (start === undefined || end === undefined)
    throw new FigureError("bad-option", "there is no month to draw");
  for (const [index, month] of months.slice(1).entries()) {
    const before = months[index]!;
    if (month.first < before.first + before.count) {
      throw new FigureError("bad-option", `${month.name} and ${before.name} overlap; give each month once`);
    }
  }
  const last = end.first + end.count - 1;
  if (last - start.first > 600)
    throw new FigureError("limit", "more than 50 years of months don't fit one chart");
  const unit = tidy(scale.unit);
  const covered = new Set(
    months.flatMap(({ first, count }) => Array.from({ length: count }, (_, at) => first + at)),
  );
  const gaps = Array.from({ length: last - start.first + 1 }, (_, at) => start.first + at).filter(
    (at) => !covered.has(at),
  );
  const record = findRecord(months, options.record);
  const recordWord = tidy(options.recordWord ?? "Highest");
  const text = (quantity: Quantity | undefined) => (quantity ? showPrinted(quantity) : "not found");
  const said = (month: Month) => {
    // What no month has is not missing: the chart isn't about it.
    const flows = (["total", "exports", "imports"] as const).filter((flow) =>
      months.some((one) => one[flow]),
    );
    const figures = flows.map((flow, at) => {
      const figure = month[flow];
      if (figure === undefined) return `${flow} not found`;
      const name = flow === "total" ? "" : `${flow} `;
      return `${name}${showPrinted(figure)}${at === 0 ? ` ${unit}` : ""}`;
    });
    return `${month.name}: ${figures.join(", ")}`;
  };
  return charted(
    "monthly-trade",
    sources,
    {
      alt:
        `Monthly trade in ${unit}, ${monthName(start.first)} to ${monthName(last)}. ` +
        (record?.total ? `${recordWord}: ${showPrinted(record.total)} in ${record.name}. ` : "") +
        `Last: ${said(end)}. ` +
        (gaps.length > 0 ? `No figure for ${gaps.map(monthName).join(", ")}.` : "Every month has a figure."),
      table: {
        columns: ["Period", `Exports, ${unit}`, `Imports, ${unit}`, `Total, ${unit}`],
        rows: months.map((month) => [
          month.name,
          text(month.exports),
          text(month.imports),
          text(month.total),
        ]),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const from = start!.first;
    const split = months.filter((month) => month.exports && month.imports);
    // A month with one flow and no total is drawn as that flow, in its colour.
    const alone = (flow: "exports" | "imports") =>
      months.filter((month) => !month.total && month[flow] && !(month.exports && month.imports));
    const [onlyExports, onlyImports] = [alone("exports"), alone("imports")];
    const whole = months.filter((month) => month.total && !(month.exports && month.imports));
    const perMonth = (quantity: Quantity | undefined, month: Month, what: string) =>
      quantity ? coordinate(quantity.value.div(month.count), `${what} of ${month.name}`) : 0;
    const middle = (month: Month) => month.first - from + (month.count - 1) / 2;
    const hover = (month: Month) => plainHover(said(month));
    const bars = (
      some: readonly Month[],
      name: string,
      colour: string,
      heights: number[],
      bases?: number[],
    ): PlotlyTrace => ({
      type: "bar",
      name,
      x: some.map(middle),
      y: heights,
      ...(bases ? { base: bases } : {}),
      width: some.map((month) => month.count - 0.16),
      marker: { color: colour },
      hovertext: some.map(hover),
      hovertemplate: "%{hovertext}<extra></extra>",
    });
    const exported = split.map((month) => perMonth(month.exports, month, "exports"));
    const imported = split.map((month) => perMonth(month.imports, month, "imports"));
    const wholes = whole.map((month) => perMonth(month.total, month, "trade"));
    const [exportsAlone, importsAlone] = [
      onlyExports.map((month) => perMonth(month.exports, month, "exports")),
      onlyImports.map((month) => perMonth(month.imports, month, "imports")),
    ];
    const stacks = exported.map((value, index) => value + imported[index]!);
    const top = Math.max(...stacks, ...wholes, ...exportsAlone, ...importsAlone, 0);
    // Where all months have the same one flow, the axis says which, and no key is needed.
    const single =
      onlyExports.length === months.length
        ? "Exports"
        : onlyImports.length === months.length
          ? "Imports"
          : undefined;
    const plotHeight = layout === "wide" ? 300 : 260;
    const head = record ? 34 : 8;
    const range = [0, ((top || 1) * plotHeight) / (plotHeight - head)] as const;
    const { left, yaxis } = valueAxis(`${single ? `${single}, ` : ""}${unit} a month`, range);
    // Beside the last bar the two are named where they lie; a phone has no room there, and gets a key.
    const parts = [
      { name: "Exports", from: 0, to: exported.at(-1) ?? 0 },
      { name: "Imports", from: exported.at(-1) ?? 0, to: (exported.at(-1) ?? 0) + (imported.at(-1) ?? 0) },
    ];
    const beside =
      layout === "wide" &&
      split.at(-1) === end &&
      parts.every(({ from: low, to: high }) => ((high - low) / range[1]) * plotHeight > 20);
    const right = beside ? 26 + Math.max(...parts.map(({ name }) => textWidth(name, size.label, 600))) : 16;
    const entries: KeyEntry[] = [
      ...(split.length && !beside
        ? [
            { sign: "■", colour: light.blue, text: "Exports" },
            { sign: "■", colour: light.orange, text: "Imports" },
          ]
        : []),
      ...(whole.length
        ? [
            {
              sign: "■",
              colour: light.axis,
              text: "Total, not split",
            },
          ]
        : []),
      ...(onlyExports.length && !single
        ? [{ sign: "■", colour: light.blue, text: "Exports alone, imports not found" }]
        : []),
      ...(onlyImports.length && !single
        ? [{ sign: "■", colour: light.orange, text: "Imports alone, exports not found" }]
        : []),
      ...(gaps.length ? [{ sign: "×", colour: light.muted, text: "No figure found" }] : []),
    ];
    const legend = key(entries, layout, left);
    const ticks = monthTicks(from, last, designWidth[layout] - left - right, months);
    const annotations: PlotlyLayout[] = [
      ...(entries.length ? legend.annotations : []),
      ...(beside
        ? parts.map(({ name, from: low, to: high }) =>
            words(name, {
              x: last - from + 0.5,
              y: (low + high) / 2,
              yanchor: "middle",
              xshift: 6,
              font: { size: size.label, color: light.ink, weight: 600 },
            }),
          )
        : []),
    ];
    if (record?.total) {
      const at = middle(record);
      const share = (at + 0.5) / (last - from + 1);
      const sum =
        record.exports && record.imports
          ? perMonth(record.exports, record, "exports") + perMonth(record.imports, record, "imports")
          : 0;
      annotations.push({
        ...words(`${recordWord}: ${showPrinted(record.total)}, ${record.name}`, {
          x: at,
          y: Math.max(perMonth(record.total, record, "trade"), sum),
          xanchor: share < 0.3 ? "left" : share > 0.7 ? "right" : "center",
          yanchor: "bottom",
          font: { size: size.label, color: light.ink, weight: 600 },
        }),
        showarrow: true,
        ax: 0,
        ay: -14,
        arrowhead: 0,
        arrowwidth: 1.5,
        arrowcolor: light.ink,
        standoff: 1,
      });
    }
    return {
      data: [
        bars(split, "Exports", light.blue, exported),
        bars(split, "Imports", light.orange, imported, exported),
        bars(whole, "Total", light.axis, wholes),
        ...(onlyExports.length ? [bars(onlyExports, "Exports", light.blue, exportsAlone)] : []),
        ...(onlyImports.length ? [bars(onlyImports, "Imports", light.orange, importsAlone)] : []),
        {
          type: "scatter",
          mode: "markers",
          name: "No figure found",
          x: gaps.map((gap) => gap - from),
          y: gaps.map(() => range[1] * 0.025),
          marker: { symbol: "x-thin", size: 7, line: { width: 1.5, color: light.muted } },
          hovertext: gaps.map((gap) => `${monthName(gap)}: no figure found`),
          hovertemplate: "%{hovertext}<extra></extra>",
        },
      ],
      layout: frame(sources, {
        layout,
        plotHeight,
        left,
        right,
        above: entries.length ? legend.tall + 6 : 20,
        below: 62,
        xaxis: {
          title: axisTitle("Month", 6),
          range: [-0.6, last - from + 0.6],
          tickvals: ticks.map(({ at }) => at),
          ticktext: ticks.map(({ text: label }) => label),
          showgrid: false,
          ticks: "outside",
          ticklen: 4,
        },
        yaxis: { ...yaxis, zeroline: true, zerolinecolor: light.axis },
        annotations,
        more: { barmode: "overlay" },
      }),
    };
  }
}

function findRecord(months: readonly Month[], asked: string | undefined): Month | undefined {
  const single = months.filter((month) => month.count === 1 && month.total);
  if (asked !== undefined) {
    const found = single.find((month) => month.period === asked);
    if (found) return found;
    throw new FigureError("bad-option", `the month to mark, "${tidy(asked)}", has no total in these rows`);
  }
  return single.reduce<Month | undefined>(
    (best, month) => (best && best.total!.value.gte(month.total!.value) ? best : month),
    undefined,
  );
}

function rowsOf(flows: FlowSeries): MonthlyTrade[] {
  const rows = new Map<string, { period: string } & { [F in "exports" | "imports" | "total"]?: Drawable }>();
  for (const flow of ["exports", "imports", "total"] as const) {
    for (const { period, figure } of flows[flow]?.points ?? []) {
      const when = periodText(period);
      const row = rows.get(when) ?? { period: when };
      row[flow] = figure;
      rows.set(when, row);
    }
  }
  return [...rows.values()];
}
