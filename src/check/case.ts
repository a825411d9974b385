import type { FigureMention } from "../text/reading.js";
import type { CheckedParts, CheckKind } from "./checked-claim.js";
import type { Judgement } from "./judgement.js";
import type { Turn } from "./repair/search.js";
import type { View } from "./view.js";

/** One thing to check: the figures in it, the first to be repaired first, and how it is judged. */
export interface Case {
  readonly kind: CheckKind;
  readonly claim: CheckedParts["claim"];
  readonly figures: readonly FigureMention[];
  readonly judge: (view: View) => Judgement | undefined;
  readonly turns: Turn;
}
