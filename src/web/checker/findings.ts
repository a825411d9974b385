import { h, visible } from "./dom.js";
import { intervalPicture } from "./interval-picture.js";
import type { Outcome, ShownFinding, ShownRepair } from "./protocol.js";
import { filled, WORDS, type Words } from "./words.js";

const ORDER: readonly Outcome[] = ["inconsistent", "undecided", "consistent", "computed"];
const SIGNS: Readonly<Record<Outcome, string>> = {
  inconsistent: "✗",
  undecided: "?",
  consistent: "✓",
  computed: "=",
  read: "·",
};
/** How many findings are made into elements at once: a text of a megabyte has thousands. */
const PAGE = 100;

interface Doing {
  readonly more: (id: number) => void;
  readonly point: (start: number, end: number) => void;
  readonly repair: (repair: ShownRepair) => void;
}

/** The findings, the gravest first, a choice of verdicts above them. */
export class FindingList {
  private current: Words = WORDS.en;
  private all: ShownFinding[] = [];
  private readonly hidden = new Set<Outcome>(["computed"]);
  private readonly told = new Map<number, { working: string; repairs: readonly ShownRepair[] }>();
  private shown = PAGE;
  private waiting = false;
  private readonly list = h("ol", { class: "findings" });
  private readonly choice = h("fieldset", { class: "choice" });
  private readonly further = h("button", { type: "button", class: "plain" });

  constructor(
    place: HTMLElement,
    private readonly doing: Doing,
  ) {
    place.append(this.choice, this.list, this.further);
    this.further.addEventListener("click", () => {
      this.shown += PAGE;
      this.draw();
    });
    this.clear();
  }

  set words(words: Words) {
    this.current = words;
    this.draw();
  }

  clear(): void {
    this.all = [];
    this.told.clear();
    this.shown = PAGE;
    this.draw();
  }

  add(more: readonly ShownFinding[]): void {
    this.all.push(...more);
    if (this.waiting || more.length === 0) return;
    // Drawn at most a few times a second while findings come in.
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.draw();
    }, 150);
  }

  /** Brings a finding into view, whatever is hidden. */
  open(id: number): void {
    const one = this.all.find((finding) => finding.id === id);
    if (one === undefined) return;
    this.hidden.delete(one.outcome);
    this.shown = Math.max(this.shown, this.sorted().indexOf(one) + 1);
    this.draw();
    const element = document.getElementById(`f${id}`);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  }

  fill(id: number, working: string, repairs: readonly ShownRepair[]): void {
    this.told.set(id, { working, repairs });
    const place = document.querySelector(`#f${id} .more`);
    place?.replaceChildren(...this.more(id));
  }

  private sorted(): ShownFinding[] {
    return this.all
      .filter((one) => !this.hidden.has(one.outcome))
      .sort(
        (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || a.start - b.start || a.id - b.id,
      );
  }

  private draw(): void {
    const open = new Set([...this.list.querySelectorAll("details[open]")].map((one) => one.closest("li")?.id));
    const focused = document.activeElement?.closest("li")?.id;
    this.drawChoice();
    const sorted = this.sorted();
    this.list.replaceChildren(...sorted.slice(0, this.shown).map((one) => this.item(one, open.has(`f${one.id}`))));
    const left = sorted.length - this.shown;
    this.further.hidden = left <= 0;
    this.further.textContent = filled(this.current.more, { count: Math.min(PAGE, left) });
    if (focused !== undefined && focused !== "") document.getElementById(focused)?.focus({ preventScroll: true });
  }

  private drawChoice(): void {
    const boxes = ORDER.map((outcome) => {
      const count = this.all.filter((one) => one.outcome === outcome).length;
      const box = h("input", { type: "checkbox", id: `show-${outcome}`, checked: !this.hidden.has(outcome) });
      box.addEventListener("change", () => {
        if (box.checked) this.hidden.delete(outcome);
        else this.hidden.add(outcome);
        this.draw();
        document.getElementById(`show-${outcome}`)?.focus();
      });
      const label = `${SIGNS[outcome]} ${this.current.outcomes[outcome]} (${count})`;
      return h("label", { class: outcome }, box, label);
    });
    this.choice.replaceChildren(h("legend", {}, this.current.show), ...boxes);
    this.choice.hidden = this.all.length === 0;
  }

  private item(one: ShownFinding, open: boolean): HTMLElement {
    const words = this.current;
    const places = one.figures.map((figure) => {
      const link = h("button", { type: "button", class: "place" }, visible(figure.text));
      link.addEventListener("click", () => this.doing.point(figure.start, figure.end));
      return link;
    });
    const more = h("div", { class: "more" });
    const details = h("details", { open }, h("summary", {}, words.working), more);
    const look = () => {
      if (!details.open || more.childElementCount > 0) return;
      more.replaceChildren(...this.more(one.id));
      if (!this.told.has(one.id)) this.doing.more(one.id);
    };
    details.addEventListener("toggle", look);
    if (open) more.replaceChildren(...this.more(one.id));
    const { printed, computed } = one;
    const picture =
      printed === undefined || computed === undefined
        ? undefined
        : intervalPicture(printed, computed, {
            printed: words.printed,
            computed: words.computed,
            title: filled(words.draw, { printed: printed.text, computed: computed.text }),
          });
    return h(
      "li",
      { id: `f${one.id}`, class: one.outcome, tabindex: "-1" },
      h(
        "p",
        { class: "head" },
        h("b", { class: "verdict" }, `${SIGNS[one.outcome]} ${words.outcomes[one.outcome]}`),
        ` ${words.kinds[one.kind] ?? one.kind}`,
        one.distance === "" ? undefined : h("span", { class: "quiet" }, ` · ${one.distance}`),
      ),
      h("p", { lang: "en" }, visible(one.says)),
      picture as unknown as Node | undefined,
      h("p", { class: "small" }, `${words.inText}: `, ...places),
      details,
    );
  }

  private more(id: number): Node[] {
    const words = this.current;
    const told = this.told.get(id);
    if (told === undefined) return [h("p", { class: "quiet" }, words.looking)];
    const finding = this.all.find((one) => one.id === id);
    const repairs = told.repairs.map((repair) => {
      const button = h("button", { type: "button", class: "plain" }, words.putIn);
      button.addEventListener("click", () => this.doing.repair(repair));
      return h(
        "li",
        {},
        h("ins", {}, visible(repair.to)),
        " ← ",
        h("del", {}, visible(repair.from)),
        repair.holds ? " " : ` (${words.perhaps}) `,
        button,
      );
    });
    const list =
      repairs.length > 0
        ? [h("p", { class: "small" }, words.wouldHold), h("ul", { class: "repairs" }, ...repairs)]
        : finding?.outcome === "inconsistent"
          ? [h("p", { class: "small" }, words.noRepair)]
          : [];
    return [...list, h("pre", { tabindex: "0", lang: "en" }, visible(told.working))];
  }
}
