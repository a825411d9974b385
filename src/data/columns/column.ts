import { FigureError } from "../../errors.js";
import { type Decimal, Near } from "../../exact/decimal.js";
import { shift } from "../../exact/rounding.js";
import type { MimeBundle } from "../../figure/display.js";
import type { Figure } from "../../figure/figure.js";
import { figure } from "../../notation/figure.js";
import { showRows } from "./show-rows.js";

/** Whole numbers of 10^−scale: doubles where all lie within ±2^53, else 64-bit integers. */
export type Units = Float64Array | BigInt64Array;

/** The null of 64-bit columns; in columns of doubles it is NaN. */
export const NULL64: bigint = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;
const MAX_SCALE = 18;

const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");

/**
 * An immutable column of exact amounts of one currency: whole numbers of 10^−scale, eight bytes a row, null where no
 * amount is known. No amount is ever a fraction in floating point: what a double cannot hold exactly is a 64-bit integer.
 */
export class Column<C extends string = string> {
  readonly currency: C;
  /** Decimals of the amounts: 2 for cents. */
  readonly scale: number;
  readonly #units: Units;
  /** No amount of a column of doubles is larger than this. */
  readonly #bound: number;

  /**
   * Takes the array as it is, without a copy; `Column.of` reads texts.
   * @throws FigureError "bad-data" that names the first row which is not a whole number within ±2^53
   */
  constructor(currency: C, scale: number, units: Units, bound?: number) {
    if (!Number.isInteger(scale) || scale < 0 || scale > MAX_SCALE) {
      throw new FigureError("bad-option", `a column has 0 to ${MAX_SCALE} decimals, asked for ${scale}`);
    }
    this.currency = currency;
    this.scale = scale;
    this.#units = units;
    this.#bound = bound ?? (units instanceof Float64Array ? guard(units) : Number.POSITIVE_INFINITY);
  }

  /** For the functions of this folder, whose results are whole numbers up to `bound` by their proof. */
  static trusted<C extends string>(
    currency: C,
    scale: number,
    units: Units,
    bound = Number.MAX_SAFE_INTEGER,
  ): Column<C> {
    return new Column(currency, scale, units, bound);
  }

  /**
   * A column from texts ("12.50"), BigInts of the smallest unit are in `fromUnits`. Empty and null are null.
   * @throws FigureError "bad-data" with the row, for other text, more decimals than `scale` and amounts beyond 2^63
   * @example Column.of("CNY", 2, ["12.50", null, "-0.01"]).at(2)?.toFixed(2) // -0.01
   */
  static of<C extends string>(
    currency: C,
    scale: number,
    texts: Iterable<string | null | undefined>,
  ): Column<C> {
    const units: (bigint | undefined)[] = [];
    for (const text of texts) {
      units.push(
        text === null || text === undefined || text === "" ? undefined : unitsOf(text, scale, units.length),
      );
    }
    return Column.fromUnits(currency, scale, units);
  }

  /** A column from whole numbers of 10^−scale. */
  static fromUnits<C extends string>(
    currency: C,
    scale: number,
    units: readonly (bigint | undefined | null)[],
  ): Column<C> {
    const out = new Float64Array(units.length);
    for (let i = 0; i < units.length; i++) {
      const one = units[i];
      if (one === undefined || one === null) out[i] = Number.NaN;
      else if (one <= SAFE && one >= -SAFE) out[i] = Number(one);
      else return new Column(currency, scale, wide(units));
    }
    return new Column(currency, scale, out);
  }

  get length(): number {
    return this.#units.length;
  }

  /** Where the whole numbers lie, for the functions of this folder: not to be written to. */
  static units(column: Column): Units {
    return column.#units;
  }

  /** What no amount of a column of doubles is larger than. */
  static bound(column: Column): number {
    return column.#bound;
  }

  /** The whole number of row `row`, in 10^−scale; null where no amount is known. */
  unitsAt(row: number): bigint | null {
    const value = this.#units[row];
    if (value === undefined) throw new FigureError("bad-option", `no row ${row}: there are ${this.length}`);
    if (typeof value === "bigint") return value === NULL64 ? null : value;
    return Number.isNaN(value) ? null : BigInt(value);
  }

  /** The exact amount of a row; null where none is known. */
  at(row: number): Decimal | null {
    const units = this.unitsAt(row);
    return units === null ? null : amountOf(units, this.scale);
  }

  /** The amount of a row as a figure: exact, with its currency. */
  figure(row: number): Figure | null {
    const amount = this.at(row);
    if (amount === null) return null;
    return figure(`${this.currency} ${amount.toFixed(this.scale)}`, { rounding: "exact" });
  }

  /** Rows from `start` up to `end`, without a copy. */
  slice(start: number, end?: number): Column<C> {
    return new Column(this.currency, this.scale, this.#units.subarray(start, end), this.#bound);
  }

  /** Each amount as plain digits, null as null: "12.50". */
  *texts(): Generator<string | null> {
    for (let i = 0; i < this.length; i++) {
      const units = this.unitsAt(i);
      yield units === null ? null : digitsOf(units, this.scale);
    }
  }

  get nulls(): number {
    let found = 0;
    const units = this.#units;
    if (units instanceof Float64Array)
      for (let i = 0; i < units.length; i++) found += Number.isNaN(units[i]) ? 1 : 0;
    else for (const one of units) found += one === NULL64 ? 1 : 0;
    return found;
  }

  toString(): string {
    return `${this.length.toLocaleString("en")} amounts in ${this.currency}, ${this.scale} decimals, ${this.nulls.toLocaleString("en")} without a value`;
  }

  #head(): string[] {
    const shown = [...this.slice(0, 5).texts()].map((text) => text ?? "null");
    return this.length > shown.length ? [...shown, "…"] : shown;
  }

  [inspect](): string {
    return `${this.toString()}\n${this.#head().join("\n")}`;
  }

  [rich](): MimeBundle {
    return showRows(
      this.toString(),
      ["amount"],
      this.#head().map((text) => [text]),
    );
  }

  toJSON(): Record<string, unknown> {
    return { currency: this.currency, scale: this.scale, amounts: [...this.texts()] };
  }
}

const SAFE = 2n ** 53n - 1n;

/** A row that is no whole number within ±2^53 has lost digits before it came here. @returns the largest amount */
function guard(units: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < units.length; i++) {
    const x = units[i] as number;
    // NaN is null. Everything else must be a whole number that no other whole number rounds to.
    if (
      x !== Math.trunc(x) ? !Number.isNaN(x) : x > Number.MAX_SAFE_INTEGER || x < -Number.MAX_SAFE_INTEGER
    ) {
      throw new FigureError(
        "bad-data",
        `row ${i + 1}: ${x} is not a whole number within ±2^53; give larger amounts as 64-bit integers`,
        { line: i + 1 },
      );
    }
    if (x > largest) largest = x;
    else if (-x > largest) largest = -x;
  }
  return largest;
}

function wide(units: readonly (bigint | undefined | null)[]): BigInt64Array {
  return BigInt64Array.from(units, (one, i) => {
    if (one === undefined || one === null) return NULL64;
    checkWide(one, i);
    return one;
  });
}

/** @throws FigureError "bad-data" for what a 64-bit integer cannot hold */
export function checkWide(units: bigint, row: number): void {
  if (units > LARGEST || units < -LARGEST) {
    throw new FigureError("bad-data", `row ${row + 1}: ${units} is beyond 2^63: keep fewer decimals`, {
      line: row + 1,
    });
  }
}

/** The whole number of 10^−scale that a text stands for. */
export function unitsOf(text: string, scale: number, row: number): bigint {
  const found = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  const decimals = found?.[3] ?? "";
  if (found === null || decimals.length > 40) {
    throw new FigureError(
      "bad-data",
      `row ${row + 1}: "${text.slice(0, 40)}" is not a plain amount such as -1234.50`,
      { line: row + 1, text: text.slice(0, 40) },
    );
  }
  if (/[^0]/.test(decimals.slice(scale))) {
    throw new FigureError("bad-data", `row ${row + 1}: ${text} has more than ${scale} decimals`, {
      line: row + 1,
    });
  }
  const size = BigInt(`${found[2]}${decimals.slice(0, scale).padEnd(scale, "0")}`);
  checkWide(size, row);
  return found[1] === "-" ? -size : size;
}

export function amountOf(units: bigint, scale: number): Decimal {
  return shift(new Near(units.toString()), -scale);
}

/** The digits of an amount: 1250 with two decimals is "12.50". */
export function digitsOf(units: bigint, scale: number): string {
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
