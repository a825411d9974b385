import { FigureError } from "../errors.js";
import { type Decimal, Near } from "../exact/decimal.js";
import { quantize, shift } from "../exact/rounding.js";
import type { Figure } from "../figure/figure.js";
import { dayNumber, dayText, type Period, period, samePeriod } from "../figure/period.js";
import { mismatch, type PeriodOptions } from "../figure/period-checks.js";
import { decimalsFor } from "../figure/show.js";
import { judged, printedLike, type Verdict } from "../figure/verdict.js";
import type { RateBook } from "./book.js";
import { convert } from "./convert.js";
import { customsMean } from "./customs.js";
import type { RateFamily } from "./family.js";
import { aboutCurrency } from "./fixed.js";
import { impliedRate } from "./implied.js";
import type { RateKind } from "./kind.js";
import { marketWindow } from "./market-window.js";
import { type NotTried, notTried, recent } from "./not-tried.js";
import type { AnyRate } from "./rate.js";

const FAMILIES: Readonly<Record<RateKind, RateFamily | undefined>> = {
  "noon-buying": "market",
  reference: "market",
  spot: "market",
  cross: "market",
  "central-parity": "central-parity",
  customs: "customs",
  "period-average": "average",
  stated: "stated",
  implied: undefined,
};

export interface RateUsedOptions extends PeriodOptions {
  readonly book: RateBook;
  /** The day of printing. Rates of later days are never tried. */
  readonly printedOn: string;
  /** The period of the flow, for its averages. Default: the period that the figures have. */
  readonly period?: string | Period;
  /** The rate that the text itself states, as printed; tried beside the published ones. */
  readonly stated?: AnyRate;
  /** How many days before the day of printing are tried. Default: 7. */
  readonly daysBack?: number;
  /** Currencies to make crosses over. Default: EUR and USD. */
  readonly via?: readonly string[];
}

/** One published rate, compared with the two figures. */
export interface Candidate {
  readonly rate: AnyRate;
  readonly family: RateFamily;
  /** Days from the rate's day to the day of printing; undefined for averages. */
  readonly daysBack: number | undefined;
  /** Whether converting at this rate prints the same digits. */
  readonly reproduces: boolean;
  /** What it would print. */
  readonly prints: string;
  /** Whether the rate lies in the implied interval. */
  readonly verdict: Verdict;
  /** How far it is from the implied rate, in units of the quote. */
  readonly distance: Decimal;
  /** Where it was published after a morning's report in Beijing: it then stands for the market of that day. */
  readonly timing: string | undefined;
}

export interface RateUsed {
  readonly implied: AnyRate;
  /** Every rate that was tried, the best explanation first. */
  readonly candidates: readonly Candidate[];
  /**
   * The family whose rates alone reproduce the print to the digit or, where none does, alone lie in the implied interval;
   * `undecided` where the digits fit several, or where a convention that could not be tried may fit as well; `none` where
   * they fit no rate that was tried.
   */
  readonly answer: RateFamily | "undecided" | "none";
  readonly best: Candidate | undefined;
  /** Families of which no rate that was tried lies in the implied interval. */
  readonly ruledOut: readonly RateFamily[];
  /** Conventions that could not be tried, each with the reason. */
  readonly notTried: readonly NotTried[];
  /** Where two families print the same digits: what more digits would tell them apart. */
  readonly wouldDecide: string | undefined;
  readonly says: string;
}

/**
 * Which published rate turned one figure into the other: every kind that the book holds, on the day of printing and the
 * days before it, and the averages over the flow's period, each compared with the interval that the two figures imply.
 * @param a the figure in one currency
 * @param b the same in another; it is the one that was converted into, so its digits decide
 * @throws FigureError "no-rate" for a book without any rate to try; "period-mismatch" for a period other than the
 * figures'; as `impliedRate`
 */
export function rateUsed(a: Figure, b: Figure, options: RateUsedOptions): RateUsed {
  const { implied, of, candidates } = tried(a, b, options);
  const first = candidates[0];
  if (first === undefined) {
    throw new FigureError(
      "no-rate",
      [
        `the book holds no rate of ${implied.pair} on ${options.printedOn} or the ${options.daysBack ?? DAYS_BACK} days before it, and no average of the period`,
        ...[implied.base, implied.quote].flatMap((code) => aboutCurrency(code) ?? []),
      ].join("; "),
    );
  }
  const strongest = Math.max(...candidates.map(fitness));
  const fitting =
    strongest === 0 ? [] : candidates.filter((one) => fitness(one) === strongest && nearest(one, candidates));
  const families = [...new Set(fitting.map((one) => one.family))];
  const looked = [...new Set(candidates.map((one) => one.family))];
  const fixed = notTried(implied, candidates, {
    book: options.book,
    printedOn: options.printedOn,
    period: of,
  });
  const hours = otherHours(implied, options);
  // A rate between the fixings explains what no published rate does; it is no rival of one that does.
  const missing = families.length === 0 && hours !== undefined ? [hours, ...fixed] : fixed;
  const ruledOut = looked.filter(
    (family) =>
      candidates.every((one) => one.family !== family || fitness(one) === 0) &&
      missing.every((one) => one.family !== family || !one.open) &&
      !(family === "market" && hours !== undefined),
  );
  const open = missing.filter((one) => one.open);
  // A text that states its rate has said which it used, whatever else that rate may be.
  const [only] = families.includes("stated") ? (["stated"] as const) : families;
  const sure =
    (only === "stated" || families.length === 1) &&
    (only === "stated" || open.every((one) => one.family === only));
  const answer = only === undefined ? "none" : sure ? only : "undecided";
  const best = fitness(first) === 0 ? undefined : first;
  const wouldDecide = families.length > 1 ? deciding(fitting, a, b) : undefined;
  return {
    implied,
    candidates,
    answer,
    best,
    ruledOut,
    notTried: missing,
    wouldDecide,
    says: sentence(implied, answer, best, fitting, candidates, ruledOut, missing, wouldDecide),
  };
}

/** What {@link rateUsed} compares, best first, without what it concludes: a check asks for many pairs. */
export function candidatesFor(a: Figure, b: Figure, options: RateUsedOptions): readonly Candidate[] {
  return tried(a, b, options).candidates;
}

function tried(a: Figure, b: Figure, options: RateUsedOptions) {
  const implied = impliedRate(a, b, { periods: options.periods }) as AnyRate;
  const of = periodOf(a, b, options);
  const stated = options.stated === undefined ? [] : [{ rate: options.stated, daysBack: 0 }];
  const candidates = [...stated, ...daily(implied, options), ...averages(implied, of, options)]
    .map(({ rate, daysBack }) => candidate(rate, daysBack, implied, a, b))
    .filter((one) => one !== undefined)
    .sort(better);
  return { implied, of, candidates };
}

/** The market between its published rates, where it may have passed through the implied rate. */
function otherHours(implied: AnyRate, { book, printedOn }: RateUsedOptions): NotTried | undefined {
  const pair = implied.pair as Pair;
  const window = marketWindow(book, pair, printedOn, recent(printedOn));
  if (window === undefined || implied.interval.intersect(window.reach) === undefined) return undefined;
  const { low, high } = window.fixings;
  const digits = decimalsFor(window.fixings, low);
  const [from, to] = [low.toFixed(digits, "halfExpand"), high.toFixed(digits, "halfExpand")];
  return {
    family: "market",
    says: `the market at other hours of ${printedOn}: its rates about that day lie between ${from} and ${to}`,
    open: true,
  };
}

/** 2 where a rate reproduces the print to the digit, 1 where it lies in the implied interval, 0 where it does not fit. */
function fitness(one: Candidate): 0 | 1 | 2 {
  return one.reproduces ? 2 : one.verdict === "consistent" ? 1 : 0;
}

const DAYS_BACK = 7;

interface Tried {
  readonly rate: AnyRate;
  readonly daysBack: number | undefined;
}

const DAILY: readonly RateKind[] = ["reference", "noon-buying", "central-parity", "spot"];

/**
 * The period that the amounts are of: as the options say, or as the figures themselves do. One that both name must be
 * the same.
 */
function periodOf(a: Figure, b: Figure, options: RateUsedOptions): Period | undefined {
  const own = a.period ?? b.period;
  if (options.period === undefined) return own;
  const said = typeof options.period === "string" ? period(options.period) : options.period;
  if (own !== undefined && options.periods !== "any" && !samePeriod(own, said)) {
    throw mismatch(`the period of the flow is given as ${said.text}, but ${a.show()} is of ${own.text}`);
  }
  return said;
}

/** Every daily rate of the pair in the window, made over a pivot where the book has the legs only. */
function daily(implied: AnyRate, options: RateUsedOptions): Tried[] {
  const last = dayNumber(options.printedOn);
  const first = last - (options.daysBack ?? DAYS_BACK);
  const pair = implied.pair as Pair;
  const vias: readonly (string | undefined)[] = [undefined, ...(options.via ?? [])];
  const found: Tried[] = [];
  for (let day = last; day >= first; day--) {
    const on = dayText(day);
    for (const kind of DAILY) {
      const rate = vias
        .map((via) => options.book.tryRate(pair, on, via === undefined ? { kind } : { kind, via }))
        .find((one) => one !== undefined);
      if (rate === undefined || !isOfDay(rate)) continue;
      found.push({ rate, daysBack: last - day });
    }
  }
  return found;
}

type Pair = `${string}/${string}`;

function isOfDay(rate: AnyRate): boolean {
  return rate.period === undefined || rate.period.start === rate.period.end;
}

/** The averages over the flow's period, of every kind that covers it, and what the customs rule gives. */
function averages(implied: AnyRate, of: Period | undefined, options: RateUsedOptions): Tried[] {
  if (of === undefined) return [];
  const pair = implied.pair as Pair;
  const found = [...DAILY, "customs" as const, "period-average" as const].flatMap((kind): Tried[] => {
    const rate = options.book.tryAverage(pair, of, { kind });
    return rate === undefined || isOfDay(rate) ? [] : [{ rate, daysBack: undefined }];
  });
  if (found.some(({ rate }) => familyOf(rate) === "customs")) return found;
  const customs = customsMean(options.book, pair, of);
  return customs === undefined ? found : [...found, { rate: customs, daysBack: undefined }];
}

function candidate(
  rate: AnyRate,
  daysBack: number | undefined,
  implied: AnyRate,
  a: Figure,
  b: Figure,
): Candidate | undefined {
  const family = familyOf(rate);
  if (family === undefined) return undefined;
  const prints = printedLike(b, convert(a as never, rate));
  return {
    rate,
    family,
    daysBack,
    prints,
    reproduces: prints === printedLike(b, b),
    verdict: judged(implied.interval, rate.interval, rate.value).verdict,
    distance: new Near(rate.value).minus(implied.value).abs(),
    timing: family === "market" && daysBack === 0 ? timingOf(rate) : undefined,
  };
}

const LATER: Partial<Readonly<Record<RateKind, string>>> = {
  reference: "the ECB fixes it at 14:15 in Frankfurt, in the evening of Beijing",
  "noon-buying": "H.10 is of noon in New York, past midnight in Beijing",
};

function timingOf(rate: AnyRate): string | undefined {
  return LATER[rate.kind] ?? (rate.chain[0] && LATER[(rate.chain[0] as AnyRate).kind]);
}

function familyOf(rate: AnyRate): RateFamily | undefined {
  // The mean of what customs applied is customs' own number, whatever else it is.
  if (rate.label?.includes("customs") || rate.chain.some((leg) => leg.label?.includes("customs")))
    return "customs";
  if (rate.kind === "cross" && !isOfDay(rate)) return "average";
  return FAMILIES[rate.kind];
}

/** What reproduces the print comes first; then the nearer day; then the nearer rate. */
function better(x: Candidate, y: Candidate): number {
  if (fitness(x) !== fitness(y)) return fitness(y) - fitness(x);
  // What the text says of itself comes before what else would explain it.
  if ((x.family === "stated") !== (y.family === "stated")) return x.family === "stated" ? -1 : 1;
  const days = (one: Candidate) => one.daysBack ?? 366;
  return days(x) - days(y) || x.distance.comparedTo(y.distance);
}

/**
 * Whether a candidate speaks for its family: no other of the family is nearer to the day of printing, since a rate of
 * last week that happens to fit explains less than one of the day that does not.
 */
function nearest(one: Candidate, all: readonly Candidate[]): boolean {
  if (one.daysBack === undefined) return true;
  const days = all.flatMap((other) =>
    other.family === one.family && other.daysBack !== undefined ? [other.daysBack] : [],
  );
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  // The day of printing or the day with a rate before it: papers print at night what markets did by day.
  return distinct.indexOf(one.daysBack) <= 1;
}

const NAMES: Readonly<Record<RateFamily, string>> = {
  market: "the market rate",
  "central-parity": "the central parity",
  customs: "the mean of the rates that customs applied",
  average: "the average of the period",
  stated: "the rate that the text states",
};

function sentence(
  implied: AnyRate,
  answer: RateUsed["answer"],
  best: Candidate | undefined,
  fitting: readonly Candidate[],
  candidates: readonly Candidate[],
  ruledOut: readonly RateFamily[],
  missing: readonly NotTried[],
  wouldDecide: string | undefined,
): string {
  const out = ruledOut.map((family) => {
    const one = candidates.find((each) => each.family === family) as Candidate;
    return `${NAMES[family]} (would print ${one.prints})`;
  });
  const rest = [
    ...(out.length === 0 ? [] : [`ruled out: ${out.join(", ")}`]),
    ...(missing.length === 0 ? [] : [`not tried: ${missing.map((one) => one.says).join("; ")}`]),
  ].map((one) => `; ${one}`);
  const tail = rest.join("");
  const head = `implied ${implied.show()}: `;
  if (answer === "none") {
    if (best === undefined) return `${head}no rate that was tried fits${tail}`;
    return `${head}no rate of those days fits, only ${best.rate.quoted} of ${best.rate.period?.text ?? ""}, ${best.daysBack} days before${tail}`;
  }
  const fits = [...new Set(fitting.map((one) => NAMES[one.family]))];
  if (answer === "undecided") {
    const more = wouldDecide === undefined ? "" : `; ${wouldDecide}`;
    const only = fits.length > 1 ? "the digits fit" : "of what could be tried, the digits fit only";
    return `${head}undecided, ${only} ${fits.join(" and ")}${more}${tail}`;
  }
  const how = best?.reproduces ? "reproduces the print" : "lies within the rounding, though not to the digit";
  const timing = best?.timing === undefined ? "" : ` (${best.timing}: it stands for the market of that day)`;
  return `${head}${NAMES[answer]} ${how}, best ${best?.rate.quoted} of ${best?.rate.period?.text ?? "the text"}${timing}${tail}`;
}

/** What more digits of the second figure would print, at the best rates of two families that print the same now. */
function deciding(fitting: readonly Candidate[], a: Figure, b: Figure): string | undefined {
  const [one] = fitting;
  const other = fitting.find((each) => each.family !== one?.family);
  if (one === undefined || other === undefined) return undefined;
  const [x, y] = [one, other].map((each) => convert(a as never, each.rate) as { value: Decimal });
  if (x === undefined || y === undefined) return undefined;
  const last = b.lastPlace ?? b.scale;
  for (let more = 1; more <= 5; more++) {
    const [left, right] = [x, y].map((each) =>
      shift(quantize(each.value, last - more, "halfExpand"), -b.scale).toFixed(
        Math.max(0, b.scale - last + more),
      ),
    );
    if (left === right) continue;
    const digits = more === 1 ? "one more digit" : `${more} more digits`;
    return `${digits} would decide: ${NAMES[one.family]} prints ${left}, ${NAMES[other.family]} ${right}`;
  }
  return `no digit that is ever printed would decide: ${one.rate.quoted} and ${other.rate.quoted} are one rate in print`;
}
