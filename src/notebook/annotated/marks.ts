import type { TextFinding } from "../../check/finding.js";
import type { Outcome } from "../../statement/statement.js";
import type { Mention, Reading, Span } from "../../text/reading.js";

/** A stretch of the text that is marked once: a figure, with what lies inside it and what was found about it. */
export interface Mark extends Span {
  /** From 1, in the order of the text. */
  readonly number: number;
  /** The mention itself, then those that lie in or overlap it. */
  readonly mentions: readonly Mention[];
  /** Numbers of the findings about it, from 1. */
  readonly findings: readonly number[];
  /** The gravest outcome of those. */
  readonly outcome: Outcome | undefined;
}

const GRAVITY: readonly (Outcome | undefined)[] = ["inconsistent", "undecided", "consistent", "computed"];

/** What is marked, without overlaps, in the order of the text. */
export function marksOf(reading: Reading, findings: readonly TextFinding[]): Mark[] {
  const about = new Map<string, number[]>();
  for (const [i, { figures }] of findings.entries()) {
    for (const one of figures) about.set(key(one), [...(about.get(key(one)) ?? []), i + 1]);
  }
  const groups: Mention[][] = [];
  let end = -1;
  for (const one of [...reading.mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < end) groups.at(-1)?.push(one);
    else {
      groups.push([one]);
      end = one.end;
    }
  }
  return groups.map((mentions, i) => {
    const [first] = mentions as [Mention];
    const numbers = [...new Set(mentions.flatMap((one) => about.get(key(one)) ?? []))].sort((a, b) => a - b);
    const outcomes = new Set(numbers.map((number) => findings[number - 1]?.outcome));
    const { text, start, end } = first;
    const outcome = GRAVITY.find((one) => outcomes.has(one));
    return { text, start, end, number: i + 1, mentions, findings: numbers, outcome };
  });
}

const key = (span: Span) => `${span.start} ${span.end}`;
