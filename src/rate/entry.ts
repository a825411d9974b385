import type { Source } from "../figure/quantity.js";
import type { RateKind } from "./kind.js";

/** One published rate. `on` is a day, or the period of an average or of a customs rate. */
export interface RateEntry {
  readonly on: string;
  readonly base: string;
  readonly quote: string;
  /** The digits as printed. */
  readonly rate: string;
  readonly per?: 1 | 10 | 100 | 1000 | 10000;
  readonly kind: RateKind;
  readonly source?: Source;
}
