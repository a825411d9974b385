import { button, h, visible } from "./dom.js";
import { save } from "./files.js";
import type { Finding } from "./finding.js";
import { intervalPicture, type Row } from "./interval-picture.js";
import type { Ends, Outcome, ShownMore, ShownRepair } from "./protocol.js";
import { filled, type Language, rangeIn, WORDS } from "./words.js";

const ORDER: readonly Outcome[] = ["inconsistent", "undecided", "consistent", "computed"];
export const SIGNS: Readonly<Record<Outcome, string>> = {
  inconsistent: "✗",
  undecided: "?",
  consistent: "✓",
  computed: "=",
  read: "",
};
/** How many findings are made into elements at once: a text of a megabyte has thousands. */
const PAGE = 60;
const REDRAW_MS = 150;

interface Doing {
  readonly more: (id: number) => void;
  /** Asks for findings in words. */
  readonly told: (ids: readonly number[]) => void;
  readonly point: (start: number, end: number) => void;
  readonly repair: (repair: ShownRepair) => void;
}

/** The findings, the gravest first, a choice of verdicts above them. */
export class FindingList {
  private language: Language = "en";
  private all: Finding[] = [];
  /** Findings of one outcome, in the order of the text, as they come in. */
  private of = new Map<Outcome, Finding[]>();
  private readonly asked = new Set<number>();
  /** What the list shows, in short: it is drawn again only where that is another. */
  private drawn = "";
  private hidden = new Set<Outcome>();
  private readonly told = new Map<number, ShownMore>();
  private shown = PAGE;
  private waiting = false;
  private readonly list = h("ol", { class: "findings" });
  private readonly choice = h("fieldset", { class: "choice" });
  private readonly further = button("", "plain", () => {
    const next = this.shown;
    this.shown += PAGE;
    this.draw();
    (this.list.children[next] as HTMLElement | undefined)?.focus();
  });

  constructor(
    place: HTMLElement,
    private readonly doing: Doing,
  ) {
    place.append(this.choice, this.list, this.further);
    this.clear();
  }

  speak(language: Language): void {
    this.language = language;
    this.draw();
  }

  clear(): void {
    this.all = [];
    this.of = new Map();
    this.asked.clear();
    this.drawn = "";
    this.told.clear();
    this.shown = PAGE;
    this.draw();
  }

  add(more: readonly Finding[]): void {
    for (const one of more) {
      this.all.push(one);
      const alike = this.of.get(one.outcome);
      if (alike === undefined) this.of.set(one.outcome, [one]);
      else alike.push(one);
    }
    if (more.length > 0) this.later();
  }

  /** Findings were put into words. */
  fresh(): void {
    this.later();
  }

  /** Takes in what was found out about a finding. */
  fill(more: ShownMore): void {
    this.told.set(more.id, more);
    const item = document.getElementById(`f${more.id}`);
    const finding = this.all[more.id];
    if (item === null || finding === undefined) return;
    const open = item.querySelector("details")?.open ?? false;
    const focused = item.contains(document.activeElement);
    const made = this.item(finding, open);
    item.replaceWith(made);
    if (focused) made.querySelector("summary")?.focus();
  }

  /** Brings a finding into view, whatever is hidden. */
  open(id: number): void {
    const one = this.all[id];
    if (one === undefined) return;
    this.hidden.delete(one.outcome);
    this.shown = Math.max(this.shown, this.sorted().indexOf(one) + 1);
    this.draw();
    const element = document.getElementById(`f${id}`);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  }

  private get words() {
    return WORDS[this.language];
  }

  /** Draws what came in last at once. */
  flush(): void {
    this.draw();
  }

  // Drawn at most a few times a second while findings come in.
  private later(): void {
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.draw();
    }, REDRAW_MS);
  }

  /** The findings that are chosen, the gravest first. */
  private sorted(): Finding[] {
    return ORDER.filter((outcome) => !this.hidden.has(outcome)).flatMap(
      (outcome) => this.of.get(outcome) ?? [],
    );
  }

  private draw(): void {
    const opened = [...this.list.querySelectorAll("details[open]")].map((one) => one.closest("li")?.id);
    const focused = document.activeElement?.id ?? "";
    this.drawChoice();
    const sorted = this.sorted();
    const shown = sorted.slice(0, this.shown);
    const silent = shown.filter((one) => one.told === undefined).map(({ id }) => id);
    const asked = silent.filter((id) => !this.asked.has(id));
    for (const id of asked) this.asked.add(id);
    if (asked.length > 0) this.doing.told(asked);
    const drawn = `${this.language} ${silent.join()} ${shown.map(({ id }) => `${id}${this.told.has(id) ? "+" : ""}`).join()}`;
    if (drawn !== this.drawn)
      this.list.replaceChildren(...shown.map((one) => this.item(one, opened.includes(`f${one.id}`))));
    this.drawn = drawn;
    const left = sorted.length - this.shown;
    this.further.hidden = left <= 0;
    this.further.textContent = filled(this.words.more, { count: Math.max(0, Math.min(PAGE, left)) });
    if (/^(f\d|show-)/.test(focused)) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  private drawChoice(): void {
    const found = ORDER.filter((outcome) => this.of.has(outcome));
    const boxes = found.map((outcome) => {
      const count = this.of.get(outcome)?.length ?? 0;
      const box = h("input", {
        type: "checkbox",
        id: `show-${outcome}`,
        checked: !this.hidden.has(outcome),
      });
      box.addEventListener("change", () => {
        if (box.checked) this.hidden.delete(outcome);
        else this.hidden.add(outcome);
        this.draw();
      });
      const label = h(
        "span",
        { class: `badge ${outcome}` },
        `${SIGNS[outcome]} ${this.words.outcomes[outcome]}`,
      );
      return h("label", {}, box, label, ` ${count}`);
    });
    this.choice.replaceChildren(h("legend", {}, this.words.show), ...boxes);
    this.choice.hidden = found.length < 2;
  }

  private item(one: Finding, open: boolean): HTMLElement {
    const words = this.words;
    const told = this.told.get(one.id);
    const working = h("pre", { tabindex: "0", lang: "en" }, visible(told?.working ?? words.looking));
    const proof =
      told === undefined || told.proof === ""
        ? undefined
        : button(words.proof, "plain", () => save("proof.json", `${told.proof}\n`, "application/json"));
    const details = h("details", { open }, h("summary", {}, words.working), working, proof);
    details.addEventListener("toggle", () => {
      if (details.open && !this.told.has(one.id)) this.doing.more(one.id);
    });
    const places = one.figures.flatMap((figure) => [
      " ",
      button(visible(figure.text), "place", () => this.doing.point(figure.start, figure.end)),
    ]);
    const kind = words.kinds[one.kind] ?? one.kind;
    return h(
      "li",
      { id: `f${one.id}`, class: one.outcome, tabindex: "-1" },
      h(
        "p",
        { class: "head" },
        h("b", { class: `badge ${one.outcome}` }, `${SIGNS[one.outcome]} ${words.outcomes[one.outcome]}`),
        ` ${kind}`,
        one.distance !== "" &&
          h("span", { class: "quiet" }, ` · ${filled(words.marginOf, { margin: one.distance })}`),
      ),
      this.language === "zh" ? this.briefly(one) : undefined,
      h(
        "p",
        { lang: "en", class: this.language === "zh" ? "quiet small" : "" },
        visible(one.told === undefined ? words.looking : one.says),
      ),
      this.picture(one, told),
      h("p", { class: "small" }, words.inText, ...places),
      ...this.repairs(one, told),
      details,
    );
  }

  /** The finding in the language of the page, from its parts: the library's sentence is in English. */
  private briefly(one: Finding): HTMLElement | undefined {
    const said = (name: string, ends: Ends | undefined) =>
      ends === undefined
        ? []
        : [`${name} ${ends.value}${ends.range === "" ? "" : `，${rangeIn("zh", ends.range)}`}`];
    const name = one.pair === undefined ? this.words.computed : this.words.implied;
    const parts = [...said(name, one.computed), ...said(this.words.printed, one.printed)];
    return parts.length === 0 ? undefined : h("p", {}, `${visible(parts.join("；"))}。`);
  }

  private picture(one: Finding, told: ShownMore | undefined): HTMLElement | undefined {
    const { printed, computed } = one;
    if (computed === undefined) return undefined;
    const words = this.words;
    const row = (label: string, ends: Ends, kind: string): Row => ({
      label,
      from: ends.from,
      to: ends.to,
      class: kind,
      says: `${ends.value}${ends.range === "" ? "" : `, ${rangeIn(this.language, ends.range)}`}`,
    });
    if (printed !== undefined) {
      const rows = [row(words.printed, printed, "printed"), row(words.computed, computed, "computed")];
      return intervalPicture(rows, words.kinds[one.kind] ?? one.kind, "band");
    }
    if (told === undefined || told.rates.length === 0) return undefined;
    const rates = told.rates.map(
      (rate): Row => ({
        label: rate.name,
        from: rate.at,
        to: rate.at,
        class: rate.fits ? "fits" : "misses",
        says: `${rate.value} ${rate.fits ? words.fits : words.fitsNot}`,
      }),
    );
    return intervalPicture([row(words.implied, computed, "printed"), ...rates], words.publishedRates, "band");
  }

  private repairs(one: Finding, told: ShownMore | undefined): HTMLElement[] {
    if (one.outcome !== "inconsistent" || told === undefined) return [];
    const words = this.words;
    if (told.repairs.length === 0) return [h("p", { class: "small" }, words.noRepair)];
    const items = told.repairs.map((repair) => {
      const name = `${words.putIn}: ${visible(repair.to)}`;
      const put = button(words.putIn, "plain small", () => this.doing.repair(repair));
      put.setAttribute("aria-label", name);
      return h(
        "li",
        {},
        h("ins", {}, visible(repair.to)),
        words.insteadOf,
        h("span", { class: "quiet" }, visible(repair.text)),
        repair.holds ? " " : ` (${words.perhaps}) `,
        repair.breaks === undefined ? "" : `(${filled(words.breaks, { claim: visible(repair.breaks) })}) `,
        put,
      );
    });
    return [h("p", { class: "small" }, words.wouldHold), h("ul", { class: "repairs" }, ...items)];
  }
}
