import type { NumberStyle } from "../../notation/number.js";
import type { Tail } from "./affixes.js";
import type { Digits } from "./amount.js";
import type { Whose } from "./currency.js";
import type { WrittenNumber } from "./spelled.js";

export interface Settings {
  readonly style: NumberStyle;
  readonly whose: Whose;
}

/** A number that states no unit: it may be a count, or money whose currency stands elsewhere. */
export interface Bare {
  readonly number: WrittenNumber;
  /** The upper end of a range: "7 to 9 million". */
  readonly high?: Digits;
  readonly scale: Tail["scale"];
  readonly token: number;
  readonly end: number;
}
