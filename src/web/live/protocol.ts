/** What the page of a notebook and its worker say to each other. */

export interface LiveCell {
  readonly id: number;
  readonly text: string;
}

/** A file of the page, and where the notebook finds it. */
export interface LiveFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Something about a stretch of a cell, as offsets in its text. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly says: string;
}

export interface Choice {
  readonly label: string;
  readonly kind: string;
  readonly detail: string;
}

/** A chart as plotly draws it, on a wide and a narrow page, in light and dark. */
export type ChartForms = Readonly<Record<"wide" | "narrow", Readonly<Record<"light" | "dark", unknown>>>>;

export interface Shown {
  readonly text: string;
  readonly html?: string;
  readonly markdown?: string;
  readonly chart?: ChartForms;
}

export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly problems: readonly Problem[];
  /** The frames in cells, nearest first: "cell 2, line 3". */
  readonly trace: readonly string[];
}

export type ToWorker =
  | {
      readonly ask: "open";
      readonly types: Readonly<Record<string, string>>;
      /** How strictly cells are checked: options of the compiler. */
      readonly checks: Readonly<Record<string, boolean>>;
      readonly files: readonly LiveFile[];
    }
  | { readonly ask: "cells"; readonly cells: readonly LiveCell[] }
  | { readonly ask: "run"; readonly cell: number }
  | { readonly ask: "problems"; readonly cell: number; readonly key: number }
  | { readonly ask: "complete"; readonly cell: number; readonly at: number; readonly key: number }
  | { readonly ask: "hover"; readonly cell: number; readonly at: number; readonly key: number };

export type FromWorker =
  | { readonly tell: "ready" }
  | {
      readonly tell: "stream";
      readonly cell: number;
      readonly name: "stdout" | "stderr";
      readonly text: string;
    }
  | { readonly tell: "show"; readonly cell: number; readonly shown: Shown }
  | { readonly tell: "ran"; readonly cell: number; readonly failure?: Failure }
  | { readonly tell: "answer"; readonly key: number; readonly value: unknown };

export interface Completion {
  readonly from: number;
  readonly choices: readonly Choice[];
}

export interface Hover {
  readonly from: number;
  readonly to: number;
  readonly says: string;
  readonly doc: string;
}
