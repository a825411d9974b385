import { FigureError } from "../../errors.js";
import { ONE } from "../../exact/decimal.js";
import { type PrintRounding, roundingInterval } from "../../exact/rounding.js";
import type { Period } from "../../figure/period.js";
import type { RateBook } from "../../rate/book.js";
import type { Conversion, FigureMention, GrowthClaim, Reading } from "../reading.js";
import { judgeChange } from "./change.js";
import { CheckedClaim, type CheckedParts, type CheckKind } from "./checked.js";
import { judgeConversion, type Peer, peerOf } from "./conversion.js";
import { EvidenceOf, publicationOf } from "./evidence.js";
import { growthKind, judgeGrowth } from "./growth.js";
import type { Judgement } from "./judgement.js";
import { BREAKS_COST, MENDS_GAIN } from "./repair.js";
import type { Turn } from "./search.js";
import { repairsOf } from "./search.js";
import { judgeShare } from "./share.js";
import { judgeSum } from "./sum.js";
import { type CheckSummary, summaryOf } from "./summary.js";
import { TimesOf } from "./times.js";
import { type Edits, View } from "./view.js";
import { bothSides, growthAside, sentenceAround } from "./words.js";

export interface CheckOptions {
  /** Published rates to hold conversions against. */
  readonly book?: RateBook;
  /** The day of publication: 2023-10-23, or 2023-10. Rates of later days are never tried. */
  readonly publishedOn?: string;
  /** The period that the amounts are of, where the text does not say it. */
  readonly period?: string | Period;
  /** How the publisher rounded, where it is known to be otherwise than half away from zero. */
  readonly rounding?: PrintRounding;
}

/** A text, checked. */
export interface Checked {
  /** Every claim that could be computed, in the order of the text. */
  readonly claims: readonly CheckedClaim[];
  readonly summary: CheckSummary;
}

/** A reading, or the parts of one. */
export type ReadingParts = Pick<Reading, "text"> & Partial<Reading>;

/**
 * Checks the arithmetic of every claim in a text, each figure as the interval that its digits stand for.
 *
 * * Conversions: implied rate = quote ÷ base, held against the rate that the text states, the published rates of the day
 *   and the period, the rates of the quarter before and of the periods in the text, all rates known (a factor of
 *   three away is inconsistent whatever the date), and other pairs of the same text.
 * * Growth: level ÷ base − 1 against the printed rate; points: level − base; multiples: level ÷ base; amounts:
 *   level − base, or against the rate in percent beside them. Where the base is not printed it is computed only.
 * * Changes: the growth from one amount to the other, and whether the verb goes the same way.
 * * Sums and differences: the total of the parts against the printed one. Shares: part ÷ whole.
 *
 * `consistent`: what was computed lies in the printed interval. `inconsistent`: no amounts that print so fit, nor would they
 * if whole numbers that end in zeros were rounded to two digits. `undecided`: everything else, and what nothing is
 * printed to hold against (`against: "nothing"`). An inconsistent claim has `repairs`: the nearest single edits of the
 * text after which the same check finds that it holds. A claim that cannot be computed (other units, a base of zero)
 * is left out: an inconsistency is a finding, never an exception.
 * @example check(read("Sales rose 111% to $20.2m from $11.3m.")).claims[0].verdict // inconsistent
 * @example check(read("It lent 700 billion yuan ($84.4 million). ($1 = 8.3 yuan)")).claims[0].repairs[0].to // $84.4 billion
 * @example check(read("Exports rose 82.3% to 42.64bn yuan.")).claims[0].computed.show() // CNY 23.3900bn, between 23.3808bn and 23.3992bn
 * @throws FigureError "bad-option" for a `publishedOn` or a `period` that is none
 */
export function check(reading: ReadingParts, options: CheckOptions = {}): Checked {
  const whole: Reading = {
    mentions: [],
    conversions: [],
    growth: [],
    changes: [],
    sums: [],
    shares: [],
    unread: [],
    ...reading,
  };
  if (options.publishedOn !== undefined) publicationOf(options.publishedOn);
  if (options.rounding !== undefined) roundingInterval(ONE, 0, options.rounding);
  const claims = casesOf(whole, options)
    .flatMap((one, _, all) => checkedCase(one, options, elsewhereOf(all, one, options)))
    .sort((a, b) => a.claim.start - b.claim.start || a.claim.end - b.claim.end);
  return { claims, summary: summaryOf(whole, claims) };
}

/** One thing to check: the figures in it, the first to be repaired first, and how it is judged. */
interface Case {
  readonly kind: CheckKind;
  readonly claim: CheckedParts["claim"];
  readonly figures: readonly FigureMention[];
  readonly judge: (view: View) => Judgement | undefined;
  readonly turns: Turn;
}

function checkedCase(one: Case, options: CheckOptions, elsewhere: (edits: Edits) => number): CheckedClaim[] {
  const view = new View(options.rounding);
  const judgement = judged(one, view);
  if (judgement === undefined) return [];
  const repairs = () =>
    repairsOf(one.figures, one.turns, (edits) => judged(one, view.edited(edits)), view, elsewhere);
  return [new CheckedClaim({ kind: one.kind, claim: one.claim, figures: one.figures, judgement, repairs })];
}

/** At most so many other claims about one figure are judged again for an edit. */
const MAX_OTHERS = 4;

/** What an edit does to the other claims about the same figure: it may make one fail, or make a failing one hold. */
function elsewhereOf(all: readonly Case[], one: Case, options: CheckOptions): (edits: Edits) => number {
  const view = new View(options.rounding);
  let sharing: { readonly case: Case; readonly failed: boolean }[] | undefined;
  return (edits) => {
    const edited = edits.figure?.of;
    if (edited === undefined) return 0;
    sharing ??= all
      .filter((other) => other !== one && other.figures.some((figure) => one.figures.includes(figure)))
      .slice(0, MAX_OTHERS)
      .map((other) => ({ case: other, failed: judged(other, view)?.verdict === "inconsistent" }));
    let cost = 0;
    for (const other of sharing) {
      if (!other.case.figures.includes(edited)) continue;
      const fails = judged(other.case, view.edited(edits))?.verdict === "inconsistent";
      if (fails && !other.failed) cost += BREAKS_COST;
      if (!fails && other.failed) cost -= MENDS_GAIN;
    }
    return cost;
  };
}

/** The judgement of a case; one that fails with zeros as digits is tried with zeros as rounding. */
function judged(one: Case, view: View): Judgement | undefined {
  try {
    const strict = one.judge(view);
    if (strict?.verdict !== "inconsistent") return strict;
    const loose = one.judge(view.loosened());
    if (loose === undefined || loose.verdict === "inconsistent") return strict;
    return {
      ...loose,
      verdict: "undecided",
      margin: strict.margin,
      computed: strict.computed,
      distance: strict.distance,
      says: () =>
        `${strict.says().replace(/\.$/, "")}; it fits only if the zeros at the end of a figure are rounded.`,
      working: strict.working,
    };
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}

function casesOf(reading: Reading, options: CheckOptions): Case[] {
  return [
    ...conversionCases(reading, options),
    ...growthCases(reading),
    ...changeCases(reading),
    ...reading.sums.map(
      (claim): Case => ({
        kind: "sum",
        claim,
        figures: [claim.total, ...claim.parts.map(({ amount }) => amount)],
        judge: (view) => judgeSum(claim, view),
        turns: {},
      }),
    ),
    ...reading.shares.map(
      (claim): Case => ({
        kind: "share",
        claim,
        figures: present([claim.share, claim.part, claim.whole]),
        judge: (view) => judgeShare(claim, view),
        turns: {},
      }),
    ),
  ];
}

const MAX_PEERS = 32;

function conversionCases(reading: Reading, options: CheckOptions): Case[] {
  if (reading.conversions.length === 0) return [];
  const evidence = new EvidenceOf(reading, options);
  const peers = peersOf(reading.conversions, new View(options.rounding));
  const currencies = [
    ...new Set(reading.mentions.flatMap((one) => ("currency" in one && one.currency) || [])),
  ].slice(0, 8);
  const times = new TimesOf(reading);
  return reading.conversions.map((claim) => {
    const setting = { evidence, times: times.at(claim), peers: peers(claim) };
    return {
      kind: "conversion",
      claim,
      figures: [claim.converted, claim.amount],
      judge: (view) => judgeConversion(claim, view, setting),
      turns: { currencies },
    };
  });
}

/** The other pairs of the same currencies, the nearest in the text, at most 32: bounded work on a text of thousands. */
function peersOf(claims: readonly Conversion[], view: View): (claim: Conversion) => readonly Peer[] {
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

function growthCases(reading: Reading): Case[] {
  const percents = new Map<string, GrowthClaim>();
  const key = (claim: GrowthClaim, of: FigureMention | undefined) =>
    of === undefined ? "" : `${claim.sign} ${of.start}`;
  for (const claim of reading.growth) {
    if (claim.rate.kind !== "percent") continue;
    for (const of of [claim.level, claim.base]) if (of !== undefined) percents.set(key(claim, of), claim);
  }
  return reading.growth.flatMap((claim): Case[] => {
    const kind = growthKind(claim.rate);
    if (kind === undefined) return [];
    const other =
      kind === "increment"
        ? (percents.get(key(claim, claim.level)) ?? percents.get(key(claim, claim.base)))
        : undefined;
    const beside = other?.rate;
    // Tonnes have no prices; amounts of money do.
    const priced = kind === "growth" && claim.level?.kind === "money";
    const aside = priced ? growthAside(sentenceAround(reading.text, claim).text) : undefined;
    return [
      {
        kind,
        claim,
        figures: present([claim.rate, ...(beside === undefined ? [] : [beside]), claim.level, claim.base]),
        judge: (view) => judgeGrowth(claim, view, { beside, aside }),
        turns: { text: reading.text, claim, sign: claim.sign, reached: claim.level, figure: claim.rate },
      },
    ];
  });
}

/** Changes, but for those that a growth claim with the same two amounts covers. */
function changeCases(reading: Reading): Case[] {
  const covered = new Set(
    reading.growth.flatMap((one) =>
      one.level === undefined || one.base === undefined || one.rate.kind !== "percent"
        ? []
        : [`${one.base.start} ${one.level.start} ${one.sign}`],
    ),
  );
  return reading.changes
    .filter((one) => !covered.has(`${one.from.start} ${one.to.start} ${one.sign}`))
    .map((claim) => {
      const mixed = bothSides(sentenceAround(reading.text, claim).text);
      return {
        kind: "change",
        claim,
        figures: [claim.to, claim.from],
        judge: (view) => judgeChange(claim, view, mixed),
        turns: { text: reading.text, claim, sign: claim.sign, reached: claim.to, figure: claim.to },
      };
    });
}

function present(figures: readonly (FigureMention | undefined)[]): FigureMention[] {
  return figures.filter((one) => one !== undefined);
}
