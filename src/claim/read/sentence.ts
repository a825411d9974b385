import type { Amount } from "./amount.js";
import { type Token, tokensOf } from "./tokens.js";
import type { PeriodMention, Span, Unread } from "../reading.js";
import type { Stretch } from "./sentences.js";

/** One sentence under way: its tokens, and what has been found in it so far. */
export class Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly amounts: Amount[] = [];
  readonly periods: PeriodMention[] = [];
  readonly unread: Unread[] = [];

  constructor(text: string, at: Stretch) {
    this.text = text;
    this.start = at.start;
    this.end = at.end;
    this.tokens = tokensOf(text, at.start, at.end);
  }

  /** The word of token `i`, or the empty text beyond the ends and for digits. */
  word(i: number): string {
    return this.tokens[i]?.word ?? "";
  }

  /** Index of the first token from `from` on that begins at or behind the character `at`. */
  tokenAt(at: number, from: number): number {
    let i = from;
    while (i < this.tokens.length && (this.tokens[i] as Token).start < at) i++;
    return i;
  }

  /** Whether nothing, not even a space, stands between token `i` and the one behind it. */
  joined(i: number): boolean {
    return this.tokens[i]?.end === this.tokens[i + 1]?.start;
  }

  span(start: number, end: number): Span {
    return { text: this.text.slice(start, end), start, end };
  }

  leave(start: number, end: number, why: string): void {
    this.unread.push({ ...this.span(start, end), why });
  }
}
