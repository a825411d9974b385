import type { Budget } from "../solver/budget.js";
import type { Oracle } from "../solver/oracle.js";
import type { Answer } from "../solver/search.js";

/**
 * Up to so many rows the warm exact simplex answers: of trade figures it decides thousands in a second or two, and
 * question after question, also where two figures only touch at an end that one of them excludes, which no guess in
 * doubles can tell.
 */
const EXACT_ROWS = 40_000;

/** Whether these sources can all be true: values with which they are, or a proof that they cannot. @throws Stopped */
export function ask(oracle: Oracle, sources: readonly number[], budget: Budget): Answer {
  return oracle.component.rows.length <= EXACT_ROWS
    ? oracle.exact("many", budget).solve(oracle.rows(sources), budget)
    : oracle.ask(sources, budget);
}
