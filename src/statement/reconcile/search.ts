import { Ratio } from "../../exact/ratio.js";
import type { Fact } from "../fact.js";
import { compile, type Model } from "../model/compile.js";
import { daysOf } from "../model/level.js";
import { farFrom, type Print, printsOf } from "../model/print.js";
import type { TradeRelation } from "../model/relation.js";
import { Budget } from "../solver/budget.js";
import { conflicts } from "../solver/index.js";
import { canHold } from "./can-hold.js";
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
  /** What moves along with the repair, and the conflict that it then meets: no reason against the repair, but the next question. */
  readonly next: Clash | undefined;
  /** How far it is: smaller is nearer. */
  readonly cost: number;
}

export interface Corrections {
  readonly found: readonly Correction[];
  readonly tried: number;
  /** Whether every slip was tried; otherwise the limit of work, or of time, was reached. */
  readonly complete: boolean;
  /** Whether it was the clock. */
  readonly timedOut: boolean;
}

interface Candidate {
  readonly edit: Edit;
  readonly print: Print;
  /** The prints of the changed facts, under names of their own. */
  readonly made: readonly Print[];
  /** Those of the facts that they replace. */
  readonly gone: ReadonlySet<string>;
  /** Of a figure that goes to another period or currency: the same twice as large and half as large there. */
  readonly far: readonly Print[];
}

/** Per question; the whole search has its own limit. */
const EACH = 2;
/** How many are listed, and compared with the whole. */
const MOST = 6;
/** What a repair gains by each further problem that it ends. */
const BONUS = 0.8;

/**
 * The slips that, undone, make everything consistent, nearest first. Figures of other problems are left out. First each
 * slip is tried on the figures of the same trade, then those that pass on all.
 */
export function corrections(
  group: ClashGroup,
  groups: readonly ClashGroup[],
  all: readonly Print[],
  relations: readonly TradeRelation[],
  budget: Budget,
  /** Told before each slip that is tried: how many were, of how many. */
  progress?: (tried: number, of: number) => void,
): Corrections {
  const elsewhere = groups.filter((one) => one !== group);
  const others = idsOf(elsewhere);
  const near = neighbourhood(group, all);
  const facts = [...new Set(near.map(({ fact }) => fact))];
  const candidates = candidatesOf(group, facts, all, others);
  const model = compile([...near, ...candidates.flatMap(({ made, far }) => [...made, ...far])], relations);
  const kept = near.filter(({ id }) => !others.has(id)).map(({ id }) => id);
  const found: Correction[] = [];
  let tried = 0;
  // The nearest first, so that a little work has tried what is most likely.
  candidates.sort((a, b) => a.edit.cost - b.edit.cost);
  let enough = false;
  for (const one of candidates) {
    if (budget.effort <= 0 || budget.isLate) break;
    enough = found.filter(({ cost }) => cost <= one.edit.cost - BONUS).length >= MOST;
    if (enough) break;
    progress?.(tried, candidates.length);
    tried++;
    const correction = tryOne(one, group, elsewhere, kept, model, budget, relations);
    if (correction !== undefined) found.push(correction);
  }
  return {
    found: sure(found, all, elsewhere, relations),
    tried,
    complete: enough || (tried === candidates.length && budget.effort > 0),
    timedOut: budget.isLate,
  };
}

const idsOf = (groups: readonly ClashGroup[]): Set<string> =>
  new Set(groups.flatMap(({ suspects }) => suspects.map(({ print }) => print.id)));

/** Days around a problem in which figures of the same trade bear on it: the year before and the year after. */
const AROUND = 400;

/** The prints of the same trades, area and partner, and of the same area with the world, in the years around. */
function neighbourhood(group: ClashGroup, all: readonly Print[]): Print[] {
  const facts = group.suspects.map(({ print }) => print.fact);
  const own = new Set(facts.flatMap(({ area, partner }) => [`${area} ${partner}`, `${area} WLD`]));
  const spans = facts.map(({ period }) => daysOf(period));
  const from = Math.min(...spans.map((one) => one.from)) - AROUND;
  const to = Math.max(...spans.map((one) => one.to)) + AROUND;
  return all.filter(({ fact }) => {
    if (!own.has(`${fact.area} ${fact.partner}`)) return false;
    const span = daysOf(fact.period);
    return span.to > from && span.from < to;
  });
}

function candidatesOf(
  group: ClashGroup,
  facts: readonly Fact[],
  all: readonly Print[],
  others: ReadonlySet<string>,
): Candidate[] {
  const printsOfFact = new Map<Fact, Print[]>();
  for (const print of all) {
    const known = printsOfFact.get(print.fact);
    if (known === undefined) printsOfFact.set(print.fact, [print]);
    else known.push(print);
  }
  const idOf = (fact: Fact, part: Print["part"]) =>
    printsOfFact.get(fact)?.findLast((one) => one.part === part)?.id ?? "";
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
          .filter(({ part }) => edit.touched.has(part) || !others.has(idOf(was, part)))
          .map((one): Print => ({ ...one, id: `repair ${number}: ${one.id}` })),
      );
      const gone = new Set(
        [...edit.changes.keys()].flatMap((fact) => (printsOfFact.get(fact) ?? []).map(({ id }) => id)),
      );
      const own = renamed(made);
      const far = MOVES.has(edit.kind) ? farOf(own, print.part) : [];
      candidates.push({ edit, print, made: own, gone, far });
    }
  }
  return candidates;
}

/** Slips that put a figure elsewhere, in time or in another currency: where nothing bears on it there, that explains anything. */
const MOVES: ReadonlySet<SlipKind> = new Set(["period", "growth-period", "currency"]);

const TWICE = Ratio.of(2n);
const HALF = Ratio.of(1n, 2n);

/** The moved figure, twice as large and half as large. */
function farOf(made: readonly Print[], part: Print["part"]): Print[] {
  const moved = made.findLast((one) => one.part === part);
  if (moved === undefined) return [];
  return [TWICE, HALF].map((factor) => farFrom(moved, `${moved.id}, ${factor} times`, factor));
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
  { edit, print, made, gone, far }: Candidate,
  group: ClashGroup,
  elsewhere: readonly ClashGroup[],
  kept: readonly string[],
  model: Model,
  budget: Budget,
  relations: readonly TradeRelation[],
): Correction | undefined {
  // A growth or share that only moves along with its amount is not what the repair stands or falls with.
  const isAlong = ({ part, fact }: Print) => edit.moves && part !== "amount" && fact.amount !== undefined;
  const stays = made.filter((one) => !isAlong(one)).map(({ id }) => id);
  const along = made.filter(isAlong).map(({ id }) => id);
  const without = (ids: Iterable<string>) => [...ids].filter((id) => !gone.has(id));
  const holds = (...ids: readonly (readonly string[])[]) =>
    canHold(model.system, new Set(ids.flat()), budget.share(EACH)) === true;
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
  // The others have to hold it in place: twice of it, and half, would contradict them.
  const beside = firm.filter((id) => !far.some((one) => one.id.startsWith(id)));
  if (far.some(({ id }) => holds(beside, [id]))) return undefined;
  const everything = new Set([...firm, ...along]);
  const next =
    along.length === 0 || holds([...everything])
      ? undefined
      : conflictAmong(model, everything, budget.share(EACH), relations);
  if (next !== undefined && edit.kind === "period") return undefined;
  return {
    kind: edit.kind,
    says: edit.says,
    print,
    changes: edit.changes,
    ends,
    next,
    cost: edit.cost - BONUS * ends.length + (next === undefined ? 0 : 0.3) + 0.01 * rank(group, print),
  };
}

/** Of two repairs as near, that of the figure that is in more conflicts. */
const rank = (group: ClashGroup, print: Print): number =>
  group.suspects.findIndex((one) => one.print === print);

/** The smallest conflict among chosen statements of a model. */
function conflictAmong(
  model: Model,
  chosen: ReadonlySet<string>,
  budget: Budget,
  relations: readonly TradeRelation[],
): Clash | undefined {
  const { variables, constraints } = model.system;
  const system = {
    variables,
    constraints: constraints.filter(({ kind, source }) => kind !== "statement" || chosen.has(source)),
  };
  const [found] = conflicts(system, { conflicts: 1 }, undefined, budget).conflicts;
  return found === undefined ? undefined : clashOf(found, model, relations);
}

/** The nearest of them after which all figures but those of other problems can be true, without what only moves along. */
function sure(
  found: readonly Correction[],
  all: readonly Print[],
  elsewhere: readonly ClashGroup[],
  relations: readonly TradeRelation[],
): Correction[] {
  const best = [...found].sort((a, b) => a.cost - b.cost).slice(0, MOST);
  const made = best.map(({ changes, next }, i) => {
    const doubted = new Set((next?.prints ?? []).map(({ id }) => id));
    return renamed([...changes.values()].flatMap((facts) => printsOf(facts)))
      .map((one): Print => ({ ...one, id: `repair ${i + 1} of all: ${one.id}` }))
      .filter(({ fact, part }) => ![...doubted].some((id) => id.endsWith(`${fact.where}, ${part}`)));
  });
  if (best.length === 0) return [];
  const model = compile([...all, ...made.flat()], relations);
  return best.filter(({ changes, ends }, i) => {
    const doubted = idsOf(elsewhere.filter((other) => !ends.includes(other)));
    const kept = all.filter(({ id, fact }) => !doubted.has(id) && !changes.has(fact));
    // What was found is made sure of, whatever is left of the work.
    const own = new Budget({}, EACH);
    return canHold(model.system, new Set([...kept, ...(made[i] ?? [])].map(({ id }) => id)), own) === true;
  });
}
