import type { FigureMention } from "../../text/reading.js";
import type { View } from "../view.js";
import { editsOf } from "./edits.js";
import type { RepairKind } from "./repair.js";

/**
 * Whether one slip of the hand makes one figure the other: two digits exchanged, a scale word, of four or more digits
 * one. Two figures that differ otherwise may be of two things, or of two states of the data.
 */
export function isSlip(of: FigureMention | undefined, other: FigureMention | undefined, view: View): boolean {
  if (of === undefined || other === undefined) return false;
  const again = view.of(other);
  const { figure, to } = view.printed(of);
  const digits = figure.digits.replace(/\D|^0+/g, "").length;
  const slips = new Set<RepairKind>(digits < 4 ? ["swap", "scale"] : ["swap", "scale", "digit"]);
  for (const edit of editsOf(of, { text: of.text, figure, to }, undefined, slips))
    if (edit.printed.figure.interval.meets(again.interval)) return true;
  return false;
}
