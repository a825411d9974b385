import { FigureError } from "../errors.js";
import { type Decimal, Near } from "../exact/decimal.js";
import type { Figure } from "../figure/figure.js";
import { dayNumber, dayText, type Period, period } from "../figure/period.js";
import { judged, printedLike, type Verdict } from "../figure/verdict.js";
import type { RateBook } from "./book.js";
import { convert } from "./convert.js";
import { impliedRate } from "./implied.js";
import type { AnyRate, RateKind } from "./rate.js";

/**
 * What kinds of rate look like from the outside: noon rates, the ECB's cross and market quotes of one day all follow
 * the market; the fixing, what customs apply, and averages are something else.
 */
export type RateFamily = "market" | "central-parity" | "customs" | "average" | "stated";

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

export interface RateUsedOptions {
  readonly book: RateBook;
  /** The day of printing. Rates of later days are never tried. */
  readonly printedOn: string;
  /** The period of the flow, for its averages. */
  readonly period?: string | Period;
  /** The rate that the text itself states, as printed; tried beside the published ones. */
  readonly stated?: AnyRate;
  /** How many days before the day of printing are tried. Default: 7. */
  readonly daysBack?: number;
  /** Currencies to make crosses over. Default: EUR and USD. */
  readonly via?: readonly string[];
}

/** One published rate, held against the two figures. */
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
}

export interface RateUsed {
  readonly implied: AnyRate;
  /** Every rate that was tried, the best explanation first. */
  readonly candidates: readonly Candidate[];
  /**
   * The family whose rates alone reproduce the print to the digit or, where none does, alone lie in the implied interval;
   * `undecided` where the digits fit several, `none` where they fit no rate that was tried.
   */
  readonly answer: RateFamily | "undecided" | "none";
  readonly best: Candidate | undefined;
  /** Families of which no rate that was tried lies in the implied interval. */
  readonly ruledOut: readonly RateFamily[];
  readonly says: string;
}

/**
 * Which published rate turned one figure into the other: every kind that the book holds, on the day of printing and the
 * days before it, and the averages over the flow's period, each held against the interval that the two figures imply.
 * @param a the figure in one currency
 * @param b the same in another; it is the one that was converted into, so its digits decide
 * @throws FigureError "no-rate" for a book without any rate to try; as `impliedRate`
 */
export function rateUsed(a: Figure, b: Figure, options: RateUsedOptions): RateUsed {
  const implied = impliedRate(a, b) as AnyRate;
  const stated = options.stated === undefined ? [] : [{ rate: options.stated, daysBack: 0 }];
  const candidates = [...stated, ...daily(implied, options), ...averages(implied, options)]
    .map(({ rate, daysBack }) => candidate(rate, daysBack, implied, a, b))
    .filter((one) => one !== undefined)
    .sort(better);
  const first = candidates[0];
  if (first === undefined) {
    throw new FigureError(
      "no-rate",
      `the book holds no rate of ${implied.pair} on ${options.printedOn} or the ${options.daysBack ?? DAYS_BACK} days before it, and no average of the period`,
    );
  }
  const strongest = Math.max(...candidates.map(fitness));
  const fitting =
    strongest === 0 ? [] : candidates.filter((one) => fitness(one) === strongest && nearest(one, candidates));
  const families = [...new Set(fitting.map((one) => one.family))];
  const tried = [...new Set(candidates.map((one) => one.family))];
  const ruledOut = tried.filter((family) =>
    candidates.every((one) => one.family !== family || fitness(one) === 0),
  );
  const answer =
    families.length === 0 ? "none" : families.length === 1 ? (families[0] as RateFamily) : "undecided";
  const best = fitness(first) === 0 ? undefined : first;
  return {
    implied,
    candidates,
    answer,
    best,
    ruledOut,
    says: sentence(implied, answer, best, fitting, candidates, ruledOut),
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

/** Every daily rate of the pair in the window, made over a pivot where the book has the legs only. */
function daily(implied: AnyRate, options: RateUsedOptions): Tried[] {
  const last = dayNumber(options.printedOn);
  const first = last - (options.daysBack ?? DAYS_BACK);
  const found: Tried[] = [];
  const kinds = new Set(options.book.contents().map((series) => series.kind));
  for (let day = last; day >= first; day--) {
    for (const kind of kinds) {
      const rate = rateOn(implied, dayText(day), kind, options);
      if (rate === undefined || (rate.period !== undefined && rate.period.start !== rate.period.end))
        continue;
      found.push({ rate, daysBack: last - day });
    }
  }
  return found;
}

function rateOn(
  implied: AnyRate,
  day: string,
  kind: RateKind,
  options: RateUsedOptions,
): AnyRate | undefined {
  const { book } = options;
  const pivots = options.via ?? ["EUR", "USD"];
  const pair = implied.pair as `${string}/${string}`;
  const reverse = `${implied.quote}/${implied.base}` as const;
  if (book.series(pair, kind)?.find(day) || book.series(reverse, kind)?.find(day))
    return book.rate(pair, day, { kind });
  for (const via of pivots) {
    if (via === implied.base || via === implied.quote) continue;
    const legs = [implied.base, implied.quote].every((code) =>
      book.series(`${via}/${code}`, kind)?.find(day),
    );
    if (legs) return book.rate(pair, day, { kind, via });
  }
  return undefined;
}

/** The averages over the flow's period, of every kind that covers it. */
function averages(implied: AnyRate, options: RateUsedOptions): Tried[] {
  if (options.period === undefined) return [];
  const of = typeof options.period === "string" ? period(options.period) : options.period;
  return options.book
    .contents()
    .filter((series) => series.pair === implied.pair)
    .flatMap((series) => {
      try {
        return [{ rate: options.book.average(series.pair, of, { kind: series.kind }), daysBack: undefined }];
      } catch (error) {
        // A kind that does not cover the period has no average to try.
        if (FigureError.is(error) && error.code === "no-rate") return [];
        throw error;
      }
    });
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
  };
}

function familyOf(rate: AnyRate): RateFamily | undefined {
  // The mean of what customs applied is customs' own number, whatever else it is.
  if (rate.kind === "period-average" && rate.label?.includes("customs")) return "customs";
  return FAMILIES[rate.kind];
}

/** What reproduces the print comes first; then the nearer day; then the nearer rate. */
function better(x: Candidate, y: Candidate): number {
  if (fitness(x) !== fitness(y)) return fitness(y) - fitness(x);
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
): string {
  const out = ruledOut.map((family) => {
    const one = candidates.find((each) => each.family === family) as Candidate;
    return `${NAMES[family]} (would print ${one.prints})`;
  });
  const rest = out.length === 0 ? "" : `; ruled out: ${out.join(", ")}`;
  const head = `implied ${implied.show()}: `;
  if (answer === "none") return `${head}no rate that was tried fits${rest}`;
  if (answer === "undecided") {
    const fits = [...new Set(fitting.map((one) => NAMES[one.family]))];
    return `${head}undecided, the digits fit ${fits.join(" and ")}${rest}`;
  }
  const how = best?.reproduces ? "reproduces the print" : "lies within the rounding, though not to the digit";
  return `${head}${NAMES[answer]} ${how}, best ${best?.rate.quoted} of ${best?.rate.period?.text ?? "the text"}${rest}`;
}
