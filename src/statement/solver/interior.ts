import type { Budget } from "./budget.js";
import { Ldl, PER_STEP } from "./ldl.js";
import { addTransposed, dot, largest, plusTimes, product, type Sparse, stepTo } from "./sparse.js";

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

/** How many factorisations it takes, about. */
const FACTORISATIONS = 15;
const MOST_ROUNDS = 60;
/** Keeps the factorisation stable; refinement takes it out again. */
const REGULAR = 1e-8;

/**
 * A primal-dual interior point method with Mehrotra's predictor and corrector (Wright, Primal-Dual Interior-Point
 * Methods, 1997), in doubles. It stops as soon as the sign of t is clear. Undefined where the system is too large for the
 * work there is. @throws Stopped
 */
export function guessMargin(problem: MarginProblem, budget: Budget): Guess | undefined {
  const most = (budget.left * PER_STEP) / FACTORISATIONS;
  const kkt = Kkt.of(problem, most);
  if (!kkt) return undefined;
  const iterate = new Iterate(problem, kkt, budget);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const residuals = iterate.residuals();
    const side = iterate.side(residuals);
    if (side) return iterate.guess(side);
    iterate.advance(residuals);
  }
  return iterate.guess("edge");
}

/** The equations of one step: rowsᵀ W rows and the equations, symmetric, with a border for t. */
class Kkt {
  readonly #problem: MarginProblem;
  readonly #ldl: Ldl;
  /** Entries off the diagonal: first products of two entries of a row, then the equations' own. */
  readonly #entries: Float64Array;
  readonly #products: readonly number[];
  readonly #productRows: readonly number[];
  /** The rows with each entry squared. */
  readonly #squares: Sparse;
  #weights: Float64Array = new Float64Array();

  private constructor(
    problem: MarginProblem,
    ldl: Ldl,
    entries: Float64Array,
    products: readonly number[],
    productRows: readonly number[],
  ) {
    this.#problem = problem;
    this.#ldl = ldl;
    this.#entries = entries;
    this.#products = products;
    this.#squares = { ...problem.rows, values: problem.rows.values.map((value) => value * value) };
    this.#productRows = productRows;
  }

  static of(problem: MarginProblem, most: number): Kkt | undefined {
    const { count, rows, limits, equations, rights } = problem;
    const pairs: [number, number][] = [];
    const [productRows, products]: [number[], number[]] = [[], []];
    for (let i = 0; i < limits.length; i++) {
      const to = rows.starts[i + 1] as number;
      for (let p = rows.starts[i] as number; p < to; p++) {
        for (let q = p + 1; q < to; q++) {
          pairs.push([rows.indices[p] as number, rows.indices[q] as number]);
          productRows.push(i);
          products.push((rows.values[p] as number) * (rows.values[q] as number));
        }
      }
    }
    for (let k = 0; k < rights.length; k++) {
      for (let p = equations.starts[k] as number; p < (equations.starts[k + 1] as number); p++) {
        pairs.push([equations.indices[p] as number, count + k]);
      }
    }
    const ldl = Ldl.of(count + rights.length, pairs, count, most);
    if (!ldl) return undefined;
    const entries = new Float64Array(pairs.length);
    entries.set(equations.values, products.length);
    return new Kkt(problem, ldl, entries, products, productRows);
  }

  factor(weights: Float64Array, budget: Budget): void {
    const { count, rights } = this.#problem;
    this.#weights = weights;
    this.#products.forEach((value, p) => {
      this.#entries[p] = (weights[this.#productRows[p] as number] as number) * value;
    });
    const diagonal = new Float64Array(count + rights.length).fill(REGULAR, 0, count).fill(-REGULAR, count);
    addTransposed(this.#squares, weights, diagonal, 1);
    this.#ldl.factor(this.#entries, diagonal, budget);
  }

  /** Refined until the regularisation no longer shows. */
  solve(right: Float64Array, budget: Budget): Float64Array {
    let found = this.#ldl.solve(right);
    let best = found;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < 6; k++) {
      budget.spend();
      const rest = plusTimes(right, -1, this.#times(found));
      const size = largest(rest);
      if (!(size < least)) break;
      [least, best] = [size, found];
      if (size < 1e-11) break;
      found = plusTimes(found, 1, this.#ldl.solve(rest));
    }
    return best;
  }

  #times(v: Float64Array): Float64Array {
    const { count, rows, equations } = this.#problem;
    const out = new Float64Array(v.length);
    const weighted = product(rows, v).map((value, i) => value * (this.#weights[i] as number));
    addTransposed(rows, weighted, out, 1);
    addTransposed(equations, v.subarray(count), out, 1);
    out.set(product(equations, v), count);
    return out;
  }
}

/** What is still wrong at an iterate. */
interface Residuals {
  readonly primal: Float64Array;
  readonly equal: Float64Array;
  readonly dual: Float64Array;
  readonly dualT: number;
  /** The mean of slack × multiplier. */
  readonly mu: number;
  /** What t can at most be, as far as the multipliers are right. */
  readonly bound: number;
}

interface Step {
  readonly dy: Float64Array;
  readonly dLambda: Float64Array;
  readonly dt: number;
  readonly ds: Float64Array;
  readonly dz: Float64Array;
}

class Iterate {
  readonly #problem: MarginProblem;
  readonly #kkt: Kkt;
  readonly #budget: Budget;
  #t = -1;
  #y: Float64Array;
  #lambda: Float64Array;
  /** Slacks and multipliers of the rows, above zero. */
  #s: Float64Array;
  #z: Float64Array;

  constructor(problem: MarginProblem, kkt: Kkt, budget: Budget) {
    this.#problem = problem;
    this.#kkt = kkt;
    this.#budget = budget;
    const { count, margins, limits, rights } = problem;
    this.#y = new Float64Array(count);
    this.#lambda = new Float64Array(rights.length);
    this.#s = Float64Array.from(limits, (limit, i) =>
      Math.max(limit - (margins[i] as number) * this.#t, 0.5),
    );
    this.#z = this.#s.map((value) => 10 / value / limits.length);
  }

  guess(side: Guess["side"]): Guess {
    const [t, point, multipliers, equationMultipliers] = [this.#t, this.#y, this.#z, this.#lambda];
    return { side, t, point, multipliers, equationMultipliers };
  }

  residuals(): Residuals {
    const { count, rows, margins, limits, equations, rights } = this.#problem;
    const [s, z, lambda] = [this.#s, this.#z, this.#lambda];
    const dual = new Float64Array(count);
    addTransposed(rows, z, dual, -1);
    addTransposed(equations, lambda, dual, -1);
    return {
      primal: this.#along(this.#y, this.#t).map(
        (value, i) => (limits[i] as number) - value - (s[i] as number),
      ),
      equal: product(equations, this.#y).map((value, k) => (rights[k] as number) - value),
      dual,
      dualT: 1 - dot(margins, z),
      mu: dot(s, z) / s.length,
      bound: dot(z, limits) + dot(lambda, rights),
    };
  }

  /** The sign of t, as soon as it is clear. */
  side({ primal, equal, dual, dualT, mu, bound }: Residuals): Guess["side"] | undefined {
    const t = this.#t;
    const primalError = Math.max(largest(primal), largest(equal));
    const dualError = Math.max(largest(dual), Math.abs(dualT));
    if (!Number.isFinite(mu)) return "edge";
    if (primalError < 1e-7 && t > 1e-4 && (t > 0.3 * bound || mu < 1e-8)) return "inside";
    if (dualError < 1e-6 && bound < -1e-6 && (mu < 1e-7 || bound - t < 1e-3 * -bound)) return "outside";
    if (mu >= 1e-13) return undefined;
    if (primalError < 1e-7 && t > 1e-7) return "inside";
    return t < -1e-7 ? "outside" : "edge";
  }

  advance(residuals: Residuals): void {
    const { rows, margins, count, rights } = this.#problem;
    const [s, z] = [this.#s, this.#z];
    const weights = z.map((value, i) => value / (s[i] as number));
    this.#kkt.factor(weights, this.#budget);
    const border = new Float64Array(count + rights.length);
    const weighted = weights.map((value, i) => value * (margins[i] as number));
    addTransposed(rows, weighted, border, 1);
    const towards = this.#kkt.solve(border, this.#budget);
    const slope = 1e-12 + dot(weighted, margins) - dot(border, towards);

    const affine = this.#direction(
      s.map((value, i) => -value * (z[i] as number)),
      residuals,
      towards,
      weighted,
      slope,
    );
    const after = dot(
      plusTimes(s, stepTo(s, affine.ds), affine.ds),
      plusTimes(z, stepTo(z, affine.dz), affine.dz),
    );
    const centre = (after / s.length / residuals.mu) ** 3 * residuals.mu;
    const step = this.#direction(
      s.map((v, i) => centre - v * (z[i] as number) - (affine.ds[i] as number) * (affine.dz[i] as number)),
      residuals,
      towards,
      weighted,
      slope,
    );
    const primal = Math.min(1, 0.99 * stepTo(s, step.ds));
    const dual = Math.min(1, 0.99 * stepTo(z, step.dz));
    this.#y = plusTimes(this.#y, primal, step.dy);
    this.#t += primal * step.dt;
    this.#s = plusTimes(s, primal, step.ds);
    this.#z = plusTimes(z, dual, step.dz);
    this.#lambda = plusTimes(this.#lambda, dual, step.dLambda);
  }

  /** The step after which slack × multiplier has changed by `goal`, to first order. */
  #direction(
    goal: Float64Array,
    residuals: Residuals,
    towards: Float64Array,
    weighted: Float64Array,
    slope: number,
  ): Step {
    const { count, rows, margins, rights } = this.#problem;
    const { primal, equal, dual, dualT } = residuals;
    const [s, z] = [this.#s, this.#z];
    const g = goal.map((value, i) => (value - (z[i] as number) * (primal[i] as number)) / (s[i] as number));
    const right = new Float64Array(count + rights.length);
    right.set(dual);
    right.set(equal, count);
    addTransposed(rows, g, right, -1);
    const u = this.#kkt.solve(right, this.#budget);
    // With the border: the last equation gives dt, and all others move with it.
    const borderDot = dot(product(rows, u), weighted);
    const dt = (dualT - dot(margins, g) - borderDot) / slope;
    const step = plusTimes(u, -dt, towards);
    const dy = step.subarray(0, count);
    const ds = plusTimes(primal, -1, this.#along(dy, dt));
    const dz = goal.map((value, i) => (value - (z[i] as number) * (ds[i] as number)) / (s[i] as number));
    return { dy, dLambda: step.subarray(count), dt, ds, dz };
  }

  /** rows · v + margins × t. */
  #along(v: Float64Array, t: number): Float64Array {
    return plusTimes(product(this.#problem.rows, v), t, this.#problem.margins);
  }
}
