import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import type { Chart, Drawing } from "../../src/chart/index.js";
import {
  baselineChart,
  contributionChart,
  cumulativeTradeChart,
  forWidth,
  light,
  monthlyTradeChart,
  rateBandChart,
  routeMapChart,
  smallMultiplesChart,
  statementsChart,
  themed,
  timelineChart,
} from "../../src/chart/index.js";
import { FigureError } from "../../src/errors.js";
import { toSvg } from "../../src/notebook/picture/index.js";
import { gallery, printed, quantity } from "../gallery-charts.js";

interface Axis {
  visible?: boolean;
  showticklabels?: boolean;
  title?: { text?: string };
}

const source = { text: "A publisher", date: "2023-10-23" };
const text = { title: "A title", source };

function refusal(work: () => unknown): FigureError {
  try {
    work();
  } catch (error) {
    if (FigureError.is(error)) return error;
    throw error;
  }
  throw new Error("expected a refusal");
}

const named = (drawing: Drawing, name: string) =>
  (drawing.layout["annotations"] as { name?: string; text: string }[]).find((note) => note.name === name)
    ?.text ?? "";

describe.each(Object.entries(gallery))("%s", (_name, make) => {
  const chart = make();
  const drawings = { wide: chart as Drawing, narrow: chart.narrow };

  test.each(Object.entries(drawings))(
    "every axis that shows figures says what they are (%s)",
    (_layout, drawing) => {
      const axes = Object.entries(drawing.layout).filter(([key]) => /^[xy]axis\d*$/.test(key)) as [
        string,
        Axis,
      ][];
      expect(axes.length).toBeGreaterThanOrEqual(2);
      for (const [key, axis] of axes) {
        if (axis.visible === false || axis.showticklabels === false) continue;
        expect(axis.title?.text?.length, key).toBeGreaterThan(2);
      }
    },
  );

  test.each(Object.entries(drawings))(
    "source and date stand under it, the title above (%s)",
    (_layout, drawing) => {
      const flat = (words: string) => words.replaceAll("<br>", " ");
      expect(flat(named(drawing, "source"))).toMatch(/Sources?: .*\(.*20\d\d\)\.$/);
      expect(flat(named(drawing, "title"))).toBe(chart.title);
    },
  );

  test("it is plain data, drawn by the small bundle", () => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    for (const { data } of Object.values(drawings)) {
      expect(data.every((trace) => trace.type === "scatter" || trace.type === "bar")).toBe(true);
    }
  });

  test("it gives the same data each time, and no float shows in its words", () => {
    expect(make()).toEqual(chart);
    expect(JSON.stringify([chart.alt, chart.table])).not.toMatch(/\d\.\d{12}|NaN|undefined|Infinity/);
  });

  test("its dark form holds no light colour but those that text may hold", () => {
    const { paper, ink, blue } = light;
    const dark = JSON.stringify(themed(chart, "dark"));
    for (const colour of [paper, ink, blue]) expect(dark).not.toContain(`"${colour}"`);
  });

  test("a phone gets the narrow drawing", () => {
    expect(forWidth(chart, 375).layout["height"]).toBe(chart.narrow.layout["height"]);
    expect(forWidth(chart, 1280).data).toBe(chart.data);
  });
});

test("the alt text of a rate band says which rates lie inside", () => {
  const { alt } = gallery["rate-band"]!();
  expect(alt).toContain("7.3139 yuan per US dollar, 7.3067 to 7.3211");
  expect(alt).toMatch(/Inside that band: H\.10.*7\.3158; ECB.*7\.3162\. Outside: CFETS.*7\.1792/);
});

test("an open end doesn't hold its own value", () => {
  const implied = quantity("7.5", "7", "8", "yuan per dollar");
  const chart = rateBandChart(
    implied,
    [
      { label: "low", rate: new Decimal(7) },
      { label: "high", rate: new Decimal(8) },
    ],
    text,
  );
  expect(chart.alt).toContain("Inside that band: low: 7.0000. Outside: high: 8.0000.");
});

test("an infinite end is cut at the axis, not drawn to nowhere", () => {
  const implied = quantity("7.5", "7", "Infinity", "yuan per dollar");
  const chart = rateBandChart(implied, [{ label: "a", rate: new Decimal(9) }], text);
  expect(JSON.stringify(chart)).not.toContain("null");
  expect(chart.alt).toContain("7.0000 to ∞");
});

test("a printed figure keeps its trailing zero", () => {
  const chart = baselineChart(
    quantity("23.39", "23.38", "23.40", "bn"),
    printed("82.3", "%"),
    printed("42.60", "bn"),
    { ...text, basePeriod: "2022", currentPeriod: "2023" },
  );
  expect(chart.alt).toContain("42.60 bn");
  expect(JSON.stringify(chart.data.concat())).not.toContain("42.6 ");
});

test("ends are shown rounded outwards", () => {
  const chart = baselineChart(
    quantity("23.39", "23.38091", "23.39911", "bn"),
    printed("82.3", "%"),
    printed("42.64", "bn"),
    { ...text, basePeriod: "2022", currentPeriod: "2023" },
  );
  expect(chart.alt).toContain("between 23.3809 and 23.3992");
});

test("months that are missing are named, and joint months share their average", () => {
  const chart = gallery["monthly-trade"]!();
  expect(chart.alt).toContain("No figure for March 2022.");
  expect(chart.alt).toContain("Highest: 21.18 in September 2023");
  const exports = chart.data[0] as { x: number[]; y: number[]; width: number[] } & Chart["data"][number];
  expect(exports.y[0]).toBe(6.3); // 12.6 over two months
  expect(exports.width[0]).toBeCloseTo(1.84);
});

test("the record is a single month, though two together are more", () => {
  const total = (value: string) => printed(value, "bn");
  const chart = monthlyTradeChart(
    [
      { period: "2023-01/2023-02", total: total("33.685") },
      { period: "2023-03", total: total("20.064") },
    ],
    { ...text, unit: "bn" },
  );
  expect(chart.alt).toContain("Highest: 20.064 in March 2023");
});

test("a cumulative chart says how far each year had come; a month without a figure has no point", () => {
  const chart = gallery["cumulative-trade"]!();
  expect(chart.alt).toContain("2023: 176.4 by the end of September. 2022: 136.089 by the end of September.");
  expect(JSON.stringify(chart.layout)).toContain("2023: 176.4");
  const two = cumulativeTradeChart(
    [
      {
        year: "2023",
        points: [
          { period: "2023-01/2023-09", value: printed("9", "bn") },
          { period: "2023-01/2023-03", value: printed("3", "bn") },
        ],
      },
    ],
    { ...text, unit: "bn" },
  );
  expect((two.data[0] as unknown as { x: number[] }).x).toEqual([2, 8]);
});

test("a timeline is in order: a day is a point, what is known less exactly a bar as long as that", () => {
  const chart = gallery["timeline"]!();
  const [year, march] = chart.data as unknown as { mode: string; x: number[] }[];
  expect([year?.x, march?.x]).toEqual([
    [0, 12],
    [2, 3],
  ]);
  expect(chart.data.map((trace) => trace["mode"])).toEqual([
    "lines",
    "lines",
    "lines",
    "markers",
    "markers",
    "markers",
  ]);
  expect(chart.alt).toContain("23 October 2023: The report was printed.");
});

test("statements far beyond the axis are arrows with their number", () => {
  const chart = gallery["statements"]!();
  expect(JSON.stringify(chart.layout)).toContain("−100 to −66%");
  expect(JSON.stringify(chart.data)).toContain("triangle-left");
});

test("an interval that goes on beyond the axis ends in an arrow there, and its mark is at its middle", () => {
  const row = (low: number, high: number) => ({
    label: `${low} to ${high}`,
    printed: printed("100", "bn"),
    recomputed: { lower: new Decimal(low), upper: new Decimal(high), lowerOpen: false, upperOpen: false },
    verdict: "consistent" as const,
  });
  const chart = statementsChart([row(0, 220), row(90, 140), row(80, 120), row(90, 300)], {
    ...text,
    limit: 20,
  });
  const marks = chart.data.filter(({ mode }) => mode === "markers").map(({ x, name }) => [name, x]);
  expect(marks).toEqual([
    ["consistent", [10]],
    ["goes on", [-20, 20]],
    ["consistent", [15]],
    ["goes on", [20]],
    ["consistent", [0]],
    // Its middle lies beyond the axis.
    ["goes on", [20]],
  ]);
});

test("what can't be drawn is refused with a way out", () => {
  const one = printed("1", "bn");
  const cases: [() => unknown, RegExp][] = [
    [() => rateBandChart(one, [], text), /at least one/],
    [() => rateBandChart(one, [{ label: "x", rate: new Decimal("NaN") }], text), /no place on an axis/],
    [
      () =>
        statementsChart(
          [{ label: "x", printed: printed("0", "bn"), recomputed: one.interval, verdict: "consistent" }],
          text,
        ),
      /other than zero/,
    ],
    [() => monthlyTradeChart([{ period: "2023-13", total: one }], { ...text, unit: "bn" }), /not a date/],
    [
      () =>
        monthlyTradeChart(
          [
            { period: "2023-01/2023-02", total: one },
            { period: "2023-02", total: one },
          ],
          { ...text, unit: "bn" },
        ),
      /overlap/,
    ],
    [() => contributionChart([], text), /no contribution/],
    [
      () =>
        smallMultiplesChart([{ title: "a", points: [{ label: "b" }] }], {
          ...text,
          unit: "bn",
          across: "Year",
        }),
      /no panel has/,
    ],
    [() => routeMapChart([{ name: "Moscow", longitude: 37.6, latitude: 55.8 }], [], text), /off the map/],
    [
      () =>
        routeMapChart(
          [{ name: "A", longitude: 120, latitude: 40 }],
          [{ name: "r", mode: "sea", stops: ["B"] }],
          text,
        ),
      /not among: A/,
    ],
    [
      () =>
        cumulativeTradeChart([{ year: "2023", points: [{ period: "2023-02/2023-09", value: one }] }], {
          ...text,
          unit: "bn",
        }),
      /does not run from January/,
    ],
    [() => cumulativeTradeChart([], { ...text, unit: "bn" }), /no cumulative figure/],
    [() => timelineChart([], text), /no event/],
    [() => timelineChart([{ period: "last week", text: "x" }], text), /last week/],
    [() => forWidth(gallery["baseline"]!(), Number.NaN), /300 to 4000/],
    [
      () =>
        rateBandChart(one, [{ label: "x", rate: new Decimal(1) }], {
          title: "t",
          source: { text: "s", date: "yesterday" },
        }),
      /2023-10-23/,
    ],
  ];
  for (const [work, message] of cases) expect(refusal(work).message).toMatch(message);
});

test("hostile words stay words: no tag, no link, no template, no bell", async () => {
  const evil = `<script>alert(1)</script><a href="javascript:x">A&B</a> %{x} <b>bold</b>\u0007\u202E "quoted" $\\frac{1}{2}$`;
  const chart = rateBandChart(
    quantity("7", "6.9", "7.1", evil),
    [{ label: evil, rate: new Decimal(7), kind: evil }],
    { title: evil, subtitle: evil, source: { text: evil, date: "2023" }, notes: [evil], impliedBy: evil },
  );
  const words = JSON.stringify([chart.data, chart.layout, chart.narrow]);
  expect(words).not.toMatch(/<(?!br>|extra>|\/extra>)/);
  // Templates are read in hover text alone.
  const templates = [...words.matchAll(/"hovertemplate":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, template = ""]) => template,
  );
  expect(templates.length).toBeGreaterThan(3);
  for (const template of templates) expect(template.replaceAll("%{hovertext}", "")).not.toContain("%{");
  const svg = await toSvg(chart);
  expect(svg).not.toMatch(/<script|<a |javascript:[^x]/);
});
