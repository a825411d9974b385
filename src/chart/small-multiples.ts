import { FigureError } from "../errors.js";
import type { Chart, Drawing, PlotlyLayout, PlotlyTrace } from "./chart.js";
import { charted } from "./displayed.js";
import { type Drawable, onOneScale } from "./drawn.js";
import { axisStyle, axisTitle, frame, words } from "./frame.js";
import { type SeriesText, sourced } from "./given.js";
import { showPrinted } from "./number-text.js";
import { plain, plainHover, tidy } from "./plain-text.js";
import { type NamedSeries, periodName, periodText } from "./points.js";
import { coordinate } from "./quantity.js";
import { designWidth, type Layout, light, size } from "./style.js";

/** One small chart: a province, say, and its figures. A figure that was not published is left out of its point. */
export interface Panel {
  readonly title: string;
  readonly points: readonly { readonly label: string; readonly value?: Drawable }[];
}

export interface SmallMultiplesOptions extends SeriesText {
  /** The words of the axis; made from the figures unless told otherwise. */
  readonly unit?: string;
  /** What the labels of the points are: "Year", "Flow"; "Period" unless told otherwise. */
  readonly across?: string;
}

const panelTall = 150;
const betweenRows = 78;

/**
 * The same small bar chart for several places, all on one scale, so that heights can be compared from panel to panel.
 * @param shown panels, or series, in the order in which they are to be read; labels may differ from panel to panel
 * @throws FigureError "bad-option" where there is no panel, no figure, or a figure isn't finite; "limit" above 24 panels
 * @example smallMultiplesChart([{ title: "Jilin", points: [{ label: "2023", value }] }], { unit: "billion yuan", across: "Year", … })
 */
export function smallMultiplesChart(
  shown: readonly (Panel | NamedSeries)[],
  options: SmallMultiplesOptions,
): Chart {
  const panels = shown.map(panelOf);
  const across = options.across ?? "Period";
  if (panels.length === 0) throw new FigureError("bad-option", "there is no panel to draw");
  if (panels.length > 24)
    throw new FigureError("limit", `${panels.length} panels: 24 are the most that can be read`);
  const labels = [...new Set(panels.flatMap((panel) => panel.points.map((point) => tidy(point.label))))];
  const given = panels.flatMap(({ points }) => points.flatMap(({ value }) => (value ? [value] : [])));
  const text = sourced(options, given);
  const scale = onOneScale(given, options.unit);
  const all = panels.map((panel) => ({
    title: tidy(panel.title),
    points: panel.points.flatMap(({ label, value: figure }) => {
      if (figure === undefined) return [];
      const value = scale.of(figure);
      const y = coordinate(value.value, `${tidy(panel.title)}, ${tidy(label)}`);
      return [{ label: tidy(label), y, shown: showPrinted(value) }];
    }),
  }));
  const heights = all.flatMap((panel) => panel.points.map((point) => point.y));
  if (heights.length === 0) throw new FigureError("bad-option", "no panel has a figure");
  const unit = tidy(scale.unit);
  return charted(
    "small-multiples",
    text,
    {
      alt:
        `In ${unit}. ` +
        all
          .map(
            ({ title, points }) =>
              `${title}: ${points.map(({ label, shown }) => `${label} ${shown}`).join(", ") || "no figure"}.`,
          )
          .join(" "),
      table: {
        columns: ["Panel", tidy(across), unit],
        rows: all.flatMap(({ title, points }) => points.map(({ label, shown }) => [title, label, shown])),
      },
    },
    draw,
  );

  function draw(layout: Layout): Drawing {
    const columns = Math.min(all.length, layout === "wide" ? 3 : 1);
    const rows = Math.ceil(all.length / columns);
    const left = 54;
    const [low, high] = [Math.min(0, ...heights), Math.max(0, ...heights)];
    const span = (high - low || 1) * 1.2;
    const plotHeight = rows * panelTall + (rows - 1) * betweenRows;
    const gapAcross = 22 / (designWidth[layout] - left - 16);
    const panelWide = (1 - gapAcross * (columns - 1)) / columns;
    const data: PlotlyTrace[] = [];
    const annotations: PlotlyLayout[] = [];
    const axes: Record<string, PlotlyLayout> = {};
    for (const [index, panel] of all.entries()) {
      const column = index % columns;
      const row = Math.floor(index / columns);
      const number = index === 0 ? "" : String(index + 1);
      const top = 1 - (row * (panelTall + betweenRows)) / plotHeight;
      const from = column * (panelWide + gapAcross);
      axes[`xaxis${number}`] = {
        ...axisStyle,
        anchor: `y${number}`,
        domain: [from, Math.min(1, from + panelWide)],
        range: [-0.6, labels.length - 0.4],
        tickvals: labels.map((_, at) => at),
        ticktext: labels.map(plain),
        title: axisTitle(across, 4),
        showgrid: false,
      };
      axes[`yaxis${number}`] = {
        ...axisStyle,
        anchor: `x${number}`,
        domain: [Math.max(0, top - panelTall / plotHeight), top],
        range: [low === 0 ? 0 : low * 1.2, low + span],
        zeroline: true,
        zerolinecolor: light.axis,
        nticks: 6,
        // One scale for all: the panels at the left carry its figures and its unit.
        showticklabels: column === 0,
        ticks: column === 0 ? "outside" : "",
        ticklen: 4,
        ...(column === 0 ? { title: axisTitle(unit, 6) } : {}),
      };
      const place = panel.points.map((point) => labels.indexOf(point.label));
      data.push({
        type: "bar",
        name: panel.title,
        xaxis: `x${number}`,
        yaxis: `y${number}`,
        x: place,
        y: panel.points.map((point) => point.y),
        width: 0.6,
        marker: { color: light.blue },
        hovertext: panel.points.map(({ label, shown }) =>
          plainHover(`${panel.title}, ${label}: ${shown} ${unit}`),
        ),
        hovertemplate: "%{hovertext}<extra></extra>",
      });
      annotations.push(
        words(panel.title, {
          xref: "paper",
          yref: "paper",
          x: from,
          y: top,
          yanchor: "bottom",
          yshift: 5,
          font: { size: size.text, color: light.ink, weight: 600 },
        }),
        ...panel.points.map((point, at) =>
          words(point.shown, {
            xref: `x${number}`,
            yref: `y${number}`,
            x: place[at]!,
            y: Math.max(0, point.y),
            xanchor: "center",
            yanchor: "bottom",
            yshift: 2,
            bgcolor: light.paper,
          }),
        ),
        ...labels
          .map((label, at) => ({ label, at }))
          .filter(({ label }) => !panel.points.some((point) => point.label === label))
          .map(({ at }) =>
            words("no figure", {
              xref: `x${number}`,
              yref: `y${number}`,
              x: at,
              y: 0,
              xanchor: "center",
              yanchor: "bottom",
              yshift: 2,
              font: { size: size.small, color: light.muted },
            }),
          ),
      );
    }
    const { xaxis = {}, yaxis = {}, ...more } = axes;
    return {
      data,
      layout: frame(text, {
        layout,
        plotHeight,
        left,
        above: 34,
        below: 44,
        xaxis,
        yaxis,
        annotations,
        more,
      }),
    };
  }
}

function panelOf(of: Panel | NamedSeries): Panel {
  if ("title" in of) return of;
  return {
    title: of.name,
    points: of.points.map(({ period, figure }) => ({
      label: periodName(periodText(period)),
      value: figure,
    })),
  };
}
