import { type Budget, within } from "./budget.js";
import { addTo, lifted, type Proof, rowOf, sideOf } from "./certificate.js";
import { Exact } from "./exact.js";
import { Fraction } from "./fraction.js";
import type { Margin } from "./margin.js";
import type { Propagation } from "./propagate.js";
import { proves, remainder } from "./proven.js";
import { type Component, part } from "./rows.js";
import { largest } from "./sparse.js";

/** Rows that the exact simplex is asked about, when doubles believe that these alone clash. */
const MOST_ROWS = 1500;

/**
 * A proof from multipliers that doubles believe in: the rows that carry weight, put to the exact simplex; or, where
 * these can hold, all multipliers as fractions, what does not cancel made up for by propagated bounds (Neumaier &
 * Shcherbina, Safe bounds in linear and mixed-integer linear programming, 2004). Undefined where neither proves it.
 */
export function provenGuess(
  component: Component,
  found: Margin,
  bounds: Propagation,
  budget: Budget,
): Proof | undefined {
  return within(() => fromSupport(component, found, bounds, budget)) ?? fromAll(component, found, bounds);
}

function fromSupport(
  component: Component,
  found: Margin,
  bounds: Propagation,
  budget: Budget,
): Proof | undefined {
  const used = new Set<number>();
  const most = largest(found.multipliers);
  found.origins.forEach(({ side, bound }, i) => {
    if ((found.multipliers[i] as number) < 1e-6 * most) return;
    if (side !== undefined) used.add(rowOf(side));
    else if (bound !== undefined)
      for (const key of bounds.unwind([[bound, Fraction.ONE]]).keys()) used.add(rowOf(key));
  });
  const weight = largest(found.equationMultipliers);
  found.equations.forEach(({ row }, k) => {
    if (Math.abs(found.equationMultipliers[k] as number) > 1e-7 * weight) used.add(row);
  });
  if (used.size > MOST_ROWS) return undefined;
  const rows = [...used].sort((a, b) => a - b);
  const answer = new Exact(part(component, rows), budget).solve([...rows.keys()], budget);
  return "proof" in answer ? lifted(answer.proof, rows) : undefined;
}

function fromAll(component: Component, found: Margin, bounds: Propagation): Proof | undefined {
  const proof = new Map<number, Fraction>();
  const most = largest(found.multipliers);
  found.origins.forEach(({ side, unit }, i) => {
    const value = found.multipliers[i] as number;
    if (side === undefined || value <= 1e-9 * most) return;
    addTo(proof, side, shortDouble(value / unit));
  });
  found.equations.forEach(({ row, unit }, k) => {
    const value = (found.equationMultipliers[k] as number) / unit;
    if (value !== 0) addTo(proof, sideOf(row, value > 0), shortDouble(Math.abs(value)));
  });
  const starts: [number, Fraction][] = [];
  for (const [x, times] of remainder(component.rows, proof)) {
    if (times.isZero) continue;
    const upper = times.sign < 0;
    if (!bounds.end(x, upper)) return undefined;
    starts.push([2 * x + (upper ? 1 : 0), times.abs()]);
  }
  for (const [side, times] of bounds.unwind(starts)) addTo(proof, side, times);
  return proves(component, proof) ? proof : undefined;
}

/** A double of so few bits that its products stay short. */
function shortDouble(x: number): Fraction {
  const unit = 2 ** (Math.floor(Math.log2(x)) - 30);
  return Fraction.double(Math.round(x / unit) * unit);
}
