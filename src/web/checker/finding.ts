import { wordsOfFinding } from "../../check/finding.js";
import type { Ends, FindingTold, Outcome, Place, Stretch, ToldOf } from "./protocol.js";

const LONGEST = 400;

/** Words in one line, and no more of them than a list has room for. */
export const shortened = (text: string): string => text.replace(/\s+/g, " ").slice(0, LONGEST);

/** A stretch of a text with its words in one line. */
export function placeIn(whole: string, { start, end }: Stretch): Place {
  return { start, end, text: shortened(whole.slice(start, end)) };
}

/**
 * A finding as the page knows it. The worker says which claim it is and how it came out; what it says in words comes when
 * somebody is to see it, and is empty until then.
 */
export class Finding implements ToldOf {
  told: FindingTold | undefined;

  constructor(
    private readonly whole: string,
    private readonly of: ToldOf,
  ) {
    this.told = of.told;
  }

  get id(): number {
    return this.of.id;
  }

  get kind(): string {
    return this.of.kind;
  }

  get outcome(): Outcome {
    return this.of.outcome;
  }

  get start(): number {
    return this.of.start;
  }

  get end(): number {
    return this.of.end;
  }

  get text(): string {
    return wordsOfFinding(placeIn(this.whole, this.of), this.whole);
  }

  get figures(): readonly Place[] {
    return this.of.figures.map((one) => placeIn(this.whole, one));
  }

  get says(): string {
    return this.told?.says ?? "";
  }

  get distance(): string {
    return this.told?.distance ?? "";
  }

  get printed(): Ends | undefined {
    return this.told?.printed;
  }

  get computed(): Ends | undefined {
    return this.told?.computed;
  }

  /** Of a conversion: the two currencies of the implied rate, base and quote. */
  get pair(): string | undefined {
    return this.told?.pair;
  }

  /** For a file: all that is known, with the words of the text. */
  toJSON(): Record<string, unknown> {
    const { id, kind, outcome, start, end, text, figures } = this;
    return { id, kind, outcome, start, end, text, figures, ...this.told };
  }
}
