import type { Language } from "../../language/language.js";
import type { Amount } from "../amount/amount.js";
import type { FoundPeriod } from "../period/said.js";
import type { Sentence } from "./sentence.js";
import { Token } from "./tokens.js";
import { Words } from "./words.js";

/** A sentence with its amounts and periods in one piece each: what relations are read from. */
export class Line extends Words {
  readonly items: readonly Token[];
  /** The items of the amounts, in order. */
  readonly amounts: readonly number[];
  /** Whether it has Chinese or Japanese characters. */
  readonly wide: boolean;
  /** Amounts that several levels before them are compared with, once they were asked for: rules and growths both do. */
  listedBases: readonly (readonly number[])[] | undefined = undefined;

  constructor(
    readonly sentence: Sentence,
    /** The language that it is read by, where its words are data. */
    readonly language?: Language,
  ) {
    super();
    const { tokens, amounts, periods } = sentence;
    const items: Token[] = [];
    const places: number[] = [];
    let amount = 0;
    let period = 0;
    let end = -1;
    let wide = false;
    const put = (one: Amount | undefined, when: FoundPeriod | undefined, start: number, stop: number) => {
      items.push(new Token("piece", "", start, stop, 0, one, when));
    };
    for (const token of tokens) {
      const { start, word } = token;
      if (start < end) continue;
      while (amount < amounts.length && (amounts[amount] as Amount).end <= start) amount++;
      while (period < periods.length && (periods[period] as FoundPeriod).end <= start) period++;
      const one = amount < amounts.length ? amounts[amount] : undefined;
      const when = period < periods.length ? periods[period] : undefined;
      if (one !== undefined && one.start <= start) {
        places.push(items.length);
        put(one, undefined, one.start, one.end);
        end = one.end;
        // An amount may hold another: "84.1 billion ($11.5 billion) yuan".
        const inner = amounts[amount + 1];
        if (inner !== undefined && inner.start < one.end) {
          places.push(items.length);
          put(inner, undefined, inner.start, inner.end);
        }
      } else if (when !== undefined && when.start <= start) {
        put(undefined, when, when.start, when.end);
        end = when.end;
      } else {
        if (word.length === 1 && word.charCodeAt(0) > 0x33ff) wide = true;
        items.push(token);
        end = token.end;
      }
    }
    this.wide = wide;
    this.items = items;
    this.amounts = places;
  }

  /** A line of other items, in the sentence and the language of another: several sentences as one. */
  static of({ sentence, language }: Line, items: readonly Token[], amounts: readonly number[]): Line {
    const wide = items.some(({ word }) => word.length === 1 && word.charCodeAt(0) > 0x33ff);
    return Object.assign(Object.create(Line.prototype), { sentence, language, items, amounts, wide });
  }

  /** The item of an amount; −1 for one of another sentence. */
  placeOf(amount: Amount): number {
    for (const place of this.amounts) if ((this.items[place] as Token).amount === amount) return place;
    return -1;
  }

  word(i: number): string {
    return i >= 0 && i < this.items.length ? (this.items[i] as Token).word : "";
  }

  amount(i: number): Amount | undefined {
    return i >= 0 && i < this.items.length ? (this.items[i] as Token).amount : undefined;
  }

  period(i: number): FoundPeriod | undefined {
    return i >= 0 && i < this.items.length ? (this.items[i] as Token).period : undefined;
  }
}
