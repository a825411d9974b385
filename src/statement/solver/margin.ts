import type { Budget } from "./budget.js";
import { sideOf } from "./certificate.js";
import { Fraction } from "./fraction.js";
import { type Guess, guessMargin } from "./interior.js";
import type { Propagation } from "./propagate.js";
import { type Component, isEquality, isStatement, type Row } from "./rows.js";
import { largest } from "./sparse.js";
import { between } from "./tree.js";

/** What a line of the program stands for: one side of a row, or a propagated bound; and its multiplier's unit. */
interface Origin {
  readonly side?: number;
  readonly bound?: number;
  readonly unit: number;
}

/** The guess, with what is needed to make fractions of it: variable x is middle + width × point. */
export interface Margin extends Guess {
  readonly middles: readonly Fraction[];
  readonly widths: Float64Array;
  readonly origins: readonly Origin[];
  readonly equations: readonly { readonly row: number; readonly unit: number }[];
}

/** Sparse rows in the making. */
class Lines {
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];

  add(terms: readonly (readonly [number, number])[]): void {
    for (const [index, value] of terms) {
      this.indices.push(index);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
  }
}

// How much of its width a row that is no print is kept away from: a limit may be reached, but doubles need some room.
const LIMIT_MARGIN = 0.02;
const ZERO_MARGIN = 1e-4;
/** Propagated bounds follow from the rows; a little wider they only keep the program bounded. */
const WIDER = 0.05;

/**
 * By which share of its width every print can shrink, as a linear program in doubles. Above zero, a point lies inside all
 * prints, with room to make fractions of it; below zero, multipliers prove that there is none. Both are guesses only.
 * Undefined where the program is too large. @throws Stopped
 */
export function margin(
  component: Component,
  rows: readonly number[],
  bounds: Propagation,
  budget: Budget,
): Margin | undefined {
  const count = component.variables.length;
  const widths = new Float64Array(count);
  const middles = component.variables.map((_, x): Fraction => {
    const [low, high] = [bounds.near(x, false), bounds.near(x, true)];
    const end = (value: number) =>
      Number.isFinite(value) ? { value: Fraction.double(value), open: false } : undefined;
    const middle = between({ lower: end(low), upper: end(high) }) ?? Fraction.double(low);
    const size = Math.max(1, Math.abs(middle.toNumber()));
    const width = high - low;
    widths[x] = Number.isFinite(width) ? Math.max(width, 1e-12 * size) : size;
    return middle;
  });
  const lines = new Lines();
  const equationLines = new Lines();
  const [margins, limits, rights]: number[][] = [[], [], []];
  const origins: Origin[] = [];
  const equations: { row: number; unit: number }[] = [];
  const add = (
    terms: readonly (readonly [number, number])[],
    by: number,
    limit: number,
    origin: Origin,
  ): void => {
    lines.add(terms);
    (margins as number[]).push(by);
    (limits as number[]).push(limit);
    origins.push(origin);
  };
  const printed = new Uint8Array(count);
  const width = (x: number): number => widths[x] as number;
  for (const at of rows) {
    const row = component.rows[at] as Row;
    const { xs, cs } = row;
    if (xs.length === 0) continue;
    let middle = Fraction.ZERO;
    xs.forEach((x, i) => {
      middle = middle.plus((cs[i] as Fraction).times(middles[x] as Fraction));
    });
    const factors = cs.map((c, i) => c.toNumber() * width(xs[i] as number));
    const most = largest(factors);
    if (isEquality(row)) {
      equationLines.add(xs.map((x, i) => [x, (factors[i] as number) / most]));
      (rights as number[]).push((row.lower as Fraction).minus(middle).toNumber() / most);
      equations.push({ row: at, unit: most });
      continue;
    }
    const unit = unitOf(row, most, middles);
    const by = isStatement(row) ? 1 : xs.length === 1 ? ZERO_MARGIN : LIMIT_MARGIN;
    if (xs.length === 1 && isStatement(row)) printed[xs[0] as number] = 1;
    for (const upper of [false, true]) {
      const end = upper ? row.upper : row.lower;
      if (!end) continue;
      const sign = upper ? 1 : -1;
      const room = (sign * end.minus(middle).toNumber()) / unit;
      const terms = xs.map((x, i): [number, number] => [x, (sign * (factors[i] as number)) / unit]);
      add(terms, by, room, { side: sideOf(at, upper), unit });
    }
  }
  for (let x = 0; x < count; x++) {
    if (printed[x]) continue;
    for (const upper of [false, true]) {
      const end = bounds.near(x, upper);
      if (!Number.isFinite(end)) continue;
      const sign = upper ? 1 : -1;
      const room =
        (sign *
          Fraction.double(end)
            .minus(middles[x] as Fraction)
            .toNumber()) /
        width(x);
      add([[x, sign]], 0, room + WIDER, { bound: 2 * x + (upper ? 1 : 0), unit: width(x) });
    }
  }
  add([], 1, 0.5, { unit: 1 });
  const problem = { count, rows: lines, margins: margins as number[], limits: limits as number[] };
  const guess = guessMargin({ ...problem, equations: equationLines, rights: rights as number[] }, budget);
  return guess && { ...guess, middles, widths, origins, equations };
}

/** The width of the print; of one that has a single end, or relates several quantities, a typical one. */
function unitOf({ xs, cs, lower, upper }: Row, most: number, middles: readonly Fraction[]): number {
  if (xs.length === 1) {
    const both = lower && upper ? upper.minus(lower).toNumber() : most;
    return Math.max(both, 1e-12 * most, 1e-290);
  }
  const sizes = cs.map((c, i) => Math.abs(c.toNumber() * (middles[xs[i] as number] as Fraction).toNumber()));
  return Math.max(0.001 * largest(sizes), 0.02 * most);
}
