/** What the page and its worker say to each other: plain data, made from a reading and its checks. */

export type Outcome = "consistent" | "inconsistent" | "undecided" | "computed" | "read";

/** The ends of an interval as text for reading and as positions for drawing; an end that is missing is infinite. */
export interface Ends {
  readonly text: string;
  readonly lower: number;
  readonly upper: number;
}

export interface ShownMark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  /** The value with its bounds, or the days of a period. */
  readonly says: string;
}

export interface ShownRepair {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
  /** Whether the claim holds after the edit, or only may hold. */
  readonly holds: boolean;
}

export interface ShownFinding {
  readonly id: number;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly figures: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly says: string;
  readonly distance: string;
  readonly printed?: Ends;
  readonly computed?: Ends;
}

export interface Unread {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly why: string;
}

export interface RunOptions {
  readonly text: string;
  readonly publishedOn?: string;
  readonly locale?: string;
  /** More rates, as the text of a CSV file. */
  readonly rates?: string;
}

export type ToWorker =
  | { readonly ask: "run"; readonly run: number; readonly options: RunOptions }
  | { readonly ask: "stop"; readonly run: number }
  | { readonly ask: "more"; readonly run: number; readonly id: number };

export type FromWorker =
  | { readonly tell: "ready"; readonly rates: string }
  | { readonly tell: "marks"; readonly run: number; readonly marks: readonly ShownMark[] }
  | { readonly tell: "unread"; readonly run: number; readonly unread: readonly Unread[]; readonly count: number }
  | {
      readonly tell: "findings";
      readonly run: number;
      readonly findings: readonly ShownFinding[];
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly tell: "more";
      readonly run: number;
      readonly id: number;
      readonly working: string;
      readonly repairs: readonly ShownRepair[];
    }
  | { readonly tell: "done"; readonly run: number; readonly figures: number; readonly stopped: boolean }
  | { readonly tell: "failed"; readonly run: number; readonly message: string };
