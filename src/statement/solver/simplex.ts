import type { Budget } from "./budget.js";
import { Fraction } from "./fraction.js";

/** value + step × δ, δ above zero and smaller than any number: x < 5 is x ≤ 5 − δ. */
export class Point {
  constructor(
    readonly value: Fraction,
    readonly step: Fraction,
  ) {}

  static readonly ZERO: Point = new Point(Fraction.ZERO, Fraction.ZERO);

  plus(other: Point): Point {
    return new Point(this.value.plus(other.value), this.step.plus(other.step));
  }

  minus(other: Point): Point {
    return new Point(this.value.minus(other.value), this.step.minus(other.step));
  }

  times(by: Fraction): Point {
    return new Point(this.value.times(by), this.step.isZero ? this.step : this.step.times(by));
  }

  compare(other: Point): -1 | 0 | 1 {
    return this.value.compare(other.value) || this.step.compare(other.step);
  }
}

/** A bound on a variable, and why: `reason`, which is times `per` of the variable. */
export interface Bound {
  readonly at: Point;
  readonly reason: number;
  readonly per: Fraction;
}

/** Bounds, each times a number above zero, that add up to a contradiction or to a bound. */
export type Reasons = readonly (readonly [Bound, Fraction])[];

type Sparse = Map<number, Fraction>;

/** A bound that was set: in which list, of which variable, and what stood there. */
interface Change {
  readonly of: (Bound | undefined)[];
  readonly x: number;
  readonly had: Bound | undefined;
}

/**
 * The general simplex of Dutertre & de Moura (A fast linear-arithmetic solver for DPLL(T), CAV 2006), exact: a tableau
 * of sums that does not change its meaning, and bounds that come and go. Nonbasic variables always keep their bounds;
 * basic ones are repaired one by one. Equations without slack are put in by substitution.
 */
export class Simplex {
  /** Of a basic variable: the sum of nonbasic ones that it is. */
  readonly #rows = new Map<number, Sparse>();
  /** Of a nonbasic variable: the basic ones whose sums hold it. */
  readonly #columns: Set<number>[] = [];
  readonly #lower: (Bound | undefined)[] = [];
  readonly #upper: (Bound | undefined)[] = [];
  readonly #at: Point[] = [];
  readonly #suspects = new Set<number>();
  /** Bounds that were set, with what they were before, for `backtrack`. */
  readonly #trail: Change[] = [];
  /** Entries that changed since this was last told to the budget. */
  #touched = 1;

  /** A new variable, nonbasic, at zero. */
  variable(): number {
    this.#columns.push(new Set());
    this.#lower.push(undefined);
    this.#upper.push(undefined);
    return this.#at.push(Point.ZERO) - 1;
  }

  /** A new variable that is the sum. */
  sum(xs: readonly number[], cs: readonly Fraction[]): number {
    const row = this.#resolved(xs, cs);
    const made = this.variable();
    this.#rows.set(made, row);
    for (const x of row.keys()) (this.#columns[x] as Set<number>).add(made);
    this.#at[made] = this.#sumAt(row);
    return made;
  }

  /** The sum is zero from now on. `cheap`: the lower, the sooner a variable is put out. `settle` has to follow. */
  vanish(xs: readonly number[], cs: readonly Fraction[], cheap: (x: number) => number): void {
    const row = this.#resolved(xs, cs);
    let [out, best] = [-1, Number.POSITIVE_INFINITY];
    for (const x of row.keys()) {
      const price = cheap(x) * 1e6 + (this.#columns[x] as Set<number>).size;
      if (price < best) [out, best] = [x, price];
    }
    if (out < 0) return;
    const factor = (row.get(out) as Fraction).inverse().negated();
    row.delete(out);
    for (const [x, c] of row) row.set(x, c.times(factor));
    this.#substitute(out, row);
  }

  /** Entries that changed since this was last asked, or told to a budget. */
  get work(): number {
    const work = this.#touched;
    this.#touched = 1;
    return work;
  }

  /** Computes the values of all basic variables anew. */
  settle(): void {
    for (const [basic, sum] of this.#rows) this.#move(basic, this.#sumAt(sum));
  }

  /** Where bounds are set back to by `backtrack`. */
  mark(): number {
    return this.#trail.length;
  }

  backtrack(mark: number): void {
    while (this.#trail.length > mark) {
      const { of, x, had } = this.#trail.pop() as Change;
      of[x] = had;
    }
  }

  /** A bound from now on; the reasons of a contradiction that it makes with the opposite bound. */
  bound(x: number, upper: boolean, bound: Bound): Reasons | undefined {
    const [own, other] = upper ? [this.#upper, this.#lower] : [this.#lower, this.#upper];
    const sign = upper ? -1 : 1;
    const had = own[x];
    if (had && bound.at.compare(had.at) * sign <= 0) return undefined;
    const opposite = other[x];
    if (opposite && bound.at.compare(opposite.at) * sign > 0) {
      return [
        [bound, Fraction.ONE],
        [opposite, Fraction.ONE],
      ];
    }
    this.#trail.push({ of: own, x, had });
    own[x] = bound;
    if ((this.#at[x] as Point).compare(bound.at) * sign < 0) {
      if (this.#rows.has(x)) this.#suspects.add(x);
      else this.#shift(x, bound.at);
    }
    return undefined;
  }

  /** Moves values until all bounds are kept; otherwise the reasons why they cannot be. @throws Stopped */
  check(budget: Budget): Reasons | undefined {
    const left = new Map<number, number>();
    for (let pivots = 0; ; pivots++) {
      budget.spend(this.work);
      // Bland's rule ends in every case; the shorter rows before it end sooner in nearly all.
      const bland = pivots > 200 + 3 * this.#rows.size;
      const out = this.#broken(bland, left);
      if (out < 0) return undefined;
      left.set(out, (left.get(out) ?? 0) + 1);
      const low = this.#below(out);
      const row = this.#rows.get(out) as Sparse;
      const enter = this.#entering(row, low, bland);
      const goal = (low ? this.#lower[out] : this.#upper[out]) as Bound;
      if (enter < 0) {
        const reasons: [Bound, Fraction][] = [[goal, Fraction.ONE]];
        for (const [x, c] of row) {
          reasons.push([(c.sign > 0 === low ? this.#upper[x] : this.#lower[x]) as Bound, c.abs()]);
        }
        return reasons;
      }
      this.#pivotTo(out, enter, goal.at);
    }
  }

  /**
   * The largest (`up`) or smallest that x can be, and the bounds that make it so; undefined where nothing does.
   * All bounds must be kept: `check` comes first. @throws Stopped
   */
  extreme(x: number, up: boolean, budget: Budget): { at: Point; reasons: Reasons } | undefined {
    for (let pivots = 0; ; pivots++) {
      budget.spend(this.work);
      const row: Sparse = this.#rows.get(x) ?? new Map([[x, Fraction.ONE]]);
      const enter = this.#entering(row, up, pivots > 50);
      if (enter < 0) {
        return {
          at: this.#at[x] as Point,
          reasons: [...row].map(([y, c]) => [
            (c.sign > 0 === up ? this.#upper[y] : this.#lower[y]) as Bound,
            c.abs(),
          ]),
        };
      }
      const rises = (row.get(enter) as Fraction).sign > 0 === up;
      const own = rises ? this.#upper[enter] : this.#lower[enter];
      let room = own && distance(this.#at[enter] as Point, own.at, rises);
      let stop = -1;
      for (const basic of this.#columns[enter] as Set<number>) {
        const c = (this.#rows.get(basic) as Sparse).get(enter) as Fraction;
        const grows = c.sign > 0 === rises;
        const bound = grows ? this.#upper[basic] : this.#lower[basic];
        if (!bound) continue;
        const far = distance(this.#at[basic] as Point, bound.at, grows).times(c.abs().inverse());
        const order = room ? far.compare(room) : -1;
        if (order < 0 || (order === 0 && stop >= 0 && basic < stop)) [room, stop] = [far, basic];
      }
      if (!room) return undefined;
      if (stop < 0) this.#shift(enter, (own as Bound).at);
      else {
        const grows = ((this.#rows.get(stop) as Sparse).get(enter) as Fraction).sign > 0 === rises;
        this.#pivotTo(stop, enter, ((grows ? this.#upper[stop] : this.#lower[stop]) as Bound).at);
      }
    }
  }

  /**
   * What makes numbers for all variables, δ so small that every bound is kept: of the values and bounds as they are now, when
   * it is asked, for few ask. Only after a `check` without reasons.
   */
  values(): () => Fraction[] {
    const [values, lowers, uppers] = [[...this.#at], [...this.#lower], [...this.#upper]];
    return () => numbers(values, lowers, uppers);
  }

  #below(x: number): boolean {
    const bound = this.#lower[x];
    return bound !== undefined && (this.#at[x] as Point).compare(bound.at) < 0;
  }

  #above(x: number): boolean {
    const bound = this.#upper[x];
    return bound !== undefined && (this.#at[x] as Point).compare(bound.at) > 0;
  }

  /** A basic variable outside its bounds: the lowest, or one of a short row that has seldom left before. */
  #broken(bland: boolean, left: ReadonlyMap<number, number>): number {
    let [found, best, seen] = [-1, Number.POSITIVE_INFINITY, 0];
    for (const x of this.#suspects) {
      const row = this.#rows.get(x);
      if (!row || !(this.#below(x) || this.#above(x))) {
        this.#suspects.delete(x);
        continue;
      }
      const price = bland ? x : row.size + 5 * (left.get(x) ?? 0);
      if (price < best) [found, best] = [x, price];
      if (!bland && ++seen > 12) break;
    }
    return found;
  }

  /** A nonbasic variable of the row that has room to move it: the lowest, or that of the shortest column. */
  #entering(row: Sparse, up: boolean, bland: boolean): number {
    let [found, best] = [-1, Number.POSITIVE_INFINITY];
    for (const [x, c] of row) {
      const at = this.#at[x] as Point;
      const rises = c.sign > 0 === up;
      const bound = rises ? this.#upper[x] : this.#lower[x];
      if (bound && (rises ? at.compare(bound.at) >= 0 : at.compare(bound.at) <= 0)) continue;
      const price = bland ? x : (this.#columns[x] as Set<number>).size;
      if (price < best || (price === best && x < found)) [found, best] = [x, price];
    }
    return found;
  }

  #move(basic: number, to: Point): void {
    this.#at[basic] = to;
    this.#suspects.add(basic);
  }

  /** A nonbasic variable to another value, and the basic ones with it. */
  #shift(x: number, to: Point): void {
    const by = to.minus(this.#at[x] as Point);
    this.#at[x] = to;
    for (const basic of this.#columns[x] as Set<number>) {
      const c = (this.#rows.get(basic) as Sparse).get(x) as Fraction;
      this.#move(basic, (this.#at[basic] as Point).plus(by.times(c)));
    }
  }

  /** `out` leaves the basis at the value `to`, `enter` comes in. */
  #pivotTo(out: number, enter: number, to: Point): void {
    const row = this.#rows.get(out) as Sparse;
    const c = row.get(enter) as Fraction;
    const inverse = c.inverse();
    const by = to.minus(this.#at[out] as Point).times(inverse);
    this.#at[out] = to;
    for (const basic of this.#columns[enter] as Set<number>) {
      if (basic === out) continue;
      const other = (this.#rows.get(basic) as Sparse).get(enter) as Fraction;
      this.#move(basic, (this.#at[basic] as Point).plus(by.times(other)));
    }
    this.#move(enter, (this.#at[enter] as Point).plus(by));
    this.#rows.delete(out);
    for (const x of row.keys()) (this.#columns[x] as Set<number>).delete(out);
    row.delete(enter);
    const factor = inverse.negated();
    for (const [x, other] of row) row.set(x, other.times(factor));
    row.set(out, inverse);
    this.#substitute(enter, row);
  }

  /** x becomes basic with this sum, in its own row and in those that hold it. */
  #substitute(x: number, sum: Sparse): void {
    const column = this.#columns[x] as Set<number>;
    this.#columns[x] = new Set();
    for (const basic of column) {
      const row = this.#rows.get(basic) as Sparse;
      const c = row.get(x) as Fraction;
      row.delete(x);
      this.#touched += sum.size;
      for (const [y, d] of sum) {
        const had = row.get(y);
        const now = had ? had.plus(c.times(d)) : c.times(d);
        if (now.isZero) {
          row.delete(y);
          (this.#columns[y] as Set<number>).delete(basic);
        } else {
          row.set(y, now);
          if (!had) (this.#columns[y] as Set<number>).add(basic);
        }
      }
    }
    this.#rows.set(x, sum);
    for (const y of sum.keys()) (this.#columns[y] as Set<number>).add(x);
  }

  /** The sum in nonbasic variables. */
  #resolved(xs: readonly number[], cs: readonly Fraction[]): Sparse {
    const row: Sparse = new Map();
    const add = (x: number, c: Fraction): void => {
      const had = row.get(x);
      const now = had ? had.plus(c) : c;
      if (now.isZero) row.delete(x);
      else row.set(x, now);
    };
    xs.forEach((x, i) => {
      const c = cs[i] as Fraction;
      const sum = this.#rows.get(x);
      if (!sum) add(x, c);
      else for (const [y, d] of sum) add(y, c.times(d));
    });
    return row;
  }

  #sumAt(row: Sparse): Point {
    let sum = Point.ZERO;
    for (const [x, c] of row) sum = sum.plus((this.#at[x] as Point).times(c));
    return sum;
  }
}

/** How far `from` can go to `to`. */
const distance = (from: Point, to: Point, up: boolean): Point => (up ? to.minus(from) : from.minus(to));

function numbers(
  values: readonly Point[],
  lowers: readonly (Bound | undefined)[],
  uppers: readonly (Bound | undefined)[],
): Fraction[] {
  let delta = Fraction.ONE;
  const narrow = (low: Point, high: Point): void => {
    const steps = low.step.minus(high.step);
    if (steps.sign <= 0) return;
    const most = high.value.minus(low.value).over(steps);
    if (most.compare(delta) < 0) delta = most;
  };
  values.forEach((at, x) => {
    const [lower, upper] = [lowers[x], uppers[x]];
    if (lower) narrow(lower.at, at);
    if (upper) narrow(at, upper.at);
  });
  return values.map(({ value, step }) => (step.isZero ? value : value.plus(step.times(delta))));
}
