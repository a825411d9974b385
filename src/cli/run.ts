import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Command } from "commander";
import { FigureError } from "../errors.js";
import { notebookToHtml } from "../notebook/html.js";
import { notebookText } from "../notebook/ipynb.js";
import { run } from "../notebook/run.js";
import { writeWhole } from "../table/index.js";
import { EXIT } from "./exit.js";
import { examples } from "./figures.js";
import { print } from "./output.js";

interface RunFlags {
  readonly out?: string;
  readonly html?: boolean;
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
    .option(
      "-p, --parameter <name=value>",
      "set a variable behind the cell tagged parameters; may be repeated",
      parameter,
      {},
    )
    .option("--timeout <seconds>", "for one cell", "120")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples("run notebooks/*.ipynb", "run notebooks/01-yuan-and-dollars.ipynb --out report --html"),
    )
    .action(async (paths: string[], flags: RunFlags) => {
      const seconds = Number(flags.timeout);
      if (!(seconds > 0))
        throw new FigureError("bad-option", `--timeout needs seconds, found "${flags.timeout}"`);
      const terminal = process.stderr.isTTY === true;
      const results = [];
      for (const path of paths) {
        const result = await run(path, {
          parameters: flags.parameter,
          timeout: seconds,
          onCell: (number, of) => {
            if (terminal) process.stderr.write(`\r\u001b[K${path}: cell ${number} of ${of}`);
          },
        });
        if (terminal) process.stderr.write("\r\u001b[K");
        if (flags.out !== undefined) {
          mkdirSync(flags.out, { recursive: true });
          const name = basename(path, ".ipynb");
          writeWhole(join(flags.out, `${name}.ipynb`), notebookText(result.notebook));
          if (flags.html) writeWhole(join(flags.out, `${name}.html`), notebookToHtml(result.notebook));
        }
        const { failure } = result;
        const where = failure?.line === undefined ? "" : `, line ${failure.line}`;
        if (!flags.json) {
          print(
            failure === undefined
              ? `✓ ${path}`
              : `✗ ${path}: cell ${failure.cell}${where} (${failure.text}): ${failure.name}: ${failure.message}`,
            undefined,
            false,
          );
        }
        results.push({ path, ok: failure === undefined, ...(failure === undefined ? {} : { failure }) });
      }
      if (flags.json) print("", results, true);
      process.exitCode = results.every((result) => result.ok) ? EXIT.holds : EXIT.fails;
    });
}

function parameter(text: string, sofar: Record<string, string | number | boolean>) {
  const at = text.indexOf("=");
  if (at < 1) throw new FigureError("bad-option", `-p needs name=value, found "${text}"`);
  const value = text.slice(at + 1);
  const read =
    value === "true" ? true : value === "false" ? false : /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return { ...sofar, [text.slice(0, at)]: read };
}
