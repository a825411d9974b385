import { Ratio } from "../../../exact/ratio.js";
import { addsUp } from "../../fact.js";
import { type Level, type Levels, levelWords, periodWords } from "../level.js";
import { latest, type TradeRelation } from "../relation.js";
import { equal, type Rule, type Times } from "../rule.js";

export interface PeriodOptions {
  /** How much of an amount may be revised when a longer period that holds it is published: 0.02 is 2%. */
  readonly revision: Ratio;
}

/**
 * A period is the sum of its parts, cut wherever a period that is spoken of begins or ends. A part that was published
 * before the whole may have been revised since: whole = (1 ± revision) × earlier parts + last part.
 */
export function periods({ revision }: PeriodOptions): TradeRelation {
  return {
    name: "periods",
    needs: (levels) => {
      for (const group of trades(levels)) {
        const flows = new Set(group.map((one) => one.flow));
        const [first] = group;
        if (first === undefined) continue;
        for (const { from, to, parts } of compositions(group)) {
          for (const flow of flows) {
            levels.of({ ...first, flow, from, to });
            for (const part of parts) levels.of({ ...first, flow, ...part });
          }
        }
      }
    },
    rules: (levels) => composed(levels).flatMap(({ whole, parts }) => sum(whole, parts, revision)),
  };
}

/** Every level that is the sum of others, with those in the order of time. */
export function composed(levels: Levels): { readonly whole: Level; readonly parts: readonly Level[] }[] {
  return trades(levels).flatMap((group) => {
    const flows = new Set(group.map((one) => one.flow));
    const [first] = group as [Level];
    return compositions(group).flatMap(({ from, to, parts }) =>
      [...flows].flatMap((flow) => {
        const whole = levels.find({ ...first, flow, from, to });
        const found = parts.map((part) => levels.find({ ...first, flow, ...part }));
        if (whole === undefined || found.includes(undefined)) return [];
        return [{ whole, parts: found as Level[] }];
      }),
    );
  });
}

const trades = (levels: Levels) =>
  levels
    .grouped((one) => [one.area, one.partner, one.currency])
    .map((group) => latest(group).filter(({ flow }) => addsUp(flow)))
    .filter((group) => group.length > 0);

interface Stretch {
  readonly from: number;
  readonly to: number;
}
interface Composition extends Stretch {
  readonly parts: readonly Stretch[];
}

/** Each period of a group that has parts, as the longest that are spoken of, from left to right, and cuts between. */
export function compositions(group: readonly Stretch[]): Composition[] {
  const cuts = [...new Set(group.flatMap((one) => [one.from, one.to]))].sort((a, b) => a - b);
  const spans = new Map<number, number[]>();
  for (const { from, to } of group) {
    const ends = spans.get(from) ?? [];
    if (!ends.includes(to)) spans.set(from, [...ends, to]);
  }
  for (const ends of spans.values()) ends.sort((a, b) => b - a);
  return [...spans].flatMap(([from, ends]) =>
    ends.flatMap((to) => {
      const parts: Stretch[] = [];
      for (let at = from; at < to; ) {
        const longest = spans.get(at)?.find((end) => end <= to && !(at === from && end === to));
        const next = longest ?? (cuts.find((cut) => cut > at) as number);
        parts.push({ from: at, to: next });
        at = next;
      }
      return parts.length > 1 ? [{ from, to, parts }] : [];
    }),
  );
}

function sum(whole: Level, parts: readonly Level[], revision: Ratio): Rule[] {
  const words = parts.map((one) => periodWords(one.from, one.to)).join(" + ");
  const says = `${levelWords(whole)} = ${words}`;
  if (revision.sign === 0) return [equal(whole, parts, says)];
  const last = parts.length - 1;
  const side = (name: "lower" | "upper", factor: Ratio): Rule => ({
    kind: "limit",
    says: `${says}, the earlier within ${percent(revision)} as revised`,
    allows: `a revision of ${percent(revision)}`,
    terms: [
      [whole, Ratio.ONE],
      ...parts.map((one, i): Times => [one, i === last ? MINUS : factor.negated()]),
    ],
    [name]: { value: Ratio.ZERO, open: false },
  });
  return [side("lower", Ratio.ONE.sub(revision)), side("upper", Ratio.ONE.add(revision))];
}

const MINUS = Ratio.of(-1n);

/** 0.02 as "2%". */
export function percent(ratio: Ratio): string {
  const hundredfold = ratio.shift(2);
  const places = Math.min(hundredfold.decimalPlaces() ?? 2, 4);
  return `${hundredfold.toFixed(places, "halfEven")}%`;
}
