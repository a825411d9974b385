import { Ratio } from "../../exact/ratio.js";
import { Budget, within } from "./budget.js";
import { statementsOf } from "./certificate.js";
import type { Extreme } from "./exact.js";
import type { Fraction } from "./fraction.js";
import { oraclesOf } from "./known.js";
import type { Oracle } from "./oracle.js";
import { form } from "./rows.js";
import type { Limits, Range, RangeEnd, System, Term } from "./system.js";

/**
 * The narrowest interval of a sum that all constraints allow which are tied to its variables, directly or through
 * others, and the statements that make its ends; undefined where those constraints cannot all be true. An end is missing
 * where nothing limits the sum, or, with `exact` false, where the time did not suffice.
 * @throws FigureError "bad-option" for a variable that is not there
 */
export function range(system: System, terms: readonly Term[], limits: Limits = {}): Range | undefined {
  const budget = new Budget(limits, 10_000);
  const { xs, cs } = form({ id: "the range", terms }, system.variables.length);
  let lower: RangeEnd | undefined = { value: Ratio.ZERO, open: false, sources: [] };
  let upper: RangeEnd | undefined = lower;
  let exact = true;
  // A sum over several parts of the system is at its end where each of its own parts is.
  for (const oracle of oraclesOf(system)) {
    const own = ownForm(oracle, xs, cs);
    if (own.xs.length === 0) continue;
    const rows = oracle.rows(oracle.sources.keys());
    const ends = within(() => oracle.exact(budget).range(rows, own.xs, own.cs, budget)) ?? ["late", "late"];
    if (ends === "clash") return undefined;
    exact &&= !ends.includes("late");
    lower = plus(oracle, lower, ends[0]);
    upper = plus(oracle, upper, ends[1]);
  }
  return { ...(lower && { lower }), ...(upper && { upper }), exact };
}

function ownForm(oracle: Oracle, xs: readonly number[], cs: readonly Fraction[]) {
  const own: { xs: number[]; cs: Fraction[] } = { xs: [], cs: [] };
  xs.forEach((x, i) => {
    const at = oracle.component.variables.indexOf(x);
    if (at < 0) return;
    own.xs.push(at);
    own.cs.push(cs[i] as Fraction);
  });
  return own;
}

function plus(
  oracle: Oracle,
  to: RangeEnd | undefined,
  end: Extreme | "late" | undefined,
): RangeEnd | undefined {
  if (!to || !end || end === "late") return undefined;
  return {
    value: to.value.add(end.value.toRatio()).reduced(),
    open: to.open || end.open,
    sources: [...new Set([...to.sources, ...statementsOf(oracle.component, end.proof)])],
  };
}
