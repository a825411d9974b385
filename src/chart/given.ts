import { FigureError } from "../errors.js";
import { period as readPeriod, samePeriod } from "../figure/period.js";
import { Quantity as Computed, type Explained, type Source } from "../figure/quantity.js";
import { asPeriod, Series } from "../growth/series/series.js";
import type { AnySource, ChartText } from "./chart.js";
import { showDate } from "./date-text.js";
import type { Drawable } from "./drawn.js";
import { tidy } from "./plain-text.js";
import type { NamedSeries } from "./points.js";

/** One series or several. */
export type OneOrMore<T> = T | readonly T[];

export function listOf<T extends object>(given: OneOrMore<T>): readonly T[] {
  return Array.isArray(given) ? given : [given as T];
}

/** The words of a chart whose figures may know their sources themselves. */
export interface SeriesText extends Omit<ChartText, "source"> {
  /** Taken from the figures unless told otherwise. */
  readonly source?: ChartText["source"];
}

/**
 * The words with their sources: as given, or those that the figures and what they were computed from name.
 * @throws FigureError "bad-option" where no figure names a source
 */
export function sourced<T extends SeriesText>(
  options: T,
  figures: Iterable<Drawable>,
): T & { readonly source: ChartText["source"] } {
  if (options.source !== undefined) return options as T & { source: ChartText["source"] };
  const found = new Set<Source>();
  for (const one of figures) if (isExplained(one)) collect(one, found, 0);
  if (found.size === 0)
    throw new FigureError(
      "bad-option",
      'a chart names its sources, and no figure of this one knows its own: give source: { text: "Ministry of Finance", date: "2024-01-25" }',
    );
  return { ...options, source: cited([...found]) };
}

const isExplained = (of: Drawable): of is Drawable & Explained => "show" in of;

function collect(of: Explained, found: Set<Source>, depth: number): void {
  if (of.source !== undefined) found.add(of.source);
  if (depth < 12) for (const input of of.working?.inputs ?? []) collect(input, found, depth + 1);
}

/** Publications of one publisher are cited together: "Customs, 24 publications (13 October 2022 to 7 March 2024)". */
function cited(sources: readonly Source[]): AnySource[] {
  const groups = new Map<string, Map<string, Source>>();
  for (const one of sources) {
    const own = groups.get(one.publisher) ?? new Map<string, Source>();
    own.set(`${one.title} ${one.date} ${one.url}`, one);
    groups.set(one.publisher, own);
  }
  return [...groups].flatMap(([publisher, own]): AnySource[] => {
    const all = [...own.values()];
    if (all.length < 3) return all;
    const dates = all.flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    const span =
      first === undefined || last === undefined ? "" : ` (${showDate(first)} to ${showDate(last)})`;
    return [{ publisher: `${publisher}, ${all.length} publications${span}` }];
  });
}

/** All figures of some series. */
export const figuresOf = (all: readonly NamedSeries[]): Drawable[] =>
  all.flatMap(({ points }) => points.map(({ figure }) => figure));

/** The figure of a series for a period. */
export function figureAt({ name, points }: NamedSeries, when: string): Drawable {
  const wanted = readPeriod(when);
  const found = points.find(({ period }) =>
    samePeriod(typeof period === "string" ? readPeriod(period) : period, wanted),
  );
  if (found !== undefined) return found.figure;
  throw new FigureError("bad-option", `"${tidy(name)}" has no figure for ${when}`);
}

/** The series as an index on a base, whose mean is 100. */
export function indexOf(of: NamedSeries, base: string): NamedSeries {
  const { name, points } = of;
  const figures = points.map(({ figure }) => figure);
  if (!figures.every(Computed.is))
    throw new FigureError("bad-option", 'an index is made of figures of the package: figure("$9.6bn"), say');
  const series = Series.is(of)
    ? of
    : new Series(
        tidy(name),
        points.map(({ period }, i) => ({
          period: asPeriod(period),
          figure: figures[i] as Computed,
        })),
      );
  return { name, points: series.index(base).points };
}
