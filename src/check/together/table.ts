import { nameOf } from "../../figure/arithmetic.js";
import type { Quantity } from "../../figure/quantity.js";
import { compile } from "../../statement/model/compile.js";
import { UNDATED } from "../../statement/model/level.js";
import type { Print } from "../../statement/model/print.js";
import { clashOf } from "../../statement/reconcile/conflict.js";
import { disjoint } from "../../statement/reconcile/disjoint.js";
import { Budget } from "../../statement/solver/budget.js";
import type { Reading, Repeat } from "../../text/reading.js";
import type { Case } from "../case.js";
import { held, type Judgement } from "../judgement.js";
import { negated } from "../operand.js";
import { isSlip } from "../repair/slip.js";
import type { View } from "../view.js";

/** Figures of sentences that a table of the text prints too: two statements about one amount, or one growth. */
export function tableCases({ repeats }: Pick<Reading, "repeats">): Case[] {
  return repeats.map((claim) => ({
    kind: "repeat",
    claim,
    figures: [claim.figure, claim.again],
    judge: (view) => judged(claim, view),
    turns: {},
  }));
}

/**
 * They contradict each other where they cannot both be true and one slip of the hand makes one the other: two figures that
 * differ otherwise may be of two things, or of two states of the data.
 * @returns undefined where they are far from each other
 */
function judged(claim: Repeat, view: View): Judgement | undefined {
  const [printed, again] = [view.of(claim.figure), view.of(claim.again)];
  if (printed.unit !== again.unit) return undefined;
  // A level is not negative: two figures below zero are stated by their size.
  const below = printed.exact.sign < 0 || again.exact.sign < 0;
  if (below && (printed.exact.sign > 0 || again.exact.sign > 0)) return undefined;
  const stated = (of: Quantity) => (below ? negated(of) : of);
  const prints = [printOf("the text", stated(printed)), printOf("the table", stated(again))];
  const model = compile(prints, []);
  const [conflict] = disjoint(model.system, new Budget({}, EFFORT)).conflicts;
  const found = held(printed, again, () => `the table prints ${nameOf(again)}`);
  if (conflict === undefined) return { ...found, verdict: "consistent" };
  // While it is repaired, another figure of the same claim is the edited one.
  if (view.edits.figure === undefined && !isSlip(claim.figure, claim.again, view)) return undefined;
  return { ...found, verdict: "inconsistent", proof: () => clashOf(conflict, model, []).certificate };
}

/** Two statements about one level are decided in a step or two. */
const EFFORT = 1;

/** Amounts and growths alike are one number each. */
function printOf(where: string, amount: Quantity): Print {
  const about = { area: "one thing", partner: "", flow: "level", period: UNDATED, where } as const;
  return { id: where, part: "amount", fact: { ...about, amount } };
}
