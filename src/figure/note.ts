/**
 * Words that move an amount off its printed digits. With X the printed amount and w one unit of its last digit that
 * is not a trailing zero (100 for 800, 0.1 for 19.8): `below` (X−w, X), `above` (X, X+w), `about` [X−w, X+w],
 * `more` (X, ∞), `atLeast` [X, ∞), `less` [0, X), `atMost` [0, X]: sizes, so the last two begin at zero.
 */
export type Hedge = "below" | "above" | "about" | "more" | "atLeast" | "less" | "atMost";

/** Something that the text leaves open, how it was read, and what else it could be. */
export interface Note {
  readonly about: "sign" | "name" | "scale" | "trailing-zeros" | "brackets";
  readonly says: string;
  readonly others: readonly string[];
}
