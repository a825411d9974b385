import type { Ratio } from "../../exact/ratio.js";

/** times × variable, the variable as its place in `System.variables`. */
export interface Term {
  readonly variable: number;
  readonly times: Ratio;
}

/** The end of an interval; an open one does not belong to it. */
export interface End {
  readonly value: Ratio;
  readonly open: boolean;
}

/** lower ≤ sum of times × variable ≤ upper; an end that is missing does not limit. */
export interface Constraint {
  /** Unique within the system. */
  readonly id: string;
  /** Where it comes from: a statement, a limit, a definition. Several constraints may share one. */
  readonly source: string;
  /** Statements can be doubted. Definitions and limits cannot: they stand in certificates, never in a conflict. */
  readonly kind: "statement" | "limit" | "definition";
  readonly terms: readonly Term[];
  readonly lower?: End;
  readonly upper?: End;
}

/**
 * Linear constraints on unknown quantities. Nothing is implied: that a quantity is not negative is a limit of its own.
 * A system must not be changed once it was given to a function of this folder: what was learned about it is kept.
 */
export interface System {
  /** Names, each of them once. */
  readonly variables: readonly string[];
  readonly constraints: readonly Constraint[];
}

/** Where a search stops. What was found until then is true; what was not is said to be open. */
export interface Limits {
  /**
   * How much work: one unit takes about a second of a usual machine, and is the same work on every machine, so that the
   * answer is too. Default: no limit for `propagate`, 10 for all others.
   */
  readonly effort?: number;
  /** Milliseconds by the clock, whatever the work; the answer may then be another on a slower machine. Default: no limit. */
  readonly ms?: number;
  /** How many conflicts to list. Default: 20. */
  readonly conflicts?: number;
  /**
   * Looked at every few milliseconds. The functions do not give other code of their thread a turn, so an `AbortSignal`
   * that fires while they run has to be set by a getter, for instance on memory shared with another thread.
   */
  readonly signal?: { readonly aborted: boolean };
}

/** One constraint's end, times a number above zero. Exactly one of `statement`, `limit` and `definition` names its source. */
export interface CertificateLine {
  readonly statement?: string;
  readonly limit?: string;
  readonly definition?: string;
  /** The constraint's id. */
  readonly id: string;
  /** Variable and what it is multiplied with. */
  readonly terms: readonly (readonly [string, string])[];
  /** "lower": terms ≥ bound; "upper": terms ≤ bound; without "=" where `open`. */
  readonly side: "lower" | "upper";
  readonly bound: string;
  readonly open: boolean;
  readonly times: string;
}

/** A definition, terms = equals, times a number of either sign. */
export interface CertificateDefinition {
  readonly says: string;
  readonly id: string;
  readonly terms: readonly (readonly [string, string])[];
  readonly equals: string;
  readonly times: string;
}

/**
 * Why constraints cannot all be true (Farkas): multiplied and added, everything unknown cancels, and what is left is
 * false. Plain JSON; numbers are decimal text or "n/d". `data/verify/` holds a script in JavaScript and one in Python
 * that check it without this package.
 */
export interface Certificate {
  readonly lines: readonly CertificateLine[];
  readonly definitions: readonly CertificateDefinition[];
  /** What all lines add up to, "lower sum < upper sum", and is false: "42.635 < 14.45". */
  readonly adds: string;
}

export type Decision =
  /** All can be true: one value for each variable. */
  | { readonly verdict: "consistent"; readonly witness: readonly Ratio[] }
  | { readonly verdict: "contradictory"; readonly certificate: Certificate }
  | { readonly verdict: "undecided"; readonly why: string };

/** Statements that cannot all be true. */
export interface Conflict {
  /** The sources of the statements, in the order of the system; none where definitions and limits alone clash. */
  readonly sources: readonly string[];
  readonly certificate: Certificate;
  /** How far apart the two sides of `certificate.adds` are, relative to the larger: 0 where only an open end decides. */
  readonly gap: Ratio;
  /** Whether it is proven that leaving out any one source would end the conflict. */
  readonly minimal: boolean;
}

export interface Conflicts {
  /** The smallest first, among equals the widest gap. */
  readonly conflicts: readonly Conflict[];
  /** Whether there may be others. */
  readonly more: boolean;
}

/** The end of a range, and the sources of the statements that make it. */
export interface RangeEnd extends End {
  readonly sources: readonly string[];
}

/** What all constraints together allow a sum of variables to be. */
export interface Range {
  readonly lower?: RangeEnd;
  readonly upper?: RangeEnd;
  /** Whether nothing narrower is true; otherwise a limit was reached and the range holds what is allowed, and more. */
  readonly exact: boolean;
}

/** What is known of a variable. */
export interface Enclosure {
  readonly lower?: End;
  readonly upper?: End;
}
