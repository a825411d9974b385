import { barChart, type Chart, lineChart } from "../../chart/index.js";
import { periodName } from "../../chart/points.js";
import { FigureError } from "../../errors.js";
import type { Series } from "../../growth/series/series.js";
import type { GapCell } from "./cells.js";

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
        return [
          headOf(all, i),
          one.get(period) ?? (gap === undefined ? "" : ({ gap: gap.why } satisfies GapCell)),
        ] as const;
      });
      return { period, ...Object.fromEntries(cells) };
    });
  const gaps = all.reduce((sum, one) => sum + one.gaps.length, 0);
  const span = spanOf(all);
  const says = `${named(all)}: ${span}${gaps === 0 ? "" : `, ${gaps} ${gaps === 1 ? "period" : "periods"} without a figure`}`;
  return { says, rows, chart: chartOf(all, span) };
}

const named = (all: readonly Series[]): string =>
  all
    .map((one) => one.name)
    .join("; ")
    .replace(/; (?=[^;]*$)/, " and ");

/** From the first month to the last, or from year to year. */
function spanOf(all: readonly Series[]): string {
  const short = (day: string) =>
    all.every((one) => one.every === "year") ? day.slice(0, 4) : day.slice(0, 7);
  const start = all.map((one) => short(one.first.period.start)).sort()[0] as string;
  const end = all
    .map((one) => short(one.last.period.end))
    .sort()
    .at(-1) as string;
  return start === end ? periodName(start) : `${periodName(start)} to ${periodName(end)}`;
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
    return draw(all, { title: `${named(all)}, ${span}` });
  } catch (error) {
    // A chart names its sources; without them the table stands alone.
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}
