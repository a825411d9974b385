import { FigureError } from "../errors.js";
import { add, subtract } from "../figure/arithmetic.js";
import type { Figure } from "../figure/figure.js";
import { period } from "../figure/period.js";
import { Quantity, type Source } from "../figure/quantity.js";
import { type Comparison, compare, judged, printedLike, type Verdict } from "../figure/verdict.js";
import { baseline } from "../growth/growth.js";
import { growthIn } from "../growth/in-currency.js";
import { figure } from "../notation/figure.js";
import type { RateBook } from "../rate/book.js";
import { convert } from "../rate/convert.js";
import { impliedRate } from "../rate/implied.js";
import type { RateKind } from "../rate/kind.js";
import type { AnyRate } from "../rate/rate.js";
import { aboutFact, type Fact, FLOWS, type Flow } from "./fact.js";
import { reconcile } from "./reconcile.js";
import { checkRecord } from "./record.js";

/** One statement of a report, and how to recompute it. */
export interface Statement {
  readonly id: string;
  /** What the report says, in our own words. */
  readonly statement: string;
  /** The figure as printed; empty where the statement is a computation of ours. */
  readonly printed: string;
  readonly method: string;
  /** What the method is given, with semicolons: figures, facts ("CHN RUS exports 2023-09"), rates. */
  readonly inputs: string;
  /** The verdict on record. */
  readonly verdict: Outcome;
  /** What was found, on record. */
  readonly finding: string;
  readonly source?: Source;
}

/** A verdict, or `computed` where there is no print to compare with. */
export type Outcome = Verdict | "computed";

/** What statements are recomputed from. */
export interface Evidence {
  readonly facts: readonly Fact[];
  readonly book: RateBook;
}

export interface Result {
  readonly statement: Statement;
  readonly printed: Figure | undefined;
  /** What was recomputed: an amount, a growth or a rate. */
  readonly computed: Quantity | AnyRate | undefined;
  /** Where a rate was tested: what it turns the figure into. */
  readonly converted?: Quantity;
  readonly outcome: Outcome;
  /** Whether the outcome is the one on record. */
  readonly asRecorded: boolean;
  /** How far inside (or, below zero, outside) the printed interval. */
  readonly margin: string;
  /** The finding in one sentence. */
  readonly says: string;
  /** Every step, for a reader with a pencil. */
  readonly working: string;
}

type Outcomes = Pick<Result, "computed" | "converted" | "outcome" | "margin" | "says" | "working">;

/**
 * Recomputes one statement.
 * @throws FigureError "bad-data" that names the statement for a method or an input that cannot be understood
 */
export function evaluate(statement: Statement, evidence: Evidence): Result {
  try {
    const printed =
      statement.printed === ""
        ? undefined
        : figure(statement.printed, {
            label: "printed",
            ...(statement.source === undefined ? {} : { source: statement.source }),
          });
    const method = Object.hasOwn(METHODS, statement.method) ? METHODS[statement.method] : undefined;
    if (method === undefined) {
      throw new FigureError(
        "bad-data",
        `no method "${statement.method}"; there are ${Object.keys(METHODS).join(", ")}`,
      );
    }
    const inputs = statement.inputs
      .split(";")
      .map((input) => input.trim())
      .filter((input) => input !== "");
    const found = method(printed, inputs, evidence);
    return { statement, printed, ...found, asRecorded: found.outcome === statement.verdict };
  } catch (error) {
    if (!FigureError.is(error)) throw error;
    throw new FigureError(error.code, `statement ${statement.id}: ${error.message}`, error.details);
  }
}

type Method = (printed: Figure | undefined, inputs: readonly string[], evidence: Evidence) => Outcomes;

const METHODS: Readonly<Record<string, Method>> = {
  /** amount; rate: the amount in the currency of the print. */
  convert: (printed, inputs, evidence) =>
    against(printed, convert(amountOf(inputs, 0, evidence), rateOf(inputs, 1, evidence)) as Quantity),
  /** amount; amount; rate: whether the rate lies in the interval that the two amounts imply. */
  rate: (_, inputs, evidence) => {
    const implied = impliedRate(amountOf(inputs, 0, evidence), amountOf(inputs, 1, evidence)) as AnyRate;
    const named = rateOf(inputs, 2, evidence);
    const { verdict, margin } = judged(implied.interval, named.interval, named.value);
    const [own, other] = [amountOf(inputs, 0, evidence), amountOf(inputs, 1, evidence) as Figure];
    const converted = convert(own, named) as Quantity;
    const print = printedLike(other, converted);
    const side = verdict === "consistent" ? "lies within" : "is not within";
    const size = margin.abs().toSignificantDigits(3).toFixed();
    return {
      computed: named,
      converted,
      outcome: verdict,
      margin: verdict === "consistent" ? `${size} inside` : `${size} outside`,
      says: `${named.quoted} ${side} the implied ${implied.show()}; at that rate the report would print ${print}`,
      working: `${implied.explain()}\n${named.explain()}`,
    };
  },
  impliedRate: (_, inputs, evidence) => {
    const implied = impliedRate(amountOf(inputs, 0, evidence), amountOf(inputs, 1, evidence)) as AnyRate;
    return {
      computed: implied,
      outcome: "computed",
      margin: "",
      says: implied.show(),
      working: implied.explain(),
    };
  },
  /** current; growth */
  baseline: (printed, inputs, evidence) =>
    against(printed, baseline(amountOf(inputs, 0, evidence), amountOf(inputs, 1, evidence).in("percent"))),
  /** currency; growth; current rate; base rate */
  growthIn: (printed, inputs, evidence) =>
    against(
      printed,
      growthIn(needed(inputs, 0), amountOf(inputs, 1, evidence).in("percent"), {
        current: rateOf(inputs, 2, evidence),
        base: rateOf(inputs, 3, evidence),
      }),
    ),
  /** amount; amount; where only rounding can explain the print, what the first of them must have been */
  sum: (printed, inputs, evidence) => {
    const [first, second] = [amountOf(inputs, 0, evidence), amountOf(inputs, 1, evidence)];
    const found = against(printed, add(first, second));
    const needed = printed && subtract(printed, second).interval.intersect(first.interval);
    if (found.outcome !== "undecided" || needed === undefined) return found;
    const must = new Quantity({
      unit: first.unit,
      value: needed.midpoint,
      interval: needed,
      scale: first.scale,
    });
    return {
      ...found,
      says: `${found.says}: ${first.shown().value} would have to stand for an amount ${must.shown().range}, at the edge of its rounding, or was cut`,
    };
  },
  /** another figure for the same thing */
  same: (printed, inputs, evidence) => against(printed, amountOf(inputs, 0, evidence)),
  /** the growth of a fact */
  growth: (printed, inputs, evidence) => {
    const fact = factOf(
      needed(inputs, 0),
      evidence,
      (one) => one.growth !== undefined && one.amount === undefined,
    );
    return against(printed, fact.growth as Quantity);
  },
  /** a month's fact: is it the highest of its series? */
  record: (_, inputs, evidence) => {
    const month = factOf(needed(inputs, 0), evidence, (one) => one.amount !== undefined);
    const found = checkRecord(month, evidence.facts);
    const highest = `the highest month before it: ${found.highest.amount?.explain() ?? ""}`;
    return {
      computed: found.highest.amount,
      outcome: found.verdict,
      margin: "",
      says: found.says,
      working: `${highest}${found.missing.length === 0 ? "" : `\nmonths without a figure: ${found.missing.join(", ")}`}`,
    };
  },
  /** area partner flow period: the printed amount as labelled, against everything else published. */
  reconcile: (printed, inputs, evidence) => {
    const [area = "", partner = "", flow = "", when = ""] = needed(inputs, 0).split(/\s+/);
    const claim: Fact = {
      area,
      partner,
      flow: flowOf(flow),
      period: period(when),
      ...(printed ? { amount: printed } : {}),
    };
    // What other reports print for the claim itself is not evidence about it.
    const others = evidence.facts.filter((one) => one.period.text !== when || one.flow !== claim.flow);
    const found = reconcile(claim, others);
    return {
      computed: (found.findings.find((one) => one.verdict === found.verdict) ?? found.findings[0])?.against[0]
        ?.amount,
      outcome: found.verdict,
      margin: "",
      says: found.says,
      working: found.findings
        .map((one) => `${one.rule}: ${one.verdict}: ${one.says} [${one.against.map(sourceText).join("; ")}]`)
        .join("\n"),
    };
  },
  /** nothing else was found that could be held against the print */
  none: (printed) => ({
    computed: undefined,
    outcome: "undecided",
    margin: "",
    says: `${printed?.shown().value ?? "no figure"}: one source only, nothing to compare it with`,
    working: printed?.explain() ?? "",
  }),
};

function sourceText(fact: Fact): string {
  return `${aboutFact(fact)}: ${fact.amount?.source?.publisher ?? "no source"}`;
}

function against(printed: Figure | undefined, computed: Quantity): Outcomes {
  if (printed === undefined) {
    return { computed, outcome: "computed", margin: "", says: computed.show(), working: computed.explain() };
  }
  const found: Comparison = compare(printed, computed);
  const side = found.verdict === "consistent" ? "inside" : "outside";
  return {
    computed,
    outcome: found.verdict,
    margin: `${found.distance} ${side}`,
    says: found.says,
    working: `${printed.explain()}\n${computed.explain()}`,
  };
}

function needed(inputs: readonly string[], i: number): string {
  const input = inputs[i];
  if (input === undefined)
    throw new FigureError("bad-data", `needs at least ${i + 1} inputs, found ${inputs.length}`);
  return input;
}

const FACT = /^(\S+) ([A-Z]{3}) (exports|imports|total) (\S+)$/;

/** A figure, or the amount of a fact. */
function amountOf(inputs: readonly string[], i: number, evidence: Evidence): Quantity {
  const input = needed(inputs, i);
  if (!FACT.test(input)) return figure(input, {});
  return factOf(input, evidence, (one) => one.amount !== undefined).amount as Quantity;
}

function factOf(input: string, evidence: Evidence, fits: (one: Fact) => boolean): Fact {
  const found = FACT.exec(input);
  if (found === null) {
    throw new FigureError(
      "bad-data",
      `"${input}" names no fact; write area, partner, flow, period: CHN RUS exports 2023-09`,
    );
  }
  const [, area, partner, flow, when] = found;
  const facts = evidence.facts.filter(
    (one) =>
      one.area === area &&
      one.partner === partner &&
      one.flow === flow &&
      one.period.text === when &&
      fits(one),
  );
  if (facts[0] === undefined) throw new FigureError("bad-data", `the data hold no ${input}`);
  return facts[0];
}

function flowOf(text: string): Flow {
  const flow = FLOWS.find((one) => one === text);
  if (flow === undefined)
    throw new FigureError("bad-data", `"${text}" is no flow; write ${FLOWS.join(", ")}`);
  return flow;
}

/** "USD/CNY noon-buying 2023-10-23", "… via EUR", "USD/CNY mean customs 2023-01/2023-09". */
function rateOf(inputs: readonly string[], i: number, evidence: Evidence): AnyRate {
  const words = needed(inputs, i).split(/\s+/);
  const [pair = "", ...rest] = words;
  const mean = rest[0] === "mean";
  const [kind = "", when = "", via, pivot] = mean ? rest.slice(1) : rest;
  if (mean) return evidence.book.average(pair as `${string}/${string}`, when, { kind: kind as RateKind });
  return evidence.book.rate(pair as `${string}/${string}`, when, {
    kind: kind as RateKind,
    ...(via === "via" && pivot !== undefined ? { via: pivot } : {}),
  });
}
