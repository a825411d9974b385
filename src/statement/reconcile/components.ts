import type { Constraint, System } from "../solver/system.js";

/** The parts of a system that share no unknown, those with the fewest constraints first. */
export function components({ variables, constraints }: System): System[] {
  const parent = variables.map((_, i) => i);
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { terms } of constraints) {
    const first = terms[0];
    for (const { variable } of terms) {
      if (first !== undefined) parent[root(variable)] = root(first.variable);
    }
  }
  const own = new Map<number, { readonly names: string[]; readonly all: Constraint[] }>();
  const places = variables.map((name, i) => {
    const key = root(i);
    const part = own.get(key) ?? { names: [], all: [] };
    own.set(key, part);
    return part.names.push(name) - 1;
  });
  for (const constraint of constraints) {
    const first = constraint.terms[0];
    if (first === undefined) continue;
    own.get(root(first.variable))?.all.push({
      ...constraint,
      terms: constraint.terms.map(({ variable, times }) => ({ variable: places[variable] as number, times })),
    });
  }
  return [...own.values()]
    .filter(({ all }) => all.some(({ kind }) => kind === "statement"))
    .map(({ names, all }) => ({ variables: names, constraints: all }))
    .sort((a, b) => a.constraints.length - b.constraints.length);
}
