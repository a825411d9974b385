import { FigureError } from "../errors.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText, type Period, period } from "../figure/period.js";
import { Quantity } from "../figure/quantity.js";
import type { Verdict } from "../figure/verdict.js";
import type { Fact } from "./fact.js";
import { compile, type Model } from "./model/compile.js";
import { asLong, daysOf, type Level, periodText } from "./model/level.js";
import { type Print, printsOf, subjectOf } from "./model/print.js";
import type { TradeRelation } from "./model/relation.js";
import { flows } from "./model/relations/flows.js";
import { type Clash, clashOf } from "./reconcile/conflict.js";
import { disjoint, doubtedIn } from "./reconcile/disjoint.js";
import { Known, type KnownLevel } from "./reconcile/known.js";
import { Budget } from "./solver/budget.js";

export interface RecordOptions {
  /** The first month that the claim speaks of: "the highest since February 2022". */
  readonly since?: string | Period | undefined;
  /** "lowest" for a claim to be that. Default: "highest". */
  readonly of?: "highest" | "lowest" | undefined;
  /** What holds between the amounts. Default: total = exports + imports. */
  readonly relations?: readonly TradeRelation[] | undefined;
}

export interface RecordCheck {
  readonly verdict: Verdict;
  /** The highest of the other months; of a claim to be the lowest the lowest of them. */
  readonly highest: Fact;
  /** The figures that say so: its own print, or those that it follows from. */
  readonly by: readonly Print[];
  readonly compared: number;
  /** Months between the first that is documented and the claim's that no figure was found for, nor both flows. */
  readonly missing: readonly string[];
  /** Months of which only a lower end is known ("more than 9bn"): they may be higher than anything. */
  readonly open: readonly string[];
  readonly says: string;
  /** Of a record that is refuted: why, with a certificate. */
  readonly clash: Clash | undefined;
}

/**
 * Whether a month, or another period, is the highest of those as long as it: `consistent` where what all figures leave
 * every other before it lies below its interval, `inconsistent` where the statement that it is the highest and the figures
 * cannot all be true, `undecided` where the rounding cannot tell. Months without a figure are named: a record is only ever a
 * record among what was found.
 * @param facts all that is known; those of the same area, partner and currency bear on it, but for those that contradict
 *   one another
 * @throws FigureError "bad-option" where there is no other month to compare with
 */
export function checkRecord(month: Fact, facts: readonly Fact[], options: RecordOptions = {}): RecordCheck {
  const earlier = new Earlier(month, facts, options);
  return earlier.check(month.amount as Quantity);
}

/** Another period, and what all figures leave it. */
interface Other {
  readonly level: Level;
  readonly interval: Interval;
  readonly fact: Fact;
  readonly by: readonly Print[];
  /** Whether nobody printed it: it follows from others. */
  readonly added: boolean;
}

/** Effort to find out what the figures leave the other months. */
const MOST = 10;

/** The other periods that a record is compared with, and what all figures leave each: one answer for many amounts. */
export class Earlier {
  private readonly model: Model;
  private readonly relations: readonly TradeRelation[];
  private readonly others: readonly Other[];
  private readonly since: Period | undefined;
  private readonly of: "highest" | "lowest";

  /** @throws FigureError "bad-option" where there is no other month to compare with */
  constructor(
    private readonly month: Fact,
    facts: readonly Fact[],
    { since, of = "highest", relations = [flows()] }: RecordOptions = {},
  ) {
    this.since = typeof since === "string" ? period(since) : since;
    this.of = of;
    this.relations = relations;
    const budget = new Budget({}, MOST);
    const amounts = facts
      .filter((one) => isBeside(one, month))
      .map(({ growth: _, share: __, record: ___, ...one }) => one);
    this.model = compile(printsOf(amounts), relations);
    const doubted = doubtedIn(this.model, budget);
    const known = new Known(this.model, doubted, relations);
    const printed = new Map<Level | undefined, Print[]>();
    for (const print of this.model.prints.values()) {
      const level = this.model.levels.find(subjectOf(print.fact));
      printed.set(level, [...(printed.get(level) ?? []), print]);
    }
    const left = (level: Level, own: readonly Print[]): KnownLevel | undefined => {
      const found = known.of(level, budget);
      if (!own.some(({ id }) => doubted.has(id))) return found;
      // Figures that contradict one another: whatever one of them says, or follows without them.
      const ids = new Set(own.map(({ id }) => id));
      const without = new Known(this.model, ids, relations).of(level, budget)?.interval;
      const ends = own.map(({ fact }) => (fact.amount as Quantity).interval);
      const interval = Interval.hull(without?.high.isFinite ? [...ends, without] : ends);
      return found && { ...found, interval };
    };
    this.others = this.model.levels.all().flatMap((level): Other[] => {
      if (!this.isEarlier(level)) return [];
      const own = printed.get(level) ?? [];
      const { interval, lowerBy, upperBy } = left(level, own) ?? {};
      const [print] = own;
      if (interval === undefined) return [];
      if (print !== undefined) return [{ level, interval, fact: print.fact, by: [print], added: false }];
      // Of a total whose exports alone are known nothing is known but a lower end.
      if (!interval.high.isFinite) return [];
      const by = [...new Set([...(lowerBy ?? []), ...(upperBy ?? [])])];
      return [{ level, interval, fact: this.factOf(level, interval), by, added: true }];
    });
    if (this.others.length > 0) return;
    throw new FigureError(
      "bad-option",
      `no ${nameOf(month)} before ${month.period.text}${this.since === undefined ? "" : ` since ${this.since.start.slice(0, 7)}`} to compare with`,
    );
  }

  /** Whether that amount is beyond them all. */
  check(amount: Quantity): RecordCheck {
    const { month, others, of } = this;
    const below = (one: Interval) =>
      of === "highest" ? one.isBelow(amount.interval) : amount.interval.isBelow(one);
    const answers = others.map(({ interval }) => below(interval));
    const verdict: Verdict = answers.every((answer) => answer === "yes")
      ? "consistent"
      : answers.includes("no")
        ? "inconsistent"
        : "undecided";
    const turn = of === "highest" ? 1 : -1;
    const exact = ({ fact }: Other) => (fact.amount as Quantity).exact;
    const top = others.reduce((a, b) => (exact(b).compare(exact(a)) === turn ? b : a));
    const { fact: highest, by } = top;
    const start = this.since?.start ?? dayText(Math.min(...others.map(({ level }) => level.from)));
    const found = new Set(others.map(({ level }) => periodText(level.from, level.to)));
    const months = isMonth(month.period) ? monthsBetween(start, month.period.start) : [];
    const missing = months.filter((text) => !found.has(text));
    const added = others.filter((one) => one.added).length;
    const open = others.flatMap(({ level, interval }) =>
      interval.high.isFinite ? [] : [periodText(level.from, level.to)],
    );
    const topText = `${(highest.amount as Quantity).shown().value} in ${highest.period.text}`;
    const clash = () => (verdict === "inconsistent" ? this.clash(amount) : undefined);
    return {
      verdict,
      highest,
      by,
      compared: others.length,
      missing,
      open,
      says: `${amount.shown().value} in ${month.period.text} against ${others.length} earlier ${nameOf(month)}s since ${start.slice(0, 7)}: ${added === 0 ? "" : `${added} of them as exports plus imports; `}the ${of} of them is ${topText}${isMonth(month.period) ? `; no figure for ${missing.length} months` : ""}${open.length === 0 ? "" : `; of ${open.join(", ")} only a lower end was printed`}`,
      get clash() {
        return clash();
      },
    };
  }

  private isEarlier(level: Level): boolean {
    const { flow, period: own } = this.month;
    const { from } = daysOf(own);
    return (
      level.flow === flow &&
      level.to <= from &&
      asLong(level, daysOf(own)) &&
      (this.since === undefined || level.from >= daysOf(this.since).from)
    );
  }

  /** What follows for a period that nobody printed, as a fact. */
  private factOf({ area, partner, from, to }: Level, interval: Interval): Fact {
    const { unit, scale } = this.month.amount as Quantity;
    const amount = new Quantity({ unit, value: interval.middle, interval, scale });
    return { area, partner, flow: this.month.flow, period: period(periodText(from, to)), amount };
  }

  /** The statement that it is the highest, and figures that cannot all be true beside it. */
  private clash(amount: Quantity): Clash | undefined {
    const since = this.since === undefined ? {} : { since: this.since };
    const where = this.month.where ?? "the claim";
    const claimed: Fact = { ...this.month, where, amount, record: { of: this.of, ...since } };
    const own = printsOf([claimed]).filter(({ part }) => part === "amount" || part === "record");
    const model = compile([...this.model.prints.values(), ...own], this.relations);
    const ids = new Set(own.map(({ id }) => id));
    const { conflicts } = disjoint(model.system, new Budget({}, MOST));
    const found = conflicts.find(({ sources }) => sources.some((id) => ids.has(id)));
    return found && clashOf(found, model, this.relations);
  }
}

const nameOf = ({ period: of }: Fact): string => (isMonth(of) ? "month" : "period");

/** A period before the claim's and as long, of the same trade and currency. */
function isBeside(one: Fact, month: Fact): boolean {
  return (
    one.amount !== undefined &&
    one.area === month.area &&
    one.partner === month.partner &&
    one.amount.unit === month.amount?.unit &&
    asLong(daysOf(one.period), daysOf(month.period)) &&
    one.period.end < month.period.start
  );
}

function isMonth(of: Period): boolean {
  return /^\d{4}-\d\d$/.test(of.text);
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let day = from;
  while (day < to) {
    const text = day.slice(0, 7);
    months.push(text);
    day = dayText(dayNumber(period(text).end) + 1);
  }
  return months;
}
