import { type Budget, within } from "./budget.js";
import { isUpper, lifted, type Proof, rowOf, sideOf } from "./certificate.js";
import { type Ends, Exact } from "./exact.js";
import type { Fraction } from "./fraction.js";
import { Propagation } from "./propagate.js";
import { clashOf } from "./proven.js";
import { Regions } from "./region.js";
import { type Component, isStatement, part, type Row } from "./rows.js";
import { type Answer, search, type Warm } from "./search.js";
import { isComplete, type Link, linksOf } from "./tree.js";

/** Up to so many rows the warm simplex answers before anything else is prepared. */
const FEW_ROWS = 60;
/** A simplex of so many rows is made once and answers hundreds of questions about few statements. */
const WARM_ROWS = 16_000;
/** So few statements cost the simplex little, however large the background: it starts where nothing is printed. */
const FEW_STATEMENTS = 40;
/**
 * Work of the simplex before the guesses of doubles, at the first question; twice as much at the next, for its table stays
 * as far as it came, until this much was in vain.
 */
const FIRST_WORK = 2e5;
const VAIN_WORK = 3e6;
/** Work on the ends of one sum, on more than so many rows. */
const RANGE_WORK = 5e6;
const MANY_ROWS = 1500;

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
  /** One simplex for questions about few statements, which stays sparse, one for those about many. */
  readonly #exact: { few?: Exact; many?: Exact } = {};
  #allowance = FIRST_WORK;
  #vain = 0;
  #tooLong = false;
  #solved = false;
  #backgroundCycle: boolean | undefined;
  #regions: Regions | undefined;
  #alone: Answer | undefined;
  #links: readonly Link[] | "cycle" | undefined;
  #enclosed: { bounds: Propagation; exact: boolean; clash: boolean } | undefined;

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

  exact(size: "few" | "many", budget: Budget): Exact {
    this.#exact[size] ??= new Exact(this.component, budget, this.background);
    return this.#exact[size];
  }

  rows(sources: Iterable<number>): number[] {
    const rows = [...this.background];
    for (const source of sources) for (const at of this.rowsOf[source] as readonly number[]) rows.push(at);
    return rows;
  }

  /** Why these sources cannot all be true, or values with which they are. @throws Stopped */
  ask(sources: readonly number[], budget: Budget): Answer {
    if (this.component.rows.length <= FEW_ROWS) {
      return this.exact("many", budget).solve(this.rows(sources), budget);
    }
    if (sources.length <= FEW_STATEMENTS && this.component.rows.length <= WARM_ROWS) {
      return this.exact("few", budget).solve(this.rows(sources), budget);
    }
    const region = sources.length < this.sources.length ? this.#region(sources) : undefined;
    if (region) return this.#askRegion(sources, region, budget);
    return this.#askAll(sources, budget);
  }

  #askAll(sources: readonly number[], budget: Budget): Answer {
    const few = sources.length <= FEW_STATEMENTS;
    const first = this.#vain > VAIN_WORK ? 0 : this.#allowance;
    const warm: Warm = {
      exact: () => this.exact(few ? "few" : "many", budget),
      ready: !this.isTree && (few || this.#solved),
      links: () => this.#linksOf(sources),
      first: few ? Number.POSITIVE_INFINITY : first,
      learn: (sufficed) => {
        if (few) return;
        this.#solved ||= sufficed;
        if (!sufficed) this.#vain += first;
        this.#allowance = sufficed ? Math.max(first, VAIN_WORK / 3) : 2 * first;
      },
    };
    return search(this.component, this.rows(sources), warm, budget);
  }

  /**
   * The ends of a sum by the exact simplex; "clash" where the component cannot hold, an end that took too long is "late".
   */
  ends(xs: readonly number[], cs: readonly Fraction[], budget: Budget): Ends {
    const late: Ends = ["late", "late"];
    if (this.#tooLong) return late;
    const rows = [...this.component.rows.keys()];
    const part = budget.part(rows.length <= MANY_ROWS ? Number.POSITIVE_INFINITY : RANGE_WORK);
    const found = within(() => this.exact("many", budget).range(rows, xs, cs, part));
    this.#tooLong = !found && part.isSpent;
    return found ?? late;
  }

  /** Whether no way leads from a variable through rows back to itself. */
  get isTree(): boolean {
    this.#links ??= linksOf(this.component, [...this.component.rows.keys()]) ?? "cycle";
    return this.#links !== "cycle";
  }

  #linksOf(sources: readonly number[]): readonly Link[] | undefined {
    if (this.isTree && sources.length === this.sources.length) return this.#links as readonly Link[];
    this.#backgroundCycle ??= !this.isTree && linksOf(this.component, this.background) === undefined;
    return this.#backgroundCycle ? undefined : linksOf(this.component, this.rows(sources));
  }

  /**
   * Exact propagation through all rows; `exact` where its intervals are known to be the narrowest. Undefined where they
   * cannot all hold. Where the work ends first, what was reached.
   */
  enclosed(budget: Budget): { bounds: Propagation; exact: boolean } | undefined {
    if (this.#enclosed) return this.#enclosed.clash ? undefined : this.#enclosed;
    const { component } = this;
    const { variables, rows } = component;
    const links = this.isTree ? (this.#links as readonly Link[]) : undefined;
    const most = (links ? 50 : 20) * variables.length + 1000;
    const bounds = new Propagation(component, { numbers: "exact", gain: links ? 0 : 1e-6, most });
    const clash =
      rows.some((row, at) => clashOf(row, at) !== undefined) || within(() => bounds.run(budget)) === false;
    const exact = links !== undefined && isComplete(links, bounds);
    if (clash || bounds.settled) this.#enclosed = { bounds, exact, clash };
    return clash ? undefined : { bounds, exact };
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

  /** The same questions about nothing but the rows of a proof: an oracle, the proof for it, and the way back. */
  within(proof: Proof): { oracle: Oracle; proof: Proof; lift: (proof: Proof) => Proof } {
    const rows = [...new Set([...proof.keys()].map(rowOf))].sort((a, b) => a - b);
    const places = new Map(rows.map((row, i) => [row, i]));
    const own = part(this.component, rows);
    return {
      oracle: new Oracle(own),
      proof: new Map(
        [...proof].map(([side, times]) => [sideOf(places.get(rowOf(side)) as number, isUpper(side)), times]),
      ),
      lift: (inner) => lifted(inner, rows),
    };
  }

  #region(sources: readonly number[]): readonly number[] | undefined {
    this.#regions ??= new Regions(this.component, this.background);
    return this.#regions.around(sources.flatMap((source) => this.rowsOf[source] as readonly number[]));
  }

  /** Everything else is background: whether that can hold is found out once. */
  #askRegion(sources: readonly number[], region: readonly number[], budget: Budget): Answer {
    this.#alone ??= this.#askAll([], budget);
    const alone = this.#alone;
    if ("proof" in alone) return alone;
    const own = part(this.component, region);
    const answer = new Oracle(own).#askAll([...sources.keys()], budget);
    if ("proof" in answer) return { proof: lifted(answer.proof, region) };
    const { variables } = this.component;
    return {
      get values() {
        const values = [...alone.values];
        const places = new Map(variables.map((variable, x) => [variable, x]));
        own.variables.forEach((variable, x) => {
          values[places.get(variable) as number] = answer.values[x] as Fraction;
        });
        return values;
      },
    };
  }
}
