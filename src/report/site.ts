import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Chart } from "../chart/index.js";
import { readText } from "../data/file/bytes.js";
import { packageFolder, writeWhole } from "../data/index.js";
import {
  type NavLink,
  type Notebook,
  notebookText,
  notebookTitle,
  notebookToHtml,
  parseNotebook,
} from "../notebook/index.js";
import type { ChartFiles } from "../notebook/picture/chart-files.js";
import { save } from "../notebook/picture/index.js";
import { runWith } from "../notebook/run/run.js";
import type { Workshops } from "../notebook/run/workshops.js";

/** A page of the report that was a notebook. */
export interface NotebookPage {
  /** Without ending: 01-yuan-and-dollars. */
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** Its first picture, as base64 of a PNG. */
  readonly picture?: string;
}

/** What each chart can be had as, beside its place in the report. */
export const CHART_KINDS = ["csv", "json", "svg", "png", "html"] as const;

/**
 * Each chart's figures as CSV and JSON, as SVG and PNG, and as an interactive page.
 * @returns the names written, and each chart as a piece of the report's page: the first carries what draws them all
 */
export async function writeCharts(
  workshops: Workshops,
  folder: string,
  charts: ReadonlyMap<string, Chart>,
): Promise<{ readonly names: string[]; readonly pieces: ReadonlyMap<string, string> }> {
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  const pieces = new Map<string, string>();
  for (const [name, chart] of charts) {
    const options = { library: pieces.size === 0 ? "embed" : "reuse" } as const;
    const asked = { kind: "files", chart, options } as const;
    const { svg, png, html, piece } = (await workshops.draw(asked, process.cwd())) as ChartFiles;
    pieces.set(name, piece);
    const drawn = { svg, html, png: Buffer.from(png, "base64") };
    for (const kind of CHART_KINDS) {
      const path = join(folder, `${name}.${kind}`);
      if (kind === "csv" || kind === "json") await save(chart, path);
      else writeWhole(path, drawn[kind]);
      names.push(`${name}.${kind}`);
    }
  }
  return { names, pieces };
}

/** The notebooks of a project, in their order. */
export function notebookPages(project: string = packageFolder()): NotebookPage[] {
  const from = join(project, "notebooks");
  if (!existsSync(from)) return [];
  return readdirSync(from)
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((file) => {
      const notebook = parseNotebook(readText(join(from, file)), file);
      const words = notebook.cells
        .flatMap((cell) => (cell.cell_type === "markdown" ? cell.source : []))
        .join("");
      const name = file.replace(/\.ipynb$/, "");
      return {
        name: name,
        title: notebookTitle(notebook) ?? name,
        // A dollar sign is escaped in a notebook, where two would enclose mathematics.
        ...pictureOf(notebook),
        question: (/^\*\*The question\.\*\* (.+)$/m.exec(words)?.[1] ?? "").replace(/\\(\W)/g, "$1"),
      };
    });
}

/** The first picture among a notebook's outputs. */
function pictureOf({ cells }: Notebook): Pick<NotebookPage, "picture"> {
  for (const { outputs = [] } of cells) {
    for (const output of outputs) {
      if (!("data" in output)) continue;
      const png = output.data["image/png"];
      const text = Array.isArray(png) ? png.join("") : String(png ?? "");
      if (text !== "") return { picture: text.replace(/\s/g, "") };
    }
  }
  return {};
}

/**
 * The page that checks texts, as `npm run build` made it.
 * @throws FigureError "no-file" in a clone that was not built
 */
export function checkerPage(folder: string): string {
  return readText(join(folder, "dist", "checker.html"));
}

/** The way through the report, from one of its pages. */
export function reportNav(pages: readonly NotebookPage[], current: string): NavLink[] {
  const inside = current === "index";
  return [
    { href: inside ? "index.html" : "../index.html", text: "The report", current: inside },
    ...pages.map(({ name, title }) => ({
      href: `${inside ? "notebooks/" : ""}${name}.html`,
      text: title,
      current: current === name,
    })),
    { href: inside ? "checker.html" : "../checker.html", text: "Check a text" },
  ];
}

/**
 * Runs a project's notebooks, several at once, and writes each, executed, as a page and as .ipynb.
 * @returns the pages with the pictures that they show now, and what failed: such a page ends with its failure
 * @throws FigureError "missing-package" without what notebooks need
 */
export async function writeNotebooks(
  workshops: Workshops,
  project: string,
  folder: string,
  pages: readonly NotebookPage[],
): Promise<{ readonly pages: readonly NotebookPage[]; readonly failures: readonly string[] }> {
  const made: NotebookPage[] = [];
  const failures: string[] = [];
  if (pages.length === 0) return { pages: made, failures };
  mkdirSync(folder, { recursive: true });
  const paths = pages.map(({ name }) => join(project, "notebooks", `${name}.ipynb`));
  for await (const { path, result, error } of runWith(workshops, paths)) {
    if (error !== undefined) throw error;
    const name = basename(path, ".ipynb");
    const { notebook, failure } = result;
    if (failure !== undefined)
      failures.push(
        `${name}.ipynb: cell ${failure.cell} (${failure.text}): ${failure.name}: ${failure.message}`,
      );
    writeWhole(join(folder, `${name}.html`), notebookToHtml(notebook, { nav: reportNav(pages, name) }));
    writeWhole(join(folder, `${name}.ipynb`), notebookText(notebook));
    const own = pages.find((one) => one.name === name);
    if (own !== undefined) made.push({ ...own, ...pictureOf(notebook) });
  }
  return { pages: made, failures };
}
