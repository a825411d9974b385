import { toCsv } from "../../data/to-csv.js";
import { h, visible } from "./dom.js";
import type { ShownFinding } from "./protocol.js";
import { WORDS, type Words } from "./words.js";

const MOST = 500;

/** Every claim as a row, for reading and for other programs. */
export class ClaimTable {
  private current: Words = WORDS.en;
  private readonly rows: ShownFinding[] = [];
  private readonly body = h("tbody");
  private readonly head = h("thead");

  constructor(place: HTMLElement) {
    place.append(h("div", { class: "wide", tabindex: "0", role: "region" }, h("table", {}, this.head, this.body)));
    this.words = this.current;
  }

  set words(words: Words) {
    this.current = words;
    const names = [words.verdict, words.kind, words.claim, words.printed, words.computed, words.margin];
    this.head.replaceChildren(h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name))));
    this.body.closest("[role=region]")?.setAttribute("aria-label", words.table);
    this.body.replaceChildren(...this.rows.slice(0, MOST).map((one) => this.row(one)));
  }

  clear(): void {
    this.rows.length = 0;
    this.body.replaceChildren();
  }

  add(more: readonly ShownFinding[]): void {
    for (const one of more) {
      this.rows.push(one);
      if (this.rows.length <= MOST) this.body.append(this.row(one));
    }
  }

  asText(): string {
    const line = (cells: readonly string[]) => cells.map((one) => one.replace(/[\t\n\r]+/g, " ")).join("\t");
    return [line(COLUMNS), ...this.rows.map((one) => line(Object.values(cells(one))))].join("\n");
  }

  asCsv(): string {
    return toCsv(this.rows.map(cells), { columns: COLUMNS, forSpreadsheets: true });
  }

  private row(one: ShownFinding): HTMLElement {
    const { outcomes, kinds } = this.current;
    return h(
      "tr",
      { class: one.outcome },
      h("td", {}, outcomes[one.outcome]),
      h("td", {}, kinds[one.kind] ?? one.kind),
      h("td", {}, visible(one.text)),
      h("td", {}, visible(one.printed?.text ?? "")),
      h("td", {}, visible(one.computed?.text ?? "")),
      h("td", {}, one.distance),
    );
  }
}

const COLUMNS = ["verdict", "kind", "start", "end", "text", "printed", "computed", "margin", "finding"];

function cells(one: ShownFinding): Record<string, string> {
  return {
    verdict: one.outcome,
    kind: one.kind,
    start: String(one.start),
    end: String(one.end),
    text: cleaned(one.text),
    printed: one.printed?.text ?? "",
    computed: one.computed?.text ?? "",
    margin: one.distance,
    finding: cleaned(one.says),
  };
}

// Half a character or a NUL of a text cannot be written as UTF-8.
const cleaned = (text: string) => text.toWellFormed().replaceAll("\0", "\u25a1");
