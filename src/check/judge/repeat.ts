import { nameOf } from "../../figure/arithmetic.js";
import type { Quantity } from "../../figure/quantity.js";
import type { Repeat } from "../../text/reading.js";
import { held, type Judgement } from "../judgement.js";
import { editsOf } from "../repair/edits.js";
import type { RepairKind } from "../repair/repair.js";
import type { View } from "../view.js";

/**
 * A figure of a sentence against the same one in a table, or in a sentence before. Two figures that differ may be of two things, or of two
 * states of the data: they contradict each other only where one slip of the hand makes one the other: two digits exchanged, a scale word, of four or more digits one.
 * @returns undefined where they are far from each other
 */
export function judgeRepeat(claim: Repeat, view: View): Judgement | undefined {
  const [printed, again] = [view.of(claim.figure), view.of(claim.again)];
  if (printed.unit !== again.unit) return undefined;
  const where = claim.again.headed === undefined ? "elsewhere the text" : "the table";
  const found = held(printed, again, () => `${where} prints ${nameOf(again)}`);
  if (found.verdict !== "inconsistent")
    return claim.turned ? contrary(found, printed, again) : { ...found, verdict: "consistent" };
  if (claim.turned) return undefined;
  // While it is repaired, another figure of the same claim is the edited one.
  const { figure, to } = view.printed(claim.figure);
  if (view.edits.figure !== undefined) return found;
  const digits = figure.digits.replace(/\D|^0+/g, "").length;
  const slips = new Set<RepairKind>(digits < 4 ? ["swap", "scale"] : ["swap", "scale", "digit"]);
  for (const edit of editsOf(claim.figure, { text: claim.figure.text, figure, to }, undefined, slips)) {
    if (edit.printed.figure.interval.meets(again.interval)) return found;
  }
  return undefined;
}

/** The same digits, once as a rise and once as a fall. */
function contrary(found: Judgement, printed: Quantity, again: Quantity): Judgement {
  const says = () =>
    `Of ${nameOf(printed)} and ${nameOf(again)}, the text tells one as a rise and one as a fall.`;
  return { ...found, verdict: "inconsistent", margin: undefined, distance: () => "", says };
}
