import type { Budget } from "./budget.js";
import { addTo, type Proof, sideOf } from "./certificate.js";
import { Fraction } from "./fraction.js";
import { Heap } from "./heap.js";
import type { Component, Row } from "./rows.js";

/** A derived bound longer than this is moved outwards, so that a long chain stays quick. */
const LONGEST_BITS = 160;

/** Twice the relative error of one operation on doubles. */
const UNIT = 2 ** -52;

/** Terms of rows between two looks at the budget, and how many of them doubles do in the time of a step. */
const BATCH = 128;
const QUICK = 8;

export interface PropagationOptions {
  /**
   * "exact": bounds are fractions; doubles only tell which rows cannot narrow anything. "quick": bounds are doubles,
   * each rounded outwards by more than its error, so they are true as well, but a little wider than the exact ones.
   */
  readonly numbers: "exact" | "quick";
  /** A bound has to move by this share of the interval, unless it makes it empty. Without cycles 0 ends by itself. */
  readonly gain: number;
  /** How often bounds may move. */
  readonly most: number;
  /** The rows that hold; all where it is missing. */
  readonly rows?: readonly number[];
}

/**
 * Narrows the interval of each variable by each row, over and over, until nothing moves. Every bound remembers the row
 * that it came from, so that a contradiction, or a bound, unwinds into multipliers of the rows.
 */
export class Propagation {
  readonly #rows: readonly Row[];
  readonly #options: PropagationOptions;
  readonly #exact: boolean;
  /** The rows of each variable. */
  readonly #uses: readonly (readonly number[])[];
  /** The rows that hold. */
  readonly #held: Uint8Array;
  /** Of variable x: its lower bound at 2x, its upper bound at 2x + 1. */
  readonly #ends: (Fraction | undefined)[];
  readonly #open: Uint8Array;
  /** The same as doubles, below a lower and above an upper bound. */
  readonly #near: Float64Array;
  /** The last event of each bound, −1 for none. */
  readonly #last: Int32Array;
  /** Of each event: the bound, the side of the row that it came from, the event that it replaced. */
  readonly #bounds: number[] = [];
  readonly #sides: number[] = [];
  readonly #replaced: number[] = [];
  readonly #queue: number[] = [];
  readonly #queued: Uint8Array;
  readonly #factors: readonly (readonly number[])[];
  readonly #limits: Float64Array;
  #empty = -1;
  /** The side of a row that is looked at, the exact sum of its terms at their ends, and how many ends are open. */
  #passSide = -1;
  #passSum = Fraction.ZERO;
  #passOpen = 0;
  /** Whether it ended because nothing moved any more. */
  settled = false;
  /** Whether a bound had to be moved outwards because it grew too long. */
  widened = false;

  constructor(component: Component, options: PropagationOptions) {
    const { rows, variables } = component;
    const { factors, uses, limits } = doublesOf(component);
    this.#rows = rows;
    this.#options = options;
    this.#exact = options.numbers === "exact";
    this.#factors = factors;
    this.#uses = uses;
    this.#limits = limits;
    this.#ends = this.#exact ? new Array(2 * variables.length).fill(undefined) : [];
    this.#open = new Uint8Array(2 * variables.length);
    this.#near = new Float64Array(2 * variables.length);
    this.#last = new Int32Array(2 * variables.length).fill(-1);
    for (let x = 0; x < variables.length; x++) {
      this.#near[2 * x] = Number.NEGATIVE_INFINITY;
      this.#near[2 * x + 1] = Number.POSITIVE_INFINITY;
    }
    this.#queued = new Uint8Array(rows.length);
    this.#held = new Uint8Array(rows.length);
    for (const at of options.rows ?? rows.keys()) {
      this.#held[at] = 1;
      this.#push(at);
    }
  }

  /** Narrows. Returns whether the intervals are all still there; `clash` says why not. @throws Stopped */
  run(budget: Budget): boolean {
    const { most } = this.#options;
    const queue = this.#queue;
    // Rows with one variable first: printed levels before sums.
    queue.sort((a, b) => Math.min(2, this.#width(a)) - Math.min(2, this.#width(b)) || a - b);
    let terms = 0;
    for (let head = 0; head < queue.length; head++) {
      if (this.#bounds.length > most) return true;
      const at = queue[head] as number;
      terms += this.#width(at);
      if (terms >= BATCH) {
        budget.spend(terms / (this.#exact ? 1 : QUICK));
        terms = 0;
      }
      this.#queued[at] = 0;
      this.#row(at, false);
      if (this.#empty < 0) this.#row(at, true);
      if (this.#empty >= 0) return false;
      if (head === 65_535) {
        queue.splice(0, head + 1);
        head = -1;
      }
    }
    this.settled = true;
    return true;
  }

  /** The multipliers that prove the contradiction that `run` met. */
  get clash(): Proof {
    return this.unwind([
      [2 * this.#empty, Fraction.ONE],
      [2 * this.#empty + 1, Fraction.ONE],
    ]);
  }

  /** The bound of x; undefined where nothing limits it. */
  end(x: number, upper: boolean): { readonly value: Fraction; readonly open: boolean } | undefined {
    const bound = 2 * x + (upper ? 1 : 0);
    if (this.#last[bound] === -1) return undefined;
    if (!this.#exact) return { value: Fraction.double(this.#near[bound] as number), open: true };
    return { value: this.#ends[bound] as Fraction, open: this.#open[bound] === 1 };
  }

  /** The bound as a double, not narrower than it is; infinite where nothing limits x. */
  near(x: number, upper: boolean): number {
    return this.#near[2 * x + (upper ? 1 : 0)] as number;
  }

  /** Multipliers of rows that make bounds (2x the lower one of x, 2x + 1 the upper one), each times a number above zero. */
  unwind(starts: readonly (readonly [number, Fraction])[]): Map<number, Fraction> {
    const proof = new Map<number, Fraction>();
    const times = new Map<number, Fraction>();
    const heap = new Heap();
    const add = (event: number, by: Fraction): void => {
      const had = times.get(event);
      if (!had) heap.push(event);
      times.set(event, had ? had.plus(by) : by);
    };
    for (const [bound, by] of starts) add(this.#last[bound] as number, by);
    for (let event = heap.pop(); event !== undefined; event = heap.pop()) {
      const by = times.get(event) as Fraction;
      const side = this.#sides[event] as number;
      const x = (this.#bounds[event] as number) >> 1;
      const { xs, cs } = this.#rows[side >> 1] as Row;
      const share = by.over((cs[xs.indexOf(x)] as Fraction).abs());
      addTo(proof, side, share);
      for (let i = 0; i < xs.length; i++) {
        if (xs[i] === x) continue;
        const c = cs[i] as Fraction;
        const bound = 2 * (xs[i] as number) + (c.sign > 0 === ((side & 1) === 1) ? 0 : 1);
        let earlier = this.#last[bound] as number;
        while (earlier >= event) earlier = this.#replaced[earlier] as number;
        add(earlier, share.times(c.abs()));
      }
    }
    return proof;
  }

  #width(row: number): number {
    return (this.#rows[row] as Row).xs.length;
  }

  #push(row: number): void {
    if (this.#queued[row] === 1 || this.#held[row] === 0) return;
    this.#queued[row] = 1;
    this.#queue.push(row);
  }

  /** What one end of a row says about each of its variables: c x ≤ upper − the least that all others can be. */
  #row(at: number, upper: boolean): void {
    const limit = this.#limits[sideOf(at, upper)] as number;
    if (!Number.isFinite(limit)) return;
    const { xs } = this.#rows[at] as Row;
    const factors = this.#factors[at] as readonly number[];
    const count = xs.length;
    let [sum, size, unlimited, which] = [0, Math.abs(limit), 0, -1];
    for (let i = 0; i < count; i++) {
      const c = factors[i] as number;
      const end = this.#near[2 * (xs[i] as number) + (c > 0 === upper ? 0 : 1)] as number;
      if (!Number.isFinite(end)) {
        unlimited++;
        which = i;
        if (unlimited > 1) return;
      } else {
        sum += c * end;
        size += Math.abs(c * end);
      }
    }
    const error = (count + 8) * UNIT * size + 1e-290;
    this.#passSide = -1;
    for (let i = unlimited === 1 ? which : 0; i < (unlimited === 1 ? which + 1 : count); i++) {
      const x = xs[i] as number;
      const c = factors[i] as number;
      const raises = c > 0 !== upper;
      const own = unlimited === 1 ? 0 : c * (this.#near[2 * x + (raises ? 1 : 0)] as number);
      const value = (limit - (sum - own)) / c;
      const slack = error / Math.abs(c) + 4 * UNIT * Math.abs(value);
      this.#offer(at, upper, x, i, raises, value, slack);
      if (this.#empty >= 0) return;
    }
  }

  /** Takes a bound if it narrows enough: x ≥ value where `raises`, otherwise x ≤ value, give or take `slack`. */
  #offer(
    at: number,
    upper: boolean,
    x: number,
    place: number,
    raises: boolean,
    value: number,
    slack: number,
  ): void {
    const bound = 2 * x + (raises ? 0 : 1);
    const sign = raises ? 1 : -1;
    const near = this.#near[bound] as number;
    const other = this.#near[bound ^ 1] as number;
    const best = value + sign * slack;
    // Also where an open end would tie with a closed one the exact value lies within `slack`.
    if (sign * (best - near) <= 0) return;
    const decides = sign * (best - other) >= 0;
    if (Number.isFinite(near) && !decides) {
      const size = Number.isFinite(other) ? Math.abs(other - near) : Math.abs(near);
      // Exactly the slack counts in favour of the bound: an open end may tie with a closed one. Quickly it counts against.
      const gain = sign * (value - near) + (this.#exact ? slack : -slack);
      if (gain < this.#options.gain * size || gain <= 0) return;
    }
    if (!this.#exact) {
      const outer = value - sign * slack;
      if (sign * (outer - near) <= 0 || !Number.isFinite(outer)) return;
      this.#near[bound] = outer;
      this.#log(bound, sideOf(at, upper));
      if (sign * (outer - other) > 0) this.#empty = x;
      return;
    }
    const exact = this.#exactly(at, upper, place);
    const short = exact.value.shortened(LONGEST_BITS, raises);
    const open = exact.open || short !== exact.value;
    this.widened ||= short !== exact.value;
    const had = this.#ends[bound];
    const order = had ? sign * short.compare(had) : 1;
    if (order < 0 || (order === 0 && (!open || this.#open[bound] === 1))) return;
    this.#ends[bound] = short;
    this.#open[bound] = open ? 1 : 0;
    const double = short.toNumber();
    this.#near[bound] = double - sign * UNIT * Math.abs(double);
    this.#log(bound, sideOf(at, upper));
    const opposite = this.#ends[bound ^ 1];
    if (!opposite) return;
    const gap = sign * short.compare(opposite);
    if (gap > 0 || (gap === 0 && (open || this.#open[bound ^ 1] === 1))) this.#empty = x;
  }

  /** The bound that the row gives exactly: its end less the sum of all others, which one pass through a row shares. */
  #exactly(at: number, upper: boolean, place: number): { value: Fraction; open: boolean } {
    const row = this.#rows[at] as Row;
    const { xs, cs } = row;
    const side = sideOf(at, upper);
    const boundOf = (i: number) => 2 * (xs[i] as number) + ((cs[i] as Fraction).sign > 0 === upper ? 0 : 1);
    if (this.#passSide !== side) {
      this.#passSide = side;
      this.#passSum = Fraction.ZERO;
      this.#passOpen = (upper ? row.upperOpen : row.lowerOpen) ? 1 : 0;
      for (let i = 0; i < xs.length; i++) {
        const end = this.#ends[boundOf(i)];
        if (end) this.#passSum = this.#passSum.plus((cs[i] as Fraction).times(end));
        this.#passOpen += this.#open[boundOf(i)] as number;
      }
    }
    const c = cs[place] as Fraction;
    const own = this.#ends[boundOf(place)];
    const rest = own ? this.#passSum.minus(c.times(own)) : this.#passSum;
    const end = (upper ? row.upper : row.lower) as Fraction;
    return {
      value: end.minus(rest).over(c),
      open: this.#passOpen - (this.#open[boundOf(place)] as number) > 0,
    };
  }

  #log(bound: number, side: number): void {
    this.#bounds.push(bound);
    this.#sides.push(side);
    this.#replaced.push(this.#last[bound] as number);
    this.#last[bound] = this.#bounds.length - 1;
    for (const row of this.#uses[bound >> 1] as readonly number[]) this.#push(row);
  }
}

/** What every propagation through a component needs, made once. */
interface Doubles {
  readonly factors: readonly (readonly number[])[];
  /** Of each side of a row: its end. */
  readonly limits: Float64Array;
  readonly uses: readonly (readonly number[])[];
}

const made = new WeakMap<Component, Doubles>();

function doublesOf(component: Component): Doubles {
  const had = made.get(component);
  if (had) return had;
  const { rows, variables } = component;
  const uses: number[][] = variables.map(() => []);
  const limits = new Float64Array(2 * rows.length);
  for (const [at, { xs, lower, upper }] of rows.entries()) {
    limits[sideOf(at, false)] = lower ? lower.toNumber() : Number.NEGATIVE_INFINITY;
    limits[sideOf(at, true)] = upper ? upper.toNumber() : Number.POSITIVE_INFINITY;
    for (const x of xs) (uses[x] as number[]).push(at);
  }
  const factors = rows.map(({ cs }) => cs.map((c) => c.toNumber()));
  const doubles = { factors, limits, uses };
  made.set(component, doubles);
  return doubles;
}
