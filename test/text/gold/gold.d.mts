import type { check, read } from "../../../src/index.js";

export interface GoldFigure {
  readonly role: string;
  readonly start: number;
  readonly end: number;
}

export interface GoldCase {
  readonly form: string;
  readonly text: string;
  readonly wrong: boolean;
  readonly unread: boolean;
  readonly claims: readonly {
    readonly kind: string;
    readonly sign: string;
    readonly figures: readonly GoldFigure[];
  }[];
}

export interface GoldResult {
  readonly whole: readonly boolean[];
  readonly extra: readonly string[];
  readonly alarm: string | undefined;
  readonly found: boolean;
}

export function goldOf(name: string): GoldCase[];
export function goldFiles(): string[];
export function goldResult(
  one: GoldCase,
  reader: typeof read,
  checker: typeof check,
  options?: Parameters<typeof read>[1],
): GoldResult;
