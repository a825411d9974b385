import { FigureError } from "../../errors.js";
import type { Fact } from "../fact.js";
import { compile, type Model } from "../model/compile.js";
import { type Print, printsOf } from "../model/print.js";
import type { TradeRelation } from "../model/relation.js";
import { type UsualOptions, usualRelations } from "../model/relations/usual.js";
import { conflicts, decide } from "../solver/index.js";
import { components } from "./components.js";
import { type Clash, clashOf } from "./conflict.js";
import { Known } from "./known.js";
import { type ClashGroup, grouped } from "./problem.js";
import type { Revision } from "./revisions.js";
import { type Corrections, corrections } from "./search.js";

export interface ReconcileOptions extends UsualOptions {
  /** What holds between the amounts. Default: `usualRelations(options)`. */
  readonly relations?: readonly TradeRelation[];
  readonly limits?: {
    /** Milliseconds for the search for conflicts. Default: 10,000. */
    readonly ms?: number;
    /** How many conflicts to list. Default: 50. */
    readonly conflicts?: number;
    /** Milliseconds for the repairs of one problem. Default: 20,000. */
    readonly repairMs?: number;
  };
  /** Told after each part of the search: parts done, of how many, conflicts found. */
  readonly progress?: (done: number, of: number, found: number) => void;
}

/**
 * `consistent`: all can be true. `contradictory`: they cannot, see `problems`. `undecided`: a limit of time was reached
 * before either was shown.
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

  /** Whether a correction of this problem ends another as well. */
  endsOf(other: Problem): boolean {
    return this.corrections.found[0]?.ends.includes(other.group) ?? false;
  }
}

/** What was found out about a set of published figures. */
export interface Reconciliation {
  readonly verdict: Reconciled;
  /** Where it is undecided: why. */
  readonly why: string;
  /** Every conflict found, the smallest first, among equals the widest apart. */
  readonly conflicts: readonly Clash[];
  /** Whether there may be more conflicts than those. */
  readonly more: boolean;
  /** The same in groups that share figures. */
  readonly problems: readonly Problem[];
  readonly prints: readonly Print[];
  /** How many amounts there are, printed or not. */
  readonly levels: number;
  /** What is known of each amount, without the figures in doubt. */
  readonly known: Known;
  /** The revisions that the figures imply, the largest first. */
  readonly revisions: readonly Revision[];
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
  const model = compile(prints, relations);
  const { ms = 10_000, conflicts: most = 50, repairMs = 20_000 } = limits;
  if (!(ms > 0 && most >= 1)) {
    throw new FigureError("bad-option", "limits are above zero: milliseconds, and how many conflicts to list");
  }
  const found = search(model, relations, ms, most, progress);
  const groups = grouped(found.clashes);
  const problems = groups.map(
    (group) => new Problem(group, (one) => corrections(one, groups, prints, relations, repairMs)),
  );
  const doubted = new Set(found.clashes.flatMap((one) => one.prints.map(({ id }) => id)));
  let known: Known | undefined;
  const knownOnce = () => {
    known ??= new Known(prints, doubted, relations);
    return known;
  };
  return {
    verdict: found.clashes.length > 0 ? "contradictory" : found.open === "" ? "consistent" : "undecided",
    why: found.open,
    conflicts: found.clashes,
    more: found.more,
    problems,
    prints,
    levels: model.levels.size,
    get known() {
      return knownOnce();
    },
    get revisions() {
      return knownOnce().revisions;
    },
  };
}

interface Found {
  readonly clashes: readonly Clash[];
  readonly more: boolean;
  readonly open: string;
}

/** The conflicts of each part of the system; a part that ends early leaves its time to the others. */
function search(
  model: Model,
  relations: readonly TradeRelation[],
  ms: number,
  most: number,
  progress: ReconcileOptions["progress"],
): Found {
  const until = performance.now() + ms;
  const parts = components(model.system);
  const clashes: Clash[] = [];
  let more = false;
  let open = "";
  parts.forEach((part, i) => {
    const left = Math.max(1, until - performance.now());
    const own = left / (parts.length - i);
    const found = conflicts(part, { ms: own, conflicts: most });
    more ||= found.more;
    if (found.conflicts.length === 0 && found.more) {
      const decided = decide(part, { ms: Math.max(1, until - performance.now()) });
      if (decided.verdict === "undecided") open = decided.why;
    }
    for (const one of found.conflicts) clashes.push(clashOf(one, model.prints, model.scale, relations));
    progress?.(i + 1, parts.length, clashes.length);
  });
  clashes.sort((a, b) => a.prints.length - b.prints.length || b.gap.compare(a.gap));
  return { clashes: clashes.slice(0, most), more: more || clashes.length > most, open };
}
