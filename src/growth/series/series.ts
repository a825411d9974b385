import { FigureError } from "../../errors.js";
import { display, type MimeBundle } from "../../figure/display.js";
import { type CalendarPeriod, type Period, period, type Step, samePeriod } from "../../figure/period.js";
import type { Quantity } from "../../figure/quantity.js";
import type { Unit } from "../../figure/units.js";
import type { AverageQuery } from "../../rate/book.js";
import { convertedBy, differencesOf, type RatesByPeriod, sharesOf, sumsOf } from "./beside.js";
import { indexOn } from "./index-of.js";
import type { Made } from "./made.js";
import { monthsOf } from "./months-of.js";
import { contributionsOver, growthOver } from "./rates-of-growth.js";
import { rollingSums, sumsBy, sumsToDate } from "./sums.js";
import { type Entry, type Every, type Gap, Timeline } from "./timeline.js";

const brand = Symbol.for("trade-figures.Series");
const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");

/**
 * Figures in time under one name, in one unit, for periods of one kind. Each operation is one call and gives a series
 * whose figures keep their bounds and working; a period for which something is missing has no figure, and `gaps` says
 * why. Nothing is filled in. Every chart takes a series as it is.
 */
export class Series<U extends Unit = Unit> {
  readonly name: string;
  readonly unit: U;
  /** What its periods are: months, quarters, figures from January on. */
  readonly every: Every;
  readonly points: readonly Entry<U>[];
  /** Periods between the first and the last for which there is no figure. */
  readonly gaps: readonly Gap[];
  private readonly timeline: Timeline<U>;

  /** Use `series()` or `seriesOf()`, which read texts as well. */
  constructor(
    name: string,
    entries: readonly Entry<U>[],
    every?: Every,
    reasons?: ReadonlyMap<string, string>,
  ) {
    if (entries.length === 0 && reasons !== undefined && reasons.size > 0) {
      const [why] = reasons.values();
      throw new FigureError("bad-option", `"${name}" would have no figure: ${why}`);
    }
    this.name = name;
    this.timeline = new Timeline(
      entries.map((entry) => ({ period: entry.period, figure: dated(entry.figure, entry.period, name) })),
      every,
    );
    this.points = this.timeline.entries;
    this.unit = (this.points[0] as Entry<U>).figure.unit;
    this.every = this.timeline.every;
    this.gaps = this.timeline.gaps(reasons);
  }

  /** Two builds of the package can meet in one program: `Series.is` knows both, `instanceof` does not. */
  static is(value: unknown): value is Series {
    return typeof value === "object" && value !== null && brand in value;
  }

  get [brand](): true {
    return true;
  }

  get length(): number {
    return this.points.length;
  }

  get first(): Entry<U> {
    return this.points[0] as Entry<U>;
  }

  get last(): Entry<U> {
    return this.points.at(-1) as Entry<U>;
  }

  /** The entry with the largest central value. */
  get highest(): Entry<U> {
    return this.points.reduce((a, b) => (b.figure.exact.compare(a.figure.exact) > 0 ? b : a));
  }

  [Symbol.iterator](): IterableIterator<Entry<U>> {
    return this.points[Symbol.iterator]();
  }

  /**
   * The figure of a period.
   * @throws FigureError "bad-option" that says why there is none
   * @example series("Exports", { "2023-08": "$9.3bn", "2023-09": "$9.6bn" }).at("2023-09").show() // USD 9.6bn, between 9.55bn and 9.65bn
   */
  at(when: string | Period): Quantity<U> {
    const of = asPeriod(when);
    const found = this.timeline.at(of);
    if (found !== undefined) return found.figure;
    throw new FigureError(
      "bad-option",
      `"${this.name}": ${this.timeline.why(of)}; it has ${this.first.period.text} to ${this.last.period.text}`,
    );
  }

  /** The figure of a period, or undefined. */
  get(when: string | Period): Quantity<U> | undefined {
    return this.timeline.at(asPeriod(when))?.figure;
  }

  /** The entries that lie within a stretch: `within("2023")`, `within("2022-07/2023-06")`. */
  within(stretch: string | Period): Series<U> {
    const { start, end } = asPeriod(stretch);
    const entries = this.points.filter((one) => one.period.start >= start && one.period.end <= end);
    if (entries.length === 0)
      throw new FigureError("bad-option", `"${this.name}" has no figure within ${start} to ${end}`);
    return new Series(this.name, entries, this.every);
  }

  /** The same under another name. */
  named(name: string): Series<U> {
    return new Series(name, this.points, this.every);
  }

  /**
   * Growth over a step, in percent: on the year before unless told otherwise; over "1 month", "1 quarter"; or, with "year
   * to date", of the sums from January on over those of the year before.
   * @example series("Exports", { "2022-09": "$8.9bn", "2023-09": "$9.6bn" }).growth().at("2023-09").show() // 7.87%, between 6.70% and 9.04%
   * @throws FigureError "period-mismatch" for figures from January on over less than a year
   */
  growth(over: Step | "year to date" = "1 year"): Series<"percent"> {
    if (over === "year to date") {
      return this.every === "year-to-date"
        ? this.growth()
        : this.toDate().growth().named(`${this.name}, growth in the year to date`);
    }
    return this.like(growthOver(this.timeline, over), GROWTH_NAMES[over] ?? `growth over ${over}`);
  }

  /**
   * Figures from January on as months: the difference of neighbours, "implied, with revisions" (see
   * `monthsFromCumulative`). Where a month is missing, the stretch around it stays one; January and February stay
   * together where they were published so.
   * @example series("Trade", { "2023-01/2023-08": "$155.10bn", "2023-01/2023-09": "$176.40bn" }).months().at("2023-09").show() // USD 21.30bn, between 21.29bn and 21.31bn
   */
  months(): Series<U> {
    return this.like(monthsOf(this.timeline), "by month");
  }

  /** Months or quarters added up from January on. */
  toDate(): Series<U> {
    return this.like(sumsToDate(this.timeline), "year to date");
  }

  /**
   * The sum of the months that end with each, twelve unless told otherwise.
   * @example series("Exports", { "2023-08": "$9.3bn", "2023-09": "$9.6bn" }).rolling(2).last.period // 2023-08/2023-09
   */
  rolling(months = 12): Series<U> {
    return this.like(rollingSums(this.timeline, months), `sum of ${months} months`);
  }

  /** Months added up to quarters; a quarter without all of its months has no figure. */
  quarters(): Series<U> {
    return this.like(sumsBy(this.timeline, "quarter"), "by quarter");
  }

  /** Months or quarters added up to years. */
  years(): Series<U> {
    return this.like(sumsBy(this.timeline, "year"), "by year");
  }

  /**
   * As an index: the amount of the base is 100. A base that is longer than the periods ("2019", for months) is their mean.
   * @example series("Exports", { "2022": "$76.12bn", "2023": "$110.97bn" }).index("2022").at("2023").show(1) // 145.8, between 145.7 and 145.8
   */
  index(base: string | Period): Series<"number"> {
    const of = asPeriod(base);
    return this.like(indexOn(this.timeline, of), `${of.text} = 100`);
  }

  /** The share of a whole, in percent, for each period that both have. */
  shareOf(whole: Series<U>): Series<"percent"> {
    return this.like(sharesOf(this.timeline, whole.timeline), `share of ${whole.name}`);
  }

  /** This and another, added period by period. */
  plus(other: Series<U>): Series<U> {
    return this.like(sumsOf(this.timeline, other.timeline), `with ${other.name}`);
  }

  /** This less another: exports less imports are the balance. */
  minus(other: Series<U>): Series<U> {
    return this.like(differencesOf(this.timeline, other.timeline), `less ${other.name}`);
  }

  /**
   * In another currency, each period at the mean of the rates in it: the rates of a book, or a function from the period
   * to its rate.
   * @param query which kind of rate, as for `RateBook.average`
   * @throws FigureError "unit-mismatch" for a series that is no money
   * @example series("Exports", { "2023-09": "$9.6bn" }).convert("CNY", () => rate("USD/CNY", "7.2", { kind: "period-average" })).at("2023-09").show() // CNY 69.12bn, between 68.28bn and 69.97bn
   */
  convert(currency: string, rates: RatesByPeriod, query: AverageQuery = {}): Series {
    return (this as Series).like(convertedBy(this.timeline, currency, rates, query), `in ${currency}`);
  }

  /** Period and figure as text, a line each, with the gaps where they are. */
  show(): string {
    const rows = [
      ...this.points.map((one) => [one.period, one.figure.show()] as const),
      ...this.gaps.map((one) => [one.period, one.why] as const),
    ].sort(([a], [b]) => (a.end === b.end ? 0 : a.end < b.end ? -1 : 1));
    const wide = Math.max(...rows.map(([of]) => of.text.length));
    return [this.name, ...rows.map(([of, text]) => `${of.text.padEnd(wide)}  ${text}`)].join("\n");
  }

  toString(): string {
    return this.show();
  }

  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      unit: this.unit,
      every: this.every,
      points: this.points.map((one) => ({ period: one.period.text, ...one.figure.toJSON() })),
      gaps: this.gaps.map((one) => ({ period: one.period.text, why: one.why })),
    };
  }

  [inspect](): string {
    return this.show();
  }

  /** Its text; the notebook makes a table and a chart of it. */
  [rich](): MimeBundle {
    return display(this.name, "", this.show());
  }

  private like<V extends Unit>({ entries, every, reasons }: Made<V>, how: string): Series<V> {
    return new Series(`${this.name}, ${how}`, entries, every, reasons);
  }

  /**
   * What each of several series brings to the growth of their sum, in percentage points, and that growth, for every
   * period in which all of them have both figures. The points of a period add up to its growth exactly.
   */
  static contributions<U extends Unit>(
    parts: readonly Series<U>[],
    over: Step = "1 year",
  ): { readonly parts: readonly Series<"percentage-point">[]; readonly growth: Series<"percent"> } {
    const found = contributionsOver(
      parts.map((one) => one.timeline),
      over,
    );
    return {
      parts: found.parts.map((one, i) => (parts[i] as Series).like(one, "contribution to growth")),
      growth: new Series(
        `${parts.map((one) => one.name).join(" and ")}, growth`,
        found.growth.entries,
        found.growth.every,
        found.growth.reasons,
      ),
    };
  }
}

const GROWTH_NAMES: Readonly<Record<string, string>> = {
  "1 year": "growth on the year before",
  "1 quarter": "growth on the quarter before",
  "1 month": "growth on the month before",
};

export const asPeriod = (of: string | Period): CalendarPeriod =>
  period(typeof of === "string" ? of : of.text);

/** The figure with its period and, where it has none, with a name. */
function dated<U extends Unit>(figure: Quantity<U>, of: CalendarPeriod, name: string): Quantity<U> {
  const own = figure.period;
  if (own !== undefined && !samePeriod(own, of))
    throw new FigureError(
      "period-mismatch",
      `the figure for ${of.text} of "${name}" is of ${own.text}: ${figure.show()}`,
    );
  if (own !== undefined && figure.label !== undefined) return figure;
  const copy = Object.create(Object.getPrototypeOf(figure) as object) as Quantity<U>;
  return Object.assign(copy, figure, { period: of, label: figure.label ?? `${name} ${of.text}` });
}
