import type { Budget } from "./budget.js";
import { eliminationOrder } from "./order.js";

/** Multiplications in the time of a step of the budget, and steps between two looks at it. */
export const PER_STEP = 640;
const BATCH = 64;

/**
 * A sparse symmetric matrix as L D Lᵀ in doubles (up-looking; Davis, Direct Methods for Sparse Linear Systems, 2006). Its
 * pattern is given once, its entries as often as they change. A pivot of the wrong sign is made so large that its unknown
 * stays where it is.
 */
export class Ldl {
  readonly #count: number;
  readonly #order: Int32Array;
  readonly #place: Int32Array;
  readonly #starts: Int32Array;
  readonly #indices: Int32Array;
  readonly #entryAt: Int32Array;
  readonly #parent: Int32Array;
  readonly #lowerStarts: Int32Array;
  readonly #lowerIndices: Int32Array;
  readonly #lower: Float64Array;
  readonly #pivots: Float64Array;
  readonly #positive: Uint8Array;

  /**
   * `pairs`: row and column of each entry off the diagonal; `positive`: how many of the first unknowns have pivots above
   * zero. Undefined where a factorisation takes more than `most` multiplications.
   */
  static of(
    count: number,
    pairs: readonly (readonly [number, number])[],
    positive: number,
    most: number,
  ): Ldl | undefined {
    const neighbours = Array.from({ length: count }, () => new Set<number>());
    for (const [i, j] of pairs) {
      (neighbours[i] as Set<number>).add(j);
      (neighbours[j] as Set<number>).add(i);
    }
    const order = eliminationOrder(neighbours, most);
    return order && new Ldl(order, neighbours, pairs, positive);
  }

  private constructor(
    order: Int32Array,
    neighbours: readonly ReadonlySet<number>[],
    pairs: readonly (readonly [number, number])[],
    positive: number,
  ) {
    const count = order.length;
    this.#count = count;
    this.#order = order;
    this.#place = new Int32Array(count);
    this.#positive = new Uint8Array(count);
    this.#order.forEach((x, at) => {
      this.#place[x] = at;
      this.#positive[at] = x < positive ? 1 : 0;
    });
    const columns = neighbours.map(() => [] as number[]);
    neighbours.forEach((set, x) => {
      for (const y of set) {
        const [i, j] = [this.#place[x] as number, this.#place[y] as number];
        if (i < j) (columns[j] as number[]).push(i);
      }
    });
    this.#starts = new Int32Array(count + 1);
    columns.forEach((column, j) => {
      this.#starts[j + 1] = (this.#starts[j] as number) + column.length;
    });
    this.#indices = Int32Array.from(columns.flatMap((column) => column.sort((a, b) => a - b)));
    this.#entryAt = Int32Array.from(pairs, ([x, y]) => {
      const [a, b] = [this.#place[x] as number, this.#place[y] as number];
      return this.#find(Math.min(a, b), Math.max(a, b));
    });
    this.#parent = new Int32Array(count).fill(-1);
    const sizes = this.#sizes();
    this.#lowerStarts = new Int32Array(count + 1);
    for (let k = 0; k < count; k++) {
      this.#lowerStarts[k + 1] = (this.#lowerStarts[k] as number) + (sizes[k] as number);
    }
    const entries = this.#lowerStarts[count] as number;
    this.#lowerIndices = new Int32Array(entries);
    this.#lower = new Float64Array(entries);
    this.#pivots = new Float64Array(count);
  }

  #find(row: number, column: number): number {
    let [low, high] = [this.#starts[column] as number, (this.#starts[column + 1] as number) - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#indices[middle] as number) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Entries of each column of L; fills the elimination tree. */
  #sizes(): Int32Array {
    const sizes = new Int32Array(this.#count);
    const seen = new Int32Array(this.#count).fill(-1);
    for (let k = 0; k < this.#count; k++) {
      seen[k] = k;
      for (let p = this.#starts[k] as number; p < (this.#starts[k + 1] as number); p++) {
        for (let i = this.#indices[p] as number; seen[i] !== k; i = this.#parent[i] as number) {
          if (this.#parent[i] === -1) this.#parent[i] = k;
          sizes[i] = (sizes[i] as number) + 1;
          seen[i] = k;
        }
      }
    }
    return sizes;
  }

  /** `entries` in the order of the pairs (those of one place are added), `diagonal` by unknown. @throws Stopped */
  factor(entries: Float64Array, diagonal: Float64Array, budget: Budget): void {
    const count = this.#count;
    const values = new Float64Array(this.#indices.length);
    for (let e = 0; e < entries.length; e++) {
      const at = this.#entryAt[e] as number;
      values[at] = (values[at] as number) + (entries[e] as number);
    }
    const [starts, indices, parent] = [this.#starts, this.#indices, this.#parent];
    const [lowerStarts, lowerIndices, lower, pivots] = [
      this.#lowerStarts,
      this.#lowerIndices,
      this.#lower,
      this.#pivots,
    ];
    const row = new Float64Array(count);
    const pattern = new Int32Array(count);
    const seen = new Int32Array(count).fill(-1);
    const filled = new Int32Array(count);
    let products = 0;
    for (let k = 0; k < count; k++) {
      if (products >= BATCH * PER_STEP) {
        budget.spend(products / PER_STEP);
        products = 0;
      }
      let top = count;
      seen[k] = k;
      for (let p = starts[k] as number; p < (starts[k + 1] as number); p++) {
        let i = indices[p] as number;
        row[i] = (row[i] as number) + (values[p] as number);
        let length = 0;
        for (; seen[i] !== k; i = parent[i] as number) {
          pattern[length++] = i;
          seen[i] = k;
        }
        while (length > 0) pattern[--top] = pattern[--length] as number;
      }
      let pivot = diagonal[this.#order[k] as number] as number;
      for (; top < count; top++) {
        const i = pattern[top] as number;
        const value = row[i] as number;
        row[i] = 0;
        const from = lowerStarts[i] as number;
        const to = from + (filled[i] as number);
        products += to - from;
        for (let p = from; p < to; p++) {
          const j = lowerIndices[p] as number;
          row[j] = (row[j] as number) - (lower[p] as number) * value;
        }
        const factor = value / (pivots[i] as number);
        pivot -= factor * value;
        lowerIndices[to] = k;
        lower[to] = factor;
        filled[i] = (filled[i] as number) + 1;
      }
      if (this.#positive[k] === 1) pivots[k] = pivot > 1e-14 ? pivot : 1e64;
      else pivots[k] = pivot < -1e-14 ? pivot : -1e64;
    }
  }

  solve(right: Float64Array): Float64Array {
    const count = this.#count;
    const [starts, indices, lower] = [this.#lowerStarts, this.#lowerIndices, this.#lower];
    const x = new Float64Array(count);
    for (let k = 0; k < count; k++) x[k] = right[this.#order[k] as number] as number;
    for (let j = 0; j < count; j++) {
      const value = x[j] as number;
      if (value === 0) continue;
      for (let p = starts[j] as number; p < (starts[j + 1] as number); p++) {
        const i = indices[p] as number;
        x[i] = (x[i] as number) - (lower[p] as number) * value;
      }
    }
    for (let j = count - 1; j >= 0; j--) {
      let value = (x[j] as number) / (this.#pivots[j] as number);
      for (let p = starts[j] as number; p < (starts[j + 1] as number); p++) {
        value -= (lower[p] as number) * (x[indices[p] as number] as number);
      }
      x[j] = value;
    }
    const found = new Float64Array(count);
    for (let k = 0; k < count; k++) found[this.#order[k] as number] = x[k] as number;
    return found;
  }
}
