import type { Quantity } from "../../figure/quantity.js";
import type { Fact } from "../../statement/fact.js";
import { aboutFact } from "../../statement/fact.js";
import { subjectOf } from "../../statement/model/print.js";
import { reconcile as reconcileFigures } from "../../statement/reconcile/reconcile.js";
import { intervalText, printInWords } from "../../statement/reconcile/words.js";
import { checkRecord } from "../../statement/record.js";
import { field, optional } from "../fields.js";
import { type Found, method } from "../registry.js";

export const record = method({
  name: "record",
  says: "Whether a month is the highest of its flow, among the months that were found.",
  fields: {
    month: field.fact("the month"),
    since: optional(
      field.period("the first month that the claim speaks of; all that were found unless told otherwise"),
    ),
  },
  example: "printed: $21.18bn\nmethod: record\nmonth: CHN RUS total 2023-09\nsince: 2022-02",
  run: ({ month, since }, { evidence }) => {
    const found = checkRecord(month, evidence.facts, { since });
    const missing =
      found.missing.length === 0 ? "" : `\nmonths without a figure: ${found.missing.join(", ")}`;
    return {
      computed: found.highest.amount,
      outcome: found.verdict,
      margin: "",
      says: found.says,
      working: [
        `the highest month before it: ${found.highest.amount?.explain() ?? ""}${missing}`,
        ...(found.clash === undefined ? [] : [found.clash.says, ...found.clash.lines]),
      ].join("\n"),
    };
  },
});

/** Periods of a series of the report's own, of which nothing else is known: there is nothing to reconcile, only intervals to compare. */
export const highest = method({
  name: "highest",
  says: "Whether a period of a series is the highest of it.",
  fields: {
    series: field.series("the series"),
    at: field.period("the period that is said to be the highest"),
  },
  example: "method: highest\nseries: exports\nat: 2024-12",
  run: ({ series: { name, points }, at }) => {
    const own = points.find((one) => one.period === at.text);
    if (own === undefined) {
      return {
        computed: undefined,
        outcome: "undecided",
        margin: "",
        working: "",
        says: `the series "${name}" has no figure for ${at.text}`,
      };
    }
    const others = points.filter((one) => one !== own);
    const above = others.filter((one) => own.amount.interval.isBelow(one.amount.interval) === "yes");
    const certain = others.every((one) => one.amount.interval.isBelow(own.amount.interval) === "yes");
    const top = [...points].sort((a, b) => b.amount.value.comparedTo(a.amount.value))[0] ?? own;
    return {
      computed: top.amount,
      outcome: above.length > 0 ? "inconsistent" : certain ? "consistent" : "undecided",
      margin: "",
      says:
        above.length > 0
          ? `${own.amount.shown().value} in ${at.text} is not the highest: ${top.period} had ${top.amount.shown().value}`
          : `${own.amount.shown().value} in ${at.text} is ${certain ? "above" : "not certainly above"} each of ${others.length} other periods of "${name}"`,
      working: points.map((one) => `${one.period}: ${one.amount.show()}`).join("\n"),
    };
  },
});

export const reconcile = method({
  name: "reconcile",
  says: "Whether the print can be true as it is labelled, given all that was published about the same area and partner.",
  fields: {
    area: field.text("whose trade"),
    partner: field.text("with whom"),
    flow: field.flow("the flow as labelled"),
    period: field.period("the period"),
  },
  printed: "needed",
  example:
    "printed: 42.64bn yuan\nmethod: reconcile\narea: Liaoning\npartner: RUS\nflow: exports\nperiod: 2023-01/2023-09",
  run: ({ area, partner, flow, period }, { printed, evidence }) => {
    const claim: Fact = {
      area,
      partner,
      flow,
      period,
      where: "the claim",
      ...(printed ? { amount: printed } : {}),
    };
    // What other reports print for the claim itself is not evidence about it.
    const others = evidence.facts.filter(
      (one) =>
        one.area === area &&
        one.partner === partner &&
        (one.period.text !== period.text || one.flow !== flow),
    );
    const found = reconcileFigures([...others, claim]);
    const problem = found.problems.find(({ suspects }) => suspects.some(({ print }) => print.fact === claim));
    const [clash] = problem?.clashes.filter(({ prints }) => prints.some(({ fact }) => fact === claim)) ?? [];
    if (problem !== undefined && clash !== undefined) {
      const against = clash.prints.find(({ fact }) => fact !== claim)?.fact;
      const [nearest] = problem.corrections.found;
      const repair = nearest === undefined ? "" : ` The nearest repair: ${nearest.says}.`;
      return {
        computed: against?.amount,
        outcome: "inconsistent",
        margin: "",
        says: `${clash.says}${repair}`,
        working: [
          ...problem.clashes.flatMap(({ says, lines }) => [says, ...lines.map((line) => `  ${line}`)]),
          ...clash.statements.map(({ figure, about, source }) => `${figure}: ${about} [${source}]`),
        ].join("\n"),
      };
    }
    return fitting(claim, others);
  },
});

/** A claim that contradicts nothing: whether it lies within what the others leave. */
function fitting(claim: Fact, others: readonly Fact[]): Found {
  const { known } = reconcileFigures([...others, claim], { leaveOut: new Set([claim]) });
  const left = known.of(subjectOf(claim));
  const amount = claim.amount as Quantity;
  const what = `${amount.shown().value} (${aboutFact(claim)})`;
  const bounded = left?.interval?.high.isFinite === true;
  if (left?.interval === undefined || !bounded) {
    const says = `${what}: nothing published limits it.`;
    return { computed: undefined, outcome: "undecided", margin: "", says, working: says };
  }
  const inside = left.interval.encloses(amount.interval);
  const by = [...new Set([...left.lowerBy, ...left.upperBy])].map(printInWords);
  return {
    computed: undefined,
    outcome: inside ? "consistent" : "undecided",
    margin: "",
    says: `${what} ${inside ? "is within" : "may be within"} what the other figures leave: ${intervalText(left.interval)}.`,
    working: by.map(({ figure, about, source }) => `${figure}: ${about} [${source}]`).join("\n"),
  };
}
