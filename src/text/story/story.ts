import type { Amount } from "../amount/amount.js";
import type { GrowthClaim, Lists, Mention } from "../reading.js";
import type { Line } from "../scan/line.js";
import { joinBase, joinConversion, joinFlows, joinParts } from "./joins.js";
import { prepare, type Telling, type Told, tellingsOf, type Words } from "./tellings.js";
import { recordsIn, repeatsIn, spreadsIn } from "./told.js";

/**
 * Joins the sentences of a text: within a paragraph exports, imports and their balance, a growth with the base that the
 * next sentence tells, parts with the amount before, an amount with its conversion; over the whole text a figure that is
 * told twice, and what is called a record. Joined is only what has one subject, one unit and one period.
 */
export class Story {
  private readonly facts: Telling[] = [];
  /** Levels told before, by the noun that they are of, for what is called a record. */
  private readonly levels = new Map<string, Telling[]>();
  private paragraph: Telling[] = [];
  private before: Told | undefined;
  private sentence = 0;
  private number = 0;
  private headline = false;

  constructor(
    private readonly words: Words,
    private readonly found: Lists,
  ) {
    prepare(words);
  }

  /** A sentence that was read. @param starts whether a paragraph begins with it @param growth its claims of growth */
  tell(line: Line, starts: boolean, growth: readonly GrowthClaim[], mentions: readonly Mention[]): void {
    if (starts) this.end();
    this.sentence++;
    const { words, found } = this;
    const at = { sentence: this.sentence, paragraph: this.number };
    const facts = tellingsOf(line, growth, words, at);
    const money = line.amounts.map((i) => line.amount(i) as Amount).filter((one) => one.kind === "money");
    const told: Told = { line, facts, money };
    if (this.before !== undefined) {
      joinBase(this.before, told, words.story, found);
      joinParts(this.before, told, words.story, found);
      joinConversion(this.before, told, words.story, found);
    }
    recordsIn(line, facts, this.levels, mentions, growth, found);
    for (const one of facts) {
      this.paragraph.push(one);
      this.facts.push(one);
      if (one.level === undefined) continue;
      const known = this.levels.get(one.subject.head) ?? [];
      if (known.length < MOST) known.push(one);
      this.levels.set(one.subject.head, known);
    }
    this.before = told;
  }

  /** A sentence without a figure: what is told next is not of the one before it. */
  pass(starts: boolean): void {
    if (starts) this.end();
    this.before = undefined;
  }

  /** The end of a paragraph, or of the text. */
  private end(): void {
    if (this.paragraph.length > 1) {
      joinFlows(this.paragraph, this.words.story, this.found);
      spreadsIn(this.paragraph, this.found);
    }
    const [only] = this.paragraph;
    if (this.number === 0 && this.sentence === 1 && only !== undefined) this.headline = isHeadline(only);
    this.paragraph = [];
    this.before = undefined;
    this.number++;
  }

  /** Ends the text. */
  close(): void {
    this.end();
    repeatsIn(this.facts, this.headline, this.found);
  }
}

/** So many levels of one noun are kept to compare a record with. */
const MOST = 200;

/** A first paragraph of one sentence without its full stop. */
function isHeadline({ whole, start, end }: Telling): boolean {
  return !/[.!?。！？]["'”’)]*\s*$/.test(whole.slice(start, end));
}
