import { FigureError } from "../errors.js";
import type { Interval } from "../exact/interval.js";
import { total } from "../figure/arithmetic.js";
import { dayNumber, dayText, type Period, period, samePeriod } from "../figure/period.js";
import type { Quantity } from "../figure/quantity.js";
import type { Verdict } from "../figure/verdict.js";
import type { Fact, Flow } from "./fact.js";
import { asLong, daysOf } from "./model/level.js";

export interface RecordCheck {
  readonly verdict: Verdict;
  /** The highest of the other months; of a claim to be the lowest the lowest of them. */
  readonly highest: Fact;
  readonly compared: number;
  /** Months between the first that is documented and the claim's that no figure was found for, nor both flows. */
  readonly missing: readonly string[];
  /** Months of which only a lower end is known ("more than 9bn"): they may be higher than anything. */
  readonly open: readonly string[];
  readonly says: string;
}

/**
 * What is known of an amount: "more than 13.46bn" has no upper end of its own, but exports and imports of the same month
 * give it one.
 */
function known(one: Fact, facts: readonly Fact[]): Interval {
  const own = (one.amount as Quantity).interval;
  if (own.isFinite || one.flow !== "total") return own;
  const part = (flow: Flow) =>
    facts.find(
      (other) =>
        other.flow === flow &&
        other.area === one.area &&
        other.partner === one.partner &&
        other.period.text === one.period.text &&
        other.amount?.unit === one.amount?.unit,
    )?.amount;
  const [exports, imports] = [part("exports"), part("imports")];
  if (exports === undefined || imports === undefined) return own;
  return own.intersect(exports.interval.plus(imports.interval)) ?? own;
}

/**
 * Whether a month, or another period, is the highest of those as long as it: `consistent` where its interval lies above
 * every other before it, `inconsistent` where one is certainly higher, `undecided` where the rounding cannot tell. Months
 * without a figure are named: a record is only ever a record among what was found.
 * @param options `since` is the first month that the claim speaks of: "the highest since February 2022"; `of`: "lowest" for
 *   a claim to be that
 * @param facts all that is known; those of the same area, partner, flow and currency are compared with
 * @throws FigureError "bad-option" where there is no other month to compare with
 */
export function checkRecord(
  month: Fact,
  facts: readonly Fact[],
  options: {
    readonly since?: string | Period | undefined;
    readonly of?: "highest" | "lowest" | undefined;
  } = {},
): RecordCheck {
  const { since, of = "highest" } = options;
  const from = since === undefined ? "" : (typeof since === "string" ? period(since) : since).start;
  const amount = month.amount as Quantity;
  const printed = facts.filter((one) => comparable(one, month) && one.flow === month.flow);
  const added = month.flow === "total" ? totalsFromFlows(facts, month, printed) : [];
  const others = [...printed, ...added].filter((one) => one.period.start >= from);
  const first = others[0];
  if (first === undefined)
    throw new FigureError(
      "bad-option",
      `no ${nameOf(month)} before ${month.period.text}${from === "" ? "" : ` since ${from.slice(0, 7)}`} to compare with`,
    );
  const turn = of === "highest" ? 1 : -1;
  const value = (one: Fact) => (one.amount as Quantity).exact;
  const highest = others.reduce((a, b) => (value(b).compare(value(a)) === turn ? b : a), first);
  const answers = others.map((one) =>
    of === "highest"
      ? known(one, facts).isBelow(amount.interval)
      : amount.interval.isBelow(known(one, facts)),
  );
  const verdict: Verdict = answers.every((answer) => answer === "yes")
    ? "consistent"
    : answers.includes("no")
      ? "inconsistent"
      : "undecided";
  const start = from === "" ? (others.map((one) => one.period.start).sort()[0] as string) : from;
  const months = isMonth(month.period) ? monthsBetween(start, month.period.start) : [];
  const missing = months.filter((text) => !others.some((one) => one.period.text === text));
  const counted = added.filter((one) => one.period.start >= from).length;
  const open = others.filter((one) => !known(one, facts).high.isFinite).map((one) => one.period.text);
  const top = `${(highest.amount as Quantity).shown().value} in ${highest.period.text}`;
  return {
    verdict,
    highest,
    compared: others.length,
    missing,
    open,
    says: `${amount.shown().value} in ${month.period.text} against ${others.length} earlier ${nameOf(month)}s since ${start.slice(0, 7)}: ${counted === 0 ? "" : `${counted} of them as exports plus imports; `}the ${of} of them is ${top}${isMonth(month.period) ? `; no figure for ${missing.length} months` : ""}${open.length === 0 ? "" : `; of ${open.join(", ")} only a lower end was printed`}`,
  };
}

const nameOf = ({ period: of }: Fact): string => (isMonth(of) ? "month" : "period");

/** A period before the claim's and as long, of the same trade and currency. */
function comparable(one: Fact, month: Fact): boolean {
  return (
    one.area === month.area &&
    one.partner === month.partner &&
    one.amount?.unit === month.amount?.unit &&
    asLong(daysOf(one.period), daysOf(month.period)) &&
    one.period.end < month.period.start
  );
}

/** The totals that nobody printed of months whose exports and imports were. */
function totalsFromFlows(facts: readonly Fact[], month: Fact, printed: readonly Fact[]): Fact[] {
  const flows = facts.filter((one) => comparable(one, month));
  return flows
    .filter((one) => one.flow === "exports" && !printed.some((total) => samePeriod(total.period, one.period)))
    .flatMap((exports) => {
      const imports = flows.find((one) => one.flow === "imports" && samePeriod(one.period, exports.period));
      if (imports === undefined) return [];
      const amount = total([exports.amount as Quantity, imports.amount as Quantity]);
      return [{ ...exports, flow: "total" as const, amount }];
    });
}

function isMonth(of: Period): boolean {
  return /^\d{4}-\d\d$/.test(of.text);
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let day = from;
  while (day < to) {
    const text = day.slice(0, 7);
    months.push(text);
    day = dayText(dayNumber(period(text).end) + 1);
  }
  return months;
}
