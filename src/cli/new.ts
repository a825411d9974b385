import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Command } from "commander";
import { readText } from "../data/file/bytes.js";
import { packageVersion } from "../data/file/version.js";
import { packageFolder, writeWhole } from "../data/index.js";
import { hasPeriods, seriesOfTable, type TableReading, type TableSeries } from "../data/table-series.js";
import { FigureError } from "../errors.js";
import { examples } from "./examples.js";
import { projectFiles } from "./new/files.js";
import { dim, print } from "./output.js";

interface NewFlags extends TableReading {
  readonly from?: string;
  readonly title?: string;
}

export function newCommand(): Command {
  return new Command("new")
    .description("make a project of one's own: data, a report, a notebook; from a table where one is given")
    .argument("<folder>", "where to make it; the folder may exist, and has to be empty")
    .option(
      "--from <csv>",
      "a table: periods in the first column, amounts in the others, the currency in each heading",
    )
    .option(
      "--locale <locale>",
      "how its numbers are written: en (1,234.5), de (1.234,5), fr, …; default: as they show",
    )
    .option(
      "--region <country>",
      "whose dollars, pounds, francs its headings mean where they do not say: AU, CH",
    )
    .option("--title <text>", "the title of the report")
    .addHelpText(
      "after",
      `${examples("new my-report", "new japan --from exports.csv --title 'Exports in yen and in dollars'")}

In the folder, npm install, then npm start publishes the site and npm test checks the report.`,
    )
    .action((folder: string, options: NewFlags) => {
      if (existsSync(folder) && readdirSync(folder).length > 0) {
        throw new FigureError("bad-option", `${folder} is not empty: name a new folder, or an empty one`);
      }
      const series = options.from === undefined ? [] : seriesOfFile(options.from, options);
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

/** What is wrong with an article is not its first line: where no line begins with a period, the error says what reads texts. */
function seriesOfFile(file: string, reading: TableReading): TableSeries[] {
  let text = "";
  try {
    text = readText(file);
    return seriesOfTable(text, file, reading);
  } catch (error) {
    if (!FigureError.is(error) || error.code !== "bad-data" || hasPeriods(text)) throw error;
    throw new FigureError(
      "bad-data",
      `${error.message}; --from needs a table with a period at the start of each line, and texts are read by: trade-figures check ${file}`,
      error.details,
    );
  }
}

/** The package as the project depends on it: the folder or the archive that it was installed from, else its version. */
export function dependency(folder: string, own = packageFolder()): string {
  const at = own.split(/[\\/]/).lastIndexOf("node_modules");
  if (at < 0) return fileIn(folder, own);
  const home = resolve(own, ...Array.from({ length: own.split(/[\\/]/).length - at }, () => ".."));
  const from = installedFrom(join(home, "node_modules", ".package-lock.json"));
  if (from === undefined || !existsSync(resolve(home, from))) return `^${packageVersion()}`;
  return fileIn(folder, resolve(home, from));
}

const fileIn = (folder: string, path: string): string => `file:${relative(resolve(folder), path) || "."}`;

/** The archive that npm installed the package from, where it was one. */
function installedFrom(lock: string): string | undefined {
  try {
    const { packages } = JSON.parse(readText(lock)) as { packages?: Record<string, { resolved?: unknown }> };
    const from = packages?.["node_modules/trade-figures"]?.resolved;
    return typeof from === "string" && from.startsWith("file:") ? from.slice("file:".length) : undefined;
  } catch {
    return undefined; // another package manager keeps other notes
  }
}
