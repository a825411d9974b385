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
  const { partOf, rowOf, length } = mergedRows(parts);
  const scale = Math.max(...parts.map((one) => one.scale));
  const factors = parts.map((one) => 10 ** (scale - one.scale));
  const [starts, ends] = [new Int32Array(length), new Int32Array(length)];
  const [units, decimals] = [new Float64Array(length), new Uint8Array(length)];
  const per = parts.some((one) => one.per !== undefined) ? new Uint16Array(length) : undefined;
  const digits = new Map<number, string>();
  for (let i = 0; i < length; i++) {
    const part = partOf[i] as number;
    const row = rowOf[i] as number;
    const one = parts[part] as RateColumns;
    starts[i] = one.starts[row] as number;
    ends[i] = one.ends[row] as number;
    decimals[i] = one.decimals[row] as number;
    if (per !== undefined) per[i] = one.per?.[row] ?? 1;
    const made = (one.units[row] as number) * (factors[part] as number);
    units[i] = made < 10 ** MOST_DIGITS ? made : Number.NaN;
    if (!(made < 10 ** MOST_DIGITS)) digits.set(i, printedDigits(one, row));
  }
  const place = (i: number) => [parts[partOf[i] ?? -1], rowOf[i] ?? -1] as const;
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

/** Which row of which part each row of the whole is: all by rising first days, of equal ones the earlier part's. */
function mergedRows(parts: readonly RateColumns[]) {
  const most = parts.reduce((sum, one) => sum + one.starts.length, 0);
  const [partOf, rowOf] = [new Uint8Array(most), new Int32Array(most)];
  const next = parts.map(() => 0);
  let length = 0;
  for (;;) {
    let [part, first] = [-1, Number.POSITIVE_INFINITY];
    for (let i = 0; i < parts.length; i++) {
      const start = parts[i]?.starts[next[i] as number] ?? Number.POSITIVE_INFINITY;
      if (start < first) [part, first] = [i, start];
    }
    if (part < 0) return { partOf, rowOf, length };
    partOf[length] = part;
    rowOf[length++] = next[part] as number;
    for (let i = 0; i < parts.length; i++)
      if (parts[i]?.starts[next[i] as number] === first) next[i] = (next[i] as number) + 1;
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
