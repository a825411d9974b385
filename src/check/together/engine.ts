import type { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { compile, type Model } from "../../statement/model/compile.js";
import { farFrom, type Print, subjectOf } from "../../statement/model/print.js";
import { usualRelations } from "../../statement/model/relations/usual.js";
import { canHold } from "../../statement/reconcile/can-hold.js";
import { type Clash, clashOf } from "../../statement/reconcile/conflict.js";
import { disjoint } from "../../statement/reconcile/disjoint.js";
import { Known } from "../../statement/reconcile/known.js";
import { Budget } from "../../statement/solver/budget.js";
import { oraclesOf } from "../../statement/solver/known.js";
import type { View } from "../view.js";
import { printOf, type Said } from "./said.js";

/** What holds between the trade figures of one text, with the allowances for revisions that tables of figures get. */
const RELATIONS = usualRelations();

const THOUSAND = Ratio.of(1000n);
/** No slip of a digit is that far. */
const THOUSANDTH = Ratio.of(1n, 1000n);

const aboveOf = ({ id }: { readonly id: string }): string => `${id}, a thousandfold`;
const belowOf = ({ id }: { readonly id: string }): string => `${id}, a thousandth`;

/** Statements of a text, compiled once. */
export class Statements {
  private readonly prints: readonly Print[];
  private readonly model: Model;
  private readonly byId: ReadonlyMap<string, Said>;

  constructor(all: readonly Said[], view: View) {
    this.prints = all.map((one) => printOf(one, view));
    const far = this.prints.flatMap((print) => [
      farFrom(print, aboveOf(print), THOUSAND),
      farFrom(print, belowOf(print), THOUSANDTH),
    ]);
    this.model = compile([...this.prints, ...far], RELATIONS);
    this.byId = new Map(all.map((one) => [one.id, one]));
  }

  /** Sets of them that cannot all be true, none of which can be spared; no two have a statement in common. */
  contradictions(of: readonly Said[], budget: Budget): { found: Said[][]; undecided: boolean } {
    const { conflicts, undecided } = disjoint(this.model.system, budget, new Set(of.map(({ id }) => id)));
    const found = conflicts.map(({ sources }) => sources.flatMap((id) => this.byId.get(id) ?? []));
    return { found, undecided };
  }

  /** The statements that bear on some, directly or through others, those included. */
  around([one]: readonly Said[]): Said[] {
    const part = oraclesOf(this.model.system).find(
      ({ sources }) => one !== undefined && sources.includes(one.id),
    );
    return (part?.sources ?? []).flatMap((id) => this.byId.get(id) ?? []);
  }

  /**
   * Statements that the others hold in place: a thousandfold and a thousandth of each would contradict them. In groups that
   * bear on each other.
   */
  supported(of: readonly Said[], budget: Budget): Said[][] {
    const groups: Said[][] = [];
    for (const { sources } of oraclesOf(this.model.system)) {
      const own = sources.flatMap((id) => this.byId.get(id) ?? []).filter((one) => of.includes(one));
      if (own.length < 2 || own.length > MOST_TOGETHER) continue;
      const held = own.filter((one) => this.isHeld(one, own, budget));
      if (held.length > 0 && own.length <= FEW) groups.push(own);
      else if (held.length > 1) groups.push(held);
    }
    return groups;
  }

  private isHeld(one: Said, all: readonly Said[], budget: Budget): boolean {
    const others = all.filter((other) => other !== one).map(({ id }) => id);
    const excluded = (id: string) => canHold(this.model.system, new Set([...others, id]), budget) === false;
    return excluded(aboveOf(one)) && excluded(belowOf(one));
  }
}

/** So few are told as one, with those that hold others and are not held. */
const FEW = 6;
/** Of more statements that bear on each other, only what contradicts is told. */
const MOST_TOGETHER = 60;

/** What the others leave an amount: it can be true with them where it meets that. Undefined where that took too much work. */
export function leftBy(others: readonly Said[], one: Said, view: View): Interval | undefined {
  const own = printOf(one, view);
  const model = compile([...others.map((other) => printOf(other, view)), own], RELATIONS);
  const left = new Known(model, new Set([one.id]), RELATIONS).of(subjectOf(own.fact), new Budget({}, LEFT));
  return left?.exact ? left.interval : undefined;
}

const LEFT = 1;

/** Whether statements can all be true as the view has them; undefined where that took too much work. */
export function contradiction(said: readonly Said[], view: View, effort: number): Clash | "none" | undefined {
  const model = compile(
    said.map((one) => printOf(one, view)),
    RELATIONS,
  );
  const { conflicts, undecided } = disjoint(model.system, new Budget({ effort }, effort));
  const [first] = conflicts;
  if (first !== undefined) return clashOf(first, model, RELATIONS);
  return undecided ? undefined : "none";
}
