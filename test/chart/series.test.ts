import { expect, test } from "vitest";
import {
  barChart,
  type Chart,
  contributionChart,
  cumulativeTradeChart,
  growthBridgeChart,
  growthMapChart,
  lineChart,
  monthlyTradeChart,
  shareChart,
  slopeChart,
  smallMultiplesChart,
} from "../../src/chart/index.js";
import { figure, period, rate, Series, series } from "../../src/index.js";
import { toMimeBundle } from "../../src/notebook/show/mime.js";

const source = { publisher: "Customs", title: "Preliminary release", date: "2023-10-13" };
const MONTHS = period("2022-07/2023-09").months();
const of = (name: string, first: number) =>
  series(
    name,
    MONTHS.filter(({ text }) => text !== "2023-02").map(({ text }, i) => ({
      period: text,
      figure: `$${first + i}.${i % 10}bn`,
    })),
    { source },
  );
const [exports_, imports] = [of("Exports", 6), of("Imports", 9)];
const total = exports_.plus(imports).named("Total");
const found = Series.contributions([exports_, imports]);
const TO_DATE = series(
  "Trade",
  {
    "2022-01/2022-08": "$117.2bn",
    "2022-01/2022-09": "$136.1bn",
    "2023-01/2023-08": "$155.1bn",
    "2023-01/2023-09": "$176.4bn",
  },
  { source },
);
const title = "Trade grew";

const CHARTS: Readonly<Record<string, () => Chart>> = {
  lines: () => lineChart(exports_, { title }),
  "lines as an index": () => lineChart([exports_, imports], { title, base: "2022-07/2022-09" }),
  bars: () => barChart([exports_, imports], { title }),
  slope: () => slopeChart([exports_, imports], { title, from: "2022-09", to: "2023-09" }),
  shares: () => shareChart([exports_, imports], { title }),
  "growth map": () => growthMapChart([exports_, imports.growth()], { title }),
  panels: () => smallMultiplesChart([exports_, imports], { title }),
  months: () => monthlyTradeChart({ exports: exports_, imports, total }, { title }),
  "from January on": () => cumulativeTradeChart(TO_DATE, { title }),
  contributions: () => contributionChart(found.parts, { title, total: found.growth, at: "2023-09" }),
};

test.each(Object.entries(CHARTS))("%s: a series as it is, with the sources of its figures", (_, draw) => {
  const chart = draw();
  expect(chart.source).toBe("Source: Customs, Preliminary release (13 October 2023).");
  expect(chart.table.rows.length).toBeGreaterThan(1);
  expect(chart.alt).toMatch(/\d/);
});

test("a missing month breaks the line and is empty in the bars", () => {
  const line = lineChart(exports_, { title }).data.find((one) => one["mode"] === "lines+markers");
  expect(line?.["y"]).toContain(null);
  expect(lineChart(exports_, { title }).alt).toContain("Exports: some periods have no figure.");
  // Sums from January on overlap: each stands at the month with which it ends.
  const places = lineChart(TO_DATE, { title }).data.at(-1)?.["x"] as (number | null)[];
  expect(places.filter((x) => x !== null)).toEqual([0.5, 1.5, 12.5, 13.5]);
});

test("many publications of one publisher are one citation", () => {
  const points = ["2023-01", "2023-02", "2023-03", "2023-04"].map((when) => ({
    period: when,
    figure: figure("$9.6bn", { period: when, source: { publisher: "Customs", date: `${when}-20` } }),
  }));
  expect(lineChart(series("Exports", points), { title }).source).toBe(
    "Source: Customs, 4 publications (20 January 2023 to 20 April 2023).",
  );
});

test("sources are found in the working of computed figures; without any, the way out is told", () => {
  const yuan = exports_.convert("CNY", () => rate("USD/CNY", "7.2", { kind: "period-average" }));
  expect(lineChart(yuan.growth(), { title }).source).toContain("Customs");
  const bare = series("A", { "2023-08": "9.3", "2023-09": "9.6" });
  expect(() => lineChart(bare, { title })).toThrow(/no figure of this one knows its own: give source:/);
  expect(() => contributionChart(found.parts, { title })).toThrow(/say which period is drawn, at: "2023-09"/);
});

test("a notebook shows a series as a table and a chart, several side by side, each gap with its reason", async () => {
  const one = await toMimeBundle(exports_);
  expect(one["text/html"]).toContain("data-trade-figure");
  expect(one["text/html"]).toContain('<td role="cell"');
  expect(one["text/plain"]).toContain("no figure for 2023-02");
  expect(one["image/png"]).toBeTypeOf("string");
  const two = String((await toMimeBundle([exports_, exports_.growth("1 month")]))["text/html"]);
  expect(two).not.toContain("data-trade-figure");
  expect(two).toContain("Exports, growth on the month before, %</th>".slice(0, 34));
});

test("a line is named with its last figure, grouped and with its unit where that fits", () => {
  const names = ({ layout }: { layout: Record<string, unknown> }) =>
    (layout["annotations"] as { text: string }[]).map((one) => one.text.replace(/<[^>]+>/g, ""));
  const yen = series(
    "Exports",
    { "2024-11": "8152.3 billion yen", "2024-12": "7774.8 billion yen" },
    { source },
  );
  const chart = lineChart(yen, { title });
  expect(names(chart)).toContain("Exports: JPY 7,774.8bn");
  expect(names(chart.narrow)).toContain("● Exports: JPY 7,774.8bn");
  const long = lineChart(yen.named("Exports of goods and services"), { title });
  expect(names(long)).toContain("● Exports of goods and services: JPY 7,774.8bn");
  const half = lineChart(yen.named("Exports of all goods, fob"), { title });
  expect(names(half)).toContain("Exports of all goods, fob: 7,774.8");
  expect(names(lineChart(yen, { title, base: "2024-11" }))).toContain("Exports: 95.36940");
});

test("bounds have as many digits as tell them apart, whatever the chart's own are", () => {
  const growthIn = (text: string) => figure(text);
  const chart = growthBridgeChart(
    { local: growthIn("5.0%"), foreign: growthIn("-4.6%"), localName: "In dollars", foreignName: "In euros" },
    { title, source },
  );
  expect(chart.table.rows.map((row) => row[2])).toEqual(["4.95 to 5.05", "", "−4.65 to −4.55"]);
  // 0.36 and 0.45 of a growth of five hundred say nothing of its size.
  const wide = growthBridgeChart(
    { local: figure("500%"), foreign: figure("71.2%"), localName: "In yuan", foreignName: "In dollars" },
    { title, source },
  );
  expect(wide.table.rows[0]?.[2]).toBe("499.5 to 500.5");
});
