import { FigureError } from "../../errors.js";
import { Fraction } from "./fraction.js";
import type { Constraint, System } from "./system.js";

/** A constraint as the engines take it: each variable once, none of them times zero. */
export interface Row {
  readonly constraint: Constraint;
  /** Variables of the component. */
  readonly xs: readonly number[];
  readonly cs: readonly Fraction[];
  readonly lower: Fraction | undefined;
  readonly upper: Fraction | undefined;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

/** Variables that rows tie together, directly or through others. */
export interface Component {
  /** The system's variables, by the number that they have here. */
  readonly variables: readonly number[];
  readonly rows: readonly Row[];
}

export const isStatement = (row: Row): boolean => row.constraint.kind === "statement";

/** Exactly one number allowed. */
export const isEquality = (row: Row): boolean =>
  row.lower !== undefined &&
  row.upper !== undefined &&
  !row.lowerOpen &&
  !row.upperOpen &&
  row.lower.compare(row.upper) === 0;

/**
 * The parts of a system that have no variable in common; each can be decided alone. Rows without any variable are a
 * part without variables.
 * @throws FigureError "bad-option" for a name or an id that appears twice, a variable that is not there, or an infinite number
 */
export function components(system: System): readonly Component[] {
  const { variables, constraints } = system;
  for (const { id, terms, lower, upper } of constraints) {
    const finite = [lower?.value, upper?.value, ...terms.map(({ times }) => times)];
    if (finite.some((x) => x && !x.isFinite)) {
      throw new FigureError(
        "bad-option",
        `"${id}" has an infinite number: leave out an end that does not limit`,
      );
    }
  }
  unique(variables, "variable");
  unique(
    constraints.map(({ id }) => id),
    "constraint",
  );
  const parent = Int32Array.from(variables, (_, x) => x);
  const forms = constraints.map((constraint) => form(constraint, variables.length));
  for (const { xs } of forms) {
    for (let i = 1; i < xs.length; i++) {
      const [a, b] = [root(parent, xs[0] as number), root(parent, xs[i] as number)];
      if (a !== b) parent[b] = a;
    }
  }
  const local = new Int32Array(variables.length);
  const parts = new Map<number, { variables: number[]; rows: Row[] }>();
  const part = (key: number) => {
    let found = parts.get(key);
    if (!found) {
      found = { variables: [], rows: [] };
      parts.set(key, found);
    }
    return found;
  };
  variables.forEach((_, x) => {
    const { variables: own } = part(root(parent, x));
    local[x] = own.length;
    own.push(x);
  });
  constraints.forEach((constraint, i) => {
    const { xs, cs } = forms[i] as Form;
    const { lower, upper } = constraint;
    part(xs.length === 0 ? -1 : root(parent, xs[0] as number)).rows.push({
      constraint,
      xs: placed(xs, local),
      cs,
      lower: lower && Fraction.ratio(lower.value),
      upper: upper && Fraction.ratio(upper.value),
      lowerOpen: lower?.open === true,
      upperOpen: upper?.open === true,
    });
  });
  return [...parts.values()];
}

/** The variables' numbers in their component, in the same list: there may be hundreds of thousands. */
function placed(xs: number[], local: Int32Array): readonly number[] {
  for (let i = 0; i < xs.length; i++) xs[i] = local[xs[i] as number] as number;
  return xs;
}

/** The smaller system of some rows and the variables in them; `variables` are then those of the component. */
export function part(component: Component, places: readonly number[]): Component {
  const local = new Map<number, number>();
  const at = (x: number): number => {
    let found = local.get(x);
    if (found === undefined) {
      found = local.size;
      local.set(x, found);
    }
    return found;
  };
  const own = places.map((place) => {
    const row = component.rows[place] as Row;
    return { ...row, xs: row.xs.map(at) };
  });
  return { variables: [...local.keys()].map((x) => component.variables[x] as number), rows: own };
}

interface Form {
  readonly xs: number[];
  readonly cs: Fraction[];
}

/** A sum with each variable once. */
export function form({ id, terms }: Pick<Constraint, "id" | "terms">, count: number): Form {
  const xs: number[] = [];
  const cs: Fraction[] = [];
  const places = terms.length > 16 ? new Map<number, number>() : undefined;
  let zero = false;
  for (const { variable, times } of terms) {
    if (!(Number.isInteger(variable) && variable >= 0 && variable < count)) {
      throw new FigureError("bad-option", `"${id}" names variable ${variable}; there are ${count}, from 0`);
    }
    const at = places ? (places.get(variable) ?? -1) : xs.indexOf(variable);
    const factor = Fraction.ratio(times);
    if (at < 0) {
      places?.set(variable, xs.length);
      xs.push(variable);
      cs.push(factor);
    } else cs[at] = (cs[at] as Fraction).plus(factor);
    zero ||= (cs[at < 0 ? cs.length - 1 : at] as Fraction).isZero;
  }
  if (!zero) return { xs, cs };
  const kept = xs.map((_, i) => i).filter((i) => !(cs[i] as Fraction).isZero);
  return { xs: kept.map((i) => xs[i] as number), cs: kept.map((i) => cs[i] as Fraction) };
}

function unique(names: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      throw new FigureError("bad-option", `two of a kind: ${what} "${name.slice(0, 80)}" must appear once`);
    }
    seen.add(name);
  }
}

/** The name of the tree that x is in; the way there is made shorter. */
export function root(parent: Int32Array, x: number): number {
  let at = x;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] as number] as number;
    at = parent[at] as number;
  }
  return at;
}
