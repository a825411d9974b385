import { FigureError } from "../../errors.js";
import { Near } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { judged } from "../../figure/verdict.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import type { Conversion } from "../../text/reading.js";
import { briefRate } from "../brief.js";
import { type Judgement, relative } from "../judgement.js";
import type { View } from "../view.js";
import { impliedOf } from "./implied.js";
import { meets, type Pair, pairText, timesText } from "./pair.js";

/** Another pair of the same text, for comparison: its currencies and the rates that it implies. */
export interface Peer {
  readonly claim: Conversion;
  readonly implied: AnyRate;
}

// Pairs of one text can be of two years; where others agree with each other, an outlier shows sooner.
const PEERS = new Interval(new Near("0.9"), new Near(1).dividedBy(new Near("0.9")).toDecimalPlaces(10));

const LONE_PEER = new Interval(new Near(2).dividedBy(3).toDecimalPlaces(10), new Near("1.5"));

/** The implied rate of a pair as printed, for the other pairs of the text; undefined where it has none. */
function peerOf(claim: Conversion, view: View): Peer | undefined {
  try {
    const implied = impliedOf([view.ends(claim.amount), view.ends(claim.converted)]);
    return Rate.is(implied) ? { claim, implied } : undefined;
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}

export function besidePeers(pair: Pair, implied: AnyRate, peers: readonly Peer[]): Judgement | undefined {
  const others = peers.filter(
    (one) =>
      one.claim !== pair.claim && one.implied.base === implied.base && one.implied.quote === implied.quote,
  );
  if (others.length === 0) return undefined;
  const agreeing = others.filter((one) => one.implied.interval.intersect(implied.interval) !== undefined);
  const off = (one: Peer) => relative(one.implied.value, implied.value);
  const nearest = (of: readonly Peer[]) => of.reduce((a, b) => (off(b).lessThan(off(a)) ? b : a));
  const known = agreeing.length > 0 ? nearest(agreeing) : nearest(others);
  const other = `“${known.claim.amount.text}” and “${known.claim.converted.text}” in the same text, ${briefRate(known.implied)}`;
  const base = { against: "text" as const, offset: off(known), computed: implied };
  const working = () => `${implied.explain()}\n${known.implied.explain()}`;
  const gap = (side: string) => () =>
    `${timesText(implied, known.implied).replace("the implied rate is ", "")}, ${side}`;
  if (agreeing.length > 0) {
    const { margin } = judged(known.implied.interval, implied.interval, implied.value);
    return {
      ...base,
      verdict: "consistent",
      margin: margin.abs(),
      distance: gap("inside"),
      says: () => `${pairText(pair, implied)}; it agrees with ${other}.`,
      working,
    };
  }
  const beyond = (by: Interval) => others.every((one) => !meets(implied, one.implied.interval, by));
  const outlier = beyond(PEERS) && (beyond(LONE_PEER) || someAgree(others));
  const { margin } = judged(known.implied.interval, implied.interval, implied.value);
  return {
    ...base,
    verdict: outlier ? "inconsistent" : "undecided",
    margin,
    distance: gap("outside"),
    says: () =>
      outlier
        ? `${pairText(pair, implied)}; it does not fit ${other}: ${timesText(implied, known.implied)}, so one of the two is wrong.`
        : `${pairText(pair, implied)}; it differs from ${other}, as two dates may.`,
    working,
  };
}

/** Whether any two of the pairs agree with each other. */
function someAgree(peers: readonly Peer[]): boolean {
  return peers.some((a, i) =>
    peers.slice(i + 1).some((b) => a.implied.interval.intersect(b.implied.interval) !== undefined),
  );
}

const MAX_PEERS = 32;

/** The other pairs of the same currencies, the nearest in the text, at most 32: bounded work on a text of thousands. */
export function peersOf(claims: readonly Conversion[], view: View): (claim: Conversion) => readonly Peer[] {
  const groups = new Map<string, Peer[]>();
  const places = new Map<Conversion, { group: Peer[]; at: number }>();
  for (const claim of claims) {
    const peer = peerOf(claim, view);
    if (peer === undefined) continue;
    const key = peer.implied.pair;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    places.set(claim, { group, at: group.length });
    group.push(peer);
  }
  const all = [...groups.values()];
  return (claim) => {
    const own = places.get(claim);
    // A pair that is edited into other currencies meets the pairs of those.
    const others = all.filter((group) => group !== own?.group).flatMap((group) => group.slice(0, 4));
    if (own === undefined) return others.slice(0, MAX_PEERS);
    const from = Math.max(0, own.at - MAX_PEERS / 2);
    return [...own.group.slice(from, from + MAX_PEERS + 1), ...others.slice(0, MAX_PEERS)];
  };
}
