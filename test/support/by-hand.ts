import { type FigureOptions, figure, period } from "../../src/index.js";
import type { FigureMention, Mention, PeriodMention, Reading, Role, Span } from "../../src/text/reading.js";

type Kind = FigureMention["kind"];

interface MentionOptions extends FigureOptions {
  readonly hedge?: string;
  /** Digits of the figure where the span is a word: "doubled" is 2. */
  readonly as?: string;
  /** The two ends of a range, as figures of their own. */
  readonly ends?: readonly [string, string];
  readonly of?: string;
  readonly role?: Role;
}

/** A text whose mentions and relations are pointed out by hand, for checks that need no reader. */
export class ByHand {
  readonly text: string;
  private readonly mentions: Mention[] = [];

  constructor(text: string) {
    this.text = text;
  }

  span(words: string): Span {
    const start = this.text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in "${this.text}"`);
    return { text: words, start, end: start + words.length };
  }

  figure(kind: Kind, words: string, options: MentionOptions = {}): FigureMention {
    const { hedge, as, ends, of, role, ...rest } = options;
    const own = (text: string) => figure(hedge === undefined ? text : `${hedge} ${text}`, rest);
    const low = own(ends?.[0] ?? as ?? words);
    const made: FigureMention = {
      kind,
      ...this.span(words),
      figure: low,
      ...(ends === undefined ? {} : { to: own(ends[1]) }),
      ...(hedge === undefined ? {} : { hedge: this.span(hedge) }),
      ...(kind === "money" ? { currency: low.unit } : {}),
      ...(of === undefined ? {} : { of }),
      ...(role === undefined ? {} : { role }),
    };
    this.mentions.push(made);
    return made;
  }

  money(words: string, options?: MentionOptions): FigureMention {
    return this.figure("money", words, options);
  }

  percent(words: string, options?: MentionOptions): FigureMention {
    return this.figure("percent", words, options);
  }

  period(words: string, of: string): PeriodMention {
    const made: PeriodMention = { kind: "period", ...this.span(words), period: period(of) };
    this.mentions.push(made);
    return made;
  }

  /** From the first word of the first figure to the end of the last. */
  around(...figures: readonly (Span | undefined)[]): Span {
    const all = figures.filter((one) => one !== undefined);
    const start = Math.min(...all.map((one) => one.start));
    const end = Math.max(...all.map((one) => one.end));
    return { text: this.text.slice(start, end), start, end };
  }

  /** The whole text as a span, for claims whose verb stands before the figures. */
  get whole(): Span {
    return { text: this.text, start: 0, end: this.text.length };
  }

  reading(parts: Partial<Reading>): Reading {
    return {
      text: this.text,
      mentions: [...this.mentions].sort((a, b) => a.start - b.start),
      conversions: [],
      growth: [],
      changes: [],
      sums: [],
      shares: [],
      unread: [],
      ...parts,
    };
  }
}
