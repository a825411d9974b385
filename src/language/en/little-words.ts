import { wordSet } from "../word-list.js";

/**
 * The little words that engines ask for one at a time, each named by what it does where it is asked for: prepositions by what
 * stands behind them, coordinators by what they join, articles by what they say of a noun.
 */

// Prepositions.

/** "5% of exports", "exports of 5bn": before a whole, and before what a noun is of. */
export const BEFORE_WHOLE = "of";
/** "rose to 5bn": before the level that is reached, and before the second end of a change or a range. */
export const BEFORE_LEVEL = "to";
/** "rose from 4bn": before what something changed from, and before the first end of a range. */
export const BEFORE_BASE = "from";
/** "rose by 5%": before how far something moved. */
export const BEFORE_DISTANCE = "by";
/** "closed at 486": before where something stands. */
export const BEFORE_STAND = "at";
/** "on Monday", "on the year": before a day, and before what a change is over. */
export const BEFORE_DAY = "on";
/** "more than 5bn": behind a comparative. */
export const BEHIND_COMPARATIVE = "than";
/** "between 3 and 4bn": before two ends. */
export const BEFORE_BOTH_ENDS = "between";
/** "$5 per tonne": before what an amount is for one of. */
export const BEFORE_UNIT = "per";

// Coordinators.

/** "exports and imports": both hold. */
export const JOINS_BOTH = "and";
/** "€3bn or $4bn": one for the other. */
export const JOINS_EITHER = "or";

// Articles and what stands in their place.

/** Before what is known already: "the year". */
export const DEFINITE = "the";
/** Before one of a kind: "a million", "an eighth". */
export const INDEFINITE = wordSet("a an");
/** Of these, the one before a consonant: "a half", "a third". */
export const INDEFINITE_BEFORE_CONSONANT = "a";
/** How a noun of several ends. */
export const PLURAL = "s";
/** Behind an apostrophe, that something belongs to what stands before: "this year's". */
export const POSSESSIVE = "s";
