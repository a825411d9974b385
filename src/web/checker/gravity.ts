import type { Outcome } from "./protocol.js";

const GRAVITY: readonly Outcome[] = ["inconsistent", "undecided", "consistent", "computed", "read"];

/** The graver of two outcomes. */
export function gravest(a: Outcome, b: Outcome): Outcome {
  return GRAVITY.indexOf(a) < GRAVITY.indexOf(b) ? a : b;
}
