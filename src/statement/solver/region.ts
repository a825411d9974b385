import type { Component, Row } from "./rows.js";

/**
 * Finds the rows that matter to a question about few statements: those tied to them, directly or through definitions and
 * limits. Without the statements in between, a system falls into many such regions.
 */
export class Regions {
  readonly #component: Component;
  /** The definitions and limits of each variable. */
  readonly #uses: readonly (readonly number[])[];

  constructor(component: Component, background: readonly number[]) {
    this.#component = component;
    const uses: number[][] = component.variables.map(() => []);
    for (const at of background) {
      for (const x of (component.rows[at] as Row).xs) (uses[x] as number[]).push(at);
    }
    this.#uses = uses;
  }

  /** These rows and all that are tied to them, in order; undefined where that is more than half of the variables. */
  around(rows: Iterable<number>): readonly number[] | undefined {
    const taken = new Set<number>();
    const known = new Set<number>();
    const waiting: number[] = [];
    const take = (at: number): void => {
      if (taken.has(at)) return;
      taken.add(at);
      for (const x of (this.#component.rows[at] as Row).xs) {
        if (known.has(x)) continue;
        known.add(x);
        waiting.push(x);
      }
    };
    for (const at of rows) take(at);
    for (let x = waiting.pop(); x !== undefined; x = waiting.pop()) {
      if (2 * known.size > this.#component.variables.length) return undefined;
      for (const at of this.#uses[x] as readonly number[]) take(at);
    }
    return [...taken].sort((a, b) => a - b);
  }
}
