import type { Reading, Span } from "../text/reading.js";
import type { CheckedClaim } from "./checked-claim.js";

/** How many claims came out how, and how much of the text's figures was read at all. */
export interface CheckSummary {
  readonly claims: number;
  readonly consistent: number;
  readonly inconsistent: number;
  readonly undecided: number;
  /** Of the undecided: those that nothing was there to hold against. */
  readonly computedOnly: number;
  /** Figures that were read. */
  readonly figures: number;
  /** Figures that take part in a claim. */
  readonly inClaims: number;
  /** Digits and relations that were seen and not read. */
  readonly unread: number;
  /** Read, of what was read and seen: "0.93"; "1" for a text without figures. */
  readonly coverage: string;
  readonly says: string;
}

export function summaryOf(reading: Reading, claims: readonly CheckedClaim[]): CheckSummary {
  const count = (verdict: string) => claims.filter((one) => one.verdict === verdict).length;
  const figures = reading.mentions.filter((one) => "figure" in one).length;
  const used = new Set<Span>();
  for (const one of claims) for (const figure of one.figures) used.add(figure);
  const unread = reading.unread.length;
  const [consistent, inconsistent, undecided] = [
    count("consistent"),
    count("inconsistent"),
    count("undecided"),
  ];
  const seen = figures + unread;
  const coverage = seen === 0 || unread === 0 ? "1" : hundredths(figures, seen);
  return {
    claims: claims.length,
    consistent,
    inconsistent,
    undecided,
    computedOnly: claims.filter((one) => one.verdict === "undecided" && one.against === "nothing").length,
    figures,
    inClaims: used.size,
    unread,
    coverage,
    says: `${plural(claims.length, "claim")}: ${consistent} consistent, ${inconsistent} inconsistent, ${undecided} undecided; ${plural(figures, "figure")} read, ${unread} seen and not read.`,
  };
}

/** A share of counts with two digits, cut so that it never says all where something is missing. */
function hundredths(part: number, whole: number): string {
  return `0.${String(Math.floor((part * 100) / whole)).padStart(2, "0")}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
