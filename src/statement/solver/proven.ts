import { isUpper, type Proof, rowOf, sideOf } from "./certificate.js";
import { Fraction } from "./fraction.js";
import type { Component, Row } from "./rows.js";

/** What multipliers of rows leave of each variable; 0 where it cancels. */
export function remainder(rows: readonly Row[], proof: Proof): Map<number, Fraction> {
  const left = new Map<number, Fraction>();
  for (const [side, times] of proof) {
    const { xs, cs } = rows[rowOf(side)] as Row;
    const signed = isUpper(side) ? times : times.negated();
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i] as number;
      left.set(x, (left.get(x) ?? Fraction.ZERO).plus(signed.times(cs[i] as Fraction)));
    }
  }
  return left;
}

/** Whether multipliers prove a contradiction: every variable cancels, and what is left is false. */
export function proves({ rows }: Component, proof: Proof): boolean {
  let room = Fraction.ZERO;
  let open = false;
  for (const [side, times] of proof) {
    const { lower, upper, lowerOpen, upperOpen } = rows[rowOf(side)] as Row;
    const up = isUpper(side);
    const bound = up ? upper : lower;
    if (times.sign <= 0 || !bound) return false;
    room = room.plus((up ? times : times.negated()).times(bound));
    open ||= up ? upperOpen : lowerOpen;
  }
  if (room.sign > 0 || (room.sign === 0 && !open)) return false;
  return [...remainder(rows, proof).values()].every(({ isZero }) => isZero);
}

/** Whether values keep a row. */
export function keeps(row: Row, values: readonly Fraction[]): boolean {
  const { xs, cs, lower, upper, lowerOpen, upperOpen } = row;
  let sum = Fraction.ZERO;
  for (let i = 0; i < xs.length; i++) {
    sum = sum.plus((cs[i] as Fraction).times(values[xs[i] as number] as Fraction));
  }
  const above = lower ? sum.compare(lower) : 1;
  const below = upper ? upper.compare(sum) : 1;
  return (above > 0 || (above === 0 && !lowerOpen)) && (below > 0 || (below === 0 && !upperOpen));
}

/** The proof that a row cannot hold whatever its variables are: its ends cross, or it has no variable and excludes 0. */
export function clashOf({ xs, lower, upper, lowerOpen, upperOpen }: Row, at: number): Proof | undefined {
  const order = lower && upper ? lower.compare(upper) : -1;
  if (order > 0 || (order === 0 && (lowerOpen || upperOpen))) {
    return new Map([
      [sideOf(at, false), Fraction.ONE],
      [sideOf(at, true), Fraction.ONE],
    ]);
  }
  if (xs.length > 0) return undefined;
  const alone = (side: boolean): Proof => new Map([[sideOf(at, side), Fraction.ONE]]);
  if (lower && (lower.sign > 0 || (lower.sign === 0 && lowerOpen))) return alone(false);
  if (upper && (upper.sign < 0 || (upper.sign === 0 && upperOpen))) return alone(true);
  return undefined;
}
