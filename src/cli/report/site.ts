import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Chart } from "../../chart/index.js";
import type { Result } from "../../claim/statement.js";
import { FigureError } from "../../errors.js";
import { escapeHtml } from "../../figure/display.js";
import { sourceLine } from "../../figure/quantity.js";
import { notebookText, notebookToHtml, page, run } from "../../notebook/index.js";
import { save, toHtml } from "../../notebook/picture/index.js";
import { packageFolder, writeWhole } from "../../table/index.js";

/** Each chart as an interactive page without network, as SVG and as PNG. @returns the names written */
export async function writeCharts(folder: string, charts: ReadonlyMap<string, Chart>): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const [name, chart] of charts) {
    for (const kind of ["html", "svg", "png"]) {
      await save(chart, join(folder, `${name}.${kind}`));
      names.push(`${name}.${kind}`);
    }
  }
  return names;
}

/** Runs the package's notebooks and writes each, executed, as a page and as .ipynb. */
export async function writeNotebooks(folder: string): Promise<string[]> {
  const from = join(packageFolder(), "notebooks");
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const file of readdirSync(from)
    .filter((name) => name.endsWith(".ipynb"))
    .sort()) {
    const { notebook, failure } = await run(join(from, file));
    if (failure !== undefined) {
      throw new FigureError(
        "bad-data",
        `${file}: cell ${failure.cell} (${failure.text}): ${failure.name}: ${failure.message}`,
      );
    }
    const name = file.replace(/\.ipynb$/, "");
    writeWhole(
      join(folder, `${name}.html`),
      notebookToHtml(notebook, { back: { href: "../index.html", text: "The report" } }),
    );
    writeWhole(join(folder, file), notebookText(notebook));
    names.push(`${name}.html`);
  }
  return names;
}

const MARKS = { consistent: "✓", inconsistent: "✗", undecided: "?", computed: "=" } as const;

/** The report as one page: every statement with its verdict and working, the charts, the notebooks. */
export async function indexPage(
  results: readonly Result[],
  charts: ReadonlyMap<string, Chart>,
  notebooks: readonly string[],
): Promise<string> {
  const rows = results.map((result, i) => {
    const { statement } = result;
    return `<tr><th scope="row"><a href="#s${i + 1}">${escapeHtml(statement.statement)}</a></th><td>${escapeHtml(statement.printed)}</td><td>${escapeHtml(result.computed?.show() ?? "")}</td><td>${MARKS[result.outcome]} ${result.outcome}</td></tr>`;
  });
  const workings = results.map(
    (result, i) =>
      `<section><h3 id="s${i + 1}">${i + 1}. ${escapeHtml(result.statement.statement)}</h3><p>${MARKS[result.outcome]} <strong>${result.outcome}</strong>. ${escapeHtml(result.says)}.</p><details><summary>Working</summary><pre tabindex="0">${escapeHtml(result.working)}</pre></details><p class="quiet"><small>${result.statement.source ? escapeHtml(sourceLine(result.statement.source)) : ""}</small></p></section>`,
  );
  const drawings: string[] = [];
  for (const [name, chart] of charts) {
    const links = ["html", "svg", "png"]
      .map(
        (kind) =>
          `<a href="charts/${name}.${kind}" aria-label="${kind.toUpperCase()} of: ${escapeHtml(chart.title)}">${kind.toUpperCase()}</a>`,
      )
      .join(" · ");
    const html = await toHtml(chart, { library: drawings.length === 0 ? "embed" : "reuse" });
    drawings.push(`<section>${html}<p><small>${links}</small></p></section>`);
  }
  const links = notebooks.map(
    (name) =>
      `<li><a href="notebooks/${name}">${escapeHtml(name.replace(/\.html$/, "").replaceAll("-", " "))}</a></li>`,
  );
  return page(
    "The October 2023 report, recomputed",
    `<main>
<h1>The October 2023 report, recomputed</h1>
<p>Every statement of a report on trade between north-east China and Russia, computed again from published figures. A printed figure is an interval: what rounds to its digits. <strong>Consistent</strong>: the recomputed value lies in it. <strong>Inconsistent</strong>: nothing lies in both. <strong>Undecided</strong>: only an unlucky rounding makes them agree, or there is nothing to compare with.</p>
<div class="output" tabindex="0"><table><caption>Statements as printed and as recomputed (<a href="statements.csv">CSV</a>, <a href="statements.json">JSON</a>, <a href="statements.md">Markdown</a>)</caption>
<thead><tr><th scope="col">Statement</th><th scope="col">Printed</th><th scope="col">Recomputed</th><th scope="col">Verdict</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>
<h2>Charts</h2>
${drawings.join("\n")}
<h2>Notebooks</h2>
<ul>${links.join("")}</ul>
<h2>Working</h2>
${workings.join("\n")}
</main>`,
  );
}
