import { basename, dirname, join } from "node:path";
import { Command } from "commander";
import { readText } from "../data/file/bytes.js";
import { writeWhole } from "../data/index.js";
import { livePage } from "../notebook/page/live-page.js";
import { notebookToHtml } from "../notebook/page/notebook-page.js";
import { parseNotebook } from "../notebook/run/ipynb.js";
import { examples } from "./examples.js";
import { print } from "./output.js";

interface ExportOptions {
  readonly live?: boolean;
  readonly out?: string;
}

export function notebookCommand(): Command {
  const write = new Command("export")
    .description("write notebooks as pages: as they are saved, or with cells that run in the browser")
    .argument("<notebook...>", "files .ipynb")
    .option(
      "--live",
      "with an editor, the compiler and the data inside: cells run without installing anything",
    )
    .option("--out <folder>", "where to write them (default: beside each notebook)")
    .addHelpText(
      "after",
      `${examples(
        "notebook export notebooks/01-yuan-and-dollars.ipynb --live",
        "notebook export notebooks/*.ipynb --out site",
      )}\n\nA page is one file that needs no network. Nothing runs when it is written: --live keeps the saved outputs until a cell\nis run.`,
    )
    .action((paths: string[], { live, out }: ExportOptions) => {
      for (const path of paths) {
        const notebook = parseNotebook(readText(path), path);
        const folder = out ?? dirname(path);
        const file = join(folder, `${basename(path, ".ipynb")}${live ? ".live" : ""}.html`);
        writeWhole(
          file,
          live ? livePage(notebook, { folder: dirname(path), name: path }) : notebookToHtml(notebook),
        );
        print(`written: ${file}`, undefined, false);
      }
    });
  return new Command("notebook")
    .description("notebooks as pages: as they are saved, or with cells that run in the browser")
    .addCommand(write);
}
