import { FigureError } from "../../errors.js";
import type { Figure } from "../../figure/figure.js";
import { isCurrency } from "../../figure/units.js";
import { judged, type Verdict } from "../../figure/verdict.js";
import { impliedRate } from "../../rate/implied.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import { type RateUsed, rateUsed } from "../../rate/used.js";
import type { Conversion, FigureMention } from "../../text/reading.js";
import { briefRate } from "../brief.js";
import { computedOnly, type Judgement, relative, softened } from "../judgement.js";
import type { Times } from "../rates/claim-periods.js";
import type { EvidenceOf } from "../rates/evidence.js";
import { impliedOf, wideOf } from "../rates/implied.js";
import type { Peer } from "../rates/other-pairs.js";
import type { Pair } from "../rates/pair.js";
import { weighed } from "../rates/weigh.js";
import { remade, type View } from "../view.js";

export interface ConversionSetting {
  readonly evidence: EvidenceOf;
  readonly times: Times;
  readonly peers: () => readonly Peer[];
}

/**
 * What two amounts imply about the rate, and what speaks for or against it, the strongest first: the rate that the text
 * prints for its conversions; published rates of the day of printing or the period; the rates of the quarter
 * before and of the periods in the text; all rates known of the pair, a factor of three away; other pairs of the same text.
 * @throws FigureError for amounts that imply no rate
 */
export function judgeConversion(
  claim: Conversion,
  view: View,
  setting: ConversionSetting,
): Judgement | undefined {
  const sides = [view.ends(claim.amount), view.ends(claim.converted)] as const;
  const [amount, converted] = [claim.amount, claim.converted].map((one) => `“${view.printed(one).text}”`) as [
    string,
    string,
  ];
  const pair: Pair = { claim, amount, converted };
  const units = sides.map((side) => side[0]?.unit ?? "");
  if (!units.every(isCurrency)) return undefined;
  if (units[0] === units[1]) {
    // A currency that is edited into the other one makes no pair.
    return view.edits.figure === undefined ? sameCurrency(pair, view) : undefined;
  }
  const implied = impliedOf(sides);
  if (!Rate.is(implied)) return endsDiffer(pair, implied);
  const evidence = setting.evidence.of(claim, implied.base, implied.quote, setting.times.period);
  const blind = setting.evidence.blind(implied.base, implied.quote, setting.times);
  const reach = blind ? undefined : evidence.reach;
  const wide = wideOf(sides, implied);
  if (view.edits.figure !== undefined && reach !== undefined && !wide.interval.intersect(reach)) {
    return REFUTED;
  }
  const strict = weighed(pair, implied, evidence, setting.peers, blind);
  // The ends of a range are round: a rate that fits only one of them is no proof against both.
  const loose =
    strict.verdict === "inconsistent" &&
    wide !== implied &&
    weighed(pair, wide, evidence, setting.peers, blind);
  const found =
    loose && loose.verdict !== "inconsistent" ? softened(strict, "but it fits one end of the range") : strict;
  // Assigned, not spread: its offset is a getter, and most judgements are never asked for it.
  return Object.assign(found, { used: () => usedRate(claim, view, setting, implied) });
}

/** An edit that no rate can speak for: most of the hundreds that are tried. */
const REFUTED: Judgement = {
  ...computedOnly(undefined, () => "No rate fits."),
  verdict: "inconsistent",
  against: "rates",
};

function endsDiffer(pair: Pair, ends: readonly [AnyRate, AnyRate]): Judgement {
  const [low, high] = ends;
  const { margin } = judged(low.interval, high.interval, high.value);
  return {
    verdict: "inconsistent",
    margin,
    against: "text",
    offset: relative(low.value, high.value),
    computed: low,
    distance: () => `${margin.abs().toSignificantDigits(3).toFixed()} ${low.quote} per ${low.base} outside`,
    says: () =>
      `The lower ends of ${pair.amount} and ${pair.converted} imply ${briefRate(low)}, the upper ends ${briefRate(high)}: they were not converted at one rate.`,
    working: () => `${low.explain()}\n${high.explain()}`,
  };
}

/** One amount, printed twice in one currency: it can only be right if the two meet. */
function sameCurrency(pair: Pair, view: View): Judgement | undefined {
  const [a, b] = [view.of(pair.claim.amount), view.of(pair.claim.converted)];
  const { verdict, margin } = judged(a.interval, b.interval, b.value);
  // "$5 million (US$3.5 million)": the first sign may stand for other dollars than it was read as.
  const open = [pair.claim.amount, pair.claim.converted].some((one) =>
    view.printed(one).figure.notes.some((note) => note.about === "sign" || note.about === "name"),
  );
  const decided: Verdict = verdict === "inconsistent" && open ? "undecided" : verdict;
  return {
    verdict: decided,
    margin,
    against: "text",
    offset: relative(a.value, b.value),
    computed: b,
    distance: () => `${margin.abs().toSignificantDigits(3).toFixed()} ${a.unit}`,
    says: () =>
      decided === "inconsistent"
        ? `${pair.amount} and ${pair.converted} are both in ${a.unit}, and are not the same amount.`
        : open && verdict === "inconsistent"
          ? `${pair.amount} and ${pair.converted} are both read as ${a.unit}; one of them must be another currency.`
          : `${pair.amount} and ${pair.converted} are the same amount in ${a.unit}.`,
    working: () => `${a.explain()}\n${b.explain()}`,
  };
}

/** Which published rate made the one amount of the other, where the book holds rates of the day or the period. */
function usedRate(
  claim: Conversion,
  view: View,
  setting: ConversionSetting,
  implied: AnyRate,
): RateUsed | undefined {
  const query = setting.evidence.query(setting.times.period);
  if (query === undefined) return undefined;
  const [a, b] = [claim.amount, claim.converted].map((one) => plainFigure(one, view));
  if (a === undefined || b === undefined) return undefined;
  const [stated] = setting.evidence.of(claim, implied.base, implied.quote, setting.times.period).stated;
  try {
    const { base } = impliedRate(a, b) as AnyRate;
    const own = stated && (stated.rate.base === base ? stated.rate : stated.rate.inverted());
    return rateUsed(a, b, own === undefined ? query : { ...query, stated: own });
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}

function plainFigure(mention: FigureMention, view: View): Figure | undefined {
  const { figure } = view.printed(mention);
  const { unit } = view.of(mention);
  return figure.unit === unit ? figure : remade(figure, { unit });
}
