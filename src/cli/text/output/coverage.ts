import type { Reading, Span } from "../../../text/reading.js";

export interface Coverage {
  /** Numbers in digits: "42.64", "2023", "1,234". */
  readonly numbers: number;
  /** How many of them lie in something that was read. */
  readonly read: number;
  /** How many of these are of a figure that stands in no relation, so that there is nothing to check of it. */
  readonly unrelated: number;
  /** How many of the others were left out for which reason. */
  readonly why: Readonly<Record<string, number>>;
}

const SILENT = "no figure of a kind that is read";

/**
 * How many of a text's numbers were read, and why the others were not.
 * @param related the figures that stand in a relation
 */
export function coverageOf(reading: Reading, related: readonly Span[]): Coverage {
  const read = new Ranges(reading.mentions);
  const inRelations = new Set(related.map(({ start }) => start));
  const alone = new Ranges(reading.mentions.filter((one) => "figure" in one && !inRelations.has(one.start)));
  const left = new Ranges(reading.unread);
  const why: Record<string, number> = {};
  let [numbers, found, unrelated] = [0, 0, 0];
  for (const number of reading.text.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)) {
    numbers++;
    if (alone.at(number.index) !== undefined) unrelated++;
    if (read.at(number.index) !== undefined) found++;
    else {
      const reason = left.at(number.index)?.why ?? SILENT;
      why[reason] = (why[reason] ?? 0) + 1;
    }
  }
  return { numbers, read: found, unrelated, why };
}

/** Stretches of a text that are asked for by places that only go forward. */
class Ranges<T extends { readonly start: number; readonly end: number }> {
  private readonly all: readonly T[];
  private next = 0;
  private open: T | undefined;

  constructor(all: readonly T[]) {
    this.all = [...all].sort((a, b) => a.start - b.start);
  }

  at(place: number): T | undefined {
    for (
      let one = this.all[this.next];
      one !== undefined && one.start <= place;
      one = this.all[++this.next]
    ) {
      if (this.open === undefined || one.end > this.open.end) this.open = one;
    }
    return this.open !== undefined && this.open.end > place ? this.open : undefined;
  }
}
