import { expect, test } from "vitest";
import { baselineChart, type Chart } from "../../src/chart/index.js";
import { chartCsv, chartJson } from "../../src/notebook/picture/index.js";
import { gallery, printed } from "../gallery-charts.js";

test("figures are numbers to a program: plain minus, no grouping, the digits as printed", () => {
  const { columns, rows } = {
    columns: ["What", "Amount"],
    rows: [
      ["a", "−1,234.50"],
      ["b", "+7.10"],
      ["c", "not found"],
    ],
  };
  const chart: Chart = { ...gallery["baseline"]!(), table: { columns, rows } };
  expect(chartCsv(chart)).toBe(
    `What,Amount,Source\na,-1234.50,${"Source: Reuters (23 October 2023)."}\nb,7.10,Source: Reuters (23 October 2023).\nc,not found,Source: Reuters (23 October 2023).\n`,
  );
  expect(JSON.parse(chartJson(chart))).toMatchObject({
    source: "Source: Reuters (23 October 2023).",
    figures: [
      { What: "a", Amount: "-1234.50" },
      { What: "b", Amount: "7.10" },
      { What: "c", Amount: "not found" },
    ],
  });
});

test("no cell of a saved table can start a formula", () => {
  const evil = '=HYPERLINK("https://example.org","42")';
  const chart = baselineChart(printed("1", "bn"), printed("100", "%"), printed("2", "bn"), {
    title: evil,
    basePeriod: evil,
    currentPeriod: `@${evil}`,
    source: { text: evil, date: "2023" },
  });
  for (const make of [() => chart, ...Object.values(gallery)]) {
    for (const cell of chartCsv(make()).split(/\n|,(?=\S)/)) expect(cell).not.toMatch(/^"?[=@+\t]/);
  }
});
