import type { Budget } from "./budget.js";
import { Ldl } from "./ldl.js";

/** Rows of a sparse matrix. */
export interface Sparse {
  readonly starts: readonly number[];
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** The largest t with rows · y + margins × t ≤ limits and equations · y = rights. */
export interface MarginProblem {
  readonly count: number;
  readonly rows: Sparse;
  readonly margins: readonly number[];
  readonly limits: readonly number[];
  readonly equations: Sparse;
  readonly rights: readonly number[];
}

/** What the doubles believe: a guess. */
export interface Guess {
  /** "inside": t above zero; "outside": t below zero; "edge": neither can be told. */
  readonly side: "inside" | "outside" | "edge";
  readonly t: number;
  readonly point: Float64Array;
  /** Of the rows, and of the equations. */
  readonly multipliers: Float64Array;
  readonly equationMultipliers: Float64Array;
}

/** Multiplications of a factorisation in a millisecond, about, and how many factorisations it takes. */
const SPEED = 4e5;
const FACTORISATIONS = 15;

const REGULAR = 1e-8;

/**
 * A primal-dual interior point method with Mehrotra's predictor and corrector (Wright, Primal-Dual Interior-Point
 * Methods, 1997), in doubles. It stops as soon as the sign of t is clear. Undefined where the system is too large for the time there is.
 * @throws Stopped
 */
export function guessMargin(problem: MarginProblem, budget: Budget): Guess | undefined {
  const { count, rows, margins, limits, equations, rights } = problem;
  const [m, e] = [limits.length, rights.length];
  const total = count + e;
  const pairs: [number, number][] = [];
  const productRows: number[] = [];
  const products: number[] = [];
  for (let i = 0; i < m; i++) {
    const [from, to] = [rows.starts[i] as number, rows.starts[i + 1] as number];
    for (let p = from; p < to; p++) {
      for (let q = p + 1; q < to; q++) {
        pairs.push([rows.indices[p] as number, rows.indices[q] as number]);
        productRows.push(i);
        products.push((rows.values[p] as number) * (rows.values[q] as number));
      }
    }
  }
  for (let k = 0; k < e; k++) {
    for (let p = equations.starts[k] as number; p < (equations.starts[k + 1] as number); p++) {
      pairs.push([equations.indices[p] as number, count + k]);
    }
  }
  const ldl = Ldl.of(total, pairs, count, (budget.left * SPEED) / FACTORISATIONS);
  if (!ldl) return undefined;
  const entries = new Float64Array(pairs.length);
  entries.set(equations.values, products.length);

  const y = new Float64Array(count);
  const lambda = new Float64Array(e);
  const s = new Float64Array(m);
  const z = new Float64Array(m);
  let t = -1;
  for (let i = 0; i < m; i++) {
    s[i] = Math.max((limits[i] as number) - (margins[i] as number) * t, 0.5);
    z[i] = 10 / (s[i] as number) / m;
  }

  const along = (v: Float64Array, tt: number): Float64Array => {
    const out = product(rows, v, m);
    for (let i = 0; i < m; i++) out[i] = (out[i] as number) + (margins[i] as number) * tt;
    return out;
  };

  for (let round = 0; round < 60; round++) {
    const toRows = along(y, t);
    const primal = toRows.map((value, i) => (limits[i] as number) - value - (s[i] as number));
    const equal = product(equations, y, e).map((value, k) => (rights[k] as number) - value);
    const dual = new Float64Array(count);
    addTransposed(rows, z, dual, -1);
    addTransposed(equations, lambda, dual, -1);
    let dualT = 1;
    let gap = 0;
    let bound = 0;
    for (let i = 0; i < m; i++) {
      dualT -= (margins[i] as number) * (z[i] as number);
      gap += (s[i] as number) * (z[i] as number);
      bound += (z[i] as number) * (limits[i] as number);
    }
    for (let k = 0; k < e; k++) bound += (lambda[k] as number) * (rights[k] as number);
    const mu = gap / m;
    const primalError = Math.max(largest(primal), largest(equal));
    const dualError = Math.max(largest(dual), Math.abs(dualT));
    const done = (side: Guess["side"]): Guess => ({
      side,
      t,
      point: y,
      multipliers: z,
      equationMultipliers: lambda,
    });
    if (primalError < 1e-7 && t > 1e-4 && (t > 0.3 * bound || mu < 1e-8)) return done("inside");
    if (dualError < 1e-6 && bound < -1e-6 && (mu < 1e-7 || bound - t < 1e-3 * -bound)) return done("outside");
    if (mu < 1e-13) return done(primalError < 1e-7 && t > 1e-7 ? "inside" : t < -1e-7 ? "outside" : "edge");
    if (!Number.isFinite(mu)) return done("edge");

    const weights = z.map((value, i) => value / (s[i] as number));
    for (let p = 0; p < products.length; p++) {
      entries[p] = (weights[productRows[p] as number] as number) * (products[p] as number);
    }
    const diagonal = new Float64Array(total).fill(REGULAR, 0, count).fill(-REGULAR, count);
    const border = new Float64Array(total);
    let corner = 1e-12;
    for (let i = 0; i < m; i++) {
      const weight = weights[i] as number;
      const margin = margins[i] as number;
      for (let p = rows.starts[i] as number; p < (rows.starts[i + 1] as number); p++) {
        const x = rows.indices[p] as number;
        const value = rows.values[p] as number;
        diagonal[x] = (diagonal[x] as number) + weight * value * value;
        border[x] = (border[x] as number) + weight * value * margin;
      }
      corner += weight * margin * margin;
    }
    ldl.factor(entries, diagonal, budget);

    const times = (v: Float64Array): Float64Array => {
      const out = new Float64Array(total);
      const inner = product(rows, v, m);
      for (let i = 0; i < m; i++) inner[i] = (inner[i] as number) * (weights[i] as number);
      addTransposed(rows, inner, out, 1);
      addTransposed(equations, v.subarray(count), out, 1);
      out.set(product(equations, v, e), count);
      return out;
    };
    /** Refined until the regularisation no longer shows. */
    const solve = (right: Float64Array): Float64Array => {
      let found = ldl.solve(right);
      let best = found;
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < 6; k++) {
        budget.spend();
        const rest = times(found);
        for (let i = 0; i < total; i++) rest[i] = (right[i] as number) - (rest[i] as number);
        const size = largest(rest);
        if (!(size < least)) break;
        [least, best] = [size, found];
        if (size < 1e-11) break;
        const step = ldl.solve(rest);
        found = found.map((value, i) => value + (step[i] as number));
      }
      return best;
    };
    const towards = solve(border);
    const slope = corner - dot(border, towards);

    const direction = (goal: Float64Array) => {
      const g = goal.map((value, i) => (value - (z[i] as number) * (primal[i] as number)) / (s[i] as number));
      const right = new Float64Array(total);
      right.set(dual);
      right.set(equal, count);
      addTransposed(rows, g, right, -1);
      let rightT = dualT;
      for (let i = 0; i < m; i++) rightT -= (margins[i] as number) * (g[i] as number);
      const u = solve(right);
      const dt = (rightT - dot(border, u)) / slope;
      const step = u.map((value, i) => value - (towards[i] as number) * dt);
      const dy = step.subarray(0, count);
      const moved = along(dy, dt);
      const ds = primal.map((value, i) => value - (moved[i] as number));
      const dz = goal.map((value, i) => (value - (z[i] as number) * (ds[i] as number)) / (s[i] as number));
      return { dy, dLambda: step.subarray(count), dt, ds, dz };
    };
    const affine = direction(s.map((value, i) => -value * (z[i] as number)));
    const [affineS, affineZ] = [stepTo(s, affine.ds), stepTo(z, affine.dz)];
    let after = 0;
    for (let i = 0; i < m; i++) {
      after +=
        ((s[i] as number) + affineS * (affine.ds[i] as number)) *
        ((z[i] as number) + affineZ * (affine.dz[i] as number));
    }
    const centre = (after / m / mu) ** 3 * mu;
    const final = direction(
      s.map(
        (value, i) => centre - value * (z[i] as number) - (affine.ds[i] as number) * (affine.dz[i] as number),
      ),
    );
    const stepS = Math.min(1, 0.99 * stepTo(s, final.ds));
    const stepZ = Math.min(1, 0.99 * stepTo(z, final.dz));
    advance(y, stepS, final.dy);
    t += stepS * final.dt;
    advance(s, stepS, final.ds);
    advance(z, stepZ, final.dz);
    advance(lambda, stepZ, final.dLambda);
  }
  return { side: "edge", t, point: y, multipliers: z, equationMultipliers: lambda };
}

/** Sparse rows times a vector. */
export function product({ starts, indices, values }: Sparse, v: Float64Array, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let p = starts[i] as number; p < (starts[i + 1] as number); p++) {
      sum += (values[p] as number) * (v[indices[p] as number] as number);
    }
    out[i] = sum;
  }
  return out;
}

function addTransposed(
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

function advance(v: Float64Array, step: number, by: Float64Array): void {
  for (let i = 0; i < v.length; i++) v[i] = (v[i] as number) + step * (by[i] as number);
}

/** How much of the step keeps all above zero. */
function stepTo(v: Float64Array, by: Float64Array): number {
  let step = 1;
  for (let i = 0; i < v.length; i++) {
    if ((by[i] as number) < 0) step = Math.min(step, -(v[i] as number) / (by[i] as number));
  }
  return step;
}

function largest(v: Float64Array): number {
  let most = 0;
  // A NaN has to come out as infinite.
  for (const value of v)
    if (!(Math.abs(value) <= most)) most = Number.isNaN(value) ? Infinity : Math.abs(value);
  return most;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
