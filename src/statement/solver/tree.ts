import { Fraction } from "./fraction.js";
import type { Propagation } from "./propagate.js";
import { type Component, type Row, root } from "./rows.js";

/** Rows on the same two variables, or one row on more. */
export interface Link {
  readonly xs: readonly number[];
  readonly rows: readonly Row[];
}

/**
 * The links between variables where they form trees (no way from a variable back to itself but the one it came by);
 * undefined where there is a cycle. On trees propagation alone decides.
 */
export function linksOf(component: Component, rows: readonly number[]): readonly Link[] | undefined {
  const links: { xs: readonly number[]; rows: Row[] }[] = [];
  const pairs = new Map<number, { xs: readonly number[]; rows: Row[] }>();
  const count = component.variables.length;
  const parent = Int32Array.from(component.variables, (_, x) => x);
  for (const at of rows) {
    const row = component.rows[at] as Row;
    const { xs } = row;
    if (xs.length < 2) continue;
    const link = { xs, rows: [row] };
    if (xs.length === 2) {
      const key = Math.min(...xs) * count + Math.max(...xs);
      const had = pairs.get(key);
      if (had) {
        had.rows.push(row);
        continue;
      }
      pairs.set(key, link);
    }
    links.push(link);
    for (let i = 1; i < xs.length; i++) {
      const [a, b] = [root(parent, xs[0] as number), root(parent, xs[i] as number)];
      if (a === b) return undefined;
      parent[b] = a;
    }
  }
  return links;
}

/**
 * Whether a propagation has found the narrowest intervals. On trees it has when it came to its end, where a link is one
 * row: every value in an interval has partners in the others. It also has where all rows of a link let one variable grow
 * with the other, or all let it fall, between finite ends: at both corners of the box no lower line then lies above an
 * upper line, and so it is between them, unless they are one line with an open end.
 */
export function isComplete(links: readonly Link[], bounds: Propagation): boolean {
  if (!bounds.settled || bounds.widened) return false;
  return links.every(({ xs: [a, b], rows }) => {
    if (rows.length === 1) return true;
    const falls = ({ cs }: Row) => (cs[0] as Fraction).sign === (cs[1] as Fraction).sign;
    if (rows.some((row) => falls(row) !== falls(rows[0] as Row))) return false;
    const [box, other] = [a as number, b as number].map(
      (x): Span => ({
        lower: bounds.end(x, false),
        upper: bounds.end(x, true),
      }),
    ) as [Span, Span];
    if (!box.lower || !box.upper || !other.lower || !other.upper) return false;
    const middle = box.lower.value.plus(box.upper.value).times(Fraction.of(1, 2));
    const values: (Fraction | undefined)[] = [];
    values[a as number] = middle;
    let span = other;
    for (const row of rows) span = meet(span, allowed(row, b as number, values));
    return (
      span.lower !== undefined && span.upper !== undefined && span.lower.value.compare(span.upper.value) < 0
    );
  });
}

interface End {
  readonly value: Fraction;
  readonly open: boolean;
}

/** An interval; an end that is missing does not limit. */
interface Span {
  readonly lower: End | undefined;
  readonly upper: End | undefined;
}

/**
 * Values from link to link, each between what propagation left and what the values before it allow. After a propagation
 * that came to its end on trees there is always one; whether the values hold is for the caller to see.
 */
export function valuesOnTrees(
  count: number,
  links: readonly Link[],
  bounds: Propagation,
): Fraction[] | undefined {
  const values: (Fraction | undefined)[] = new Array(count).fill(undefined);
  const linksAt: number[][] = Array.from({ length: count }, () => []);
  links.forEach(({ xs }, i) => {
    for (const x of xs) (linksAt[x] as number[]).push(i);
  });
  const done = new Uint8Array(links.length);
  const box = (x: number): Span => ({ lower: bounds.end(x, false), upper: bounds.end(x, true) });
  for (let start = 0; start < count; start++) {
    if (values[start]) continue;
    values[start] = between(box(start));
    if (!values[start]) return undefined;
    const waiting = [start];
    for (let x = waiting.pop(); x !== undefined; x = waiting.pop()) {
      for (const at of linksAt[x] as readonly number[]) {
        if (done[at]) continue;
        done[at] = 1;
        const { xs, rows } = links[at] as Link;
        const open = xs.filter((y) => !values[y]);
        const [first, ...others] = rows as [Row, ...Row[]];
        if (!(others.length === 0 ? fill(first, values, box) : meetAll(rows, values, open, box)))
          return undefined;
        for (const y of open) waiting.push(y);
      }
    }
  }
  return values as Fraction[];
}

/** A value for the one variable that has none, from rows on the same two. */
function meetAll(
  rows: readonly Row[],
  values: (Fraction | undefined)[],
  open: readonly number[],
  box: (x: number) => Span,
): boolean {
  for (const y of open) {
    let span = box(y);
    for (const row of rows) span = meet(span, allowed(row, y, values));
    values[y] = between(span);
    if (!values[y]) return false;
  }
  return true;
}

/** What the terms without a value can be together, at least or at most. */
class Rest {
  #sum = Fraction.ZERO;
  #missing = 0;
  #open = 0;

  add(c: Fraction, end: End | undefined, sign: 1 | -1): void {
    if (!end) this.#missing += sign;
    else {
      const own = c.times(end.value);
      this.#sum = sign > 0 ? this.#sum.plus(own) : this.#sum.minus(own);
      if (end.open) this.#open += sign;
    }
  }

  /** What is left of an end of the row. */
  from(end: Fraction | undefined, open: boolean, fixed: Fraction): End | undefined {
    if (!end || this.#missing > 0) return undefined;
    return { value: end.minus(fixed).minus(this.#sum), open: open || this.#open > 0 };
  }
}

/** Values for the variables of a row that have none, one after the other, each leaving room for the rest. */
function fill(row: Row, values: (Fraction | undefined)[], box: (x: number) => Span): boolean {
  const { xs, cs } = row;
  const [least, largest] = [new Rest(), new Rest()];
  let fixed = Fraction.ZERO;
  const open: { readonly x: number; readonly c: Fraction; readonly span: Span }[] = [];
  const count = (c: Fraction, span: Span, sign: 1 | -1): void => {
    least.add(c, c.sign > 0 ? span.lower : span.upper, sign);
    largest.add(c, c.sign > 0 ? span.upper : span.lower, sign);
  };
  for (const [i, x] of xs.entries()) {
    const c = cs[i] as Fraction;
    const value = values[x];
    if (value) fixed = fixed.plus(c.times(value));
    else {
      const span = box(x);
      open.push({ x, c, span });
      count(c, span, 1);
    }
  }
  for (const { x, c, span } of open) {
    count(c, span, -1);
    const ends = [
      largest.from(row.lower, row.lowerOpen, fixed),
      least.from(row.upper, row.upperOpen, fixed),
    ].map((end) => end && { value: end.value.over(c), open: end.open });
    const [lower, upper] = c.sign > 0 ? ends : ends.reverse();
    const value = between(meet(span, { lower, upper }));
    if (!value) return false;
    values[x] = value;
    fixed = fixed.plus(c.times(value));
  }
  return true;
}

/** What a row of two variables allows y to be, with the value that the other has. */
function allowed(
  { xs, cs, lower, upper, lowerOpen, upperOpen }: Row,
  y: number,
  values: readonly (Fraction | undefined)[],
): Span {
  const own = xs[0] === y ? 0 : 1;
  const c = cs[own] as Fraction;
  const rest = (cs[1 - own] as Fraction).times(values[xs[1 - own] as number] as Fraction);
  const at = (end: Fraction | undefined, open: boolean): End | undefined =>
    end && { value: end.minus(rest).over(c), open };
  const [low, high] = [at(lower, lowerOpen), at(upper, upperOpen)];
  return c.sign > 0 ? { lower: low, upper: high } : { lower: high, upper: low };
}

function meet(a: Span, b: Span): Span {
  const narrower = (p: End | undefined, q: End | undefined, sign: 1 | -1): End | undefined => {
    if (!p || !q) return p ?? q;
    const order = sign * p.value.compare(q.value);
    return order > 0 || (order === 0 && p.open) ? p : q;
  };
  return { lower: narrower(a.lower, b.lower, 1), upper: narrower(a.upper, b.upper, -1) };
}

/** A short number in the span, near its middle; undefined where the span is empty. */
export function between({ lower, upper }: Span): Fraction | undefined {
  if (!lower && !upper) return Fraction.ZERO;
  if (!lower || !upper) {
    const end = (lower ?? upper) as End;
    return end.open ? end.value.plus(lower ? Fraction.ONE : Fraction.MINUS_ONE) : end.value;
  }
  const order = lower.value.compare(upper.value);
  if (order > 0 || (order === 0 && (lower.open || upper.open))) return undefined;
  if (order === 0) return lower.value;
  const middle = lower.value.plus(upper.value).times(Fraction.of(1, 2));
  const width = upper.value.minus(lower.value).toNumber();
  const places = Math.ceil(1 - Math.log10(width));
  if (places > 300 || places < -300) return middle;
  const unit = places >= 0 ? Fraction.big(1n, 10n ** BigInt(places)) : Fraction.big(10n ** BigInt(-places));
  return middle.over(unit).floor().times(unit);
}
