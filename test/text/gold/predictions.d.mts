import type { GoldCase } from "./gold.mjs";

export interface Answer {
  readonly id: string;
  readonly claims: readonly {
    readonly kind: string;
    readonly figures: readonly { readonly start: number; readonly end: number }[];
  }[];
  readonly wrong?: boolean;
}

export interface Row {
  readonly claims: number;
  readonly read: number;
  readonly recall?: string;
  readonly answers?: number;
  readonly precision?: string;
}

export function predictionScore(
  cases: readonly (GoldCase & { readonly id: string })[],
  answers: readonly Answer[],
): Record<string, Row>;
