import { FigureError } from "../../errors.js";
import type { Ratio } from "../../exact/ratio.js";
import { dayText } from "../../figure/period.js";
import type { Fact } from "../../statement/fact.js";
import { compile } from "../../statement/model/compile.js";
import { asLong, daysOf, keyOf, type Subject } from "../../statement/model/level.js";
import { type Print, printsOf, subjectOf } from "../../statement/model/print.js";
import type { TradeRelation } from "../../statement/model/relation.js";
import { type Tolerance, toleranceOf, usualRelations } from "../../statement/model/relations/usual.js";
import { canHold } from "../../statement/reconcile/can-hold.js";
import { type Clash, clashOf } from "../../statement/reconcile/conflict.js";
import { disjoint, doubtedIn } from "../../statement/reconcile/disjoint.js";
import { Known, type KnownLevel } from "../../statement/reconcile/known.js";
import { Earlier } from "../../statement/record.js";
import { Budget } from "../../statement/solver/budget.js";
import { placesOf, type TradeKey } from "./key.js";

export interface PublishedOptions {
  /** What holds between the published amounts. Default: `usualRelations()`. */
  readonly relations?: readonly TradeRelation[];
  /** How much a published figure may have been revised when a text tells it. Default: "1%". */
  readonly revision?: Tolerance;
  /** Where the figures are from, as findings name it: "data". */
  readonly name?: string;
  /** Published figures that are known to contradict others: they accuse nothing. Others that do are found. */
  readonly doubted?: (print: Print) => boolean;
}

/** A part of the published figures that bears on one question, without those that contradict each other. */
export interface Around {
  readonly prints: readonly Print[];
  /** Left out: published figures that cannot all be true. */
  readonly doubted: readonly Print[];
  readonly known: Known;
}

/** Days of a year, the leap day included. */
const YEAR = 366;
/** Effort to find out whether the published figures around a question can be true themselves. */
const OWN = 10;
/** Effort for one question about a figure of a text. */
const EACH = 5;
/** Questions of which the answers are kept. */
const MOST_KEPT = 400;

/** Published figures, ready for many texts to be compared with. */
export class PublishedFigures {
  readonly name: string;
  readonly places: ReadonlyMap<string, string>;
  readonly relations: readonly TradeRelation[];
  readonly revision: Ratio;
  private readonly doubted: (print: Print) => boolean;
  private readonly byTrade = new Map<string, Print[]>();
  private readonly around = new Map<string, Around>();
  private readonly records = new Map<string, Earlier | undefined>();
  private readonly left = new Map<string, KnownLevel | undefined>();

  constructor(facts: readonly Fact[], options: PublishedOptions = {}) {
    this.name = options.name ?? "the published figures";
    this.revision = toleranceOf(options.revision ?? "1%", "revision");
    this.relations = options.relations ?? usualRelations();
    this.doubted = options.doubted ?? (() => false);
    for (const print of printsOf(facts)) {
      const key = tradeOf(print.fact);
      const own = this.byTrade.get(key);
      if (own === undefined) this.byTrade.set(key, [print]);
      else own.push(print);
    }
    this.places = placesOf(facts.flatMap(({ area, partner }) => [area, partner]));
  }

  /** Drops what was learned from questions: a check that was ended from outside may have left it half done. */
  forget(): void {
    for (const one of [this.around, this.records, this.left]) one.clear();
  }

  /** Whether anything is published of that trade; of two places that either may report, the one that does. */
  reported({ area, partner, flow, eitherWay }: TradeKey): TradeKey | undefined {
    if (this.byTrade.has(tradeOf({ area, partner }))) {
      const both = eitherWay && this.byTrade.has(tradeOf({ area: partner, partner: area }));
      return both ? undefined : { area, partner, flow, eitherWay: false };
    }
    if (!eitherWay || !this.byTrade.has(tradeOf({ area: partner, partner: area }))) return undefined;
    return { area: partner, partner: area, flow, eitherWay: false };
  }

  /** Figures printed for exactly that flow and period. */
  same({ area, partner, flow, from, to, currency }: Subject, part: Print["part"]): Print[] {
    return (this.byTrade.get(tradeOf({ area, partner })) ?? []).filter((print) => {
      if (print.part !== part || print.fact.flow !== flow) return false;
      const own = subjectOf(print.fact, part);
      return own.from === from && own.to === to && own.currency === currency;
    });
  }

  /** The figures of the same trade in the calendar years of a period, the year before and the year after. */
  near({ area, partner, from, to }: Subject): Around {
    const [first, last] = [from, to - 1].map((day) => Number(dayText(day).slice(0, 4))) as [number, number];
    return kept(this.around, `${tradeOf({ area, partner })} ${first} ${last}`, () =>
      this.within(tradeOf({ area, partner }), ({ fact }) => {
        const [start, end] = [fact.period.start, fact.period.end].map((day) => Number(day.slice(0, 4)));
        return (end as number) >= first - 1 && (start as number) <= last + 1;
      }),
    );
  }

  /** The figures of the same trade for its period and the year before. */
  aroundGrowth({ area, partner, from, to }: Subject): Around {
    const spans = [0, YEAR].map((back) => [from - back, to - back] as const);
    return kept(this.around, `growth ${tradeOf({ area, partner })} ${from} ${to}`, () =>
      this.within(tradeOf({ area, partner }), (print) => {
        const own = daysOf(print.fact.period);
        return spans.some(([start, end]) => Math.abs(own.from - start) <= 2 && Math.abs(own.to - end) <= 2);
      }),
    );
  }

  /** The figures of the same trade for periods as long as its own, up to it. */
  aroundRecord({ area, partner, from, to, flow }: Subject): Around {
    return kept(this.around, `record ${tradeOf({ area, partner })} ${flow} ${from} ${to}`, () =>
      this.within(tradeOf({ area, partner }), ({ part, fact }) => {
        const own = daysOf(fact.period);
        const wanted = fact.flow === flow || flow === "total";
        return part === "amount" && wanted && own.to <= to && asLong(own, { from, to });
      }),
    );
  }

  /** What a record is compared with; undefined where nothing is published of it. */
  earlier(fact: Fact): Earlier | undefined {
    const { of, since } = fact.record ?? {};
    const subject = subjectOf(fact);
    return kept(this.records, `${keyOf(subject)} ${of} ${since?.start}`, () => {
      const facts = this.aroundRecord(subject).prints.map((print) => print.fact);
      try {
        return new Earlier(fact, facts, { of, since });
      } catch (error) {
        // Nothing to compare with.
        if (FigureError.is(error)) return undefined;
        throw error;
      }
    });
  }

  private within(trade: string, wanted: (print: Print) => boolean): Around {
    const prints = (this.byTrade.get(trade) ?? []).filter(wanted);
    const model = compile(prints, this.relations);
    const known = prints.filter(this.doubted).map(({ id }) => id);
    const out = doubtedIn(model, new Budget({}, OWN), known);
    return {
      prints: prints.filter(({ id }) => !out.has(id)),
      doubted: prints.filter(({ id }) => out.has(id)),
      known: new Known(model, out, this.relations),
    };
  }

  /** What the published figures leave for the amount of a statement; undefined where none bears on it. */
  leftFor(stated: Print): KnownLevel | undefined {
    const subject = subjectOf(stated.fact);
    return kept(this.left, keyOf(subject), () => {
      const near = this.near(subject);
      const known =
        near.prints.length === 0 || near.known.model.levels.find(subject)
          ? near.known
          : new Known(
              compile([...near.prints, stated], this.relations),
              new Set([stated.id]),
              this.relations,
            );
      return known.of(subject, new Budget({}, EACH));
    });
  }

  /** Whether statements can be true beside published ones; undefined where that took too much work. */
  holds(stated: readonly Print[], beside: readonly Print[]): boolean | undefined {
    const model = compile([...stated, ...beside], this.relations);
    return canHold(model.system, new Set([...stated, ...beside].map(({ id }) => id)), new Budget({}, EACH));
  }

  /** Why they cannot. */
  clash(stated: readonly Print[], beside: readonly Print[]): Clash | undefined {
    const model = compile([...stated, ...beside], this.relations);
    const ids = new Set(stated.map(({ id }) => id));
    const { conflicts } = disjoint(model.system, new Budget({}, EACH));
    const found = conflicts.find(({ sources }) => sources.some((id) => ids.has(id)));
    return found && clashOf(found, model, this.relations);
  }
}

function kept<T>(of: Map<string, T>, key: string, make: () => T): T {
  const known = of.get(key);
  if (known !== undefined || of.has(key)) return known as T;
  if (of.size >= MOST_KEPT) of.clear();
  const made = make();
  of.set(key, made);
  return made;
}

const tradeOf = ({ area, partner }: { readonly area: string; readonly partner: string }): string =>
  `${area}\u0000${partner}`;
