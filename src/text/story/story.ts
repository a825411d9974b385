import type { Amount } from "../amount/amount.js";
import type { GrowthClaim, Lists, Mention } from "../reading.js";
import { Passages } from "../rule/passages.js";
import type { Line } from "../scan/line.js";
import { chineseTellings } from "./chinese.js";
import { joinBase, joinConversion, joinParts } from "./joins.js";
import { withOwners } from "./possessive.js";
import { type Told, tellingsOf } from "./tellings.js";
import { Vocabulary, type Words } from "./words.js";

/**
 * Joins a sentence with the one before it, in one paragraph: a growth with the base that the next sentence tells, parts
 * with the amount before, an amount with its conversion. And keeps what each sentence tells of its subject: what many of
 * them say together is decided where texts are checked.
 */
export class Story {
  private before: Told | undefined;
  private sentence = 0;
  private paragraph = 1;
  private readonly passages: Passages;

  private readonly vocabulary: Vocabulary;

  constructor(
    words: Words,
    private readonly found: Lists,
  ) {
    this.passages = new Passages(words.rules, found);
    this.vocabulary = Vocabulary.of(words);
  }

  /** A sentence that was read. @param starts whether a paragraph begins with it @param growth its claims of growth */
  tell(line: Line, starts: boolean, growth: readonly GrowthClaim[], mentions: readonly Mention[]): void {
    this.next(starts);
    const { vocabulary, found } = this;
    const words = vocabulary.story;
    const at = { sentence: this.sentence, paragraph: this.paragraph };
    const tellings = line.wide
      ? chineseTellings(line, growth, at)
      : tellingsOf(line, growth, mentions, vocabulary, at);
    const facts = withOwners(tellings, this.before?.facts ?? [], words);
    const money = line.amounts.map((i) => line.amount(i) as Amount).filter((one) => one.kind === "money");
    const told: Told = { line, facts, money };
    if (this.before !== undefined) {
      joinBase(this.before, told, words, found);
      joinParts(this.before, told, words, found);
      joinConversion(this.before, told, words, found);
    }
    this.passages.tell(line);
    for (const one of facts) found.tellings.push(one);
    this.before = told;
  }

  /** A sentence without a figure: what is told next is not of the one before it. */
  pass(starts: boolean): void {
    this.next(starts);
    this.before = undefined;
    this.passages.end();
  }

  private next(starts: boolean): void {
    this.sentence++;
    if (!starts || this.sentence === 1) return;
    this.passages.end();
    this.before = undefined;
    this.paragraph++;
  }
}
