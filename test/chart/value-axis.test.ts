import fc from "fast-check";
import { expect, test } from "vitest";
import { axisStyle } from "../../src/chart/frame.js";
import { lineChart } from "../../src/chart/index.js";
import { tickLabels, valueAxis } from "../../src/chart/value-axis.js";
import { figure } from "../../src/index.js";
import { drawn } from "../../src/notebook/picture/drawn.js";
import { sized } from "../../src/notebook/picture/options.js";
import { gallery } from "../gallery-charts.js";

interface Measured {
  getBoundingClientRect(): { left: number; right: number };
}

/** What plotly drew of a value axis: its labels, and how far from the left they and the title stand. */
const axisOf = (picture: Parameters<typeof sized>[0], width: number) =>
  drawn(sized(picture, { width }), (svg) => {
    const box = (one: unknown) => (one as Measured).getBoundingClientRect();
    const labels = svg.querySelectorAll(".ytick text");
    const title = svg.querySelector(".ytitle");
    return {
      labels: labels.map((one) => one.textContent),
      labelsLeft: Math.min(...labels.map((one) => box(one).left)),
      title: title === null ? { left: 0, right: 0 } : box(title),
    };
  });

test("the labels that make the room are those that plotly draws", async () => {
  const number = fc.integer({ min: -1e7, max: 1e7 }).map((value) => value / 100);
  const range = fc
    .tuple(number, fc.constantFrom(0.7, 3, 12, 55, 340, 2500, 96000, 4e6))
    .map(([low, span]) => [low, low + span] as [number, number]);
  await fc.assert(
    fc.asyncProperty(range, async (ends) => {
      const yaxis = { ...axisStyle, ...valueAxis("t", ends).yaxis };
      const figure = { data: [{ type: "scatter", x: [0], y: [ends[0]] }], layout: { yaxis, height: 400 } };
      expect((await axisOf(figure, 800)).labels).toEqual(tickLabels(ends));
    }),
    { numRuns: 40 },
  );
});

test("the title stands at the edge of the picture and the labels beside it, however long they are", async () => {
  const yen = (text: string) => ({ period: text.slice(0, 7), figure: figure(text.slice(8)) });
  const long = lineChart(
    { name: "Exports", points: ["2023-01 8,800,000m yen", "2023-02 9,900,000m yen"].map(yen) },
    { title: "Long labels", unit: "million yen", source: { text: "A test", date: "2024-01-01" } },
  );
  const kinds = ["lines", "lines-indexed", "bars", "cumulative-trade", "monthly-trade"] as const;
  for (const chart of [long, ...kinds.map((kind) => gallery[kind]!())]) {
    for (const width of [360, 800]) {
      const { title, labelsLeft } = await axisOf(chart, width);
      expect(title.left, chart.title).toBeGreaterThanOrEqual(12);
      expect(title.left, chart.title).toBeLessThanOrEqual(20);
      expect(labelsLeft - title.right, chart.title).toBeGreaterThanOrEqual(4);
    }
  }
});
