import type { AnySource, ChartText, PlotlyLayout } from "./chart.js";
import { showDate } from "./date-text.js";
import { plain, tidy } from "./plain-text.js";
import { designWidth, fontFamily, type Layout, light, lineHeight, size } from "./style.js";
import { wrap } from "./text-width.js";

/** The room around all words and marks. */
export const edge = 16;

/** What a chart adds to the frame. Lengths are pixels; `left` and `right` are the room beside the plot. */
export interface FrameParts {
  readonly layout: Layout;
  readonly plotHeight: number;
  readonly left?: number;
  readonly right?: number;
  /** Room above the plot, between the words and the first mark. */
  readonly above?: number;
  /** Room below the plot for ticks and axis title. */
  readonly below?: number;
  readonly xaxis: PlotlyLayout;
  readonly yaxis: PlotlyLayout;
  readonly annotations?: readonly PlotlyLayout[];
  readonly shapes?: readonly PlotlyLayout[];
  readonly more?: PlotlyLayout;
}

/** The source line: "Source: Federal Reserve, H.10 (23 October 2023)." */
export function sourceLine(source: ChartText["source"]): string {
  const all: readonly AnySource[] = Array.isArray(source) ? source : [source as AnySource];
  const items = [...new Set(all.map(sourceItem))];
  return `${items.length > 1 ? "Sources" : "Source"}: ${items.join("; ")}.`;
}

function sourceItem(source: AnySource): string {
  if ("text" in source) return `${tidy(source.text)} (${showDate(source.date)})`;
  const title = source.title === undefined ? "" : `, ${source.title}`;
  return `${tidy(source.publisher + title)}${source.date === undefined ? "" : ` (${showDate(source.date)})`}`;
}

/** Room that the axis of a plot takes in any chart. */
export const axisStyle = {
  // 10,000 billion and not "10k billion".
  exponentformat: "none",
  separatethousands: true,
  showline: false,
  zeroline: false,
  gridcolor: light.grid,
  linecolor: light.axis,
  tickcolor: light.axis,
  tickfont: { size: size.label, color: light.muted },
  automargin: false,
  fixedrange: true,
} as const;

/** An axis title; every axis that can be seen has one, with its unit. */
export function axisTitle(text: string, standoff = 10): PlotlyLayout {
  return { text: plain(text), standoff, font: { size: size.label, color: light.muted } };
}

/** Words in the drawing. They are set without an arrow, left-aligned, in the ink of the theme. */
export function words(text: string, place: PlotlyLayout): PlotlyLayout {
  return {
    text: plain(text),
    showarrow: false,
    borderpad: 0,
    borderwidth: 0,
    align: "left",
    xanchor: "left",
    font: { size: size.label, color: light.ink },
    ...place,
  };
}

/** Several lines of words: each is escaped, then joined by plotly's line break. */
export function lines(texts: readonly string[], place: PlotlyLayout): PlotlyLayout {
  return { ...words("", place), text: texts.map(plain).join("<br>") };
}

const lineRoom = (count: number, letters: number) => Math.ceil(count * letters * lineHeight);

/** The words above and below a plot, its margins and its height: the same on every chart. */
export function frame(text: ChartText, parts: FrameParts): PlotlyLayout {
  const room = designWidth[parts.layout] - 2 * edge;
  const left = parts.left ?? edge;
  const right = parts.right ?? edge;
  const titleLines = wrap(tidy(text.title), room, size.title, 600);
  const subtitleLines = text.subtitle ? wrap(tidy(text.subtitle), room, size.text) : [];
  const sourceLines = wrap(sourceLine(text.source), room, size.small);
  const noteLines = (text.notes ?? []).flatMap((note) => wrap(tidy(note), room, size.small));

  const titleRoom = lineRoom(titleLines.length, size.title);
  const subtitleRoom = lineRoom(subtitleLines.length, size.text);
  const top = edge + titleRoom + (subtitleLines.length ? 4 + subtitleRoom : 0) + Math.ceil(parts.above ?? 14);
  const below = Math.ceil(parts.below ?? 46);
  const plotHeight = Math.ceil(parts.plotHeight);
  const bottom = below + 10 + lineRoom(noteLines.length + sourceLines.length, size.small) + edge;
  const aside = { xref: "paper", yref: "paper", x: 0, xshift: edge - left };

  return {
    autosize: true,
    height: top + plotHeight + bottom,
    margin: { l: left, r: right, t: top, b: bottom, pad: 0 },
    paper_bgcolor: light.paper,
    plot_bgcolor: light.paper,
    font: { family: fontFamily, size: size.label, color: light.ink },
    hoverlabel: {
      bgcolor: light.paper,
      bordercolor: light.axis,
      font: { family: fontFamily, size: size.label, color: light.ink },
      align: "left",
    },
    hovermode: "closest",
    dragmode: false,
    showlegend: false,
    xaxis: { ...axisStyle, ...parts.xaxis },
    yaxis: { ...axisStyle, ...parts.yaxis },
    shapes: parts.shapes ?? [],
    ...parts.more,
    annotations: [
      ...(parts.annotations ?? []),
      // Not plotly's own title: that one moves up by its second line and leaves the picture.
      lines(titleLines, {
        ...aside,
        y: 1,
        yanchor: "top",
        yshift: top - edge + 2,
        font: { size: size.title, color: light.ink, weight: 600 },
        name: "title",
      }),
      ...(subtitleLines.length
        ? [
            lines(subtitleLines, {
              ...aside,
              y: 1,
              yanchor: "top",
              yshift: top - edge - titleRoom - 4,
              font: { size: size.text, color: light.muted },
              name: "subtitle",
            }),
          ]
        : []),
      lines([...noteLines, ...sourceLines], {
        ...aside,
        y: 0,
        yanchor: "top",
        yshift: -(below + 8),
        font: { size: size.small, color: light.muted },
        name: "source",
      }),
    ],
  };
}

/** A d3 format that shows the ticks of an axis with equal places: 7.0 and 7.1, not 7 and 7.1. */
export function tickFormat(span: number, ticks: number): string {
  const step = span / ticks;
  const places = step > 0 ? Math.min(6, Math.max(0, Math.ceil(-Math.log10(step)))) : 0;
  return `,.${places}f`;
}
