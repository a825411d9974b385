import type { Chart, ChartKind, ChartTable, ChartText, Drawing } from "./chart.js";
import { sourceLine } from "./frame.js";
import { tidy } from "./plain-text.js";
import type { Layout } from "./style.js";

const DISPLAY = Symbol.for("Jupyter.display");

/**
 * A chart from its words, its figures and what draws it for a desk and for a phone. It carries the method by which Deno's
 * kernel asks a value for its forms: the plotly figure, and the chart in words. That is not enumerable, so that the chart
 * stays plain data for everybody else.
 * @param said what the chart shows, in words behind its title, and as a table
 */
export function charted(
  kind: ChartKind,
  text: ChartText,
  said: { readonly alt: string; readonly table: ChartTable },
  draw: (layout: Layout) => Drawing,
): Chart {
  const title = tidy(text.title);
  const chart: Chart = {
    kind,
    title,
    alt: `${title}. ${said.alt}`,
    source: sourceLine(text.source),
    notes: (text.notes ?? []).map(tidy),
    table: said.table,
    ...draw("wide"),
    narrow: draw("narrow"),
  };
  return Object.defineProperty(chart, DISPLAY, {
    value: () => ({
      "application/vnd.plotly.v1+json": { data: chart.data, layout: chart.layout },
      "text/plain": `${chart.title}\n${chart.alt}\n${chart.source}`,
    }),
  });
}
