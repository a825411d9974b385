import { FigureError } from "../../errors.js";
import type { RoundingMode } from "../../exact/rounding.js";
import { Column, checkWide, NULL64 } from "./column.js";
import { blockFor, type Groups, groupsOf, Limbs } from "./group-sums.js";
import { convertAndAdd, convertRows, fits, type KernelTable, kernelTable } from "./kernel.js";
import type { Keys } from "./keys.js";
import { type RatesByKey, scaledRatio } from "./rates.js";
import { checkMode, type Ratio, roundedRatio } from "./rounded-quotient.js";
import { type Sums, sumBy, sumsOf } from "./sums.js";

export interface ConvertOptions {
  /** How each amount is rounded: half-even unless another is named. */
  readonly rounding?: RoundingMode;
  /** Decimals of the result; those of the column unless given. */
  readonly scale?: number;
  /** An array to write the result to, which the new column then owns: memory that is used again is faster than new. */
  readonly into?: Float64Array;
}

/**
 * The column in the other currency of the rates, each row at the rate of its key, each amount rounded once:
 * y = a × num ÷ den with whole numbers. Bit-identical to integers of any length.
 * @param by the key of each row: its month, its day
 * @throws FigureError "no-rate" that names the first row whose key has none; "bad-data" for results beyond 2^63
 * @example convertColumn(Column.of("CNY", 2, ["100.00"]), RatesByKey.of("USD/CNY", { "2023-09": "7.1986" }), Keys.of("month", ["2023-09"])).at(0)?.toFixed(2) // 13.89
 */
export function convertColumn<B extends string, Q extends string, C extends B | Q>(
  column: Column<C>,
  rates: RatesByKey<B, Q>,
  by: Keys,
  options: ConvertOptions = {},
): Column<Exclude<B | Q, C>> {
  const rounding = options.rounding ?? "halfEven";
  const scale = options.scale ?? column.scale;
  checkMode(rounding);
  if (by.length !== column.length) {
    throw new FigureError("bad-option", `${column.length} amounts, but ${by.length} keys of ${by.name}`);
  }
  const { to, ratios } = prepared(column, rates, by, scale);
  const units = Column.units(column);
  if (units instanceof Float64Array) {
    const table = kernelTable(ratios);
    if (within(column, units, by, table)) {
      const out = into(options, units.length);
      convertRows(units, by.codes, table, out, rounding);
      return Column.trusted(to, scale, out, resultBound(column, ratios));
    }
  }
  return slowly(column, by, ratios, to, scale, rounding);
}

/**
 * `convertColumn` and `sumBy` in one pass over the memory, about twice as fast as one after the other.
 * @param keys what to sum by: the key of the rates first where it is one of them
 */
export function convertAndSum<B extends string, Q extends string, C extends B | Q>(
  column: Column<C>,
  rates: RatesByKey<B, Q>,
  by: Keys,
  keys: readonly Keys[],
  options: ConvertOptions = {},
): { readonly column: Column<Exclude<B | Q, C>>; readonly sums: Sums<Exclude<B | Q, C>> } {
  const scale = options.scale ?? column.scale;
  const units = Column.units(column);
  if (
    units instanceof Float64Array &&
    (options.rounding ?? "halfEven") === "halfEven" &&
    by.length === column.length
  ) {
    const { to, ratios } = prepared(column, rates, by, scale);
    const table = kernelTable(ratios);
    const [first, second, ...rest] = keys;
    const paired = first === by && second !== undefined && rest.length === 0;
    const groups = paired ? pairsOf(by, second) : groupsOf(keys, column.length);
    const bound = resultBound(column, ratios);
    const block = blockFor(bound, groups.size);
    if (
      block > 0 &&
      fits(table) &&
      groups.codes.length === column.length &&
      within(column, units, by, table)
    ) {
      const out = into(options, units.length);
      const limbs = new Limbs(groups.size);
      const sums = new Float64Array(2 * groups.size);
      const stride = paired ? second.values.length : 0;
      const adding = { others: groups.codes, stride, sums };
      convertAndAdd(units, by.codes, table, out, adding, block, () => limbs.take(sums, 2));
      const made = Column.trusted(to, scale, out, bound);
      const counts = sums.filter((_, i) => i % 2 === 1);
      return { column: made, sums: sumsOf(made, keys, groups, { sums: limbs.totals(), counts }) };
    }
  }
  const made = convertColumn(column, rates, by, options);
  return { column: made, sums: sumBy(made, keys) };
}

/** The groups of a rate's key and one other, whose code is made in the kernel's loop. */
function pairsOf(by: Keys, second: Keys): Groups {
  const count = second.values.length;
  return {
    codes: second.codes,
    size: by.values.length * count,
    keysOf: (g) => [by.values[Math.floor(g / count)] as string, second.values[g % count] as string],
  };
}

function prepared<B extends string, Q extends string, C extends B | Q>(
  column: Column<C>,
  rates: RatesByKey<B, Q>,
  by: Keys,
  scale: number,
) {
  const to = rates.other(column.currency) as Exclude<B | Q, C>;
  const ratios = by.values.map((key) => {
    const found = rates.between(column.currency, to, key);
    return found === undefined ? undefined : scaledRatio(found, column.scale, scale);
  });
  return { to, ratios };
}

function into({ into: given }: ConvertOptions, length: number): Float64Array {
  if (given === undefined) return new Float64Array(length);
  if (given.length === length) return given;
  throw new FigureError("bad-option", `${length} amounts do not go into an array of ${given.length}`);
}

/** What no result is larger than: the largest amount at the largest ratio, rounded up. */
function resultBound(column: Column, ratios: readonly (Ratio | undefined)[]): number {
  let largest = 0;
  for (const one of ratios)
    if (one !== undefined) largest = Math.max(largest, Number(one.num) / Number(one.den));
  // Each of four roundings is below 2^-52 of the result.
  return Math.min(Number.MAX_SAFE_INTEGER, Math.ceil(Column.bound(column) * largest * (1 + 2 ** -40)) + 1);
}

/** Whether every row is one for which the kernel is exact. Null is within; a row without a rate is not. */
function within(column: Column, units: Float64Array, by: Keys, { limit }: KernelTable): boolean {
  const bound = Column.bound(column);
  if (limit.every((one) => bound <= one)) return true;
  const codes = by.codes;
  for (let i = 0; i < units.length; i++) {
    // Written so that NaN, the null, passes.
    if (Math.abs(units[i] as number) > (limit[codes[i] as number] as number)) return false;
  }
  return true;
}

/** Row by row: what the kernel may not do goes through BigInt; the result is 64-bit where one of its amounts needs it. */
function slowly<T extends string>(
  column: Column,
  by: Keys,
  ratios: readonly (Ratio | undefined)[],
  to: T,
  scale: number,
  rounding: RoundingMode,
): Column<T> {
  const { length } = column;
  const out = new BigInt64Array(length);
  let largest = 0n;
  for (let i = 0; i < length; i++) {
    const a = column.unitsAt(i);
    if (a === null) {
      out[i] = NULL64;
      continue;
    }
    const ratio = ratios[by.codes[i] as number];
    if (ratio === undefined) {
      throw new FigureError("no-rate", `row ${i + 1}: no rate for ${by.name} ${by.at(i)}`, { line: i + 1 });
    }
    const y = roundedRatio(a, ratio, rounding);
    checkWide(y, i);
    out[i] = y;
    const size = y < 0n ? -y : y;
    if (size > largest) largest = size;
  }
  return largest <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Column.trusted(
        to,
        scale,
        Float64Array.from(out, (y) => (y === NULL64 ? Number.NaN : Number(y))),
      )
    : new Column(to, scale, out);
}
