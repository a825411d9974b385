import { existsSync } from "node:fs";
import { join } from "node:path";
import { readText, shownPath } from "../data/file/bytes.js";
import {
  asList,
  asMap,
  asText,
  checkNames,
  type MapValue,
  placed,
  readYaml,
  type TextValue,
  type Value,
} from "../data/yaml.js";
import { FigureError } from "../errors.js";
import type { Source } from "../figure/quantity.js";
import type { SayLanguage } from "../notation/say.js";
import type { Outcome } from "../statement/statement.js";
import { known } from "./built-in.js";
import { type Evaluated, evaluateStatement } from "./evaluate.js";
import { type Evidence, openProjectData } from "./evidence.js";
import type { ReportChart } from "./registry.js";
import type { ReportStatement } from "./statement.js";

/** A chart that the report asks for besides those of its statements. */
export interface AskedChart {
  readonly id: string;
  readonly kind: ReportChart;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly fields: ReadonlyMap<string, Value>;
  readonly place: Value;
}

/** A report: its title, its statements with their results, what it draws, and the data behind it. */
export interface Report {
  readonly folder: string;
  readonly title: string;
  readonly language: SayLanguage;
  readonly evidence: Evidence;
  readonly statements: readonly ReportStatement[];
  readonly results: readonly Evaluated[];
  readonly charts: readonly AskedChart[];
  /** The title of the chart of all statements; left out where there is none. */
  readonly overview: string | undefined;
  /** The words of report.md. */
  readonly prose: string | undefined;
  /** What the report's own checks found wrong. */
  readonly problems: readonly string[];
}

const REPORT_NAMES = ["title", "language", "source", "overview", "statements", "charts"] as const;
const STATEMENT_NAMES = ["id", "says", "printed", "method", "verdict", "finding", "source", "chart"] as const;
const CHART_NAMES = ["id", "kind", "title", "subtitle"] as const;
const OUTCOMES: readonly Outcome[] = ["consistent", "inconsistent", "undecided", "computed"];

/**
 * Opens a project's report: `data/report.yaml`, the tables beside it, and the words of `data/report.md`.
 * @param folder the project's folder
 * @param data   its tables; `data` inside the folder unless told otherwise
 * @throws FigureError "no-file" that names the way out; "bad-data" with file, line and column
 */
export function openReport(folder: string, data = join(folder, "data")): Report {
  const path = join(data, "report.yaml");
  if (!existsSync(path)) {
    throw new FigureError(
      "no-file",
      `${shownPath(path)} is not there: a report is made by \`trade-figures new ${folder === "." ? "my-report" : shownPath(folder)}\``,
      { file: path },
    );
  }
  const evidence = openProjectData(data);
  const root = readYaml(readText(path), shownPath(path));
  const map = asMap(root, "a report");
  checkNames(root as MapValue, REPORT_NAMES, "a report");
  const text = (name: string) => {
    const found = map.get(name);
    return found === undefined ? undefined : asText(found, name);
  };
  const language = text("language") ?? "en";
  if (language !== "en" && language !== "zh")
    throw placed(map.get("language") ?? root, `"${language}" is no language of figures; there are en, zh`);
  const source = sourceOf(map.get("source"), evidence);
  const statements = (map.has("statements") ? asList(map.get("statements") as Value, "statements") : []).map(
    (one) => statementOf(one, evidence, source),
  );
  const ids = new Map<string, Value>();
  for (const { statement, place } of statements) {
    if (ids.has(statement.id))
      throw placed(place, `the id "${statement.id}" stands for two statements; write another`);
    ids.set(statement.id, place);
  }
  const results = statements.map((one) => evaluateStatement(one, evidence));
  const words = join(data, "report.md");
  return {
    folder,
    title: text("title") ?? "Report",
    language,
    evidence,
    statements,
    results,
    charts: (map.has("charts") ? asList(map.get("charts") as Value, "charts") : []).map(chartOf),
    overview: text("overview"),
    prose: existsSync(words) ? readText(words) : undefined,
    problems: [...known().checks.values()].flatMap(({ name, run }) =>
      run(results, evidence).map((problem) => `${name}: ${problem}`),
    ),
  };
}

function statementOf(value: Value, evidence: Evidence, fallback: Source | undefined): ReportStatement {
  const map = asMap(value, "a statement");
  const text = (name: string, otherwise?: string) => {
    const found = map.get(name);
    if (found !== undefined) return asText(found, name);
    if (otherwise !== undefined) return otherwise;
    throw placed(value, `a statement needs the field "${name}"`);
  };
  const id = text("id");
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw placed(map.get("id") ?? value, `the id "${id}" needs small letters, digits and hyphens`);
  const name = text("method");
  const method = known().methods.get(name);
  if (method === undefined) {
    const names = [...known().methods.keys()].sort().join(", ");
    throw placed(map.get("method") ?? value, `no method "${name}"; there are ${names}`);
  }
  checkNames(value as MapValue, [...STATEMENT_NAMES, ...Object.keys(method.fields)], `the method ${name}`);
  const printed = text("printed", "");
  if (method.printed === "needed" && printed === "")
    throw placed(value, `the method ${name} compares with the print: write printed: 42.64bn yuan`);
  const verdict = map.get("verdict");
  if (verdict !== undefined && !OUTCOMES.includes(asText(verdict, "a verdict") as Outcome))
    throw placed(verdict, `"${(verdict as TextValue).text}" is no verdict; there are ${OUTCOMES.join(", ")}`);
  const source = map.has("source") ? sourceOf(map.get("source"), evidence) : fallback;
  return {
    method,
    fields: map,
    place: value,
    printedAt: map.get("printed"),
    chart: chartWords(map.get("chart")),
    statement: {
      id,
      statement: text("says"),
      printed,
      method: name,
      inputs: Object.keys(method.fields)
        .flatMap((key) => textsIn(map.get(key)))
        .join("; "),
      verdict: verdict === undefined ? undefined : (asText(verdict, "a verdict") as Outcome),
      finding: text("finding", ""),
      ...(source === undefined ? {} : { source }),
    },
  };
}

function textsIn(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (value.kind === "text") return [value.text];
  return (value.kind === "list" ? value.items : [...value.entries.values()]).flatMap(textsIn);
}

function chartWords(value: Value | undefined): ReportStatement["chart"] {
  if (value === undefined) return undefined;
  if (value.kind === "text" && value.text === "none") return "none";
  const map = asMap(value, "a chart's words (title, subtitle), or the word none,");
  checkNames(value as MapValue, ["title", "subtitle"], "a chart");
  const text = (name: string) => {
    const found = map.get(name);
    return found === undefined ? undefined : asText(found, name);
  };
  return { title: text("title"), subtitle: text("subtitle") };
}

function chartOf(value: Value): AskedChart {
  const map = asMap(value, "a chart");
  const text = (name: string) => {
    const found = map.get(name);
    if (found === undefined) throw placed(value, `a chart needs the field "${name}"`);
    return asText(found, name);
  };
  const kind = known().charts.get(text("kind"));
  if (kind === undefined)
    throw placed(
      map.get("kind") ?? value,
      `no chart kind "${text("kind")}"; there are ${[...known().charts.keys()].sort().join(", ")}`,
    );
  checkNames(value as MapValue, [...CHART_NAMES, ...Object.keys(kind.fields)], `the chart kind ${kind.kind}`);
  const id = text("id");
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw placed(map.get("id") ?? value, `the id "${id}" needs small letters, digits and hyphens`);
  return {
    id,
    kind,
    title: text("title"),
    subtitle: map.has("subtitle") ? text("subtitle") : undefined,
    fields: map,
    place: value,
  };
}

function sourceOf(value: Value | undefined, evidence: Evidence): Source | undefined {
  if (value === undefined) return undefined;
  const id = asText(value, "the id of a source");
  const source = evidence.source(id);
  if (source === undefined) throw placed(value, `there is no source "${id}" in sources.csv`);
  return source;
}
