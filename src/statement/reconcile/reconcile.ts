import { FigureError } from "../../errors.js";
import { display, type MimeBundle } from "../../figure/display.js";
import type { Fact } from "../fact.js";
import { compile, type Model, without } from "../model/compile.js";
import { type Print, printsOf } from "../model/print.js";
import type { TradeRelation } from "../model/relation.js";
import { type UsualOptions, usualRelations } from "../model/relations/usual.js";
import { Budget } from "../solver/budget.js";
import { conflicts } from "../solver/index.js";
import { oraclesOf } from "../solver/known.js";
import type { Conflict, System } from "../solver/system.js";
import { type Clash, clashOf } from "./conflict.js";
import { disjoint } from "./disjoint.js";
import { Known } from "./known.js";
import { type ClashGroup, grouped } from "./problem.js";
import type { Revision } from "./revisions.js";
import { type Corrections, corrections } from "./search.js";

export interface ReconcileOptions extends UsualOptions {
  /** What holds between the amounts. Default: `usualRelations(options)`. */
  readonly relations?: readonly TradeRelation[];
  /** Figures that are spoken of but not believed: what do the others leave them? */
  readonly leaveOut?: ReadonlySet<Fact>;
  readonly limits?: {
    /**
     * How much work to decide, and to find a conflict for each problem; a unit takes about a second of a usual machine. The
     * same on every machine, and so is the answer. Default: 60.
     */
    readonly effort?: number;
    /** The same for the other conflicts around those. Default: 2. */
    readonly moreEffort?: number;
    /** The same for the repairs of one problem. Default: 20. */
    readonly repairEffort?: number;
    /** How many conflicts to list. Default: 50. */
    readonly conflicts?: number;
    /** Milliseconds by the clock for each of these searches, whatever the work. Default: no limit. */
    readonly ms?: number;
  };
  /** Told after each part of the search: parts done, of how many, conflicts found. */
  readonly progress?: (done: number, of: number, found: number) => void;
  /** Told while the repairs of a problem are looked for: slips tried, of how many. */
  readonly trying?: (tried: number, of: number) => void;
}

/**
 * `consistent`: all can be true. `contradictory`: they cannot, see `problems`. `undecided`: a limit was reached before
 * either was shown.
 */
export type Reconciled = "consistent" | "contradictory" | "undecided";

/** Conflicts that have figures in common, the figures in doubt, and the repairs. */
export class Problem implements ClashGroup {
  readonly clashes: ClashGroup["clashes"];
  readonly suspects: ClashGroup["suspects"];
  private made: Corrections | undefined;

  constructor(
    private readonly group: ClashGroup,
    private readonly search: (group: ClashGroup) => Corrections,
  ) {
    this.clashes = group.clashes;
    this.suspects = group.suspects;
  }

  /** The slips that, undone, make everything consistent, nearest first; searched for when they are first asked for. */
  get corrections(): Corrections {
    this.made ??= this.search(this.group);
    return this.made;
  }

  /** Whether this is the problem of that group. */
  is(group: ClashGroup): boolean {
    return group === this.group;
  }
}

const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");

/** What was found out about a set of published figures. */
export class Reconciliation {
  readonly verdict: Reconciled;
  /** Where it is undecided: why. */
  readonly why: string;
  /** Every conflict found, the smallest first, among equals the widest apart. */
  readonly conflicts: readonly Clash[];
  /** Whether there may be more conflicts than those. */
  readonly more: boolean;
  /** Whether the clock ended a search, where a limit of time was set: another run may come further. */
  readonly timedOut: boolean;
  /** The same in groups that share figures. */
  readonly problems: readonly Problem[];
  readonly prints: readonly Print[];
  /** What the solver was asked: certificates name its constraints. */
  readonly system: System;
  /** How many amounts there are, printed or not. */
  readonly levels: number;
  private readonly makeKnown: () => Known;
  private made: Known | undefined;

  constructor(
    found: Found,
    parts: {
      readonly problems: readonly Problem[];
      readonly prints: readonly Print[];
      readonly model: Model;
      readonly known: () => Known;
    },
  ) {
    const { clashes, open, more } = found;
    this.verdict = clashes.length > 0 ? "contradictory" : open === "" ? "consistent" : "undecided";
    this.why = open;
    this.conflicts = clashes;
    this.more = more;
    this.timedOut = found.timedOut;
    this.problems = parts.problems;
    this.prints = parts.prints;
    this.system = parts.model.system;
    this.levels = parts.model.levels.size;
    this.makeKnown = parts.known;
  }

  /** What is known of each amount, without the figures in doubt. */
  get known(): Known {
    this.made ??= this.makeKnown();
    return this.made;
  }

  /** The revisions that the figures imply, the largest first. */
  get revisions(): readonly Revision[] {
    return this.known.revisions;
  }

  /** The answer in a few sentences: how many problems, and each one's smallest conflict. */
  get says(): string {
    const counted = `${this.prints.length} figures about ${this.levels} amounts`;
    if (this.verdict === "consistent") return `${counted} can all be true.`;
    if (this.verdict === "undecided") return `${counted}: ${this.why}.`;
    const own = this.problems.map(({ clashes }) => clashes[0]?.says ?? "");
    return `${counted} cannot all be true. ${own.join(" ")}`;
  }

  toString(): string {
    return this.says;
  }

  toJSON(): Record<string, unknown> {
    return {
      verdict: this.verdict,
      says: this.says,
      more: this.more,
      ...(this.timedOut ? { timedOut: true } : {}),
      conflicts: this.conflicts.map(({ statements, says, lines, minimal, certificate }) => ({
        statements,
        says,
        lines,
        minimal,
        certificate,
      })),
    };
  }

  /** What a notebook shows: the verdict, and each problem in a sentence. */
  [rich](): MimeBundle {
    return display(
      this.verdict,
      this.says,
      this.conflicts.flatMap(({ says, lines }) => [says, ...lines]).join("\n"),
    );
  }

  [inspect](): string {
    return this.says;
  }
}

/**
 * Whether published figures can all be true. Every figure is the interval that its digits stand for; amounts that nobody
 * printed are unknowns; total = exports + imports, a period is the sum of its parts up to revisions, level = (1 + growth) ×
 * base, share × whole = part, yuan = rate × dollars. Decided exactly, by a linear program over fractions: each conflict
 * has a certificate, multipliers with which its figures add up to something false.
 * @throws FigureError "bad-option" for a tolerance that is none
 * @example reconcile([]).verdict // consistent
 */
export function reconcile(facts: readonly Fact[], options: ReconcileOptions = {}): Reconciliation {
  const { limits = {}, progress } = options;
  const relations = options.relations ?? usualRelations(options);
  const prints = printsOf(facts);
  const out = new Set(prints.filter(({ fact }) => options.leaveOut?.has(fact)).map(({ id }) => id));
  const stated = out.size === 0 ? prints : prints.filter(({ id }) => !out.has(id));
  const model = without(compile(prints, relations), out);
  const { effort = 60, moreEffort = 2, repairEffort = 20, conflicts: most = 50, ms } = limits;
  if (!(effort > 0 && moreEffort >= 0 && repairEffort >= 0 && most >= 1 && (ms === undefined || ms > 0))) {
    throw new FigureError(
      "bad-option",
      "limits are above zero: effort, milliseconds, and how many conflicts to list",
    );
  }
  const clock = ms === undefined ? {} : { ms };
  const found = search(model, relations, { effort, moreEffort, most, clock }, progress);
  const groups = grouped(found.clashes);
  const problems = groups.map(
    (group) =>
      new Problem(group, (one) =>
        corrections(one, groups, stated, relations, new Budget(clock, repairEffort), options.trying),
      ),
  );
  return new Reconciliation(found, {
    problems,
    prints: stated,
    model,
    known: () => new Known(model, new Set([...out, ...inDoubt(model, stated, found.clashes)]), relations),
  });
}

/**
 * The figures to leave out so that the others can be true: again and again those that are in the most of the conflicts
 * that remain, all of them where several are in as many. Where that does not suffice, every figure in a conflict.
 */
function inDoubt(model: Model, prints: readonly Print[], clashes: readonly Clash[]): ReadonlySet<string> {
  const doubted = new Set<string>();
  for (let rest = clashes; rest.length > 0; ) {
    const counts = new Map<string, number>();
    for (const { id } of rest.flatMap((one) => one.prints)) counts.set(id, (counts.get(id) ?? 0) + 1);
    const most = Math.max(...counts.values());
    for (const [id, count] of counts) if (count === most) doubted.add(id);
    rest = rest.filter((one) => !one.prints.some(({ id }) => doubted.has(id)));
  }
  if (doubted.size === 0) return doubted;
  const kept = new Set(prints.map(({ id }) => id).filter((id) => !doubted.has(id)));
  const { conflicts: left, undecided } = disjoint(model.system, new Budget({}, 10), kept);
  return left.length === 0 && !undecided
    ? doubted
    : new Set(clashes.flatMap((one) => one.prints.map(({ id }) => id)));
}

/** Which of its limits ended a search: "within an effort of 60". */
export const limitText = (budget: Budget, effort: number, ms: number | undefined): string =>
  budget.isLate ? `within ${(ms ?? 0) / 1000} seconds` : `with an effort of ${effort}`;

interface Found {
  readonly clashes: readonly Clash[];
  readonly more: boolean;
  readonly open: string;
  readonly timedOut: boolean;
}

interface SearchLimits {
  readonly effort: number;
  readonly moreEffort: number;
  readonly most: number;
  readonly clock: { readonly ms?: number };
}

/** First one conflict for each problem of each part of the system, then those around them. */
function search(
  model: Model,
  relations: readonly TradeRelation[],
  { effort, moreEffort, most, clock }: SearchLimits,
  progress: ReconcileOptions["progress"],
): Found {
  const budget = new Budget(clock, effort);
  const { system } = model;
  // The smallest first: a short time shows what there is in most of them.
  const parts = oraclesOf(system)
    .filter(({ sources }) => sources.length > 0)
    .sort((a, b) => a.component.rows.length - b.component.rows.length);
  const found = new Map<string, Conflict>();
  const add = (one: Conflict) => found.set(one.sources.join(), one);
  let open = false;
  const contradictory = parts.filter((part, i) => {
    const first = disjoint(system, budget, undefined, [part]);
    open ||= first.undecided;
    first.conflicts.forEach(add);
    progress?.(i + 1, parts.length, found.size);
    return first.conflicts.length > 0;
  });
  const further = new Budget(clock, moreEffort);
  let more = false;
  contradictory.forEach((part, i) => {
    const own = further.share(further.effort / (contradictory.length - i));
    const around = conflicts(system, { conflicts: most }, [part], own);
    more ||= around.more;
    around.conflicts.forEach(add);
    progress?.(parts.length + i + 1, parts.length + contradictory.length, found.size);
  });
  // Where the work ended, a conflict may hold a smaller one that was found later.
  const all = [...found.values()];
  const spare = (one: Conflict) =>
    all.some(
      (other) =>
        other !== one &&
        other.sources.length < one.sources.length &&
        other.sources.every((source) => one.sources.includes(source)),
    );
  const clashes = all.filter((one) => !spare(one)).map((one) => clashOf(one, model, relations));
  clashes.sort((a, b) => a.prints.length - b.prints.length || b.gap.compare(a.gap));
  return {
    clashes: clashes.slice(0, most),
    more: more || clashes.length > most,
    open: open ? `not decided ${limitText(budget, effort, clock.ms)}` : "",
    timedOut: budget.isLate || further.isLate,
  };
}
