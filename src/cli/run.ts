import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Command, Option } from "commander";
import { writeWhole } from "../data/index.js";
import { FigureError } from "../errors.js";
import { notebookToHtml } from "../notebook/page/notebook-page.js";
import { committedText } from "../notebook/run/committed.js";
import { notebookText } from "../notebook/run/ipynb.js";
import type { RunResult } from "../notebook/run/notebook-runner.js";
import { runAll } from "../notebook/run/run.js";
import { progressLine } from "./door.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { print } from "./output.js";

interface RunFlags {
  readonly out?: string;
  readonly html?: boolean;
  readonly isolated?: boolean;
  readonly update?: boolean;
  readonly parameter: Record<string, string | number | boolean>;
  readonly timeout: string;
  readonly json?: boolean;
}

export function runCommand(): Command {
  return new Command("run")
    .description("run notebooks without Python; the first cell that fails ends a notebook, and is named")
    .argument("<notebook...>", "files .ipynb")
    .option("--out <folder>", "write the executed notebooks there")
    .option("--html", "write each as an HTML page as well")
    .addOption(
      new Option(
        "-p, --parameter <name=value>",
        "set a variable after the cell tagged parameters; may be repeated",
      )
        .argParser(parameter)
        .default({}, "none"),
    )
    .option("--update", "write the outputs into the notebooks, with still pictures, as they are committed")
    .option("--isolated", "share nothing: each notebook also compiles and draws in a process of its own")
    .option("--timeout <seconds>", "for one cell", "120")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples(
        "run notebooks/*.ipynb",
        "run notebooks/01-yuan-and-dollars.ipynb --out report --html",
        "run monthly.ipynb -p month=2023-09 -p top=5   # after the cell tagged parameters",
        "run notebooks/*.ipynb --isolated --timeout 600",
      )}\n\nA parameter is a whole number, true or false; anything else is text. Cells that were compiled without an
error, and charts that were drawn, are kept in node_modules/.cache/trade-figures for the next run; --isolated makes all
anew. Exits with 1 when a cell fails, and names the cell, its line and the message.`,
    )
    .action(async (paths: string[], flags: RunFlags) => {
      const seconds = Number(flags.timeout);
      if (!(seconds > 0))
        throw new FigureError("bad-option", `--timeout needs seconds, found "${flags.timeout}"`);
      if (flags.update && Object.keys(flags.parameter).length > 0) {
        throw new FigureError("bad-option", "--update keeps what a notebook gives by itself: leave -p out");
      }
      const terminal = process.stderr.isTTY === true;
      const clear = () => terminal && progressLine("");
      const results = [];
      let broken = false;
      const runs = runAll(paths, {
        parameters: flags.parameter,
        timeout: seconds,
        isolated: flags.isolated === true,
        onCell: (number, of, path) => {
          if (terminal) progressLine(`${path}: cell ${number} of ${of}`);
        },
      });
      for await (const { path, result, error } of runs) {
        clear();
        if (error !== undefined) {
          // One that cannot be run is skipped; the run continues.
          process.stderr.write(`trade-figures: ${error.message}\n`);
          results.push({ path, ok: false, error: error.message });
          broken = true;
          continue;
        }
        if (flags.out !== undefined) write(flags.out, path, result, flags.html === true);
        const { failure } = result;
        if (flags.update && failure === undefined) writeWhole(path, committedText(result.notebook));
        if (!flags.json)
          print(failure === undefined ? `✓ ${path}` : failureLine(path, failure), undefined, false);
        results.push({ path, ok: failure === undefined, ...(failure === undefined ? {} : { failure }) });
      }
      if (flags.json) print("", results, true);
      process.exitCode = broken ? EXIT.data : results.every((result) => result.ok) ? EXIT.holds : EXIT.fails;
    });
}

function write(folder: string, path: string, { notebook }: RunResult, html: boolean): void {
  mkdirSync(folder, { recursive: true });
  const name = basename(path, ".ipynb");
  writeWhole(join(folder, `${name}.ipynb`), notebookText(notebook));
  if (html) writeWhole(join(folder, `${name}.html`), notebookToHtml(notebook));
}

function failureLine(path: string, failure: NonNullable<RunResult["failure"]>): string {
  const where = failure.line === undefined ? "" : `, line ${failure.line}`;
  return `✗ ${path}: cell ${failure.cell}${where} (${failure.text}): ${failure.name}: ${failure.message}`;
}

function parameter(text: string, sofar: Record<string, string | number | boolean>) {
  const at = text.indexOf("=");
  if (at < 1) throw new FigureError("bad-option", `-p needs name=value, found "${text}"`);
  const value = text.slice(at + 1);
  const read =
    value === "true" ? true : value === "false" ? false : /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return { ...sofar, [text.slice(0, at)]: read };
}
