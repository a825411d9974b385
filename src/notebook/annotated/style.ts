import { SIGNS } from "./article.js";

/**
 * Each verdict has a sign, a kind of underline and a tint: none of them alone carries it. Notes are a sheet at the foot
 * of a narrow window, and stand at their figure where the browser can place them there.
 */
export const ANNOTATED_STYLE = `
:root { color-scheme: light dark; --ink: #1c2127; --paper: #fff; --quiet: #57606a; --line: #d0d7de; --code: #f6f8fa; --link: #0b57d0; --blue: #1b4aa5; --orange: #b34a00; --plum: #66124f; --grey: #57606a }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #14181d; --quiet: #a3adb8; --line: #39424c; --code: #1d232a; --link: #8ab4f8; --blue: #7ab8ff; --orange: #ffab47; --plum: #d9a3cd; --grey: #a3adb8 } }
* { box-sizing: border-box }
html { scroll-padding-block: 20vh }
body { font: 1rem/1.6 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 72rem; overflow-wrap: break-word }
h1 { line-height: 1.2; margin: 0 0 .5rem; font-size: 1.75rem } h2 { line-height: 1.3; margin: 0; font-size: 1.3rem; overflow-wrap: anywhere } h3 { margin: 0 0 .75rem; font-size: 1.05rem }
a { color: var(--link) } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
.quiet { color: var(--quiet) } .small { font-size: .875rem } .lead { max-width: 44rem; margin: 0 0 .75rem } .key { max-width: 44rem; font-size: .875rem; margin: 0 0 1.5rem }
article { border-top: 1px solid var(--line); padding-top: 1.5rem; margin-top: 2.5rem } article > header .quiet { margin: .25rem 0 }
.prose { font-size: 1.0625rem; line-height: 1.85; max-width: 40rem } .prose p { margin: 0 0 1.1em } .prose .heading { font-weight: 650; font-size: 1.15em; margin-bottom: .6em }
mark { --tone: var(--grey); color: inherit; background: color-mix(in srgb, var(--tone) 9%, transparent); border-radius: 3px; padding: .1em .15em; text-decoration: underline 1px dotted var(--tone); text-underline-offset: .22em; text-decoration-skip-ink: none; -webkit-box-decoration-break: clone; box-decoration-break: clone }
.consistent { --tone: var(--blue) } .inconsistent { --tone: var(--orange) } .undecided { --tone: var(--plum) } .computed, .read { --tone: var(--grey) }
mark.consistent { text-decoration: underline 2px solid var(--tone) } mark.inconsistent { text-decoration: underline 2px wavy var(--tone); background: color-mix(in srgb, var(--tone) 18%, transparent) } mark.undecided { text-decoration: underline 2px dashed var(--tone) } mark.computed { text-decoration: underline 1.5px double var(--tone) }
mark.words { background: none; padding-inline: 0 } .prose mark { cursor: help } .prose mark:is(:hover, :focus, :target) { background: color-mix(in srgb, var(--tone) 26%, transparent) }
sup { font-size: .7rem; line-height: 0; font-weight: 600; margin-left: .1em } .sign { color: var(--tone, var(--link)); text-decoration: none; padding: .3em .1em } .sign:hover { text-decoration: underline }
.unread { text-decoration: underline 1px dotted var(--grey); text-underline-offset: .22em }
.note { display: none; position: fixed; z-index: 2; inset: auto .5rem .5rem; max-height: 45vh; overflow-y: auto; text-decoration: none; cursor: auto; font: .9rem/1.45 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-top: 4px solid var(--tone); border-radius: 8px; padding: .6rem .8rem; box-shadow: 0 6px 24px rgb(0 0 0 / .22); overflow-wrap: break-word }
.note > * { display: block; font-style: normal } .note > * + * { margin-top: .45rem } .note > i { color: var(--quiet) }
mark:is(:hover, :focus) > .note { display: block } .prose:has(mark:hover) mark:focus:not(:hover) > .note { display: none }
@media (min-width: 48rem) { @supports (position-area: bottom) { .prose mark:is(:hover, :focus) { anchor-name: --here; anchor-scope: --here } .note { position-anchor: --here; position-area: bottom span-right; position-try-fallbacks: flip-inline, flip-block, flip-block flip-inline; inset: auto; width: max-content; max-width: 26rem } } }
.badge { color: var(--tone); font-weight: 600; white-space: nowrap }
${Object.entries(SIGNS)
  // The second form is silent to a screen reader, which has the word; a browser that does not know it takes the first.
  .map(([outcome, sign]) => `.badge.${outcome}::before { content: "${sign} "; content: "${sign} " / "" }`)
  .join("\n")}
.tally { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: .75rem 0 0 } .tally li { border: 1px solid var(--line); border-radius: 99px; padding: .1rem .75rem; font-size: .9rem }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; margin-top: 1.25rem }
.findings ol { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem } .findings ol > li { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; padding: .6rem .8rem; font-size: .9375rem; line-height: 1.5 } .findings ol > li:target { background: color-mix(in srgb, var(--tone) 12%, transparent); border-color: var(--tone) }
.findings li p { margin: 0 0 .35rem } .head .quiet { font-size: .875rem } .findings ol > li .head::before { content: attr(data-number) " "; color: var(--quiet) }
.repairs { margin: 0 0 .35rem; padding-left: 1.1rem } .repairs del { color: var(--quiet) } .repairs ins { font-weight: 600; text-decoration: none; border-bottom: 2px solid var(--blue) }
details summary { cursor: pointer; padding: .25rem 0; color: var(--link); font-size: .875rem } .notread { margin-top: 1rem } .notread ul { margin: 0; padding-left: 1.1rem; font-size: .875rem; color: var(--quiet) }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .75rem; font-size: .8rem; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; margin: .25rem 0 }
.pages { padding-left: 1.25rem } .pages li { margin: .35rem 0 }
@media (min-width: 64rem) { .columns { grid-template-columns: minmax(0, 1fr) 24rem; gap: 3rem } }
@media (forced-colors: active) { mark, .badge, .findings ol > li { forced-color-adjust: auto } mark { background: Mark; color: MarkText } }
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; --link: #000; --blue: #1b4aa5; --orange: #b34a00; --plum: #66124f }
  @page { margin: 18mm 16mm }
  body { max-width: none; padding: 0; font-size: 10pt } .key, .note { display: none !important } a { color: inherit; text-decoration: none }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact } .columns { display: block } .findings { margin-top: 1rem } .findings ol { display: block } .findings ol > li { break-inside: avoid; margin-bottom: .5rem } h2, h3 { break-after: avoid }
  details::details-content { content-visibility: visible; block-size: auto } summary { list-style: none }
}
`;
