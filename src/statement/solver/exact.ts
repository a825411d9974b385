import { type Budget, within } from "./budget.js";
import { addTo, type Proof, sideOf } from "./certificate.js";
import { Echelon, isSubstituted } from "./echelon.js";
import { Fraction } from "./fraction.js";
import { clashOf } from "./proven.js";
import type { Component, Row } from "./rows.js";
import { type Bound, Point, type Reasons, Simplex } from "./simplex.js";

/** A sum as factor × a variable of the simplex. */
interface Slot {
  readonly x: number;
  readonly factor: Fraction;
}

/** One end of a form: its value, whether it is open, and the sides of rows that make it. */
export interface Extreme {
  readonly value: Fraction;
  readonly open: boolean;
  readonly proof: Proof;
}

/** Both ends of a form, undefined where nothing limits it; "late" where the search took too long; "clash" without any. */
export type Ends = "clash" | readonly (Extreme | "late" | undefined)[];

/** Values that are computed when they are asked for: most questions are whether there are any. */
class Assignment {
  #made: readonly Fraction[] | undefined;

  constructor(private readonly make: () => readonly Fraction[]) {}

  get values(): readonly Fraction[] {
    this.#made ??= this.make();
    return this.#made;
  }
}

/**
 * A component in the exact simplex, warm: which of its rows hold is said anew at each question; definitions, and the rows
 * that are named at the start, always do.
 */
export class Exact {
  readonly #component: Component;
  readonly #simplex = new Simplex();
  readonly #variables: readonly number[];
  readonly #slots = new Map<string, Slot>();
  readonly #slotOf: (Slot | undefined)[] = [];
  readonly #one: number;
  /** The bounds of each side of a row, made when first needed. */
  readonly #bounds: (Bound | undefined)[] = [];
  readonly #always: Uint8Array;
  /** Why the rows that always hold cannot. */
  readonly #clash: Reasons | Proof | undefined;
  #echelon: Echelon | undefined;

  constructor(component: Component, budget: Budget, always: readonly number[] = []) {
    this.#component = component;
    const { rows, variables } = component;
    const simplex = this.#simplex;
    this.#one = simplex.variable();
    this.#variables = variables.map(() => simplex.variable());
    const uses = new Map<number, number>([[this.#one, 1e6]]);
    for (const { xs } of rows) {
      for (const x of xs) {
        const own = this.#variables[x] as number;
        uses.set(own, (uses.get(own) ?? 0) + 1);
      }
    }
    for (const row of rows) {
      if (!isSubstituted(row)) continue;
      budget.spend(simplex.work);
      const xs = row.xs.map((x) => this.#variables[x] as number);
      const value = row.lower as Fraction;
      if (value.isZero) simplex.vanish(xs, row.cs, (x) => uses.get(x) ?? 0);
      else {
        simplex.vanish([...xs, this.#one], [...row.cs, value.negated()], (x) => uses.get(x) ?? 0);
      }
    }
    simplex.settle();
    const unit = { at: new Point(Fraction.ONE, Fraction.ZERO), reason: -1, per: Fraction.ONE };
    simplex.bound(this.#one, false, unit);
    simplex.bound(this.#one, true, unit);
    this.#always = new Uint8Array(rows.length);
    this.#clash = this.#bind(always);
    for (const at of always) this.#always[at] = 1;
  }

  /** Values with which the rows hold, or why they cannot. @throws Stopped */
  solve(
    rows: readonly number[],
    budget: Budget,
  ): { readonly values: readonly Fraction[] } | { proof: Proof } {
    const mark = this.#simplex.mark();
    try {
      const proof = this.#assert(rows, budget);
      if (proof) return { proof };
      const values = this.#simplex.values();
      return new Assignment(() => {
        const all = values();
        return this.#variables.map((x) => all[x] as Fraction);
      });
    } finally {
      this.#simplex.backtrack(mark);
    }
  }

  /**
   * The two ends of a sum, undefined where nothing limits it; or "clash" where the rows cannot all hold. An end whose
   * search took too long is "late". @throws Stopped where even whether the rows can hold took too long
   */
  range(rows: readonly number[], xs: readonly number[], cs: readonly Fraction[], budget: Budget): Ends {
    const { x, factor } = this.#slot(xs, cs);
    const mark = this.#simplex.mark();
    try {
      if (this.#assert(rows, budget)) return "clash";
      return [false, true].map((up) => this.#extreme(x, factor, up, budget));
    } finally {
      this.#simplex.backtrack(mark);
    }
  }

  #extreme(x: number, factor: Fraction, up: boolean, budget: Budget): Extreme | "late" | undefined {
    const found = within(() => this.#simplex.extreme(x, up === factor.sign > 0, budget) ?? "none");
    if (!found) return "late";
    if (found === "none") return undefined;
    const proof = new Map<number, Fraction>();
    for (const [{ reason, per }, times] of found.reasons) {
      if (reason >= 0) addTo(proof, reason, times.times(per).times(factor.abs()));
    }
    return { value: found.at.value.times(factor), open: !found.at.step.isZero, proof };
  }

  #assert(rows: readonly number[], budget: Budget): Proof | undefined {
    const found = this.#clash ?? this.#bind(rows) ?? this.#simplex.check(budget);
    return found && (found instanceof Map ? found : this.#proof(found as Reasons));
  }

  /** Sets the bounds of rows; why two of them clash at once, or a row with itself. */
  #bind(rows: readonly number[]): Reasons | Proof | undefined {
    for (const at of rows) {
      const row = this.#component.rows[at] as Row;
      if (isSubstituted(row) || this.#always[at] === 1) continue;
      if (row.xs.length > 0) this.#slotOf[at] ??= this.#slot(row.xs, row.cs);
      else {
        const clash = clashOf(row, at);
        if (clash) return clash;
      }
    }
    for (const at of rows) {
      const slot = this.#slotOf[at];
      if (!slot || this.#always[at] === 1) continue;
      const found = this.#bound(slot, at, false) ?? this.#bound(slot, at, true);
      if (found) return found;
    }
    return undefined;
  }

  #bound({ x, factor }: Slot, at: number, upper: boolean): Reasons | undefined {
    const row = this.#component.rows[at] as Row;
    const end = upper ? row.upper : row.lower;
    if (end === undefined) return undefined;
    const up = upper === factor.sign > 0;
    const side = sideOf(at, upper);
    let bound = this.#bounds[side];
    if (!bound) {
      const open = upper ? row.upperOpen : row.lowerOpen;
      const step = !open ? Fraction.ZERO : up ? Fraction.MINUS_ONE : Fraction.ONE;
      bound = { at: new Point(end.over(factor), step), reason: side, per: factor.abs().inverse() };
      this.#bounds[side] = bound;
    }
    return this.#simplex.bound(x, up, bound);
  }

  #proof(reasons: Reasons): Proof {
    const proof = new Map<number, Fraction>();
    for (const [{ reason, per }, times] of reasons) {
      if (reason >= 0) addTo(proof, reason, times.times(per));
    }
    this.#echelon ??= new Echelon(this.#component);
    return this.#echelon.clash ?? this.#echelon.complete(proof);
  }

  #slot(xs: readonly number[], cs: readonly Fraction[]): Slot {
    const first = cs[0] as Fraction;
    if (xs.length === 1) return { x: this.#variables[xs[0] as number] as number, factor: first };
    const order = xs.map((_, i) => i).sort((i, j) => (xs[i] as number) - (xs[j] as number));
    const factor = cs[order[0] as number] as Fraction;
    const scaled = order.map((i) => (cs[i] as Fraction).over(factor));
    const own = order.map((i) => this.#variables[xs[i] as number] as number);
    const key = own.map((x, i) => `${x}*${scaled[i]}`).join("+");
    const had = this.#slots.get(key);
    if (had) return { x: had.x, factor };
    const made = { x: this.#simplex.sum(own, scaled), factor };
    this.#slots.set(key, made);
    return made;
  }
}
