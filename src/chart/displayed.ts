import type { Chart } from "./chart.js";

const DISPLAY = Symbol.for("Jupyter.display");

/**
 * The chart, with the method by which Deno's kernel asks a value for its forms: the plotly figure, and the chart in words.
 * It is not enumerable, so that the chart stays plain data for everybody else.
 */
export function displayed(chart: Chart): Chart {
  return Object.defineProperty(chart, DISPLAY, {
    value: () => ({
      "application/vnd.plotly.v1+json": { data: chart.data, layout: chart.layout },
      "text/plain": `${chart.title}\n${chart.alt}\n${chart.source}`,
    }),
  });
}
