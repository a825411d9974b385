import type { Budget } from "./budget.js";
import { hittingSet } from "./hitting.js";
import { type Core, minimal } from "./minimal.js";
import type { Oracle } from "./oracle.js";

/** Answers in a row that brought no new conflict before the last search gives up: there may be as many as products. */
const IN_VAIN = 200;
/** The same where an answer takes longer. */
const IN_VAIN_LARGE = 40;
const LARGE_ROWS = 1500;

/**
 * Finds minimal conflicts of a component in three searches, one after the other, each true as far as it comes: those that
 * have no source in common; then those around each of them, without the others; then all (Liffiton, Previti, Malik &
 * Marques-Silva, Fast, flexible MUS enumeration, Constraints 2016, as a dialogue with minimal hitting sets: what remains
 * without one either holds or has a conflict that was not known).
 */
export class Enumeration {
  readonly oracle: Oracle;
  readonly cores: Core[] = [];
  /** Whether there are no others. */
  complete = false;
  /** What holds together, without the sources of the conflicts that have none in common. */
  #rest: readonly number[] | undefined;
  #disjoint: readonly Core[] = [];
  readonly #most: number;

  constructor(oracle: Oracle, most: number) {
    this.oracle = oracle;
    this.#most = most;
  }

  /** @throws Stopped */
  disjoint(budget: Budget): void {
    let rest = [...this.oracle.sources.keys()];
    for (;;) {
      const answer = this.oracle.ask(rest, budget);
      if (!("proof" in answer)) break;
      const core = minimal(this.oracle, answer.proof, budget);
      this.cores.push(core);
      if (core.sources.size === 0) {
        this.complete = true;
        return;
      }
      if (this.cores.length >= this.#most) return;
      rest = rest.filter((source) => !core.sources.has(source));
    }
    this.complete = this.cores.length === 0;
    this.#rest = rest;
    this.#disjoint = [...this.cores];
  }

  /** @throws Stopped */
  around(budget: Budget): void {
    if (!this.#rest) return;
    for (const { sources } of this.#disjoint) {
      const all = this.#dialogue(new Set([...this.#rest, ...sources]), budget);
      // Around a single one is everywhere.
      this.complete = all && this.#disjoint.length === 1;
    }
  }

  /** @throws Stopped */
  everywhere(budget: Budget): void {
    if (!this.#rest || this.#disjoint.length < 2) return;
    this.complete = this.#dialogue(new Set(this.oracle.sources.keys()), budget);
  }

  /** Finds the conflicts among some sources; whether it found all. */
  #dialogue(among: ReadonlySet<number>, budget: Budget): boolean {
    const { oracle, cores } = this;
    const mended: Set<number>[] = [];
    const inside = ({ sources }: Core): boolean => [...sources].every((source) => among.has(source));
    const patience = oracle.component.rows.length > LARGE_ROWS ? IN_VAIN_LARGE : IN_VAIN;
    for (let vain = 0; vain < patience; vain++) {
      const sets = cores.filter(inside).map(({ sources }) => sources);
      const out = hittingSet(sets, mended, budget);
      if (!out) return true;
      if (cores.length >= this.#most) return false;
      const left = [...among].filter((source) => !out.has(source));
      const answer = oracle.ask(left, budget);
      if ("proof" in answer) {
        cores.push(minimal(oracle, answer.proof, budget));
        vain = -1;
      } else mended.push(out);
    }
    return false;
  }
}
