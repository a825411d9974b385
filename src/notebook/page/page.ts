import { escapeHtml } from "../../figure/display.js";
import { fontFaces } from "../picture/font.js";
import { pagePolicy } from "../picture/policy.js";

/** One way to another page of the same site. */
export interface NavLink {
  readonly href: string;
  readonly text: string;
  /** The page itself. */
  readonly current?: boolean;
}

export interface PageOptions {
  readonly nav?: readonly NavLink[];
  /** What may run and load, where it is more than the house's own charts. */
  readonly policy?: string;
  /** Elements for the end of the head, and of the body. */
  readonly head?: string;
  readonly tail?: string;
}

/**
 * A page of the house: readable, printable, light and dark, with the keyboard alone. Its policy lets it ask nothing of a
 * network, and run no script but those of the house's own charts.
 */
export function page(title: string, main: string, options: PageOptions = {}): string {
  const links = (options.nav ?? []).map(
    ({ href, text, current }) =>
      `<li><a href="${escapeHtml(href)}"${current ? ' aria-current="page"' : ""}>${escapeHtml(text)}</a></li>`,
  );
  const nav = links.length === 0 ? "" : `<nav aria-label="Pages"><ul>${links.join("")}</ul></nav>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(options.policy ?? pagePolicy(main))}">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${fontFaces()}${STYLE}</style>${options.head ?? ""}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
${nav}<main id="main" tabindex="-1">
${main}
</main>
${options.tail ?? ""}</body>
</html>
`;
}

// Code is wrapped and not scrolled: nothing is out of sight on a phone or on paper, and no tab stop is needed for it. A
// picture that was saved wide is scrolled on a phone: shrunk to its width, no word of it could be read.
const STYLE = `
:root { color-scheme: light dark; --ink: #1c2127; --paper: #fff; --quiet: #57606a; --line: #d0d7de; --code: #f6f8fa; --link: #0b57d0; --blue: #1b4aa5; --orange: #e0660b; --plum: #66124f }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #14181d; --quiet: #a3adb8; --line: #39424c; --code: #1d232a; --link: #8ab4f8; --blue: #5aaaff; --orange: #ff9f1a; --plum: #b07fa6 } }
* { box-sizing: border-box }
body { font: 1rem/1.6 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 56rem; overflow-wrap: break-word }
main:focus { outline: none } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -100vw } .skip:focus { position: static }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 0 0 1.5rem } nav a { display: inline-block; padding: .25rem 0 } nav [aria-current] { color: inherit; font-weight: 600; text-decoration: none }
a { color: var(--link) } h1 { line-height: 1.2; margin-top: 0 } h2 { margin-top: 2.5rem; line-height: 1.3 } h3 { line-height: 1.35 }
p, li { max-width: 44rem }
.gallery { list-style: none; padding: 0; display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)) } .gallery img { display: block; width: 100%; height: 11rem; object-fit: contain; object-position: left top; background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: .25rem; margin-bottom: .5rem }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; font-size: .8rem; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere }
.code > pre:not(:first-child) { background: none } .stderr { border-color: #b3261e }
table { border-collapse: collapse; margin: 1rem 0 } th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem; text-align: left; vertical-align: top } caption { text-align: left; color: var(--quiet) }
.number { text-align: right; font-variant-numeric: tabular-nums } .quiet, small { color: var(--quiet); opacity: 1 !important } .verdict, .number > span { white-space: nowrap }
img { max-width: 100%; height: auto } .output { margin: 1rem 0; overflow-x: auto } summary { padding: .25rem 0 }
.files { font-size: .875rem; margin: .5rem 0 1.5rem } .files a { display: inline-block; padding: .25rem 0; margin-right: .75rem }
.verdict { border-left: 4px solid var(--line) } .consistent { border-left-color: var(--blue) } .inconsistent { border-left-color: var(--orange) } .undecided { border-left-color: var(--plum) }
@media screen and (max-width: 40rem) {
  .picture img { max-width: none; width: 42rem }
  .trade-figures-cards, .trade-figures-cards :is(caption, tbody, tr, th, td) { display: block; text-align: left !important }
  .trade-figures-cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } .trade-figures-cards tr { border-bottom: 1px solid var(--line); padding: .75rem 0 } .trade-figures-cards :is(th, td) { border-bottom: 0; padding: .1rem 0 !important }
  .trade-figures-cards td:empty, .trade-figures-cards br { display: none } .trade-figures-cards td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet) } .trade-figures-cards small { display: inline; margin-left: .5em } .trade-figures-cards .verdict { padding-left: .6rem !important }
}
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; --code: #fff; --link: #000 }
  @page { margin: 18mm 16mm }
  body { max-width: none; padding: 0; font-size: 10pt } nav, .skip, .files { display: none } a { color: inherit }
  h1, h2, h3, summary, caption { break-after: avoid } [data-trade-figure], tr, li { break-inside: avoid } thead { display: table-header-group } .output { overflow: visible }
  details::details-content { content-visibility: visible; block-size: auto } summary { list-style: none }
}
`;
