import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Command } from "commander";
import { readText } from "../data/file/bytes.js";
import { packageFolder, writeWhole } from "../data/index.js";
import { seriesOfTable } from "../data/table-series.js";
import { FigureError } from "../errors.js";
import { examples } from "./examples.js";
import { projectFiles } from "./new/files.js";
import { dim, print } from "./output.js";

export function newCommand(): Command {
  return new Command("new")
    .description("make a project of one's own: data, a report, a notebook; from a table where one is given")
    .argument("<folder>", "where to make it; the folder may exist, and has to be empty")
    .option(
      "--from <csv>",
      "a table: periods in the first column, amounts in the others, the currency in each heading",
    )
    .option("--title <text>", "the title of the report")
    .addHelpText(
      "after",
      `${examples("new my-report", "new japan --from exports.csv --title 'Exports in yen and in dollars'")}

In the folder, npm install, then npm start publishes the site and npm test checks the report.`,
    )
    .action((folder: string, options: { from?: string; title?: string }) => {
      if (existsSync(folder) && readdirSync(folder).length > 0) {
        throw new FigureError("bad-option", `${folder} is not empty: name a new folder, or an empty one`);
      }
      const series = options.from === undefined ? [] : seriesOfTable(readText(options.from), options.from);
      const files = projectFiles({
        name: basename(resolve(folder)),
        title: options.title,
        series,
        from: options.from === undefined ? undefined : basename(options.from),
        dependency: dependency(folder),
      });
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeWhole(join(folder, name), content);
      }
      print(
        [
          ...Object.keys(files).map((name) => dim(`written: ${join(folder, name)}`)),
          `next: cd ${folder} && npm install && npm start`,
        ].join("\n"),
        undefined,
        false,
      );
    });
}

/** The package as the project depends on it: by its version from node_modules, else by the folder that it lies in. */
function dependency(folder: string): string {
  const own = packageFolder();
  if (own.split(/[\\/]/).includes("node_modules")) return "*";
  return `file:${relative(resolve(folder), own) || "."}`;
}
