import type { Chart, ChartText } from "./chart.js";
import { charted } from "./displayed.js";
import { type Drawable, drawn, onOneScale } from "./drawn.js";
import { justifiedPlaces, show, showInterval, showPrinted, showSigned } from "./number-text.js";
import { tidy } from "./plain-text.js";
import { coordinate, type Quantity } from "./quantity.js";
import type { Layout } from "./style.js";
import { waterfall } from "./waterfall.js";

export interface BaselineOptions extends ChartText {
  /** The two periods, as they are to be read: "Jan–Sep 2022", "Jan–Sep 2023". */
  readonly basePeriod: string;
  readonly currentPeriod: string;
  /** Decimal places of the computed baseline; 2 unless told otherwise. The ends of its interval get two more. */
  readonly places?: number;
}

/** An interval's finite ends as coordinates; none where an end is infinite, since a whisker without end can't be drawn. */
function whisker({ interval }: Quantity): { from: number; to: number } | undefined {
  if (!interval.lower.isFinite() || !interval.upper.isFinite()) return undefined;
  return { from: interval.lower.toNumber(), to: interval.upper.toNumber() };
}

/**
 * From the computed baseline over the growth to the printed figure, as a waterfall.
 * @param before the computed figure of the earlier period, with what the digits allow
 * @param growthGiven the printed growth, in per cent
 * @param reached the printed figure of the later period; same unit as the baseline
 * @returns a plain chart; baseline = current / (1 + growth / 100)
 * @throws FigureError "bad-option" where a figure isn't finite
 * @example baselineChart(base, percent("82.3"), figure("42.64"), { title, source, basePeriod: "Jan–Sep 2022", currentPeriod: "Jan–Sep 2023" })
 */
export function baselineChart(
  before: Drawable,
  growthGiven: Drawable,
  reached: Drawable,
  options: BaselineOptions,
): Chart {
  const scale = onOneScale([before, reached]);
  const [baseline, growth, current] = [scale.of(before), drawn(growthGiven), scale.of(reached)];
  const places = options.places ?? 2;
  const unit = tidy(scale.unit);
  const base = coordinate(baseline.value, "the baseline");
  const now = coordinate(current.value, "the current figure");
  const rise = current.value.minus(baseline.value);
  const baseInterval = showInterval(baseline.interval, places + 2);
  const growthText = `${showSigned(growth.value, justifiedPlaces(growth))}%`;
  const range = whisker(baseline);
  const bars = [
    {
      name: `${tidy(options.basePeriod)}, computed`,
      from: 0,
      to: base,
      value: show(baseline.value, places),
      detail: baseInterval,
      colour: "grey" as const,
      ...(range ? { interval: range } : {}),
    },
    {
      name: "Growth, as printed",
      from: base,
      to: now,
      value: growthText,
      detail: `${showSigned(rise, places)} ${unit}`,
      colour: "orange" as const,
    },
    {
      name: `${tidy(options.currentPeriod)}, as printed`,
      from: 0,
      to: now,
      value: showPrinted(current),
      detail: showInterval(current.interval),
      colour: "blue" as const,
    },
  ];
  const draw = (layout: Layout) => waterfall(options, bars, unit, layout);
  return charted(
    "baseline",
    options,
    {
      alt:
        `${tidy(options.basePeriod)}, computed: ${show(baseline.value, places)} ${unit}, between ${baseInterval.replace(" to ", " and ")}. ` +
        `Growth as printed: ${growthText}. ${tidy(options.currentPeriod)}, as printed: ${showPrinted(current)} ${unit}.`,
      table: {
        columns: ["Step", unit, "What the digits allow"],
        rows: [
          [bars[0]!.name, bars[0]!.value, baseInterval],
          [bars[1]!.name, growthText, `${showInterval(growth.interval)}%`],
          [bars[2]!.name, bars[2]!.value, showInterval(current.interval)],
        ],
      },
    },
    draw,
  );
}
