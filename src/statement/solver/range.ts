import { Ratio } from "../../exact/ratio.js";
import { Budget } from "./budget.js";
import { statementsOf } from "./certificate.js";
import type { Extreme } from "./exact.js";
import { Fraction } from "./fraction.js";
import { oraclesOf } from "./known.js";
import type { Oracle } from "./oracle.js";
import type { Propagation } from "./propagate.js";
import { form } from "./rows.js";
import type { Limits, Range, RangeEnd, System, Term } from "./system.js";

/**
 * The narrowest interval of a sum that all constraints allow which are tied to its variables, directly or through
 * others, and the statements that make its ends; undefined where it shows that those constraints cannot all be true. An
 * end is missing where nothing limits the sum. With `exact` false, where the work did not suffice for the exact
 * simplex, the interval is that of propagation: true, but it may be wider, and whether the constraints can all be true was
 * not decided.
 * @throws FigureError "bad-option" for a variable that is not there
 */
export function range(
  system: System,
  terms: readonly Term[],
  limits: Limits = {},
  budget: Budget = new Budget(limits, 10),
): Range | undefined {
  const { xs, cs } = form({ id: "the range", terms }, system.variables.length);
  let lower: RangeEnd | undefined = { value: Ratio.ZERO, open: false, sources: [] };
  let upper: RangeEnd | undefined = lower;
  let exact = true;
  // A sum over several parts of the system is at its end where each of its own parts is.
  for (const oracle of oraclesOf(system)) {
    const own = ownForm(oracle, xs, cs);
    if (own.xs.length === 0) continue;
    const ends = endsOf(oracle, own, budget);
    if (!ends) return undefined;
    exact &&= ends.exact;
    lower = plus(oracle, lower, ends.lower);
    upper = plus(oracle, upper, ends.upper);
  }
  return { ...(lower && { lower }), ...(upper && { upper }), exact };
}

interface Ends {
  readonly lower: Extreme | undefined;
  readonly upper: Extreme | undefined;
  readonly exact: boolean;
}

interface Form {
  readonly xs: readonly number[];
  readonly cs: readonly Fraction[];
}

function endsOf(oracle: Oracle, own: Form, budget: Budget): Ends | undefined {
  if (own.xs.length === 1 && oracle.isTree) {
    const enclosed = oracle.enclosed(budget);
    if (!enclosed) return undefined;
    const { bounds, exact } = enclosed;
    if (exact) return { lower: enclosure(bounds, own, false), upper: enclosure(bounds, own, true), exact };
  }
  const found = oracle.ends(own.xs, own.cs, budget);
  if (found === "clash") return undefined;
  const [lower, upper] = found;
  const exact = lower !== "late" && upper !== "late";
  if (exact) return { lower, upper, exact };
  const bounds = oracle.enclosed(budget)?.bounds;
  if (!bounds) return undefined;
  return {
    lower: lower === "late" ? enclosure(bounds, own, false) : lower,
    upper: upper === "late" ? enclosure(bounds, own, true) : upper,
    exact,
  };
}

/** The sum of the propagated ends. */
function enclosure(bounds: Propagation, { xs, cs }: Form, upper: boolean): Extreme | undefined {
  let value = Fraction.ZERO;
  let open = false;
  const starts: [number, Fraction][] = [];
  for (const [i, x] of xs.entries()) {
    const c = cs[i] as Fraction;
    const up = c.sign > 0 === upper;
    const end = bounds.end(x, up);
    if (!end) return undefined;
    value = value.plus(c.times(end.value));
    open ||= end.open;
    starts.push([2 * x + (up ? 1 : 0), c.abs()]);
  }
  return { value, open, proof: bounds.unwind(starts) };
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

function plus(oracle: Oracle, to: RangeEnd | undefined, end: Extreme | undefined): RangeEnd | undefined {
  if (!to || !end) return undefined;
  return {
    value: to.value.add(end.value.toRatio()).reduced(),
    open: to.open || end.open,
    sources: [...new Set([...to.sources, ...statementsOf(oracle.component, end.proof)])],
  };
}
