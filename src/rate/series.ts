import { FigureError } from "../errors.js";
import { dayNumber, dayText, period, weekday } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import { type Rate, type RateKind, rate } from "./rate.js";

/** One published rate. `on` is a day, or the period of an average or of a customs rate. */
export interface RateEntry {
  readonly on: string;
  readonly base: string;
  readonly quote: string;
  /** The digits as printed. */
  readonly rate: string;
  readonly per?: 1 | 10 | 100 | 1000 | 10000;
  readonly kind: RateKind;
  readonly source?: Source;
}

/**
 * What to do on a day without a rate. `exact`: an error. `previous`: the last day before it that has one. `nearest`:
 * the nearest day either side, the earlier of two; this may be a day that was still to come. Nothing is interpolated.
 */
export type DatePolicy = "exact" | "previous" | "nearest";

export const DATE_POLICIES: readonly DatePolicy[] = ["exact", "previous", "nearest"];

/** How far a fallback reaches, unless told otherwise: over a week of holidays. */
export const DEFAULT_REACH = 10;

/** The rate that a look-up found, and how far its day is from the one asked for. */
export interface Found {
  readonly rate: Rate;
  /** Days from the rate's period to the day that was asked for; below zero for a rate of a later day, 0 for its own. */
  readonly daysBack: number;
}

/** The rates of one pair and kind, in order of their days. Rates are made when first asked for, and kept. */
export class RateSeries {
  readonly pair: `${string}/${string}`;
  readonly kind: RateKind;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly entries: readonly RateEntry[];
  private readonly made: (Rate | undefined)[];

  /** @throws FigureError "bad-data" for two different rates of one period */
  constructor(entries: readonly RateEntry[]) {
    const dated = entries
      .map((entry) => {
        const on = period(entry.on);
        return { entry, start: dayNumber(on.start), end: dayNumber(on.end) };
      })
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const kept = dated.filter((one, i) => !repeats(one, dated[i - 1]));
    const first = kept[0]?.entry;
    if (first === undefined) throw new FigureError("bad-data", "a series of rates needs at least one rate");
    this.pair = `${first.base}/${first.quote}`;
    this.kind = first.kind;
    this.starts = Int32Array.from(kept, (one) => one.start);
    this.ends = Int32Array.from(kept, (one) => one.end);
    this.entries = kept.map((one) => one.entry);
    this.made = new Array(kept.length).fill(undefined);
  }

  get length(): number {
    return this.entries.length;
  }

  get from(): string {
    return dayText(this.starts[0] as number);
  }

  get to(): string {
    return dayText(this.ends[this.length - 1] as number);
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
    const i = this.lastStart(at);
    const gap = i < 0 ? Number.POSITIVE_INFINITY : at - (this.ends[i] as number);
    if (gap <= 0) return { rate: this.at(i), daysBack: 0 };
    if (policy === "exact") return undefined;
    const ahead =
      policy === "nearest" && i + 1 < this.length
        ? (this.starts[i + 1] as number) - at
        : Number.POSITIVE_INFINITY;
    if (Math.min(gap, ahead) > withinDays) return undefined;
    return gap <= ahead ? { rate: this.at(i), daysBack: gap } : { rate: this.at(i + 1), daysBack: -ahead };
  }

  /** The rates whose days lie within a period, in order. */
  within(from: string, to: string): Rate[] {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    const found: Rate[] = [];
    for (
      let i = Math.max(0, this.lastStart(first - 1) + 1);
      i < this.length && (this.starts[i] as number) <= last;
      i++
    ) {
      if ((this.ends[i] as number) <= last) found.push(this.at(i));
    }
    return found;
  }

  /** What stands either side of a day without a rate, for messages. */
  neighbours(day: string): string {
    const i = this.lastStart(dayNumber(day));
    const [before, after] = [this.entries[i], this.entries[i + 1]];
    return [before && `last is ${before.on}`, after && `next is ${after.on}`].filter(Boolean).join(", ");
  }

  private at(i: number): Rate {
    const known = this.made[i];
    if (known !== undefined) return known;
    const entry = this.entries[i] as RateEntry;
    const { kind, on, per, source } = entry;
    const made = rate(this.pair, entry.rate, {
      kind,
      on,
      ...(per === undefined ? {} : { per }),
      ...(source === undefined ? {} : { source }),
    }) as Rate;
    this.made[i] = made;
    return made;
  }

  /** Index of the last rate whose first day is not after `day`, −1 where there is none: binary search. */
  private lastStart(day: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] as number) <= day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

interface Dated {
  readonly entry: RateEntry;
  readonly start: number;
  readonly end: number;
}

function repeats(one: Dated, before: Dated | undefined): boolean {
  if (before === undefined || before.start !== one.start) return false;
  if (before.entry.rate === one.entry.rate && before.end === one.end) return true;
  const { kind, base, quote, on } = one.entry;
  throw new FigureError(
    "bad-data",
    `two ${kind} rates of ${base}/${quote} for ${on}: ${before.entry.rate} and ${one.entry.rate}`,
  );
}

/** A found rate that says how it was found, where its day is not the one asked for. */
export function withProvenance(found: Found, day: string, policy: DatePolicy): Rate {
  if (found.daysBack === 0) return found.rate;
  const rule = policy === "previous" ? "the last day before" : "the nearest day to";
  return found.rate.foundAs(`${rule} ${day} (${weekday(day)})`);
}
