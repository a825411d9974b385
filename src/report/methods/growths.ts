import { baselineChart, growthBridgeChart } from "../../chart/index.js";
import type { Quantity } from "../../figure/quantity.js";
import { baseline as baselineOf, growth as growthOf, level as levelOf } from "../../growth/growth.js";
import { growthBridge, growthIn as growthInCurrency } from "../../growth/in-currency.js";
import { field, optional } from "../fields.js";
import { method } from "../registry.js";
import { against } from "./shared.js";

/** A printed figure with a minus sign where it has a hyphen. */
const inTitle = (text: string) => text.replace(/-(?=\d)/, "−");
/** A computed figure without its bounds; digits are grouped by commas, without a space. */
const inTitleOf = (of: Quantity, decimals: number) => inTitle(of.show(decimals).split(", ")[0] ?? "");

export const growth = method({
  name: "growth",
  says: "The growth from one level to another, in per cent.",
  fields: { from: field.amount("the level before"), to: field.amount("the level reached") },
  example: "printed: 26.2%\nmethod: growth\nfrom: $190.271bn\nto: $240.11bn",
  run: ({ from, to }, { printed }) => against(printed, growthOf(from, to)),
});

export const level = method({
  name: "level",
  says: "The level that a base and its growth give.",
  fields: { from: field.amount("the level before"), growth: field.percent("its growth") },
  example: "printed: $240.3bn\nmethod: level\nfrom: $190.271bn\ngrowth: 26.3%",
  run: ({ from, growth: rate }, { printed }) => against(printed, levelOf(from, rate)),
});

export const baseline = method({
  name: "baseline",
  says: "The level before, from the level reached and its growth.",
  fields: {
    to: field.amount("the level reached"),
    growth: field.percent("its growth"),
    before: optional(field.text("the name of the base period, for the chart")),
    now: optional(field.text("the name of the current period, for the chart")),
  },
  example: "method: baseline\nto: 42.64bn yuan\ngrowth: 82.3%",
  run: ({ to, growth: rate }, { printed }) => against(printed, baselineOf(to, rate)),
  chart: ({ to, growth: rate, before, now }, { computed }, { title, subtitle, source }) =>
    before === undefined || now === undefined
      ? undefined
      : baselineChart(computed as Quantity, rate, to, {
          title:
            title ??
            `${inTitle(rate.shown().value)} growth to ${to.shown().value} means ${inTitleOf(computed as Quantity, 2)} before`,
          ...(subtitle === undefined ? {} : { subtitle }),
          basePeriod: before,
          currentPeriod: now,
          source,
        }),
});

export const growthIn = method({
  name: "growth-in",
  says: "A growth as it is in another currency, at a rate for each period.",
  fields: {
    currency: field.currency("the other currency"),
    growth: field.percent("the growth as printed"),
    now: field.rate("the rate of the current period"),
    before: field.rate("the rate of the base period"),
    own: optional(field.text("the name of the growth as printed, for the chart")),
    other: optional(field.text("the name of the growth in the other currency, for the chart")),
  },
  example:
    "method: growth-in\ncurrency: USD\ngrowth: 82.3%\nnow: { pair: USD/CNY, kind: period-average, over: 2023-01/2023-09 }\nbefore: { pair: USD/CNY, kind: period-average, over: 2022-01/2022-09 }",
  run: ({ currency, growth: rate, now, before }, { printed }) =>
    against(printed, growthInCurrency(currency, rate, { current: now, base: before })),
  chart: ({ currency, growth: rate, now, before, own, other }, _, { title, subtitle, source }) => {
    const bridge = growthBridge(currency, rate, { current: now, base: before });
    return growthBridgeChart(
      {
        local: bridge.own,
        foreign: bridge.other,
        localName: own ?? "As printed",
        foreignName: other ?? `In ${currency}`,
      },
      {
        title:
          title ??
          `${inTitle(rate.shown().value)} in ${now.base === currency ? now.quote : now.base} is ${inTitleOf(bridge.other, 1)} in ${currency}`,
        ...(subtitle === undefined ? {} : { subtitle }),
        source: [...source, ...[now.source].flatMap((one) => one ?? [])],
      },
    );
  },
});

export const publishedGrowth = method({
  name: "published-growth",
  says: "Whether the print agrees with the growth that another source gives for the same flow and period.",
  fields: { of: field.growthFact("the flow and period") },
  printed: "needed",
  example: "printed: 82.3%\nmethod: published-growth\nof: Liaoning RUS total 2023-01/2023-09",
  run: ({ of }, { printed }) => against(printed, of.growth as Quantity),
});
