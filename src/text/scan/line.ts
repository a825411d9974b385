import type { Language } from "../../language/language.js";
import type { Amount } from "../amount/amount.js";
import type { PeriodMention } from "../reading.js";
import type { Sentence } from "./sentence.js";

/** A sentence with its amounts and periods in one piece each: what relations are read from. */
export interface Item {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly mark: boolean;
  readonly amount?: Amount;
  readonly period?: PeriodMention;
}

export class Line {
  readonly items: readonly Item[];
  /** The items of the amounts, in order. */
  readonly amounts: readonly number[];

  constructor(
    readonly sentence: Sentence,
    /** The language that it is read by, where its words are data. */
    readonly language?: Language,
  ) {
    const { tokens, amounts, periods } = sentence;
    const items: Item[] = [];
    const places: number[] = [];
    let amount = 0;
    let period = 0;
    let end = -1;
    for (const token of tokens) {
      if (token.start < end) continue;
      while (amount < amounts.length && (amounts[amount] as Amount).end <= token.start) amount++;
      while (period < periods.length && (periods[period] as PeriodMention).end <= token.start) period++;
      const one = amounts[amount];
      const when = periods[period];
      const base = { word: "", mark: false };
      if (one !== undefined && one.start <= token.start) {
        places.push(items.length);
        items.push({ ...base, start: one.start, end: one.end, amount: one });
        end = one.end;
        // An amount may hold another: "84.1 billion ($11.5 billion) yuan".
        const inner = amounts[amount + 1];
        if (inner !== undefined && inner.start < one.end) {
          places.push(items.length);
          items.push({ ...base, start: inner.start, end: inner.end, amount: inner });
        }
      } else if (when !== undefined && when.start <= token.start) {
        items.push({ ...base, start: when.start, end: when.end, period: when });
        end = when.end;
      } else {
        items.push({ word: token.word, start: token.start, end: token.end, mark: token.kind === "mark" });
        end = token.end;
      }
    }
    this.items = items;
    this.amounts = places;
  }

  word(i: number): string {
    return this.items[i]?.word ?? "";
  }

  amount(i: number): Amount | undefined {
    return this.items[i]?.amount;
  }

  period(i: number): PeriodMention | undefined {
    return this.items[i]?.period;
  }

  /** Whether `words` stand from item `i` on. */
  says(i: number, ...words: readonly string[]): boolean {
    return words.every((word, k) => this.word(i + k) === word);
  }
}
