/** Columns in the data frames of others, without loss. */
import { FigureError } from "../../errors.js";
import type { Decimal } from "../../exact/decimal.js";
import type { ColumnTable } from "./arrow.js";
import { amountOf, Column } from "./column.js";

/**
 * The rows as texts, for `toFrame` (danfo) and anything else that takes rows: the name of each key, and the amount.
 * A null is the empty text.
 */
export function* textRows({ value, keys }: ColumnTable, name = "value"): Generator<Record<string, string>> {
  let i = 0;
  for (const text of value.texts()) {
    const row: Record<string, string> = {};
    for (const key of keys) row[key.name] = key.at(i);
    row[name] = text ?? "";
    yield row;
    i += 1;
  }
}

/** What is used of arquero: hand the module in; it is an optional package. */
export interface Arquero {
  // biome-ignore lint/suspicious/noExplicitAny: a table of arquero, whose types a caller has.
  table(columns: Record<string, ArrayLike<unknown>>): any;
}

/** An arquero table whose amounts are whole numbers, and the way back to exact amounts. */
export interface ExactTable {
  // biome-ignore lint/suspicious/noExplicitAny: a table of arquero.
  readonly table: any;
  /** The exact amount that a whole number of the table, or a sum of them, stands for. */
  amount(units: number): Decimal;
}

/**
 * The column as an arquero table: whole numbers of 10^−scale, so that `op.sum` adds exactly.
 * @throws FigureError "bad-data" where a sum could pass 2^53, beyond which arquero's numbers lose digits
 */
export function toArquero(arquero: Arquero, { value, keys }: ColumnTable, name = "value"): ExactTable {
  const units = Column.units(value);
  if (
    !(units instanceof Float64Array) ||
    Column.bound(value) * Math.max(1, value.length) > Number.MAX_SAFE_INTEGER
  ) {
    const size = sizeOf(value);
    if (size > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw new FigureError(
        "bad-data",
        `the sum of ${name} could pass 2^53, beyond which arquero loses digits: keep fewer decimals, or use sumBy`,
      );
    }
  }
  const columns: Record<string, ArrayLike<unknown>> = {};
  for (const key of keys) columns[key.name] = Array.from({ length: key.length }, (_, i) => key.at(i));
  // Arquero leaves undefined out of its sums; NaN would spoil them.
  columns[name] = Array.from({ length: value.length }, (_, i) => {
    const one = value.unitsAt(i);
    return one === null ? undefined : Number(one);
  });
  return {
    table: arquero.table(columns),
    amount(whole) {
      if (!Number.isSafeInteger(whole))
        throw new FigureError("bad-data", `${whole} is not a whole number within ±2^53`);
      return amountOf(BigInt(whole), value.scale);
    },
  };
}

function sizeOf(value: Column): bigint {
  let size = 0n;
  for (let i = 0; i < value.length; i++) {
    const one = value.unitsAt(i) ?? 0n;
    size += one < 0n ? -one : one;
  }
  return size;
}
