import { FigureError } from "../../errors.js";
import { Decimal, Near, ZERO } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import type { Figure } from "../../figure/figure.js";
import { Quantity } from "../../figure/quantity.js";
import { grouped } from "../../figure/show.js";
import { isCurrency } from "../../figure/units.js";
import { judged, type Verdict } from "../../figure/verdict.js";
import { impliedRate } from "../../rate/implied.js";
import { type AnyRate, Rate } from "../../rate/rate.js";
import { type RateUsed, rateUsed } from "../../rate/used.js";
import type { Conversion, FigureMention } from "../reading.js";
import type { Evidence, EvidenceOf, Window } from "./evidence.js";
import { computedOnly, type Judgement, relative, softened } from "./judgement.js";
import { baseOf } from "./order.js";
import type { Times } from "./times.js";
import { remade, type View } from "./view.js";

/** Another pair of the same text, for comparison: its currencies and the rates that it implies. */
export interface Peer {
  readonly claim: Conversion;
  readonly implied: AnyRate;
}

/** A conversion, and its two amounts as they are printed or as an edit has them. */
interface Pair {
  readonly claim: Conversion;
  readonly amount: string;
  readonly converted: string;
}

export interface ConversionSetting {
  readonly evidence: EvidenceOf;
  readonly times: Times;
  readonly peers: readonly Peer[];
}

// Rates of one day differ by bank and hour: two percent beyond every rate of a stretch may still be one of them.
const SPREAD = new Interval(new Near("0.98"), new Near("1.02"));
const FEW_KNOWN = new Interval(new Near("0.9"), new Near("1.1"));
// Whole factors from every rate that is known, however old, are a slip of the scale or the point, not a market.
const FACTOR = new Interval(new Near(1).dividedBy(3), new Near(3));
// News about a rate may be of another day than the amounts.
const NEWS = new Interval(new Near("0.8"), new Near("1.25"));
// Pairs of one text can be of two years; where others agree with each other, an outlier shows sooner.
const PEERS = new Interval(new Near("0.9"), new Near(1).dividedBy(new Near("0.9")).toDecimalPlaces(10));
const LONE_PEER = new Interval(new Near(2).dividedBy(3).toDecimalPlaces(10), new Near("1.5"));

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
  const evidence = setting.evidence.about(implied.base, implied.quote, setting.times.period);
  const blind = setting.evidence.blind(implied.base, implied.quote, setting.times);
  const reach = blind ? undefined : evidence.reach;
  const wide = wideOf(sides, implied);
  if (view.edits.figure !== undefined && reach !== undefined && !wide.interval.intersect(reach)) {
    return REFUTED;
  }
  const strict = weighed(pair, implied, evidence, setting, blind);
  // The ends of a range are round: a rate that fits only one of them is no proof against both.
  const loose =
    strict.verdict === "inconsistent" && wide !== implied && weighed(pair, wide, evidence, setting, blind);
  const found =
    loose && loose.verdict !== "inconsistent" ? softened(strict, "but it fits one end of the range") : strict;
  return { ...found, used: () => usedRate(claim, view, setting, implied) };
}

/** An edit that no rate can speak for: most of the hundreds that are tried. */
const REFUTED: Judgement = {
  ...computedOnly(undefined, () => "No rate fits."),
  verdict: "inconsistent",
  against: "rates",
};

/** The implied rate of a conversion; two where the ends of its ranges disagree. */
function impliedOf(
  sides: readonly [readonly Quantity[], readonly Quantity[]],
): AnyRate | readonly [AnyRate, AnyRate] {
  const [a, b] = sides;
  if (a.length === 2 && b.length === 2) {
    const ends = [0, 1].map((i) => rateOf(a[i] as Quantity, b[i] as Quantity)) as [AnyRate, AnyRate];
    const both = ends[0].interval.intersect(ends[1].interval);
    if (both === undefined) return ends;
    return bothEnds(ends, both);
  }
  return rateOf(hull(a), hull(b));
}

/** The rates that either end of two ranges implies; the implied rate itself where there are no two ranges. */
function wideOf(sides: readonly [readonly Quantity[], readonly Quantity[]], implied: AnyRate): AnyRate {
  const [a, b] = sides;
  if (a.length !== 2 || b.length !== 2) return implied;
  const ends = [0, 1].map((i) => rateOf(a[i] as Quantity, b[i] as Quantity).interval);
  const { base, quote, value, working } = implied;
  return new Rate({
    base,
    quote,
    value,
    interval: Interval.hull(ends),
    kind: "implied",
    ...(working === undefined ? {} : { working }),
  });
}

/** Quoted one way whichever amount comes first, so that all pairs of a text can be compared. */
function rateOf(a: Quantity, b: Quantity): AnyRate {
  if (![a, b].every((one) => one.value.greaterThan(0) && one.interval.isFinite)) {
    throw new FigureError(
      "interval-contains-zero",
      `a rate needs amounts above zero, found ${a.show()} and ${b.show()}`,
    );
  }
  return impliedRate(a, b, { base: baseOf(a.unit, b.unit) }) as AnyRate;
}

function hull(side: readonly Quantity[]): Quantity {
  const [low, high] = side;
  if (high === undefined) return low as Quantity;
  const { unit, scale, label } = low as Quantity;
  const interval = Interval.hull([(low as Quantity).interval, high.interval]);
  const value = new Near((low as Quantity).value).plus(high.value).dividedBy(2);
  return new Quantity({ unit, scale, value, interval, label: label?.replace(/^(lower|upper) end of /, "") });
}

/** The rates that both ends of two ranges imply. */
function bothEnds(ends: readonly [AnyRate, AnyRate], interval: Interval): AnyRate {
  const [low, high] = ends;
  return new Rate({
    base: low.base,
    quote: low.quote,
    value: interval.contains(low.value)
      ? low.value
      : interval.contains(high.value)
        ? high.value
        : interval.midpoint,
    interval,
    kind: "implied",
    working: { formula: `both ends: ${low.quoted} and ${high.quoted}`, inputs: ends },
  });
}

/** The implied rate of a pair as printed, for the other pairs of the text; undefined where it has none. */
export function peerOf(claim: Conversion, view: View): Peer | undefined {
  try {
    const implied = impliedOf([view.ends(claim.amount), view.ends(claim.converted)]);
    return Rate.is(implied) ? { claim, implied } : undefined;
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}

function weighed(
  pair: Pair,
  implied: AnyRate,
  evidence: Evidence,
  setting: ConversionSetting,
  blind: boolean,
): Judgement {
  const { stated, tested, windows, known } = evidence;
  const written = stated.filter((one) => one.equation).map((one) => one.rate);
  if (written.length > 0)
    return byRates(pair, implied, written, "text", (one) => `the rate that the text states, ${one.quoted}`);
  const published = fitting(implied, tested);
  if (published !== undefined) return byRates(pair, implied, tested, "rates", named);
  const news = stated.map((one) => one.rate);
  if (fitting(implied, news) !== undefined) {
    return byRates(pair, implied, news, "text", (one) => `the rate in the text, ${one.quoted}`);
  }
  const window = windows.find((one) => meets(implied, one.rates, spread(one, tested.length)));
  if (window !== undefined) return between(pair, implied, window);
  const near = [...tested, ...windows.flatMap((one) => one.ends)];
  // Amounts of a time without rates may be right at rates that are not in the book.
  if (near.length > 0 && !blind) return byRates(pair, implied, near, "rates", named);
  if (known !== undefined && !meets(implied, known.rates, FACTOR)) {
    return byRates(pair, implied, known.ends, "rates", (one) => `the nearest rate known, ${named(one)},`);
  }
  if (news.length > 0 && news.every((one) => !meets(implied, one.interval, NEWS))) {
    return byRates(pair, implied, news, "text", (one) => `the rate in the text, ${one.quoted}`);
  }
  return besidePeers(pair, implied, setting.peers) ?? alone(pair, implied, evidence);
}

function named(one: AnyRate): string {
  const what = [one.kind.replace("-", " "), one.period?.text, one.source?.publisher ?? one.found];
  return `${one.quoted} (${what.filter((part) => part !== undefined).join(", ")})`;
}

/** How far beyond a stretch of rates another of that time may lie: further where few are known, and none of the day. */
function spread(window: Window, tested: number): Interval {
  return tested === 0 || window.count < 12 ? FEW_KNOWN : SPREAD;
}

/** Whether the implied rates meet others that are widened by a factor. */
function meets(implied: AnyRate, rates: Interval, by: Interval): boolean {
  return implied.interval.intersect(rates.times(by)) !== undefined;
}

function fitting(implied: AnyRate, rates: readonly AnyRate[]): AnyRate | undefined {
  return rates.find((one) => implied.interval.contains(one.value));
}

const RANK: Readonly<Record<Verdict, number>> = { consistent: 0, undecided: 1, inconsistent: 2 };

/** The verdict by the best of several rates, at least one: one that lies within, else one that meets, else the nearest. */
function byRates(
  pair: Pair,
  implied: AnyRate,
  rates: readonly AnyRate[],
  against: "text" | "rates",
  name: (rate: AnyRate) => string,
): Judgement {
  const judgedRates = rates.map((rate) => ({
    rate,
    ...judged(implied.interval, rate.interval, rate.value),
    off: relative(rate.value, implied.value),
  }));
  const nearest = [...judgedRates].sort(
    (a, b) => RANK[a.verdict] - RANK[b.verdict] || a.off.comparedTo(b.off),
  )[0] as (typeof judgedRates)[number];
  // Of several that fit, the first is named: the day of printing before the days before it.
  const first = judgedRates.find((one) => one.verdict === "consistent") ?? nearest;
  const { rate, verdict, margin } = first;
  const { off } = nearest;
  const tail: Readonly<Record<Verdict, string>> = {
    consistent: `${name(rate)} lies within that`,
    undecided: `${name(rate)} fits only at the edge of its rounding`,
    inconsistent: `${name(rate)} does not fit: ${timesText(implied, rate)}`,
  };
  return {
    verdict,
    margin,
    against,
    offset: off,
    computed: implied,
    distance: () =>
      `${margin.abs().toSignificantDigits(3).toFixed()} ${rate.quote} per ${rate.base} ${verdict === "consistent" ? "inside" : "outside"}`,
    says: () => `${pairText(pair, implied)}; ${tail[verdict]}.`,
    working: () => `${implied.explain()}\n${rate.explain()}`,
  };
}

/** How far a rate is from the implied one: in percent, or as a factor. */
function timesText(implied: AnyRate, rate: AnyRate): string {
  const ratio = new Near(implied.value).dividedBy(rate.value);
  if (ratio.isZero() || !ratio.isFinite()) return "the two amounts cannot be one";
  const [size, way] = ratio.greaterThanOrEqualTo(1)
    ? [ratio, "higher"]
    : [new Near(1).dividedBy(ratio), "lower"];
  if (size.lessThan(2)) {
    const percent = ratio.minus(1).abs().times(100).toSignificantDigits(2);
    return `the implied rate is ${percent.toFixed()}% ${way}`;
  }
  const factor = size.toSignificantDigits(size.greaterThan(100) ? 2 : 3);
  const times = grouped(factor, factor.decimalPlaces(), Decimal.ROUND_HALF_UP);
  return way === "higher"
    ? `the implied rate is ${times} times as high`
    : `the implied rate is ${times} times too low`;
}

function between(pair: Pair, implied: AnyRate, window: Window): Judgement {
  const rates = `${window.rates.lower.toSignificantDigits(5).toFixed()} to ${window.rates.upper.toSignificantDigits(5).toFixed()}`;
  return {
    ...computedOnly(
      implied,
      () =>
        `${pairText(pair, implied)}; no rate of the day or the period fits, but it is among those from ${window.from} to ${window.to} (${rates}), or close to them.`,
    ),
    against: "rates",
    offset: window.rates.contains(implied.value) ? ZERO : relative(window.rates.midpoint, implied.value),
  };
}

function besidePeers(pair: Pair, implied: AnyRate, peers: readonly Peer[]): Judgement | undefined {
  const others = peers.filter(
    (one) =>
      one.claim !== pair.claim && one.implied.base === implied.base && one.implied.quote === implied.quote,
  );
  if (others.length === 0) return undefined;
  const agreeing = others.filter((one) => one.implied.interval.intersect(implied.interval) !== undefined);
  const off = (one: Peer) => relative(one.implied.value, implied.value);
  const nearest = (of: readonly Peer[]) => of.reduce((a, b) => (off(b).lessThan(off(a)) ? b : a));
  const known = agreeing.length > 0 ? nearest(agreeing) : nearest(others);
  const other = `${name(known.claim.amount)} and ${name(known.claim.converted)} in the same text, ${known.implied.show()}`;
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

function alone(pair: Pair, implied: AnyRate, { known }: Evidence): Judgement {
  if (known === undefined) {
    return computedOnly(implied, () => `${pairText(pair, implied)}; there is no rate to hold it against.`);
  }
  return {
    ...computedOnly(
      implied,
      () =>
        `${pairText(pair, implied)}; no rate of its time is known, but it is no slip of the scale: it lies within a factor of three of the rates from ${known.from} to ${known.to}.`,
    ),
    against: "rates",
    offset: relative(known.rates.midpoint, implied.value),
  };
}

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
      `The lower ends of ${pair.amount} and ${pair.converted} imply ${low.show()}, the upper ends ${high.show()}: they were not converted at one rate.`,
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
  const [stated] = setting.evidence.about(implied.base, implied.quote, setting.times.period).stated;
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

function pairText(pair: Pair, implied: AnyRate): string {
  return `${pair.amount} and ${pair.converted} imply ${implied.show()}`;
}

function name(of: FigureMention): string {
  return `“${of.text}”`;
}
