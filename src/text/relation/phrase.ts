/** How a rate is said to be a growth: its sign, the items of the words that say so, and where a level may stand. */
export interface Said {
  readonly sign: 1 | -1;
  /** First and last item of the phrase, the rate included. */
  readonly from: number;
  readonly to: number;
  /** Where the level is looked for: behind the rate ("rose 5% to X"), before it ("X, up 5%"), or the rate is itself one. */
  readonly form: "verb" | "noun" | "adverb" | "comparative" | "bracket" | "itself";
  /** The item of an amount that says the same growth: "a rise of 2.5 million tonnes, or 4.1%". */
  readonly amount?: number;
  /** Whether the verb is that of the rate before it. */
  readonly beside?: boolean;
}
