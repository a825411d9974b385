import { at } from "./dom.js";
import { filled, WORDS, type Words } from "./words.js";

/** A longer text is not put into the box whole: browsers lay out megabytes on one line for minutes. */
const LONGEST = 200_000;
const SHOWN = 2000;

/** The box for the text: what is in it, or a longer text of which it shows the beginning. */
export class InputBox {
  words: Words = WORDS.en;
  private readonly box = at<HTMLTextAreaElement>("text");
  private readonly about = at("large");
  private whole: { readonly text: string; readonly name: string } | undefined;

  constructor(long: (text: string) => void) {
    this.box.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text.length <= LONGEST) return;
      event.preventDefault();
      long(text);
    });
  }

  get text(): string {
    return this.whole?.text ?? this.box.value;
  }

  set(text: string, name?: string): void {
    const long = text.length > LONGEST;
    this.whole = long ? { text, name: name ?? this.words.pasted } : undefined;
    this.box.value = long ? `${text.slice(0, SHOWN)}…` : text;
    this.box.readOnly = long;
    this.tell();
  }

  focus(): void {
    this.box.focus();
  }

  /** Says of a longer text what it is. */
  tell(): void {
    this.about.hidden = this.whole === undefined;
    if (this.whole === undefined) return;
    const { text, name } = this.whole;
    this.about.textContent = filled(this.words.large, { name, size: (text.length / 1e6).toFixed(1) });
  }
}
