import { FigureError } from "../errors.js";
import { dayNumber, dayText, weekday } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import {
  columnsOf,
  lastAtMost,
  mergedColumns,
  printedDigits,
  type RateColumns,
  type Sums,
  sumsOf,
} from "./columns.js";
import type { DatePolicy } from "./date-policy.js";
import type { RateEntry } from "./entry.js";
import { FOR_GOOD } from "./fixed.js";
import type { RateKind } from "./kind.js";
import { type Rate, rate } from "./rate.js";

/** How far a fallback reaches, unless told otherwise: over a week of holidays. */
export const DEFAULT_REACH = 10;

/** The rate that a look-up found, and how far its day is from the one asked for. */
export interface Found {
  readonly rate: Rate;
  /** Days from the rate's period to the day that was asked for; below zero for a rate of a later day, 0 for its own. */
  readonly daysBack: number;
}

/** A series whose rates are unpacked when one of them is first asked for. */
export interface PackedSeries {
  readonly base: string;
  readonly quote: string;
  readonly kind: RateKind;
  readonly from: string;
  readonly to: string;
  readonly length: number;
  /** Stretches of more than ten days without a rate, as the last and the next day that have one; looked for if not given. */
  readonly gaps?: readonly string[];
  readonly source?: Source;
  readonly unpack: () => RateColumns;
}

/** The rates of one pair and kind, in order of their days. Rates are made when first asked for, and kept. */
export class RateSeries {
  readonly pair: `${string}/${string}`;
  readonly kind: RateKind;
  private readonly packed: Omit<PackedSeries, "base" | "quote" | "kind">;
  private found: RateColumns | undefined;
  private made: (Rate | undefined)[] | undefined;
  private gapList: readonly string[] | undefined;
  private asked = 0;
  /** The row of each day, once many have been asked for. */
  private rowOf: Uint32Array | undefined;

  /** @throws FigureError "bad-data" for two different rates of one period */
  constructor(entries: readonly RateEntry[]);
  constructor(packed: PackedSeries);
  constructor(of: readonly RateEntry[] | PackedSeries) {
    if (!("unpack" in of)) {
      const [first] = of;
      if (first === undefined) throw new FigureError("bad-data", "a series of rates needs at least one rate");
      const columns = columnsOf(of);
      this.pair = `${first.base}/${first.quote}`;
      this.kind = first.kind;
      this.packed = { ...spanOf(columns), unpack: () => columns };
      this.found = columns;
      return;
    }
    this.pair = `${of.base}/${of.quote}`;
    this.kind = of.kind;
    this.packed = of;
  }

  /** Series of one pair and kind as one. Of two rates for one day, that of the series named first is taken. */
  static merged(series: readonly [RateSeries, ...RateSeries[]]): RateSeries {
    const [first] = series;
    if (series.length === 1) return first;
    const [base = "", quote = ""] = first.pair.split("/");
    let columns: RateColumns | undefined;
    const unpack = () => {
      columns ??= mergedColumns(series.map((one) => one.columns));
      return columns;
    };
    return new RateSeries({
      base,
      quote,
      kind: first.kind,
      from: series.map((one) => one.from).sort()[0] as string,
      to: series
        .map((one) => one.to)
        .sort()
        .at(-1) as string,
      get length() {
        return unpack().starts.length;
      },
      unpack,
    });
  }

  private get columns(): RateColumns {
    this.found ??= this.packed.unpack();
    return this.found;
  }

  get length(): number {
    return this.found?.starts.length ?? this.packed.length;
  }

  get from(): string {
    return this.packed.from;
  }

  get to(): string {
    return this.packed.to;
  }

  /** Stretches of more than ten days without a rate, as "last day before/next day". */
  get gaps(): readonly string[] {
    this.gapList ??= this.packed.gaps ?? gapsOf(this.columns);
    return this.gapList;
  }

  /** Who publishes it, where that is one for all. */
  get source(): Source | undefined {
    return this.packed.source ?? this.columns.source(0);
  }

  /** Whether its rates are of months or longer, and not of days. */
  get ofPeriods(): boolean {
    const { starts, ends } = this.columns;
    return ends !== starts && ends[0] !== starts[0];
  }

  /**
   * The rate of a day, or undefined where the policy finds none.
   * @param day "2023-10-23", or its day number
   */
  find(
    day: string | number,
    policy: DatePolicy = "exact",
    withinDays: number = DEFAULT_REACH,
  ): Found | undefined {
    const at = typeof day === "string" ? dayNumber(day) : day;
    const { starts, ends } = this.columns;
    const i = this.lastStart(at);
    const gap = i < 0 ? Number.POSITIVE_INFINITY : at - (ends[i] as number);
    if (gap <= 0) return { rate: this.at(i), daysBack: 0 };
    if (policy === "exact") return undefined;
    const ahead =
      policy === "nearest" && i + 1 < starts.length
        ? (starts[i + 1] as number) - at
        : Number.POSITIVE_INFINITY;
    if (Math.min(gap, ahead) > withinDays) return undefined;
    return gap <= ahead ? { rate: this.at(i), daysBack: gap } : { rate: this.at(i + 1), daysBack: -ahead };
  }

  /** Whether a day has a rate of its own. */
  has(day: string | number): boolean {
    const at = typeof day === "string" ? dayNumber(day) : day;
    const i = this.lastStart(at);
    return i >= 0 && at <= (this.columns.ends[i] as number);
  }

  /** The rates whose days lie within a period, in order. */
  within(from: string, to: string): Rate[] {
    const [first, end] = this.rows(from, to);
    return Array.from({ length: end - first }, (_, i) => this.at(first + i));
  }

  /** How many rates lie within a period. */
  countWithin(from: string, to: string): number {
    const [first, end] = this.rows(from, to);
    return end - first;
  }

  /** The lowest and the highest rate within a period, and how many there are; undefined where there is none. */
  extremes(from: string, to: string): { low: Rate; high: Rate; count: number } | undefined {
    const [first, end] = this.rows(from, to);
    if (end <= first) return undefined;
    const { units, per, digits } = this.columns;
    const plain = !digits && per?.subarray(first, end).every((one) => one === per[first]) !== false;
    let [low, high] = [first, first];
    for (let i = first + 1; i < end; i++) {
      if (plain) {
        if ((units[i] as number) < (units[low] as number)) low = i;
        if ((units[i] as number) > (units[high] as number)) high = i;
      } else {
        if (this.at(i).value.lessThan(this.at(low).value)) low = i;
        if (this.at(i).value.greaterThan(this.at(high).value)) high = i;
      }
    }
    return { low: this.at(low), high: this.at(high), count: end - first };
  }

  /**
   * The exact sum of the rates within a period, as whole units of the last decimal; undefined where there is none or the
   * digits do not allow it.
   */
  sums(from: string, to: string): (Sums & { scale: number; per: number; first: Rate }) | undefined {
    const [first, end] = this.rows(from, to);
    if (end <= first) return undefined;
    const { scale, per } = this.columns;
    const sums = sumsOf(this.columns, first, end);
    return sums && { ...sums, scale, per: per?.[0] ?? 1, first: this.at(first) };
  }

  /** The days that have a rate within a period, as day numbers. */
  days(from: string, to: string): Int32Array {
    const [first, end] = this.rows(from, to);
    return this.columns.starts.subarray(first, end);
  }

  /** What stands either side of a day without a rate, for messages. */
  neighbours(day: string): string {
    const i = this.lastStart(dayNumber(day));
    const [before, after] = [i, i + 1].map((at) => {
      const { starts, ends } = this.columns;
      const start = starts[at];
      if (start === undefined) return undefined;
      const lasts = dayText(ends[at] as number) === FOR_GOOD;
      return (lasts ? undefined : this.columns.periodText(at)) ?? dayText(start);
    });
    return [before && `last is ${before}`, after && `next is ${after}`].filter(Boolean).join(", ");
  }

  private at(i: number): Rate {
    const known = this.made?.[i];
    if (known !== undefined) return known;
    const { columns, kind } = this;
    this.made ??= new Array(columns.starts.length).fill(undefined);
    const source = columns.source(i);
    const per = columns.per?.[i];
    const made = rate(this.pair, printedDigits(columns, i), {
      kind,
      on: columns.periodText(i) ?? dayText(columns.starts[i] as number),
      ...(per === undefined ? {} : { per: per as NonNullable<RateEntry["per"]> }),
      ...(source === undefined ? {} : { source }),
    }) as Rate;
    this.made[i] = made;
    return made;
  }

  /** The rows whose periods lie within two days: the first, and the one after the last. */
  private rows(from: string, to: string): readonly [first: number, end: number] {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    const start = this.lastStart(first - 1) + 1;
    let end = this.lastStart(last) + 1;
    while (end > start && (this.columns.ends[end - 1] as number) > last) end--;
    return [start, end];
  }

  /** Index of the last rate whose first day is not after `day`, −1 where there is none. */
  private lastStart(day: number): number {
    const { starts } = this.columns;
    const { length } = starts;
    const first = starts[0] as number;
    if (!(day >= first)) return -1;
    if (day >= (starts[length - 1] as number)) return length - 1;
    if (this.rowOf === undefined && this.asked++ > OFTEN) this.rowOf = rowsByDay(starts);
    return this.rowOf === undefined ? lastAtMost(starts, day) : (this.rowOf[day - first] as number);
  }
}

/** So many look-ups pay for a table of rows by day. */
const OFTEN = 100;

/** For each day from the first to the last: the last row that has begun by then. */
function rowsByDay(starts: Int32Array): Uint32Array {
  const [first, last] = [starts[0] as number, starts[starts.length - 1] as number];
  const rows = new Uint32Array(last - first + 1);
  for (let row = 0; row < starts.length; row++)
    rows.fill(row, (starts[row] as number) - first, (starts[row + 1] ?? last + 1) - first);
  return rows;
}

const LONG_GAP = 10;

function gapsOf({ starts, ends }: RateColumns): string[] {
  const found: string[] = [];
  for (let i = 1; i < starts.length; i++) {
    const [last, next] = [ends[i - 1] as number, starts[i] as number];
    if (next - last > LONG_GAP) found.push(`${dayText(last)}/${dayText(next)}`);
  }
  return found;
}

function spanOf(columns: RateColumns): { from: string; to: string; length: number } {
  const { starts, ends } = columns;
  return {
    from: dayText(starts[0] as number),
    to: dayText(ends[ends.length - 1] as number),
    length: starts.length,
  };
}

/** A found rate that says how it was found, where its day is not the one asked for. */
export function withProvenance(found: Found, day: string, policy: DatePolicy): Rate {
  if (found.daysBack === 0) return found.rate;
  const rule = policy === "previous" ? "the last day before" : "the nearest day to";
  return found.rate.foundAs(`${rule} ${day} (${weekday(day)})`);
}
