import type { Phrase } from "../../language/word-list.js";

/** What has words in their order and can be asked for phrases: a sentence, and the line of its pieces. */
export abstract class Words {
  /** Word `i`, or the empty text beyond the ends and for what is no word. */
  abstract word(i: number): string;

  /** Whether a phrase stands from `i` on. */
  says(i: number, phrase: Phrase): boolean {
    for (let k = 0; k < phrase.length; k++) {
      const wanted = phrase[k];
      const word = this.word(i + k);
      if (typeof wanted === "string" ? word !== wanted : !wanted?.has(word)) return false;
    }
    return true;
  }

  /** How many words the first of some phrases has that stands from `i` on; 0 for none. */
  saysOne(i: number, phrases: readonly Phrase[]): number {
    for (const phrase of phrases) if (this.says(i, phrase)) return phrase.length;
    return 0;
  }
}
