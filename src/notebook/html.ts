import MarkdownIt from "markdown-it";
import { escapeHtml } from "../figure/display.js";
import { type Cell, type Notebook, sourceOf } from "./ipynb.js";
import type { Output } from "./session.js";

export interface NotebookHtmlOptions {
  readonly title?: string;
  /** A way back, above the text: `{ href: "index.html", text: "Report" }`. */
  readonly back?: { readonly href: string; readonly text: string };
}

// Raw HTML in Markdown is shown as text: a notebook's words need none.
const markdown = new MarkdownIt({ html: false, linkify: false });

/**
 * A notebook as one HTML page that needs no network: text, code and outputs. HTML outputs are taken as they are, since
 * their notebook was run here; everything else is escaped.
 */
export function notebookToHtml(notebook: Notebook, options: NotebookHtmlOptions = {}): string {
  const title = options.title ?? titleOf(notebook) ?? "Notebook";
  const back = options.back
    ? `<nav><a href="${escapeHtml(options.back.href)}">${escapeHtml(options.back.text)}</a></nav>`
    : "";
  return page(title, `${back}\n<main>\n${notebook.cells.map(cellHtml).join("\n")}\n</main>`);
}

/** A page of the house: readable, printable, light and dark, no network. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function titleOf(notebook: Notebook): string | undefined {
  for (const cell of notebook.cells) {
    const found = cell.cell_type === "markdown" ? /^#\s+(.+)$/m.exec(sourceOf(cell)) : null;
    if (found) return found[1];
  }
  return undefined;
}

function cellHtml(cell: Cell): string {
  const source = sourceOf(cell);
  if (cell.cell_type === "markdown") return `<section class="text">${markdown.render(source)}</section>`;
  if (cell.cell_type !== "code" || source.trim() === "") return "";
  const outputs = (cell.outputs ?? []).map(outputHtml).join("\n");
  return `<section class="code"><pre tabindex="0"><code>${escapeHtml(source)}</code></pre>${outputs}</section>`;
}

function outputHtml(output: Output): string {
  if (output.output_type === "stream")
    return `<pre tabindex="0" class="${output.name}">${escapeHtml(joined(output.text))}</pre>`;
  if (output.output_type === "error") {
    return `<pre tabindex="0" class="stderr">${escapeHtml(`${output.ename}: ${output.evalue}`)}</pre>`;
  }
  const { data } = output;
  if (data["text/html"] !== undefined)
    return `<div class="output" tabindex="0">${joined(data["text/html"])}</div>`;
  if (typeof data["image/png"] === "string") {
    return `<img alt="${escapeHtml(joined(data["text/plain"] ?? "picture"))}" src="data:image/png;base64,${escapeHtml(data["image/png"])}">`;
  }
  return `<pre tabindex="0">${escapeHtml(joined(data["text/plain"] ?? ""))}</pre>`;
}

const joined = (text: unknown): string => (Array.isArray(text) ? text.join("") : String(text));

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2127; --paper: #fff; --quiet: #57606a; --line: #d0d7de; --code: #f6f8fa; --link: #0b57d0 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #14181d; --quiet: #a3adb8; --line: #39424c; --code: #1d232a; --link: #8ab4f8 } }
body { font: 1rem/1.6 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 56rem }
a { color: var(--link) } h1 { line-height: 1.2 } h2 { margin-top: 2.5rem; line-height: 1.3 }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; font-size: .85rem; line-height: 1.45 }
.code > pre:not(:first-child) { background: none } .stderr { border-color: #b3261e }
table { border-collapse: collapse; margin: 1rem 0 } th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem; text-align: left; vertical-align: top } caption { text-align: left; color: var(--quiet) }
img { max-width: 100%; height: auto } .output { margin: 1rem 0; overflow-x: auto } .quiet { color: var(--quiet) }
@media print { body { max-width: none } pre { white-space: pre-wrap } a { color: inherit } section { break-inside: avoid } }
`;
