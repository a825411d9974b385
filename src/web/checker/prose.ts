import { h, visible } from "./dom.js";
import type { Outcome, ShownFinding, ShownMark, Unread } from "./protocol.js";
import { WORDS, type Words } from "./words.js";

/** A stretch of the text between two empty lines, as an element once it is needed. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
  element: HTMLElement;
  stale: boolean;
}

interface Marked extends ShownMark {
  outcome: Outcome;
  finding?: number;
}

const GRAVITY: readonly Outcome[] = ["inconsistent", "undecided", "consistent", "computed", "read"];
/** A stretch longer than this is broken, so that one line of a megabyte is not one element. */
const LONGEST = 4000;

/** The text with its figures marked. Paragraphs are drawn as they come near the window. */
export class Prose {
  words: Words = WORDS.en;
  private text = "";
  private paragraphs: Paragraph[] = [];
  private marks: Marked[] = [];
  private gaps: Unread[] = [];
  private readonly seen: IntersectionObserver;
  private readonly near = new Set<Element>();
  private readonly of = new Map<Element, Paragraph>();
  private waiting = false;

  constructor(
    private readonly place: HTMLElement,
    private readonly note: HTMLElement,
    private readonly open: (id: number) => void,
  ) {
    this.seen = new IntersectionObserver((entries) => this.moved(entries), { rootMargin: "1500px 0px" });
    place.addEventListener("pointerover", ({ target }) => this.tell(target));
    place.addEventListener("pointerout", () => this.hush());
    place.addEventListener("focusin", ({ target }) => this.tell(target));
    place.addEventListener("focusout", () => this.hush());
    place.addEventListener("click", ({ target }) => this.chosen(target));
    place.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.hush());
  }

  show(text: string): void {
    this.text = text;
    this.marks = [];
    this.gaps = [];
    this.seen.disconnect();
    this.near.clear();
    this.of.clear();
    this.paragraphs = paragraphs(text).map(({ start, end }) => ({
      start,
      end,
      element: h("p", {}, visible(text.slice(start, end))),
      stale: false,
    }));
    for (const one of this.paragraphs) this.of.set(one.element, one);
    this.place.replaceChildren(...this.paragraphs.map((one) => one.element));
    for (const one of this.paragraphs) this.seen.observe(one.element);
  }

  mark(marks: readonly ShownMark[]): void {
    for (const one of marks) this.marks.push({ ...one, outcome: "read" });
    this.marks.sort((a, b) => a.start - b.start || b.end - a.end);
    this.later();
  }

  unread(gaps: readonly Unread[]): void {
    this.gaps = [...gaps];
    this.later();
  }

  find(findings: readonly ShownFinding[]): void {
    for (const one of findings) {
      for (const { start, end } of one.figures) {
        for (let i = first(this.marks, start); i < this.marks.length; i++) {
          const mark = this.marks[i] as Marked;
          if (mark.start > start) break;
          if (mark.end !== end) continue;
          if (GRAVITY.indexOf(one.outcome) >= GRAVITY.indexOf(mark.outcome)) continue;
          mark.outcome = one.outcome;
          mark.finding = one.id;
        }
      }
    }
    this.later();
  }

  /** Shows a stretch of the text. */
  point(start: number, end: number): void {
    const paragraph = this.paragraphs.find((one) => one.start <= start && end <= one.end);
    if (paragraph === undefined) return;
    this.draw(paragraph);
    const mark = [...paragraph.element.querySelectorAll<HTMLElement>("[data-at]")].find(
      (one) => Number(one.dataset["at"]) === first(this.marks, start),
    );
    (mark ?? paragraph.element).scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.near.add(target);
        const paragraph = this.of.get(target);
        if (paragraph?.stale) this.draw(paragraph);
      } else this.near.delete(target);
    }
  }

  private later(): void {
    for (const one of this.paragraphs) one.stale = true;
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      for (const element of this.near) {
        const paragraph = this.of.get(element);
        if (paragraph?.stale) this.draw(paragraph);
      }
    }, 120);
  }

  private draw(paragraph: Paragraph): void {
    paragraph.stale = false;
    const { start, end, element } = paragraph;
    const focused = (document.activeElement as HTMLElement | null)?.dataset["at"];
    const pieces: Node[] = [];
    let at = start;
    const until = (to: number) => {
      if (to > at) pieces.push(...this.plain(at, to));
      at = Math.max(at, to);
    };
    for (let i = first(this.marks, start); i < this.marks.length; i++) {
      const mark = this.marks[i] as Marked;
      if (mark.start >= end) break;
      if (mark.start < at || mark.end > end) continue;
      until(mark.start);
      pieces.push(this.marked(mark, i));
      at = mark.end;
    }
    until(end);
    element.replaceChildren(...pieces);
    if (focused !== undefined) element.querySelector<HTMLElement>(`[data-at="${focused}"]`)?.focus();
  }

  private plain(from: number, to: number): Node[] {
    const pieces: Node[] = [];
    let at = from;
    for (const gap of this.gaps) {
      if (gap.start < at || gap.end > to) continue;
      pieces.push(document.createTextNode(visible(this.text.slice(at, gap.start))));
      pieces.push(h("span", { class: "unread", title: gap.why }, visible(this.text.slice(gap.start, gap.end))));
      at = gap.end;
    }
    pieces.push(document.createTextNode(visible(this.text.slice(at, to))));
    return pieces;
  }

  private marked(mark: Marked, index: number): HTMLElement {
    const text = visible(this.text.slice(mark.start, mark.end));
    const attributes = { "data-at": String(index), class: mark.outcome, tabindex: mark.finding === undefined ? "-1" : "0" };
    return mark.finding === undefined
      ? h("mark", attributes, text)
      : h("mark", { ...attributes, role: "button", "aria-describedby": "note" }, text);
  }

  private markOf(target: EventTarget | null): { element: HTMLElement; mark: Marked } | undefined {
    const element = (target as Element | null)?.closest<HTMLElement>("[data-at]");
    const mark = element ? this.marks[Number(element.dataset["at"])] : undefined;
    return element && mark ? { element, mark } : undefined;
  }

  private tell(target: EventTarget | null): void {
    const found = this.markOf(target);
    if (found === undefined) return;
    const { element, mark } = found;
    const verdict = mark.outcome === "read" ? "" : ` · ${this.words.outcomes[mark.outcome]}`;
    this.note.textContent = visible(`${mark.says || mark.kind}${verdict}`);
    this.note.hidden = false;
    // Placed by classes of the grid, since the policy of the page leaves out inline styles: below the text's own line.
    element.append(this.note);
  }

  private hush(): void {
    this.note.hidden = true;
    document.body.append(this.note);
  }

  private chosen(target: EventTarget | null): void {
    const found = this.markOf(target);
    if (found?.mark.finding !== undefined) this.open(found.mark.finding);
  }

  private key(event: KeyboardEvent): void {
    const found = this.markOf(event.target);
    if (found === undefined) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.chosen(event.target);
    }
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    const all = [...this.place.querySelectorAll<HTMLElement>("[data-at]")];
    const next = all.indexOf(found.element) + (event.key === "ArrowRight" ? 1 : -1);
    all[next]?.focus();
  }
}

/** The first mark that starts at or after `start`. */
function first(marks: readonly ShownMark[], start: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as ShownMark).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function paragraphs(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const push = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      // Broken at a space, so that no figure is.
      const end = to - at <= LONGEST ? to : text.lastIndexOf(" ", at + LONGEST) + 1;
      const stop = end > at ? end : Math.min(to, at + LONGEST);
      found.push({ start: at, end: stop });
      at = stop;
    }
  };
  let from = 0;
  for (const gap of text.matchAll(/\n[ \t]*\n\s*/g)) {
    push(from, gap.index);
    from = gap.index + gap[0].length;
  }
  push(from, text.length);
  return found;
}
