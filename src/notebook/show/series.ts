import { barChart, type Chart, lineChart } from "../../chart/index.js";
import { periodName } from "../../chart/points.js";
import { FigureError } from "../../errors.js";
import type { Series } from "../../growth/series/series.js";

/** What a series is shown as: its rows with the gaps in their places, and a chart where its figures name their source. */
export interface SeriesForm {
  readonly says: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly chart: Chart | undefined;
}

/** As many as are told apart in one chart. */
const MOST = 5;

/** Series side by side, a column each; a period that one of them lacks says why. */
export function seriesForm(all: readonly Series[]): SeriesForm {
  const periods = new Map(
    all
      .flatMap(({ points, gaps }) => [...points, ...gaps])
      .map(({ period }) => [`${period.end} ${period.start}`, period] as const),
  );
  const rows = [...periods]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, period]) => {
      const cells = all.map((one, i) => {
        const gap = one.gaps.find(({ period: own }) => own.start === period.start && own.end === period.end);
        return [headOf(all, i), one.get(period) ?? gap?.why ?? ""] as const;
      });
      return { period, ...Object.fromEntries(cells) };
    });
  const gaps = all.reduce((sum, one) => sum + one.gaps.length, 0);
  const [first, last] = [rows[0], rows.at(-1)];
  const span = `${periodName(String(first?.period))} to ${periodName(String(last?.period))}`;
  const says = `${all.map((one) => one.name).join("; ")}: ${span}${gaps === 0 ? "" : `, ${gaps} ${gaps === 1 ? "period" : "periods"} without a figure`}`;
  return { says, rows, chart: chartOf(all, span) };
}

/** Two series of one name are told apart by their number. */
const headOf = (all: readonly Series[], i: number): string => {
  const name = (all[i] as Series).name;
  return all.findIndex((one) => one.name === name) === i ? name : `${name} (${i + 1})`;
};

function chartOf(all: readonly Series[], span: string): Chart | undefined {
  const units = new Set(all.map((one) => one.unit));
  if (units.size > 1 || all.length > MOST || all.every((one) => one.length < 2)) return undefined;
  const draw = all.every((one) => one.every === "year" && one.length <= 12) ? barChart : lineChart;
  try {
    return draw(all, { title: `${all.map((one) => one.name).join("; ")}, ${span}` });
  } catch (error) {
    // A chart names its sources; without them the table stands alone.
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}
