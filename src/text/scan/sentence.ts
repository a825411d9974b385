import type { Amount } from "../amount/amount.js";
import type { FoundPeriod } from "../period/said.js";
import type { Span, Unread } from "../reading.js";
import type { Stretch } from "./sentences.js";
import { type Token, tokensOf } from "./tokens.js";
import { Words } from "./words.js";

/** So many tokens are looked at one by one. */
const FEW = 8;

/** One sentence under way: its tokens, and what has been found in it so far. */
export class Sentence extends Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether the text before it was cut off in the middle of a run without spaces. */
  readonly cut: boolean;
  readonly tokens: readonly Token[];
  /** What its tokens are marked with, all together. */
  readonly marks: number;
  readonly amounts: Amount[] = [];
  readonly periods: FoundPeriod[] = [];
  readonly unread: Unread[] = [];
  private last = 0;

  constructor(text: string, at: Stretch) {
    super();
    this.text = text;
    this.start = at.start;
    this.end = at.end;
    this.cut = at.cut;
    const { tokens, marks } = tokensOf(text, at.start, at.end);
    this.tokens = tokens;
    this.marks = marks;
  }

  /** The word of token `i`, or the empty text beyond the ends and for digits. */
  word(i: number): string {
    return i >= 0 && i < this.tokens.length ? (this.tokens[i] as Token).word : "";
  }

  /** Index of the first token that begins at or behind the character `at`. */
  tokenAt(at: number): number {
    const { tokens } = this;
    // Mostly a few tokens away from the one that was asked for last.
    let low = this.last;
    const most = Math.min(tokens.length, low + FEW);
    if (low === 0 || (tokens[low - 1] as Token).start < at) {
      while (low < most && (tokens[low] as Token).start < at) low++;
    } else {
      const least = Math.max(0, low - FEW);
      while (low > least && (tokens[low - 1] as Token).start >= at) low--;
    }
    const before = low === 0 || (tokens[low - 1] as Token).start < at;
    const behind = low === tokens.length || (tokens[low] as Token).start >= at;
    this.last = before && behind ? low : this.found(at);
    return this.last;
  }

  private found(at: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.tokens[middle] as Token).start < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether nothing, not even a space, stands between token `i` and the one behind it. */
  joined(i: number): boolean {
    return this.tokens[i]?.end === this.tokens[i + 1]?.start;
  }

  span(start: number, end: number): Span {
    return { text: this.text.slice(start, end), start, end };
  }

  /** The stretch from the first to the last of some figures. */
  around(figures: readonly { readonly start: number; readonly end: number }[]): Span {
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    for (const { start, end } of figures) {
      if (start < from) from = start;
      if (end > to) to = end;
    }
    return this.span(from, to);
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  leave(start: number, end: number, why: string): void {
    this.unread.push({ text: this.text.slice(start, end), start, end, why });
  }
}
