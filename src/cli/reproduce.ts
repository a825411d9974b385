import { mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { Command } from "commander";
import { openEvidence, writeWhole } from "../data/index.js";
import { FigureError } from "../errors.js";
import { type Evidence, evaluate, type Result } from "../statement/statement.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { bold, dim, outcomeText, print, wrapped } from "./output.js";
import { reportCharts } from "./report/charts.js";
import { indexPage } from "./report/index-page.js";
import { notebookPages, writeCharts, writeNotebooks } from "./report/site.js";
import { statementsCsv, statementsMarkdown } from "./report/tables.js";

interface ReproduceOptions {
  readonly data?: string;
  readonly out: string;
  readonly json?: boolean;
  readonly write: boolean;
}

export function reproduceCommand(): Command {
  return new Command("reproduce")
    .description("recompute every statement of the October 2023 report from data/, with verdicts and working")
    .option(
      "--data <folder>",
      "the folder of the data package (default: the one that comes with the package)",
    )
    .option("--out <folder>", "where to write tables, charts and pages", "report")
    .option("--no-write", "print only, write nothing")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("reproduce", "reproduce --no-write", "reproduce --json")}\n\nExits with 0 when every verdict is the one on record in the data, with 1 when one differs.`,
    )
    .action(async (options: ReproduceOptions) => {
      const { statements, evidence } = openEvidence(options.data);
      const results = statements.map((statement) => evaluate(statement, evidence));
      print(results.map(resultText).join("\n\n"), results.map(resultJson), options.json);
      const changed = results.filter((result) => !result.asRecorded);
      if (options.write) {
        const folder = resolve(options.out);
        await writeReport(folder, results, evidence, (text) => {
          if (!options.json) print(dim(text), undefined, false);
        });
      }
      if (!options.json) print(summary(results, changed), undefined, false);
      process.exitCode = changed.length === 0 ? EXIT.holds : EXIT.fails;
    });
}

function resultText(result: Result, index: number): string {
  const { statement, printed, computed } = result;
  const lines = [
    `${bold(`${index + 1}. ${statement.statement}`)}  ${outcomeText(result.outcome)}`,
    ...(printed === undefined ? [] : [`   printed     ${printed.show()}`]),
    ...(computed === undefined ? [] : [`   recomputed  ${computed.show()}`]),
    ...(result.margin === "" ? [] : [`   margin      ${result.margin}`]),
    wrapped(result.says, "   "),
    wrapped(result.working, "     "),
  ];
  if (!result.asRecorded) lines.push(`   on record   ${statement.verdict}: ${statement.finding}`);
  return lines.join("\n");
}

function summary(results: readonly Result[], changed: readonly Result[]): string {
  const count = (outcome: Result["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  const counts = (["consistent", "inconsistent", "undecided", "computed"] as const)
    .map((outcome) => `${count(outcome)} ${outcome}`)
    .join(", ");
  const record =
    changed.length === 0
      ? "every verdict is the one on record"
      : `${changed.length} differ from the record: ${changed.map((result) => `${result.statement.id} (${result.statement.verdict} on record, now ${result.outcome})`).join(", ")}`;
  return bold(`\n${results.length} statements: ${counts}; ${record}`);
}

function resultJson(result: Result) {
  const { statement, printed, computed, outcome, asRecorded, margin, says, working } = result;
  return {
    id: statement.id,
    statement: statement.statement,
    printed,
    computed,
    outcome,
    asRecorded,
    margin,
    says,
    working,
    source: statement.source,
  };
}

/** Tables first, since they need nothing else; then pictures and notebooks, which need optional packages. */
async function writeReport(
  folder: string,
  results: readonly Result[],
  evidence: Evidence,
  say: (text: string) => void,
): Promise<void> {
  const shown = (names: readonly string[]) => names.map((name) => join(basename(folder), name)).join(", ");
  say(`\nwritten: ${shown(writeTables(folder, results))}`);
  try {
    const charts = reportCharts(results, evidence);
    say(
      `written: ${shown((await writeCharts(join(folder, "charts"), charts)).map((name) => `charts/${name}`))}`,
    );
    const notebooks = notebookPages();
    await writeNotebooks(join(folder, "notebooks"), notebooks);
    say(`written: ${shown(notebooks.map(({ name }) => `notebooks/${name}.html`))}`);
    writeWhole(join(folder, "index.html"), await indexPage(results, charts, notebooks));
    say(`open ${join(folder, "index.html")}`);
  } catch (error) {
    // Without the optional packages there are no pictures, and the tables stand all the same.
    if (!FigureError.is(error) || error.code !== "missing-package") throw error;
    say(`no pictures and notebooks: ${error.message}`);
  }
}

function writeTables(folder: string, results: readonly Result[]): string[] {
  mkdirSync(folder, { recursive: true });
  const files: Readonly<Record<string, string>> = {
    "statements.csv": statementsCsv(results),
    "statements.json": `${JSON.stringify(results.map(resultJson), undefined, 2)}\n`,
    "statements.md": statementsMarkdown(results),
  };
  for (const [name, text] of Object.entries(files)) writeWhole(join(folder, name), text);
  return Object.keys(files);
}
