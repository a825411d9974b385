import { toCsv } from "../../data/to-csv.js";
import { h, head, row, visible } from "./dom.js";
import type { Finding } from "./finding.js";
import { SIGNS } from "./findings.js";
import { TOLD_AT_ONCE } from "./protocol.js";
import { filled, type Language, WORDS } from "./words.js";

const REDRAW_MS = 200;

/** Every claim as a row, for reading and for other programs. */
export class ClaimTable {
  private language: Language = "en";
  private readonly rows: Finding[] = [];
  private readonly body = h("tbody", { role: "rowgroup" });
  private readonly head = h("thead", { role: "rowgroup" });
  private readonly wide = h("div", { class: "wide", tabindex: "0", role: "group" });
  private readonly cut = h("p", { class: "quiet small" });
  private waiting = false;
  /** What the table shows, in short: it is drawn again only where that is another. */
  private drawn = "";

  constructor(place: HTMLElement) {
    this.wide.append(h("table", { class: "cards", role: "table" }, this.head, this.body));
    place.append(this.wide, this.cut);
  }

  speak(language: Language): void {
    this.language = language;
    this.draw();
  }

  clear(): void {
    this.rows.length = 0;
    this.draw();
  }

  add(more: readonly Finding[]): void {
    for (const one of more) this.rows.push(one);
    if (this.waiting || more.length === 0) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.draw();
    }, REDRAW_MS);
  }

  asText(): string {
    const line = (cells: readonly string[]) => cells.map((one) => one.replace(/[\t\n\r]+/g, " ")).join("\t");
    return [line(COLUMNS), ...this.rows.map((one) => line(Object.values(cellsOf(one))))].join("\n");
  }

  asCsv(): string {
    return toCsv(this.rows.map(cellsOf), { columns: COLUMNS, forSpreadsheets: true });
  }

  /** Draws what came in last at once. */
  flush(): void {
    this.draw();
  }

  private draw(): void {
    const words = WORDS[this.language];
    this.head.replaceChildren(head(this.names));
    this.wide.setAttribute("aria-label", words.table);
    const shown = this.rows.slice(0, TOLD_AT_ONCE);
    // Rows are only added, with their words, and cleared before others come.
    const drawn = `${this.language} ${shown.length}`;
    if (drawn !== this.drawn) this.body.replaceChildren(...shown.map((one) => this.row(one)));
    this.drawn = drawn;
    this.cut.textContent =
      this.rows.length <= TOLD_AT_ONCE
        ? ""
        : filled(words.firstOf, { count: TOLD_AT_ONCE, total: this.rows.length });
  }

  private get names(): readonly string[] {
    const words = WORDS[this.language];
    const { printedColumn, computedColumn } = words;
    return [words.verdict, words.kind, words.claim, printedColumn, computedColumn, words.margin];
  }

  private row(one: Finding): HTMLElement {
    const { outcomes, kinds } = WORDS[this.language];
    const { value = "", range = "" } = one.computed ?? {};
    return row(
      this.names,
      h(
        "td",
        {},
        h("span", { class: `badge ${one.outcome}` }, `${SIGNS[one.outcome]} ${outcomes[one.outcome]}`),
      ),
      h("td", {}, kinds[one.kind] ?? one.kind),
      h("td", { class: "text" }, visible(one.text)),
      h("td", {}, visible(one.printed?.value ?? "")),
      h("td", { title: range }, visible(value)),
      h("td", {}, one.distance),
    );
  }
}

const COLUMNS = [
  "verdict",
  "kind",
  "start",
  "end",
  "text",
  "printed",
  "computed",
  "bounds",
  "margin",
  "finding",
];

function cellsOf(one: Finding): Record<string, string> {
  return {
    verdict: one.outcome,
    kind: one.kind,
    start: String(one.start),
    end: String(one.end),
    text: cleaned(one.text),
    printed: one.printed?.value ?? "",
    computed: one.computed?.value ?? "",
    bounds: one.computed?.range ?? "",
    margin: one.distance,
    finding: cleaned(one.says),
  };
}

// Half a character or a NUL of a text cannot be written as UTF-8.
const cleaned = (text: string) => text.replace(/\p{Surrogate}|\0/gu, "\u25a1");
