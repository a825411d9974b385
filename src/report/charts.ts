import { type Chart, statementRows, statementsChart } from "../chart/index.js";
import type { Source } from "../figure/quantity.js";
import { readFields } from "./evaluate.js";
import type { Report } from "./project.js";
import { filled } from "./prose.js";

/** The charts of a report by file name: those of its statements, the one of all statements, those it asks for. */
export function reportCharts(report: Report): ReadonlyMap<string, Chart> {
  const fill = (text: string) => filled(text, report, "data/report.yaml");
  const charts = new Map<string, Chart>();
  for (const result of report.results) {
    const chart = result.chart(fill);
    if (chart !== undefined) charts.set(result.statement.id, chart);
  }
  const rows = statementRows(report.results);
  if (report.overview !== undefined && rows.length > 0) {
    const sources = report.results.flatMap(({ statement }) => statement.source ?? []);
    charts.set(
      "statements",
      statementsChart(rows, {
        title: fill(report.overview),
        subtitle: "Grey: what the printed digits allow. Colour: what was recomputed.",
        source: sources.length > 0 ? unique(sources) : { text: "the figures of data/", date: "" },
        places: 2,
      }),
    );
  }
  for (const { id, kind, title, subtitle, fields, place } of report.charts) {
    const values = readFields(kind.fields, fields, report.evidence, place, `the chart kind ${kind.kind}`);
    charts.set(
      id,
      kind.draw(values as never, {
        evidence: report.evidence,
        title: fill(title),
        subtitle: subtitle === undefined ? undefined : fill(subtitle),
        source: [],
      }),
    );
  }
  return charts;
}

function unique(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((one) => [`${one.publisher} ${one.date}`, one])).values()];
}
