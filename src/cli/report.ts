import { existsSync, mkdirSync, watch } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { packageFolder, writeWhole } from "../data/index.js";
import { FigureError } from "../errors.js";
import { Workshops } from "../notebook/run/workshops.js";
import { reportCharts } from "../report/charts.js";
import { methodsPage, reportSchema } from "../report/methods-page.js";
import { chartHtml, indexPage } from "../report/page.js";
import { openReport, type Report } from "../report/project.js";
import { checkerPage, notebookPages, writeCharts, writeNotebooks } from "../report/site.js";
import { recomputedText, statementsCsv, statementsMarkdown } from "../report/tables.js";
import type { Result } from "../statement/statement.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { bold, dim, outcomeText, print, wrapped } from "./output.js";
import { Timings } from "./report/timings.js";

interface ReportOptions {
  readonly data?: string;
  readonly out?: string;
  readonly title?: string;
  readonly with?: string;
  readonly json?: boolean;
  readonly write: boolean;
  readonly notebooks: boolean;
  readonly timings?: boolean;
  readonly watch?: boolean;
  readonly methods?: boolean;
  readonly schema?: boolean;
}

export function reportCommand(): Command {
  return new Command("report")
    .description(
      "recompute every statement of a report from its data, with verdicts and working, and publish the site",
    )
    .argument(
      "[folder]",
      "a project made by `trade-figures new`; default: this folder, or else the report of the package",
    )
    .option("--data <folder>", "the folder of the tables and report.yaml (default: data in the project)")
    .option("--out <folder>", "where to write tables, charts and pages (default: report in the project)")
    .option("--title <text>", "another title than the one in report.yaml")
    .option("--with <module>", "a module of your own that registers methods, checks or chart kinds")
    .option("--no-write", "print only, write nothing")
    .option("--no-notebooks", "leave the notebooks out")
    .option("--watch", "keep running, and build again what changed files affect")
    .option("--timings", "say how long each part took")
    .option("--methods", "print the page that describes every method and chart kind")
    .option("--schema", "print the JSON Schema of report.yaml, for editors")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("report --no-write", "report my-report --out site --timings", "report --methods")}

A project's own code runs only where --with names it, and in the cells of its notebooks.
Exits with 0 when every verdict is the one on record and every check of the report's own passes, with 1 when not.`,
    )
    .action(async (given: string | undefined, options: ReportOptions) => {
      if (options.with !== undefined) await loadModule(options.with);
      if (options.methods) return print(methodsPage().trimEnd(), undefined, false);
      if (options.schema) return print("", reportSchema(), true);
      const here = existsSync(join("data", "report.yaml")) ? "." : packageFolder();
      const folder = given ?? (options.data === undefined ? here : packageFolder());
      const build = (notebooks: boolean) => once(folder, { ...options, notebooks });
      process.exitCode = await build(options.notebooks);
      if (options.watch) await watching(folder, options, build);
    });
}

async function loadModule(path: string): Promise<void> {
  if (!existsSync(path))
    throw new FigureError("no-file", `cannot read ${path}: no such file`, { file: path });
  await import(pathToFileURL(resolve(path)).href);
}

async function once(folder: string, options: ReportOptions): Promise<number> {
  const timings = new Timings();
  const opened = timings.part("statements", () => openReport(folder, options.data ?? join(folder, "data")));
  const report = options.title === undefined ? opened : { ...opened, title: options.title };
  const { results, problems } = report;
  print(results.map(resultText).join("\n\n"), results.map(resultJson), options.json);
  const changed = results.filter((result) => !result.asRecorded);
  const say = (text: string) => {
    if (!options.json) print(dim(text), undefined, false);
  };
  const failures: string[] = [];
  if (options.write) {
    const out = resolve(
      options.out ?? (resolve(folder) === packageFolder() ? "report" : join(folder, "report")),
    );
    failures.push(...(await writeReport(folder, out, report, options.notebooks, say, timings)));
  }
  if (options.json) for (const failure of failures) process.stderr.write(`trade-figures: ${failure}\n`);
  else {
    for (const problem of [...problems, ...failures]) print(`✗ ${problem}`, undefined, false);
    print(summary(results, changed), undefined, false);
    if (options.timings) print(dim(timings.text()), undefined, false);
  }
  return changed.length + problems.length + failures.length === 0 ? EXIT.holds : EXIT.fails;
}

const QUIET_MS = 200;

/** Builds again after changes; notebooks only where one of them, or the data, changed. It ends with the process. */
async function watching(
  folder: string,
  options: ReportOptions,
  build: (notebooks: boolean) => Promise<number>,
): Promise<void> {
  print(dim(`watching ${relative(".", folder) || "."}; end with Ctrl+C`), undefined, false);
  const out = resolve(options.out ?? join(folder, "report"));
  let timer: NodeJS.Timeout | undefined;
  let notebooks = false;
  let busy = Promise.resolve();
  const changed = (name: string) => {
    const path = resolve(folder, name);
    if (path.startsWith(out) || /(^|[\\/])(node_modules|\.\w+)/.test(name) || name.endsWith(".part")) return;
    if (!/\.(yaml|csv|json|md|ipynb|mjs)$/.test(name)) return;
    // Words and statements are not what notebooks read.
    notebooks ||= !/report\.(yaml|md)$/.test(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const again = notebooks && options.notebooks;
      notebooks = false;
      busy = busy.then(async () => {
        try {
          await build(again);
        } catch (error) {
          if (!FigureError.is(error)) throw error;
          process.stderr.write(`trade-figures: ${error.message}\n`);
        }
      });
    }, QUIET_MS);
  };
  const watchers = ["data", "notebooks"]
    .map((name) => ({
      name,
      path: name === "data" ? (options.data ?? join(folder, name)) : join(folder, name),
    }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => watch(path, (_, file) => changed(join(name, String(file ?? "")))));
  await new Promise<void>((done) => process.once("SIGINT", done));
  for (const one of watchers) one.close();
  clearTimeout(timer);
  await busy;
}

/** A working of more lines than that is told by its first on a terminal. */
const MOST_LINES = 40;
const FIRST_LINES = 12;

function inBrief(working: string): string {
  const lines = working.split("\n");
  if (lines.length <= MOST_LINES) return working;
  const first = lines.slice(0, FIRST_LINES);
  return [...first, `… and ${lines.length - FIRST_LINES} lines more: --json prints the whole working`].join(
    "\n",
  );
}

function resultText(result: Result, index: number): string {
  const { statement, printed, computed, says } = result;
  const shown = recomputedText(result);
  const lines = [
    `${bold(`${index + 1}. ${statement.statement}`)}  ${outcomeText(result.outcome)}`,
    ...(printed === undefined ? [] : [`   printed     ${printed.show()}`]),
    ...(shown === "" ? [] : [`   ${printed === undefined ? "computed  " : "recomputed"}  ${shown}`]),
    ...(result.margin === "" ? [] : [`   margin      ${result.margin}`]),
    ...(says === computed?.show() ? [] : [wrapped(says, "   ")]),
    wrapped(inBrief(result.working), "     "),
  ];
  if (!result.asRecorded)
    lines.push(
      statement.verdict === undefined
        ? "   on record   nothing: mend the figure, or record the contradiction (verdict: inconsistent, with its finding)"
        : `   on record   ${statement.verdict}: ${statement.finding}`,
    );
  return lines.join("\n");
}

function summary(results: readonly Result[], changed: readonly Result[]): string {
  const counts = (["consistent", "inconsistent", "undecided", "computed"] as const)
    .map((outcome) => `${results.filter((result) => result.outcome === outcome).length} ${outcome}`)
    .join(", ");
  const record =
    changed.length === 0
      ? "every verdict is the one on record"
      : `${changed.length} ${changed.length === 1 ? "differs" : "differ"} from the record: ${changed.map((result) => `${result.statement.id} (${result.statement.verdict ?? "nothing"} on record, now ${result.outcome})`).join(", ")}`;
  return bold(
    `\n${results.length} ${results.length === 1 ? "statement" : "statements"}: ${counts}; ${record}`,
  );
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

/**
 * Tables first, since they need nothing else; then pictures and notebooks, which need optional packages.
 * @returns what failed in notebooks: their pages say it too, and the others are written all the same
 */
async function writeReport(
  project: string,
  folder: string,
  report: Report,
  withNotebooks: boolean,
  say: (text: string) => void,
  timings: Timings,
): Promise<readonly string[]> {
  const shown = (names: readonly string[]) => names.map((name) => join(basename(folder), name)).join(", ");
  say(`\nwritten: ${shown(writeTables(folder, report))}`);
  const workshops = new Workshops();
  try {
    const charts = timings.part("charts", () => reportCharts(report));
    const pages = notebookPages(project);
    const ran = withNotebooks
      ? timings.during("notebooks", writeNotebooks(workshops, project, join(folder, "notebooks"), pages))
      : Promise.resolve({ pages, failures: [] });
    ran.catch(() => undefined); // awaited below, after the pictures
    const { names, pieces } = await timings.during(
      "pictures",
      writeCharts(workshops, join(folder, "charts"), charts),
    );
    const sections = [...charts].map(([name, chart]) => chartHtml(name, chart, pieces.get(name) ?? ""));
    if (names.length > 0) say(`written: ${shown(names.map((name) => `charts/${name}`))}`);
    writeWhole(join(folder, "checker.html"), checkerPage(packageFolder()));
    const { pages: written, failures } = await ran;
    writeWhole(join(folder, "index.html"), indexPage(report, sections, written));
    if (withNotebooks) say(`written: ${shown(pages.map(({ name }) => `notebooks/${name}.html`))}`);
    say(`open ${join(folder, "index.html")}`);
    return failures;
  } catch (error) {
    // Without the optional packages there are no pictures, and the tables stand all the same.
    if (!FigureError.is(error) || error.code !== "missing-package") throw error;
    say(`no pictures and notebooks: ${error.message}`);
    return [];
  } finally {
    workshops.close();
  }
}

function writeTables(folder: string, { title, results }: Report): string[] {
  mkdirSync(folder, { recursive: true });
  const files: Readonly<Record<string, string>> = {
    "statements.csv": statementsCsv(results),
    "statements.json": `${JSON.stringify(results.map(resultJson), undefined, 2)}\n`,
    "statements.md": statementsMarkdown(title, results),
  };
  for (const [name, text] of Object.entries(files)) writeWhole(join(folder, name), text);
  return Object.keys(files);
}
