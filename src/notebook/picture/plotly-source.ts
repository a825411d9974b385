import { readFileSync } from "node:fs";
import type { Drawing } from "../../chart/chart.js";
import { findPackage, missing } from "./package.js";

/** What the basic bundle draws. All charts of the house do with it: 0.5 MB compressed in a page instead of 2.6 MB. */
const basic = new Set(["scatter", "bar", "pie"]);

export interface PlotlySource {
  readonly name: "plotly.js-basic-dist-min" | "plotly.js-dist";
  read(): string;
}

/** The plotlys that are installed, as far as charts of the house can embed them. */
export function installedPlotly(): PlotlySource[] {
  return (["plotly.js-basic-dist-min", "plotly.js-dist"] as const).flatMap((name) => {
    const file = findPackage(name);
    return file === undefined ? [] : [{ name, read: () => readFileSync(file, "utf8") }];
  });
}

function typeOf(trace: { readonly type?: unknown }): string {
  return typeof trace.type === "string" ? trace.type : "scatter";
}

/** The smallest installed plotly that draws these charts. The source is read as text: it runs in a window, never here. */
export function plotlySource(drawings: readonly Drawing[]): PlotlySource {
  const small = drawings.every(({ data }) => data.every((trace) => basic.has(typeOf(trace))));
  const names = small
    ? (["plotly.js-basic-dist-min", "plotly.js-dist"] as const)
    : (["plotly.js-dist"] as const);
  for (const name of names) {
    const file = findPackage(name);
    if (file !== undefined) return { name, read: () => readFileSync(file, "utf8") };
  }
  throw missing([names[0]], "a picture of a chart");
}
