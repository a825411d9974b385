import type { Chart } from "../chart/index.js";
import { escapeHtml as html } from "../figure/display.js";
import { type Source, sourceLine } from "../figure/quantity.js";
import { page } from "../notebook/index.js";
import type { Result } from "../statement/statement.js";
import type { Report } from "./project.js";
import { proseHtml } from "./prose.js";
import { CHART_KINDS, type NotebookPage, reportNav } from "./site.js";

const MARKS = { consistent: "✓", inconsistent: "✗", undecided: "?", computed: "=" } as const;
const OUTCOMES = ["consistent", "inconsistent", "undecided", "computed"] as const;

/** The report as one page: every statement with its verdict and working, the charts, the ways to the notebooks. */
export function indexPage(
  report: Report,
  drawings: readonly string[],
  notebooks: readonly NotebookPage[],
): string {
  const { results, title } = report;
  const counts = OUTCOMES.map((outcome) => ({
    outcome,
    count: results.filter((one) => one.outcome === outcome).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcome}`)
    .join(", ");
  const words = report.prose === undefined ? "" : proseHtml(report.prose, report);
  const problems = report.problems.map((one) => `<li>${html(one)}</li>`).join("");
  const sections = [
    `<h1>${html(title)}</h1>`,
    words,
    problems === "" ? "" : `<h2 id="problems">What is wrong</h2><ul>${problems}</ul>`,
    results.length === 0 ? "" : statementsHtml(results, counts),
    drawings.length === 0 ? "" : `<h2 id="charts">Charts</h2>\n${drawings.join("\n")}`,
    notebooks.length === 0
      ? ""
      : `<h2 id="notebooks">Notebooks</h2>\n<ul class="gallery">${notebooks.map(notebookHtml).join("\n")}</ul>`,
    results.length === 0 ? "" : `<h2 id="working">Working</h2>\n${results.map(workingHtml).join("\n")}`,
  ];
  return page(title, sections.filter((one) => one !== "").join("\n"), { nav: reportNav(notebooks, "index") });
}

function statementsHtml(results: readonly Result[], counts: string): string {
  return `<p>A printed figure is an interval: everything that rounds to its digits. <strong>Consistent</strong> means that the recomputed value lies in that interval, <strong>inconsistent</strong> that no value fits both, <strong>undecided</strong> that only lucky rounding makes them agree or that there is nothing to compare with. <strong>Computed</strong> is what follows from the figures without being printed.</p>
<h2 id="statements">Statements</h2>
<p><strong>${results.length} statements: ${counts}.</strong></p>
<table class="trade-figures-cards" role="table"><caption>As printed and as recomputed; each name leads to the working</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Statement</th><th role="columnheader" scope="col" class="number">Printed</th><th role="columnheader" scope="col" class="number">Recomputed</th><th role="columnheader" scope="col">Verdict</th></tr></thead>
<tbody role="rowgroup">${results.map(rowHtml).join("\n")}</tbody></table>
<p class="files">The table: <a href="statements.csv" download>CSV</a> <a href="statements.json" download>JSON</a> <a href="statements.md" download>Markdown</a></p>`;
}

/** A chart as a piece of the page, with the ways to its files: they are there without scripts as well. */
export function chartHtml(name: string, { title }: Chart, piece: string): string {
  const links = CHART_KINDS.map(
    (kind) =>
      `<a href="charts/${name}.${kind}"${kind === "html" ? "" : " download"} aria-label="${kind === "html" ? "A page of its own" : kind.toUpperCase()}: ${html(title)}">${kind === "html" ? "A page of its own" : kind.toUpperCase()}</a>`,
  );
  return `<section>${piece}<p class="files">${links.join(" ")}</p></section>`;
}

/** A rate is tested by the amount that it prints: that stands beside the print, the rate below it. */
function rowHtml(result: Result, at: number): string {
  const { statement, computed, converted, outcome } = result;
  const [value = "", range = ""] = (converted?.amount ?? computed)?.show().split(/, (?=\D)/) ?? [];
  const below = converted === undefined ? range : `at ${converted.rate.show().split(", ")[0]}`;
  const cell = (label: string, first: string, second = "") =>
    first === ""
      ? '<td role="cell" class="number"></td>'
      : `<td role="cell" class="number" data-label="${label}"><span>${html(first)}</span>${second === "" ? "" : `<br><small>${html(second)}</small>`}</td>`;
  return `<tr role="row"><th role="rowheader" scope="row"><a href="#s${at + 1}">${html(statement.statement)}</a></th>${cell("Printed", statement.printed)}${cell("Recomputed", value, below)}<td role="cell" class="verdict ${outcome}">${MARKS[outcome]} ${outcome}</td></tr>`;
}

function notebookHtml({ name, title, question, picture }: NotebookPage): string {
  const words = question === "" ? "" : `<br>${html(question)}`;
  const image =
    picture === undefined
      ? ""
      : `<a href="notebooks/${name}.html" tabindex="-1" aria-hidden="true"><img alt="" src="data:image/png;base64,${html(picture)}"></a>`;
  return `<li>${image}<a href="notebooks/${name}.html">${html(title)}</a> (<a href="notebooks/${name}.ipynb" download aria-label=".ipynb: ${html(title)}">.ipynb</a>)${words}</li>`;
}

function workingHtml(result: Result, at: number): string {
  const { statement, outcome, says, working } = result;
  const sentence = `${says.charAt(0).toUpperCase()}${says.slice(1)}${says.endsWith(".") ? "" : "."}`;
  return `<section><h3 id="s${at + 1}">${at + 1}. ${html(statement.statement)}</h3><p>${MARKS[outcome]} <strong>${outcome}</strong>. ${html(sentence)}</p><details><summary>Working of statement ${at + 1}</summary><pre>${html(working)}</pre></details>${sourceHtml(statement.source)}</section>`;
}

function sourceHtml(source: Source | undefined): string {
  if (source === undefined) return "";
  const { url, ...named } = source;
  const words = html(sourceLine(named));
  const linked = url && /^https?:/.test(url) ? `<a href="${html(url)}" rel="noreferrer">${words}</a>` : words;
  return `<p class="quiet"><small>Source: ${linked}</small></p>`;
}
