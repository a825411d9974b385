import { facts, openData } from "../../src/data/index.js";
import { figure } from "../../src/notation/figure.js";
import type { Fact, Flow } from "../../src/statement/fact.js";
import { subjectOf } from "../../src/statement/model/print.js";
import type { SlipKind } from "../../src/statement/reconcile/edits.js";
import { type ReconcileOptions, reconcile } from "../../src/statement/reconcile/reconcile.js";

/** One error put into figures that agree: what was changed, and the figures with it. */
export interface PutError {
  readonly kind: SlipKind;
  readonly says: string;
  /** The facts as they were, each with what stands in its place. */
  readonly changes: ReadonlyMap<Fact, Fact>;
  readonly facts: readonly Fact[];
}

export const ERRORS = ["exchange", "relabel", "scale", "swap", "digit"] as const;
type ErrorKind = (typeof ERRORS)[number];

/** An error of that kind in a figure chosen at random; tries figures until one allows it. */
export function putError(kind: ErrorKind, facts: readonly Fact[], next: () => number): PutError {
  const amounts = facts.filter((one) => one.amount !== undefined);
  for (let tries = 0; tries < 10_000; tries++) {
    const fact = amounts[Math.floor(next() * amounts.length)] as Fact;
    const changes = changed(kind, fact, facts, next);
    if (changes === undefined) continue;
    const says = [...changes]
      .map(([was, is]) => `${was.where}: ${textOf(was)} became ${textOf(is)}`)
      .join("; ");
    return { kind, says, changes, facts: facts.map((one) => changes.get(one) ?? one) };
  }
  throw new Error(`no figure allows the error ${kind}`);
}

const textOf = (fact: Fact) => `${fact.flow} ${fact.period.text} ${fact.amount?.shown().value ?? ""}`;

function changed(
  kind: ErrorKind,
  fact: Fact,
  facts: readonly Fact[],
  next: () => number,
): Map<Fact, Fact> | undefined {
  if (kind === "exchange") {
    const other = facts.find(
      (one) =>
        fact.flow !== "total" &&
        one.flow === (fact.flow === "exports" ? "imports" : "exports") &&
        one.area === fact.area &&
        one.partner === fact.partner &&
        one.period.text === fact.period.text &&
        one.amount?.unit === fact.amount?.unit,
    );
    if (other === undefined || other.amount?.show() === fact.amount?.show()) return undefined;
    return new Map([
      [fact, { ...fact, amount: other.amount } as Fact],
      [other, { ...other, amount: fact.amount } as Fact],
    ]);
  }
  if (kind === "relabel") {
    const flows = (["exports", "imports", "total"] as const).filter((flow) => flow !== fact.flow);
    return new Map([[fact, { ...fact, flow: flows[Math.floor(next() * 2)] as Flow }]]);
  }
  const printed = fact.amount as NonNullable<Fact["amount"]> & { digits: string; hedge?: string };
  if (printed.hedge !== undefined) return undefined;
  const scales = ["million", "billion", "trillion"];
  const at = [6, 9, 12].indexOf(printed.scale);
  if (at < 0) return undefined;
  if (kind === "scale") {
    const other = at === 0 ? 1 : at === 2 ? 1 : next() < 0.5 ? 0 : 2;
    return with_(fact, `${printed.digits} ${scales[other]} ${printed.unit}`);
  }
  const digits = [...printed.digits];
  const places = digits.flatMap((sign, i) => (sign === "." ? [] : [i])).slice(0, 9);
  const i = places[Math.floor(next() * places.length)] as number;
  if (kind === "swap") {
    const j = digits[i + 1] === "." ? i + 2 : i + 1;
    if (digits[j] === undefined || digits[j] === digits[i]) return undefined;
    [digits[i], digits[j]] = [digits[j] as string, digits[i] as string];
  } else {
    digits[i] = String((Number(digits[i]) + 1 + Math.floor(next() * 9)) % 10);
  }
  const text = digits.join("");
  if (!/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return undefined;
  return with_(fact, `${text} ${scales[at]} ${printed.unit}`);
}

const with_ = (fact: Fact, text: string) => new Map([[fact, { ...fact, amount: figure(text) } as Fact]]);

/** What came of one error. */
export interface Outcome {
  readonly kind: SlipKind;
  readonly says: string;
  readonly found: boolean;
  /** Whether every conflict holds a figure of a changed row. */
  readonly culpritInside: boolean;
  /** The place of the true repair among those proposed, from 1; 0 where it is not among them. */
  readonly place: number;
  /** Whether it is not the first, but as near as the first. */
  readonly tied: boolean;
  readonly proposed: readonly string[];
}

/** Reconciles figures with an error and looks whether the true repair is proposed. */
export function outcomeOf(error: PutError, options: ReconcileOptions): Outcome {
  const done = reconcile(error.facts, options);
  const changed = new Set(error.changes.values());
  const inside = done.conflicts.every(({ prints }) => prints.some(({ fact }) => changed.has(fact)));
  const corrections = done.problems.flatMap((problem) => problem.corrections.found);
  corrections.sort((a, b) => a.cost - b.cost);
  const at = corrections.findIndex((one) => isTrue(one.changes, error));
  const nearest = corrections[0];
  return {
    kind: error.kind,
    says: error.says,
    found: done.verdict === "contradictory",
    culpritInside: inside,
    place: at + 1,
    tied: at > 0 && nearest !== undefined && (corrections[at]?.cost ?? 9) - nearest.cost < 0.1,
    proposed: corrections.slice(0, 5).map(({ says }) => says),
  };
}

/** Whether the repair gives every changed row its own figure and label back, and changes nothing else. */
function isTrue(changes: ReadonlyMap<Fact, readonly Fact[]>, error: PutError): boolean {
  const repaired = error.facts.flatMap((fact) => changes.get(fact) ?? [fact]);
  const was = [...error.changes].map(([before, after]) => ({ before, after }));
  if (![...changes.keys()].every((fact) => was.some(({ after }) => after === fact))) return false;
  return was.every(({ before }) =>
    repaired.some((fact) => fact.where === before.where && textOf(fact) === textOf(before)),
  );
}

/** The package's figures without those on record as wrong, of China and its provinces with Russia: they agree. */
export function agreeing(): Fact[] {
  const data = openData();
  const doubted = new Set(
    data
      .table("contradictions")
      .map((row) => `${row.area} ${row.partner} ${row.flow} ${row.period} ${row.currency} ${row.part}`),
  );
  const without = (fact: Fact, part: "amount" | "growth"): Fact => {
    const about = subjectOf(fact, part);
    const key = `${fact.area} ${fact.partner} ${fact.flow} ${fact.period.text} ${about.currency} ${part}`;
    if (fact[part] === undefined || !doubted.has(key)) return fact;
    const { [part]: _, ...rest } = fact;
    return rest;
  };
  return facts(data)
    .filter(({ partner }) => partner === "RUS")
    .map((fact) => without(without(fact, "amount"), "growth"));
}

/** How often errors were found, and how often the true repair was the nearest, of each kind. */
export function tally(outcomes: readonly Outcome[]) {
  const of = (list: readonly Outcome[]) => ({
    put: list.length,
    found: list.filter(({ found }) => found).length,
    inside: list.filter(({ found, culpritInside }) => found && culpritInside).length,
    top: list.filter(({ place, tied }) => place === 1 || tied).length,
    first: list.filter(({ place }) => place === 1).length,
    amongThree: list.filter(({ place }) => place >= 1 && place <= 3).length,
  });
  return {
    all: of(outcomes),
    kinds: Object.fromEntries(ERRORS.map((kind) => [kind, of(outcomes.filter((one) => one.kind === kind))])),
  };
}
