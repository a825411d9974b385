import { drawn } from "../../chart/drawn.js";
import { lineChart, monthlyTradeChart } from "../../chart/index.js";
import type { Fact, Flow } from "../../statement/fact.js";
import { field, optional } from "../fields.js";
import { chartKind } from "../registry.js";

export const lines = chartKind({
  kind: "lines",
  says: "A series of figures.csv by month, with each gap shown as a gap.",
  fields: {
    series: field.series("the series"),
    name: optional(
      field.text("what the chart calls the series; its name in figures.csv unless told otherwise"),
    ),
  },
  example: "kind: lines\ntitle: Exports rose\nseries: exports\nname: Exports",
  draw: ({ series, name }, { title, subtitle, source }) =>
    lineChart(
      {
        name: name ?? series.name,
        points: series.points.map(({ period, amount }) => ({ period, figure: amount })),
      },
      {
        title,
        ...(subtitle === undefined ? {} : { subtitle }),
        ...(source.length > 0 ? { source } : {}),
        fromZero: true,
      },
    ),
});

export const months = chartKind({
  kind: "months",
  says: "The months of a flow of the package's tables: exports, imports and total as they were published.",
  fields: {
    area: field.text("whose trade"),
    partner: field.text("with whom"),
    currency: field.currency("in which currency"),
    from: field.period("the first month"),
    to: field.period("the last month"),
    record: optional(field.period("the month to mark")),
    unit: field.text("the unit, for the axis"),
    note: optional(field.text("what a reader should know")),
    cite: optional(field.text("how the sources are cited; {n} stands for their number")),
    "cite-date": optional(field.text("the day of the citation")),
  },
  example:
    "kind: months\ntitle: Trade by month\narea: CHN\npartner: RUS\ncurrency: USD\nfrom: 2022-01\nto: 2023-09\nunit: billion US dollars",
  draw: (values, { title, subtitle, source, evidence }) => {
    const { area, partner, currency, from, to, record, unit, note, cite } = values;
    const own = evidence.facts.filter(
      (one) =>
        one.area === area &&
        one.partner === partner &&
        one.amount?.unit === currency &&
        one.period.start >= from.start &&
        one.period.end <= to.end &&
        /^(\d{4}-\d\d|(\d{4})-01\/\2-02)$/.test(one.period.text),
    );
    const periods = [...new Set(own.map((one) => one.period.text))].sort();
    const amount = (period: string, flow: Fact["flow"]) =>
      own.find((one) => one.period.text === period && one.flow === flow)?.amount;
    const rows = periods.map((period) => ({
      period,
      ...Object.fromEntries(
        (["exports", "imports", "total"] as readonly Flow[]).flatMap((flow) => {
          const found = amount(period, flow);
          return found === undefined ? [] : [[flow, drawn(found)]];
        }),
      ),
    }));
    const sources = new Map(
      own.flatMap((one) => one.amount?.source ?? []).map((one) => [one.publisher, one]),
    );
    return monthlyTradeChart(rows, {
      title,
      ...(subtitle === undefined ? {} : { subtitle }),
      unit,
      ...(record === undefined ? {} : { record: record.text }),
      source:
        cite !== undefined
          ? { text: cite.replace("{n}", String(sources.size)), date: values["cite-date"] ?? to.end }
          : source.length > 0
            ? source
            : [...sources.values()],
      ...(note === undefined ? {} : { notes: [note] }),
    });
  },
});
