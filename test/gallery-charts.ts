import { Decimal } from "decimal.js";
import {
  baselineChart,
  type Chart,
  type Quantity,
  rateBandChart,
  statementsChart,
} from "../src/chart/index.js";

/** A quantity from text: value and the ends that its digits allow. */
export function quantity(value: string, lower: string, upper: string, unit: string): Quantity {
  return {
    unit,
    value: new Decimal(value),
    interval: { lower: new Decimal(lower), upper: new Decimal(upper), lowerOpen: false, upperOpen: true },
  };
}

const interval = (lower: string, upper: string) => quantity(lower, lower, upper, "").interval;

const perDollar = "yuan per US dollar";
const reuters = { text: "Reuters", date: "2023-10-23" };

/** Every chart, with published figures. */
export const gallery: Readonly<Record<string, () => Chart>> = {
  "rate-band": () =>
    rateBandChart(
      quantity("7.3139", "7.306683804627249", "7.321133412042504", perDollar),
      [
        {
          label: "H.10 noon rate, New York",
          kind: "noon buying rate",
          date: "2023-10-23",
          rate: new Decimal("7.3158"),
        },
        {
          label: "ECB cross of EUR/CNY and EUR/USD",
          kind: "reference rate",
          date: "2023-10-23",
          rate: new Decimal("7.3162"),
        },
        {
          label: "CFETS central parity",
          kind: "central parity",
          date: "2023-10-23",
          rate: new Decimal("7.1792"),
        },
        {
          label: "Average of January to September",
          kind: "period average",
          date: "2023-09",
          rate: new Decimal("7.0341"),
        },
        {
          label: "Customs rate, mean of nine months",
          kind: "customs",
          date: "2023-09",
          rate: new Decimal("6.9762"),
        },
      ],
      {
        title: "The report's dollars were made with the market rate of the day",
        subtitle: "Which published rate lies inside what 42.64bn yuan = $5.83bn allows?",
        impliedBy: "42.64bn yuan = $5.83bn",
        source: [
          reuters,
          { text: "Federal Reserve H.10", date: "2023-10-23" },
          { text: "European Central Bank", date: "2023-10-23" },
          { text: "China Foreign Exchange Trade System", date: "2023-10-23" },
        ],
        notes: [
          "The band holds every rate that both printed figures, each rounded to two places, leave possible.",
        ],
      },
    ),
  baseline: () =>
    baselineChart(
      quantity("23.3900", "23.38085", "23.39914", "billion yuan"),
      quantity("82.3", "82.25", "82.35", "%"),
      quantity("42.64", "42.635", "42.645", "billion yuan"),
      {
        title: "Growth of 82.3% to 42.64bn yuan means 23.39bn the year before",
        subtitle: "Liaoning's trade with Russia as printed, January to September",
        basePeriod: "Jan–Sep 2022",
        currentPeriod: "Jan–Sep 2023",
        source: reuters,
      },
    ),
  statements: () =>
    statementsChart(
      [
        {
          label: "$5.83bn, at the noon rate of the day",
          printed: quantity("5.83", "5.825", "5.835", "US$ bn"),
          recomputed: interval("5.82779", "5.82917"),
          verdict: "consistent",
          note: "42.64bn yuan at 7.3158",
        },
        {
          label: "$5.83bn, at the central parity",
          printed: quantity("5.83", "5.825", "5.835", "US$ bn"),
          recomputed: interval("5.93868", "5.94008"),
          verdict: "inconsistent",
          note: "42.64bn yuan at 7.1792",
        },
        {
          label: "September exports of $9.6bn",
          printed: quantity("9.6", "9.55", "9.65", "US$ bn"),
          recomputed: interval("9.64", "9.66"),
          verdict: "undecided",
          note: "21.18 less 11.53",
        },
        {
          label: "Liaoning's exports to Russia, nine months",
          printed: quantity("42.64", "42.635", "42.645", "bn yuan"),
          recomputed: interval("0", "14.45"),
          verdict: "inconsistent",
          note: "the whole year's exports were 14.4",
        },
        {
          label: "Growth of Liaoning's trade with Russia",
          printed: quantity("82.3", "82.25", "82.35", "%"),
          recomputed: interval("44.5", "45.5"),
          verdict: "inconsistent",
          note: "another reading of the same customs figures",
        },
      ],
      {
        title: "Two of five readings of the report's figures can stand",
        subtitle: "Grey: what the printed digits allow. Colour: what other published figures allow.",
        source: [reuters, { text: "Shenyang Customs", date: "2024-01-17" }],
        places: 2,
      },
    ),
};
