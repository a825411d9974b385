import { asList, asMap, asText, checkNames, type MapValue, placed, type Value } from "../data/yaml.js";
import { FigureError } from "../errors.js";
import { isCurrencyCode } from "../figure/currency.js";
import type { Figure } from "../figure/figure.js";
import { type Period, period } from "../figure/period.js";
import type { Quantity } from "../figure/quantity.js";
import { figure } from "../notation/figure.js";
import { DATE_POLICIES, type DatePolicy } from "../rate/date-policy.js";
import { RATE_KINDS, type RateKind } from "../rate/kind.js";
import { type AnyRate, rate as makeRate } from "../rate/rate.js";
import { type Fact, FLOWS, type Flow } from "../statement/fact.js";
import type { Evidence } from "./evidence.js";

/** How a named field of a method is written in report.yaml, and what it becomes. */
export interface Field<T> {
  /** What it is, for the documentation page. */
  readonly says: string;
  /** What may be written, in words: "a figure". */
  readonly takes: string;
  readonly schema: object;
  readonly optional?: true;
  read(value: Value, evidence: Evidence): T;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends { optional: true }
    ? ReturnType<F[K]["read"]> | undefined
    : ReturnType<F[K]["read"]>;
};

/** A candidate rate with the name that readers see. */
export interface NamedRate {
  readonly label: string;
  readonly rate: AnyRate;
}

export function optional<T>(field: Field<T>): Field<T> & { readonly optional: true } {
  return { ...field, optional: true };
}

const TEXT = { type: "string" };

/** An error of what was read is told with its place in the file. */
function at<T>(value: Value, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!FigureError.is(error) || error.details.line !== undefined) throw error;
    throw placed(value, error.message, error.code === "no-rate" ? "no-rate" : "bad-data");
  }
}

const FACT = /^(\S+) ([A-Z]{2,5}) (exports|imports|total) (\d{4}\S*)$/;
const POINT = /^([a-z][\w-]*) (\d{4}\S*)$/;

/** "42.64bn yuan"; "exports-jpy 2024-12" of the project's figures; "CHN RUS exports 2023-09" of the package's tables. */
function amount(value: Value, evidence: Evidence): Quantity {
  const text = asText(value, "a figure");
  if (FACT.test(text)) return fact(value, evidence, (one) => one.amount !== undefined).amount as Quantity;
  const point = POINT.exec(text);
  const series = point === null ? undefined : evidence.series.get(point[1] as string);
  if (point === null || series === undefined) {
    return at(value, () => {
      try {
        return figure(text, {});
      } catch (error) {
        if (point === null || !FigureError.is(error)) throw error;
        throw new FigureError(
          "bad-data",
          `found no series "${point[1]}" in figures.csv; there are ${[...evidence.series.keys()].join(", ") || "none"}`,
        );
      }
    });
  }
  const found = series.find((one) => one.period === point[2])?.amount;
  if (found !== undefined) return found;
  throw placed(
    value,
    `the series "${point[1]}" has no figure for ${point[2]}; it has ${series[0]?.period} to ${series.at(-1)?.period}`,
  );
}

function fact(value: Value, evidence: Evidence, fits: (one: Fact) => boolean): Fact {
  const text = asText(value, "a fact");
  const found = FACT.exec(text);
  if (found === null)
    throw placed(
      value,
      `"${text}" names no fact; write area, partner, flow, period: CHN RUS exports 2023-09`,
    );
  const [, area, partner, flow, when] = found;
  const fact = evidence.facts.find(
    (one) =>
      one.area === area &&
      one.partner === partner &&
      one.flow === flow &&
      one.period.text === when &&
      fits(one),
  );
  if (fact === undefined) throw placed(value, `the data hold no ${text}`);
  return fact;
}

const RATE_NAMES = ["label", "pair", "kind", "on", "over", "via", "policy", "value", "per"] as const;

/** A rate by its pair, kind and day (`on`) or period (`over`, the mean), or with its `value`. */
function rate(value: Value, evidence: Evidence, pair?: string): AnyRate {
  const map = asMap(value, "a rate");
  checkNames(value as MapValue, RATE_NAMES, "a rate");
  const text = (name: string) => {
    const found = map.get(name);
    return found === undefined ? undefined : asText(found, name);
  };
  const of = text("pair") ?? pair;
  if (of === undefined || !/^[A-Z]{3}\/[A-Z]{3}$/.test(of))
    throw placed(map.get("pair") ?? value, `expected pair: USD/CNY, found ${of ?? "none"}`);
  const kind = (text("kind") ?? "spot") as RateKind;
  if (!RATE_KINDS.includes(kind))
    throw placed(
      map.get("kind") ?? value,
      `"${kind}" is no kind of rate; there are ${RATE_KINDS.join(", ")}`,
    );
  const policy = text("policy") as DatePolicy | undefined;
  if (policy !== undefined && !DATE_POLICIES.includes(policy))
    throw placed(
      map.get("policy") ?? value,
      `"${policy}" is no policy; there are ${DATE_POLICIES.join(", ")}`,
    );
  const [on, over, via, given, per] = [text("on"), text("over"), text("via"), text("value"), text("per")];
  const name = of as `${string}/${string}`;
  return at(value, () => {
    if (given !== undefined)
      return makeRate(name, given, {
        kind,
        ...(on === undefined ? {} : { on }),
        ...(per === "100" ? { per: 100 } : {}),
      }) as AnyRate;
    const cross = via === undefined ? {} : { via };
    if (over !== undefined) {
      const mean = evidence.book.tryAverage(name, over, { kind, ...cross });
      // A period's average that nobody published is the mean of its days, and says so.
      if (mean === undefined && kind === "period-average") return evidence.book.average(name, over, cross);
      return mean ?? evidence.book.average(name, over, { kind, ...cross });
    }
    if (on === undefined)
      throw new FigureError(
        "bad-data",
        "a rate needs a day (on: 2023-10-23), a period (over: 2023-01/2023-09) or a value",
      );
    return evidence.book.rate(name, on, { kind, ...cross, ...(policy === undefined ? {} : { policy }) });
  });
}

const RATE_SCHEMA = {
  type: "object",
  properties: {
    ...Object.fromEntries(RATE_NAMES.map((name) => [name, TEXT])),
    kind: { enum: RATE_KINDS },
    policy: { enum: DATE_POLICIES },
  },
  additionalProperties: false,
};

/** The fields that methods and charts are made of. */
export const field = {
  amount: (says: string): Field<Quantity> => ({
    says,
    takes:
      "a figure (`42.64bn yuan`), a point of a series (`exports-jpy 2024-12`) or a fact (`CHN RUS exports 2023-09`)",
    schema: TEXT,
    read: amount,
  }),
  amounts: (says: string): Field<readonly Quantity[]> => ({
    says,
    takes: "a list of figures, points or facts",
    schema: { type: "array", items: TEXT, minItems: 1 },
    read: (value, evidence) => asList(value, "figures").map((item) => amount(item, evidence)),
  }),
  percent: (says: string): Field<Quantity<"percent">> => ({
    says,
    takes: "a percentage (`82.3%`)",
    schema: TEXT,
    read: (value) => at(value, () => figure(asText(value, "a percentage"), {}).in("percent")),
  }),
  fact: (says: string): Field<Fact> => ({
    says,
    takes: "a fact (`CHN RUS exports 2023-09`)",
    schema: TEXT,
    read: (value, evidence) => fact(value, evidence, () => true),
  }),
  growthFact: (says: string): Field<Fact> => ({
    says,
    takes: "a fact with a printed growth (`CHN RUS exports 2023-09`)",
    schema: TEXT,
    read: (value, evidence) =>
      fact(value, evidence, (one) => one.growth !== undefined && one.amount === undefined),
  }),
  rate: (says: string): Field<AnyRate> => ({
    says,
    takes:
      "a rate: `{ pair: USD/CNY, kind: noon-buying, on: 2023-10-23 }`, with `over:` a period for its mean, `via: EUR` for a cross, or `value: 7.1792`",
    schema: RATE_SCHEMA,
    read: rate,
  }),
  candidates: (says: string): Field<(pair: string) => readonly NamedRate[]> => ({
    says,
    takes: "a list of rates, each with a `label`; `pair` may be left out",
    schema: { type: "array", items: RATE_SCHEMA, minItems: 1 },
    read: (value, evidence) => (pair) =>
      asList(value, "rates").map((item) => {
        const made = rate(item, evidence, pair);
        const label = asMap(item, "a rate").get("label");
        return { label: label === undefined ? made.describe() : asText(label, "a label"), rate: made };
      }),
  }),
  currency: (says: string): Field<string> => ({
    says,
    takes: "a currency (`USD`)",
    schema: { type: "string", pattern: "^[A-Z]{3}$" },
    read: (value) => {
      const text = asText(value, "a currency");
      if (isCurrencyCode(text)) return text;
      throw placed(value, `"${text}" is no currency; write its three letters: USD`);
    },
  }),
  period: (says: string): Field<Period> => ({
    says,
    takes: "a period (`2023-09`, `2023-01/2023-09`, `2023`)",
    schema: TEXT,
    read: (value) => at(value, () => period(asText(value, "a period"))),
  }),
  flow: (says: string): Field<Flow> => ({
    says,
    takes: "`exports`, `imports` or `total`",
    schema: { enum: FLOWS },
    read: (value) => {
      const text = asText(value, "a flow");
      const flow = FLOWS.find((one) => one === text);
      if (flow !== undefined) return flow;
      throw placed(value, `"${text}" is no flow; there are ${FLOWS.join(", ")}`);
    },
  }),
  series: (
    says: string,
  ): Field<{
    readonly name: string;
    readonly points: readonly { readonly period: string; readonly amount: Figure }[];
  }> => ({
    says,
    takes: "the name of a series of figures.csv",
    schema: TEXT,
    read: (value, evidence) => {
      const name = asText(value, "the name of a series");
      const points = (evidence.series.get(name) ?? []).flatMap(({ period: when, amount: found }) =>
        found === undefined ? [] : [{ period: when, amount: found }],
      );
      if (points.length > 0) return { name, points };
      throw placed(
        value,
        `found no series "${name}" in figures.csv; there are ${[...evidence.series.keys()].join(", ") || "none"}`,
      );
    },
  }),
  text: (says: string): Field<string> => ({
    says,
    takes: "text",
    schema: TEXT,
    read: (value) => asText(value, "text"),
  }),
};
