import { groupedText } from "../figure/show.js";
import type { PlotlyLayout } from "./chart.js";
import { axisTitle, edge } from "./frame.js";
import { lineHeight, size } from "./style.js";
import { textWidth } from "./text-width.js";

const TICKS = 6;
const STANDOFF = 8;

/** A vertical axis of values, and the room that it takes at the left of its plot: its title and its widest label. */
export function valueAxis(
  title: string,
  range: readonly [number, number],
): { readonly left: number; readonly yaxis: PlotlyLayout } {
  const widest = Math.max(0, ...tickLabels(range).map((label) => textWidth(label, size.label)));
  return {
    left: Math.ceil(edge + size.label * lineHeight + STANDOFF + widest + 5),
    yaxis: { title: axisTitle(title, STANDOFF), range: [...range], nticks: TICKS },
  };
}

/** The labels that plotly writes: steps of 1, 2 or 5 times a power of ten, fewer than `TICKS` of them. */
export function tickLabels([low, high]: readonly [number, number]): string[] {
  const rough = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log(rough) / Math.LN10);
  const step = ([2, 5, 10].find((times) => times > rough / power) ?? 10) * power;
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const labels: string[] = [];
  const hair = (high - low) * 1e-4; // as far outside a label may stand
  for (let at = Math.ceil((low - hair) / step); at * step <= high + hair; at += 1) {
    const text = String(Number(Math.abs(at * step).toFixed(places)));
    labels.push(`${at < 0 ? "−" : ""}${groupedText(text)}`);
  }
  return labels;
}
