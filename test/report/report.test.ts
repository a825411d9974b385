import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { afterAll, describe, expect, test } from "vitest";
import { toCsv } from "../../src/data/index.js";
import { add, baseline, FigureError, figure, sayFigure, sentence } from "../../src/index.js";
import { known } from "../../src/report/built-in.js";
import {
  chartKind,
  check,
  field,
  filled,
  method,
  methodsPage,
  openReport,
  reportCharts,
  reportSchema,
} from "../../src/report/index.js";
import { indexPage } from "../../src/report/page.js";
import { statementsMarkdown } from "../../src/report/tables.js";

const home = mkdtempSync(join(tmpdir(), "trade-figures-report-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let count = 0;
const D = "$"; // a placeholder of report.md, not of this file

/** A project with the package's tables and a report of its own. */
function project(yaml: string, words?: string): string {
  const folder = join(home, String(count++));
  mkdirSync(folder);
  cpSync("data", join(folder, "data"), { recursive: true });
  writeFileSync(join(folder, "data/report.yaml"), yaml);
  if (words === undefined) rmSync(join(folder, "data/report.md"));
  else writeFileSync(join(folder, "data/report.md"), words);
  return folder;
}

const statement = (body: string) => `statements:\n  - id: it\n    says: It\n${body.replace(/^/gm, "    ")}\n`;
const failure = (yaml: string): string => {
  try {
    openReport(project(yaml));
  } catch (error) {
    if (!FigureError.is(error)) throw error;
    return error.message.replace(/^.*?(?=report\.yaml)/, "");
  }
  return "no error";
};

test("a rate in words says its pair, and a title of one's charts names both currencies with a minus sign", () => {
  const words = `At ${D}{it}, or ${D}{it | 2}.`;
  const rate = openReport(
    project(statement("method: implied-rate\namount: 42.64bn yuan\nconverted: $5.83bn"), words),
  );
  expect(filled(rate.prose ?? "", rate)).toBe("At USD/CNY 7.3139, or USD/CNY 7.31.");
  const bridge = openReport(
    project(
      statement(
        "method: growth-in\ncurrency: EUR\ngrowth: 5.0%\nnow: { pair: EUR/USD, value: 1.10, kind: period-average }\nbefore: { pair: EUR/USD, value: 1.00, kind: period-average }",
      ),
    ),
  );
  expect(reportCharts(bridge).get("it")?.title).toBe("5.0% in USD is −4.5% in EUR");
  const before = openReport(
    project(statement("method: baseline\nto: 9,000.00bn yuan\ngrowth: -10%\nbefore: In 2022\nnow: In 2023")),
  );
  expect(reportCharts(before).get("it")?.title).toMatch(/^−10% growth to CNY 9,000\.00bn means CNY 10,\d/);
});

describe("methods", () => {
  test("the documentation page is the one that the code gives", () => {
    expect(readFileSync("src/report/METHODS.md", "utf8")).toBe(methodsPage());
  });

  test.each(
    [...known().methods.values()]
      .filter((one) => one.name !== "highest")
      .map((one) => [one.name, one.example]),
  )("the example of %s runs", (_, example) => {
    const { results } = openReport(project(statement(example)));
    expect(results[0]?.says).not.toBe("");
    // An example of a contradiction is one that nothing records.
    expect(results[0]?.asRecorded).toBe(results[0]?.outcome !== "inconsistent");
  });

  test("the schema names every field of every method", () => {
    const text = JSON.stringify(reportSchema());
    for (const { name, fields } of known().methods.values()) {
      expect(text).toContain(`"const":"${name}"`);
      for (const key of Object.keys(fields)) expect(text).toContain(`"${key}"`);
    }
  });

  test("a sum adds every part", () => {
    const sum = (parts: string) =>
      openReport(project(statement(`printed: $6.0bn\nmethod: sum\nparts: [${parts}]`))).results[0]?.outcome;
    expect(sum("$1.0bn, $2.0bn, $3.0bn")).toBe("consistent");
    expect(sum("$1.0bn, $2.0bn")).toBe("inconsistent");
    expect(sum("$6.0bn")).toBe("consistent");
  });

  test("whose rate is one question: candidates that do not fit are no fault of the report", () => {
    const { results } = openReport(".");
    const rate = results.find((one) => one.statement.id === "implied-rate");
    expect(rate?.outcome).toBe("consistent");
    expect(rate?.says).toMatch(
      /Noon rate, New York \(H\.10\) \(7\.3158\) and ECB cross .* fit; Central parity \(7\.1792\) would print USD 5\.94bn/,
    );
    expect(results.filter((one) => one.outcome === "inconsistent").map((one) => one.statement.id)).toEqual([
      "growth-disputed",
      "label",
    ]);
  });

  test("no number of more than fifteen digits reaches a reader", async () => {
    const report = openReport(".");
    const page = indexPage(report, [], []);
    const text = `${page} ${report.results.map((one) => `${one.says} ${one.working}`).join(" ")}`.replace(
      /url\([^)]*\)|https?:\S+/g,
      "",
    );
    expect(text.match(/\d[\d,]*\.\d{16,}/g)).toBeNull();
  });
});

describe("errors name file, line and column, and the way out", () => {
  test.each([
    [
      "an unknown method",
      statement("method: summ"),
      /^report\.yaml line 4, column 13: no method "summ"; there are baseline, /,
    ],
    [
      "a field that is missing",
      statement("method: baseline\nto: 5bn yuan"),
      /line 2, column 5: the method baseline needs the field "growth": .*82\.3%/,
    ],
    [
      "an unknown field",
      statement("method: baseline\nto: 5bn yuan\ngrowht: 3%"),
      /line 6, column 13: the method baseline has no field "growht" \(did you mean "growth"\?\)/,
    ],
    ["a figure that is none", statement("method: baseline\nto: many\ngrowth: 3%"), /line 5, column 9: /],
    [
      "a rate that is not there",
      statement(
        "method: convert\namount: 5bn yuan\nrate: { pair: USD/CNY, kind: central-parity, on: 2023-10-21 }",
      ),
      /line 6, column 11: no central-parity rate of USD\/CNY on 2023-10-21 \(Saturday\)/,
    ],
    [
      "an unknown kind of rate",
      statement("method: convert\namount: 5bn yuan\nrate: { pair: USD/CNY, kind: sport, on: 2023-10-20 }"),
      /column 34: "sport" is no kind of rate; there are central-parity/,
    ],
    [
      "a fact that is not there",
      statement("method: record\nmonth: CHN RUS total 1999-09"),
      /line 5, column 12: the data hold no CHN RUS total 1999-09/,
    ],
    [
      "a source that is not there",
      `source: nobody\n${statement("printed: 5\nmethod: one-source")}`,
      /line 1, column 9: there is no source "nobody" in sources\.csv/,
    ],
    ["an alias", "title: &a it\noverview: *a\n", /line 2, column 11: found an alias/],
    ["YAML that is none", "title: [it\n", /^report\.yaml line \d+, column \d+: /],
    [
      "two statements of one id",
      `${statement("printed: 5\nmethod: one-source")}  - { id: it, says: It, printed: 5, method: one-source }\n`,
      /the id "it" stands for two statements/,
    ],
    [
      "a chart of an unknown kind",
      "charts:\n  - { id: a, kind: pie, title: A }\n",
      /line 2, column 20: no chart kind "pie"; there are lines, months/,
    ],
  ])("%s", (_, yaml, message) => {
    expect(failure(yaml)).toMatch(message);
  });

  test("a report that is not there says how to make one", () => {
    expect(() => openReport(join(home, "nowhere"))).toThrow(
      /report\.yaml is not there: a report is made by `trade-figures new /,
    );
  });
});

describe("words from figures", () => {
  const yaml = statement("method: baseline\nto: 42.64bn yuan\ngrowth: 82.3%");

  test("report.md takes its figures from results", () => {
    const report = openReport(project(yaml, `It was ${D}{it}, or ${D}{it | 2}.`));
    expect(filled(report.prose ?? "", report)).toBe("It was 23.4bn yuan, or about 23.39bn yuan.");
  });

  test("a name that nothing has is an error with its place", () => {
    const report = openReport(project(yaml, `One.\nIt was ${D}{that}.`));
    expect(() => filled(report.prose ?? "", report)).toThrow(
      /report\.md line 2, column 8: \$\{that\} names no statement .* there are it/,
    );
  });

  test("Chinese conventions", () => {
    const report = openReport(project(`language: zh\n${yaml}`, `一年前约为${D}{it}。`));
    expect(filled(report.prose ?? "", report)).toBe("一年前约为234亿元。");
    expect(sayFigure(figure("$5.83bn"), { language: "zh" })).toBe("58.3亿美元");
    expect(sayFigure(figure("41.76 trillion yuan"), { language: "zh" })).toBe("41.76万亿元");
    expect(sayFigure(figure("nearly 800"), { language: "zh" })).toBe("近800");
    expect(sentence({ language: "zh" })`增长${figure("82.3%")}。`).toBe("增长82.3%。");
  });

  test("digits and hedges are those that the interval carries", () => {
    expect(sayFigure(figure("42.60bn yuan"))).toBe("42.60bn yuan");
    expect(sayFigure(figure("more than 40%"))).toBe("more than 40%");
    expect(sayFigure(add(figure("$9.6bn"), figure("$11.53bn")))).toBe("$21bn");
    expect(sayFigure(baseline(figure("1495bn yen"), figure("5%")))).toBe("1.4tn yen");
    expect(sentence()`Trade was ${figure("$21.18bn")}, up ${figure("21%")}.`).toBe(
      "Trade was $21.18bn, up 21%.",
    );
  });

  test("HTML in the words stays text", async () => {
    const report = openReport(project(yaml, "<script>alert(1)</script> ![a](http://a.example/b.png)"));
    const page = indexPage(report, [], []);
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<img");
  });
});

describe("one's own", () => {
  test("method, check and chart kind register in a few typed lines", () => {
    method({
      name: "per-month",
      says: "A cumulative figure over its months.",
      fields: { amount: field.amount("the cumulative figure"), months: field.text("how many months") },
      example: "method: per-month\namount: $176.4bn\nmonths: 9",
      run: ({ amount, months }) => ({
        computed: amount,
        outcome: "computed",
        margin: "",
        working: "",
        says: `${amount.value.div(months).div("1e9").toFixed(1)}bn a month`,
      }),
    });
    check({
      name: "all-sourced",
      says: "every statement has a source",
      run: (results) =>
        results
          .filter((one) => one.statement.source === undefined)
          .map((one) => `${one.statement.id} has no source`),
    });
    chartKind({
      kind: "own",
      says: "the first chart of the gallery again",
      fields: { of: field.amount("a figure") },
      example: "kind: own\ntitle: It\nof: 5%",
      draw: (_, { title }) =>
        ({ ...(reportCharts(openReport(".")).get("baseline") as never as object), title }) as never,
    });
    const report = openReport(
      project(
        `${statement("method: per-month\namount: $176.4bn\nmonths: 9")}charts:\n  - { id: mine, kind: own, title: Mine, of: 5% }\n`,
      ),
    );
    expect(report.results[0]?.says).toBe("19.6bn a month");
    expect(report.problems).toEqual(["all-sourced: it has no source"]);
    expect(reportCharts(report).get("mine")?.title).toBe("Mine");
    known().methods.delete("per-month");
    known().checks.delete("all-sourced");
    known().charts.delete("own");
  });
});

test("statements as Markdown and as CSV hold hostile words as words", () => {
  const evil = "<script>alert(1)</script> ![x](http://e.org/x) *a* `b`";
  const { results } = openReport(
    project(
      `statements:\n  - id: it\n    says: ${JSON.stringify(evil)}\n    printed: $6bn\n    method: sum\n    parts: [$6.0bn]\n`,
    ),
  );
  const markdown = statementsMarkdown("A <b>", results);
  expect(markdown).not.toMatch(/(?<!\\)<|(?<!\\)!\[|(?<!\\)\*a/);
  const html = new MarkdownIt({ html: true }).render(markdown);
  expect(html).not.toMatch(/<script|<img|<em>|<b>/);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://e.org/x) *a* `b`");
  const cells = ["＝1+1", "＋1", "－x", "＠y", "=1"].map((cell) => ({ cell }));
  expect(toCsv(cells, { forSpreadsheets: true })).toBe("cell\n'＝1+1\n'＋1\n'－x\n'＠y\n'=1\n");
});
