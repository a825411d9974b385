import { h, visible } from "./dom.js";
import { gravest } from "./gravity.js";
import { paragraphsOf } from "./paragraphs.js";
import type { Outcome, ShownMark, ShownValue, ToldOf, Unread } from "./protocol.js";
import { type Language, rangeIn, WORDS } from "./words.js";

/** A stretch of the text, and the element that shows it; which state of what is known it shows. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly element: HTMLElement;
  drawn: number;
}

/** So many paragraphs are one part of the page: the browser lays out and watches those near the window, a part at a time. */
const PART = 16;

export interface Marked extends ShownMark {
  /** Undefined until it is asked for. */
  value?: ShownValue;
  outcome: Outcome;
  finding?: number;
}

/** Mentions that are no figures. */
const WORDS_ONLY = ["period", "comparison", "record"];
const REDRAW_MS = 120;

/** The text with its figures marked. Paragraphs are drawn as they come near the window. */
export class Prose {
  private language: Language = "en";
  private text = "";
  private paragraphs: Paragraph[] = [];
  private marks: Marked[] = [];
  private gaps: readonly Unread[] = [];
  private readonly seen: IntersectionObserver;
  private readonly near = new Set<Element>();
  private readonly of = new Map<Element, readonly Paragraph[]>();
  /** Counts what came in: a paragraph that was drawn before it is stale. */
  private known = 0;
  private waiting = false;
  /** The one mark that Tab reaches; arrow keys move on from it. */
  private stop = 0;

  constructor(
    private readonly place: HTMLElement,
    private readonly note: HTMLElement,
    private readonly asks: {
      readonly open: (id: number) => void;
      /** Asks for the values of marks, which come in later. */
      readonly values: (from: number, to: number) => void;
    },
  ) {
    this.seen = new IntersectionObserver((entries) => this.moved(entries), { rootMargin: "1500px 0px" });
    place.addEventListener("pointerover", ({ target }) => this.tell(target));
    place.addEventListener("pointerout", () => this.tell(document.activeElement));
    place.addEventListener("focusin", ({ target }) => this.tell(target));
    place.addEventListener("focusout", () => this.hush());
    place.addEventListener("click", ({ target }) => this.chosen(target));
    place.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.hush());
    document.addEventListener("scroll", () => this.hush(), { passive: true });
  }

  speak(language: Language): void {
    this.language = language;
    this.hush();
  }

  show(text: string): void {
    this.text = text;
    this.marks = [];
    this.gaps = [];
    this.stop = 0;
    this.seen.disconnect();
    this.near.clear();
    this.of.clear();
    this.paragraphs = paragraphsOf(text).map(({ start, end }) => ({
      start,
      end,
      element: h("p", {}, visible(text.slice(start, end))),
      drawn: 0,
    }));
    this.known = 0;
    for (let at = 0; at < this.paragraphs.length; at += PART) {
      const some = this.paragraphs.slice(at, at + PART);
      this.of.set(h("div", { class: "part" }, ...some.map((one) => one.element)), some);
    }
    this.place.replaceChildren(...this.of.keys());
    for (const part of this.of.keys()) this.seen.observe(part);
  }

  /** Marks come in the order of the text. */
  mark(marks: readonly ShownMark[]): void {
    for (const one of marks) this.marks.push({ ...one, outcome: "read" });
    this.later();
  }

  /** Takes in values that were asked for. */
  value(from: number, values: readonly ShownValue[]): void {
    for (const [i, value] of values.entries()) {
      const mark = this.marks[from + i];
      if (mark === undefined) continue;
      mark.value = value;
      const element = this.place.querySelector(`[data-at="${from + i}"]`);
      if (element === null) continue;
      element.setAttribute("aria-label", this.said(mark));
      if (element === document.activeElement) this.tell(element);
    }
  }

  /** The first figures of the text, with their values where they are known; those that are not are asked for. */
  figures(most: number): { readonly shown: readonly Marked[]; readonly total: number } {
    const all = this.marks.filter((one) => !WORDS_ONLY.includes(one.kind));
    const shown = all.slice(0, most);
    const last = shown.at(-1);
    if (last !== undefined) this.askFor(0, this.marks.indexOf(last) + 1);
    return { shown, total: all.length };
  }

  unread(gaps: readonly Unread[]): void {
    this.gaps = [...gaps].sort((a, b) => a.start - b.start);
    this.later();
  }

  find(findings: readonly ToldOf[]): void {
    for (const one of findings) {
      for (const { start, end } of one.figures) {
        for (let i = first(this.marks, start); i < this.marks.length; i++) {
          const mark = this.marks[i] as Marked;
          if (mark.start > start) break;
          if (mark.end !== end || gravest(one.outcome, mark.outcome) === mark.outcome) continue;
          mark.outcome = one.outcome;
          mark.finding = one.id;
        }
      }
    }
    if (findings.length > 0) this.later();
  }

  /** Shows a stretch of the text. */
  point(start: number, end: number): void {
    const paragraph = this.paragraphs.find((one) => one.start <= start && end <= one.end);
    if (paragraph === undefined) return;
    this.draw(paragraph);
    const mark = paragraph.element.querySelector<HTMLElement>(`[data-at="${first(this.marks, start)}"]`);
    (mark ?? paragraph.element).scrollIntoView({ block: "center" });
    if (mark) this.focus(mark);
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.near.add(target);
        this.drawPart(target);
      } else this.near.delete(target);
    }
  }

  private drawPart(part: Element): void {
    for (const one of this.of.get(part) ?? []) if (one.drawn !== this.known) this.draw(one);
  }

  private later(): void {
    this.known++;
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      for (const part of this.near) this.drawPart(part);
    }, REDRAW_MS);
  }

  private draw(paragraph: Paragraph): void {
    paragraph.drawn = this.known;
    const { start, end, element } = paragraph;
    const focused = (document.activeElement as HTMLElement | null)?.dataset["at"];
    const pieces: Node[] = [];
    let at = start;
    for (let i = first(this.marks, start); i < this.marks.length; i++) {
      const mark = this.marks[i] as Marked;
      if (mark.start >= end) break;
      if (mark.start < at || mark.end > end) continue;
      pieces.push(...this.plain(at, mark.start), this.marked(mark, i));
      at = mark.end;
    }
    pieces.push(...this.plain(at, end));
    element.replaceChildren(...pieces);
    this.askFor(first(this.marks, start), first(this.marks, end));
    if (focused !== undefined) element.querySelector<HTMLElement>(`[data-at="${focused}"]`)?.focus();
  }

  private askFor(from: number, to: number): void {
    if (this.marks.slice(from, to).some((one) => one.value === undefined)) this.asks.values(from, to);
  }

  private plain(from: number, to: number): Node[] {
    const pieces: Node[] = [];
    let at = from;
    for (let i = first(this.gaps, from); i < this.gaps.length; i++) {
      const gap = this.gaps[i] as Unread;
      if (gap.start >= to) break;
      if (gap.start < at || gap.end > to) continue;
      pieces.push(document.createTextNode(visible(this.text.slice(at, gap.start))));
      pieces.push(
        h("span", { class: "unread", title: gap.why }, visible(this.text.slice(gap.start, gap.end))),
      );
      at = gap.end;
    }
    pieces.push(document.createTextNode(visible(this.text.slice(at, to))));
    return pieces;
  }

  private marked(mark: Marked, index: number): HTMLElement {
    const text = visible(this.text.slice(mark.start, mark.end));
    const words = WORDS_ONLY.includes(mark.kind) ? " words" : "";
    return h(
      "mark",
      {
        "data-at": String(index),
        class: `${mark.outcome}${words}`,
        tabindex: index === this.stop ? "0" : "-1",
        role: mark.finding === undefined ? "note" : "button",
        "aria-label": this.said(mark),
      },
      text,
    );
  }

  private said(mark: Marked): string {
    const words = WORDS[this.language];
    const text = visible(this.text.slice(mark.start, mark.end));
    const { value = "", range = "" } = mark.value ?? {};
    const parts = [text, words.kinds[mark.kind] ?? mark.kind, visible(value), rangeIn(this.language, range)];
    if (mark.outcome !== "read") parts.push(words.outcomes[mark.outcome]);
    return parts.filter((one) => one !== "").join(", ");
  }

  private markOf(target: EventTarget | null): { element: HTMLElement; mark: Marked } | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
    const mark = element ? this.marks[Number(element.dataset["at"])] : undefined;
    return element && mark ? { element, mark } : undefined;
  }

  /** The interval of a figure, beside it. */
  private tell(target: EventTarget | null): void {
    const found = this.markOf(target);
    if (found === undefined) {
      this.hush();
      return;
    }
    const { element, mark } = found;
    const words = WORDS[this.language];
    const { value = "", range = "" } = mark.value ?? {};
    const head = `${words.kinds[mark.kind] ?? mark.kind}${value === "" ? "" : `: ${value}`}`;
    const verdict = mark.outcome === "read" ? undefined : words.outcomes[mark.outcome];
    this.note.replaceChildren(
      h("span", {}, visible(head)),
      ...(range === "" ? [] : [h("b", {}, visible(rangeIn(this.language, range)))]),
      ...(verdict === undefined ? [] : [h("span", { class: `badge ${mark.outcome}` }, verdict)]),
    );
    this.note.hidden = false;
    const box = element.getBoundingClientRect();
    const left = Math.max(
      8,
      Math.min(box.left, document.documentElement.clientWidth - this.note.offsetWidth - 8),
    );
    const below = box.bottom + 6 + this.note.offsetHeight < innerHeight;
    this.note.style.left = `${left}px`;
    this.note.style.top = `${below ? box.bottom + 6 : Math.max(0, box.top - this.note.offsetHeight - 6)}px`;
  }

  private hush(): void {
    this.note.hidden = true;
  }

  private chosen(target: EventTarget | null): void {
    const found = this.markOf(target);
    if (found?.mark.finding !== undefined) this.asks.open(found.mark.finding);
  }

  private focus(mark: HTMLElement): void {
    this.place.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
    this.stop = Number(mark.dataset["at"]);
    mark.setAttribute("tabindex", "0");
    mark.focus({ preventScroll: true });
    this.tell(mark);
  }

  private key(event: KeyboardEvent): void {
    const found = this.markOf(event.target);
    if (found === undefined) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.chosen(event.target);
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = this.next(Number(found.element.dataset["at"]), step);
    if (next === undefined) return;
    next.scrollIntoView({ block: "nearest" });
    this.focus(next);
  }

  /** The next mark that is shown, drawing paragraphs on the way. */
  private next(from: number, step: number): HTMLElement | undefined {
    for (let i = from + step; i >= 0 && i < this.marks.length; i += step) {
      const { start, end } = this.marks[i] as Marked;
      const paragraph = this.paragraphs.find((one) => one.start <= start && end <= one.end);
      if (paragraph === undefined) continue;
      if (paragraph.drawn !== this.known) this.draw(paragraph);
      const element = paragraph.element.querySelector<HTMLElement>(`[data-at="${i}"]`);
      if (element) return element;
    }
    return undefined;
  }
}

/** The first that starts at or after `start`, of a list in order. */
function first(list: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { readonly start: number }).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
