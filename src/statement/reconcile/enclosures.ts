import { Ratio } from "../../exact/ratio.js";
import type { RoundingMode } from "../../exact/rounding.js";
import type { Constraint, Enclosure, End, System } from "../solver/system.js";

/** Bounds of a variable while they are tightened. */
interface Bounds {
  lower: End | undefined;
  upper: End | undefined;
}

/** Tightenings per constraint, on average, before the rest is left as it is: what is found until then is true. */
const ROUNDS = 40;
/** A bound moves only by more than this share of what is left: chains would creep for ever. */
const LEAST = Ratio.of(1n, 100_000n);
/** Longer fractions are rounded outwards. */
const LONG = 1n << 160n;

/**
 * An interval that holds each variable, from one constraint at a time until none tightens another: exact numbers, rounded
 * outwards where they grow long, so that nothing that is possible is left out. Where constraints contradict one another
 * the intervals of the variables concerned are those from before.
 */
export function enclosures({ variables, constraints }: System): Enclosure[] {
  const bounds = variables.map((): Bounds => ({ lower: undefined, upper: undefined }));
  const of = variables.map((): number[] => []);
  constraints.forEach(({ terms }, i) => {
    for (const { variable } of terms) (of[variable] as number[]).push(i);
  });
  const queue = constraints.map((_, i) => i);
  const waiting = new Set(queue);
  let left = ROUNDS * constraints.length;
  for (let head = 0; head < queue.length && left > 0; head++, left--) {
    const at = queue[head] as number;
    waiting.delete(at);
    for (const variable of tighten(constraints[at] as Constraint, bounds)) {
      for (const next of of[variable] as number[]) {
        if (next === at || waiting.has(next)) continue;
        waiting.add(next);
        queue.push(next);
      }
    }
  }
  return bounds.map(({ lower, upper }) => ({
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
  }));
}

/** Tightens the variables of one constraint; returns those that moved. */
function tighten({ terms, lower, upper }: Constraint, bounds: readonly Bounds[]): number[] {
  const moved: number[] = [];
  for (const side of ["lower", "upper"] as const) {
    const end = side === "lower" ? lower : upper;
    if (end === undefined) continue;
    // terms ≤ upper: each term is at most upper less the least that the others can be; the other way for lower.
    const others = terms.map(({ variable, times }) => {
      const own = bounds[variable] as Bounds;
      const far = (side === "upper") === times.sign > 0 ? own.lower : own.upper;
      return far === undefined ? undefined : { value: far.value.mul(times), open: far.open };
    });
    const unknown = others.filter((one) => one === undefined).length;
    if (unknown > 1) continue;
    const sum = others.reduce((all, one) => (one === undefined ? all : all.add(one.value)), Ratio.ZERO);
    const opens = others.filter((one) => one?.open === true).length + (end.open ? 1 : 0);
    terms.forEach(({ variable, times }, i) => {
      const other = others[i];
      if (unknown === 1 && other !== undefined) return;
      const rest = other === undefined ? sum : sum.sub(other.value);
      const open = opens - (other?.open === true ? 1 : 0) > 0;
      const to = (side === "upper") === times.sign > 0 ? "upper" : "lower";
      const found = short({ value: end.value.sub(rest).div(times), open }, to);
      if (better(bounds[variable] as Bounds, to, found)) {
        (bounds[variable] as Bounds)[to] = found;
        moved.push(variable);
      }
    });
  }
  return moved;
}

function short({ value, open }: End, side: "lower" | "upper"): End {
  if (value.den < LONG && value.num < LONG && value.num > -LONG) return { value, open };
  const mode: RoundingMode = side === "lower" ? "floor" : "ceil";
  const rounded = Ratio.fromDecimal(value.toDecimal(mode).toSignificantDigits(40, side === "lower" ? 3 : 2));
  return { value: rounded, open: open || !rounded.equals(value) };
}

/** Whether an end narrows, by more than a trifle, and leaves something. */
function better({ lower, upper }: Bounds, side: "lower" | "upper", found: End): boolean {
  const [own, other] = side === "lower" ? [lower, upper] : [upper, lower];
  if (other !== undefined) {
    const order = found.value.compare(other.value) * (side === "lower" ? 1 : -1);
    if (order > 0 || (order === 0 && (found.open || other.open))) return false;
  }
  if (own === undefined) return true;
  const gain = side === "lower" ? found.value.sub(own.value) : own.value.sub(found.value);
  if (gain.sign < 0 || (gain.sign === 0 && (own.open || !found.open))) return false;
  if (gain.sign === 0) return true;
  const size = other === undefined ? own.value.abs() : other.value.sub(own.value).abs();
  return gain.compare(size.mul(LEAST)) > 0 || size.sign === 0;
}
