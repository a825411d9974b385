import { FigureError } from "../errors.js";
import { dayNumber, period } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import type { RateEntry } from "./entry.js";

/** The rates of one pair and kind as columns, by rising days: thousands of rates take some tens of kilobytes. */
export interface RateColumns {
  /** First and last day of each rate's period, as day numbers; the same column for rates of days. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The printed digits as whole numbers of 10^−scale; not a number where they need more than 15 digits. */
  readonly units: Float64Array;
  readonly scale: number;
  /** How many decimals are printed. */
  readonly decimals: Uint8Array;
  readonly per: Uint16Array | undefined;
  readonly source: (i: number) => Source | undefined;
  /** The text of a period that is not one day. */
  readonly periodText: (i: number) => string | undefined;
  /** Digits as printed where `units` cannot hold them. */
  readonly digits?: ReadonlyMap<number, string>;
}

const MOST_DIGITS = 15;

const PRINTED = /^\d+(\.\d+)?$/;
const PERS: ReadonlySet<unknown> = new Set([undefined, 1, 10, 100, 1000, 10000]);

/** @throws FigureError "bad-data" that names the pair and the day, for what is no rate above zero */
function checked(entry: RateEntry): void {
  const { rate, per, base, quote, on } = entry;
  const at = `${base}/${quote} on ${on}`;
  if (typeof rate !== "string" || !PRINTED.test(rate) || /^[0.]+$/.test(rate))
    throw new FigureError("bad-data", `${at}: "${String(rate).slice(0, 40)}" is not a rate above zero`);
  if (!PERS.has(per)) throw new FigureError("bad-data", `${at}: per ${per} is not 1, 10, 100, 1000 or 10000`);
}

/** @throws FigureError "bad-data" for what is no rate, and for two different rates of one period */
export function columnsOf(entries: readonly RateEntry[]): RateColumns {
  const dated = entries
    .map((entry) => {
      checked(entry);
      const on = period(entry.on);
      return { entry, start: dayNumber(on.start), end: dayNumber(on.end) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const kept = dated.filter((one, i) => !repeats(one, dated[i - 1]));
  const decimals = kept.map(({ entry }) => decimalsOf(entry.rate));
  const scale = Math.max(0, ...decimals.filter((one) => one <= MOST_DIGITS));
  const digits = new Map<number, string>();
  const units = Float64Array.from(kept, ({ entry }, i) => {
    const own = decimals[i] as number;
    const bare = entry.rate.replace(".", "").replace(/^0+(?=\d)/, "");
    if (own > scale || bare.length + scale - own > MOST_DIGITS) {
      digits.set(i, entry.rate);
      return Number.NaN;
    }
    return Number(bare) * 10 ** (scale - own);
  });
  const starts = Int32Array.from(kept, (one) => one.start);
  const long = kept.some((one) => one.end !== one.start);
  return {
    starts,
    ends: long ? Int32Array.from(kept, (one) => one.end) : starts,
    units,
    scale,
    decimals: Uint8Array.from(decimals, (one) => Math.min(one, 255)),
    per: kept.some(({ entry }) => (entry.per ?? 1) !== 1)
      ? Uint16Array.from(kept, ({ entry }) => entry.per ?? 1)
      : undefined,
    source: (i) => kept[i]?.entry.source,
    periodText: (i) => kept[i]?.entry.on,
    ...(digits.size === 0 ? {} : { digits }),
  };
}

function decimalsOf(text: string): number {
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
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

/** The printed digits of a rate. */
export function printedDigits(columns: RateColumns, i: number): string {
  const long = columns.digits?.get(i);
  if (long !== undefined) return long;
  const own = columns.decimals[i] as number;
  const whole = String((columns.units[i] as number) / 10 ** (columns.scale - own));
  if (own === 0) return whole;
  const padded = whole.padStart(own + 1, "0");
  return `${padded.slice(0, -own)}.${padded.slice(-own)}`;
}

/** Several columns of one pair and kind as one; of two rates for one first day, the earlier columns' is taken. */
export function mergedColumns(parts: readonly RateColumns[]): RateColumns {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const { runs, length } = mergedRuns(parts.map((one) => one.starts));
  const scale = Math.max(...parts.map((one) => one.scale));
  const [starts, ends] = [new Int32Array(length), new Int32Array(length)];
  const [units, decimals] = [new Float64Array(length), new Uint8Array(length)];
  const per = parts.some((one) => one.per !== undefined) ? new Uint16Array(length).fill(1) : undefined;
  const digits = new Map<number, string>();
  for (const { part, from, to, at } of runs) {
    const one = parts[part] as RateColumns;
    starts.set(one.starts.subarray(from, to), at);
    ends.set(one.ends.subarray(from, to), at);
    decimals.set(one.decimals.subarray(from, to), at);
    if (one.per !== undefined) per?.set(one.per.subarray(from, to), at);
    const factor = 10 ** (scale - one.scale);
    for (let row = from, i = at; row < to; row++, i++) {
      const made = (one.units[row] as number) * factor;
      const fits = made < 10 ** MOST_DIGITS;
      units[i] = fits ? made : Number.NaN;
      if (!fits) digits.set(i, printedDigits(one, row));
    }
  }
  const begins = Int32Array.from(runs, ({ at }) => at);
  /** The part that a row is from, and its row there. */
  const place = (i: number): readonly [RateColumns | undefined, number] => {
    const run = runs[lastAtMost(begins, i)];
    return run === undefined ? [undefined, -1] : [parts[run.part], run.from + i - run.at];
  };
  return {
    starts,
    ends: parts.every((one) => one.ends === one.starts) ? starts : ends,
    units,
    scale,
    decimals,
    per,
    source: (i) => {
      const [part, row] = place(i);
      return part?.source(row);
    },
    periodText: (i) => {
      const [part, row] = place(i);
      return part?.periodText(row);
    },
    ...(digits.size === 0 ? {} : { digits }),
  };
}

/** Rows of one part that stand together in the whole, from row `at` of it. */
interface Run {
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** The whole in runs of rows: all by rising first days, of equal ones the earlier part's. */
function mergedRuns(parts: readonly Int32Array[]): { runs: Run[]; length: number } {
  const next = parts.map(() => 0);
  const startOf = (part: number) => parts[part]?.[next[part] as number] ?? Number.POSITIVE_INFINITY;
  const runs: Run[] = [];
  for (let at = 0; ; ) {
    const first = Math.min(...parts.map((_, part) => startOf(part)));
    if (first === Number.POSITIVE_INFINITY) return { runs, length: at };
    const same = [...parts.keys()].filter((part) => startOf(part) === first);
    for (const part of same) next[part] = (next[part] as number) + 1;
    const part = same[0] as number;
    const from = (next[part] as number) - 1;
    // The run goes on until another part has a rate.
    const other = Math.min(
      ...parts.map((_, one) => (one === part ? Number.POSITIVE_INFINITY : startOf(one))),
    );
    while (startOf(part) < other) next[part] = (next[part] as number) + 1;
    const to = next[part] as number;
    runs.push({ part, from, to, at });
    at += to - from;
  }
}

/** The sum of a stretch of rates in units of 10^−scale, and of the widths of their rounding: exact whole numbers. */
export interface Sums {
  readonly units: number;
  readonly widths: number;
}

const FOUND = new WeakMap<RateColumns, readonly [Float64Array, Float64Array] | undefined>();

/** The sums of the rows from `first` until before `end`; undefined where they would not be exact whole numbers. */
export function sumsOf(columns: RateColumns, first: number, end: number): Sums | undefined {
  if (!FOUND.has(columns)) FOUND.set(columns, running(columns));
  const sums = FOUND.get(columns);
  if (sums === undefined) return undefined;
  const [units, widths] = sums;
  return {
    units: (units[end] as number) - (units[first] as number),
    widths: (widths[end] as number) - (widths[first] as number),
  };
}

function running(columns: RateColumns): readonly [Float64Array, Float64Array] | undefined {
  const { units, decimals, scale, per } = columns;
  const length = units.length;
  const [sums, widths] = [new Float64Array(length + 1), new Float64Array(length + 1)];
  for (let i = 0; i < length; i++) {
    if (per !== undefined && per[i] !== per[0]) return undefined;
    sums[i + 1] = (sums[i] as number) + (units[i] as number);
    widths[i + 1] = (widths[i] as number) + 10 ** (scale - (decimals[i] as number));
  }
  const exact = [sums, widths].every((one) => Number.isSafeInteger(one[length]));
  return exact ? [sums, widths] : undefined;
}

/** The last place of rising numbers that is at most `most`, −1 where there is none: binary search. */
export function lastAtMost(rising: Int32Array, most: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
