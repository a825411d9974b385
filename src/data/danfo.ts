import { FigureError } from "../errors.js";
import { Decimal, decimal, Near } from "../exact/decimal.js";
import { shift } from "../exact/rounding.js";

// biome-ignore lint/suspicious/noExplicitAny: danfo's own types differ between its builds.
export type DanfoFrame = any;

/** What is used of danfojs-node: hand the module in, `toFrame(dfd, rows, …)`; it is an optional package. */
export interface Danfo {
  readonly DataFrame: new (data: DanfoFrame, options?: DanfoFrame) => DanfoFrame;
}

export interface FrameOptions {
  /** Columns of exact decimals, and the decimals each keeps: they are carried as whole numbers of 10^−decimals. */
  readonly scaled?: Readonly<Record<string, number>>;
}

/** A danfo frame whose decimals are whole numbers, and the way back to exact amounts. */
export interface ExactFrame {
  readonly frame: DanfoFrame;
  /** The columns that hold whole numbers, and the decimals of the amounts that they stand for. */
  readonly scaled: Readonly<Record<string, number>>;
  /** The exact amount that a whole number of a scaled column stands for. */
  amount(column: string, units: number): Decimal;
  /** Sums of a scaled column by the values of another: exact, since danfo adds whole numbers. */
  sum(column: string, by: string): ReadonlyMap<string, Decimal>;
}

/**
 * Rows of text as a danfo frame without loss. Text stays text ("007" is not 7); decimals named in `scaled` become whole
 * numbers, which danfo adds exactly as long as no sum passes 2^53. What danfo would silently get wrong is refused: Decimal
 * objects (their group sum is the text "0.10.2"), JavaScript numbers that have lost digits, columns whose sum could pass 2^53.
 * @throws FigureError "bad-option" or "bad-data" that names row and column
 */
export function toFrame(
  danfo: Danfo,
  rows: readonly Readonly<Record<string, string>>[],
  options: FrameOptions = {},
): ExactFrame {
  const scaled = options.scaled ?? {};
  const columns = Object.keys(rows[0] ?? {});
  const missing = Object.keys(scaled).find((column) => !columns.includes(column));
  if (columns.length === 0) throw new FigureError("bad-option", "a frame needs at least one row");
  if (missing !== undefined)
    throw new FigureError("bad-option", `no column "${missing}"; there are ${columns.join(", ")}`);
  const data: Record<string, (string | number)[]> = {};
  for (const column of columns) {
    const places = Object.hasOwn(scaled, column) ? scaled[column] : undefined;
    data[column] = rows.map((row, i) => {
      const value = row[column];
      if (typeof value !== "string") throw lossy(column, i, value);
      return places === undefined ? value : units(value, places, column, i);
    });
    if (places !== undefined) checkSum(column, data[column] as number[]);
  }
  const dtypes = columns.map((column) => (Object.hasOwn(scaled, column) ? "int32" : "string"));
  const frame = new danfo.DataFrame(data, { dtypes });
  const amount = (column: string, whole: number) => {
    const places = Object.hasOwn(scaled, column) ? scaled[column] : undefined;
    if (places === undefined)
      throw new FigureError(
        "bad-option",
        `"${column}" is text; name its decimals in scaled to compute with it`,
      );
    return shift(new Near(whole), -places);
  };
  return {
    frame,
    scaled,
    amount,
    sum(column, by) {
      amount(column, 0);
      const grouped = frame.groupby([by]).col([column]).sum();
      const [keys, sums] = [grouped[by].values as string[], grouped[`${column}_sum`].values as number[]];
      return new Map(keys.map((key, i) => [key, amount(column, sums[i] as number)]));
    },
  };
}

function units(text: string, places: number, column: string, row: number): number {
  const value = shift(decimal(text), places);
  if (!value.isInteger()) {
    throw new FigureError(
      "bad-data",
      `row ${row + 1}, column ${column}: ${text} has more than ${places} decimals`,
    );
  }
  return value.toNumber();
}

function checkSum(column: string, values: readonly number[]): void {
  const size = values.reduce((sum, value) => sum + BigInt(Math.abs(value)), 0n);
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new FigureError(
      "bad-data",
      `the sum of ${column} could pass 2^53, beyond which danfo loses digits: keep fewer decimals`,
    );
  }
}

function lossy(column: string, row: number, value: unknown): FigureError {
  const what = Decimal.isDecimal(value)
    ? "a Decimal, which danfo adds as text"
    : `a ${typeof value}, which may have lost digits`;
  return new FigureError(
    "bad-option",
    `row ${row + 1}, column ${column}: found ${what}; give the digits as text`,
  );
}
