import { ONE } from "../exact/decimal.js";
import { roundingInterval } from "../exact/rounding.js";
import { period } from "../figure/period.js";
import { emptyLists, type Reading } from "../text/reading.js";
import type { Case } from "./case.js";
import { casesOf, judgedCase } from "./cases.js";
import { CheckedClaim } from "./checked-claim.js";
import type { Judgement } from "./judgement.js";
import type { CheckOptions } from "./options.js";
import { publicationOf } from "./rates/evidence.js";
import { elsewhereOf } from "./repair/effect-on-others.js";
import { repairsOf, TrialBudget } from "./repair/search.js";
import { type CheckSummary, summaryOf } from "./summary.js";
import { View } from "./view.js";

/** A text, checked. */
export interface Checked {
  /** Every claim that could be computed, in the order of the text. */
  readonly claims: readonly CheckedClaim[];
  readonly summary: CheckSummary;
}

/** A reading, or the parts of one. */
export type ReadingParts = Pick<Reading, "text"> & Partial<Reading>;

/**
 * Checks the arithmetic of every claim in a text, each figure as the interval that its digits stand for.
 *
 * * Conversions: implied rate = quote ÷ base, compared with the rate that the text states, the published rates of the day
 *   and the period, the rates of the quarter before and of the periods in the text, all rates known (a factor of
 *   three away is inconsistent whatever the date), and other pairs of the same text.
 * * Growth: level ÷ base − 1 against the printed rate; points: level − base; multiples: level ÷ base, of a fall by
 *   a factor above one base ÷ level; amounts: level − base, or against the rate in percent beside them. Where the base is
 *   not printed it is computed only, but a fall of more than 100% to a level above zero is inconsistent by itself. From a
 *   base of zero or less only the direction is held.
 * * Changes: the growth from one amount to the other, and whether the verb goes the same way.
 * * Sums and differences: the total of the parts against the printed one. Shares: part ÷ whole.
 * * What sentences tell of one subject (`reading.tellings`): exports, imports and their balance, months and the period that
 *   holds them, a growth and the levels that it lies between, a whole and its parts, a record. Decided by the engine of
 *   {@link reconcile}; a contradiction has a `proof` that the scripts of data/verify check.
 * * With `published`: each figure of a trade against what published figures leave for it, up to a revision of 1%.
 *
 * `consistent`: the central value of what was computed lies in the printed interval (of a conversion: the rate lies in
 * the implied interval; of a change: the printed amounts themselves go the way of the verb). `inconsistent`: no amounts
 * that print so fit, nor would they if whole numbers that end in zeros were rounded to two digits. `undecided`: the
 * intervals only overlap, or the text gives a reason why the claim may be right all the same, or nothing is printed to
 * compare it with (`against: "nothing"`). An inconsistent claim has `repairs`: the nearest single edits of the text after
 * which the same check finds that it holds, or may hold. A claim that cannot be computed (other units, a share of a whole
 * of zero, a percentage to a level below zero whose base is not printed) is left out: an inconsistency is a finding,
 * never an exception.
 * @example check(read("Sales rose 111% to $20.2m from $11.3m.")).claims[0].verdict // inconsistent
 * @example check(read("It lent 620 billion yuan ($74.7 million). ($1 = 8.3 yuan)")).claims[0].repairs[0].to // $74.7 billion
 * @example check(read("Exports rose 82.3% to 42.64bn yuan.")).claims[0].computed.show() // CNY 23.3900bn, between 23.3808bn and 23.3992bn
 * @example check(read("Exports were $302bn in May. Imports were $220bn. The surplus was $92bn.")).claims[0].repairs[0].to // $82bn
 * @throws FigureError "bad-option" for a `publishedOn` or a `period` that is none
 */
export function check(reading: ReadingParts, options: CheckOptions = {}): Checked {
  const claims = [...checking(reading, options)].flatMap((step) => step.claims);
  return { claims, summary: summaryOf({ ...emptyLists(), ...reading }, claims) };
}

/** The claims that one step of {@link checking} checked, and how far that is. */
export interface CheckStep {
  readonly claims: readonly CheckedClaim[];
  /** Relations of the text looked at so far. */
  readonly done: number;
  /** Relations of the text. */
  readonly total: number;
}

/**
 * What {@link check} does, one relation of the text a step, for a program that shows what it has and can be stopped.
 * @returns the steps, in the order of the text; a relation that cannot be computed has no claim
 * @example [...checking(read("Sales rose 111% to $20.2m from $11.3m."))].length // 1
 * @throws FigureError "bad-option" for a `publishedOn` or a `period` that is none
 */
export function* checking(reading: ReadingParts, options: CheckOptions = {}): Generator<CheckStep, void> {
  const whole: Reading = { ...emptyLists(), ...reading };
  if (options.publishedOn !== undefined) publicationOf(options.publishedOn);
  if (typeof options.period === "string") period(options.period);
  if (options.rounding !== undefined) roundingInterval(ONE, 0, options.rounding);
  const budget = new TrialBudget();
  const cases = casesOf(whole, options).sort(
    (a, b) => a.claim.start - b.claim.start || a.claim.end - b.claim.end,
  );
  for (const [at, one] of cases.entries()) {
    const claims = checkedCase(one, cases, options, budget, at < MOST_KEPT);
    yield { claims, done: at + 1, total: cases.length };
  }
}

/**
 * The judgements that a check keeps in memory; those of more claims are made again when their sentence is asked for. A
 * text that is claims from end to end would take some hundred times its size otherwise.
 */
const MOST_KEPT = 1000;

function checkedCase(
  one: Case,
  all: readonly Case[],
  options: CheckOptions,
  budget: TrialBudget,
  keep: boolean,
): CheckedClaim[] {
  // A view of its own each time: it keeps the quantities that it makes.
  const judged = () => judgedCase(one, new View(options.rounding));
  const judgement = judged();
  if (judgement === undefined) return [];
  const repairs = () => {
    const view = new View(options.rounding);
    return repairsOf(
      one.figures,
      one.turns,
      (edits) => judgedCase(one, view.edited(edits)),
      view,
      elsewhereOf(all, one, options),
      budget,
    );
  };
  const { kind, claim, figures } = one;
  const again = keep ? undefined : (judged as () => Judgement);
  return [new CheckedClaim({ kind, claim, figures, judgement, again, repairs })];
}
