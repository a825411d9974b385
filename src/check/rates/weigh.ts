import { Decimal, Near, ZERO } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { judged, type Verdict } from "../../figure/verdict.js";
import { FOR_GOOD } from "../../rate/fixed.js";
import type { AnyRate } from "../../rate/rate.js";
import { computedOnly, type Judgement, relative } from "../judgement.js";
import { Bounds, boundsOf } from "./bounds.js";
import type { Evidence } from "./evidence.js";
import type { Window } from "./known-rates.js";
import { besidePeers, type Peer } from "./other-pairs.js";
import { meets, type Pair, pairText, timesText } from "./pair.js";

// Rates of one day differ by bank and hour: two percent beyond every rate of a stretch may still be one of them.
const SPREAD = new Interval(new Near("0.98"), new Near("1.02"));

const FEW_KNOWN = new Interval(new Near("0.9"), new Near("1.1"));

// Whole factors from every rate that is known, however old, are a slip of the scale or the point, not a market.
const FACTOR = new Interval(new Near(1).dividedBy(3), new Near(3));

// News about a rate may be of another day than the amounts.
const NEWS = new Interval(new Near("0.8"), new Near("1.25"));

export function weighed(
  pair: Pair,
  implied: AnyRate,
  evidence: Evidence,
  peers: () => readonly Peer[],
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
  if (window !== undefined) {
    const among = !evidence.dated && implied.interval.intersect(window.rates) !== undefined;
    return among ? ofItsTime(pair, implied, window) : between(pair, implied, window, tested.length > 0);
  }
  const near = [...tested, ...windows.flatMap((one) => one.ends)];
  // Amounts of a time without rates may be right at rates that are not in the book.
  if (near.length > 0 && !blind && evidence.current) {
    return byRates(
      pair,
      implied,
      near,
      "rates",
      (one) => `the nearest rate${timeOf(windows)}, ${named(one)},`,
    );
  }
  if (known !== undefined && !meets(implied, known.rates, FACTOR)) {
    return byRates(pair, implied, known.ends, "rates", (one) => `the nearest rate known, ${named(one)},`);
  }
  if (news.length > 0 && news.every((one) => !meets(implied, one.interval, NEWS))) {
    return byRates(pair, implied, news, "text", (one) => `the rate in the text, ${one.quoted}`);
  }
  return besidePeers(pair, implied, peers()) ?? alone(pair, implied, evidence);
}

/** The time whose rates were looked through: that of the rate itself may be any day of it. */
function timeOf(windows: readonly Window[]): string {
  if (windows.length === 0) return "";
  const [from, to] = [
    windows.map((one) => one.from).sort()[0],
    windows
      .map((one) => one.to)
      .sort()
      .at(-1),
  ];
  return ` from ${from} to ${to}`;
}

function named(one: AnyRate): string {
  const what = [one.kind.replace("-", " "), one.period?.text, one.source?.publisher ?? one.found];
  return `${one.quoted} (${what.filter((part) => part !== undefined).join(", ")})`;
}

/** How far beyond a stretch of rates another of that time may lie: further where few are known, and none of the day. */
function spread(window: Window, tested: number): Interval {
  return tested === 0 || window.count < 12 ? FEW_KNOWN : SPREAD;
}

function fitting(implied: AnyRate, rates: readonly AnyRate[]): AnyRate | undefined {
  return rates.find((one) => implied.interval.contains(one.exact));
}

/** The verdict by the best of several rates, at least one: one that lies within, else one that meets, else the nearest. */
function byRates(
  pair: Pair,
  implied: AnyRate,
  rates: readonly AnyRate[],
  against: "text" | "rates",
  name: (rate: AnyRate) => string,
): Judgement {
  const bounds = new Bounds(implied);
  const verdicts = rates.map((one) => bounds.verdict(boundsOf(one)));
  // Of several that fit, the first is named: the day of printing before the days before it.
  const first = verdicts.indexOf("consistent");
  const rate = first < 0 ? nearestOf(bounds, rates, verdicts) : (rates[first] as AnyRate);
  const compared = judged(implied.interval, rate.interval, rate.exact);
  const { verdict } = compared;
  const tail = () => {
    if (verdict === "consistent") return `${name(rate)} lies within that`;
    return verdict === "undecided"
      ? `${name(rate)} fits only at the edge of its rounding`
      : `${name(rate)} does not fit: ${timesText(implied, rate)}`;
  };
  return {
    verdict,
    get margin() {
      return compared.margin;
    },
    against,
    get offset() {
      return relative(nearestOf(bounds, rates, verdicts).value, implied.value);
    },
    computed: implied,
    distance: () =>
      `${compared.margin.abs().toSignificantDigits(3).toFixed()} ${rate.quote} per ${rate.base} ${verdict === "consistent" ? "inside" : "outside"}`,
    says: () => `${pairText(pair, implied)}; ${tail()}.`,
    working: () => `${implied.explain()}\n${rate.explain()}`,
  };
}

/** Of rates with the best verdict that there is, the one that is off by least, relative to it. */
function nearestOf(implied: Bounds, rates: readonly AnyRate[], verdicts: readonly Verdict[]): AnyRate {
  const rank = verdicts.includes("undecided") ? "undecided" : "inconsistent";
  const best = verdicts.includes("consistent") ? "consistent" : rank;
  let nearest: Bounds | undefined;
  for (const [at, rate] of rates.entries()) {
    if (verdicts[at] !== best) continue;
    const one = boundsOf(rate);
    if (nearest === undefined || implied.isNearer(one, nearest)) nearest = one;
  }
  return nearest?.rate as AnyRate;
}

function between(pair: Pair, implied: AnyRate, window: Window, tested: boolean): Judgement {
  const rates = () =>
    `${window.rates.lower.toSignificantDigits(5).toFixed()} to ${window.rates.upper.toSignificantDigits(5).toFixed()}`;
  const day = tested
    ? "no rate of the day or the period fits"
    : "the rates at hand have none of the day or the period";
  const inside = implied.interval.intersect(window.rates) !== undefined;
  const among = inside ? "but it is among" : "but it is near";
  return {
    ...computedOnly(
      implied,
      () =>
        `${pairText(pair, implied)}; ${day}, ${among} those from ${window.from} to ${window.to} (${rates()}).`,
    ),
    against: "rates",
    offset: window.rates.contains(implied.value) ? ZERO : relative(window.rates.midpoint, implied.value),
  };
}

/** Only a stretch is known, and the implied rate is one of those that it had. */
function ofItsTime(pair: Pair, implied: AnyRate, window: Window): Judgement {
  const rates = () =>
    `${window.rates.lower.toSignificantDigits(5).toFixed()} to ${window.rates.upper.toSignificantDigits(5).toFixed()}`;
  const { lower, upper } = implied.interval;
  const margin = Decimal.min(upper.minus(window.rates.lower), window.rates.upper.minus(lower));
  return {
    verdict: "consistent",
    margin: new Near(margin),
    against: "rates",
    offset: window.rates.contains(implied.value) ? ZERO : relative(window.rates.midpoint, implied.value),
    computed: implied,
    distance: () => `${margin.toSignificantDigits(3).toFixed()} ${implied.quote} per ${implied.base} inside`,
    says: () =>
      `${pairText(pair, implied)}; the day is not known, and that is among the rates from ${window.from} to ${window.to} (${rates()}).`,
    working: () => `${implied.explain()}\n${window.ends.map((one) => one.explain()).join("\n")}`,
  };
}

function alone(pair: Pair, implied: AnyRate, { known }: Evidence): Judgement {
  if (known === undefined) {
    return computedOnly(implied, () => `${pairText(pair, implied)}; there is no rate to compare it with.`);
  }
  return {
    ...computedOnly(
      implied,
      () =>
        `${pairText(pair, implied)}; no rate of its time is known, but it is no slip of the scale: it lies within a factor of three of the rates from ${known.from} ${known.to === FOR_GOOD ? "on" : `to ${known.to}`}.`,
    ),
    against: "rates",
    offset: relative(known.rates.midpoint, implied.value),
  };
}
