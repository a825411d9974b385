import type { TextTable } from "../../../text/reading.js";

/** What a document says, whatever it was kept in. */
export interface Content {
  readonly text: string;
  /** The day that it gives for its publication, 2023-10-23; or the stretch in which it was written. */
  readonly publishedOn?: string | undefined;
  /** Its tables, where its form says what they are. */
  readonly tables?: readonly TextTable[] | undefined;
  /** What of it is no text, and how often: "picture", "attachment". */
  readonly leftOut?: Readonly<Record<string, number>> | undefined;
}

/** Counts what is left out, without what does not occur. */
export function counted(
  counts: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> | undefined {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0 ? undefined : Object.fromEntries(some);
}

/** The text under way of a document made of pieces: places of what is added are known at once. */
export class TextOf {
  private readonly pieces: string[] = [];
  length = 0;

  add(text: string): { readonly text: string; readonly start: number; readonly end: number } {
    const start = this.length;
    this.pieces.push(text);
    this.length += text.length;
    return { text, start, end: this.length };
  }

  whole(): string {
    return this.pieces.join("");
  }
}

/** The first line of an error, for a message of one line. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0]?.slice(0, 160) ?? "";
}
