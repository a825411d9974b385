import type { Fact } from "../fact.js";
import { compile, type Model } from "../model/compile.js";
import { type Print, printsOf } from "../model/print.js";
import type { TradeRelation } from "../model/relation.js";
import { conflicts } from "../solver/index.js";
import { Asker } from "./asker.js";
import { type Clash, clashOf } from "./conflict.js";
import { type Edit, edits, type SlipKind } from "./edits.js";
import type { ClashGroup } from "./problem.js";

/** One slip undone, after which everything can be true. */
export interface Correction {
  readonly kind: SlipKind;
  /** In words: "CNY 42.64bn is exports and imports together, not exports (Liaoning with RUS, …)". */
  readonly says: string;
  /** The print that is suspected. */
  readonly print: Print;
  readonly changes: ReadonlyMap<Fact, readonly Fact[]>;
  /** The other groups of conflicts that it ends as well: a slip shows in several. */
  readonly ends: readonly ClashGroup[];
  /** What moves along with the repair and then meets something else: not a reason against it, but the next question. */
  readonly then: Clash | undefined;
  /** How far it is: smaller is nearer. */
  readonly cost: number;
}

export interface Corrections {
  readonly found: readonly Correction[];
  readonly tried: number;
  /** Whether every slip was tried; otherwise the time was up. */
  readonly complete: boolean;
}

interface Candidate {
  readonly edit: Edit;
  readonly print: Print;
  /** The prints of the changed facts, under names of their own. */
  readonly made: readonly Print[];
  /** Those of the facts that they replace. */
  readonly gone: ReadonlySet<string>;
}

/** Per question; the whole search has its own limit. */
const EACH_MS = 2000;
/** How many are compared with the whole. */
const MOST = 8;

/**
 * The slips that, undone, make everything consistent, nearest first. Figures of other problems are left out. First each
 * slip is tried on the figures of the same trade, then those that pass on all.
 */
export function corrections(
  group: ClashGroup,
  groups: readonly ClashGroup[],
  all: readonly Print[],
  relations: readonly TradeRelation[],
  ms: number,
): Corrections {
  const until = performance.now() + ms;
  const elsewhere = groups.filter((one) => one !== group);
  const others = idsOf(elsewhere);
  const near = neighbourhood(group, all);
  const facts = [...new Set(near.map(({ fact }) => fact))];
  const candidates = candidatesOf(group, facts, all, others);
  const model = compile([...near, ...candidates.flatMap(({ made }) => made)], relations);
  const asker = new Asker(model.system);
  const kept = near.filter(({ id }) => !others.has(id)).map(({ id }) => id);
  const found: Correction[] = [];
  let tried = 0;
  // The nearest first, so that a short time has tried what is most likely.
  candidates.sort((a, b) => a.edit.cost - b.edit.cost);
  for (const one of candidates) {
    const left = until - performance.now();
    if (left <= 0) break;
    tried++;
    const correction = tryOne(one, group, elsewhere, kept, asker, model, Math.min(left, EACH_MS), relations);
    if (correction !== undefined) found.push(correction);
  }
  found.sort((a, b) => a.cost - b.cost);
  const sure: Correction[] = [];
  const apart = all.length > near.length;
  for (const one of found.slice(0, MOST)) {
    const doubted = idsOf(elsewhere.filter((other) => !one.ends.includes(other)));
    if (!apart || wholeHolds(one, all, doubted, relations, until)) sure.push(one);
  }
  return { found: sure, tried, complete: tried === candidates.length };
}

const idsOf = (groups: readonly ClashGroup[]): Set<string> =>
  new Set(groups.flatMap(({ suspects }) => suspects.map(({ print }) => print.id)));

/** The prints of the same trades: area and partner, and the same area with the world. */
function neighbourhood(group: ClashGroup, all: readonly Print[]): Print[] {
  const own = new Set(
    group.suspects.flatMap(({ print: { fact } }) => [`${fact.area} ${fact.partner}`, `${fact.area} WLD`]),
  );
  return all.filter(({ fact }) => own.has(`${fact.area} ${fact.partner}`));
}

function candidatesOf(
  group: ClashGroup,
  facts: readonly Fact[],
  all: readonly Print[],
  others: ReadonlySet<string>,
): Candidate[] {
  const idOf = new Map(all.map(({ id, fact, part }) => [fact, part, id] as const).map(([fact, part, id]) => [`${part} ${keys(fact)}`, id]));
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const { print } of group.suspects) {
    for (const edit of edits(print, facts)) {
      const key = `${edit.kind} ${edit.says} ${[...edit.changes.keys()].map((fact) => fact.where ?? "").join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const number = candidates.length + 1;
      const made = [...edit.changes].flatMap(([was, made]) =>
        printsOf(made)
          // What another problem is about stays out, unless the slip itself changes it.
          .filter(({ part }) => edit.touched.has(part) || !others.has(idOf.get(`${part} ${keys(was)}`) ?? ""))
          .map((one): Print => ({ ...one, id: `repair ${number}: ${one.id}` })),
      );
      const gone = new Set(all.filter(({ fact }) => edit.changes.has(fact)).map(({ id }) => id));
      candidates.push({ edit, print, made: renamed(made), gone });
    }
  }
  return candidates;
}

const numbers = new WeakMap<Fact, number>();
let count = 0;
/** A name of a fact that no other has. */
function keys(fact: Fact): number {
  const found = numbers.get(fact) ?? ++count;
  numbers.set(fact, found);
  return found;
}

/** Two facts of one place have prints of one name. */
function renamed(prints: readonly Print[]): Print[] {
  const used = new Set<string>();
  return prints.map((print) => {
    let { id } = print;
    for (let again = 2; used.has(id); again++) id = `${print.id} (${again})`;
    used.add(id);
    return { ...print, id };
  });
}

function tryOne(
  { edit, print, made, gone }: Candidate,
  group: ClashGroup,
  elsewhere: readonly ClashGroup[],
  kept: readonly string[],
  asker: Asker,
  model: Model,
  ms: number,
  relations: readonly TradeRelation[],
): Correction | undefined {
  const stays = made.filter(({ part }) => edit.touched.has(part)).map(({ id }) => id);
  const along = made.filter(({ part }) => !edit.touched.has(part)).map(({ id }) => id);
  const without = (ids: Iterable<string>) => [...ids].filter((id) => !gone.has(id));
  const holds = (...ids: readonly (readonly string[])[]) => asker.holds(new Set(ids.flat()), ms) === true;
  // The conflict at hand is the quickest to be asked about.
  const clash = (of: Clash) => without(of.prints.map(({ id }) => id));
  if (!holds(clash(group.clashes[0] as Clash), stays)) return undefined;
  const ends = elsewhere.filter(
    ({ clashes }) =>
      clashes.every(({ prints }) => prints.some(({ id }) => gone.has(id))) &&
      clashes.every((one) => holds(clash(one), stays)),
  );
  const firm = [...without(kept), ...without(idsOf(ends)), ...stays];
  if (!holds(firm)) return undefined;
  const everything = new Set([...firm, ...along]);
  const then =
    along.length === 0 || holds([...everything]) ? undefined : next(model, everything, ms, relations);
  return {
    kind: edit.kind,
    says: edit.says,
    print,
    changes: edit.changes,
    ends,
    then,
    cost: edit.cost - 0.8 * ends.length + (then === undefined ? 0 : 0.3) + 0.01 * rank(group, print),
  };
}

/** Of two repairs as near, that of the figure that is in more conflicts. */
const rank = (group: ClashGroup, print: Print): number =>
  group.suspects.findIndex((one) => one.print === print);

/** The smallest conflict among chosen statements of a model. */
function next(
  model: Model,
  chosen: ReadonlySet<string>,
  ms: number,
  relations: readonly TradeRelation[],
): Clash | undefined {
  const { variables, constraints } = model.system;
  const system = {
    variables,
    constraints: constraints.filter(({ kind, source }) => kind !== "statement" || chosen.has(source)),
  };
  const [found] = conflicts(system, { ms, conflicts: 1 }).conflicts;
  return found === undefined ? undefined : clashOf(found, model.prints, model.scale, relations);
}

/** Whether all figures but those of other problems can be true after the repair, without what only moves along. */
function wholeHolds(
  { changes, then }: Correction,
  all: readonly Print[],
  others: ReadonlySet<string>,
  relations: readonly TradeRelation[],
  until: number,
): boolean {
  const left = Math.max(until - performance.now(), 200);
  const kept = all.filter(({ id, fact }) => !others.has(id) && !changes.has(fact));
  const doubted = new Set((then?.prints ?? []).map(({ fact, part }) => `${fact.where} ${part}`));
  const made = [...changes.values()].flatMap((facts) =>
    printsOf(facts)
      .filter(({ fact, part }) => !doubted.has(`${fact.where} ${part}`))
      .map((one) => ({ ...one, id: `repaired: ${one.id}` })),
  );
  const model = compile([...kept, ...renamed(made)], relations);
  return new Asker(model.system).holds(new Set(model.prints.keys()), left) === true;
}
