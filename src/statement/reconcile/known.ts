import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { type Period, period } from "../../figure/period.js";
import { type Model, without } from "../model/compile.js";
import { daysOf, type Level, type Subject } from "../model/level.js";
import { type Print, subjectOf } from "../model/print.js";
import type { TradeRelation } from "../model/relation.js";
import { Budget } from "../solver/budget.js";
import { propagate, range } from "../solver/index.js";
import type { Enclosure } from "../solver/system.js";
import { type Revision, revisionsOf } from "./revisions.js";

/** An amount that is asked for: "exports of Liaoning to RUS in Oct–Dec 2023, in CNY". */
export interface AskedAmount {
  readonly area: string;
  readonly partner: string;
  readonly flow: string;
  readonly period: string | Period;
  readonly currency: string;
}

/** What all figures together allow an amount to be, in units of its currency. */
export interface KnownLevel {
  readonly level: Level;
  /** Undefined where the figures contradict one another. */
  readonly interval: Interval | undefined;
  /** The prints that make its ends. */
  readonly lowerBy: readonly Print[];
  readonly upperBy: readonly Print[];
  /** Whether nothing narrower is true. */
  readonly exact: boolean;
}

/** A printed amount that the other figures narrow. */
export interface Narrowed {
  readonly print: Print;
  readonly level: Level;
  readonly printed: Interval;
  readonly narrowed: Interval;
}

/** What is known of amounts, printed or not, from all figures but those in doubt. */
export class Known {
  readonly model: Model;
  private enclosed: readonly (Enclosure | undefined)[] | undefined;
  private revised: readonly Revision[] | undefined;

  constructor(
    model: Model,
    /** The prints that are left out: those in conflict. */
    readonly leftOut: ReadonlySet<string>,
    private readonly relations: readonly TradeRelation[],
  ) {
    this.model = without(model, leftOut);
  }

  /** Every amount with an interval that holds it: quickly found, and nearly always the narrowest. */
  table(): { readonly level: Level; readonly interval: Interval }[] {
    const all = this.enclosed ?? propagate(this.model.system);
    this.enclosed = all;
    return this.model.levels
      .all()
      .map((level) => ({ level, interval: this.interval(all[level.index] ?? {}) }));
  }

  /**
   * The narrowest interval of one amount, and which figures make its ends; undefined where no figure bears on it: a
   * period has to begin and end where one that is spoken of does.
   */
  of(asked: AskedAmount | Subject, budget = new Budget({}, 10)): KnownLevel | undefined {
    const level = this.model.levels.find("period" in asked ? subjectOfAsked(asked) : asked);
    if (level === undefined) return undefined;
    const found = range(this.model.system, [{ variable: level.index, times: Ratio.ONE }], {}, budget);
    const by = (ids: readonly string[] | undefined) =>
      (ids ?? []).flatMap((id) => {
        const print = this.model.prints.get(id);
        return print === undefined ? [] : [print];
      });
    return {
      level,
      interval: found === undefined ? undefined : this.interval(found),
      lowerBy: by(found?.lower?.sources),
      upperBy: by(found?.upper?.sources),
      exact: found?.exact ?? true,
    };
  }

  /** Printed amounts that the others narrow to less than `to` of their width, the most narrowed first. */
  narrowed(to: Ratio = Ratio.of(3n, 4n)): Narrowed[] {
    const table = this.table();
    return [...this.model.prints.values()]
      .flatMap((print) => {
        if (print.part !== "amount" || this.leftOut.has(print.id)) return [];
        const level = this.model.levels.find(subjectOf(print.fact)) as Level;
        const printed = print.fact.amount?.interval as Interval;
        const narrowed = table[level.index]?.interval as Interval;
        if (!printed.isFinite || widthOf(narrowed).compare(widthOf(printed).mul(to)) > 0) return [];
        return [{ print, level, printed, narrowed }];
      })
      .sort((a, b) =>
        widthOf(a.narrowed)
          .mul(widthOf(b.printed))
          .compare(widthOf(b.narrowed).mul(widthOf(a.printed))),
      );
  }

  /** The revisions that the figures imply, each by itself: without any limit on revisions. */
  get revisions(): readonly Revision[] {
    if (this.revised === undefined) {
      const free = this.relations.filter(({ name }) => name !== "periods" && name !== "releases");
      const { levels, system } = this.model;
      const limited = new Set(
        this.relations
          .filter((one) => !free.includes(one))
          .flatMap((one) => one.rules(levels).map(({ says }) => says)),
      );
      const open = {
        ...system,
        constraints: system.constraints.filter(({ source }) => !limited.has(source)),
      };
      this.revised = revisionsOf(levels, propagate(open));
    }
    return this.revised;
  }

  private interval({ lower, upper }: Enclosure): Interval {
    const { scale } = this.model;
    return new Interval(
      lower?.value.shift(scale) ?? Ratio.MINUS_INFINITE,
      upper?.value.shift(scale) ?? Ratio.INFINITE,
      lower?.open ?? true,
      upper?.open ?? true,
    );
  }
}

const widthOf = (of: Interval): Ratio => (of.isFinite ? of.high.sub(of.low) : Ratio.INFINITE);

const subjectOfAsked = ({ period: when, ...subject }: AskedAmount): Subject => ({
  ...subject,
  ...daysOf(typeof when === "string" ? period(when) : when),
});
