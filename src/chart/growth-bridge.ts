import type { Chart, ChartText } from "./chart.js";
import { charted } from "./displayed.js";
import { type Drawable, drawn } from "./drawn.js";
import { show, showInterval, showSigned } from "./number-text.js";
import { tidy } from "./plain-text.js";
import { coordinate, type Quantity } from "./quantity.js";
import type { Layout } from "./style.js";
import { type WaterfallBar, waterfall } from "./waterfall.js";

/** The growth of one flow in two currencies, and what lies between them. All in per cent or percentage points. */
export interface GrowthBridge {
  readonly local: Drawable;
  readonly foreign: Drawable;
  /** Names of the two: "In yuan", "In US dollars". */
  readonly localName: string;
  readonly foreignName: string;
}

export interface GrowthBridgeOptions extends ChartText {
  /** Decimal places of the shown growths; 1 unless told otherwise. */
  readonly places?: number;
}

/**
 * From growth in the local currency over the exchange rate to growth in the foreign one, in percentage points.
 * @returns a plain chart; exchange rate = foreign growth − local growth
 * @throws FigureError "bad-option" where a growth isn't finite
 * @example growthBridgeChart({ local, foreign, localName: "In yuan", foreignName: "In US dollars" }, { title, source })
 */
export function growthBridgeChart(bridge: GrowthBridge, options: GrowthBridgeOptions): Chart {
  const growth = { ...bridge, local: drawn(bridge.local), foreign: drawn(bridge.foreign) };
  const places = options.places ?? 1;
  const local = coordinate(growth.local.value, "the growth in local currency");
  const foreign = coordinate(growth.foreign.value, "the growth in foreign currency");
  const rate = growth.foreign.value.minus(growth.local.value);
  const between = ({ interval }: Quantity) =>
    interval.lower.isFinite() && interval.upper.isFinite() ? showInterval(interval, places) : "";
  const shown = (quantity: Quantity) => `${showSigned(quantity.value, places)}%`;
  const names = [tidy(growth.localName), "Exchange rate", tidy(growth.foreignName)] as const;
  const bars: WaterfallBar[] = [
    {
      name: names[0],
      from: 0,
      to: local,
      value: shown(growth.local),
      detail: between(growth.local),
      colour: "blue",
    },
    {
      name: names[1],
      from: local,
      to: foreign,
      value: showSigned(rate, places),
      detail: "percentage points",
      colour: "orange",
    },
    {
      name: names[2],
      from: 0,
      to: foreign,
      value: shown(growth.foreign),
      detail: between(growth.foreign),
      colour: "teal",
    },
  ];
  const draw = (layout: Layout) => waterfall(options, bars, "Growth, percentage points", layout);
  return charted(
    "growth-bridge",
    options,
    {
      alt:
        `${names[0]}: ${shown(growth.local)}. ${names[2]}: ${shown(growth.foreign)}. ` +
        `The exchange rate makes ${show(rate.abs(), places)} percentage points ${rate.isNegative() ? "less" : "more"}.`,
      table: {
        columns: ["Step", "Percentage points", "What the digits allow"],
        rows: [
          [names[0], showSigned(growth.local.value, places), between(growth.local)],
          [names[1], showSigned(rate, places), ""],
          [names[2], showSigned(growth.foreign.value, places), between(growth.foreign)],
        ],
      },
    },
    draw,
  );
}
