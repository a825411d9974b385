import type { Constraint } from "../../src/statement/solver/index.js";
import { minus, over, plus, type Rational, rational } from "./rational.js";

/** Σ times × x ≤ bound, or < where open. */
interface Inequality {
  readonly terms: readonly Rational[];
  readonly bound: Rational;
  readonly open: boolean;
}

const ZERO = rational(0n);
const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));
const least = ({ n, d }: Rational): Rational => {
  const common = divisor(n, d);
  return { n: n / common, d: d / common };
};

function inequalities(constraints: readonly Constraint[], count: number): Inequality[] {
  return constraints.flatMap(({ terms, lower, upper }) => {
    const sums = Array.from({ length: count }, () => ZERO);
    for (const { variable, times: c } of terms) {
      sums[variable] = least(plus(sums[variable] as Rational, rational(c.num, c.den)));
    }
    const made: Inequality[] = [];
    if (upper) {
      made.push({ terms: sums, bound: rational(upper.value.num, upper.value.den), open: upper.open });
    }
    if (lower) {
      const bound = minus(ZERO, rational(lower.value.num, lower.value.den));
      made.push({ terms: sums.map((c) => minus(ZERO, c)), bound, open: lower.open });
    }
    return made;
  });
}

/** The inequalities without one of their variables, each once; of parallel ones only the narrowest. */
function without(rows: readonly Inequality[], x: number): Inequality[] {
  const narrowest = new Map<string, Inequality>();
  const keep = (row: Inequality): void => {
    const first = row.terms.find(({ n }) => n !== 0n);
    const size = first ? { n: first.n < 0n ? -first.n : first.n, d: first.d } : rational(1n);
    const terms = row.terms.map((c) => least(over(c, size)));
    const bound = least(over(row.bound, size));
    const key = terms.map(({ n, d }) => `${n}/${d}`).join(" ");
    const had = narrowest.get(key);
    const gap = had ? minus(bound, had.bound).n : -1n;
    if (gap < 0n || (gap === 0n && row.open)) narrowest.set(key, { terms, bound, open: row.open });
  };
  const of = (sign: 1 | -1) => rows.filter(({ terms }) => (terms[x] as Rational).n * BigInt(sign) > 0n);
  for (const row of rows) if ((row.terms[x] as Rational).n === 0n) keep(row);
  for (const above of of(1)) {
    for (const below of of(-1)) {
      const [a, b] = [above.terms[x] as Rational, minus(ZERO, below.terms[x] as Rational)];
      keep({
        terms: above.terms.map((c, i) => plus(over(c, a), over(below.terms[i] as Rational, b))),
        bound: plus(over(above.bound, a), over(below.bound, b)),
        open: above.open || below.open,
      });
    }
  }
  return [...narrowest.values()];
}

/** Whether constraints can all be true, by Fourier–Motzkin elimination: the oracle of small systems. */
export function feasible(constraints: readonly Constraint[], count: number): boolean {
  let rows = inequalities(constraints, count);
  for (let x = 0; x < count; x++) rows = without(rows, x);
  return rows.every(({ bound, open }) => bound.n > 0n || (bound.n === 0n && !open));
}

/** The ends of one variable by eliminating all others; "none" where they cannot all be true. */
export function extent(constraints: readonly Constraint[], count: number, x: number) {
  if (!feasible(constraints, count)) return "none" as const;
  let rows = inequalities(constraints, count);
  for (let y = 0; y < count; y++) if (y !== x) rows = without(rows, y);
  let [lower, upper]: ({ value: Rational; open: boolean } | undefined)[] = [];
  for (const { terms, bound, open } of rows) {
    const c = terms[x] as Rational;
    if (c.n === 0n) continue;
    const value = least(over(bound, c));
    if (c.n > 0n) {
      const gap = upper ? minus(value, upper.value).n : -1n;
      if (gap < 0n || (gap === 0n && open)) upper = { value, open };
    } else {
      const gap = lower ? minus(value, lower.value).n : 1n;
      if (gap > 0n || (gap === 0n && open)) lower = { value, open };
    }
  }
  return { lower, upper };
}

/** All minimal sets of sources whose statements cannot be true together, by trying every set, the smaller first. */
export function minimalConflicts(constraints: readonly Constraint[], count: number): string[][] {
  const sources = [
    ...new Set(constraints.filter(({ kind }) => kind === "statement").map(({ source }) => source)),
  ];
  const sets = Array.from({ length: 2 ** sources.length }, (_, mask) => mask);
  const size = (mask: number) => sources.filter((_, i) => mask & (1 << i)).length;
  const found: number[] = [];
  for (const mask of sets.sort((a, b) => size(a) - size(b))) {
    if (found.some((smaller) => (mask & smaller) === smaller)) continue;
    const chosen = constraints.filter(
      ({ kind, source }) => kind !== "statement" || mask & (1 << sources.indexOf(source)),
    );
    if (!feasible(chosen, count)) found.push(mask);
  }
  return found.map((mask) => sources.filter((_, i) => mask & (1 << i)));
}
