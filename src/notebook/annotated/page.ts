import type { Checked } from "../../check/check.js";
import { checkedFindings, relationFindings } from "../../check/finding.js";
import { escapeHtml } from "../../figure/display.js";
import type { Reading } from "../../text/reading.js";
import { scriptHash } from "../picture/script-hash.js";
import { type ArticleOptions, annotatedArticle } from "./article.js";
import { ANNOTATED_STYLE } from "./style.js";

/** Says of a page that it is ours: what does not say so is not replaced without being named. */
export const GENERATOR = '<meta name="generator" content="trade-figures">';

/** What a page has of its own beside the style of all: more style, and a script. */
export interface PageExtras {
  readonly style?: string;
  readonly script?: string;
}

/** The beginning of a page of annotated texts; articles follow, then {@link PAGE_END}. Its policy lets in only its own style and script, by their hashes. */
export function pageStart(
  title: string,
  lead: string,
  key = KEY,
  { style = "", script = "" }: PageExtras = {},
): string {
  const looks = `${ANNOTATED_STYLE}${style}`;
  const scripts = script === "" ? "" : `; script-src ${scriptHash(script)}`;
  const policy = `default-src 'none'; style-src ${scriptHash(looks)}${scripts}; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${GENERATOR}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${looks}</style>${script === "" ? "" : `\n<script type="module">${script}</script>`}
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(lead)}</p>
${key}
`;
}

export const PAGE_END = "</main>\n</body>\n</html>\n";

const KEY = `<p class="key quiet">Point at a marked figure, tap it, or reach it with the Tab key to see what was read and found: <mark class="consistent">consistent</mark><sup>✓</sup>, <mark class="inconsistent">inconsistent</mark><sup>✗</sup>, <mark class="undecided">undecided</mark><sup>?</sup>, <mark class="computed">computed</mark><sup>=</sup> with nothing to compare it with, <mark class="read">read</mark> only, <span class="unread">seen and not read</span>.</p>`;

/**
 * One text as a page of its own: every figure marked, what was found on hover, focus and touch, and a list that links to
 * the marks. It needs no network and no script; all of the text is escaped.
 * @param checked what `check` found of the reading; without it the page says what was read
 * @example save it with writeFileSync("page.html", annotatedPage(reading, check(reading, { book })))
 */
export function annotatedPage(
  reading: Reading,
  checked?: Checked,
  options: Partial<ArticleOptions> = {},
): string {
  const findings = checked === undefined ? relationFindings(reading) : checkedFindings(reading, checked);
  const article = annotatedArticle(reading, findings, { name: "Text", id: "d1", ...options });
  return `${pageStart(TITLE, LEAD)}${article}\n${PAGE_END}`;
}

export const TITLE = "A text, read for its figures";
export const LEAD =
  "A printed figure is an interval: the amounts that print so. What the text says of its figures is computed again with these intervals.";
