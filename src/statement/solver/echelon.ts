import { addTo, type Proof, sideOf } from "./certificate.js";
import { Fraction } from "./fraction.js";
import { remainder } from "./proven.js";
import { type Component, isEquality, type Row } from "./rows.js";

type Sparse = Map<number, Fraction>;

/** Equations brought into steps (Gauss): each says which combination of the definitions it is. */
interface Step {
  readonly pivot: number;
  readonly row: Sparse;
  readonly made: Sparse;
}

/** Equations that always hold and that the simplex puts in instead of keeping a multiplier for each. */
export const isSubstituted = (row: Row): boolean =>
  row.constraint.kind === "definition" && isEquality(row) && row.xs.length > 0;

/**
 * Finds the multipliers of the definitions. Reading them off the order in which the simplex eliminated them is wrong as
 * soon as a definition follows from others; the steps of Gauss know each combination.
 */
export class Echelon {
  readonly #rows: readonly Row[];
  readonly #steps: Step[] = [];
  readonly #stepOf = new Map<number, number>();
  /** The definitions clash among themselves: their multipliers. */
  readonly clash: Proof | undefined;

  constructor({ rows }: Component) {
    this.#rows = rows;
    const uses = new Map<number, number>();
    for (const { xs } of rows) for (const x of xs) uses.set(x, (uses.get(x) ?? 0) + 1);
    for (const [at, row] of rows.entries()) {
      if (!isSubstituted(row)) continue;
      const left: Sparse = new Map(row.xs.map((x, i) => [x, row.cs[i] as Fraction]));
      const made: Sparse = new Map([[at, Fraction.ONE]]);
      this.#reduce(left, made);
      let pivot = -1;
      for (const x of left.keys()) if (pivot < 0 || (uses.get(x) ?? 0) < (uses.get(pivot) ?? 0)) pivot = x;
      if (pivot < 0) {
        let sum = Fraction.ZERO;
        for (const [i, times] of made) sum = sum.plus(times.times((rows[i] as Row).lower as Fraction));
        // 0 = sum: times a number that makes it 0 ≤ something below 0.
        if (!sum.isZero) {
          this.clash = signed(made, sum.sign < 0);
          return;
        }
        continue;
      }
      const inverse = (left.get(pivot) as Fraction).inverse();
      for (const [x, c] of left) left.set(x, c.times(inverse));
      for (const [i, c] of made) made.set(i, c.times(inverse));
      this.#stepOf.set(pivot, this.#steps.length);
      this.#steps.push({ pivot, row: left, made });
    }
  }

  /** The proof with the definitions' multipliers that cancel every variable in it. */
  complete(proof: Proof): Proof {
    const left: Sparse = new Map([...remainder(this.#rows, proof)].filter(([, c]) => !c.isZero));
    const made: Sparse = new Map();
    this.#reduce(left, made);
    const whole = new Map(proof);
    for (const [side, times] of signed(made, true)) addTo(whole, side, times);
    return whole;
  }

  /** Takes the steps out of `left`, and their combinations out of `made`. */
  #reduce(left: Sparse, made: Sparse): void {
    for (;;) {
      let next = -1;
      for (const x of left.keys()) {
        const step = this.#stepOf.get(x);
        // An earlier step can bring in the pivot of a later one, never the other way round.
        if (step !== undefined && (next < 0 || step < next)) next = step;
      }
      if (next < 0) return;
      const { pivot, row, made: combination } = this.#steps[next] as Step;
      const factor = (left.get(pivot) as Fraction).negated();
      for (const [x, c] of row) addInto(left, x, c.times(factor));
      for (const [i, c] of combination) addInto(made, i, c.times(factor));
    }
  }
}

function addInto(to: Sparse, key: number, by: Fraction): void {
  const had = to.get(key);
  const now = had ? had.plus(by) : by;
  if (now.isZero) to.delete(key);
  else to.set(key, now);
}

/** Multipliers of equations as multipliers above zero of one of their sides; `as`: as they are, or all negated. */
function signed(made: Sparse, as: boolean): Proof {
  const proof = new Map<number, Fraction>();
  for (const [row, times] of made) {
    if (!times.isZero) addTo(proof, sideOf(row, times.sign > 0 === as), times.abs());
  }
  return proof;
}
