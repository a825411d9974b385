import MarkdownIt from "markdown-it";
import { escapeHtml } from "../../figure/display.js";
import { type Cell, type Notebook, sourceOf } from "../run/ipynb.js";
import type { Output } from "../run/session.js";
import { type PageOptions, page } from "./page.js";
import { tableLinks } from "./table-links.js";

export interface NotebookHtmlOptions extends PageOptions {
  /** Default: the first heading. */
  readonly title?: string;
  /** An element above the first cell. */
  readonly top?: string;
}

// Raw HTML in Markdown is shown as text: a notebook's words need none.
const markdown = new MarkdownIt({ html: false, linkify: false });
// A notebook links to its neighbours; their pages lie beside its page.
markdown.renderer.rules["link_open"] = (tokens, at, options, _env, self) => {
  const href = tokens[at]?.attrGet("href");
  if (typeof href === "string" && /^[^:/?#]+\.ipynb$/.test(href))
    tokens[at]?.attrSet("href", href.replace(/ipynb$/, "html"));
  return self.renderToken(tokens, at, options);
};

/**
 * A notebook as one HTML page that needs no network: text, code and outputs, with links that save its tables. HTML
 * outputs are taken as they are, but a script that is not of a chart of ours does not run, and a picture from elsewhere
 * is not fetched: the policy of the page says so. Everything else is escaped.
 */
export function notebookToHtml(notebook: Notebook, options: NotebookHtmlOptions = {}): string {
  const title = options.title ?? notebookTitle(notebook) ?? "Notebook";
  const cells = notebook.cells.map((cell, at) => cellHtml(cell, `table-${at + 1}`));
  return page(title, [options.top ?? "", ...cells].filter((one) => one !== "").join("\n"), options);
}

/** The first heading of a notebook. */
export function notebookTitle(notebook: Notebook): string | undefined {
  for (const cell of notebook.cells) {
    const found = cell.cell_type === "markdown" ? /^#\s+(.+)$/m.exec(sourceOf(cell)) : null;
    if (found) return found[1];
  }
  return undefined;
}

function cellHtml(cell: Cell, name: string): string {
  const source = sourceOf(cell);
  if (cell.cell_type === "markdown") return `<section class="text">${markdown.render(source)}</section>`;
  if (cell.cell_type !== "code" || source.trim() === "") return "";
  const outputs = (cell.outputs ?? []).map((output) => outputHtml(output, name)).join("\n");
  return `<section class="code"><pre><code>${escapeHtml(source)}</code></pre>${outputs}</section>`;
}

function outputHtml(output: Output, name: string): string {
  if (output.output_type === "stream")
    return `<pre class="${output.name}">${escapeHtml(joined(output.text))}</pre>`;
  if (output.output_type === "error") {
    return `<pre class="stderr">${escapeHtml(`${output.ename}: ${output.evalue}`)}</pre>`;
  }
  const { data } = output;
  if (data["text/html"] !== undefined) {
    const html = joined(data["text/html"]);
    // A chart saves its own figures.
    if (!html.includes("<table") || html.includes("data-trade-figure"))
      return `<div class="output">${html}</div>`;
    return `<div class="output" tabindex="0" role="group" aria-label="Table">${html}</div>${tableLinks(html, name)}`;
  }
  if (typeof data["image/png"] === "string") {
    const picture = `<img alt="${escapeHtml(joined(data["text/plain"] ?? "picture"))}" src="data:image/png;base64,${escapeHtml(data["image/png"])}">`;
    return `<div class="output picture" tabindex="0" role="group" aria-label="Picture">${picture}</div>`;
  }
  return `<pre>${escapeHtml(joined(data["text/plain"] ?? ""))}</pre>`;
}

const joined = (text: unknown): string => (Array.isArray(text) ? text.join("") : String(text));
