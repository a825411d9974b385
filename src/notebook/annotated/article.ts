import type { TextFinding } from "../../check/finding.js";
import { caveatOf } from "../../check/repair/repair.js";
import { escapeHtml } from "../../figure/display.js";
import type { Figure } from "../../figure/figure.js";
import type { Outcome } from "../../statement/statement.js";
import type { Basis, Mention, Reading, Unread } from "../../text/reading.js";
import { type Mark, marksOf } from "./marks.js";
import { type Paragraph, paragraphsOf, withBreaks } from "./text.js";

export interface ArticleOptions {
  /** What the text is called, as its heading. */
  readonly name: string;
  /** Begins every id, where several articles share a page: letters and digits. */
  readonly id: string;
  /** The day of publication, where it is known. */
  readonly publishedOn?: string;
}

export const SIGNS: Readonly<Record<Outcome, string>> = {
  consistent: "✓",
  inconsistent: "✗",
  undecided: "?",
  computed: "=",
};

/** A text with each figure marked, and beside it a list of what was found; each points to the other. */
export function annotatedArticle(
  reading: Reading,
  findings: readonly TextFinding[],
  options: ArticleOptions,
): string {
  const { id, name, publishedOn } = options;
  const marks = marksOf(reading, findings);
  const places = new Map<number, Mark[]>();
  for (const mark of marks) {
    for (const number of mark.findings) places.set(number, [...(places.get(number) ?? []), mark]);
  }
  const day = publishedOn === undefined ? "" : ` · published ${escapeHtml(publishedOn)}`;
  const checked = findings.some((one) => one.outcome !== undefined);
  return `<article aria-labelledby="${id}">
<header><h2 id="${id}">${escapeHtml(name)}</h2>
<p class="quiet">${plural(marks.length, "place")} marked, ${plural(findings.length, checked ? "claim" : "relation")}${day}</p>${tallied(findings)}</header>
<div class="columns">
<div class="prose">
${prose(reading, marks, findings, id)}
</div>
<section class="findings" aria-labelledby="${id}found ${id}"><h3 id="${id}found">${checked ? "Findings" : "What the figures say"}</h3>
${findings.length === 0 ? `<p class="quiet">No two figures of this text say something of each other that was read.</p>` : `<ol>\n${findings.map((one, i) => findingItem(one, i + 1, places.get(i + 1) ?? [], id)).join("\n")}\n</ol>`}
${notRead(reading.unread)}</section>
</div>
</article>`;
}

function tallied(findings: readonly TextFinding[]): string {
  const items = (["inconsistent", "undecided", "consistent", "computed"] as const).flatMap((outcome) => {
    const count = findings.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [`<li>${badge(outcome, `${count} ${outcome}`)}</li>`];
  });
  return items.length === 0 ? "" : `\n<ul class="tally" aria-label="Verdicts">${items.join("")}</ul>`;
}

function badge(outcome: Outcome, text: string): string {
  return `<b class="badge ${outcome}">${text}</b>`;
}

/** The text, paragraph by paragraph; marks in it, and what was not read underlined. */
function prose(
  reading: Reading,
  marks: readonly Mark[],
  findings: readonly TextFinding[],
  id: string,
): string {
  const pieces: { start: number; end: number; html: (inner: string) => string }[] = [
    ...marks.map((mark) => ({
      start: mark.start,
      end: mark.end,
      html: (inner: string) => marked(mark, inner, findings, id),
    })),
    ...reading.unread.map((one) => ({
      start: one.start,
      end: one.end,
      html: (inner: string) => `<span class="unread">${inner}</span>`,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  return paragraphsOf(reading.text)
    .map(({ start, end }: Paragraph) => {
      let html = "";
      let at = start;
      let line = start;
      // The last break is remembered: looked for from every piece anew, it takes one long line as often as it has pieces.
      const taken = (to: number) => {
        const piece = reading.text.slice(at, to);
        const end = piece.lastIndexOf("\n");
        if (end !== -1) line = at + end + 1;
        at = to;
        return piece;
      };
      const plain = (to: number) => {
        const before = at - line;
        html += withBreaks(taken(to), before, escapeHtml);
      };
      for (; next < pieces.length && (pieces[next]?.start ?? end) < end; next++) {
        const piece = pieces[next] as (typeof pieces)[number];
        // One that overlaps the one before, or goes on in the next paragraph, is told in the list alone.
        if (piece.start < at || piece.end > end) continue;
        plain(piece.start);
        html += piece.html(escapeHtml(taken(piece.end)));
      }
      plain(end);
      const heading = /^#{1,6} [^\n]*$/.test(reading.text.slice(start, end));
      return `<p${heading ? ' class="heading"' : ""}>${html}</p>`;
    })
    .join("\n");
}

function marked(mark: Mark, inner: string, findings: readonly TextFinding[], id: string): string {
  const note = `${id}n${mark.number}`;
  const found = mark.findings.map((number) => {
    const one = findings[number - 1] as TextFinding;
    const head =
      one.outcome === undefined ? `<b>${escapeHtml(one.kind)}</b>` : `${badge(one.outcome, one.outcome)}`;
    return `<span>${head} ${escapeHtml(one.says)}</span>`;
  });
  const read = mark.mentions.map((one) => `<i>${escapeHtml(described(one))}</i>`);
  const links = mark.findings.map((number) => {
    const { outcome } = findings[number - 1] as TextFinding;
    const label = `Finding ${number}${outcome === undefined ? "" : `: ${outcome}`}`;
    return `<a class="sign ${outcome ?? ""}" href="#${id}f${number}" aria-label="${label}">${outcome === undefined ? "" : SIGNS[outcome]}${number}</a>`;
  });
  const kind = mark.mentions[0]?.kind;
  const quiet = kind === "period" || kind === "comparison" || kind === "record" ? "words" : undefined;
  const looks = [mark.outcome, quiet].filter((one) => one !== undefined).join(" ");
  // A page has more marks than anything else: what says nothing more is left out of them.
  const target = mark.findings.length === 0 ? "" : ` id="${id}m${mark.number}"`;
  return `<mark${target}${looks === "" ? "" : ` class="${looks}"`} tabindex="0" aria-describedby="${note}">${inner}<span class="note" id="${note}">${[...found, ...read].join("")}</span></mark>${links.length === 0 ? "" : `<sup>${links.join(" ")}</sup>`}`;
}

const BASIS: Readonly<Record<Basis, string>> = {
  yoy: ": year on year",
  qoq: ": quarter on quarter",
  mom: ": month on month",
  wow: ": week on week",
  dod: ": day on day",
  ytd: ": since the start of the year",
  "multi-year": ": over several years",
  unsaid: ": comparison, basis not stated",
};

/** What was read of a mention, in one line. */
export function described(mention: Mention): string {
  if (mention.kind === "period") {
    const { period } = mention;
    return period === undefined ? "period, not placed in time" : `period ${period.start} to ${period.end}`;
  }
  if (mention.kind === "comparison") return `comparison${BASIS[mention.basis]}`;
  if (mention.kind === "record") {
    return `record: the ${mention.direction}${mention.since === undefined ? "" : ` since ${mention.since.text}`}`;
  }
  const { figure, to } = mention;
  const unit = mention.kind === "count" && mention.of !== undefined ? ` ${mention.of}` : "";
  // What is counted stands at the value, before its range: "4,000 vehicles, between 3,000 and 5,000".
  const text = (one: Figure) =>
    one.show().replace(/^.*?(?=, (?:between|above|below|at|any) |$)/, `$&${unit}`);
  const both = to === undefined ? text(figure) : `from ${text(figure)}, to ${text(to)}`;
  const tail = [
    mention.hedge && `hedge “${mention.hedge.text}”`,
    mention.per && `per ${mention.per}`,
    mention.role,
    mention.implicit && "the currency stands at another amount",
    // Billions and zeros are noted at so many figures that it would hide whose dollars are meant.
    ...figure.notes
      .filter((note) => note.about !== "trailing-zeros" && note.about !== "scale")
      .map((note) => note.says),
  ].filter((one) => one !== undefined);
  return `${mention.kind.replace("-", " ")}: ${both}${tail.map((one) => ` · ${one}`).join("")}`;
}

function findingItem(one: TextFinding, number: number, marks: readonly Mark[], id: string): string {
  const links = marks.map((mark) => `<a href="#${id}m${mark.number}">${escapeHtml(mark.text)}</a>`);
  const verdict = one.outcome === undefined ? "" : `${badge(one.outcome, one.outcome)} `;
  const distance = one.distance ? `<span class="quiet">margin ${escapeHtml(one.distance)}</span>` : "";
  const repairs = (one.repairs ?? []).map(
    (repair) =>
      `<li><ins>${escapeHtml(repair.to)}</ins> for <del>${escapeHtml(repair.from)}</del>${repair.verdict === "consistent" ? "" : ", perhaps"}${escapeHtml(caveatOf(repair))}</li>`,
  );
  return `<li id="${id}f${number}" class="${one.outcome ?? "read"}">
<p class="head" data-number="${number}">${verdict}<b>${escapeHtml(one.kind)}</b> ${distance}</p>
<p>${escapeHtml(one.says)}</p>${repairs.length === 0 ? "" : `\n<p class="small">It would hold with</p><ul class="repairs">${repairs.join("")}</ul>`}
<p class="small">In the text: ${links.join(" · ")}</p>
${one.working ? `<details><summary>Working</summary><pre tabindex="0">${escapeHtml(one.working)}</pre></details>` : ""}</li>`;
}

function notRead(unread: readonly Unread[]): string {
  if (unread.length === 0) return "";
  const items = [...grouped(unread)].map(
    ([why, all]) =>
      `<li>${escapeHtml(why)}: ${all
        .slice(0, 20)
        .map((one) => `“${escapeHtml(one.text.slice(0, 60))}”`)
        .join(", ")}${all.length > 20 ? ` and ${all.length - 20} more` : ""}</li>`,
  );
  return `<details class="notread"><summary>${unread.length} seen and not read</summary><ul>${items.join("")}</ul></details>\n`;
}

function grouped(unread: readonly Unread[]): Map<string, Unread[]> {
  const groups = new Map<string, Unread[]>();
  for (const one of unread) {
    const group = groups.get(one.why);
    if (group === undefined) groups.set(one.why, [one]);
    else group.push(one);
  }
  return groups;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
