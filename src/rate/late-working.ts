import type { Explained, Working } from "../figure/quantity.js";

/** A working whose formula is put into words when it is read: most rates are asked for their value only. */
export class LateWorking implements Working {
  readonly inputs: readonly Explained[];
  private readonly words: () => string;

  constructor(words: () => string, inputs: readonly Explained[]) {
    this.words = words;
    this.inputs = inputs;
  }

  get formula(): string {
    return this.words();
  }
}
