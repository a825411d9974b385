// npm run site: one folder for any static host: the checker, notebooks whose cells run, guides, the report, the reference;
// with the checksum of each file.
// node src/web/site.mjs FOLDER [--lab], after npm run build; with --lab also JupyterLite, which comes from PyPI.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { livePage, notebookTitle, notebookToHtml, page, parseNotebook } from "../../dist/esm/notebook.js";
import { writeChecksums } from "./checksums.mjs";
import { contentsOf, DOCUMENTS, documentHtml, documentTitle } from "./documents.mjs";
import { buildLab } from "./lite.mjs";
import { DOORS, exportsOfDoors, referencePage } from "./reference.mjs";

const { values, positionals } = parseArgs({ options: { lab: { type: "boolean" } }, allowPositionals: true });
const site = positionals[0] ?? "site";
const escapeHtml = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const written = (path, text) => writeFileSync(join(site, path), text);

for (const folder of ["guides", "notebooks", "reference", "report"])
  mkdirSync(join(site, folder), { recursive: true });

copyFileSync("dist/checker.html", join(site, "checker.html"));
execFileSync(process.execPath, ["dist/esm/cli/main.js", "report", "--out", join(site, "report")], {
  stdio: ["ignore", "ignore", "inherit"],
});

const notebooks = readdirSync("notebooks")
  .filter((name) => name.endsWith(".ipynb"))
  .sort()
  .map((file) => {
    const name = file.replace(/\.ipynb$/, "");
    const notebook = parseNotebook(readFileSync(join("notebooks", file), "utf8"), file);
    return { name, file, notebook, title: notebookTitle(notebook) ?? name };
  });
const navOf = (current) => [
  { href: "../index.html", text: "Start" },
  ...notebooks.map(({ name, title }) => ({ href: `${name}.html`, text: title, current: name === current })),
];
for (const one of notebooks) {
  const { name, file, notebook } = one;
  try {
    written(
      `notebooks/${name}.html`,
      livePage(notebook, { folder: "notebooks", name: file, nav: navOf(name) }),
    );
    one.live = true;
  } catch (error) {
    // A notebook that imports what a page does not carry is a page to read.
    if (error.code !== "bad-data") throw error;
    written(`notebooks/${name}.html`, notebookToHtml(notebook, { nav: navOf(name) }));
  }
}

if (values.lab)
  await buildLab(
    join(site, "jupyterlite"),
    notebooks.filter((one) => one.live).map(({ file }) => join("notebooks", file)),
  );
const lab = values.lab
  ? `<p><a href="jupyterlite/lab/index.html">All of them in JupyterLab</a>, with files and tabs and nothing to install; from a web server, not from a folder.</p>`
  : "";

const reference = exportsOfDoors();
for (const [door, entries] of Object.entries(reference))
  written(`reference/${door}.html`, referencePage(door, entries, page, escapeHtml));

const WORDS = {
  "guides/index.html": "Guides",
  "guides/method.html": "Method",
  "guides/comparison.html": "Comparison",
};
for (const [source, target] of Object.entries(DOCUMENTS)) {
  const nav = [
    { href: "../index.html", text: "Start" },
    ...Object.entries(WORDS).map(([href, text]) => ({
      href: href.replace("guides/", ""),
      text,
      current: href === target,
    })),
    { href: "../reference/index.html", text: "Reference" },
  ];
  const [head, ...rest] = documentHtml(source).split("</h1>");
  const body = `${head}</h1>${contentsOf(source, escapeHtml)}${rest.join("</h1>")}`;
  written(target, page(documentTitle(source), body, { nav }));
}
const guides = documentHtml("notebooks/guides/README.md", "index.html").replace(/^<h1[^>]*>.*<\/h1>/, "");

const list = (items) => `<ul>${items.join("")}</ul>`;
const link = (href, text, says) =>
  `<li><a href="${href}">${escapeHtml(text)}</a>${says === "" ? "" : `: ${escapeHtml(says)}`}</li>`;
const front = `<h1>trade-figures</h1>
<p>A published figure is not a number. It is an interval, with a unit, a flow, a period and a source.</p>
<h2>Nothing to install</h2>
${list([
  link(
    "checker.html",
    "Check a text",
    "paste it or drop a file; every figure with its interval, and whether they agree",
  ),
  link("report/index.html", "The report", "every statement of a report, recomputed with its working"),
])}
<h2>Guides</h2>
${guides}
<h2>Notebooks</h2>
<p>Cells run here, in the browser: change one and press Shift+Enter.</p>
${lab}
${list(notebooks.map(({ name, title, live }) => link(`notebooks/${name}.html`, title, live ? "" : "to read; it needs Node to run")))}
<h2>Reference</h2>
${list(Object.entries(DOORS).map(([door, [name, what]]) => link(`reference/${door}.html`, name, what)))}`;
written("index.html", page("trade-figures", front));
const files = writeChecksums(site);

const live = notebooks.filter((one) => one.live).length;
const names = Object.values(reference).reduce((sum, entries) => sum + entries.length, 0);
console.log(
  `written: ${site}/index.html, the checker, the report, ${Object.keys(DOCUMENTS).length} guides and pages of words, ${live} of ${notebooks.length} notebooks that run, ${names} names of the reference; ${files} files in ${site}/SHA256SUMS`,
);
