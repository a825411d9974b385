import { Ratio } from "../../exact/ratio.js";
import { Fraction } from "./fraction.js";
import { type Component, isEquality, type Row } from "./rows.js";
import type { Certificate, CertificateDefinition, CertificateLine, Constraint, System } from "./system.js";

/**
 * How constraints add up to something false, or to a bound: a number above zero for each side of each row used.
 * Keys are `sideOf(row, upper)`.
 */
export type Proof = ReadonlyMap<number, Fraction>;

export const sideOf = (row: number, upper: boolean): number => 2 * row + (upper ? 1 : 0);
export const rowOf = (side: number): number => side >> 1;
export const isUpper = (side: number): boolean => (side & 1) === 1;

/** Adds to one side of a row. */
export function addTo(proof: Map<number, Fraction>, side: number, times: Fraction): void {
  const had = proof.get(side);
  proof.set(side, had ? had.plus(times) : times);
}

/** A proof about some rows as one about all: `rows` says which they were. */
export const lifted = (proof: Proof, rows: readonly number[]): Proof =>
  new Map([...proof].map(([side, times]) => [sideOf(rows[rowOf(side)] as number, isUpper(side)), times]));

/** The rows' sources that are statements, in the order of the rows. */
export function statementsOf(component: Component, proof: Proof): readonly string[] {
  const rows = [...proof.keys()].map(rowOf).sort((a, b) => a - b);
  const sources = rows
    .map((row) => (component.rows[row] as Row).constraint)
    .filter(({ kind }) => kind === "statement")
    .map(({ source }) => source);
  return [...new Set(sources)];
}

/** The sums of both sides, and whether an open end takes part. */
interface Sums {
  readonly lower: Ratio;
  readonly upper: Ratio;
  readonly open: boolean;
}

/** A proof that ends in something false, written down; the multipliers are whole numbers without a common factor. */
export function certificate(system: System, component: Component, proof: Proof): Certificate {
  const scale = wholeFactor([...proof.values()]);
  const lines: CertificateLine[] = [];
  const definitions: CertificateDefinition[] = [];
  const signed = new Map<number, Fraction>();
  const name = (x: number): string => system.variables[component.variables[x] as number] as string;
  const terms = ({ xs, cs }: Row) =>
    xs.map((x, i): [string, string] => [name(x), shown((cs[i] as Fraction).toRatio())]);
  for (const side of [...proof.keys()].sort((a, b) => a - b)) {
    const row = component.rows[rowOf(side)] as Row;
    const times = (proof.get(side) as Fraction).times(scale);
    const { id, kind, source } = row.constraint;
    if (kind === "definition" && isEquality(row)) {
      addTo(signed, rowOf(side), isUpper(side) ? times : times.negated());
      continue;
    }
    const bound = (isUpper(side) ? row.upper : row.lower) as Fraction;
    lines.push({
      [kind]: source,
      id,
      terms: terms(row),
      side: isUpper(side) ? "upper" : "lower",
      bound: shown(bound.toRatio()),
      open: isUpper(side) ? row.upperOpen : row.lowerOpen,
      times: shown(times.toRatio()),
    });
  }
  for (const [at, times] of signed) {
    const row = component.rows[at] as Row;
    if (times.isZero) continue;
    definitions.push({
      says: row.constraint.source,
      id: row.constraint.id,
      terms: terms(row),
      equals: shown((row.lower as Fraction).toRatio()),
      times: shown(times.toRatio()),
    });
  }
  return { lines, definitions, adds: addsOf(sumsOf(lines, definitions)) };
}

/** How far apart the two sides are that a certificate adds up to, relative to the larger. */
export function gapOf({ lines, definitions }: Certificate): Ratio {
  const { lower, upper } = sumsOf(lines, definitions);
  const larger = lower.abs().compare(upper.abs()) > 0 ? lower.abs() : upper.abs();
  return larger.sign === 0 ? Ratio.ZERO : lower.sub(upper).div(larger).reduced();
}

/**
 * Whether a certificate proves that the system's constraints cannot all be true: each line is a constraint of the
 * system, the multipliers have the right sign, every variable cancels, and what is left is false.
 */
export function verify(system: System, { lines, definitions, adds }: Certificate): boolean {
  try {
    const constraints = new Map(system.constraints.map((constraint) => [constraint.id, constraint]));
    const left = new Map<string, Ratio>();
    for (const line of lines) {
      const constraint = constraints.get(line.id);
      const end = constraint?.[line.side];
      if (!constraint || line[constraint.kind] !== constraint.source) return false;
      if (!end?.value.equals(Ratio.fromText(line.bound)) || end.open !== line.open) return false;
      const times = Ratio.fromText(line.times);
      if (times.sign <= 0) return false;
      if (!gather(left, system, constraint, line.terms, line.side === "upper" ? times : times.negated())) {
        return false;
      }
    }
    for (const definition of definitions) {
      const constraint = constraints.get(definition.id);
      const { lower, upper } = constraint ?? {};
      if (!constraint || !lower || !upper || constraint.kind !== "definition") return false;
      const equals = Ratio.fromText(definition.equals);
      if (lower.open || upper.open || !lower.value.equals(equals) || !upper.value.equals(equals))
        return false;
      if (!gather(left, system, constraint, definition.terms, Ratio.fromText(definition.times))) return false;
    }
    const sums = sumsOf(lines, definitions);
    const order = sums.lower.compare(sums.upper);
    return [...left.values()].every(({ sign }) => sign === 0) && (order > 0 || (order === 0 && sums.open))
      ? adds === addsOf(sums)
      : false;
  } catch {
    return false;
  }
}

/** Whether values of the variables, in their order, make every constraint true. */
export function verifyWitness({ variables, constraints }: System, witness: readonly Ratio[]): boolean {
  if (witness.length !== variables.length) return false;
  return constraints.every(({ terms, lower, upper }) => {
    let sum = Ratio.ZERO;
    for (const { variable, times } of terms) sum = sum.add(times.mul(witness[variable] as Ratio));
    const above = lower ? sum.compare(lower.value) : 1;
    const below = upper ? upper.value.compare(sum) : 1;
    return (above > 0 || (above === 0 && !lower?.open)) && (below > 0 || (below === 0 && !upper?.open));
  });
}

/** Adds times × the terms, if they are the constraint's. */
function gather(
  left: Map<string, Ratio>,
  { variables }: System,
  { terms }: Constraint,
  written: Certificate["lines"][number]["terms"],
  times: Ratio,
): boolean {
  const own = new Map<string, Ratio>();
  const add = (to: Map<string, Ratio>, name: string, by: Ratio) =>
    to.set(name, (to.get(name) ?? Ratio.ZERO).add(by));
  for (const { variable, times: factor } of terms) add(own, variables[variable] as string, factor);
  for (const [name, factor] of written) {
    add(own, name, Ratio.fromText(factor).negated());
    add(left, name, Ratio.fromText(factor).mul(times));
  }
  return [...own.values()].every(({ sign }) => sign === 0);
}

function sumsOf(lines: readonly CertificateLine[], definitions: readonly CertificateDefinition[]): Sums {
  let [lower, upper] = [Ratio.ZERO, Ratio.ZERO];
  for (const { side, bound, times } of lines) {
    const by = Ratio.fromText(bound).mul(Ratio.fromText(times));
    if (side === "lower") lower = lower.add(by);
    else upper = upper.add(by);
  }
  for (const { equals, times } of definitions) {
    upper = upper.add(Ratio.fromText(equals).mul(Ratio.fromText(times)));
  }
  return { lower, upper, open: lines.some(({ open }) => open) };
}

const addsOf = ({ lower, upper, open }: Sums): string =>
  `${shown(lower)} ${open ? "<" : "<="} ${shown(upper)}`;

/** "14.45" where its decimals end early, otherwise "n/d". */
function shown(x: Ratio): string {
  const places = x.decimalPlaces();
  return places !== undefined && places <= 40 ? x.toFixed(places, "trunc") : x.toString();
}

/** What makes all of them whole numbers without a common factor. */
function wholeFactor(all: readonly Fraction[]): Fraction {
  let [under, common] = [1n, 0n];
  for (const x of all) under = (under / divisor(under, BigInt(x.d))) * BigInt(x.d);
  for (const x of all) common = divisor(common, (BigInt(x.n) * under) / BigInt(x.d));
  return common === 0n ? Fraction.ONE : Fraction.big(under, common < 0n ? -common : common);
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x < 0n ? -x : x;
}
