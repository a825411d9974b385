import type { Budget } from "./budget.js";
import { type Proof, rowOf } from "./certificate.js";
import { Exact } from "./exact.js";
import type { Fraction } from "./fraction.js";
import { type Component, isStatement, type Row } from "./rows.js";

/** Answers whether some statements of a component can all be true, together with its definitions and limits. */
export class Oracle {
  readonly component: Component;
  /** The sources of statements; each is asked about as a whole, by its place here. */
  readonly sources: readonly string[];
  /** The rows of each source, in the order of `sources`. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The rows of definitions and limits. */
  readonly background: readonly number[];
  readonly #sourceAt = new Map<string, number>();
  #exact: Exact | undefined;

  constructor(component: Component) {
    this.component = component;
    const rowsOf: number[][] = [];
    const background: number[] = [];
    component.rows.forEach((row, at) => {
      if (!isStatement(row)) {
        background.push(at);
        return;
      }
      const { source } = row.constraint;
      let own = this.#sourceAt.get(source);
      if (own === undefined) {
        own = rowsOf.length;
        this.#sourceAt.set(source, own);
        rowsOf.push([]);
      }
      (rowsOf[own] as number[]).push(at);
    });
    this.sources = [...this.#sourceAt.keys()];
    this.rowsOf = rowsOf;
    this.background = background;
  }

  exact(budget: Budget): Exact {
    this.#exact ??= new Exact(this.component, budget);
    return this.#exact;
  }

  rows(sources: Iterable<number>): number[] {
    const rows = [...this.background];
    for (const source of sources) rows.push(...(this.rowsOf[source] as readonly number[]));
    return rows;
  }

  /** Why these sources cannot all be true, or values with which they are. @throws Stopped */
  ask(sources: Iterable<number>, budget: Budget): { proof: Proof } | { values: readonly Fraction[] } {
    return this.exact(budget).solve(this.rows(sources), budget);
  }

  /** The sources in a proof. */
  usedBy(proof: Proof): Set<number> {
    const used = new Set<number>();
    for (const side of proof.keys()) {
      const row = this.component.rows[rowOf(side)] as Row;
      if (isStatement(row)) used.add(this.#sourceAt.get(row.constraint.source) as number);
    }
    return used;
  }

  /** Whether values keep all rows of a source. */
  keeps(source: number, values: readonly Fraction[]): boolean {
    return (this.rowsOf[source] as readonly number[]).every((at) =>
      keeps(this.component.rows[at] as Row, values),
    );
  }
}

export function keeps(row: Row, values: readonly Fraction[]): boolean {
  const { xs, cs, lower, upper, lowerOpen, upperOpen } = row;
  let sum = (cs[0] as Fraction | undefined)?.times(values[xs[0] as number] as Fraction);
  for (let i = 1; i < xs.length; i++) {
    sum = (sum as Fraction).plus((cs[i] as Fraction).times(values[xs[i] as number] as Fraction));
  }
  const above = lower ? (sum ? sum.compare(lower) : -lower.sign) : 1;
  const below = upper ? (sum ? upper.compare(sum) : upper.sign) : 1;
  return (above > 0 || (above === 0 && !lowerOpen)) && (below > 0 || (below === 0 && !upperOpen));
}
