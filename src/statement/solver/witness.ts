import type { Budget } from "./budget.js";
import { Fraction } from "./fraction.js";
import { Ldl } from "./ldl.js";
import type { Margin } from "./margin.js";
import { keeps } from "./proven.js";
import type { Component, Row } from "./rows.js";
import { largest } from "./sparse.js";

/**
 * Fractions near the point that doubles found: what is never a whole is taken as it is, wholes are computed from it, and
 * every row is checked. Undefined where one of them is not kept.
 */
export function witness(
  component: Component,
  rows: readonly number[],
  found: Margin,
  budget: Budget,
): Fraction[] | undefined {
  const equations = found.equations.map(({ row }) => component.rows[row] as Row);
  const point = ontoEquations(equations, found, budget);
  const values = complete(equations, found.middles.length, (x) => {
    const width = found.widths[x] as number;
    const places = Math.ceil(12 - Math.log10(width));
    const steps = Math.round((point[x] as number) * width * 10 ** places);
    if (!Number.isSafeInteger(steps) || Math.abs(places) > 300) return found.middles[x] as Fraction;
    const power = 10n ** BigInt(Math.abs(places));
    const unit = places >= 0 ? Fraction.big(1n, power) : Fraction.big(power);
    return (found.middles[x] as Fraction).plus(Fraction.of(steps).times(unit));
  });
  return values && rows.every((at) => keeps(component.rows[at] as Row, values)) ? values : undefined;
}

/** Moves the point as little as possible, measured in widths, until the equations hold as well as doubles can say. */
function ontoEquations(
  equations: readonly Row[],
  { point, widths, middles }: Margin,
  budget: Budget,
): Float64Array {
  const [count, e] = [point.length, equations.length];
  if (e === 0) return point;
  const factors = equations.map(({ xs, cs }) =>
    cs.map((c, i) => c.toNumber() * (widths[xs[i] as number] as number)),
  );
  const units = factors.map((own) => largest(own));
  const rights = equations.map(({ xs, cs, lower }, k) => {
    let rest = lower as Fraction;
    xs.forEach((x, i) => {
      rest = rest.minus((cs[i] as Fraction).times(middles[x] as Fraction));
    });
    return rest.toNumber() / (units[k] as number);
  });
  const pairs = equations.flatMap(({ xs }, k) => xs.map((x): [number, number] => [x, count + k]));
  const ldl = Ldl.of(count + e, pairs, count, Number.POSITIVE_INFINITY);
  if (!ldl) return point;
  const entries = Float64Array.from(factors.flatMap((own, k) => own.map((c) => c / (units[k] as number))));
  ldl.factor(entries, new Float64Array(count + e).fill(1, 0, count).fill(-1e-12, count), budget);
  const moved = Float64Array.from(point);
  let last = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6; round++) {
    const right = new Float64Array(count + e);
    let worst = 0;
    equations.forEach(({ xs }, k) => {
      let rest = rights[k] as number;
      xs.forEach((x, i) => {
        rest -= ((factors[k]?.[i] as number) / (units[k] as number)) * (moved[x] as number);
      });
      right[count + k] = rest;
      worst = Math.max(worst, Math.abs(rest));
    });
    if (worst < 1e-15 || worst > last / 2) break;
    last = worst;
    const step = ldl.solve(right);
    for (let x = 0; x < count; x++) moved[x] = (moved[x] as number) + (step[x] as number);
  }
  return moved;
}

/** Values for all: first freely for what is no whole, and wherever an equation has one unknown left, from it. */
function complete(
  equations: readonly Row[],
  count: number,
  free: (x: number) => Fraction,
): Fraction[] | undefined {
  const values: (Fraction | undefined)[] = new Array(count).fill(undefined);
  const unknown = Int32Array.from(equations, ({ xs }) => xs.length);
  const uses: number[][] = Array.from({ length: count }, () => []);
  const whole = new Uint8Array(count);
  equations.forEach(({ xs, cs }, k) => {
    for (const x of xs) (uses[x] as number[]).push(k);
    const positive = cs.filter(({ sign }) => sign > 0).length;
    const alone = positive === 1 ? 1 : positive === cs.length - 1 ? -1 : 0;
    const at = Math.max(
      0,
      cs.findIndex(({ sign }) => sign === alone),
    );
    if (xs.length > 0) whole[xs[at] as number] = 1;
  });
  const waiting: number[] = [];
  const set = (x: number, value: Fraction): void => {
    values[x] = value;
    for (const k of uses[x] as readonly number[]) {
      const left = (unknown[k] as number) - 1;
      unknown[k] = left;
      if (left === 1) waiting.push(k);
    }
  };
  const drain = (): void => {
    for (let k = waiting.pop(); k !== undefined; k = waiting.pop()) {
      const { xs, cs, lower } = equations[k] as Row;
      let rest = lower as Fraction;
      let last = -1;
      xs.forEach((x, i) => {
        const value = values[x];
        if (value) rest = rest.minus((cs[i] as Fraction).times(value));
        else last = i;
      });
      if (last >= 0) set(xs[last] as number, rest.over(cs[last] as Fraction));
    }
  };
  equations.forEach(({ xs }, k) => {
    if (xs.length === 1) waiting.push(k);
  });
  drain();
  for (const wholes of [0, 1]) {
    for (let x = 0; x < count; x++) {
      if (values[x] || whole[x] !== wholes) continue;
      set(x, free(x));
      drain();
    }
  }
  return values as Fraction[];
}
