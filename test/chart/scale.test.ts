import { describe, expect, test } from "vitest";
import {
  barChart,
  type Chart,
  contributionChart,
  cumulativeTradeChart,
  growthMapChart,
  light,
  lineChart,
  monthlyTradeChart,
  shareChart,
  slopeChart,
  smallMultiplesChart,
  statementsChart,
  themed,
} from "../../src/chart/index.js";
import { FigureError } from "../../src/errors.js";
import { baseline, contributions, figure, growth } from "../../src/index.js";

const text = { title: "t", source: { text: "s", date: "2023" } };
const yTitle = (chart: Chart) => (chart.layout["yaxis"] as { title: { text: string } }).title.text;
const words = (chart: Chart) => JSON.stringify([chart.alt, chart.table, chart.data, chart.layout]);

describe("figures of the package are drawn at one scale, and the axis says it", () => {
  const months = ["1542.5bn yen", "0.9tn yen"].map((one) => figure(one));

  test("months of trade", () => {
    const chart = monthlyTradeChart(
      months.map((exports, at) => ({ period: `2023-0${at + 1}`, exports })),
      text,
    );
    expect((chart.data as unknown as { y: number[] }[]).flatMap(({ y }) => y)).toEqual([1542.5, 900]);
    expect(yTitle(chart)).toBe("Exports, billion yen a month");
  });

  test("a scale named in the axis' own words is the one that is drawn", () => {
    const chart = cumulativeTradeChart(
      [{ year: "2023", points: [{ period: "2023-01/2023-02", value: months[0]! }] }],
      { ...text, unit: "JPY trillion" },
    );
    expect([(chart.data[0] as unknown as { y: number[] }).y, yTitle(chart)]).toEqual([
      [1.5425],
      "JPY trillion",
    ]);
    expect(chart.alt).toContain("2023: 1.5425 by the end of February");
  });

  test("panels", () => {
    const chart = smallMultiplesChart(
      [{ title: "a", points: [{ label: "b", value: figure("42.64bn yuan") }] }],
      {
        ...text,
        across: "Year",
      },
    );
    expect([(chart.data[0] as unknown as { y: number[] }).y, yTitle(chart)]).toEqual([
      [42.64],
      "billion yuan",
    ]);
  });

  test("contributions in points, not in fractions", () => {
    const { parts, growth: whole } = contributions([
      { label: "A", base: figure("10.0bn yuan"), current: figure("10.4bn yuan") },
      { label: "B", base: figure("10.0bn yuan"), current: figure("10.6bn yuan") },
    ]);
    const chart = contributionChart(
      parts.map((points) => ({ label: points.label ?? "", points })),
      { ...text, total: { label: "all", points: whole } },
    );
    expect((chart.data[0] as unknown as { x: number[] }).x).toEqual([2, 3, 5]);
  });

  test("statements: print and computed figure at the scale of the print", () => {
    const chart = statementsChart(
      [
        { label: "x", printed: figure("$5.83bn"), recomputed: figure("$5830m"), verdict: "consistent" },
        {
          label: "y",
          printed: figure("$5.83bn"),
          recomputed: figure("$5830m").interval,
          verdict: "consistent",
        },
      ],
      text,
    );
    expect(chart.alt.match(/printed 5\.83, computed 5\.8295 to 5\.8305/g)).toHaveLength(2);
  });
});

test("computed figures show the digits that they justify, never sixty", () => {
  const third = baseline(figure("42.64bn yuan"), figure("82.3%"));
  const row = {
    name: "a",
    points: [
      { period: "2022", figure: third },
      { period: "2023", figure: figure("42.64bn yuan") },
    ],
  };
  const charts = [
    lineChart([row], text),
    lineChart([row], { ...text, base: "2022" }),
    barChart([row], text),
    slopeChart([{ name: "a", from: third, to: figure("42.64bn yuan") }], {
      ...text,
      from: "2022",
      to: "2023",
    }),
    smallMultiplesChart([{ title: "a", points: [{ label: "2022", value: third }] }], {
      ...text,
      across: "Year",
    }),
    monthlyTradeChart([{ period: "2022-01", total: third }], text),
    growthMapChart(
      [{ name: "a", cells: [{ period: "2023", growth: growth(third, figure("42.64bn yuan")) }] }],
      text,
    ),
  ];
  for (const chart of charts) {
    const shown = JSON.stringify([
      chart.alt,
      chart.table,
      chart.data.map((one) => one["hovertext"]),
      (chart.layout["annotations"] as { text: string }[]).map((note) => note.text),
    ]);
    expect(shown).not.toMatch(/\d\.\d{7}/);
  }
  expect(charts[0]!.alt).toContain("23.3900 billion yuan (23.3808 to 23.3992)");
});

test("a chart of exports alone has their colour and says so on its axis", () => {
  const chart = monthlyTradeChart([{ period: "2023-01", exports: figure("$9.6bn") }], text);
  const filled = (chart.data as unknown as { x: unknown[]; marker: { color: string } }[]).filter(
    ({ x }) => x.length > 0,
  );
  expect(filled.map(({ marker }) => marker.color)).toEqual([light.blue]);
  expect(words(chart)).not.toContain("Only one figure");
  expect(chart.alt).toContain("January 2023: exports 9.6 billion US dollars");
});

test("figures of two currencies, or of the package and not, do not share an axis", () => {
  const refused = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (FigureError.is(error)) return error.code;
      throw error;
    }
    return "drawn";
  };
  expect(
    refused(() =>
      monthlyTradeChart([{ period: "2023-01", exports: figure("$9bn"), imports: figure("9bn yuan") }], text),
    ),
  ).toBe("unit-mismatch");
  expect(
    refused(() => growthMapChart([{ name: "a", cells: [{ period: "2023", growth: figure("$9bn") }] }], text)),
  ).toBe("unit-mismatch");
});

test("a missing month breaks the line and its band", () => {
  const at = (period: string) => ({ period, figure: figure("$9.6bn") });
  const chart = lineChart([{ name: "a", points: [at("2023-01"), at("2023-02"), at("2023-04")] }], text);
  const [band, line] = chart.data as unknown as { x: (number | null)[] }[];
  expect(line?.x).toEqual([0.5, 1.5, null, 3.5]);
  expect(band?.x.filter((x) => x === null)).toHaveLength(1);
  expect(chart.alt).toContain("some periods have no figure");
});

test("an index is 100 at its base, and its bounds are those of the quotient", () => {
  const points = [
    { period: "2022", figure: figure("$10bn") },
    { period: "2023", figure: figure("$12bn") },
  ];
  const chart = lineChart([{ name: "a", points }], { ...text, base: "2022" });
  // (11.5 ÷ 10.5, 12.5 ÷ 9.5) × 100
  expect(chart.table.rows).toEqual([
    ["a", "2022", "100", "100", "100"],
    ["a", "2023", "120.0", "109.5", "131.6"],
  ]);
  expect(yTitle(chart)).toBe("Index, 2022 = 100");
});

test("the bounds of a share hold every share that its parts allow", () => {
  const part = (name: string, amount: string) => ({
    name,
    points: [{ period: "2023", figure: figure(amount) }],
  });
  const { table, data } = shareChart([part("a", "$1bn"), part("b", "$3bn")], text);
  // 0.5 ÷ 4.0 and 1.5 ÷ 4.0, to one digit more than the width
  expect(table.rows[0]).toEqual(["2023", "a", "25", "12.5 to 37.5"]);
  expect((data as unknown as { y: number[] }[]).reduce((sum, { y }) => sum + y[0]!, 0)).toBeCloseTo(100, 10);
});

test("no meaning by colour alone: a fall is dashed and signed, series differ in sign and dash", () => {
  const slope = slopeChart(
    [
      { name: "up", from: figure("$1.0bn"), to: figure("$2.0bn") },
      { name: "down", from: figure("$2.0bn"), to: figure("$1.0bn") },
    ],
    { ...text, from: "2022", to: "2023" },
  );
  const look = (slope.data as unknown as { line: { dash: string }; marker: { symbol: string } }[]).map(
    ({ line, marker }) => `${line.dash} ${marker.symbol}`,
  );
  expect(look).toEqual(["solid circle", "dash square"]);
});

test("a theme of one's own exchanges the colours of the parts that it names, opacity kept", () => {
  const chart = lineChart([{ name: "a", points: [{ period: "2023", figure: figure("$1bn") }] }], text);
  const own = JSON.stringify(themed(chart, { blue: "#005f73" }));
  expect(own).toContain('"#005f7338"');
  expect(own).not.toContain(light.blue);
  expect(own).toContain(light.ink);
});
