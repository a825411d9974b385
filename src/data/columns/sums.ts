import { FigureError } from "../../errors.js";
import type { Decimal } from "../../exact/decimal.js";
import type { MimeBundle } from "../../figure/display.js";
import type { Figure } from "../../figure/figure.js";
import { figure } from "../../notation/figure.js";
import { amountOf, Column, digitsOf } from "./column.js";
import { type GroupSums, type Groups, groupSums, groupsOf } from "./group-sums.js";
import type { Keys } from "./keys.js";
import { showRows } from "./show-rows.js";

const SHOWN = 12;
const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");

/** One group of a sum: its keys in the order that was asked for. */
export interface SumRow {
  readonly keys: readonly string[];
  /** The sum in whole numbers of 10^−scale, of any length. */
  readonly units: bigint;
  /** Rows with an amount. */
  readonly count: number;
}

/** Exact sums by group, sorted by their keys. A group without any amount is not there. */
export class Sums<C extends string = string> {
  readonly currency: C;
  readonly scale: number;
  /** The names of the keys: month, province. */
  readonly by: readonly string[];
  readonly rows: readonly SumRow[];
  readonly #index: ReadonlyMap<string, SumRow>;

  constructor(currency: C, scale: number, by: readonly string[], rows: readonly SumRow[]) {
    this.currency = currency;
    this.scale = scale;
    this.by = by;
    this.rows = [...rows].sort((a, b) => compareKeys(a.keys, b.keys));
    this.#index = new Map(this.rows.map((row) => [idOf(row.keys), row]));
  }

  /** The whole number of a group; undefined where it has no amount. */
  unitsOf(...keys: readonly string[]): bigint | undefined {
    return this.#index.get(idOf(keys))?.units;
  }

  /** The exact sum of a group. */
  get(...keys: readonly string[]): Decimal | undefined {
    const units = this.unitsOf(...keys);
    return units === undefined ? undefined : amountOf(units, this.scale);
  }

  /** The exact sum of a group as a figure, with its currency. */
  figure(...keys: readonly string[]): Figure | undefined {
    const sum = this.get(...keys);
    if (sum === undefined) return undefined;
    return figure(`${this.currency} ${sum.toFixed(this.scale)}`, { rounding: "exact" });
  }

  /** Each sum as plain digits. */
  text(row: SumRow): string {
    return digitsOf(row.units, this.scale);
  }

  /** The same sums over fewer keys. */
  over(...by: readonly string[]): Sums<C> {
    const places = by.map((name) => this.place(name));
    return this.#merged(by, (keys) => places.map((at) => keys[at] as string));
  }

  /** The same sums under keys made from those of one name: a day's month, a code's chapter. */
  map(name: string, make: (key: string) => string): Sums<C> {
    const at = this.place(name);
    return this.#merged(this.by, (keys) => keys.map((key, i) => (i === at ? make(key) : key)));
  }

  #merged(by: readonly string[], keysOf: (keys: readonly string[]) => readonly string[]): Sums<C> {
    const merged = new Map<string, SumRow>();
    for (const row of this.rows) {
      const keys = keysOf(row.keys);
      const before = merged.get(idOf(keys));
      merged.set(idOf(keys), {
        keys,
        units: (before?.units ?? 0n) + row.units,
        count: (before?.count ?? 0) + row.count,
      });
    }
    return new Sums(this.currency, this.scale, by, [...merged.values()]);
  }

  /** Where a key stands among the keys. @throws FigureError "bad-option" for a name that is none of them */
  place(name: string): number {
    const at = this.by.indexOf(name);
    if (at < 0) throw new FigureError("bad-option", `no key "${name}"; there are ${this.by.join(", ")}`);
    return at;
  }

  #heading(): string {
    const more = this.rows.length - SHOWN;
    return `Sums in ${this.currency} by ${this.by.join(", ")}${more > 0 ? `; ${more} more rows` : ""}`;
  }

  #lines(): string[][] {
    return this.rows.slice(0, SHOWN).map((row) => [...row.keys, this.text(row)]);
  }

  [inspect](): string {
    return [this.#heading(), ...this.#lines().map((line) => line.join("  "))].join("\n");
  }

  [rich](): MimeBundle {
    return showRows(this.#heading(), [...this.by, this.currency], this.#lines());
  }

  toJSON(): Record<string, unknown>[] {
    return this.rows.map((row) => ({
      ...Object.fromEntries(this.by.map((name, i) => [name, row.keys[i]])),
      currency: this.currency,
      sum: this.text(row),
      count: row.count,
    }));
  }
}

/**
 * Exact sums of a column by keys; nulls are counted and not added.
 * @example sumBy(Column.of("CNY", 2, ["0.10", "0.20", "9.00"]), [Keys.of("month", ["2023-01", "2023-01", "2023-02"])]).get("2023-01")?.toFixed(2) // 0.30
 */
export function sumBy<C extends string>(column: Column<C>, by: readonly Keys[]): Sums<C> {
  const short = by.find((one) => one.length !== column.length);
  if (short !== undefined) {
    throw new FigureError(
      "bad-option",
      `${column.length} amounts, but ${short.length} keys of ${short.name}`,
    );
  }
  const groups = groupsOf(by, column.length);
  return sumsOf(
    column,
    by,
    groups,
    groupSums(Column.units(column), groups.codes, groups.size, Column.bound(column)),
  );
}

/** The groups that have an amount, with their keys. */
export function sumsOf<C extends string>(
  column: Column<C>,
  by: readonly Keys[],
  groups: Groups,
  found: GroupSums,
): Sums<C> {
  const rows: SumRow[] = [];
  for (let g = 0; g < groups.size; g++) {
    const count = found.counts[g] as number;
    if (count > 0) rows.push({ keys: groups.keysOf(g), units: found.sums[g] as bigint, count });
  }
  return new Sums(
    column.currency,
    column.scale,
    by.map((one) => one.name),
    rows,
  );
}

export const idOf = (keys: readonly string[]): string => JSON.stringify(keys);

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as string, b[i] as string];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
