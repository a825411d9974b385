/** What the page and its worker say to each other: plain data, made from a reading and its checks. */

/** So many findings come with their words, and so many rows the table shows: those of a short text all. */
export const TOLD_AT_ONCE = 300;
/** Of so many pairs of currencies the page draws so many rates each. */
export const MOST_PAIRS = 8;
export const MOST_OF_A_PAIR = 40;

export type Outcome = "consistent" | "inconsistent" | "undecided" | "computed" | "read";

/** A value with its bounds, as text for reading and as positions for drawing; an end that is missing is infinite. */
export interface Ends {
  readonly value: string;
  /** "between 7.3067 and 7.3211"; empty for a value without bounds. */
  readonly range: string;
  readonly from: number;
  readonly to: number;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Place extends Stretch {
  readonly text: string;
}

export interface ShownMark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** What a mark stands for: the value with its bounds, or the days of a period. */
export type ShownValue = Pick<Ends, "value" | "range">;

export interface ShownRepair extends Place {
  readonly to: string;
  /** Whether the claim holds after the edit, or only may hold. */
  readonly holds: boolean;
  /** The words of another claim that fails after the edit, and did not before. */
  readonly breaks?: string;
}

/** A claim and how it came out; what it says in words for the first of them only, and for others when somebody asks. */
export interface ToldOf extends Stretch {
  readonly id: number;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly figures: readonly Stretch[];
  readonly told?: FindingTold | undefined;
}

/** A finding in words and numbers, which takes longer to make than the check. */
export interface FindingTold {
  readonly says: string;
  readonly distance: string;
  readonly printed?: Ends;
  readonly computed?: Ends;
  /** Of a conversion: the two currencies of the implied rate, base and quote. */
  readonly pair?: string;
}

/** A published rate beside an implied one. */
export interface ShownRate {
  readonly name: string;
  readonly at: number;
  readonly value: string;
  readonly fits: boolean;
}

/** What is made of a finding when somebody looks: it takes longer than the check. */
export interface ShownMore {
  readonly id: number;
  readonly working: string;
  readonly repairs: readonly ShownRepair[];
  readonly rates: readonly ShownRate[];
  /** Of a contradiction: the proof that the scripts of data/verify check, as a line of JSON. */
  readonly proof: string;
}

/** Claims that share figures, of which at least one is inconsistent, and the edit that settles most of them. */
export interface Conflict {
  readonly figures: readonly Place[];
  readonly claims: readonly number[];
  readonly edit?: ShownRepair & { readonly settles: number };
}

export interface Unread extends Place {
  readonly why: string;
}

export interface RunOptions {
  readonly text: string;
  readonly publishedOn?: string;
}

/** Rates to check with: packed histories (`majors.bin`) and CSV, the first named go before the others. */
export interface RateFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** A table of published figures, as CSV. */
export interface TableFile {
  readonly name: string;
  readonly content: string;
}

/** What a text is compared with, besides rates. */
export interface Tables {
  /** As findings call them: "the bundled data". */
  readonly name: string;
  readonly files: readonly TableFile[];
  /** Figures among them that are known to contradict others. */
  readonly doubted: readonly {
    readonly area: string;
    readonly partner: string;
    readonly flow: string;
    readonly period: string;
    readonly currency: string;
    readonly part: string;
  }[];
}

/** What takes longer to make than the marks and the verdicts is told when somebody asks. */
export type ToWorker =
  | { readonly ask: "rates"; readonly files: readonly RateFile[] }
  | { readonly ask: "tables"; readonly tables: Tables }
  | { readonly ask: "run"; readonly run: number; readonly options: RunOptions }
  | { readonly ask: "stop"; readonly run: number }
  | { readonly ask: "more"; readonly run: number; readonly id: number }
  | { readonly ask: "told"; readonly run: number; readonly ids: readonly number[] }
  | { readonly ask: "values"; readonly run: number; readonly from: number; readonly to: number };

export type FromWorker =
  | { readonly tell: "rates"; readonly says: string; readonly problem?: string }
  | { readonly tell: "tables"; readonly count: number; readonly problem?: string }
  | {
      readonly tell: "notCompared";
      readonly run: number;
      readonly left: readonly Unread[];
      readonly count: number;
    }
  | { readonly tell: "marks"; readonly run: number; readonly marks: readonly ShownMark[] }
  | {
      readonly tell: "values";
      readonly run: number;
      readonly from: number;
      readonly values: readonly ShownValue[];
    }
  | {
      readonly tell: "read";
      readonly run: number;
      readonly figures: number;
      readonly unread: readonly Unread[];
      readonly count: number;
      readonly unsupported: string;
    }
  | {
      readonly tell: "findings";
      readonly run: number;
      readonly findings: readonly ToldOf[];
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly tell: "told";
      readonly run: number;
      readonly told: readonly (readonly [number, FindingTold])[];
    }
  | { readonly tell: "more"; readonly run: number; readonly more: ShownMore }
  | { readonly tell: "conflicts"; readonly run: number; readonly conflicts: readonly Conflict[] }
  | { readonly tell: "done"; readonly run: number; readonly stopped: boolean }
  | { readonly tell: "failed"; readonly run: number; readonly message: string };
