import { lines, months } from "./charts/kinds.js";
import { difference, oneSource, same, shareOf, sum } from "./methods/amounts.js";
import { baseline, growth, growthIn, level, publishedGrowth } from "./methods/growths.js";
import { convert, impliedRate, whoseRate } from "./methods/rates.js";
import { highest, reconcile, record } from "./methods/records.js";
import { type Method, type ReportChart, registered } from "./registry.js";

// Named one by one: a bundler leaves out a module that is loaded for its effects alone.
const METHODS = [
  baseline,
  convert,
  difference,
  growth,
  growthIn,
  highest,
  impliedRate,
  level,
  oneSource,
  publishedGrowth,
  reconcile,
  record,
  same,
  shareOf,
  sum,
  whoseRate,
] as unknown as readonly Method[];
const CHARTS = [lines, months] as unknown as readonly ReportChart[];

/** Everything that is registered: what every report has, and what a project added or put in its place. */
export function known(): typeof registered {
  for (const one of METHODS) if (!registered.methods.has(one.name)) registered.methods.set(one.name, one);
  for (const one of CHARTS) if (!registered.charts.has(one.kind)) registered.charts.set(one.kind, one);
  return registered;
}
