import { showDate } from "../../chart/date-text.js";
import { toCsv } from "../../data/index.js";
import type { TableSeries } from "../../data/table-series.js";
import { FigureError } from "../../errors.js";
import { FIGURE_COLUMNS } from "../../report/evidence.js";

export interface NewProject {
  readonly name: string;
  readonly title: string | undefined;
  readonly series: readonly TableSeries[];
  readonly from: string | undefined;
  readonly dependency: string;
}

/** The example of a project that no table was given for: a printed total with its growth, and the year before. */
const EXAMPLE: readonly TableSeries[] = [
  {
    name: "trade",
    label: "trade",
    currency: "USD",
    scale: "billion",
    points: [
      { period: "2022", hedge: "", amount: "190.271" },
      { period: "2023", hedge: "", amount: "240.11" },
    ],
  },
];

/** The files of a new project, by name. */
export function projectFiles(project: NewProject): Readonly<Record<string, string>> {
  const series = project.series.length > 0 ? project.series : EXAMPLE;
  const title =
    project.title ?? (project.series.length > 0 ? titleOf(series) : "China's trade with Russia in 2023");
  return {
    "package.json": `${JSON.stringify(packageJson(project), undefined, 2)}\n`,
    "README.md": readme(title),
    ".gitignore": "node_modules/\nsite/\n",
    "data/datapackage.json": `${JSON.stringify(DATAPACKAGE, undefined, 2)}\n`,
    "data/figures.csv": figuresCsv(series),
    "data/sources.csv": sourcesCsv(project.from),
    "data/report.yaml": reportYaml(title, series, project.from),
    "data/report.md": words(series),
    "notebooks/01-first-letter.ipynb": notebook(title, series),
  };
}

function packageJson({ name, dependency }: NewProject) {
  return {
    name:
      name
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, "-")
        .replace(/^[._-]+/, "") || "report",
    private: true,
    type: "module",
    scripts: {
      start: "trade-figures report . --out site",
      test: "trade-figures report . --no-write",
      watch: "trade-figures report . --out site --watch",
    },
    dependencies: {
      "trade-figures": dependency,
      // What pictures and notebooks need.
      "@resvg/resvg-js": "2.6.2",
      fontkit: "2.0.4",
      "plotly.js-basic-dist-min": "4.1.1",
      tslab: "1.0.22",
    },
  };
}

function readme(title: string): string {
  return `# ${title}

\`\`\`sh
npm install && npm start   # recomputes the report and publishes site/index.html
npm test                   # fails where a figure no longer is what the report says
\`\`\`

- \`data/figures.csv\`: the figures as printed, one row a series and period. An empty cell is not known; nothing is filled in.
- \`data/sources.csv\`: where they were read.
- \`data/report.yaml\`: the statements and how each is recomputed; \`npx trade-figures report --methods\` describes the methods.
- \`data/report.md\`: the words of the page; \`\${id}\` stands for what a statement came to.
- \`notebooks/\`: TypeScript notebooks; they run with \`npm start\`, or in Jupyter with \`npx trade-figures lab\`.
`;
}

const field = (name: string, constraints: object = {}) => ({
  name,
  type: "string",
  ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
});
const NUMBER = "-?[0-9]+(\\.[0-9]+)?";
const DATAPACKAGE = {
  name: "figures",
  resources: [
    {
      name: "figures",
      path: "figures.csv",
      schema: {
        fields: FIGURE_COLUMNS.map((name) =>
          name === "series"
            ? field(name, { required: true, pattern: "[a-z][a-z0-9-]*" })
            : name === "period" || name === "source"
              ? field(name, { required: true })
              : name === "amount" || name === "growth_percent"
                ? { ...field(name, { pattern: NUMBER }), example: "8766.5" }
                : name === "scale"
                  ? field(name, { enum: ["thousand", "million", "billion", "trillion"] })
                  : name === "currency"
                    ? { ...field(name, { pattern: "[A-Z]{3}" }), example: "JPY" }
                    : field(name),
        ),
        primaryKey: ["series", "period"],
        foreignKeys: [{ fields: "source", reference: { resource: "sources", fields: "id" } }],
      },
    },
    {
      name: "sources",
      path: "sources.csv",
      schema: {
        fields: ["id", "publisher", "title", "url", "published_on", "note"].map((name) =>
          name === "id" || name === "publisher" ? field(name, { required: true }) : field(name),
        ),
        primaryKey: ["id"],
      },
    },
  ],
};

function figuresCsv(series: readonly TableSeries[]): string {
  return toCsv(
    series.flatMap(({ name, currency, scale, points }) =>
      points.map(({ period, hedge, amount }) => ({
        series: name,
        period,
        hedge,
        amount,
        scale,
        currency,
        growth_percent: "",
        source: "table",
        note: "",
      })),
    ),
    { columns: FIGURE_COLUMNS },
  );
}

function sourcesCsv(from: string | undefined): string {
  const row =
    from === undefined
      ? {
          publisher: "TASS and Xinhua, citing China's customs",
          url: "",
          published_on: "2024-01-12",
          note: "An example: put your own here",
        }
      : {
          publisher: `The table ${from}`,
          url: "",
          published_on: "",
          note: "Write the publisher, the address and the day here",
        };
  return toCsv([{ id: "table", title: "", ...row }], {
    columns: ["id", "publisher", "title", "url", "published_on", "note"],
  });
}

const quoted = (text: string) => JSON.stringify(text);
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
/** A year, month or day as it is read: "December 2023"; what spans several as it is written. */
const inWords = (period: string) => (/^\d{4}(-\d\d){0,2}$/.test(period) ? showDate(period) : period);
/** What is counted: "exports in Japanese yen". */
const counted = ({ label, currency }: TableSeries) => {
  const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "name" });
  const name = format.formatToParts(2).find(({ type }) => type === "currency")?.value;
  return `${label} in ${name ?? currency}`;
};
const titleOf = (series: readonly TableSeries[]) => {
  const [first] = series;
  const labels = [...new Set(series.map(({ label }) => label))].join(" and ");
  const [from = "", to = ""] = [first?.points[0]?.period, first?.points.at(-1)?.period];
  return `${capital(labels)}, ${inWords(from)} to ${inWords(to)}`;
};

/** The same period a year before, of a month or a year. */
const yearBefore = (period: string) => period.replace(/^\d{4}/, (year) => String(Number(year) - 1));

/** The last period of a series that has one a year before. */
function grown({ points }: TableSeries): { readonly last: string; readonly before: string } | undefined {
  const known = new Set(points.map(({ period }) => period));
  const last = [...known]
    .sort()
    .reverse()
    .find((one) => known.has(yearBefore(one)));
  return last === undefined ? undefined : { last, before: yearBefore(last) };
}

/** @throws FigureError "bad-data" where there is nothing to state: a report without a statement is an error when it is read */
function reportYaml(title: string, series: readonly TableSeries[], from = "the table"): string {
  const statements: string[] = [];
  for (const one of series) {
    const { name, points } = one;
    const unit = counted(one);
    const growth = grown(one);
    if (growth !== undefined) {
      statements.push(`  - id: ${name}-growth
    says: ${quoted(`How much did ${unit} grow from ${inWords(growth.before)} to ${inWords(growth.last)}?`)}
    method: growth
    from: ${name} ${growth.before}
    to: ${name} ${growth.last}
    source: table`);
    }
    const top = [...points].sort((a, b) => Number(b.amount) - Number(a.amount))[0];
    // Of two periods a growth says more, but two months have none over a year.
    if (top !== undefined && points.length > (growth === undefined ? 1 : 2)) {
      statements.push(`  - id: ${name}-highest
    says: ${quoted(`${inWords(top.period)} has the highest ${unit}`)}
    method: highest
    series: ${name}
    at: ${top.period}
    source: table`);
    }
  }
  // One flow in two currencies.
  const a = series.find(({ label, currency }) =>
    series.some((one) => one.label === label && one.currency !== currency),
  );
  const b = a && series.find(({ label, currency }) => label === a.label && currency !== a.currency);
  const common = a?.points
    .map(({ period }) => period)
    .filter((one) => b?.points.some(({ period }) => period === one))
    .at(-1);
  if (a !== undefined && b !== undefined && common !== undefined) {
    statements.push(`  - id: implied-rate
    says: ${quoted(`Which exchange rate do ${counted(a)} and ${counted(b)} of ${inWords(common)} imply?`)}
    method: implied-rate
    amount: ${a.name} ${common}
    converted: ${b.name} ${common}
    source: table`);
  }
  if (statements.length === 0)
    throw new FigureError(
      "bad-data",
      `${from}: no column has amounts of two periods to compare, and none is in two currencies: add a period`,
    );
  const charts = series
    .filter(({ points }) => points.filter(({ period }) => /^\d{4}-\d\d$/.test(period)).length > 2)
    .map(
      (one) => `  - id: ${one.name}
    kind: lines
    title: ${quoted(`${capital(counted(one))}: \${${one.name} ${one.points.at(-1)?.period}} in ${inWords(one.points.at(-1)?.period ?? "")}`)}
    series: ${one.name}
    name: ${quoted(capital(counted(one)))}`,
    );
  return `# What each method takes: npx trade-figures report --methods
title: ${quoted(title)}

statements:
${statements.join("\n\n")}
${charts.length === 0 ? "" : `\ncharts:\n${charts.join("\n\n")}\n`}`;
}

function words(series: readonly TableSeries[]): string {
  const lines = series.flatMap((one) => {
    const growth = grown(one);
    const last = growth?.last ?? one.points.at(-1)?.period;
    const label = capital(counted(one));
    return last === undefined
      ? []
      : [
          `${label} came to \${${one.name} ${last}} in ${inWords(last)}${growth === undefined ? "" : `, after \${${one.name} ${growth.before}} a year before: a growth of \${${one.name}-growth}`}.`,
        ];
  });
  return `${lines.join(" ")}\n`;
}

function notebook(title: string, series: readonly TableSeries[]): string {
  const [first] = series;
  const growth = first === undefined ? undefined : grown(first);
  const markdown = (id: string, source: string) => ({
    cell_type: "markdown",
    id,
    metadata: {},
    source: lines(source),
  });
  const code = (id: string, source: string) => ({
    cell_type: "code",
    execution_count: null,
    id,
    metadata: {},
    outputs: [],
    source: lines(source),
  });
  const cells = [
    markdown(
      "letter",
      `# ${title}\n\n**The question.** What do the figures say together?\n\nThe figures are in \`data/figures.csv\`, the statements in \`data/report.yaml\`. Change a cell and run it again.`,
    ),
    code(
      "open",
      `import { openReport, reportCharts } from "trade-figures/report";\nimport { say, show } from "trade-figures/notebook";\nconst report = openReport("..");\nawait show(\n  report.results.map((one) => ({ statement: one.statement.statement, result: one.computed ?? one.says, verdict: one.outcome })),\n  { caption: report.title },\n);`,
    ),
    ...(growth === undefined || first === undefined
      ? []
      : [
          code(
            "say",
            `const id = "${first.name}-growth";\nconst grown = report.results.find((one) => one.statement.id === id)?.computed;\nif (grown === undefined) throw new Error(\`no statement "\${id}" with a figure in data/report.yaml: name another here, or take this cell out\`);\nawait say\`From ${inWords(growth.before)} to ${inWords(growth.last)}: \${grown}.\`;`,
          ),
        ]),
    code("chart", "for (const chart of reportCharts(report).values()) await show(chart);"),
    code(
      "check",
      `const changed = report.results.filter((one) => !one.asRecorded);\nif (changed.length > 0) throw new Error("no longer as on record: " + changed.map((one) => one.statement.id).join(", "));\n"every verdict is the one on record"`,
    ),
  ];
  const kernelspec = {
    display_name: "TypeScript (trade-figures)",
    language: "typescript",
    name: "trade-figures",
  };
  const metadata = {
    kernelspec,
    language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

const lines = (text: string) => text.split(/(?<=\n)/);
