import { escapeHtml } from "../../../figure/display.js";
import { LEAD, PAGE_END, pageStart } from "../../../notebook/annotated/page.js";
import type { Outcome, Settings } from "../types.js";

/** A document in the list of pages. */
export interface IndexRow {
  readonly name: string;
  file?: string;
  /** Whether there is something to see of it. */
  readonly seen: boolean;
  readonly failure?: string;
  readonly counts: readonly number[];
}

export const MOST_ROWS = 20_000;

const HEADS = {
  check: ["inconsistent", "undecided", "consistent", "computed only", "figures"],
  read: ["relations", "figures"],
} as const;

export function rowOf(outcome: Outcome, mode: Settings["mode"]): IndexRow {
  const { name } = outcome;
  if (!outcome.ok) return { name, seen: false, failure: outcome.message, counts: [] };
  const { inconsistent, undecided, consistent, computed, relations, mentions } = outcome.counts;
  const counts =
    mode === "check" ? [inconsistent, undecided, consistent, computed, mentions] : [relations, mentions];
  return { name, seen: mode === "check" ? relations > 0 : mentions > 0, counts };
}

/** The list of all documents: what does not agree first, what could not be read next; filtered without a network. */
export function indexPage(rows: readonly IndexRow[], beyond: number, mode: Settings["mode"]): string {
  const sorted = rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => gravity(b.row) - gravity(a.row) || more(b.row, a.row) || a.at - b.at)
    .map(({ row }) => row);
  const heads = HEADS[mode];
  const sums = heads.map((_, i) => rows.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0));
  const head = heads.map((text) => `<th scope="col" class="number">${text}</th>`).join("");
  const foot = sums.map((sum) => `<td class="number">${sum.toLocaleString("en")}</td>`).join("");
  const rest = beyond === 0 ? "" : `<p class="quiet">${beyond} more documents are not in this list.</p>`;
  return `${pageStart("Texts, read for their figures", LEAD, "", { style: STYLE, script: SCRIPT })}${filters(mode)}
<div class="scroll" tabindex="0" role="region" aria-label="Documents">
<table class="index"><thead><tr><th scope="col">Document</th>${head}</tr></thead>
<tbody>
${sorted.map((row) => tableRow(row, heads)).join("\n")}
</tbody>
<tfoot><tr><th scope="row">${rows.length.toLocaleString("en")} ${rows.length === 1 ? "document" : "documents"}</th>${foot}</tr></tfoot></table>
</div>
${rest}${PAGE_END}`;
}

/** Contradictions before what could not be read, before what is not decided, before the rest. */
function gravity({ counts, failure }: IndexRow): number {
  if (failure !== undefined) return 2;
  return counts.length > 2 ? ((counts[0] ?? 0) > 0 ? 3 : (counts[1] ?? 0) > 0 ? 1 : 0) : 0;
}

function more({ counts: a }: IndexRow, { counts: b }: IndexRow): number {
  for (const [i, count] of a.entries()) if (count !== (b[i] ?? 0)) return count - (b[i] ?? 0);
  return 0;
}

function tableRow(row: IndexRow, heads: readonly string[]): string {
  const { name, file, failure, counts } = row;
  const kind = ["settled", "undecided", "failed", "wrong"][gravity(row)] as string;
  const text = escapeHtml(name);
  const label = file === undefined ? text : `<a href="${escapeHtml(encodeURIComponent(file))}">${text}</a>`;
  const cells =
    failure === undefined
      ? counts.map(
          (count) => `<td class="number${count === 0 ? " none" : ""}">${count.toLocaleString("en")}</td>`,
        )
      : [`<td colspan="${heads.length}">could not be read: ${escapeHtml(failure)}</td>`];
  return `<tr class="${kind}"><th scope="row">${label}</th>${cells.join("")}</tr>`;
}

function filters(mode: Settings["mode"]): string {
  if (mode === "read") return `<form class="filters" hidden>${SEARCH}</form>`;
  const kinds = [
    ["all", "All"],
    ["wrong", "Inconsistent"],
    ["undecided", "Undecided"],
    ["failed", "Not read"],
  ] as const;
  const buttons = kinds.map(
    ([value, text], i) =>
      `<label><input type="radio" name="kind" value="${value}"${i === 0 ? " checked" : ""}> ${text}</label>`,
  );
  return `<form class="filters" hidden><fieldset><legend>Show</legend>${buttons.join(" ")}</fieldset>${SEARCH}</form>`;
}

const SEARCH = `<label class="search">Name <input type="search" name="name" autocomplete="off"></label> <output class="quiet"></output>`;

/** Filters the rows; without it the list is whole and sorted. */
const SCRIPT = `
const form = document.querySelector(".filters");
const rows = [...document.querySelectorAll("tbody tr")];
const names = rows.map((row) => row.firstElementChild.textContent.toLowerCase());
const show = () => {
  const data = new FormData(form);
  const [kind, name] = [data.get("kind") ?? "all", String(data.get("name") ?? "").toLowerCase()];
  let count = 0;
  rows.forEach((row, i) => {
    const shown = (kind === "all" || row.classList.contains(kind)) && names[i].includes(name);
    row.hidden = !shown;
    if (shown) count++;
  });
  form.querySelector("output").textContent = count + " of " + rows.length + " shown";
};
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
show();
`;

const STYLE = `
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; margin: 1rem 0 } .filters[hidden] { display: none }
.filters fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center } .filters legend { float: left; padding: 0; font-weight: 600 }
.filters label { display: inline-flex; align-items: center; gap: .35rem; min-height: 2rem } .filters input[type="search"] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .2rem .5rem; width: 14rem; max-width: 60vw }
.scroll { overflow-x: auto }
.index { border-collapse: collapse; width: 100%; font-size: .9375rem } .index :is(th, td) { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400 }
.index thead th { font-weight: 600; white-space: nowrap } .index tfoot :is(th, td) { font-weight: 600; border-bottom: 0; border-top: 2px solid var(--line) } .index tbody th { overflow-wrap: anywhere; min-width: 12rem }
.index .number { text-align: right; font-variant-numeric: tabular-nums } .index td.none { color: var(--quiet) }
.index tr.wrong > :first-child { border-left: 4px solid var(--orange) } .index tr.undecided > :first-child { border-left: 4px solid var(--plum) } .index tr.failed > :first-child { border-left: 4px solid var(--grey) } .index tr[hidden] { display: none }
.index tr.wrong td:nth-of-type(1) { color: var(--orange); font-weight: 600 }
`;
