import type { RuleLanguage } from "../../language/rule.js";
import type { StoryLanguage } from "../../language/story.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";

/** What the language of the text knows of verbs and of sentences together. */
export interface Words {
  readonly story: StoryLanguage;
  readonly rules: RuleLanguage;
}

/** What a word is in a story, as bits of one number. */
export const IS = {
  /** A verb of change, of reaching or of trading. */
  verb: 1,
  breaks: 2,
  pronoun: 4,
  plain: 8,
  preposition: 16,
  flow: 32,
  source: 64,
  cited: 128,
  terms: 256,
  money: 512,
  another: 1024,
  neutral: 2048,
  ends: 4096,
  brings: 8192,
  /** A word that narrows no figure that it stands beside. */
  understood: 16384,
} as const;

/** What the words of one line are, which no other line needs at the same time; a longer line has a table of its own. */
const scratch = new Int32Array(5_000);

const known = new WeakMap<StoryLanguage, Vocabulary>();

/** What each word of a language is in a story: one look-up a word, however many questions are asked of it. */
export class Vocabulary {
  readonly story: StoryLanguage;
  private readonly marks = new Map<string, number>();
  private readonly unknown: number;

  private constructor({ story, rules }: Words) {
    this.story = story;
    const { trade } = story;
    const verbs = [story.reach, rules.up.verbs, rules.down.verbs];
    this.mark(IS.verb, ...verbs, trade?.verbs.keys());
    this.mark(IS.breaks, story.breaks);
    this.mark(IS.pronoun, story.pronouns);
    this.mark(IS.plain, story.plain);
    this.mark(IS.preposition, story.prepositions);
    this.mark(IS.flow, story.flows.keys());
    this.mark(IS.another, story.another);
    this.mark(IS.source, trade?.sources);
    this.mark(IS.cited, trade?.cited);
    this.mark(IS.terms, trade?.terms);
    this.mark(IS.money, trade?.money.keys());
    this.mark(IS.neutral, trade?.neutral);
    this.mark(IS.ends, trade?.ends);
    this.mark(IS.brings, trade?.brings);
    this.mark(IS.understood, ...verbs, story.plain, story.prepositions, story.fill, story.breaks);
    this.mark(IS.understood, story.earlier, trade?.neutral, trade?.terms, trade?.during);
    this.unknown = trade === undefined ? IS.understood : 0;
  }

  static of(words: Words): Vocabulary {
    const found = known.get(words.story) ?? new Vocabulary(words);
    known.set(words.story, found);
    return found;
  }

  private mark(bit: number, ...lists: readonly (Iterable<string> | undefined)[]): void {
    for (const list of lists)
      for (const word of list ?? []) this.marks.set(word, (this.marks.get(word) ?? 0) | bit);
  }

  /** What each item of a line is: valid until the next line is asked for. */
  of({ items }: Line): Int32Array {
    const { marks, unknown } = this;
    const found = items.length <= scratch.length ? scratch : new Int32Array(items.length);
    for (let i = 0; i < items.length; i++) {
      const { word, kind } = items[i] as Token;
      if (kind === "mark" || word === "") found[i] = IS.understood | (marks.get(word) ?? 0);
      else found[i] = marks.get(word) ?? unknown;
    }
    return found;
  }
}
