import { Ratio } from "../../exact/ratio.js";
import type { End } from "../solver/system.js";
import type { Level } from "./level.js";

/** times × level. */
export type Times = readonly [level: Level, times: Ratio];

/**
 * What holds whatever is printed: a definition (an equation) or a limit. lower ≤ sum of terms ≤ upper, in units of
 * the currency.
 */
export interface Rule {
  readonly kind: "definition" | "limit";
  /** In words, as a certificate quotes it: "total = exports + imports (CHN with RUS, Sep 2023)". */
  readonly says: string;
  /** What it makes allowance for, where it does: "a revision of 2%". */
  readonly allows?: string;
  readonly terms: readonly Times[];
  readonly lower?: End;
  readonly upper?: End;
}

const closed = (value: Ratio): End => ({ value, open: false });
const ZERO = closed(Ratio.ZERO);
const ONE = Ratio.ONE;
const MINUS = Ratio.of(-1n);

/** whole = the sum of its parts. */
export function equal(whole: Level, parts: readonly Level[], says: string): Rule {
  return {
    kind: "definition",
    says,
    terms: [[whole, ONE], ...parts.map((one): Times => [one, MINUS])],
    lower: ZERO,
    upper: ZERO,
  };
}

/** The sum of parts is at most the whole. */
export function atMost(parts: readonly Level[], whole: Level, says: string): Rule {
  return {
    kind: "limit",
    says,
    terms: [[whole, ONE], ...parts.map((one): Times => [one, MINUS])],
    lower: ZERO,
  };
}

/** low × base ≤ level ≤ high × base; an end that is missing does not limit. */
export function within(
  level: Level,
  base: Level,
  { low, high }: { readonly low?: Ratio; readonly high?: Ratio },
  says: string,
  allows?: string,
): Rule[] {
  const rule = (times: Ratio, side: "lower" | "upper"): Rule => ({
    kind: "limit",
    says,
    ...(allows === undefined ? {} : { allows }),
    terms: [
      [level, ONE],
      [base, times.negated()],
    ],
    [side]: ZERO,
  });
  if (low !== undefined && high !== undefined && low.equals(high)) {
    return [{ ...rule(low, "lower"), kind: "definition", upper: ZERO }];
  }
  return [
    ...(low === undefined ? [] : [rule(low, "lower")]),
    ...(high === undefined ? [] : [rule(high, "upper")]),
  ];
}
