import { nameOf } from "../../figure/arithmetic.js";
import type { Repeat } from "../../text/reading.js";
import { held, type Judgement } from "../judgement.js";
import { isSlip } from "../repair/slip.js";
import type { View } from "../view.js";

/**
 * A figure of a sentence against the same one in a table. They contradict each other only where one slip of the hand makes
 * one the other: two figures that differ otherwise may be of two things, or of two states of the data.
 * @returns undefined where they are far from each other
 */
export function judgeRepeat(claim: Repeat, view: View): Judgement | undefined {
  const [printed, again] = [view.of(claim.figure), view.of(claim.again)];
  if (printed.unit !== again.unit) return undefined;
  const found = held(printed, again, () => `the table prints ${nameOf(again)}`);
  if (found.verdict !== "inconsistent") return { ...found, verdict: "consistent" };
  // While it is repaired, another figure of the same claim is the edited one.
  if (view.edits.figure !== undefined) return found;
  return isSlip(claim.figure, claim.again, view) ? found : undefined;
}
