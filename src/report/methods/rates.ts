import { rateBandChart } from "../../chart/index.js";
import { FigureError } from "../../errors.js";
import type { Figure } from "../../figure/figure.js";
import type { Quantity } from "../../figure/quantity.js";
import { judged, printedLike } from "../../figure/verdict.js";
import { convert as convertAmount } from "../../rate/convert.js";
import { impliedRate as impliedBy } from "../../rate/implied.js";
import type { AnyRate } from "../../rate/rate.js";
import { field, type NamedRate } from "../fields.js";
import { method } from "../registry.js";
import { against, shown } from "./shared.js";

export const impliedRate = method({
  name: "implied-rate",
  says: "The exchange rate that two prints of one flow imply, with its bounds.",
  fields: {
    amount: field.amount("the amount in one currency"),
    converted: field.amount("the same in another"),
  },
  printed: "none",
  example: "method: implied-rate\namount: 42.64bn yuan\nconverted: $5.83bn",
  run: ({ amount, converted }) => shown(impliedBy(amount, converted) as AnyRate),
});

export const convert = method({
  name: "convert",
  says: "An amount in another currency, at a named rate.",
  fields: { amount: field.amount("the amount"), rate: field.rate("the rate") },
  example:
    "printed: $5.94bn\nmethod: convert\namount: 42.64bn yuan\nrate: { pair: USD/CNY, kind: central-parity, on: 2023-10-23 }",
  run: ({ amount, rate }, { printed }) => against(printed, convertAmount(amount, rate) as Quantity),
});

const isPrint = (of: Quantity): of is Figure => "digits" in of;

interface Tried extends NamedRate {
  readonly fits: boolean;
  readonly converted: Quantity;
  readonly prints: string;
}

/** Each candidate: whether it lies in what the two prints allow, and what it would have printed. */
function tried(amount: Quantity, converted: Quantity, candidates: (pair: string) => readonly NamedRate[]) {
  if (!isPrint(converted)) {
    throw new FigureError("bad-data", "the converted amount has to be a print, such as $5.83bn");
  }
  const implied = impliedBy(amount, converted) as AnyRate;
  const rates = candidates(`${implied.base}/${implied.quote}`).map(({ label, rate }): Tried => {
    const oriented = rate.base === implied.base ? rate : (rate.inverted() as AnyRate);
    const { verdict } = judged(implied.interval, oriented.interval, oriented.value);
    const made = convertAmount(amount, oriented) as Quantity;
    return {
      label,
      rate: oriented,
      fits: verdict === "consistent",
      converted: made,
      prints: printedLike(converted, made),
    };
  });
  return { implied, rates };
}

export const whoseRate = method({
  name: "whose-rate",
  says: "Which of some published rates turned one amount into the other. One question with its candidates: those that do not fit are no fault of the report.",
  fields: {
    amount: field.amount("the amount in one currency"),
    converted: field.amount("the same as printed in another"),
    candidates: field.candidates("the rates to try"),
  },
  example:
    "printed: $5.83bn\nmethod: whose-rate\namount: 42.64bn yuan\nconverted: $5.83bn\ncandidates:\n  - { label: Noon rate, kind: noon-buying, on: 2023-10-23 }\n  - { label: Central parity, kind: central-parity, on: 2023-10-23 }",
  run: ({ amount, converted, candidates }) => {
    const { implied, rates } = tried(amount, converted, candidates);
    const fitting = rates.filter((one) => one.fits);
    const name = (one: Tried) => `${one.label} (${one.rate.show().split(", ")[0]?.split(" ").at(-1)})`;
    const others = rates
      .filter((one) => !one.fits)
      .map((one) => `${name(one)} would print ${one.prints}`)
      .join(", ");
    const fits =
      fitting.length === 0
        ? "none of the rates tried fits: another was used, or a figure is wrong"
        : `${fitting.map(name).join(" and ")} ${fitting.length === 1 ? "fits" : "fit"}`;
    const best = fitting[0];
    return {
      computed: implied,
      ...(best === undefined ? {} : { converted: { amount: best.converted, rate: best.rate } }),
      outcome: best === undefined ? "undecided" : "consistent",
      margin: "",
      says: `the figures imply ${implied.show()}; ${fits}${others === "" ? "" : `; ${others}`}`,
      working: [implied.explain(), ...rates.map(({ label, rate }) => `${label}:\n${rate.explain()}`)].join(
        "\n",
      ),
    };
  },
  chart: ({ amount, converted, candidates }, _, { title, subtitle, source }) => {
    const { implied, rates } = tried(amount, converted, candidates);
    const printed = (one: Quantity) => (isPrint(one) ? one.text : (one.shown().value ?? ""));
    const by = `${printed(amount)} = ${printed(converted)}`;
    const fitting = rates.filter((one) => one.fits).map((one) => one.label);
    const cited = rates.flatMap(({ rate }) => [rate, ...rate.chain]).flatMap((one) => one.source ?? []);
    return rateBandChart(implied, rates, {
      title:
        title ??
        (fitting.length === 0
          ? "None of the rates tried fits"
          : `${fitting.join(" and ")} ${fitting.length === 1 ? "fits" : "fit"}`),
      subtitle: subtitle ?? `Which published rate lies inside what ${by} allows?`,
      impliedBy: by,
      source: [...source, ...cited],
    });
  },
});
