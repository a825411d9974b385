/** Columns of printed figures: between which amounts each lies, and what follows for sums and growth. */
import { FigureError } from "../../errors.js";
import type { RoundingMode } from "../../exact/rounding.js";
import { Column, checkWide } from "./column.js";
import { type ConvertOptions, convertColumn } from "./convert.js";
import { type RatioOptions, ratioRow, yearEarlier } from "./growth.js";
import type { Keys } from "./keys.js";
import type { RatesByKey } from "./rates.js";
import { type Sums, sumBy } from "./sums.js";

/** The least and the greatest amount that print as the figures do, row by row, ends included. */
export interface Bounds<C extends string = string> {
  readonly lower: Column<C>;
  readonly upper: Column<C>;
}

export interface PrintedOptions {
  /** Decimals that were printed: −8 for figures in hundreds of millions; the scale of the column unless given. */
  readonly decimals?: number;
  /** How the publisher rounded: half away from zero unless another mode is named. */
  readonly rounding?: RoundingMode;
}

/**
 * The bounds of printed figures, with one decimal more than they have: 42.6 half away from zero lies between 42.55 and
 * 42.65. The ends are kept closed, so a bound may be reached or not; nothing lies beyond.
 * @example boundsOf(Column.of("CNY", 1, ["42.6"])).upper.at(0)?.toFixed() // 42.65
 */
export function boundsOf<C extends string>(column: Column<C>, options: PrintedOptions = {}): Bounds<C> {
  const decimals = options.decimals ?? column.scale;
  const rounding = options.rounding ?? "halfExpand";
  const scale = Math.max(column.scale, decimals + 1);
  if (!Number.isInteger(decimals) || decimals > column.scale || decimals < -18) {
    throw new FigureError(
      "bad-option",
      `figures in a column of ${column.scale} decimals were printed with at most so many, said ${decimals}`,
    );
  }
  const grow = 10n ** BigInt(scale - column.scale);
  const unit = 10n ** BigInt(scale - decimals);
  const lower: (bigint | null)[] = [];
  const upper: (bigint | null)[] = [];
  for (let i = 0; i < column.length; i++) {
    const units = column.unitsAt(i);
    if (units === null) {
      lower.push(null);
      upper.push(null);
      continue;
    }
    const x = units * grow;
    if (x % unit !== 0n) {
      throw new FigureError(
        "bad-data",
        `row ${i + 1}: ${column.at(i)?.toFixed()} was not printed with ${decimals} decimals`,
        {
          line: i + 1,
        },
      );
    }
    const [below, above] = reach(rounding, x < 0n ? -1 : x > 0n ? 1 : 0, unit);
    lower.push(x - below);
    upper.push(x + above);
    checkWide(x - below, i);
    checkWide(x + above, i);
  }
  return {
    lower: Column.fromUnits(column.currency, scale, lower),
    upper: Column.fromUnits(column.currency, scale, upper),
  };
}

/** How far below and above a print the amount may lie. */
function reach(rounding: RoundingMode, sign: number, unit: bigint): [bigint, bigint] {
  switch (rounding) {
    case "floor":
      return [0n, unit];
    case "ceil":
      return [unit, 0n];
    case "trunc":
      return sign === 0 ? [unit, unit] : sign > 0 ? [0n, unit] : [unit, 0n];
    case "expand":
      return sign === 0 ? [0n, 0n] : sign > 0 ? [unit, 0n] : [0n, unit];
    default:
      return [unit / 2n, unit / 2n];
  }
}

/** Bounds in another currency at exact rates, rounded outwards. */
export function convertBounds<B extends string, Q extends string, C extends B | Q>(
  bounds: Bounds<C>,
  rates: RatesByKey<B, Q>,
  by: Keys,
  options: Omit<ConvertOptions, "rounding"> = {},
): Bounds<Exclude<B | Q, C>> {
  return {
    lower: convertColumn(bounds.lower, rates, by, { ...options, rounding: "floor" }),
    upper: convertColumn(bounds.upper, rates, by, { ...options, rounding: "ceil" }),
  };
}

/** The bounds of sums. */
export interface SumBounds<C extends string = string> {
  readonly lower: Sums<C>;
  readonly upper: Sums<C>;
}

export function sumBounds<C extends string>(bounds: Bounds<C>, by: readonly Keys[]): SumBounds<C> {
  return { lower: sumBy(bounds.lower, by), upper: sumBy(bounds.upper, by) };
}

export interface GrowthBoundsRow {
  readonly keys: readonly string[];
  readonly lower: string;
  readonly upper: string;
}

/**
 * Growth on the year of sums of printed figures: from lower ÷ the base's upper − 1, rounded down, to upper ÷ the base's
 * lower − 1, rounded up. Groups whose base may be zero or less are left out.
 */
export function growthBounds(
  sums: SumBounds,
  options: Omit<RatioOptions, "rounding"> & { readonly month?: string } = {},
): GrowthBoundsRow[] {
  const at = sums.lower.place(options.month ?? "month");
  return sums.lower.rows.flatMap((row) => {
    const month = row.keys[at] as string;
    const before = row.keys.map((key, i) => (i === at ? yearEarlier(month) : key));
    const baseLower = sums.lower.unitsOf(...before);
    const baseUpper = sums.upper.unitsOf(...before);
    const upper = sums.upper.unitsOf(...row.keys);
    if (baseLower === undefined || baseUpper === undefined || upper === undefined || baseLower <= 0n)
      return [];
    // A negative current amount is least against the smallest base.
    const lowBase = row.units < 0n ? baseLower : baseUpper;
    const highBase = upper < 0n ? baseUpper : baseLower;
    const low = ratioRow(row.keys, row.units - lowBase, lowBase, { ...options, rounding: "floor" });
    const high = ratioRow(row.keys, upper - highBase, highBase, { ...options, rounding: "ceil" });
    return [{ keys: row.keys, lower: low.text, upper: high.text }];
  });
}
