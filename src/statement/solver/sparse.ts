/** Rows of a sparse matrix of doubles: row i has the entries from `starts[i]` to before `starts[i + 1]`. */
export interface Sparse {
  readonly starts: readonly number[];
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** Sparse rows times a vector. */
export function product({ starts, indices, values }: Sparse, v: Float64Array): Float64Array {
  const out = new Float64Array(starts.length - 1);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let p = starts[i] as number; p < (starts[i + 1] as number); p++) {
      sum += (values[p] as number) * (v[indices[p] as number] as number);
    }
    out[i] = sum;
  }
  return out;
}

/** Adds the transposed matrix times a vector, or subtracts it. */
export function addTransposed(
  { starts, indices, values }: Sparse,
  v: Float64Array,
  to: Float64Array,
  sign: 1 | -1,
): void {
  for (let i = 0; i + 1 < starts.length; i++) {
    const by = sign * (v[i] as number);
    if (by === 0) continue;
    for (let p = starts[i] as number; p < (starts[i + 1] as number); p++) {
      const x = indices[p] as number;
      to[x] = (to[x] as number) + (values[p] as number) * by;
    }
  }
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** a + by × b. */
export const plusTimes = (a: Float64Array, by: number, b: ArrayLike<number>): Float64Array =>
  a.map((value, i) => value + by * (b[i] as number));

/** The largest absolute value; infinite where one is no number. */
export function largest(v: Iterable<number>): number {
  let most = 0;
  for (const value of v) {
    const size = Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.abs(value);
    if (size > most) most = size;
  }
  return most;
}

/** How much of the step, at most all of it, keeps every value at zero or above. */
export function stepTo(v: Float64Array, by: Float64Array): number {
  let step = 1;
  for (let i = 0; i < v.length; i++) {
    const change = by[i] as number;
    if (change < 0) step = Math.min(step, -(v[i] as number) / change);
  }
  return step;
}
