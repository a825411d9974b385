import type { Period } from "../../figure/period.js";
import type { PeriodMention, Reading, Span } from "../../text/reading.js";
import { sentenceAround } from "../context-words.js";

/** When the amounts of a claim may be of. */
export interface Times {
  /** The nearest resolved period of the sentence. */
  readonly period: Period | undefined;
  /** Every resolved period of the sentence and of what stands shortly before it. */
  readonly named: readonly Period[];
  /** Whether the sentence also names a year in a form that could not be resolved: "the 1990s". */
  readonly unresolved: boolean;
}

/** How far before its sentence a claim may take its time from. */
const BEFORE = 300;
const MAX_NAMED = 8;
const YEAR = /\d{4}/;

/** The periods of a text, to find those that an amount may be of. */
export class TimesOf {
  private readonly text: string;
  private readonly periods: readonly PeriodMention[];

  constructor(reading: Reading) {
    this.text = reading.text;
    const periods = reading.mentions.filter((one): one is PeriodMention => one.kind === "period");
    // As they are read, they are in the order of the text.
    const ordered = periods.every(
      (one, i) => i === 0 || (periods[i - 1] as PeriodMention).start <= one.start,
    );
    this.periods = ordered ? periods : periods.sort((a, b) => a.start - b.start);
  }

  at(claim: Span): Times {
    if (this.periods.length === 0) return { period: undefined, named: [], unresolved: false };
    const { start, end } = sentenceAround(this.text, claim);
    const gap = (one: Span) =>
      one.end <= claim.start ? claim.start - one.end : Math.max(0, one.start - claim.end);
    let best: PeriodMention | undefined;
    let unresolved = false;
    const named: Period[] = [];
    for (let i = this.firstFrom(start - BEFORE); i < this.periods.length; i++) {
      const one = this.periods[i] as PeriodMention;
      if (one.start >= end || named.length >= MAX_NAMED) break;
      if (one.period === undefined) {
        unresolved ||= one.start >= start && YEAR.test(one.text);
        continue;
      }
      named.push(one.period);
      if (one.start >= start && (best === undefined || gap(one) < gap(best))) best = one;
    }
    return { period: best?.period, named, unresolved };
  }

  /** The first period that starts at or behind a place: binary search, so that long texts stay linear. */
  private firstFrom(place: number): number {
    let [low, high] = [0, this.periods.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.periods[middle] as PeriodMention).start < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
