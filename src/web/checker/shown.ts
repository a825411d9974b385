import type { CheckedClaim } from "../../check/checked-claim.js";
import { offered } from "../../check/repair/repair.js";
import type { Interval } from "../../exact/interval.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import type { Mention, Span } from "../../text/reading.js";
import { figuresOf } from "../../text/relations.js";
import { shortened } from "./finding.js";
import type {
  Ends,
  FindingTold,
  Place,
  ShownMark,
  ShownMore,
  ShownRate,
  ShownValue,
  ToldOf,
} from "./protocol.js";

/** Of each kind of rate, the best explanation of its kind. */
const MOST_RATES = 4;

export const markOf = ({ start, end, kind }: Mention): ShownMark => ({ start, end, kind });

export function shownValue(one: Mention): ShownValue {
  if ("figure" in one) {
    const { value, range } = one.figure.shown();
    return { value: one.to === undefined ? value : `${value} – ${one.to.shown().value}`, range };
  }
  if (one.kind === "period") {
    const { period } = one;
    return { value: period === undefined ? "" : `${period.start} – ${period.end}`, range: "" };
  }
  return { value: one.kind === "comparison" ? one.basis : one.direction, range: "" };
}

/** A claim in brief. @param told whether its words go with it */
export function findingOf(claim: CheckedClaim, id: number, told: boolean): ToldOf {
  const only = claim.verdict === "undecided" && claim.against === "nothing";
  const { start, end } = claim.claim;
  return {
    id,
    kind: claim.kind,
    outcome: only ? "computed" : claim.verdict,
    start,
    end,
    figures: figuresOf(claim.claim).map((one) => ({ start: one.start, end: one.end })),
    told: told ? toldOf(claim) : undefined,
  };
}

export function toldOf(claim: CheckedClaim): FindingTold {
  const { printed, computed } = claim;
  return {
    says: oneLine(claim.says),
    distance: claim.distance,
    ...(printed === undefined ? {} : { printed: endsOf(printed.show(), printed.interval) }),
    ...(computed === undefined ? {} : { computed: endsOf(computed.show(), computed.interval) }),
    ...(Rate.is(computed) ? { pair: computed.pair } : {}),
  };
}

export function moreOf(claim: CheckedClaim, id: number): ShownMore {
  const repairs = offered(claim.repairs).map(({ span, to, verdict, breaks }) => ({
    ...placeOf(span),
    to,
    holds: verdict === "consistent",
    ...(breaks === undefined ? {} : { breaks: oneLine(breaks.text) }),
  }));
  const { proof, says } = claim;
  const told = proof && JSON.stringify({ text: claim.span.text, says: oneLine(says), ...proof });
  return { id, working: claim.working, repairs, rates: ratesOf(claim), proof: told ?? "" };
}

/** The published rates of the time, the best explanation first. */
function ratesOf(claim: CheckedClaim): ShownRate[] {
  const { computed, used } = claim;
  if (used === undefined || !Rate.is(computed)) return [];
  const kinds = new Map<string, (typeof used.candidates)[number]>();
  for (const one of used.candidates) if (!kinds.has(one.rate.kind)) kinds.set(one.rate.kind, one);
  return [...kinds.values()].slice(0, MOST_RATES).map(({ rate, verdict }) => {
    const oriented: AnyRate = rate.base === computed.base ? rate : rate.inverted();
    const what = [oriented.kind.replace("-", " "), oriented.period?.text, oriented.source?.publisher];
    return {
      name: what.filter((part) => part !== undefined).join(", "),
      at: oriented.midpoint.toNumber(),
      value: oriented.show().split(", ")[0] as string,
      fits: verdict === "consistent",
    };
  });
}

function endsOf(shown: string, { lower, upper }: Interval): Ends {
  const [value = "", ...range] = shown.split(", ");
  // Positions of a drawing, never amounts: a pixel is coarser than a floating-point number.
  return { value, range: range.join(", "), from: lower.toNumber(), to: upper.toNumber() };
}

export function placeOf({ start, end, text }: Span): Place {
  return { start, end, text: shortened(text) };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");
