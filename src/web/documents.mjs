// The project's pages of words as pages of the site: guides, method, comparison, and the READMEs that users read.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, posix } from "node:path";
import MarkdownIt from "markdown-it";

const GUIDES = "notebooks/guides";

/** Pages elsewhere in the tree, and what they are called on the site. */
const ELSEWHERE = {
  "src/check/README.md": "guides/what-the-checker-sees.html",
  "src/data/sql/README.md": "guides/engines.html",
  "src/report/METHODS.md": "guides/methods-of-a-report.html",
  "data/README.md": "guides/codebook.html",
  "src/cli/lsp/README.md": "guides/in-your-editor.html",
  "test/text/gold/README.md": "guides/gold-set.html",
};
/** Sources that a page of the site explains. */
const EXPLAINED = { "src/language/rule.ts": "reference/index.html#RelationRule" };

/** Every page of words: its source, and its place in the site. */
export const DOCUMENTS = {
  ...Object.fromEntries(
    readdirSync(GUIDES)
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => [
        posix.join(GUIDES, name),
        `guides/${name === "README.md" ? "index" : basename(name, ".md")}.html`,
      ]),
  ),
  ...ELSEWHERE,
};

/** Where a link of a page of words leads on the site, as seen from the page `from`. */
function linkFrom(source, from, href) {
  if (/^(https?:|#)/.test(href)) return href;
  const [path, anchor] = href.split("#");
  const target = normalize(join(dirname(source), path)).replaceAll("\\", "/");
  const place = /^notebooks\/[^/]+\.ipynb$/.test(target)
    ? target.replace(/ipynb$/, "html")
    : (DOCUMENTS[target] ?? EXPLAINED[target]);
  if (place === undefined) throw new Error(`${source}: ${href} leads to a file that the site does not have`);
  return `${posix.relative(posix.dirname(from), place)}${anchor === undefined ? "" : `#${anchor}`}`;
}

const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

/** Markdown without raw HTML and without pictures from elsewhere; a table becomes cards where a screen is narrow. */
const markdown = new MarkdownIt({ html: false, linkify: false }).disable("image");
markdown.core.ruler.push("links-and-places", ({ tokens, env }) => {
  let heads = [];
  let cell = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.type === "heading_open") token.attrSet("id", slug(tokens[at + 1].content));
    if (token.type === "table_open") token.attrSet("class", "trade-figures-cards");
    if (token.type === "thead_open") heads = [];
    if (token.type === "tr_open") cell = 0;
    if (token.type === "th_open") {
      heads.push(tokens[at + 1].content.replace(/[`*_]/g, ""));
      // A head that says nothing heads nothing.
      if (heads.at(-1) === "") for (const one of [token, tokens[at + 2]]) one.tag = "td";
    }
    if (token.type === "td_open") token.attrSet("data-label", heads[cell++] ?? "");
    for (const child of token.children ?? [])
      if (child.type === "link_open") child.attrSet("href", env.link(child.attrGet("href")));
  }
});

/** The body of a page of words, with the links that it has on the page `from` of the site. */
export function documentHtml(source, from = DOCUMENTS[source]) {
  const text = readFileSync(source, "utf8");
  return markdown.render(text, { link: (href) => linkFrom(source, from, href) });
}

/** The first heading of a page of words. */
export const documentTitle = (source) => /^# (.+)$/m.exec(readFileSync(source, "utf8"))[1];

/** The headings within a long page, as links; nothing for a short one. */
export function contentsOf(source, escapeHtml) {
  const text = readFileSync(source, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  const heads = [...text.matchAll(/^## (.+)$/gm)].map(([, head]) => head.replace(/[`*_\\]/g, ""));
  if (heads.length < 6) return "";
  const items = heads.map((head) => `<li><a href="#${slug(head)}">${escapeHtml(head)}</a></li>`);
  return `<nav aria-label="On this page"><ul>${items.join("")}</ul></nav>`;
}
