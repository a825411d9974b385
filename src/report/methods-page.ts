import { known } from "./built-in.js";
import type { Fields } from "./fields.js";
import type { Method, ReportChart } from "./registry.js";

const byName = <T>(map: ReadonlyMap<string, T>): T[] =>
  [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);

/** The documentation of every method and chart kind that is registered, as Markdown. */
export function methodsPage(): string {
  return `# Methods and charts of a report

A report is \`data/report.yaml\`: a \`title\`, a list of \`statements\` and a list of \`charts\`. All values are text, so that 42.60
keeps its zero. A statement has an \`id\`, what it \`says\`, a \`method\` with its own fields, and, as far as there is one, the
figure as \`printed\`, a \`source\` (an id of sources.csv), the \`verdict\` on record with its \`finding\`, and the \`title\` and
\`subtitle\` of its \`chart\` (or \`chart: none\`). This page is made by \`trade-figures report --methods\`.

## Methods

${byName(known().methods).map(methodText).join("\n\n")}

## Charts

Besides the charts of its statements a report may ask for others, each with an \`id\`, a \`kind\`, a \`title\` and, if it likes, a \`subtitle\`.

${byName(known().charts).map(chartText).join("\n\n")}
`;
}

function methodText({ name, says, fields, printed, example }: Method): string {
  const print =
    printed === "needed"
      ? "The statement needs a `printed` figure."
      : printed === "none"
        ? "Nothing is compared with a print."
        : "With a `printed` figure the two are compared; without one the result is computed.";
  return `### ${name}\n\n${says} ${print}\n\n${fieldsText(fields)}\n\n\`\`\`yaml\n${example}\n\`\`\``;
}

function chartText({ kind, says, fields, example }: ReportChart): string {
  return `### ${kind}\n\n${says}\n\n${fieldsText(fields)}\n\n\`\`\`yaml\n${example}\n\`\`\``;
}

function fieldsText(fields: Fields): string {
  const rows = Object.entries(fields);
  if (rows.length === 0) return "It has no fields of its own.";
  return rows
    .map(
      ([name, field]) =>
        `- \`${name}\`${field.optional ? " (optional)" : ""}: ${field.says}. Takes ${field.takes}.`,
    )
    .join("\n");
}

/** A JSON Schema of report.yaml, for editors that complete and check as one types. */
export function reportSchema(): object {
  const text = { type: "string" };
  const own = (fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, one]) => [name, { ...one.schema, description: one.says }]),
    );
  const needed = (fields: Fields) =>
    Object.entries(fields)
      .filter(([, one]) => !one.optional)
      .map(([name]) => name);
  const statements = byName(known().methods).map(({ name, says, fields, printed }) => ({
    type: "object",
    title: name,
    description: says,
    properties: {
      id: { type: "string", pattern: "^[a-z][a-z0-9-]*$" },
      says: text,
      printed: text,
      method: { const: name },
      verdict: { enum: ["consistent", "inconsistent", "undecided", "computed"] },
      finding: text,
      source: text,
      chart: {
        oneOf: [
          { const: "none" },
          { type: "object", properties: { title: text, subtitle: text }, additionalProperties: false },
        ],
      },
      ...own(fields),
    },
    required: ["id", "says", "method", ...(printed === "needed" ? ["printed"] : []), ...needed(fields)],
    additionalProperties: false,
  }));
  const charts = byName(known().charts).map(({ kind, says, fields }) => ({
    type: "object",
    title: kind,
    description: says,
    properties: { id: text, kind: { const: kind }, title: text, subtitle: text, ...own(fields) },
    required: ["id", "kind", "title", ...needed(fields)],
    additionalProperties: false,
  }));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "data/report.yaml",
    type: "object",
    properties: {
      title: text,
      language: { enum: ["en", "zh"] },
      source: text,
      overview: text,
      statements: { type: "array", items: { oneOf: statements } },
      charts: { type: "array", items: { oneOf: charts } },
    },
    additionalProperties: false,
  };
}
